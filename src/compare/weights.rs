//! Words with their weights, as vectors of length one.

use std::collections::BTreeMap;

/// Words with their weights.
pub type Weights<'i> = BTreeMap<&'i str, f64>;

/// The same with length one; nothing of no words.
pub fn of_length_one(mut weights: Weights<'_>) -> Weights<'_> {
    let length = weights.values().map(|weight| weight * weight).sum::<f64>().sqrt();
    weights.values_mut().for_each(|weight| *weight /= length.max(f64::MIN_POSITIVE));
    weights
}

/// The cosine of two vectors of length one.
pub fn cosine(a: &Weights<'_>, b: &Weights<'_>) -> f64 {
    let (few, many) = if a.len() < b.len() { (a, b) } else { (b, a) };
    few.iter().filter_map(|(word, weight)| many.get(word).map(|other| weight * other)).sum()
}
