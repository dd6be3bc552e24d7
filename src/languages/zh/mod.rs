//! Chinese: recognised, with little more.

pub mod attribution;
pub mod hedges;
mod insets;
mod names;
pub mod numbers;
pub mod times;
pub mod units;
mod zones;

use super::identify::Identification;
use super::{Language, ReadingRates, Unit};
use crate::letters::script;
use crate::measures::genre::Cues;
use crate::measures::headline::HeadlineRules;
use crate::measures::summary::SummaryRules;
use crate::measures::terms::{Part, TermRules};
use crate::measures::topics::TopicWords;
use crate::sentences::SentenceRules;
use std::sync::LazyLock;
use unicode_script::Script;

/// Chinese. No reading speed of its own is sourced yet; the Japanese one stands in.
pub static LANGUAGE: Language = Language {
    code: "zh",
    identification: Identification {
        letter: |c| script(c) == Script::Han,
        own: |_| false,
        function_words: &[
            "的", "是", "了", "们", "們", "这", "這", "个", "為", "为", "與", "与", "说", "說", "对", "從", "从", "很",
            "吗", "嗎", "没", "沒", "还", "還", "它", "让", "讓", "发",
        ],
    },
    zones: &zones::ZONES,
    insets: &insets::INSETS,
    sentences: &SENTENCES,
    numbers: &numbers::NUMBERS,
    units: &units::UNITS,
    times: &times::TIMES,
    modelled: false,
    origins: |_, _, _| (),
    own_classes: &[],
    attributions: &attribution::ATTRIBUTIONS,
    hedges: &hedges::HEDGES,
    reading: ReadingRates { unit: Unit::Character, typical: 500.0, fast: 600.0, slow: 400.0, aloud: 300.0 },
    manuscript_paper: false,
    comparison: &super::comparison::NO_RULES,
    word_classes: |_| Vec::new(),
    shares: |_| Vec::new(),
    terms: TERMS,
    topics: &TOPIC_WORDS,
    genre: &NO_CUES,
    headline: HEADLINE,
    summary: SUMMARY,
    style: &[],
    readability: |_, _| Vec::new(),
    names: &names::NAMES,
};

static NO_CUES: LazyLock<Cues> = LazyLock::new(|| Cues::new(&[]));

const HEADLINE: HeadlineRules = HeadlineRules {
    longest: 40,
    shortest: 8,
    marks: &["，"],
    loose_ends: &[],
    loose_starts: &["据"],
    subjects: &[],
    stops: &['。'],
};

/// No words of topics are told yet.
static TOPIC_WORDS: LazyLock<TopicWords> = LazyLock::new(TopicWords::default);

static SENTENCES: SentenceRules = SentenceRules {
    full_stops: &['。', '！', '？', '!', '?', '．'],
    spaced_stops: &['.'],
    abbreviations: &[],
    final_abbreviations: &[],
    lone_letters: &[],
    hours: &[],
    starters: &[],
    names: &["yahoo", "y"],
    continuations: &[],
    strong_continuations: &[],
    not_continuations: &[],
    laughter: &[],
    final_forms: &[],
};

/// Without a model of its words nothing in a Chinese text is called a term.
const TERMS: TermRules = TermRules { part: |_, _| Part::Outside, empty: &[], longest: 1 };

const SUMMARY: SummaryRules = SummaryRules {
    leaning: &["但", "而", "他", "她", "这", "這", "另外", "不过", "不過"],
    greetings: &["你好", "您好", "大家好", "谢谢", "謝謝"],
    pointing: &[],
    length: (8, 160),
};
