//! Second stage: lines become blocks with roles.

mod below;
mod cards;
mod cells;
mod cohesion;
mod contents;
pub mod cues;
pub mod dates;
pub mod features;
pub mod form;
mod head;
pub mod insets;
mod metadata;
pub mod model;
mod notes;
pub mod page;
mod reasons;
pub mod roles;
mod sections;
pub mod sights;
mod speeches;
pub mod sponsors;
pub mod stretch;

use crate::given::Document;
use crate::languages::Language;
use crate::languages::identify::Reading;
use crate::options::Options;
use crate::report::{Block, Inset, Role};
pub use metadata::read as metadata;
use reasons::Reason;
use std::collections::HashMap;

/// The blocks of a document, in order, one for every line that is not blank, and the pieces inside them that do not
/// belong to them.
pub fn find(
    document: &Document<'_>,
    readings: &[Reading],
    body: &'static Language,
    options: &Options,
) -> (Vec<Block>, Vec<Inset>) {
    let roles = roles::assign(document, readings, body);
    let mut first_with: HashMap<&str, u32> = HashMap::new();
    let mut blocks = Vec::with_capacity(document.lines.len());
    for (index, (line, verdict)) in document.lines.iter().zip(roles).enumerate() {
        let text = line.span.of(&document.text);
        let first = *first_with.entry(text).or_insert(index as u32);
        let duplicate_of = (first != index as u32).then_some(first);
        blocks.push(Block {
            span: line.span,
            role: verdict.role,
            language: verdict.language.map_or("und", |language| language.code).to_owned(),
            confidence: verdict.confidence,
            counted: false,
            duplicate_of,
            because: verdict.because.iter().map(|reason| reason.text(options.message_language)).collect(),
        });
    }
    let insets = insets::find(&document.text, &mut blocks, body, options);
    correct(&mut blocks, options);
    repeat_roles(&mut blocks, options);
    for block in &mut blocks {
        block.counted = block.duplicate_of.is_none() && options.counts(block.role);
    }
    (blocks, insets)
}

/// What a person has said of a block holds.
fn correct(blocks: &mut [Block], options: &Options) {
    for correction in &options.corrections {
        if let Some(block) = blocks.get_mut(correction.block as usize) {
            block.role = correction.role;
            block.confidence = 1.0;
            block.because = vec![Reason::ByHand.text(options.message_language)];
        }
    }
}

/// A line that stands twice is the same thing twice, unless a person said otherwise; but for an entry of a list of
/// contents, whose heading has its words.
fn repeat_roles(blocks: &mut [Block], options: &Options) {
    for index in 0..blocks.len() {
        let Some(first) = blocks.get(index).and_then(|block| block.duplicate_of) else { continue };
        let Some(role) = blocks.get(first as usize).map(|block| block.role).filter(|role| *role != Role::Toc) else {
            continue;
        };
        if let Some(block) = blocks.get_mut(index).filter(|block| block.confidence < 1.0 && !block.role.is_noise()) {
            block.role = role;
            block.because.push(Reason::SameLine.text(options.message_language));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::report::Role;
    use crate::{Analyzer, Options};

    #[test]
    fn a_few_lines_are_running_text() {
        for text in ["本文です。", "あ", "Hello world.", "直した文。", "OpenAIはGPT-4oを公開した。"] {
            let report = Analyzer::without_models().analyze(text, &Options::default()).unwrap();
            let found: Vec<_> = report.blocks.iter().map(|block| (block.role, block.counted)).collect();
            assert_eq!(found, [(Role::Paragraph, true)], "{text}");
        }
    }
}
