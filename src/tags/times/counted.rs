//! Lengths counted from a day that is named beside them: two days after Christmas, 5月3日の2日後; and from now, where
//! only the sentence around says so: we will meet in two weeks.

use super::expression::Expression;
use super::resolve::{Anchor, Place, Resolved, step};
use super::rules::{Grain, Times};
use crate::tags::line::Line;
use jiff::ToSpan;
use jiff::civil::DateTime;

/// As far before a length a word of the future is looked for, in characters.
const LOOK_BACK: usize = 60;

/// Joins lengths to the days they are counted from.
pub(super) fn join(line: &Line, expressions: &mut Vec<Expression>, times: &Times) {
    let mut joined: Vec<Expression> = Vec::with_capacity(expressions.len());
    for mut expression in expressions.drain(..) {
        if let Some(last) = joined.last_mut()
            && (from_next(line, last, &mut expression, times)
                || from_last(line, last, &expression, times)
                || beside(line, last, &mut expression, times))
        {
            if expression.offset.is_some() || expression.start == last.start {
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

/// 1週間後の2月21日: the length only says how far off the day beside it is.
fn beside(line: &Line, length: &Expression, day: &mut Expression, times: &Times) -> bool {
    let counted = !length.lengths.is_empty() && length.direction.is_some() && !length.is_dated();
    let joined =
        length.end < day.start && times.rules.counted_after.contains(&line.text(length.end, day.start).as_str());
    let fits = counted && joined && day.start - length.end == 1 && day.month.is_some() && day.day.is_some();
    if fits {
        day.start = length.start;
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
    let is_future = |text: &str| times.rules.future.iter().any(|word| text.contains(word));
    let before = line.text(expression.start.saturating_sub(LOOK_BACK), expression.start);
    let sentence = before.rsplit([',', '.', ';']).next().unwrap_or("");
    // In two years, the plant will open.
    let opens = sentence.trim().eq_ignore_ascii_case("in");
    let after = line.text(expression.end, expression.end + LOOK_BACK);
    let after = after.split(['.', ';']).next().unwrap_or("");
    let time = times.rules.time_ahead.iter().find_map(|word| line.after(expression.end, word));
    expression.end = time.unwrap_or(expression.end);
    if time.is_some() || is_future(sentence) || opens && (is_future(after) || after.trim().is_empty()) {
        expression.direction = Some(1);
        expression.because.push("direction");
    }
}

impl Expression {
    /// The value of a length counted from the anchor: 3日前 is a day, 2年前 a year, 3分後 a time.
    // Not inlined, for the size of the core.
    #[inline(never)]
    pub fn counted(&self, anchor: Anchor) -> Option<String> {
        let direction = self.direction.unwrap_or(1);
        let finest = self.lengths.last()?.1;
        if finest >= Grain::Hour
            || self.lengths.iter().any(|(amount, grain)| amount.fract() != 0.0 && *grain >= Grain::Day)
        {
            return self.counted_time(anchor, direction);
        }
        let mut day = anchor.day;
        for (amount, grain) in &self.lengths {
            if amount.is_nan() {
                return None;
            }
            day = step(day, *grain, direction * amount.trunc() as i64)?;
            let years = match grain {
                Grain::Century => 100.0,
                Grain::Decade => 10.0,
                _ => 1.0,
            };
            let months = (amount.fract() * 12.0 * years).round() as i64;
            day = match grain {
                Grain::Century | Grain::Decade | Grain::Year if months != 0 => {
                    step(day, Grain::Month, direction * months)?
                }
                Grain::Month if amount.fract() != 0.0 => {
                    step(day, Grain::Day, direction * (amount.fract() * 30.0).round() as i64)?
                }
                _ => day,
            };
        }
        let is_part = |(amount, grain): &(f64, Grain)| amount.fract() != 0.0 && *grain >= Grain::Year;
        let finest = if self.lengths.iter().any(is_part) { Grain::Month } else { finest };
        Some(match finest {
            Grain::Century | Grain::Decade | Grain::Year => format!("{:04}", day.year()),
            Grain::Quarter | Grain::Month => format!("{:04}-{:02}", day.year(), day.month()),
            _ => day.to_string(),
        })
    }

    fn counted_time(&self, anchor: Anchor, direction: i64) -> Option<String> {
        let mut now = DateTime::from_parts(anchor.day, anchor.time?);
        for (amount, grain) in &self.lengths {
            let seconds = match grain {
                Grain::Day => 86_400.0,
                Grain::Hour => 3_600.0,
                Grain::Minute => 60.0,
                Grain::Second => 1.0,
                _ => return None,
            };
            let seconds = amount * seconds;
            if !seconds.is_finite() || seconds.abs() > 1e11 {
                return None;
            }
            now = now.checked_add((direction * seconds.round() as i64).seconds()).ok()?;
        }
        Some(format!("{}T{:02}:{:02}", now.date(), now.hour(), now.minute()))
    }

    /// The value of a length before or after the day that the rest of the expression names.
    pub(super) fn counted_from(
        &self,
        lengths: &[(f64, Grain)],
        direction: i64,
        anchor: Option<Anchor>,
        before: Option<Place>,
    ) -> Resolved {
        let base = self.date(anchor, before);
        let from = base.place.day.and(base.place.date()).map(|day| Anchor { day, time: None, changed: None });
        let length = Expression { lengths: lengths.to_vec(), direction: Some(direction), ..Expression::default() };
        let value = from.and_then(|from| length.counted_day(from));
        Resolved { anchored: base.anchored && value.is_some(), value, place: Place::default() }
    }

    /// As [`Expression::counted`], down to the day.
    fn counted_day(&self, from: Anchor) -> Option<String> {
        let days = self.lengths.iter().all(|(amount, _)| amount.fract() == 0.0);
        let mut day = from.day;
        for (amount, grain) in self.lengths.iter().filter(|_| days) {
            day = step(day, *grain, self.direction.unwrap_or(1) * amount.trunc() as i64)?;
        }
        days.then(|| day.to_string())
    }
}
