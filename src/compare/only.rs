//! What one report alone has.

use super::entities::Joined;
use super::input::Input;
use super::quoted::speaker;
use crate::report::OnlyIn;
use std::collections::{BTreeMap, BTreeSet};

/// One entry for each report; its lists are empty where it has nothing that the others lack.
pub fn only_in(inputs: &[Input], joined: &Joined) -> Vec<OnlyIn> {
    let named: Vec<BTreeSet<usize>> =
        joined.mentions.iter().map(|mentions| mentions.iter().map(|mention| mention.thing).collect()).collect();
    let spoken: Vec<BTreeSet<usize>> = (0u32..)
        .zip(inputs)
        .map(|(report, input)| {
            input.report.attributions.iter().filter_map(|said| speaker(joined, report, said)).collect()
        })
        .collect();
    let (in_reports, speaking) = (count(&named), count(&spoken));
    let texts: Vec<String> = inputs.iter().map(|input| input.report.text.to_lowercase()).collect();
    (0u32..)
        .zip(inputs)
        .map(|(report, input)| OnlyIn {
            report,
            entities: own_entities(report, input, joined, &in_reports),
            keywords: own_keywords(report, input, &texts),
            attributions: own_sources(report, input, joined, &speaking),
        })
        .collect()
}

/// In how many reports each thing is.
fn count(things: &[BTreeSet<usize>]) -> BTreeMap<usize, usize> {
    let mut counts = BTreeMap::new();
    for thing in things.iter().flatten() {
        *counts.entry(*thing).or_default() += 1;
    }
    counts
}

fn own_entities(report: u32, input: &Input, joined: &Joined, in_reports: &BTreeMap<usize, usize>) -> Vec<u32> {
    let entities = (0u32..).zip(&input.report.entities);
    let mut own: Vec<(u32, usize)> = entities
        .filter(|(_, entity)| entity.mentions.iter().any(|mention| input.is_said(*mention)))
        .filter(|(index, _)| joined.thing(report, *index).and_then(|thing| in_reports.get(&thing)) == Some(&1))
        .map(|(index, entity)| (index, entity.mentions.len()))
        .collect();
    own.sort_by_key(|(index, mentions)| (usize::MAX - mentions, *index));
    own.into_iter().map(|(index, _)| index).collect()
}

fn own_keywords(report: u32, input: &Input, texts: &[String]) -> Vec<String> {
    let is_elsewhere = |keyword: &str| {
        let others = (0u32..).zip(texts).filter(|(other, _)| *other != report);
        others.into_iter().any(|(_, text)| text.contains(keyword))
    };
    let keywords = input.report.keywords.iter().map(|keyword| &keyword.text);
    keywords.filter(|keyword| !is_elsewhere(&keyword.to_lowercase())).cloned().collect()
}

/// The first attribution of each source that no other report has words of.
fn own_sources(report: u32, input: &Input, joined: &Joined, speaking: &BTreeMap<usize, usize>) -> Vec<u32> {
    let mut seen = BTreeSet::new();
    let said = (0u32..).zip(&input.report.attributions);
    said.filter(|(_, said)| {
        let speaker = speaker(joined, report, said).filter(|speaker| speaking.get(speaker) == Some(&1));
        speaker.is_some_and(|speaker| seen.insert(speaker))
    })
    .map(|(index, _)| index)
    .collect()
}
