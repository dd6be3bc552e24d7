//! Adam: steps along slopes, each weight's scaled by how its slopes were before (Kingma and Ba 2015, with decays of 0.9
//! and 0.99).

/// What is known of the slopes before.
pub struct Adam {
    mean: Vec<f64>,
    spread: Vec<f64>,
    steps: i32,
    /// Keeps slopes that hardly move from being scaled up without end.
    least: f64,
}

impl Adam {
    pub fn new(weights: usize, least: f64) -> Adam {
        Adam { mean: vec![0.0; weights], spread: vec![0.0; weights], steps: 0, least }
    }

    /// Moves the weights up their slopes; those without a slope stay.
    pub fn climb(&mut self, weights: &mut [f64], slopes: impl Iterator<Item = Option<f64>>, rate: f64) {
        self.steps += 1;
        let (early, late) = (1.0 - 0.9f64.powi(self.steps), 1.0 - 0.99f64.powi(self.steps));
        let known = self.mean.iter_mut().zip(&mut self.spread);
        for ((weight, (mean, spread)), slope) in weights.iter_mut().zip(known).zip(slopes) {
            let Some(slope) = slope else { continue };
            *mean = 0.9 * *mean + 0.1 * slope;
            *spread = 0.99 * *spread + 0.01 * slope * slope;
            *weight += rate * (*mean / early) / ((*spread / late).sqrt() + self.least);
        }
    }
}
