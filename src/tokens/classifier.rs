//! A linear classifier over hashed features: the sum of a weight for each feature with each class decides.

use super::{Lemma, Token};
use crate::span::Span;

/// Weights found by the hash of a feature with a class; a power of two of them.
#[derive(Clone, Debug, Default)]
pub struct Classifier {
    weights: Vec<i8>,
}

impl Classifier {
    /// A classifier of so many weights, which must be a power of two.
    pub fn new(weights: Vec<i8>) -> Option<Classifier> {
        weights.len().is_power_of_two().then_some(Classifier { weights })
    }

    /// The class with the highest sum; the first of equals. None where there are no classes.
    #[inline]
    pub fn best(&self, features: &[u32], classes: &[u8]) -> Option<u8> {
        let mut best = None;
        for class in classes {
            let score = self.score(features, *class);
            if best.is_none_or(|(highest, _)| score > highest) {
                best = Some((score, *class));
            }
        }
        best.map(|(_, class)| class)
    }

    /// The sum of a class.
    #[inline]
    pub fn score(&self, features: &[u32], class: u8) -> i32 {
        features.iter().map(|feature| self.weight(*feature, class)).sum()
    }

    fn weight(&self, feature: u32, class: u8) -> i32 {
        self.weights.get(index(feature, class, self.weights.len())).copied().map_or(0, i32::from)
    }
}

/// Where the weight of a feature with a class lies among so many.
#[inline]
pub fn index(feature: u32, class: u8, weights: usize) -> usize {
    let mixed = (feature ^ u32::from(class).wrapping_mul(0x9E37_79B1)).wrapping_mul(0x85EB_CA6B);
    (mixed ^ (mixed >> 15)) as usize & weights.wrapping_sub(1)
}

/// Hashes bytes after others (FNV-1a).
pub fn hash(seed: u32, bytes: &[u8]) -> u32 {
    bytes.iter().fold(seed, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

/// The seed of [`hash`].
pub const SEED: u32 = 0x811C_9DC5;

/// Joins hashes into a feature of its own.
pub fn join(number: u32, hashes: &[u32]) -> u32 {
    hashes
        .iter()
        .fold(number.wrapping_mul(0x9E37_79B1), |state, hash| (state.rotate_left(9) ^ hash).wrapping_mul(0x2C1B_3C6D))
}

/// What the choice of a universal part of speech looks at in a word.
#[derive(Clone, Copy, Debug, Default)]
pub struct Traits {
    class: u32,
    form: u32,
    lemma: u32,
}

impl Traits {
    /// Those of a token of a sentence that begins at byte `offset`, with the hash of its part of speech.
    pub fn of(token: &Token<'_>, class: u32, sentence: &str, offset: usize) -> Traits {
        let at = |byte: u32| (byte as usize).saturating_sub(offset);
        let form = Span::new(at(token.span.start), at(token.span.end)).of(sentence);
        let hashed = hash(SEED, form.as_bytes());
        let lemma = if token.lemma == Lemma::Form { hashed } else { token.lemma.hash(form, SEED) };
        Traits { class, form: hashed, lemma }
    }
}

/// How many features a word has for the choice of its universal part of speech.
pub const FEATURES: usize = 15;

/// The features of a word between its two left and two right neighbours.
pub fn features(around: &[Traits; 5]) -> [u32; FEATURES] {
    let [second_left, left, here, right, second_right] = around;
    let class = here.class;
    [
        join(0, &[class]),
        join(1, &[class, here.form]),
        join(2, &[class, here.lemma, left.class]),
        join(3, &[class, right.class]),
        join(4, &[class, left.class]),
        join(5, &[class, left.form]),
        join(6, &[class, right.lemma]),
        join(7, &[class, here.lemma, left.form]),
        join(8, &[class, here.form, right.class]),
        join(9, &[class, left.class, right.class]),
        join(10, &[class, here.form, right.form]),
        join(11, &[class, here.lemma, right.lemma]),
        join(12, &[class, right.class, second_right.class]),
        join(13, &[class, left.class, second_left.class]),
        join(14, &[class, right.lemma, second_right.lemma]),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_highest_sum_wins_and_the_first_of_equals() {
        let mut weights = vec![0; 1 << 8];
        weights[index(7, 2, 1 << 8)] = 3;
        let classifier = Classifier::new(weights).unwrap();
        assert_eq!(classifier.best(&[7], &[1, 2, 3]), Some(2));
        assert_eq!(classifier.best(&[], &[3, 1]), Some(3));
        assert_eq!(classifier.best(&[7], &[]), None);
        assert!(Classifier::new(vec![0; 3]).is_none());
    }
}
