//! How long articles take to be compared once their reports are there: `cargo bench --bench compare`.
//!
//! The articles are of 10,000 characters each, put together from the texts in `tests/comparisons`, every one in another
//! order, so that each has passages, names and figures in common with all others: more than articles of one matter have.

#![allow(missing_docs, reason = "a benchmark")]

use article_analyzer::report::Report;
use article_analyzer::{Analyzer, Options, compare};
use divan::counter::ItemsCount;
use std::path::Path;

const CHARACTERS: usize = 10_000;

fn main() {
    divan::main();
}

/// The paragraphs of all texts in the folder.
fn paragraphs() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/comparisons");
    let mut paragraphs = Vec::new();
    for folder in root.read_dir().into_iter().flatten().flatten() {
        for file in folder.path().read_dir().into_iter().flatten().flatten() {
            let path = file.path();
            if path.extension().is_some_and(|extension| extension == "txt") {
                let text = std::fs::read_to_string(&path).unwrap_or_default();
                paragraphs.extend(text.lines().filter(|line| !line.is_empty()).map(str::to_owned));
            }
        }
    }
    paragraphs.sort();
    paragraphs
}

fn reports(count: usize) -> Vec<Report> {
    let paragraphs = paragraphs();
    let analyzer = Analyzer::new();
    let article = |number: usize| {
        let mut text = String::new();
        // Steps that have no factor in common with the number of paragraphs go through all of them.
        let step = (1..).map(|n| 2 * (n + number) + 1).find(|step| gcd(*step, paragraphs.len()) == 1).unwrap_or(1);
        for place in 0.. {
            let paragraph =
                paragraphs.get((number + place * step) % paragraphs.len().max(1)).map_or("", String::as_str);
            if paragraph.is_empty() || text.chars().count() >= CHARACTERS {
                break;
            }
            text += paragraph;
            text += "\n\n";
        }
        text
    };
    (0..count).filter_map(|number| analyzer.analyze(&article(number), &Options::default()).ok()).collect()
}

fn gcd(one: usize, other: usize) -> usize {
    if other == 0 { one } else { gcd(other, one % other) }
}

#[divan::bench(args = [2, 5, 10, 20, 40])]
fn articles(bencher: divan::Bencher, count: usize) {
    let reports = reports(count);
    let reports: Vec<&Report> = reports.iter().collect();
    bencher.counter(ItemsCount::new(count)).bench(|| compare::compare(divan::black_box(&reports)));
}
