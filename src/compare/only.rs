//! What one report alone has.

use super::entities::Joined;
use super::input::Input;
use super::quoted::speaker;
use crate::order::Order;
use crate::report::OnlyIn;
use aho_corasick::AhoCorasick;
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
    let topics: Vec<BTreeSet<&str>> =
        inputs.iter().map(|input| input.report.topics.iter().map(|topic| topic.id.as_str()).collect()).collect();
    let (in_reports, speaking, covered) = (count(&named), count(&spoken), count(&topics));
    let keywords = Keywords::new(inputs);
    (0u32..)
        .zip(inputs)
        .map(|(report, input)| OnlyIn {
            report,
            entities: own_entities(report, input, joined, &in_reports),
            keywords: keywords.only_in(report, input),
            attributions: own_sources(report, input, joined, &speaking),
            topics: own_topics(input, &covered),
        })
        .collect()
}

/// In how many reports each thing is.
fn count<T: Ord + Copy>(things: &[BTreeSet<T>]) -> BTreeMap<T, usize> {
    let mut counts = BTreeMap::new();
    for thing in things.iter().flatten() {
        *counts.entry(*thing).or_default() += 1;
    }
    counts
}

/// The topics of a report that no other has; topics are one in all languages.
fn own_topics(input: &Input, covered: &BTreeMap<&str, usize>) -> Vec<u32> {
    let topics = (0u32..).zip(&input.report.topics);
    topics.filter(|(_, topic)| covered.get(topic.id.as_str()) == Some(&1)).map(|(index, _)| index).collect()
}

fn own_entities(report: u32, input: &Input, joined: &Joined, in_reports: &BTreeMap<usize, usize>) -> Vec<u32> {
    let entities = (0u32..).zip(&input.report.entities);
    let mut own: Vec<(u32, usize)> = entities
        .filter(|(_, entity)| entity.mentions.iter().any(|mention| input.is_said(*mention)))
        .filter(|(index, _)| joined.thing(report, *index).and_then(|thing| in_reports.get(&thing)) == Some(&1))
        .map(|(index, entity)| (index, entity.mentions.len()))
        .collect();
    own.order_by_key(|(index, mentions)| (usize::MAX - mentions, *index));
    own.into_iter().map(|(index, _)| index).collect()
}

/// In which reports the keywords of all stand.
struct Keywords {
    reports: BTreeMap<String, BTreeSet<u32>>,
}

impl Keywords {
    fn new(inputs: &[Input]) -> Keywords {
        let all: BTreeSet<String> =
            inputs.iter().flat_map(|input| &input.report.keywords).map(|keyword| keyword.text.to_lowercase()).collect();
        let all: Vec<String> = all.into_iter().collect();
        let mut reports: BTreeMap<String, BTreeSet<u32>> = BTreeMap::new();
        let Ok(search) = AhoCorasick::new(&all) else { return Keywords { reports } };
        for (report, input) in (0u32..).zip(inputs) {
            let text = input.report.text.to_lowercase();
            let found: BTreeSet<usize> =
                search.find_overlapping_iter(&text).map(|found| found.pattern().as_usize()).collect();
            for keyword in found.into_iter().filter_map(|number| all.get(number)) {
                reports.entry(keyword.clone()).or_default().insert(report);
            }
        }
        Keywords { reports }
    }

    fn only_in(&self, report: u32, input: &Input) -> Vec<String> {
        let is_elsewhere = |keyword: &str| {
            let reports = self.reports.get(&keyword.to_lowercase());
            reports.is_some_and(|reports| reports.iter().any(|other| *other != report))
        };
        let keywords = input.report.keywords.iter().map(|keyword| &keyword.text);
        keywords.filter(|keyword| !is_elsewhere(keyword)).cloned().collect()
    }
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
