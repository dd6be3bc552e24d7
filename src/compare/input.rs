//! One report as the comparison reads it.

use super::cues::{Cues, Hits};
use crate::languages::{self, Language};
use crate::offsets::{self, Offsets};
use crate::report::{Block, OffsetUnit, Report, Role, Sentence};
use crate::span::Span;

/// Attributions that begin before a place and are looked at for who says it.
const SAID: usize = 12;

/// Bytes on either side of a place in which its sentence and clause end, so that time stays linear in one endless sentence.
const LONGEST: u32 = 2_000;

/// Lines of titles that are looked at.
const TITLES: usize = 3;

/// A report whose spans count bytes, and the unit they had.
pub struct Input {
    pub report: Report,
    pub language: &'static Language,
    /// Where its words for properties, events and ways to count stand.
    pub hits: Hits,
    /// Its first lines of titles.
    pub titles: Vec<Span>,
    /// The first sentence of its running text.
    pub lead: Option<Span>,
    unit: OffsetUnit,
}

impl Input {
    pub fn new(report: &Report, cues: &mut Cues) -> Input {
        let unit = report.offsets;
        let mut report = report.clone();
        offsets::convert(&mut report, OffsetUnit::Byte);
        let language = languages::by_code(&report.language).unwrap_or(&languages::ja::LANGUAGE);
        let hits = cues.find(language, &report.text);
        let titles = report.blocks.iter().filter(|block| block.role == Role::Title).map(|block| block.span);
        let titles = titles.take(TITLES).collect();
        let lead = lead(&report);
        Input { report, language, hits, titles, lead, unit }
    }

    /// The text under a span.
    pub fn slice(&self, span: Span) -> &str {
        span.of(&self.report.text)
    }

    /// Turns spans back into the report's own unit.
    pub fn own_unit(&self) -> Offsets<'_> {
        Offsets::new(&self.report.text, OffsetUnit::Byte, self.unit)
    }

    /// The text after a span.
    pub fn after(&self, span: Span) -> &str {
        self.report.text.get(span.end as usize..).unwrap_or("")
    }

    /// The text before a span.
    pub fn before(&self, span: Span) -> &str {
        self.report.text.get(..span.start as usize).unwrap_or("")
    }

    /// The text around a span, so many bytes on each side at most.
    pub fn around(&self, span: Span, most: u32) -> &str {
        let text = self.report.text.as_str();
        let start = text.floor_char_boundary(span.start.saturating_sub(most) as usize);
        let end = text.floor_char_boundary(span.end.saturating_add(most) as usize);
        text.get(start..end).unwrap_or("")
    }

    /// Index of the sentence that a place stands in.
    pub fn sentence_at(&self, span: Span) -> Option<usize> {
        let after = self.report.sentences.partition_point(|sentence| sentence.span.start <= span.start);
        let index = after.checked_sub(1)?;
        self.report.sentences.get(index).filter(|sentence| span.start < sentence.span.end).map(|_| index)
    }

    /// The sentence that a place stands in; in what is quoted with several sentences the one of those.
    pub fn inner_sentence(&self, place: Span) -> Option<Span> {
        let whole = self.report.sentences.get(self.sentence_at(place)?)?.span;
        Some(self.between(whole, place, |sign| sign == self.language.comparison.full_stop))
    }

    /// The stretch around a place, within a longer one, that some signs end; no longer than is looked at.
    pub fn between(&self, whole: Span, place: Span, is_end: impl Fn(char) -> bool + Copy) -> Span {
        let text = self.report.text.as_str();
        let from = text.ceil_char_boundary(place.start.saturating_sub(LONGEST) as usize) as u32;
        let to = text.floor_char_boundary(place.end.saturating_add(LONGEST) as usize) as u32;
        let before = self.slice(Span { start: whole.start.max(from.min(place.start)), end: place.start });
        let after = self.slice(Span { start: place.end, end: whole.end.min(to).max(place.end) });
        let start = before.char_indices().rev().find(|(_, sign)| is_end(*sign));
        let start = start.map_or(before.len(), |(at, sign)| before.len() - at - sign.len_utf8());
        let end = after.find(is_end).unwrap_or(after.len());
        Span { start: place.start - start as u32, end: place.end + end as u32 }
    }

    /// The sentence before one, in the same block.
    pub fn sentence_before(&self, index: usize) -> Option<Span> {
        let before = self.report.sentences.get(index.checked_sub(1)?)?;
        let here = self.report.sentences.get(index)?;
        (before.block == here.block).then_some(before.span)
    }

    /// Whoever says what stands at a place: the source of the last attribution whose content holds it.
    pub fn source_at(&self, place: Span) -> Option<&str> {
        let attributions = &self.report.attributions;
        let after = attributions.partition_point(|said| said.content.start <= place.start);
        let before = attributions.get(after.saturating_sub(SAID)..after).unwrap_or(&[]);
        before.iter().rev().find(|said| said.content.contains(place)).and_then(|said| said.source.name.as_deref())
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
        self.block_at(span).is_some_and(is_own)
    }

    /// Whether a place stands in what the article says, and not in what its page says of it.
    pub fn is_said(&self, span: Span) -> bool {
        let about = [Role::Byline, Role::Date, Role::Metadata];
        self.block_at(span).is_some_and(|block| is_own(block) && !about.contains(&block.role))
    }

    fn block_at(&self, span: Span) -> Option<&Block> {
        let after = self.report.blocks.partition_point(|block| block.span.start <= span.start);
        self.report.blocks.get(after.checked_sub(1)?)
    }

    fn is_own(&self, block: u32) -> bool {
        self.report.blocks.get(block as usize).is_some_and(is_own)
    }
}

fn lead(report: &Report) -> Option<Span> {
    let is_running = |sentence: &&Sentence| {
        let block = report.blocks.get(sentence.block as usize);
        block.is_some_and(|block| block.role == Role::Paragraph && is_own(block))
    };
    report.sentences.iter().find(is_running).map(|sentence| sentence.span)
}

fn is_own(block: &Block) -> bool {
    !block.role.is_noise() && block.duplicate_of.is_none()
}
