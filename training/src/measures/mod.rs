//! Measures the measures: against peers on the same texts, and against headlines.

mod background;
mod headline_figures;
mod headlines;
mod peers;
mod speed;
mod style;

use anyhow::{Context, Result};
use article_analyzer::languages::{en, ja};
use article_analyzer::measures::{diversity, vocabulary::Vocabulary};
use article_analyzer::options::Correction;
use article_analyzer::report::{Report, Role};
use article_analyzer::{Analyzer, Options};
pub use background::train;
use flate2::read::GzDecoder;
use peers::Peers;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;
pub use style::evaluate as evaluate_style;

/// The lines of a gzip file as JSON.
fn lines(path: &Path) -> Result<Vec<Value>> {
    let file = File::open(path).with_context(|| format!("the gold data {} is absent", path.display()))?;
    BufReader::new(GzDecoder::new(file)).lines().map(|line| Ok(serde_json::from_str(&line?)?)).collect()
}

fn string(value: &Value, field: &str) -> String {
    value.get(field).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn number(value: &Value, field: &str) -> f64 {
    value.get(field).and_then(Value::as_f64).unwrap_or(f64::NAN)
}

fn count(value: &Value, field: &str) -> u32 {
    value.get(field).and_then(Value::as_u64).unwrap_or(0) as u32
}

/// The report on a text of which every line is a paragraph.
fn analyze(analyzer: &Analyzer, text: &str, options: Options) -> Result<Report> {
    let blocks = 0..text.lines().count() as u32;
    let corrections = blocks.map(|block| Correction { block, role: Role::Paragraph }).collect();
    Ok(analyzer.analyze(text, &Options { corrections, ..options })?)
}

/// Prints how far the measures agree with their peers, and what keywords and summaries catch of headlines.
pub fn evaluate(data: &Path, cache: &Path) -> Result<()> {
    let analyzer = Analyzer::new();
    let articles = headlines::articles(data)?;
    let english = english(data)?;
    let bodies: Vec<&str> = articles.iter().map(|article| article.body.as_str()).collect();
    speed::evaluate(&analyzer, "Japanese", "ja", &bodies.join("\n"))?;
    speed::evaluate(&analyzer, "English", "en", &english.join("\n"))?;
    let mut peers = Peers::start(cache)?;
    let paragraphs = articles.iter().map(|article| article.body.replace('\n', ""));
    let japanese: Vec<String> = paragraphs.take(20).collect();
    let japanese: Vec<&str> = japanese.iter().map(String::as_str).collect();
    told(jreadability(&analyzer, &japanese, &mut peers));
    told(lexical(&english, &mut peers));
    told(readability(&english, &mut peers));
    told(syllables(data, &mut peers));
    headline_figures::evaluate(&analyzer, &articles)?;
    headlines::evaluate(&analyzer, &articles, &mut peers)
}

/// Says why something could not be measured; the rest still is.
fn told(measured: Result<()>) {
    if let Err(error) = measured {
        println!("not measured: {error:#}");
    }
}

/// Texts of twenty sentences each.
fn english(data: &Path) -> Result<Vec<String>> {
    let sentences = lines(&data.join("en-ewt/dev.jsonl.gz"))?;
    let texts: Vec<String> = sentences.iter().map(|sentence| string(sentence, "text")).collect();
    Ok(texts.chunks(20).map(|chunk| chunk.join(" ")).take(20).collect())
}

fn jreadability(analyzer: &Analyzer, texts: &[&str], peers: &mut Peers) -> Result<()> {
    let (mut own, mut same) = (Vec::new(), 0f64);
    for text in texts {
        let theirs = peers.ask("jreadability", text)?;
        let load = ja::readability::Load {
            tokens: count(&theirs, "tokens"),
            sentences: count(&theirs, "sentences"),
            sinitic: count(&theirs, "sinitic"),
            native: count(&theirs, "native"),
            verbs: count(&theirs, "verbs"),
            particles: count(&theirs, "particles"),
            origins: count(&theirs, "tokens"),
        };
        let value = number(&theirs, "value");
        let report = analyze(analyzer, text, Options::default())?;
        let ours =
            report.readability.iter().find(|entry| entry.measure == "jReadability").and_then(|entry| entry.value);
        own.push((ours.unwrap_or(f64::NAN) - value).abs());
        same = same.max((load.jreadability().unwrap_or(f64::NAN) - value).abs());
    }
    let largest = own.iter().copied().fold(0.0, f64::max);
    let mean = own.iter().sum::<f64>() / own.len().max(1) as f64;
    let within = own.iter().filter(|difference| **difference <= 0.15).count();
    println!(
        "jReadability, {} paragraphs: largest difference {largest:.4}, mean {mean:.4}, within 0.15 in {within}; fed the \
         same tokens {same:.6}",
        texts.len()
    );
    Ok(())
}

fn lexical(texts: &[String], peers: &mut Peers) -> Result<()> {
    let mut largest: BTreeMap<String, f64> = BTreeMap::new();
    for text in texts {
        let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
        let theirs = peers.ask("diversity", &words.join(" "))?;
        for (name, value) in diversity::measures(&vocabulary(&words)) {
            let difference = (value.unwrap_or(f64::NAN) - number(&theirs, &name)).abs();
            let entry = largest.entry(name).or_insert(0.0);
            *entry = entry.max(difference);
        }
    }
    println!("lexicalrichness, {} texts, largest differences: {largest:?}", texts.len());
    Ok(())
}

fn vocabulary(words: &[String]) -> Vocabulary<'_> {
    let mut vocabulary = Vocabulary::default();
    let mut places: BTreeMap<&str, u32> = BTreeMap::new();
    for word in words {
        let next = vocabulary.counts.len() as u32;
        let place = *places.entry(word).or_insert(next);
        if place == next {
            vocabulary.forms.push(word.as_str().into());
            vocabulary.counts.push(0);
        }
        vocabulary.counts[place as usize] += 1;
        vocabulary.words.push(place);
    }
    vocabulary
}

/// Each formula is fed what textstat itself feeds it. Gunning fog takes its list of difficult words for the long ones
/// there, and ARI counts marks that stand alone as words in one of its two terms; Coleman–Liau has 5.8 for the published
/// 5.88, which is taken off.
fn readability(texts: &[String], peers: &mut Peers) -> Result<()> {
    let mut largest: BTreeMap<&str, f64> = BTreeMap::new();
    for text in texts {
        let theirs = peers.ask("textstat", text)?;
        let load = en::readability::Load {
            sentences: count(&theirs, "sentences"),
            words: count(&theirs, "words"),
            syllables: count(&theirs, "syllables"),
            polysyllables: count(&theirs, "polysyllables"),
            letters: count(&theirs, "letters"),
            characters: count(&theirs, "characters"),
        };
        let with_marks = en::readability::Load { words: count(&theirs, "wordsAndMarks"), ..load };
        let difficult = en::readability::Load { polysyllables: count(&theirs, "difficult"), ..load };
        let marks = f64::from(with_marks.words - load.words) / f64::from(load.sentences);
        let letters = f64::from(load.letters) / f64::from(load.words);
        let ours = [
            ("fleschReadingEase", load.flesch_reading_ease(), 0.0),
            ("fleschKincaidGrade", load.flesch_kincaid_grade(), 0.0),
            ("gunningFog", difficult.gunning_fog(), 0.0),
            ("smog", load.smog(), 0.0),
            ("colemanLiau", load.coleman_liau(), 0.08 * letters),
            ("automatedReadabilityIndex", with_marks.automated_readability_index(), 0.5 * marks),
        ];
        for (name, value, quirk) in ours {
            let entry = largest.entry(name).or_insert(0.0);
            *entry = entry.max((value.unwrap_or(f64::NAN) - quirk - number(&theirs, name)).abs());
        }
    }
    println!("textstat fed with its own counts, {} texts, largest differences: {largest:?}", texts.len());
    Ok(())
}

/// On the words of running text that CMUdict has.
fn syllables(data: &Path, peers: &mut Peers) -> Result<()> {
    let mut words: Vec<String> = Vec::new();
    for sentence in lines(&data.join("en-ewt/dev.jsonl.gz"))? {
        let forms =
            sentence.get("tokens").and_then(Value::as_array).into_iter().flatten().map(|token| string(token, "form"));
        words
            .extend(forms.filter(|form| form.chars().all(|c| c.is_ascii_alphabetic())).map(|form| form.to_lowercase()));
    }
    let theirs = peers.ask("syllables", &words.join(" "))?;
    let known = words.iter().zip(theirs.as_array().into_iter().flatten());
    let known: Vec<_> = known.filter_map(|(word, count)| Some((word, count.as_u64()?))).collect();
    let same = known.iter().filter(|(word, count)| u64::from(en::syllables::count(word)) == *count).count();
    println!(
        "CMUdict, {} words of running text: the same syllables for {:.4}",
        known.len(),
        same as f64 / known.len() as f64
    );
    Ok(())
}
