//! How alike two pieces of text are by the short runs of characters that they have in common, and which of many are
//! worth comparing.

use std::collections::{BTreeSet, HashMap};

/// Characters of one shingle.
const SHINGLE: usize = 3;
/// Sets of hashes compared at once, and hashes in each: texts whose shingles are alike by half meet in at least one band
/// nineteen times in twenty.
const BANDS: usize = 24;
const ROWS: usize = 3;
/// Texts of one band that are compared with each other; a phrase repeated more often is a formula of the page.
const CROWD: usize = 40;

/// The shingles of one text, and the least hash of them under each of many hash functions (MinHash, Broder 1997).
pub struct Sketch {
    /// In order, each once.
    shingles: Vec<u64>,
    signature: Vec<u64>,
}

impl Sketch {
    /// `None` for a text with fewer letters than `least`; case and what is neither letter nor digit are left out.
    pub fn new(text: &str, least: usize) -> Option<Sketch> {
        let letters: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        let without_digits = letters.iter().filter(|letter| letter.is_alphabetic()).count();
        if without_digits < least.max(SHINGLE) {
            return None;
        }
        let mut shingles: Vec<u64> = letters.windows(SHINGLE).map(hashed).collect();
        shingles.sort_unstable();
        shingles.dedup();
        let least = |seed: u64| shingles.iter().map(|shingle| mixed(shingle ^ mixed(seed))).min().unwrap_or(0);
        let signature = (0..(BANDS * ROWS) as u64).map(least).collect();
        Some(Sketch { shingles, signature })
    }

    /// Shared shingles over all shingles (Jaccard), 0 to 1.
    pub fn similarity(&self, other: &Sketch) -> f64 {
        let both = other.shingles.iter().filter(|shingle| self.shingles.binary_search(shingle).is_ok()).count();
        both as f64 / (self.shingles.len() + other.shingles.len() - both).max(1) as f64
    }
}

/// The pairs of texts that are likely alike.
pub fn likely_pairs(sketches: &[&Sketch]) -> BTreeSet<(usize, usize)> {
    let mut pairs = BTreeSet::new();
    for band in 0..BANDS {
        let mut met: HashMap<&[u64], Vec<usize>> = HashMap::new();
        for (index, sketch) in sketches.iter().enumerate() {
            if let Some(rows) = sketch.signature.get(band * ROWS..(band + 1) * ROWS) {
                met.entry(rows).or_default().push(index);
            }
        }
        for crowd in met.into_values().filter(|crowd| crowd.len() <= CROWD) {
            for (position, one) in crowd.iter().enumerate() {
                pairs.extend(crowd.iter().skip(position + 1).map(|other| (*one, *other)));
            }
        }
    }
    pairs
}

fn hashed(letters: &[char]) -> u64 {
    letters.iter().fold(0, |hash, letter| mixed(hash ^ u64::from(u32::from(*letter))))
}

/// Spreads a number over all bits (the finaliser of SplitMix64).
fn mixed(number: u64) -> u64 {
    let number = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alike_texts_meet() {
        let texts = [
            "市は新しい図書館を来年の春に開くと発表した。",
            "市は、新しい図書館を来年の秋に開くと発表した。",
            "県内では人手不足が続いており、採用が課題になる。",
        ];
        let sketches: Vec<Sketch> = texts.iter().map(|text| Sketch::new(text, 5).unwrap()).collect();
        assert_eq!(likely_pairs(&sketches.iter().collect::<Vec<_>>()), BTreeSet::from([(0, 1)]));
        assert!(sketches[0].similarity(&sketches[1]) > 0.6);
        assert_eq!(sketches[0].similarity(&sketches[2]), 0.0);
        assert!(Sketch::new("はい。", 5).is_none());
    }
}
