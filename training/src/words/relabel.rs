//! Brings a teacher's parts of speech in line with gold's.
//!
//! The teacher cuts well but classes some words by habits of its own. Where gold has a word, a model that was trained on
//! gold alone classes it; where gold has never seen it, the teacher's class stands.

use super::corpus::Sentence;
use super::lexicon::fold;
use article_analyzer::tokens::lattice_model::LatticeModel;
use article_analyzer::tokens::tagger::Buffers;
use std::collections::{HashMap, HashSet};

/// Gives the words of the teacher's sentences the classes that gold would give them.
pub fn relabel(taught: &mut [Sentence], gold: &[Sentence], model: &LatticeModel) {
    let seen: HashSet<String> = gold.iter().flat_map(|sentence| &sentence.words).map(|word| fold(&word.form)).collect();
    let mut buffers = Buffers::default();
    let mut tokens = Vec::new();
    for sentence in taught {
        tokens.clear();
        model.tokenize(&sentence.text, 0, &mut buffers, &mut tokens);
        let tags: HashMap<_, _> =
            tokens.iter().filter_map(|token| Some(((token.span.start, token.span.end), token.xpos?))).collect();
        let mut start = 0;
        let mut points = 0;
        for word in &mut sentence.words {
            let blank = sentence.text.get(start as usize..).into_iter().flat_map(str::chars).take(word.start - points);
            start += blank.map(char::len_utf8).sum::<usize>() as u32;
            let end = start + word.form.len() as u32;
            if let Some(tag) = tags.get(&(start, end)).filter(|_| seen.contains(&fold(&word.form))) {
                (*tag).clone_into(&mut word.xpos);
            }
            (start, points) = (end, word.end);
        }
    }
}
