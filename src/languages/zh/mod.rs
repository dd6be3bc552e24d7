//! Chinese: recognised, with little more.

mod zones;

use super::identify::Identification;
use super::{Language, ReadingRates, Unit};
use crate::sentences::SentenceRules;
use unicode_script::{Script, UnicodeScript};

/// Chinese. No reading speed of its own is sourced yet; the Japanese one stands in.
pub static LANGUAGE: Language = Language {
    code: "zh",
    identification: Identification {
        letter: |c| c.script() == Script::Han,
        own: |_| false,
        function_words: &[
            "的", "是", "了", "们", "們", "这", "這", "个", "為", "为", "與", "与", "说", "說", "对", "從", "从", "很",
            "吗", "嗎", "没", "沒", "还", "還", "它", "让", "讓", "发",
        ],
    },
    zones: &zones::ZONES,
    sentences: &SENTENCES,
    reading: ReadingRates { unit: Unit::Character, typical: 500.0, fast: 600.0, slow: 400.0, aloud: 300.0 },
    manuscript_paper: false,
};

static SENTENCES: SentenceRules = SentenceRules {
    full_stops: &['。', '！', '？', '!', '?', '．'],
    spaced_stops: &['.'],
    abbreviations: &[],
    final_abbreviations: &[],
    hours: &[],
    starters: &[],
    names: &["yahoo", "y"],
    continuations: &[],
    strong_continuations: &[],
    not_continuations: &[],
    laughter: &[],
};
