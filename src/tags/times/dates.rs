//! Dates in digits: 2025/01/30, 7/18, 11/2016, 令和7.1.

use super::lexer::{Lexer, century, is_digit};
use super::rules::Item;

impl Lexer<'_> {
    /// A date in digits.
    pub(super) fn date(&self, position: usize) -> Option<(usize, Item)> {
        let (first_end, first) = self.group(position)?;
        if let Some(found) = self.month_of_year(first_end, first_end - position, first) {
            return Some(found);
        }
        let joint = self.line.at(first_end);
        if !"-/.,".contains(joint) {
            return None;
        }
        let (second_end, second) = self.group(first_end + 1)?;
        let third = (self.line.at(second_end) == joint).then(|| self.group(second_end + 1)).flatten();
        let end = third.map_or(second_end, |(end, _)| end);
        let (width, goes_on) = (first_end - position, self.goes_on(end, joint));
        if goes_on || second_end - first_end > 3 && third.is_some() {
            return None;
        }
        match third {
            Some((_, third)) if width == 4 => dated(Some(first), second, Some(third)).map(|item| (end, item)),
            Some((third_end, third)) if third_end - second_end == 5 => {
                let (month, day) = if self.month_first(first, second) { (first, second) } else { (second, first) };
                dated(Some(third), month, Some(day)).map(|item| (end, item))
            }
            Some((third_end, third)) if joint != ',' && joint != '.' && third_end - second_end == 3 && width < 3 => {
                dated(Some(century(third)), first, Some(second)).map(|item| (end, item))
            }
            None if width == 4 && "-/".contains(joint) && (1000..2200).contains(&first) => {
                dated(Some(first), second, None).map(|item| (end, item))
            }
            None if joint == '/' && width < 3 => self.month_and_day(first, second, end).map(|item| (end, item)),
            _ => None,
        }
    }

    /// 11/2016, 2016 / 11: a month and a year around a slash, with or without spaces.
    fn month_of_year(&self, end: usize, width: usize, first: i64) -> Option<(usize, Item)> {
        let slash = self.line.after(self.line.skip_spaces(end), "/")?;
        let start = self.line.skip_spaces(slash);
        let (stop, second) = self.group(start).filter(|(stop, _)| *stop > start)?;
        let (year, month) = match (width, stop - start) {
            (4, 1 | 2) if slash > end + 1 || start > slash => (first, second),
            (1 | 2, 4) => (second, first),
            _ => return None,
        };
        let free = !self.goes_on(stop, '/') && !self.line.at(stop).is_alphanumeric();
        let item = dated(Some(year), month, None).filter(|_| free && (1_900..2_100).contains(&year))?;
        Some((stop, item))
    }

    fn month_first(&self, first: i64, second: i64) -> bool {
        if self.times.rules.month_first { first <= 12 } else { second > 12 && first <= 12 }
    }

    /// 7/18. One over something is a fraction, and so is what a calendar can't hold.
    fn month_and_day(&self, first: i64, second: i64, end: usize) -> Option<Item> {
        let share = ["が", "の", "以上", "以下", "超", "未満", "を占", "程度", "近く", "に当た"];
        let is_share = first < second && second <= 5 && share.iter().any(|word| self.line.after(end, word).is_some());
        if first == 1 && second <= 10 && first != second || is_share {
            return None;
        }
        let (month, day) = if first <= 12 { (first, second) } else { (second, first) };
        dated(None, month, Some(day))
    }

    /// Whether digits in a row go on, so that this is no date.
    fn goes_on(&self, end: usize, joint: char) -> bool {
        let next = self.line.at(end);
        let percent = next == '%' || next == '°';
        is_digit(next) || percent || (next == joint || next == '.') && is_digit(self.line.at(end + 1))
    }

    /// 令和7年, 平成元年, 令和3.7, R3年: a year of an era, with its month and day in digits.
    pub(super) fn era(&self, position: usize) -> Option<(usize, Item)> {
        let (after, base) = self.times.eras.at(self.line, position)?;
        let before = self.line.before(position);
        if before.is_ascii_alphanumeric() {
            return None;
        }
        let after = self.line.skip_spaces(after);
        let first =
            self.times.rules.first_year.iter().find_map(|word| self.line.after(after, word)).map(|end| (end, 1));
        let number = self.numbers.get(self.numbers.partition_point(|number| number.start < after));
        let number = number.filter(|number| number.start == after);
        let digits = self.group(after).filter(|(end, _)| *end > after);
        let (end, year) = first.or(digits).or_else(|| Some((number?.end, number?.whole()?)))?;
        // An era that began before the common one is still counted on.
        let most = if *base < 0 { 3_000 } else { 200 };
        if !(1..=most).contains(&year) {
            return None;
        }
        let unit = self.line.after(end, "年").filter(|end| self.line.at(*end) != '度');
        if let Some(end) = unit {
            return Some((end, Item::Year(base + year)));
        }
        if let Some(end) = self.line.after(end, "年度") {
            return Some((end, Item::FiscalYear(base + year)));
        }
        let joint = self.line.at(end);
        if !".,/-".contains(joint) {
            return None;
        }
        let (month_end, month) = self.group(end + 1).filter(|(month_end, _)| *month_end > end + 1)?;
        let day = (self.line.at(month_end) == joint).then(|| self.group(month_end + 1)).flatten();
        // M2.5 is a version.
        if day.is_none() && self.line.at(position).is_ascii_alphabetic() {
            return None;
        }
        let item = dated(Some(base + year), month, day.map(|(_, day)| day))?;
        Some((day.map_or(month_end, |(end, _)| end), item))
    }
}

fn dated(year: Option<i64>, month: i64, day: Option<i64>) -> Option<Item> {
    let fits = (1..=12).contains(&month) && day.is_none_or(|day| (1..=31).contains(&day));
    fits.then_some(Item::Date(year, Some(month), day))
}
