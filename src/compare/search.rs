//! Where names that one report found stand in others.

use super::cues::is_whole;
use super::entities::is_kana;
use crate::span::Span;
use aho_corasick::{AhoCorasick, MatchKind};
use std::collections::BTreeMap;

/// Names with fewer characters are not looked for, but for those of models.
const SHORTEST: usize = 3;

/// Looks for the names of all entities, in one pass over a text.
pub struct Search {
    names: AhoCorasick,
    numbers: Vec<usize>,
}

impl Search {
    /// Names with their numbers; of two that are written alike the first. `None` where they can't be searched.
    pub fn new<'n>(all: impl Iterator<Item = (&'n str, usize)>) -> Option<Search> {
        let mut names: BTreeMap<&str, usize> = BTreeMap::new();
        for (name, number) in all.filter(|(name, _)| name.chars().count() >= SHORTEST || is_code(name)) {
            names.entry(name).or_insert(number);
        }
        let (names, numbers): (Vec<&str>, Vec<usize>) = names.into_iter().unzip();
        let names = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(names).ok()?;
        Some(Search { names, numbers })
    }

    /// Where they stand in a text, whole, in order.
    pub fn find(&self, text: &str) -> Vec<(Span, usize)> {
        let all = self.names.find_iter(text).filter(|found| stands_alone(text, found.start(), found.end()));
        all.filter_map(|found| {
            Some((Span::new(found.start(), found.end()), *self.numbers.get(found.pattern().as_usize())?))
        })
        .collect()
    }
}

/// Whether a name is letters and digits, as those of models are: R1, X2.
pub fn is_code(name: &str) -> bool {
    let has = |test: fn(&char) -> bool| name.chars().any(|character| test(&character));
    has(char::is_ascii_uppercase) && has(char::is_ascii_digit)
}

/// Whether a name is no part of a longer word.
fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let (before, after) = (text.get(..start).unwrap_or(""), text.get(end..).unwrap_or(""));
    let name = text.get(start..end).unwrap_or("");
    let joined = |one: Option<char>, other: Option<char>| {
        let both = |test: fn(char) -> bool| one.is_some_and(test) && other.is_some_and(test);
        let is_more = |c: char| c.is_ascii_alphanumeric();
        let goes_on = is_code(name) && one.is_some_and(is_more) && other.is_some_and(is_more);
        both(is_kana) || both(|c| c.is_ascii_digit()) || goes_on
    };
    is_whole(text, start, end)
        && !joined(before.chars().next_back(), name.chars().next())
        && !joined(name.chars().next_back(), after.chars().next())
}
