//! Gold names, as what each token may be: sets that tell fewer labels apart, or others, leave several open.

use anyhow::{Context, Result};
use article_analyzer::Span;
use article_analyzer::languages::Language;
use article_analyzer::report::EntityLabel;
use article_analyzer::tags::names::labels::{self, LABELS, TAGS};
use article_analyzer::tokens::{Buffers, Models, Token};
use flate2::read::GzDecoder;
use serde::Deserialize;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

/// A sentence with its gold.
pub struct Example {
    pub text: String,
    pub tokens: Vec<Token<'static>>,
    /// The tags that each token may have, a bit each.
    pub allowed: Vec<u32>,
    /// Gold names that are measured, by span and label.
    pub gold: Vec<(Span, EntityLabel)>,
}

/// What a label of a gold set stands for.
pub struct Reading {
    /// The set's label.
    pub label: &'static str,
    /// Ours that it may be; empty where the set does not say.
    pub may_be: &'static [EntityLabel],
}

/// How a gold set is read.
pub struct Convention {
    pub name: &'static str,
    pub readings: &'static [Reading],
    /// Labels that tokens outside all its names may have beside none at all: those that it does not mark.
    pub unmarked: &'static [EntityLabel],
    /// Whether facilities are measured as locations.
    pub facility_is_location: bool,
}

use EntityLabel::*;

const fn reading(label: &'static str, may_be: &'static [EntityLabel]) -> Reading {
    Reading { label, may_be }
}

/// UD Japanese GSD with its OntoNotes-like names.
pub static GSD: Convention = Convention {
    name: "GSD",
    readings: &[
        reading("PERSON", &[Person]),
        reading("PET_NAME", &[Person]),
        reading("ORG", &[Organization]),
        reading("NORP", &[Norp]),
        reading("GPE", &[Location]),
        reading("LOC", &[Location]),
        reading("FAC", &[Facility]),
        reading("PRODUCT", &[Product, Work]),
        reading("WORK_OF_ART", &[Work, Product]),
        reading("EVENT", &[Event]),
        reading("LAW", &[Work, Product, Norp]),
        reading("MOVEMENT", &[Event, Norp]),
    ],
    unmarked: &[],
    facility_is_location: true,
};

/// Stockmark's names in Wikipedia.
pub static STOCKMARK: Convention = Convention {
    name: "Stockmark",
    readings: &[
        reading("人名", &[Person]),
        reading("法人名", &[Organization]),
        reading("政治的組織名", &[Organization]),
        reading("その他の組織名", &[Organization]),
        reading("地名", &[Location]),
        reading("施設名", &[Facility]),
        reading("製品名", &[Product, Work]),
        reading("イベント名", &[Event]),
    ],
    unmarked: &[Norp],
    facility_is_location: false,
};

/// The Wikipedia Annotated Corpus, in the classes of IREX.
pub static WAC: Convention = Convention {
    name: "WAC",
    readings: &[
        reading("PERSON", &[Person]),
        reading("ORGANIZATION", &[Organization, Norp]),
        reading("LOCATION", &[Location, Facility]),
        reading("ARTIFACT", &[Product, Work, Event]),
        reading("OPTIONAL", &[]),
    ],
    unmarked: &[],
    facility_is_location: true,
};

/// Sentences of the project's own, in its own labels.
pub static OWN: Convention = Convention {
    name: "own",
    readings: &[
        reading("person", &[Person]),
        reading("organization", &[Organization]),
        reading("location", &[Location]),
        reading("facility", &[Facility]),
        reading("product", &[Product]),
        reading("event", &[Event]),
        reading("work", &[Work]),
    ],
    unmarked: &[],
    facility_is_location: true,
};

/// UniversalNER's names in EWT.
pub static UNER: Convention = Convention {
    name: "UNER EWT",
    readings: &[reading("PER", &[Person]), reading("ORG", &[Organization]), reading("LOC", &[Location, Facility])],
    unmarked: &[],
    facility_is_location: true,
};

/// The names of the workshop on noisy text of 2017.
pub static WNUT: Convention = Convention {
    name: "WNUT 2017",
    readings: &[
        reading("person", &[Person]),
        reading("corporation", &[Organization]),
        reading("group", &[Organization, Norp]),
        reading("location", &[Location, Facility]),
        reading("product", &[Product]),
        reading("creative-work", &[Work]),
    ],
    unmarked: &[],
    facility_is_location: true,
};

/// A sentence as a gold set has it.
#[derive(Clone, Deserialize)]
pub struct Row {
    pub text: String,
    #[serde(rename = "ents")]
    pub names: Vec<GoldName>,
}

/// A name; where it stands is counted in code points.
#[derive(Clone, Deserialize)]
pub struct GoldName {
    #[serde(rename = "s")]
    pub start: usize,
    #[serde(rename = "e")]
    pub end: usize,
    pub label: String,
}

/// What cuts the words, the same as at run time.
pub struct Cutter {
    models: &'static Models,
    language: &'static Language,
    buffers: Buffers,
}

impl Cutter {
    /// With the models that are built in.
    pub fn new(models: &'static Models, language: &'static Language) -> Cutter {
        Cutter { models, language, buffers: Buffers::default() }
    }

    /// The words of a sentence.
    pub fn cut(&mut self, text: &str) -> Vec<Token<'static>> {
        let mut tokens = Vec::new();
        self.models.tokenize(self.language, text, 0, &mut self.buffers, &mut tokens);
        tokens
    }
}

/// The lines of a gzip file.
pub fn lines(path: &Path) -> Result<Vec<String>> {
    let file = File::open(path).with_context(|| format!("data is needed: {}", path.display()))?;
    Ok(BufReader::new(GzDecoder::new(file)).lines().collect::<std::io::Result<_>>()?)
}

/// The sentences of a gold set; `keep` says by their numbers which.
pub fn read(path: &Path, keep: impl Fn(usize) -> bool) -> Result<Vec<Row>> {
    let lines = lines(path)?;
    let kept = lines.iter().enumerate().filter(|(number, _)| keep(*number));
    kept.map(|(_, line)| Ok(serde_json::from_str(line)?)).collect()
}

/// The project's own sentences in a file: one a line, names in it as `[label:name]`, comments after `#`.
pub fn own(path: &Path) -> Result<Vec<Row>> {
    let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    text.lines().filter(|line| !line.starts_with('#')).map(own_row).collect()
}

fn own_row(line: &str) -> Result<Row> {
    let mut row = Row { text: String::new(), names: Vec::new() };
    let mut pieces = line.split('[');
    row.text.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let (label, rest) = piece.split_once(':').with_context(|| format!("no label in {line}"))?;
        let (name, rest) = rest.split_once(']').with_context(|| format!("no end of a name in {line}"))?;
        OWN.reading(label).with_context(|| format!("no such label in {line}"))?;
        let start = row.text.chars().count();
        row.names.push(GoldName { start, end: start + name.chars().count(), label: label.to_owned() });
        row.text.push_str(name);
        row.text.push_str(rest);
    }
    Ok(row)
}

impl Convention {
    /// What the names of a label may be; `None` where the set's label is not read.
    pub fn reading(&self, label: &str) -> Option<&'static Reading> {
        self.readings.iter().find(|reading| reading.label == label)
    }
}

/// What each token of a sentence may be.
pub fn example(row: Row, convention: &Convention, cutter: &mut Cutter) -> Example {
    let mut places: Vec<usize> = row.text.char_indices().map(|(place, _)| place).collect();
    places.push(row.text.len());
    let tokens = cutter.cut(&row.text);
    let outside =
        convention.unmarked.iter().fold(1, |mask, label| mask | mask_of(*label, true) | mask_of(*label, false));
    let mut allowed = vec![outside; tokens.len()];
    let mut gold = Vec::new();
    for name in &row.names {
        let span = Span::new(places[name.start], places[name.end]);
        let Some(reading) = convention.reading(&name.label) else { continue };
        mark(&tokens, &mut allowed, span, reading.may_be);
        if let Some(label) = reading.may_be.first() {
            let is_location = *label == Facility && convention.facility_is_location;
            gold.push((span, if is_location { Location } else { *label }));
        }
    }
    Example { text: row.text, tokens, allowed, gold }
}

/// Allows the tokens of a name its labels. A token that the name holds only in part may be anything.
fn mark(tokens: &[Token<'_>], allowed: &mut [u32], span: Span, may_be: &[EntityLabel]) {
    let touched: Vec<usize> = (0..tokens.len()).filter(|place| tokens[*place].span.overlaps(span)).collect();
    let (Some(first), Some(last)) = (touched.first().copied(), touched.last().copied()) else { return };
    let fits = tokens[first].span.start == span.start && tokens[last].span.end == span.end;
    for place in touched {
        allowed[place] = if !fits || may_be.is_empty() {
            (1 << TAGS) - 1
        } else {
            may_be.iter().fold(0, |mask, label| mask | mask_of(*label, place == first))
        };
    }
}

fn mask_of(label: EntityLabel, begins: bool) -> u32 {
    let Some(number) = LABELS.iter().position(|known| *known == label) else { return 0 };
    1 << if begins { labels::begins(number) } else { labels::goes_on(number) }
}
