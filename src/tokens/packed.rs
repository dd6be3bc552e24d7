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
