//! Days and lengths whose unit stands only after the last of them: 24、25日に, 3、4日かかる.

use super::lexer::Lexer;
use super::rules::{Item, Numbered};
use crate::letters::is_one_of;
use crate::tags::numbers::Number;

/// No more days than this share one unit.
const LONGEST: usize = 8;

impl Lexer<'_> {
    /// A day before others with which it shares the word for day: the 24 of 24、25日に.
    pub(super) fn listed_day(&self, number: &Number, index: usize) -> Option<(usize, Item)> {
        let (last, unit_end) = self.list_end(number, index)?;
        let day = number.whole().filter(|day| (1..=31).contains(day))?;
        let is_date = self.day_unit(last.end) == Some(unit_end)
            && !self.is_measured(number.start)
            && !self.is_length(unit_end)
            && last.low > number.low;
        is_date.then_some((number.end, Item::Day(day)))
    }

    /// Whether a number is the second of a vague length: 3、4日かかる is one of three or four days.
    pub(super) fn is_end_of_vague(&self, number: &Number, index: usize) -> bool {
        let Some(first) = index.checked_sub(1).and_then(|first| self.numbers.get(first)) else { return false };
        let neighbours = first.low < 10.0 && first.low + 1.0 == number.low;
        let joined = first.end + 1 == number.start && self.line.at(first.end) == '、';
        let Some(unit_end) = self.day_unit(number.end).filter(|_| neighbours && joined) else { return false };
        self.is_measured(first.start) || self.is_length(unit_end)
    }

    /// The last number of a list that begins with a number, and where its unit ends.
    fn list_end(&self, number: &Number, index: usize) -> Option<(&Number, usize)> {
        let mut end = number.end;
        for next in self.numbers.iter().skip(index + 1).take(LONGEST) {
            let joint = is_one_of(self.line.at(end), "、・,") && next.start == end + 1;
            if !joint || !(1.0..=31.0).contains(&next.low) || next.digits > 2 {
                return None;
            }
            if let Some(unit_end) = self.day_unit(next.end) {
                return Some((next, unit_end));
            }
            end = next.end;
        }
        None
    }

    /// Where the word for day ends, if it stands at a position and no longer word of time does.
    fn day_unit(&self, position: usize) -> Option<usize> {
        let (end, unit) = self.times.units.at(self.line, position)?;
        (*unit == Numbered::Day).then_some(end)
    }
}
