//! How lengths are spread.

use super::{Reading, count_one};
use crate::report::{Origin, Report};
use serde::Serialize;
use std::collections::BTreeMap;

/// How many sentences and words have each length, and words each origin.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Distributions {
    /// Sentences by their characters without white space.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Record<number, number>"))]
    pub sentence_characters: BTreeMap<u32, u32>,
    /// Sentences by their words.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Record<number, number>"))]
    pub sentence_words: BTreeMap<u32, u32>,
    /// Words by their characters.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Record<number, number>"))]
    pub word_characters: BTreeMap<u32, u32>,
    /// Words by their origin; those that have none told are left out.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Partial<Record<Origin, number>>"))]
    pub word_origins: BTreeMap<Origin, u32>,
}

/// The lengths of the counted sentences and words. Empty for an empty text.
pub fn distributions(report: &Report) -> Distributions {
    let reading = Reading::of(report);
    let mut found = Distributions::default();
    for sentence in &reading.sentences {
        let text = sentence.span.of(&report.text);
        count_one(&mut found.sentence_characters, text.chars().filter(|c| !c.is_whitespace()).count() as u32);
        count_one(&mut found.sentence_words, sentence.words.len() as u32);
        for word in &sentence.words {
            count_one(&mut found.word_characters, word.span.of(&report.text).chars().count() as u32);
            if let Some(origin) = word.token.origin {
                *found.word_origins.entry(origin).or_insert(0) += 1;
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::testing::report;
    use super::*;

    #[test]
    fn lengths() {
        let found = distributions(&report("It is so. It was so."));
        assert_eq!(found.sentence_words, BTreeMap::from([(3, 2)]));
        assert_eq!(found.sentence_characters, BTreeMap::from([(7, 1), (8, 1)]));
        assert_eq!(found.word_characters, BTreeMap::from([(2, 5), (3, 1)]));
        assert!(found.word_origins.is_empty());
        let japanese = distributions(&report("港でボートを買った。"));
        assert_eq!(japanese.word_origins.get(&Origin::Foreign), Some(&1), "{japanese:?}");
        assert_eq!(distributions(&report("")), Distributions::default());
    }
}
