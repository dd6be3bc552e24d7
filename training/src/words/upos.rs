//! Training of the choice of universal parts of speech, by averaged perceptron on gold words.

use super::corpus::Sentence;
use anyhow::{Context, Result};
use article_analyzer::report::Upos;
use article_analyzer::span::Span;
use article_analyzer::tokens::classifier::{self, Traits, features};
use article_analyzer::tokens::{Lemma, Token, upos};
use std::collections::{BTreeMap, HashMap};

/// What Japanese parts of speech are that gold has none of, by how their names begin; the first that fits.
const JAPANESE: [(&str, &str); 21] = [
    ("名詞-固有名詞", "PROPN"),
    ("名詞-数詞", "NUM"),
    ("名詞", "NOUN"),
    ("代名詞", "PRON"),
    ("形状詞", "ADJ"),
    ("形容詞", "ADJ"),
    ("連体詞", "DET"),
    ("副詞", "ADV"),
    ("接続詞", "CCONJ"),
    ("感動詞", "INTJ"),
    ("動詞", "VERB"),
    ("助動詞", "AUX"),
    ("助詞-接続助詞", "SCONJ"),
    ("助詞-終助詞", "PART"),
    ("助詞", "ADP"),
    ("接頭辞", "NOUN"),
    ("接尾辞", "NOUN"),
    ("記号-文字", "NOUN"),
    ("記号", "SYM"),
    ("補助記号-ＡＡ", "SYM"),
    ("補助記号", "PUNCT"),
];

/// A word to choose for: its features, what it can be, and what it is.
struct Choice {
    features: Vec<u32>,
    choices: Vec<u8>,
    right: u8,
}

/// The sections `upos` and `uwei` of a model, with 2^`bits` weights.
pub fn sections(gold: &[Sentence], tags: &[String], bits: u32) -> Result<Vec<(&'static str, Vec<u8>)>> {
    let choices = choices(gold, tags)?;
    let lines: String = choices
        .iter()
        .map(|(tag, numbers)| {
            let letters: String = numbers.iter().map(|number| char::from(b'A' + number)).collect();
            format!("{tag}\t{letters}\n")
        })
        .collect();
    let examples: Vec<_> = gold.iter().flat_map(|sentence| examples(sentence, &choices)).collect();
    let weights = train(&examples, 1 << bits);
    Ok(vec![("upos", lines.into_bytes()), ("uwei", weights)])
}

/// The number of a universal part of speech by its name.
fn number(found: &str) -> Option<u8> {
    upos::ALL.iter().position(|upos| upos.tag() == found).map(|number| number as u8)
}

/// What each part of speech can be, likeliest first: all that gold has at least twice.
fn choices(gold: &[Sentence], tags: &[String]) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut counts: HashMap<&str, HashMap<u8, usize>> = HashMap::new();
    for word in gold.iter().flat_map(|sentence| &sentence.words) {
        let number = number(&word.upos).context("an unknown universal part of speech in gold")?;
        *counts.entry(word.xpos.as_str()).or_default().entry(number).or_default() += 1;
    }
    let mut choices = BTreeMap::new();
    for tag in tags.iter().filter(|tag| !tag.is_empty()) {
        let mut found: Vec<(usize, u8)> =
            counts.get(tag.as_str()).into_iter().flatten().map(|(number, count)| (*count, *number)).collect();
        found.sort_by_key(|(count, number)| (std::cmp::Reverse(*count), *number));
        let mut numbers: Vec<u8> = found.iter().filter(|(count, _)| *count > 1).map(|(_, number)| *number).collect();
        if numbers.is_empty() {
            let fallback = JAPANESE.iter().find(|(prefix, _)| tag.starts_with(prefix)).map_or("X", |(_, upos)| upos);
            numbers.extend(number(fallback));
        }
        choices.insert(tag.clone(), numbers);
    }
    Ok(choices)
}

/// The words of a sentence that could be more than one thing.
fn examples(sentence: &Sentence, choices: &BTreeMap<String, Vec<u8>>) -> Vec<Choice> {
    let traits: Vec<Traits> = sentence.words.iter().map(traits).collect();
    let at = |index: usize| index.checked_sub(2).and_then(|index| traits.get(index)).copied().unwrap_or_default();
    let mut examples = Vec::new();
    for (index, word) in sentence.words.iter().enumerate() {
        let Some(choices) = choices.get(&word.xpos).filter(|choices| choices.len() > 1) else { continue };
        let Some(right) = number(&word.upos) else { continue };
        let around = std::array::from_fn(|offset| at(index + offset));
        examples.push(Choice { features: features(&around).to_vec(), choices: choices.clone(), right });
    }
    examples
}

fn traits(word: &super::corpus::Word) -> Traits {
    let lemma = Lemma::Suffix { keep: 0, add: &word.lemma };
    let span = Span::new(0, word.form.len());
    let token = Token { span, upos: Upos::X, xpos: Some(&word.xpos), lemma, origin: None };
    Traits::of(&token, classifier::hash(classifier::SEED, word.xpos.as_bytes()), &word.form, 0)
}

const EPOCHS: usize = 8;

/// Trains and holds the averages to a byte each.
fn train(examples: &[Choice], size: usize) -> Vec<u8> {
    let (mut weights, mut sums) = (vec![0i32; size], vec![0i64; size]);
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let (mut step, mut random) = (1i64, 0x9E37_79B9_7F4A_7C15u64);
    for _ in 0..EPOCHS {
        for index in (1..order.len()).rev() {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            order.swap(index, (random % (index as u64 + 1)) as usize);
        }
        for example in order.iter().map(|index| &examples[*index]) {
            let score = |class: u8| {
                example.features.iter().map(|feature| weights[classifier::index(*feature, class, size)]).sum::<i32>()
            };
            let mut found = example.choices[0];
            for class in &example.choices[1..] {
                if score(*class) > score(found) {
                    found = *class;
                }
            }
            if found != example.right {
                for feature in &example.features {
                    for (class, change) in [(example.right, 1), (found, -1)] {
                        let index = classifier::index(*feature, class, size);
                        weights[index] += change;
                        sums[index] += i64::from(change) * step;
                    }
                }
            }
            step += 1;
        }
    }
    let averages = weights.iter().zip(&sums).map(|(weight, sum)| f64::from(*weight) - *sum as f64 / step as f64);
    quantise(&averages.collect::<Vec<_>>())
}

/// The largest weight becomes 63; what is below half a step becomes nothing.
fn quantise(averages: &[f64]) -> Vec<u8> {
    let largest = averages.iter().fold(f64::MIN_POSITIVE, |largest, average| largest.max(average.abs()));
    averages.iter().map(|average| ((average / largest * 63.0).round() as i8).cast_unsigned()).collect()
}
