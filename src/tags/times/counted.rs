//! Lengths counted from a day that is named beside them: two days after Christmas, 5月3日の2日後; and from now, where
//! only the sentence around says so: we will meet in two weeks.

use super::expression::Expression;
use super::resolve::{Anchor, Place, Resolved};
use super::rules::{Grain, Times};
use crate::tags::line::Line;

/// As far before a length a word of the future is looked for, in characters.
const LOOK_BACK: usize = 60;

/// Joins lengths to the days they are counted from.
pub(super) fn join(line: &Line, expressions: &mut Vec<Expression>, times: &Times) {
    let mut joined: Vec<Expression> = Vec::with_capacity(expressions.len());
    for mut expression in expressions.drain(..) {
        if let Some(last) = joined.last_mut()
            && (from_next(line, last, &mut expression, times) || from_last(line, last, &expression, times))
        {
            if expression.offset.is_some() {
                *last = expression;
            }
            continue;
        }
        ahead(line, &mut expression, times);
        joined.push(expression);
    }
    *expressions = joined;
}

/// Two days after Christmas: the length stands first.
fn from_next(line: &Line, length: &Expression, day: &mut Expression, times: &Times) -> bool {
    if !length.is_length() || length.direction.is_some() || !day.is_day() || day.start - length.end > 12 {
        return false;
    }
    let before = line.text(length.start.saturating_sub(7), length.start);
    let lasts = before.ends_with("for ") || before.ends_with("within ");
    let between = line.text(length.end, day.start);
    if lasts && between.trim() == "from" {
        return false;
    }
    let between = between.trim_end_matches("the ");
    let found = times.rules.counted_from.iter().find(|(words, _)| *words == between);
    if let Some((_, direction)) = found {
        day.offset = Some((length.lengths.clone(), *direction));
        day.start = length.start;
        day.because.push("length");
    }
    found.is_some()
}

/// 5月3日の2日後: the day stands first.
fn from_last(line: &Line, day: &mut Expression, length: &Expression, times: &Times) -> bool {
    if !length.is_length() || length.from_now || !day.is_day() || day.offset.is_some() || length.start - day.end > 3 {
        return false;
    }
    let Some(direction) = length.direction else { return false };
    let between = line.text(day.end, length.start);
    let fits = times.rules.counted_after.contains(&between.as_str());
    if fits {
        day.offset = Some((length.lengths.clone(), direction));
        day.end = length.end;
        day.because.push("length");
    }
    fits
}

/// "In two weeks" is a point ahead where the sentence speaks of what will be.
fn ahead(line: &Line, expression: &mut Expression, times: &Times) {
    if !expression.is_length() || expression.direction.is_some() {
        return;
    }
    let stands = times.rules.inwards.iter().any(|word| {
        expression.start.checked_sub(word.chars().count()).is_some_and(|start| {
            line.after(start, word) == Some(expression.start) && !line.before(start).is_alphanumeric()
        })
    });
    if !stands {
        return;
    }
    let before = line.text(expression.start.saturating_sub(LOOK_BACK), expression.start);
    let sentence = before.rsplit([',', '.', ';']).next().unwrap_or("");
    if times.rules.future.iter().any(|word| sentence.contains(word)) {
        expression.direction = Some(1);
        expression.because.push("direction");
    }
}

impl Expression {
    /// The value of a length before or after the day that the rest of the expression names.
    pub(super) fn counted_from(
        &self,
        lengths: &[(f64, Grain)],
        direction: i64,
        anchor: Option<Anchor>,
        before: Option<Place>,
    ) -> Resolved {
        let base = self.date(anchor, before);
        let from = base.place.day.and(base.place.date()).map(|day| Anchor { day, time: None });
        let length = Expression { lengths: lengths.to_vec(), direction: Some(direction), ..Expression::default() };
        let value = from.and_then(|from| length.counted_day(from));
        Resolved { anchored: base.anchored && value.is_some(), value, place: Place::default() }
    }

    /// As [`Expression::counted`], down to the day.
    fn counted_day(&self, from: Anchor) -> Option<String> {
        let days = self.lengths.iter().all(|(amount, _)| amount.fract() == 0.0);
        let mut day = from.day;
        for (amount, grain) in self.lengths.iter().filter(|_| days) {
            day = super::resolve::step(day, *grain, self.direction.unwrap_or(1) * amount.trunc() as i64)?;
        }
        days.then(|| day.to_string())
    }
}
