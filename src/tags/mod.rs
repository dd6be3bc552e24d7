//! Fifth stage: tokens and sentences become tags.
//!
//! Every block is read alone and in its own language: first its numbers, then the times among them, then the
//! quantities of what the times have left. Page noise is read like the article, so that a reader may look there too.

pub mod attributions;
pub mod entities;
pub mod hedges;
pub mod line;
pub mod names;
pub mod numbers;
pub mod phrases;
pub mod quantities;
pub mod reasons;
pub mod times;

use crate::languages::Language;
use crate::report::{Attribution, Block, Hedge, Quantity, Sentence, Time};
use crate::span::Span;
use line::Line;
use times::{Anchor, Place};

/// What the tagging rules found, each list in reading order.
#[derive(Debug, Default)]
pub struct Tags {
    /// Quantities.
    pub quantities: Vec<Quantity>,
    /// Times.
    pub times: Vec<Time>,
    /// Who said what.
    pub attributions: Vec<Attribution>,
    /// How surely.
    pub hedges: Vec<Hedge>,
    /// The place in the calendar that the article has spoken of last.
    told: Option<Place>,
}

/// Adds the tags of one block; `sentences` are those of that block. Times are resolved against `anchor`, the day the article was published or the one that
/// the caller named.
pub fn of_block(
    text: &str,
    block: &Block,
    sentences: &[Sentence],
    language: &Language,
    anchor: Option<Anchor>,
    tags: &mut Tags,
) {
    let line = Line::new(block.span.of(text), block.span.start);
    let numbers = language.numbers.find(&line);
    let mut alone = None;
    let told = if block.role.is_body() { &mut tags.told } else { &mut alone };
    let found = times::find(&line, &numbers, language.times, anchor, told);
    tags.quantities.extend(quantities::find(&line, &numbers, language.units, &found.claimed));
    tags.times.extend(found.times);
    let spans: Vec<Span> = sentences.iter().map(|sentence| sentence.span).collect();
    tags.attributions.extend(attributions::find(text, &spans, language.attributions));
    tags.hedges.extend(spans.iter().flat_map(|span| hedges::find(text, *span, language.hedges)));
}
