//! The places where a form that is a name elsewhere, or a part of one, stands without having been found.

use super::further::{Places, Sentences, class_of};
use super::{forms, joins};
use crate::report::{EntityLabel, Upos};
use crate::span::Span;
use crate::tags::names::context::{is_long_address, listed};
use crate::tags::names::find::{resolve, span_of};
use crate::tags::names::mention::{Evidence, Mention, Votes};
use crate::tags::names::rules::NameRules;
use crate::tokens::Token;
use std::collections::{HashMap, HashSet};

/// The longest form that is looked for elsewhere, in tokens.
const LONGEST_FORM: usize = 16;

/// How often a form stands in the text as a name, and how often not.
#[derive(Clone, Copy, Default)]
struct Tally {
    named: u32,
    bare: u32,
    /// Whether it is only a part of a name.
    is_part: bool,
    votes: Votes,
}

impl Tally {
    /// Whether what follows makes another word of the name of a place: 語 in 日本語.
    fn is_derived(&self, rules: &NameRules, next: &str) -> bool {
        listed(rules.derivations, next) && self.votes.best().0 == EntityLabel::Location
    }

    /// Whether a part of a name that begins a sentence is rather a word: Fields of wheat.
    fn is_word(&self, text: &str, token: &Token<'_>) -> bool {
        self.is_part && token.upos != Upos::Propn && forms::is_latin(token.span.of(text))
    }

    /// Whether a part of a name in kanji is a word that dictionaries have: 東洋 of 東洋精機.
    fn is_known(&self, text: &str, token: &Token<'_>) -> bool {
        let form = token.span.of(text);
        let is_body = self.votes.best().0 == EntityLabel::Organization;
        self.is_part && is_body && forms::is_kanji(form) && token.origin.is_some() && form.chars().nth(1).is_some()
    }
}

/// Adds the places where a form that is a name elsewhere stands without having been found, unless most places speak
/// against it.
pub fn repeated<'t>(
    text: &'t str,
    sentences: &Sentences<'_>,
    rules: &NameRules,
    speakers: &[(&'t str, &'t str)],
    mentions: &mut Vec<Mention>,
) {
    let mut tallies: HashMap<&str, Tally> = HashMap::new();
    for mention in mentions.iter() {
        let form = mention.span.of(text);
        if form.chars().count() > 1 {
            let tally = tallies.entry(form).or_default();
            tally.named += 1;
            tally.votes.add(&mention.votes);
        }
    }
    let mut firsts: HashSet<&str> = first_tokens(text, sentences, mentions);
    add_parts(text, mentions, rules, speakers, (&mut tallies, &mut firsts));
    let bare = bare(text, sentences, rules, &Places { mentions }, (&mut tallies, &firsts));
    let added: Vec<Mention> = bare
        .into_iter()
        .filter_map(|(span, sentence)| {
            let tally = tallies.get(span.of(text)).filter(|tally| tally.named * 3 >= tally.bare)?;
            let votes = Votes(tally.votes.0.map(|vote| vote / tally.named as f32 / 2.0));
            Some(Mention { span, votes, evidence: Evidence::Repeated, sentence, fixed: None })
        })
        .collect();
    mentions.extend(added);
    *mentions = resolve(std::mem::take(mentions));
}

/// Whether one sign is nobody's name: it stands beside other words of a run than titles, or is no family's that a word
/// could not be: 林 in 林CEO and 沈 alone are names.
fn is_joined(text: &str, rules: &NameRules, tokens: &[Token<'_>], place: usize) -> bool {
    let form = |at: usize| tokens.get(at).map_or("", |token| token.span.of(text));
    let in_run = |at: usize| tokens.get(at).is_some_and(|token| (rules.in_run)(class_of(token), form(at)));
    let next = tokens.get(place + 1).map_or(text.len() as u32, |token| token.span.start);
    let is_titled = listed(rules.addresses, form(place + 1)) || is_long_address(rules, text, next);
    let is_alone = rules.families.contains(form(place)) && !in_run(place + 1);
    form(place).chars().nth(1).is_none() && (place.checked_sub(1).is_some_and(in_run) || !is_titled && !is_alone)
}

/// Where the forms stand that are no mentions there, each counted as such.
fn bare<'t>(
    text: &'t str,
    sentences: &Sentences<'_>,
    rules: &NameRules,
    places: &Places<'_>,
    (tallies, firsts): (&mut HashMap<&'t str, Tally>, &HashSet<&'t str>),
) -> Vec<(Span, u32)> {
    let mut bare = Vec::new();
    for (number, tokens) in sentences {
        let mut place = 0;
        while let Some(token) = tokens.get(place) {
            let longest = firsts
                .contains(token.span.of(text))
                .then(|| longest_form(text, tallies, tokens.get(place..).unwrap_or_default()));
            let is_free = |(length, span): &(usize, Span)| {
                let next = tokens.get(place + length).filter(|next| next.span.start == span.end);
                let next = next.map_or("", |next| next.span.of(text));
                let is_other = |tally: &Tally| {
                    let is_word = place == 0 && tally.is_word(text, token) || tally.is_known(text, token);
                    tally.is_derived(rules, next) || is_word
                };
                places.at(*span).is_none() && !tallies.get(span.of(text)).is_some_and(is_other)
            };
            let found = longest.flatten().filter(|(length, _)| *length > 1 || !is_joined(text, rules, tokens, place));
            let Some((length, span)) = found.filter(is_free) else {
                place += 1;
                continue;
            };
            if let Some(tally) = tallies.get_mut(span.of(text)) {
                tally.bare += 1;
            }
            bare.push((span, *number));
            place += length;
        }
    }
    bare
}

/// Adds what may stand for a name of more words in Latin letters, family names and companies without their last word, and
/// the names of speakers to what is looked for.
// Not inlined, for the size of the core.
#[inline(never)]
fn add_parts<'t>(
    text: &'t str,
    mentions: &[Mention],
    rules: &NameRules,
    speakers: &[(&'t str, &'t str)],
    (tallies, firsts): (&mut HashMap<&'t str, Tally>, &mut HashSet<&'t str>),
) {
    let mut add = |whole: &str, part: &'t str, is_sure: bool| {
        let tally = tallies.get(whole).copied();
        // iPad Pro, which a model may take for a person once, has no family name.
        if let Some(tally) = tally.filter(|tally| is_sure || tally.votes.best().0 == EntityLabel::Person) {
            tallies.entry(part).or_insert(Tally { is_part: true, ..tally });
            firsts.insert(part);
        }
    };
    for mention in mentions {
        let form = mention.span.of(text);
        if let Some(part) = joins::before_trade(form, rules).filter(|_| mention.label() == EntityLabel::Organization) {
            add(form, part, true);
        }
        // 沈 of 沈知遠
        let sign = form.char_indices().nth(1).and_then(|(end, _)| form.get(..end));
        let sign = sign.filter(|_| forms::is_kanji(form) && form.chars().nth(3).is_none());
        if let Some(sign) = sign.filter(|_| mention.label() == EntityLabel::Person) {
            add(form, sign, false);
        }
        let Some((_, family)) = form.rsplit_once(' ').filter(|_| forms::is_latin(form)) else { continue };
        // Brightmoor of Brightmoor Labs
        let formless = Some(forms::without_company_form(form, rules.company_forms));
        let formless = formless.filter(|short| short.len() < form.len() && form.starts_with(short));
        let firm = joins::without_last_word(form, rules).or(formless);
        let part = firm.unwrap_or(family);
        if part.len() > 2 && part.starts_with(char::is_uppercase) && !part.contains(' ') {
            add(form, part, firm.is_some());
        }
    }
    for (whole, name) in speakers {
        add(whole, name, true);
    }
}

/// The first tokens of all mentions.
fn first_tokens<'t>(text: &'t str, sentences: &Sentences<'_>, mentions: &[Mention]) -> HashSet<&'t str> {
    let mut found = HashSet::new();
    let mut sentences = sentences.iter().peekable();
    for mention in mentions {
        while sentences.peek().is_some_and(|(number, _)| *number < mention.sentence) {
            sentences.next();
        }
        let Some((_, tokens)) = sentences.peek() else { break };
        let place = tokens.partition_point(|token| token.span.start < mention.span.start);
        found.extend(tokens.get(place).map(|token| token.span.of(text)));
    }
    found
}

/// The longest known form that the tokens begin with.
fn longest_form(text: &str, tallies: &HashMap<&str, Tally>, tokens: &[Token<'_>]) -> Option<(usize, Span)> {
    let mut found = None;
    for length in 1..=LONGEST_FORM.min(tokens.len()) {
        let Some(span) = span_of(tokens, 0, length) else { break };
        if tallies.contains_key(span.of(text)) {
            found = Some((length, span));
        }
    }
    found
}
