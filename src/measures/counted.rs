//! The counted part of an article, walked once for all measures.

use crate::article::Article;
use crate::languages::{self, Language};
use crate::report::{Block, Role};
use crate::tokens::Token;

/// One sentence with its words and its place.
#[derive(Clone, Copy)]
pub struct Passage<'a> {
    /// Index of the sentence in the article.
    pub index: u32,
    /// The whole article, which the spans of tokens are of.
    pub article: &'a str,
    /// Where it begins, in UTF-8 bytes of the article.
    pub start: u32,
    /// Its text.
    pub text: &'a str,
    /// The block it stands in.
    pub block: &'a Block,
    /// The language of that block, the article's where the block's is not known.
    pub language: &'static Language,
    /// Its tokens, marks included; their spans are of the whole article.
    pub tokens: &'a [Token<'a>],
}

impl Passage<'_> {
    /// The words: tokens that are no punctuation and no symbol.
    pub fn words(&self) -> impl Iterator<Item = &Token<'_>> {
        self.tokens.iter().filter(|token| token.is_word())
    }

    /// Its characters without white space.
    pub fn dense_length(&self) -> usize {
        self.text.chars().filter(|c| !c.is_whitespace()).count()
    }
}

/// The sentences of some blocks with their tokens, in order. Every token stands in one sentence.
fn passages<'a>(article: &Article<'a>, is_wanted: impl Fn(&Block) -> bool) -> Vec<Passage<'a>> {
    let mut tokens = article.tokens;
    let mut passages = Vec::new();
    for (index, sentence) in article.sentences.iter().enumerate() {
        let Some(block) = article.blocks.get(sentence.block as usize).filter(|block| is_wanted(block)) else {
            continue;
        };
        let before = tokens.iter().take_while(|token| token.span.end <= sentence.span.start).count();
        let (_, rest) = tokens.split_at_checked(before).unwrap_or((tokens, &[]));
        let inside = rest.iter().take_while(|token| token.span.end <= sentence.span.end).count();
        let (own, rest) = rest.split_at_checked(inside).unwrap_or((rest, &[]));
        tokens = rest;
        passages.push(Passage {
            index: index as u32,
            article: article.text,
            start: sentence.span.start,
            text: sentence.span.of(article.text),
            block,
            language: languages::by_code(&block.language).unwrap_or(article.language),
            tokens: own,
        });
    }
    passages
}

/// The sentences of the counted blocks.
pub fn counted<'a>(article: &Article<'a>) -> Vec<Passage<'a>> {
    passages(article, |block| block.counted)
}

/// The sentences of titles, counted or not.
pub fn titles<'a>(article: &Article<'a>) -> Vec<Passage<'a>> {
    passages(article, |block| block.role == Role::Title)
}

/// Whether a block is running text rather than a heading, an item of a list or a table.
pub fn is_prose(role: Role) -> bool {
    matches!(role, Role::Paragraph | Role::Quote)
}
