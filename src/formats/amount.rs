//! A figure in words, as a reader expects it in a document.

use crate::options::{MessageLanguage, Wording};
use crate::report::Interval;

const ABOUT: Wording = ("about {}", "約{}");
const NEARLY: Wording = ("nearly {}", "{}近く");
const AT_LEAST: Wording = ("{} or more", "{}以上");
const OVER: Wording = ("over {}", "{}超");
const AT_MOST: Wording = ("up to {}", "{}以下");
const UNDER: Wording = ("under {}", "{}未満");
const ONE: Wording = ("{}", "{}");
const RANGE: Wording = ("{}–{}", "{}–{}");
const RANGE_UNDER: Wording = ("{} to under {}", "{}以上{}未満");
const UNKNOWN: Wording = ("unknown", "不明");

/// What an article claims in a number: its bounds, its unit, whether it is said to be approximate.
pub fn amount(value: &Interval, approximate: bool, unit: &str, language: MessageLanguage) -> String {
    let apart = if unit.starts_with(|c: char| c.is_ascii_alphabetic()) { " " } else { "" };
    let set = |n: f64| n.to_string() + apart + unit;
    let (lower, upper) = (value.lower.unwrap_or_default(), value.upper.unwrap_or_default());
    let (wording, first) = match (value.lower, value.upper) {
        (None, None) => (UNKNOWN, String::new()),
        (None, Some(_)) if approximate && !value.upper_inclusive => return language.with(NEARLY, &[&set(upper)]),
        (None, Some(_)) => (if value.upper_inclusive { AT_MOST } else { UNDER }, set(upper)),
        (Some(_), None) => (if value.lower_inclusive { AT_LEAST } else { OVER }, set(lower)),
        _ if lower == upper => (ONE, set(lower)),
        _ => (if value.upper_inclusive { RANGE } else { RANGE_UNDER }, lower.to_string()),
    };
    let bounds = language.with(wording, &[&first, &set(upper)]);
    if approximate { language.with(ABOUT, &[&bounds]) } else { bounds }
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
            (one(-1234.5), false, "", "-1234.5", "-1234.5"),
            (one(2048.0), false, "GPUs", "2048 GPUs", "2048 GPUs"),
            (one(24_680.0), false, "人", "24680人", "24680人"),
            (one(1.25e12), false, "円", "1250000000000円", "1250000000000円"),
            (one(3e5), true, "人", "about 300000人", "約300000人"),
            (one(2e6), false, "CHF", "2000000 CHF", "2000000 CHF"),
            (
                value(Some(1e8), Some(1e9), true, false),
                false,
                "JPY",
                "100000000 to under 1000000000 JPY",
                "100000000以上1000000000 JPY未満",
            ),
            (value(Some(3.0), Some(5.0), true, true), false, "km", "3–5 km", "3–5 km"),
            (value(None, Some(6e6), false, true), false, "USD", "up to 6000000 USD", "6000000 USD以下"),
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
