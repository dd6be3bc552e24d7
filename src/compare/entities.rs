//! One thing in several reports: entities joined by their names and other forms.

use super::input::Input;
use crate::report::{Entity, EntityInReport, EntityLabel, SharedEntity};
use std::collections::{BTreeMap, BTreeSet};
use unicode_normalization::UnicodeNormalization;

/// Entities joined across reports.
pub struct Joined {
    /// Those that stand in more than one report, most mentions first.
    pub shared: Vec<SharedEntity>,
    /// For every entity of every report the number of the thing that it is.
    things: BTreeMap<(u32, u32), usize>,
    /// For every thing the fullest name it has anywhere.
    names: Vec<String>,
}

impl Joined {
    /// The thing that an entity of a report is.
    pub fn thing(&self, report: u32, entity: u32) -> Option<usize> {
        self.things.get(&(report, entity)).copied()
    }

    /// The fullest name of a thing.
    pub fn name(&self, thing: usize) -> &str {
        self.names.get(thing).map_or("", String::as_str)
    }
}

/// Joins entities that share a form under labels that can be of one thing. A form that stands for two things in one
/// report joins neither.
pub fn join(inputs: &[Input]) -> Joined {
    let mut things: BTreeMap<(u32, u32), usize> = BTreeMap::new();
    let mut known: BTreeMap<(String, Family), usize> = BTreeMap::new();
    let mut names: Vec<String> = Vec::new();
    for (report, input) in (0u32..).zip(inputs) {
        let ambiguous = ambiguous_forms(&input.report.entities);
        for (index, entity) in (0u32..).zip(&input.report.entities) {
            let forms: Vec<(String, Family)> = forms(entity)
                .into_iter()
                .filter(|form| !ambiguous.contains(form))
                .map(|form| (form, family(entity.label)))
                .collect();
            let thing = forms.iter().find_map(|form| known.get(form).copied()).unwrap_or_else(|| {
                names.push(entity.name.clone());
                names.len() - 1
            });
            known.extend(forms.into_iter().map(|form| (form, thing)));
            things.insert((report, index), thing);
            if let Some(name) = names.get_mut(thing).filter(|name| name.chars().count() < entity.name.chars().count()) {
                name.clone_from(&entity.name);
            }
        }
    }
    let shared = shared(inputs, &things, &names);
    Joined { shared, things, names }
}

/// Labels that are confused of one thing: a company and its product bear one name, and so do a place and its building.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Family {
    Person,
    Maker,
    Place,
    Other,
}

fn family(label: EntityLabel) -> Family {
    match label {
        EntityLabel::Person => Family::Person,
        EntityLabel::Organization | EntityLabel::Product | EntityLabel::Work => Family::Maker,
        EntityLabel::Location | EntityLabel::Facility => Family::Place,
        _ => Family::Other,
    }
}

/// A form as it is compared: compatibility forms folded, case and the marks between words left out.
fn folded(form: &str) -> String {
    let folded = form.nfkc().flat_map(char::to_lowercase);
    folded.filter(|c| !c.is_whitespace() && !matches!(c, '-' | '‐' | '–' | '・' | '=' | '.' | '\'')).collect()
}

fn forms(entity: &Entity) -> BTreeSet<String> {
    std::iter::once(&entity.name)
        .chain(&entity.aliases)
        .map(|form| folded(form))
        .filter(|form| !form.is_empty())
        .collect()
}

fn ambiguous_forms(entities: &[Entity]) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    let all = entities.iter().flat_map(|entity| forms(entity).into_iter().map(|form| (form, family(entity.label))));
    let twice: Vec<String> = all.filter(|form| !seen.insert(form.clone())).map(|(form, _)| form).collect();
    twice.into_iter().collect()
}

fn shared(inputs: &[Input], things: &BTreeMap<(u32, u32), usize>, names: &[String]) -> Vec<SharedEntity> {
    let mut places: BTreeMap<usize, Vec<EntityInReport>> = BTreeMap::new();
    for ((report, entity), thing) in things {
        let found = inputs.get(*report as usize).and_then(|input| input.report.entities.get(*entity as usize));
        let mentions = found.map_or(0, |entity| entity.mentions.len() as u32);
        places.entry(*thing).or_default().push(EntityInReport { report: *report, entity: *entity, mentions });
    }
    let is_shared = |places: &Vec<EntityInReport>| {
        places.first().zip(places.last()).is_some_and(|(first, last)| first.report != last.report)
    };
    let mut shared: Vec<SharedEntity> = places
        .into_iter()
        .filter(|(_, places)| is_shared(places))
        .map(|(thing, reports)| SharedEntity {
            name: names.get(thing).cloned().unwrap_or_default(),
            label: label(inputs, &reports),
            reports,
        })
        .collect();
    let mentions = |entity: &SharedEntity| entity.reports.iter().map(|place| place.mentions).sum::<u32>();
    shared.sort_by(|a, b| mentions(b).cmp(&mentions(a)).then_with(|| a.name.cmp(&b.name)));
    shared
}

/// The label that most mentions bear.
fn label(inputs: &[Input], places: &[EntityInReport]) -> EntityLabel {
    let mut votes: BTreeMap<EntityLabel, u32> = BTreeMap::new();
    for place in places {
        let found =
            inputs.get(place.report as usize).and_then(|input| input.report.entities.get(place.entity as usize));
        if let Some(entity) = found {
            *votes.entry(entity.label).or_default() += place.mentions;
        }
    }
    votes.into_iter().max_by_key(|(_, count)| *count).map_or(EntityLabel::Other, |(label, _)| label)
}
