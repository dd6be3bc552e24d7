//! Words known by their hashes, each with a byte that says something of it: half the size of the words themselves. Of words
//! that are not there one in a thousand seems to be.
//!
//! In a model such a list is one section: for each word, in the order of the hashes, the lowest byte of how much its hash
//! is above the one before; then the middle bytes of all, the highest, and the bytes that say something.

use super::container::ModelError;

/// Bits of a hash that are kept.
pub const BITS: u32 = 26;
/// Bits by which hashes are found: few words share them.
const INDEX: u32 = 14;

/// Words known by their hashes.
#[derive(Clone, Debug, Default)]
pub struct HashedWords {
    /// For each beginning of a hash where those with it begin; one more than there are.
    starts: Vec<u32>,
    hashes: Vec<u32>,
    values: Vec<u8>,
}

impl HashedWords {
    /// Reads a section.
    ///
    /// # Errors
    /// [`ModelError::Damaged`] with the section's name where its length is wrong, a hash has too many bits or stands twice.
    pub fn read(section: &[u8], name: &'static str) -> Result<HashedWords, ModelError> {
        let cut = || ModelError::Damaged(name);
        let count = section.len() / 4;
        let (steps, values) = section.split_at_checked(3 * count).ok_or_else(cut)?;
        let (low, steps) = steps.split_at_checked(count).ok_or_else(cut)?;
        let (middle, high) = steps.split_at_checked(count).ok_or_else(cut)?;
        let mut last = 0u32;
        let steps = low.iter().zip(middle).zip(high);
        // Each hash is there once: else all could lie under one beginning, and be looked through for every word.
        if steps.clone().skip(1).any(|((low, middle), high)| low | middle | high == 0) {
            return Err(cut());
        }
        let hashes: Vec<u32> = steps
            .map(|((low, middle), high)| {
                last = last.saturating_add(u32::from_le_bytes([*low, *middle, *high, 0]));
                last
            })
            .collect();
        if values.len() != count || last >> BITS != 0 {
            return Err(cut());
        }
        let mut starts = Vec::with_capacity((1 << INDEX) + 1);
        for (place, hash) in (0u32..).zip(&hashes) {
            starts.resize(starts.len().max((hash >> (BITS - INDEX)) as usize + 1), place);
        }
        starts.resize((1 << INDEX) + 1, count as u32);
        Ok(HashedWords { starts, hashes, values: values.to_vec() })
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// What is said of the word of a hash.
    #[inline]
    pub fn get(&self, hash: u32) -> Option<u8> {
        self.find(hash).map(|(_, value)| value)
    }

    /// Which of them in the order of their hashes the word of a hash is, and what is said of it.
    #[inline]
    pub fn find(&self, hash: u32) -> Option<(usize, u8)> {
        let key = key(hash);
        let index = (key >> (BITS - INDEX)) as usize;
        let range = *self.starts.get(index)? as usize..*self.starts.get(index + 1)? as usize;
        let place = range.start + self.hashes.get(range)?.iter().position(|other| *other == key)?;
        self.values.get(place).map(|value| (place, *value))
    }
}

/// The bits of a hash that are kept, mixed so that all of it counts.
pub fn key(hash: u32) -> u32 {
    let mixed = (hash ^ hash >> 15).wrapping_mul(0x2C1B_3C6D);
    (mixed ^ mixed >> 13).wrapping_mul(0x297A_2D39) >> (32 - BITS)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The section of some words, as their hashes, with their numbers.
    fn section(hashes: impl Iterator<Item = u32>) -> Vec<u8> {
        let mut keys: Vec<(u32, u8)> = hashes.map(key).zip((0..=255).cycle()).collect();
        keys.sort_unstable();
        keys.dedup_by_key(|(key, _)| *key);
        let before: Vec<u32> = std::iter::once(0).chain(keys.iter().map(|(key, _)| *key)).collect();
        let steps = keys.iter().zip(&before).map(|((key, _), last)| (key - last).to_le_bytes());
        let steps: Vec<[u8; 4]> = steps.collect();
        let column = |at: usize| steps.iter().map(move |step| step[at]);
        column(0).chain(column(1)).chain(column(2)).chain(keys.iter().map(|(_, value)| *value)).collect()
    }

    #[test]
    fn words_are_found_and_others_are_not() {
        let hashes = || (0..20_000u32).map(|number| number.wrapping_mul(0x9E37_79B1));
        let words = HashedWords::read(&section(hashes()), "base").unwrap();
        let right = hashes().zip((0..=255).cycle()).filter(|(hash, value)| words.get(*hash) == Some(*value)).count();
        assert!(right > 19_990, "few words share a hash: {right}");
        let wrong = (20_000..120_000u32).filter(|other| words.get(other.wrapping_mul(0x9E37_79B1)).is_some()).count();
        assert!(wrong < 200, "one in a thousand: {wrong}");
    }

    #[test]
    fn impossible_lists_are_errors() {
        assert!(HashedWords::read(&[1, 2], "base").is_err(), "cut");
        assert!(HashedWords::read(&[0xFF; 4 * 2000], "base").is_err(), "hashes of too many bits");
        assert!(HashedWords::read(&[], "base").is_ok_and(|none| none.get(7).is_none()));
    }
}
