//! English.

mod comparison;
pub mod numbers;
pub mod readability;
pub mod style;
mod summary;
pub mod syllables;
mod terms;
pub mod times;
pub mod units;
mod zones;

use super::identify::Identification;
use super::{Language, ReadingRates, Unit};
use crate::sentences::SentenceRules;
use unicode_script::{Script, UnicodeScript};

/// English. Reading speeds after Brysbaert 2019, Journal of Memory and Language 109:104047.
pub static LANGUAGE: Language = Language {
    code: "en",
    identification: Identification {
        letter: |c| c.script() == Script::Latin,
        own: |_| false,
        function_words: &[
            "the", "of", "and", "to", "is", "was", "are", "were", "for", "with", "that", "by", "from", "as", "it",
            "its", "be", "has", "have", "not", "this", "which", "will", "said", "their", "they",
        ],
    },
    zones: &zones::ZONES,
    sentences: &SENTENCES,
    numbers: &numbers::NUMBERS,
    units: &units::UNITS,
    times: &times::TIMES,
    modelled: true,
    reading: ReadingRates { unit: Unit::Word, typical: 238.0, fast: 300.0, slow: 175.0, aloud: 183.0 },
    manuscript_paper: false,
    attributes: comparison::ATTRIBUTES,
    word_classes: |_| Vec::new(),
    terms: terms::TERMS,
    summary: summary::SUMMARY,
    style: style::RULES,
    readability: readability::measures,
};

static SENTENCES: SentenceRules = SentenceRules {
    full_stops: &['。', '！', '？'],
    spaced_stops: &['.', '!', '?', '…'],
    abbreviations: &[
        "mr", "mrs", "ms", "dr", "prof", "st", "jr", "sr", "vs", "etc", "inc", "ltd", "co", "corp", "no", "fig", "vol",
        "pp", "gen", "rep", "sen", "gov", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov",
        "dec", "e.g", "i.e", "u.s", "u.k", "u.n", "a.m", "p.m",
    ],
};
