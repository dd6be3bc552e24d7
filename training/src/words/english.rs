//! The recipe of the English model: Universal Dependencies' English Web Treebank, and nothing else.

use super::corpus::{self, Sentence, Word};
use super::evaluate::{Scores, compare};
use super::{pack, sources, upos};
use anyhow::{Context, Result};
use article_analyzer::tokens::classifier;
use article_analyzer::tokens::container::{Container, ModelKind};
use article_analyzer::tokens::perceptron_model::{self, Buffers, ENDING, PerceptronModel, cut_features, tag_features};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};

/// Name of the model's file.
pub const NAME: &str = "en-words";
/// Powers of two of the weights that cut, that class, and that choose universal parts of speech.
const SIZES: (u32, u32, u32) = (16, 20, 15);
const EPOCHS: usize = 6;
/// A word seen so often has only the parts of speech that it was seen with.
const FREQUENT: usize = 12;

fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../models").join(format!("{NAME}.model"))
}

fn gold_file(data: &Path, split: &str) -> PathBuf {
    data.join(format!("en-ewt/{split}.jsonl.gz"))
}

/// Builds the model.
pub fn train(data: &Path) -> Result<()> {
    let file = gold_file(data, "train");
    let hash = sources::hash(&[&file], &format!("{NAME} {SIZES:?} {EPOCHS} {FREQUENT} {LARGEST}"))?;
    let gold = corpus::gold(&file)?;
    let tags: BTreeSet<String> =
        gold.iter().flat_map(|sentence| &sentence.words).map(|word| word.xpos.clone()).collect();
    let tags: Vec<String> = std::iter::once(String::new()).chain(tags).collect();
    let numbers: HashMap<&str, u8> = tags.iter().map(String::as_str).zip(0u8..).collect();
    let fused = fused(&gold);
    let dictionary = dictionary(&gold, &numbers);
    let lines = |rows: Vec<String>| rows.concat().into_bytes();
    let mut sections = vec![
        ("lang", b"en".to_vec()),
        ("tags", tags.join("\n").into_bytes()),
        ("cutw", cuts(&gold, &fused)),
        ("fuse", lines(fused.iter().map(|(word, place)| format!("{word}\t{place}\n")).collect())),
        ("dict", lines(dictionary.iter().map(|(word, tags)| format!("{word}\t{}\n", letters(tags))).collect())),
        ("tagw", classes(&gold, &numbers, &dictionary)),
        ("lemm", lines(lemma_rules(&gold, &numbers))),
    ];
    sections.extend(upos::sections(&gold, &tags, SIZES.2)?);
    std::fs::write(path(), pack::file(ModelKind::Perceptron, hash, &sections, true)?)?;
    Ok(())
}

/// Measures the model and prints what was found.
pub fn report(data: &Path) -> Result<()> {
    let file = std::fs::read(path()).with_context(|| format!("{}: train it first", path().display()))?;
    let model = PerceptronModel::from_bytes(&file)?;
    let (mut scores, mut buffers, mut tokens) = (Scores::default(), Buffers::default(), Vec::new());
    for sentence in corpus::gold(&gold_file(data, "dev"))? {
        tokens.clear();
        model.tokenize(&sentence.text, 0, &mut buffers, &mut tokens);
        compare(&mut scores, &tokens, &sentence);
    }
    let unpacked = Container::read(&file, ModelKind::Perceptron)?;
    println!("{NAME}\n  gold, dev: {scores}");
    println!("  size: {} bytes as stored, {} by brotli", file.len(), pack::brotli_size(unpacked.unpacked())?);
    Ok(())
}

fn letters(tags: &[u8]) -> String {
    tags.iter().map(|tag| char::from(b'!' + tag)).collect()
}

/// The stretches without spaces of a sentence, in bytes, with the places inside at which gold cuts.
fn chunks(sentence: &Sentence) -> Vec<(usize, &str, Vec<usize>)> {
    let mut bytes: Vec<usize> = sentence.text.char_indices().map(|(byte, _)| byte).collect();
    bytes.push(sentence.text.len());
    let starts: BTreeSet<usize> = sentence.words.iter().map(|word| bytes[word.start]).collect();
    let mut at = 0;
    let mut chunks = Vec::new();
    for piece in sentence.text.split_inclusive(char::is_whitespace) {
        let chunk = piece.trim_end_matches(char::is_whitespace);
        if !chunk.is_empty() {
            chunks.push((at, chunk, starts.range(at + 1..at + chunk.len()).map(|start| start - at).collect()));
        }
        at += piece.len();
    }
    chunks
}

/// Words in letters alone that gold cuts more often than not.
fn fused(gold: &[Sentence]) -> BTreeMap<String, usize> {
    let mut counts: BTreeMap<String, (usize, BTreeMap<usize, usize>)> = BTreeMap::new();
    for (_, chunk, cuts) in gold.iter().flat_map(chunks) {
        let count = counts.entry(chunk.to_ascii_lowercase()).or_default();
        count.0 += 1;
        if let ([place], true) = (cuts.as_slice(), chunk.bytes().all(|byte| byte.is_ascii_alphabetic())) {
            *count.1.entry(*place).or_default() += 1;
        }
    }
    let cut = counts.into_iter().filter_map(|(word, (all, places))| {
        let (place, count) = places.into_iter().max_by_key(|(_, count)| *count)?;
        (count >= 2 && count * 2 > all).then_some((word, place))
    });
    cut.collect()
}

/// An averaged perceptron over hashed features.
struct Perceptron {
    weights: Vec<i32>,
    sums: Vec<i64>,
    step: i64,
}

impl Perceptron {
    fn new(bits: u32) -> Self {
        Perceptron { weights: vec![0; 1 << bits], sums: vec![0; 1 << bits], step: 1 }
    }

    /// The class with the highest sum, as the tagger finds it, learning where it is not the right one.
    fn learn(&mut self, features: &[u32], classes: &[u8], right: u8) -> u8 {
        let size = self.weights.len();
        let score = |class: u8| -> i32 {
            features.iter().map(|feature| self.weights[classifier::index(*feature, class, size)]).sum()
        };
        let mut best = (i32::MIN, right);
        for class in classes {
            let score = score(*class);
            if score > best.0 {
                best = (score, *class);
            }
        }
        self.step += 1;
        if best.1 != right {
            for feature in features {
                for (class, change) in [(right, 1), (best.1, -1)] {
                    let index = classifier::index(*feature, class, size);
                    self.weights[index] += change;
                    self.sums[index] += i64::from(change) * self.step;
                }
            }
        }
        best.1
    }

    fn finish(&self) -> Vec<u8> {
        let step = self.step as f64;
        let averages = self.weights.iter().zip(&self.sums).map(|(weight, sum)| f64::from(*weight) - *sum as f64 / step);
        quantise(&averages.collect::<Vec<_>>())
    }
}

/// The order of an epoch: the same in every run.
fn shuffled(count: usize, epoch: usize) -> Vec<usize> {
    let mut random = 0x9E37_79B9_7F4A_7C15u64 ^ (epoch as u64 + 1);
    let mut order: Vec<usize> = (0..count).collect();
    for index in (1..count).rev() {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        order.swap(index, (random % (index as u64 + 1)) as usize);
    }
    order
}

fn cuts(gold: &[Sentence], fused: &BTreeMap<String, usize>) -> Vec<u8> {
    let fused: HashMap<String, usize> = fused.clone().into_iter().collect();
    let mut perceptron = Perceptron::new(SIZES.0);
    for epoch in 0..EPOCHS {
        for sentence in shuffled(gold.len(), epoch).into_iter().map(|index| &gold[index]) {
            for (at, chunk, cuts) in chunks(sentence) {
                let after = &sentence.text[at + chunk.len()..];
                let mut start = 0;
                for place in perceptron_model::places(chunk, &fused) {
                    let right = cuts.contains(&place);
                    perceptron.learn(&cut_features(chunk, start, place, after), &[0, 1], u8::from(right));
                    if right {
                        start = place;
                    }
                }
            }
        }
    }
    perceptron.finish()
}

fn dictionary(gold: &[Sentence], numbers: &HashMap<&str, u8>) -> BTreeMap<String, Vec<u8>> {
    let mut counts: BTreeMap<&str, BTreeMap<u8, usize>> = BTreeMap::new();
    for word in gold.iter().flat_map(|sentence| &sentence.words) {
        *counts.entry(&word.form).or_default().entry(numbers[word.xpos.as_str()]).or_default() += 1;
    }
    let frequent = counts.into_iter().filter(|(_, tags)| tags.values().sum::<usize>() >= FREQUENT);
    frequent.map(|(word, tags)| (word.to_owned(), tags.into_keys().collect())).collect()
}

fn classes(gold: &[Sentence], numbers: &HashMap<&str, u8>, dictionary: &BTreeMap<String, Vec<u8>>) -> Vec<u8> {
    let all: Vec<u8> = (1..numbers.len() as u8).collect();
    let mut perceptron = Perceptron::new(SIZES.1);
    for epoch in 0..EPOCHS {
        for sentence in shuffled(gold.len(), epoch).into_iter().map(|index| &gold[index]) {
            let form = |index: usize| {
                index.checked_sub(2).and_then(|index| sentence.words.get(index)).map_or("", |word| word.form.as_str())
            };
            let mut before = [0, 0];
            for (index, word) in sentence.words.iter().enumerate() {
                let right = numbers[word.xpos.as_str()];
                let found = match dictionary.get(&word.form).map(Vec::as_slice) {
                    Some([only]) => *only,
                    choices => {
                        let around = std::array::from_fn(|place| form(index + place));
                        perceptron.learn(&tag_features(&around, before), choices.unwrap_or(&all), right)
                    }
                };
                before = [before[1], found];
            }
        }
    }
    perceptron.finish()
}

/// What a lemma rule does: bytes cut off, what is added, and (marked by `=`) that capitals stay.
type Change = (usize, String);

/// The change that makes a lemma of a form. None where they share too little.
fn change(word: &Word) -> Option<Change> {
    let kept_case = word.form.chars().any(char::is_uppercase) && word.lemma.chars().any(char::is_uppercase);
    let form = if kept_case { word.form.clone() } else { word.form.to_lowercase() };
    let shared: usize = form
        .chars()
        .zip(word.lemma.chars())
        .take_while(|(left, right)| left == right)
        .map(|(left, _)| left.len_utf8())
        .sum();
    let mark = if kept_case { "=" } else { "" };
    (form.len() == word.form.len()).then(|| (form.len() - shared, format!("{mark}{}", &word.lemma[shared..])))
}

/// For each part of speech the commonest change, then those of longer endings and whole words where they differ from what
/// the shorter ones say.
fn lemma_rules(gold: &[Sentence], numbers: &HashMap<&str, u8>) -> Vec<String> {
    let mut counts: BTreeMap<(u8, String), BTreeMap<Change, usize>> = BTreeMap::new();
    for word in gold.iter().flat_map(|sentence| &sentence.words) {
        let (Some(change), tag) = (change(word), numbers[word.xpos.as_str()]) else { continue };
        for key in keys(&word.form.to_lowercase()) {
            *counts.entry((tag, key)).or_default().entry(change.clone()).or_default() += 1;
        }
    }
    let mut keyed: Vec<_> = counts.into_iter().collect();
    keyed.sort_by_key(|((tag, key), _)| (*tag, key.starts_with('^'), key.len(), key.clone()));
    let mut rules: BTreeMap<(u8, String), Change> = BTreeMap::new();
    for ((tag, key), changes) in keyed {
        let Some((best, count)) =
            changes.iter().max_by_key(|(change, count)| (**count, std::cmp::Reverse((*change).clone())))
        else {
            continue;
        };
        let word = key.trim_start_matches('^');
        let shorter = word.char_indices().skip(1).map(|(start, _)| &word[start..]).chain([""]);
        let shorter = shorter.filter(|other| *other != key).find_map(|other| rules.get(&(tag, other.to_owned())));
        let enough = key.is_empty() || *count >= if key.starts_with('^') { 1 } else { 3 };
        if enough && shorter != Some(best) {
            rules.insert((tag, key), best.clone());
        }
    }
    rules.into_iter().map(|((tag, key), (cut, add))| format!("{tag}\t{key}\t{cut}\t{add}\n")).collect()
}

/// The endings of a word, shorter than the word, and last the whole word.
fn keys(lower: &str) -> Vec<String> {
    let mut keys: Vec<String> = lower
        .char_indices()
        .skip(1)
        .map(|(start, _)| &lower[start..])
        .chain([""])
        .filter(|ending| ending.len() <= ENDING)
        .map(str::to_owned)
        .collect();
    keys.push(format!("^{lower}"));
    keys
}

/// The largest average that keeps its size: the few beyond are held to it, so that the many small ones keep theirs.
const LARGEST: f64 = 12.0;

/// Holds averages to a signed byte each.
fn quantise(averages: &[f64]) -> Vec<u8> {
    let largest = averages.iter().fold(f64::MIN_POSITIVE, |largest, average| largest.max(average.abs())).min(LARGEST);
    // What a few mistakes left is dropped: most of the file, and of little use.
    let level = |average: &f64| {
        if average.abs() < 0.2 { 0 } else { (average / largest * 127.0).round().clamp(-127.0, 127.0) as i8 }
    };
    averages.iter().map(|average| level(average).cast_unsigned()).collect()
}
