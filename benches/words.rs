//! Words: how fast sentences are cut and how long a model takes to load. `cargo bench --bench words`; the texts are the
//! articles of the tests, on one core.

#![allow(missing_docs, clippy::unwrap_used, reason = "a benchmark may stop where its files are missing")]

use article_analyzer::languages;
use article_analyzer::tokens::{Buffers, Models};
use divan::counter::{BytesCount, CharsCount};
use std::path::PathBuf;

fn main() {
    divan::main();
}

fn model(name: &str) -> Vec<u8> {
    std::fs::read(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("models").join(name)).unwrap()
}

/// The lines of the articles whose names begin as told, as sentences of a text that fills some screens.
fn lines(is_english: bool) -> Vec<String> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.retain(|path| path.to_string_lossy().contains("english") == is_english);
    paths.sort();
    let texts = paths.iter().map(|path| std::fs::read_to_string(path).unwrap());
    texts.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>()).collect()
}

fn cut(bencher: divan::Bencher<'_, '_>, model_name: &str, code: &str) {
    let mut models = Models::none();
    models.add(&model(model_name)).unwrap();
    let language = languages::by_code(code).unwrap();
    let lines = lines(code == "en");
    let (mut buffers, mut tokens) = (Buffers::default(), Vec::new());
    let characters: usize = lines.iter().map(|line| line.chars().count()).sum();
    bencher.counter(CharsCount::new(characters)).bench_local(|| {
        for line in &lines {
            tokens.clear();
            models.tokenize(language, line, 0, &mut buffers, &mut tokens);
        }
        tokens.len()
    });
}

#[divan::bench(args = ["ja-words.model", "ja-words-light.model"])]
fn words_ja(bencher: divan::Bencher<'_, '_>, name: &str) {
    cut(bencher, name, "ja");
}

#[divan::bench]
fn words_en(bencher: divan::Bencher<'_, '_>) {
    cut(bencher, "en-words.model", "en");
}

#[divan::bench(args = ["ja-words.model", "ja-words-light.model", "en-words.model"])]
fn load(bencher: divan::Bencher<'_, '_>, name: &str) {
    let bytes = model(name);
    bencher.counter(BytesCount::of_slice(&bytes)).bench_local(|| Models::none().add(&bytes));
}
