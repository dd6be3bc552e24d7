//! Passages that stand in more than one report: sentences, word for word or nearly, and the words of one speaker.

use super::input::Input;
use super::shingles::{self, Sketch};
use crate::order::Order;
use crate::report::{PassageKind, SharedPassage, SpanInReport};
use crate::span::Span;
use std::collections::{BTreeMap, BTreeSet};

/// Sentences with fewer letters are too common to show that one was taken from another.
const SHORTEST: usize = 12;
/// Quotations with fewer letters are mere words in quotes.
const SHORTEST_QUOTATION: usize = 9;
/// How alike sentences must be to count as nearly the same.
const NEARLY: f64 = 0.5;
/// How alike quotations must be to count as one.
const NEARLY_QUOTED: f64 = 0.7;
/// What opens and closes a quotation.
const QUOTES: [(char, char); 4] = [('「', '」'), ('『', '』'), ('“', '”'), ('"', '"')];

/// One sentence of one report.
pub struct Place {
    pub report: u32,
    pub span: Span,
    sketch: Sketch,
}

/// Groups of sentences and quotations that are the same or nearly so in different reports, in the order of the first.
/// Quotations are left out where the sentences around them are a group already.
pub fn passages(inputs: &[Input]) -> Vec<SharedPassage> {
    let sentences: Vec<Place> = (0u32..).zip(inputs).flat_map(|(report, input)| sentences(report, input)).collect();
    let quotations: Vec<Place> = (0u32..).zip(inputs).flat_map(|(report, input)| quotations(report, input)).collect();
    let groups = groups(&sentences, NEARLY);
    let mut grouped: BTreeSet<(u32, Span)> = BTreeSet::new();
    for (members, _) in &groups {
        grouped
            .extend(members.iter().filter_map(|member| sentences.get(*member)).map(|place| (place.report, place.span)));
    }
    let is_inside = |member: &usize| {
        let place = quotations.get(*member)?;
        let before = grouped.range(..=(place.report, Span { start: place.span.start, end: u32::MAX })).next_back()?;
        Some(before.0 == place.report && before.1.contains(place.span))
    };
    let units: Vec<_> = inputs.iter().map(Input::own_unit).collect();
    let passage = |places: &[Place], (members, similarity): &(Vec<usize>, f64), kind: Option<PassageKind>| {
        let spans: Vec<SpanInReport> = members
            .iter()
            .filter_map(|member| {
                let place = places.get(*member)?;
                let unit = units.get(place.report as usize)?;
                Some(SpanInReport { report: place.report, span: unit.span(place.span) })
            })
            .collect();
        let mut reports: Vec<u32> = spans.iter().map(|place| place.report).collect();
        reports.dedup();
        let nearly = if *similarity >= 1.0 { PassageKind::Same } else { PassageKind::Nearly };
        SharedPassage { reports, spans, similarity: *similarity, kind: kind.unwrap_or(nearly) }
    };
    let quoted = self::groups(&quotations, NEARLY_QUOTED);
    let quoted = quoted.iter().filter(|(members, _)| !members.iter().all(|member| is_inside(member).unwrap_or(false)));
    let mut all: Vec<SharedPassage> = groups.iter().map(|group| passage(&sentences, group, None)).collect();
    all.extend(quoted.map(|group| passage(&quotations, group, Some(PassageKind::Quotation))));
    all.order_by_key(|passage| passage.spans.first().map(|place| (place.report, place.span)));
    all
}

fn sentences(report: u32, input: &Input) -> Vec<Place> {
    let all = input.own_sentences().map(|sentence| sentence.span);
    all.filter_map(|span| Some(Place { report, span, sketch: Sketch::new(input.slice(span), SHORTEST)? })).collect()
}

/// What stands in quotes, but for names.
fn quotations(report: u32, input: &Input) -> Vec<Place> {
    let mut found = Vec::new();
    let names: BTreeSet<Span> =
        input.report.entities.iter().flat_map(|entity| entity.mentions.iter().copied()).collect();
    for sentence in input.own_sentences() {
        let text = input.slice(sentence.span);
        let mut rest = 0;
        while let Some((open, close)) = next_quotation(text, rest) {
            let span = Span::new(open, close).shifted(sentence.span.start as usize);
            let is_name = names.contains(&span);
            if let Some(sketch) = Sketch::new(input.slice(span), SHORTEST_QUOTATION).filter(|_| !is_name) {
                found.push(Place { report, span, sketch });
            }
            rest = close;
        }
    }
    found
}

/// Where the next quotation from a place on begins and ends, without its quotes.
fn next_quotation(text: &str, from: usize) -> Option<(usize, usize)> {
    let is_open = |c: char| QUOTES.iter().any(|(open, _)| *open == c);
    let (place, open) = text.get(from..)?.char_indices().find(|(_, c)| is_open(*c))?;
    let start = from + place + open.len_utf8();
    let close = QUOTES.iter().find(|(other, _)| *other == open).map(|(_, close)| *close)?;
    let length = text.get(start..)?.find(close)?;
    Some((start, start + length))
}

/// Each place with all of other reports that are as alike as `least`, taken once, and how alike the least alike of them
/// is.
fn groups(places: &[Place], least: f64) -> Vec<(Vec<usize>, f64)> {
    let sketches: Vec<&Sketch> = places.iter().map(|place| &place.sketch).collect();
    let mut alike: BTreeMap<usize, Vec<(usize, f64)>> = BTreeMap::new();
    for (a, b) in shingles::likely_pairs(&sketches) {
        let (Some(one), Some(two)) = (places.get(a), places.get(b)) else { continue };
        if one.report != two.report {
            let similarity = one.sketch.similarity(&two.sketch);
            if similarity >= least {
                alike.entry(a).or_default().push((b, similarity));
            }
        }
    }
    let mut taken: BTreeSet<usize> = BTreeSet::new();
    let mut groups = Vec::new();
    for (first, others) in alike {
        let free: Vec<(usize, f64)> = others.into_iter().filter(|(other, _)| !taken.contains(other)).collect();
        if taken.contains(&first) || free.is_empty() {
            continue;
        }
        let similarity = free.iter().map(|(_, similarity)| *similarity).fold(1.0, f64::min);
        let members: Vec<usize> = std::iter::once(first).chain(free.into_iter().map(|(other, _)| other)).collect();
        taken.extend(&members);
        groups.push((members, similarity));
    }
    groups
}
