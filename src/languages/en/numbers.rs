//! How English writes numbers.

use crate::tags::numbers::{NumberRules, Numbers, Word};
use std::sync::LazyLock;

/// The rules, indexed.
pub static NUMBERS: LazyLock<Numbers> = LazyLock::new(|| Numbers::new(&RULES));

static RULES: NumberRules = NumberRules {
    numerals: &[],
    fraction: &[],
    mixed: &[],
    points: &[],
    minus: &["minus ", "negative ", "Minus ", "Negative "],
    last_digit_scales: false,
    surplus: &[],
    words: WORDS,
    scales: SCALES,
    letters_before: crate::languages::ja::numbers::LETTERS_BEFORE,
    guards: GUARDS,
};

static SCALES: &[(&str, i32)] = &[
    ("hundred", 2),
    ("k|K|thousand|grand", 3),
    ("lakh|lakhs", 5),
    ("M|MM|mil|mln|million|millions", 6),
    ("crore|crores", 7),
    ("b|B|bn|bln|billion|billions", 9),
    ("T|tn|tln|trillion|trillions", 12),
    ("quadrillion", 15),
];

static WORDS: &[(&str, Word)] = &[
    ("zero|nought|naught", Word::Small(0.0)),
    ("one", Word::Small(1.0)),
    ("two", Word::Small(2.0)),
    ("three", Word::Small(3.0)),
    ("four", Word::Small(4.0)),
    ("five", Word::Small(5.0)),
    ("six", Word::Small(6.0)),
    ("seven", Word::Small(7.0)),
    ("eight", Word::Small(8.0)),
    ("nine", Word::Small(9.0)),
    ("ten", Word::Small(10.0)),
    ("eleven", Word::Small(11.0)),
    ("twelve", Word::Small(12.0)),
    ("thirteen", Word::Small(13.0)),
    ("fourteen", Word::Small(14.0)),
    ("fifteen", Word::Small(15.0)),
    ("sixteen", Word::Small(16.0)),
    ("seventeen", Word::Small(17.0)),
    ("eighteen", Word::Small(18.0)),
    ("nineteen", Word::Small(19.0)),
    ("twenty", Word::Tens(20.0)),
    ("thirty", Word::Tens(30.0)),
    ("forty|fourty", Word::Tens(40.0)),
    ("fifty", Word::Tens(50.0)),
    ("sixty", Word::Tens(60.0)),
    ("seventy", Word::Tens(70.0)),
    ("eighty", Word::Tens(80.0)),
    ("ninety", Word::Tens(90.0)),
    ("hundred|hundreds", Word::Hundred),
    ("thousand|thousands", Word::Scale(1e3)),
    ("lakh|lakhs", Word::Scale(1e5)),
    ("million|millions|mil", Word::Scale(1e6)),
    ("crore|crores", Word::Scale(1e7)),
    ("billion|billions", Word::Scale(1e9)),
    ("trillion|trillions", Word::Scale(1e12)),
    ("dozen|dozens|dz|dzs", Word::Dozen),
    ("and", Word::And),
    ("a|an", Word::Article),
    ("half", Word::Half),
    ("several|a few", Word::Several),
    ("point", Word::Point),
    ("over|out of", Word::Over),
];

static GUARDS: &[(&str, bool)] = &[(
    "one another|no one|anyone|everyone|someone|one of|one by one|one day|one-sided|at one point|this one|that one|which one|each one|the one|the ones|one's|oneself|one time|at one time",
    true,
)];
