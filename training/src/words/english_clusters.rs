//! Groups of English words that stand in the same places (Brown clusters), and how often each word begins with a capital.

use super::pack::{self, Sections};
use anyhow::{Context, Result};
use article_analyzer::tokens::classifier;
use article_analyzer::tokens::hashed_words;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

/// How many words are kept, the most frequent first.
pub const WORDS: usize = 20_000;
/// The share of a word that is not in the table, as a natural logarithm in hundredths.
const RAREST: i32 = -1800;
/// How many steps there are from a word that begins with a capital as often as not to one that nearly always, or nearly
/// never, does; each is a power of e.
const STEPS: i32 = 5;

/// A word in lower case with its cluster and how often it begins with a capital.
struct Row<'t> {
    word: String,
    path: &'t str,
    capitals: u8,
}

/// Reads what `clusters.py` wrote: of the ways to write a word the most frequent gives the cluster.
fn rows(table: &str) -> Result<Vec<Row<'_>>> {
    let mut lines = Vec::new();
    let mut shares: HashMap<&str, i32> = HashMap::new();
    for line in table.lines() {
        let mut columns = line.split('\t');
        let (word, path) = (columns.next().context("a word")?, columns.next().context("a group")?);
        shares.insert(word, columns.next().context("a share")?.parse()?);
        lines.push((word, path));
    }
    let share = |word: &str| shares.get(word).copied().unwrap_or(RAREST);
    let mut rows: Vec<Row<'_>> = Vec::new();
    let mut known = BTreeSet::new();
    for (word, path) in lines {
        let word = word.to_lowercase();
        if rows.len() < WORDS && known.insert(word.clone()) {
            rows.push(Row { path, capitals: capitals(&word, share), word });
        }
    }
    Ok(rows)
}

/// How often a word in lower case begins with a capital: from 1 to 11, and 0 where it has no letter.
fn capitals(word: &str, share: impl Fn(&str) -> i32) -> u8 {
    let mut rest = word.chars();
    let first = rest.next().into_iter().flat_map(char::to_uppercase);
    let title: String = first.chain(rest.as_str().chars()).collect();
    let steps = (f64::from(share(&title) - share(word)) / 100.0).round() as i32;
    if word.contains(char::is_alphabetic) { (steps.clamp(-STEPS, STEPS) + STEPS + 1) as u8 } else { 0 }
}

/// The sections of the groups, from the table in a file.
pub fn sections(table: &Path) -> Result<Sections> {
    let table = std::fs::read_to_string(table).with_context(|| table.display().to_string())?;
    let rows = rows(&table)?;
    let mut paths: Vec<&str> = rows.iter().map(|row| row.path).collect();
    paths.sort_unstable();
    paths.dedup();
    // Of words that share a hash the first stands, as in the list of the words.
    let key = |word: &str| classifier::hash(classifier::SEED, word.as_bytes());
    let mut numbers: BTreeMap<u32, u16> = BTreeMap::new();
    for row in &rows {
        let number = u16::try_from(paths.binary_search(&row.path).unwrap_or(0))?;
        numbers.entry(hashed_words::key(key(&row.word))).or_insert(number);
    }
    Ok(vec![
        ("clus", pack::hashed_words(rows.iter().map(|row| (key(&row.word), row.capitals)))),
        ("cnum", pack::list(&numbers.into_values().collect::<Vec<_>>())),
        ("path", paths.iter().map(|path| format!("{path}\n")).collect::<String>().into_bytes()),
    ])
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failed test stops")]

    use super::*;

    #[test]
    fn the_most_frequent_way_to_write_a_word_gives_its_group() {
        let table =
            "the\t110\t-350\nParis\t0101\t-900\nUS\t0111\t-910\nus\t1100\t-920\nparis\t01\t-1350\n,\t001\t-345\n";
        let rows = rows(table).unwrap();
        let found: Vec<_> = rows.iter().map(|row| (row.word.as_str(), row.path, row.capitals)).collect();
        let expected = [("the", "110", 1), ("paris", "0101", 11), ("us", "0111", 1), (",", "001", 0)];
        assert_eq!(found, expected, "a word, a name, one that is mostly in capitals, a mark");
        assert!(super::rows("cut\t1\n").is_err());
    }
}
