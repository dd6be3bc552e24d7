//! The standoff format of brat: offsets in code points, one annotation a line.

use super::File;
use super::rows::rows;
use crate::offsets::Offsets;
use crate::report::{OffsetUnit, Report};
use crate::span::Span;
use std::fmt::Write;

/// Writes the text and the annotations of a report in bytes. Blocks and keywords are left out: brat marks what stands
/// inside lines.
pub fn write(report: &Report) -> Vec<File> {
    let points = Offsets::new(&report.text, OffsetUnit::Byte, OffsetUnit::CodePoint);
    let mut annotations = String::new();
    let marked = rows(report).into_iter().filter(|row| !matches!(row.list, "block" | "keyword" | "style"));
    for (number, row) in (1..).zip(marked.filter(|row| !row.span.of(&report.text).trim().is_empty())) {
        let class = [capitalised(row.list), capitalised(&row.label)].join("_");
        let (places, texts): (Vec<_>, Vec<_>) = lines(row.span, &report.text)
            .map(|line| (points.span(line), one_line(line.of(&report.text))))
            .map(|(span, text)| (format!("{} {}", span.start, span.end), text))
            .unzip();
        let _ = writeln!(annotations, "T{number}\t{class} {}\t{}", places.join(";"), texts.join(" "));
        let note = [row.value.as_str(), row.unit].join(" ");
        if !note.trim().is_empty() {
            let _ = writeln!(annotations, "#{number}\tAnnotatorNotes T{number}\t{}", one_line(note.trim()));
        }
    }
    vec![
        File { extension: "txt", media_type: "text/plain", content: report.text.clone() },
        File { extension: "ann", media_type: "text/plain", content: annotations },
    ]
}

/// The parts of a span on each of its lines: brat's own marks never hold a line break, those past one are discontinuous.
fn lines(span: Span, text: &str) -> impl Iterator<Item = Span> {
    let mut at = span.start as usize;
    let parts = span.of(text).split_inclusive('\n').map(move |part| {
        let start = at;
        at += part.len();
        Span::new(start, start + part.trim_end_matches(['\n', '\r']).len())
    });
    parts.filter(|part| !part.is_empty())
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// brat's file ends an annotation with its line.
fn one_line(text: &str) -> String {
    text.replace(['\n', '\r', '\t', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'], " ")
}
