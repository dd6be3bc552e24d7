//! Names, figures and sayings: how fast sentences are read, and whether time stays linear in one endless line.
//! `cargo bench --bench tags`; the texts are the articles of the tests, on one core.

#![allow(missing_docs, clippy::unwrap_used, reason = "a benchmark may stop where its files are missing")]

use article_analyzer::languages::{self, Language};
use article_analyzer::report::{Block, Role};
use article_analyzer::tags::names::model::{Decoder, NameModel};
use article_analyzer::tags::{self, Tags};
use article_analyzer::tokens::{Buffers, Models, Token};
use article_analyzer::{Span, sentences};
use divan::counter::{BytesCount, CharsCount};
use std::path::PathBuf;

fn main() {
    divan::main();
}

fn file(name: &str) -> Vec<u8> {
    std::fs::read(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

fn article(language: &Language) -> String {
    let names: &[&str] =
        if language.code == "en" { &["english-news", "english-blog"] } else { &["news-site", "note-like"] };
    names.iter().map(|name| String::from_utf8(file(&format!("tests/articles/{name}.txt"))).unwrap()).collect()
}

/// The figures, times, sayings and hedges of a text read as one block a line.
fn read(text: &str, language: &Language) -> Tags {
    let mut tags = Tags::default();
    let mut start = 0;
    for line in text.split('\n') {
        let block = Block {
            span: Span::new(start, start + line.len()),
            role: Role::Paragraph,
            language: language.code.to_owned(),
            confidence: 1.0,
            counted: true,
            duplicate_of: None,
            because: Vec::new(),
        };
        let own = sentences::of_block(text, &block, 0, language);
        tags::of_block(text, &block, &own, language, None, &mut tags);
        start += line.len() + 1;
    }
    tags
}

#[divan::bench(args = ["ja", "en"])]
fn figures(bencher: divan::Bencher<'_, '_>, code: &str) {
    let language = languages::by_code(code).unwrap();
    let text = article(language);
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| read(&text, language));
}

/// One line of one character, or of quotations and their verbs: a tenth of the length must take a tenth of the time.
#[divan::bench(args = ["1", "「", "十万", "「町の電池は長く持つと思う」と、技術者の森は話し、"], consts = [100_000, 1_000_000], sample_count = 3)]
fn endless<const BYTES: usize>(bencher: divan::Bencher<'_, '_>, characters: &str) {
    let text = characters.repeat(BYTES / characters.len());
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| read(&text, &languages::ja::LANGUAGE));
}

#[divan::bench(args = ["ja", "en"])]
fn names(bencher: divan::Bencher<'_, '_>, code: &str) {
    let language = languages::by_code(code).unwrap();
    let models: &'static Models = Box::leak(Box::new(Models::built_in().unwrap()));
    let (_, model) = NameModel::from_bytes(&file(&format!("models/{code}-names.model"))).unwrap();
    let text = article(language);
    let cut = |line: &str| {
        let mut tokens: Vec<Token<'static>> = Vec::new();
        models.tokenize(language, line, 0, &mut Buffers::default(), &mut tokens);
        tokens
    };
    let lines: Vec<(&str, Vec<Token<'static>>)> = text.lines().map(|line| (line, cut(line))).collect();
    let (mut decoder, mut found) = (Decoder::default(), Vec::new());
    bencher.counter(CharsCount::of_str(&text)).bench_local(|| {
        for (line, tokens) in &lines {
            decoder.decode(&model, line, tokens, &mut found);
        }
    });
}
