//! Words of a language that is written with spaces: a classifier says where stretches between spaces are cut, another
//! classes the words from left to right by words and groups of words, and irregular forms, rules over a list of base words,
//! and rules learned with their exceptions make dictionary forms.
//!
//! | section | what |
//! | --- | --- |
//! | `lang` | BCP 47 code of the language |
//! | `tags` | classes, one a line: part of speech of the language's own standard, a space, the universal one; the first line, the sentence's edge, is empty |
//! | `cutw` | weights of the classifier that cuts, [sparse](packed::sparse) |
//! | `fuse` | words written as one, one a line: the word, a tab, the bytes before the cut |
//! | `dict` | frequent words as they are written, with the classes they have, one a line: the word, a tab, letters from `!` on |
//! | `ambi` | the same of words in lower case, by which words that may be the same things are known |
//! | `open` | the classes that other words may have, as letters |
//! | `tagw` | weights of the classifier that classes, [sparse](packed::sparse) |
//! | `lemm` | rules of dictionary forms, one a line: number of the class, ending (after `^` a whole word), bytes cut off, what is added (after `=` capitals stay) |
//!
//! The other sections are those of [`Inflection::read`] and [`Clusters::read`].

use super::classifier::{Classifier, SEED, hash, join};
use super::clusters::Clusters;
use super::container::{Container, ModelError, ModelKind};
use super::inflection::Inflection;
use super::own::{self, OwnMatch};
use super::rows::Rows;
use super::whole::{self, Whole};
use super::word_cuts::{Chunk, find_places, fused_key};
use super::word_features::{self, FEATURES, Lexicon, Word};
use super::{Lemma, Token, packed};
use crate::report::Upos;
use crate::span::Span;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// A tagger of words between spaces.
#[derive(Clone, Debug)]
pub struct LinearModel {
    source: [u8; 32],
    language: String,
    tags: Vec<Tag>,
    cuts: Classifier,
    /// Where words that are written as one are cut, by [`fused_key`].
    fused: FxHashMap<u32, usize>,
    lexicon: Lexicon,
    open: Vec<u8>,
    classes: Rows,
    rules: FxHashMap<u32, LemmaRule>,
}

/// A class: a part of speech by two standards.
#[derive(Clone, Debug)]
struct Tag {
    xpos: String,
    upos: Upos,
    /// The classes of its forms in the rules of inflection.
    forms: u16,
}

/// How a dictionary form is made: bytes cut off the form, and what is added.
#[derive(Clone, Debug)]
struct LemmaRule {
    cut: usize,
    add: String,
}

/// The class of a place at which a word ends.
pub const CUT: u8 = 1;
/// The longest ending that a lemma rule looks at, in bytes.
pub const ENDING: usize = 6;

impl LinearModel {
    /// Reads a model file.
    ///
    /// # Errors
    /// Whatever [`ModelError`] says; any bytes give a model or an error.
    pub fn from_bytes(bytes: &[u8]) -> Result<LinearModel, ModelError> {
        let file = Container::read(bytes, ModelKind::Linear)?;
        let inflection = Inflection::read(&file)?;
        let choices = lines(&file, "dict", entry)?;
        let ambiguity: FxHashMap<u32, Vec<u8>> = lines(&file, "ambi", entry)?;
        let ambiguity = ambiguity.into_iter().map(|(word, tags)| (word, hash(SEED, &tags))).collect();
        let tags = file.text("tags")?.split('\n').map(|line| tag(line, &inflection)).collect::<Option<_>>();
        Ok(LinearModel {
            source: file.source,
            language: file.text("lang")?.to_owned(),
            tags: tags.ok_or(ModelError::Damaged("tags"))?,
            cuts: weights(&file, "cutw", Classifier::new)?,
            fused: lines(&file, "fuse", fused)?,
            lexicon: Lexicon { clusters: Clusters::read(&file)?, choices, ambiguity, inflection },
            open: numbers(file.text("open")?),
            classes: weights(&file, "tagw", Rows::new)?,
            rules: lines(&file, "lemm", rule)?,
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
        self.tokenize_with(&[], (sentence, offset), buffers, tokens);
    }

    /// Adds the words of a sentence as [`tokenize`](LinearModel::tokenize) does, none of which ends inside a word of
    /// the caller or holds an end of one.
    pub fn tokenize_with<'m>(
        &'m self,
        own: &[OwnMatch],
        (sentence, offset): (&str, usize),
        buffers: &mut Buffers,
        tokens: &mut Vec<Token<'m>>,
    ) {
        whole::find(sentence, &mut buffers.wholes);
        self.cut(sentence, own, buffers);
        self.class(sentence, buffers);
        let Buffers { wholes, spans, tags, lower, .. } = buffers;
        let known = tokens.len();
        tokens.extend(spans.iter().zip(tags.iter()).map(|(span, number)| {
            let tag = self.tags.get(usize::from(*number));
            Token {
                span: span.shifted(offset),
                upos: tag.map_or(Upos::X, |tag| tag.upos),
                xpos: tag.map(|tag| tag.xpos.as_str()),
                lemma: self.lemma(span.of(sentence), *number, tag.map_or(0, |tag| tag.forms), lower),
                origin: None,
            }
        }));
        // The English treebanks class addresses, handles and hashtags as proper nouns.
        whole::mark(tokens.get_mut(known..).unwrap_or_default(), wholes, offset, Some(Upos::Propn));
    }

    /// Cuts a sentence into words; those by rule are whole.
    fn cut(&self, sentence: &str, own: &[OwnMatch], buffers: &mut Buffers) {
        let Buffers { wholes, spans, places, .. } = buffers;
        spans.clear();
        let mut start = 0;
        for whole in wholes.iter() {
            self.cut_between(sentence, start..whole.span.start as usize, own, places, spans);
            spans.push(whole.span);
            start = whole.span.end as usize;
        }
        self.cut_between(sentence, start..sentence.len(), own, places, spans);
    }

    fn cut_between(
        &self,
        sentence: &str,
        stretch: Range<usize>,
        own: &[OwnMatch],
        places: &mut Vec<usize>,
        spans: &mut Vec<Span>,
    ) {
        let mut at = stretch.start;
        let stretch = sentence.get(stretch).unwrap_or("");
        for piece in stretch.split_inclusive(char::is_whitespace) {
            let chunk = piece.trim_end_matches(char::is_whitespace);
            if !chunk.is_empty() {
                find_places(chunk, &self.fused, places);
                self.cut_chunk(sentence, at..at + chunk.len(), own, places, spans);
            }
            at += piece.len();
        }
    }

    fn cut_chunk(
        &self,
        sentence: &str,
        chunk: Range<usize>,
        own: &[OwnMatch],
        places: &[usize],
        spans: &mut Vec<Span>,
    ) {
        let (at, length, mut start) = (chunk.start, chunk.len(), 0);
        if !places.is_empty() {
            let chunk = Chunk::new(sentence, chunk);
            for place in places {
                let choice = || self.cuts.score(&chunk.features(start, *place), CUT) > 0;
                if own::cuts(own, at + place).unwrap_or_else(choice) {
                    spans.push(Span::new(at + start, at + place));
                    start = *place;
                }
            }
        }
        spans.push(Span::new(at + start, at + length));
    }

    /// Classes words from left to right.
    fn class(&self, sentence: &str, buffers: &mut Buffers) {
        let Buffers { spans, tags, words, lower, .. } = buffers;
        tags.clear();
        words.clear();
        words.extend(spans.iter().map(|span| {
            lower_case(span.of(sentence), lower);
            Word::read(span.of(sentence), lower, &self.lexicon)
        }));
        let capitals = word_features::capitals(words);
        let mut features = [0; FEATURES];
        let mut before = [0, 0];
        for index in 0..words.len() {
            let around = around(words, index);
            let choices = self.lexicon.choices.get(&around[2].exact).unwrap_or(&self.open);
            let tag = match choices.as_slice() {
                [only] => *only,
                choices => {
                    word_features::fixed(&around, index == 0, capitals, &mut features);
                    word_features::history(&around, before, &mut features);
                    self.classes.best(&features, choices).unwrap_or(0)
                }
            };
            tags.push(tag);
            before = [before[1], tag];
        }
    }

    /// The dictionary form: by the rule of the whole word; of a number itself; by inflection; by the rule of the longest
    /// ending that has one. `forms` are the classes of inflection that the word's class has.
    fn lemma(&self, form: &str, tag: u8, forms: u16, lower: &mut String) -> Lemma<'_> {
        lower_case(form, lower);
        let whole = self.rules.get(&ending_hash(tag, lower, true));
        if whole.is_none() && is_number(form) {
            return if form.contains(',') { Lemma::Number } else { Lemma::Form };
        }
        if whole.is_none()
            && forms != 0
            && lower.len() == form.len()
            && let Some(base) = self.lexicon.inflection.base(lower, forms)
        {
            return lemma(lower == form, base.keep, base.keep == form.len(), base.add);
        }
        let ending = || {
            let starts = (0..=lower.len()).skip(lower.len().saturating_sub(ENDING).max(1));
            let mut endings = starts.filter_map(|start| lower.get(start..));
            endings.find_map(|ending| self.rules.get(&ending_hash(tag, ending, false)))
        };
        // The endings of 3,200 are none of 3200.
        if whole.is_none() && form.bytes().all(|byte| byte.is_ascii_digit()) {
            return Lemma::Form;
        }
        let Some(LemmaRule { cut, add }) = whole.or_else(ending) else { return Lemma::Form };
        let is_kept = lower == form || add.starts_with('=');
        lemma(is_kept, form.len().saturating_sub(*cut), *cut == 0, add.trim_start_matches('='))
    }
}

/// Whether a word is a number in digits, with or without marks of thousands and decimals.
pub fn is_number(form: &str) -> bool {
    form.starts_with(|first: char| first.is_ascii_digit())
        && form.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b',' | b'.'))
}

/// The first `keep` bytes of a form and what is added, in lower case where capitals do not stay.
fn lemma(is_kept: bool, keep: usize, is_whole: bool, add: &str) -> Lemma<'_> {
    match (is_kept, is_whole && add.is_empty()) {
        (true, true) => Lemma::Form,
        (false, true) => Lemma::Lowercase,
        (true, false) => Lemma::Suffix { keep: keep as u32, add },
        (false, false) => Lemma::LowercaseSuffix { keep: keep as u32, add },
    }
}

/// A word between its two left and two right neighbours.
pub fn around(words: &[Word], index: usize) -> [Word; 5] {
    let at = |place: usize| (index + place).checked_sub(2).and_then(|index| words.get(index)).copied();
    std::array::from_fn(|place| at(place).unwrap_or_default())
}

/// Puts a form in lower case into a buffer.
pub fn lower_case(form: &str, lower: &mut String) {
    lower.clear();
    lower.extend(form.chars().flat_map(char::to_lowercase));
}

/// The memory of a tagger, used again for each sentence.
#[derive(Clone, Debug, Default)]
pub struct Buffers {
    wholes: Vec<Whole>,
    places: Vec<usize>,
    spans: Vec<Span>,
    words: Vec<Word>,
    lower: String,
    tags: Vec<u8>,
}

/// The rows of a section of lines.
fn lines<T: FromIterator<R>, R>(
    file: &Container,
    name: &'static str,
    row: impl Fn(&str) -> Option<R>,
) -> Result<T, ModelError> {
    file.text(name)?.lines().map(row).collect::<Option<_>>().ok_or(ModelError::Damaged(name))
}

/// What is made of the weights of a section.
fn weights<T>(file: &Container, name: &'static str, make: impl Fn(Vec<i8>) -> Option<T>) -> Result<T, ModelError> {
    packed::sparse(file.section(name)?).and_then(make).ok_or(ModelError::Damaged(name))
}

fn tag(line: &str, inflection: &Inflection) -> Option<Tag> {
    let (xpos, upos) = if line.is_empty() { ("", "X") } else { line.split_once(' ')? };
    let upos = super::upos::ALL.into_iter().find(|other| other.tag() == upos)?;
    Some(Tag { xpos: xpos.to_owned(), upos, forms: inflection.classes_of(xpos) })
}

fn numbers(letters: &str) -> Vec<u8> {
    letters.bytes().map(|letter| letter.wrapping_sub(b'!')).collect()
}

fn fused(line: &str) -> Option<(u32, usize)> {
    let (word, place) = line.split_once('\t')?;
    Some((fused_key(word), place.parse().ok()?))
}

fn entry(line: &str) -> Option<(u32, Vec<u8>)> {
    let (word, letters) = line.split_once('\t')?;
    Some((hash(SEED, word.as_bytes()), numbers(letters)))
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
