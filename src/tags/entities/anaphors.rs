//! Words such as 同社 and 同氏, each for the name that was spoken of last.

use super::further::Sentences;
use super::groups::Groups;
use crate::report::EntityLabel;
use crate::span::Span;
use crate::tags::names::mention::{Evidence, Mention, Votes};
use crate::tags::names::rules::{Anaphor, NameRules};
use crate::tokens::Token;

/// How many sentences with names back such a word may point.
const BACK: usize = 12;
/// How many sentences farther a topic comes before a name that only qualifies another word.
const PAST_QUALIFYING: usize = 2;
/// The same where the name's sentence is about another thing, or it is one of several: アップル in
/// R2はアップルの配信サービスで首位だ and in アップルや国内の12社.
const PAST_ASIDE: usize = 5;
/// How many names of a sentence are looked at.
const LOOKED_AT: usize = 64;
/// No topic of the same sentence is farther, in bytes.
const FAR: u32 = 600;
/// The longest brackets between a name and its particle, in bytes.
const LONGEST_BRACKET: usize = 60;

/// Finds the words and the groups that they stand for.
pub fn find(
    text: &str,
    sentences: &Sentences<'_>,
    mentions: &[Mention],
    groups: &Groups,
    rules: &NameRules,
) -> Vec<(Mention, usize)> {
    let mut found: Vec<(Mention, usize)> = Vec::new();
    if rules.anaphors.is_empty() {
        return found;
    }
    let mut search = Search { text, sentences, mentions, groups, rules, resolved: Vec::new() };
    for (number, tokens) in sentences {
        for place in 0..tokens.len() {
            let Some((which, span)) = anaphor_at(text, tokens, place, rules.anaphors) else { continue };
            let Some(group) = rules.anaphors.get(which).and_then(|anaphor| search.antecedent(anaphor, *number, span))
            else {
                continue;
            };
            search.resolved.push((*number, span, group));
            let votes = Votes::default();
            let mention = Mention { span, votes, evidence: Evidence::Anaphor, sentence: *number, fixed: None };
            found.push((mention, group));
        }
    }
    found
}

/// The word that begins at a token and ends at the end of one, and its number.
fn anaphor_at(text: &str, tokens: &[Token<'_>], place: usize, anaphors: &[Anaphor]) -> Option<(usize, Span)> {
    let start = tokens.get(place)?.span.start;
    let rest = text.get(start as usize..)?;
    let ends = |end: u32| tokens.iter().skip(place).take(4).any(|token| token.span.end == end);
    let fits = |anaphor: &Anaphor| rest.starts_with(anaphor.word) && ends(start + anaphor.word.len() as u32);
    let which = (0..anaphors.len()).filter(|which| anaphors.get(*which).is_some_and(fits));
    let which = which.max_by_key(|which| anaphors.get(*which).map_or(0, |anaphor| anaphor.word.len()))?;
    let length = anaphors.get(which)?.word.len() as u32;
    Some((which, Span { start, end: start + length }))
}

/// How a name stands in its sentence.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Topic,
    /// It only says more of another word; so many sentences farther a topic comes before it.
    Qualifying(usize),
    Other,
}

/// The names of an article, and the words that were resolved so far.
struct Search<'n> {
    text: &'n str,
    sentences: &'n Sentences<'n>,
    mentions: &'n [Mention],
    groups: &'n Groups,
    rules: &'n NameRules,
    resolved: Vec<(u32, Span, usize)>,
}

impl Search<'_> {
    /// What a word stands for: a topic before it in its own sentence; else, of the nearest sentence before that names
    /// one, its topic, else its first. One that only qualifies another word, as in Xの製品, gives way to a topic of the
    /// sentences shortly before.
    fn antecedent(&self, anaphor: &Anaphor, sentence: u32, span: Span) -> Option<usize> {
        // 調査会社Xは、同社が…と推計する: a topic that was its own subject would not be named again.
        let is_subject = self.rules.topics.get(1..).is_some_and(|subjects| self.is_followed(span, subjects));
        let own = if is_subject { None } else { self.own_topic(anaphor, sentence, span) };
        if let Some(group) = own.or_else(|| self.own_employer(anaphor, sentence, span)) {
            return Some(group);
        }
        let mut rest = self.mentions.partition_point(|mention| mention.sentence < sentence);
        let mut last = sentence;
        let mut qualifying: Option<(usize, usize)> = None;
        for back in 0..BACK {
            let named = rest.checked_sub(1).and_then(|last| self.mentions.get(last)).map(|mention| mention.sentence);
            let before = self.resolved.partition_point(|(number, ..)| *number < last);
            let spoken = before.checked_sub(1).and_then(|place| self.resolved.get(place));
            let spoken = spoken.filter(|(number, ..)| named.is_none_or(|named| *number >= named));
            let Some(number) = spoken.map(|(number, ..)| *number).or(named) else { break };
            let first = self.mentions.partition_point(|mention| mention.sentence < number);
            let candidates = self.mentions.get(first..rest).unwrap_or_default();
            if let Some((group, place)) = self.of_sentence(anaphor, number, first, candidates) {
                match place {
                    Place::Topic => return Some(group),
                    Place::Other if qualifying.is_none() => return Some(group),
                    Place::Qualifying(past) => qualifying = qualifying.or(Some((group, back + past))),
                    Place::Other => {}
                }
            }
            if qualifying.is_some_and(|(_, last)| back >= last) {
                break;
            }
            (rest, last) = (first, number);
        }
        qualifying.map(|(group, _)| group).or_else(|| self.own_first(anaphor, sentence, span))
    }

    /// A topic of the same sentence, with a comma between.
    fn own_topic(&self, anaphor: &Anaphor, sentence: u32, span: Span) -> Option<usize> {
        let first = self.mentions.partition_point(|mention| mention.sentence < sentence);
        let before = self.mentions.iter().enumerate().skip(first).take_while(|(_, other)| other.span.end <= span.start);
        let parted = |other: &Mention| {
            if span.start - other.span.end > FAR {
                return false;
            }
            let between = self.text.get(other.span.end as usize..span.start as usize).unwrap_or("");
            between.contains(['、', ','])
        };
        before
            .take(LOOKED_AT)
            .filter(|(number, other)| self.fits(anaphor, *number, other) && self.is_topic(other) && parted(other))
            .last()
            .and_then(|(number, _)| self.groups.of_mention(number))
    }

    /// Whom the topic of the same sentence works for: X in Xの甲社長は、…同社の.
    fn own_employer(&self, anaphor: &Anaphor, sentence: u32, span: Span) -> Option<usize> {
        let first = self.mentions.partition_point(|mention| mention.sentence < sentence);
        let own = self.mentions.get(first..).unwrap_or_default();
        let pairs = (first..).zip(own.windows(2)).take(LOOKED_AT);
        pairs.filter_map(|(number, pair)| Some((number, pair.first()?, pair.get(1)?))).find_map(
            |(number, body, person)| {
                let between = self.text.get(body.span.end as usize..person.span.start as usize)?;
                let is_person = self.groups.of_mention(number + 1).map(|group| self.groups.label(group));
                let works = between == self.rules.possessive && is_person == Some(EntityLabel::Person);
                let is_before = person.span.end <= span.start && body.sentence == sentence;
                (works && is_before && self.fits(anaphor, number, body)).then(|| self.groups.of_mention(number))?
            },
        )
    }

    fn own_first(&self, anaphor: &Anaphor, sentence: u32, span: Span) -> Option<usize> {
        let first = self.mentions.partition_point(|mention| mention.sentence < sentence);
        let before = self.mentions.iter().enumerate().skip(first).take_while(|(_, other)| other.span.end <= span.start);
        let mut fitting = before.take(LOOKED_AT).filter(|(number, other)| self.fits(anaphor, *number, other));
        fitting.next().and_then(|(number, _)| self.groups.of_mention(number))
    }

    /// What a sentence speaks of: the topic among its names; else what a word such as this one stood for; else the first.
    fn of_sentence(
        &self,
        anaphor: &Anaphor,
        sentence: u32,
        first: usize,
        mentions: &[Mention],
    ) -> Option<(usize, Place)> {
        let numbered = || (first..).zip(mentions).take(LOOKED_AT);
        let fitting = || {
            let alone = numbered().filter(|(_, mention)| !self.is_coordinated(mention));
            alone.filter(|(number, mention)| self.fits(anaphor, *number, mention))
        };
        let topic = fitting().find(|(_, mention)| self.is_topic(mention)).map(|(number, _)| number);
        let start = self.resolved.partition_point(|(number, ..)| *number < sentence);
        let earlier = self.resolved.iter().skip(start).take(LOOKED_AT);
        let mut earlier =
            earlier.filter(|(number, _, group)| *number == sentence && self.groups.label(*group) == anaphor.label);
        let named = |number: usize, place: Place| Some((self.groups.of_mention(number)?, place));
        topic
            .and_then(|number| named(number, Place::Topic))
            .or_else(|| earlier.next().map(|(_, _, group)| (*group, Place::Other)))
            .or_else(|| {
                let (number, mention) = fitting().next()?;
                if self.is_followed(mention.span, self.rules.oblique) {
                    return named(number, Place::Qualifying(PAST_ASIDE));
                }
                if !self.is_followed(mention.span, self.rules.attributive) {
                    return named(number, Place::Other);
                }
                let is_other =
                    |(_, other): (usize, &Mention)| other.label() == EntityLabel::Product && self.is_topic(other);
                let is_aside = !self.is_followed(mention.span, &[self.rules.possessive]) || numbered().any(is_other);
                named(number, Place::Qualifying(if is_aside { PAST_ASIDE } else { PAST_QUALIFYING }))
            })
    }

    // Not inlined, for the size of the core.
    #[inline(never)]
    fn fits(&self, anaphor: &Anaphor, number: usize, mention: &Mention) -> bool {
        let form = mention.span.of(self.text);
        let ends = anaphor.endings.is_empty() || anaphor.endings.split(' ').any(|ending| form.ends_with(ending));
        let never = anaphor.never.split_whitespace().any(|ending| form.ends_with(ending));
        ends && !never && self.groups.of_mention(number).is_some_and(|group| self.groups.label(group) == anaphor.label)
    }

    /// Whether a particle of topics or subjects follows a name, past its closing mark and brackets. The subject of what is
    /// said of another topic is none: 主幹事は甲証券が務める.
    fn is_topic(&self, mention: &Mention) -> bool {
        let (own, subjects) = self.rules.topics.split_at_checked(1).unwrap_or_default();
        self.is_followed(mention.span, own)
            || self.is_followed(mention.span, subjects) && !self.has_topic_before(mention)
    }

    /// Whether a particle joins a name to the one before it, so that no word for one thing stands for it: 甲（東京）と乙.
    fn is_coordinated(&self, mention: &Mention) -> bool {
        let place = self.mentions.partition_point(|other| other.span.start < mention.span.start);
        let Some(last) = place.checked_sub(1).and_then(|last| self.mentions.get(last)) else { return false };
        let between = self.text.get(last.span.end as usize..mention.span.start as usize).unwrap_or("");
        let joint = between.trim_start_matches([')', '）']);
        joint != self.rules.possessive && self.rules.attributive.contains(&joint)
    }

    fn has_topic_before(&self, mention: &Mention) -> bool {
        let place = self.sentences.partition_point(|(number, _)| *number < mention.sentence);
        let tokens = self.sentences.get(place).map_or(&[][..], |(_, tokens)| tokens);
        let end = tokens.partition_point(|token| token.span.start < mention.span.start);
        let before = tokens.get(..end).unwrap_or_default().iter().rev().take(LOOKED_AT);
        let is_marker = |token: &Token<'_>| {
            (self.rules.is_topic_marker)(token.xpos.unwrap_or(token.upos.tag()), token.span.of(self.text))
        };
        before.into_iter().any(is_marker)
    }

    #[inline(never)]
    fn is_followed(&self, span: Span, particles: &[&str]) -> bool {
        let closing = ['」', '』', '”', ')', '）'];
        let rest = self.text.get(span.end as usize..).unwrap_or("").trim_start_matches(closing);
        let inner = rest.strip_prefix(['(', '（']);
        let close =
            inner.and_then(|inner| inner.char_indices().take(LONGEST_BRACKET).find(|(_, c)| matches!(c, ')' | '）')));
        let rest = match (inner, close) {
            (Some(inner), Some((place, mark))) => {
                inner.get(place + mark.len_utf8()..).unwrap_or("").trim_start_matches(closing)
            }
            _ => rest,
        };
        particles.iter().any(|particle| rest.starts_with(particle))
    }
}
