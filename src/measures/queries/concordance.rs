//! Where a word or phrase stands, in its context.

use super::{Reading, Word, Words};
use crate::order::Order;
use crate::report::Report;
use crate::span::Span;
use serde::{Deserialize, Serialize};

/// One place of a word or phrase.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Context {
    /// What stands before it in the sentence, its last characters.
    pub left: String,
    /// The word or phrase as written.
    pub keyword: String,
    /// What stands after it in the sentence, its first characters.
    pub right: String,
    /// Where it stands.
    pub span: Span,
    /// Index of the sentence.
    pub sentence: u32,
    /// Index of the block.
    pub block: u32,
}

/// The order of a concordance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum ContextSort {
    /// As they stand in the text.
    #[default]
    Position,
    /// By the words before, from the nearest on.
    Left,
    /// By the words after, from the nearest on.
    Right,
}

/// Words that tell the order of two places.
const SORTED: usize = 4;

/// The places of `query` in the counted blocks, with up to `width` characters to each side (keyword in context). A place is
/// a word with that dictionary form, whatever its own, or the phrase as it is written, whatever its case; places never overlap. None for a
/// blank query.
pub fn concordance(report: &Report, query: &str, width: usize, sort: ContextSort) -> Vec<Context> {
    let reading = Reading::of(report);
    let wanted = query.trim().to_lowercase();
    let mut found = Vec::new();
    for sentence in &reading.sentences {
        for span in places(&reading, sentence, &wanted) {
            found.push((neighbours(&reading, sentence, span, sort), context(&reading, sentence, span, width)));
        }
    }
    found.order_by(|(a, _), (b, _)| a.cmp(b));
    found.into_iter().map(|(_, context)| context).collect()
}

/// The places in one sentence, in bytes of the article; none of a blank phrase. `wanted` is in lower case.
pub(super) fn places(reading: &Reading<'_>, sentence: &Words<'_>, wanted: &str) -> Vec<Span> {
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut spans: Vec<Span> =
        sentence.words.iter().filter(|word| word.lemma == wanted).map(|word| word.span).collect();
    let text = sentence.span.of(&reading.report.text);
    spans.extend(occurrences(text, wanted).into_iter().map(|span| span.shifted(sentence.span.start as usize)));
    spans.order();
    let mut end = 0;
    spans.retain(|span| {
        let is_free = span.start >= end;
        end = if is_free { span.end } else { end };
        is_free
    });
    spans
}

/// The words beside a place that its order goes by, the nearest first, as written, in lower case.
fn neighbours(reading: &Reading<'_>, sentence: &Words<'_>, span: Span, sort: ContextSort) -> Vec<String> {
    let words = &sentence.words;
    let written = |word: &Word<'_>| word.span.of(&reading.report.text).to_lowercase();
    match sort {
        ContextSort::Position => Vec::new(),
        ContextSort::Left => {
            let before = words.partition_point(|word| word.span.end <= span.start);
            words.iter().take(before).rev().take(SORTED).map(written).collect()
        }
        ContextSort::Right => {
            let after = words.partition_point(|word| word.span.start < span.end);
            words.iter().skip(after).take(SORTED).map(written).collect()
        }
    }
}

/// Where `wanted`, in lower case, stands in a text of any case; whole words only where it begins or ends with a letter of a script
/// that has spaces.
fn occurrences(text: &str, wanted: &str) -> Vec<Span> {
    // Lower case can be longer or shorter than the text: each of its characters keeps where it came from.
    let mut lower = String::with_capacity(text.len());
    let mut origins = Vec::with_capacity(text.len() + 1);
    for (offset, character) in text.char_indices() {
        for small in character.to_lowercase() {
            origins.extend(std::iter::repeat_n(offset, small.len_utf8()));
            lower.push(small);
        }
    }
    origins.push(text.len());
    let is_spaced = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let is_whole = |start: usize, end: usize| {
        let before = lower.get(..start).and_then(|before| before.chars().next_back());
        let after = lower.get(end..).and_then(|after| after.chars().next());
        !(is_spaced(wanted.chars().next()) && is_spaced(before))
            && !(is_spaced(wanted.chars().next_back()) && is_spaced(after))
    };
    let hits = lower.match_indices(wanted).map(|(start, hit)| (start, start + hit.len()));
    hits.filter(|(start, end)| is_whole(*start, *end))
        .filter_map(|(start, end)| Some(Span::new(*origins.get(start)?, *origins.get(end)?)))
        .collect()
}

fn context(reading: &Reading<'_>, sentence: &Words<'_>, span: Span, width: usize) -> Context {
    let left = reading.text(sentence.span.start..span.start);
    let right = reading.text(span.end..sentence.span.end);
    let first = left.char_indices().rev().take(width).last().map_or(left.len(), |(offset, _)| offset);
    Context {
        left: left.get(first..).unwrap_or("").to_owned(),
        keyword: span.of(&reading.report.text).to_owned(),
        right: right.chars().take(width).collect(),
        span: reading.back(span),
        sentence: sentence.index,
        block: sentence.block,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::report;
    use super::*;

    #[test]
    fn places_in_context() {
        let report = report("💛電力が要る。電力網も要る。\n\n発電した電力を送る。");
        let lines = |sort| concordance(&report, "電力", 4, sort);
        let shown: Vec<_> = lines(ContextSort::Position)
            .into_iter()
            .map(|line| format!("{}[{}]{} {}", line.left, line.keyword, line.right, line.block))
            .collect();
        assert_eq!(shown, ["💛[電力]が要る。 0", "[電力]網も要る 0", "発電した[電力]を送る。 1"]);
        let right: Vec<_> = lines(ContextSort::Right).into_iter().map(|line| line.right).collect();
        assert_eq!(right, ["が要る。", "を送る。", "網も要る"]);
        let left: Vec<_> = lines(ContextSort::Left).into_iter().map(|line| line.left).collect();
        assert_eq!(left, ["💛", "", "発電した"], "a symbol is no word");
    }

    #[test]
    fn order_goes_by_words_from_the_nearest_on() {
        let report = report("We sail. They often sail. I often sail! You never sail.");
        let table = [
            (ContextSort::Position, ["We ", "They often ", "I often ", "You never "]),
            (ContextSort::Left, ["You never ", "I often ", "They often ", "We "]),
        ];
        for (sort, expected) in table {
            let found: Vec<_> = concordance(&report, "sail", 20, sort).into_iter().map(|line| line.left).collect();
            assert_eq!(found, expected, "{sort:?}");
        }
    }

    #[test]
    fn spans_are_in_the_unit_of_the_report() {
        let report = report("💛電力が要る。");
        let span = concordance(&report, "電力", 4, ContextSort::Position)[0].span;
        assert_eq!((span.start, span.end), (2, 4), "an emoji is two UTF-16 units");
    }

    #[test]
    fn whole_words_of_any_case() {
        let report = report("AI and MAIN and ai.");
        let found: Vec<_> =
            concordance(&report, "Ai", 3, ContextSort::Position).into_iter().map(|line| line.keyword).collect();
        assert_eq!(found, ["AI", "ai"]);
        assert!(concordance(&report, " ", 3, ContextSort::Position).is_empty());
    }
}
