//! Japanese.

mod comparison;
mod names;
pub mod numbers;
pub mod readability;
pub mod style;
mod summary;
mod terms;
pub mod times;
pub mod units;
pub mod word_classes;
mod zones;

use super::identify::Identification;
use super::{Language, ReadingRates, Unit};
use crate::sentences::SentenceRules;
use unicode_script::{Script, UnicodeScript};

/// Japanese.
pub static LANGUAGE: Language = Language {
    code: "ja",
    identification: Identification { letter: |c| is_kana(c) || is_han(c), own: is_kana, function_words: &[] },
    zones: &zones::ZONES,
    sentences: &SENTENCES,
    numbers: &numbers::NUMBERS,
    units: &units::UNITS,
    times: &times::TIMES,
    modelled: true,
    reading: ReadingRates { unit: Unit::Character, typical: 500.0, fast: 600.0, slow: 400.0, aloud: 300.0 },
    manuscript_paper: true,
    attributes: comparison::ATTRIBUTES,
    word_classes: word_classes::measures,
    terms: terms::TERMS,
    summary: summary::SUMMARY,
    style: style::RULES,
    readability: readability::measures,
    names: &names::NAMES,
};

static SENTENCES: SentenceRules =
    SentenceRules {
        full_stops: &['。', '！', '？', '!', '?', '．', '｡'], spaced_stops: &['.'], abbreviations: &[]
    };

fn is_kana(character: char) -> bool {
    matches!(character.script(), Script::Hiragana | Script::Katakana)
}

fn is_han(character: char) -> bool {
    character.script() == Script::Han
}
