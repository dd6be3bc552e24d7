//! A log-linear classifier over hashed features, trained by stochastic gradients with steps of their own for each weight
//! (AdaGrad; Duchi et al. 2011), each time without some features (dropout), so that no weight is relied on alone.

use super::pack;

/// How a classifier is trained.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Power of two of the weights.
    pub bits: u8,
    /// Passes over the examples.
    pub epochs: usize,
    /// How many weights are kept: the largest after a first training.
    pub kept: usize,
    /// How often those are then learned anew, each time in another order; their averages are the model.
    pub rounds: usize,
    /// Changes below this share are left out.
    pub least: f32,
    /// The largest average that keeps its size.
    pub largest: f32,
    /// Levels on each side of zero.
    pub levels: u8,
}

/// The first step of a weight.
const RATE: f32 = 0.1;
/// The share of features that is left out, of 256.
const LEFT_OUT: u64 = 26;
/// Keeps the first steps finite.
const DAMPING: f32 = 0.01;

/// Weights while they are learned.
pub struct LogLinear {
    weights: Vec<f32>,
    /// Sums of the squares of all changes.
    squares: Vec<f32>,
    is_dropped: Vec<bool>,
    /// Where the weight of a feature with a class lies among so many.
    index: fn(u32, u8, usize) -> usize,
    random: Random,
    /// The features that are not left out.
    features: Vec<u32>,
    scores: Vec<f32>,
    least: f32,
}

impl LogLinear {
    /// The class that seems likeliest, learning how likely the right one should have been.
    pub fn learn(&mut self, features: &[u32], classes: &[u8], right: u8) -> u8 {
        self.leave_out(features);
        self.scores.clear();
        self.scores.extend(classes.iter().map(|class| score(&self.weights, self.index, &self.features, *class)));
        let mut best = (f32::MIN, right);
        for (class, score) in classes.iter().zip(&self.scores) {
            if *score > best.0 {
                best = (*score, *class);
            }
        }
        self.scores.iter_mut().for_each(|score| *score = (*score - best.0).exp());
        let all: f32 = self.scores.iter().sum();
        for (place, class) in classes.iter().enumerate() {
            self.change(*class, self.scores[place] / all - f32::from(u8::from(*class == right)));
        }
        best.1
    }

    /// Learns whether a class is right, where there is one alone.
    pub fn learn_one(&mut self, features: &[u32], class: u8, is_right: bool) {
        self.leave_out(features);
        let share = 1.0 / (1.0 + (-score(&self.weights, self.index, &self.features, class)).exp());
        self.change(class, share - f32::from(u8::from(is_right)));
    }

    fn leave_out(&mut self, features: &[u32]) {
        self.features.clear();
        let random = &mut self.random;
        self.features.extend(features.iter().filter(|_| random.next() & 0xFF >= LEFT_OUT));
    }

    fn change(&mut self, class: u8, gradient: f32) {
        if gradient.abs() < self.least {
            return;
        }
        for feature in &self.features {
            let index = (self.index)(*feature, class, self.weights.len());
            if !self.is_dropped[index] {
                self.squares[index] += gradient * gradient;
                self.weights[index] -= RATE * gradient / (self.squares[index] + DAMPING).sqrt();
            }
        }
    }

    fn forget(&mut self) {
        self.weights.fill(0.0);
        self.squares.fill(0.0);
    }
}

fn score(weights: &[f32], index: fn(u32, u8, usize) -> usize, features: &[u32], class: u8) -> f32 {
    features.iter().map(|feature| weights[index(*feature, class, weights.len())]).sum()
}

/// Trains a classifier and gives the section of its weights. `examples` is how many there are, and `learn` learns from one.
pub fn train(
    settings: Settings,
    index: fn(u32, u8, usize) -> usize,
    examples: usize,
    mut learn: impl FnMut(&mut LogLinear, usize),
) -> Vec<u8> {
    let size = 1 << settings.bits;
    let mut model = LogLinear {
        weights: vec![0.0; size],
        squares: vec![0.0; size],
        is_dropped: vec![false; size],
        index,
        random: Random(0x9E37_79B9_7F4A_7C15),
        features: Vec::new(),
        scores: Vec::new(),
        least: settings.least,
    };
    let mut totals = vec![0.0; size];
    for round in 0..=settings.rounds {
        model.forget();
        for _ in 0..settings.epochs {
            for example in model.random.order(examples) {
                learn(&mut model, example);
            }
        }
        eprintln!("round {round} of {}", settings.rounds);
        if round == 0 {
            model.is_dropped = dropped(&model.weights, settings.kept);
        } else {
            let share = settings.rounds as f32;
            totals.iter_mut().zip(&model.weights).for_each(|(total, weight)| *total += weight / share);
        }
    }
    pack::sparse(&totals, settings.largest, settings.levels)
}

/// All weights but the largest.
fn dropped(weights: &[f32], kept: usize) -> Vec<bool> {
    let mut order: Vec<f32> = weights.iter().map(|weight| weight.abs()).collect();
    order.sort_by(|left, right| right.total_cmp(left));
    let least = order.get(kept).copied().unwrap_or(0.0);
    weights.iter().map(|weight| weight.abs() <= least).collect()
}

/// Numbers that look random and are the same in every run (xorshift; Marsaglia 2003).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// An order of so many things.
    fn order(&mut self, count: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..count).collect();
        for index in (1..count).rev() {
            order.swap(index, (self.next() % (index as u64 + 1)) as usize);
        }
        order
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failed test stops")]

    use super::*;
    use article_analyzer::tokens::packed;

    #[test]
    fn what_goes_together_is_learned_and_the_rest_is_zero() {
        let settings = Settings { bits: 8, epochs: 20, kept: 4, rounds: 2, least: 0.02, largest: 3.0, levels: 11 };
        let index = |feature: u32, class: u8, _: usize| (feature as usize) << 4 | usize::from(class);
        let learn = |model: &mut LogLinear, example: usize| {
            let right = (example % 2) as u8;
            model.learn(&[u32::from(right), 2], &[0, 1], right);
        };
        let section = train(settings, index, 40, learn);
        let weights = packed::sparse(&section).unwrap();
        assert!(weights[0x00] > 0 && weights[0x11] > 0 && weights[0x01] < 0 && weights[0x10] < 0, "{weights:?}");
        assert_eq!(weights.iter().filter(|weight| **weight != 0).count(), 4);
        assert_eq!(section, train(settings, index, 40, learn), "the same again");
    }
}
