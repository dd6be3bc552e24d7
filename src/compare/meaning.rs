//! Sentences of one meaning in other words, as far as their words and numbers show it.

use super::input::Input;
use super::matters::Matters;
use super::weights::{Weights, cosine, of_length_one};
use crate::measures::rarity;
use crate::order::Order;
use crate::report::{PassageKind, SharedPassage, SpanInReport, Token, Upos};
use crate::span::Span;
use std::collections::{BTreeMap, BTreeSet};

/// How alike the weighted words of two sentences must be, as a cosine.
const ALIKE: f64 = 0.6;
/// How alike they must be where they give the same numbers or dates.
const ALIKE_WITH_NUMBERS: f64 = 0.45;
/// Words beside names that two sentences without a common number must share, or all where they have fewer: two about one
/// company need not say the same of it.
const SHARED: usize = 2;
/// How alike the words beside names must be there.
const ALIKE_BESIDE_NAMES: f64 = 0.4;
/// Words that a sentence must have at least.
const FEWEST: usize = 4;
/// The rarest words of a sentence, by which others are found for it.
const RAREST: usize = 5;
/// Sentences with one rare word that are compared; a word of more is the matter of them all.
const CROWD: usize = 24;

/// One sentence of one report.
struct Sentence<'i> {
    report: u32,
    span: Span,
    matter: (usize, &'static str),
    words: Weights<'i>,
    /// The words that are no part of a name.
    told: Weights<'i>,
    numbers: BTreeSet<String>,
}

/// Pairs of sentences of two reports of one matter and language that say one thing in other words, each the nearest of the
/// other; those that stand in `passages` already are left out.
pub fn passages(inputs: &[Input], matters: &Matters, passages: &[SharedPassage]) -> Vec<SharedPassage> {
    let units: Vec<_> = inputs.iter().map(Input::own_unit).collect();
    let known: BTreeSet<(u32, Span)> =
        passages.iter().flat_map(|passage| &passage.spans).map(|place| (place.report, place.span)).collect();
    let is_new = |sentence: &Sentence| {
        let span = units.get(sentence.report as usize).map(|unit| unit.span(sentence.span));
        span.is_some_and(|span| !known.contains(&(sentence.report, span)))
    };
    let all = (0u32..).zip(inputs);
    let sentences: Vec<Sentence> =
        all.flat_map(|(report, input)| sentences(report, matters.group(report), input)).filter(is_new).collect();
    let best = best_of_each(&sentences, matters);
    let mutual = best.iter().filter(|((one, _), (other, _))| {
        let report = sentences.get(*one).map_or(0, |sentence| sentence.report);
        one < other && best.get(&(*other, report)).is_some_and(|(back, _)| back == one)
    });
    mutual
        .filter_map(|((one, _), (other, similarity))| {
            let place = |number: usize| {
                let sentence = sentences.get(number)?;
                let span = units.get(sentence.report as usize)?.span(sentence.span);
                Some(SpanInReport { report: sentence.report, span })
            };
            let spans = vec![place(*one)?, place(*other)?];
            let reports = spans.iter().map(|place| place.report).collect();
            Some(SharedPassage { reports, spans, similarity: *similarity, kind: PassageKind::InOtherWords })
        })
        .collect()
}

fn sentences(report: u32, matter: usize, input: &Input) -> Vec<Sentence<'_>> {
    let mut found = Vec::new();
    let mut mentions: Vec<Span> = input.report.entities.iter().flat_map(|entity| &entity.mentions).copied().collect();
    mentions.order();
    let is_named = |token: &Token| {
        let after = mentions.partition_point(|mention| mention.start <= token.span.start);
        after.checked_sub(1).and_then(|at| mentions.get(at)).is_some_and(|mention| token.span.start < mention.end)
    };
    let mut tokens = input.report.tokens.as_slice();
    for sentence in &input.report.sentences {
        let before = tokens.partition_point(|token| token.span.start < sentence.span.start);
        let (_, rest) = tokens.split_at(before);
        let (own, after) = rest.split_at(rest.partition_point(|token| token.span.end <= sentence.span.end));
        tokens = after;
        let words = weights(own, |_| true);
        if words.len() >= FEWEST && input.is_said(sentence.span) {
            let (span, matter) = (sentence.span, (matter, input.language.code));
            let told = weights(own, |token| !is_named(token));
            found.push(Sentence { report, span, matter, words, told, numbers: numbers(input, sentence.span) });
        }
    }
    found
}

fn is_content(token: &Token) -> bool {
    matches!(token.upos, Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj | Upos::X)
        && token.lemma.chars().any(char::is_alphabetic)
}

/// The content words that count, the rare ones weighing more; of length one as a vector.
fn weights<'t>(tokens: &'t [Token], counts: impl Fn(&Token) -> bool) -> Weights<'t> {
    let words = tokens.iter().filter(|token| is_content(token) && counts(token)).map(|token| token.lemma.as_str());
    of_length_one(words.map(|lemma| (lemma, rarity::of(lemma))).collect())
}

/// The values of the numbers and times in a sentence.
fn numbers(input: &Input, sentence: Span) -> BTreeSet<String> {
    let quantities = &input.report.quantities;
    let from = quantities.partition_point(|quantity| quantity.span.start < sentence.start);
    let quantities = quantities.get(from..).unwrap_or(&[]).iter().take_while(|one| one.span.end <= sentence.end);
    let times = &input.report.times;
    let from = times.partition_point(|time| time.span.start < sentence.start);
    let times = times.get(from..).unwrap_or(&[]).iter().take_while(|time| time.span.end <= sentence.end);
    let values = quantities.map(|one| format!("{:?} {:?} {}", one.value.lower, one.value.upper, one.unit));
    values.chain(times.filter_map(|time| time.value.clone())).collect()
}

/// For every sentence and every other report the sentence there that is most like it, where one is alike enough.
fn best_of_each(sentences: &[Sentence], matters: &Matters) -> BTreeMap<(usize, u32), (usize, f64)> {
    let mut with_word: BTreeMap<((usize, &str), &str), Vec<usize>> = BTreeMap::new();
    for (number, sentence) in sentences.iter().enumerate() {
        let mut words: Vec<(&str, f64)> = sentence.words.iter().map(|(word, weight)| (*word, *weight)).collect();
        words.order_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(b.0)));
        for (word, _) in words.into_iter().take(RAREST) {
            with_word.entry((sentence.matter, word)).or_default().push(number);
        }
    }
    let mut best: BTreeMap<(usize, u32), (usize, f64)> = BTreeMap::new();
    for crowd in with_word.into_values().filter(|crowd| crowd.len() <= CROWD) {
        for (position, a) in crowd.iter().enumerate() {
            for b in crowd.iter().skip(position + 1) {
                let (Some(one), Some(two)) = (sentences.get(*a), sentences.get(*b)) else { continue };
                if one.report == two.report || !matters.are_one(one.report, two.report) {
                    continue;
                }
                let similarity = similarity(one, two);
                for (from, to, other) in [(*a, *b, two), (*b, *a, one)] {
                    let known = best.get(&(from, other.report)).map_or(0.0, |(_, similarity)| *similarity);
                    if similarity > known {
                        best.insert((from, other.report), (to, similarity));
                    }
                }
            }
        }
    }
    best
}

/// How alike two sentences are; nothing where that is too little to say that they mean one thing, or where each gives a
/// number that the other lacks.
fn similarity(one: &Sentence, two: &Sentence) -> f64 {
    let similarity = cosine(&one.words, &two.words);
    let has_common_number = one.numbers.intersection(&two.numbers).next().is_some();
    let differ = !one.numbers.is_subset(&two.numbers) && !two.numbers.is_subset(&one.numbers);
    let least = if has_common_number { ALIKE_WITH_NUMBERS } else { ALIKE };
    let shared = one.told.keys().filter(|word| two.told.contains_key(*word)).count();
    let needed = one.told.len().max(two.told.len()).clamp(1, SHARED);
    let is_same = has_common_number || shared >= needed && cosine(&one.told, &two.told) >= ALIKE_BESIDE_NAMES;
    if differ || !is_same || similarity < least { 0.0 } else { similarity.min(1.0) }
}
