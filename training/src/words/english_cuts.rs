//! Where English stretches between spaces are cut, learned from gold.

use super::corpus::Sentence;
use super::log_linear::{self, LogLinear, Settings};
use article_analyzer::tokens::classifier;
use article_analyzer::tokens::linear_model::CUT;
use article_analyzer::tokens::whole;
use article_analyzer::tokens::word_cuts::{Chunk, find_places, fused_key};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// How cutting is learned.
pub const SETTINGS: Settings =
    Settings { bits: 18, epochs: 6, kept: 20_000, rounds: 4, least: 0.01, largest: 3.0, levels: 8 };
/// How often a word in letters alone must be cut that mostly is, and of one that mostly is not, the share in hundredths:
/// those are often enough mistakes ("its") to be learned by the words around.
const FUSED: usize = 2;
const OFTEN: usize = 20;
const SHARE: usize = 20;

/// The stretches without spaces of a sentence that are not whole by rule, in bytes, with the places at which gold cuts them.
fn chunks(sentence: &Sentence) -> Vec<(Range<usize>, Vec<usize>)> {
    let mut bytes: Vec<usize> = sentence.text.char_indices().map(|(byte, _)| byte).collect();
    bytes.push(sentence.text.len());
    let starts: BTreeSet<usize> = sentence.words.iter().map(|word| bytes[word.start]).collect();
    let mut wholes = Vec::new();
    whole::find(&sentence.text, &mut wholes);
    let (mut at, mut chunks) = (0, Vec::new());
    let ends = wholes.iter().map(|whole| whole.span.start as usize).chain([sentence.text.len()]);
    let nexts = wholes.iter().map(|whole| whole.span.end as usize).chain([sentence.text.len()]);
    for (end, next) in ends.zip(nexts) {
        for piece in sentence.text[at..end].split_inclusive(char::is_whitespace) {
            let chunk = at..at + piece.trim_end_matches(char::is_whitespace).len();
            if !chunk.is_empty() {
                let places = starts.range(at + 1..chunk.end).map(|start| start - at).collect();
                chunks.push((chunk, places));
            }
            at += piece.len();
        }
        at = next;
    }
    chunks
}

/// Words in letters alone that gold cuts, with the place.
pub fn fused(gold: &[Sentence]) -> BTreeMap<String, usize> {
    let mut counts: BTreeMap<String, (usize, BTreeMap<usize, usize>)> = BTreeMap::new();
    for (text, (chunk, cuts)) in
        gold.iter().flat_map(|sentence| chunks(sentence).into_iter().map(|it| (&sentence.text, it)))
    {
        let chunk = &text[chunk];
        let count = counts.entry(chunk.to_ascii_lowercase()).or_default();
        count.0 += 1;
        if let ([place], true) = (cuts.as_slice(), chunk.bytes().all(|byte| byte.is_ascii_alphabetic())) {
            *count.1.entry(*place).or_default() += 1;
        }
    }
    let cut = counts.into_iter().filter_map(|(word, (all, places))| {
        let (place, count) = places.into_iter().max_by_key(|(_, count)| *count)?;
        let is_cut = count >= FUSED && count * 2 > all || count >= OFTEN && count * 100 > all * SHARE;
        is_cut.then_some((word, place))
    });
    cut.collect()
}

/// The weights of the choice to cut.
pub fn weights(gold: &[Sentence], fused: &BTreeMap<String, usize>) -> Vec<u8> {
    let fused = fused.iter().map(|(word, place)| (fused_key(word), *place)).collect();
    let chunks: Vec<_> = gold.iter().map(chunks).collect();
    let mut places = Vec::new();
    let learn = |model: &mut LogLinear, number: usize| {
        let text = &gold[number].text;
        for (chunk, cuts) in &chunks[number] {
            find_places(&text[chunk.clone()], &fused, &mut places);
            let (found, mut start) = (Chunk::new(text, chunk.clone()), 0);
            for place in &places {
                let is_cut = cuts.contains(place);
                model.learn_one(&found.features(start, *place), CUT, is_cut);
                if is_cut {
                    start = *place;
                }
            }
        }
    };
    log_linear::train(SETTINGS, classifier::index, gold.len(), learn)
}
