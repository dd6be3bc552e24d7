//! Speakers of turns: the family name before a wide space or a colon is a mention of the person whose name has it.

use super::forms;
use crate::article::Article;
use crate::order::Order;
use crate::report::EntityLabel;
use crate::span::Span;
use crate::tags::attributions::turns::opener;
use crate::tags::names::mention::{Evidence, Mention};

/// Lines that a name opens at least before it is a speaker's.
const AGAIN: usize = 2;
/// The most speakers of an article.
const SPEAKERS: usize = 16;

/// Adds the names that open turns, where they are part of one person's name only. Gives the pairs of forms.
#[inline(never)]
pub fn add(article: &Article<'_>, mentions: &mut Vec<Mention>) -> Vec<(String, String)> {
    let text = article.text;
    let mut turns: Vec<Span> = Vec::new();
    for block in article.blocks.iter().filter(|block| block.role.is_body()) {
        if let Some((name, _)) = opener(block.span.of(text)) {
            turns.push(Span { start: block.span.start, end: block.span.start + name.len() as u32 });
        }
    }
    turns.order_by_key(|turn| turn.of(text));
    let mut pairs = Vec::new();
    let mut added = Vec::new();
    let again = turns.chunk_by(|one, other| one.of(text) == other.of(text)).filter(|turns| turns.len() >= AGAIN);
    for turns in again.take(SPEAKERS) {
        let name = turns.first().map_or("", |turn| turn.of(text));
        let Some(person) = person(text, mentions, name) else { continue };
        pairs.push((person.span.of(text).to_owned(), name.to_owned()));
        for span in turns.iter().copied() {
            let sentence = article.sentences.partition_point(|sentence| sentence.span.end <= span.start) as u32;
            added.push(Mention { span, evidence: Evidence::Repeated, sentence, ..person.clone() });
        }
    }
    for turn in &added {
        let place = mentions.partition_point(|mention| mention.span.end <= turn.span.start);
        match mentions.get_mut(place).filter(|mention| mention.span.overlaps(turn.span)) {
            // 宮内　転機は: the name ends where the turn's does.
            Some(mention) if mention.span.start == turn.span.start => {
                mention.span.end = mention.span.end.min(turn.span.end);
            }
            _ => {}
        }
    }
    added.retain(|turn| {
        let place = mentions.partition_point(|mention| mention.span.end <= turn.span.start);
        mentions.get(place).is_none_or(|mention| !mention.span.overlaps(turn.span))
    });
    mentions.append(&mut added);
    mentions.order_by_key(|mention| mention.span);
    pairs
}

/// The one person whose name has a part, longer than it or the same.
fn person<'m>(text: &str, mentions: &'m [Mention], part: &str) -> Option<&'m Mention> {
    let mut found: Option<&Mention> = None;
    for mention in mentions.iter().filter(|mention| mention.label() == EntityLabel::Person) {
        let form = mention.span.of(text);
        let is_family = form.starts_with(part) && forms::is_kanji(part);
        let known = found.map_or(part, |found| found.span.of(text));
        if !is_family && form.rsplit(['・', ' ']).next() != Some(part) || form == known && found.is_some() {
            continue;
        }
        if known == part {
            found = Some(mention);
        } else if form != part {
            return None;
        }
    }
    found
}
