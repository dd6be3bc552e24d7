//! The recipe of the English model: Universal Dependencies' English Web Treebank, with WordNet's base words and irregular
//! forms to know words by that the treebank lacks.

use super::corpus::{self, Sentence, Word};
use super::english_lemmas::lemma_rules;
use super::english_words::{self, WordNet};
use super::evaluate::{Row, Scores, compare, score};
use super::{pack, sources};
use anyhow::{Context, Result};
use article_analyzer::tokens::classifier;
use article_analyzer::tokens::container::{Container, ModelKind};
use article_analyzer::tokens::inflection::Inflection;
use article_analyzer::tokens::perceptron_model::{self, Buffers, PerceptronModel, around, cut_features, lower_case};
use article_analyzer::tokens::word_features::{self, FEATURES, Frequent};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};

/// Name of the model's file.
pub const NAME: &str = "en-words";
/// Powers of two of the weights that cut and that class.
const SIZES: (u32, u32) = (16, 22);
const EPOCHS: usize = 5;
const CUT_EPOCHS: usize = 6;
/// A word seen so often as it is written has only the classes that it was seen with.
const FREQUENT: usize = 12;
/// A word seen so often in lower case is known by the classes that a twentieth of its occurrences have.
const KNOWN: usize = 4;
/// Classes seen less often are not learned; words without a class of their own may have those seen so often among rare
/// words.
const CLASS: usize = 3;
const OPEN: usize = 10;
/// How many weights that class are kept: the largest after a first training.
const KEPT: usize = 280_000;
/// How often those are then learned anew, each time in another order; their averages are the model.
const ROUNDS: usize = 4;

fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../models").join(format!("{NAME}.model"))
}

fn gold_file(data: &Path, split: &str) -> PathBuf {
    data.join(format!("en-ewt/{split}.jsonl.gz"))
}

/// The classes of gold, by number; number 0 is the sentence's edge.
struct Classes {
    names: Vec<String>,
    numbers: HashMap<String, u8>,
    frequent: Frequent,
    choices: BTreeMap<String, Vec<u8>>,
    ambiguity: BTreeMap<String, Vec<u8>>,
    open: Vec<u8>,
}

/// A class as the model names it.
fn class(word: &Word) -> String {
    format!("{} {}", word.xpos, word.upos)
}

impl Classes {
    fn new(gold: &[Sentence]) -> Classes {
        let words = || gold.iter().flat_map(|sentence| &sentence.words);
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for word in words() {
            *counts.entry(class(word)).or_default() += 1;
        }
        counts.retain(|_, count| *count >= CLASS);
        let names: Vec<String> = std::iter::once(String::new()).chain(counts.into_keys()).collect();
        let numbers: HashMap<String, u8> = names.iter().cloned().zip(0u8..).collect();
        let mut classes = Classes {
            names,
            numbers,
            frequent: Frequent::default(),
            choices: BTreeMap::new(),
            ambiguity: BTreeMap::new(),
            open: Vec::new(),
        };
        let (exact, lower) =
            (classes.count(gold, |word| word.form.clone()), classes.count(gold, |word| word.form.to_lowercase()));
        let mut rare: BTreeMap<u8, usize> = BTreeMap::new();
        for (word, found) in exact {
            if found.values().sum::<usize>() >= FREQUENT {
                classes.choices.insert(word, found.into_keys().collect());
            } else {
                found.into_iter().for_each(|(class, count)| *rare.entry(class).or_default() += count);
            }
        }
        classes.open = rare.into_iter().filter(|(_, count)| *count >= OPEN).map(|(class, _)| class).collect();
        for (word, found) in lower {
            let all = found.values().sum::<usize>();
            if all >= KNOWN {
                let usual = found.into_iter().filter(|(_, count)| count * 20 >= all);
                classes.ambiguity.insert(word, usual.map(|(class, _)| class).collect());
            }
        }
        classes.hash_frequent();
        classes
    }

    /// Fills in what the features read of frequent words.
    fn hash_frequent(&mut self) {
        let key = |word: &str| classifier::hash(classifier::SEED, word.as_bytes());
        let class = |found: &[u8]| classifier::hash(classifier::SEED, found);
        self.frequent = Frequent {
            choices: self.choices.iter().map(|(word, found)| (key(word), found.clone())).collect(),
            ambiguity: self.ambiguity.iter().map(|(word, found)| (key(word), class(found))).collect(),
        };
    }

    fn number(&self, word: &Word) -> Option<u8> {
        self.numbers.get(&class(word)).copied()
    }

    fn count(&self, gold: &[Sentence], key: impl Fn(&Word) -> String) -> BTreeMap<String, BTreeMap<u8, usize>> {
        let mut counts: BTreeMap<String, BTreeMap<u8, usize>> = BTreeMap::new();
        for word in gold.iter().flat_map(|sentence| &sentence.words) {
            if let Some(number) = self.number(word) {
                *counts.entry(key(word)).or_default().entry(number).or_default() += 1;
            }
        }
        counts
    }
}

/// Builds the model.
pub fn train(data: &Path, cache: &Path) -> Result<()> {
    let file = gold_file(data, "train");
    let wordnet = sources::english(cache)?;
    let recipe = format!(
        "{NAME} {SIZES:?} {EPOCHS} {FREQUENT} {KNOWN} {CLASS} {OPEN} {CUT_EPOCHS} {KEPT} {ROUNDS} {LARGEST} {LEVELS}"
    );
    let hash = sources::hash(&[&file, &wordnet.archive], &recipe)?;
    let gold = corpus::gold(&file)?;
    let classes = Classes::new(&gold);
    let fused = fused(&gold);
    let rows = |rows: &BTreeMap<String, Vec<u8>>| {
        rows.iter().map(|(word, tags)| format!("{word}\t{}\n", letters(tags))).collect::<String>().into_bytes()
    };
    let mut sections = english_words::sections(&WordNet::read(&wordnet)?)?;
    let inflection = english_words::inflection(&sections)?;
    let tags: Vec<(&str, u8)> = classes.names.iter().map(String::as_str).zip(0..).collect();
    sections.extend([
        ("lang", b"en".to_vec()),
        ("tags", classes.names.join("\n").into_bytes()),
        ("cutw", cuts(&gold, &fused)),
        ("fuse", fused.iter().map(|(word, place)| format!("{word}\t{place}\n")).collect::<String>().into_bytes()),
        ("dict", rows(&classes.choices)),
        ("ambi", rows(&classes.ambiguity)),
        ("open", letters(&classes.open).into_bytes()),
        ("tagw", weights(&gold, &classes, &inflection)),
        ("lemm", lemma_rules(&gold, &tags, &inflection).concat().into_bytes()),
    ]);
    std::fs::write(path(), pack::file(ModelKind::Perceptron, hash, &sections, true)?)?;
    Ok(())
}

/// Measures the model, prints what was found and gives its row of the card.
pub fn report(data: &Path) -> Result<Row> {
    let file = std::fs::read(path()).with_context(|| format!("{}: train it first", path().display()))?;
    let model = PerceptronModel::from_bytes(&file)?;
    let (mut scores, mut buffers, mut tokens) = (Scores::default(), Buffers::default(), Vec::new());
    for sentence in corpus::gold(&gold_file(data, "dev"))? {
        tokens.clear();
        model.tokenize(&sentence.text, 0, &mut buffers, &mut tokens);
        compare(&mut scores, &tokens, &sentence);
    }
    let unpacked = Container::read(&file, ModelKind::Perceptron)?;
    println!("{NAME}\n  gold, dev: {scores}, UPOS on right tokens {:.4}", scores.upos_share());
    let brotli = pack::brotli_size(unpacked.unpacked())?;
    println!("  size: {} bytes as stored, {brotli} by brotli", file.len());
    let classes = format!("{} (Penn)", score(scores.class_share()));
    Ok(scores.row(NAME, [classes, "–".to_owned(), "–".to_owned()], [file.len(), brotli]))
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
    /// Weights that are not learned.
    dropped: Vec<bool>,
}

impl Perceptron {
    fn new(bits: u32) -> Self {
        Perceptron { weights: vec![0; 1 << bits], sums: vec![0; 1 << bits], step: 1, dropped: vec![false; 1 << bits] }
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
                    if self.dropped[index] {
                        continue;
                    }
                    self.weights[index] += change;
                    self.sums[index] += i64::from(change) * self.step;
                }
            }
        }
        best.1
    }

    fn averages(&self) -> Vec<f64> {
        let step = self.step as f64;
        self.weights.iter().zip(&self.sums).map(|(weight, sum)| f64::from(*weight) - *sum as f64 / step).collect()
    }

    /// Forgets everything but which `kept` weights were the largest: from now on only those are learned.
    fn prune(&mut self, kept: usize) {
        let sizes: Vec<f64> = self.averages().iter().map(|average| average.abs()).collect();
        let mut order = sizes.clone();
        order.sort_by(|left, right| right.total_cmp(left));
        let least = order.get(kept).copied().unwrap_or(0.0);
        self.dropped = sizes.iter().map(|size| *size <= least).collect();
        self.forget();
    }

    /// Forgets all weights.
    fn forget(&mut self) {
        self.weights.fill(0);
        self.sums.fill(0);
        self.step = 1;
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
    let fused = fused.iter().map(|(word, place)| (perceptron_model::fused_key(word), *place)).collect();
    let mut perceptron = Perceptron::new(SIZES.0);
    let mut places = Vec::new();
    for epoch in 0..CUT_EPOCHS {
        for sentence in shuffled(gold.len(), epoch).into_iter().map(|index| &gold[index]) {
            for (at, chunk, cuts) in chunks(sentence) {
                let after = &sentence.text[at + chunk.len()..];
                let mut start = 0;
                perceptron_model::find_places(chunk, &fused, &mut places);
                for place in &places {
                    let right = cuts.contains(place);
                    perceptron.learn(&cut_features(chunk, start, *place, after), &[0, 1], u8::from(right));
                    if right {
                        start = *place;
                    }
                }
            }
        }
    }
    quantise(&perceptron.averages())
}

/// A sentence of gold with the features that stay the same.
struct Example {
    words: Vec<word_features::Word>,
    fixed: Vec<[u32; FEATURES]>,
    right: Vec<Option<u8>>,
}

impl Example {
    fn new(sentence: &Sentence, classes: &Classes, inflection: &Inflection) -> Example {
        let mut lower = String::new();
        let words: Vec<_> = sentence
            .words
            .iter()
            .map(|word| {
                lower_case(&word.form, &mut lower);
                word_features::Word::read(&word.form, &lower, inflection, &classes.frequent)
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

    fn learn(&self, classes: &Classes, perceptron: &mut Perceptron) {
        let mut before = [0, 0];
        for (index, right) in self.right.iter().enumerate() {
            let Some(right) = *right else {
                before = [before[1], 0];
                continue;
            };
            let choices = classes.frequent.choices.get(&self.words[index].exact).unwrap_or(&classes.open);
            let found = match choices.as_slice() {
                [only] => *only,
                choices => {
                    let mut features = self.fixed[index];
                    word_features::history(&around(&self.words, index), before, &mut features);
                    perceptron.learn(&features, choices, right)
                }
            };
            before = [before[1], found];
        }
    }
}

/// The levels of the weights that class.
fn weights(gold: &[Sentence], classes: &Classes, inflection: &Inflection) -> Vec<u8> {
    let examples: Vec<_> = gold.iter().map(|sentence| Example::new(sentence, classes, inflection)).collect();
    let mut perceptron = Perceptron::new(SIZES.1);
    let mut totals = vec![0.0; perceptron.weights.len()];
    for round in 0..=ROUNDS {
        if round == 1 {
            perceptron.prune(KEPT);
        } else {
            perceptron.forget();
        }
        for epoch in 0..EPOCHS {
            for index in shuffled(examples.len(), round * EPOCHS + epoch) {
                examples[index].learn(classes, &mut perceptron);
            }
        }
        eprintln!("{NAME}: round {round} of {ROUNDS}");
        if round > 0 {
            let averages = perceptron.averages();
            totals.iter_mut().zip(averages).for_each(|(total, average)| *total += average / ROUNDS as f64);
        }
    }
    squares(&totals)
}

/// Levels of a weight that classes on each side of zero; a weight is the square of its level.
const LEVELS: f64 = 8.0;

fn squares(averages: &[f64]) -> Vec<u8> {
    let level = |average: &f64| ((average.abs() / LARGEST).min(1.0).sqrt() * LEVELS).round().copysign(*average) as i8;
    averages.iter().map(|average| level(average).cast_unsigned()).collect()
}

/// The largest average that keeps its size: the few beyond are held to it, so that the many small ones keep theirs.
const LARGEST: f64 = 16.0;

/// Holds averages to a signed byte each.
fn quantise(averages: &[f64]) -> Vec<u8> {
    let largest = averages.iter().fold(f64::MIN_POSITIVE, |largest, average| largest.max(average.abs())).min(LARGEST);
    // What a few mistakes left is dropped: most of the file, and of little use.
    let level = |average: &f64| {
        if average.abs() < 0.2 { 0 } else { (average / largest * 127.0).round().clamp(-127.0, 127.0) as i8 }
    };
    averages.iter().map(|average| level(average).cast_unsigned()).collect()
}
