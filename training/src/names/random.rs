//! Chance that is the same at each training.

/// Where it begins.
pub const SEED: u64 = 0x9E37_79B9_7F4A_7C15;

/// Xorshift (Marsaglia 2003).
fn next(random: &mut u64) -> u64 {
    *random ^= *random << 13;
    *random ^= *random >> 7;
    *random ^= *random << 17;
    *random
}

/// A number below `end`; 0 where that is 0.
pub fn below(random: &mut u64, end: usize) -> usize {
    (next(random) % (end as u64).max(1)) as usize
}

/// Whether something of this probability happens.
pub fn happens(random: &mut u64, probability: f32) -> bool {
    probability > 0.0 && ((next(random) >> 40) as f32) < probability * (1u64 << 24) as f32
}

/// Puts things into another order.
pub fn shuffle<T>(things: &mut [T], random: &mut u64) {
    for last in (1..things.len()).rev() {
        things.swap(last, below(random, last + 1));
    }
}
