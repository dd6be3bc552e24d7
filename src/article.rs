//! What the stages after the tokens read: the text and all that was found in it so far.

use crate::languages::Language;
use crate::options::Options;
use crate::report::{Block, Sentence};
use crate::tokens::Token;

/// An article on its way through the pipeline. All spans are UTF-8 bytes of `text`; all lists are in reading order.
#[derive(Clone, Copy)]
pub struct Article<'a> {
    /// The whole text, noise included.
    pub text: &'a str,
    /// The language of its body, or what stands in for one that has no folder here.
    pub language: &'static Language,
    /// Whether that is the language it is in.
    pub is_in_language: bool,
    /// Its blocks.
    pub blocks: &'a [Block],
    /// Its sentences.
    pub sentences: &'a [Sentence],
    /// Its words.
    pub tokens: &'a [Token<'a>],
    /// What the caller asked for.
    pub options: &'a Options,
}
