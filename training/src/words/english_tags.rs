//! How English words are classed, learned from gold.

use super::corpus::Sentence;
use super::english::Classes;
use super::log_linear::{self, LogLinear, Settings};
use article_analyzer::tokens::linear_model::{around, lower_case};
use article_analyzer::tokens::rows;
use article_analyzer::tokens::word_features::{self, FEATURES, Word};

/// How classing is learned.
pub const SETTINGS: Settings =
    Settings { bits: 22, epochs: 3, kept: 300_000, rounds: 3, least: 0.02, largest: 3.0, levels: 11 };

/// A sentence of gold with the features that stay the same.
struct Example {
    words: Vec<Word>,
    fixed: Vec<[u32; FEATURES]>,
    right: Vec<Option<u8>>,
}

impl Example {
    fn new(sentence: &Sentence, classes: &Classes) -> Example {
        let mut lower = String::new();
        let words: Vec<_> = sentence
            .words
            .iter()
            .map(|word| {
                lower_case(&word.form, &mut lower);
                Word::read(&word.form, &lower, &classes.lexicon)
            })
            .collect();
        let capitals = word_features::capitals(&words);
        let fixed = (0..words.len()).map(|index| {
            let mut features = [0; FEATURES];
            word_features::fixed(&around(&words, index), index == 0, capitals, &mut features);
            features
        });
        Example {
            fixed: fixed.collect(),
            right: sentence.words.iter().map(|word| classes.number(word)).collect(),
            words,
        }
    }

    fn learn(&self, classes: &Classes, model: &mut LogLinear) {
        let mut before = [0, 0];
        for (index, right) in self.right.iter().enumerate() {
            let Some(right) = *right else {
                before = [before[1], 0];
                continue;
            };
            let choices = classes.lexicon.choices.get(&self.words[index].exact).unwrap_or(&classes.open);
            let found = match choices.as_slice() {
                [only] => *only,
                choices => {
                    let mut features = self.fixed[index];
                    word_features::history(&around(&self.words, index), before, &mut features);
                    model.learn(&features, choices, right)
                }
            };
            before = [before[1], found];
        }
    }
}

/// The weights of the classes.
pub fn weights(gold: &[Sentence], classes: &Classes) -> Vec<u8> {
    let examples: Vec<_> = gold.iter().map(|sentence| Example::new(sentence, classes)).collect();
    let learn = |model: &mut LogLinear, number: usize| examples[number].learn(classes, model);
    log_linear::train(SETTINGS, rows::index, examples.len(), learn)
}
