//! Names that are known, packed as hashes: which of them are listed can be asked, not what they are.

use super::attributes::{fold, mix};
use crate::tokens::Token;

/// How many lists of names there are, each a bit of what [`Gazetteer::longest`] gives; the language names them.
pub const LISTS: usize = 4;
/// Bits of a name's hash: among 100,000 names one in 2,700 of all other strings is taken for one of them.
pub const HASH_BITS: u32 = 28;
/// The most tokens of a name.
pub const LONGEST: usize = 8;

/// Lists of names of at least two tokens.
#[derive(Clone, Debug, Default)]
pub struct Gazetteer {
    /// Hashes in order, each with the bits of its lists above.
    entries: Vec<u32>,
    /// Where the entries of each value of the high hash bits begin.
    starts: Vec<u32>,
}

/// High bits of a hash that [`Gazetteer`] finds its entries by.
const BUCKET_BITS: u32 = 16;

impl Gazetteer {
    /// Takes entries: a hash of [`HASH_BITS`] bits, with the bits of its lists above.
    pub fn new(mut entries: Vec<u32>) -> Gazetteer {
        entries.sort_unstable_by_key(|entry| entry & HASH_MASK);
        let bucket = |entry: &u32| (entry & HASH_MASK) >> (HASH_BITS - BUCKET_BITS);
        let mut starts = vec![0u32; (1 << BUCKET_BITS) + 1];
        for entry in &entries {
            if let Some(count) = starts.get_mut(bucket(entry) as usize + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        Gazetteer { entries, starts }
    }

    /// Whether no name is listed.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The entries, in the order of their hashes.
    pub fn entries(&self) -> &[u32] {
        &self.entries
    }

    /// The longest listed name that the tokens begin with: how many tokens, and the bits of its lists.
    pub fn longest(&self, text: &str, tokens: &[Token<'_>]) -> Option<(usize, u8)> {
        let mut hash = START;
        let mut found = None;
        for (place, token) in tokens.iter().take(LONGEST).enumerate() {
            hash = extend(hash, token.span.of(text));
            if let Some(lists) = self.find(finish(hash)) {
                found = Some((place + 1, lists));
            }
        }
        found
    }

    fn find(&self, hash: u32) -> Option<u8> {
        let bucket = (hash >> (HASH_BITS - BUCKET_BITS)) as usize;
        let (start, end) = (*self.starts.get(bucket)? as usize, *self.starts.get(bucket + 1)? as usize);
        let entry = self.entries.get(start..end)?.iter().find(|entry| *entry & HASH_MASK == hash)?;
        Some((entry >> HASH_BITS) as u8)
    }
}

const HASH_MASK: u32 = (1 << HASH_BITS) - 1;
const START: u32 = 0x5851_F42D;

fn extend(hash: u32, form: &str) -> u32 {
    form.chars().fold(hash, |hash, character| mix(hash, fold(character) as u32))
}

fn finish(hash: u32) -> u32 {
    (hash ^ (hash >> 16)).wrapping_mul(0x85EB_CA6B) >> (32 - HASH_BITS)
}

/// The entry of a name in the lists whose bits are given.
pub fn entry(name: &str, lists: u8) -> u32 {
    finish(extend(START, name)) | u32::from(lists) << HASH_BITS
}
