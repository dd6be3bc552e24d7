//! Numbers that are days, hours and years without a word of their own, as English writes them, and what stands around
//! them.

use super::lexer::{Lexer, Piece, century};
use super::rules::{Grain, Item, Numbered};
use crate::letters::is_one_of;
use crate::tags::line::is_hiragana;
use crate::tags::numbers::{Form, Number};

/// A number without a word of time, and what stands beside it.
#[derive(Clone, Copy)]
pub(super) struct Bare<'a> {
    pub(super) number: &'a Number,
    /// Its place among the numbers of the line.
    pub(super) index: usize,
    pub(super) value: i64,
    /// Where it ends, with the ending of an ordinal number.
    pub(super) end: usize,
    pub(super) is_ordinal: bool,
    /// The piece before it, and the same where nothing stands between that parts the two.
    pub(super) last: Option<&'a Piece>,
    pub(super) near: Option<&'a Piece>,
}

impl Bare<'_> {
    pub(super) fn is_after_month(&self) -> bool {
        self.near.is_some_and(|last| matches!(last.item, Item::Month(_)))
    }
}

impl Lexer<'_> {
    /// fiscal 2024, FY2024, CY2024.
    pub(super) fn fiscal(&self, position: usize) -> Option<(usize, Item)> {
        let find = |words: &[&str]| words.iter().find_map(|word| self.line.after(position, word));
        let fiscal = find(self.times.rules.fiscal);
        let after = fiscal.or_else(|| find(self.times.rules.calendar))?;
        let (end, year) = self.group(after).filter(|(end, _)| end - after == 4 || end - after == 2)?;
        let free = !self.line.before(position).is_alphanumeric() && !self.line.at(end).is_alphanumeric();
        let year = if end - after == 2 { century(year) } else { year };
        let item = if fiscal.is_some() { Item::FiscalYear(year) } else { Item::Year(year) };
        (free && (1_900..2_200).contains(&year)).then_some((end, item))
    }

    /// a year ago, an hour and a half: one of a unit, where what follows makes it a length.
    pub(super) fn one(&self, position: usize) -> Option<(usize, Item)> {
        let articles = self.times.rules.articles;
        let (after, amount) =
            articles.iter().find_map(|(article, amount)| Some((self.line.after(position, article)?, *amount)))?;
        let (end, unit) = self.times.units.at(self.line, after)?;
        let Numbered::Length(grain) = *unit else { return None };
        let half = self.half(end).filter(|_| amount == 1.0);
        let next = self.line.skip_spaces(end);
        let counts = matches!(self.times.words.at(self.line, next), Some((_, Item::Ago | Item::Later)));
        let lasts = self.line.text(position.saturating_sub(4), position).eq_ignore_ascii_case("for ");
        let free = !self.line.before(position).is_alphanumeric();
        let told = amount != 1.0 || after - position > 3 || counts || lasts || half.is_some();
        let amount = if half.is_some() { 1.5 } else { amount };
        (free && told).then_some((half.unwrap_or(end), Item::Length(amount, grain)))
    }

    /// Week 31.
    pub(super) fn week_number(&self, position: usize) -> Option<(usize, Item)> {
        let after = self.times.rules.weeks.iter().find_map(|word| self.line.after(position, word))?;
        let (end, week) = self.group(after).filter(|(end, _)| *end > after && end - after < 3)?;
        let free = !self.line.before(position).is_alphanumeric() && !self.line.at(end).is_alphanumeric();
        let decimal = is_one_of(self.line.at(end), ".:/") && self.line.at(end + 1).is_ascii_digit();
        (free && !decimal && (1..=53).contains(&week)).then_some((end, Item::Week(week)))
    }

    /// The place in order of a weekday within a month: the second Monday of May, the last Friday of next month.
    pub(super) fn nth_weekday(&self, position: usize, number: Option<&Number>) -> Option<(usize, Item)> {
        let words = &self.times.words;
        let (end, nth) = match number {
            Some(number) => {
                let endings = self.times.rules.ordinal_endings;
                let ending = endings.iter().find_map(|ending| self.line.after(number.end, ending));
                let is_ordinal = ending.is_some() || number.form == Form::Ordinal;
                let nth = number.whole().filter(|nth| is_ordinal && (1..=5).contains(nth))?;
                (ending.unwrap_or(number.end), nth)
            }
            None if self.times.rules.ordinal_endings.is_empty() => return None,
            None => match words.at(self.line, position)? {
                (end, Item::Direct(-1)) => (end, -1),
                _ => return None,
            },
        };
        let (after, item) = words.at(self.line, self.line.skip_spaces(end))?;
        let of = [" of ", " in "].iter().find_map(|of| self.line.after(after, of));
        let month = of.is_some_and(|next| {
            let month = words.at(self.line, self.line.after(next, "the ").unwrap_or(next));
            matches!(
                month,
                Some((
                    _,
                    Item::Month(_)
                        | Item::Direct(_)
                        | Item::Ensuing
                        | Item::Each(Grain::Month, _)
                        | Item::Relative(Grain::Month | Grain::Year, _)
                ))
            )
        });
        (month && matches!(item, Item::Weekday(_))).then_some((end, Item::Nth(nth)))
    }

    /// A day or year written beside a month with a mark: Oct-2, Dec31, Oct.23, 05-Aug-2016, 23/Sep/2020.
    pub(super) fn beside_month(&self, position: usize, last: Option<&Piece>) -> Option<(usize, Item)> {
        if self.times.rules.ordinal_endings.is_empty() || !self.line.at(position).is_ascii_digit() {
            return None;
        }
        let (end, value) = self.group(position)?;
        let marked = is_one_of(self.line.at(end), ".:/%") && self.line.at(end + 1).is_ascii_digit();
        if marked || self.line.at(end).is_alphabetic() && !self.is_ordinal_ending(end) {
            return None;
        }
        let last = last.filter(|last| position - last.end <= 3)?;
        let between = self.line.text(last.end, position);
        let joined = ["", ".", "-", "/", ". ", " ", "- "].contains(&between.as_str());
        match last.item {
            Item::Month(_) if joined && end - position < 3 && (1..=31).contains(&value) => {
                let goes_on = is_one_of(self.line.at(end), "-–") && self.line.at(end + 1).is_ascii_digit();
                let year = self.line.at(end) == '-' && self.group(end + 1).is_some_and(|(stop, _)| stop - end == 5);
                (between != " " && (!goes_on || year)).then_some((end, Item::Day(value)))
            }
            Item::Month(_) | Item::Day(_)
                if (between == "-" || between == "/" || between == " , ")
                    && end - position == 4
                    && (1_000..2_200).contains(&value) =>
            {
                Some((end, Item::Year(value)))
            }
            _ => None,
        }
    }

    fn is_ordinal_ending(&self, position: usize) -> bool {
        self.times.rules.ordinal_endings.iter().any(|ending| self.line.after(position, ending).is_some())
    }

    /// A year in words after a word such as "in" or beside a month: nineteen seventy-eight, two thousand and fifteen.
    pub(super) fn spoken_year(&self, number: &Number, index: usize, last: Option<&Piece>) -> Option<(usize, Item)> {
        if number.form != Form::Words || self.times.rules.year_cues.is_empty() {
            return None;
        }
        let word_end = self.line.skip_spaces_back(number.start);
        let word = self.line.run_back(word_end, 12, |c| c.is_ascii_alphabetic());
        let cue = self.times.rules.year_cues.contains(&self.line.text(word, word_end).to_lowercase().as_str());
        let beside = last.is_some_and(|last| {
            matches!(last.item, Item::Month(_) | Item::Day(_) | Item::Quarter(_) | Item::Season(_))
                && number.start - last.end <= 4
        });
        let whole = number.whole()?;
        if (15..=20).contains(&whole) && self.line.at(number.end) == ' ' {
            let decades =
                ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];
            let named =
                decades.iter().zip(2..).find_map(|(word, tens)| Some((self.line.after(number.end + 1, word)?, tens)));
            if let Some((end, tens)) = named {
                return Some((end, Item::Decade(whole * 100 + tens * 10)));
            }
        }
        let next = self.numbers.get(index + 1).filter(|next| next.start == number.end + 1 && next.form == Form::Words);
        if let Some(rest) = next.and_then(Number::whole).filter(|rest| (10..100).contains(rest))
            && (15..=20).contains(&whole)
        {
            let end = next.map_or(number.end, |next| next.end);
            let free = self.times.units.at(self.line, self.line.skip_spaces(end)).is_none();
            return free.then_some((end, Item::Year(whole * 100 + rest)));
        }
        let counts = self.line.at(number.end) == ' ' && self.line.at(number.end + 1).is_ascii_lowercase() && {
            let end = self.line.run(number.end + 1, |c| c.is_ascii_alphabetic());
            self.line.before(end) == 's' && end - number.end > 3
        };
        let said = self.line.text(word, word_end).eq_ignore_ascii_case("year") && (13..1_800).contains(&whole);
        let fits = said || (1_800..2_100).contains(&whole) && (beside || cue) && !counts;
        fits.then_some((number.end, Item::Year(whole)))
    }

    /// The first week of January; the first week alone is none, and neither is the second year of something.
    pub(super) fn week_in_order(&self, number: &Number, position: usize) -> Option<(usize, Item)> {
        let (end, unit) = self.times.units.at(self.line, position)?;
        let of = [" of ", " in ", " "].iter().find_map(|of| self.line.after(end, of));
        let is_of = of.is_some_and(|next| {
            let word = self.times.words.at(self.line, next);
            matches!(word, Some((_, Item::Month(_) | Item::Direct(_) | Item::Ensuing | Item::Relative(..))))
                || self.group(next).is_some()
        });
        let week = number.whole().filter(|week| (1..=53).contains(week))?;
        match unit {
            Numbered::Length(Grain::Week) if is_of => Some((end, Item::Week(week))),
            // The third month of 2021.
            Numbered::Length(Grain::Month) if is_of && week <= 12 => Some((end, Item::Month(week))),
            _ => None,
        }
    }

    /// The 15th century.
    pub(super) fn century_in_order(&self, number: &Number, position: usize) -> Option<(usize, Item)> {
        let (end, unit) = self.times.units.at(self.line, position)?;
        let century = number.whole().filter(|century| (1..=99).contains(century))?;
        (*unit == Numbered::Length(Grain::Century)).then_some((end, Item::Century(century)))
    }

    /// A number that is a day, hour or year without a word of its own, in a language that writes them so.
    pub(super) fn bare(&self, number: &Number, index: usize, last: Option<&Piece>) -> Option<(usize, Item)> {
        let endings = self.times.rules.ordinal_endings;
        let value = number.whole().filter(|_| !endings.is_empty())?;
        let ending = endings.iter().find_map(|ending| self.line.after(number.end, ending));
        let end = ending.unwrap_or(number.end);
        if let Some(found) = self.decade(number, value) {
            return Some(found);
        }
        if self.goes_on_as_word(end) {
            return None;
        }
        if let Some(found) = self.spoken_year(number, index, last).filter(|_| ending.is_none()) {
            return Some(found);
        }
        let is_ordinal = ending.is_some() || number.form == Form::Ordinal;
        let near = last.filter(|last| {
            number.start - last.end <= 5
                && !super::ends_sentence(self.line, last.end)
                && self.is_between(last.end, number.start)
        });
        let bare = Bare { number, index, value, end, is_ordinal, last, near };
        self.bare_hour_or_year(&bare).or_else(|| self.year_after_month(&bare)).or_else(|| self.bare_day(&bare))
    }

    /// Whether letters follow a number that are no words of time: 3D, 5th-generation.
    fn goes_on_as_word(&self, end: usize) -> bool {
        let is_part = || matches!(self.times.words.at(self.line, end), Some((_, Item::Half(_) | Item::Quarter(_))));
        self.line.at(end).is_ascii_alphabetic() && !self.is_meridiem(end) && !is_part()
    }

    /// At 3 pm, in 2019: a cardinal number as an hour or a year.
    fn bare_hour_or_year(&self, bare: &Bare<'_>) -> Option<(usize, Item)> {
        let Bare { number, index, value, end, last, near, .. } = *bare;
        if bare.is_ordinal {
            return None;
        }
        if self.is_meridiem(self.line.skip_spaces(end)) && (1..=12).contains(&value) {
            return Some((end, Item::Hour(value)));
        }
        if let Some(found) = self.four_digits(number, index, last) {
            return Some(found);
        }
        if self.begins_hours(number, index) || self.bare_hour(number, index, last) {
            return Some((end, Item::Hour(value)));
        }
        let is_year = self.is_bare_year(number, index, near) || self.goes_on_with_years(number, last);
        is_year.then_some((end, Item::Year(value)))
    }

    /// Jan 98.
    fn year_after_month(&self, bare: &Bare<'_>) -> Option<(usize, Item)> {
        let fits = bare.number.digits == 2 && (32..100).contains(&bare.value) && self.is_free_after(bare.end);
        (fits && bare.is_after_month()).then(|| (bare.end, Item::Year(century(bare.value))))
    }

    /// The 1990s, the '80s, the mid-2000s.
    pub(super) fn decade(&self, number: &Number, value: i64) -> Option<(usize, Item)> {
        let end = self.line.after(number.end, "s").or(self.line.after(number.end, "'s"))?;
        let short = number.digits == 2
            && (self.line.before(number.start) == '\''
                || ["the ", " in "].iter().any(|word| {
                    self.line.text(number.start.saturating_sub(4), number.start).eq_ignore_ascii_case(word)
                })
                || number.start == 3 && self.line.text(0, 3).eq_ignore_ascii_case("in "));
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
            last.filter(|last| is_kind(&last.item) && number.start > last.end && number.start - last.end <= 13)?;
        let between = self.line.text(last.end, number.start).to_lowercase();
        let between = between.trim().trim_end_matches(" the").to_owned();
        matches!(between.as_str(), "-" | "–" | "~" | "to" | "and" | "or" | "through" | "till" | "until")
            .then_some(between)
    }

    /// 2007 and 2009.
    pub(super) fn goes_on_with_years(&self, number: &Number, last: Option<&Piece>) -> bool {
        let looks = number.digits == 4 && (1_500.0..2_100.0).contains(&number.low);
        let of_month = || {
            self.is_free_after(number.end)
                && self.follows(number, last, |item| matches!(item, Item::Month(_))).is_some()
        };
        looks && (self.follows(number, last, |item| matches!(item, Item::Year(_))).is_some() || of_month())
    }

    /// Whether a number is the first of two hours: 1-3 pm, between 10 and 11:30.
    pub(super) fn begins_hours(&self, number: &Number, index: usize) -> bool {
        let is_hour = |number: &Number| number.whole().is_some_and(|hour| (1..=12).contains(&hour));
        let next = self.numbers.get(index + 1).filter(|next| next.start > number.end && next.start - number.end <= 5);
        let before = self.line.text(number.start.saturating_sub(8), number.start).to_lowercase();
        let late = before.ends_with("from ") && number.low <= 24.0 && number.digits == 2;
        let Some(next) = next.filter(|next| (late || is_hour(number)) && is_hour(next)) else { return false };
        let between = self.line.text(number.end, next.start);
        let joined = match between.trim() {
            "-" | "–" | "to" | "til" | "till" | "until" => true,
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
        match self.times.words.at(self.line, position) {
            Some((_, Item::Morning | Item::Afternoon)) => true,
            // In the evening; the evening alone makes no number an hour.
            Some((_, Item::Part(_))) => {
                !self.times.rules.hour_cues.is_empty()
                    && ["in ", "at "].iter().any(|word| self.line.after(position, word).is_some())
            }
            _ => false,
        }
    }

    /// Whether what ends in a number and a word for minutes goes on as draws: 2分けだ, but 30分けいこする.
    pub(super) fn is_draw(&self, end: usize) -> bool {
        let (words, particles) = self.times.rules.draws;
        let after = words.iter().find_map(|word| self.line.after(end, word)).map(|after| self.line.at(after));
        after.is_some_and(|next| !is_hiragana(next) || is_one_of(next, particles))
    }

    /// Four digits after a word such as "in", beside a month, or beside another year.
    pub(super) fn is_bare_year(&self, number: &Number, index: usize, near: Option<&Piece>) -> bool {
        let of_day = near.is_some_and(|last| matches!(last.item, Item::Month(_) | Item::Day(_)));
        let least = if of_day { 1_000.0 } else { 1_500.0 };
        let looks = |number: &Number| number.digits == 4 && (least..2_100.0).contains(&number.low);
        let next = self.line.skip_spaces(number.end);
        let measured =
            is_one_of(self.line.at(next), "%°$€") && next < self.line.length() || self.line.before(number.start) == '$';
        if !looks(number) || measured {
            return false;
        }
        let dated = near.is_some_and(dates_year);
        let word_end = self.line.skip_spaces_back(number.start);
        let word = self.line.run_back(word_end, 12, |c| c.is_ascii_alphabetic());
        let cue = self.times.rules.year_cues.contains(&self.line.text(word, word_end).to_lowercase().as_str());
        let mut prefixes = self.times.rules.year_prefixes.iter();
        let cue = cue || word == word_end && prefixes.any(|prefix| self.line.ends_with(number.start, prefix));
        let other = self.numbers.get(index + 1).filter(|other| looks(other) && other.start - number.end <= 9);
        let counts = self.line.at(next).is_ascii_lowercase() && {
            let end = self.line.run(next, |c| c.is_ascii_alphabetic());
            self.line.before(end) == 's' && end - next > 3
        };
        let part = matches!(self.times.words.at(self.line, next), Some((_, Item::Quarter(_) | Item::Half(_))));
        let sides = [" or after", " or before", " or later", " or earlier", " and after", " and before"];
        let part = part || sides.iter().any(|side| self.line.after(number.end, side).is_some());
        dated || part || other.is_some() || cue && !counts || number.start == 0 && self.line.length() == number.end
    }
}

/// Whether four digits beside a piece are its year.
fn dates_year(piece: &Piece) -> bool {
    matches!(
        piece.item,
        Item::Month(_)
            | Item::Day(_)
            | Item::Clock(..)
            | Item::Feast(..)
            | Item::FeastOn(..)
            | Item::Easter(_)
            | Item::Season(_)
            | Item::Quarter(_)
            | Item::Half(_)
            | Item::Date(None, ..)
            | Item::Year(_)
    )
}
