//! A linear classifier of many classes over hashed features. The weights of a feature with all classes stand in one row,
//! so that a word is classed with one look at memory for each feature, however many classes it may have.

/// Weights in a row, and the most classes there may be.
const ROW: usize = 128;

/// Weights found by the hash of a feature, then by the class; a power of two of rows.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    weights: Vec<i8>,
}

impl Rows {
    /// A classifier of these weights. None where there are not a power of two of them, a row at least.
    pub fn new(weights: Vec<i8>) -> Option<Rows> {
        (weights.len().is_power_of_two() && weights.len() >= ROW).then_some(Rows { weights })
    }

    /// The class with the highest sum; the first of equals. None where there are no classes.
    pub fn best(&self, features: &[u32], classes: &[u8]) -> Option<u8> {
        let mut scores = [0i32; ROW];
        for feature in features {
            let (start, turn) = place(*feature, self.weights.len());
            let Some(row) = self.weights.get(start..).and_then(<[i8]>::first_chunk::<ROW>) else { continue };
            for (score, class) in scores.iter_mut().zip(classes) {
                *score += row.get(within(*class, turn)).copied().map_or(0, i32::from);
            }
        }
        let mut best = None;
        for (score, class) in scores.iter().zip(classes) {
            if best.is_none_or(|(highest, _)| *score > highest) {
                best = Some((*score, *class));
            }
        }
        best.map(|(_, class)| class)
    }
}

/// Where the weight of a feature with a class lies among so many.
#[inline]
pub fn index(feature: u32, class: u8, weights: usize) -> usize {
    let (start, turn) = place(feature, weights);
    start + within(class, turn)
}

/// Where the row of a feature begins, and what its classes are mixed with, so that features that share a row share no
/// weight of the same class.
#[inline]
fn place(feature: u32, weights: usize) -> (usize, usize) {
    let mixed = (feature ^ feature >> 15).wrapping_mul(0x85EB_CA6B);
    let mixed = (mixed ^ mixed >> 13) as usize;
    (mixed & weights.wrapping_sub(1) & !(ROW - 1), mixed % ROW)
}

#[inline]
fn within(class: u8, turn: usize) -> usize {
    (usize::from(class) ^ turn) % ROW
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_highest_sum_wins_and_the_first_of_equals() {
        let mut weights = vec![0; 1 << 8];
        weights[index(7, 2, 1 << 8)] = 3;
        weights[index(8, 1, 1 << 8)] = 2;
        let rows = Rows::new(weights).unwrap();
        assert_eq!(rows.best(&[7, 8], &[1, 2, 3]), Some(2));
        assert_eq!(rows.best(&[8], &[1, 2, 3]), Some(1));
        assert_eq!(rows.best(&[], &[3, 1]), Some(3));
        assert_eq!(rows.best(&[7], &[]), None);
    }

    #[test]
    fn rows_are_whole() {
        assert!(Rows::new(vec![0; 3 * ROW]).is_none(), "no power of two");
        assert!(Rows::new(vec![0; ROW / 2]).is_none(), "half a row");
        assert!(Rows::new(vec![0; ROW]).is_some_and(|rows| rows.best(&[u32::MAX], &[u8::MAX]) == Some(u8::MAX)));
    }
}
