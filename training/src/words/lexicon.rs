//! The dictionary of a Japanese model: UniDic's surfaces with the parts of speech, lemma rules and origins they may have.

use super::corpus::{BLANK, Sentence};
use super::{pack, unidic};
use anyhow::{Context, Result};
use article_analyzer::tokens::characters::Characters;
use article_analyzer::tokens::lattice_model::LemmaRule;
use article_analyzer::tokens::trie::{Alphabet, Trie};
use std::collections::{BTreeMap, HashMap, HashSet};

/// One analysis of a surface.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Reading {
    /// Part of speech, by its number in [`Lexicon::tags`].
    pub tag: u8,
    /// Lemma rule, by its number in [`Lexicon::rules`].
    pub rule: u16,
    /// Origin, by its number in a model.
    pub origin: u8,
}

/// Surfaces in the order of their labels, each with its readings.
pub struct Lexicon {
    /// Parts of speech; number 0 is the sentence's edge.
    pub tags: Vec<String>,
    /// Lemma rules, commonest first.
    pub rules: Vec<LemmaRule>,
    /// The characters of all surfaces, commonest first.
    pub alphabet: Vec<char>,
    /// Folded surfaces with their labels and readings.
    pub surfaces: Vec<Surface>,
}

/// A word of the dictionary.
pub struct Surface {
    /// Labels of its characters.
    pub labels: Vec<u16>,
    /// Its readings, one for each part of speech.
    pub readings: Vec<Reading>,
}

/// The reading that a surface has with one part of speech: the one seen most, else the cheapest.
struct Best {
    seen: u32,
    cost: i16,
    rule: (usize, String),
    origin: u8,
}

/// The readings of each surface, by part of speech.
type Words = BTreeMap<String, BTreeMap<String, Best>>;
type Counts = HashMap<(String, String, String), u32>;

impl Lexicon {
    /// The lexicon of a dictionary's entries. Sentences decide between dictionary forms of the same surface and part of
    /// speech; where only a part of the surfaces is `wanted`, prose decides which those are, with how rare words are by
    /// a table of frequencies.
    pub fn new(
        entries: &[unidic::Entry],
        gold: &[Sentence],
        prose: &[Sentence],
        wanted: Option<(usize, &HashMap<String, u32>)>,
    ) -> Result<Lexicon> {
        let sentences = &[gold, prose];
        let counts = count(sentences);
        let mut words: Words = BTreeMap::new();
        for entry in entries {
            add(&mut words, entry, &counts);
        }
        if let Some((wanted, rarities)) = wanted {
            keep_likeliest(&mut words, entries, prose, rarities, wanted);
        }
        let mut tags = vec![String::new(), BLANK.to_owned()];
        let found = words.values().flat_map(|readings| readings.keys().cloned());
        let seen = sentences
            .iter()
            .copied()
            .flatten()
            .flat_map(|sentence| sentence.words.iter().map(|word| word.xpos.clone()));
        for tag in found.chain(seen).collect::<std::collections::BTreeSet<_>>() {
            if !tags.contains(&tag) {
                tags.push(tag);
            }
        }
        let rules = by_frequency(words.values().flat_map(|readings| readings.values().map(|best| best.rule.clone())));
        let alphabet = by_frequency(words.keys().flat_map(|surface| surface.chars().collect::<Vec<_>>()));
        Ok(Lexicon {
            surfaces: surfaces(&words, &tags, &rules, &alphabet)?,
            tags,
            rules: rules.into_iter().map(|(cut, add)| LemmaRule { cut, add }).collect(),
            alphabet,
        })
    }

    /// The number of a part of speech.
    pub fn tag(&self, name: &str) -> Option<u8> {
        self.tags.iter().position(|tag| tag == name).and_then(|tag| u8::try_from(tag).ok())
    }

    /// How many readings all surfaces have.
    pub fn readings(&self) -> usize {
        self.surfaces.iter().map(|surface| surface.readings.len()).sum()
    }

    /// The surfaces as a trie whose values are their numbers.
    pub fn trie(&self) -> Result<Trie> {
        let labels: Vec<&[u16]> = self.surfaces.iter().map(|surface| surface.labels.as_slice()).collect();
        let packed = pack::Trie::new(&labels)?;
        let numbers = packed.order.iter().map(|number| *number as u32);
        let alphabet = Alphabet::new(self.alphabet.iter().copied());
        Ok(Trie::read(alphabet, packed.children.into_iter(), packed.labels.into_iter(), numbers)?)
    }
}

/// Folds a word as the tagger folds its text.
pub fn fold(word: &str) -> String {
    let mut characters = Characters::default();
    characters.read(word);
    characters.folded().iter().collect()
}

fn count(sentences: &[&[Sentence]]) -> Counts {
    let mut counts = Counts::new();
    for word in sentences.iter().copied().flatten().flat_map(|sentence| &sentence.words) {
        *counts.entry((fold(&word.form), word.xpos.clone(), fold(&word.lemma))).or_default() += 1;
    }
    counts
}

fn add(words: &mut Words, entry: &unidic::Entry, counts: &Counts) {
    let (surface, tag) = (fold(&entry.surface), entry.part_of_speech());
    let base = if entry.column(10).is_empty() { surface.clone() } else { fold(entry.column(10)) };
    let seen = counts.get(&(surface.clone(), tag.clone(), base.clone())).copied().unwrap_or(0);
    let best = Best { seen, cost: entry.cost, rule: rule(&surface, &base), origin: origin(entry.column(12)) };
    let readings = words.entry(surface).or_default();
    match readings.get_mut(&tag) {
        Some(other) if (other.seen, -i32::from(other.cost)) >= (best.seen, -i32::from(best.cost)) => {}
        Some(other) => *other = best,
        None => {
            readings.insert(tag, best);
        }
    }
}

/// The rule that makes a dictionary form of a surface.
fn rule(surface: &str, base: &str) -> (usize, String) {
    let shared = surface.chars().zip(base.chars()).take_while(|(left, right)| left == right).count();
    (surface.chars().count() - shared, base.chars().skip(shared).collect())
}

/// The number that a model has for an origin of UniDic.
pub fn origin(name: &str) -> u8 {
    let names = ["和", "漢", "外", "混", "固", "記号"];
    names.iter().position(|other| *other == name).map_or(0, |index| index as u8 + 1)
}

/// Keeps the surfaces that are least rare in prose or by the table; among those that neither has the cheapest, other forms
/// of words of the prose first, proper nouns and old forms last. Gold has no say, so that it holds unknown words to learn
/// from.
fn keep_likeliest(
    words: &mut Words,
    entries: &[unidic::Entry],
    prose: &[Sentence],
    rarities: &HashMap<String, u32>,
    wanted: usize,
) {
    let (mut seen, mut lexemes): (HashMap<String, u32>, HashSet<(String, String)>) = Default::default();
    for word in prose.iter().flat_map(|sentence| &sentence.words) {
        *seen.entry(fold(&word.form)).or_default() += 1;
        lexemes.insert((word.lemma.clone(), first_level(&word.xpos).to_owned()));
    }
    let all = f64::from(seen.values().sum::<u32>());
    let rarity = |surface: &String| {
        let own = seen.get(surface).map(|count| ((all / f64::from(*count)).log10() * 100.0) as u32);
        let least = own.into_iter().chain(rarities.get(surface).copied()).min();
        (least.unwrap_or(u32::MAX), std::cmp::Reverse(seen.get(surface).copied()))
    };
    let mut ranks: HashMap<String, (u8, i16)> = HashMap::new();
    for entry in entries {
        let tag = entry.part_of_speech();
        let class = match () {
            () if entry.column(4).starts_with("文語") => 3,
            () if tag.starts_with("名詞-固有名詞") => 2,
            () if lexemes.contains(&(entry.column(10).to_owned(), first_level(&tag).to_owned())) => 0,
            () => 1,
        };
        let rank = ranks.entry(fold(&entry.surface)).or_insert((class, entry.cost));
        *rank = (*rank).min((class, entry.cost));
    }
    let mut order: Vec<_> =
        words.keys().map(|surface| (rarity(surface), ranks.get(surface), surface.clone())).collect();
    order.sort_unstable();
    let dropped: Vec<String> = order.into_iter().skip(wanted).map(|(.., surface)| surface).collect();
    for surface in dropped {
        words.remove(&surface);
    }
}

fn first_level(tag: &str) -> &str {
    tag.split('-').next().unwrap_or("")
}

/// Distinct values, commonest first; among equals the smaller.
fn by_frequency<T: Clone + Ord + std::hash::Hash>(values: impl Iterator<Item = T>) -> Vec<T> {
    let mut counts: HashMap<T, u32> = HashMap::new();
    for value in values {
        *counts.entry(value).or_default() += 1;
    }
    let mut ranked: Vec<_> = counts.into_iter().map(|(value, count)| (std::cmp::Reverse(count), value)).collect();
    ranked.sort_unstable();
    ranked.into_iter().map(|(_, value)| value).collect()
}

fn surfaces(words: &Words, tags: &[String], rules: &[(usize, String)], alphabet: &[char]) -> Result<Vec<Surface>> {
    let tag_numbers: HashMap<_, _> = tags.iter().zip(0u8..).collect();
    let rule_numbers: HashMap<_, _> = rules.iter().zip(0u16..).collect();
    let labels: HashMap<_, _> = alphabet.iter().zip(1u16..).collect();
    let mut surfaces = Vec::with_capacity(words.len());
    for (surface, found) in words {
        let mut ranked: Vec<_> = found.iter().collect();
        ranked.sort_by_key(|(_, best)| (std::cmp::Reverse(best.seen), best.cost));
        let readings = ranked.into_iter().map(|(tag, best)| {
            let (tag, rule) = (tag_numbers.get(tag).context("tag")?, rule_numbers.get(&best.rule).context("rule")?);
            Ok(Reading { tag: *tag, rule: *rule, origin: best.origin })
        });
        let labels = surface.chars().map(|character| labels.get(&character).copied().context("label"));
        surfaces.push(Surface { labels: labels.collect::<Result<_>>()?, readings: readings.collect::<Result<_>>()? });
    }
    surfaces.sort_by(|left, right| left.labels.cmp(&right.labels));
    Ok(surfaces)
}
