//! Questions about the words of one article.

use super::{Dictionary, dictionary, files, models, status, usage};
use article_analyzer::measures::queries::{ContextSort, Question, ask};
use article_analyzer::{Analyzer, Options};
use clap::{Args, ValueEnum};
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Args)]
pub struct Words {
    /// File to read; - is standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    query: Query,
    /// Order of a concordance
    #[arg(long, value_enum, requires = "concordance", default_value_t = Sort::Position)]
    sort: Sort,
    /// Read the file as HTML, whatever its name [default: where it ends in .html or begins as a page does]
    #[arg(long)]
    html: bool,
    /// Language of the article: ja, en or zh [default: found from the text]
    #[arg(long, value_name = "CODE")]
    language: Option<String>,
    /// Folder of .model files to use instead of the models that are built in
    #[arg(long, value_name = "FOLDER", value_parser = models::analyzer)]
    models: Option<Analyzer>,
    /// Names and words that you know: the same table as for analyze
    #[arg(long, value_name = "FILE", value_parser = dictionary)]
    dictionary: Option<Dictionary>,
}

#[derive(Args)]
#[group(multiple = false)]
struct Query {
    /// How often each dictionary form is used, and how evenly [default]
    #[arg(long)]
    frequencies: bool,
    /// The runs of N words that come at least twice
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=10))]
    ngrams: Option<u32>,
    /// The places of a word or phrase, in their context
    #[arg(long, value_name = "PHRASE")]
    concordance: Option<String>,
    /// The words beside a word or phrase, by log-likelihood
    #[arg(long, value_name = "PHRASE")]
    collocates: Option<String>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Sort {
    /// As they stand in the text
    Position,
    /// By the words before
    Left,
    /// By the words after
    Right,
}

impl Words {
    fn question(&self) -> Question {
        let sort = match self.sort {
            Sort::Position => ContextSort::Position,
            Sort::Left => ContextSort::Left,
            Sort::Right => ContextSort::Right,
        };
        let Query { frequencies: _, ngrams, concordance, collocates } = &self.query;
        let ngrams = ngrams.map(|n| Question::NGrams { n, least: None, most: None });
        let concordance = || {
            let phrase = concordance.clone()?;
            Some(Question::Concordance { phrase, width: None, sort: Some(sort) })
        };
        let collocates = || Some(Question::Collocates { phrase: collocates.clone()?, window: None });
        ngrams.or_else(concordance).or_else(collocates).unwrap_or(Question::Frequencies)
    }
}

/// Writes the answer as JSON.
pub fn run(arguments: &Words) -> io::Result<ExitCode> {
    let dictionary = arguments.dictionary.clone().unwrap_or_default();
    let options = Options { language: arguments.language.clone(), dictionary: dictionary.0, ..Options::default() };
    if let Err(error) = options.check() {
        return Ok(usage(&error));
    }
    let analyzer = arguments.models.as_ref().map_or_else(Analyzer::new, Clone::clone);
    let article = match files::article(&arguments.file, arguments.html) {
        Ok(article) => article,
        Err(error) => {
            files::report_unreadable(&arguments.file, &error);
            return Ok(status(false));
        }
    };
    match analyzer.analyze_given(article.given(), &options) {
        Ok(report) => {
            let mut out = io::BufWriter::new(io::stdout().lock());
            serde_json::to_writer_pretty(&mut out, &ask(&report, &arguments.question()))?;
            writeln!(out)?;
            out.flush()?;
        }
        Err(error) => {
            eprintln!("error: {}: {error}", arguments.file.display());
            return Ok(status(false));
        }
    }
    Ok(status(true))
}
