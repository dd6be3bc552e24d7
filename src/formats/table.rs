//! Tags as a table, one row each.

use super::rows::{Row, rows};
use crate::offsets::Offsets;
use crate::report::{OffsetUnit, Report};
use serde::Serialize;

/// What a spreadsheet shows. Offsets count code points.
#[derive(Serialize)]
struct Cells<'r> {
    list: &'static str,
    start: u32,
    end: u32,
    text: String,
    label: String,
    value: String,
    lower: Option<f64>,
    upper: Option<f64>,
    unit: &'r str,
    because: String,
}

/// Writes the tags of a report in bytes.
pub fn write(report: &Report, delimiter: u8, byte_order_mark: bool) -> String {
    let points = Offsets::new(&report.text, OffsetUnit::Byte, OffsetUnit::CodePoint);
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
    for row in rows(report) {
        // Writing into memory can't fail, and the cells are of fixed number.
        let _ = writer.serialize(cells(report, &points, row));
    }
    let table = writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default();
    marked(table, byte_order_mark)
}

/// A table with the byte order mark by which Excel knows UTF-8, if it is wanted.
pub fn marked(table: String, byte_order_mark: bool) -> String {
    if byte_order_mark { format!("\u{feff}{table}") } else { table }
}

fn cells<'r>(report: &Report, points: &Offsets<'_>, row: Row<'r>) -> Cells<'r> {
    let span = points.span(row.span);
    Cells {
        list: row.list,
        start: span.start,
        end: span.end,
        text: inert(row.span.of(&report.text).to_owned()),
        label: inert(row.label),
        value: inert(row.value),
        lower: row.lower,
        upper: row.upper,
        unit: row.unit,
        because: inert(row.because),
    }
}

/// A cell that no spreadsheet takes for a formula: one that begins like a formula gets an apostrophe before it, as OWASP
/// advises.
pub fn inert(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '−', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
        format!("'{cell}")
    } else {
        cell
    }
}

#[cfg(test)]
mod tests {
    use super::inert;

    #[test]
    fn formulas_are_made_inert() {
        for cell in ["=1+1", "+81", "-5", "−5", "@here", "\t=1", "＝SUM(A1)"] {
            assert_eq!(inert(cell.to_owned()), format!("'{cell}"));
        }
        for cell in ["", "1+1", "a=b", "本文"] {
            assert_eq!(inert(cell.to_owned()), cell);
        }
    }
}
