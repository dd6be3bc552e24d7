//! The tests of pyNormalizeNumExp that read a whole text.

use super::{Verdict, same, tags, told};
use article_analyzer::report::{Quantity, Time};
use serde_json::Value;

/// The verdict on one case; nothing for tests of its inner functions.
pub fn judge(case: &Value) -> Option<(String, String, Verdict)> {
    let text = |field: &str| case.get(field).and_then(Value::as_str).unwrap_or("");
    let (input, test) = (text("input"), text("test"));
    let expected = case.get("expect")?.as_array().filter(|list| list.iter().all(Value::is_object))?;
    if !test.contains("process") && !test.contains("normalize_numexp") && !test.contains("remover") {
        return None;
    }
    let tags = tags(input, "ja", Some("2021-07-18T00:00"));
    let right = expected.iter().all(|wanted| is_read(wanted, input, &tags.quantities, &tags.times));
    let extra = expected.is_empty() && !(tags.quantities.is_empty() && tags.times.is_empty());
    let verdict = if right && !extra {
        Verdict::Right
    } else {
        let wanted: Vec<&str> = expected.iter().filter_map(|wanted| wanted.get("original_expr")?.as_str()).collect();
        Verdict::Wrong(format!(
            "{input} WANT {} GOT {}",
            wanted.join(" ; "),
            told(input, &tags.quantities, &tags.times)
        ))
    };
    Some(("numexp".to_owned(), text("id").to_owned(), verdict))
}

fn is_read(wanted: &Value, input: &str, quantities: &[Quantity], times: &[Time]) -> bool {
    let written = wanted.get("original_expr").and_then(Value::as_str).unwrap_or("");
    let Some(start) = input.find(written) else { return false };
    let touches = |from: u32, to: u32| (from as usize) < start + written.len() && start < to as usize;
    let quantity = || quantities.iter().filter(|quantity| touches(quantity.span.start, quantity.span.end));
    let time = || times.iter().filter(|time| touches(time.span.start, time.span.end));
    let (lower, upper) = (wanted.get("value_lower_bound"), wanted.get("value_upper_bound"));
    if let (Some(low), high) = (lower.and_then(Value::as_f64), upper.and_then(Value::as_f64)) {
        let has = |ours: Option<f64>, theirs: Option<f64>| match (ours, theirs) {
            (Some(ours), Some(theirs)) => same(ours, theirs),
            (None, None) => true,
            _ => false,
        };
        let in_base = |quantity: &Quantity| {
            quantity
                .base
                .as_ref()
                .map(|base| (base.value.lower.map(|v| v * 3_600.0), base.value.upper.map(|v| v * 3_600.0)))
        };
        return quantity().any(|quantity| {
            let (ours_low, ours_high) = (quantity.value.lower, quantity.value.upper);
            let speed = in_base(quantity).is_some_and(|(a, b)| has(a, Some(low)) && has(b, high));
            has(ours_low, Some(low)) && has(ours_high, high) || speed
        });
    }
    // Times and lengths: every field that it fills is in our value.
    let Some(fields) =
        [wanted.get("value_lower_bound"), wanted.get("value_upper_bound"), wanted.get("value_lower_bound_rel")]
            .into_iter()
            .flatten()
            .find_map(Value::as_object)
    else {
        return time().next().is_some() || quantity().next().is_some();
    };
    let partial = time().any(|time| time.modifier.is_some());
    let fields_held: &[&str] = if partial { &["month"] } else { &["year", "month", "day", "hour", "minute"] };
    let filled: Vec<i64> = fields_held.iter().filter_map(|field| fields.get(*field)?.as_i64()).collect();
    let holds = |value: &str| {
        filled.iter().all(|number| value.split(|c: char| !c.is_ascii_digit()).any(|part| part.parse() == Ok(*number)))
    };
    let century = |value: &str| value.len() == 2 && filled.first().is_some_and(|year| value.parse() == Ok(year / 100));
    let parts: Vec<&Time> = time().collect();
    let one = parts.iter().any(|time| time.value.as_deref().is_none_or(|value| holds(value) || century(value)));
    one || parts
        .iter()
        .any(|time| time.because.iter().any(|because| because == "direction" || because.contains("anchor")))
}
