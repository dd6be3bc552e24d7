//! Numbers that are days without a word of their own, as English writes them.

use super::bare::Bare;
use super::lexer::{Lexer, Piece};
use super::rules::{Grain, Item};
use crate::letters::is_one_of;
use crate::tags::numbers::{Form, Number};

/// No more days than this are read in a list before their month.
const DAYS_IN_LIST: usize = 6;

impl Lexer<'_> {
    /// March 4, on the 4th, the 4th day of March, the 4th of each month.
    pub(super) fn bare_day(&self, bare: &Bare<'_>) -> Option<(usize, Item)> {
        let Bare { number, value, end, is_ordinal, .. } = *bare;
        let day = |end: usize| (1..=31).contains(&value).then_some((end, Item::Day(value)));
        let month_after = |of: &str| {
            let after = self.line.after(end, of).filter(|_| is_ordinal)?;
            let after = self.line.after(after, "the ").filter(|_| of == " day of ").unwrap_or(after);
            Some(self.times.words.at(self.line, after).map(|(_, item)| item))
        };
        if matches!(month_after(" of "), Some(Some(Item::Each(Grain::Month, _)))) {
            return day(end);
        }
        if let Some(month) = month_after(" day of ") {
            let is_month = matches!(month, Some(Item::Month(_) | Item::Relative(Grain::Month, _)));
            return is_month.then(|| day(end + 4)).flatten();
        }
        let is_short = number.digits > 0 && number.digits < 3 || matches!(number.form, Form::Ordinal | Form::Words);
        let next = self.line.skip_spaces(end);
        let counts = !is_ordinal && self.times.units.at(self.line, next).is_some();
        if !is_short || counts || self.line.at(next) == '%' {
            return None;
        }
        self.is_bare_day(bare).then(|| day(end)).flatten()
    }

    /// Whether what stands around a number makes it a day.
    fn is_bare_day(&self, bare: &Bare<'_>) -> bool {
        let Bare { number, index, end, last, near, .. } = *bare;
        // In April, two of them said: no day in words after a comma.
        let is_worded = number.form == Form::Words && last.is_some_and(|last| self.line.at(last.end) == ',');
        let of_month = bare.is_after_month() && !is_worded
            || self.is_before_month(end)
            || self.goes_on_with_days(number, end, last)
            || self.is_day_before_day(index, end)
            || self.is_day_to_month(number, end)
            || self.is_day_of_this_month(index, end);
        if of_month || !bare.is_ordinal {
            return of_month || self.is_day_beside_clock(number, last);
        }
        let before = self.line.text(number.start.saturating_sub(7), number.start);
        let on_the = before.ends_with("on the ") || before.ends_with(" on ") && number.digits > 0;
        on_the && self.is_free_after(end)
            || near.is_some_and(|last| matches!(last.item, Item::Weekday(_)))
            || self.is_the_day(number.start, end)
    }

    /// The 21st, before a mark, the end or an hour; the 21st century is none.
    fn is_the_day(&self, start: usize, end: usize) -> bool {
        let the = self.line.text(start.saturating_sub(4), start).eq_ignore_ascii_case("the ");
        let next = self.line.at(end);
        let after = self.line.text(end, end + 6);
        let ends = next == crate::tags::line::NONE || is_one_of(next, ".,;!?)");
        the && self.line.at(start).is_ascii_digit()
            && (ends || [" at ", " from ", " betwe"].iter().any(|word| after.starts_with(word)))
    }

    /// From 4 to January 22.
    fn is_day_to_month(&self, number: &Number, end: usize) -> bool {
        let from = self.line.text(number.start.saturating_sub(5), number.start).eq_ignore_ascii_case("from ");
        let to = [" to ", "-", " till ", " until "].iter().find_map(|to| self.line.after(end, to));
        let month =
            to.and_then(|to| self.times.words.at(self.line, to)).filter(|(_, item)| matches!(item, Item::Month(_)));
        from && month.is_some_and(|(after, _)| self.line.at(self.line.skip_spaces(after)).is_ascii_digit())
    }

    /// From 4 to 22 this month: days of a month that follows.
    fn is_day_of_this_month(&self, index: usize, end: usize) -> bool {
        let is_month = |position: usize| {
            let position = [" of ", " in ", " "].iter().find_map(|gap| self.line.after(position, gap));
            position.is_some_and(|position| {
                matches!(self.times.words.at(self.line, position), Some((_, Item::Relative(Grain::Month, _))))
            })
        };
        let next = self.numbers.get(index + 1).filter(|next| next.start > end && next.start - end <= 6);
        let joined = next.filter(|next| {
            let between = self.line.text(end, next.start);
            next.low <= 31.0 && matches!(between.trim(), "-" | "–" | "to" | "till" | "until" | "and" | "through")
        });
        let last = index.checked_sub(1).and_then(|last| self.numbers.get(last));
        let joins_last = last.is_some_and(|last| {
            last.low <= 31.0 && end > last.end && end - last.end <= 10 && {
                let between = self.line.text(last.end, end);
                ["-", "–", " to ", " till ", " until ", " and ", " through "]
                    .iter()
                    .any(|mark| between.starts_with(mark))
            }
        });
        joined.is_some_and(|next| is_month(next.end)) || joins_last && is_month(end)
    }

    /// March 3-5; in "March 3 and 5 people" the second number is no day.
    pub(super) fn goes_on_with_days(&self, number: &Number, end: usize, last: Option<&Piece>) -> bool {
        let next = self.line.at(self.line.skip_spaces(end));
        let counts = next.is_alphabetic() && !self.is_before_month(end) || is_one_of(next, "%$€£");
        self.follows(number, last, |item| matches!(item, Item::Day(_)))
            .is_some_and(|between| !counts || between == "-" || between == "–")
    }

    /// Whether other days of the same month follow: 18 and 19 June, the 22nd, 23rd or 31st of March.
    pub(super) fn is_day_before_day(&self, index: usize, end: usize) -> bool {
        let mut end = end;
        for next in self.numbers.iter().skip(index + 1).take(DAYS_IN_LIST) {
            if next.start <= end || next.start - end > 9 || !(1.0..=31.0).contains(&next.low) || next.digits > 2 {
                return false;
            }
            let between = self.line.text(end, next.start);
            if !matches!(
                between.trim().trim_end_matches("the").trim(),
                "-" | "–" | "to" | "and" | "or" | "," | ", and" | ", or" | "through" | "till" | "until"
            ) {
                return false;
            }
            let endings = self.times.rules.ordinal_endings;
            end = endings.iter().find_map(|ending| self.line.after(next.end, ending)).unwrap_or(next.end);
            if self.is_before_month(end) {
                return true;
            }
        }
        false
    }

    /// Whether a month's name follows: 4 March, 4th of March.
    pub(super) fn is_before_month(&self, end: usize) -> bool {
        let position = self.line.skip_spaces(end);
        let joints = ["of ", "-", "/", ". "];
        let position = joints.iter().find_map(|joint| self.line.after(position, joint)).unwrap_or(position);
        let verb = |month: i64| matches!(month, 3 | 5) && self.line.at(position).is_ascii_lowercase();
        let month = self.times.words.at(self.line, position);
        position > end && matches!(month, Some((_, Item::Month(month))) if !verb(*month))
    }
}
