//! The stages that `words` and `tags` leave out, one by one: reading HTML, roles of lines, sentences, measures, formats.
//! `cargo bench --bench stages`; the texts are the articles and pages of the tests, on one core.

#![allow(missing_docs, clippy::unwrap_used, reason = "a benchmark may stop where its files are missing")]

use article_analyzer::analyzer::Analyzer;
use article_analyzer::article::Article;
use article_analyzer::formats::{self, Format, Settings};
use article_analyzer::given::{self, Document, Given};
use article_analyzer::languages::identify::Reading;
use article_analyzer::languages::{self, Language};
use article_analyzer::options::Options;
use article_analyzer::report::{Block, Report, Sentence};
use article_analyzer::tokens::{Buffers, Models, Token};
use article_analyzer::{blocks, measures, sentences};
use divan::counter::BytesCount;
use std::path::PathBuf;

fn main() {
    divan::main();
}

fn file(name: &str) -> String {
    std::fs::read_to_string(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)).unwrap()
}

fn text(code: &str) -> String {
    let names: &[&str] = if code == "en" { &["english-news", "english-blog"] } else { &["news-site", "note-like"] };
    names.iter().map(|name| file(&format!("articles/{name}.txt"))).collect()
}

/// A text as the stages before the tags leave it.
struct Read {
    language: &'static Language,
    document: Document<'static>,
    options: Options,
    blocks: Vec<Block>,
    sentences: Vec<Sentence>,
    tokens: Vec<Token<'static>>,
}

impl Read {
    fn new(code: &str) -> Read {
        let (language, options) = (languages::by_code(code).unwrap(), Options::default());
        let document = given::read(Given::Text(String::leak(text(code)))).unwrap();
        let (blocks, _) = blocks::find(&document, &readings(&document), language, &options);
        let sentences = split(&document.text, &blocks, language);
        let models: &'static Models = Box::leak(Box::new(Models::built_in().unwrap()));
        let (mut tokens, mut buffers) = (Vec::new(), Buffers::default());
        for Sentence { span, .. } in &sentences {
            models.tokenize(language, span.of(&document.text), span.start as usize, &mut buffers, &mut tokens);
        }
        Read { language, document, options, blocks, sentences, tokens }
    }

    fn article(&self) -> Article<'_> {
        let Read { language, document, options, blocks, sentences, tokens } = self;
        Article { text: &document.text, language, is_in_language: true, blocks, sentences, tokens, options }
    }
}

fn readings(document: &Document<'_>) -> Vec<Reading> {
    document.lines.iter().map(|line| Reading::of(line.span.of(&document.text))).collect()
}

fn split(text: &str, blocks: &[Block], language: &Language) -> Vec<Sentence> {
    (0..).zip(blocks).flat_map(|(index, block)| sentences::of_block(text, block, index, language)).collect()
}

#[divan::bench(args = ["news-ja", "blog-en", "cards-ja"])]
fn html(bencher: divan::Bencher<'_, '_>, name: &str) {
    let page = file(&format!("html/{name}.html"));
    bencher.counter(BytesCount::of_str(&page)).bench_local(|| given::read(Given::Html(&page)).unwrap());
}

/// What repeats costs no more the oftener it does: the bytes a second of a size and of four times that are alike.
const REPEATED: [&str; 11] = [
    "<p>雨が降った。<a href=x>次</a></p>",
    "</p></li></b></td>",
    "<div>",
    "<li><div>",
    "<p class='a b c' id=d style='display: block; color: red'>x",
    "<x-a></x-b><x-c>",
    "<<a <b c='",
    "&am&lt&#x;&#99999999;",
    "<!-- -- --><!---->",
    "<td>a<th>b",
    "<a href=x>a",
];

#[divan::bench(args = REPEATED, consts = [400_000, 1_600_000])]
fn html_repeated<const BYTES: usize>(bencher: divan::Bencher<'_, '_>, piece: &str) {
    let page = piece.repeat(BYTES / piece.len());
    bencher.counter(BytesCount::of_str(&page)).bench_local(|| given::read(Given::Html(&page)).unwrap());
}

#[divan::bench(args = ["ja", "en"])]
fn roles(bencher: divan::Bencher<'_, '_>, code: &str) {
    let (text, language) = (text(code), languages::by_code(code).unwrap());
    let document = given::read(Given::Text(&text)).unwrap();
    let options = Options::default();
    bencher
        .counter(BytesCount::of_str(&text))
        .bench_local(|| blocks::find(&document, &readings(&document), language, &options));
}

#[divan::bench(name = "sentences", args = ["ja", "en"])]
fn split_sentences(bencher: divan::Bencher<'_, '_>, code: &str) {
    let Read { language, document, blocks, .. } = Read::new(code);
    let counter = BytesCount::of_str(&document.text);
    bencher.counter(counter).bench_local(|| split(&document.text, &blocks, language));
}

#[divan::bench(args = ["ja", "en"])]
fn statistics(bencher: divan::Bencher<'_, '_>, code: &str) {
    let read = Read::new(code);
    let (article, counted) = (read.article(), measures::counted::counted(&read.article()));
    bencher.counter(BytesCount::of_str(article.text)).bench_local(|| measures::statistics(&article, &counted));
}

#[divan::bench(args = ["ja", "en"])]
fn readability_and_style(bencher: divan::Bencher<'_, '_>, code: &str) {
    let read = Read::new(code);
    let (article, counted) = (read.article(), measures::counted::counted(&read.article()));
    bencher.counter(BytesCount::of_str(article.text)).bench_local(|| {
        let readability = measures::readability::readability(&article, &counted);
        (readability, measures::style::style(&article, &counted))
    });
}

#[divan::bench(args = ["ja", "en"])]
fn keywords_and_summary(bencher: divan::Bencher<'_, '_>, code: &str) {
    let read = Read::new(code);
    let (article, counted) = (read.article(), measures::counted::counted(&read.article()));
    bencher.counter(BytesCount::of_str(article.text)).bench_local(|| {
        let keywords = measures::keywords::keywords(&article, &counted, &[]);
        let summary = measures::summary::summary(&article, &counted, &keywords);
        (summary, measures::topics::topics(&article, &counted))
    });
}

#[divan::bench(args = Format::ALL.map(Format::name))]
fn write(bencher: divan::Bencher<'_, '_>, name: &str) {
    let format = Format::by_name(name).unwrap();
    let report: Report = Analyzer::new().analyze(&text("ja"), &Options::default()).unwrap();
    let settings = Settings::default();
    let counter = BytesCount::of_str(&report.text);
    bencher.counter(counter).bench_local(|| formats::write(&report, format, &settings));
}
