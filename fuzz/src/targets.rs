//! Texts, pages, tables, lines and options.

use crate::{line, soundness};
use article_analyzer::compare;
use article_analyzer::formats::comparison::ComparisonFormat;
use article_analyzer::formats::{self, Format, Settings};
use article_analyzer::given::Given;
use article_analyzer::report::{OffsetUnit, Report};
use article_analyzer::tags::names::dictionary;
use article_analyzer::{Analyzer, Options};
use serde::Deserialize;
use serde_json::Value;
use std::borrow::Cow;
use std::sync::LazyLock;

static ANALYZER: LazyLock<Analyzer> = LazyLock::new(Analyzer::new);

fn in_bytes() -> Options {
    Options { offsets: OffsetUnit::Byte, reference_date: Some("2025-03-04".to_owned()), ..Options::default() }
}

fn string(data: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(data)
}

/// A text as it is pasted.
pub fn text(data: &[u8]) {
    let text = string(data);
    let report = ANALYZER.analyze(&text, &in_bytes()).expect("any text gives a report");
    assert_eq!(report.text, text);
    soundness::check(&report);
    written(&report);
}

/// A page.
pub fn html(data: &[u8]) {
    let report = ANALYZER.analyze_html(&string(data), &in_bytes()).expect("any HTML gives a report");
    soundness::check(&report);
    written(&report);
}

/// Every format takes every report, and what calls itself JSON is.
fn written(report: &Report) {
    for format in [Format::Csv, Format::Tsv, Format::Markdown, Format::Html, Format::Brat, Format::ConllU] {
        assert!(!formats::write(report, format, &Settings::default()).is_empty(), "{format:?}");
    }
    for format in [Format::Json, Format::JsonLines, Format::WebAnnotation, Format::NewsArticle] {
        for file in formats::write(report, format, &Settings::default()) {
            assert!(serde_json::from_str::<Value>(&file.content).is_ok(), "{format:?}");
            assert!(format != Format::JsonLines || file.content.trim_end().lines().count() == 1, "{format:?}");
        }
    }
}

/// What tables of names are made of.
pub const DICTIONARY: &[&str] = &[
    "\t",
    "|",
    "\n",
    "#",
    "\r\n",
    "\u{feff}",
    "person",
    "organization",
    "product",
    "never",
    "PERSON",
    "other",
    "佐藤",
    "北都電機",
    "AI",
    "GPT-4",
    "　",
    "の",
    "か\u{3099}",
    "ﾊﾟ",
    "💛",
    "é",
    "e\u{301}",
    "İ",
    "ß",
    "\u{200d}",
];

/// A table of names, and a text that holds the same names.
pub fn dictionary(data: &[u8]) {
    let table = string(data);
    let (entries, errors) = dictionary::from_tsv(&table);
    assert!(entries.len() + errors.len() <= table.lines().count(), "a line is one entry or one error");
    let written = dictionary::to_tsv(&entries);
    let (again, none) = dictionary::from_tsv(&written);
    assert_eq!((again.len(), none.len()), (entries.len(), 0), "a table that was written is read whole");
    assert_eq!(dictionary::to_tsv(&again), written, "and as it was");
    let text = table.replace(['\t', '|'], "、");
    let report = ANALYZER.analyze(&text, &Options { dictionary: entries, ..in_bytes() }).expect("a report");
    soundness::check(&report);
}

/// What lines of JSON are made of.
pub const LINES: &[&str] = &[
    "\n",
    "{\"id\": 1, \"text\": \"",
    "\"}",
    "{\"html\": \"<p>",
    "\", \"language\": \"ja\"",
    "\"referenceDate\": \"2025-03-04\"",
    "\\ud800",
    "\\udc9b",
    "\\u0000",
    "\\n",
    "\\\"",
    "null",
    "[",
    "]",
    "{}",
    "1e999",
    "-0",
    "\"id\": {\"id\": []}",
    ",",
    "\\ud83d\\udc9b",
    "図書館が開いた。",
    "\u{2028}",
    "\"text\": null",
];

/// Lines of JSON, an article each: every one gives one line, whatever it holds.
pub fn lines(data: &[u8]) {
    for (number, input) in (1..).zip(data.split(|byte| *byte == b'\n')) {
        let output = serde_json::to_string(&line::output(number, input, &ANALYZER, &in_bytes())).expect("it is JSON");
        assert!(!output.contains('\n'), "a result is one line");
        let output: Value = serde_json::from_str(&output).expect("a result is JSON");
        assert!(output["report"].is_object() != output["error"].is_object(), "a report or an error");
        let is_told = output["error"]["line"] == number && output["error"]["code"].is_string();
        assert!(output["report"].is_object() || is_told, "{output}");
        if let Ok(Value::Object(input)) = serde_json::from_slice::<Value>(input) {
            assert_eq!(&output["id"], input.get("id").unwrap_or(&Value::Null), "the id comes back");
        }
        if let Ok(report) = Report::deserialize(&output["report"]) {
            soundness::check(&report);
        }
    }
}

/// What options are made of.
pub const OPTIONS: &[&str] = &[
    "{",
    "}",
    ",",
    "\n",
    "\"language\": \"ja\"",
    "\"language\": \"en-GB\"",
    "\"language\": \"tlh\"",
    "\"tokens\": false",
    "\"referenceDate\": \"2024-02-29\"",
    "\"referenceDate\": \"-9999-01-01\"",
    "\"countedRoles\": [\"title\", \"toc\"]",
    "\"countedRoles\": []",
    "\"messageLanguage\": \"ja\"",
    "\"corrections\": [{\"block\": 0, \"role\": \"quote\"}]",
    "\"summarySentences\": 0",
    "\"summarySentences\": 4294967295",
    "\"stopWords\": [\"図書館\", \"\"]",
    "\"disabledRules\": [\"x\"]",
    "\"dictionary\": [{\"name\": \"\", \"label\": \"person\", \"aliases\": [\"\"]}]",
    "4294967295",
    "\"corrections\": [{\"block\": 4294967295, \"role\": \"toc\"}]",
    "図書館が開いた。",
    "明日、開く。",
    "[1]",
    "関連記事",
    "昨年",
];

/// Options as JSON, then a text.
pub fn options(data: &[u8]) {
    let source = string(data);
    let (json, text) = source.split_once('\n').unwrap_or((&source, "図書館は昨年、東京の佐藤館長が開いた。"));
    let Ok(options) = serde_json::from_str::<Options>(json) else { return };
    let options = Options { offsets: OffsetUnit::Byte, ..options };
    let same = serde_json::from_str::<Options>(&serde_json::to_string(&options).expect("options are JSON"));
    assert_eq!(same.ok().as_ref(), Some(&options), "options that were written are read as they were");
    for given in [Given::Text(text), Given::Html(text)] {
        match ANALYZER.analyze_given(given, &options) {
            Ok(report) => {
                assert!(options.check().is_ok());
                soundness::check(&report);
                for correction in &options.corrections {
                    let last = options.corrections.iter().rfind(|other| other.block == correction.block);
                    let block = report.blocks.get(correction.block as usize);
                    assert!(
                        block.is_none_or(|block| last.is_some_and(|last| last.role == block.role)),
                        "a role set by hand"
                    );
                }
            }
            Err(error) => assert_eq!(Err(error), options.check(), "only options that mean nothing give no report"),
        }
    }
}

/// Two articles or three, parted by U+001E.
pub fn compare(data: &[u8]) {
    let source = string(data);
    let reports: Vec<Report> = source
        .splitn(3, '\u{1e}')
        .map(|text| ANALYZER.analyze(text, &in_bytes()).expect("any text gives a report"))
        .collect();
    let reports: Vec<&Report> = reports.iter().collect();
    let comparison = compare::compare(&reports);
    for passage in &comparison.shared {
        assert!(passage.spans.len() > 1, "{passage:?}");
        for place in &passage.spans {
            let text = &reports[place.report as usize].text;
            assert!(text.get(place.span.range()).is_some(), "{place:?}");
        }
    }
    for format in [ComparisonFormat::Json, ComparisonFormat::Csv, ComparisonFormat::Markdown] {
        formats::comparison::write(&comparison, &reports, format, &formats::Settings::default());
    }
}
