//! One thing in several reports: entities joined by their names and other forms.

use super::input::Input;
use super::search::{Search, is_code};
use super::sets::Sets;
use crate::order::Order;
use crate::report::{Entity, EntityInReport, EntityLabel, JoinReason, SharedEntity, SpanInReport};
use crate::span::Span;
use crate::tags::entities::forms;
use std::collections::{BTreeMap, BTreeSet};
use unicode_normalization::UnicodeNormalization;

/// Letters of a family name at least, and of a title.
const FAMILY_NAME: usize = 2;
const TITLE: usize = 2;
/// Consonants that names in two scripts must have in common.
const CONSONANTS: usize = 3;
const COMPANY_FORMS: &str = "株式会社 有限会社 合同会社 (株) ㈱ Inc. Inc Corp. Corp Co. Ltd. Ltd LLC";

/// Where a thing is named in a report.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Mention {
    pub span: Span,
    pub thing: usize,
    pub label: EntityLabel,
}

/// Entities joined across reports.
pub struct Joined {
    /// Those that stand in more than one report, most mentions first.
    pub shared: Vec<SharedEntity>,
    /// For every entity of every report the thing that it is.
    things: Vec<Vec<usize>>,
    /// For every thing the fullest name it has anywhere.
    names: Vec<String>,
    /// For every report where things are named in it, in order; also those that only other reports took for names.
    pub mentions: Vec<Vec<Mention>>,
}

impl Joined {
    /// The thing that an entity of a report is.
    pub fn thing(&self, report: u32, entity: u32) -> Option<usize> {
        self.things.get(report as usize)?.get(entity as usize).copied()
    }

    /// The fullest name of a thing.
    pub fn name(&self, thing: usize) -> &str {
        self.names.get(thing).map_or("", String::as_str)
    }
}

/// Joins entities that share a form under labels that can be of one thing. A form that stands for two things in one
/// report joins neither.
pub fn join(inputs: &[Input]) -> Joined {
    let mut joins = Joins::new(inputs);
    joins.by_form();
    joins.by_sound();
    joins.by_family_name();
    joins.by_brackets();
    joins.finish()
}

/// An entity by its report and its place in it.
type Place = (usize, usize);

struct Joins<'i> {
    inputs: &'i [Input],
    places: Vec<Place>,
    numbers: BTreeMap<Place, usize>,
    /// The names of each report's places.
    place_names: Vec<BTreeSet<&'i str>>,
    sets: Sets,
    reasons: Vec<(usize, JoinReason)>,
}

impl<'i> Joins<'i> {
    fn new(inputs: &'i [Input]) -> Self {
        let entities = inputs
            .iter()
            .enumerate()
            .flat_map(|(report, input)| (0..input.report.entities.len()).map(move |entity| (report, entity)));
        let places: Vec<Place> = entities.collect();
        let numbers = places.iter().enumerate().map(|(number, place)| (*place, number)).collect();
        let sets = Sets::new(places.len());
        let of_places = |input: &'i Input| {
            let places = input.report.entities.iter().filter(|entity| family(entity.label) == Family::Place);
            places.map(|entity| entity.name.as_str()).collect()
        };
        let place_names = inputs.iter().map(of_places).collect();
        Joins { inputs, places, numbers, place_names, sets, reasons: Vec::new() }
    }

    fn entity(&self, number: usize) -> Option<&'i Entity> {
        let (report, entity) = self.places.get(number)?;
        self.inputs.get(*report)?.report.entities.get(*entity)
    }

    /// The names of all entities but places, with their numbers.
    fn names(&self) -> impl Iterator<Item = (&'i str, usize)> {
        let named = (0..self.places.len()).filter_map(|number| Some((self.entity(number)?, number)));
        let named = named.filter(|(entity, _)| entity.label != EntityLabel::Location);
        named.map(|(entity, number)| (entity.name.as_str(), number))
    }

    fn report(&self, number: usize) -> usize {
        self.places.get(number).map_or(0, |(report, _)| *report)
    }

    fn join(&mut self, one: usize, other: usize, reason: JoinReason) {
        if self.sets.join(one, other) {
            self.reasons.push((one, reason));
        }
    }

    /// Joins those with one name, and then those of which one has the name of another as a further form.
    fn by_form(&mut self) {
        let mut names: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let mut others: BTreeMap<(String, Family), Vec<usize>> = BTreeMap::new();
        for number in 0..self.places.len() {
            let Some(entity) = self.entity(number) else { continue };
            names.entry(folded(&entity.name)).or_default().push(number);
            for form in self.further_forms(number, entity) {
                others.entry((form, family(entity.label))).or_default().push(number);
            }
        }
        for members in names.values() {
            self.join_names(members);
        }
        for ((form, family), members) in others {
            let named = names.get(&form).map_or(&[][..], Vec::as_slice).iter().copied();
            let named =
                named.filter(|other| self.entity(*other).is_some_and(|other| self::family(other.label) == family));
            let all: Vec<usize> = members.into_iter().chain(named).collect();
            self.join_if_clear(&all, JoinReason::OtherForm);
        }
    }

    /// Joins entities of one name: those of one family, and those of different ones where no report has the name twice.
    fn join_names(&mut self, members: &[usize]) {
        let label = |number: &usize| self.entity(*number).map_or(EntityLabel::Other, |entity| entity.label);
        let families: BTreeSet<Family> = members.iter().map(|member| family(label(member))).collect();
        let reports: BTreeSet<usize> = members.iter().map(|member| self.report(*member)).collect();
        let is_clear = !families.contains(&Family::Person) && reports.len() == members.len();
        let parts: Vec<Vec<usize>> = if families.len() == 1 || is_clear {
            vec![members.to_vec()]
        } else {
            let of = |family: &Family| {
                members.iter().copied().filter(|member| self::family(label(member)) == *family).collect()
            };
            families.iter().map(of).collect()
        };
        for part in parts {
            let Some((first, rest)) = part.split_first() else { continue };
            for other in rest {
                let is_same =
                    self.entity(*first).zip(self.entity(*other)).is_some_and(|(one, other)| one.name == other.name);
                self.join(*first, *other, if is_same { JoinReason::SameName } else { JoinReason::SameSpelling });
            }
        }
    }

    /// Joins those that share a form, unless one report has it for two things.
    fn join_if_clear(&mut self, members: &[usize], reason: JoinReason) {
        let mut of_report: BTreeMap<usize, usize> = BTreeMap::new();
        for member in members {
            let root = self.sets.root(*member);
            if of_report.insert(self.report(*member), root).is_some_and(|other| other != root) {
                return;
            }
        }
        if let Some((first, rest)) = members.split_first() {
            for other in rest {
                self.join(*first, *other, reason);
            }
        }
    }

    /// The other forms of an entity, and of a place the name without that of the place it lies in.
    fn further_forms(&self, number: usize, entity: &Entity) -> BTreeSet<String> {
        let mut found: BTreeSet<String> = entity.aliases.iter().map(|form| folded(form)).collect();
        if family(entity.label) == Family::Place {
            let around = self.place_names.get(self.report(number));
            let parts = entity.name.char_indices().skip(2).filter_map(|(cut, _)| entity.name.split_at_checked(cut));
            let rest = parts.filter(|(outer, _)| around.is_some_and(|around| around.contains(outer)));
            found.extend(rest.map(|(_, rest)| rest).filter(|rest| rest.chars().count() >= 2).map(folded));
        }
        // Nvidia H800 is H800.
        let last = entity.name.rsplit_once(' ').map(|(_, last)| last);
        let code = last.filter(|last| is_code(last)).or_else(|| forms::code_at_end(&entity.name));
        found.extend(code.filter(|_| family(entity.label) == Family::Maker).map(folded));
        let name = folded(&entity.name);
        found.retain(|form| !form.is_empty() && *form != name);
        found
    }

    /// Joins names in katakana and in Latin letters that sound alike.
    fn by_sound(&mut self) {
        let mut sounds: BTreeMap<(String, Family), Vec<usize>> = BTreeMap::new();
        for number in 0..self.places.len() {
            let Some(entity) = self.entity(number) else { continue };
            let sounded: BTreeSet<String> =
                std::iter::once(&entity.name).chain(&entity.aliases).map(|form| sound(form)).collect();
            // What English has once, at the beginning of a sentence, may be taken for a person's family name.
            let family = family(entity.label);
            let is_doubtful = family == Family::Person && !entity.name.contains([' ', '・']);
            for sound in sounded.into_iter().filter(|sound| sound.len() >= CONSONANTS) {
                if is_doubtful && sound.len() > CONSONANTS {
                    sounds.entry((sound.clone(), Family::Maker)).or_default().push(number);
                }
                sounds.entry((sound, family)).or_default().push(number);
            }
        }
        for members in sounds.into_values() {
            let has_kana = |number: &usize| self.entity(*number).is_some_and(|entity| entity.name.chars().any(is_kana));
            if members.iter().any(has_kana) && !members.iter().all(has_kana) {
                self.join_if_clear(&members, JoinReason::OtherScript);
            }
        }
    }

    /// Joins a person's family name with the whole name that another report has before the same title: 久保田理事長 and
    /// 久保田直樹理事長.
    fn by_family_name(&mut self) {
        let mut persons: BTreeMap<(String, String), Vec<usize>> = BTreeMap::new();
        let mut bare: BTreeSet<(String, String)> = BTreeSet::new();
        for number in 0..self.places.len() {
            let Some(entity) = self.entity(number).filter(|entity| entity.label == EntityLabel::Person) else {
                continue;
            };
            let Some(title) = self.title_after(number, entity).filter(|_| forms::is_kanji(&entity.name)) else {
                continue;
            };
            let starts = entity.name.char_indices().skip(FAMILY_NAME).map(|(end, _)| end);
            for start in starts.filter_map(|end| entity.name.get(..end)).take(FAMILY_NAME) {
                persons.entry((start.to_owned(), title.clone())).or_default().push(number);
            }
            bare.insert((entity.name.clone(), title.clone()));
            persons.entry((entity.name.clone(), title)).or_default().push(number);
        }
        for members in persons.into_iter().filter(|(form, _)| bare.contains(form)).map(|(_, members)| members) {
            self.join_if_clear(&members, JoinReason::OtherForm);
        }
    }

    /// The two letters of a title after the first mention of a person.
    fn title_after(&self, number: usize, entity: &Entity) -> Option<String> {
        let text = &self.inputs.get(self.report(number))?.report.text;
        let after = text.get(entity.mentions.first()?.end as usize..)?;
        let title: String = after.chars().take(TITLE).take_while(|c| c.is_alphabetic()).collect();
        (title.chars().count() == TITLE && forms::is_kanji(&title)).then_some(title)
    }

    /// Joins a name with the name that another report has and that stands in brackets after it here.
    fn by_brackets(&mut self) {
        let Some(search) = Search::new(self.names()) else { return };
        for (report, input) in self.inputs.iter().enumerate() {
            let ends: BTreeMap<u32, usize> = input
                .report
                .entities
                .iter()
                .enumerate()
                .flat_map(|(entity, found)| found.mentions.iter().map(move |mention| (mention.end, entity)))
                .collect();
            for (span, other) in search.find(&input.report.text) {
                let before = input.before(span);
                let Some(outer) = before.strip_suffix(['(', '（']).map(str::trim_end) else { continue };
                let number = ends.get(&(outer.len() as u32)).and_then(|entity| self.numbers.get(&(report, *entity)));
                if let Some(number) = number.copied().filter(|number| *number != other) {
                    self.join(number, other, JoinReason::OtherForm);
                }
            }
        }
    }

    fn finish(mut self) -> Joined {
        let roots: Vec<usize> = (0..self.places.len()).map(|number| self.sets.root(number)).collect();
        let mut numbers: BTreeMap<usize, usize> = BTreeMap::new();
        let mut members: Vec<Vec<usize>> = Vec::new();
        for (number, root) in roots.iter().enumerate() {
            let thing = *numbers.entry(*root).or_insert_with(|| {
                members.push(Vec::new());
                members.len() - 1
            });
            if let Some(members) = members.get_mut(thing) {
                members.push(number);
            }
        }
        let mut reasons: Vec<BTreeSet<JoinReason>> = vec![BTreeSet::new(); members.len()];
        for (number, reason) in &self.reasons {
            let thing = roots.get(*number).and_then(|root| numbers.get(root));
            if let Some(reasons) = thing.and_then(|thing| reasons.get_mut(*thing)) {
                reasons.insert(*reason);
            }
        }
        let thing_of = |number: usize| roots.get(number).and_then(|root| numbers.get(root)).copied().unwrap_or(0);
        let mut things: Vec<Vec<usize>> = vec![Vec::new(); self.inputs.len()];
        for (number, (report, _)) in self.places.iter().enumerate() {
            if let Some(things) = things.get_mut(*report) {
                things.push(thing_of(number));
            }
        }
        let names: Vec<String> = members.iter().map(|members| self.fullest(members)).collect();
        let (mentions, also) = self.mentions(&things, &members, thing_of);
        let shared = self.shared(&members, &names, &reasons, also);
        Joined { shared, things, names, mentions }
    }

    /// The first name, or the longest that holds it.
    fn fullest(&self, members: &[usize]) -> String {
        let mut names = members.iter().filter_map(|member| self.entity(*member)).map(|entity| &entity.name);
        let first = names.next().cloned().unwrap_or_default();
        names.fold(first, |full, name| if name.contains(full.as_str()) { name.clone() } else { full })
    }

    fn shared(
        &self,
        members: &[Vec<usize>],
        names: &[String],
        reasons: &[BTreeSet<JoinReason>],
        mut also: BTreeMap<usize, Vec<SpanInReport>>,
    ) -> Vec<SharedEntity> {
        let mut shared: Vec<SharedEntity> = Vec::new();
        for (thing, ((members, name), reasons)) in members.iter().zip(names).zip(reasons).enumerate() {
            let reports: Vec<EntityInReport> = members.iter().filter_map(|member| self.in_report(*member)).collect();
            let also = also.remove(&thing).unwrap_or_default();
            let places = reports.iter().map(|place| place.report).chain(also.iter().map(|place| place.report));
            if places.collect::<BTreeSet<u32>>().len() > 1 {
                let because = reasons.iter().copied().collect();
                shared.push(SharedEntity { name: name.clone(), label: self.label(members), reports, because, also });
            }
        }
        let mentions = |entity: &SharedEntity| {
            entity.also.len() as u32 + entity.reports.iter().map(|place| place.mentions).sum::<u32>()
        };
        shared.order_by(|a, b| mentions(b).cmp(&mentions(a)).then_with(|| a.name.cmp(&b.name)));
        shared
    }

    fn in_report(&self, number: usize) -> Option<EntityInReport> {
        let (report, entity) = self.places.get(number)?;
        let mentions = self.entity(number)?.mentions.len() as u32;
        Some(EntityInReport { report: *report as u32, entity: *entity as u32, mentions })
    }

    /// The label that most mentions bear.
    fn label(&self, members: &[usize]) -> EntityLabel {
        let mut votes: BTreeMap<EntityLabel, usize> = BTreeMap::new();
        for entity in members.iter().filter_map(|member| self.entity(*member)) {
            *votes.entry(entity.label).or_default() += entity.mentions.len();
        }
        votes.into_iter().max_by_key(|(_, count)| *count).map_or(EntityLabel::Other, |(label, _)| label)
    }

    /// For every report where things are named in it; for every thing where its name stands in reports that have no
    /// entity of it, in the unit of the report.
    fn mentions(
        &self,
        things: &[Vec<usize>],
        members: &[Vec<usize>],
        thing_of: impl Fn(usize) -> usize,
    ) -> (Vec<Vec<Mention>>, BTreeMap<usize, Vec<SpanInReport>>) {
        let labels: Vec<EntityLabel> = members.iter().map(|members| self.label(members)).collect();
        let search = Search::new(self.names());
        let mut also: BTreeMap<usize, Vec<SpanInReport>> = BTreeMap::new();
        let mut all = Vec::new();
        for (report, (input, things)) in self.inputs.iter().zip(things).enumerate() {
            let mut found = named(input, things);
            let known: BTreeSet<usize> = things.iter().copied().collect();
            let unit = input.own_unit();
            let mut unseen: Vec<Mention> = Vec::new();
            for (span, number) in search.iter().flat_map(|search| search.find(&input.report.text)) {
                let thing = thing_of(number);
                let label = labels.get(thing).copied().unwrap_or(EntityLabel::Other);
                let after = found.partition_point(|mention| mention.span.end <= span.start);
                let is_free = found.get(after).is_none_or(|mention| !mention.span.overlaps(span));
                if !known.contains(&thing) && is_free && input.is_said(span) {
                    unseen.push(Mention { span, thing, label });
                    let place = SpanInReport { report: report as u32, span: unit.span(span) };
                    also.entry(thing).or_default().push(place);
                }
            }
            found.extend(unseen);
            found.order();
            all.push(found);
        }
        (all, also)
    }
}

/// Where a report's own entities are named, in order.
fn named(input: &Input, things: &[usize]) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    for (entity, thing) in input.report.entities.iter().zip(things) {
        found.extend(entity.mentions.iter().map(|span| Mention { span: *span, thing: *thing, label: entity.label }));
    }
    found.order();
    found
}

pub(super) fn is_kana(character: char) -> bool {
    matches!(character, 'ァ'..='ヺ' | 'ー')
}

/// The consonants of a name in katakana, Latin letters or both, and its acronyms as they are; empty for names in other
/// scripts.
fn sound(form: &str) -> String {
    let is_mark = |c: char| matches!(c, '・' | ' ' | '-');
    if !form.chars().all(|c| is_mark(c) || is_kana(c) || c.is_ascii_alphabetic()) {
        return String::new();
    }
    form.split(is_mark).map(sound_of_word).collect()
}

/// The same of a word: an acronym at its end is a word of its own, as in OpenAI and オープンAI.
fn sound_of_word(word: &str) -> String {
    let name = word.trim_end_matches(|c: char| c.is_ascii_uppercase());
    // The capital of ChatGPT's first word is none of the acronym, nor that of a name in capitals.
    let acronym = word.get(name.len()..).filter(|acronym| acronym.len() > 1).unwrap_or("");
    let name = word.strip_suffix(acronym).unwrap_or(word);
    let latin = name.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(name.len());
    let (kana, letters) = name.split_at_checked(latin).unwrap_or((name, ""));
    [forms::consonants(kana), forms::consonants(letters), acronym.to_ascii_lowercase()].concat()
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

/// A form as it is compared: compatibility forms folded; case, the marks between words, and what companies add left out.
fn folded(form: &str) -> String {
    let form: String = form.nfkc().collect();
    let form = forms::without_company_form(&form, COMPANY_FORMS);
    let letters = form.chars().flat_map(char::to_lowercase);
    letters.filter(|c| !c.is_whitespace() && !matches!(c, '-' | '‐' | '–' | '・' | '=' | '.' | '\'')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_sound_alike() {
        for (one, other) in [
            ("チャットGPT", "ChatGPT"),
            ("アリババ", "Alibaba"),
            ("センスタイム", "SenseTime"),
            ("オープンAI", "OpenAI"),
            ("オルタAI", "Alta AI"),
        ] {
            assert_eq!(sound(one), sound(other), "{one} {other}");
        }
        assert_eq!(sound("阿里雲"), "");
        assert_ne!(sound("バイドゥ"), sound("Tencent"));
    }

    #[test]
    fn forms_of_one_name() {
        for (one, other) in [("ＮＥＣ", "nec"), ("ジョン・スミス", "ジョンスミス"), ("青葉電機株式会社", "青葉電機")]
        {
            assert_eq!(folded(one), folded(other), "{one} {other}");
        }
    }
}
