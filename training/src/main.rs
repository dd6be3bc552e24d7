//! Builds and measures the models.
#![allow(clippy::indexing_slicing, reason = "a training run may stop on a mistake of its own")]

mod sentences;
mod zones;

use anyhow::{Context, Result, bail};
use std::path::PathBuf;

const USAGE: &str = "training (train|evaluate) (zones|sentences) --data DIR";

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let data = arguments.iter().position(|argument| argument == "--data").and_then(|at| arguments.get(at + 1));
    let data = PathBuf::from(data.context(USAGE)?);
    match (arguments.first().map(String::as_str), arguments.get(1).map(String::as_str)) {
        (Some("show"), Some(path)) => zones::show(path.as_ref()),
        (Some("train"), Some("zones")) => zones::train(&data),
        (Some("evaluate"), Some("zones")) => zones::evaluate(&data, &arguments),
        (Some("evaluate"), Some("sentences")) => sentences::evaluate(&data),
        _ => bail!("{USAGE}"),
    }
}
