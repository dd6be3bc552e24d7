//! Lists that were set in one line: `1. one 2. two`, `a) one b) two`, `(i) one (ii) two`.

use super::brackets;

/// The mark of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Where the item begins, its bullet included.
    pub start: usize,
    /// Where its mark ends.
    pub end: usize,
}

/// What a mark counts with: digits, letters, Roman numerals.
const KINDS: usize = 3;
/// The next mark of a list is looked for among so many, which keeps the work linear.
const REACH: usize = 8;
const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

#[derive(Debug)]
struct Found {
    mark: Mark,
    /// How it is written: an opening bracket, a point, a closing bracket.
    style: [bool; 3],
    values: [Option<u32>; KINDS],
    /// A list may begin with it: nothing stands before it, or the end of a sentence or a colon.
    begins: bool,
}

/// The marks of lists in a line, in order. One mark alone is no list, nor are marks that do not count up one by one.
pub fn marks(characters: &[char]) -> Vec<Mark> {
    let found: Vec<Found> = (0..characters.len()).filter_map(|index| mark_at(characters, index)).collect();
    let mut marks = Vec::new();
    let mut index = 0;
    while let Some(first) = found.get(index) {
        let list = if first.begins { longest(&found, index) } else { Vec::new() };
        index = if list.len() < 2 { index + 1 } else { list.last().map_or(index, |last| *last) + 1 };
        if list.len() >= 2 {
            marks.extend(list.iter().filter_map(|place| found.get(*place)).map(|found| found.mark));
        }
    }
    marks
}

/// The longest list that begins with the mark at `first`.
fn longest(found: &[Found], first: usize) -> Vec<usize> {
    let list = |kind: usize| {
        let mut list = vec![first];
        let value = |place: usize| found.get(place).and_then(|found| found.values.get(kind).copied().flatten());
        let style = found.get(first).map(|found| found.style);
        while let Some((last, wanted)) = list.last().and_then(|last| Some((*last, value(*last)? + 1))) {
            let next = (last + 1..=last + REACH)
                .find(|place| value(*place) == Some(wanted) && found.get(*place).map(|found| found.style) == style);
            let Some(next) = next else { break };
            list.push(next);
        }
        list
    };
    (0..KINDS).map(list).max_by_key(Vec::len).unwrap_or_default()
}

fn mark_at(characters: &[char], index: usize) -> Option<Found> {
    let at = |place: usize| characters.get(place).copied();
    if index > 0 && !at(index - 1)?.is_whitespace() {
        return None;
    }
    let bullet = usize::from(matches!(at(index)?, '•' | '⁃' | '●' | '–'));
    let space = usize::from(bullet > 0 && at(index + 1)?.is_whitespace());
    let from = index + bullet + space;
    let opening = usize::from(at(from)? == '(');
    let word: String =
        characters.iter().skip(from + opening).take(5).take_while(|c| c.is_ascii_alphanumeric()).collect();
    let after = from + opening + word.len();
    let point = usize::from(at(after)? == '.');
    let closing = usize::from(at(after + point) == Some(')'));
    let end = after + point + closing;
    let is_mark = point + closing > 0 && opening <= closing && at(end)?.is_whitespace();
    // `A. Smith and B. Jones` are no list.
    let is_initial = closing == 0 && word.chars().any(|c| c.is_ascii_uppercase());
    let values = values(&word);
    if !is_mark || is_initial || values == [None; KINDS] {
        return None;
    }
    let before = characters.iter().take(index).rev().find(|c| !c.is_whitespace());
    let begins = before.is_none_or(|c| matches!(c, '.' | '!' | '?' | ':' | '。' | '：') || brackets::closes(*c));
    Some(Found { mark: Mark { start: index, end }, style: [opening > 0, point > 0, closing > 0], values, begins })
}

fn values(word: &str) -> [Option<u32>; KINDS] {
    let digits = if word.len() <= 3 { word.parse().ok() } else { None };
    let letter = match word.as_bytes() {
        [letter] if letter.is_ascii_alphabetic() => Some(u32::from(letter.to_ascii_lowercase() - b'a')),
        _ => None,
    };
    let roman = ROMAN.iter().position(|roman| *roman == word).map(|place| place as u32);
    [digits, letter, roman]
}
