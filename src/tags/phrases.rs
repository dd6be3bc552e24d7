//! Tables of phrases, each with what it means, looked up by longest match.

use super::line::{Line, NONE};
use crate::letters::{Beginning, Sieve};
use crate::order::Order;
use rustc_hash::FxHashMap;

/// A table as people write it: phrases of one meaning separated by `|`, and the meaning.
pub type Table<T> = [(&'static str, T)];

/// A table, indexed. Phrases of the Latin script match in either case unless they hold a capital, and only whole
/// words. Looking up takes a time bounded by the longest phrase.
#[derive(Debug)]
pub struct Phrases<T: 'static> {
    /// By their first two characters; those of one character by that and [`NONE`].
    by_first: FxHashMap<(char, char), Vec<Phrase<T>>>,
    by_last: FxHashMap<char, Vec<Phrase<T>>>,
    beginnings: Sieve,
}

#[derive(Debug)]
struct Phrase<T: 'static> {
    chars: Vec<char>,
    /// It holds a capital.
    is_exact: bool,
    meaning: &'static T,
}

impl<T> Clone for Phrase<T> {
    fn clone(&self) -> Self {
        Phrase { chars: self.chars.clone(), is_exact: self.is_exact, meaning: self.meaning }
    }
}

impl<T> Phrases<T> {
    /// Indexes tables; where two hold the same phrase the first counts.
    pub fn new(tables: &[&'static Table<T>]) -> Self {
        let mut phrases = Phrases {
            by_first: FxHashMap::default(),
            by_last: FxHashMap::default(),
            beginnings: Sieve::new([].into_iter()),
        };
        for (written, meaning) in tables.iter().copied().flatten() {
            for phrase in written.split('|') {
                let is_exact = phrase.contains(|c: char| c.is_ascii_uppercase());
                let phrase = Phrase { chars: phrase.chars().collect(), is_exact, meaning };
                let (Some(first), Some(last)) = (phrase.chars.first(), phrase.chars.last()) else { continue };
                let second = phrase.chars.get(1).map_or(NONE, |second| key(*second));
                phrases.by_first.entry((key(*first), second)).or_default().push(phrase.clone());
                phrases.by_last.entry(key(*last)).or_default().push(phrase);
            }
        }
        for list in phrases.by_first.values_mut().chain(phrases.by_last.values_mut()) {
            list.order_by_key(|phrase| std::cmp::Reverse(phrase.chars.len()));
        }
        phrases.beginnings = Sieve::new(phrases.beginnings());
        phrases
    }

    /// What its phrases begin with.
    pub fn beginnings(&self) -> impl Iterator<Item = Beginning> {
        let all = self.by_first.values().flatten();
        all.filter_map(|phrase| Some((*phrase.chars.first()?, phrase.chars.get(1).copied())))
    }

    /// The longest phrase that begins at `position`: where it ends, and its meaning.
    pub fn at(&self, line: &Line, position: usize) -> Option<(usize, &'static T)> {
        self.lists_at(line, position).into_iter().find_map(|list| standing(list, line, position).next())
    }

    /// Every phrase that begins at `position`, longest first.
    pub fn all_at<'l>(&'l self, line: &'l Line, position: usize) -> impl Iterator<Item = (usize, &'static T)> + 'l {
        self.lists_at(line, position).into_iter().flat_map(move |list| standing(list, line, position))
    }

    /// The phrases that may begin at `position`: those of two characters and more, then those of one.
    // Not inlined, for the size of the core.
    #[inline(never)]
    fn lists_at(&self, line: &Line, position: usize) -> [&[Phrase<T>]; 2] {
        let (first, second) = (line.at(position), line.at(position + 1));
        if !self.beginnings.may_begin(first, second) || is_inside_word(line, position, line.before(position)) {
            return [&[]; 2];
        }
        let list = |second| self.by_first.get(&(key(first), second)).map_or(&[][..], Vec::as_slice);
        [if second == NONE { &[] } else { list(key(second)) }, list(NONE)]
    }

    /// The longest phrase that ends at `position`: where it begins, and its meaning.
    pub fn before(&self, line: &Line, position: usize) -> Option<(usize, &'static T)> {
        if is_inside_word(line, position.checked_sub(1)?, line.at(position)) {
            return None;
        }
        let candidates = self.by_last.get(&key(line.before(position)))?;
        let start = |phrase: &Phrase<T>| position.checked_sub(phrase.chars.len());
        let found =
            candidates.iter().find(|phrase| start(phrase).is_some_and(|start| phrase.stands_at(line, start)))?;
        Some((start(found)?, found.meaning))
    }
}

/// Those of the phrases of a list that stand at `position`: where each ends, and its meaning.
fn standing<'l, T>(
    list: &'l [Phrase<T>],
    line: &'l Line,
    position: usize,
) -> impl Iterator<Item = (usize, &'static T)> + 'l {
    let standing = list.iter().filter(move |phrase| phrase.stands_at(line, position));
    standing.map(move |phrase| (position + phrase.chars.len(), phrase.meaning))
}

/// Whether a Latin letter at `position` has a Latin letter for this neighbour, so that no phrase ends or begins there.
fn is_inside_word(line: &Line, position: usize, neighbour: char) -> bool {
    neighbour.is_ascii_alphabetic() && line.at(position).is_ascii_alphabetic()
}

fn key(character: char) -> char {
    character.to_ascii_lowercase()
}

impl<T> Phrase<T> {
    fn stands_at(&self, line: &Line, position: usize) -> bool {
        let end = position + self.chars.len();
        let found = line.between(position, end);
        let same = |(found, character): (&char, &char)| {
            found == character || !self.is_exact && found.eq_ignore_ascii_case(character)
        };
        found.len() == self.chars.len()
            && found.iter().zip(&self.chars).all(same)
            && is_whole(self.chars.first(), line.before(position))
            && is_whole(self.chars.last(), line.at(end))
    }
}

/// Whether a phrase is no part of a longer word on this side: a Latin letter may not stand beside a Latin letter, nor a
/// digit beside a digit (H1 in H100).
fn is_whole(edge: Option<&char>, neighbour: char) -> bool {
    !(neighbour.is_ascii_digit() && edge.is_some_and(char::is_ascii_digit))
        && !(neighbour.is_ascii_alphabetic() && edge.is_some_and(char::is_ascii_alphabetic))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longest_whole_word() {
        static TABLE: [(&str, u8); 4] = [("ドル|米ドル", 1), ("台湾ドル", 2), ("m", 3), ("MB", 4)];
        let phrases = Phrases::new(&[&TABLE]);
        let table = [
            ("台湾ドル", Some((4, &2))),
            ("ドル", Some((2, &1))),
            ("MB", Some((2, &4))),
            ("mb", None),
            ("M", Some((1, &3))),
            ("", None),
        ];
        for (text, expected) in table {
            assert_eq!(phrases.at(&Line::new(text, 0), 0), expected, "{text}");
        }
        let line = Line::new("新台湾ドル", 0);
        assert_eq!(phrases.before(&line, 5), Some((1, &2)));
    }
}
