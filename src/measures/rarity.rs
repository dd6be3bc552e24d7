//! How seldom words are used in general.
//!
//! The background is a table of word counts, trained on open text and part of the program: `background.bin`, whose card
//! is `background.md`. It holds no words, only a fingerprint and a level of four bits for each.

/// Magic, version, padding, and the number of buckets.
const HEADER: usize = 12;
/// Words that share a bucket, two bytes each.
const BUCKET: usize = 8;

static TABLE: &[u8] = include_bytes!("background.bin");

/// The rarity of a word in lower case: ln(N/n)/ln N where n of N documents have it, in steps of 1/15; 0 for a word of every
/// document, 1 for one that the background has not seen or seen too seldom. A word not seen is taken for one that was
/// about once in 1,300.
///
/// ```
/// use article_analyzer::measures::rarity;
/// assert!(rarity::of("する") < rarity::of("半導体"));
/// assert_eq!(rarity::of("qwxzv"), 1.0);
/// ```
pub fn of(word: &str) -> f64 {
    let hash = hash(word);
    let fingerprint = (hash >> 48) as u16 & 0xfff;
    let start = HEADER + (hash % buckets().max(1)) as usize * BUCKET;
    let bucket = TABLE.get(start..start + BUCKET).unwrap_or(&[]);
    let entries =
        bucket.chunks_exact(2).map(|pair| pair.iter().rev().fold(0u16, |sum, byte| sum << 8 | u16::from(*byte)));
    let found = entries.filter(|entry| entry & 15 > 0).find(|entry| entry >> 4 == fingerprint);
    found.map_or(1.0, |entry| f64::from((entry & 15) - 1) / 15.0)
}

fn buckets() -> u64 {
    let bytes = TABLE.get(8..HEADER).unwrap_or(&[]);
    bytes.iter().rev().fold(0, |sum, byte| sum << 8 | u64::from(*byte))
}

/// FNV-1a of 64 bits.
pub fn hash(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_whole() {
        assert_eq!(TABLE.get(..6), Some(&b"AABG\x01\0"[..]));
        assert_eq!(TABLE.len() as u64, HEADER as u64 + buckets() * BUCKET as u64);
    }

    #[test]
    fn frequent_words_are_not_rare() {
        let table = [("は", 0.0, 0.1), ("日本", 0.05, 0.4), ("the", 0.0, 0.1), ("government", 0.2, 0.8)];
        for (word, least, most) in table {
            assert!((least..=most).contains(&of(word)), "{word}: {}", of(word));
        }
    }
}
