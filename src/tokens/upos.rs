//! From the parts of speech of a language's own standard to the universal ones, which depend on the words around.

use super::Token;
use super::classifier::{Classifier, SEED, Traits, features, hash};
use super::container::{Container, ModelError};
use crate::report::Upos;

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
    /// What each part of speech can be, by its number.
    classes: Vec<Class>,
    classifier: Classifier,
}

/// A part of speech of a language's own standard.
#[derive(Clone, Debug, Default)]
struct Class {
    /// The hash of its name.
    hash: u32,
    /// The universal ones that it can be, likeliest first.
    choices: Vec<u8>,
}

impl UposChooser {
    /// Reads the sections `upos` (a line for each part of speech: its name, a tab, the letters `A` to `Q` of what it can
    /// be) and `uwei` (the weights) of a model with these parts of speech.
    ///
    /// # Errors
    /// [`ModelError::Damaged`] where one is missing or makes no sense.
    pub fn read(file: &Container, tags: &[String]) -> Result<UposChooser, ModelError> {
        let lines = std::str::from_utf8(file.section("upos")?).map_err(|_| ModelError::Damaged("upos"))?;
        let mut classes: Vec<Class> =
            tags.iter().map(|tag| Class { hash: hash(SEED, tag.as_bytes()), choices: Vec::new() }).collect();
        for line in lines.lines() {
            let (name, letters) = line.split_once('\t').ok_or(ModelError::Damaged("upos"))?;
            if let Some((class, _)) = classes.iter_mut().zip(tags).find(|(_, tag)| *tag == name) {
                class.choices = letters.bytes().map(|letter| letter.wrapping_sub(b'A')).collect();
            }
        }
        let weights = file.section("uwei")?.iter().map(|weight| weight.cast_signed()).collect();
        let classifier = Classifier::new(weights).ok_or(ModelError::Damaged("uwei"))?;
        Ok(UposChooser { classes, classifier })
    }

    /// Gives each of the tokens of a sentence, which begins at byte `offset`, its universal part of speech. `tags` are the
    /// numbers of their parts of speech.
    pub fn choose(&self, tokens: &mut [Token<'_>], tags: &[u8], sentence: &str, offset: usize) {
        let traits = |tokens: &[Token<'_>], index: usize| {
            let token = tokens.get(index).zip(self.class(tags.get(index)));
            token.map_or_else(Traits::default, |(token, class)| Traits::of(token, class.hash, sentence, offset))
        };
        let none = Traits::default();
        let mut around = [none, none, none, traits(tokens, 0), traits(tokens, 1)];
        for index in 0..tokens.len() {
            let [_, second_left, left, here, right] = around;
            around = [second_left, left, here, right, traits(tokens, index + 2)];
            let choices = self.class(tags.get(index)).map_or(&[][..], |class| &class.choices);
            let chosen = match choices {
                [only] => Some(*only),
                _ => self.classifier.best(&features(&around), choices),
            };
            if let Some(token) = tokens.get_mut(index) {
                token.upos = chosen.map_or(Upos::X, upos);
            }
        }
    }

    fn class(&self, tag: Option<&u8>) -> Option<&Class> {
        self.classes.get(usize::from(*tag?))
    }
}

fn upos(number: u8) -> Upos {
    ALL.get(usize::from(number)).copied().unwrap_or(Upos::X)
}
