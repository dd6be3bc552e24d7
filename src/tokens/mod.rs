//! Fourth stage: sentences become tokens.

mod boundaries;
pub mod characters;
pub mod classifier;
pub mod clusters;
pub mod columns;
pub mod container;
pub mod features;
pub mod hashed_words;
pub mod inflection;
pub mod lattice;
pub mod lattice_model;
pub mod linear_model;
pub mod models;
pub mod other_cuts;
pub mod own;
pub mod packed;
mod reached;
pub mod rows;
mod step;
pub mod tagger;
pub mod trie;
pub mod upos;
mod variants;
pub mod whole;
pub mod word_cuts;
pub mod word_features;

pub use models::{Buffers, Models};

use crate::report::{self, Origin, Upos};
use crate::span::Span;
use std::borrow::Cow;

/// One word, mark or symbol. Its strings live in the model or in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Token<'m> {
    /// Where it stands, in UTF-8 bytes.
    pub span: Span,
    /// Universal part of speech.
    pub upos: Upos,
    /// Part of speech of the language's own standard.
    pub xpos: Option<&'m str>,
    /// How its dictionary form is made.
    pub lemma: Lemma<'m>,
    /// Origin of a Japanese word.
    pub origin: Option<Origin>,
}

/// How a dictionary form is made from the form in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lemma<'m> {
    /// It is the form itself.
    Form,
    /// It is the form in lower case.
    Lowercase,
    /// The first `keep` bytes of the form, then `add`.
    Suffix {
        /// Bytes kept of the form.
        keep: u32,
        /// What follows them.
        add: &'m str,
    },
    /// The same, of the form in lower case.
    LowercaseSuffix {
        /// Bytes kept of the form.
        keep: u32,
        /// What follows them.
        add: &'m str,
    },
    /// It is the form, a number in digits, without the commas between its thousands.
    Number,
    /// The form in one width without its last characters, then `add`.
    Folded {
        /// How many characters are left off; what is written with several, as a half-width kana with its mark, is one.
        cut: u32,
        /// What follows.
        add: &'m str,
        /// Whether old forms of kanji and iteration marks of kana are written as they are today.
        is_modern: bool,
    },
}

impl Token<'_> {
    /// The dictionary form.
    pub fn lemma<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let form = self.span.of(text);
        match self.lemma {
            Lemma::Form => Cow::Borrowed(form),
            Lemma::Lowercase => Cow::Owned(form.to_lowercase()),
            Lemma::Number => Cow::Owned(form.replace(',', "")),
            Lemma::LowercaseSuffix { keep, add } => {
                Cow::Owned(form.get(..keep as usize).unwrap_or(form).to_lowercase() + add)
            }
            Lemma::Suffix { keep, add } => Cow::Owned([form.get(..keep as usize).unwrap_or(form), add].concat()),
            Lemma::Folded { cut, add, is_modern } => {
                Cow::Owned(variants::beginning(form, cut as usize, is_modern) + add)
            }
        }
    }

    /// Whether it is a word: no punctuation and no symbol.
    pub fn is_word(&self) -> bool {
        !matches!(self.upos, Upos::Punct | Upos::Sym)
    }

    /// The token as the report has it.
    pub fn report(&self, text: &str) -> report::Token {
        report::Token {
            span: self.span,
            upos: self.upos,
            xpos: self.xpos.map(str::to_owned),
            lemma: self.lemma(text).into_owned(),
            origin: self.origin,
        }
    }
}

impl Lemma<'_> {
    /// The hash of a form's dictionary form, without making it.
    fn hash(&self, form: &str, seed: u32) -> u32 {
        match self {
            Lemma::Form | Lemma::Number => classifier::hash(seed, form.as_bytes()),
            Lemma::Lowercase => classifier::hash(seed, form.to_lowercase().as_bytes()),
            Lemma::Suffix { keep, add } => {
                let kept = form.get(..*keep as usize).unwrap_or(form);
                classifier::hash(classifier::hash(seed, kept.as_bytes()), add.as_bytes())
            }
            Lemma::LowercaseSuffix { keep, add } => {
                let kept = form.get(..*keep as usize).unwrap_or(form).to_lowercase();
                classifier::hash(classifier::hash(seed, kept.as_bytes()), add.as_bytes())
            }
            Lemma::Folded { cut, add, is_modern } => {
                let kept = variants::beginning(form, *cut as usize, *is_modern);
                classifier::hash(classifier::hash(seed, kept.as_bytes()), add.as_bytes())
            }
        }
    }
}
