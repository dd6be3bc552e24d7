//! Noisy pages that the zones were not fitted on: how much of each is rightly told to be the article or not.
//! `cargo test --test zones -- --nocapture` prints every page and the lines that are told wrongly.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a failed test stops"
)]

use article_analyzer::report::{Report, Role};
use article_analyzer::{Analyzer, Options};
use std::path::{Path, PathBuf};

/// What the mean F1 of the articles' characters may not fall below: what was measured, less one in a hundred.
const FLOOR: f64 = 0.955;

const BLANK: (&str, &str) = ("", "");

/// One page: its text, and the role of each line that is not blank.
struct Page {
    name: String,
    text: String,
    roles: Vec<Role>,
}

fn pages() -> Vec<Page> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/zones");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|end| end == "tsv")).collect();
    files.sort();
    files.iter().map(|path| read(path)).collect()
}

/// The role and the text of a row; a blank row is a blank line of the page.
fn cells(line: &str) -> (&str, &str) {
    if line.is_empty() { BLANK } else { line.split_once('\t').expect(line) }
}

fn read(path: &Path) -> Page {
    let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
    let table = std::fs::read_to_string(path).unwrap();
    let lines: Vec<(&str, &str)> = table.lines().map(cells).collect();
    let role = |name: &str| serde_json::from_value(name.into()).unwrap_or_else(|_| panic!("no role {name}"));
    let text = lines.iter().map(|(_, text)| *text).collect::<Vec<_>>().join("\n");
    Page { name, text, roles: lines.iter().filter(|line| **line != BLANK).map(|(name, _)| role(name)).collect() }
}

/// F1 of the characters that are told to be the article's, and the share of lines whose very role is told.
fn measure(page: &Page, report: &Report) -> (f64, f64) {
    assert_eq!(report.blocks.len(), page.roles.len(), "{}: every line is a block", page.name);
    let (mut both, mut either, mut same) = (0, 0, 0);
    for (block, role) in report.blocks.iter().zip(&page.roles) {
        let line = block.span.of(&report.text);
        let (is, told) = (!role.is_noise(), !block.role.is_noise());
        both += if is && told { 2 * line.chars().count() } else { 0 };
        either += (usize::from(is) + usize::from(told)) * line.chars().count();
        same += usize::from(block.role == *role);
        if is != told {
            println!("  {}: {role:?} told as {:?}: {line}", page.name, block.role);
        }
    }
    (both as f64 / either.max(1) as f64, same as f64 / page.roles.len() as f64)
}

#[test]
fn pages_that_nothing_was_fitted_on() {
    let analyzer = Analyzer::new();
    let options = Options { offsets: article_analyzer::report::OffsetUnit::Byte, ..Options::default() };
    let mut measured = Vec::new();
    for page in pages() {
        let (characters, roles) = measure(&page, &analyzer.analyze(&page.text, &options).unwrap());
        println!("{}: F1 of the article's characters {characters:.3}, lines with their role {roles:.3}", page.name);
        measured.push((characters, roles));
    }
    let mean = |of: fn(&(f64, f64)) -> f64| measured.iter().map(of).sum::<f64>() / measured.len() as f64;
    let (characters, roles) = (mean(|page| page.0), mean(|page| page.1));
    println!("mean of {}: {characters:.3}, {roles:.3}", measured.len());
    assert!(measured.len() >= 31 && characters >= FLOOR, "{characters:.3}");
}
