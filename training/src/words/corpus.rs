//! Sentences to learn from and to measure on: gold, and the teacher's analyses of raw prose.

use anyhow::{Context, Result};
use article_analyzer::tokens::characters::{Characters, Kind};
use flate2::read::GzDecoder;
use serde::Deserialize;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

/// White space between words is a word of its own to the lattice.
pub const BLANK: &str = "空白";

/// A sentence with its words, white space left out.
#[derive(Debug, Deserialize)]
pub struct Sentence {
    /// As written.
    pub text: String,
    /// Its words, in order.
    #[serde(rename = "tokens")]
    pub words: Vec<Word>,
}

/// A word of gold or of a teacher. Offsets count code points.
#[derive(Debug, Deserialize)]
pub struct Word {
    /// Where it starts.
    #[serde(rename = "s")]
    pub start: usize,
    /// Where it has ended.
    #[serde(rename = "e")]
    pub end: usize,
    /// As written.
    pub form: String,
    /// Dictionary form.
    pub lemma: String,
    /// Universal part of speech; empty from a teacher.
    pub upos: String,
    /// Part of speech of the language's own standard.
    pub xpos: String,
    /// Origin as the teacher has it; empty in gold.
    #[serde(default)]
    pub origin: String,
}

/// A word as the lattice sees it: folded characters and a part of speech.
pub struct Span {
    /// Characters, half-open.
    pub span: std::ops::Range<usize>,
    /// Part of speech.
    pub tag: String,
}

impl Sentence {
    /// The words as spans of folded characters, white space among them. None where a word ends inside a character.
    pub fn spans(&self, characters: &Characters) -> Option<Vec<Span>> {
        let mut bytes: Vec<usize> = self.text.char_indices().map(|(byte, _)| byte).collect();
        bytes.push(self.text.len());
        let index = |point: usize| {
            let byte = *bytes.get(point)?;
            let index = characters.index_of_byte(byte);
            (characters.byte(index) == byte).then_some(index)
        };
        let (mut spans, mut last) = (Vec::new(), 0);
        for word in &self.words {
            let (start, end) = (index(word.start)?, index(word.end)?);
            push_blank(&mut spans, last..start, characters);
            spans.push(Span { span: start..end, tag: word.xpos.clone() });
            last = end;
        }
        push_blank(&mut spans, last..characters.len(), characters);
        spans.iter().all(|span| !span.span.is_empty()).then_some(spans)
    }
}

fn push_blank(spans: &mut Vec<Span>, span: std::ops::Range<usize>, characters: &Characters) {
    let blank = span.clone().all(|index| characters.kind(index) == Kind::Space);
    if !span.is_empty() && blank {
        spans.push(Span { span, tag: BLANK.to_owned() });
    }
}

/// Reads a gzip file of gold, one JSON sentence a line.
pub fn gold(path: &Path) -> Result<Vec<Sentence>> {
    let file = File::open(path).with_context(|| format!("gold data is needed: {}", path.display()))?;
    let lines = BufReader::new(GzDecoder::new(file)).lines();
    lines
        .map(|line| {
            let mut sentence: Sentence = serde_json::from_str(&line?)?;
            part(&mut sentence.words);
            Ok(sentence)
        })
        .collect()
}

/// Gives the words of a contraction, which all stand at the whole of it, places of their own.
fn part(words: &mut [Word]) {
    for run in words.chunk_by_mut(|left, right| (left.start, left.end) == (right.start, right.end)) {
        let lengths: usize = run.iter().map(|word| word.form.chars().count()).sum();
        let Some(mut start) = run.first().filter(|word| word.start + lengths == word.end).map(|word| word.start) else {
            continue;
        };
        for word in run {
            word.start = start;
            start += word.form.chars().count();
            word.end = start;
        }
    }
}

/// Raw prose with a teacher's words: what may be trained on, and what is held back.
pub struct Taught {
    /// To train on.
    pub train: Vec<Sentence>,
    /// To measure agreement on.
    pub held: Vec<Sentence>,
}

/// Reads what `teach.py` wrote.
pub fn taught(path: &Path) -> Result<Taught> {
    let file = File::open(path).with_context(|| path.display().to_string())?;
    let mut taught = Taught { train: Vec::new(), held: Vec::new() };
    for line in BufReader::new(file).lines() {
        let line = line?;
        let mut fields = line.split('\u{1e}');
        let split = fields.next().unwrap_or("");
        let sentence = taught_sentence(fields).context("a word of the teacher lacks a field")?;
        if split == "held" { taught.held.push(sentence) } else { taught.train.push(sentence) }
    }
    Ok(taught)
}

fn taught_sentence<'l>(words: impl Iterator<Item = &'l str>) -> Option<Sentence> {
    let mut sentence = Sentence { text: String::new(), words: Vec::new() };
    let mut start = 0;
    for word in words {
        let mut fields = word.split('\u{1f}').map(str::to_owned);
        let (form, xpos, _, _, lemma, origin) =
            (fields.next()?, fields.next()?, fields.next()?, fields.next()?, fields.next()?, fields.next()?);
        let end = start + form.chars().count();
        sentence.text.push_str(&form);
        if xpos != BLANK {
            sentence.words.push(Word { start, end, form, lemma, upos: String::new(), xpos, origin });
        }
        start = end;
    }
    Some(sentence)
}
