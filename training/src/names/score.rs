//! Precision, recall and F1 of exact spans with their labels.

use super::corpus::{Convention, Example};
use anyhow::Result;
use article_analyzer::report::{Entity, EntityLabel, OffsetUnit};
use article_analyzer::tags::names::labels::LABELS;
use article_analyzer::tags::names::model::{Decoder, NameModel};
use article_analyzer::{Analyzer, Options, Span};
use std::collections::BTreeMap;
use std::fmt;
use std::time::Instant;

#[derive(Clone, Copy, Debug, Default)]
pub struct Counts {
    pub right: usize,
    pub found: usize,
    pub gold: usize,
}

impl Counts {
    pub fn f1(self) -> f64 {
        2.0 * self.right as f64 / (self.found + self.gold).max(1) as f64
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "F1 {:.3} ({} right, {} found, {} in gold)", self.f1(), self.right, self.found, self.gold)
    }
}

/// Prints how many characters are searched in a second of this process's own time.
pub fn speed(model: &NameModel, sets: &[Vec<Example>]) {
    let (mut decoder, mut found) = (Decoder::default(), Vec::new());
    let (start, watch) = (own_seconds(), Instant::now());
    let mut characters = 0;
    while watch.elapsed().as_secs() < 2 {
        for example in sets.iter().flatten() {
            decoder.decode(model, &example.text, &example.tokens, &mut found);
            characters += example.text.chars().count();
        }
    }
    match own_seconds().zip(start) {
        Some((end, start)) => println!("{:.0} characters a second on one core", characters as f64 / (end - start)),
        None => println!("speed not measured: the time on the processor is told by Linux alone"),
    }
}

/// The time that this process was on a processor.
fn own_seconds() -> Option<f64> {
    let nanoseconds: f64 = std::fs::read_to_string("/proc/self/schedstat").ok()?.split(' ').next()?.parse().ok()?;
    Some(nanoseconds / 1e9)
}

/// Names of a sentence, by span and label.
type Names = Vec<(Span, EntityLabel)>;
type ByLabel = BTreeMap<EntityLabel, Counts>;

/// Scores by label of what the model finds, products and works as one.
pub fn by_label(model: &NameModel, examples: &[Example], convention: &Convention) -> ByLabel {
    let mut counts = ByLabel::new();
    let (mut decoder, mut found) = (Decoder::default(), Vec::new());
    for example in examples {
        decoder.decode(model, &example.text, &example.tokens, &mut found);
        let names = found.iter().map(|name| {
            let (first, last) = (&example.tokens[name.start], &example.tokens[name.end - 1]);
            (Span { start: first.span.start, end: last.span.end }, LABELS[name.label])
        });
        count(&mut counts, names.collect(), example, convention);
    }
    counts
}

/// Scores by label of what a whole report has, each sentence as an article of its own.
pub fn by_report(analyzer: &Analyzer, examples: &[Example], convention: &Convention) -> Result<ByLabel> {
    let mut counts = ByLabel::new();
    let options = Options { offsets: OffsetUnit::Byte, ..Options::default() };
    for example in examples {
        let report = analyzer.analyze(&example.text, &options)?;
        let of = |entity: &Entity| entity.mentions.iter().map(|mention| (*mention, entity.label)).collect::<Names>();
        count(&mut counts, report.entities.iter().flat_map(of).collect(), example, convention);
    }
    Ok(counts)
}

/// Adds up what is found, right and in gold of one sentence.
fn count(counts: &mut ByLabel, found: Names, example: &Example, convention: &Convention) {
    let names =
        |names: &Names| -> Names { names.iter().map(|(span, label)| (*span, measured(*label, convention))).collect() };
    let (found, gold) = (names(&found), names(&example.gold));
    for (span, label) in &found {
        let count = counts.entry(*label).or_default();
        count.found += 1;
        count.right += usize::from(gold.contains(&(*span, *label)));
    }
    for (_, label) in &gold {
        counts.entry(*label).or_default().gold += 1;
    }
}

fn measured(label: EntityLabel, convention: &Convention) -> EntityLabel {
    match label {
        EntityLabel::Facility if convention.facility_is_location => EntityLabel::Location,
        EntityLabel::Work => EntityLabel::Product,
        other => other,
    }
}

/// Person, organization and location together.
pub fn micro(counts: &BTreeMap<EntityLabel, Counts>) -> Counts {
    let labels = [EntityLabel::Person, EntityLabel::Organization, EntityLabel::Location];
    labels.iter().filter_map(|label| counts.get(label)).fold(Counts::default(), |sum, count| Counts {
        right: sum.right + count.right,
        found: sum.found + count.found,
        gold: sum.gold + count.gold,
    })
}
