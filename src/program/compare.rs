//! Several articles side by side.

use super::{Compare, files, status, usage};
use article_analyzer::{Analyzer, Options, Report, compare};
use std::io::{self, Write};
use std::process::ExitCode;

/// Writes the comparison of the articles. Nothing is compared when one of them gave no report: a comparison that lacks
/// an article would be taken for one of all.
pub fn run(arguments: &Compare) -> io::Result<ExitCode> {
    let options = Options {
        language: arguments.language.clone(),
        reference_date: arguments.reference_date.clone(),
        ..Options::default()
    };
    if let Err(error) = options.check() {
        return Ok(usage(&error));
    }
    let analyzer = arguments.models.as_ref().map_or_else(Analyzer::new, Clone::clone);
    let mut reports: Vec<Report> = Vec::new();
    for path in &arguments.files {
        match files::article(path, arguments.html) {
            Ok(article) => match analyzer.analyze_given(article.given(), &options) {
                Ok(report) => reports.push(report),
                Err(error) => eprintln!("error: {}: {error}", path.display()),
            },
            Err(error) => files::report_unreadable(path, &error),
        }
    }
    let all_well = reports.len() == arguments.files.len();
    if all_well {
        let mut out = io::BufWriter::new(io::stdout().lock());
        serde_json::to_writer_pretty(&mut out, &compare::compare(&reports.iter().collect::<Vec<_>>()))?;
        writeln!(out)?;
        out.flush()?;
    }
    Ok(status(all_well))
}
