//! The queries as data: questions that programs ask by name, and what they are answered.

use super::{
    Collocate, Context, ContextSort, Distributions, Frequency, NGram, Selection, StyleRule, by_role, collocates,
    concordance, distributions, frequencies, ngrams, selection, style_rules,
};
use crate::report::{Report, Role};
use crate::span::Span;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::BTreeMap;

/// A question about the words of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), serde(tag = "kind", rename_all = "camelCase"))]
pub enum Question {
    /// How often words are used, and how evenly.
    Frequencies,
    /// Which runs of `n` words come again.
    #[cfg_attr(target_arch = "wasm32", serde(rename = "ngrams"))]
    NGrams {
        /// Words in a run, 1 to 10.
        n: u32,
        /// How often a run must stand in the text; 2 when left out.
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        least: Option<u32>,
        /// How many runs are listed at most, the most frequent first; all when left out.
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        most: Option<u32>,
    },
    /// Where a word or phrase stands, in its context.
    Concordance {
        /// A dictionary form, or what is written.
        phrase: String,
        /// Characters to each side; 40 when left out.
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        width: Option<u32>,
        /// Their order; that of the text when left out.
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        sort: Option<ContextSort>,
    },
    /// Which words stand beside a word or phrase.
    Collocates {
        /// A dictionary form, or what is written.
        phrase: String,
        /// Words to each side; 5 when left out.
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        window: Option<u32>,
    },
    /// The counts of a part of the text, in the unit of the report.
    Selection {
        /// Where it begins.
        start: u32,
        /// Where it has ended.
        end: u32,
    },
    /// The counts of each role.
    ByRole,
    /// How lengths are spread.
    Distributions,
    /// Which rules of style look at the text.
    StyleRules,
}

/// The name of a kind of question.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "camelCase")]
enum Kind {
    Frequencies,
    #[serde(rename = "ngrams")]
    NGrams,
    Concordance,
    Collocates,
    Selection,
    ByRole,
    Distributions,
    StyleRules,
}

/// What any question can say. What serde derives for a tagged enum is 30 kB of WebAssembly more.
#[derive(Deserialize)]
struct Fields {
    kind: Kind,
    n: Option<u32>,
    least: Option<u32>,
    most: Option<u32>,
    phrase: Option<String>,
    width: Option<u32>,
    sort: Option<ContextSort>,
    window: Option<u32>,
    start: Option<u32>,
    end: Option<u32>,
}

impl<'de> Deserialize<'de> for Question {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Fields { kind, n, least, most, phrase, width, sort, window, start, end } =
            Fields::deserialize(deserializer)?;
        let missing = D::Error::missing_field;
        Ok(match kind {
            Kind::Frequencies => Question::Frequencies,
            Kind::NGrams => Question::NGrams { n: n.ok_or_else(|| missing("n"))?, least, most },
            Kind::Concordance => {
                Question::Concordance { phrase: phrase.ok_or_else(|| missing("phrase"))?, width, sort }
            }
            Kind::Collocates => Question::Collocates { phrase: phrase.ok_or_else(|| missing("phrase"))?, window },
            Kind::Selection => {
                let (start, end) = start.zip(end).ok_or_else(|| missing("start and end"))?;
                Question::Selection { start, end }
            }
            Kind::ByRole => Question::ByRole,
            Kind::Distributions => Question::Distributions,
            Kind::StyleRules => Question::StyleRules,
        })
    }
}

/// The answer to a [`Question`].
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Answer {
    /// Of [`frequencies`].
    Frequencies(Vec<Frequency>),
    /// Of [`ngrams`].
    NGrams(Vec<NGram>),
    /// Of [`concordance`].
    Concordance(Vec<Context>),
    /// Of [`collocates`].
    Collocates(Vec<Collocate>),
    /// Of [`selection`].
    Selection(Selection),
    /// Of [`by_role`].
    ByRole(BTreeMap<Role, Selection>),
    /// Of [`distributions`].
    Distributions(Distributions),
    /// Of [`style_rules`].
    StyleRules(Vec<StyleRule>),
}

const LEAST: u32 = 2;
const WIDTH: u32 = 40;
const WINDOW: u32 = 5;

/// Answers a question by the query of its name.
pub fn ask(report: &Report, question: &Question) -> Answer {
    match question {
        Question::Frequencies => Answer::Frequencies(frequencies(report)),
        Question::NGrams { n, least, most } => {
            let mut found = ngrams(report, *n as usize, least.unwrap_or(LEAST) as usize);
            found.truncate(most.map_or(usize::MAX, |most| most as usize));
            Answer::NGrams(found)
        }
        Question::Concordance { phrase, width, sort } => {
            let width = width.unwrap_or(WIDTH) as usize;
            Answer::Concordance(concordance(report, phrase, width, sort.unwrap_or_default()))
        }
        Question::Collocates { phrase, window } => {
            Answer::Collocates(collocates(report, phrase, window.unwrap_or(WINDOW) as usize))
        }
        Question::Selection { start, end } => {
            Answer::Selection(selection(report, Span { start: *start, end: *end.max(start) }))
        }
        Question::ByRole => Answer::ByRole(by_role(report)),
        Question::Distributions => Answer::Distributions(distributions(report)),
        Question::StyleRules => Answer::StyleRules(style_rules(report)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::report;
    use super::*;
    use serde_json::json;

    #[test]
    fn questions_and_their_answers() {
        let report = report("💛 A kite flew. A kite fell.\n\nThe sea was calm.");
        let table = [
            (json!({ "kind": "frequencies" }), "/1/lemma", json!("kite")),
            (json!({ "kind": "ngrams", "n": 2 }), "/0/spans/0", json!({ "start": 3, "end": 9 })),
            (json!({ "kind": "ngrams", "n": 2, "least": 3 }), "", json!([])),
            (json!({ "kind": "ngrams", "n": 1, "least": 1, "most": 1 }), "/1", json!(null)),
            (json!({ "kind": "concordance", "phrase": "Kite", "width": 3 }), "/1/right", json!(" fe")),
            (json!({ "kind": "concordance", "phrase": "kite", "sort": "right" }), "/0/right", json!(" fell.")),
            (json!({ "kind": "collocates", "phrase": "a kite", "window": 1 }), "/0/together", json!(1)),
            (json!({ "kind": "selection", "start": 3, "end": 9 }), "/words", json!(2)),
            (json!({ "kind": "selection", "start": 9, "end": 3 }), "/words", json!(0)),
            (json!({ "kind": "byRole" }), "/paragraph/characters/withoutBoth", json!(35)),
            (json!({ "kind": "distributions" }), "/sentenceWords/3", json!(2)),
            (json!({ "kind": "styleRules" }), "/0", json!({ "rule": "long-sentence", "language": "en", "on": true })),
        ];
        for (question, pointer, expected) in table {
            let asked: Question = serde_json::from_value(question.clone()).unwrap();
            let answer = serde_json::to_value(ask(&report, &asked)).unwrap();
            let found = answer.pointer(pointer).cloned().unwrap_or_default();
            assert_eq!(found, expected, "{question} {answer}");
        }
    }

    #[test]
    fn questions_that_mean_nothing() {
        let lacking =
            ["ngrams", "concordance", "collocates", "selection"].map(|kind| json!({ "kind": kind, "start": 1 }));
        let others =
            [json!({ "kind": "weather" }), json!({ "kind": "ngrams", "n": -1 }), json!({}), json!("frequencies")];
        for question in others.into_iter().chain(lacking) {
            assert!(serde_json::from_value::<Question>(question.clone()).is_err(), "{question}");
        }
    }
}
