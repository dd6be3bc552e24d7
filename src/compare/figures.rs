//! Figures of like kind, unit, subject and attribute, and how they stand to each other.

use super::claims::{self, Claim};
use super::entities::Joined;
use super::events;
use super::groups::{self, Group};
use super::input::Input;
use super::matters::Matters;
use super::relation;
use crate::report::{AsideReason, DateGroup, DateValue, FigureGroup, FigureValue, Relation};
use std::collections::BTreeSet;

/// Quantities of at least two reports of one matter, conflicts first. Currencies are never converted.
pub fn figures(inputs: &[Input], joined: &Joined, matters: &Matters) -> Vec<FigureGroup> {
    let claims =
        |tests: &BTreeSet<usize>| all(inputs, |report, input| claims::of_quantities(report, input, joined, tests));
    // What is a test in one sentence is one in all: MQ-300の正答率は91%.
    let first = claims(&BTreeSet::new());
    let tests: BTreeSet<usize> = first.iter().filter_map(|claim| claim.test).collect();
    let claims = if tests.is_empty() { first } else { claims(&tests) };
    groups::group(claims, matters).into_iter().map(|group| figure_group(inputs, joined, group)).collect()
}

/// Dates of at least two reports of one matter, conflicts first.
pub fn dates(inputs: &[Input], joined: &Joined, matters: &Matters) -> Vec<DateGroup> {
    let claims = all(inputs, |report, input| events::of_times(report, input, joined));
    groups::group(claims, matters).into_iter().map(|group| date_group(inputs, joined, group)).collect()
}

fn all(inputs: &[Input], of_report: impl Fn(u32, &Input) -> Vec<Claim>) -> Vec<Claim> {
    (0u32..).zip(inputs).flat_map(|(report, input)| of_report(report, input)).collect()
}

fn figure_group(inputs: &[Input], joined: &Joined, group: Group) -> FigureGroup {
    let units: Vec<String> = group.members.iter().filter_map(|(claim, _)| written_unit(inputs, claim)).collect();
    // Units that are written in different ways are all given in the base unit.
    let written = units.first().filter(|first| units.iter().all(|unit| unit == *first)).cloned();
    let is_measured = group.members.iter().any(|(claim, _)| claim.comparable != claim.value);
    let in_base = written.is_none() && is_measured;
    let first = || group.members.iter().map(|(claim, _)| &claim.unit).find(|unit| !unit.is_empty()).cloned();
    let compared = group.members.iter().filter(|(_, aside)| aside.is_none()).map(|(claim, _)| &claim.comparable);
    let gap = if group.relation == Relation::Agree { None } else { relation::gap(compared) };
    FigureGroup {
        subject: tested(joined, &group),
        attribute: group.members.first().map_or_else(String::new, |(claim, _)| claim.attribute.clone()),
        unit: if in_base { first() } else { written.or_else(|| units.into_iter().find(|unit| !unit.is_empty())) }
            .unwrap_or_default(),
        relation: group.relation,
        values: group.members.into_iter().map(|member| figure_value(inputs, joined, member, in_base)).collect(),
        gap,
    }
}

fn written_unit(inputs: &[Input], claim: &Claim) -> Option<String> {
    let input = inputs.get(claim.report as usize)?;
    input.report.quantities.get(claim.index as usize).map(|quantity| quantity.unit.clone())
}

fn figure_value(
    inputs: &[Input],
    joined: &Joined,
    (claim, aside): (Claim, Option<AsideReason>),
    in_base: bool,
) -> FigureValue {
    let unit = if in_base { None } else { written_unit(inputs, &claim) };
    FigureValue {
        report: claim.report,
        quantity: claim.index,
        value: if in_base { claim.comparable } else { claim.value },
        unit: unit.unwrap_or(claim.unit),
        approximate: claim.approximate,
        source: claim.source,
        sentence: sentence(inputs, claim.report, claim.span),
        subject: claim.subject.name(joined),
        period: claim.period,
        published: claim.published,
        hedges: claim.hedges,
        aside,
    }
}

fn sentence(inputs: &[Input], report: u32, span: crate::span::Span) -> String {
    inputs.get(report as usize).map_or_else(String::new, |input| input.sentence_text(span))
}

/// The name of what a group is said of; empty for the matter of the articles.
fn subject(joined: &Joined, group: &Group) -> String {
    group.members.first().and_then(|(claim, _)| claim.subject.name(joined)).unwrap_or_default()
}

/// The same, with the test that its figures are reached in: X2 (ALGE-500).
fn tested(joined: &Joined, group: &Group) -> String {
    let subject = subject(joined, group);
    match group.members.first().and_then(|(claim, _)| claim.test) {
        Some(test) if subject.is_empty() => joined.name(test).to_owned(),
        Some(test) => format!("{subject} ({})", joined.name(test)),
        None => subject,
    }
}

fn date_group(inputs: &[Input], joined: &Joined, group: Group) -> DateGroup {
    let value = |(claim, aside): (Claim, Option<AsideReason>)| {
        let time = inputs.get(claim.report as usize).and_then(|input| input.report.times.get(claim.index as usize));
        DateValue {
            report: claim.report,
            time: claim.index,
            value: time.and_then(|time| time.value.clone()).unwrap_or_default(),
            sentence: sentence(inputs, claim.report, claim.span),
            subject: claim.subject.name(joined),
            aside,
        }
    };
    DateGroup {
        subject: subject(joined, &group),
        attribute: group.members.first().map_or_else(String::new, |(claim, _)| claim.attribute.clone()),
        relation: group.relation,
        values: group.members.into_iter().map(value).collect(),
    }
}
