//! Rules of English dictionary forms, learned from gold where inflection does not give them.

use super::corpus::{Sentence, Word};
use article_analyzer::tokens::inflection::Inflection;
use article_analyzer::tokens::linear_model::{ENDING, is_number};
use std::collections::{BTreeMap, HashMap};

/// What a lemma rule does: bytes cut off, what is added, and (marked by `=`) that capitals stay.
type Change = (usize, String);

/// How often each change was seen with a class and an ending, or, after `^`, with a whole word.
type Counts = BTreeMap<(u8, String), BTreeMap<Change, usize>>;

/// The change that makes a lemma of a form. None where they share too little.
fn change(word: &Word) -> Option<Change> {
    let kept_case = word.form.chars().any(char::is_uppercase) && word.lemma.chars().any(char::is_uppercase);
    let form = if kept_case { word.form.clone() } else { word.form.to_lowercase() };
    let shared: usize = form
        .chars()
        .zip(word.lemma.chars())
        .take_while(|(left, right)| left == right)
        .map(|(left, _)| left.len_utf8())
        .sum();
    let mark = if kept_case { "=" } else { "" };
    (form.len() == word.form.len()).then(|| (form.len() - shared, format!("{mark}{}", &word.lemma[shared..])))
}

/// For each class the commonest change, then those of longer endings where they differ from what the shorter ones say, and
/// of whole words where they differ from what inflection and endings say. `tags` are the classes with their numbers.
pub fn lemma_rules(gold: &[Sentence], tags: &[(&str, u8)], inflection: &Inflection) -> Vec<String> {
    let numbers: HashMap<&str, u8> = tags.iter().copied().collect();
    let mut counts = Counts::new();
    let by_rule = |word: &&Word| is_number(&word.form) && word.lemma == word.form.replace(',', "");
    for word in gold.iter().flat_map(|sentence| &sentence.words).filter(|word| !by_rule(word)) {
        let class = format!("{} {}", word.xpos, word.upos);
        let (Some(change), Some(tag)) = (change(word), numbers.get(class.as_str())) else { continue };
        let lower = word.form.to_lowercase();
        // Where capitals alone differ ("i" is "I"), the whole lemma is right more often than any change of the form.
        let whole = (lower.len(), word.lemma.clone());
        if whole != change {
            *counts.entry((*tag, format!("^{lower}"))).or_default().entry(whole).or_default() += 1;
        }
        for key in keys(&lower) {
            *counts.entry((*tag, key)).or_default().entry(change.clone()).or_default() += 1;
        }
    }
    let mut keyed: Vec<_> = counts.into_iter().collect();
    keyed.sort_by_key(|((tag, key), _)| (*tag, key.starts_with('^'), key.len(), key.clone()));
    let forms: HashMap<u8, u16> =
        tags.iter().map(|(name, tag)| (*tag, inflection.classes_of(name.split(' ').next().unwrap_or("")))).collect();
    let mut rules: BTreeMap<(u8, String), Change> = BTreeMap::new();
    for ((tag, key), changes) in keyed {
        let Some((best, count)) =
            changes.iter().max_by_key(|(change, count)| (**count, std::cmp::Reverse((*change).clone())))
        else {
            continue;
        };
        let said = match key.strip_prefix('^') {
            Some(word) => inflected(word, forms[&tag], inflection).or_else(|| by_ending(&rules, tag, word, word.len())),
            None => by_ending(&rules, tag, &key, key.len().saturating_sub(1)),
        };
        let enough = key.is_empty() || *count >= if key.starts_with('^') { 1 } else { 3 };
        if enough && said.as_ref() != Some(best) {
            rules.insert((tag, key), best.clone());
        }
    }
    rules.into_iter().map(|((tag, key), (cut, add))| format!("{tag}\t{key}\t{cut}\t{add}\n")).collect()
}

fn inflected(word: &str, forms: u16, inflection: &Inflection) -> Option<Change> {
    let base = inflection.base(word, forms).filter(|_| forms != 0)?;
    let full = [&word[..base.keep], base.add].concat();
    let shared = word.bytes().zip(full.bytes()).take_while(|(left, right)| left == right).count();
    Some((word.len() - shared, full[shared..].to_owned()))
}

/// What the rule of the longest ending says, of at most so many bytes and shorter than the word.
fn by_ending(rules: &BTreeMap<(u8, String), Change>, tag: u8, word: &str, longest: usize) -> Option<Change> {
    let starts = (1..=word.len()).filter(|start| word.len() - start <= longest.min(ENDING));
    let mut endings = starts.filter_map(|start| word.get(start..)).chain([""]);
    endings.find_map(|ending| rules.get(&(tag, ending.to_owned()))).cloned()
}

/// The endings of a word, shorter than the word, and last the whole word.
fn keys(lower: &str) -> Vec<String> {
    let mut keys: Vec<String> = lower
        .char_indices()
        .skip(1)
        .map(|(start, _)| &lower[start..])
        .chain([""])
        .filter(|ending| ending.len() <= ENDING)
        .map(str::to_owned)
        .collect();
    keys.push(format!("^{lower}"));
    keys
}
