//! Names in a language that has no model and whose words are not told apart: persons between their title and what they do,
//! the bodies before such titles, and titles of works in their marks.

use super::context::{beginning, ends_in};
use super::mention::{Evidence, Mention, Votes};
use super::rules::RunRules;
use crate::report::EntityLabel;
use crate::span::Span;
use crate::tags::line::is_han;

/// How strongly these forms speak, in natural logarithms.
const STRENGTH: f32 = 4.0;
/// Characters of a body's name at most, and of a title in its marks.
const LONGEST_BODY: usize = 10;
const LONGEST_WORK: usize = 24;

/// Adds the names of a sentence.
pub fn find(rules: &RunRules, text: &str, sentence: Span, number: u32, found: &mut Vec<Mention>) {
    let form = sentence.of(text);
    let mut add = |start: usize, length: usize, label: EntityLabel, evidence: Evidence| {
        let span = Span::new(start, start + length).shifted(sentence.start as usize);
        let votes = Votes::one(label, STRENGTH);
        found.push(Mention { span, votes, evidence, sentence: number, fixed: None });
    };
    let mut past = 0;
    for (place, sign) in form.char_indices() {
        let rest = form.get(place..).unwrap_or("");
        if sign == '《' {
            let inner = rest.strip_prefix('《').unwrap_or("");
            let close = inner.char_indices().take(LONGEST_WORK).find(|(_, sign)| *sign == '》');
            if let Some((length, _)) = close.filter(|(length, _)| *length > 0) {
                let is_outlet = ends_in(rules.outlets, inner.get(..length).unwrap_or(""));
                let label = if is_outlet { EntityLabel::Organization } else { EntityLabel::Work };
                add(place + sign.len_utf8(), length, label, Evidence::Quoted);
            }
            continue;
        }
        let title = if place < past { 0 } else { beginning(rules.titles, rest) };
        if title == 0 {
            continue;
        }
        past = place + title;
        let name = person(rules, form.get(past..).unwrap_or(""));
        if let Some(length) = name {
            add(past, length, EntityLabel::Person, Evidence::Addressed);
        }
        let leads = name.is_some() && beginning(rules.offices, rest) > 0;
        if let Some(length) = body(rules, form.get(..place).unwrap_or(""), leads) {
            add(place - length, length, EntityLabel::Organization, Evidence::Owner);
        }
    }
}

/// How many bytes the name of a person has that a text begins with: a family name and one or two signs more, and what
/// follows no name.
fn person(rules: &RunRules, text: &str) -> Option<usize> {
    let family = text.chars().next().filter(|sign| rules.families.contains(*sign))?;
    let end = |signs: usize| text.char_indices().nth(signs).map_or(text.len(), |(end, _)| end);
    let fits = |length: &usize| {
        let (name, after) = text.split_at_checked(*length).unwrap_or_default();
        name.len() > family.len_utf8()
            && name.chars().all(is_han)
            && (!after.starts_with(is_han) || beginning(rules.after_persons, after) > 0)
    };
    [end(3), end(2)].into_iter().find(fits)
}

/// How many bytes the name of a body has that a text ends with, from the beginning of its clause on. Before one who leads it
/// a name may end in anything.
fn body(rules: &RunRules, text: &str, leads: bool) -> Option<usize> {
    let signs = text.char_indices().rev().take(LONGEST_BODY + 1);
    let start = signs.take_while(|(_, sign)| is_han(*sign)).last().map(|(start, _)| start)?;
    let name = text.get(start..)?;
    let is_long = (3..=LONGEST_BODY).contains(&name.chars().count());
    (is_long && (leads || ends_in(rules.bodies, name)) && beginning(rules.no_beginnings, name) == 0)
        .then_some(name.len())
}
