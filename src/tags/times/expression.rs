//! Pieces that belong together become one expression: slots that are filled once each.

use super::lexer::Piece;
use super::rules::{Grain, Item, Side};
use super::tense::Tense;

/// What one time expression says. Positions count characters.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Expression {
    pub start: usize,
    pub end: usize,
    pub year: Option<i64>,
    pub fiscal: bool,
    /// Months of the calendar's year before a business year counted from the anchor begins.
    pub fiscal_after: i64,
    /// Whether it is counted from the year told in the same sentence.
    pub fiscal_told: bool,
    pub month: Option<i64>,
    pub day: Option<i64>,
    pub weekday: Option<i64>,
    pub week: Option<i64>,
    pub quarter: Option<i64>,
    pub half: Option<i64>,
    pub season: Option<&'static str>,
    pub century: Option<i64>,
    pub decade: Option<i64>,
    pub before_christ: bool,
    /// Counted from the anchor, or from the time spoken of last.
    pub relative: Vec<(Grain, i64)>,
    pub following: Option<(Grain, i64)>,
    pub direct: Option<i64>,
    pub hour: Option<i64>,
    pub minute: Option<i64>,
    pub second: Option<i64>,
    pub part: Option<&'static str>,
    pub afternoon: Option<bool>,
    pub lengths: Vec<(f64, Grain)>,
    pub direction: Option<i64>,
    pub from_now: bool,
    pub each: Option<(Grain, f64)>,
    pub every: bool,
    pub interval: bool,
    pub times: Option<i64>,
    pub side: Option<Side>,
    pub weekend: bool,
    pub now: bool,
    /// Which such weekday of the month; the last is -1.
    pub nth: Option<i64>,
    /// Days after Easter Sunday.
    pub easter: Option<i64>,
    /// "Last" and "next" mean the nearest such weekday rather than that of a week.
    pub nearest: bool,
    /// "Next" is counted from the time spoken of last.
    pub ensuing: bool,
    /// A length before or after the day that the rest names.
    pub offset: Option<(Vec<(f64, Grain)>, i64)>,
    /// The stretch spoken of last is meant.
    pub same: bool,
    /// The minutes are written with their word.
    pub counts_minutes: bool,
    /// Whether what is said of it lies behind the anchor, or before it.
    pub tense: Option<Tense>,
    /// The day is of the month after that of the time before it: 30日から1日.
    pub next_month: bool,
    /// The kinds of pieces it was put together from.
    pub because: Vec<&'static str>,
}

/// Fills an empty slot.
fn fill<T>(slot: &mut Option<T>, value: T) -> bool {
    let empty = slot.is_none();
    if empty {
        *slot = Some(value);
    }
    empty
}

/// Raises a flag.
fn set(flag: &mut bool) -> bool {
    *flag = true;
    true
}

impl Expression {
    /// An expression of one piece; `None` where the piece can't begin one.
    pub fn new(piece: &Piece) -> Option<Expression> {
        let mut expression = Expression { start: piece.start, end: piece.end, ..Expression::default() };
        let begins = !matches!(
            piece.item,
            Item::Ago
                | Item::Later
                | Item::Interval
                | Item::Times(_)
                | Item::Side(_)
                | Item::HalfOrSide(_)
                | Item::Minute(_)
                | Item::Second(_)
                | Item::Unit(_)
                | Item::Units(_)
                | Item::Zone
        );
        (begins && expression.add(piece)).then_some(expression)
    }

    /// Takes one more piece in; `false` where it does not fit.
    pub fn add(&mut self, piece: &Piece) -> bool {
        let fits = self.take(piece.item);
        if fits {
            self.end = piece.end;
            let reason = reason(&piece.item);
            if !self.because.contains(&reason) {
                self.because.push(reason);
            }
        }
        fits
    }

    fn take(&mut self, item: Item) -> bool {
        match item {
            Item::Date(year, month, day) => self.take_date(year, month, day),
            Item::Year(year) => {
                self.is_dated_or_empty()
                    && self.decade.is_none()
                    && !self.relative.iter().any(|(grain, _)| *grain == Grain::Year)
                    && fill(&mut self.year, year)
            }
            Item::FiscalYear(year) => {
                self.fiscal = true;
                fill(&mut self.year, year)
            }
            Item::RelativeFiscalYear(steps, after) => {
                self.fiscal_after = after;
                self.take_relative(Grain::Year, steps) && set(&mut self.fiscal)
            }
            Item::FiscalYearBefore(steps, after) => {
                self.fiscal_told = true;
                self.take(Item::RelativeFiscalYear(steps, after))
            }
            Item::Month(month) => self.is_dated_or_empty() && self.quarter.is_none() && fill(&mut self.month, month),
            Item::Day(day) => self.takes_day() && fill(&mut self.day, day),
            Item::Weekday(day) => self.is_dated_or_empty() && fill(&mut self.weekday, day),
            Item::Weekdays(day) => self.is_dated_or_empty() && fill(&mut self.weekday, day) && set(&mut self.every),
            Item::Nth(nth) => self.is_dated_or_empty() && self.day.is_none() && fill(&mut self.nth, nth),
            Item::Week(week) => self.is_dated_or_empty() && fill(&mut self.week, week),
            Item::Quarter(quarter) => {
                self.is_dated_or_empty() && self.month.is_none() && fill(&mut self.quarter, quarter)
            }
            Item::Half(half) => self.is_dated_or_empty() && self.month.is_none() && fill(&mut self.half, half),
            Item::Season(season) => self.is_dated_or_empty() && self.month.is_none() && fill(&mut self.season, season),
            Item::Century(century) => {
                self.year.is_none() && self.lengths.is_empty() && fill(&mut self.century, century)
            }
            Item::Decade(year) => self.take_decade(year),
            Item::BeforeChrist => self.is_empty() && set(&mut self.before_christ),
            Item::Relative(grain, steps) => self.take_relative(grain, steps),
            Item::Following(grain, steps) => self.is_empty() && fill(&mut self.following, (grain, steps)),
            Item::Edge(grain, side) => self.take_edge(grain, side),
            Item::Weekend => self.take_weekend(),
            Item::WeekendOf(steps) => self.take_relative(Grain::Week, steps) && set(&mut self.weekend),
            Item::Feast(..) | Item::FeastOn(..) | Item::Easter(_) => self.take_feast(item),
            Item::Now => self.is_empty() && set(&mut self.now),
            Item::HalfOrSide(half) => self.take_half(half),
            Item::Side(side) => !self.is_empty() && self.take_side(side),
            Item::SideOf(side) => self.is_empty() && fill(&mut self.side, side),
            Item::Clock(..) | Item::Hour(_) | Item::Minute(_) | Item::Second(_) => self.take_clock(item),
            Item::Part(_) | Item::Parts(_) | Item::PartOf(..) | Item::Morning | Item::Afternoon => self.take_part(item),
            Item::Zone => self.hour.is_some(),
            _ => self.take_length(item),
        }
    }

    fn take_date(&mut self, year: Option<i64>, month: Option<i64>, day: Option<i64>) -> bool {
        let free = self.month.is_none() && self.day.is_none() && self.lengths.is_empty();
        let year_free = year.is_none() || self.year.is_none();
        if free && year_free {
            (self.year, self.month, self.day) = (self.year.or(year), month, day);
        }
        free && year_free
    }

    fn take_feast(&mut self, item: Item) -> bool {
        let free = self.month.is_none() && self.day.is_none() && self.weekday.is_none();
        if self.weekend && free {
            // The weekend of Thanksgiving is counted from the feast.
            self.relative.clear();
        }
        match item {
            Item::Feast(month, day) => free && self.take_date(None, Some(month), Some(day)),
            Item::FeastOn(month, nth, weekday) if free && self.lengths.is_empty() => {
                (self.month, self.nth, self.weekday) = (Some(month), Some(nth), Some(weekday));
                true
            }
            Item::Easter(days) => free && self.lengths.is_empty() && fill(&mut self.easter, days),
            _ => false,
        }
    }

    /// A day needs no year without a month before it.
    fn takes_day(&self) -> bool {
        let month_known = self.month.is_some() || self.relative.iter().any(|(grain, _)| *grain == Grain::Month);
        let following = self.following.is_none_or(|(grain, _)| grain == Grain::Month);
        self.is_dated_or_empty()
            && (self.hour.is_none() || self.month.is_some() || self.afternoon.is_some())
            && following
            && (month_known || self.year.is_none() && self.relative.is_empty())
    }

    fn take_decade(&mut self, year: i64) -> bool {
        let century = self.century.take().map_or(0, |century| (century - 1) * 100);
        self.is_dated_or_empty()
            && self.year.is_none()
            && fill(&mut self.decade, if century > 0 { century + year % 100 } else { year })
    }

    fn take_relative(&mut self, grain: Grain, steps: i64) -> bool {
        let finer = self.relative.iter().all(|(other, _)| *other < grain);
        let free = match grain {
            Grain::Year => self.year.is_none(),
            Grain::Month => self.month.is_none(),
            Grain::Day => self.day.is_none() && self.month.is_none() && self.weekday.is_none(),
            _ => self.day.is_none(),
        };
        let free = free && (grain == Grain::Day || self.hour.is_none() || !self.week_is_whole());
        let fits = finer && free && self.lengths.is_empty() && self.following.is_none();
        if fits {
            self.relative.push((grain, steps));
        }
        fits
    }

    fn take_edge(&mut self, grain: Grain, side: Side) -> bool {
        let known = match grain {
            Grain::Year => self.year.is_some() || self.relative.iter().any(|(grain, _)| *grain == Grain::Year),
            Grain::Month => self.month.is_some() || self.relative.iter().any(|(grain, _)| *grain == Grain::Month),
            _ => false,
        };
        (known || self.take_relative(grain, 0)) && fill(&mut self.side, side)
    }

    fn take_weekend(&mut self) -> bool {
        if self.every && self.each.is_none() && self.because.iter().all(|because| *because == "recurring") {
            self.each = Some((Grain::Week, 1.0));
            return set(&mut self.weekend);
        }
        // Thanksgiving weekend: the feast tells the day.
        if self.nth.or(self.day).or(self.easter).is_some() {
            return set(&mut self.weekend);
        }
        if self.same {
            self.relative.push((Grain::Week, 0));
        }
        if self.relative.is_empty() && !self.take_relative(Grain::Week, 0) {
            return false;
        }
        self.weekend = true;
        true
    }

    fn take_half(&mut self, half: i64) -> bool {
        let year = self.year.is_some() || self.relative.last().is_some_and(|(grain, _)| *grain == Grain::Year);
        let narrowed = self.month.or(self.quarter).or(self.week).or(self.day).is_some() || self.season.is_some();
        if year && !narrowed && !self.fiscal {
            return fill(&mut self.half, half);
        }
        !self.is_empty() && self.take_side(if half == 1 { Side::Start } else { Side::End })
    }

    fn take_side(&mut self, side: Side) -> bool {
        if side == Side::Before && !self.lengths.is_empty() {
            return fill(&mut self.direction, -1);
        }
        if side == Side::After && !self.lengths.is_empty() {
            return fill(&mut self.direction, 1);
        }
        fill(&mut self.side, side)
    }

    fn take_clock(&mut self, item: Item) -> bool {
        let stretch = self.relative.last().is_some_and(|(grain, _)| *grain < Grain::Day) || self.week.is_some();
        let day_known = self.day.or(self.weekday).is_some()
            || self.month.is_none() && self.year.is_none() && !(stretch && self.week_is_whole());
        match item {
            Item::Clock(hour, minute, second) if day_known && self.hour.is_none() && self.lengths.is_empty() => {
                (self.hour, self.minute, self.second) = (Some(hour), minute, second);
                true
            }
            Item::Hour(hour) => day_known && self.lengths.is_empty() && fill(&mut self.hour, hour),
            Item::Minute(minute) => {
                self.hour.is_some() && fill(&mut self.minute, minute) && set(&mut self.counts_minutes)
            }
            Item::Second(second) => self.hour.is_some() && fill(&mut self.second, second),
            _ => false,
        }
    }

    /// Whether nothing names a day of the week or month that it stands in.
    fn week_is_whole(&self) -> bool {
        self.day.or(self.weekday).is_none() && !self.weekend
    }

    fn take_part(&mut self, item: Item) -> bool {
        let stretch = self.relative.last().is_some_and(|(grain, _)| *grain < Grain::Day) && self.week_is_whole();
        if !self.lengths.is_empty() || self.year.is_some() && self.day.is_none() || stretch {
            return false;
        }
        match item {
            Item::Part(part) => fill(&mut self.part, part),
            Item::Parts(part) => fill(&mut self.part, part) && set(&mut self.every),
            Item::PartOf(steps, part) => self.take_relative(Grain::Day, steps) && fill(&mut self.part, part),
            Item::Morning => fill(&mut self.afternoon, false),
            Item::Afternoon => fill(&mut self.afternoon, true),
            _ => false,
        }
    }

    fn take_length(&mut self, item: Item) -> bool {
        let open = !self.is_dated() || self.from_now || self.each.is_some();
        match item {
            Item::Length(amount, grain) => {
                let finer = self.lengths.iter().all(|(_, other)| *other < grain);
                let fits = open && finer && self.direction.is_none() && !self.interval;
                if fits {
                    self.lengths.push((amount, grain));
                    self.interval = self.every;
                }
                fits
            }
            Item::Ago if self.lengths.is_empty() && self.is_quarter_hour() => {
                // 8時15分前 is a quarter to eight.
                self.minute = self.minute.map(|minute| 60 - minute);
                self.hour = self.hour.map(|hour| if hour == 0 { 23 } else { hour - 1 });
                true
            }
            Item::Ago if self.lengths.is_empty() => self.is_placed() && fill(&mut self.side, Side::Before),
            Item::Later if self.lengths.is_empty() => self.is_placed() && fill(&mut self.side, Side::After),
            Item::Ago => fill(&mut self.direction, -1),
            Item::Later => fill(&mut self.direction, 1),
            Item::FromNow => {
                let fits = self.lengths.is_empty() && (self.is_empty() || self.is_today());
                self.from_now |= fits;
                self.relative.retain(|_| !fits);
                fits
            }
            Item::Around => self.is_empty() && fill(&mut self.direct, 0),
            Item::Same => self.is_empty() && set(&mut self.same),
            Item::DirectDay(steps) => self.is_open() && set(&mut self.nearest) && fill(&mut self.direct, steps),
            Item::Direct(steps) => self.is_open() && fill(&mut self.direct, steps),
            Item::Ensuing => self.is_open() && fill(&mut self.direct, 1) && set(&mut self.ensuing),
            Item::Unit(grain) => self.take_unit(grain),
            Item::Units(grain) if self.direct.is_some() && self.lengths.is_empty() => {
                self.lengths.push((f64::NAN, grain));
                true
            }
            // The 19th of every month.
            Item::Each(Grain::Month, 1.0) if self.day.is_some() && self.month.is_none() => set(&mut self.every),
            Item::Each(grain, every) => !self.is_dated() && fill(&mut self.each, (grain, every)),
            Item::Every => self.is_only_clock() && set(&mut self.every),
            Item::Interval => !self.lengths.is_empty() && set(&mut self.interval),
            Item::Times(times) => (self.each.is_some() || self.lengths.len() == 1) && fill(&mut self.times, times),
            _ => false,
        }
    }

    /// Whether it ends in a round number of minutes that can be taken from the hour.
    fn is_quarter_hour(&self) -> bool {
        let told = self.minute.is_some_and(|minute| minute > 0 && minute % 5 == 0 && minute <= 30);
        told && self.second.is_none() && self.counts_minutes
    }

    fn take_unit(&mut self, grain: Grain) -> bool {
        if self.every {
            return fill(&mut self.each, (grain, 1.0));
        }
        if std::mem::take(&mut self.same) {
            return fill(&mut self.following, (grain, 0));
        }
        match self.direct.take() {
            // The next hour is as long as any, and the past decade as ten years.
            Some(_) if grain >= Grain::Hour || grain <= Grain::Decade && self.because.contains(&"direction") => {
                self.lengths.push((1.0, grain));
                true
            }
            Some(steps) => self.take_relative(grain, steps),
            None => false,
        }
    }

    fn is_today(&self) -> bool {
        self.relative == [(Grain::Day, 0)] && self.day.is_none()
    }

    /// Whether nothing was taken yet but a part or side, a week or weekday in order, or a clock: late last year, the
    /// second Monday of next month, 5 pm this Friday.
    fn is_open(&self) -> bool {
        let before = ["part or side", "week", "clock", "part of the day"];
        let weekday = self.weekday.is_none() || self.nth.is_some();
        weekday
            && self.because.iter().all(|because| {
                before.contains(because) || self.nth.is_some() && ["in order", "day of the week"].contains(because)
            })
    }

    fn is_only_clock(&self) -> bool {
        self.because.iter().all(|because| *because == "clock" || *because == "part of the day")
    }

    /// Whether nothing was taken yet.
    pub fn is_empty(&self) -> bool {
        let Expression { because, .. } = self;
        because.is_empty()
    }

    /// Whether it names a place in the calendar or clock.
    pub fn is_dated(&self) -> bool {
        let slots = [
            self.year,
            self.month,
            self.day,
            self.weekday,
            self.week,
            self.quarter,
            self.half,
            self.century,
            self.decade,
            self.hour,
        ];
        slots.iter().any(Option::is_some)
            || self.season.is_some()
            || self.part.is_some()
            || self.following.is_some()
            || !self.relative.is_empty()
            || self.now
            || self.easter.is_some()
            || self.direct.is_some() && self.nearest
    }

    /// Whether it names one day that a length can be counted from.
    pub fn is_day(&self) -> bool {
        self.day.or(self.weekday).is_some()
            || self.easter.is_some()
            || self.relative.last().is_some_and(|(grain, _)| *grain == Grain::Day)
    }

    /// Whether it is a length and nothing else.
    pub fn is_length(&self) -> bool {
        !self.lengths.is_empty()
            && !self.is_dated()
            && !self.interval
            && !self.every
            && self.direct.is_none()
            && self.each.is_none()
            && self.times.is_none()
    }

    /// Whether it names a year, day or hour that something can be before.
    fn is_placed(&self) -> bool {
        self.year.or(self.day).or(self.hour).is_some()
    }

    fn is_dated_or_empty(&self) -> bool {
        self.lengths.is_empty() && !self.now && self.century.is_none()
    }
}

fn reason(item: &Item) -> &'static str {
    match item {
        Item::Date(..) => "date in digits",
        Item::Year(_) | Item::FiscalYear(_) => "year",
        Item::Month(_) => "month",
        Item::Day(_) => "day",
        Item::Weekday(_) | Item::Weekdays(_) => "day of the week",
        Item::Week(_) | Item::Weekend | Item::WeekendOf(_) => "week",
        Item::Quarter(_) | Item::Half(_) => "part of a year",
        Item::Season(_) => "season",
        Item::Century(_) | Item::Decade(_) | Item::BeforeChrist => "era",
        Item::Relative(..)
        | Item::RelativeFiscalYear(..)
        | Item::FiscalYearBefore(..)
        | Item::Direct(_)
        | Item::DirectDay(_)
        | Item::Unit(_)
        | Item::Units(_)
        | Item::Edge(..)
        | Item::Now => "counted from the anchor",
        Item::Following(..) | Item::Same | Item::Ensuing => "counted from the time before",
        Item::Clock(..) | Item::Hour(_) | Item::Minute(_) | Item::Second(_) | Item::Zone => "clock",
        Item::Part(_) | Item::Parts(_) | Item::Morning | Item::Afternoon | Item::PartOf(..) => "part of the day",
        Item::Length(..) => "length",
        Item::Ago | Item::Later | Item::FromNow | Item::Around => "direction",
        Item::Each(..) | Item::Every | Item::Interval | Item::Times(_) => "recurring",
        Item::Side(_) | Item::SideOf(_) | Item::HalfOrSide(_) => "part or side",
        Item::Feast(..) | Item::FeastOn(..) | Item::Easter(_) => "feast",
        Item::Nth(_) => "in order",
    }
}
