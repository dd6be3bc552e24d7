//! Expressions become TIMEX3 values, resolved against a date where they are relative.

use super::expression::Expression;
use super::nth::{nearest_weekday, season_value, week_of_month, week_of_year};
use super::rules::Grain;
use super::tense::Tense;
use jiff::Span;
use jiff::civil::{Date, Time, Weekday};

/// What relative times are counted from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Anchor {
    /// The day the article was published, or the one the caller named.
    pub day: Date,
    /// The time of that day, where it is known.
    pub time: Option<Time>,
    /// The day of its last change, if that is later: until then what it tells may have happened.
    pub changed: Option<Date>,
}

impl Anchor {
    /// Reads an ISO 8601 date, with or without a time of day. `None` where there is no whole day in it.
    ///
    /// ```
    /// use article_analyzer::tags::times::Anchor;
    /// assert!(Anchor::parse("2025-03-04T18:40").is_some());
    /// assert_eq!(Anchor::parse("2025-03-04T18:40+09:00"), Anchor::parse("2025-03-04T18:40"));
    /// assert!(Anchor::parse("2025-03").is_none());
    /// ```
    pub fn parse(written: &str) -> Option<Anchor> {
        let day = written.get(..10)?.parse().ok()?;
        let time = written.get(11..).map(|time| time.split(['Z', '+', '-']).next().unwrap_or(time));
        let time = time.and_then(|time| time.get(..8).or(time.get(..5)));
        Some(Anchor { day, time: time.and_then(|time| time.parse().ok()), changed: None })
    }

    /// As it is reported.
    pub fn name(&self) -> String {
        self.day.to_string()
    }
}

/// A value, and whether it needed the anchor.
#[derive(Clone, Debug, PartialEq)]
pub struct Resolved {
    pub value: Option<String>,
    pub anchored: bool,
    /// The calendar place it came to, for what is counted from it.
    pub place: Place,
}

/// A place in the calendar, as far as it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Place {
    /// The year of the common era.
    pub year: Option<i64>,
    /// The month, 1 to 12.
    pub month: Option<i64>,
    /// The day of the month.
    pub day: Option<i64>,
    /// The Monday of the week that was named.
    pub week: Option<Date>,
    /// The last day spoken of that is not yet to come.
    pub past: Option<Date>,
}

impl Place {
    pub(super) fn of(date: Date, grain: Grain) -> Place {
        Place {
            year: Some(i64::from(date.year())),
            month: (grain >= Grain::Month).then(|| i64::from(date.month())),
            day: (grain >= Grain::Week).then(|| i64::from(date.day())),
            ..Place::default()
        }
    }

    pub(super) fn date(&self) -> Option<Date> {
        date(self.year?, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }
}

pub(super) fn date(year: i64, month: i64, day: i64) -> Option<Date> {
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// So many of a grain later. `None` outside the calendar.
// Not inlined, for the size of the core.
#[inline(never)]
pub(super) fn step(day: Date, grain: Grain, steps: i64) -> Option<Date> {
    let span = Span::new();
    let span = match grain {
        Grain::Century => span.try_years(steps.checked_mul(100)?),
        Grain::Decade => span.try_years(steps.checked_mul(10)?),
        Grain::Year => span.try_years(steps),
        Grain::Quarter => span.try_months(steps.checked_mul(3)?),
        Grain::Month => span.try_months(steps),
        Grain::Week => span.try_weeks(steps),
        _ => span.try_days(steps),
    };
    day.checked_add(span.ok()?).ok()
}

/// The length as TIMEX3 writes it: `P3D`, `PT1H30M`, `P0.5Y`; `PXD` where it is vague.
pub fn length(lengths: &[(f64, Grain)]) -> Option<String> {
    let mut days = String::new();
    let mut clock = String::new();
    for (amount, grain) in lengths {
        let (amount, letter) = match grain {
            Grain::Century => (amount * 100.0, 'Y'),
            Grain::Decade => (amount * 10.0, 'Y'),
            Grain::Year => (*amount, 'Y'),
            Grain::Quarter => (amount * 3.0, 'M'),
            Grain::Month | Grain::Minute => (*amount, 'M'),
            Grain::Week => (*amount, 'W'),
            Grain::Day => (*amount, 'D'),
            Grain::Hour => (*amount, 'H'),
            Grain::Second => (*amount, 'S'),
        };
        let part = if *grain >= Grain::Hour { &mut clock } else { &mut days };
        let amount = if amount.is_nan() { "X".to_owned() } else { amount.to_string() };
        part.push_str(&amount);
        part.push(letter);
    }
    match (days.is_empty(), clock.is_empty()) {
        (true, true) => None,
        (_, true) => Some(format!("P{days}")),
        _ => Some(format!("P{days}T{clock}")),
    }
}

impl Expression {
    /// The value of an expression that names a place in the calendar or on the clock. `before` is the place spoken of
    /// last in the same sentence.
    pub fn date(&self, anchor: Option<Anchor>, before: Option<Place>) -> Resolved {
        let (value, place, anchored) = match self.day_value(anchor, before) {
            Some((value, place, anchored)) => (Some(value), place, anchored),
            None => (None, Place::default(), false),
        };
        let weekend = if self.weekend { self.weekend_beside(place) } else { None };
        let value = weekend.or(value);
        let Some(clock) = self.clock() else { return Resolved { value, anchored, place } };
        let is_bare = !self.names_day();
        let value = match value {
            Some(value) => Some(format!("{value}{clock}")),
            // Without its day an hour is still an hour.
            None if is_bare || anchor.is_none() && self.hour.is_some() => Some(clock),
            None => None,
        };
        Resolved { value, anchored, place }
    }

    /// Whether it says anything of the day.
    pub fn names_day(&self) -> bool {
        self.year.or(self.month).or(self.day).or(self.weekday).or(self.week).is_some()
            || !self.relative.is_empty()
            || self.following.is_some()
            || self.direct.is_some()
            || self.weekend
    }

    /// `T18:40`, `TNI`.
    pub fn clock(&self) -> Option<String> {
        let Some(hour) = self.hour else {
            let part = self.part.or(self.afternoon.map(|late| if late { "AF" } else { "MO" }))?;
            return Some(format!("T{part}"));
        };
        let hour = self.hour_of_day(hour);
        Some(match (self.minute, self.second) {
            (Some(minute), Some(second)) => format!("T{hour:02}:{minute:02}:{second:02}"),
            (Some(minute), None) => format!("T{hour:02}:{minute:02}"),
            (None, Some(second)) => format!("T{hour:02}:00:{second:02}"),
            (None, None) => format!("T{hour:02}"),
        })
    }

    /// The hour on a clock of 24 hours.
    fn hour_of_day(&self, hour: i64) -> i64 {
        match (self.afternoon, self.part) {
            (Some(true), _) if hour < 12 => hour + 12,
            (Some(false), _) if hour == 12 => 0,
            (Some(_), _) => hour,
            (None, Some("NI" | "EV")) if (5..=12).contains(&hour) => hour + 12,
            (None, Some("AF")) if (1..=11).contains(&hour) => hour + 12,
            (None, Some("MI")) if (1..=3).contains(&hour) => hour + 12,
            _ => hour,
        }
    }

    fn day_value(&self, anchor: Option<Anchor>, before: Option<Place>) -> Option<(String, Place, bool)> {
        if let Some(century) = self.century {
            let sign = if self.before_christ { "BC" } else { "" };
            return Some((format!("{sign}{:02}", century - 1), Place::default(), false));
        }
        if let Some(decade) = self.decade {
            let century = self.relative.last().filter(|(grain, _)| *grain == Grain::Century).zip(anchor);
            let decade = century.map_or(decade, |((_, steps), anchor)| {
                (i64::from(anchor.day.year()).div_euclid(100) + steps) * 100 + decade % 100
            });
            return Some((format!("{:03}", decade / 10), Place::default(), false));
        }
        if self.before_christ {
            return Some((format!("BC{:04}", self.year?), Place::default(), false));
        }
        if self.now {
            return Some(("PRESENT_REF".to_owned(), Place::default(), false));
        }
        if let Some((grain, steps)) = self.following {
            return self.following(grain, steps, anchor, before);
        }
        if let Some(days) = self.easter {
            return self.easter_value(days, anchor, before);
        }
        let relative = self.relative.last().copied().or(self.direct_weekday());
        match relative {
            Some(_) => self.relative_value(self.ensued(before).or(self.fiscal_before(before)).or(anchor)?),
            None => self.absolute(anchor, before),
        }
    }

    /// Last Monday, 次の月曜: a weekday of a week counted from the anchor's.
    fn direct_weekday(&self) -> Option<(Grain, i64)> {
        let named = self.weekday.or(self.month).is_some() || self.season.is_some() || self.part.is_some();
        self.direct.filter(|_| named).map(|steps| (Grain::Week, steps))
    }

    fn following(
        &self,
        grain: Grain,
        steps: i64,
        anchor: Option<Anchor>,
        before: Option<Place>,
    ) -> Option<(String, Place, bool)> {
        // The day of which the verb says that it is over is none of those to come that were spoken of since.
        let is_over = steps == 0 && self.tense == Some(Tense::Past);
        let is_coming = |place: &Place| place.date().zip(anchor).is_some_and(|(day, anchor)| day > anchor.day);
        let over = before.filter(|place| is_over && is_coming(place) && place.past.is_some());
        let from = before.filter(|place| place.date().is_some() && over.is_none());
        let from = over.and_then(|place| place.past).map(|day| Place::of(day, Grain::Day)).or(from);
        let day = from.and_then(|place| place.date()).or(anchor.map(|anchor| anchor.day))?;
        let day = step(day, grain, steps)?;
        let place = Place::of(day, grain);
        let (value, place) = self.within(day, grain, place)?;
        Some((value, place, true))
    }

    fn relative_value(&self, anchor: Anchor) -> Option<(String, Place, bool)> {
        if let Some(steps) = self.direct.filter(|_| self.relative.is_empty()) {
            return self.direct_value(anchor, steps);
        }
        let mut day = if self.fiscal { step(anchor.day, Grain::Month, -self.fiscal_after)? } else { anchor.day };
        let mut grain = Grain::Century;
        for (next, steps) in &self.relative {
            day = step(day, *next, *steps)?;
            grain = *next;
        }
        let (value, place) = self.within(day, grain, Place::of(day, grain))?;
        Some((value, place, true))
    }

    /// The day spoken of last, which "the following Monday" is counted from.
    fn ensued(&self, before: Option<Place>) -> Option<Anchor> {
        let day = before.filter(|place| self.ensuing && place.day.is_some())?.date()?;
        Some(Anchor { day, time: None, changed: None })
    }

    /// "last Friday", "next March".
    fn direct_value(&self, anchor: Anchor, steps: i64) -> Option<(String, Place, bool)> {
        if let Some(month) = self.month {
            let this = i64::from(anchor.day.year());
            let day = self.day.and_then(|day| date(this, month, day));
            let past = day.map_or(i64::from(anchor.day.month()) > month, |day| day < anchor.day);
            let year = match steps {
                ..0 if past => this,
                ..0 => this - 1,
                0 => this,
                _ if past => this + 1,
                _ => this,
            };
            return Some((
                calendar(year, Some(month), self.day),
                Place { year: Some(year), month: Some(month), day: self.day, ..Place::default() },
                true,
            ));
        }
        if let Some(season) = self.season {
            return Some(season_value(season, anchor.day, steps));
        }
        let day = match self.weekday {
            Some(weekday) if self.nearest || self.ensuing => nearest_weekday(anchor.day, weekday, steps)?,
            Some(weekday) => step(monday(step(anchor.day, Grain::Week, steps)?)?, Grain::Day, weekday - 1)?,
            None => step(anchor.day, Grain::Day, steps)?,
        };
        Some((day.to_string(), Place::of(day, Grain::Day), true))
    }

    /// The value of a stretch of the calendar that holds `day`, narrowed by what else is said.
    fn within(&self, day: Date, grain: Grain, place: Place) -> Option<(String, Place)> {
        let year = i64::from(day.year());
        if grain <= Grain::Decade {
            return Some((
                format!("{:0width$}", year / if grain == Grain::Century { 100 } else { 10 }, width = 2),
                Place::default(),
            ));
        }
        if grain == Grain::Quarter {
            return Some((format!("{year:04}-Q{}", (day.month() + 2) / 3), place));
        }
        if grain == Grain::Week {
            return self.week_value(day);
        }
        if grain >= Grain::Day {
            return Some((day.to_string(), place));
        }
        let month = if grain == Grain::Year { self.month } else { place.month };
        let place = Place { year: Some(year), month, day: self.day, ..Place::default() };
        if let (Some(month), Some(_)) = (month, self.nth) {
            return self.nth_value(Some(year), month);
        }
        if let (Some(month), Some(week)) = (month, self.week) {
            return Some((format!("{year:04}-{month:02}-W{:02}", week_of_month(year, month, week)?), place));
        }
        let value = self.year_part(year).unwrap_or_else(|| calendar(year, month, self.day));
        Some((if self.fiscal && month.is_none() { format!("FY{value}") } else { value }, place))
    }

    fn week_value(&self, day: Date) -> Option<(String, Place)> {
        if let Some(weekday) = self.weekday {
            let monday = monday(day)?;
            let day = step(monday, Grain::Day, weekday - 1)?;
            return Some((day.to_string(), Place { week: Some(monday), ..Place::of(day, Grain::Day) }));
        }
        let week = day.iso_week_date();
        let weekend = if self.weekend { "-WE" } else { "" };
        Some((
            format!("{:04}-W{:02}{weekend}", week.year(), week.week()),
            Place { week: monday(day), ..Place::default() },
        ))
    }

    /// Quarter, half, season or week of a year.
    fn year_part(&self, year: i64) -> Option<String> {
        let part = self.quarter.map(|quarter| format!("Q{quarter}")).or(self.half.map(|half| format!("H{half}")));
        let part = part
            .or(self.season.map(str::to_owned))
            .or(self.week.filter(|_| self.month.is_none()).map(|week| format!("W{:02}", week_of_year(year, week))));
        part.map(|part| format!("{year:04}-{part}"))
    }

    /// What names its own place in the calendar, with the year or month filled in from nearby where it is left out.
    fn absolute(&self, anchor: Option<Anchor>, before: Option<Place>) -> Option<(String, Place, bool)> {
        if self.nth.is_some() && (self.month.is_some() || self.year.is_none()) {
            return self.nth_weekday(anchor, before);
        }
        if let Some(year) = self.year {
            let place = Place { year: self.year, month: self.month, day: self.day, ..Place::default() };
            return Some((self.in_year(year)?, place, false));
        }
        if let Some(month) = self.month {
            return Some(self.month_value(month, anchor, before));
        }
        if let Some(day) = self.day {
            return Some(self.only_day(day, anchor, before));
        }
        if self.quarter.is_some() || self.half.is_some() {
            let year = before.and_then(|place| place.year).or(anchor.map(|anchor| i64::from(anchor.day.year())));
            let value = match year {
                Some(year) => self.year_part(year)?,
                None => self.year_part(0)?.replacen("0000", "XXXX", 1),
            };
            return Some((value, Place { year, ..Place::default() }, year.is_some()));
        }
        if let Some(week) = self.week {
            let year = anchor.map_or("XXXX".to_owned(), |anchor| format!("{:04}", anchor.day.year()));
            return Some((format!("{year}-W{week:02}"), Place::default(), anchor.is_some()));
        }
        only_weekday(self.weekday?, anchor, before)
    }

    /// The second Monday, of a month that is named, spoken of before or the anchor's.
    fn nth_weekday(&self, anchor: Option<Anchor>, before: Option<Place>) -> Option<(String, Place, bool)> {
        if let Some(month) = self.month {
            let year = self.year.or_else(|| month_year(month, 15, anchor, before));
            let (value, place) = self.nth_value(year, month)?;
            return Some((value, place, self.year.is_none() && year.is_some()));
        }
        let place = before.filter(|place| place.month.is_some());
        let Some(here) = place.or(anchor.map(|anchor| Place::of(anchor.day, Grain::Month))) else {
            let value = format!("XXXX-XX-WXX-{}-#{}", self.weekday?, self.nth?);
            return Some((value, Place::default(), false));
        };
        let (value, place) = self.nth_value(here.year, here.month?)?;
        Some((value, place, true))
    }

    /// A year, or a part or day of it.
    fn in_year(&self, year: i64) -> Option<String> {
        let value = self.year_part(year).unwrap_or_else(|| calendar(year, self.month, self.day));
        let value = match self.week.zip(self.month) {
            Some((week, month)) => format!("{value}-W{:02}", week_of_month(year, month, week)?),
            None => value,
        };
        Some(if self.fiscal { format!("FY{value}") } else { value })
    }

    /// A month whose year is left out: the year spoken of in this sentence, else the nearest to the anchor.
    fn month_value(&self, month: i64, anchor: Option<Anchor>, before: Option<Place>) -> (String, Place, bool) {
        let spoken = before.and_then(|place| place.year).map(|year| year + i64::from(self.next_month));
        let year = spoken
            .or_else(|| self.year_by_tense(month, anchor?))
            .or_else(|| month_year(month, self.day.unwrap_or(15), anchor, before));
        let week = self.week.map(|week| week_of_month(year.unwrap_or(0), month, week).unwrap_or(week));
        let week = week.map(|week| format!("-W{week:02}")).unwrap_or_default();
        let value = match year {
            Some(year) => calendar(year, Some(month), self.day),
            None => format!("XXXX{}", calendar(0, Some(month), self.day).trim_start_matches("0000")),
        };
        (value + &week, Place { year, month: Some(month), day: self.day, ..Place::default() }, year.is_some())
    }

    /// A day whose month is left out: the month spoken of in this sentence, else the nearest to the anchor.
    fn only_day(&self, day: i64, anchor: Option<Anchor>, before: Option<Place>) -> (String, Place, bool) {
        let spoken = before.and_then(|place| Some((place.year, place.month?)));
        let spoken = spoken.map(|(year, month)| match (self.next_month, month) {
            (false, _) => (year, month),
            (true, 12) => (year.map(|year| year + 1), 1),
            (true, _) => (year, month + 1),
        });
        if let Some((year, month)) = spoken {
            let written = calendar(year.unwrap_or(0), Some(month), Some(day));
            let value = if year.is_some() { written } else { format!("XXXX{}", written.trim_start_matches("0000")) };
            return (value, Place { year, month: Some(month), day: Some(day), ..Place::default() }, year.is_some());
        }
        let near = |anchor: Anchor| {
            let candidate = |steps: i64| {
                let month = step(anchor.day.first_of_month(), Grain::Month, steps)?;
                date(i64::from(month.year()), i64::from(month.month()), day)
            };
            let fits = |there: &Date| {
                self.weekday.is_none_or(|weekday| i64::from(there.weekday().to_monday_one_offset()) == weekday)
            };
            // Where the weekday fits none of the months around, it is a slip of the pen.
            let told = |there: &Date| self.fits_tense(*there, anchor);
            let distance = |there: &Date| (!fits(there), !told(there), (*there - anchor.day).get_days().abs());
            [0, -1, 1].into_iter().filter_map(candidate).min_by_key(distance)
        };
        match anchor.and_then(near) {
            Some(there) => (there.to_string(), Place::of(there, Grain::Day), true),
            None => (
                format!("XXXX-XX-{day:02}"),
                Place { year: None, month: None, day: Some(day), ..Place::default() },
                false,
            ),
        }
    }
}

/// The year of a month that is named without one: that spoken of in this sentence, else the nearest to the anchor.
#[inline(never)]
pub(super) fn month_year(month: i64, day: i64, anchor: Option<Anchor>, before: Option<Place>) -> Option<i64> {
    let nearest = |anchor: Anchor| {
        let this = i64::from(anchor.day.year());
        let distance = |year: &i64| {
            let there = date(*year, month, day.min(28));
            there.map_or(i32::MAX, |there| (there - anchor.day).get_days().abs())
        };
        [this - 1, this, this + 1].into_iter().min_by_key(distance)
    };
    before.and_then(|place| place.year).or(anchor.and_then(nearest))
}

/// A weekday of the week that was named, else the last before the anchor or on it.
fn only_weekday(weekday: i64, anchor: Option<Anchor>, before: Option<Place>) -> Option<(String, Place, bool)> {
    // Next week, on Tuesday or Thursday.
    if let Some(monday) = before.and_then(|place| place.week) {
        let day = step(monday, Grain::Day, weekday - 1)?;
        return Some((day.to_string(), Place { week: Some(monday), ..Place::of(day, Grain::Day) }, true));
    }
    let Some(anchor) = anchor else { return Some((format!("XXXX-WXX-{weekday}"), Place::default(), false)) };
    let back = (i64::from(anchor.day.weekday().to_monday_one_offset()) - weekday).rem_euclid(7);
    let day = step(anchor.day, Grain::Day, -back)?;
    Some((day.to_string(), Place::of(day, Grain::Day), true))
}

fn monday(day: Date) -> Option<Date> {
    step(day, Grain::Day, -i64::from(day.weekday().since(Weekday::Monday)))
}

/// `2025`, `2025-03`, `2025-03-04`; a day without its month is `2025-XX-04`.
fn calendar(year: i64, month: Option<i64>, day: Option<i64>) -> String {
    match (month, day) {
        (Some(month), Some(day)) => format!("{year:04}-{month:02}-{day:02}"),
        (Some(month), None) => format!("{year:04}-{month:02}"),
        (None, Some(day)) => format!("{year:04}-XX-{day:02}"),
        (None, None) => format!("{year:04}"),
    }
}
