//! Numbers as the sections of a model hold them.

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

/// Reads a list of numbers that is read fast: the low bytes of all, then the high ones.
pub fn list(section: &[u8]) -> impl Iterator<Item = u16> + '_ {
    let (low, high) = section.split_at_checked(section.len() / 2).unwrap_or_default();
    low.iter().zip(high).map(|(low, high)| u16::from_le_bytes([*low, *high]))
}

/// Reads weights of which most are zero: a byte of which power of two their number is; for each that is not, how far behind
/// the one before it stands; then their levels, a signed byte each. A weight is the square of its level, with its sign. A
/// step of 255 with level 0 goes on to the next. None where the lengths do not fit or a weight stands beyond the last.
pub fn sparse(section: &[u8]) -> Option<Vec<i8>> {
    let (bits, entries) = section.split_first()?;
    let (steps, levels) = entries.split_at_checked(entries.len() / 2)?;
    if *bits > LARGEST || steps.len() != levels.len() {
        return None;
    }
    let mut weights = vec![0; 1 << bits];
    let mut rest = weights.as_mut_slice();
    for (step, level) in steps.iter().zip(levels) {
        let level = level.cast_signed();
        let (weight, after) = rest.get_mut(usize::from(*step)..)?.split_first_mut()?;
        *weight = level.saturating_mul(level.saturating_abs());
        rest = after;
    }
    Some(weights)
}

/// The greatest power of two of [`sparse`] weights: sixteen million.
const LARGEST: u8 = 24;
