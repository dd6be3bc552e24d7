//! Counts over a part of an article.

use crate::languages::{self, Language};
use crate::measures::{characters, reading, scripts};
use crate::offsets::Offsets;
use crate::report::{Characters, OffsetUnit, ReadingMinutes, Report, Role, Scripts, Upos};
use crate::span::Span;
use serde::Serialize;
use std::collections::{BTreeMap, HashSet};

/// Counts over a part of an article, counted blocks or not.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Selection {
    /// Its characters.
    pub characters: Characters,
    /// Sentences that lie in it at least in part.
    pub sentences: u32,
    /// Words that lie in it wholly.
    pub words: u32,
    /// Their different dictionary forms.
    pub unique_lemmas: u32,
    /// Shares of scripts.
    pub scripts: Scripts,
    /// Minutes it takes to read.
    pub reading_minutes: ReadingMinutes,
}

/// The counts of what is selected; a span past the end is held to the text.
pub fn selection(report: &Report, span: Span) -> Selection {
    counts(report, &[span])
}

/// The counts of each role that the article has, its blocks joined by one line break each.
pub fn by_role(report: &Report) -> BTreeMap<Role, Selection> {
    let mut spans: BTreeMap<Role, Vec<Span>> = BTreeMap::new();
    for block in report.blocks.iter().filter(|block| block.duplicate_of.is_none()) {
        spans.entry(block.role).or_default().push(block.span);
    }
    spans.into_iter().map(|(role, spans)| (role, counts(report, &spans))).collect()
}

/// The counts of some spans, in order and disjoint.
fn counts(report: &Report, spans: &[Span]) -> Selection {
    let offsets = Offsets::new(&report.text, report.offsets, OffsetUnit::Byte);
    let texts: Vec<&str> = spans.iter().map(|span| offsets.span(*span).of(&report.text)).collect();
    let joined = texts.join("\n");
    let first_past = |start: u32| spans.partition_point(|span| span.end <= start);
    let inside = |span: Span| spans.get(first_past(span.start)).is_some_and(|own| own.contains(span));
    let touches = |span: Span| spans.get(first_past(span.start)).is_some_and(|own| own.overlaps(span));
    let is_word = |upos: Upos| !matches!(upos, Upos::Punct | Upos::Sym);
    let words: Vec<_> = report.tokens.iter().filter(|token| is_word(token.upos) && inside(token.span)).collect();
    let language: &Language = languages::by_code(&report.language).unwrap_or(&languages::ja::LANGUAGE);
    Selection {
        characters: characters::count(&joined),
        sentences: report.sentences.iter().filter(|sentence| touches(sentence.span)).count() as u32,
        words: words.len() as u32,
        unique_lemmas: words.iter().map(|token| token.lemma.to_lowercase()).collect::<HashSet<_>>().len() as u32,
        scripts: scripts::count(&joined).shares(),
        reading_minutes: reading::minutes(reading::load(&joined), language),
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::report;
    use super::*;

    #[test]
    fn a_selection() {
        let report = report("💛 It is so. It was so.");
        let found = selection(&report, Span::new(3, 12));
        assert_eq!((found.characters.all, found.sentences, found.words), (9, 1, 3));
        assert_eq!(selection(&report, Span::new(900, 999)).characters.all, 0);
        assert_eq!(selection(&report, Span::new(0, 999)).words, 6);
    }

    #[test]
    fn each_role() {
        let report = report("題\n\n本文です。次の文です。\n");
        let found = by_role(&report);
        assert_eq!((found.len(), found[&Role::Paragraph].sentences), (1, 3));
        assert_eq!(found[&Role::Paragraph].characters.without_line_breaks, 12);
    }
}
