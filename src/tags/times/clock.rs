//! Times of day as English says them: half past seven, a quarter to five, seven thirty, 340pm.

use super::lexer::{Lexer, Piece};
use super::rules::Item;
use crate::tags::numbers::{Form, Number};

/// Parts of an hour in words, longest first where one begins another, with [`MINUTES`].
pub(super) const PARTS_OF_HOURS: &[&str] = &["half", "a quarter", "quarter", "a half"];
const MINUTES: [i64; 4] = [30, 15, 15, 30];

impl Lexer<'_> {
    /// A time of day in words at a position.
    pub(super) fn spoken_clock(&self, position: usize, index: usize) -> Option<(usize, Item)> {
        if self.times.rules.hour_cues.is_empty() || self.line.before(position).is_alphanumeric() {
            return None;
        }
        self.past_hour(position, index).or_else(|| self.hour_and_minutes(index, position))
    }

    /// Half past seven, 20 minutes to eight, a quarter past ten in the evening.
    fn past_hour(&self, position: usize, index: usize) -> Option<(usize, Item)> {
        let words = PARTS_OF_HOURS.iter().zip(MINUTES);
        let word = words.into_iter().find_map(|(word, minutes)| Some((self.line.after(position, word)?, minutes)));
        let number = || {
            let number = self.number(position, index).filter(|number| (1.0..60.0).contains(&number.low))?;
            let units = [" minutes", " minute", " mins", " min", ""];
            let end = units.iter().find_map(|unit| self.line.after(number.end, unit))?;
            Some((end, number.whole()?))
        };
        let (end, minutes) = word.or_else(number)?;
        let past = self.line.after(end, " past ").or_else(|| self.line.after(end, " after "));
        let (after, back) = match past {
            Some(after) => (after, false),
            None => (self.line.after(end, " to ").or_else(|| self.line.after(end, " till "))?, true),
        };
        let hour = self.number(after, index).filter(|hour| is_hour(hour))?;
        let told = word.is_some() || end > self.number(position, index).map_or(0, |number| number.end);
        let end = self.line.after(hour.end, " o'clock").unwrap_or(hour.end);
        let counts = self.times.units.at(self.line, self.line.skip_spaces(end)).is_some();
        if !told && self.line.after(after - 6, " past ").is_none() || counts || back && minutes >= 45 {
            return None;
        }
        let hour = hour.whole()?;
        Some((
            end,
            match (back, minutes) {
                (false, minutes) => Item::Clock(hour, Some(minutes), None),
                (true, minutes) => Item::Clock(if hour == 1 { 12 } else { hour - 1 }, Some(60 - minutes), None),
            },
        ))
    }

    /// Seven thirty, eight oh five, in words, where a word of hours stands before it or of the half day after it.
    fn hour_and_minutes(&self, index: usize, position: usize) -> Option<(usize, Item)> {
        let hour = self.number(position, index).filter(|hour| is_hour(hour) && hour.form == Form::Words)?;
        let gap = self.line.after(hour.end, " ").or_else(|| self.line.after(hour.end, "-"))?;
        let minutes = self.number(gap, index).filter(|number| {
            number.form == Form::Words && number.whole().is_some_and(|minutes| (5..60).contains(&minutes))
        })?;
        let counts = self.times.units.at(self.line, self.line.skip_spaces(minutes.end)).is_some();
        let cued = self.hour_cue_before(position)
            || ["from", "to", "for", "and"].contains(&self.word_before(position).as_str());
        let stands = self.is_meridiem(self.line.skip_spaces(minutes.end)) || cued && self.is_free_after(minutes.end);
        (!counts && stands).then_some((minutes.end, Item::Clock(hour.whole()?, minutes.whole(), None)))
    }

    /// `340pm`: hours and minutes without a mark between, with their half of the day joined.
    pub(super) fn joined_meridiem(&self, position: usize) -> Option<(usize, Item)> {
        if self.times.rules.hour_cues.is_empty() || !self.line.at(position).is_ascii_digit() {
            return None;
        }
        let (end, value) = self.group(position).filter(|(end, _)| *end > position)?;
        let (hour, minute) = (value / 100, value % 100);
        if self.line.before(position).is_ascii_alphanumeric() {
            return None;
        }
        if end - position > 2 {
            let fits = self.is_meridiem(end) && (1..=12).contains(&hour) && minute < 60;
            return fits.then_some((end, Item::Clock(hour, Some(minute), None)));
        }
        let hour = (1..=12).contains(&value);
        if self.line.at(end) == '.' && self.is_meridiem(end) {
            return hour.then_some((end, Item::Hour(value)));
        }
        // At 9p.
        let late = match self.line.at(end) {
            'p' => 12,
            'a' => 0,
            _ => return None,
        };
        let alone = !self.line.at(end + 1).is_alphanumeric()
            && !(self.line.at(end + 1) == '.' && self.line.at(end + 2).is_alphanumeric());
        (hour && alone && self.hour_cue_before(position))
            .then_some((end + 1, Item::Clock(value % 12 + late, None, None)))
    }

    /// Monday at 2.30: an hour with a point, where a day and "at" stand before it.
    pub(super) fn spoken_point(&self, position: usize, last: Option<&Piece>) -> Option<(usize, Item)> {
        let day = last.is_some_and(|last| {
            matches!(last.item, Item::Weekday(_) | Item::Relative(..) | Item::Day(_) | Item::Date(..))
                && position - last.end <= 4
        });
        let (after, hour) = self.group(position).filter(|(end, _)| end - position < 3)?;
        let (end, minute) = self.group(self.line.after(after, ".")?).filter(|(end, _)| end - after == 3)?;
        let fits = (1..=24).contains(&hour) && minute < 60 && self.is_free_after(end);
        (day && fits && self.word_before(position) == "at").then_some((end, Item::Clock(hour, Some(minute), None)))
    }

    /// Between 0730-0930, from 0800 to 1030: hours and minutes in four digits, one of them with a nought before it.
    pub(super) fn four_digits(&self, number: &Number, index: usize, last: Option<&Piece>) -> Option<(usize, Item)> {
        let minutes = |number: &Number| {
            let value = number.whole().filter(|value| number.digits == 4 && value / 100 < 24 && value % 100 < 60)?;
            Some(Item::Clock(value / 100, Some(value % 100), None))
        };
        let item = minutes(number)?;
        if self.follows(number, last, |item| matches!(item, Item::Clock(_, Some(_), None))).is_some() {
            return last.filter(|last| last.end - last.start == 4).map(|_| (number.end, item));
        }
        let next =
            self.numbers.get(index + 1).filter(|next| next.start > number.end && next.start - number.end <= 4)?;
        let noughts = [number, next].iter().any(|number| self.line.at(number.start) == '0');
        let joined = matches!(self.line.text(number.end, next.start).trim(), "-" | "–" | "to" | "and");
        let cued = matches!(self.word_before(number.start).as_str(), "between" | "from");
        (noughts && joined && cued && minutes(next).is_some()).then_some((number.end, item))
    }

    /// The 17 from 2 pm, 8 pm on the 15: a bare day beside a time of day.
    pub(super) fn is_day_beside_clock(&self, number: &Number, last: Option<&Piece>) -> bool {
        let before = self.line.text(number.start.saturating_sub(8), number.start).to_lowercase();
        if !(before.ends_with(" on ") || before.ends_with(" on the ")) || number.digits == 0 {
            return false;
        }
        let after_clock = last.is_some_and(|last| {
            matches!(last.item, Item::Clock(..) | Item::Hour(_) | Item::Morning | Item::Afternoon)
                && number.start - last.end <= 8
        });
        let joints = [" at ", " from ", " between ", ", "];
        let next = joints.iter().find_map(|joint| self.line.after(number.end, joint));
        let before_clock = next.is_some_and(|next| {
            let hour = self.group(next).filter(|(end, _)| *end > next);
            self.clock(next).is_some()
                || hour.is_some_and(|(end, _)| {
                    let other = [" and ", "-", " to "].iter().find_map(|joint| self.line.after(end, joint));
                    let other = other.and_then(|other| self.group(other)).map_or(end, |(end, _)| end);
                    self.is_meridiem(self.line.skip_spaces(end)) || self.is_meridiem(self.line.skip_spaces(other))
                })
        });
        before_clock || after_clock && self.is_free_after(number.end)
    }

    /// Friday at 5, tonight around 7; from 10:30 to 3; from 2 to 4 tomorrow.
    pub(super) fn bare_hour(&self, number: &Number, index: usize, last: Option<&Piece>) -> bool {
        let Some(hour) = number.whole().filter(|hour| (1..=24).contains(hour)) else { return false };
        if number.digits == 0 && number.form != Form::Words || number.digits > 2 {
            return false;
        }
        let is_day = |last: &Piece| {
            matches!(
                last.item,
                Item::Weekday(_)
                    | Item::Weekdays(_)
                    | Item::Relative(..)
                    | Item::PartOf(..)
                    | Item::Day(_)
                    | Item::Date(_, _, Some(_))
                    | Item::Part(_)
                    | Item::Parts(_)
                    | Item::Feast(..)
            )
        };
        let beside = last.filter(|last| is_day(last) && number.start - last.end <= 12).is_some_and(|last| {
            let between = self.line.text(last.end, number.start).to_lowercase();
            let cue = between.trim();
            hour <= 12 && self.times.rules.hour_cues.iter().any(|word| cue == *word || cue == format!("at {word}"))
        });
        (beside || self.ends_hours(number, last) || self.begins_bare_hours(number, index, last))
            && self.is_free_after(number.end)
    }

    /// The second of two hours whose first is told by its minutes or half of the day: from 10:30 to 3.
    fn ends_hours(&self, number: &Number, last: Option<&Piece>) -> bool {
        let told = |item: &Item| matches!(item, Item::Clock(..) | Item::Hour(_) | Item::Morning | Item::Afternoon);
        let Some(between) = self.follows(number, last, told) else { return false };
        let cue = last.map(|last| {
            let start = self.line.run_back(last.start, 24, |c| c.is_alphanumeric() || " :.".contains(c));
            self.line.text(start, last.start).to_lowercase()
        });
        match between.as_str() {
            "or" => false,
            "and" => cue.is_some_and(|cue| cue.contains("between ")),
            _ => true,
        }
    }

    /// The first of two bare hours beside a day: from 2 to 4 tomorrow, Monday 3-8.
    fn begins_bare_hours(&self, number: &Number, index: usize, last: Option<&Piece>) -> bool {
        let next = self.numbers.get(index + 1).filter(|next| next.start > number.end && next.start - number.end <= 5);
        let Some(next) = next.filter(|next| is_hour(number) && is_hour(next) && self.is_free_after(next.end)) else {
            return false;
        };
        let before = self.word_before(number.start);
        let joined = match self.line.text(number.end, next.start).trim() {
            "to" | "until" | "till" => before == "from",
            "and" => before == "between",
            "-" | "–" => number.low < next.low || number.low >= 8.0,
            _ => return false,
        };
        let after = self.line.skip_spaces(next.end);
        let after = self.line.after(after, "on ").or_else(|| self.line.after(after, "of ")).unwrap_or(after);
        let item = self.times.words.at(self.line, after).map(|(_, item)| *item);
        let day_next = matches!(
            item,
            Some(Item::Weekday(_) | Item::PartOf(..) | Item::Relative(super::rules::Grain::Day, _) | Item::Direct(_))
        ) && !matches!(item, Some(Item::Direct(_)) if self.is_long_stretch(after))
            || self.digits(after, None).is_some_and(|(_, item)| matches!(item, Item::Date(..)));
        let day_before = last.is_some_and(|last| {
            last.end + 6 + before.len() > number.start
                && matches!(last.item, Item::Weekday(_) | Item::Relative(super::rules::Grain::Day, _) | Item::Date(..))
        });
        joined && (day_next || day_before)
    }

    /// Whether "this", "next" or "last" stands before a stretch longer than a day.
    fn is_long_stretch(&self, position: usize) -> bool {
        let after = self.times.words.at(self.line, position).map_or(position, |(end, _)| self.line.skip_spaces(end));
        !matches!(self.times.words.at(self.line, after), Some((_, Item::Weekday(_))))
    }

    /// Whether a word of hours stands before a position.
    pub(super) fn hour_cue_before(&self, position: usize) -> bool {
        self.times.rules.hour_cues.contains(&self.word_before(position).as_str())
    }

    /// The word before a position, in small letters.
    fn word_before(&self, position: usize) -> String {
        let end = self.line.skip_spaces_back(position);
        let start = self.line.run_back(end, 12, |c| c.is_ascii_alphabetic());
        self.line.text(start, end).to_lowercase()
    }

    /// Whether what follows a number is no noun that it counts: a mark, the end, or a word of time or of joining.
    pub(super) fn is_free_after(&self, end: usize) -> bool {
        let next = self.line.skip_spaces(end);
        let word_end = self.line.run(next, |c| c.is_ascii_alphabetic());
        if word_end == next {
            let mark = self.line.at(next);
            return !mark.is_alphanumeric()
                && !"%$€£°'".contains(mark)
                && !(mark == '.' && self.line.at(next + 1).is_ascii_digit());
        }
        let word = self.line.text(next, word_end).to_lowercase();
        let joins = [
            "on",
            "to",
            "until",
            "till",
            "and",
            "or",
            "in",
            "this",
            "next",
            "tomorrow",
            "yesterday",
            "today",
            "of",
            "for",
            "from",
            "with",
            "at",
            "the",
            "last",
            "tonight",
            "but",
            "if",
            "when",
        ];
        word == "between" || joins.contains(&word.as_str()) || self.times.words.at(self.line, next).is_some()
    }

    /// The number that begins at a position, at or after an index.
    fn number(&self, position: usize, index: usize) -> Option<&Number> {
        let near = self.numbers.get(index..)?.iter().take(3);
        near.take_while(|number| number.start <= position).find(|number| number.start == position)
    }
}

fn is_hour(number: &Number) -> bool {
    number.whole().is_some_and(|hour| (1..=12).contains(&hour)) && number.digits <= 2
}
