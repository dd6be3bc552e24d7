//! Where stretches between spaces are cut into words: the same code for the tagger and for its training.

use super::classifier::{self, SEED, hash};
use super::word_features::kind;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Characters of a piece that are looked at, at most: what is longer is no word, and time must not grow with its square.
const LONGEST: usize = 48;

/// The key of a word that is written as one and cut.
pub fn fused_key(word: &str) -> u32 {
    hash_lower(word)
}

/// Finds the places inside a stretch without spaces at which it may be cut, in bytes: beside marks, before letters that
/// follow a number, before a contracted "not", and inside words that are written as one.
pub fn find_places(chunk: &str, fused: &FxHashMap<u32, usize>, places: &mut Vec<usize>) {
    places.clear();
    if is_word(chunk) {
        let inside = (chunk.len() <= 12).then(|| fused.get(&fused_key(chunk))).flatten();
        places.extend(inside.filter(|place| (1..chunk.len()).contains(place)));
        return;
    }
    let mut seen = Seen::default();
    let mut characters = chunk.char_indices().peekable();
    while let Some((place, character)) = characters.next() {
        let rest = chunk.as_bytes().get(place..).unwrap_or_default();
        let not = matches!(rest, [b'n' | b'N', b'\'', b't' | b'T', ..]) || rest.starts_with("n’t".as_bytes());
        if place > 0 && (not || seen.may_end_before(character, characters.peek().map(|(_, next)| *next))) {
            places.push(place);
        }
        seen.add(character);
    }
}

fn is_word(chunk: &str) -> bool {
    chunk.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// What stands before a place.
#[derive(Default)]
struct Seen {
    /// The last three characters, the nearest first.
    last: [char; 3],
    /// Whether the letters and digits before it have a letter among them.
    has_letter: bool,
}

impl Seen {
    fn add(&mut self, character: char) {
        let [last, second, _] = self.last;
        self.last = [character, last, second];
        self.has_letter = character.is_alphabetic() || self.has_letter && character.is_alphanumeric();
    }

    /// Whether a word may end here: not between letters nor between digits, not inside a name with a digit ("R2D2",
    /// "H2O", but "5pm"), a number with its marks ("4.6"), or a name that begins with an elided word ("O'Neill").
    fn may_end_before(&self, character: char, next: Option<char>) -> bool {
        let [last, second, third] = self.last;
        let is_digit = |character: char| character.is_ascii_digit();
        let runs_on = last.is_alphabetic() && (character.is_alphabetic() || is_digit(character))
            || last.is_numeric() && character.is_numeric()
            || is_digit(last) && character.is_alphabetic() && self.has_letter;
        let is_marked = is_digit(last) && matches!(character, '.' | ',') && next.is_some_and(is_digit)
            || is_digit(second) && matches!(last, '.' | ',') && is_digit(character);
        let is_elided = matches!(second.to_ascii_lowercase(), 'o' | 'd' | 'l')
            && matches!(last, '\'' | '’')
            && character.is_alphabetic()
            && !third.is_alphabetic();
        !(runs_on || is_marked || is_elided)
    }
}

/// A stretch without spaces, and what its neighbours say of all places inside it.
pub struct Chunk<'t> {
    text: &'t str,
    /// Its hash.
    whole: u32,
    /// What it looks like.
    look: u32,
    /// The kind of the next character that is no space.
    ahead: u32,
    /// Features of the words before and after it.
    neighbours: [u32; NEIGHBOURS],
}

/// How many features the words around a stretch give.
const NEIGHBOURS: usize = 8;
/// How many features the choice to cut has.
pub const CUT_FEATURES: usize = 40;

impl<'t> Chunk<'t> {
    /// The stretch of a sentence.
    pub fn new(sentence: &'t str, stretch: Range<usize>) -> Chunk<'t> {
        let before = sentence.get(..stretch.start).unwrap_or("").trim_end();
        let after = sentence.get(stretch.end..).unwrap_or("").trim_start();
        let text = sentence.get(stretch).unwrap_or("");
        let whole = hash_lower(text);
        // No farther than is looked at: without white space a stretch may have as many places as characters.
        let before = last(before).rsplit(char::is_whitespace).next().unwrap_or("");
        let next = first(after).split(char::is_whitespace).next().unwrap_or("");
        let next = next.trim_end_matches(|character: char| !character.is_alphanumeric());
        let ending = |length: usize| {
            let start = next.char_indices().rev().nth(length - 1).map_or(0, |(start, _)| start);
            hash_lower(next.get(start..).unwrap_or(""))
        };
        let (before, next, endings) = (hash_lower(before), hash_lower(next), [ending(2), ending(3)]);
        // The words around say something of a word that may be two ("its"); of marks they say less.
        let is_word = is_word(text);
        let (form, is_word) = (if is_word { whole } else { 1 }, u32::from(is_word));
        Chunk {
            text,
            whole,
            look: look(text),
            ahead: u32::from(after.chars().next().map_or(b'$', kind)),
            neighbours: [
                join(20, &[form, next]),
                join(21, &[form, before]),
                join(22, &[is_word, next]),
                join(23, &[is_word, before]),
                join(24, &[form, endings[0]]),
                join(25, &[form, endings[1]]),
                join(26, &[is_word, endings[1]]),
                join(27, &[form, before, next]),
            ],
        }
    }

    /// What the choice to cut at a place looks at, where the word before it begins at `start`: the characters around, the
    /// pieces on both sides, and the words around the stretch.
    pub fn features(&self, start: usize, place: usize) -> [u32; CUT_FEATURES] {
        let before = last(self.text.get(start..place).unwrap_or(""));
        let rest = self.text.get(place..).unwrap_or("");
        let mut left = self.text.get(..place).unwrap_or("").chars().rev();
        let mut right = rest.chars();
        let kinds = [left.clone().next(), right.clone().next()].map(|found| u32::from(found.map_or(b'$', kind)));
        let left = std::array::from_fn(|_| left.next().map_or(1, lower));
        let right = std::array::from_fn(|_| right.next().map_or(1, lower));
        let earlier = self.text.get(..start).unwrap_or("").chars().next_back().map_or(1, lower);
        let place = Place { left, right, kinds, earlier, before, rest: first(rest), is_first: start == 0, place };
        let mut features = [0; CUT_FEATURES];
        let all = place.pieces(self).into_iter().chain(place.looks(self)).chain(self.neighbours);
        features.iter_mut().zip(all).for_each(|(feature, found)| *feature = found);
        features
    }
}

/// A place between two characters of a stretch.
struct Place<'t> {
    /// The characters before it, the nearest first, and those after it.
    left: [u32; 3],
    right: [u32; 3],
    /// The kinds of the nearest.
    kinds: [u32; 2],
    /// The character before the word that would end here.
    earlier: u32,
    /// That word, and what follows.
    before: &'t str,
    rest: &'t str,
    is_first: bool,
    place: usize,
}

impl Place<'_> {
    fn pieces(&self, chunk: &Chunk<'_>) -> [u32; 20] {
        let Place { left: [first, second, third], right: [next, after_next, last], before, rest, .. } = *self;
        let is_mark = |character: char| !character.is_alphanumeric();
        let word_before = hash_lower(before.rsplit(is_mark).next().unwrap_or(""));
        let word_after = hash_lower(rest.split(is_mark).find(|word| !word.is_empty()).unwrap_or(""));
        let (before_hash, rest_hash) = (hash_lower(before), hash_lower(rest));
        [
            join(0, &[first]),
            join(1, &[next]),
            join(2, &[first, next]),
            join(3, &[second, first]),
            join(4, &[next, after_next]),
            join(5, &[second, first, next]),
            join(6, &[first, next, after_next]),
            join(7, &[third, second, first]),
            join(8, &[next, after_next, last]),
            join(9, &[before_hash]),
            join(10, &[rest_hash]),
            join(11, &[chunk.whole, self.place as u32]),
            join(12, &[word_before, first, next]),
            join(13, &[word_after, first, next]),
            join(14, &[kinds(rest.chars(), 4), first]),
            join(15, &[kinds(before.chars(), 4), next]),
            join(16, &[next, rest.len().min(3) as u32, chunk.ahead]),
            join(17, &[kinds(chunk.text.chars(), 4), first, next, u32::from(self.is_first)]),
            join(18, &[before_hash, next, chunk.ahead]),
            join(19, &[word_before, word_after, first, next]),
        ]
    }

    fn looks(&self, chunk: &Chunk<'_>) -> [u32; 12] {
        let Place { left: [first, ..], right: [next, ..], before, rest, .. } = *self;
        let word_before =
            hash_lower(before.rsplit(|character: char| !character.is_alphanumeric()).next().unwrap_or(""));
        let (look_before, look_rest) = (look(before), look(rest));
        let (three, two) = (kinds(before.chars().rev(), 3), kinds(before.chars().rev(), 2));
        let ahead = |count: usize| kinds(rest.chars(), count);
        let length = |piece: &str| piece.chars().take(6).count() as u32;
        [
            join(28, &[look_rest, first]),
            join(29, &[look_before, next]),
            join(30, &[chunk.look, look_before]),
            join(31, &[look_before, look_rest]),
            join(32, &[length(before), length(rest), self.kinds[0], self.kinds[1]]),
            join(33, &[three, ahead(3)]),
            join(34, &[two, ahead(2)]),
            join(35, &[three, ahead(1)]),
            join(36, &[two, ahead(3)]),
            join(37, &[word_before, next, chunk.ahead]),
            join(38, &[next, chunk.ahead, rest.len().min(3) as u32, u32::from(first == next), chunk.look]),
            join(39, &[self.earlier, first, next]),
        ]
    }
}

/// Joins hashes into a feature. Inlined, the many calls would be most of the tagger's code.
#[inline(never)]
fn join(number: u32, hashes: &[u32]) -> u32 {
    classifier::join(number, hashes)
}

/// The hash of the kinds of the first characters.
fn kinds(characters: impl Iterator<Item = char>, count: usize) -> u32 {
    characters.take(count).map(kind).fold(SEED, |state, kind| hash(state, &[kind]))
}

/// The hash of the kinds of characters in a row, of which several that are the same count once.
fn look(piece: &str) -> u32 {
    let kinds = piece.chars().take(12).map(kind);
    let joined = kinds.fold(
        (SEED, 0),
        |(state, last), kind| {
            if kind == last { (state, last) } else { (hash(state, &[kind]), kind) }
        },
    );
    joined.0
}

/// The first characters of a piece.
fn first(piece: &str) -> &str {
    let end = piece.char_indices().nth(LONGEST).map_or(piece.len(), |(end, _)| end);
    piece.get(..end).unwrap_or("")
}

/// The last characters of a piece.
fn last(piece: &str) -> &str {
    let start = piece.char_indices().nth_back(LONGEST).map_or(0, |(start, character)| start + character.len_utf8());
    piece.get(start..).unwrap_or("")
}

/// The hash of a piece in lower case, as far as it is looked at.
#[inline(never)]
fn hash_lower(piece: &str) -> u32 {
    let characters = piece.chars().take(LONGEST).flat_map(char::to_lowercase);
    characters.fold(SEED, |state, character| hash(state, character.encode_utf8(&mut [0; 4]).as_bytes()))
}

fn lower(character: char) -> u32 {
    u32::from(character.to_lowercase().next().unwrap_or(character))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_may_end_at_places() {
        let fused = [(fused_key("gonna"), 3)].into_iter().collect();
        let table = [
            ("marks", "(really?)", "(|really|?|)"),
            ("contracted not", "don't", "do|n|'|t"),
            ("possessive", "Ann's", "Ann|'|s"),
            ("unit after a number", "5pm", "5|pm"),
            ("name with a digit", "R2D2", "R2D2"),
            ("number with its marks", "1,234.5", "1,234.5"),
            ("number that ends a sentence", "4.", "4|."),
            ("elided word of a name", "O'Neill", "O|'Neill"),
            ("one letter after another mark", "x'Neill", "x|'|Neill"),
            ("written as one", "Gonna", "Gon|na"),
            ("plain word", "plain", "plain"),
            ("nothing", "", ""),
        ];
        let mut places = Vec::new();
        for (label, chunk, expected) in table {
            find_places(chunk, &fused, &mut places);
            let mut found = String::new();
            for (at, character) in chunk.char_indices() {
                found.extend(places.contains(&at).then_some('|'));
                found.push(character);
            }
            assert_eq!(found, expected, "{label}");
        }
    }

    #[test]
    fn pieces_that_are_looked_at_are_short() {
        let long = "é".repeat(3 * LONGEST);
        assert_eq!((first(&long).len(), last(&long).len()), (2 * LONGEST, 2 * LONGEST));
        assert_eq!([first("ab"), last("ab"), first(""), last("")], ["ab", "ab", "", ""]);
    }

    #[test]
    fn the_words_around_count() {
        let of = |sentence: &str| Chunk::new(sentence, 3..6).features(0, 2);
        let (here, other) = (of("So its a"), of("So its own"));
        assert_eq!(here.iter().zip(&other).filter(|(here, other)| here != other).count(), 6, "next word, its endings");
    }
}
