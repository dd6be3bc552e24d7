//! How often each rule of style finds something in open news, to be judged by reading: where the rules stand
//! (`src/languages/ja/style`) a table keeps what readers made of it.

use super::analyze;
use super::headlines::articles;
use anyhow::Result;
use article_analyzer::languages::ja;
use article_analyzer::report::OffsetUnit;
use article_analyzer::{Analyzer, Options};
use std::collections::BTreeMap;
use std::path::Path;

/// Paragraphs that are looked at.
const PARAGRAPHS: usize = 1000;
/// Hits of a rule that are printed.
const PRINTED: usize = 30;

/// Prints, for every rule of Japanese, how often it finds something in 1,000 paragraphs, and the first of it.
pub fn evaluate(data: &Path) -> Result<()> {
    let analyzer = Analyzer::new();
    let enabled_rules = ja::style::RULES.iter().map(|rule| rule.name.to_owned()).collect();
    let options =
        Options { enabled_rules, offsets: OffsetUnit::Byte, language: Some("ja".to_owned()), ..Options::default() };
    let mut hits: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for paragraph in sample(data)? {
        let report = analyze(&analyzer, &paragraph, options.clone())?;
        for note in &report.style {
            let start = report.sentences.iter().rfind(|sentence| sentence.span.start <= note.span.start);
            let sentence = start.map_or("", |sentence| sentence.span.of(&report.text));
            let line = format!("【{}】 {sentence}", note.span.of(&report.text));
            hits.entry(note.rule.clone()).or_default().push(line);
        }
    }
    for rule in ja::style::RULES {
        let found = hits.remove(rule.name).unwrap_or_default();
        println!("{}\t{} hits, {}", rule.name, found.len(), if rule.on { "on" } else { "off" });
        let step = found.len().div_ceil(PRINTED).max(1);
        found.iter().step_by(step).for_each(|line| println!("\t{line}"));
    }
    Ok(())
}

/// Paragraphs drawn by a linear congruential generator from a fixed seed, so that every run reads the same ones. Lines
/// are sentences in this data, and a quotation can span some: an article is a paragraph.
fn sample(data: &Path) -> Result<Vec<String>> {
    let mut paragraphs: Vec<String> =
        articles(data)?.into_iter().map(|article| article.body.replace('\n', "")).collect();
    let mut state = 20_250_304u64;
    let mut drawn = Vec::new();
    while drawn.len() < PARAGRAPHS && !paragraphs.is_empty() {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        drawn.push(paragraphs.swap_remove((state >> 33) as usize % paragraphs.len()));
    }
    Ok(drawn)
}
