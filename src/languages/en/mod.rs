//! English.

pub mod attribution;
mod comparison;
mod digest;
mod genre;
pub mod hedges;
mod insets;
mod names;
pub mod numbers;
pub mod readability;
pub mod style;
mod summary;
pub mod syllables;
mod terms;
pub mod times;
mod topics;
pub mod units;
mod zones;

use super::identify::Identification;
use super::{Language, ReadingRates, Unit};
use crate::letters::script;
use crate::report::Upos;
use crate::sentences::SentenceRules;
use unicode_script::Script;

/// English. Reading speeds after Brysbaert 2019, Journal of Memory and Language 109:104047.
pub static LANGUAGE: Language = Language {
    code: "en",
    identification: Identification {
        letter: |c| script(c) == Script::Latin,
        own: |_| false,
        function_words: &[
            "the", "of", "and", "to", "is", "was", "are", "were", "for", "with", "that", "by", "from", "as", "it",
            "its", "be", "has", "have", "not", "this", "which", "will", "said", "their", "they",
        ],
    },
    zones: &zones::ZONES,
    insets: &insets::INSETS,
    sentences: &SENTENCES,
    numbers: &numbers::NUMBERS,
    units: &units::UNITS,
    times: &times::TIMES,
    modelled: true,
    origins: |_, _, _| (),
    own_classes: &[
        (Upos::Propn, "NNP"),
        (Upos::Noun, "NN"),
        (Upos::Verb, "VB"),
        (Upos::Adj, "JJ"),
        (Upos::Adv, "RB"),
        (Upos::Intj, "UH"),
    ],
    attributions: &attribution::ATTRIBUTIONS,
    hedges: &hedges::HEDGES,
    reading: ReadingRates { unit: Unit::Word, typical: 238.0, fast: 300.0, slow: 175.0, aloud: 183.0 },
    manuscript_paper: false,
    comparison: &comparison::RULES,
    word_classes: |_| Vec::new(),
    shares: |_| Vec::new(),
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
    full_stops: &['。', '！', '？', '．'],
    spaced_stops: &['.', '!', '?', '…'],
    abbreviations: &[
        "mr", "mrs", "ms", "dr", "prof", "st", "mt", "sr", "vs", "no", "nos", "fig", "figs", "vol", "pp", "p", "gen",
        "rep", "reps", "sen", "sens", "gov", "lt", "col", "capt", "sgt", "maj", "adm", "rev", "hon", "pres", "jan",
        "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "e.g", "i.e", "cf", "sec", "art",
        "ch", "rs", "n°", "ph.d", "approx", "dept", "est", "al", "viz", "messrs", "mx",
    ],
    final_abbreviations: &["co", "inc", "ltd", "corp", "jr", "etc", "bros", "llc", "plc", "ind", "ave", "blvd", "rd"],
    lone_letters: &[" on X", " to X", " via X"],
    hours: &["a.m", "p.m"],
    starters: &[
        "the",
        "a",
        "an",
        "he",
        "she",
        "it",
        "they",
        "we",
        "i",
        "you",
        "this",
        "that",
        "these",
        "those",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
        "your",
        "but",
        "and",
        "or",
        "so",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "with",
        "if",
        "when",
        "while",
        "how",
        "what",
        "why",
        "who",
        "where",
        "which",
        "however",
        "there",
        "here",
        "after",
        "before",
        "as",
        "then",
        "did",
        "do",
        "does",
        "is",
        "are",
        "was",
        "were",
        "can",
        "will",
        "not",
        "no",
        "nobody",
        "everyone",
        "some",
        "many",
        "most",
        "all",
        "since",
        "although",
        "though",
        "because",
        "meanwhile",
        "yet",
        "still",
        "today",
        "yesterday",
        "tomorrow",
        "now",
        "once",
        "also",
        "even",
        "just",
        "perhaps",
        "maybe",
        "finally",
        "instead",
        "according",
        "during",
        "about",
        "among",
        "despite",
        "until",
        "without",
        "have",
        "has",
        "had",
        "should",
        "could",
        "would",
        "please",
        "later",
        "let",
    ],
    names: &["yahoo", "y", "jeopardy", "yum"],
    continuations: &[],
    strong_continuations: &[],
    not_continuations: &[],
    laughter: &[],
    final_forms: &[],
};
