//! Whole files.

use super::{Analyze, Format, files};
use article_analyzer::{Analyzer, Report};
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    report: &'a Report,
}

/// Writes the report of each file; `false` when one gave none.
pub fn run(arguments: &Analyze) -> io::Result<bool> {
    let analyzer = Analyzer::new();
    let options = arguments.options();
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut all_well = true;
    for path in &arguments.files {
        let text = match files::text(path) {
            Ok(text) => text,
            Err(error) => {
                files::report_unreadable(path, &error);
                all_well = false;
                continue;
            }
        };
        match analyzer.analyze(&text, &options) {
            Ok(report) if arguments.files.len() == 1 => write(&mut out, arguments, &report)?,
            Ok(report) => {
                write(&mut out, arguments, &Line { id: &path.to_string_lossy(), report: &report })?;
            }
            Err(error) => {
                eprintln!("error: {}: {error}", path.display());
                all_well = false;
            }
        }
    }
    out.flush()?;
    Ok(all_well)
}

fn write(out: &mut impl Write, arguments: &Analyze, value: &impl Serialize) -> io::Result<()> {
    match arguments.format {
        Format::Json if arguments.pretty => serde_json::to_writer_pretty(&mut *out, value)?,
        Format::Json => serde_json::to_writer(&mut *out, value)?,
    }
    writeln!(out)
}
