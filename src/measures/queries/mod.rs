//! Questions that a reader asks of a finished report: how often, where, beside what.
//!
//! They are over the words of the counted blocks and need a report that lists its words. They are functions rather
//! than parts of every report, since the answers can be longer than the text. Spans are in the unit of the report.

mod collocates;
mod concordance;
mod distributions;
mod frequencies;
mod question;
mod selection;
mod style_rules;

pub use collocates::{Collocate, collocates};
pub use concordance::{Context, ContextSort, concordance};
pub use distributions::{Distributions, distributions};
pub use frequencies::{Frequency, NGram, frequencies, ngrams};
pub use question::{Answer, Question, ask};
pub use selection::{Selection, by_role, selection};
pub use style_rules::{StyleRule, style_rules};

use crate::offsets::Offsets;
use crate::report::{OffsetUnit, Report, Token, Upos};
use crate::span::Span;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

/// A report's sentences with their words, read in bytes.
struct Reading<'r> {
    report: &'r Report,
    /// From the unit of the report to bytes.
    offsets: Offsets<'r>,
    /// And back.
    back: Offsets<'r>,
    sentences: Vec<Words<'r>>,
}

/// A counted sentence.
struct Words<'r> {
    index: u32,
    block: u32,
    /// In bytes.
    span: Span,
    words: Vec<Word<'r>>,
}

/// A word of a counted sentence.
struct Word<'r> {
    token: &'r Token,
    /// The dictionary form in lower case.
    lemma: Cow<'r, str>,
    /// In bytes.
    span: Span,
}

impl<'r> Reading<'r> {
    fn of(report: &'r Report) -> Self {
        let offsets = Offsets::new(&report.text, report.offsets, OffsetUnit::Byte);
        let mut tokens = report.tokens.iter().peekable();
        let mut sentences = Vec::new();
        for (index, sentence) in report.sentences.iter().enumerate() {
            while tokens.next_if(|token| token.span.end <= sentence.span.start).is_some() {}
            let mut words = Vec::new();
            while let Some(token) = tokens.next_if(|token| token.span.end <= sentence.span.end) {
                if !matches!(token.upos, Upos::Punct | Upos::Sym) {
                    words.push(Word { token, lemma: lower_case(&token.lemma), span: offsets.span(token.span) });
                }
            }
            let is_counted = report.blocks.get(sentence.block as usize).is_some_and(|block| block.counted);
            if is_counted {
                let span = offsets.span(sentence.span);
                sentences.push(Words { index: index as u32, block: sentence.block, span, words });
            }
        }
        let back = Offsets::new(&report.text, OffsetUnit::Byte, report.offsets);
        Reading { report, offsets, back, sentences }
    }

    fn words(&self) -> impl Iterator<Item = (&Words<'r>, &Word<'r>)> {
        self.sentences.iter().flat_map(|sentence| sentence.words.iter().map(move |word| (sentence, word)))
    }

    /// A span of bytes in the unit of the report.
    fn back(&self, span: Span) -> Span {
        self.back.span(span)
    }

    fn text(&self, range: Range<u32>) -> &'r str {
        Span { start: range.start, end: range.end }.of(&self.report.text)
    }
}

fn count_one(counts: &mut BTreeMap<u32, u32>, key: u32) {
    *counts.entry(key).or_insert(0) += 1;
}

/// A form in lower case; most words are in it already.
fn lower_case(form: &str) -> Cow<'_, str> {
    let is_lower = form.chars().all(|character| character.to_lowercase().eq([character]));
    if is_lower { Cow::Borrowed(form) } else { Cow::Owned(form.to_lowercase()) }
}

#[cfg(test)]
mod testing {
    use crate::measures::testing::prose;
    use crate::{Options, Report};

    /// A report on a text of paragraphs.
    pub fn report(text: &str) -> Report {
        prose(text, Options::default())
    }
}
