//! Japanese.

pub mod attribution;
mod comparison;
mod counters;
mod digest;
mod genre;
pub mod hedges;
mod insets;
pub mod long_units;
mod names;
pub mod numbers;
mod origins;
pub mod readability;
mod saying;
mod shares;
pub mod style;
mod summary;
mod terms;
pub mod times;
mod topics;
pub mod units;
pub mod word_classes;
mod zones;

use super::identify::Identification;
use super::{Language, ReadingRates, Unit};
use crate::letters::script;
use crate::report::Upos;
use crate::sentences::SentenceRules;
use unicode_script::Script;

/// Japanese.
pub static LANGUAGE: Language = Language {
    code: "ja",
    identification: Identification { letter: |c| is_kana(c) || is_han(c), own: is_kana, function_words: &[] },
    zones: &zones::ZONES,
    insets: &insets::INSETS,
    sentences: &SENTENCES,
    numbers: &numbers::NUMBERS,
    units: &units::UNITS,
    times: &times::TIMES,
    modelled: true,
    origins: origins::by_neighbours,
    own_classes: &[
        (Upos::Propn, "名詞-固有名詞-一般"),
        (Upos::Noun, "名詞-普通名詞-一般"),
        (Upos::Verb, "動詞-一般"),
        (Upos::Adj, "形容詞-一般"),
        (Upos::Adv, "副詞"),
        (Upos::Intj, "感動詞-一般"),
    ],
    attributions: &attribution::ATTRIBUTIONS,
    hedges: &hedges::HEDGES,
    reading: ReadingRates { unit: Unit::Character, typical: 500.0, fast: 600.0, slow: 400.0, aloud: 300.0 },
    manuscript_paper: true,
    comparison: &comparison::RULES,
    word_classes: word_classes::measures,
    shares: shares::shares,
    terms: terms::TERMS,
    topics: &topics::WORDS,
    genre: &genre::GENRE,
    headline: digest::HEADLINE,
    summary: summary::SUMMARY,
    style: style::RULES,
    readability: readability::measures,
    names: &names::NAMES,
};

static SENTENCES: SentenceRules = SentenceRules {
    full_stops: &['。', '！', '？', '!', '?', '．', '｡'],
    spaced_stops: &['.'],
    abbreviations: &[],
    final_abbreviations: &[],
    lone_letters: &[],
    hours: &[],
    starters: &[],
    names: &["yahoo", "y", "モーニング娘"],
    continuations: &["と", "って", "という", "との", "とか", "とは", "など", "が、", "けど", "、", "。"],
    strong_continuations: &[
        "と、",
        "との",
        "とか",
        "を",
        "もあり",
        "もある",
        "もあっ",
        "と思",
        "と言",
        "という",
        "と述",
        "と話",
        "とのこと",
        "と聞",
        "と書",
        "と答",
        "と語",
    ],
    not_continuations: &[
        "とにかく",
        "とても",
        "ところ",
        "とりあえず",
        "とはいえ",
        "ともあれ",
        "ともかく",
        "とある",
        "とくに",
        "ときに",
        "ときどき",
        "とりわけ",
        "とも",
        "とっても",
        "との違い",
    ],
    laughter: &["(笑)", "（笑）", "(泣)", "（泣）", "(汗)", "（汗）", "(涙)", "（涙）"],
    final_forms: &[
        "です",
        "ます",
        "でした",
        "ました",
        "ません",
        "でしょう",
        "ください",
        "ですね",
        "ますね",
        "ですよ",
        "ますよ",
        "ましたよ",
        "でしたね",
        "ましたね",
        "かな",
        "だろう",
    ],
};

fn is_kana(character: char) -> bool {
    matches!(script(character), Script::Hiragana | Script::Katakana)
}

fn is_han(character: char) -> bool {
    script(character) == Script::Han
}
