//! The words of an article by their dictionary forms.

use super::counted::Passage;
use std::borrow::Cow;
use std::collections::HashMap;

/// The words of some sentences in order, each as a number that stands for its dictionary form in lower case.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary<'a> {
    /// For every word the index of its form.
    pub words: Vec<u32>,
    /// The forms, in the order of their first use.
    pub forms: Vec<Cow<'a, str>>,
    /// How often each form is used.
    pub counts: Vec<u32>,
}

impl<'a> Vocabulary<'a> {
    /// The words of `passages`, whose spans are of `text`.
    pub fn of(passages: &[Passage<'a>], text: &'a str) -> Self {
        let mut places: HashMap<Cow<'a, str>, u32> = HashMap::new();
        let mut vocabulary = Vocabulary::default();
        for token in passages.iter().flat_map(|passage| passage.tokens).filter(|token| token.is_word()) {
            let form = lowercase(token.lemma(text));
            let place = match places.get(&form) {
                Some(place) => *place,
                None => {
                    let place = vocabulary.forms.len() as u32;
                    vocabulary.forms.push(form.clone());
                    vocabulary.counts.push(0);
                    places.insert(form, place);
                    place
                }
            };
            if let Some(count) = vocabulary.counts.get_mut(place as usize) {
                *count += 1;
            }
            vocabulary.words.push(place);
        }
        vocabulary
    }
}

/// A form in lower case, copied only where that changes it.
pub fn lowercase(form: Cow<'_, str>) -> Cow<'_, str> {
    if form.chars().any(char::is_uppercase) { Cow::Owned(form.to_lowercase()) } else { form }
}
