//! Whole files.

use super::{Analyze, files};
use article_analyzer::Report;
use article_analyzer::formats::{self, Format};
use serde::Serialize;
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::Path;

#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    report: &'a Report,
}

/// Writes the report of each file; `false` when one gave none.
pub fn run(arguments: &Analyze) -> io::Result<bool> {
    let analyzer = arguments.analyzer();
    let options = arguments.options();
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut all_well = true;
    for path in &arguments.files {
        let article = match files::article(path, arguments.html) {
            Ok(article) => article,
            Err(error) => {
                files::report_unreadable(path, &error);
                all_well = false;
                continue;
            }
        };
        match analyzer.analyze_given(article.given(), &options) {
            Ok(report) => write(&mut out, arguments, path, &report)?,
            Err(error) => {
                eprintln!("error: {}: {error}", path.display());
                all_well = false;
            }
        }
    }
    out.flush()?;
    Ok(all_well)
}

fn write(out: &mut impl Write, arguments: &Analyze, path: &Path, report: &Report) -> io::Result<()> {
    if let Some(folder) = &arguments.output {
        return write_files(folder, arguments, path, report);
    }
    match arguments.format {
        Format::Json | Format::JsonLines if arguments.files.len() > 1 => {
            serde_json::to_writer(&mut *out, &Line { id: &path.to_string_lossy(), report })?;
            writeln!(out)
        }
        format => {
            let files = formats::write(report, format, &arguments.settings());
            files.iter().try_for_each(|file| out.write_all(file.content.as_bytes()))
        }
    }
}

/// Writes the files of one article, named after the file it came from.
fn write_files(folder: &Path, arguments: &Analyze, path: &Path, report: &Report) -> io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let stem = path.file_stem().filter(|stem| *stem != "-").map_or_else(|| OsString::from("article"), OsString::from);
    for file in formats::write(report, arguments.format, &arguments.settings()) {
        let mut name = stem.clone();
        name.push(".");
        name.push(file.extension);
        std::fs::write(folder.join(name), file.content)?;
    }
    Ok(())
}
