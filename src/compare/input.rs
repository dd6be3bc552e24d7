//! One report as the comparison reads it.

use crate::languages::{self, Language};
use crate::offsets::{self, Offsets};
use crate::report::{OffsetUnit, Report, Sentence};
use crate::span::Span;

/// A report whose spans count bytes, and the unit they had.
pub struct Input {
    pub report: Report,
    pub language: &'static Language,
    unit: OffsetUnit,
}

impl Input {
    pub fn new(report: &Report) -> Input {
        let unit = report.offsets;
        let mut report = report.clone();
        offsets::convert(&mut report, OffsetUnit::Byte);
        let language = languages::by_code(&report.language).unwrap_or(&languages::ja::LANGUAGE);
        Input { report, language, unit }
    }

    /// The text under a span.
    pub fn slice(&self, span: Span) -> &str {
        span.of(&self.report.text)
    }

    /// Turns spans back into the report's own unit.
    pub fn own_unit(&self) -> Offsets<'_> {
        Offsets::new(&self.report.text, OffsetUnit::Byte, self.unit)
    }

    /// Index of the sentence that a place stands in.
    pub fn sentence_at(&self, span: Span) -> Option<usize> {
        let after = self.report.sentences.partition_point(|sentence| sentence.span.start <= span.start);
        let index = after.checked_sub(1)?;
        self.report.sentences.get(index).filter(|sentence| span.start < sentence.span.end).map(|_| index)
    }

    /// The text of the sentence that a place stands in; the place's own text where it stands in none.
    pub fn sentence_text(&self, span: Span) -> String {
        let sentence = self.sentence_at(span).and_then(|index| self.report.sentences.get(index));
        self.slice(sentence.map_or(span, |sentence| sentence.span)).to_owned()
    }

    /// The sentences of the article itself: noise and repeated lines are left out.
    pub fn own_sentences(&self) -> impl Iterator<Item = &Sentence> {
        self.report.sentences.iter().filter(|sentence| self.is_own(sentence.block))
    }

    /// Whether a place stands in the article itself.
    pub fn is_own_place(&self, span: Span) -> bool {
        let after = self.report.blocks.partition_point(|block| block.span.start <= span.start);
        after.checked_sub(1).and_then(|index| u32::try_from(index).ok()).is_some_and(|index| self.is_own(index))
    }

    fn is_own(&self, block: u32) -> bool {
        let block = self.report.blocks.get(block as usize);
        block.is_some_and(|block| !block.role.is_noise() && block.duplicate_of.is_none())
    }
}
