//! Time expressions and their TIMEX3 values.
//!
//! A line is cut into pieces (a year, a weekday, 昨年, 末), pieces that stand together fill the slots of one
//! expression, and the expression is resolved against the day the article was published. Where nothing anchors it,
//! what is unknown stays X.

mod bare;
mod bare_days;
mod clock;
mod counted;
mod dates;
mod expression;
mod lexer;
mod listed;
mod nth;
mod resolve;
mod rules;
mod shared;
mod tense;
mod told;

use super::line::Line;
use super::numbers::Number;
use crate::letters::is_one_of;
use crate::report::{RangeEnd, Time, TimeType};
use expression::Expression;
pub use resolve::Anchor;
pub use resolve::Place;
use resolve::Resolved;
pub use rules::*;
use std::ops::Range;

/// The times of a line, and the stretches of it that are no quantities, both in order.
pub struct Found {
    /// The times.
    pub times: Vec<Time>,
    /// Where dates and times of day stand, in characters of the line. Lengths of time are quantities too.
    pub claimed: Vec<Range<usize>>,
}

/// The night ends at this hour.
const SMALL_HOURS: i64 = 5;

/// Finds the times of a line. `told` is the place in the calendar that was spoken of last, in the lines before too.
pub fn find(line: &Line, numbers: &[Number], times: &Times, anchor: Option<Anchor>, told: &mut Option<Place>) -> Found {
    let year = told.and_then(|told| told.year);
    let mut expressions = expressions(line, &lexer::pieces(line, numbers, times, year), times);
    counted::join(line, &mut expressions, times);
    share_months(line, &mut expressions);
    share_ends(line, &mut expressions, times);
    tell_tenses(line, &mut expressions, times);
    let mut found = Found { times: Vec::new(), claimed: Vec::new() };
    let (mut before, mut last_end) = (None::<Place>, 0);
    for (index, expression) in expressions.iter().enumerate() {
        // What was said in the sentence before does not tell the year of this one.
        if (last_end..expression.start).any(|position| ends_sentence(line, position)) {
            before = None;
        }
        last_end = expression.end;
        let next = expressions.get(index + 1).filter(|next| is_range(line, expression, next, times));
        let is_apart = |word: &&str| expression.lacks_year() && line.ends_with(expression.start, word);
        let before_it = before.filter(|_| !times.rules.unplaced_after.iter().any(is_apart));
        let known = expression.known_place(before_it, *told);
        let known = known.or_else(|| next.and_then(|next| expression.year_of_range(next, anchor)));
        let thence = expression.is_thence(line, times).then(|| expression.counted_on(before.or(*told)));
        let Some((time, place)) = report(line, expression, anchor, (known, thence)) else { continue };
        // 5、6年前 is no date that can be told, but a length that can.
        let is_vague = expression.lengths.iter().any(|(amount, _)| amount.is_nan());
        if !is_vague && time.kind != TimeType::Duration && !(time.kind == TimeType::Set && !expression.is_dated()) {
            found.claimed.push(expression.start..expression.end);
        }
        let begins = next.is_some();
        if place.year.is_some() || place.month.is_some() || place.week.is_some() {
            let lasts = !begins && times.rules.since.iter().any(|word| line.after(expression.end, word).is_some());
            before = Some(spoken_of(place, lasts, anchor, *told));
            *told = before.filter(|place| place.year.is_some()).or(*told);
        }
        let last = index.checked_sub(1).and_then(|last| expressions.get(last));
        let ends = last.is_some_and(|last| is_range(line, last, expression, times));
        let range = if ends { Some(RangeEnd::End) } else { begins.then_some(RangeEnd::Start) };
        found.times.push(Time { range, ..time });
    }
    found
}

/// The place that what is said next is told from. What lasts until now tells the month of no day: 昨年10月から続き、町は17日に….
fn spoken_of(place: Place, lasts: bool, anchor: Option<Anchor>, told: Option<Place>) -> Place {
    let over = place.date().filter(|day| place.day.is_some() && anchor.is_none_or(|anchor| *day <= anchor.day));
    let month = place.month.filter(|_| !lasts || place.day.is_some());
    Place { past: over.or(told.and_then(|told| told.past)), month, ..place }
}

/// Gives expressions the tenses of the verbs around them, and tells weekdays that recur.
fn tell_tenses(line: &Line, expressions: &mut [Expression], times: &Times) {
    for expression in expressions.iter_mut().filter(|expression| expression.lacks_year() || expression.lacks_month()) {
        let of_last = |line, end| tense::of_last_verb(line, end, times).filter(|_| expression.lacks_year());
        let tense = tense::of_next_verb(line, expression.end, times).or_else(|| of_last(line, expression.end));
        let tense = tense.or_else(|| tense::of_verb_before(line, expression.start, times));
        let tense = tense.or_else(|| tense::of_article(line, expression.start, times));
        expression.tense = tense;
    }
    for expression in expressions {
        if expression.following == Some((Grain::Day, 0)) {
            expression.tense = tense::of_sentence(line, expression.end, times);
        }
        let recurs = |word: &&str| line.after(expression.end, word).is_some();
        expression.every |= expression.is_only_weekday() && times.rules.recurring.iter().any(recurs);
    }
}

/// Whether a sentence ends at a position: at a full stop only where a capital follows a word of three letters or more.
fn ends_sentence(line: &Line, position: usize) -> bool {
    match line.at(position) {
        '。' | '！' | '？' | '!' | '?' => true,
        '.' => {
            let word = line.run_back(position, 3, |c| c.is_lowercase() || c.is_ascii_digit());
            position - word == 3 && line.at(position + 1) == ' ' && line.at(position + 2).is_uppercase()
        }
        _ => false,
    }
}

/// Days of one list have the month that stands beside the last: the 22nd, 23rd or 31st of March.
fn share_months(line: &Line, expressions: &mut [Expression]) {
    for index in (1..expressions.len()).rev() {
        let (before, after) = expressions.split_at_mut(index);
        let (Some(first), Some(second)) = (before.last_mut(), after.first()) else { continue };
        let gap = line.text(first.end, second.start.min(first.end + LONGEST_GAP));
        let joint = gap.trim().trim_end_matches("the").trim();
        if matches!(joint, "," | "and" | "or" | ", and" | ", or" | "through" | "to" | "-" | "–") {
            first.share_later_month(second);
        }
    }
}

/// What one end of a range leaves out is that of the other: 明日の午後3時から4時, 1-3 pm, March 3-5, 2024.
fn share_ends(line: &Line, expressions: &mut [Expression], times: &Times) {
    for index in 1..expressions.len() {
        let (before, after) = expressions.split_at_mut(index);
        let (Some(first), Some(second)) = (before.last_mut(), after.first_mut()) else { continue };
        if !is_range(line, first, second, times) {
            continue;
        }
        second.begin_next_month(first);
        first.share_month(second);
        if first.hour.is_none() || second.hour.is_none() {
            continue;
        }
        first.share_half_of_day(second);
        // 深夜1時から9時: the night is over.
        let is_small_hour = first.part == Some("NI") && first.hour < Some(SMALL_HOURS);
        if second.afternoon.is_none()
            && second.part.is_none()
            && !(is_small_hour && second.hour >= Some(SMALL_HOURS))
            && second.hour >= first.hour.filter(|_| first.hour <= Some(12))
        {
            (second.afternoon, second.part) = (first.afternoon, first.part);
        }
        second.share_day(first);
        // In 2時〜明日の4時 the day stands before its hour; "from 2 to 4 tomorrow" is of one day.
        if !times.rules.hour_cues.is_empty() {
            first.share_day(second);
        }
    }
}

/// No more characters than this stand between two pieces of one expression: " no later than ".
const LONGEST_GAP: usize = 15;

/// Joins pieces that belong together.
fn expressions(line: &Line, pieces: &[lexer::Piece], times: &Times) -> Vec<Expression> {
    let mut found: Vec<Expression> = Vec::new();
    let mut current: Option<Expression> = None;
    for piece in pieces {
        if let Some(expression) = &mut current
            && is_joined(line, expression, piece, times)
            && expression.add(piece)
        {
            continue;
        }
        found.extend(current.take());
        current = Expression::new(piece);
    }
    found.extend(current);
    found.retain(|expression| !is_nothing(line, expression) && !is_name(line, expression, times));
    found
}

fn is_joined(line: &Line, expression: &Expression, piece: &lexer::Piece, times: &Times) -> bool {
    let gap = piece.start - expression.end;
    // 1日15分 is so much a day.
    let is_day = expression.lengths.as_slice() == [(1.0, Grain::Day)];
    if gap == 0 && is_day && matches!(piece.item, Item::Length(..)) && line.at(expression.start).is_ascii_digit() {
        return false;
    }
    let stamp = gap == 1 && line.at(expression.end) == 'T' && matches!(piece.item, Item::Clock(..));
    if gap == 0 || stamp {
        return true;
    }
    if gap > LONGEST_GAP || ends_sentence(line, expression.end) {
        return false;
    }
    let between = line.text(expression.end, piece.start).to_lowercase();
    let is_clock = matches!(piece.item, Item::Hour(_) | Item::Clock(..) | Item::Part(_));
    if is_clock && expression.names_day() && times.rules.between_clock.contains(&between.as_str()) {
        return true;
    }
    if matches!(piece.item, Item::Times(_)) && times.rules.within.contains(&between.as_str()) {
        return expression.is_length();
    }
    let lengths = matches!(piece.item, Item::Length(..)) && times.rules.between_lengths.contains(&between.as_str());
    // A comma joins a day to its weekday or hour, and a year that follows.
    let after_comma = matches!(
        piece.item,
        Item::Weekday(_)
            | Item::Part(_)
            | Item::Afternoon
            | Item::Morning
            | Item::Day(_)
            | Item::Hour(_)
            | Item::Clock(..)
            | Item::Year(_)
            | Item::Date(..)
            | Item::Month(_)
    );
    // 11月10日、2027年 are two times; March 4, 2025 is one.
    let is_other = matches!(piece.item, Item::Year(_) | Item::Month(_)) && between.contains('、');
    let after_comma = after_comma && !is_other;
    let comma = !between.contains(['、', ','])
        || after_comma && expression.day.or(expression.weekday).or(expression.hour).is_some();
    lengths || comma && times.rules.between.contains(&between.as_str())
}

/// Whether an expression is too little to be a time: a word such as "this" or 前 alone.
fn is_nothing(line: &Line, expression: &Expression) -> bool {
    let is_bare = !expression.is_dated() && expression.lengths.is_empty();
    let only_direct = expression.direct.is_some() && is_bare;
    let only_now = expression.from_now && expression.lengths.is_empty();
    let only_season = expression.season.is_some()
        && expression.direct.is_none()
        && expression.year.is_none()
        && expression.relative.is_empty()
        && expression.following.is_none();
    let only_every = expression.every && expression.each.is_none() && is_bare;
    let only_noon = expression.afternoon.is_some()
        && expression.hour.is_none()
        && !expression.names_day()
        && line.at(expression.start).is_ascii_alphabetic();
    let only_each = expression.each.is_some()
        && expression.times.is_none()
        && is_bare
        && is_one_of(line.at(expression.start), "年月週日");
    let only_side = expression.side.is_some() && is_bare;
    // 昼と夜の差, 夜間の電力: a part of any day is no time that can be told.
    let only_part = expression.because == ["part of the day"]
        && expression.relative.is_empty()
        && is_one_of(line.at(expression.end), "のとやも・向用型帯");
    let only_christ = expression.before_christ && expression.year.is_none() && expression.century.is_none();
    let only_week =
        expression.week == Some(-1) && expression.month.or(expression.year).is_none() && expression.relative.is_empty();
    let only_same = expression.same && expression.relative.is_empty() && expression.weekday.is_none();
    let only_nth = expression.nth.is_some() && expression.weekday.is_none();
    only_week
        || only_part
        || only_same
        || only_nth
        || only_direct
        || only_now
        || only_season
        || only_every
        || only_noon
        || only_each
        || only_side
        || only_christ
}

/// Whether a month is the first part of a name: Jun Takemura.
fn is_name(line: &Line, expression: &Expression, times: &Times) -> bool {
    expression.because == ["month"]
        && expression.end == expression.start + 3
        && line.at(expression.end) == ' '
        && line.at(expression.end + 1).is_uppercase()
        && !times.rules.short_months.contains(&line.text(expression.start, expression.end).as_str())
}

fn report(
    line: &Line,
    expression: &Expression,
    anchor: Option<Anchor>,
    (before, thence): (Option<Place>, Option<Resolved>),
) -> Option<(Time, Place)> {
    let (kind, resolved) = match (&expression.offset, thence) {
        (Some((lengths, direction)), _) => {
            (TimeType::Date, expression.counted_from(lengths, *direction, anchor, before))
        }
        (None, Some(resolved)) => (TimeType::Date, resolved),
        (None, None) => value(expression, anchor, before),
    };
    let text = |name: &str| name.to_owned();
    let times = expression.times.map(|times| format!("{times}X"));
    let quantifier = (kind == TimeType::Set).then_some(if expression.interval { "EVERY" } else { "EACH" });
    let side = expression.side.map(Side::name);
    let time = Time {
        span: line.span(expression.start, expression.end),
        kind,
        value: resolved.value,
        anchor: resolved.anchored.then(|| anchor.map(|anchor| anchor.name())).flatten(),
        modifier: side.map(text),
        quantifier: quantifier.map(text),
        frequency: times,
        range: None,
        because: expression.because.iter().map(|reason| text(reason)).collect(),
    };
    Some((time, resolved.place))
}

/// What an expression denotes, and its value.
fn value(expression: &Expression, anchor: Option<Anchor>, before: Option<Place>) -> (TimeType, Resolved) {
    let unplaced = |value| Resolved { value, anchored: false, place: Place::default() };
    if let Some((grain, every)) = expression.each.filter(|_| !expression.is_dated()) {
        // TIDES writes every weekend as P1WE.
        let weekend = if expression.weekend { "E" } else { "" };
        return (TimeType::Set, unplaced(resolve::length(&[(every, grain)]).map(|length| length + weekend)));
    }
    let recurs = expression.each.is_some() || expression.every;
    if !expression.lengths.is_empty() {
        let length = resolve::length(&expression.lengths);
        if expression.interval || expression.times.is_some() {
            return (TimeType::Set, unplaced(length));
        }
        if expression.direction.is_none() {
            return (TimeType::Duration, unplaced(length));
        }
        let value = anchor.and_then(|anchor| expression.counted(anchor));
        let kind =
            if value.as_deref().is_some_and(|value| value.contains('T')) { TimeType::Time } else { TimeType::Date };
        return (kind, Resolved { anchored: value.is_some(), value, place: Place::default() });
    }
    if recurs {
        return (TimeType::Set, unplaced(expression.date(None, None).value));
    }
    let kind = if expression.clock().is_some() { TimeType::Time } else { TimeType::Date };
    (kind, expression.date(anchor, before))
}

/// Whether two expressions are the ends of one range.
fn is_range(line: &Line, first: &Expression, second: &Expression, times: &Times) -> bool {
    let gap = second.start.saturating_sub(first.end);
    let placed = first.is_dated() && second.is_dated();
    placed && gap > 0 && gap <= 6 && times.rules.ranges.contains(&line.text(first.end, second.start).trim())
}
