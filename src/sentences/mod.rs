//! Third stage: blocks become sentences. A block's end always ends a sentence; inside a block the language's rules
//! do.

mod brackets;
mod faces;
mod lists;
mod rules;

use crate::languages::Language;
use crate::report::{Block, Sentence};
pub use rules::{SentenceRules, split};

/// The sentences of one block, in order.
pub fn of_block(text: &str, block: &Block, index: u32, language: &Language) -> Vec<Sentence> {
    let spans = rules::split(block.span.of(text), language.sentences);
    spans.into_iter().map(|span| Sentence { span: span.shifted(block.span.start as usize), block: index }).collect()
}
