//! Several articles side by side.

use super::{Compare, files, status, usage};
use article_analyzer::formats::{Settings, comparison};
use article_analyzer::{Analyzer, Options, Report, compare};
use std::io::{self, Write};
use std::process::ExitCode;

/// Writes the comparison of the articles. Nothing is compared when one of them gave no report: a comparison that lacks
/// an article would be taken for one of all.
pub fn run(arguments: &Compare) -> io::Result<ExitCode> {
    let options = Options {
        language: arguments.language.clone(),
        reference_date: arguments.reference_date.clone(),
        message_language: arguments.messages.into(),
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
        let reports: Vec<&Report> = reports.iter().collect();
        let settings = Settings { language: arguments.messages.into(), ..Settings::default() };
        let written = comparison::write(&compare::compare(&reports), &reports, arguments.format, &settings);
        io::stdout().lock().write_all(written.as_bytes())?;
    }
    Ok(status(all_well))
}
