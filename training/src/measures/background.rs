//! Builds the background of word counts, `src/measures/background.bin`; its card, `background.md`, tells the format.

use super::headlines::other_articles;
use super::{analyze, lines, string};
use anyhow::Result;
use article_analyzer::measures::{rarity, vocabulary};
use article_analyzer::report::Upos;
use article_analyzer::{Analyzer, Options};
use std::collections::{BTreeSet, HashMap};
use std::path::Path;

/// Buckets of the table: a prime that leaves the words of four a bucket some room.
const BUCKETS: u64 = 5003;
/// The least documents of a word.
const LEAST: u32 = 3;

/// Counts in how many documents each word stands, and writes the table. The same data give the same bytes.
pub fn train(data: &Path) -> Result<()> {
    let analyzer = Analyzer::new();
    let mut japanese: Vec<String> = other_articles(data)?.into_iter().map(|article| article.body).collect();
    japanese.extend(joined(&data.join("ja-gsd-ne/train.jsonl.gz"), 8, "")?);
    let english = joined(&data.join("en-ewt/train.jsonl.gz"), 10, " ")?;
    let mut levels: HashMap<String, u8> = HashMap::new();
    for (documents, language) in [(japanese, "ja"), (english, "en")] {
        for (word, level) in counted(&analyzer, &documents, language)? {
            let entry = levels.entry(word).or_insert(level);
            *entry = level.min(*entry);
        }
        println!("{language}: {} documents, {} words so far", documents.len(), levels.len());
    }
    let table = table(levels);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src/measures/background.bin");
    std::fs::write(&path, &table)?;
    println!("{}: {} bytes", path.display(), table.len());
    Ok(())
}

/// The texts of a file of sentences, so many a document.
fn joined(path: &Path, sentences: usize, between: &str) -> Result<Vec<String>> {
    let texts: Vec<String> = lines(path)?.iter().map(|sentence| string(sentence, "text")).collect();
    Ok(texts.chunks(sentences).map(|chunk| chunk.join(between)).collect())
}

/// The level of each word of enough documents: 15 · ln(N/n)/ln N, rounded.
fn counted(analyzer: &Analyzer, documents: &[String], language: &str) -> Result<Vec<(String, u8)>> {
    let mut counts: HashMap<String, u32> = HashMap::new();
    for document in documents {
        let options = Options { language: Some(language.to_owned()), ..Options::default() };
        let report = analyze(analyzer, document, options)?;
        let words = report.tokens.into_iter().filter(|token| !matches!(token.upos, Upos::Punct | Upos::Sym));
        let words = words.map(|token| vocabulary::lowercase(token.lemma.into()).into_owned());
        for word in words.filter(|word| !word.chars().all(char::is_numeric)).collect::<BTreeSet<_>>() {
            *counts.entry(word).or_insert(0) += 1;
        }
    }
    let all = (documents.len() as f64).ln();
    let level = |count: u32| (15.0 * (all - f64::from(count).ln()) / all).round().clamp(0.0, 14.0) as u8;
    let kept = counts.into_iter().filter(|(_, count)| *count >= LEAST);
    Ok(kept.map(|(word, count)| (word, level(count))).collect())
}

/// The table, with the more frequent words first to their buckets.
fn table(levels: HashMap<String, u8>) -> Vec<u8> {
    let mut words: Vec<(u8, String)> = levels.into_iter().map(|(word, level)| (level, word)).collect();
    words.sort();
    let mut buckets: Vec<Vec<u16>> = vec![Vec::new(); BUCKETS as usize];
    let mut dropped = 0;
    for (level, word) in words {
        let hash = rarity::hash(&word);
        let entry = ((hash >> 48) as u16 & 0xfff) << 4 | u16::from(level + 1);
        let bucket = &mut buckets[(hash % BUCKETS) as usize];
        let is_held = bucket.iter().any(|other| other >> 4 == entry >> 4);
        if !is_held && bucket.len() < 4 {
            bucket.push(entry);
        } else {
            dropped += 1;
        }
    }
    println!("{dropped} words found no place");
    let mut bytes = b"AABG\x01\0\0\0".to_vec();
    bytes.extend((BUCKETS as u32).to_le_bytes());
    for mut bucket in buckets {
        bucket.resize(4, 0);
        bytes.extend(bucket.into_iter().flat_map(u16::to_le_bytes));
    }
    bytes
}
