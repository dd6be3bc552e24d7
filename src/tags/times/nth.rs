//! Days that a rule of the calendar gives: the second Monday of May, Easter, the last week of a month.

use super::expression::Expression;
use super::resolve::{Anchor, Place, date, month_year, step};
use super::rules::Grain;
use jiff::civil::{Date, Weekday};

impl Expression {
    /// The day of the so-many-eth weekday of a month; `XXXX-05-WXX-1-#2` where its year is not known.
    pub(super) fn nth_value(&self, year: Option<i64>, month: i64) -> Option<(String, Place)> {
        let (weekday, nth) = (self.weekday?, self.nth?);
        let Some(year) = year else {
            let which = if nth > 0 { format!("-#{nth}") } else { String::new() };
            return Some((format!("XXXX-{month:02}-WXX-{weekday}{which}"), Place::default()));
        };
        let first = date(year, month, 1)?;
        let day = first.nth_weekday_of_month(i8::try_from(nth).ok()?, weekday_of(weekday)?).ok()?;
        Some((day.to_string(), Place::of(day, Grain::Day)))
    }

    /// The weekend before or after a feast on a working day, whichever is nearer: Labor Day weekend.
    pub(super) fn weekend_beside(&self, place: Place) -> Option<String> {
        let day = place.day.and(place.date())?;
        let back = i64::from(day.weekday().to_monday_zero_offset()) < 2;
        let week = step(day, Grain::Week, -i64::from(back))?.iso_week_date();
        Some(format!("{:04}-W{:02}-WE", week.year(), week.week()))
    }

    /// So many days after the Easter of the year named, of the year spoken of, or nearest to the anchor.
    pub(super) fn easter_value(
        &self,
        days: i64,
        anchor: Option<Anchor>,
        before: Option<Place>,
    ) -> Option<(String, Place, bool)> {
        let near = self.relative.first().zip(anchor).map(|((_, steps), anchor)| i64::from(anchor.day.year()) + steps);
        let year = self.year.or(near).or_else(|| {
            let steps = self.direct.unwrap_or(0);
            let year = month_year(4, 1, anchor, before)?;
            let passed = anchor.zip(easter(year)).is_some_and(|(anchor, easter)| easter < anchor.day);
            let back = i64::from(steps < 0 && !passed);
            Some(year - back + i64::from(steps > 0 && passed))
        })?;
        let day = step(easter(year)?, Grain::Day, days)?;
        Some((day.to_string(), Place::of(day, Grain::Day), self.year.is_none()))
    }
}

fn weekday_of(number: i64) -> Option<Weekday> {
    Weekday::from_monday_one_offset(i8::try_from(number).ok()?).ok()
}

/// Easter Sunday of the Gregorian calendar: the anonymous algorithm as Meeus gives it (Astronomical Algorithms, ch. 8).
fn easter(year: i64) -> Option<Date> {
    let (golden, century, rest) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let shift = (golden + 11 * epact + 22 * sunday) / 451;
    let days = epact + sunday - 7 * shift + 114;
    date(year, days / 31, days % 31 + 1)
}

/// The nearest such weekday before the anchor (`steps` below 0) or after it.
pub(super) fn nearest_weekday(anchor: Date, weekday: i64, steps: i64) -> Option<Date> {
    anchor.nth_weekday(if steps < 0 { -1 } else { 1 }, weekday_of(weekday)?).ok()
}

/// The season of the year that "last", "this" and "next" mean.
pub(super) fn season_value(season: &str, anchor: Date, steps: i64) -> (String, Place, bool) {
    let begins = match season {
        "SP" => 3,
        "SU" => 6,
        "FA" => 9,
        _ => 12,
    };
    let this = i64::from(anchor.year());
    let month = i64::from(anchor.month());
    let back = i64::from(steps < 0 && month < begins + 3);
    let year = this - back + i64::from(steps > 0 && month >= begins);
    (format!("{year:04}-{season}"), Place { year: Some(year), ..Place::default() }, true)
}

/// A week of a month by its number; the last (-1) is the last row of the month's calendar, rows beginning on Monday.
pub(super) fn week_of_month(year: i64, month: i64, week: i64) -> Option<i64> {
    if week > 0 {
        return Some(week);
    }
    let first = date(year, month, 1)?;
    let before = i64::from(first.weekday().to_monday_zero_offset());
    Some((before + i64::from(first.days_in_month()) + 6) / 7)
}

/// A week of a year by its number; the last (-1) is the one that holds 28 December.
pub(super) fn week_of_year(year: i64, week: i64) -> i64 {
    let last = date(year, 12, 28).map_or(52, |day| i64::from(day.iso_week_date().week()));
    if week > 0 { week } else { last }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easters() {
        // United States Naval Observatory, "The Date of Easter".
        for (year, day) in [(1999, "1999-04-04"), (2000, "2000-04-23"), (2018, "2018-04-01"), (2025, "2025-04-20")] {
            assert_eq!(easter(year).map(|day| day.to_string()).as_deref(), Some(day));
        }
    }
}
