//! Words of a language that is written with spaces: a classifier says where stretches between spaces are cut, another
//! classes the words from left to right, and rules learned with their exceptions make dictionary forms.
//!
//! | section | what |
//! | --- | --- |
//! | `lang` | BCP 47 code of the language |
//! | `tags` | parts of speech, one a line; the first line, the sentence's edge, is empty |
//! | `cutw` | weights of the classifier that cuts |
//! | `fuse` | words written as one, one a line: the word, a tab, the characters before the cut |
//! | `dict` | words with the parts of speech they have, one a line: the word, a tab, letters from `!` on |
//! | `tagw` | weights of the classifier that classes |
//! | `lemm` | rules of dictionary forms, one a line: part of speech, ending, characters cut off, what is added |
//!
//! `upos` and `uwei` are those of [`UposChooser::read`].

use super::classifier::{Classifier, SEED, hash, join};
use super::container::{Container, ModelError, ModelKind};
use super::upos::UposChooser;
use super::whole::{self, Whole};
use super::{Lemma, Token};
use crate::report::Upos;
use crate::span::Span;
use std::collections::HashMap;

/// A tagger of words between spaces.
#[derive(Clone, Debug)]
pub struct PerceptronModel {
    source: [u8; 32],
    language: String,
    tags: Vec<String>,
    cuts: Classifier,
    fused: HashMap<String, usize>,
    /// Parts of speech of frequent words, by the hash of the form.
    dictionary: HashMap<u32, Vec<u8>>,
    classes: Classifier,
    all_tags: Vec<u8>,
    rules: HashMap<u32, LemmaRule>,
    upos: UposChooser,
}

/// How a dictionary form is made: bytes cut off the form, and what is added.
#[derive(Clone, Debug)]
struct LemmaRule {
    cut: usize,
    add: String,
}

/// The longest ending that a lemma rule looks at, in bytes.
pub const ENDING: usize = 6;

impl PerceptronModel {
    /// Reads a model file.
    ///
    /// # Errors
    /// Whatever [`ModelError`] says; any bytes give a model or an error.
    pub fn from_bytes(bytes: &[u8]) -> Result<PerceptronModel, ModelError> {
        let file = Container::read(bytes, ModelKind::Perceptron)?;
        let tags: Vec<String> = text(&file, "tags")?.split('\n').map(str::to_owned).collect();
        let upos = UposChooser::read(&file, &tags)?;
        let fused =
            text(&file, "fuse")?.lines().map(fused).collect::<Option<_>>().ok_or(ModelError::Damaged("fuse"))?;
        let dictionary =
            text(&file, "dict")?.lines().map(entry).collect::<Option<_>>().ok_or(ModelError::Damaged("dict"))?;
        let rules = text(&file, "lemm")?.lines().map(rule).collect::<Option<_>>().ok_or(ModelError::Damaged("lemm"))?;
        Ok(PerceptronModel {
            source: file.source,
            language: text(&file, "lang")?.to_owned(),
            cuts: classifier(&file, "cutw")?,
            fused,
            dictionary,
            classes: classifier(&file, "tagw")?,
            all_tags: (1..=u8::MAX).take(tags.len().saturating_sub(1)).collect(),
            rules,
            upos,
            tags,
        })
    }

    /// SHA-256 of what it was built from.
    pub fn source(&self) -> &[u8; 32] {
        &self.source
    }

    /// BCP 47 code of the language.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// Adds the words of a sentence that begins at byte `offset` of its text.
    pub fn tokenize<'m>(&'m self, sentence: &str, offset: usize, buffers: &mut Buffers, tokens: &mut Vec<Token<'m>>) {
        let Buffers { wholes, spans, tags } = buffers;
        whole::find(sentence, wholes);
        spans.clear();
        self.cut(sentence, wholes, spans);
        self.class(sentence, spans, tags);
        let known = tokens.len();
        tokens.extend(spans.iter().zip(tags.iter()).map(|(span, tag)| Token {
            span: span.shifted(offset),
            upos: Upos::X,
            xpos: self.tags.get(usize::from(*tag)).map(String::as_str),
            lemma: self.lemma(span.of(sentence), *tag),
            origin: None,
        }));
        let tokens = tokens.get_mut(known..).unwrap_or_default();
        self.upos.choose(tokens, tags, sentence, offset);
        whole::mark(tokens, wholes, offset);
    }

    /// Cuts a sentence into words; those by rule are whole.
    fn cut(&self, sentence: &str, wholes: &[Whole], spans: &mut Vec<Span>) {
        let mut start = 0;
        for whole in wholes {
            self.cut_between(sentence, start, whole.span.start as usize, spans);
            spans.push(whole.span);
            start = whole.span.end as usize;
        }
        self.cut_between(sentence, start, sentence.len(), spans);
    }

    fn cut_between(&self, sentence: &str, start: usize, end: usize, spans: &mut Vec<Span>) {
        let stretch = sentence.get(start..end).unwrap_or("");
        let mut at = start;
        for piece in stretch.split_inclusive(char::is_whitespace) {
            let chunk = piece.trim_end_matches(char::is_whitespace);
            if !chunk.is_empty() {
                self.cut_chunk(chunk, at, sentence.get(at + chunk.len()..).unwrap_or(""), spans);
            }
            at += piece.len();
        }
    }

    fn cut_chunk(&self, chunk: &str, at: usize, after: &str, spans: &mut Vec<Span>) {
        let mut start = 0;
        for place in places(chunk, &self.fused) {
            let features = cut_features(chunk, start, place, after);
            if self.cuts.best(&features, &[0, 1]) == Some(1) {
                spans.push(Span::new(at + start, at + place));
                start = place;
            }
        }
        spans.push(Span::new(at + start, at + chunk.len()));
    }

    /// Classes words from left to right.
    fn class(&self, sentence: &str, spans: &[Span], tags: &mut Vec<u8>) {
        tags.clear();
        let form = |index: usize| spans.get(index.wrapping_sub(2)).map_or("", |span| span.of(sentence));
        let mut before = [0, 0];
        for index in 0..spans.len() {
            let around: [&str; 5] = std::array::from_fn(|place| form(index + place));
            let [_, _, here, ..] = around;
            let choices = self.dictionary.get(&hash(SEED, here.as_bytes())).unwrap_or(&self.all_tags);
            let tag = match choices.as_slice() {
                [only] => *only,
                choices => self.classes.best(&tag_features(&around, before), choices).unwrap_or(0),
            };
            tags.push(tag);
            before = [before[1], tag];
        }
    }

    /// The rule of the longest ending that has one.
    fn lemma(&self, form: &str, tag: u8) -> Lemma<'_> {
        let lower = form.to_lowercase();
        let mut endings = (0..=lower.len()).filter_map(|start| Some((start, lower.get(start..)?)));
        let rule = endings.find_map(|(start, ending)| {
            (start == 0 || ending.len() <= ENDING).then(|| self.rules.get(&ending_hash(tag, ending, start == 0)))?
        });
        let Some(LemmaRule { cut, add }) = rule else { return Lemma::Form };
        let keep = form.len().saturating_sub(*cut);
        match (lower == form || add.starts_with('='), *cut, add.trim_start_matches('=')) {
            (true, 0, "") => Lemma::Form,
            (false, 0, "") => Lemma::Lowercase,
            (true, _, add) => Lemma::Suffix { keep: keep as u32, add },
            (false, _, add) => Lemma::LowercaseSuffix { keep: keep as u32, add },
        }
    }
}

/// The memory of a tagger, used again for each sentence.
#[derive(Clone, Debug, Default)]
pub struct Buffers {
    wholes: Vec<Whole>,
    spans: Vec<Span>,
    tags: Vec<u8>,
}

fn text<'c>(file: &'c Container, name: &'static str) -> Result<&'c str, ModelError> {
    std::str::from_utf8(file.section(name)?).map_err(|_| ModelError::Damaged(name))
}

fn classifier(file: &Container, name: &'static str) -> Result<Classifier, ModelError> {
    let weights = file.section(name)?.iter().map(|weight| weight.cast_signed()).collect();
    Classifier::new(weights).ok_or(ModelError::Damaged(name))
}

fn fused(line: &str) -> Option<(String, usize)> {
    let (word, place) = line.split_once('\t')?;
    Some((word.to_owned(), place.parse().ok()?))
}

fn entry(line: &str) -> Option<(u32, Vec<u8>)> {
    let (word, letters) = line.split_once('\t')?;
    Some((hash(SEED, word.as_bytes()), letters.bytes().map(|letter| letter.wrapping_sub(b'!')).collect()))
}

fn rule(line: &str) -> Option<(u32, LemmaRule)> {
    let mut columns = line.split('\t');
    let (tag, ending, cut, add) = (columns.next()?, columns.next()?, columns.next()?, columns.next()?);
    let (whole, ending) = ending.strip_prefix('^').map_or((false, ending), |ending| (true, ending));
    let rule = LemmaRule { cut: cut.parse().ok()?, add: add.to_owned() };
    Some((ending_hash(tag.parse().ok()?, ending, whole), rule))
}

/// The key of a lemma rule: a part of speech, and an ending or a whole word in lower case.
fn ending_hash(tag: u8, ending: &str, whole: bool) -> u32 {
    join(u32::from(tag) * 2 + u32::from(whole), &[hash(SEED, ending.as_bytes())])
}

/// The places inside a stretch without spaces at which it may be cut, in bytes: beside marks, between letters and digits,
/// before a contracted "not", and inside words that are written as one.
pub fn places(chunk: &str, fused: &HashMap<String, usize>) -> Vec<usize> {
    if chunk.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        let inside = (chunk.len() <= 12).then(|| fused.get(&chunk.to_ascii_lowercase())).flatten();
        return inside.copied().into_iter().collect();
    }
    let mut places = Vec::new();
    let mut last = None;
    for (place, character) in chunk.char_indices() {
        let rest = chunk.as_bytes().get(place..).unwrap_or_default();
        let not = matches!(rest, [b'n' | b'N', b'\'', b't' | b'T', ..]) || rest.starts_with("n’t".as_bytes());
        let between = |last: char| {
            !(last.is_alphabetic() && character.is_alphabetic()) && !(last.is_numeric() && character.is_numeric())
        };
        if last.is_some_and(|last| not || between(last)) {
            places.push(place);
        }
        last = Some(character);
    }
    places
}

/// How many features the choice to cut has.
pub const CUT_FEATURES: usize = 20;

/// What the choice looks at: the characters around a place, the pieces on both sides, and what follows the stretch.
pub fn cut_features(chunk: &str, start: usize, place: usize, after: &str) -> [u32; CUT_FEATURES] {
    let (before, rest) = (chunk.get(start..place).unwrap_or(""), chunk.get(place..).unwrap_or(""));
    let mut left = chunk.get(..place).unwrap_or("").chars().rev().map(lower);
    let mut right = rest.chars().map(lower);
    let [first, second, third] = std::array::from_fn(|_| left.next().unwrap_or(1));
    let [next, after_next, last] = std::array::from_fn(|_| right.next().unwrap_or(1));
    let run = |piece: &str| hash(SEED, piece.to_lowercase().as_bytes());
    let word_before = before.rsplit(|character: char| !character.is_alphanumeric()).next().unwrap_or("");
    let word_after =
        rest.split(|character: char| !character.is_alphanumeric()).find(|word| !word.is_empty()).unwrap_or("");
    let kinds = |text: &str| hash(SEED, &text.chars().take(4).map(kind).collect::<Vec<_>>());
    let ahead = after.trim_start().chars().next().map_or(b'$', kind);
    let (whole, before_hash, rest_hash) = (run(chunk), run(before), run(rest));
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
        join(11, &[whole, place as u32]),
        join(12, &[run(word_before), first, next]),
        join(13, &[run(word_after), first, next]),
        join(14, &[kinds(rest), first]),
        join(15, &[kinds(before), next]),
        join(16, &[next, rest.len().min(3) as u32, u32::from(ahead)]),
        join(17, &[kinds(chunk), first, next, u32::from(start == 0)]),
        join(18, &[before_hash, next, u32::from(ahead)]),
        join(19, &[run(word_before), run(word_after), first, next]),
    ]
}

fn lower(character: char) -> u32 {
    u32::from(character.to_lowercase().next().unwrap_or(character))
}

fn kind(character: char) -> u8 {
    match character {
        _ if character.is_uppercase() => b'A',
        _ if character.is_alphabetic() => b'a',
        _ if character.is_numeric() => b'0',
        _ if character.is_ascii_punctuation() => character as u8,
        _ => b'?',
    }
}

/// How many features the class of a word has.
pub const TAG_FEATURES: usize = 22;

/// What the class of a word looks at: its form and looks, its neighbours, and the classes before it.
pub fn tag_features(around: &[&str; 5], before: [u8; 2]) -> [u32; TAG_FEATURES] {
    let [second_left, left, here, right, second_right] = *around;
    let small = here.to_lowercase();
    let whole = |word: &str| hash(SEED, word.to_lowercase().as_bytes());
    let ending = |word: &str, length: usize| {
        let start = word.char_indices().rev().nth(length - 1).map_or(0, |(start, _)| start);
        hash(SEED, word.get(start..).unwrap_or("").as_bytes())
    };
    let beginning = |length: usize| {
        let end = small.char_indices().nth(length).map_or(small.len(), |(end, _)| end);
        hash(SEED, small.get(..end).unwrap_or("").as_bytes())
    };
    let (word, last, tag) = (whole(here), u32::from(before[1]), u32::from(before[0]) << 8 | u32::from(before[1]));
    let look = look(here);
    [
        join(0, &[]),
        join(1, &[word]),
        join(2, &[hash(SEED, here.as_bytes())]),
        join(3, &[ending(&small, 1)]),
        join(4, &[ending(&small, 2)]),
        join(5, &[ending(&small, 3)]),
        join(6, &[ending(&small, 4)]),
        join(7, &[beginning(1)]),
        join(8, &[beginning(3)]),
        join(9, &[look]),
        join(10, &[look, u32::from(left.is_empty())]),
        join(11, &[last]),
        join(12, &[tag]),
        join(13, &[last, word]),
        join(14, &[whole(left)]),
        join(15, &[whole(second_left)]),
        join(16, &[whole(right)]),
        join(17, &[whole(second_right)]),
        join(18, &[ending(&right.to_lowercase(), 3), last]),
        join(19, &[last, ending(&small, 3)]),
        join(20, &[word, whole(right)]),
        join(21, &[word, whole(left)]),
    ]
}

/// The kinds of a word's characters, repeated ones once.
fn look(word: &str) -> u32 {
    let mut kinds: Vec<u8> = word.chars().map(kind).collect();
    kinds.dedup();
    hash(SEED, &kinds)
}
