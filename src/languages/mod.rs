//! Languages: one folder each, with the same slots. The stages ask a [`Language`] for its rules and never which
//! language it is.

use crate::blocks::cues::ZoneRules;
use crate::blocks::insets::InsetRules;
use crate::measures::counted::Passage;
use crate::measures::diversity::Named;
use crate::measures::genre::Cues;
use crate::measures::headline::HeadlineRules;
use crate::measures::style::Rule;
use crate::measures::summary::SummaryRules;
use crate::measures::terms::TermRules;
use crate::measures::topics::TopicWords;
use crate::options::MessageLanguage;
use crate::report::{Readability, Upos};
use crate::sentences::SentenceRules;
use crate::tags::names::rules::NameRules;
use crate::tags::{attributions::Attributions, hedges::Hedges, numbers::Numbers, quantities::Units, times::Times};
use crate::tokens::Token;
use comparison::ComparisonRules;
use identify::Identification;
use std::sync::LazyLock;

pub mod comparison;
pub mod en;
pub mod identify;
pub mod ja;
pub mod symbols;
pub mod zh;

/// Everything the stages need to know of a language.
pub struct Language {
    /// BCP 47 code.
    pub code: &'static str,
    /// What tells it from the others.
    pub identification: Identification,
    /// How the zones of its pages are told.
    pub zones: &'static ZoneRules,
    /// What stands inside its paragraphs and does not belong to them.
    pub insets: &'static InsetRules,
    /// How its sentences end.
    pub sentences: &'static SentenceRules,
    /// How it writes numbers.
    pub numbers: &'static LazyLock<Numbers>,
    /// Its units, counters and words of bounds.
    pub units: &'static LazyLock<Units>,
    /// Its words of time.
    pub times: &'static LazyLock<Times>,
    /// Whether its words are cut by a model. The others are cut at Unicode's word boundaries.
    pub modelled: bool,
    /// Puts right the origins of the words of a sentence by what stands beside them; the sentence begins at that byte of
    /// what their spans are of.
    pub origins: fn(&mut [Token<'_>], &str, usize),
    /// What its own standard calls the classes of words that the caller knows.
    pub own_classes: &'static [(Upos, &'static str)],
    /// Its words of saying.
    pub attributions: &'static LazyLock<Attributions>,
    /// Its hedges.
    pub hedges: &'static LazyLock<Hedges>,
    /// How fast it is read.
    pub reading: ReadingRates,
    /// Whether lengths are counted on 400-character manuscript paper.
    pub manuscript_paper: bool,
    /// What comparing reports asks it.
    pub comparison: &'static ComparisonRules,
    /// The measures of word classes made for it, over some sentences, by their names in the report.
    pub word_classes: fn(&[Passage<'_>]) -> Vec<Named>,
    /// The shares of kinds of sentences and words, by their names in the report.
    pub shares: fn(&[Passage<'_>]) -> Vec<Named>,
    /// Which of its words can name what an article is about.
    pub terms: TermRules,
    /// Which of its words speak for which topics.
    pub topics: &'static LazyLock<TopicWords>,
    /// What its genres are written like.
    pub genre: &'static LazyLock<Cues>,
    /// How its sentences are shortened to headlines.
    pub headline: HeadlineRules,
    /// How its sentences are taken into a summary.
    pub summary: SummaryRules,
    /// Its rules of style.
    pub style: &'static [Rule],
    /// The readability measures made for it, over some sentences, told in the language of messages.
    pub readability: fn(&[Passage<'_>], MessageLanguage) -> Vec<Readability>,
    /// How its names are found.
    pub names: &'static NameRules,
}

impl std::fmt::Debug for Language {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(self.code)
    }
}

/// How fast a language is read, in its [`Unit`] a minute.
pub struct ReadingRates {
    /// What is counted.
    pub unit: Unit,
    /// The usual speed.
    pub typical: f64,
    /// A fast reader.
    pub fast: f64,
    /// A slow reader.
    pub slow: f64,
    /// Read aloud.
    pub aloud: f64,
}

/// What a reading speed counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Characters without white space.
    Character,
    /// Words.
    Word,
}

/// The languages with a folder of their own; the first is the one assumed where nothing speaks for another.
pub static ALL: [&Language; 3] = [&ja::LANGUAGE, &en::LANGUAGE, &zh::LANGUAGE];

/// The language of a BCP 47 code, by its primary subtag.
///
/// ```
/// use article_analyzer::languages;
/// assert_eq!(languages::by_code("ja-JP").map(|language| language.code), Some("ja"));
/// assert!(languages::by_code("tlh").is_none());
/// ```
pub fn by_code(code: &str) -> Option<&'static Language> {
    let primary = code.split(['-', '_']).next().unwrap_or("");
    ALL.into_iter().find(|language| language.code.eq_ignore_ascii_case(primary))
}
