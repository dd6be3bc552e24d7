//! How often each rule of style finds something in open texts, to be judged by reading: where the rules stand
//! (`src/languages/ja/style`, `src/languages/en/style`) a table keeps what readers made of it.

use super::headlines::{articles, other_articles};
use super::{analyze, lines, string};
use anyhow::{Context, Result};
use article_analyzer::languages;
use article_analyzer::report::OffsetUnit;
use article_analyzer::{Analyzer, Options};
use flate2::read::GzDecoder;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// Texts that are looked at first: how often a rule finds something is told of these.
const FIRST: usize = 1000;
/// Hits of a rule that are printed; where the first texts have fewer, the others are looked at too.
const PRINTED: usize = 30;

/// Prints, for every rule, how often it finds something, and the first of it.
pub fn evaluate(data: &Path) -> Result<()> {
    let analyzer = Analyzer::new();
    show(&analyzer, "ja", &japanese(data)?)?;
    show(&analyzer, "en", &english(data)?)
}

/// What the rules of a language found: the sentence with the stretch marked, those of the first texts and the others.
type Hits = BTreeMap<String, [Vec<String>; 2]>;

fn show(analyzer: &Analyzer, code: &str, texts: &[String]) -> Result<()> {
    let rules = languages::by_code(code).map_or(&[][..], |language| language.style);
    let enabled_rules = rules.iter().map(|rule| rule.name.to_owned()).collect();
    let options =
        Options { enabled_rules, offsets: OffsetUnit::Byte, language: Some(code.to_owned()), ..Options::default() };
    let mut hits = Hits::new();
    for (index, text) in texts.iter().enumerate() {
        let report = analyze(analyzer, text, options.clone())?;
        for note in &report.style {
            let start = report.sentences.iter().rfind(|sentence| sentence.span.start <= note.span.start);
            let sentence = start.map_or("", |sentence| sentence.span.of(&report.text));
            let line = format!("【{}】 {sentence}", note.span.of(&report.text));
            hits.entry(note.rule.clone()).or_default()[usize::from(index >= FIRST)].push(line);
        }
    }
    println!("{code}: {} texts", texts.len());
    for rule in rules {
        let [first, others] = hits.remove(rule.name).unwrap_or_default();
        let (on, all) = (if rule.on { "on" } else { "off" }, first.len() + others.len());
        println!("{}\t{} hits in the first {FIRST}, {all} in all, {on}", rule.name, first.len());
        for hits in [spread(&first, PRINTED), spread(&others, PRINTED.saturating_sub(first.len()))] {
            hits.for_each(|line| println!("\t{line}"));
        }
    }
    Ok(())
}

/// At most so many of some hits, from all of them.
fn spread(hits: &[String], most: usize) -> impl Iterator<Item = &String> {
    let step = hits.len().div_ceil(most.max(1)).max(1);
    hits.iter().step_by(step).take(most)
}

/// Articles of Wikinews drawn by a linear congruential generator from a fixed seed, so that every run reads the same ones,
/// then the articles that the background was counted on, then other prose. Lines are sentences in this news, and a
/// quotation can span some: an article is a paragraph.
fn japanese(data: &Path) -> Result<Vec<String>> {
    let whole = |articles: Vec<super::headlines::Article>| -> Vec<String> {
        articles.into_iter().map(|article| article.body.replace('\n', "")).collect()
    };
    let mut paragraphs = whole(articles(data)?);
    let mut state = 20_250_304u64;
    let mut drawn = Vec::new();
    while !paragraphs.is_empty() {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        drawn.push(paragraphs.swap_remove((state >> 33) as usize % paragraphs.len()));
    }
    drawn.extend(whole(other_articles(data)?));
    for name in ["jsquad-wikipedia", "rust-book-ja", "vue-docs-ja"] {
        drawn.extend(plain(&data.join(format!("ja-prose/{name}.txt.gz")))?.lines().map(str::to_owned));
    }
    Ok(drawn)
}

fn plain(path: &Path) -> Result<String> {
    let file = File::open(path).with_context(|| format!("the gold data {} is absent", path.display()))?;
    let mut text = String::new();
    GzDecoder::new(file).read_to_string(&mut text)?;
    Ok(text)
}

/// The documents of web pages, letters, reviews and answers in UD English EWT, each sentence a line.
fn english(data: &Path) -> Result<Vec<String>> {
    let mut documents: Vec<(String, String)> = Vec::new();
    for part in ["train", "dev"] {
        for sentence in lines(&data.join(format!("en-ewt/{part}.jsonl.gz")))? {
            let (document, text) = (string(&sentence, "newdoc"), string(&sentence, "text"));
            match documents.last_mut() {
                Some((last, lines)) if *last == document => lines.extend(["\n", &text]),
                _ => documents.push((document, text)),
            }
        }
    }
    Ok(documents.into_iter().map(|(_, text)| text).collect())
}
