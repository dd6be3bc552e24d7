//! Further mentions: other forms in brackets, members of enumerations, initials, and names that their endings make.

use super::forms;
use crate::order::Order;
use crate::report::EntityLabel;
use crate::span::Span;
use crate::tags::names::context::{beginning, ends_in};
use crate::tags::names::find::span_of;
use crate::tags::names::mention::{Evidence, Mention, Votes};
use crate::tags::names::rules::NameRules;
use crate::tokens::Token;
use std::collections::{HashMap, HashSet};

/// The sentences that are searched, with their numbers.
pub type Sentences<'a> = [(u32, &'a [Token<'a>])];

/// How strongly the ending of a place or a body speaks for it, in natural logarithms.
const ENDING: f32 = 4.0;
/// The longest other form in brackets, in tokens.
const LONGEST_BRACKET: usize = 12;

/// A look-up of mentions by where they stand.
pub(super) struct Places<'m> {
    pub mentions: &'m [Mention],
}

impl Places<'_> {
    /// The mention that overlaps a span.
    pub fn at(&self, span: Span) -> Option<&Mention> {
        let place = self.mentions.partition_point(|mention| mention.span.end <= span.start);
        self.mentions.get(place).filter(|mention| mention.span.overlaps(span))
    }
}

/// Adds forms in brackets after another form: DeepSeek(深究科技). Gives the pairs of spans that are one thing.
pub fn bracketed(
    text: &str,
    rules: &NameRules,
    sentences: &Sentences<'_>,
    mentions: &mut Vec<Mention>,
) -> Vec<(Span, Span)> {
    let (mut pairs, mut added) = (Vec::new(), Vec::new());
    let places = Places { mentions };
    for (number, tokens) in sentences {
        for (place, token) in tokens.iter().enumerate() {
            if !matches!(token.span.of(text), "(" | "（") {
                continue;
            }
            let closes = |token: &Token<'_>| matches!(token.span.of(text), ")" | "）");
            let Some(length) = tokens.iter().skip(place + 1).take(LONGEST_BRACKET).position(closes) else { continue };
            let before = Span { start: token.span.start.saturating_sub(1), end: token.span.start };
            let Some(outer) = places.at(before).filter(|outer| outer.span.end == token.span.start) else { continue };
            let inside = tokens.get(place + 1..place + 1 + length).unwrap_or_default();
            let short = short_form(text, rules, inside);
            let (first, rest) = split_list(text, inside);
            let named = short.unwrap_or(first);
            let Some(inner) = span_of(named, 0, named.len()) else { continue };
            let is_place = |token: &Token<'_>| (rules.is_place)(class_of(token));
            // 明鵲科技 after a name that is taken for a product.
            let is_firm = ends_in(rules.firms, inner.of(text));
            let is_body = matches!(outer.label(), EntityLabel::Organization | EntityLabel::Product);
            if short.is_some()
                || is_firm && is_body && forms::is_kanji(inner.of(text))
                || is_other_form(text, rules, outer, inner, named, places.at(inner))
                || rest.first().is_some_and(is_place) && is_foreign_name(text, outer, inner)
            {
                pairs.push((outer.span, inner));
                let votes = if is_firm { Votes::one(EntityLabel::Organization, 2.0 * ENDING) } else { outer.votes };
                added.push(Mention {
                    span: inner,
                    votes,
                    evidence: Evidence::Bracketed,
                    sentence: *number,
                    fixed: None,
                });
            }
        }
    }
    merge(mentions, added, &pairs);
    pairs
}

/// The short form that the words in brackets say a name will have: (以下、カレイド), (以下「カレイド」とする).
fn short_form<'t, 'm>(text: &str, rules: &NameRules, inside: &'t [Token<'m>]) -> Option<&'t [Token<'m>]> {
    let form = |token: &Token<'_>| token.span.of(text);
    let (first, rest) = inside.split_first()?;
    rules.short_forms.contains(&form(first)).then_some(())?;
    let is_mark = |token: &&Token<'_>| !form(token).chars().any(char::is_alphanumeric);
    let rest = rest.get(rest.iter().take_while(is_mark).count()..)?;
    let ends =
        |token: &&Token<'_>| matches!(form(token), "」" | "』" | "”" | "\"") || (rules.is_particle)(class_of(token));
    let short = rest.get(..rest.iter().take_while(|token| !ends(token)).count())?;
    let is_name = short.iter().all(|token| (rules.in_run)(class_of(token), form(token)));
    (is_name && span_of(short, 0, short.len())?.of(text).chars().nth(1).is_some()).then_some(short)
}

/// What stands in brackets up to a comma, and what stands after it.
fn split_list<'t, 'm>(text: &str, inside: &'t [Token<'m>]) -> (&'t [Token<'m>], &'t [Token<'m>]) {
    let is_comma = |token: &Token<'_>| matches!(token.span.of(text), "、" | "," | "，");
    let end = inside.iter().position(is_comma).unwrap_or(inside.len());
    (inside.get(..end).unwrap_or_default(), inside.get(end + 1..).unwrap_or_default())
}

/// Whether what stands before a place in brackets is what a body is called at home: (月河智能、杭州市).
fn is_foreign_name(text: &str, outer: &Mention, inner: Span) -> bool {
    let other = inner.of(text);
    outer.label() == EntityLabel::Organization
        && forms::is_latin(outer.span.of(text))
        && forms::is_kanji(other)
        && other.chars().nth(2).is_some()
}

pub(super) fn class_of<'m>(token: &Token<'m>) -> &'m str {
    token.xpos.unwrap_or(token.upos.tag())
}

/// Adds mentions. Those that a pair names take the place of others that they overlap.
fn merge(mentions: &mut Vec<Mention>, added: Vec<Mention>, pairs: &[(Span, Span)]) {
    let inner: Vec<Span> = pairs.iter().map(|(_, inner)| *inner).collect();
    mentions.retain(|mention| {
        let place = inner.partition_point(|span| span.end <= mention.span.start);
        inner.get(place).is_none_or(|span| !span.overlaps(mention.span))
    });
    mentions.extend(added);
    mentions.order_by_key(|mention| mention.span);
}

/// Gives persons in kanji the sign that the model has cut where the whole name stands elsewhere: 李建 in 李建文, who is
/// 李建文氏 above.
pub fn completed(text: &str, mentions: &mut [Mention]) {
    let is_person = |mention: &Mention| {
        mention.label() == EntityLabel::Person && mention.fixed.is_none() && forms::is_kanji(mention.span.of(text))
    };
    let whole = mentions.iter().filter(|mention| is_person(mention) && mention.evidence == Evidence::Addressed);
    let mut longer: HashMap<&str, &str> = HashMap::new();
    for form in whole.map(|mention| mention.span.of(text)) {
        let cut = form.char_indices().next_back().and_then(|(last, _)| form.get(..last));
        longer.extend(cut.filter(|cut| cut.chars().nth(1).is_some()).map(|cut| (cut, form)));
    }
    let mut next = text.len() as u32;
    for mention in mentions.iter_mut().rev() {
        let form = longer.get(mention.span.of(text)).filter(|_| is_person(mention));
        let rest = text.get(mention.span.start as usize..).unwrap_or("");
        if let Some(form) = form.filter(|form| rest.starts_with(**form)) {
            mention.span.end = (mention.span.start + form.len() as u32).min(next).max(mention.span.end);
        }
        next = mention.span.start;
    }
}

/// Whether what stands in brackets after a name is another form of it.
fn is_other_form(
    text: &str,
    rules: &NameRules,
    outer: &Mention,
    inner: Span,
    inside: &[Token<'_>],
    found: Option<&Mention>,
) -> bool {
    use EntityLabel::{Location, Organization, Person, Product};
    let (name, other, label) = (outer.span.of(text), inner.of(text), outer.label());
    let is_read = label == Person && forms::is_kanji(name) && forms::is_reading(other) && other.contains('・');
    let other_is_place = !is_read && found.is_some_and(|mention| mention.label() == Location);
    if label == Location || other_is_place || outer.fixed.is_some() && found.is_some() {
        return false;
    }
    let kanji = forms::is_kanji(other);
    if forms::is_latin(name) {
        let is_named = found.is_some_and(|mention| mention.span == inner && mention.label() == label);
        let is_odd = inside.iter().any(|token| !token.xpos.is_some_and(rules.is_common_noun));
        return is_other_of_latin(name, other, label, (is_named, is_odd));
    }
    if forms::is_latin(other) {
        return forms::is_latin_form(name, other, label);
    }
    // 長江芯存(长江芯存)
    if kanji && label == Organization && forms::in_other_signs(name, other) {
        return true;
    }
    // ミンチュエ(明鵲科技), 耀光智能(ヤオグアン): words that no dictionary has are names.
    let is_common = |token: &Token<'_>| (rules.is_common_noun)(class_of(token)) && token.origin.is_some();
    if forms::is_katakana(name) && kanji {
        return matches!(label, Organization | Product) && other.chars().count() >= 2 && !inside.iter().all(is_common);
    }
    let is_foreign = inside.iter().any(|token| token.origin.is_none() && !is_mark(token.span.of(text)))
        || found.is_some_and(|mention| mention.span == inner);
    // 淵源智能(ディープソース)
    let is_firm = label == Organization && inside.len() > 1 && ends_in(rules.firms, name);
    let is_named = label == Person || is_firm || matches!(label, Organization | Product) && is_foreign;
    is_named && forms::is_reading(other) && forms::is_kanji(name) && other.chars().count() >= 3
}

/// Whether another form of a name in Latin letters: one that sounds alike in katakana, its initials, or one in kanji that is a
/// name by itself or of odd words.
fn is_other_of_latin(name: &str, other: &str, label: EntityLabel, (is_named, is_odd): (bool, bool)) -> bool {
    use EntityLabel::{Organization, Person, Product};
    let length = other.chars().count();
    (forms::is_katakana(other) && forms::sound_alike(name, other))
        || (forms::is_latin(other) && other == forms::initials(name))
        || (forms::is_kanji(other)
            && matches!(label, Organization | Product | Person)
            && length >= 2
            && (is_named || is_odd && length >= 3))
}

fn is_mark(form: &str) -> bool {
    !form.chars().any(char::is_alphanumeric)
}

/// Adds the capitalised members of enumerations that stand between names: Zhipu AI、MiniMax、Stepfun.
pub fn enumerated(text: &str, sentences: &Sentences<'_>, mentions: &mut Vec<Mention>) {
    let mut added = Vec::new();
    let places = Places { mentions };
    for (number, tokens) in sentences {
        let mut start = 0;
        while let Some(span) = latin_run(text, tokens, &mut start) {
            if places.at(span).is_some() {
                continue;
            }
            let neighbour = [beside(text, tokens, &places, span, false), beside(text, tokens, &places, span, true)];
            let Some(label) = neighbour.into_iter().flatten().next() else { continue };
            let votes = Votes::one(label, 2.0);
            added.push(Mention { span, votes, evidence: Evidence::Enumerated, sentence: *number, fixed: None });
        }
    }
    mentions.extend(added);
    mentions.order_by_key(|mention| mention.span);
}

/// The next run of capitalised Latin words, from token `start` on.
fn latin_run(text: &str, tokens: &[Token<'_>], start: &mut usize) -> Option<Span> {
    let is_name = |token: &Token<'_>| {
        let form = token.span.of(text);
        forms::is_latin(form) && form.chars().next().is_some_and(char::is_uppercase) && form.chars().count() > 1
    };
    let begin = *start + tokens.iter().skip(*start).position(is_name)?;
    let length = tokens.iter().skip(begin).take_while(|token| is_name(token)).count();
    *start = begin + length;
    span_of(tokens, begin, begin + length)
}

/// The label of the name in Latin letters next to a span in an enumeration.
fn beside(text: &str, tokens: &[Token<'_>], places: &Places<'_>, span: Span, ahead: bool) -> Option<EntityLabel> {
    let first = tokens.partition_point(|token| token.span.end <= span.start);
    let end = tokens.partition_point(|token| token.span.start < span.end);
    let (mark, next) = if ahead { (end, end + 1) } else { (first.checked_sub(1)?, first.checked_sub(2)?) };
    let separates =
        matches!(tokens.get(mark)?.span.of(text), "、" | "," | "，" | "・" | "/" | "／" | "や" | "と" | "and" | "&");
    let neighbour = places.at(tokens.get(next)?.span)?;
    (separates && forms::is_latin(neighbour.span.of(text))).then(|| neighbour.label())
}

/// Adds the initials of names in mixed case, where they stand by themselves at least twice: DS for DeepSeek. Gives
/// the pairs of forms.
pub fn initials<'t>(text: &'t str, sentences: &Sentences<'_>, mentions: &mut Vec<Mention>) -> Vec<(&'t str, &'t str)> {
    let mut names: HashMap<String, &str> = HashMap::new();
    for mention in mentions.iter() {
        let form = mention.span.of(text);
        let initials = forms::initials(form);
        let is_mixed =
            !form.contains(char::is_whitespace) && form.chars().any(|character| character.is_ascii_lowercase());
        if is_mixed && forms::is_latin(form) && initials.len() >= 2 {
            names.entry(initials).or_insert(form);
        }
    }
    let places = Places { mentions };
    let mut counts: HashMap<&str, Vec<(Span, u32)>> = HashMap::new();
    for (number, tokens) in sentences {
        for token in *tokens {
            let form = token.span.of(text);
            if names.contains_key(form) && places.at(token.span).is_none_or(|mention| mention.span == token.span) {
                counts.entry(form).or_default().push((token.span, *number));
            }
        }
    }
    counts.retain(|_, spans| spans.len() >= 2);
    let pairs = counts.keys().filter_map(|form| Some((*names.get(*form)?, *form))).collect();
    let found = counts.into_values().flatten().map(|(span, sentence)| Mention {
        span,
        votes: Votes::default(),
        evidence: Evidence::Initials,
        sentence,
        fixed: None,
    });
    let added: Vec<Mention> = found.filter(|mention| places.at(mention.span).is_none()).collect();
    mentions.extend(added);
    mentions.order_by_key(|mention| mention.span);
    pairs
}

/// Makes places and bodies of what is taken for persons and has a municipality's or a company's ending: 若草 in 若草市で,
/// 福島 in 福島新報は; and prizes: 直木 in 直木賞作家. Places before a title such as 市長 only where the article names them elsewhere: 井上市長 is a person.
pub fn endings(text: &str, sentences: &Sentences<'_>, rules: &NameRules, mentions: &mut [Mention]) {
    let ended = |mention: &Mention, endings: &str| {
        let rest = Span { start: mention.span.end, end: text.len() as u32 }.of(text);
        let ending = beginning(endings, rest) as u32;
        (ending > 0).then_some(Span { start: mention.span.start, end: mention.span.end + ending })
    };
    let mut places: HashSet<&str> = HashSet::new();
    for is_sure in [true, false] {
        for mention in mentions.iter_mut() {
            let closed = |span: &Span| is_closed(text, sentences, rules, *span);
            let is_family = matches!(mention.label(), EntityLabel::Person | EntityLabel::Location);
            if let Some(span) = ended(mention, rules.houses).filter(|span| is_family && is_sure && closed(span)) {
                (mention.span, mention.evidence) = (span, Evidence::Ending);
                mention.votes = Votes::one(EntityLabel::Organization, ENDING);
            }
            if mention.label() != EntityLabel::Person {
                continue;
            }
            let place = ended(mention, rules.municipalities)
                .filter(|span| if is_sure { closed(span) } else { places.contains(span.of(text)) });
            let body = || ended(mention, rules.company_forms).filter(|span| is_sure && closed(span));
            let place = place.map(|span| (span, EntityLabel::Location));
            let honour = || ended(mention, rules.honours).filter(|_| is_sure);
            let other = || body().map(|span| (span, EntityLabel::Organization));
            let other = || other().or_else(|| Some((honour()?, EntityLabel::Event)));
            if let Some((span, label)) = place.or_else(other) {
                (mention.span, mention.evidence) = (span, Evidence::Ending);
                mention.votes = Votes::one(label, ENDING);
            }
        }
        let found = mentions.iter().filter(|mention| mention.label() == EntityLabel::Location);
        places.extend(found.map(|mention| mention.span.of(text)));
    }
}

/// Whether a token ends where a name does, and what follows can be no part of a name.
fn is_closed(text: &str, sentences: &Sentences<'_>, rules: &NameRules, name: Span) -> bool {
    let place = sentences.partition_point(|(_, tokens)| tokens.last().is_none_or(|last| last.span.end < name.end));
    let tokens = sentences.get(place).map_or(&[][..], |(_, tokens)| tokens);
    let next = tokens.partition_point(|token| token.span.start < name.end);
    let ends = next.checked_sub(1).and_then(|last| tokens.get(last)).is_some_and(|last| last.span.end == name.end);
    let is_part = |token: &Token<'_>| (rules.in_run)(token.xpos.unwrap_or(token.upos.tag()), token.span.of(text));
    ends && !tokens.get(next).is_some_and(is_part)
}
