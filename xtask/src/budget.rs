//! What travels and what it may weigh: [size-budget] of `wasm-pack.toml`.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};

use crate::process::{command, output};
use crate::settings::{Limits, Settings};
use crate::{project, wasm};

/// Bytes of some files: as they are, and each with brotli at quality 11.
#[derive(Clone, Copy, Debug)]
struct Size {
    raw: u64,
    brotli: u64,
}

/// Holds all that was built against the budget, and prints every number before it stops at one that is over.
pub fn check() -> Result<()> {
    let budget = Settings::read()?.size_budget;
    let models = project::root().join("models");
    let scripts = [project::site(), project::site().join("assets")];
    let parts = [
        ("core", vec![wasm::built()?], &budget.core),
        ("models", of_kind(&[models], "model")?, &budget.models),
        ("JavaScript of the site", of_kind(&scripts, "js")?, &budget.javascript),
        ("page as one file", vec![project::one_file()], &budget.one_file),
    ];
    let mut over = Vec::new();
    for (name, files, limits) in parts {
        let size = Size { raw: raw_size(&files)?, brotli: limits.brotli_bytes.map_or(Ok(0), |_| brotli_size(&files))? };
        let (numbers, is_within) = compare(name, size, limits);
        println!("{numbers}");
        if !is_within {
            over.push(numbers);
        }
    }
    let over = over.join("; ");
    ensure!(over.is_empty(), "{over}: make it smaller, or raise [size-budget] in wasm-pack.toml and say why");
    Ok(())
}

/// The sizes beside what is allowed, and whether they are within.
fn compare(name: &str, size: Size, limits: &Limits) -> (String, bool) {
    let mut numbers = format!("{name}: {} bytes of {} allowed", size.raw, limits.bytes);
    let mut is_within = size.raw <= limits.bytes;
    if let Some(brotli) = limits.brotli_bytes {
        numbers += &format!(", with brotli {} of {brotli}", size.brotli);
        is_within &= size.brotli <= brotli;
    }
    (numbers, is_within)
}

/// The files of some folders with an extension; there must be one.
fn of_kind(folders: &[PathBuf], extension: &str) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for folder in folders {
        for file in fs::read_dir(folder).with_context(|| format!("there is no {}", folder.display()))? {
            files.push(file?.path());
        }
    }
    files.retain(|file| file.extension().is_some_and(|own| own == extension));
    ensure!(!files.is_empty(), "no .{extension} was built");
    Ok(files)
}

fn raw_size(files: &[PathBuf]) -> Result<u64> {
    let size = |file: &PathBuf| fs::metadata(file).with_context(|| format!("there is no {}", file.display()));
    files.iter().map(|file| Ok(size(file)?.len())).sum()
}

/// Node is needed for the page anyway and has an encoder built in.
fn brotli_size(files: &[PathBuf]) -> Result<u64> {
    const SCRIPT: &str = "const {readFileSync} = require('fs'), {brotliCompressSync} = require('zlib'); \
                          console.log(process.argv.slice(1).reduce((sum, file) => \
                          sum + brotliCompressSync(readFileSync(file)).length, 0))";
    let printed = output(command("node").args(["-e", SCRIPT]).args(files))?;
    printed.parse().with_context(|| format!("node printed no size: {printed}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_over_the_budget_is_told_with_its_numbers() {
        let both = Limits { bytes: 1_000, brotli_bytes: Some(300) };
        let raw_only = Limits { bytes: 1_000, brotli_bytes: None };
        let rows = [
            (1_000, 300, &both, "core: 1000 bytes of 1000 allowed, with brotli 300 of 300", true),
            (1_001, 300, &both, "core: 1001 bytes of 1000 allowed, with brotli 300 of 300", false),
            (999, 301, &both, "core: 999 bytes of 1000 allowed, with brotli 301 of 300", false),
            (1_000, 0, &raw_only, "core: 1000 bytes of 1000 allowed", true),
            (1_001, 0, &raw_only, "core: 1001 bytes of 1000 allowed", false),
        ];
        for (raw, brotli, limits, numbers, is_within) in rows {
            assert_eq!(compare("core", Size { raw, brotli }, limits), (numbers.to_owned(), is_within));
        }
    }
}
