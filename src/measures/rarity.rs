//! How seldom words are used in general.

/// The rarity of a word in lower case: 0 for the most frequent, 1 for one that the background has not seen.
pub fn of(_word: &str) -> f64 {
    1.0
}
