//! Dates as numbers.

use crate::report::Interval;
use jiff::ToSpan;
use jiff::civil::Date;

/// Days within which what changes slowly is the same.
const NEAR: f64 = 3.0;

/// The days that a TIMEX3 value covers, counted from 1970-01-01, both ends included; `None` where it begins with no year or is
/// of a form that is not known.
pub fn days(value: &str) -> Option<Interval> {
    let day = value.split('T').next().unwrap_or(value);
    let year: i16 = day.get(..4)?.parse().ok()?;
    let (first, last) = match (day.get(4..5), day.get(5..).unwrap_or("")) {
        (None, _) => whole(year, 1, 12)?,
        (Some("-"), "SP") => whole(year, 3, 3)?,
        (Some("-"), "SU") => whole(year, 6, 3)?,
        (Some("-"), "FA") => whole(year, 9, 3)?,
        (Some("-"), "H1") => whole(year, 1, 6)?,
        (Some("-"), "H2") => whole(year, 7, 6)?,
        (Some("-"), rest) => match (rest.strip_prefix('Q'), rest.len()) {
            (Some(quarter), 2) => whole(year, 3 * quarter.parse::<i8>().ok()? - 2, 3)?,
            (None, 2) => whole(year, rest.parse().ok()?, 1)?,
            (None, 5) => {
                let date: Date = day.parse().ok()?;
                (date, date)
            }
            _ => return None,
        },
        _ => return None,
    };
    Some(Interval {
        lower: Some(number(first)),
        upper: Some(number(last)),
        lower_inclusive: true,
        upper_inclusive: true,
    })
}

/// Whether two times are known and of one day.
pub fn are_of_one_day(one: Option<&str>, other: Option<&str>) -> bool {
    apart(one, other) == Some(0.0)
}

/// Whether two times are known and no more than a few days apart.
pub fn are_near(one: Option<&str>, other: Option<&str>) -> bool {
    apart(one, other).is_some_and(|days| days <= NEAR)
}

/// The days between two times; `None` where one is not known.
fn apart(one: Option<&str>, other: Option<&str>) -> Option<f64> {
    let first = |value: Option<&str>| days(value?)?.lower;
    Some((first(one)? - first(other)?).abs())
}

/// The first and the last day of some months.
fn whole(year: i16, month: i8, months: i8) -> Option<(Date, Date)> {
    let first = Date::new(year, month, 1).ok()?;
    let last = first.checked_add(months.months()).ok()?.yesterday().ok()?;
    Some((first, last))
}

fn number(date: Date) -> f64 {
    let since = date.since(Date::new(1970, 1, 1).unwrap_or(date));
    since.map_or(0.0, |since| f64::from(since.get_days()))
}

#[cfg(test)]
mod tests {
    use super::days;

    #[test]
    fn values_cover_their_days() {
        let table = [
            ("1970-01-01", Some((0.0, 0.0))),
            ("1970-02", Some((31.0, 58.0))),
            ("1970", Some((0.0, 364.0))),
            ("1970-Q2", Some((90.0, 180.0))),
            ("1970-SP", Some((59.0, 150.0))),
            ("1970-01-02T16", Some((1.0, 1.0))),
            ("XXXX-01-02", None),
            ("1970-W02", None),
            ("1970-13", None),
            ("", None),
        ];
        for (value, expected) in table {
            let found = days(value).map(|days| (days.lower.unwrap(), days.upper.unwrap()));
            assert_eq!(found, expected, "{value}");
        }
    }
}
