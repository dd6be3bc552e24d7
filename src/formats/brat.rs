//! The standoff format of brat: offsets in code points, one annotation a line.

use super::File;
use super::rows::rows;
use crate::offsets::Offsets;
use crate::report::{OffsetUnit, Report};
use std::fmt::Write;

/// Writes the text and the annotations of a report in bytes. Blocks and keywords are left out: brat marks what stands
/// inside lines.
pub fn write(report: &Report) -> Vec<File> {
    let points = Offsets::new(&report.text, OffsetUnit::Byte, OffsetUnit::CodePoint);
    let mut annotations = String::new();
    let marked = rows(report).into_iter().filter(|row| !matches!(row.list, "block" | "keyword" | "style"));
    for (number, row) in (1..).zip(marked.filter(|row| !row.span.is_empty())) {
        let span = points.span(row.span);
        let class = [capitalised(row.list), capitalised(&row.label)].join("_");
        let text = one_line(row.span.of(&report.text));
        let _ = writeln!(annotations, "T{number}\t{class} {} {}\t{text}", span.start, span.end);
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

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// brat's file ends an annotation with its line.
fn one_line(text: &str) -> String {
    text.replace(['\n', '\r', '\t', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'], " ")
}
