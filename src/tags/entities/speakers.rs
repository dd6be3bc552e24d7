//! Speakers of turns: the family name before a wide space or a colon stands for the person whose name has it; and what
//! names in bylines and before persons with an office are of.

use super::forms;
use crate::article::Article;
use crate::report::{EntityLabel, Role};
use crate::tags::attributions::turns::opener;
use crate::tags::names::context::beginning;
use crate::tags::names::mention::{Evidence, Mention, Votes};
use crate::tags::names::rules::NameRules;
use std::collections::HashSet;

/// Lines that a name opens at least before it is a speaker's.
const AGAIN: usize = 2;
/// How strongly what stands beside a name speaks for its label, so that the model's voice counts no more.
const CERTAIN: f32 = 6.0;
/// The most signs of a family name.
const LONGEST_FAMILY: usize = 3;
/// The most speakers of an article.
const SPEAKERS: usize = 16;

/// The names that open turns and are part of one person's name only, each after that name.
// Not inlined, for the size of the core.
#[inline(never)]
pub fn find<'t>(article: &Article<'t>, mentions: &[Mention]) -> Vec<(&'t str, &'t str)> {
    let text = article.text;
    let mut turns: Vec<(&str, usize)> = Vec::new();
    for block in article.blocks.iter().filter(|block| block.role.is_body()) {
        let Some((name, _)) = opener(block.span.of(text)) else { continue };
        if let Some((_, count)) = turns.iter_mut().find(|(known, _)| *known == name) {
            *count += 1;
        } else if turns.len() < SPEAKERS {
            turns.push((name, 1));
        }
    }
    let again = turns.into_iter().filter(|(_, count)| *count >= AGAIN);
    again.filter_map(|(name, _)| Some((person(text, mentions, name)?, name))).collect()
}

/// Ends what was taken for the name of a speaker and more at the wide space of the turn: 宮内 in 宮内　転機は.
pub fn part(text: &str, speakers: &[(&str, &str)], mentions: &mut [Mention]) {
    for mention in mentions {
        let form = mention.span.of(text);
        let said = |name: &str| form.strip_prefix(name).is_some_and(|rest| rest.starts_with('\u{3000}'));
        if let Some((_, name)) = speakers.iter().find(|(_, name)| said(name)) {
            mention.span.end = mention.span.start + name.len() as u32;
        }
    }
}

/// Takes for persons what stands in a byline after a colon, and for bodies what has a person with an office: X in
/// Xのアラン・ウェクスラーCEO.
pub fn relabel(article: &Article<'_>, mentions: &mut [Mention]) {
    let (text, rules) = (article.text, article.language.names);
    let families = families(text, mentions);
    let mut next: Option<(u32, bool)> = None;
    for mention in mentions.iter_mut().rev() {
        let before = text.get(..mention.span.start as usize).unwrap_or("").trim_end_matches(' ');
        let after = text.get(mention.span.end as usize..).unwrap_or("");
        let label = mention.label();
        if label == EntityLabel::Location && before.ends_with([':', '：']) && is_byline(article, mention) {
            mention.votes = Votes::one(EntityLabel::Person, CERTAIN);
            mention.evidence = Evidence::Kind;
        }
        // 鶴見です。: whoever speaks says so.
        let is_own = label == EntityLabel::Location && families.contains(mention.span.of(text));
        if is_own && introduces_self(text, rules, mention) {
            mention.votes = Votes::one(EntityLabel::Person, CERTAIN);
            mention.evidence = Evidence::Kind;
        }
        let owned = next.is_some_and(|(start, has_office)| {
            let between = text.get(mention.span.end as usize..start as usize);
            has_office && !rules.possessive.is_empty() && between == Some(rules.possessive)
        });
        if label == EntityLabel::Person && owned {
            mention.votes = Votes::one(EntityLabel::Organization, CERTAIN);
            mention.evidence = Evidence::Owner;
        }
        let has_office = rules.offices.split(' ').any(|office| !office.is_empty() && after.starts_with(office));
        next = Some((mention.span.start, label == EntityLabel::Person && has_office));
    }
}

/// The first signs of the names of persons in kanji, as many as a family name may have.
fn families<'t>(text: &'t str, mentions: &[Mention]) -> HashSet<&'t str> {
    let persons = mentions.iter().filter(|mention| mention.label() == EntityLabel::Person);
    let forms = persons.map(|mention| mention.span.of(text)).filter(|form| forms::is_kanji(form));
    forms
        .flat_map(|form| form.char_indices().skip(1).take(LONGEST_FAMILY).filter_map(|(end, _)| form.get(..end)))
        .collect()
}

/// Whether a sentence holds nothing but a name and the words by which a speaker says that it is theirs.
fn introduces_self(text: &str, rules: &NameRules, mention: &Mention) -> bool {
    let before = text.get(..mention.span.start as usize).unwrap_or("");
    let after = text.get(mention.span.end as usize..).unwrap_or("");
    let opens = before.is_empty() || before.ends_with(['。', '、', '\n', '」', '！', '\u{3000}']);
    opens && beginning(rules.introducing_self, after) > 0
}

fn is_byline(article: &Article<'_>, mention: &Mention) -> bool {
    let after = article.blocks.partition_point(|block| block.span.start <= mention.span.start);
    let block = after.checked_sub(1).and_then(|block| article.blocks.get(block));
    block.is_some_and(|block| block.role == Role::Byline)
}

/// The one name of a person that has a part and more.
fn person<'t>(text: &'t str, mentions: &[Mention], part: &str) -> Option<&'t str> {
    let mut found = None;
    for mention in mentions.iter().filter(|mention| mention.label() == EntityLabel::Person) {
        let form = mention.span.of(text);
        let is_family = form.starts_with(part) && forms::is_kanji(part);
        let has_part = (is_family || form.rsplit(['・', ' ']).next() == Some(part)) && form != part;
        if has_part && *found.get_or_insert(form) != form {
            return None;
        }
    }
    found
}
