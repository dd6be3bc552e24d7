//! Words such as 同社 and 同氏, each for the nearest fitting name before it.

use super::further::Sentences;
use super::groups::Groups;
use crate::report::EntityLabel;
use crate::span::Span;
use crate::tags::names::mention::{Evidence, Mention, Votes};
use crate::tags::names::rules::{Anaphor, NameRules};
use crate::tokens::Token;

/// Finds the words and the groups that they stand for.
pub fn find(
    text: &str,
    sentences: &Sentences<'_>,
    mentions: &[Mention],
    groups: &Groups,
    rules: &NameRules,
) -> Vec<(Mention, usize)> {
    let mut found = Vec::new();
    if rules.anaphors.is_empty() {
        return found;
    }
    let mut seen = Nearest { text, mentions, groups, next: 0, nearest: vec![None; rules.anaphors.len()] };
    for (number, tokens) in sentences {
        for (place, token) in tokens.iter().enumerate() {
            seen.advance(token.span.start, rules.anaphors);
            let Some((which, span)) = anaphor_at(text, tokens, place, rules.anaphors) else { continue };
            if let Some(group) = seen.nearest.get(which).copied().flatten() {
                let mention = Mention {
                    span,
                    votes: Votes::default(),
                    evidence: Evidence::Anaphor,
                    sentence: *number,
                    fixed: None,
                };
                found.push((mention, group));
            }
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

/// The nearest group before a place that each word could stand for.
struct Nearest<'n> {
    text: &'n str,
    mentions: &'n [Mention],
    groups: &'n Groups,
    next: usize,
    nearest: Vec<Option<usize>>,
}

impl Nearest<'_> {
    fn advance(&mut self, before: u32, anaphors: &[Anaphor]) {
        while let Some(mention) = self.mentions.get(self.next).filter(|mention| mention.span.end <= before) {
            if let Some(group) = self.groups.of_mention(self.next) {
                for (anaphor, nearest) in anaphors.iter().zip(&mut self.nearest) {
                    if fits(anaphor, self.groups.label(group), mention.span.of(self.text)) {
                        *nearest = Some(group);
                    }
                }
            }
            self.next += 1;
        }
    }
}

fn fits(anaphor: &Anaphor, label: EntityLabel, form: &str) -> bool {
    let ends = anaphor.endings.is_empty() || anaphor.endings.split(' ').any(|ending| form.ends_with(ending));
    label == anaphor.label && ends
}
