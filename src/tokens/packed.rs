//! Numbers and surfaces as the sections of a model hold them.

use super::container::ModelError;
use super::trie::{Alphabet, Trie};

/// Reads short numbers: one byte below 192; else 192 and the high part in one byte, the low part in another.
#[derive(Clone)]
pub struct Short<'b>(pub &'b [u8]);

impl Iterator for Short<'_> {
    type Item = u16;

    #[inline]
    fn next(&mut self) -> Option<u16> {
        let (first, rest) = self.0.split_first()?;
        if *first < 192 {
            self.0 = rest;
            return Some(u16::from(*first));
        }
        let (second, rest) = rest.split_first()?;
        self.0 = rest;
        Some(u16::from(*first - 192) << 8 | u16::from(*second))
    }
}

/// Lays out surfaces as a trie: their alphabet by label, for each how many characters it shares with the one before and
/// adds, the labels of those that it adds, and its value.
///
/// # Errors
/// [`ModelError::Damaged`] where they make no sense.
pub fn surfaces(
    alphabet: &str,
    lengths: &[u8],
    labels: &[u8],
    values: impl Iterator<Item = u32>,
) -> Result<Trie, ModelError> {
    let labels: Vec<u16> = Short(labels).collect();
    Trie::build(Alphabet::new(alphabet.chars()), Lengths(lengths), &labels, values)
}

/// Reads how many characters surfaces share and add.
#[derive(Clone)]
struct Lengths<'b>(&'b [u8]);

impl Lengths<'_> {
    fn long(&mut self, half: u8) -> Option<usize> {
        if half < 15 {
            return Some(usize::from(half));
        }
        let (more, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(15 + usize::from(*more))
    }
}

impl Iterator for Lengths<'_> {
    type Item = (usize, usize);

    #[inline]
    fn next(&mut self) -> Option<(usize, usize)> {
        let (both, rest) = self.0.split_first()?;
        self.0 = rest;
        Some((self.long(both >> 4)?, self.long(both & 15)?))
    }
}
