//! Entities: the mentions of one thing gathered into one entry, with all its forms and one label.

mod anaphors;
pub mod forms;
mod further;
mod groups;
mod joins;
mod reasons;
mod repeated;
mod speakers;

use crate::article::Article;
use crate::error::Error;
use crate::options::MessageLanguage;
use crate::order::Order;
use crate::pace::Pace;
use crate::report::{Entity, EntityLabel, Quantity, Time};
use crate::span::Span;
use crate::tags::line::is_han;
use crate::tags::names::context::{beginning, ends_in, is_generic, is_long_address};
use crate::tags::names::dictionary::Listing;
use crate::tags::names::find::{Names, bare, sentences};
use crate::tags::names::listed::{Listed, key};
use crate::tags::names::mention::{Evidence, Mention};
use crate::tags::names::rules::NameRules;
use crate::tokens::Token;
use further::Sentences;
use groups::Groups;
use reasons::Join;
use std::collections::{BTreeMap, HashMap, HashSet};

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
    let pairs = further::bracketed(text, article.language.names, &sentences, &mut mentions);
    further::completed(text, &mut mentions);
    further::enumerated(text, &sentences, &mut mentions);
    let initials = further::initials(text, &sentences, &mut mentions);
    let speakers = speakers::find(article, &mentions);
    speakers::part(text, &speakers, &mut mentions);
    speakers::relabel(article, &mut mentions);
    repeated::repeated(text, &sentences, article.language.names, &speakers, &mut mentions);
    further::endings(text, &sentences, article.language.names, &mut mentions);
    mentions.iter_mut().for_each(|mention| mention.span = bare(mention.span, text));
    mentions.iter_mut().for_each(|mention| without_title(mention, text, article.language.names));
    mentions.iter_mut().for_each(|mention| without_former(mention, text, article.language.names));
    mentions.iter_mut().for_each(|mention| without_plural(mention, text));
    mentions.retain(|mention| own.listing(mention.span.of(text)) != Some(Listing::Never));
    mentions.retain(|mention| {
        let form = mention.span.of(text);
        !form.is_empty()
            && (mention.evidence == Evidence::Dictionary || !is_generic(article.language.names, form, mention.label()))
    });
    let mut groups = Groups::new(text, &mentions);
    joins::listed(&mut groups, own, Join::Dictionary);
    joins::listed(&mut groups, names.table(), Join::Table);
    joins::no_persons(&mut groups, article.language.names);
    joins::bracketed(&mut groups, text, &pairs);
    joins::pairs(&mut groups, &initials, Join::Initials);
    joins::pairs(&mut groups, &speakers, Join::ShortForm);
    joins::short_forms(&mut groups, text, &sentences, &mentions, article.language.names);
    joins::other_scripts(&mut groups);
    let anaphors = anaphors::find(text, &sentences, &mentions, &groups, article.language.names);
    let lists = [own, names.table()];
    gather(article, &sentences, &mentions, anaphors, &groups, lists)
}

/// Takes from a person's name the sign that begins the title after it, and a form of address: 松宮悠 in 松宮悠准教授, 木下ゆら
/// in 木下ゆらさん.
fn without_title(mention: &mut Mention, text: &str, rules: &NameRules) {
    let form = mention.span.of(text);
    let is_person = mention.label() == EntityLabel::Person && mention.evidence != Evidence::Dictionary;
    let name = rules.polite.split_whitespace().find_map(|address| form.strip_suffix(address));
    if let Some(name) = name.filter(|name| is_person && name.chars().nth(1).is_some()) {
        mention.span.end = mention.span.start + name.len() as u32;
        return;
    }
    // 長峰　TEL
    let apart = form.split_once('\u{3000}').filter(|(name, rest)| !name.is_ascii() && rest.is_ascii());
    if let Some((name, _)) = apart.filter(|_| is_person) {
        mention.span.end = mention.span.start + name.len() as u32;
        return;
    }
    let last = form.char_indices().next_back().map_or(0, |(place, _)| mention.span.start + place as u32);
    let is_long = form.chars().nth(2).is_some() && mention.evidence != Evidence::Dictionary;
    if is_long && mention.label() == EntityLabel::Person && is_long_address(rules, text, last) {
        mention.span.end = last;
    }
}

/// Takes from the number of a model the s of several: H800 in 2,048 H800s.
fn without_plural(mention: &mut Mention, text: &str) {
    let form = mention.span.of(text);
    let rest = form.strip_suffix('s').map(|rest| rest.trim_start_matches(|sign: char| sign.is_ascii_uppercase()));
    let is_code = |rest: &str| {
        rest.len() + 1 < form.len() && (2..=4).contains(&rest.len()) && rest.bytes().all(|byte| byte.is_ascii_digit())
    };
    if mention.label() == EntityLabel::Product && mention.fixed.is_none() && rest.is_some_and(is_code) {
        mention.span.end -= 1;
    }
}

/// Takes from a school what says that somebody was there once: 元 in 元清北大学教授.
fn without_former(mention: &mut Mention, text: &str, rules: &NameRules) {
    let form = mention.span.of(text);
    let word = beginning(rules.former, form);
    let is_school = mention.label() == EntityLabel::Organization && ends_in(rules.wholes, form);
    let after = text.get(mention.span.end as usize..).unwrap_or("");
    let is_titled = beginning(rules.addresses, after) > 0 || beginning(rules.long_addresses, after) > 0;
    if is_school && is_titled && word > 0 && mention.evidence != Evidence::Dictionary {
        mention.span.start += word as u32;
    }
}

/// Takes out the quantities whose digits are part of a name: the 800 of H800, the 18 of iOS 18.
pub fn take_digits(entities: &[Entity], quantities: &mut Vec<Quantity>) {
    use EntityLabel::{Event, Organization, Product, Work};
    let has_digits = |entity: &&Entity| matches!(entity.label, Product | Work | Event | Organization);
    let of = |entity: &Entity| entity.label == Organization;
    let spans = entities.iter().filter(has_digits).flat_map(|entity| {
        let is_body = of(entity);
        entity.mentions.iter().map(move |span| (*span, is_body))
    });
    let mut names: Vec<(Span, bool)> = spans.collect();
    names.order();
    quantities.retain(|quantity| {
        let place = names.partition_point(|(name, _)| name.end <= quantity.span.start);
        // A code of a currency is money, whoever takes it for a name: MUSD 60.
        let is_money = quantity.because.iter().any(|because| because == "currency sign");
        // 2,048 H800 GPUs are counted, and the name is what of.
        let is_inside = |name: &Span| name.start <= quantity.span.start && name.overlaps(quantity.span);
        // 36氪 is a body, but 3社 are counted.
        let is_noun = quantity.because.iter().any(|because| because == "counted noun");
        let holds = |(name, is_body): &(Span, bool)| is_inside(name) && (!is_body || is_noun && *name == quantity.span);
        is_money || !names.get(place).is_some_and(holds)
    });
}

/// Takes out the times that are the whole name of a product: Q2 is no quarter in an article on the model Q2.
pub fn take_codes(entities: &[Entity], times: &mut Vec<Time>, text: &str) {
    let products = entities.iter().filter(|entity| entity.label == EntityLabel::Product);
    let names: HashSet<Span> = products.flat_map(|entity| entity.mentions.iter().copied()).collect();
    let is_code = |span: Span| span.of(text).bytes().all(|byte| byte.is_ascii_alphanumeric());
    times.retain(|time| !(names.contains(&time.span) && is_code(time.span)));
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
    let scene = Scene { groups, joins: groups.joins(), lists, language: article.options.message_language };
    let mut entities: Vec<Entity> = gathered
        .into_iter()
        .filter(|(group, entry)| !entry.forms.is_empty() && groups.strength(*group) > 0.0)
        .filter(|(group, entry)| !is_faint(entry, groups.label(*group), groups.strength(*group), article))
        .map(|(group, entry)| entity(group, entry, &scene))
        .collect();
    entities.order_by_key(|entity| (std::cmp::Reverse(entity.mentions.len()), entity.mentions.first().copied()));
    entities
}

/// Whether too little speaks for a facility, for a thing with a number in it, which may be a quantity, or for one that is
/// rather a phrase, 町の電池: the model alone, once and faintly. Quotation marks speak for all but the phrase.
fn is_faint(entry: &Gathered<'_>, label: EntityLabel, strength: f32, article: &Article<'_>) -> bool {
    let rules = article.language.names;
    let only_model = entry.evidence.keys().eq([&Evidence::Model]);
    let [span] = entry.spans.as_slice() else { return false };
    if !only_model || strength >= rules.faint {
        return false;
    }
    let (form, is_thing) = (span.of(article.text), matches!(label, EntityLabel::Product | EntityLabel::Work));
    let is_phrase = is_thing && !rules.possessive.is_empty() && form.contains(rules.possessive);
    let is_numbered = is_thing && form.contains(char::is_numeric);
    is_phrase || (is_numbered || label == EntityLabel::Facility) && !is_quoted(article.text, *span)
}

/// Whether a span fills quotation marks.
fn is_quoted(text: &str, span: Span) -> bool {
    let (start, end) = (span.start as usize, span.end as usize);
    let before = text.get(..start).and_then(|before| before.chars().next_back());
    let after = text.get(end..).and_then(|after| after.chars().next());
    matches!(
        (before, after),
        (Some('「'), Some('」')) | (Some('『'), Some('』')) | (Some('“'), Some('”')) | (Some('"'), Some('"'))
    )
}

/// What is the same for all entities.
struct Scene<'s> {
    groups: &'s Groups,
    joins: HashMap<usize, Vec<(Join, &'s str, &'s str)>>,
    lists: [&'s Listed; 2],
    language: MessageLanguage,
}

fn entity(group: usize, mut gathered: Gathered<'_>, scene: &Scene<'_>) -> Entity {
    gathered.spans.order();
    gathered.spans.dedup();
    let label = scene.groups.label(group);
    let name = fullest(&gathered.forms, label, scene.lists);
    let mut seen = HashSet::from([name.as_str()]);
    let others = gathered.forms.iter().filter(|form| seen.insert(form));
    let aliases = others.map(|form| (*form).to_owned()).collect();
    let joins = scene.joins.get(&group).map_or(&[][..], Vec::as_slice);
    let because = because(label, scene.groups.strength(group), &gathered, joins, scene.language);
    Entity { name, label, mentions: gathered.spans, aliases, because }
}

/// The form that a list gives as the name, else the longest; of a person in kanji no reading in katakana, and of what is
/// named first in Chinese characters no form in Latin letters or katakana that stands less often: 月河智能（Moonriver）.
fn fullest(forms: &[&str], label: EntityLabel, lists: [&Listed; 2]) -> String {
    let is_listed =
        |form: &&&str| lists.iter().any(|list| list.entry(form).is_some_and(|entry| key(&entry.name) == key(form)));
    let listed = forms.iter().find(is_listed);
    let is_read = label == EntityLabel::Person && forms.first().is_some_and(|first| forms::is_kanji(first));
    let is_foreign = |form: &str| forms::is_latin(form) || forms::is_katakana(form);
    let foreign = forms.iter().filter(|form| is_foreign(form)).count();
    let is_other = foreign * 2 <= forms.len() && forms.first().is_some_and(|first| first.contains(is_han));
    let fits = |form: &&&str| (!is_read || forms::is_kanji(form)) && !(is_other && is_foreign(form));
    let names = forms.iter().rev().filter(fits);
    let longest = || names.max_by_key(|form| form.chars().count());
    listed.or_else(longest).map_or(String::new(), |form| (*form).to_owned())
}

/// A name of one character with the title after it: 李教授.
fn with_title(text: &str, sentences: &Sentences<'_>, mention: &Mention, label: EntityLabel, addresses: &str) -> Span {
    let span = mention.span;
    if label != EntityLabel::Person || span.of(text).chars().count() > 1 {
        return span;
    }
    let title = address_after(text, sentences, mention, addresses);
    Span { end: title.map_or(span.end, |title| title.end), ..span }
}

/// The word of address right after a mention, such as 氏.
fn address_after(text: &str, sentences: &Sentences<'_>, mention: &Mention, addresses: &str) -> Option<Span> {
    let place = sentences.partition_point(|(number, _)| *number < mention.sentence);
    let tokens = sentences.get(place).map_or(&[][..], |(_, tokens)| tokens);
    let next = tokens.get(tokens.partition_point(|token| token.span.start < mention.span.end))?.span;
    let is_address = addresses.split(' ').any(|address| address == next.of(text));
    (next.start == mention.span.end && is_address).then_some(next)
}

/// Why it is a name, why its forms are one thing, and what all say together.
fn because(
    label: EntityLabel,
    strength: f32,
    gathered: &Gathered<'_>,
    joins: &[(Join, &str, &str)],
    language: MessageLanguage,
) -> Vec<String> {
    let found = gathered.evidence.iter().map(|(evidence, count)| reasons::evidence(*evidence, *count, language));
    let mut because: Vec<String> = found.collect();
    let shown = joins.iter().take(SHOWN_JOINS);
    because.extend(shown.map(|(join, one, other)| reasons::join(*join, one, other, language)));
    because.push(reasons::strength(label, strength, language));
    because
}

/// The most reasons of one kind that are given.
const SHOWN_JOINS: usize = 8;
