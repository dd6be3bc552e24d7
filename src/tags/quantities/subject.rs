//! What a quantity counts or measures: the noun beside it.

use super::UnitRules;
use crate::letters::is_one_of;
use crate::span::Span;
use crate::tags::line::{Line, is_han, is_hiragana, is_katakana};
use crate::tags::numbers::Number;

/// A noun is no longer than this.
const LONGEST: usize = 24;

/// Characters that nouns are made of.
fn is_noun(character: char) -> bool {
    is_han(character) || is_katakana(character) || character.is_ascii_alphanumeric() || is_one_of(character, "・-")
}

/// The noun that the quantity from `start` to `end` says something of: after it, before it with a particle, or
/// straight before it.
pub fn find(line: &Line, start: usize, end: usize, rules: &UnitRules) -> Option<Span> {
    let after = rules.of_after.iter().find_map(|particle| line.after(end, particle));
    if let Some(noun) = after.and_then(|position| noun_after(line, line.skip_spaces(position))) {
        return Some(noun);
    }
    let particle = rules.of_before.iter().find_map(|particle| {
        let gap = line.run_back(line.skip_spaces_back(start), 6, |c| is_hiragana(c) || c == '、');
        let from = start.checked_sub(particle.chars().count())?;
        // 残りの: what stands before の belongs to its word.
        let is_word_end = gap < from && !rules.of_before.iter().any(|other| line.after(gap, other).is_some());
        let stands = line.after(from, particle)? == start && !is_word_end || line.after(gap, particle).is_some();
        stands.then_some(gap.min(from))
    });
    if !rules.of_beside {
        return None;
    }
    noun_before(line, particle.unwrap_or(line.skip_spaces_back(start)))
}

fn noun_after(line: &Line, position: usize) -> Option<Span> {
    let end = line.run(position, is_noun).min(position + LONGEST);
    (end > position && !line.at(position).is_ascii_digit()).then(|| line.span(position, end))
}

fn noun_before(line: &Line, position: usize) -> Option<Span> {
    let start = line.run_back(position, LONGEST, is_noun);
    (start < position && !line.at(start).is_ascii_digit()).then(|| line.span(start, position))
}

/// A short noun joined to a number where a counter would stand, if the number is no year.
pub fn joined_noun(line: &Line, number: &Number) -> Option<(usize, usize)> {
    let start = number.end;
    let looks_like_year = number.digits == 4 && (1800.0..2100.0).contains(&number.low);
    let katakana = line.run(start, is_katakana);
    let han = line.run(start, is_han);
    let latin_before = line.before(line.skip_spaces_back(number.start)).is_ascii_alphabetic();
    if looks_like_year || latin_before {
        return None;
    }
    if katakana > start {
        return (katakana - start > 1 && katakana - start <= 10).then_some((start, katakana));
    }
    (han > start && han - start <= 4 && !is_one_of(line.at(start), "年月日時分秒")).then_some((start, han))
}

/// The next word, where it can be what is counted.
pub fn next_noun(line: &Line, end: usize) -> Option<(usize, usize)> {
    let start = line.skip_spaces(end);
    let after = line.run(start, |c| c.is_alphabetic() || c == '-');
    let is_plural = line.before(after) == 's' && line.before(after.saturating_sub(1)) != 's' && after - start > 2;
    (start > end && is_plural).then_some((start, after))
}
