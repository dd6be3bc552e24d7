//! Figures of like kind, unit and attribute, and how they stand to each other.

use super::entities::Joined;
use super::input::Input;
use crate::report::{Entity, EntityLabel, FigureGroup, FigureValue, Interval, Quantity, QuantityKind, Relation};
use crate::span::Span;
use std::collections::{BTreeMap, BTreeSet};

/// Values that the text calls approximate agree within this share of the larger.
const APPROXIMATE: f64 = 0.1;
/// Exact values agree when they are one after rounding to as many digits as the coarser has, but no fewer than this.
const FEWEST_DIGITS: i32 = 2;

/// A quantity with what it is said of.
struct Figure {
    value: FigureValue,
    /// The thing it is said of, where it is an entity.
    thing: Option<usize>,
    kind: QuantityKind,
}

/// Quantities of like kind, unit and attribute from at least two reports, conflicts first. Currencies are never
/// converted.
pub fn group(inputs: &[Input], joined: &Joined) -> Vec<FigureGroup> {
    let mut groups: BTreeMap<(&'static str, String), Vec<Figure>> = BTreeMap::new();
    for (report, input) in (0u32..).zip(inputs) {
        for (index, quantity) in (0u32..).zip(&input.report.quantities) {
            let is_comparable = !matches!(quantity.kind, QuantityKind::Number | QuantityKind::Rank);
            if !is_comparable || !input.is_own_place(quantity.span) {
                continue;
            }
            let Some(attribute) = attribute(input, quantity) else { continue };
            let figure = figure(input, joined, report, index, quantity);
            groups.entry((attribute, quantity.unit.clone())).or_default().push(figure);
        }
    }
    let about = common_things(joined);
    let mut groups: Vec<FigureGroup> = groups
        .into_iter()
        .filter_map(|((attribute, unit), figures)| finish(attribute, unit, figures, &about, joined))
        .collect();
    groups.sort_by_key(|group| match group.relation {
        Relation::Conflict => 0,
        Relation::Compatible => 1,
        Relation::Agree => 2,
        Relation::DifferentSubject => 3,
        Relation::Unclear => 4,
    });
    groups
}

/// The property that a figure is given for: the cue nearest to it in its sentence, else in the sentence before.
fn attribute(input: &Input, quantity: &Quantity) -> Option<&'static str> {
    let index = input.sentence_at(quantity.span)?;
    let sentence = input.report.sentences.get(index)?;
    if let Some(name) = nearest_cue(input, sentence.span, quantity.span) {
        return Some(name);
    }
    let before = input.report.sentences.get(index.checked_sub(1)?)?;
    if before.block == sentence.block { nearest_cue(input, before.span, quantity.span) } else { None }
}

fn nearest_cue(input: &Input, sentence: Span, quantity: Span) -> Option<&'static str> {
    let text = input.slice(sentence).to_lowercase();
    let start = quantity.start.saturating_sub(sentence.start) as usize;
    let mut best: Option<(usize, &'static str)> = None;
    for attribute in input.language.attributes {
        for cue in attribute.cues {
            for (place, _) in text.match_indices(cue) {
                let distance = place.abs_diff(start);
                if best.is_none_or(|(least, _)| distance < least) {
                    best = Some((distance, attribute.name));
                }
            }
        }
    }
    best.map(|(_, name)| name)
}

fn figure(input: &Input, joined: &Joined, report: u32, index: u32, quantity: &Quantity) -> Figure {
    let entity = subject(input, quantity);
    let thing = entity.and_then(|entity| joined.thing(report, entity));
    let value = FigureValue {
        report,
        quantity: index,
        value: quantity.value,
        approximate: quantity.approximate,
        source: source(input, quantity),
        sentence: input.sentence_text(quantity.span),
        subject: thing
            .map(|thing| joined.name(thing).to_owned())
            .or_else(|| quantity.of.map(|of| input.slice(of).to_owned())),
    };
    Figure { value, thing, kind: quantity.kind }
}

/// Whoever says the figure: the source of the attribution whose content holds it.
fn source(input: &Input, quantity: &Quantity) -> Option<String> {
    let holds = |content: Span| content.contains(quantity.span);
    input.report.attributions.iter().find(|said| holds(said.content)).and_then(|said| said.source.name.clone())
}

/// The entity that a figure is said of: of those that can have figures, the last before it in its sentence, else the
/// first after it, else the last of the sentence before in the same block.
fn subject(input: &Input, quantity: &Quantity) -> Option<u32> {
    let index = input.sentence_at(quantity.span)?;
    let sentence = input.report.sentences.get(index)?;
    let here = mentions(input, sentence.span);
    let before_figure = here.iter().rev().find(|(_, span)| span.end <= quantity.span.start);
    let after_figure = || here.iter().find(|(_, span)| span.start >= quantity.span.end);
    if let Some((entity, _)) = before_figure.or_else(after_figure) {
        return Some(*entity);
    }
    let before = input.report.sentences.get(index.checked_sub(1)?)?;
    let there = if before.block == sentence.block { mentions(input, before.span) } else { Vec::new() };
    there.last().map(|(entity, _)| *entity)
}

/// Mentions inside a stretch, in order; products before the companies that make them where both stand there.
fn mentions(input: &Input, stretch: Span) -> Vec<(u32, Span)> {
    let entities = (0u32..).zip(&input.report.entities);
    let inside = entities.filter(|(_, entity)| can_have_figures(entity)).flat_map(|(index, entity)| {
        entity
            .mentions
            .iter()
            .filter(|mention| stretch.contains(**mention))
            .map(move |mention| (index, entity.label, *mention))
    });
    let mut found: Vec<(u32, EntityLabel, Span)> = inside.collect();
    if found.iter().any(|(_, label, _)| *label == EntityLabel::Product) {
        found.retain(|(_, label, _)| *label == EntityLabel::Product);
    }
    found.sort_by_key(|(_, _, span)| *span);
    found.into_iter().map(|(index, _, span)| (index, span)).collect()
}

fn can_have_figures(entity: &Entity) -> bool {
    !matches!(entity.label, EntityLabel::Title | EntityLabel::Language | EntityLabel::Law)
}

/// Things that more than one report speaks of, places left out: articles that share no more than a country are about
/// different matters.
fn common_things(joined: &Joined) -> BTreeSet<usize> {
    let shared =
        joined.shared.iter().filter(|entity| !matches!(entity.label, EntityLabel::Location | EntityLabel::Facility));
    shared
        .filter_map(|entity| entity.reports.first().and_then(|place| joined.thing(place.report, place.entity)))
        .collect()
}

fn finish(
    attribute: &str,
    unit: String,
    figures: Vec<Figure>,
    about: &BTreeSet<usize>,
    joined: &Joined,
) -> Option<FigureGroup> {
    let kind = figures.first()?.kind;
    let figures: Vec<Figure> = figures.into_iter().filter(|figure| figure.kind == kind).collect();
    let reports: BTreeSet<u32> = figures.iter().map(|figure| figure.value.report).collect();
    if reports.len() < 2 {
        return None;
    }
    let (subject, alike) = main_subject(&figures, joined);
    let from: BTreeSet<u32> = alike.iter().map(|figure| figure.value.report).collect();
    let relation = match from.len() {
        0 => Relation::Unclear,
        1 => Relation::DifferentSubject,
        _ => relation(&alike.iter().map(|figure| (&figure.value.value, figure.value.approximate)).collect::<Vec<_>>()),
    };
    // Figures of different things belong together only where the articles are about one matter.
    if matches!(relation, Relation::DifferentSubject | Relation::Unclear) && about.is_empty() {
        return None;
    }
    let values = figures.into_iter().map(|figure| figure.value).collect();
    Some(FigureGroup { subject, attribute: attribute.to_owned(), unit, relation, values })
}

/// The subject that figures of most reports have, and those figures.
fn main_subject<'f>(figures: &'f [Figure], joined: &Joined) -> (String, Vec<&'f Figure>) {
    let mut by_subject: BTreeMap<String, Vec<&Figure>> = BTreeMap::new();
    for figure in figures {
        let name = figure.thing.map(|thing| joined.name(thing).to_owned()).or_else(|| figure.value.subject.clone());
        if let Some(name) = name {
            by_subject.entry(name).or_default().push(figure);
        }
    }
    let reports = |figures: &[&Figure]| figures.iter().map(|figure| figure.value.report).collect::<BTreeSet<_>>().len();
    by_subject.into_iter().max_by_key(|(_, figures)| (reports(figures), figures.len())).unwrap_or_default()
}

/// How values of one thing stand to each other: conflict if any two are disjoint, agree if all are equal within
/// rounding and approximation, compatible otherwise.
fn relation(values: &[(&Interval, bool)]) -> Relation {
    let mut all_agree = true;
    for (position, (a, a_rough)) in values.iter().enumerate() {
        for (b, b_rough) in values.iter().skip(position + 1) {
            let agree = agree(a, b, *a_rough || *b_rough);
            all_agree &= agree;
            if !agree && !overlap(a, b) {
                return Relation::Conflict;
            }
        }
    }
    if all_agree { Relation::Agree } else { Relation::Compatible }
}

fn agree(a: &Interval, b: &Interval, approximate: bool) -> bool {
    let equal = |a: Option<f64>, b: Option<f64>| match (a, b) {
        (Some(a), Some(b)) if approximate => (a - b).abs() <= APPROXIMATE * a.abs().max(b.abs()),
        (Some(a), Some(b)) => {
            let digits = digits(a).min(digits(b)).max(FEWEST_DIGITS);
            rounded(a, digits) == rounded(b, digits)
        }
        (a, b) => a == b,
    };
    equal(a.lower, b.lower) && equal(a.upper, b.upper)
}

/// Significant digits of a number as it is written, at most 12.
fn digits(value: f64) -> i32 {
    (1..12).find(|digits| rounded(value, *digits) == rounded(value, 12)).unwrap_or(12)
}

/// A number rounded to so many significant digits, as its digits and power of ten, so that rounding errors don't tell
/// equal ones apart.
fn rounded(value: f64, digits: i32) -> (i64, i32) {
    if value == 0.0 || !value.is_finite() {
        return (0, 0);
    }
    let mut power = value.abs().log10().floor() as i32 - digits + 1;
    let mut mantissa = (value / 10f64.powi(power)).round() as i64;
    while mantissa != 0 && mantissa % 10 == 0 {
        mantissa /= 10;
        power += 1;
    }
    (mantissa, power)
}

fn overlap(a: &Interval, b: &Interval) -> bool {
    let below = |upper: Option<f64>, inclusive: bool, lower: Option<f64>, also: bool| match (upper, lower) {
        (Some(upper), Some(lower)) => upper < lower || (upper == lower && !(inclusive && also)),
        _ => false,
    };
    !below(a.upper, a.upper_inclusive, b.lower, b.lower_inclusive)
        && !below(b.upper, b.upper_inclusive, a.lower, a.lower_inclusive)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exactly(value: f64) -> Interval {
        Interval { lower: Some(value), upper: Some(value), lower_inclusive: true, upper_inclusive: true }
    }

    #[test]
    fn relations() {
        let at_most = Interval { lower: None, upper: Some(6e6), lower_inclusive: false, upper_inclusive: true };
        let over = Interval { lower: Some(6e6), upper: None, lower_inclusive: false, upper_inclusive: false };
        let table = [
            ("equal", exactly(3e5), false, exactly(3e5), false, Relation::Agree),
            ("294,000 is about 300,000", exactly(294_000.0), false, exactly(3e5), true, Relation::Agree),
            ("5.576 million rounds to 5.6 million", exactly(5.576e6), false, exactly(5.6e6), false, Relation::Agree),
            ("243 is not 200", exactly(243.0), false, exactly(200.0), false, Relation::Conflict),
            ("300,000 is under 6 million", exactly(3e5), false, at_most, false, Relation::Compatible),
            ("over 6 million is not 300,000", exactly(3e5), false, over, false, Relation::Conflict),
            ("up to and over touch nowhere", at_most, false, over, false, Relation::Conflict),
        ];
        for (name, a, a_rough, b, b_rough, expected) in table {
            assert_eq!(relation(&[(&a, a_rough), (&b, b_rough)]), expected, "{name}");
        }
    }
}
