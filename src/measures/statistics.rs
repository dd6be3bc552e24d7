//! The statistics of an article.

use super::{characters, manuscript, reading, scripts};
use crate::article::Article;
use crate::report::{Block, Role, Sentence, Statistics};
use crate::tokens::Token;
use std::collections::{BTreeMap, HashSet};

/// Counts over the counted blocks, read as their texts joined by one line break each.
pub fn statistics(article: &Article<'_>) -> Statistics {
    let counted: Vec<&Block> = article.blocks.iter().filter(|block| block.counted).collect();
    let texts: Vec<&str> = counted.iter().map(|block| block.span.of(article.text)).collect();
    let joined = texts.join("\n");
    let (sentences, tokens) = (counted_sentences(article), counted_tokens(article));
    let words: Vec<&&Token<'_>> = tokens.iter().filter(|token| token.is_word()).collect();
    let characters = characters::count(&joined);
    // Line breaks are white space too; what stands between sentences belongs to none.
    let in_sentences: usize = sentences.iter().map(|sentence| dense_length(sentence.span.of(article.text))).sum();
    let mean = |sum: usize| (!sentences.is_empty()).then(|| sum as f64 / sentences.len() as f64);
    Statistics {
        characters,
        pasted: characters::count(article.text),
        manuscript_sheets: article.language.manuscript_paper.then(|| manuscript::sheets(texts.iter().copied())),
        paragraphs: counted.iter().filter(|block| matches!(block.role, Role::Paragraph | Role::Quote)).count() as u32,
        sentences: sentences.len() as u32,
        words: words.len() as u32,
        unique_lemmas: words.iter().map(|token| token.lemma(article.text)).collect::<HashSet<_>>().len() as u32,
        characters_per_sentence: mean(in_sentences),
        words_per_sentence: mean(words.len()),
        scripts: scripts::count(&joined).shares(),
        reading_minutes: reading::minutes(reading::load(&joined), article.language),
        parts_of_speech: parts_of_speech(&tokens),
        diversity: BTreeMap::new(),
        excluded_characters: excluded(article),
    }
}

fn counted_sentences<'a>(article: &Article<'a>) -> Vec<&'a Sentence> {
    let is_counted =
        |sentence: &&Sentence| article.blocks.get(sentence.block as usize).is_some_and(|block| block.counted);
    article.sentences.iter().filter(is_counted).collect()
}

/// The tokens of the counted blocks. Both lists are in reading order, so one walk over each is enough.
fn counted_tokens<'a>(article: &Article<'a>) -> Vec<&'a Token<'a>> {
    let mut blocks = article.blocks.iter().peekable();
    let mut counted = Vec::new();
    for token in article.tokens {
        while blocks.next_if(|block| block.span.end <= token.span.start).is_some() {}
        if blocks.peek().is_some_and(|block| block.counted && block.span.contains(token.span)) {
            counted.push(token);
        }
    }
    counted
}

fn dense_length(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

fn parts_of_speech(tokens: &[&Token<'_>]) -> BTreeMap<String, u32> {
    let mut counts = BTreeMap::new();
    for token in tokens {
        *counts.entry(token.upos.tag().to_owned()).or_insert(0) += 1;
    }
    counts
}

fn excluded(article: &Article<'_>) -> u32 {
    let left_out = article.blocks.iter().filter(|block| !block.counted);
    left_out.map(|block| block.span.of(article.text).chars().count() as u32).sum()
}
