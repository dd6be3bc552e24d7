//! The statistics of an article.

use super::counted::Passage;
use super::vocabulary::Vocabulary;
use super::{characters, diversity, manuscript, reading, scripts};
use crate::article::Article;
use crate::report::{Block, Role, Statistics};
use std::collections::BTreeMap;

/// Counts over the counted blocks, read as their texts joined by one line break each; `passages` are their sentences.
pub fn statistics(article: &Article<'_>, passages: &[Passage<'_>]) -> Statistics {
    let counted: Vec<&Block> = article.blocks.iter().filter(|block| block.counted).collect();
    let texts: Vec<&str> = counted.iter().map(|block| block.span.of(article.text)).collect();
    let joined = texts.join("\n");
    let vocabulary = Vocabulary::of(passages, article.text);
    let characters = characters::count(&joined);
    // Line breaks are white space too; what stands between sentences belongs to none.
    let in_sentences: usize = passages.iter().map(Passage::dense_length).sum();
    let mean = |sum: usize| (!passages.is_empty()).then(|| sum as f64 / passages.len() as f64);
    Statistics {
        characters,
        pasted: characters::count(article.text),
        manuscript_sheets: article.language.manuscript_paper.then(|| manuscript::sheets(texts.iter().copied())),
        paragraphs: counted.iter().filter(|block| matches!(block.role, Role::Paragraph | Role::Quote)).count() as u32,
        sentences: passages.len() as u32,
        words: vocabulary.words.len() as u32,
        unique_lemmas: vocabulary.forms.len() as u32,
        characters_per_sentence: mean(in_sentences),
        words_per_sentence: mean(vocabulary.words.len()),
        scripts: scripts::count(&joined).shares(),
        reading_minutes: reading::minutes(reading::load(&joined), article.language),
        parts_of_speech: parts_of_speech(passages),
        diversity: diversity(article, &vocabulary, passages),
        shares: (article.language.shares)(passages).into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
        excluded_characters: excluded(article),
    }
}

/// The measures of lexical diversity, and those of word classes that the language has.
fn diversity(
    article: &Article<'_>,
    vocabulary: &Vocabulary<'_>,
    passages: &[Passage<'_>],
) -> BTreeMap<String, Option<f64>> {
    let mut measures = diversity::measures(vocabulary);
    measures
        .extend((article.language.word_classes)(passages).into_iter().map(|(name, value)| (name.to_owned(), value)));
    measures
}

fn parts_of_speech(passages: &[Passage<'_>]) -> BTreeMap<String, u32> {
    let mut counts = BTreeMap::new();
    for token in passages.iter().flat_map(|passage| passage.tokens) {
        *counts.entry(token.upos.tag().to_owned()).or_insert(0) += 1;
    }
    counts
}

fn excluded(article: &Article<'_>) -> u32 {
    let left_out = article.blocks.iter().filter(|block| !block.counted);
    left_out.map(|block| block.span.of(article.text).chars().count() as u32).sum()
}
