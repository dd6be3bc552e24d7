//! What is seen of each token when names are looked for: its form, class, script, neighbours in brackets, the run of
//! nouns it stands in. The same code serves the search and the training of its model, so that the two can't differ.

use super::gazetteer::{self, Gazetteer};
use super::rules::NameRules;
use super::shapes::shape;
use crate::tokens::Token;
use rustc_hash::FxHashMap;

macro_rules! attributes {
    ($($(#[doc = $said:literal])+ $name:ident = $shown:literal $japanese:literal,)*) => {
        /// One thing seen of a token.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Attribute {
            $($(#[doc = $said])+ $name,)*
        }

        impl Attribute {
            /// What a reason calls it.
            pub const SHOWN: &'static [&'static str] = &[$($shown,)*];
            /// What a reason calls it in Japanese.
            pub const JAPANESE: &'static [&'static str] = &[$($japanese,)*];
        }
    };
}

attributes! {
    /// The form, digits folded where it is a number.
    Word = "word" "語",
    /// The form in lower case.
    Lower = "word" "語",
    /// The part of speech.
    Class = "part of speech" "品詞",
    /// Its first two levels.
    Group = "part of speech" "品詞",
    /// The scripts of its characters, repetitions left out.
    Shape = "letters like" "文字の種類",
    /// The first character.
    First = "beginning" "語の初め",
    /// The first two characters.
    First2 = "beginning" "語の初め",
    /// The first three characters.
    First3 = "beginning" "語の初め",
    /// The last character.
    Last = "ending" "語の終わり",
    /// The last two characters.
    Last2 = "ending" "語の終わり",
    /// The last three characters.
    Last3 = "ending" "語の終わり",
    /// Its length with its shape.
    Length = "length, as of" "長さ",
    /// The origin of a Japanese word.
    Origin = "origin" "語種",
    /// The classes of words it is in.
    Lexicon = "kind of word" "語の種類",
    /// The bracket it stands in, and where in it.
    Bracket = "brackets" "括弧",
    /// The bracket it stands in.
    Opening = "brackets" "括弧",
    /// The bracket, and the word after it.
    AfterBracket = "brackets" "括弧",
    /// The bracket, and the word before it.
    BeforeBracket = "brackets" "括弧",
    /// The last word of its run.
    RunLast = "last of the nouns in a row" "名詞の並びの最後の語",
    /// The last character of its run.
    RunEnding = "ending of the nouns in a row" "名詞の並びの終わり",
    /// The part of speech of the last word of its run.
    RunClass = "last of the nouns in a row" "名詞の並びの最後の語",
    /// The classes of words that the last word of its run is in, and how far it is.
    RunLexicon = "last of the nouns in a row" "名詞の並びの最後の語",
    /// The first word of its run.
    RunFirst = "first of the nouns in a row" "名詞の並びの最初の語",
    /// Where it stands in its run.
    RunPlace = "place among the nouns in a row" "名詞の並びの中での位置",
    /// The length of its run.
    RunLength = "how many nouns are in a row" "名詞の並びの長さ",
    /// The scripts of its run, and where in it the token stands.
    RunShape = "letters of the nouns in a row" "名詞の並びの文字の種類",
    /// Whether it ends its run.
    RunEnds = "place among the nouns in a row" "名詞の並びの中での位置",
    /// How far it is from the end of its run.
    RunDistance = "place among the nouns in a row" "名詞の並びの中での位置",
    /// The word after its run.
    AfterRun = "word after the nouns in a row" "名詞の並びの次の語",
    /// The two words after its run.
    AfterRun2 = "words after the nouns in a row" "名詞の並びの次の二語",
    /// The word before its run.
    BeforeRun = "word before the nouns in a row" "名詞の並びの前の語",
    /// The next class of words further on in its run, and how far it is.
    NextLexicon = "kind of a word further on" "先にある語の種類",
    /// The head of the predicate that says what the topic is, for tokens of the topic.
    Predicate = "predicate" "述語",
    /// The last character of that head.
    PredicateEnding = "predicate" "述語",
    /// The lists of names that hold the longest name here, and where in it the token stands.
    Listed = "list of names" "名前の一覧",
    /// Whether the longest name here goes on after the token.
    ListedOn = "list of names" "名前の一覧",
    /// The group of words with like neighbours that the word is in.
    Cluster = "used like" "似た使われ方の語",
    /// The wider group that this group is in.
    Wide = "used like" "似た使われ方の語",
    /// The group of words that the last word of its run is in.
    RunCluster = "last of the nouns in a row" "名詞の並びの最後の語",
    /// The group of words that the first word of its run is in.
    RunFirstCluster = "first of the nouns in a row" "名詞の並びの最初の語",
    /// The group of words that the word before its run is in.
    ClusterBefore = "word before the nouns in a row" "名詞の並びの前の語",
    /// The group of words that the word after its run is in.
    ClusterAfter = "word after the nouns in a row" "名詞の並びの次の語",
}

/// How many attributes a token has.
pub const COUNT: usize = Attribute::SHOWN.len();

/// The attributes of one token, each a hash; 0 where there is none.
#[derive(Clone, Copy, Debug)]
pub struct Row([u32; COUNT]);

impl Row {
    /// What stands for all that lies outside the sentence.
    pub const OUTSIDE: Row = Row([2; COUNT]);

    /// The value of an attribute.
    #[inline]
    pub fn get(&self, attribute: Attribute) -> u32 {
        self.0.get(attribute as usize).copied().unwrap_or(0)
    }

    #[inline]
    fn set(&mut self, attribute: Attribute, value: u32) {
        if let Some(place) = self.0.get_mut(attribute as usize) {
            *place = value;
        }
    }
}

/// Mixes a value into a hash.
#[inline]
pub fn mix(hash: u32, value: u32) -> u32 {
    let mixed = (hash.rotate_left(13) ^ value).wrapping_mul(0x9E37_79B1);
    mixed ^ (mixed >> 15)
}

/// Hash of characters; never 0.
pub fn hash(characters: impl IntoIterator<Item = char>) -> u32 {
    characters.into_iter().fold(0x811C_9DC5, |hash, character| mix(hash, character as u32)) | 1
}

/// What a word's group is found by, from the hash of its characters: among 40,000 words one in 1,700 others is taken for
/// one of them.
#[inline]
pub fn group_key(hash: u32) -> u32 {
    hash >> 6
}

/// Full-width letters, digits and marks as their ordinary ones.
pub fn fold(character: char) -> char {
    match character {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(character as u32 - 0xFEE0).unwrap_or(character),
        '\u{3000}' => ' ',
        _ => character,
    }
}

/// Which classes the words of a lexicon are in, a bit for each.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    classes: FxHashMap<u32, u32>,
}

impl Lexicon {
    /// Reads the classes of a language.
    pub fn new(rules: &NameRules) -> Lexicon {
        let mut classes: FxHashMap<u32, u32> = FxHashMap::default();
        for (number, class) in rules.lexicon.iter().enumerate().take(32) {
            for word in class.words.split_whitespace() {
                *classes.entry(hash(word.chars())).or_default() |= 1 << number;
            }
        }
        Lexicon { classes }
    }
}

/// What is the same for all sentences of a language.
#[derive(Clone, Copy)]
pub struct Lists<'l> {
    /// The language's rules.
    pub rules: &'l NameRules,
    /// Its classes of words.
    pub lexicon: &'l Lexicon,
    /// Names that are known.
    pub gazetteer: &'l Gazetteer,
    /// Groups of words, by their [`group_key`].
    pub clusters: &'l FxHashMap<u32, u16>,
}

/// The attributes of a sentence's tokens. The memory is used again for each sentence.
#[derive(Clone, Debug, Default)]
pub struct Attributes {
    rows: Vec<Row>,
    seen: Vec<Seen>,
    open: Vec<usize>,
}

/// What is needed of a token while the others are read.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    word: u32,
    last: u32,
    class: u32,
    lexicon: u32,
    shape: u32,
    cluster: u32,
    in_run: bool,
    bracket: Option<Side>,
    topic: bool,
    head: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Opens,
    Closes,
}

/// Stands for what lies outside the sentence.
const EDGE: u32 = 3;
/// How many neighbouring groups of words make a wider one.
const WIDE: u32 = 8;
/// The longest stretch in brackets that is looked at as one.
const LONGEST_BRACKET: usize = 24;

impl Attributes {
    /// The rows of the tokens read last.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Reads the tokens of one sentence.
    pub fn read(&mut self, text: &str, tokens: &[Token<'_>], lists: Lists<'_>) {
        self.rows.clear();
        self.seen.clear();
        for token in tokens {
            let (row, seen) = own(text, token, lists);
            self.rows.push(row);
            self.seen.push(seen);
        }
        self.read_brackets();
        self.read_runs();
        self.read_predicate();
        self.read_lists(text, tokens, lists.gazetteer);
    }

    fn word(&self, index: usize) -> u32 {
        self.seen.get(index).map_or(EDGE, |seen| seen.word)
    }

    fn before(&self, index: usize) -> u32 {
        index.checked_sub(1).map_or(EDGE, |before| self.word(before))
    }

    fn read_brackets(&mut self) {
        self.open.clear();
        for index in 0..self.seen.len() {
            match self.seen.get(index).and_then(|seen| seen.bracket) {
                Some(Side::Opens) => self.open.push(index),
                Some(Side::Closes) => {
                    if let Some(open) = self.open.pop() {
                        self.read_bracket(open, index);
                    }
                }
                None => {}
            }
        }
    }

    fn read_bracket(&mut self, open: usize, close: usize) {
        let length = close - open - 1;
        if length > LONGEST_BRACKET {
            return;
        }
        let (mark, before, after) = (self.word(open), self.before(open), self.word(close + 1));
        for (place, row) in self.rows.iter_mut().enumerate().take(close).skip(open + 1) {
            if row.get(Attribute::Opening) != 0 {
                continue;
            }
            let edges = u32::from(place == open + 1) * 2 + u32::from(place == close - 1);
            row.set(Attribute::Bracket, mix(mark, edges * 16 + length.min(9) as u32) | 1);
            row.set(Attribute::Opening, mark);
            row.set(Attribute::AfterBracket, mix(mark, after) | 1);
            row.set(Attribute::BeforeBracket, mix(mark, before) | 1);
        }
    }

    fn read_runs(&mut self) {
        let mut start = 0;
        while start < self.seen.len() {
            let length = self.seen.iter().skip(start).take_while(|seen| seen.in_run).count();
            if length > 0 {
                self.read_run(start, start + length);
            }
            start += length.max(1);
        }
    }

    fn read_run(&mut self, start: usize, end: usize) {
        let (Some(first), Some(last)) = (self.seen.get(start).copied(), self.seen.get(end - 1).copied()) else {
            return;
        };
        let (before, after, after2) = (self.before(start), self.word(end), self.word(end + 1));
        let cluster =
            |place: Option<usize>| place.and_then(|place| self.seen.get(place)).map_or(0, |seen| seen.cluster);
        let (cluster_before, cluster_after) = (cluster(start.checked_sub(1)), cluster(Some(end)));
        let shapes = self.seen.iter().skip(start).take(end - start).take(6);
        let shapes = shapes.fold(1, |shapes, seen| mix(shapes, seen.shape));
        let mut ahead = None;
        for place in (start..end).rev() {
            let lexicon = self.seen.get(place).map_or(0, |seen| seen.lexicon);
            if lexicon != 0 {
                ahead = Some((place, lexicon));
            }
            let Some(row) = self.rows.get_mut(place) else { continue };
            let (behind, left) = ((place - start) as u32, (end - 1 - place) as u32);
            row.set(Attribute::RunLast, last.word);
            row.set(Attribute::RunEnding, last.last);
            row.set(Attribute::RunClass, last.class);
            row.set(Attribute::RunFirst, first.word);
            row.set(Attribute::RunPlace, 1 + behind.min(4) * 8 + left.min(4));
            row.set(Attribute::RunEnds, 1 + u32::from(left == 0));
            row.set(Attribute::RunDistance, 1 + left.min(3));
            row.set(Attribute::RunLength, 1 + ((end - start) as u32).min(7));
            row.set(Attribute::RunShape, mix(shapes, behind.min(3)) | 1);
            row.set(Attribute::AfterRun, after);
            row.set(Attribute::AfterRun2, mix(after, after2) | 1);
            row.set(Attribute::BeforeRun, before);
            row.set(Attribute::RunCluster, last.cluster);
            row.set(Attribute::RunFirstCluster, first.cluster);
            row.set(Attribute::ClusterBefore, cluster_before);
            row.set(Attribute::ClusterAfter, cluster_after);
            if last.lexicon != 0 {
                row.set(Attribute::RunLexicon, mix(last.lexicon, left.min(2)) | 1);
            }
            if let Some((found, lexicon)) = ahead.filter(|(found, _)| found - place < 6) {
                row.set(Attribute::NextLexicon, mix(lexicon, (found - place).min(3) as u32) | 1);
            }
        }
    }

    /// "XはYである": every token of the topic X sees the head Y.
    fn read_predicate(&mut self) {
        let Some(head) = self.seen.iter().rfind(|seen| seen.head).copied() else { return };
        let mut depth = 0;
        let mut topic = None;
        for (place, seen) in self.seen.iter().enumerate().take(40) {
            match seen.bracket {
                Some(Side::Opens) => depth += 1,
                Some(Side::Closes) => depth -= 1,
                None if depth <= 0 && seen.topic => {
                    topic = Some(place);
                    break;
                }
                None => {}
            }
        }
        let Some(topic) = topic else { return };
        let mut place = 0;
        while place < topic {
            let length = self.seen.iter().skip(place).take(topic - place).take_while(|seen| seen.in_run).count();
            let follows = self.seen.get(place + length).is_some_and(|next| next.bracket == Some(Side::Opens));
            if length > 0 && (place + length == topic || (follows && place <= 2)) {
                for row in self.rows.iter_mut().skip(place).take(length) {
                    row.set(Attribute::Predicate, head.word);
                    row.set(Attribute::PredicateEnding, head.last);
                }
            }
            place += length.max(1);
        }
    }

    /// The longest listed names, from left to right.
    fn read_lists(&mut self, text: &str, tokens: &[Token<'_>], gazetteer: &Gazetteer) {
        if gazetteer.is_empty() {
            return;
        }
        let mut start = 0;
        while start < tokens.len() {
            let run = self.seen.iter().skip(start).take(gazetteer::LONGEST).take_while(|seen| seen.in_run).count();
            let candidates = tokens.get(start..start + run).unwrap_or_default();
            let Some((length, lists)) = gazetteer.longest(text, candidates) else {
                start += 1;
                continue;
            };
            for (place, row) in self.rows.iter_mut().skip(start).take(length).enumerate() {
                let edges = u32::from(place == 0) * 2 + u32::from(place + 1 == length);
                row.set(Attribute::Listed, listed(u32::from(lists), edges));
                row.set(Attribute::ListedOn, 1 + u32::from(place + 1 < length));
            }
            start += length;
        }
    }
}

/// The value of [`Attribute::Listed`]: the bits of the lists, and whether the token begins or ends the name.
pub fn listed(lists: u32, edges: u32) -> u32 {
    mix(lists, edges) | 1
}

/// What a token shows by itself.
fn own(text: &str, token: &Token<'_>, lists: Lists<'_>) -> (Row, Seen) {
    use Attribute::*;
    let form = token.span.of(text);
    let class = token.xpos.unwrap_or(token.upos.tag());
    let word = word_hash(form);
    let plain = hash(form.chars().map(fold));
    let mut seen = Seen {
        word,
        class: hash(class.chars()),
        lexicon: lists.lexicon.classes.get(&plain).copied().unwrap_or(0),
        shape: shape(form),
        cluster: lists.clusters.get(&group_key(plain)).map_or(0, |cluster| 1 + u32::from(*cluster)),
        in_run: (lists.rules.in_run)(class, form),
        bracket: side(form),
        topic: (lists.rules.is_topic_marker)(class, form),
        head: (lists.rules.is_head)(class),
        last: 0,
    };
    let mut row = Row([0; COUNT]);
    row.set(Word, word);
    row.set(Class, seen.class);
    row.set(Group, hash(group(class).chars()));
    row.set(Shape, seen.shape);
    row.set(Lexicon, seen.lexicon);
    row.set(Origin, token.origin.map_or(0, |origin| 1 + origin as u32));
    row.set(Cluster, seen.cluster);
    row.set(Wide, seen.cluster.div_ceil(WIDE));
    affixes(&mut row, form);
    seen.last = row.get(Last);
    (row, seen)
}

fn affixes(row: &mut Row, form: &str) {
    use Attribute::*;
    let length = form.chars().take(9).count();
    let first = |count: usize| hash(form.chars().take(count).map(fold));
    let last = |count: usize| hash(form.chars().rev().take(count).map(fold));
    row.set(Lower, hash(form.chars().flat_map(|character| fold(character).to_lowercase())));
    row.set(First, first(1));
    row.set(Last, last(1));
    if length > 1 {
        row.set(First2, first(2));
        row.set(Last2, last(2));
    }
    if length > 3 {
        row.set(First3, first(3));
        row.set(Last3, last(3));
    }
    row.set(Length, mix(row.get(Shape), length.min(8) as u32) | 1);
}

/// The hash of a word; all numbers of one length have the same.
pub fn word_hash(form: &str) -> u32 {
    let is_number = form.chars().all(|character| fold(character).is_ascii_digit());
    hash(form.chars().take(20).map(|character| if is_number { '0' } else { fold(character) }))
}

/// The first two levels of a part of speech.
fn group(class: &str) -> &str {
    let end = class.match_indices('-').nth(1).map_or(class.len(), |(end, _)| end);
    class.get(..end).unwrap_or(class)
}

fn side(form: &str) -> Option<Side> {
    let mut characters = form.chars().map(fold);
    let (Some(only), None) = (characters.next(), characters.next()) else { return None };
    match only {
        '「' | '『' | '(' | '《' | '〈' | '【' | '“' | '[' => Some(Side::Opens),
        '」' | '』' | ')' | '》' | '〉' | '】' | '”' | ']' => Some(Side::Closes),
        _ => None,
    }
}
