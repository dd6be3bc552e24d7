//! What keywords and summaries of a body catch of its headline, on the articles that the background was not counted on.

use super::peers::Peers;
use super::speed::tokens;
use super::{analyze, lines, string};
use anyhow::Result;
use article_analyzer::article::Article as Parts;
use article_analyzer::languages;
use article_analyzer::measures::{counted, terms};
use article_analyzer::report::{OffsetUnit, Report, Role, Sentence, Upos};
use article_analyzer::{Analyzer, Options, Span};
use std::collections::{HashMap, HashSet};
use std::path::Path;

/// Articles that the weights were chosen on, those that are measured after them, and those of them that the slow peer
/// reads.
pub const SEEN: usize = 600;
pub const ARTICLES: usize = 600;
const SLOW: usize = 100;
/// Keywords that are looked at.
const TOP: usize = 10;

/// A news article.
pub struct Article {
    pub headline: String,
    /// Without the list of its sources.
    pub body: String,
}

/// Every second article, of a usual length: those that measures are measured on.
pub fn articles(data: &Path) -> Result<Vec<Article>> {
    Ok(usual(data)?.into_iter().step_by(2).collect())
}

/// The others, which the background is counted on.
pub fn other_articles(data: &Path) -> Result<Vec<Article>> {
    Ok(usual(data)?.into_iter().skip(1).step_by(2).collect())
}

fn usual(data: &Path) -> Result<Vec<Article>> {
    let all = lines(&data.join("ja-wikinews/articles.jsonl.gz"))?;
    let read = all.iter().map(|article| {
        let text = string(article, "text");
        let is_source = |line: &str| line.ends_with('』') || line.ends_with("』。");
        let body: Vec<&str> = text.lines().take_while(|line| !is_source(line)).collect();
        Article { headline: string(article, "headline"), body: body.join("\n") }
    });
    let usual = read.filter(|article| (150..4000).contains(&article.body.chars().count()));
    Ok(usual.collect())
}

/// Hits of one system among the phrases of the headlines.
#[derive(Default)]
struct Score {
    hits: usize,
    of: usize,
}

pub fn evaluate(analyzer: &Analyzer, articles: &[Article], peers: &mut Peers) -> Result<()> {
    let reports: Vec<Report> = articles.iter().map(|article| report(analyzer, &article.body)).collect::<Result<_>>()?;
    let candidates: Vec<Vec<String>> = reports.iter().map(phrases).collect();
    let mut documents: HashMap<&String, u32> = HashMap::new();
    for phrase in candidates.iter().flat_map(|phrases| phrases.iter().collect::<HashSet<_>>()) {
        *documents.entry(phrase).or_insert(0) += 1;
    }
    let mut scores: HashMap<&str, Score> = HashMap::new();
    let (mut lead, mut ours, mut summarised) = (0.0, 0.0, 0.0);
    for (index, article) in articles.iter().enumerate().skip(SEEN).take(ARTICLES) {
        let headline = report(analyzer, &article.headline)?;
        let wanted: HashSet<String> = phrases(&headline).into_iter().collect();
        let body = &reports[index];
        let mut systems = vec![
            ("ours", body.keywords.iter().map(|keyword| fold(&keyword.text)).collect()),
            ("TF-IDF", tf_idf(&candidates[index], &documents, articles.len())),
        ];
        systems.extend(of_peer(peers, ("YAKE", "yake"), &spaced(body), index == SEEN));
        if index < SEEN + SLOW {
            systems.push(("ours (first articles)", systems[0].1.clone()));
            let textrank = ("pytextrank (first articles)", "textrank");
            systems.extend(of_peer(peers, textrank, &article.body, index == SEEN));
        }
        for (name, found) in systems {
            let found: HashSet<&String> = found.iter().take(TOP).collect();
            let score = scores.entry(name).or_default();
            score.hits += wanted.iter().filter(|phrase| found.contains(phrase)).count();
            score.of += wanted.len();
        }
        let content = content(&headline, Span::new(0, article.headline.len()));
        let (Some(first), Some(taken)) = (body.sentences.first(), body.summary.first()) else { continue };
        let covered = |sentence: &Sentence| share(&content, &self::content(body, sentence.span));
        lead += covered(first);
        ours += body.sentences.get(taken.sentence as usize).map_or(0.0, covered);
        summarised += 1.0;
    }
    for (name, score) in &scores {
        println!(
            "phrases of the headline among {TOP} keywords, {name}: {:.3} of {}",
            score.hits as f64 / score.of as f64,
            score.of
        );
    }
    println!(
        "content words of the headline in one sentence: lead {:.3}, ours {:.3}",
        lead / summarised,
        ours / summarised
    );
    Ok(())
}

/// A system's name with its answer; none, told once, where it can't be loaded.
fn of_peer<'n>(
    peers: &mut Peers,
    (name, peer): (&'n str, &str),
    text: &str,
    is_first: bool,
) -> Option<(&'n str, Vec<String>)> {
    let answer = answers(peers, peer, text);
    if let (Err(error), true) = (&answer, is_first) {
        println!("not measured: {error:#}");
    }
    Some((name, answer.ok()?))
}

fn report(analyzer: &Analyzer, text: &str) -> Result<Report> {
    let language = Some("ja".to_owned());
    analyze(analyzer, text, Options { offsets: OffsetUnit::Byte, summary_sentences: 1, language, ..Options::default() })
}

fn fold(phrase: &str) -> String {
    phrase.to_lowercase().replace(' ', "")
}

/// The phrases that can be keywords, of a report in bytes.
fn phrases(report: &Report) -> Vec<String> {
    let Some(language) = languages::by_code("ja") else { return Vec::new() };
    let tokens = tokens(report);
    let options = Options { counted_roles: Some(Role::ALL.to_vec()), ..Options::default() };
    let parts = Parts {
        text: &report.text,
        language,
        is_in_language: true,
        blocks: &report.blocks,
        sentences: &report.sentences,
        tokens: &tokens,
        options: &options,
    };
    let mut passages = counted::counted(&parts);
    passages.extend(counted::titles(&parts));
    let found = passages.iter().enumerate().flat_map(|(index, passage)| terms::phrases(passage, index));
    let text = |phrase: terms::Phrase<'_>| -> String {
        phrase.tokens.iter().map(|token| token.span.of(&report.text)).collect()
    };
    found.map(|phrase| fold(&text(phrase))).collect()
}

fn tf_idf(phrases: &[String], documents: &HashMap<&String, u32>, all: usize) -> Vec<String> {
    let mut counts: HashMap<&String, f64> = HashMap::new();
    phrases.iter().for_each(|phrase| *counts.entry(phrase).or_insert(0.0) += 1.0);
    let idf = |phrase: &String| (all as f64 / f64::from(documents.get(phrase).copied().unwrap_or(1))).ln();
    let mut ranked: Vec<(f64, &String)> =
        counts.into_iter().map(|(phrase, count)| (count * idf(phrase), phrase)).collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    ranked.into_iter().map(|(_, phrase)| phrase.clone()).collect()
}

/// Our words with spaces between, for a peer that cuts at spaces.
fn spaced(report: &Report) -> String {
    let sentence = |sentence: &Sentence| {
        let inside = report.tokens.iter().filter(|token| sentence.span.contains(token.span));
        inside.map(|token| token.span.of(&report.text)).collect::<Vec<_>>().join(" ")
    };
    report.sentences.iter().map(sentence).collect::<Vec<_>>().join("\n")
}

fn answers(peers: &mut Peers, peer: &str, text: &str) -> Result<Vec<String>> {
    let answer = peers.ask(peer, text)?;
    Ok(answer.as_array().into_iter().flatten().filter_map(|phrase| phrase.as_str().map(fold)).collect())
}

/// The nouns, verbs and adjectives under a span, by dictionary form.
fn content(report: &Report, span: Span) -> HashSet<String> {
    let is_content = |upos: Upos| matches!(upos, Upos::Noun | Upos::Propn | Upos::Num | Upos::Verb | Upos::Adj);
    let tokens = report.tokens.iter().filter(|token| span.contains(token.span) && is_content(token.upos));
    tokens.map(|token| token.lemma.clone()).collect()
}

fn share(wanted: &HashSet<String>, found: &HashSet<String>) -> f64 {
    wanted.intersection(found).count() as f64 / wanted.len().max(1) as f64
}
