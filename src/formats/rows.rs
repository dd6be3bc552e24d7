//! A report as a list of tags: what tables, brat and Web Annotation have in common.

use crate::report::{
    AttributionForm, EntityLabel, GenreKind, HedgeKind, Interval, QuantityKind, Report, Role, Severity, TimeType,
};
use crate::span::Span;
use serde::Serialize;

/// One tag of a report.
#[derive(Debug, Default, Serialize)]
pub struct Row<'r> {
    /// The list it stands in, in the singular.
    pub list: &'static str,
    #[serde(skip)]
    pub span: Span,
    /// Its class in that list.
    pub label: String,
    /// What it stands for: a name, a value, a source.
    pub value: String,
    pub lower: Option<f64>,
    pub upper: Option<f64>,
    pub unit: &'r str,
    /// Why it is there.
    pub because: String,
}

/// All tags, list by list, each list in its order.
pub fn rows(report: &Report) -> Vec<Row<'_>> {
    let mut rows = blocks(report);
    rows.extend(entities(report));
    rows.extend(quantities(report));
    rows.extend(times(report));
    rows.extend(attributions(report));
    rows.extend(hedges(report));
    rows.extend(keywords(report));
    rows.extend(style(report));
    rows
}

fn blocks(report: &Report) -> Vec<Row<'_>> {
    let row = |block: &crate::report::Block| Row {
        list: "block",
        span: block.span,
        label: role(block.role),
        value: block.language.clone(),
        because: block.because.join("; "),
        ..Row::default()
    };
    report.blocks.iter().map(row).collect()
}

fn entities(report: &Report) -> Vec<Row<'_>> {
    let rows = report.entities.iter().flat_map(|entity| {
        entity.mentions.iter().map(|span| Row {
            list: "entity",
            span: *span,
            label: name_of(&entity.label),
            value: entity.name.clone(),
            because: entity.because.join("; "),
            ..Row::default()
        })
    });
    rows.collect()
}

fn quantities(report: &Report) -> Vec<Row<'_>> {
    let row = |quantity: &'_ crate::report::Quantity| Row {
        list: "quantity",
        span: quantity.span,
        label: name_of::<QuantityKind>(&quantity.kind),
        value: interval(&quantity.value, quantity.approximate),
        lower: quantity.value.lower,
        upper: quantity.value.upper,
        because: quantity.because.join("; "),
        ..Row::default()
    };
    report.quantities.iter().map(|quantity| Row { unit: &quantity.unit, ..row(quantity) }).collect()
}

fn times(report: &Report) -> Vec<Row<'_>> {
    let row = |time: &crate::report::Time| Row {
        list: "time",
        span: time.span,
        label: name_of::<TimeType>(&time.kind),
        value: time.value.clone().unwrap_or_default(),
        because: time.because.join("; "),
        ..Row::default()
    };
    report.times.iter().map(row).collect()
}

fn attributions(report: &Report) -> Vec<Row<'_>> {
    let row = |attribution: &crate::report::Attribution| Row {
        list: "attribution",
        span: attribution.content,
        label: name_of::<AttributionForm>(&attribution.form),
        value: attribution.source.name.clone().unwrap_or_default(),
        because: attribution.cue.of(&report.text).to_owned(),
        ..Row::default()
    };
    report.attributions.iter().map(row).collect()
}

fn hedges(report: &Report) -> Vec<Row<'_>> {
    let row = |hedge: &crate::report::Hedge| Row {
        list: "hedge",
        span: hedge.span,
        label: name_of::<HedgeKind>(&hedge.kind),
        ..Row::default()
    };
    report.hedges.iter().map(row).collect()
}

fn keywords(report: &Report) -> Vec<Row<'_>> {
    let rows = report.keywords.iter().flat_map(|keyword| {
        keyword.spans.iter().map(|span| Row {
            list: "keyword",
            span: *span,
            value: keyword.text.clone(),
            lower: Some(keyword.score),
            upper: Some(keyword.score),
            ..Row::default()
        })
    });
    rows.collect()
}

fn style(report: &Report) -> Vec<Row<'_>> {
    let row = |note: &crate::report::StyleNote| Row {
        list: "style",
        span: note.span,
        label: name_of::<Severity>(&note.severity),
        value: note.rule.clone(),
        because: note.message.clone(),
        ..Row::default()
    };
    report.style.iter().map(row).collect()
}

/// The name of a role, as the report writes it.
pub fn role(role: Role) -> String {
    name_of(&role)
}

/// The name of a genre, as the report writes it.
pub fn genre(genre: GenreKind) -> String {
    name_of(&genre)
}

/// The name of a label, as the report writes it.
pub fn label(label: EntityLabel) -> String {
    name_of(&label)
}

/// The name of a unit variant, as JSON has it.
pub fn name_of<T: Serialize>(variant: &T) -> String {
    let json = serde_json::to_value(variant).ok();
    json.and_then(|json| json.as_str().map(str::to_owned)).unwrap_or_default()
}

/// An interval as mathematics writes it, such as `[100, 200)`; a bare number where both ends are one.
pub fn interval(value: &Interval, approximate: bool) -> String {
    let about = if approximate { "≈" } else { "" };
    match (value.lower, value.upper) {
        (Some(lower), Some(upper)) if lower == upper => format!("{about}{lower}"),
        (lower, upper) => {
            let open = if value.lower_inclusive { '[' } else { '(' };
            let close = if value.upper_inclusive { ']' } else { ')' };
            let end = |end: Option<f64>, open: &str| end.map_or_else(|| open.to_owned(), |end| end.to_string());
            format!("{about}{open}{}, {}{close}", end(lower, "-∞"), end(upper, "∞"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals() {
        let value = |lower, upper, lower_inclusive, upper_inclusive| Interval {
            lower,
            upper,
            lower_inclusive,
            upper_inclusive,
        };
        let table = [
            (value(Some(3.0), Some(3.0), true, true), false, "3"),
            (value(Some(3e5), Some(3e5), true, true), true, "≈300000"),
            (value(Some(1e8), Some(1e9), true, false), false, "[100000000, 1000000000)"),
            (value(None, Some(6e6), false, false), false, "(-∞, 6000000)"),
            (value(Some(75.0), None, true, false), false, "[75, ∞)"),
        ];
        for (interval_, approximate, expected) in table {
            assert_eq!(interval(&interval_, approximate), expected);
        }
    }
}
