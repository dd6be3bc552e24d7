//! Whole reports: how fast, and whether the time grows with the text and no faster, for ordinary texts and for hostile
//! ones. `cargo bench --bench report`; the ordinary texts are the articles of the tests, repeated; on one core.

#![allow(missing_docs, clippy::unwrap_used, reason = "a benchmark may stop where its files are missing")]

use article_analyzer::given::Given;
use article_analyzer::{Analyzer, Options};
use divan::counter::BytesCount;
use std::path::PathBuf;
use std::sync::LazyLock;

fn main() {
    divan::main();
}

static ANALYZER: LazyLock<Analyzer> = LazyLock::new(Analyzer::new);

/// Texts of one kind, of any length: a beginning that is repeated.
const HOSTILE: [(&str, &str); 8] = [
    ("one line", "図書館は朝の九時に開く。"),
    ("digits", "1"),
    ("brackets", "「"),
    ("kanji", "漢"),
    ("emoji", "🙂"),
    ("short lines", "本\n"),
    ("one paragraph", "市の図書館は来月の一日に開くと、館長の中村氏は話した。利用者は年に約3万人。\n"),
    ("HTML bomb", "<div>"),
];

const ORDINARY: [&str; 2] = ["Japanese", "English"];

fn articles(is_english: bool) -> String {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.retain(|path| path.to_string_lossy().contains("english") == is_english);
    paths.sort();
    paths.iter().map(|path| std::fs::read_to_string(path).unwrap() + "\n").collect()
}

fn text(kind: &str, bytes: usize) -> String {
    let unit = match HOSTILE.iter().find(|(name, _)| *name == kind) {
        Some((_, unit)) => (*unit).to_owned(),
        None => articles(kind == "English"),
    };
    let mut text = unit.repeat(bytes.div_ceil(unit.len()));
    text.truncate(text.floor_char_boundary(bytes));
    text
}

fn report<const BYTES: usize>(bencher: divan::Bencher<'_, '_>, kind: &str) {
    let text = text(kind, BYTES);
    let given = || if kind == "HTML bomb" { Given::Html(&text) } else { Given::Text(&text) };
    let options = Options::default();
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| ANALYZER.analyze_given(given(), &options).unwrap());
}

#[divan::bench(args = ORDINARY, consts = [1_000, 10_000, 100_000, 1_000_000], sample_count = 10, max_time = 3)]
fn ordinary<const BYTES: usize>(bencher: divan::Bencher<'_, '_>, kind: &str) {
    report::<BYTES>(bencher, kind);
}

#[divan::bench(args = ORDINARY, sample_count = 1)]
fn ordinary_ten_megabytes(bencher: divan::Bencher<'_, '_>, kind: &str) {
    report::<10_000_000>(bencher, kind);
}

#[divan::bench(args = HOSTILE.map(|(name, _)| name), consts = [10_000, 1_000_000], sample_count = 3, max_time = 3)]
fn hostile<const BYTES: usize>(bencher: divan::Bencher<'_, '_>, kind: &str) {
    report::<BYTES>(bencher, kind);
}

#[divan::bench(args = HOSTILE.map(|(name, _)| name), sample_count = 1)]
fn hostile_ten_megabytes(bencher: divan::Bencher<'_, '_>, kind: &str) {
    report::<10_000_000>(bencher, kind);
}
