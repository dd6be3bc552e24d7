//! Where the words of a language's tables stand in a text.

use crate::languages::Language;
use crate::span::Span;
use aho_corasick::{AhoCorasick, MatchKind};
use std::collections::BTreeMap;

/// A word of a table: where it stands, and which entry it is of.
pub type Hit = (Span, usize);

/// The words of each table in one text, in order; of words that overlap the first, and of those the longest.
#[derive(Default)]
pub struct Hits {
    pub attributes: Vec<Hit>,
    pub events: Vec<Hit>,
    pub countings: Vec<Hit>,
}

/// One table, searched in one pass over a text.
struct Table {
    words: Option<AhoCorasick>,
    entries: Vec<usize>,
}

/// The tables of the languages that reports are in, made once for a comparison.
#[derive(Default)]
pub struct Cues {
    tables: BTreeMap<&'static str, [Table; 3]>,
}

impl Cues {
    /// All words of the language's tables in a text.
    pub fn find(&mut self, language: &'static Language, text: &str) -> Hits {
        let rules = language.comparison;
        let [attributes, events, countings] = self.tables.entry(language.code).or_insert_with(|| {
            [
                Table::new(rules.attributes.iter().map(|attribute| attribute.cues)),
                Table::new(rules.events.iter().map(|event| event.cues)),
                Table::new(rules.countings.iter().map(|counting| counting.cues)),
            ]
        });
        Hits { attributes: attributes.find(text), events: events.find(text), countings: countings.find(text) }
    }
}

impl Table {
    fn new(entries: impl Iterator<Item = &'static [&'static str]>) -> Table {
        let (entries, words): (Vec<usize>, Vec<&str>) =
            entries.enumerate().flat_map(|(entry, words)| words.iter().map(move |word| (entry, *word))).unzip();
        let words =
            AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).ascii_case_insensitive(true).build(words);
        Table { words: words.ok(), entries }
    }

    fn find(&self, text: &str) -> Vec<Hit> {
        let all = self.words.iter().flat_map(|words| words.find_iter(text));
        all.filter(|found| is_whole(text, found.start(), found.end()))
            .filter_map(|found| {
                let entry = self.entries.get(found.pattern().as_usize())?;
                Some((Span::new(found.start(), found.end()), *entry))
            })
            .collect()
    }
}

/// Whether no Latin letter goes on before or after a place.
pub fn is_whole(text: &str, start: usize, end: usize) -> bool {
    let is_latin = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphabetic);
    let bytes = text.as_bytes();
    let joined = |one: Option<usize>, other: Option<usize>| {
        is_latin(one.and_then(|place| bytes.get(place))) && is_latin(other.and_then(|place| bytes.get(place)))
    };
    !joined(start.checked_sub(1), Some(start)) && !joined(end.checked_sub(1), Some(end))
}

/// The hits inside a stretch.
pub fn within(hits: &[Hit], stretch: Span) -> &[Hit] {
    let from = hits.partition_point(|(span, _)| span.start < stretch.start);
    let to = hits.partition_point(|(span, _)| span.end <= stretch.end).max(from);
    hits.get(from..to).unwrap_or(&[])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_whole_and_the_longest() {
        let table = Table::new([["支持率", "cut"].as_slice(), ["不支持"].as_slice()].into_iter());
        let found = |text: &str| table.find(text).into_iter().map(|(_, entry)| entry).collect::<Vec<_>>();
        assert_eq!(found("内閣の支持率は"), [0]);
        assert_eq!(found("不支持率は"), [1]);
        assert_eq!(found("an acute cut"), [0]);
    }
}
