//! The models of an analyzer, by language.

use super::container::{ModelError, ModelKind};
use super::lattice_model::LatticeModel;
use super::linear_model::{self, LinearModel};
use super::other_cuts::OtherCut;
use super::own::{self, OwnMatch, OwnWords};
use super::{Lemma, Token, boundaries, tagger};
use crate::languages::Language;
use crate::report::{Upos, Warning};
use crate::span::Span;

/// The models that words are cut with. Languages without one are cut at Unicode's word boundaries.
#[derive(Clone, Debug, Default)]
pub struct Models {
    lattices: Vec<LatticeModel>,
    linear: Vec<LinearModel>,
}

/// The memory of all taggers, used again for each sentence.
#[derive(Clone, Debug, Default)]
pub struct Buffers {
    lattice: tagger::Buffers,
    linear: linear_model::Buffers,
    own: OwnWords,
}

impl Buffers {
    /// Buffers of taggers that know words of the caller.
    pub fn with(own: OwnWords) -> Self {
        Buffers { own, ..Buffers::default() }
    }
}

impl Models {
    /// No models at all.
    pub fn none() -> Self {
        Models::default()
    }

    /// The models that are part of the program; none where it was built without.
    ///
    /// # Errors
    /// [`ModelError`] where a file that was built in cannot be read.
    pub fn built_in() -> Result<Self, ModelError> {
        #[allow(unused_mut, reason = "nothing is added without the feature")]
        let mut models = Models::default();
        #[cfg(all(feature = "models", not(target_arch = "wasm32")))]
        {
            models.add(include_bytes!("../../models/ja-words.model"))?;
            models.add(include_bytes!("../../models/en-words.model"))?;
        }
        Ok(models)
    }

    /// Adds the model of a file; one for the same language is replaced.
    ///
    /// # Errors
    /// [`ModelError`] where the bytes are no model that can be read. The models are then as they were.
    pub fn add(&mut self, bytes: &[u8]) -> Result<(), ModelError> {
        match ModelKind::of(bytes)? {
            ModelKind::Lattice => {
                let model = LatticeModel::from_bytes(bytes)?;
                self.lattices.retain(|other| other.language() != model.language());
                self.lattices.push(model);
            }
            ModelKind::Linear => {
                let model = LinearModel::from_bytes(bytes)?;
                self.linear.retain(|other| other.language() != model.language());
                self.linear.push(model);
            }
            ModelKind::Names => return Err(ModelError::Kind(ModelKind::Names as u16)),
        }
        Ok(())
    }

    /// Whether there is a model for a language.
    pub fn has(&self, language: &str) -> bool {
        self.lattice(language).is_some() || self.linear(language).is_some()
    }

    /// What is missing for a text of a language, said to the reader.
    pub fn warnings(&self, language: &Language) -> Vec<Warning> {
        let message = "No model of words for this language is loaded: words are cut at the boundaries that Unicode gives, \
                       without classes.";
        let missing = language.modelled && !self.has(language.code);
        missing
            .then(|| Warning { code: "model-missing".to_owned(), message: message.to_owned(), span: None })
            .into_iter()
            .collect()
    }

    /// The lattice model of a language.
    pub fn lattice(&self, language: &str) -> Option<&LatticeModel> {
        self.lattices.iter().find(|model| model.language() == language)
    }

    /// The best other ways to cut what stands around the word at `span` in a sentence of `text`, beside words of the
    /// caller. None without a lattice.
    pub fn other_cuts(
        &self,
        language: &Language,
        text: &str,
        (sentence, span): (Span, Span),
        own: &mut OwnWords,
    ) -> Vec<OtherCut> {
        let own = (own.find(sentence.of(text)), language.own_classes);
        self.lattice(language.code).map_or_else(Vec::new, |model| model.other_cuts(own, text, sentence, span))
    }

    fn linear(&self, language: &str) -> Option<&LinearModel> {
        self.linear.iter().find(|model| model.language() == language)
    }

    /// Adds the tokens of a sentence that begins at byte `offset`.
    pub fn tokenize<'m>(
        &'m self,
        language: &Language,
        sentence: &str,
        offset: usize,
        buffers: &mut Buffers,
        tokens: &mut Vec<Token<'m>>,
    ) {
        let known = tokens.len();
        let Buffers { lattice, linear, own } = buffers;
        let (own, classes) = (own.find(sentence), language.own_classes);
        match (self.lattice(language.code), self.linear(language.code)) {
            (Some(model), _) => model.tokenize_with(own, classes, (sentence, offset), lattice, tokens),
            (None, Some(model)) => model.tokenize_with(own, (sentence, offset), linear, tokens),
            (None, None) => tokenize_between(own, sentence, offset, tokens),
        }
        for token in tokens.iter_mut().skip(known) {
            let form = sentence.get(token.span.start as usize - offset..token.span.end as usize - offset);
            boundaries::demote_marks(token, form.unwrap_or(""));
        }
        (language.origins)(tokens.get_mut(known..).unwrap_or_default(), sentence, offset);
        own::mark(tokens.get_mut(known..).unwrap_or_default(), own, classes, offset);
    }
}

/// Adds the words of the caller, and the tokens that Unicode's boundaries make of what stands between.
fn tokenize_between(own: &[OwnMatch], sentence: &str, offset: usize, tokens: &mut Vec<Token<'_>>) {
    let mut start = 0;
    for word in own {
        boundaries::tokenize(Span::new(start, word.span.start as usize).of(sentence), offset + start, tokens);
        tokens.push(boundaries::token(word.span.shifted(offset), Upos::X, Lemma::Form));
        start = word.span.end as usize;
    }
    boundaries::tokenize(sentence.get(start..).unwrap_or(""), offset + start, tokens);
}
