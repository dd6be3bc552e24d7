//! A report written for other programs and for people.

mod amount;
mod annotation;
mod brat;
pub mod comparison;
mod conllu;
mod html;
mod markdown;
mod news_article;
mod rows;
mod table;
mod words;

use crate::offsets;
use crate::options::MessageLanguage;
use crate::report::{OffsetUnit, Report};
use serde::{Deserialize, Serialize};
use words::Words;

/// What a report can be written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// The whole report as indented JSON.
    Json,
    /// The whole report as one line of JSON.
    JsonLines,
    /// One row a tag, separated by commas (RFC 4180).
    Csv,
    /// One row a tag, separated by tabs.
    Tsv,
    /// What was found, as a document to read.
    Markdown,
    /// The article with its tags marked, as a page that stands alone and holds no script.
    Html,
    /// The standoff format of brat: the text and its annotations, in code points.
    Brat,
    /// The W3C's Web Annotation model as JSON-LD, in code points and with quotations.
    WebAnnotation,
    /// A NewsArticle of schema.org as JSON-LD.
    NewsArticle,
    /// The words in the format of Universal Dependencies, without syntax.
    ConllU,
}

/// How to write a report.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Settings {
    /// Whether tables begin with a byte order mark, by which Excel knows UTF-8.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub byte_order_mark: bool,
    /// IRI of the article, where it has one.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub source: Option<String>,
    /// Language of the words that Markdown, HTML and the Markdown of a comparison put around the article's own: headings
    /// and names of kinds. The other formats are for programs and have one set of names.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub language: MessageLanguage,
}

/// One written file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct File {
    /// What its name ends in, without the point.
    pub extension: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// What it holds.
    pub content: String,
}

impl Format {
    /// All formats, in the order of their declaration.
    pub const ALL: [Format; 10] = [
        Format::Json,
        Format::JsonLines,
        Format::Csv,
        Format::Tsv,
        Format::Markdown,
        Format::Html,
        Format::Brat,
        Format::WebAnnotation,
        Format::NewsArticle,
        Format::ConllU,
    ];

    /// The name that programs ask for it by.
    pub fn name(self) -> &'static str {
        match self {
            Format::Json => "json",
            Format::JsonLines => "jsonl",
            Format::Csv => "csv",
            Format::Tsv => "tsv",
            Format::Markdown => "markdown",
            Format::Html => "html",
            Format::Brat => "brat",
            Format::WebAnnotation => "annotation",
            Format::NewsArticle => "schema",
            Format::ConllU => "conllu",
        }
    }

    /// The format of a name.
    ///
    /// ```
    /// use article_analyzer::formats::Format;
    /// assert_eq!(Format::by_name("csv"), Some(Format::Csv));
    /// assert_eq!(Format::by_name("doc"), None);
    /// ```
    pub fn by_name(name: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|format| format.name() == name)
    }
}

/// Writes a report; one file, but for brat, which wants the text beside its annotations. A report in any unit of
/// offsets will do.
pub fn write(report: &Report, format: Format, settings: &Settings) -> Vec<File> {
    let file = |extension, media_type, content| vec![File { extension, media_type, content }];
    match format {
        Format::Json => file("json", "application/json", json(report, serde_json::to_string_pretty)),
        Format::JsonLines => file("jsonl", "application/x-ndjson", json(report, serde_json::to_string)),
        Format::Csv => file("csv", "text/csv", table::write(&in_bytes(report), b',', settings.byte_order_mark)),
        Format::Tsv => {
            file("tsv", "text/tab-separated-values", table::write(&in_bytes(report), b'\t', settings.byte_order_mark))
        }
        Format::Markdown => {
            file("md", "text/markdown", markdown::write(&in_bytes(report), Words::of(settings.language)))
        }
        Format::Html => file("html", "text/html", html::write(&in_bytes(report), settings.language)),
        Format::Brat => brat::write(&in_bytes(report)),
        Format::WebAnnotation => {
            file("annotations.jsonld", "application/ld+json", annotation::write(&in_bytes(report), settings))
        }
        Format::NewsArticle => file("jsonld", "application/ld+json", news_article::write(&in_bytes(report), settings)),
        Format::ConllU => file("conllu", "text/plain", conllu::write(&in_bytes(report))),
    }
}

fn in_bytes(report: &Report) -> Report {
    let mut report = report.clone();
    offsets::convert(&mut report, OffsetUnit::Byte);
    report
}

/// JSON with a line break at its end. A report holds nothing that JSON can't.
fn json<T: ?Sized>(value: &T, write: impl FnOnce(&T) -> serde_json::Result<String>) -> String {
    write(value).unwrap_or_default() + "\n"
}
