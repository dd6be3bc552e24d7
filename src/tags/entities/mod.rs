//! Entities: the mentions of one thing gathered into one entry, with all its forms and one label.

mod anaphors;
pub mod forms;
mod further;
mod groups;
mod joins;

use crate::article::Article;
use crate::error::Error;
use crate::pace::Pace;
use crate::report::{Entity, EntityLabel, Quantity};
use crate::span::Span;
use crate::tags::names::find::{Names, sentences};
use crate::tags::names::listed::{Listed, key};
use crate::tags::names::mention::{Evidence, Mention};
use crate::tokens::Token;
use further::Sentences;
use groups::Groups;
use std::collections::BTreeMap;

/// Finds the names of an article and gathers them: most mentions first, of equals the first in the text.
///
/// # Errors
/// Whatever `pace` stops it with.
pub async fn find(
    article: &Article<'_>,
    names: &Names,
    pace: &impl Pace,
    shares: (f64, f64),
) -> Result<Vec<Entity>, Error> {
    let own = Listed::new(&article.options.dictionary);
    let mentions = names.find(article, &own, pace, shares).await?;
    Ok(gather_all(article, names, &own, mentions))
}

fn gather_all(article: &Article<'_>, names: &Names, own: &Listed, mut mentions: Vec<Mention>) -> Vec<Entity> {
    let text = article.text;
    let sentences: Vec<(u32, &[Token<'_>])> = sentences(article).map(|(number, _, tokens)| (number, tokens)).collect();
    let pairs = further::bracketed(text, &sentences, &mut mentions);
    further::enumerated(text, &sentences, &mut mentions);
    let initials = further::initials(text, &sentences, &mut mentions);
    further::repeated(text, &sentences, &mut mentions);
    let mut groups = Groups::new(text, &mentions);
    joins::listed(&mut groups, own, "your dictionary");
    joins::listed(&mut groups, names.table(), "the table of names");
    joins::bracketed(&mut groups, text, &pairs);
    joins::initials(&mut groups, &initials);
    joins::short_forms(&mut groups, text, &sentences, &mentions, article.language.names);
    joins::other_scripts(&mut groups);
    let anaphors = anaphors::find(text, &sentences, &mentions, &groups, article.language.names);
    let lists = [own, names.table()];
    gather(article, &sentences, &mentions, anaphors, &groups, lists)
}

/// Takes out the quantities whose digits are part of a name: the 800 of H800, the 18 of iOS 18.
pub fn take_digits(entities: &[Entity], quantities: &mut Vec<Quantity>) {
    let has_digits =
        |entity: &&Entity| matches!(entity.label, EntityLabel::Product | EntityLabel::Work | EntityLabel::Event);
    let mut names: Vec<Span> =
        entities.iter().filter(has_digits).flat_map(|entity| entity.mentions.iter().copied()).collect();
    names.sort_unstable();
    quantities.retain(|quantity| {
        let place = names.partition_point(|name| name.end <= quantity.span.start);
        names.get(place).is_none_or(|name| !name.overlaps(quantity.span))
    });
}

/// A group's mentions and what found them.
#[derive(Default)]
struct Gathered<'t> {
    spans: Vec<Span>,
    forms: Vec<&'t str>,
    evidence: BTreeMap<Evidence, u32>,
}

fn gather(
    article: &Article<'_>,
    sentences: &Sentences<'_>,
    mentions: &[Mention],
    anaphors: Vec<(Mention, usize)>,
    groups: &Groups,
    lists: [&Listed; 2],
) -> Vec<Entity> {
    let text = article.text;
    let mut gathered: BTreeMap<usize, Gathered<'_>> = BTreeMap::new();
    for (number, mention) in mentions.iter().enumerate() {
        let Some(group) = groups.of_mention(number) else { continue };
        let span = with_title(text, sentences, mention, groups.label(group), article.language.names.addresses);
        let entry = gathered.entry(group).or_default();
        entry.spans.push(span);
        entry.forms.push(span.of(text));
        *entry.evidence.entry(mention.evidence).or_default() += 1;
    }
    for (mention, group) in anaphors {
        let entry = gathered.entry(group).or_default();
        entry.spans.push(mention.span);
        *entry.evidence.entry(mention.evidence).or_default() += 1;
    }
    let mut entities: Vec<Entity> = gathered
        .into_iter()
        .filter(|(group, entry)| !entry.forms.is_empty() && groups.strength(*group) > 0.0)
        .map(|(group, entry)| entity(group, entry, groups, lists))
        .collect();
    entities.sort_by_key(|entity| (std::cmp::Reverse(entity.mentions.len()), entity.mentions.first().copied()));
    entities
}

fn entity(group: usize, mut gathered: Gathered<'_>, groups: &Groups, lists: [&Listed; 2]) -> Entity {
    gathered.spans.sort_unstable();
    gathered.spans.dedup();
    let name = fullest(&gathered.forms, lists);
    let mut aliases: Vec<String> = Vec::new();
    for form in &gathered.forms {
        if *form != name && !aliases.iter().any(|alias| alias == form) {
            aliases.push((*form).to_owned());
        }
    }
    let label = groups.label(group);
    let because = reasons(group, label, &gathered, groups);
    Entity { name, label, mentions: gathered.spans, aliases, because }
}

/// The form that a list gives as the name, else the longest.
fn fullest(forms: &[&str], lists: [&Listed; 2]) -> String {
    let is_listed =
        |form: &&&str| lists.iter().any(|list| list.entry(form).is_some_and(|entry| key(&entry.name) == key(form)));
    let listed = forms.iter().find(is_listed);
    let longest = || forms.iter().rev().max_by_key(|form| form.chars().count());
    listed.or_else(longest).map_or(String::new(), |form| (*form).to_owned())
}

/// A name of one character with the title after it: 李教授.
fn with_title(text: &str, sentences: &Sentences<'_>, mention: &Mention, label: EntityLabel, addresses: &str) -> Span {
    let span = mention.span;
    if label != EntityLabel::Person || span.of(text).chars().count() > 1 {
        return span;
    }
    let place = sentences.partition_point(|(number, _)| *number < mention.sentence);
    let tokens = sentences.get(place).map_or(&[][..], |(_, tokens)| tokens);
    let next = tokens.get(tokens.partition_point(|token| token.span.start < span.end));
    match next.map(|token| token.span).filter(|next| next.start == span.end) {
        Some(next) if addresses.split(' ').any(|address| address == next.of(text)) => {
            Span { start: span.start, end: next.end }
        }
        _ => span,
    }
}

fn reasons(group: usize, label: EntityLabel, gathered: &Gathered<'_>, groups: &Groups) -> Vec<String> {
    let mut reasons: Vec<String> =
        gathered.evidence.iter().map(|(evidence, count)| reason(*evidence, *count)).collect();
    let joined = groups.reasons.iter().filter(|(other, _)| groups.root(*other) == group);
    reasons.extend(joined.take(8).map(|(_, reason)| reason.clone()));
    let label = format!("{label:?}").to_lowercase();
    reasons.push(format!("all places together: {label}, strength {:.1}", groups.strength(group)));
    reasons
}

/// What found so many of the mentions, in words a reader understands.
fn reason(evidence: Evidence, count: u32) -> String {
    let places = if count == 1 { "1 place".to_owned() } else { format!("{count} places") };
    let what = match evidence {
        Evidence::Dictionary => "your dictionary lists it",
        Evidence::Table => "the table of names lists it",
        Evidence::Model => "the model, by the words around and their forms",
        Evidence::Pattern(name) => return format!("pattern “{name}”: {places}"),
        Evidence::Quoted => "in quotation marks after a word that says what it is",
        Evidence::Addressed => "a title or form of address follows",
        Evidence::Bracketed => "in brackets after another form of it",
        Evidence::Enumerated => "in a row of names",
        Evidence::Initials => "initials of a name in the article",
        Evidence::Repeated => "the same form is a name elsewhere in the article",
        Evidence::Anaphor => "a word that stands for the nearest fitting name",
    };
    format!("{what}: {places}")
}
