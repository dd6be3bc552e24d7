//! From the parts of speech of a language's own standard to the universal ones, which depend on the words around.

use super::Token;
use super::classifier::{Classifier, Traits, features};
use super::container::{Container, ModelError};
use crate::report::Upos;
use std::collections::HashMap;

/// All universal parts of speech, by their numbers in a model.
pub const ALL: [Upos; 17] = [
    Upos::Adj,
    Upos::Adp,
    Upos::Adv,
    Upos::Aux,
    Upos::Cconj,
    Upos::Det,
    Upos::Intj,
    Upos::Noun,
    Upos::Num,
    Upos::Part,
    Upos::Pron,
    Upos::Propn,
    Upos::Punct,
    Upos::Sconj,
    Upos::Sym,
    Upos::Verb,
    Upos::X,
];

/// Chooses universal parts of speech.
#[derive(Clone, Debug, Default)]
pub struct UposChooser {
    /// Which a part of speech can be, likeliest first.
    choices: HashMap<String, Vec<u8>>,
    classifier: Classifier,
}

impl UposChooser {
    /// Reads the sections `upos` (a line for each part of speech: its name, a tab, the letters `A` to `Q` of what it can
    /// be) and `uwei` (the weights) of a model.
    ///
    /// # Errors
    /// [`ModelError::Damaged`] where one is missing or makes no sense.
    pub fn read(file: &Container) -> Result<UposChooser, ModelError> {
        let lines = std::str::from_utf8(file.section("upos")?).map_err(|_| ModelError::Damaged("upos"))?;
        let mut choices = HashMap::new();
        for line in lines.lines() {
            let (name, letters) = line.split_once('\t').ok_or(ModelError::Damaged("upos"))?;
            choices.insert(name.to_owned(), letters.bytes().map(|letter| letter.wrapping_sub(b'A')).collect());
        }
        let weights = file.section("uwei")?.iter().map(|weight| weight.cast_signed()).collect();
        let classifier = Classifier::new(weights).ok_or(ModelError::Damaged("uwei"))?;
        Ok(UposChooser { choices, classifier })
    }

    /// Gives each of the tokens of a sentence, which begins at byte `offset`, its universal part of speech.
    pub fn choose(&self, tokens: &mut [Token<'_>], sentence: &str, offset: usize) {
        let traits =
            |token: Option<&Token<'_>>| token.map_or_else(Traits::default, |token| Traits::of(token, sentence, offset));
        let mut around =
            [Traits::default(), Traits::default(), Traits::default(), traits(tokens.first()), traits(tokens.get(1))];
        for index in 0..tokens.len() {
            let [_, second_left, left, here, right] = around;
            around = [second_left, left, here, right, traits(tokens.get(index + 2))];
            let Some(token) = tokens.get_mut(index) else { break };
            token.upos = match token.xpos.and_then(|xpos| self.choices.get(xpos)).map(Vec::as_slice) {
                None | Some([]) => Upos::X,
                Some([only]) => upos(*only),
                Some(choices) => self.classifier.best(&features(&around), choices).map_or(Upos::X, upos),
            };
        }
    }
}

fn upos(number: u8) -> Upos {
    ALL.get(usize::from(number)).copied().unwrap_or(Upos::X)
}
