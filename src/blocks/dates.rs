//! The dates that pages print of themselves, in ISO 8601 and as precise as they are printed.

use jiff::civil::{Date, DateTime};
use jiff::{Span as Length, ToSpan};
use regex::{Captures, Regex};
use std::ops::Range;
use std::sync::LazyLock;

/// A date found in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Where it stands, in bytes of the line.
    pub range: Range<usize>,
    /// What it says.
    pub value: Value,
}

/// What a date says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// ISO 8601.
    Absolute(String),
    /// So long before the reader's now.
    Before(Unit, i64),
    /// A month and day of an unknown year.
    OfSomeYear(i8, i8),
    /// A time of some day.
    Clock,
}

/// What relative dates count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Hours or less: within the day that is read.
    Hours,
    /// Days.
    Days,
    /// Weeks.
    Weeks,
    /// Months.
    Months,
    /// Years.
    Years,
}

impl Value {
    /// In ISO 8601; relative dates against `reference`, and `None` without one or for a mere time of day.
    pub fn resolve(&self, reference: Option<Date>) -> Option<String> {
        let before = |length: Length| Some(reference?.checked_sub(length).ok()?.to_string());
        match self {
            Value::Absolute(iso) => Some(iso.clone()),
            Value::Before(Unit::Hours, _) => before(0.days()),
            Value::Before(Unit::Days, count) => before(Length::new().try_days(*count).ok()?),
            Value::Before(Unit::Weeks, count) => before(Length::new().try_weeks(*count).ok()?),
            Value::Before(Unit::Months, count) => before(Length::new().try_months(*count).ok()?),
            Value::Before(Unit::Years, count) => before(Length::new().try_years(*count).ok()?),
            Value::OfSomeYear(month, day) => {
                // Nothing is published later than it is read: 30 December, read in January, is of the year before.
                let reference = reference?;
                let of = |year: i16| Date::new(year, *month, *day).ok();
                let is_past = |date: &Date| reference.tomorrow().is_ok_and(|tomorrow| *date <= tomorrow);
                let date = of(reference.year()).filter(is_past).or_else(|| of(reference.year().checked_sub(1)?))?;
                Some(date.to_string())
            }
            Value::Clock => None,
        }
    }
}

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/// Japanese eras and the year before their first.
const ERAS: [(&str, i16); 6] = [("令和", 2018), ("平成", 1988), ("昭和", 1925), ("R", 2018), ("Ｒ", 2018), ("H", 1988)];

fn pattern(source: &str) -> Option<Regex> {
    Regex::new(source).ok()
}

const TIME: &str = r"(?:\s*[,T|]?\s*(?:[(（][^)）\d]{1,12}[)）])?\s*(?:at\s+)?(?<half>午前|午後)?\s*(?<hour>\d{1,2})(?:[:：](?<minute>\d{2})(?:[:：](?<second>\d{2}))?|時(?:(?<minute2>\d{1,2})分)?)\s*(?<meridiem>[AaPp]\.?[Mm]\.?)?)?";

static NUMERIC: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let day = r"(?<year>[12]\d{3})(?:-|/|\.|年)\s?(?<month>\d{1,2})(?:(?:-|/|\.|月)\s?(?<day>\d{1,2})日?|月)";
    pattern(&[day, TIME].concat())
});
static ERA: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let day = r"(?<era>令和|平成|昭和)\s?(?<year>元|\d{1,2})年\s?(?<month>\d{1,2})月(?:\s?(?<day>\d{1,2})日)?";
    pattern(&[day, TIME].concat())
});
static MONTH_FIRST: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let day = r"(?<name>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Za-z]{0,6})\.?\s(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s(?<year>[12]\d{3})";
    pattern(&[day, TIME].concat())
});
static DAY_FIRST: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let day = r"(?<day>\d{1,2})(?:st|nd|rd|th)?\s(?<name>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Za-z]{0,6})\.?,?\s(?<year>[12]\d{3})";
    pattern(&[day, TIME].concat())
});
static JAPANESE_BEFORE: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(r"(?<count>[0-9０-９]{1,3})\s?(?<unit>秒|分|時間|日|週間|[かヶカケヵ]月|年)前"));
static ENGLISH_BEFORE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"(?<count>\d{1,3}|an?|one|two|three)\s?(?<unit>sec|min|hour|hr|h|day|d|week|w|month|mo|year|yr)[a-z]{0,4}\s?ago",
    )
});
static NEAR: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"^(?<near>今日|本日|昨日|きのう|一昨日|[Yy]esterday|[Tt]oday|[Jj]ust now|たった今)(?:\s?\d{1,2}[:：]\d{2})?$",
    )
});
static SOME_YEAR: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"(?<month>\d{1,2})(?:月|/)(?<day>\d{1,2})日?(?:\s?[(（][^)）]{1,3}[)）])?(?:\s?(?:\d{1,2}[:：]\d{2}|\d{1,2}時\d{2}分))?",
    )
});
static CLOCK: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(r"^\d{1,2}[:：]\d{2}(?:[:：]\d{2})?\s?(?:[AaPp]\.?[Mm]\.?)?(?:\s[A-Z]{2,4})?$"));

static DATELINE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let place = r"^(?<place>[A-Z][A-Z .'-]{1,30}(?:, [A-Z][A-Za-z .]{1,20})?, )?";
    let day = r"(?<name>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6})\.? (?<day>\d{1,2})(?:, (?<year>[12]\d{3}))?";
    pattern(&[place, day, r" ?(?<agency>\([A-Z][A-Za-z .]{1,30}\) ?)?[—–-]"].concat())
});

/// The day that a report is from, as wires begin it: "TOKYO, Oct. 6 (Harbour Wire) —". `None` where neither a place nor an
/// agency stands beside the day.
pub fn of_dateline(line: &str) -> Option<Value> {
    let captures = DATELINE.as_ref()?.captures(line)?;
    captures.name("place").or(captures.name("agency"))?;
    if captures.name("year").is_some() {
        return named(&captures);
    }
    let name = captures.name("name")?.as_str().to_lowercase();
    let month = MONTHS.iter().position(|month| name.starts_with(month))? as i8 + 1;
    let day = number(&captures, "day")?;
    Date::new(2024, month, day).ok()?;
    Some(Value::OfSomeYear(month, day))
}

/// The first date of a line.
pub fn find(line: &str) -> Option<Found> {
    all(line, 0).into_iter().min_by_key(|found| found.range.start)
}

/// The dates of a line from byte `from` on, one for each way of writing that finds one.
fn all(line: &str, from: usize) -> Vec<Found> {
    let rest = line.get(from..).unwrap_or("");
    let has_digit = rest.contains(|c: char| c.is_ascii_digit() || matches!(c, '０'..='９'));
    if !has_digit && rest.len() > 40 {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut search = |pattern: &LazyLock<Option<Regex>>, read: fn(&Captures<'_>) -> Option<Value>| {
        let captures = pattern.as_ref().and_then(|pattern| pattern.captures(rest));
        if let Some((whole, value)) = captures.and_then(|captures| Some((captures.get(0)?.range(), read(&captures)?))) {
            found.push(Found { range: whole.start + from..whole.end + from, value });
        }
    };
    // Looking for what a pattern can't do without takes a fraction of its time.
    let has = |signs: &[&str]| signs.iter().any(|sign| rest.contains(sign));
    let is_short = rest.len() <= 60;
    if is_short {
        search(&NEAR, near);
    }
    if has(&["ago"]) {
        search(&ENGLISH_BEFORE, before);
    }
    if !has_digit {
        return found;
    }
    if has(&["年", "-", "/", "."]) {
        search(&NUMERIC, numeric);
    }
    if has(&["令和", "平成", "昭和"]) {
        search(&ERA, era);
    }
    if has_month_name(rest) {
        search(&MONTH_FIRST, named);
        search(&DAY_FIRST, named);
    }
    if has(&["前"]) {
        search(&JAPANESE_BEFORE, before);
    }
    if is_short {
        search(&CLOCK, |_| Some(Value::Clock));
    }
    if found.is_empty() && has(&["月", "/"]) {
        let captures = SOME_YEAR.as_ref().and_then(|pattern| pattern.captures(rest));
        let value = captures.and_then(|captures| Some((captures.get(0)?.range(), some_year(&captures)?)));
        found.extend(value.map(|(range, value)| Found { range: range.start + from..range.end + from, value }));
    }
    found
}

/// Whether the beginning of a month's English name stands in a line, with a capital.
fn has_month_name(line: &str) -> bool {
    let is_month = |three: &[u8]| MONTHS.iter().any(|month| month.as_bytes().eq_ignore_ascii_case(three));
    line.as_bytes().windows(3).any(|three| three.first().is_some_and(u8::is_ascii_uppercase) && is_month(three))
}

/// Every date of a line, in order.
pub fn find_all(line: &str) -> Vec<Found> {
    let mut dates: Vec<Found> = Vec::new();
    let mut from = 0;
    while let Some(next) = all(line, from).into_iter().min_by_key(|found| found.range.start) {
        from = next.range.end;
        dates.push(next);
        if dates.len() >= 4 {
            break;
        }
    }
    dates
}

/// Whether a line, whose dates these are, is dates and little else: a label, a weekday, a name.
pub fn is_dateline(line: &str, dates: &[Found]) -> bool {
    if dates.is_empty() || line.len() > 120 || line.contains('。') {
        return false;
    }
    let mut rest: String = line.to_owned();
    for date in dates.iter().rev() {
        rest.replace_range(date.range.clone(), " ");
    }
    for label in LABELS {
        rest = rest.replace(label, "");
    }
    let letters = rest.chars().filter(|c| c.is_alphanumeric()).count();
    letters <= 4
}

/// What pages print beside a date.
const LABELS: &[&str] = &[
    "公開日",
    "更新日",
    "投稿日",
    "掲載日",
    "配信日",
    "発行年月日",
    "最終更新",
    "公開",
    "更新",
    "投稿",
    "掲載",
    "配信",
    "初出",
    "発表",
    "発売",
    "閲覧",
    "日時",
    "Published",
    "Updated",
    "PUBLISHED",
    "UPDATED",
    "Last updated",
    "Posted",
    "posted",
    "on",
    "Date",
    "JST",
    "EST",
    "EDT",
    "PST",
    "PDT",
    "GMT",
    "UTC",
    "ET",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "MON",
    "TUE",
    "WED",
    "THU",
    "FRI",
    "SAT",
    "SUN",
    "お礼",
    "回答",
];

fn number<T: std::str::FromStr>(captures: &Captures<'_>, name: &str) -> Option<T> {
    captures.name(name)?.as_str().parse().ok()
}

fn numeric(captures: &Captures<'_>) -> Option<Value> {
    absolute(captures, number(captures, "year")?, number(captures, "month")?)
}

fn era(captures: &Captures<'_>) -> Option<Value> {
    let before = ERAS.iter().find(|(name, _)| captures.name("era").is_some_and(|era| era.as_str() == *name))?.1;
    let year: i16 = number(captures, "year").unwrap_or(1);
    absolute(captures, before + year, number(captures, "month")?)
}

fn named(captures: &Captures<'_>) -> Option<Value> {
    let name = captures.name("name")?.as_str().to_lowercase();
    let month = MONTHS.iter().position(|month| name.starts_with(month))? as i8 + 1;
    absolute(captures, number(captures, "year")?, month)
}

fn absolute(captures: &Captures<'_>, year: i16, month: i8) -> Option<Value> {
    let Some(day) = number::<i8>(captures, "day") else {
        Date::new(year, month, 1).ok()?;
        return Some(Value::Absolute(format!("{year:04}-{month:02}")));
    };
    let date = Date::new(year, month, day).ok()?;
    let clock = clock(captures).and_then(|(hour, minute, second)| {
        DateTime::new(year, month, day, hour, minute, second.unwrap_or(0), 0).ok()?;
        let seconds = second.map(|second| format!(":{second:02}")).unwrap_or_default();
        Some(format!("T{hour:02}:{minute:02}{seconds}"))
    });
    Some(Value::Absolute(format!("{date}{}", clock.unwrap_or_default())))
}

/// Hour, minute and second, where the date carries a time.
fn clock(captures: &Captures<'_>) -> Option<(i8, i8, Option<i8>)> {
    let hour: i8 = number(captures, "hour")?;
    let minute = number(captures, "minute").or_else(|| number(captures, "minute2")).unwrap_or(0);
    let is = |name: &str, first: &str| {
        captures.name(name).is_some_and(|part| part.as_str().to_lowercase().starts_with(first))
    };
    let afternoon = is("half", "午後") || is("meridiem", "p");
    let morning = is("half", "午前") || is("meridiem", "a");
    let hour = match hour {
        1..=11 if afternoon => hour + 12,
        12 if morning => 0,
        _ => hour,
    };
    Some((hour, minute, number(captures, "second")))
}

fn before(captures: &Captures<'_>) -> Option<Value> {
    let count = match captures.name("count")?.as_str() {
        "a" | "an" | "one" => 1,
        "two" => 2,
        "three" => 3,
        digits => narrow(digits).parse().ok()?,
    };
    let unit = match captures.name("unit")?.as_str() {
        "日" | "day" | "d" => Unit::Days,
        "週間" | "week" | "w" => Unit::Weeks,
        "年" | "year" | "yr" => Unit::Years,
        "month" | "mo" => Unit::Months,
        unit if unit.ends_with('月') => Unit::Months,
        _ => Unit::Hours,
    };
    Some(Value::Before(unit, count))
}

fn narrow(digits: &str) -> String {
    digits.chars().map(|c| if c.is_ascii() { c } else { char::from_u32(c as u32 - 0xfee0).unwrap_or(c) }).collect()
}

fn near(captures: &Captures<'_>) -> Option<Value> {
    let days = match captures.name("near")?.as_str() {
        "昨日" | "きのう" | "Yesterday" | "yesterday" => 1,
        "一昨日" => 2,
        _ => 0,
    };
    Some(Value::Before(Unit::Days, days))
}

fn some_year(captures: &Captures<'_>) -> Option<Value> {
    let (month, day) = (number(captures, "month")?, number(captures, "day")?);
    Date::new(2024, month, day).ok()?;
    Some(Value::OfSomeYear(month, day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_as_pages_print_them() {
        let table = [
            ("2025-03-04 18:40", Some("2025-03-04T18:40")),
            ("2025/01/30 7:00:14", Some("2025-01-30T07:00:14")),
            ("2025年3月4日", Some("2025-03-04")),
            ("2025年3月4日（火） 08時15分", Some("2025-03-04T08:15")),
            ("公開日：2025.3.4 午後3時", Some("2025-03-04T15:00")),
            ("令和7年3月4日", Some("2025-03-04")),
            ("平成元年1月8日", Some("1989-01-08")),
            ("March 4, 2025", Some("2025-03-04")),
            ("Updated Mar. 4, 2025 at 6:05 p.m. ET", Some("2025-03-04T18:05")),
            ("4 March 2025", Some("2025-03-04")),
            ("2019年04月", Some("2019-04")),
            ("3時間前", Some("2025-03-10")),
            ("2 days ago", Some("2025-03-08")),
            ("2週間前", Some("2025-02-24")),
            ("昨日", Some("2025-03-09")),
            ("2025-13-40", None),
            ("6,922 文字", None),
            ("", None),
        ];
        let reference = Date::new(2025, 3, 10).ok();
        for (line, expected) in table {
            let found = find(line).and_then(|found| found.value.resolve(reference));
            assert_eq!(found.as_deref(), expected, "{line}");
        }
    }

    #[test]
    fn days_that_reports_are_from() {
        let table = [
            ("TOKYO, Oct. 6 (Harbour Wire) — The plant will open.", Some("2025-10-06")),
            ("Aug 20 (Meridian Wire) - Alta AI is in final talks.", Some("2026-08-20")),
            ("NINGBO, China, March 3, 2024 — The city will pay.", Some("2024-03-03")),
            ("EBINA, Japan — The death toll rose.", None),
            ("May 5 - 7 are holidays.", None),
        ];
        let reference = Date::new(2026, 9, 10).ok();
        for (line, expected) in table {
            let found = of_dateline(line).and_then(|value| value.resolve(reference));
            assert_eq!(found.as_deref(), expected, "{line}");
        }
    }

    #[test]
    fn lines_that_are_dates() {
        for line in [
            "2025-03-04 18:40",
            "公開日：2025年3月4日 更新日：2025年3月5日",
            "3 hours ago",
            "Published March 4, 2025",
            "1 時間前",
            "2026.02.03 TUE 18:00",
            "2025.02.23 Sunday 23:51",
            "（2026/03/05-18:42）",
            "最終更新日 2025年09月14日 Posted at 2025年09月11日",
        ] {
            assert!(is_dateline(line, &find_all(line)), "{line}");
        }
        for line in ["2025年3月4日に発表した。", "2024年の電池市場", "", "3月の売り上げは前年を上回った", "iPhone 16"]
        {
            assert!(!is_dateline(line, &find_all(line)), "{line}");
        }
    }
}
