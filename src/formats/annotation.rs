//! The W3C's Web Annotation model: a page of annotations, each with its position in code points and a quotation.

use super::rows::{Row, rows};
use super::{Settings, json};
use crate::offsets::Offsets;
use crate::report::{OffsetUnit, Report};
use crate::span::Span;
use serde_json::{Value, json};

/// Characters quoted before and after a place.
const AROUND: usize = 24;
/// Names an article that has no address.
const NO_SOURCE: &str = "urn:article-analyzer:text";

/// Writes the tags of a report in bytes.
pub fn write(report: &Report, settings: &Settings) -> String {
    let points = Offsets::new(&report.text, OffsetUnit::Byte, OffsetUnit::CodePoint);
    let source = settings.source.as_deref().unwrap_or(NO_SOURCE);
    let items: Vec<Value> =
        (1..).zip(rows(report)).map(|(number, row)| annotation(report, &points, source, number, &row)).collect();
    let page = json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": format!("{source}#annotations"),
        "type": "AnnotationPage",
        "items": items,
    });
    json(&page, serde_json::to_string_pretty)
}

fn annotation(report: &Report, points: &Offsets<'_>, source: &str, number: usize, row: &Row<'_>) -> Value {
    let span = points.span(row.span);
    let tags = [row.list, row.label.as_str(), row.value.as_str(), row.unit];
    let bodies: Vec<Value> = tags
        .into_iter()
        .zip(["classifying", "tagging", "identifying", "describing"])
        .filter(|(value, _)| !value.is_empty())
        .map(|(value, purpose)| json!({"type": "TextualBody", "value": value, "purpose": purpose}))
        .collect();
    json!({
        "id": format!("{source}#annotation-{number}"),
        "type": "Annotation",
        "motivation": "tagging",
        "body": bodies,
        "target": {
            "source": source,
            "selector": [
                {"type": "TextPositionSelector", "start": span.start, "end": span.end},
                {
                    "type": "TextQuoteSelector",
                    "exact": row.span.of(&report.text),
                    "prefix": before(&report.text, row.span),
                    "suffix": after(&report.text, row.span),
                },
            ],
        },
    })
}

fn before(text: &str, span: Span) -> &str {
    let before = text.get(..span.start as usize).unwrap_or("");
    let start = before.char_indices().rev().nth(AROUND - 1).map_or(0, |(offset, _)| offset);
    before.get(start..).unwrap_or("")
}

fn after(text: &str, span: Span) -> &str {
    let after = text.get(span.end as usize..).unwrap_or("");
    let end = after.char_indices().nth(AROUND).map_or(after.len(), |(offset, _)| offset);
    after.get(..end).unwrap_or("")
}
