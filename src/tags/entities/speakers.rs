//! Speakers of turns: the family name before a wide space or a colon is a mention of the person whose name has it.

use super::forms;
use crate::article::Article;
use crate::order::Order;
use crate::report::EntityLabel;
use crate::span::Span;
use crate::tags::attributions::turns::opener;
use crate::tags::names::mention::{Evidence, Mention, Votes};
use std::collections::HashMap;

/// Lines that a name opens at least before it is a speaker's.
const AGAIN: usize = 2;
/// The fewest and the most characters of a family name in Chinese characters.
const FAMILY: std::ops::RangeInclusive<usize> = 2..=3;

/// Adds the names that open turns, where they are part of one person's name only. Gives the pairs of forms.
pub fn add(article: &Article<'_>, mentions: &mut Vec<Mention>) -> Vec<(String, String)> {
    let text = article.text;
    let persons = parts(text, mentions);
    let mut turns: HashMap<&str, Vec<Span>> = HashMap::new();
    for block in article.blocks.iter().filter(|block| block.role.is_body()) {
        let Some((name, _)) = opener(block.span.of(text)) else { continue };
        let span = Span { start: block.span.start, end: block.span.start + name.len() as u32 };
        turns.entry(name).or_default().push(span);
    }
    turns.retain(|name, spans| spans.len() >= AGAIN && persons.contains_key(name));
    let mut added = Vec::new();
    let mut pairs = Vec::new();
    for (name, spans) in turns {
        let Some(Some((whole, votes))) = persons.get(name) else { continue };
        pairs.push(((*whole).to_owned(), name.to_owned()));
        added.extend(spans.into_iter().map(|span| {
            let sentence = article.sentences.partition_point(|sentence| sentence.span.end <= span.start) as u32;
            Mention { span, votes: *votes, evidence: Evidence::Repeated, sentence, fixed: None }
        }));
    }
    cut(mentions, &added);
    let is_free = |turn: &Mention| {
        let place = mentions.partition_point(|mention| mention.span.end <= turn.span.start);
        mentions.get(place).is_none_or(|mention| !mention.span.overlaps(turn.span))
    };
    added.retain(is_free);
    mentions.append(&mut added);
    mentions.order_by_key(|mention| mention.span);
    pairs.order();
    pairs
}

/// Ends what was taken for the name of a speaker and more where the turn's name ends: 宮内 in 宮内　転機は.
fn cut(mentions: &mut [Mention], turns: &[Mention]) {
    for turn in turns {
        let place = mentions.partition_point(|mention| mention.span.start < turn.span.start);
        let same = mentions.get_mut(place).filter(|mention| mention.span.start == turn.span.start);
        if let Some(mention) = same.filter(|mention| mention.span.end > turn.span.end) {
            mention.span.end = turn.span.end;
        }
    }
}

/// The parts of the names of persons that may stand for them, each with the one whole name that has it.
fn parts<'t>(text: &'t str, mentions: &[Mention]) -> HashMap<&'t str, Option<(&'t str, Votes)>> {
    let mut found: HashMap<&str, Option<(&str, Votes)>> = HashMap::new();
    for mention in mentions.iter().filter(|mention| mention.label() == EntityLabel::Person) {
        let form = mention.span.of(text);
        let places = form.char_indices().map(|(place, _)| place).chain([form.len()]).enumerate();
        let ends = places.take(FAMILY.end() + 1).filter(|(count, _)| FAMILY.contains(count));
        let kanji = ends.filter_map(|(_, end)| form.get(..end)).filter(|part| forms::is_kanji(part));
        let words = form.split(['・', ' ', '＝', '=']).filter(|word| !forms::is_kanji(word));
        for part in kanji.chain(words).chain([form]) {
            let known = found.entry(part).or_insert(Some((form, mention.votes)));
            *known = match *known {
                Some((whole, _)) if whole == part => Some((form, mention.votes)),
                Some((whole, votes)) if whole == form || form == part => Some((whole, votes)),
                _ => None,
            };
        }
    }
    found
}
