//! Gold names, as what each token may be: sets that tell fewer labels apart, or others, leave several open.

use article_analyzer::Span;
use article_analyzer::report::{EntityLabel, Origin, Upos};
use article_analyzer::tags::names::labels::{self, LABELS, TAGS};
use article_analyzer::tokens::{Lemma, Token};
use serde::Deserialize;

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

#[derive(Deserialize)]
struct Row {
    text: String,
    tokens: Vec<(usize, usize, String, String)>,
    ents: Vec<GoldName>,
}

#[derive(Deserialize)]
struct GoldName {
    s: usize,
    e: usize,
    label: String,
}

/// Reads sentences; `keep` says which lines are taken.
pub fn read(path: &std::path::Path, convention: &Convention, keep: impl Fn(usize) -> bool) -> Vec<Example> {
    let data = std::fs::read_to_string(path).unwrap();
    let rows = data.lines().enumerate().filter(|(number, _)| keep(*number));
    rows.map(|(_, line)| example(serde_json::from_str(line).unwrap(), convention)).collect()
}

fn example(row: Row, convention: &Convention) -> Example {
    let mut places: Vec<usize> = row.text.char_indices().map(|(place, _)| place).collect();
    places.push(row.text.len());
    let tokens: Vec<Token<'static>> = row
        .tokens
        .iter()
        .filter(|token| token.2 != "空白")
        .map(|(start, end, class, origin)| Token {
            span: Span::new(places[*start], places[*end]),
            upos: Upos::X,
            xpos: Some(Box::leak(class.clone().into_boxed_str())),
            lemma: Lemma::Form,
            origin: origin_of(origin),
        })
        .collect();
    let outside = convention.unmarked.iter().fold(1, |mask, label| mask | mask_of(*label, true) | mask_of(*label, false));
    let mut allowed = vec![outside; tokens.len()];
    let mut gold = Vec::new();
    for name in &row.ents {
        let span = Span::new(places[name.s], places[name.e]);
        let Some(reading) = convention.readings.iter().find(|reading| reading.label == name.label) else { continue };
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

fn origin_of(mark: &str) -> Option<Origin> {
    Some(match mark {
        "和" => Origin::Native,
        "漢" => Origin::Sinitic,
        "外" => Origin::Foreign,
        "混" => Origin::Mixed,
        "固" => Origin::Proper,
        "記号" => Origin::Symbol,
        _ => return None,
    })
}
