//! What the tagger of words between spaces looks at: the same code for the tagger and for its training.

use super::classifier::{SEED, hash, join};
use super::clusters::{Cluster, Clusters};
use super::inflection::Inflection;
use rustc_hash::FxHashMap;

/// How many features a word has whatever stands before it was classed as.
pub const FIXED: usize = 65;
/// How many more depend on the classes of the two words before it.
pub const HISTORY: usize = 21;
/// All of them.
pub const FEATURES: usize = FIXED + HISTORY;
/// The longest ending and the longest beginning of a word that are looked at, in characters.
const ENDINGS: usize = 5;
const BEGINNINGS: usize = 4;

/// What is known of words before they are seen.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    /// What each frequent word may be, by the hash of how it is written.
    pub choices: FxHashMap<u32, Vec<u8>>,
    /// The class of words that may be the same things, by the hash of the word in lower case.
    pub ambiguity: FxHashMap<u32, u32>,
    /// What a word may be by the rules of inflection.
    pub inflection: Inflection,
    /// What stands in the same places.
    pub clusters: Clusters,
}

/// What is known of one word by itself, worked out once for all the places it is looked at from. The default is what
/// stands before the first word and after the last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Word {
    /// Hash of the form as written.
    pub exact: u32,
    /// Hash of the form in lower case.
    pub lower: u32,
    endings: [u32; ENDINGS],
    beginnings: [u32; BEGINNINGS],
    look: u32,
    beginning_look: u32,
    classes: u32,
    ambiguity: u32,
    cluster: Cluster,
    length: u32,
    /// Bits: all capitals, begins with a capital, has digits, has a hyphen.
    marks: u32,
}

impl Word {
    /// Reads a form; `lower` is that in lower case.
    pub fn read(form: &str, lower: &str, lexicon: &Lexicon) -> Word {
        let exact = hash(SEED, form.as_bytes());
        let lower_hash = hash(SEED, lower.as_bytes());
        let mut ends = lower.char_indices().rev().map(|(start, _)| start);
        let mut starts = lower.char_indices().skip(1).map(|(start, _)| start);
        let endings = std::array::from_fn(|_| ends.next().unwrap_or(0));
        let beginnings = std::array::from_fn(|_| starts.next().unwrap_or(lower.len()));
        let (mut look, mut beginning_look, mut last) = (SEED, SEED, 0);
        let (mut length, mut capitals, mut marks) = (0, 0, 0);
        for kind in form.chars().map(kind) {
            if kind != last {
                look = hash(look, &[kind]);
            }
            if length < 6 {
                beginning_look = hash(beginning_look, &[kind]);
            }
            last = kind;
            length += 1;
            capitals += u32::from(kind == b'A');
            marks |= u32::from(kind == b'0') << 2
                | u32::from(kind == b'-') << 3
                | u32::from(length == 1 && kind == b'A') << 1;
        }
        Word {
            exact,
            lower: lower_hash,
            endings: endings.map(|start: usize| hash(SEED, lower.as_bytes().get(start..).unwrap_or_default())),
            beginnings: beginnings.map(|end: usize| hash(SEED, lower.as_bytes().get(..end).unwrap_or_default())),
            look,
            beginning_look,
            classes: u32::from(lexicon.inflection.classes(lower)),
            ambiguity: lexicon.ambiguity.get(&lower_hash).copied().unwrap_or(0),
            cluster: lexicon.clusters.get(lower_hash),
            length: length.min(8),
            marks: marks | u32::from(capitals == length),
        }
    }

    /// Whether it begins with a capital.
    pub fn is_capital(&self) -> bool {
        self.marks & 2 != 0
    }
}

/// The kind of a character, as far as the looks of a word ask.
pub fn kind(character: char) -> u8 {
    match character {
        _ if character.is_uppercase() => b'A',
        _ if character.is_alphabetic() => b'a',
        _ if character.is_numeric() => b'0',
        _ if character.is_ascii_punctuation() => character as u8,
        _ => b'?',
    }
}

/// How many words of a sentence begin with a capital, in thirds.
pub fn capitals(words: &[Word]) -> u32 {
    (words.iter().filter(|word| word.is_capital()).count() * 3 / words.len().max(1)) as u32
}

/// Fills features one after the other, each with a number of its own.
struct Filler<'f> {
    features: &'f mut [u32],
    first: u32,
    next: usize,
}

impl Filler<'_> {
    // Inlined, the many calls would be most of the tagger's code.
    #[inline(never)]
    fn put(&mut self, parts: &[u32]) {
        if let Some(place) = self.features.get_mut(self.next) {
            *place = join(self.first + self.next as u32, parts);
        }
        self.next += 1;
    }
}

/// The features that do not depend on the classes before: those of the word between its two left and two right
/// neighbours, with what share of the sentence begins with capitals.
pub fn fixed(around: &[Word; 5], is_first: bool, capitals: u32, features: &mut [u32; FEATURES]) {
    let mut filler = Filler { features, first: 100, next: 0 };
    own(&around[2], is_first, capitals, &mut filler);
    neighbours(around, capitals, &mut filler);
    clusters(around, &mut filler);
}

fn own(word: &Word, is_first: bool, capitals: u32, filler: &mut Filler<'_>) {
    filler.put(&[]);
    filler.put(&[word.lower]);
    filler.put(&[word.exact]);
    word.endings.iter().chain(&word.beginnings).for_each(|part| filler.put(&[*part]));
    filler.put(&[word.look]);
    filler.put(&[word.look, u32::from(is_first)]);
    filler.put(&[word.beginning_look, capitals]);
    filler.put(&[word.classes]);
    filler.put(&[word.classes, word.marks & 2, u32::from(is_first)]);
    filler.put(&[word.length, word.marks]);
    filler.put(&[word.classes, word.endings[2]]);
    filler.put(&[word.endings[2], word.beginnings[0], word.look]);
}

fn neighbours([second_left, left, word, right, second_right]: &[Word; 5], capitals: u32, filler: &mut Filler<'_>) {
    for other in [left, second_left, right, second_right] {
        filler.put(&[other.lower]);
    }
    filler.put(&[left.lower, word.lower]);
    filler.put(&[word.lower, right.lower]);
    filler.put(&[second_left.lower, left.lower]);
    filler.put(&[right.lower, second_right.lower]);
    filler.put(&[left.lower, right.lower]);
    filler.put(&[right.classes, right.ambiguity]);
    filler.put(&[right.classes]);
    filler.put(&[right.endings[2]]);
    filler.put(&[right.endings[1], word.endings[1]]);
    filler.put(&[right.look]);
    filler.put(&[left.look, word.look, right.look]);
    filler.put(&[left.classes]);
    filler.put(&[left.ambiguity]);
    filler.put(&[word.classes, right.classes]);
    filler.put(&[left.ambiguity, word.classes, right.ambiguity]);
    filler.put(&[word.ambiguity, right.ambiguity]);
    filler.put(&[right.ambiguity, second_right.ambiguity]);
    filler.put(&[right.marks, word.marks, left.marks, capitals]);
    filler.put(&[left.lower, word.endings[2]]);
    filler.put(&[left.endings[2]]);
    filler.put(&[left.lower, word.classes]);
    filler.put(&[right.lower, word.classes]);
    filler.put(&[second_right.ambiguity]);
    filler.put(&[second_left.ambiguity, left.ambiguity]);
}

fn clusters([second_left, left, word, right, second_right]: &[Word; 5], filler: &mut Filler<'_>) {
    let Cluster { whole, branches: [rough, middle, fine], capitals } = word.cluster;
    let fine_of = |word: &Word| word.cluster.branches[2];
    filler.put(&[whole]);
    filler.put(&[middle]);
    filler.put(&[fine]);
    filler.put(&[fine, word.endings[1]]);
    filler.put(&[left.cluster.whole]);
    filler.put(&[right.cluster.whole]);
    filler.put(&[rough, fine_of(right)]);
    filler.put(&[rough, fine_of(left)]);
    filler.put(&[fine_of(second_right)]);
    filler.put(&[fine_of(second_left)]);
    filler.put(&[fine_of(left), rough, fine_of(right)]);
    filler.put(&[capitals]);
    filler.put(&[capitals, word.marks]);
    filler.put(&[capitals, word.classes]);
    filler.put(&[word.lower, fine_of(right)]);
    filler.put(&[word.lower, fine_of(left)]);
    filler.put(&[word.lower, right.cluster.branches[1]]);
}

/// The features that depend on the classes of the two words before, the nearer one last.
pub fn history(around: &[Word; 5], before: [u8; 2], features: &mut [u32; FEATURES]) {
    let [_, _, word, right, second_right] = around;
    let (last, both) = (u32::from(before[1]), u32::from(before[0]) << 8 | u32::from(before[1]));
    let mut filler = Filler { features: features.get_mut(FIXED..).unwrap_or_default(), first: 0, next: 0 };
    filler.put(&[last]);
    filler.put(&[both]);
    filler.put(&[last, word.lower]);
    filler.put(&[both, word.lower]);
    filler.put(&[u32::from(before[0]), word.lower]);
    filler.put(&[last, word.endings[2]]);
    filler.put(&[last, word.endings[1]]);
    filler.put(&[last, right.lower]);
    filler.put(&[last, right.endings[2]]);
    filler.put(&[last, word.classes]);
    filler.put(&[both, word.classes]);
    filler.put(&[last, word.ambiguity, right.ambiguity]);
    filler.put(&[last, right.classes]);
    filler.put(&[last, word.look]);
    filler.put(&[both, right.ambiguity]);
    filler.put(&[last, word.classes, right.classes]);
    filler.put(&[last, right.ambiguity, second_right.ambiguity]);
    let Cluster { whole, branches: [rough, ..], capitals } = word.cluster;
    let [rough_right, _, fine_right] = right.cluster.branches;
    filler.put(&[last, whole]);
    filler.put(&[last, fine_right]);
    filler.put(&[last, rough, rough_right]);
    filler.put(&[last, capitals, word.marks & 2]);
}
