//! Microsoft's Recognizers-Text specifications.

use super::{Verdict, is_exactly, same, tags, told};
use article_analyzer::languages;
use article_analyzer::report::{Quantity, QuantityKind, Time};
use article_analyzer::tags::line::Line;
use jiff::civil::{ISOWeekDate, Weekday};
use serde_json::Value;

/// The verdict on one case, under the name of its set; nothing for families that are not ours.
pub fn judge(case: &Value) -> Option<(String, String, Verdict)> {
    let text = |field: &str| case.get(field).and_then(Value::as_str).unwrap_or("");
    let (language, family, model) = (text("lang"), text("family"), text("model"));
    let input = text("input");
    if matches!(family, "Choice" | "Sequence") || model.contains("TimeZone") {
        return None;
    }
    let reference = case.pointer("/context/ReferenceDateTime").and_then(Value::as_str);
    let tags = tags(input, language, reference);
    let results = case.get("results").and_then(Value::as_array).cloned().unwrap_or_default();
    let kind = model.split("Model").next().unwrap_or(model);
    let outcomes: Vec<Outcome> = results
        .iter()
        .map(|result| match (family, kind) {
            ("DateTime", _) => time(result, &tags.times),
            (_, "Number") => number(result, input, language, &tags.quantities),
            (_, "NumberRange") => range(result, &tags.quantities),
            (_, "Ordinal") => ordinal(result, &tags.quantities),
            (_, "Percent") => percent(result, &tags.quantities),
            (_, "Currency") => currency(result, &tags.quantities),
            _ => measure(result, &tags.quantities),
        })
        .collect();
    let said = || told(input, &tags.quantities, &tags.times);
    let extra = results.is_empty() && is_extra(family, kind, &tags.quantities, &tags.times);
    // Extractors give no values; the modes for tasks and for split dates read by settings that contradict the others.
    let other_settings = ["Extractor", "Tasks", "SplitDateAndTime"].iter().any(|mode| model.contains(mode));
    let verdict = if family == "DateTime" && other_settings {
        Verdict::NotOurs
    } else if outcomes.contains(&Outcome::Wrong) || extra {
        let expected: Vec<String> = results.iter().map(expected).collect();
        Verdict::Wrong(format!("{input} WANT {} GOT {}", expected.join(" ; "), said()))
    } else if !results.is_empty() && outcomes.iter().all(|outcome| *outcome == Outcome::NotOurs) {
        Verdict::NotOurs
    } else {
        Verdict::Right
    };
    let set = format!("{language} {}", if family == "DateTime" { "DateTime" } else { kind });
    Some((set, text("id").to_owned(), verdict))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Right,
    Wrong,
    NotOurs,
}

fn outcome(right: bool) -> Outcome {
    if right { Outcome::Right } else { Outcome::Wrong }
}

fn expected(result: &Value) -> String {
    let source = result.get("src").or(result.get("text")).and_then(Value::as_str).unwrap_or("");
    let timex = timexes(result).join("|");
    let value = result.pointer("/resolution/value").map(ToString::to_string).unwrap_or_default();
    format!("{source}={timex}{value}")
}

fn is_extra(family: &str, kind: &str, quantities: &[Quantity], times: &[Time]) -> bool {
    let any = |wanted: &[QuantityKind]| quantities.iter().any(|quantity| wanted.contains(&quantity.kind));
    match (family, kind) {
        ("DateTime", _) => !times.is_empty(),
        (_, "Number") => any(&[QuantityKind::Number]),
        (_, "NumberRange") => quantities.iter().any(|quantity| quantity.value.lower != quantity.value.upper),
        (_, "Ordinal") => any(&[QuantityKind::Rank]),
        (_, "Percent") => any(&[QuantityKind::Percent]),
        (_, "Currency") => any(&[QuantityKind::Money]),
        _ => any(&[QuantityKind::Length, QuantityKind::Mass, QuantityKind::Temperature, QuantityKind::Age]),
    }
}

fn resolution(result: &Value, field: &str) -> Option<f64> {
    let value = result.get("resolution")?.get(field)?;
    value.as_f64().or_else(|| value.as_str()?.trim_end_matches('%').parse().ok())
}

/// A number is right where the numerals are read right, whatever they count.
fn number(result: &Value, input: &str, language: &str, quantities: &[Quantity]) -> Outcome {
    let Some(value) = resolution(result, "value") else { return Outcome::NotOurs };
    // Gold values are rounded to 15 digits.
    let near = |found: f64| same(found, value) || (found - value).abs() <= 1e-13 * value.abs();
    let line = Line::new(input, 0);
    let found = languages::by_code(language).map(|language| language.numbers.find(&line)).unwrap_or_default();
    let by_base = |quantity: &Quantity| quantity.base.as_ref().and_then(|base| base.value.lower).is_some_and(near);
    outcome(
        found.iter().any(|number| near(number.low))
            || quantities.iter().any(|q| by_base(q) || q.value.lower.is_some_and(near)),
    )
}

fn range(result: &Value, quantities: &[Quantity]) -> Outcome {
    let Some(written) = result.pointer("/resolution/value").and_then(Value::as_str) else { return Outcome::NotOurs };
    let Some((low, high)) = written.trim_matches(['[', ']', '(', ')']).split_once(',') else { return Outcome::NotOurs };
    let bound = |text: &str| text.parse::<f64>().ok();
    let close = |a: Option<f64>, b: Option<f64>| match (a, b) {
        (Some(a), Some(b)) => same(a, b),
        (None, None) => true,
        _ => false,
    };
    outcome(quantities.iter().any(|quantity| {
        let value = quantity.value;
        let is_range = quantity.because.iter().any(|because| because == "range");
        let lower = value.lower.is_none() || value.lower_inclusive == written.starts_with('[');
        // Its plain mode leaves the upper end of every range out.
        let upper = value.upper.is_none() || is_range || value.upper_inclusive == written.ends_with(']');
        close(value.lower, bound(low)) && close(value.upper, bound(high)) && lower && upper
    }))
}

fn ordinal(result: &Value, quantities: &[Quantity]) -> Outcome {
    if result.pointer("/resolution/relativeTo").and_then(Value::as_str) != Some("start") {
        return Outcome::NotOurs;
    }
    let Some(value) = resolution(result, "value") else { return Outcome::NotOurs };
    outcome(quantities.iter().any(|q| q.kind == QuantityKind::Rank && is_exactly(q, value)))
}

fn percent(result: &Value, quantities: &[Quantity]) -> Outcome {
    let Some(value) = resolution(result, "value") else { return Outcome::NotOurs };
    outcome(quantities.iter().any(|q| q.kind == QuantityKind::Percent && is_exactly(q, value)))
}

fn currency(result: &Value, quantities: &[Quantity]) -> Outcome {
    let Some(value) = resolution(result, "value") else { return Outcome::NotOurs };
    let iso = result.pointer("/resolution/isoCurrency").and_then(Value::as_str);
    let unit = result.pointer("/resolution/unit").and_then(Value::as_str).unwrap_or("");
    if iso.is_none_or(|iso| iso.starts_with('_')) && unit != "Dollar" {
        return Outcome::NotOurs;
    }
    let iso = iso.filter(|iso| !iso.starts_with('_')).unwrap_or("USD");
    outcome(quantities.iter().any(|q| q.kind == QuantityKind::Money && is_exactly(q, value) && q.unit == iso))
}

fn measure(result: &Value, quantities: &[Quantity]) -> Outcome {
    let Some(value) = resolution(result, "value") else { return Outcome::NotOurs };
    let bound = |q: &Quantity| [q.value.lower, q.value.upper].into_iter().flatten().any(|bound| same(bound, value));
    outcome(
        quantities
            .iter()
            .any(|q| !matches!(q.kind, QuantityKind::Number | QuantityKind::Money | QuantityKind::Percent) && bound(q)),
    )
}

/// Every value that the gold gives a time: its TIMEX3, and what it can resolve to.
fn timexes(result: &Value) -> Vec<String> {
    let mut found = Vec::new();
    let resolution = result.get("resolution").or(result.get("value"));
    let Some(resolution) = resolution else { return found };
    let text = |value: &Value, field: &str| value.get(field).and_then(Value::as_str).map(str::to_owned);
    found.extend(text(resolution, "Timex").or(text(resolution, "timex")));
    for value in resolution.get("values").and_then(Value::as_array).into_iter().flatten() {
        for field in ["timex", "value", "start"] {
            found.extend(text(value, field));
        }
    }
    for side in ["FutureResolution", "PastResolution"] {
        let fields = resolution.get(side).and_then(Value::as_object).into_iter().flatten();
        found.extend(
            fields
                .filter(|(field, _)| !field.starts_with("end"))
                .filter_map(|(_, value)| value.as_str().map(str::to_owned)),
        );
    }
    found
}

fn time(result: &Value, times: &[Time]) -> Outcome {
    let wanted = timexes(result);
    let Some(timex) = wanted.first() else { return Outcome::NotOurs };
    if let Some(inner) = timex.strip_prefix('(') {
        let parts: Vec<&str> = inner.trim_end_matches(')').split(',').collect();
        let [start, end, length] = parts.as_slice() else { return Outcome::NotOurs };
        let begins =
            times.iter().any(|time| is_start(time, start) || wanted.iter().skip(1).any(|value| is_start(time, value)));
        let ends = times.iter().any(|time| is_start(time, end));
        // A stretch with a name of its own: the day it begins on stands in the timex or in what that resolves to.
        let named =
            times.iter().any(|time| is_whole(time, start) || wanted.iter().skip(1).any(|value| is_whole(time, value)));
        let long = times.iter().any(|time| time.value.as_deref() == Some(length));
        return outcome(begins && ends || named || long || begins && wanted.len() > 1 && times.len() > 1);
    }
    outcome(times.iter().any(|time| wanted.iter().any(|value| is_value(time, value, &wanted))))
}

/// Whether our value is the gold's, or as much of it as the text says.
fn is_value(time: &Time, wanted: &str, all: &[String]) -> bool {
    let Some(ours) = time.value.as_deref() else { return false };
    let wanted = wanted.replacen(' ', "T", 1);
    let counted = time.because.iter().any(|because| because == "direction");
    let minutes = wanted.trim_end_matches(":00");
    let part = ours.split_once('T').filter(|(_, part)| part.chars().all(char::is_alphabetic));
    if let Some((day, part)) = part {
        return all.first().is_some_and(|timex| timex.ends_with(&format!("T{part}")))
            && all.iter().any(|value| value.starts_with(day));
    }
    ours == wanted
        || ours == minutes
        || ours == minutes.trim_end_matches(":00")
        || is_start(time, &wanted)
        || counted && wanted.starts_with(ours)
        || ours.contains('T') && wanted.starts_with(ours)
        || format!("T{wanted}").starts_with(ours) && ours.starts_with('T') && wanted.len() == 8
}

/// Whether our value names a stretch that begins on the day wanted.
fn is_start(time: &Time, wanted: &str) -> bool {
    let Some(ours) = time.value.as_deref() else { return false };
    let wanted = &wanted.replacen(' ', "T", 1);
    let rest = wanted.strip_prefix(ours);
    let first = matches!(rest, Some("" | "-01" | "-01-01" | "T00:00:00" | ":00" | ":00:00"));
    let open = wanted.starts_with("XXXX") && ours.get(4..) == wanted.get(4..);
    first || open || is_whole(time, wanted)
}

/// Whether our value is a quarter, half, decade or century that begins on the day wanted.
fn is_whole(time: &Time, wanted: &str) -> bool {
    let Some(ours) = time.value.as_deref() else { return false };
    let year = ours.get(..4).unwrap_or("");
    if let Some(first) = first_of_week(ours) {
        return wanted == first;
    }
    let month = match ours.get(4..).unwrap_or("") {
        "-Q1" | "-H1" => "01",
        "-Q2" => "04",
        "-Q3" | "-H2" => "07",
        "-Q4" => "10",
        _ if ours.len() == 3 => return wanted.starts_with(&format!("{ours}0-01")),
        _ if ours.len() == 2 => return wanted.starts_with(&format!("{ours}00-01")),
        _ => return false,
    };
    wanted == format!("{year}-{month}-01")
}

/// The first day of a week or weekend.
fn first_of_week(value: &str) -> Option<String> {
    let (year, week) = value.split_once("-W")?;
    let (week, day) = match week.split_once("-WE") {
        Some((week, "")) => (week, Weekday::Saturday),
        _ => (week, Weekday::Monday),
    };
    let date = ISOWeekDate::new(year.parse().ok()?, week.parse().ok()?, day).ok()?;
    Some(date.date().to_string())
}
