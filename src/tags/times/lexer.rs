//! Cuts a line into the pieces of time expressions.

use super::rules::{Grain, Item, Numbered, Side, Times};
use crate::letters::is_one_of;
use crate::tags::line::{Line, is_han, is_katakana};
use crate::tags::numbers::{Form, Number};

/// A piece and where it stands. Positions count characters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Piece {
    pub start: usize,
    pub end: usize,
    pub item: Item,
}

/// The pieces of a line, in order, none overlapping. `told` is the year that was spoken of last before it.
pub fn pieces(line: &Line, numbers: &[Number], times: &Times, told: Option<i64>) -> Vec<Piece> {
    let lexer = Lexer { line, numbers, times, told };
    let mut addresses = crate::tags::numbers::addresses(line).into_iter().peekable();
    let mut found: Vec<Piece> = Vec::new();
    let mut position = 0;
    let mut next = 0;
    while position < line.length() {
        while numbers.get(next).is_some_and(|number| number.start < position) {
            next += 1;
        }
        while addresses.next_if(|address| address.end <= position).is_some() {}
        if let Some(address) = addresses.peek().filter(|address| address.start <= position) {
            position = address.end;
            continue;
        }
        let number = numbers.get(next).filter(|number| number.start == position);
        let first = line.at(position);
        let in_word = first.is_ascii_alphabetic() && line.before(position).is_ascii_alphabetic();
        if number.is_none() && (in_word || !times.beginnings.may_begin(first, line.at(position + 1))) {
            position += 1;
            continue;
        }
        if let Some((end, ())) = times.guards.at(line, position) {
            position = end;
            continue;
        }
        match lexer.piece(position, next, found.last()) {
            Some(piece) => {
                position = piece.end.max(position + 1);
                found.push(piece);
            }
            // A number that is no time is passed whole, so that no piece begins inside it.
            None => {
                position = number.map_or(position + 1, |number| number.end.max(position + 1));
            }
        }
    }
    found
}

pub(super) struct Lexer<'a> {
    pub(super) line: &'a Line,
    pub(super) numbers: &'a [Number],
    pub(super) times: &'a Times,
    told: Option<i64>,
}

pub(super) fn is_digit(character: char) -> bool {
    character.is_ascii_digit()
}

impl Lexer<'_> {
    fn piece(&self, position: usize, next: usize, last: Option<&Piece>) -> Option<Piece> {
        let number = self.numbers.get(next).filter(|number| number.start == position);
        let found = self.beside_month(position, last).or_else(|| self.joined_meridiem(position));
        if let Some((end, item)) = found.or_else(|| self.digits(position, last)) {
            return Some(Piece { start: position, end, item });
        }
        if let Some((end, item)) = self.era(position) {
            return Some(Piece { start: position, end, item });
        }
        let found = self.fiscal(position).or_else(|| self.one(position)).or_else(|| self.week_number(position));
        let found = found.or_else(|| self.nth_weekday(position, number)).or_else(|| self.spoken_clock(position, next));
        if let Some((end, item)) = found {
            return Some(Piece { start: position, end, item });
        }
        let letter = self.weekday_letter(position, last);
        if let Some((end, item)) = letter.or_else(|| number.and_then(|number| self.numbered(number, next, last))) {
            return Some(Piece { start: position, end, item });
        }
        if let Some((end, item)) = self.ordinal(position, next, last) {
            return Some(Piece { start: position, end, item });
        }
        let mut words = self.times.words.all_at(self.line, position);
        let (end, item) = words.find(|(end, item)| self.is_whole(position, *end, item, last))?;
        Some(Piece { start: position, end, item: *item })
    }

    /// Whether a word is not part of a longer one, and means a time where it stands.
    fn is_whole(&self, start: usize, end: usize, item: &Item, last: Option<&Piece>) -> bool {
        let (before, next) = (self.line.before(start), self.line.at(end));
        let is_letter = end == start + 1;
        let touches = |last: &&Piece| last.end == start;
        let after_length = last.filter(touches).is_some_and(|last| matches!(last.item, Item::Length(..)));
        match item {
            Item::Direct(_) | Item::Ensuing | Item::Around => {
                // 1月8日前の is before that day.
                let after_day = last.filter(touches).is_some_and(|last| matches!(last.item, Item::Day(_)));
                // コロナ禍前の2019年 names what the year was before.
                let of_word = is_one_of(self.line.at(start), "前次") && self.line.before(end) == 'の' && is_han(before);
                !of_word && !after_length && !after_day
            }
            Item::Each(..) if is_letter => !is_han(before) && (is_digit(next) || is_one_of(next, "一二三数")),
            Item::Part(_) | Item::Season(_) if is_letter => self.is_whole_part(start, end, last),
            // 1時間あたり is a rate.
            Item::Side(Side::Approx) if after_length => self.line.after(start, "あたり").is_none(),
            Item::Side(_) if is_letter => !is_han(next) || is_one_of(next, "年月日"),
            Item::Month(_) if before == '$' => false,
            Item::Month(3 | 5) if self.line.at(start).is_ascii_lowercase() => self.is_before_day(end),
            // For 3 days from today: a length that begins today.
            Item::Later if self.line.after(start, "from").is_some() => !last.is_some_and(|last| {
                let before = self.line.text(last.start.saturating_sub(7), last.start).to_lowercase();
                last.end < start && (before.ends_with("for ") || before.ends_with("within "))
            }),
            Item::Nth(_) => matches!(self.times.words.at(self.line, end), Some((_, Item::Weekday(_)))),
            Item::Week(-1) if self.line.at(start).is_ascii_alphabetic() => self.is_week_of_time(end),
            Item::Zone => last.filter(|last| self.line.skip_spaces(last.end) == start).is_some_and(|last| {
                matches!(last.item, Item::Clock(..) | Item::Hour(_) | Item::Morning | Item::Afternoon)
            }),
            Item::Parts(_) => self.is_whole_parts(start, last),
            // 昨秋, 来春: a year in one character is one before a season only.
            Item::Relative(Grain::Year, _) | Item::Following(Grain::Year, _) if is_letter => {
                is_one_of(next, "春夏秋冬") && !is_han(before)
            }
            Item::Relative(..) | Item::Following(..) => !is_katakana(before) || !is_katakana(next),
            _ => true,
        }
    }

    /// Whether one letter such as 朝 or 春 stands by itself or beside a date.
    fn is_whole_part(&self, start: usize, end: usize, last: Option<&Piece>) -> bool {
        let (before, next) = (self.line.before(start), self.line.at(end));
        let is_dated = |last: &Piece| {
            use Item::{Date, Day, Following, Relative, Weekday, Year};
            matches!(last.item, Day(_) | Weekday(_) | Date(..) | Relative(..) | Following(..) | Year(_))
        };
        let is_beside = |last: &Piece| last.end == start || last.end + 1 == start && before == 'の';
        if last.is_some_and(|last| is_dated(last) && is_beside(last)) {
            return true;
        }
        let begins = !is_han(before) || "毎各".contains(before) || is_digit(before);
        begins && !(is_han(next) && !is_one_of(next, "十一二三四五六七八九零")) && !is_katakana(next)
    }

    /// March and May in small letters are words, but before a day.
    fn is_before_day(&self, end: usize) -> bool {
        let next = self.past_article(end);
        let index = self.numbers.partition_point(|number| number.start < next);
        self.numbers.get(index).is_some_and(|number| number.start == next && number.low <= 31.0)
    }

    /// The last week of July, not of school.
    fn is_week_of_time(&self, end: usize) -> bool {
        let next = self.past_article(end);
        let word = self.times.words.at(self.line, next);
        is_digit(self.line.at(next))
            || matches!(word, Some((_, Item::Month(_) | Item::Direct(_) | Item::Ensuing | Item::Relative(..))))
    }

    /// Monday mornings, in the evenings.
    fn is_whole_parts(&self, start: usize, last: Option<&Piece>) -> bool {
        let beside = last.is_some_and(|last| {
            matches!(last.item, Item::Weekday(_) | Item::Weekdays(_)) && self.line.skip_spaces(last.end) == start
        });
        let before = self.line.text(start.saturating_sub(7), start).to_lowercase();
        beside || ["on ", "in the ", "out "].iter().any(|word| before.ends_with(word))
    }

    /// Past a space and an article.
    fn past_article(&self, position: usize) -> usize {
        let next = self.line.skip_spaces(position);
        self.line.after(next, "the ").unwrap_or(next)
    }

    /// A date or time in digits.
    pub(super) fn digits(&self, position: usize, last: Option<&Piece>) -> Option<(usize, Item)> {
        let before = self.line.before(position);
        let starts = is_digit(self.line.at(position));
        let goes_on = ".,/-:".contains(before) && is_digit(self.line.before(position - 1));
        let range = before == '-'
            && last
                .is_some_and(|last| last.end + 1 == position && matches!(last.item, Item::Date(..) | Item::Clock(..)));
        let stamp =
            before == 'T' && last.is_some_and(|last| last.end + 1 == position && matches!(last.item, Item::Date(..)));
        if !starts || before.is_ascii_alphanumeric() && !stamp || goes_on && !range {
            return None;
        }
        self.clock(position).or_else(|| self.spoken_point(position, last)).or_else(|| self.date(position))
    }

    pub(super) fn group(&self, position: usize) -> Option<(usize, i64)> {
        let longer = (position..position + 5).find(|place| !is_digit(self.line.at(*place)));
        let end = longer.unwrap_or(position + 5);
        let value = (end - position <= 4).then(|| self.line.text(position, end).parse().ok())?;
        Some((end, value?))
    }

    pub(super) fn clock(&self, position: usize) -> Option<(usize, Item)> {
        let (after, hour) = self.group(position)?;
        let (minute_end, minute) = self.group(self.line.after(after, ":").or(self.line.after(after, "."))?)?;
        // 8.30 is an hour only where something says so.
        if self.line.at(after) == '.' && !self.is_meridiem(self.line.skip_spaces(minute_end)) {
            return None;
        }
        let two = minute_end - after == 3;
        if hour > 29 || minute > 59 || !two || after - position > 2 {
            return None;
        }
        let second = self.line.after(minute_end, ":").and_then(|start| self.group(start));
        match second.filter(|(end, second)| *second < 60 && end - minute_end == 3) {
            Some((end, second)) => Some((end, Item::Clock(hour, Some(minute), Some(second)))),
            None if is_digit(self.line.at(minute_end)) => None,
            // 3:51.07 is a time that was run.
            None if self.line.at(minute_end) == '.' && is_digit(self.line.at(minute_end + 1)) => None,
            None => Some((minute_end, Item::Clock(hour, Some(minute), None))),
        }
    }

    /// A number with a word of time after it.
    fn numbered(&self, number: &Number, index: usize, last: Option<&Piece>) -> Option<(usize, Item)> {
        let ending = self.times.rules.ordinal_endings.iter().find_map(|ending| self.line.after(number.end, ending));
        let position = self.line.skip_spaces(ending.unwrap_or(number.end));
        let part = self.months_of_quarter(number, index).or_else(|| self.first_month(number, index));
        if let Some(found) = part.or_else(|| self.first_year(number, index)).or_else(|| self.han_day(number, last)) {
            return Some(found);
        }
        if let Some(found) = self.listed_day(number, index) {
            return Some(found);
        }
        if self.is_end_of_vague(number, index) {
            return None;
        }
        if let Some(found) = self.vague_length(number, index, last).or_else(|| self.lone_year(number)) {
            return Some(found);
        }
        if let Some(found) = self.bare(number, index, last) {
            return Some(found);
        }
        let season = number.digits == 4
            && is_one_of(self.line.at(number.end), "春夏秋冬")
            && !is_han(self.line.at(number.end + 1));
        if season {
            return Some((number.end, Item::Year(number.whole()?)));
        }
        if ending.is_some() || number.form == Form::Ordinal {
            return self.week_in_order(number, position).or_else(|| self.century_in_order(number, position));
        }
        let position = self.past_direct(position);
        let candidates: Vec<_> = self.times.units.all_at(self.line, position).collect();
        candidates
            .into_iter()
            .take_while(|(_, unit)| *unit != &Numbered::Nothing)
            .filter(|(end, _)| !self.line.is_inside_name(*end))
            .find_map(|(end, unit)| Some((self.half_end(end, *unit), self.item(number, end, *unit, last)?)))
    }

    /// Past "next" or "past" between a number and its unit: the 3 next weeks.
    fn past_direct(&self, position: usize) -> usize {
        let spaced = !self.times.rules.ordinal_endings.is_empty();
        match self.times.words.at(self.line, position).filter(|_| spaced) {
            Some((end, Item::Direct(-1 | 1) | Item::Ensuing | Item::Around)) => {
                let unit = self.line.skip_spaces(end);
                let plural = self.times.units.at(self.line, unit).is_some_and(|(end, _)| self.line.before(end) == 's');
                if plural { unit } else { position }
            }
            _ => position,
        }
    }

    /// Past a half after a length or hour.
    fn half_end(&self, end: usize, unit: Numbered) -> usize {
        let takes_half = matches!(
            unit,
            Numbered::Length(_)
                | Numbered::Year
                | Numbered::Day
                | Numbered::Second
                | Numbered::Hour
                | Numbered::Century
        );
        if takes_half { self.half(end).unwrap_or(end) } else { end }
    }

    pub(super) fn half(&self, end: usize) -> Option<usize> {
        let after = self.times.rules.half.iter().find_map(|half| self.line.after(end, half))?;
        (!is_one_of(self.line.at(after), "導島径額端数減期分透身ば")).then_some(after)
    }

    /// What a number with a word of time names; NaN is the amount of a vague one.
    pub(super) fn item(&self, number: &Number, end: usize, unit: Numbered, last: Option<&Piece>) -> Option<Item> {
        let half = if self.half(end).is_some() { 0.5 } else { 0.0 };
        let amount = if number.is_vague() { f64::NAN } else { number.low + half };
        let whole = number.whole();
        let within = |least: i64, most: i64| whole.filter(|value| (least..=most).contains(value));
        let joined = last.filter(|last| self.line.skip_spaces(last.end) == number.start);
        let after_hour = joined.is_some_and(|last| matches!(last.item, Item::Hour(_) | Item::Clock(..)));
        let after_minute = joined.is_some_and(|last| matches!(last.item, Item::Minute(_)));
        let after_each = joined.is_some_and(|last| matches!(last.item, Item::Each(..)));
        match unit {
            Numbered::Length(grain) => Some(Item::Length(amount, grain)),
            Numbered::Times => whole.map(Item::Times),
            Numbered::Year if half == 0.0 && self.is_year(number, end, last) => {
                whole.map(|year| Item::Year(self.year(number, year)))
            }
            Numbered::Year if self.is_grade(number, end) => None,
            Numbered::Year => Some(Item::Length(amount, Grain::Year)),
            Numbered::FiscalYear => {
                whole.filter(|_| number.digits > 1).map(|year| Item::FiscalYear(self.year(number, year)))
            }
            Numbered::Month if number.is_vague() || after_each => Some(Item::Length(amount, Grain::Month)),
            Numbered::Month => within(1, 12).map(Item::Month),
            Numbered::Day if half == 0.0 && self.is_day(number, end, joined) => within(1, 31).map(Item::Day),
            Numbered::Day => Some(Item::Length(amount, Grain::Day)),
            Numbered::Hour if half > 0.0 => within(0, 29).map(|hour| Item::Clock(hour, Some(30), None)),
            Numbered::Hour => within(0, 29).map(Item::Hour),
            Numbered::Minute if after_hour => within(0, 59).map(Item::Minute),
            // 2分 in 3割2分 is a share, 2分け are draws.
            Numbered::Minute if self.line.before(number.start) == '割' || self.is_draw(end) => None,
            Numbered::Minute => Some(Item::Length(amount, Grain::Minute)),
            Numbered::Second if after_minute || after_hour => within(0, 59).map(Item::Second),
            Numbered::Second => Some(Item::Length(self.hundredths(end, amount), Grain::Second)),
            Numbered::Century if half > 0.0 || self.is_length(end) => Some(Item::Length(amount, Grain::Century)),
            Numbered::Century => within(1, 99).map(Item::Century),
            Numbered::Decade => whole.map(|year| Item::Decade(if year < 100 { year + 1900 } else { year })),
            Numbered::Quarter if self.is_length(end) => Some(Item::Length(amount, Grain::Quarter)),
            Numbered::Quarter => within(1, 4).map(Item::Quarter),
            Numbered::Week => within(1, 53).map(Item::Week),
            Numbered::Months | Numbered::Nothing => None,
        }
    }

    /// Whether a number and 日 name a day rather than a length. `joined` is the piece straight before them.
    fn is_day(&self, number: &Number, end: usize, joined: Option<&Piece>) -> bool {
        use Item::{Each, Following, Length, Month, Relative};
        let goes_on = matches!(joined.map(|last| &last.item), Some(Each(..) | Length(_, Grain::Year | Grain::Month)));
        let of_month = joined
            .is_some_and(|last| matches!(last.item, Month(_) | Relative(Grain::Month, _) | Following(Grain::Month, _)));
        let Some(day) = number.whole().filter(|day| (1..=31).contains(day)) else { return false };
        let follows_one = || self.is_followed(end, self.times.rules.length_follows_one) || self.is_rate(end);
        !goes_on
            && !self.is_measured(number.start)
            && (of_month || !self.is_length(end) && !(day == 1 && follows_one()))
            && !self.goes_on_with_hours(end)
    }

    /// 「1秒05」: hundredths after the word.
    fn hundredths(&self, end: usize, amount: f64) -> f64 {
        let after = self.line.run(end, is_digit);
        let decimals = self.line.text(end, after);
        let whole = amount.fract() == 0.0 && after > end && after - end < 4 && !is_han(self.line.at(after));
        if whole { format!("{amount}.{decimals}").parse().unwrap_or(amount) } else { amount }
    }

    /// Whether a number and 年 name a year rather than a length.
    fn is_year(&self, number: &Number, end: usize, last: Option<&Piece>) -> bool {
        let Some(value) = number.whole() else { return false };
        let is_digits = number.digits > 0 || matches!(number.form, Form::Han | Form::Mixed);
        let certain = number.digits == 4 && (1_000..2_200).contains(&value);
        if !is_digits
            || !(0..10_000).contains(&value)
            || !certain && (self.is_length(end) || self.is_measured(number.start))
        {
            return false;
        }
        // 2010年から13年まで
        let joined = |last: &Piece| self.times.rules.ranges.contains(&self.line.text(last.end, number.start).as_str());
        let ends = last.is_some_and(
            |last| matches!(last.item, Item::Year(year) if number.digits == 2 && joined(last) && value > year % 100),
        );
        // 25年に380億ドルと、24年の496億ドルから減る
        let beside = last.is_some_and(
            |last| matches!(last.item, Item::Year(year) if number.digits == 2 && (century(value) - year).abs() <= 3),
        );
        let until = ["まで", "にかけ"].iter().any(|word| self.line.after(end, word).is_some());
        let before_christ = last.is_some_and(|last| last.end == number.start && last.item == Item::BeforeChrist);
        let follows = self.times.rules.year_follows.iter().any(|word| self.line.after(end, word).is_some());
        let month = self.is_month_next(end);
        before_christ
            || ends && until
            || beside
            || number.digits == 2 && self.told == Some(century(value))
            || number.digits == 2 && value >= 15 && self.is_among_years(number, end)
            || value >= 400 && number.digits != 2
            || month
            || number.digits == 2 && (follows || value < 10 && !is_han(self.line.before(number.start)))
            || number.start > 0 && self.line.before(number.start) == '\''
    }

    fn is_month_next(&self, end: usize) -> bool {
        let position = self.line.skip_spaces(end);
        let position = self.line.after(position, "の").or(self.line.after(position, "/")).unwrap_or(position);
        let next = self.numbers.partition_point(|number| number.start < position);
        let first = self.numbers.get(next).filter(|number| number.start == position && number.low <= 12.0);
        let is_month = |month: &Number| self.line.at(month.end) == '月' && self.line.at(month.end + 1) != '間';
        // 24年1〜6月期
        let last = || self.numbers.get(next + 1).filter(|last| Some(last.start) == first.map(|first| first.end + 1));
        let is_range =
            || first.is_some_and(|first| is_one_of(self.line.at(first.end), "~–-―─")) && last().is_some_and(is_month);
        first.is_some_and(is_month) || is_range()
    }

    fn year(&self, number: &Number, year: i64) -> i64 {
        if number.digits == 2 { century(year) } else { year }
    }

    /// Whether a word of amounts stands before a number, so that a day or year is a length: わずか3日.
    pub(super) fn is_measured(&self, start: usize) -> bool {
        self.times.rules.length_before.iter().any(|word| self.line.ends_with(start, word))
    }

    pub(super) fn is_length(&self, end: usize) -> bool {
        let part = matches!(
            self.times.words.at(self.line, end),
            Some((_, Item::Side(Side::Start | Side::Mid | Side::End) | Item::HalfOrSide(_)))
        );
        !part && self.is_followed(end, self.times.rules.length_follows)
    }

    fn is_followed(&self, end: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.line.after(end, word).is_some())
    }

    /// Whether a number of things follows a single day, which then is how long they take: 1日に8400台, 1日約300人,
    /// 1日15分.
    fn is_rate(&self, end: usize) -> bool {
        let rules = self.times.rules;
        let particle = self.line.after(end, rules.rate_particle).unwrap_or(end);
        let word = rules.rate_words.iter().find_map(|word| self.line.after(particle, word));
        let start = word.unwrap_or(particle);
        let number = self.numbers.partition_point(|number| number.start < start);
        let is_time = |number: &Number| is_one_of(self.line.at(number.end), "年月日時期");
        let number = self.numbers.get(number).filter(|number| number.start == start && !is_time(number));
        // 1日4億件, but 1日2氏 of two who speak that day.
        let least = if start > end { 0.0 } else { 10.0 };
        number.is_some_and(|number| number.low >= least && (number.digits > 0 || number.low >= 10.0))
    }

    /// 第3四半期, 第一週.
    fn ordinal(&self, position: usize, next: usize, last: Option<&Piece>) -> Option<(usize, Item)> {
        let after = self.times.rules.ordinal.iter().find_map(|word| self.line.after(position, word))?;
        let number = self.numbers.get(next).filter(|number| number.start == after)?;
        let end = self.line.after(number.end, "の").unwrap_or(number.end);
        if let Some((_, Item::Weekday(_))) = self.times.words.at(self.line, end) {
            return number.whole().filter(|nth| (1..=5).contains(nth)).map(|nth| (end, Item::Nth(nth)));
        }
        let (end, item) = self.numbered(number, next, last)?;
        let of_year = last.is_some_and(|last| {
            matches!(last.item, Item::Year(_) | Item::Relative(Grain::Year, _)) && position - last.end < 2
        });
        let (item, end) = match item {
            Item::Length(week, Grain::Week) => (Item::Week(week as i64), end),
            Item::Length(month, Grain::Month) if of_year && (1.0..=12.0).contains(&month) => {
                (Item::Month(month as i64), end)
            }
            other => (other, end),
        };
        matches!(item, Item::Week(_) | Item::Quarter(_) | Item::Month(_)).then_some((end, item))
    }

    /// 「(月)」 after a date.
    fn weekday_letter(&self, position: usize, last: Option<&Piece>) -> Option<(usize, Item)> {
        // 上周五, where the days of the week are counted.
        let counted = is_one_of('一', self.times.rules.weekday_letters)
            && last.is_some_and(|last| last.end == position && matches!(last.item, Item::Relative(Grain::Week, _)));
        let number = self.times.rules.weekday_letters.chars().zip(1..).find(|(day, _)| *day == self.line.at(position));
        if let Some((_, day)) = number.filter(|_| counted) {
            return Some((position + 1, Item::Weekday(day)));
        }
        let dated = last
            .is_some_and(|last| last.end == position && matches!(last.item, Item::Day(_) | Item::Date(_, _, Some(_))));
        if !dated || self.line.at(position) != '(' {
            return None;
        }
        let letter = self.line.at(position + 1);
        let day = self.times.rules.weekday_letters.chars().position(|weekday| weekday == letter)?;
        let end = self.line.run(position + 2, |c| is_one_of(c, "曜日・祝休"));
        (self.line.at(end) == ')').then_some((end + 1, Item::Weekday(day as i64 + 1)))
    }
}

/// A year written with two digits: up to 68 of this century, as POSIX has it.
pub(super) fn century(year: i64) -> i64 {
    match year {
        0..=68 => 2000 + year,
        69..=99 => 1900 + year,
        _ => year,
    }
}
