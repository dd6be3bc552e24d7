//! Which reports are about one matter.

use super::entities::Joined;
use super::input::Input;
use super::sets::Sets;
use crate::measures::rarity;
use crate::report::{EntityLabel, Role, SharedPassage, Token, Upos};
use std::collections::{BTreeMap, BTreeSet};

/// How alike the words of two reports must be, as the cosine of their weights, to be of one matter.
const ALIKE: f64 = 0.3;
/// How alike they must be where a name stands in both.
const ALIKE_WITH_NAME: f64 = 0.12;
/// Names in common that are enough, whatever the words: reports in two languages have no words in common.
const NAMES: usize = 2;

/// For every report the number of its matter: the least number of the reports of that matter.
pub fn matters(inputs: &[Input], joined: &Joined, passages: &[SharedPassage]) -> Vec<usize> {
    let words: Vec<BTreeMap<&str, f64>> = inputs.iter().map(weights).collect();
    let names = names(inputs, joined);
    let mut sets = Sets::new(inputs.len());
    for passage in passages {
        for pair in passage.reports.windows(2) {
            if let [one, other] = pair {
                sets.join(*one as usize, *other as usize);
            }
        }
    }
    for (index, (own_words, own_names)) in words.iter().zip(&names).enumerate() {
        for (other, (words, names)) in words.iter().zip(&names).enumerate().skip(index + 1) {
            let common = own_names.intersection(names).count();
            let least = if common > 0 { ALIKE_WITH_NAME } else { ALIKE };
            if common >= NAMES || cosine(own_words, words) >= least {
                sets.join(index, other);
            }
        }
    }
    (0..inputs.len()).map(|report| sets.root(report)).collect()
}

/// The content words of the article with how often they stand in it, the rare ones weighing more; length one.
fn weights(input: &Input) -> BTreeMap<&str, f64> {
    let mut weights: BTreeMap<&str, f64> = BTreeMap::new();
    let noun = |token: &&Token| matches!(token.upos, Upos::Noun | Upos::Propn | Upos::X) && input.is_said(token.span);
    for token in input.report.tokens.iter().filter(noun) {
        let lemma = token.lemma.as_str();
        if lemma.chars().any(char::is_alphabetic) {
            *weights.entry(lemma).or_default() += rarity::of(lemma).powi(2);
        }
    }
    let length = weights.values().map(|weight| weight * weight).sum::<f64>().sqrt();
    weights.values_mut().for_each(|weight| *weight /= length.max(f64::MIN_POSITIVE));
    weights
}

fn cosine(a: &BTreeMap<&str, f64>, b: &BTreeMap<&str, f64>) -> f64 {
    let (few, many) = if a.len() < b.len() { (a, b) } else { (b, a) };
    few.iter().filter_map(|(word, weight)| many.get(word).map(|other| weight * other)).sum()
}

/// The things that stand in each report, places left out unless the title names them: articles that share no more than a
/// country are about different matters.
fn names(inputs: &[Input], joined: &Joined) -> Vec<BTreeSet<usize>> {
    let of_report = |(input, mentions): (&Input, &Vec<super::entities::Mention>)| {
        let title = input.report.blocks.iter().find(|block| block.role == Role::Title).map(|block| block.span);
        let is_telling = |mention: &&super::entities::Mention| {
            mention.label != EntityLabel::Location || title.is_some_and(|title| title.contains(mention.span))
        };
        let said = mentions.iter().filter(|mention| input.is_said(mention.span));
        said.filter(is_telling).map(|mention| mention.thing).collect()
    };
    inputs.iter().zip(&joined.mentions).map(of_report).collect()
}
