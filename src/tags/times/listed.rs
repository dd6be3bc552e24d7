//! Days, months and lengths whose unit stands only after the last of them: 24、25日に, 3、4日かかる, 4〜12月.

use super::lexer::{Lexer, Piece, century};
use super::rules::{Grain, Item, Numbered};
use crate::letters::is_one_of;
use crate::tags::numbers::{Form, Number};

/// No more days than this share one unit.
const LONGEST: usize = 8;
/// No more characters than this stand between the two numbers of a vague length.
const LONGEST_JOINT: usize = 4;

/// So many numbers before and after one may be years that tell that it is one, too.
const NUMBERS: usize = 20;
/// Years that tell of each other are no farther apart.
const NEAR_YEARS: i64 = 6;

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

    /// Whether hours or minutes go on after a day, so that it is a length: 1日と2時間.
    pub(super) fn goes_on_with_hours(&self, end: usize) -> bool {
        let Some(next) = self.line.after(end, "と") else { return false };
        let index = self.numbers.partition_point(|number| number.start < next);
        let number = self.numbers.get(index).filter(|number| number.start == next);
        number
            .and_then(|number| self.times.units.at(self.line, number.end))
            .is_some_and(|(_, unit)| matches!(unit, Numbered::Length(Grain::Hour | Grain::Minute | Grain::Second)))
    }

    /// Whether a number is the second of a vague length: 3、4日かかる is one of three or four days.
    pub(super) fn is_end_of_vague(&self, number: &Number, index: usize) -> bool {
        let Some(first) = index.checked_sub(1).and_then(|first| self.numbers.get(first)) else { return false };
        let neighbours = first.low < 10.0 && first.low + 1.0 == number.low;
        let joined = first.end + 1 == number.start && self.line.at(first.end) == '、';
        let Some(unit_end) = self.day_unit(number.end).filter(|_| neighbours && joined) else { return false };
        self.is_measured(first.start) || self.is_length(unit_end)
    }

    /// A length between two, whose unit stands after the second: 2〜3カ月, two or three days.
    pub(super) fn vague_length(&self, number: &Number, index: usize, last: Option<&Piece>) -> Option<(usize, Item)> {
        let second = self.numbers.get(index + 1).filter(|second| second.start - number.end <= LONGEST_JOINT)?;
        let joint = self.line.text(number.end, second.start);
        let joint = joint.trim();
        let near = number.low < 10.0 && second.low == number.low + 1.0;
        let rises = number.low < second.low && !second.is_vague() && (near || joint != "、");
        if !rises || !self.times.rules.vague_ranges.contains(&joint) {
            return None;
        }
        let units = self.times.units.all_at(self.line, self.line.skip_spaces(second.end));
        let (end, length) = units
            .take_while(|(_, unit)| *unit != &Numbered::Nothing)
            .find_map(|(end, unit)| Some((end, self.item(second, end, *unit, last)?)))?;
        match length {
            Item::Length(_, grain) => Some((self.half(end).unwrap_or(end), Item::Length(f64::NAN, grain))),
            _ => None,
        }
    }

    /// A year that is all its line holds, as the heading of a chronicle.
    pub(super) fn lone_year(&self, number: &Number) -> Option<(usize, Item)> {
        let alone = number.start == 0 && number.end == self.line.length();
        let is_year = number.digits == 4 && (1_900.0..2_100.0).contains(&number.low);
        (alone && is_year).then_some((number.end, Item::Year(number.whole()?)))
    }

    /// Whether a number of two digits is a year among others of the text: 19年の27%から22年には38%に.
    pub(super) fn is_among_years(&self, number: &Number, end: usize) -> bool {
        let past_about =
            |next| self.times.rules.rate_words.iter().find_map(|word| self.line.after(next, word)).unwrap_or(next);
        let after = self.line.after(end, "の").filter(|next| self.line.at(past_about(*next)).is_ascii_digit());
        if after.is_none() && !is_one_of(self.line.at(end), "は(") {
            return false;
        }
        let is_year = |other: &Number| {
            let next = self.line.after(other.end, "年")?;
            let is_full = other.digits == 4 && (1_900.0..2_100.0).contains(&other.low);
            let follows = || self.line.at(next).is_ascii_digit() || is_one_of(self.line.at(next), "に末度比");
            let year = if is_full {
                other.whole()?
            } else {
                century(other.whole().filter(|_| other.digits == 2 && follows())?)
            };
            Some((year - century(number.whole()?)).abs() <= NEAR_YEARS)
        };
        let index = self.numbers.partition_point(|other| other.start < number.start);
        let near = self.numbers.iter().skip(index.saturating_sub(NUMBERS)).take(2 * NUMBERS);
        near.filter(|other| other.start != number.start).any(|other| is_year(other) == Some(true))
    }

    /// Whether a year is one of a school: 高校2年, 6年生の.
    pub(super) fn is_grade(&self, number: &Number, end: usize) -> bool {
        let rules = self.times.rules;
        let of_school = rules.schools.iter().any(|word| self.line.ends_with(number.start, word));
        number.low <= 6.0 && (of_school || rules.pupils.iter().any(|word| self.line.after(end, word).is_some()))
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

    /// 「4〜12月」: the first month of a range.
    pub(super) fn first_month(&self, number: &Number, index: usize) -> Option<(usize, Item)> {
        let joint = is_one_of(self.line.at(number.end), "~-–").then_some(number.end + 1)?;
        let second = self.numbers.get(index + 1).filter(|second| second.start == joint)?;
        let is_month = |number: &Number| number.whole().filter(|month| (1..=12).contains(month));
        let after = self.line.after(second.end, "月").filter(|after| self.line.at(*after) != '間')?;
        let month = is_month(number).filter(|_| is_month(second).is_some() && after > second.end)?;
        Some((number.end, Item::Month(month)))
    }

    /// 1995〜1997年: the first year of a range whose word stands after the second.
    pub(super) fn first_year(&self, number: &Number, index: usize) -> Option<(usize, Item)> {
        let joint = self.times.rules.ranges.iter().find_map(|mark| self.line.after(number.end, mark))?;
        let second = self.numbers.get(index + 1).filter(|second| second.start == joint)?;
        let is_year = |number: &Number| number.digits == 4 && (1_000.0..2_200.0).contains(&number.low);
        let (end, unit) = self.times.units.at(self.line, second.end)?;
        let fits = is_year(number) && is_year(second) && number.low < second.low && end > second.end;
        (fits && *unit == Numbered::Year).then_some((number.end, Item::Year(number.whole()?)))
    }

    /// 八月十五: the day straight after its month, in Chinese numerals that nothing follows.
    pub(super) fn han_day(&self, number: &Number, last: Option<&Piece>) -> Option<(usize, Item)> {
        let month = last.is_some_and(|last| matches!(last.item, Item::Month(_)) && last.end == number.start);
        let day = number.whole().filter(|day| (10..=31).contains(day))?;
        let alone = number.form == Form::Han && !self.line.at(number.end).is_alphabetic();
        (month && alone).then_some((number.end, Item::Day(day)))
    }

    /// 「4〜6月期」: a quarter or half of a year named by its months.
    pub(super) fn months_of_quarter(&self, number: &Number, index: usize) -> Option<(usize, Item)> {
        let joint = is_one_of(self.line.at(number.end), "~-–").then_some(number.end + 1)?;
        let second = self.numbers.get(index + 1).filter(|second| second.start == joint)?;
        let end = self.line.after(second.end, "月期")?;
        let part = match (number.whole()?, second.whole()?) {
            (1, 3) => Item::Quarter(1),
            (4, 6) => Item::Quarter(2),
            (7, 9) => Item::Quarter(3),
            (10, 12) => Item::Quarter(4),
            (1, 6) => Item::Half(1),
            (7, 12) => Item::Half(2),
            _ => return None,
        };
        Some((end, part))
    }
}
