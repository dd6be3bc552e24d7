//! The recipe of the Japanese models: a lattice over UniDic's surfaces, taught by MeCab on prose and by gold.

use super::corpus::{self, Sentence};
use super::lexicon::{Lexicon, fold};
use super::pack::{self, Pruning, Sections};
use super::perceptron::{Averages, Example, Trainer};
use super::{evaluate, relabel, sources, unidic, upos};
use anyhow::{Context, Result};
use article_analyzer::tokens::container::ModelKind;
use article_analyzer::tokens::lattice_model::LatticeModel;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// What distinguishes the tiers.
#[derive(Debug)]
pub struct Recipe {
    /// Name of the model's file.
    pub name: &'static str,
    /// How many surfaces; all where none is said.
    surfaces: Option<usize>,
    /// How often gold is read for each time the prose is read; where none is said, gold alone is read. A small lexicon
    /// knows all words of the prose that it was chosen by, and would not learn what unknown words look like.
    gold: Option<usize>,
    epochs: usize,
    /// How many trainings the weights are the mean of.
    trainings: u64,
    /// Powers of two: rows of n-grams, contexts, and weights for universal parts of speech.
    sizes: (u32, u32, u32),
    pruning: Pruning,
}

/// The tiers.
pub const RECIPES: [Recipe; 2] = [
    Recipe {
        name: "ja-words",
        surfaces: None,
        gold: Some(2),
        epochs: 4,
        trainings: 3,
        sizes: (17, 18, 16),
        pruning: Pruning { boundary: 0.5, context: 0.5, words: 0.25 },
    },
    Recipe {
        name: "ja-words-light",
        surfaces: Some(100_000),
        gold: None,
        epochs: 6,
        trainings: 3,
        sizes: (16, 17, 14),
        pruning: Pruning { boundary: 0.4, context: 0.4, words: 0.2 },
    },
];

impl Recipe {
    /// The model's file.
    pub fn path(&self) -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../models").join(format!("{}.model", self.name))
    }
}

/// The gold files, in the order in which they are hashed.
pub fn gold_file(data: &Path, split: &str) -> PathBuf {
    data.join(format!("ja-gsd-ne/{split}.jsonl.gz"))
}

/// Builds a model.
pub fn train(recipe: &Recipe, data: &Path, cache: &Path) -> Result<()> {
    let sources = sources::japanese(data, cache)?;
    let train_file = gold_file(data, "train");
    let mut files = vec![&*sources.dictionary, &sources.taught, &train_file];
    if recipe.surfaces.is_some() {
        files.push(&sources.frequencies);
    }
    let hash = sources::hash(&files, &format!("{recipe:?}"))?;
    let (gold, dev) = (corpus::gold(&train_file)?, corpus::gold(&gold_file(data, "dev"))?);
    let mut taught = corpus::taught(&sources.taught)?;
    let rarities = rarities(&sources.frequencies)?;
    let wanted = recipe.surfaces.map(|wanted| (wanted, &rarities));
    let lexicon = Lexicon::new(&unidic::read(&sources.dictionary)?, &gold, &taught.train, wanted)?;
    eprintln!("{}: {} surfaces, {} readings", recipe.name, lexicon.surfaces.len(), lexicon.readings());
    let extra = extra_sections(&gold, &lexicon, recipe)?;
    let tags: HashMap<&str, u8> = lexicon.tags.iter().map(String::as_str).zip(0..).collect();
    let examples = |sentences: &[Sentence]| -> Vec<Example> {
        sentences.iter().filter_map(|sentence| Example::new(sentence, &tags)).collect()
    };
    let prose = match recipe.gold {
        Some(_) => {
            align_classes(&mut taught.train, &gold, &lexicon, &extra)?;
            examples(&taught.train)
        }
        None => Vec::new(),
    };
    let gold = examples(&gold);
    let sets = [(gold.as_slice(), recipe.gold.unwrap_or(1)), (prose.as_slice(), 1)];
    let (mut trainings, mut unknown) = (Vec::new(), Vec::new());
    for number in 0..recipe.trainings {
        let mut trainer = Trainer::new(&lexicon, &sets, (recipe.sizes.0, recipe.sizes.1), number)?;
        for epoch in 1..=recipe.epochs {
            eprintln!("training {number}, epoch {epoch}: {} sentences wrong", trainer.epoch());
        }
        unknown = trainer.unknown().to_vec();
        trainings.push(trainer.averages());
    }
    let averages = Averages::mean(trainings).context("a training")?;
    let file = model(&averages, &unknown, &lexicon, &extra, recipe.pruning, hash, true)?;
    eprintln!("dev {}", evaluate::japanese(&LatticeModel::from_bytes(&file)?, &dev));
    std::fs::create_dir_all(recipe.path().parent().unwrap_or(Path::new(".")))?;
    std::fs::write(recipe.path(), file)?;
    Ok(())
}

/// How rare words are, in hundredths of a power of ten, as they are folded.
fn rarities(path: &Path) -> Result<HashMap<String, u32>> {
    let mut rarities = HashMap::new();
    for line in std::fs::read_to_string(path)?.lines() {
        let (word, rarity) = line.split_once('\t').context("a row of frequencies")?;
        rarities.entry(fold(word)).or_insert(rarity.parse()?);
    }
    Ok(rarities)
}

/// The sections that do not depend on the lattice's training.
fn extra_sections(gold: &[Sentence], lexicon: &Lexicon, recipe: &Recipe) -> Result<Sections> {
    let mut sections = vec![("lang", b"ja".to_vec())];
    sections.extend(upos::sections(gold, &lexicon.tags, recipe.sizes.2)?);
    Ok(sections)
}

/// A model file of weights and what is known of unknown words, packed as `thorough` as it can be.
fn model(
    averages: &Averages,
    unknown: &[Vec<u8>],
    lexicon: &Lexicon,
    extra: &Sections,
    pruning: Pruning,
    hash: [u8; 32],
    thorough: bool,
) -> Result<Vec<u8>> {
    let mut sections = pack::lattice(lexicon, averages, unknown, pruning)?;
    sections.extend(extra.iter().cloned());
    pack::file(ModelKind::Lattice, hash, &sections, thorough)
}

/// Classes the teacher's words as gold would.
fn align_classes(taught: &mut [Sentence], gold: &[Sentence], lexicon: &Lexicon, extra: &Sections) -> Result<()> {
    let tags: HashMap<&str, u8> = lexicon.tags.iter().map(String::as_str).zip(0..).collect();
    let examples: Vec<Example> = gold.iter().filter_map(|sentence| Example::new(sentence, &tags)).collect();
    let mut trainer = Trainer::new(lexicon, &[(&examples, 1)], (17, 18), 0)?;
    for _ in 0..5 {
        trainer.epoch();
    }
    let nothing = Pruning { boundary: 0.0, context: 0.0, words: 0.0 };
    let model = model(&trainer.averages(), trainer.unknown(), lexicon, extra, nothing, [0; 32], false)?;
    relabel::relabel(taught, gold, &LatticeModel::from_bytes(&model)?);
    Ok(())
}
