//! Numbers that are days, hours and years without a word of their own, as English writes them, and what stands around
//! them.

use super::lexer::{Lexer, Piece, century};
use super::rules::{Grain, Item, Numbered};
use crate::letters::is_one_of;
use crate::tags::numbers::{Form, Number};

impl Lexer<'_> {
    /// fiscal 2024, FY2024.
    pub(super) fn fiscal(&self, position: usize) -> Option<(usize, Item)> {
        let after = self.times.rules.fiscal.iter().find_map(|word| self.line.after(position, word))?;
        let (end, year) = self.group(after).filter(|(end, _)| end - after == 4 || end - after == 2)?;
        let free = !self.line.before(position).is_alphanumeric() && !self.line.at(end).is_alphanumeric();
        let year = if end - after == 2 { century(year) } else { year };
        (free && (1_900..2_200).contains(&year)).then_some((end, Item::FiscalYear(year)))
    }

    /// a year ago, an hour and a half: one of a unit, where what follows makes it a length.
    pub(super) fn one(&self, position: usize) -> Option<(usize, Item)> {
        let articles = self.times.rules.articles;
        let after = articles.iter().find_map(|article| self.line.after(position, article))?;
        let (end, unit) = self.times.units.at(self.line, after)?;
        let Numbered::Length(grain) = *unit else { return None };
        let half = self.half(end);
        let next = self.line.skip_spaces(end);
        let counts = matches!(self.times.words.at(self.line, next), Some((_, Item::Ago | Item::Later)));
        let free = !self.line.before(position).is_alphanumeric();
        let amount = if half.is_some() { 1.5 } else { 1.0 };
        (free && (counts || half.is_some())).then_some((half.unwrap_or(end), Item::Length(amount, grain)))
    }

    /// The first week of January; the first week alone is none, and neither is the second year of something.
    pub(super) fn week_in_order(&self, number: &Number, position: usize) -> Option<(usize, Item)> {
        let (end, unit) = self.times.units.at(self.line, position)?;
        let is_of = self.line.after(end, " of ").or(self.line.after(end, " in ")).is_some_and(|next| {
            let word = self.times.words.at(self.line, next);
            matches!(word, Some((_, Item::Month(_) | Item::Direct(_)))) || self.group(next).is_some()
        });
        let week = number.whole().filter(|week| (1..=53).contains(week))?;
        (*unit == Numbered::Length(Grain::Week) && is_of).then_some((end, Item::Week(week)))
    }

    /// A number that is a day, hour or year without a word of its own, in a language that writes them so.
    pub(super) fn bare(&self, number: &Number, index: usize, last: Option<&Piece>) -> Option<(usize, Item)> {
        let rules = self.times.rules;
        if rules.ordinal_endings.is_empty() {
            return None;
        }
        let value = number.whole()?;
        let ending = rules.ordinal_endings.iter().find_map(|ending| self.line.after(number.end, ending));
        let end = ending.unwrap_or(number.end);
        if let Some(found) = self.decade(number, value) {
            return Some(found);
        }
        if self.line.at(end).is_ascii_alphabetic() && !self.is_meridiem(end) {
            return None;
        }
        let near = last.filter(|last| number.start - last.end <= 5 && self.is_between(last.end, number.start));
        if ending.is_none() && number.form != Form::Ordinal {
            if self.is_meridiem(self.line.skip_spaces(end)) && (1..=12).contains(&value) {
                return Some((end, Item::Hour(value)));
            }
            if self.begins_hours(number, index) {
                return Some((end, Item::Hour(value)));
            }
            if self.is_bare_year(number, index, near) || self.goes_on_with_years(number, last) {
                return Some((end, Item::Year(value)));
            }
        }
        let beside = |last: &Piece| matches!(last.item, Item::Month(_));
        let weekday = |last: &Piece| matches!(last.item, Item::Weekday(_));
        let is_ordinal = ending.is_some() || number.form == Form::Ordinal;
        let on_the = self.line.text(number.start.saturating_sub(7), number.start).ends_with("on the ");
        let is_day = near.is_some_and(beside)
            || self.is_before_month(end)
            || self.goes_on_with_days(number, end, last)
            || self.is_day_before_day(index, end)
            || is_ordinal && (on_the || near.is_some_and(weekday));
        let short = number.digits > 0 && number.digits < 3 || matches!(number.form, Form::Ordinal | Form::Words);
        let percent = self.line.at(self.line.skip_spaces(end)) == '%';
        (is_day && short && !percent && (1..=31).contains(&value)).then_some((end, Item::Day(value)))
    }

    /// The 1990s, the '80s, the mid-2000s.
    pub(super) fn decade(&self, number: &Number, value: i64) -> Option<(usize, Item)> {
        let end = self.line.after(number.end, "s").or(self.line.after(number.end, "'s"))?;
        let short = number.digits == 2
            && (self.line.before(number.start) == '\''
                || self.line.text(number.start.saturating_sub(4), number.start).eq_ignore_ascii_case("the "));
        let fits = value % 10 == 0 && (number.digits == 4 && (1_000..2_100).contains(&value) || short);
        let year = match (number.digits, value) {
            (4, year) => year,
            (_, 0..30) => 2_000 + value,
            _ => 1_900 + value,
        };
        (fits && !self.line.at(end).is_alphanumeric()).then_some((end, Item::Decade(year)))
    }

    /// Whether a piece stands before a number with a mark or word of ranges and lists between.
    pub(super) fn follows(&self, number: &Number, last: Option<&Piece>, is_kind: fn(&Item) -> bool) -> Option<String> {
        let last =
            last.filter(|last| is_kind(&last.item) && number.start > last.end && number.start - last.end <= 6)?;
        let between = self.line.text(last.end, number.start).trim().to_lowercase();
        matches!(between.as_str(), "-" | "–" | "~" | "to" | "and" | "or" | "through").then_some(between)
    }

    /// 2007 and 2009.
    pub(super) fn goes_on_with_years(&self, number: &Number, last: Option<&Piece>) -> bool {
        let looks = number.digits == 4 && (1_500.0..2_100.0).contains(&number.low);
        looks && self.follows(number, last, |item| matches!(item, Item::Year(_))).is_some()
    }

    /// March 3-5; in "March 3 and 5 people" the second number is no day.
    pub(super) fn goes_on_with_days(&self, number: &Number, end: usize, last: Option<&Piece>) -> bool {
        let next = self.line.at(self.line.skip_spaces(end));
        let counts = next.is_alphabetic() && !self.is_before_month(end) || is_one_of(next, "%$€£");
        self.follows(number, last, |item| matches!(item, Item::Day(_)))
            .is_some_and(|between| !counts || between == "-" || between == "–")
    }

    /// Whether another day of the same month follows: 18 and 19 June.
    pub(super) fn is_day_before_day(&self, index: usize, end: usize) -> bool {
        let Some(next) = self.numbers.get(index + 1).filter(|next| next.start > end && next.start - end <= 5) else {
            return false;
        };
        let between = self.line.text(end, next.start);
        let ending = self.times.rules.ordinal_endings.iter().find_map(|ending| self.line.after(next.end, ending));
        let joined = matches!(between.trim(), "-" | "–" | "to" | "and" | "or");
        joined && next.digits > 0 && next.digits < 3 && self.is_before_month(ending.unwrap_or(next.end))
    }

    /// Whether a number is the first of two hours: 1-3 pm, between 10 and 11:30.
    pub(super) fn begins_hours(&self, number: &Number, index: usize) -> bool {
        let is_hour = |number: &Number| number.whole().is_some_and(|hour| (1..=12).contains(&hour));
        let next = self.numbers.get(index + 1).filter(|next| next.start > number.end && next.start - number.end <= 5);
        let Some(next) = next.filter(|next| is_hour(number) && is_hour(next)) else { return false };
        let before = self.line.text(number.start.saturating_sub(8), number.start).to_lowercase();
        let between = self.line.text(number.end, next.start);
        let joined = match between.trim() {
            "-" | "–" | "to" => true,
            "and" => before.ends_with("between "),
            _ => false,
        };
        joined
            && (self.is_meridiem(self.line.skip_spaces(next.end))
                || self.clock(next.start).is_some_and(|(end, _)| !self.line.at(end).is_ascii_digit()))
    }

    /// Whether the text between two positions may stand inside one expression.
    pub(super) fn is_between(&self, from: usize, to: usize) -> bool {
        from == to || self.times.rules.between.contains(&self.line.text(from, to).to_lowercase().as_str())
    }

    pub(super) fn is_meridiem(&self, position: usize) -> bool {
        matches!(self.times.words.at(self.line, position), Some((_, Item::Morning | Item::Afternoon)))
    }

    /// Whether a month's name follows: 4 March, 4th of March.
    pub(super) fn is_before_month(&self, end: usize) -> bool {
        let position = self.line.skip_spaces(end);
        let position = self.line.after(position, "of ").or(self.line.after(position, "-")).unwrap_or(position);
        position > end && matches!(self.times.words.at(self.line, position), Some((_, Item::Month(_))))
    }

    /// Four digits after a word such as "in", beside a month, or beside another year.
    pub(super) fn is_bare_year(&self, number: &Number, index: usize, near: Option<&Piece>) -> bool {
        let looks = |number: &Number| number.digits == 4 && (1_500.0..2_100.0).contains(&number.low);
        let next = self.line.skip_spaces(number.end);
        let measured =
            is_one_of(self.line.at(next), "%°$€") && next < self.line.length() || self.line.before(number.start) == '$';
        if !looks(number) || measured {
            return false;
        }
        let dated = near.is_some_and(|last| {
            matches!(
                last.item,
                Item::Month(_)
                    | Item::Day(_)
                    | Item::Clock(..)
                    | Item::Feast(..)
                    | Item::Season(_)
                    | Item::Quarter(_)
                    | Item::Half(_)
                    | Item::Date(None, ..)
                    | Item::Year(_)
            )
        });
        let word_end = self.line.skip_spaces_back(number.start);
        let word = self.line.run_back(word_end, 12, |c| c.is_ascii_alphabetic());
        let cue = self.times.rules.year_cues.contains(&self.line.text(word, word_end).to_lowercase().as_str());
        let other = self.numbers.get(index + 1).filter(|other| looks(other) && other.start - number.end <= 9);
        let counts = self.line.at(next).is_ascii_lowercase() && {
            let end = self.line.run(next, |c| c.is_ascii_alphabetic());
            self.line.before(end) == 's' && end - next > 3
        };
        let part = matches!(self.times.words.at(self.line, next), Some((_, Item::Quarter(_) | Item::Half(_))));
        dated || part || other.is_some() || cue && !counts || number.start == 0 && self.line.length() == number.end
    }
}
