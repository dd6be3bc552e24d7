//! Arguments, and what each command does with them.

mod analyze;
mod compare;
mod files;
mod jsonl;
mod line;
mod models;
mod words;

use article_analyzer::formats::comparison::ComparisonFormat;
use article_analyzer::formats::{Format, Settings};
use article_analyzer::options::MessageLanguage;
use article_analyzer::report::OffsetUnit;
use article_analyzer::tags::names::dictionary::{self, DictionaryEntry};
use article_analyzer::{Analyzer, Options};
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Parser)]
#[command(version, about, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Analyse articles and write their reports
    ///
    /// One file gives one report on standard output. Several files give a line {"id": FILE, "report": ...} each, in
    /// their order; other formats than JSON then want --output.
    Analyze(Analyze),
    /// Compare two or more articles and write what they share and where they differ
    Compare(Compare),
    /// Tell of the words of an article how often, where and beside what they stand, as JSON
    Words(words::Words),
}

#[derive(Args)]
struct Compare {
    /// Files to read, one article each
    #[arg(value_name = "FILE", required = true, num_args = 2..)]
    files: Vec<PathBuf>,
    /// What to write: json, csv or markdown
    #[arg(long, value_name = "NAME", default_value = "json", value_parser = comparison_format)]
    format: ComparisonFormat,
    /// Read all files as HTML, whatever their names [default: those that end in .html or begin as a page does]
    #[arg(long)]
    html: bool,
    /// Language of the articles: ja, en or zh [default: found from each text]
    #[arg(long, value_name = "CODE")]
    language: Option<String>,
    /// Folder of .model files to use instead of the models that are built in
    #[arg(long, value_name = "FOLDER", value_parser = models::analyzer)]
    models: Option<Analyzer>,
    /// Date that relative times are resolved against when an article prints none, such as 2025-03-04
    #[arg(long, value_name = "DATE")]
    reference_date: Option<String>,
    /// Language of reasons and messages, and of the headings of documents
    #[arg(long, value_enum, default_value_t = Messages::En)]
    messages: Messages,
}

#[derive(Args)]
struct Analyze {
    /// Files to read; - is standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// Read all files as HTML, whatever their names [default: those that end in .html or begin as a page does]
    #[arg(long, conflicts_with = "jsonl")]
    html: bool,
    /// Read lines {"id", "text" or "html", "language"?, "referenceDate"?} and write lines {"id", "report"} in the same order
    ///
    /// A line that can't be read gives {"id", "error"}, the rest goes on, and the exit status is 1 at the end.
    #[arg(long)]
    jsonl: bool,
    /// What to write: json, jsonl, csv, tsv, markdown, html, brat, annotation, schema or conllu
    #[arg(long, value_name = "NAME", default_value = "json", value_parser = format)]
    format: Format,
    /// Write a file for each article into this folder instead of standard output
    #[arg(long, short, value_name = "FOLDER", conflicts_with = "jsonl")]
    output: Option<PathBuf>,
    /// Begin tables with a byte order mark, for Excel
    #[arg(long)]
    bom: bool,
    /// Address of the article, for annotation and schema
    #[arg(long, value_name = "IRI")]
    source: Option<String>,
    /// Language of the articles: ja, en or zh [default: found from the text]
    #[arg(long, value_name = "CODE")]
    language: Option<String>,
    /// Folder of .model files to use instead of the models that are built in
    #[arg(long, value_name = "FOLDER", value_parser = models::analyzer)]
    models: Option<Analyzer>,
    /// Date that relative times are resolved against when an article prints none, such as 2025-03-04
    #[arg(long, value_name = "DATE")]
    reference_date: Option<String>,
    /// Language of reasons and messages, and of the headings of documents
    #[arg(long, value_enum, default_value_t = Messages::En)]
    messages: Messages,
    /// What the ends of spans count
    #[arg(long, value_enum, default_value_t = Unit::Utf16)]
    offsets: Unit,
    /// Names and words that you know, which come before all others: a tab-separated table of name, label, other forms
    /// and part of speech
    ///
    /// Labels are person, organization, location, facility, product, event, work, law, language, norp, title, other,
    /// and never. Other forms are separated by |. Names are not cut into smaller words; what is never a name is a word
    /// where a part of speech is given: PROPN, NOUN, VERB, ADJ, ADV or INTJ. Lines that are wrong are named on standard
    /// error, the rest is used.
    #[arg(long, value_name = "FILE", value_parser = dictionary)]
    dictionary: Option<Dictionary>,
    /// Leave the list of words out of the report
    #[arg(long)]
    no_tokens: bool,
    /// Articles analysed at once [default: the number of cores]
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Unit {
    /// UTF-16 code units, as JavaScript counts
    Utf16,
    /// Unicode code points, as Python counts
    Codepoint,
    /// UTF-8 bytes, as Rust counts
    Byte,
}

#[derive(Clone, Copy, ValueEnum)]
enum Messages {
    /// English
    En,
    /// Japanese
    Ja,
}

impl From<Messages> for MessageLanguage {
    fn from(language: Messages) -> Self {
        match language {
            Messages::En => Self::En,
            Messages::Ja => Self::Ja,
        }
    }
}

impl Analyze {
    fn analyzer(&self) -> Analyzer {
        self.models.as_ref().map_or_else(Analyzer::new, Clone::clone)
    }

    fn options(&self) -> Options {
        Options {
            language: self.language.clone(),
            reference_date: self.reference_date.clone(),
            message_language: self.messages.into(),
            offsets: match self.offsets {
                Unit::Utf16 => OffsetUnit::Utf16,
                Unit::Codepoint => OffsetUnit::CodePoint,
                Unit::Byte => OffsetUnit::Byte,
            },
            tokens: !self.no_tokens,
            dictionary: self.dictionary.clone().unwrap_or_default().0,
            ..Options::default()
        }
    }

    fn settings(&self) -> Settings {
        Settings { byte_order_mark: self.bom, source: self.source.clone(), language: self.messages.into() }
    }

    fn jobs(&self) -> usize {
        let cores = || std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
        self.jobs.map_or_else(cores, NonZeroUsize::get)
    }
}

/// A dictionary that was read.
#[derive(Clone, Default)]
struct Dictionary(Vec<DictionaryEntry>);

fn dictionary(path: &str) -> Result<Dictionary, String> {
    let table = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
    let (entries, errors) = dictionary::from_tsv(&table);
    for error in errors {
        eprintln!("error: {path}, line {}: {}; the line is left out", error.line, error.message);
    }
    Ok(Dictionary(entries))
}

fn format(name: &str) -> Result<Format, String> {
    let names = || Format::ALL.map(Format::name).join(", ");
    Format::by_name(name).ok_or_else(|| format!("give one of {}", names()))
}

fn comparison_format(name: &str) -> Result<ComparisonFormat, String> {
    let names = || ComparisonFormat::ALL.map(ComparisonFormat::name).join(", ");
    ComparisonFormat::ALL
        .into_iter()
        .find(|format| format.name() == name)
        .ok_or_else(|| format!("give one of {}", names()))
}

/// Runs the program. The exit status is 0 when all went well, 1 when some input gave no report, 2 when the arguments
/// mean nothing.
pub fn run() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Analyze(arguments) => run_analyze(&arguments),
        Command::Compare(arguments) => compare::run(&arguments),
        Command::Words(arguments) => words::run(&arguments),
    };
    match outcome {
        Ok(status) => status,
        // Whoever reads has read enough.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: the output could not be written: {error}; check the disk or the program that reads it");
            ExitCode::FAILURE
        }
    }
}

/// Whether reports that can't follow one another would go to one stream.
fn needs_folder(arguments: &Analyze) -> bool {
    arguments.files.len() > 1 && !matches!(arguments.format, Format::Json | Format::JsonLines)
}

fn run_analyze(arguments: &Analyze) -> std::io::Result<ExitCode> {
    if let Err(error) = arguments.options().check() {
        return Ok(usage(&error));
    }
    if arguments.output.is_none() && (arguments.format == Format::Brat || needs_folder(arguments)) {
        let name = arguments.format.name();
        return Ok(usage(&format!("{name} would write several files; name a folder with --output")));
    }
    let all_well = if arguments.jsonl { jsonl::run(arguments) } else { analyze::run(arguments) }?;
    Ok(status(all_well))
}

/// Says what is wrong with the arguments.
fn usage(problem: &dyn std::fmt::Display) -> ExitCode {
    eprintln!("error: {problem}");
    ExitCode::from(2)
}

fn status(all_well: bool) -> ExitCode {
    if all_well { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
