//! Builds and measures the models.
#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::needless_range_loop,
    reason = "a training run may stop on a mistake of its own"
)]

mod figures;
mod measures;
mod names;
mod sentences;
mod words;
mod zones;

use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};

const USAGE: &str = "training (train|evaluate) (zones|sentences|words|names|figures|measures|style) --data DIR, \
     or training show (FILE|LANGUAGE [--anchor DATE])";

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let (Some("show"), Some(path)) = (arguments.first().map(String::as_str), arguments.get(1).map(Path::new))
        && path.is_file()
    {
        return zones::show(path);
    }
    if let [Some("show"), Some(language)] = [0, 1].map(|at| arguments.get(at).map(String::as_str)) {
        return figures::show(language, &arguments[2..]);
    }
    let data = arguments.iter().position(|argument| argument == "--data").and_then(|at| arguments.get(at + 1));
    let data = PathBuf::from(data.context(USAGE)?);
    match (arguments.first().map(String::as_str), arguments.get(1).map(String::as_str)) {
        (Some("train"), Some("zones")) => zones::train(&data),
        (Some("evaluate"), Some("zones")) => zones::evaluate(&data, &arguments),
        (Some("evaluate"), Some("sentences")) => sentences::evaluate(&data),
        (Some("evaluate"), Some("measures")) => {
            let cache =
                arguments.iter().position(|argument| argument == "--cache").and_then(|at| arguments.get(at + 1));
            measures::evaluate(&data, &cache.map_or_else(|| PathBuf::from("target/peers"), PathBuf::from))
        }
        (Some("train"), Some("measures")) => measures::train(&data),
        (Some("evaluate"), Some("style")) => measures::evaluate_style(&data),
        (Some("train"), Some("words")) => words::train(&words::Options::read(data, &arguments)),
        (Some("evaluate"), Some("words")) => words::evaluate(&words::Options::read(data, &arguments)),
        (Some("evaluate"), Some("figures")) => figures::evaluate(&data, &arguments),
        (Some("train"), Some("names")) => names::train(&names::Options::read(data, &arguments)),
        (Some("evaluate"), Some("names")) => names::evaluate(&names::Options::read(data, &arguments)),
        _ => bail!("{USAGE}"),
    }
}
