//! How alike two pieces of text are by the short runs of characters that they have in common, and which of many are
//! worth comparing.

use crate::order::Order;
use std::collections::{HashMap, HashSet};

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
        let least = |factor: u64| shingles.iter().map(|shingle| shingle.wrapping_mul(factor)).min().unwrap_or(0);
        // Shingles are spread over all bits, so that an odd factor for each function is enough.
        let signature = (0..(BANDS * ROWS) as u64).map(|seed| least(mixed(seed) | 1)).collect();
        Some(Sketch { shingles, signature })
    }

    /// The part of the signature that one table is made of.
    fn band(&self, band: usize) -> &[u64] {
        self.signature.get(band * ROWS..(band + 1) * ROWS).unwrap_or(&[])
    }

    /// Shared shingles over all shingles (Jaccard), 0 to 1.
    pub fn similarity(&self, other: &Sketch) -> f64 {
        if self.shingles == other.shingles {
            return 1.0;
        }
        let mut rest = self.shingles.iter().peekable();
        let is_here = |shingle: &&u64| {
            while rest.next_if(|here| here < shingle).is_some() {}
            rest.peek() == Some(shingle)
        };
        let both = other.shingles.iter().filter(is_here).count();
        both as f64 / (self.shingles.len() + other.shingles.len() - both).max(1) as f64
    }
}

/// The pairs of texts that are likely alike, in order. Copies of one text go through the tables once.
pub fn likely_pairs(sketches: &[&Sketch]) -> Vec<(usize, usize)> {
    let mut copies: HashMap<&[u64], (&Sketch, Vec<usize>)> = HashMap::new();
    for (index, sketch) in sketches.iter().enumerate() {
        copies.entry(&sketch.shingles).or_insert((sketch, Vec::new())).1.push(index);
    }
    let copies: Vec<(&Sketch, Vec<usize>)> = copies.into_values().filter(|(_, texts)| texts.len() <= CROWD).collect();
    let texts = |number: usize| copies.get(number).map_or(&[][..], |(_, texts)| texts);
    let mut alike: HashSet<(usize, usize)> = HashSet::new();
    for band in 0..BANDS {
        let mut met: HashMap<&[u64], Vec<usize>> = HashMap::new();
        for (number, (sketch, _)) in copies.iter().enumerate() {
            met.entry(sketch.band(band)).or_default().push(number);
        }
        let fits = |crowd: &&Vec<usize>| crowd.iter().map(|number| texts(*number).len()).sum::<usize>() <= CROWD;
        alike.extend(met.values().filter(fits).flat_map(|crowd| pairs_of(crowd)));
    }
    let across = alike.iter().flat_map(|(one, other)| {
        texts(*one).iter().flat_map(|a| texts(*other).iter().map(move |b| (*a.min(b), *a.max(b))))
    });
    let mut pairs: Vec<(usize, usize)> = copies.iter().flat_map(|(_, texts)| pairs_of(texts)).chain(across).collect();
    pairs.order();
    pairs
}

/// Every two of a list, in its order.
fn pairs_of(list: &[usize]) -> impl Iterator<Item = (usize, usize)> {
    list.iter().enumerate().flat_map(|(place, one)| list.iter().skip(place + 1).map(|other| (*one, *other)))
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
        assert_eq!(likely_pairs(&sketches.iter().collect::<Vec<_>>()), [(0, 1)]);
        assert!(sketches[0].similarity(&sketches[1]) > 0.6);
        assert_eq!(sketches[0].similarity(&sketches[2]), 0.0);
        assert!(Sketch::new("はい。", 5).is_none());
    }
}
