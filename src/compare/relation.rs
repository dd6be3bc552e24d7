//! How values stand to each other.

use crate::report::Interval;

/// Values that the text calls approximate agree within one step of the last digit that the coarser gives, but within no
/// smaller and no larger shares of the larger value than these.
const NEAREST: f64 = 0.025;
const FARTHEST: f64 = 0.1;
/// Exact values agree when they are one after rounding to as many digits as the coarser has, but no fewer than this.
const FEWEST_DIGITS: i32 = 2;

/// Whether values are equal within rounding, or within approximation where one of them is approximate.
pub fn agree(a: &Interval, b: &Interval, approximate: bool) -> bool {
    let equal = |a: Option<f64>, b: Option<f64>| match (a, b) {
        (Some(a), Some(b)) if approximate => (a - b).abs() <= step(a, b),
        (Some(a), Some(b)) => {
            let digits = digits(a).min(digits(b)).max(FEWEST_DIGITS);
            rounded(a, digits) == rounded(b, digits)
        }
        (a, b) => a == b,
    };
    equal(a.lower, b.lower) && equal(a.upper, b.upper)
}

/// How far two values may lie apart of which one is approximate: 約610万 is not 557万, and about 300,000 can be 294,000.
fn step(a: f64, b: f64) -> f64 {
    let larger = a.abs().max(b.abs());
    if larger == 0.0 || !larger.is_finite() {
        return 0.0;
    }
    let last = 10f64.powi(larger.log10().floor() as i32 - digits(a).min(digits(b)) + 1);
    last.clamp(NEAREST * larger, FARTHEST * larger)
}

/// Significant digits of a number as it is written, at most 12.
fn digits(value: f64) -> i32 {
    (1..12).find(|digits| rounded(value, *digits) == rounded(value, 12)).unwrap_or(12)
}

/// A number rounded to so many significant digits, as its digits and power of ten, so that rounding errors don't tell
/// equal ones apart.
pub fn rounded(value: f64, digits: i32) -> (i64, i32) {
    if value == 0.0 || !value.is_finite() {
        return (0, 0);
    }
    let mut power = value.abs().log10().floor() as i32 - digits + 1;
    let mut mantissa = (value / 10f64.powi(power)).round() as i64;
    while mantissa != 0 && mantissa % 10 == 0 {
        mantissa /= 10;
        power += 1;
    }
    (mantissa, power)
}

/// Whether a value has so many digits that two of it are hardly one by chance.
pub fn is_telling(value: &Interval) -> bool {
    [value.lower, value.upper].into_iter().flatten().any(|bound| bound.abs() >= 1_000.0 || digits(bound) >= 3)
}

/// Whether a value can be in both.
pub fn overlap(a: &Interval, b: &Interval) -> bool {
    let below = |upper: Option<f64>, inclusive: bool, lower: Option<f64>, also: bool| match (upper, lower) {
        (Some(upper), Some(lower)) => upper < lower || (upper == lower && !(inclusive && also)),
        _ => false,
    };
    !below(a.upper, a.upper_inclusive, b.lower, b.lower_inclusive)
        && !below(b.upper, b.upper_inclusive, a.lower, a.lower_inclusive)
}

/// How many times the smallest bound the largest is; `None` without two bounds above zero.
pub fn gap<'i>(values: impl Iterator<Item = &'i Interval>) -> Option<f64> {
    let bounds = values.flat_map(|value| [value.lower, value.upper]).flatten();
    let (least, most) =
        bounds.fold((f64::INFINITY, 0.0), |(least, most): (f64, f64), bound| (least.min(bound), most.max(bound)));
    (least > 0.0 && most > least && most.is_finite()).then(|| most / least)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exactly(value: f64) -> Interval {
        Interval { lower: Some(value), upper: Some(value), lower_inclusive: true, upper_inclusive: true }
    }

    #[test]
    fn relations() {
        let at_most = Interval { lower: None, upper: Some(6e6), lower_inclusive: false, upper_inclusive: true };
        let over = Interval { lower: Some(6e6), upper: None, lower_inclusive: false, upper_inclusive: false };
        let table = [
            ("equal", exactly(3e5), exactly(3e5), false, (true, true)),
            ("294,000 is about 300,000", exactly(294_000.0), exactly(3e5), true, (true, false)),
            ("about 2,000 can be 2,048", exactly(2_000.0), exactly(2_048.0), true, (true, false)),
            ("about 6.1 million is not 5.57 million", exactly(6.1e6), exactly(5.57e6), true, (false, false)),
            ("about 420 billion and about 430 billion are one", exactly(4.2e11), exactly(4.3e11), true, (true, false)),
            ("nothing is about nothing", exactly(0.0), exactly(0.0), true, (true, true)),
            ("5.576 million rounds to 5.6 million", exactly(5.576e6), exactly(5.6e6), false, (true, false)),
            ("243 is not 200", exactly(243.0), exactly(200.0), false, (false, false)),
            ("300,000 is under 6 million", exactly(3e5), at_most, false, (false, true)),
            ("over 6 million is not 300,000", exactly(3e5), over, false, (false, false)),
            ("up to and over touch nowhere", at_most, over, false, (false, false)),
        ];
        for (name, a, b, approximate, expected) in table {
            assert_eq!((agree(&a, &b, approximate), overlap(&a, &b)), expected, "{name}");
        }
    }

    #[test]
    fn gaps() {
        assert_eq!(gap([exactly(3e5), exactly(6e6)].iter()), Some(20.0));
        assert_eq!(gap([exactly(5.0), exactly(5.0)].iter()), None);
        assert_eq!(gap([exactly(0.0), exactly(5.0)].iter()), None);
    }
}
