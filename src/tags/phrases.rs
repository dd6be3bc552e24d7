//! Tables of phrases, each with what it means, looked up by longest match.

use super::line::Line;
use rustc_hash::FxHashMap;

/// A table as people write it: phrases of one meaning separated by `|`, and the meaning.
pub type Table<T> = [(&'static str, T)];

/// A table, indexed. Phrases of the Latin script match in either case unless they hold a capital, and only whole
/// words. Looking up takes a time bounded by the longest phrase.
#[derive(Debug)]
pub struct Phrases<T: 'static> {
    by_first: FxHashMap<char, Vec<Phrase<T>>>,
    by_last: FxHashMap<char, Vec<Phrase<T>>>,
}

#[derive(Debug)]
struct Phrase<T: 'static> {
    chars: Vec<char>,
    /// Whether it holds a capital, so that case counts.
    exact: bool,
    meaning: &'static T,
}

impl<T> Clone for Phrase<T> {
    fn clone(&self) -> Self {
        Phrase { chars: self.chars.clone(), exact: self.exact, meaning: self.meaning }
    }
}

impl<T> Phrases<T> {
    /// Indexes tables; where two hold the same phrase the first counts.
    pub fn new(tables: &[&'static Table<T>]) -> Self {
        let mut phrases = Phrases { by_first: FxHashMap::default(), by_last: FxHashMap::default() };
        for (written, meaning) in tables.iter().copied().flatten() {
            for phrase in written.split('|') {
                let exact = phrase.chars().any(|c| c.is_ascii_uppercase());
                let phrase = Phrase { chars: phrase.chars().collect(), exact, meaning };
                let (Some(first), Some(last)) = (phrase.chars.first(), phrase.chars.last()) else { continue };
                phrases.by_first.entry(key(*first)).or_default().push(phrase.clone());
                phrases.by_last.entry(key(*last)).or_default().push(phrase);
            }
        }
        for list in phrases.by_first.values_mut().chain(phrases.by_last.values_mut()) {
            list.sort_by_key(|phrase| std::cmp::Reverse(phrase.chars.len()));
        }
        phrases
    }

    /// The longest phrase that begins at `position`: where it ends, and its meaning.
    pub fn at(&self, line: &Line, position: usize) -> Option<(usize, &'static T)> {
        self.all_at(line, position).next()
    }

    /// Every phrase that begins at `position`, longest first.
    pub fn all_at<'l>(&'l self, line: &'l Line, position: usize) -> impl Iterator<Item = (usize, &'static T)> + 'l {
        let candidates = (!in_word(line, position)).then(|| self.by_first.get(&key(line.at(position)))).flatten();
        let standing = candidates.into_iter().flatten().filter(move |phrase| stands_at(phrase, line, position));
        standing.map(move |phrase| (position + phrase.chars.len(), phrase.meaning))
    }

    /// The longest phrase that ends at `position`: where it begins, and its meaning.
    pub fn before(&self, line: &Line, position: usize) -> Option<(usize, &'static T)> {
        let candidates = (!in_word(line, position)).then(|| self.by_last.get(&key(line.before(position)))).flatten()?;
        let start = |phrase: &Phrase<T>| position.checked_sub(phrase.chars.len());
        let found =
            candidates.iter().find(|phrase| start(phrase).is_some_and(|start| stands_at(phrase, line, start)))?;
        Some((start(found)?, found.meaning))
    }
}

fn key(character: char) -> char {
    character.to_ascii_lowercase()
}

/// Whether a position is inside a word of Latin letters, where no phrase of letters begins or ends.
fn in_word(line: &Line, position: usize) -> bool {
    line.before(position).is_ascii_alphabetic() && line.at(position).is_ascii_alphabetic()
}

fn stands_at<T>(phrase: &Phrase<T>, line: &Line, position: usize) -> bool {
    let same = |(offset, character): (usize, &char)| {
        let found = line.at(position + offset);
        found == *character || (!phrase.exact && found.eq_ignore_ascii_case(character))
    };
    let end = position + phrase.chars.len();
    let is_whole = |edge: Option<&char>, neighbour: char| {
        !(edge.is_some_and(char::is_ascii_alphabetic) && neighbour.is_ascii_alphabetic())
    };
    phrase.chars.iter().enumerate().all(same)
        && is_whole(phrase.chars.first(), line.before(position))
        && is_whole(phrase.chars.last(), line.at(end))
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
