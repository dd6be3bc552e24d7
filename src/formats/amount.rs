//! A figure in words, as a reader expects it in a document.

use crate::options::{MessageLanguage, Wording};
use crate::report::Interval;

const ABOUT: Wording = ("about {}", "約{}");
const NEARLY: Wording = ("nearly {}", "{}近く");
const AT_LEAST: Wording = ("{} or more", "{}以上");
const OVER: Wording = ("over {}", "{}超");
const AT_MOST: Wording = ("up to {}", "{}以下");
const UNDER: Wording = ("under {}", "{}未満");
const RANGE: Wording = ("{}–{}", "{}–{}");
const RANGE_UNDER: Wording = ("{} to under {}", "{}以上{}未満");
const UNKNOWN: Wording = ("unknown", "不明");

/// A number of so many characters is one that has no end as a decimal.
const ENDLESS: usize = 14;

/// No fraction is of more parts.
const LARGEST_WHOLE: u32 = 1000;

/// From here on Japanese writes whole numbers with 万, 億 and 兆, and five digits only where they are round.
const MYRIADS: [(f64, &str); 4] = [(1e12, "兆"), (1e8, "億"), (1e4, "万"), (1.0, "")];

/// What an article claims in a number: its bounds, its unit, whether it is said to be approximate. In the words of the page.
pub fn amount(value: &Interval, approximate: bool, unit: &str, language: MessageLanguage) -> String {
    let apart = if unit.starts_with(|c: char| c.is_ascii_alphabetic()) { " " } else { "" };
    let bare = |n: f64| number(n, language);
    let set = |n: f64| match fraction(n).filter(|_| unit.is_empty()) {
        Some((part, whole)) if language == MessageLanguage::Ja => format!("{whole}分の{part}"),
        Some((part, whole)) => format!("{part}/{whole}"),
        None => format!("{}{apart}{unit}", bare(n)),
    };
    let bounds = match (value.lower, value.upper) {
        (None, None) => language.of(UNKNOWN).to_owned(),
        (None, Some(upper)) if approximate && !value.upper_inclusive => return language.with(NEARLY, &[&set(upper)]),
        (None, Some(upper)) => language.with(if value.upper_inclusive { AT_MOST } else { UNDER }, &[&set(upper)]),
        (Some(lower), None) => language.with(if value.lower_inclusive { AT_LEAST } else { OVER }, &[&set(lower)]),
        (Some(lower), Some(upper)) if lower == upper => set(lower),
        (Some(lower), Some(upper)) => {
            language.with(if value.upper_inclusive { RANGE } else { RANGE_UNDER }, &[&bare(lower), &set(upper)])
        }
    };
    if approximate { language.with(ABOUT, &[&bounds]) } else { bounds }
}

fn number(n: f64, language: MessageLanguage) -> String {
    let size = n.abs();
    let is_round = n.fract() == 0.0 && (size >= 1e5 || size % 1e3 == 0.0);
    if language == MessageLanguage::Ja && is_round && (1e4..1e16).contains(&size) {
        let sign = if n < 0.0 { "-" } else { "" };
        let mut rest = size;
        let groups = MYRIADS.map(|(unit, name)| {
            let group = (rest / unit).floor();
            rest -= group * unit;
            if group == 0.0 { String::new() } else { format!("{group}{name}") }
        });
        return format!("{sign}{}", groups.concat());
    }
    grouped(&n.to_string())
}

/// A number between 0 and 1 that a few digits do not tell, as a fraction of whole numbers: 30分の1.
fn fraction(n: f64) -> Option<(u32, u32)> {
    let is_whole = |n: f64| (n - n.round()).abs() < 1e-9;
    if n <= 0.0 || n >= 1.0 || n.to_string().len() < ENDLESS {
        return None;
    }
    let whole = (3..=LARGEST_WHOLE).find(|whole| is_whole(n * f64::from(*whole)))?;
    let part = (n * f64::from(whole)).round() as u32;
    (part > 0).then_some((part, whole))
}

/// Digits in threes: 1,234.5.
fn grouped(digits: &str) -> String {
    let whole = digits.find('.').unwrap_or(digits.len());
    let mut told = String::new();
    for (place, digit) in digits.char_indices() {
        let left = whole.saturating_sub(place);
        if left > 0 && left % 3 == 0 && told.ends_with(|c: char| c.is_ascii_digit()) {
            told.push(',');
        }
        told.push(digit);
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts() {
        let value = |lower, upper, lower_inclusive, upper_inclusive| Interval {
            lower,
            upper,
            lower_inclusive,
            upper_inclusive,
        };
        let one = |n| value(Some(n), Some(n), true, true);
        let table = [
            (one(3.0), false, "%", "3%", "3%"),
            (one(-1234.5), false, "", "-1,234.5", "-1,234.5"),
            (one(1.0 / 30.0), true, "", "about 1/30", "約30分の1"),
            (one(2.0 / 3.0), false, "", "2/3", "3分の2"),
            (one(0.05), false, "", "0.05", "0.05"),
            (one(0.00625), false, "%", "0.00625%", "0.00625%"),
            (one(1.0 / 3.0), false, "%", "0.3333333333333333%", "0.3333333333333333%"),
            (one(2048.0), false, "GPUs", "2,048 GPUs", "2,048 GPUs"),
            (one(24_680.0), false, "人", "24,680人", "24,680人"),
            (one(1.25e12), false, "円", "1,250,000,000,000円", "1兆2500億円"),
            (one(3e5), true, "人", "about 300,000人", "約30万人"),
            (
                value(Some(1e8), Some(1e9), true, false),
                false,
                "JPY",
                "100,000,000 to under 1,000,000,000 JPY",
                "1億以上10億 JPY未満",
            ),
            (value(Some(3.0), Some(5.0), true, true), false, "km", "3–5 km", "3–5 km"),
            (value(None, Some(6e6), false, true), false, "USD", "up to 6,000,000 USD", "600万 USD以下"),
            (value(None, Some(4.0), false, false), false, "%", "under 4%", "4%未満"),
            (value(None, Some(4.0), false, false), true, "%", "nearly 4%", "4%近く"),
            (value(Some(75.0), None, true, false), false, "", "75 or more", "75以上"),
            (value(Some(75.0), None, false, false), false, "", "over 75", "75超"),
            (value(None, None, false, false), false, "", "unknown", "不明"),
        ];
        for (value, approximate, unit, english, japanese) in table {
            assert_eq!(amount(&value, approximate, unit, MessageLanguage::En), english);
            assert_eq!(amount(&value, approximate, unit, MessageLanguage::Ja), japanese);
        }
    }
}
