//! The recipe of the English model: Universal Dependencies' English Web Treebank, with WordNet's base words and irregular
//! forms and with groups of words of much text to know words by that the treebank lacks.

use super::corpus::{self, Sentence, Word};
use super::english_lemmas::lemma_rules;
use super::english_words::{self, WordNet};
use super::evaluate::{Row, Scores, compare, score};
use super::{english_clusters, english_cuts, english_tags, pack, sources};
use anyhow::{Context, Result};
use article_analyzer::tokens::classifier;
use article_analyzer::tokens::clusters::Clusters;
use article_analyzer::tokens::container::{Container, ModelKind};
use article_analyzer::tokens::inflection::Inflection;
use article_analyzer::tokens::linear_model::{Buffers, LinearModel};
use article_analyzer::tokens::word_features::Lexicon;
use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

/// Name of the model's file.
pub const NAME: &str = "en-words";
/// A word seen so often as it is written has only the classes that it was seen with.
const FREQUENT: usize = 50;
/// A word seen so often in lower case is known by the classes that a twentieth of its occurrences have.
const KNOWN: usize = 4;
/// Classes seen less often are not learned; words without a class of their own may have those seen so often among rare
/// words.
const CLASS: usize = 3;
const OPEN: usize = 10;

fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../models").join(format!("{NAME}.model"))
}

fn gold_file(data: &Path, split: &str) -> PathBuf {
    data.join(format!("en-ewt/{split}.jsonl.gz"))
}

/// The classes of gold, by number; number 0 is the sentence's edge.
pub struct Classes {
    names: Vec<String>,
    numbers: HashMap<String, u8>,
    choices: BTreeMap<String, Vec<u8>>,
    ambiguity: BTreeMap<String, Vec<u8>>,
    /// The classes that words without a class of their own may have.
    pub open: Vec<u8>,
    /// What the features read of words.
    pub lexicon: Lexicon,
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
            choices: BTreeMap::new(),
            ambiguity: BTreeMap::new(),
            open: Vec::new(),
            lexicon: Lexicon::default(),
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
        classes
    }

    /// Fills in what the features read of words: of these and, from sections of the model, of others.
    fn with_sections(mut self, sections: &pack::Sections) -> Result<Classes> {
        let key = |word: &str| classifier::hash(classifier::SEED, word.as_bytes());
        let class = |found: &[u8]| classifier::hash(classifier::SEED, found);
        let file = pack::file(ModelKind::Linear, [0; 32], sections, false)?;
        let file = Container::read(&file, ModelKind::Linear)?;
        self.lexicon = Lexicon {
            choices: self.choices.iter().map(|(word, found)| (key(word), found.clone())).collect(),
            ambiguity: self.ambiguity.iter().map(|(word, found)| (key(word), class(found))).collect(),
            inflection: Inflection::read(&file)?,
            clusters: Clusters::read(&file)?,
        };
        Ok(self)
    }

    /// The number of a word's class; none where it is too rare to be learned.
    pub fn number(&self, word: &Word) -> Option<u8> {
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
    let clusters = sources::clusters(cache)?;
    let settings = (english_cuts::SETTINGS, english_tags::SETTINGS, english_clusters::WORDS);
    let recipe = format!("{NAME} {FREQUENT} {KNOWN} {CLASS} {OPEN} {settings:?}");
    let hash = sources::hash(&[&file, &wordnet.archive, &clusters], &recipe)?;
    let gold = corpus::gold(&file)?;
    let mut sections = english_words::sections(&WordNet::read(&wordnet)?)?;
    sections.extend(english_clusters::sections(&clusters)?);
    let classes = Classes::new(&gold).with_sections(&sections)?;
    let fused = english_cuts::fused(&gold);
    let rows = |rows: &BTreeMap<String, Vec<u8>>| {
        rows.iter().map(|(word, tags)| format!("{word}\t{}\n", letters(tags))).collect::<String>().into_bytes()
    };
    let tags: Vec<(&str, u8)> = classes.names.iter().map(String::as_str).zip(0..).collect();
    sections.extend([
        ("lang", b"en".to_vec()),
        ("tags", classes.names.join("\n").into_bytes()),
        ("cutw", english_cuts::weights(&gold, &fused)),
        ("fuse", fused.iter().map(|(word, place)| format!("{word}\t{place}\n")).collect::<String>().into_bytes()),
        ("dict", rows(&classes.choices)),
        ("ambi", rows(&classes.ambiguity)),
        ("open", letters(&classes.open).into_bytes()),
        ("tagw", english_tags::weights(&gold, &classes)),
        ("lemm", lemma_rules(&gold, &tags, &classes.lexicon.inflection).concat().into_bytes()),
    ]);
    std::fs::write(path(), pack::file(ModelKind::Linear, hash, &sections, true)?)?;
    Ok(())
}

/// Measures the model, prints what was found and gives its row of the card.
pub fn report(data: &Path) -> Result<Row> {
    let file = std::fs::read(path()).with_context(|| format!("{}: train it first", path().display()))?;
    let model = LinearModel::from_bytes(&file)?;
    let (mut scores, mut buffers, mut tokens) = (Scores::default(), Buffers::default(), Vec::new());
    for sentence in corpus::gold(&gold_file(data, "dev"))? {
        tokens.clear();
        model.tokenize(&sentence.text, 0, &mut buffers, &mut tokens);
        compare(&mut scores, &tokens, &sentence);
    }
    let unpacked = Container::read(&file, ModelKind::Linear)?;
    println!("{NAME}\n  gold, dev: {scores}, UPOS on right tokens {:.4}", scores.upos_share());
    let brotli = pack::brotli_size(unpacked.unpacked())?;
    println!("  size: {} bytes as stored, {brotli} by brotli", file.len());
    let classes = format!("{} (Penn)", score(scores.class_share()));
    Ok(scores.row(NAME, [classes, "–".to_owned(), "–".to_owned()], [file.len(), brotli]))
}

fn letters(tags: &[u8]) -> String {
    tags.iter().map(|tag| char::from(b'!' + tag)).collect()
}
