//! Builds and measures the models of names.

mod card;
mod clusters;
mod corpus;
mod crf;
mod lists;
mod pack;
mod random;
mod replaced;
mod score;
mod seeds;
mod vectors;

use crate::words::{pack as files, sources};
use anyhow::{Context, Result};
use article_analyzer::Analyzer;
use article_analyzer::languages::{self, Language};
use article_analyzer::tags::names::attributes::{Lexicon, fold, group_key, hash};
use article_analyzer::tags::names::gazetteer::Gazetteer;
use article_analyzer::tags::names::labels::TAGS;
use article_analyzer::tags::names::model::{NameModel, Weights};
use article_analyzer::tokens::Models;
use article_analyzer::tokens::container::{self, ModelKind};
use corpus::{Convention, Cutter, Example};
use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};

/// What is built or measured, and from what.
pub struct Options {
    data: PathBuf,
    /// Where packages are kept between runs: `--cache DIR`.
    cache: PathBuf,
    /// Only the model of this name: `--only NAME`.
    only: Option<String>,
    /// Whole articles with their entities: `--seeds DIR`.
    seeds: Option<PathBuf>,
}

impl Options {
    /// The options in the program's arguments.
    pub fn read(data: PathBuf, arguments: &[String]) -> Options {
        let value = |name: &str| arguments.iter().skip_while(|argument| *argument != name).nth(1).cloned();
        let cache = value("--cache").map_or_else(|| PathBuf::from("target/training"), PathBuf::from);
        Options { data, cache, only: value("--only"), seeds: value("--seeds").map(PathBuf::from) }
    }
}

/// A gold set and where it is.
struct Set {
    folder: &'static str,
    convention: &'static Convention,
    /// How much a sentence of it weighs.
    weight: f32,
    /// Whether it has a part to measure on. Of the others the last tenth is kept for that.
    has_dev: bool,
}

/// What words are grouped by.
#[derive(Clone, Copy)]
enum Grouping {
    /// The words beside them in raw text.
    Neighbours,
    /// Vectors that others learned from far more text; only words that raw text or gold has are taken.
    Vectors,
}

/// How the model of a language is made.
struct Recipe {
    name: &'static str,
    language: &'static Language,
    sets: &'static [Set],
    lists: fn(&Path) -> Result<Gazetteer>,
    /// The files of the project that the lists are read from, beside packages.
    known: &'static [&'static str],
    grouping: Grouping,
    /// Files of raw text.
    raw: &'static [&'static str],
    settings: crf::Settings,
    /// How many copies of each sentence have other names, and how much a copy weighs beside the sentence.
    copies: (usize, f32),
    /// Sentences of the project's own, how often each is trained on, with other names, and how much each weighs.
    own: Option<(&'static str, usize, f32)>,
    /// What is taken from steps to tokens outside all names, and what is added to those that begin a thing: else fewer
    /// names would be found than there are. In natural logarithms.
    lean: (f32, f32),
    /// Weights below the first are left out, and features of which none reaches the second, in natural logarithms.
    prune: (f32, f32),
}

static RECIPES: [Recipe; 2] = [
    Recipe {
        name: "ja-names",
        language: &languages::ja::LANGUAGE,
        sets: &[
            Set { folder: "ja-gsd-ne", convention: &corpus::GSD, weight: 1.0, has_dev: true },
            Set { folder: "ja-stockmark-ner", convention: &corpus::STOCKMARK, weight: 1.0, has_dev: true },
            Set { folder: "ja-wac", convention: &corpus::WAC, weight: 1.0, has_dev: true },
        ],
        lists: lists::japanese,
        known: &[lists::KNOWN],
        grouping: Grouping::Vectors,
        raw: &[
            "ja-wikinews/articles.jsonl.gz",
            "ja-prose/jsquad-wikipedia.txt.gz",
            "ja-prose/vue-docs-ja.txt.gz",
            "ja-prose/rust-book-ja.txt.gz",
        ],
        settings: crf::Settings { epochs: 6, rate: 0.03, l1: 5e-6, at_least: 2, noise: 0.0, blind: 0.15 },
        copies: (2, 0.6),
        own: Some(("training/names/sentences-ja.txt", 20, 0.6)),
        lean: (0.2, 0.75),
        prune: (0.055, 0.08),
    },
    Recipe {
        name: "en-names",
        language: &languages::en::LANGUAGE,
        sets: &[
            Set { folder: "en-ewt-ner", convention: &corpus::UNER, weight: 1.0, has_dev: false },
            Set { folder: "en-wnut17", convention: &corpus::WNUT, weight: 0.5, has_dev: true },
        ],
        lists: lists::english,
        known: &[],
        grouping: Grouping::Neighbours,
        raw: &["en-ewt/train.jsonl.gz"],
        settings: crf::Settings { epochs: 10, rate: 0.03, l1: 5e-6, at_least: 2, noise: 0.0, blind: 0.0 },
        copies: (0, 0.0),
        own: None,
        lean: (0.5, 0.0),
        prune: (0.03, 0.03),
    },
];

impl Recipe {
    fn path(&self) -> PathBuf {
        Path::new("models").join(format!("{}.model", self.name))
    }

    fn card(&self) -> PathBuf {
        Path::new("models").join(format!("{}.md", self.name))
    }

    /// The sentences of each set to train on, or to measure on.
    fn rows(&self, data: &Path, held: bool) -> Result<Vec<Vec<corpus::Row>>> {
        let read = |set: &Set| {
            let part = if held && set.has_dev { "dev" } else { "train" };
            let path = data.join(set.folder).join(format!("{part}.jsonl.gz"));
            corpus::read(&path, |number| set.has_dev || (number % 10 == 9) == held)
        };
        self.sets.iter().map(read).collect()
    }

    /// The examples of each set.
    fn examples(&self, rows: Vec<Vec<corpus::Row>>, cutter: &mut Cutter) -> Vec<Vec<Example>> {
        let of = |(set, rows): (&Set, Vec<corpus::Row>)| {
            rows.into_iter().map(|row| corpus::example(row, set.convention, cutter)).collect()
        };
        self.sets.iter().zip(rows).map(of).collect()
    }

    /// What is trained on: the sentences of each set, then their copies with other names.
    fn to_train_on(&self, data: &Path, cutter: &mut Cutter) -> Result<Vec<crf::Part>> {
        let rows = self.rows(data, false)?;
        let mut random = random::SEED;
        let (number, weight) = self.copies;
        let own = self.own.map(|(path, ..)| corpus::own(Path::new(path))).transpose()?.unwrap_or_default();
        let sets = || self.sets.iter().map(|set| set.convention).zip(rows.iter().map(Vec::as_slice));
        let forms = replaced::Forms::new(sets().chain([(&corpus::OWN, own.as_slice())]));
        let mut copied = |(convention, rows), number: usize| -> Vec<corpus::Row> {
            (0..number).flat_map(|_| forms.copies(rows, convention, &mut random)).collect()
        };
        let copies = sets().map(|set| copied(set, number)).collect();
        let mut parts = Vec::new();
        if let Some((_, number, weight)) = self.own {
            let copies = copied((&corpus::OWN, own.as_slice()), number);
            let plain = own.iter().filter(|row| !replaced::is_replaceable(row, &corpus::OWN));
            let plain = std::iter::repeat_n(plain, number).flatten().cloned();
            let rows = copies.into_iter().chain(plain);
            let examples = rows.map(|row| corpus::example(row, &corpus::OWN, cutter)).collect();
            parts.push(crf::Part { examples, weight, is_copied: false });
        }
        for (rows, share, is_copied) in [(rows, 1.0, false), (copies, weight, true)] {
            let examples = self.sets.iter().zip(self.examples(rows, cutter));
            parts.extend(examples.map(|(set, examples)| crf::Part { examples, weight: set.weight * share, is_copied }));
        }
        Ok(parts)
    }

    /// The files that the model depends on.
    fn files(&self, data: &Path) -> Vec<PathBuf> {
        let sets = self.sets.iter().map(|set| data.join(set.folder).join("train.jsonl.gz"));
        let own = self.own.iter().map(|(path, ..)| path).chain(self.known).map(PathBuf::from);
        sets.chain(self.raw.iter().map(|file| data.join(file))).chain(own).collect()
    }
}

fn models() -> Result<&'static Models> {
    Ok(Box::leak(Box::new(Models::built_in()?)))
}

/// Builds models into the folder `models`.
pub fn train(options: &Options) -> Result<()> {
    for recipe in RECIPES.iter().filter(|recipe| options.only.as_deref().is_none_or(|only| only == recipe.name)) {
        train_one(recipe, options)?;
    }
    Ok(())
}

fn train_one(recipe: &Recipe, options: &Options) -> Result<()> {
    let mut cutter = Cutter::new(models()?, recipe.language);
    let parts = recipe.to_train_on(&options.data, &mut cutter)?;
    let rules = recipe.language.names;
    let mut model = NameModel {
        rules,
        lexicon: Lexicon::new(rules),
        gazetteer: (recipe.lists)(&options.cache)?,
        clusters: groups(recipe, options, &mut cutter)?.into_iter().collect(),
        weights: Weights::new(1.0, [[0; TAGS]; TAGS], [0; TAGS], &[]),
    };
    eprintln!("{} listed names, {} words in groups", model.gazetteer.entries().len(), model.clusters.len());
    let trainer = crf::Trainer::new(&parts, model.lists(), recipe.settings.at_least);
    let trained = trainer.train(recipe.settings).leaning(recipe.lean);
    let files_read = recipe.files(&options.data);
    let files_read: Vec<&Path> = files_read.iter().map(PathBuf::as_path).collect();
    let source = sources::hash(
        &files_read,
        &format!(
            "{} {:?} {:?} {:?} {:?} {:?}",
            recipe.name, recipe.settings, recipe.copies, recipe.own, recipe.lean, recipe.prune
        ),
    )?;
    let sections = pack::sections(recipe.language, &trained, &model.gazetteer, &model.clusters, recipe.prune);
    let file = files::file(ModelKind::Names, source, &sections, true)?;
    let brotli = files::brotli_size(&container::join_sections(&sections))?;
    println!("{}: {} bytes, {brotli} if it were packed by brotli", recipe.name, file.len());
    std::fs::write(recipe.path(), &file).with_context(|| recipe.path().display().to_string())?;
    (_, model) = NameModel::from_bytes(&file)?;
    let scores = measure(recipe, options, &model, &file)?;
    card::write(&recipe.card(), &scores, &file)
}

/// The text of a line: of a JSON object the field "text", else the line.
fn text_of(line: String) -> String {
    let row = serde_json::from_str::<serde_json::Value>(&line).ok();
    row.as_ref().and_then(|row| row.get("text")?.as_str()).map_or(line.clone(), str::to_owned)
}

/// The group of each word, by its key.
fn groups(recipe: &Recipe, options: &Options, cutter: &mut Cutter) -> Result<HashMap<u32, u16>> {
    let sentences = raw_words(recipe, options, cutter)?;
    let Grouping::Vectors = recipe.grouping else { return Ok(clusters::of_words(&sentences)) };
    let words: BTreeSet<String> = sentences.into_iter().flatten().collect();
    let folder = lists::package(&options.cache, "ja_ginza")?.join("ja_ginza-5.3.0");
    let mut groups = HashMap::new();
    for (word, group) in vectors::groups(&folder, &words)? {
        groups.entry(group_key(hash(word.chars().map(fold)))).or_insert(group);
    }
    Ok(groups)
}

/// The words of the raw text and of the gold.
fn raw_words(recipe: &Recipe, options: &Options, cutter: &mut Cutter) -> Result<Vec<Vec<String>>> {
    let mut sentences = Vec::new();
    let gold = recipe.sets.iter().map(|set| options.data.join(set.folder).join("train.jsonl.gz"));
    for path in recipe.raw.iter().map(|file| options.data.join(file)).chain(gold) {
        for line in corpus::lines(&path)? {
            for sentence in text_of(line).split_inclusive(['\n', '。']) {
                let words = cutter.cut(sentence).iter().map(|token| token.span.of(sentence).to_owned()).collect();
                sentences.push(words);
            }
        }
    }
    Ok(sentences)
}

/// Measures the models in the folder `models`, writes their scores on their cards, and measures whole articles where
/// they are given.
pub fn evaluate(options: &Options) -> Result<()> {
    for recipe in RECIPES.iter().filter(|recipe| options.only.as_deref().is_none_or(|only| only == recipe.name)) {
        let bytes = std::fs::read(recipe.path()).with_context(|| recipe.path().display().to_string())?;
        println!("{}: {} bytes", recipe.name, bytes.len());
        let (_, model) = NameModel::from_bytes(&bytes)?;
        let scores = measure(recipe, options, &model, &bytes)?;
        card::write(&recipe.card(), &scores, &bytes)?;
    }
    match &options.seeds {
        Some(folder) => seeds::evaluate(folder, &Analyzer::new()),
        None => {
            println!("no whole articles measured: name their folder with --seeds");
            Ok(())
        }
    }
}

fn measure(recipe: &Recipe, options: &Options, model: &NameModel, file: &[u8]) -> Result<Vec<card::Scores>> {
    let mut cutter = Cutter::new(models()?, recipe.language);
    let examples = recipe.examples(recipe.rows(&options.data, true)?, &mut cutter);
    let mut analyzer = Analyzer::new();
    analyzer.add_model(file)?;
    let mut scores = Vec::new();
    for (set, examples) in recipe.sets.iter().zip(&examples) {
        let name = set.convention.name;
        let alone = score::by_label(model, examples, set.convention);
        let reported = score::by_report(&analyzer, examples, set.convention)?;
        for (set, counts) in [(name.to_owned(), alone), (format!("{name} in reports"), reported)] {
            println!("{set}: person, organization, location {}", score::micro(&counts));
            for (label, count) in &counts {
                println!("    {label:?} {count}");
            }
            scores.push(card::Scores { set, sentences: examples.len(), counts });
        }
    }
    score::speed(model, &examples);
    Ok(scores)
}
