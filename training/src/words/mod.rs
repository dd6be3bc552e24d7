//! Builds and measures the models of words.

mod corpus;
mod english;
mod english_clusters;
mod english_cuts;
mod english_lemmas;
mod english_tags;
mod english_words;
pub mod evaluate;
mod japanese;
mod lexicon;
mod log_linear;
pub mod pack;
mod perceptron;
mod relabel;
pub mod sources;
pub mod unidic;
mod upos;

use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// What is built or measured, and from what.
pub struct Options {
    data: PathBuf,
    /// Where packages and the teacher's analyses are kept between runs: `--cache DIR`.
    cache: PathBuf,
    /// Only the models whose names begin so: `--only NAME`.
    only: Option<String>,
}

impl Options {
    /// The options in the program's arguments.
    pub fn read(data: PathBuf, arguments: &[String]) -> Options {
        let value = |name: &str| arguments.iter().skip_while(|argument| *argument != name).nth(1).cloned();
        let cache = value("--cache").map_or_else(|| PathBuf::from("target/training"), PathBuf::from);
        Options { data, cache, only: value("--only") }
    }

    fn wants(&self, model: &str) -> bool {
        self.only.as_deref().is_none_or(|only| model.starts_with(only))
    }
}

/// Builds models into the folder `models`.
pub fn train(options: &Options) -> Result<()> {
    for recipe in japanese::RECIPES {
        if options.wants(recipe.name) {
            japanese::train(&recipe, &options.data, &options.cache)?;
        }
    }
    if options.wants(english::NAME) {
        english::train(&options.data, &options.cache)?;
    }
    record_sources()
}

/// Writes down which hash of its sources each model of words has in its header, in the order of the list that is there.
fn record_sources() -> Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../models");
    let list = folder.join("hashes.txt");
    let mut lines = String::new();
    for name in std::fs::read_to_string(&list)?.lines().filter_map(|line| line.split_ascii_whitespace().nth(1)) {
        let file = std::fs::read(folder.join(name)).with_context(|| name.to_owned())?;
        let source = file.get(12..44).with_context(|| format!("{name} is cut"))?;
        let source: String = source.iter().map(|byte| format!("{byte:02x}")).collect();
        lines.push_str(&format!("{source}  {name}\n"));
    }
    std::fs::write(list, lines)?;
    Ok(())
}

/// Measures the models in the folder `models`, and writes their scores into the card there.
pub fn evaluate(options: &Options) -> Result<()> {
    let mut rows = Vec::new();
    for recipe in japanese::RECIPES {
        if options.wants(recipe.name) {
            rows.push(evaluate::report(&recipe, &options.data, &options.cache)?);
        }
    }
    if options.wants(english::NAME) {
        rows.push(english::report(&options.data)?);
    }
    evaluate::write_card(&rows)
}
