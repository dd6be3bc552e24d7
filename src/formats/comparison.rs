//! A comparison written for other programs and for people.

use super::words::Words;
use super::{Settings, amount, markdown, rows, table};
use crate::offsets::Offsets;
use crate::options::MessageLanguage;
use crate::report::{Comparison, FigureValue, OffsetUnit, Report, SpanInReport};
use serde::Serialize;
use std::fmt::Write;

/// What a comparison can be written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComparisonFormat {
    /// All of it, as indented JSON.
    Json,
    /// One row for each article in each entry of each list (RFC 4180).
    Csv,
    /// A document to read.
    Markdown,
}

impl ComparisonFormat {
    /// All formats.
    pub const ALL: [ComparisonFormat; 3] = [ComparisonFormat::Json, ComparisonFormat::Csv, ComparisonFormat::Markdown];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            ComparisonFormat::Json => "json",
            ComparisonFormat::Csv => "csv",
            ComparisonFormat::Markdown => "markdown",
        }
    }
}

/// Writes a comparison of these reports, which may be in any unit of offsets. Of the settings, the byte order mark and the
/// language count.
pub fn write(comparison: &Comparison, reports: &[&Report], format: ComparisonFormat, settings: &Settings) -> String {
    match format {
        ComparisonFormat::Json => serde_json::to_string_pretty(comparison).unwrap_or_default() + "\n",
        ComparisonFormat::Csv => table::marked(csv(&Named { comparison, reports }), settings.byte_order_mark),
        ComparisonFormat::Markdown => document(&Named { comparison, reports }, Words::of(settings.language)),
    }
}

/// A comparison with the reports that it speaks of.
struct Named<'c> {
    comparison: &'c Comparison,
    reports: &'c [&'c Report],
}

/// One row of the table.
#[derive(Default, Serialize)]
struct Cells {
    list: &'static str,
    entry: usize,
    article: String,
    title: String,
    name: String,
    attribute: String,
    relation: String,
    text: String,
    lower: Option<f64>,
    upper: Option<f64>,
    unit: String,
    approximate: bool,
    source: String,
    because: String,
}

impl Named<'_> {
    fn title(&self, report: u32) -> &str {
        self.reports.get(report as usize).and_then(|report| report.metadata.title.as_deref()).unwrap_or_default()
    }

    /// The letter that an article goes by; its number past the alphabet.
    fn letter(report: u32) -> String {
        u8::try_from(report)
            .ok()
            .filter(|report| *report < 26)
            .map_or_else(|| (report + 1).to_string(), |report| char::from(b'A' + report).to_string())
    }

    fn row(&self, list: &'static str, entry: usize, report: u32) -> Cells {
        let title = table::inert(self.title(report).to_owned());
        Cells { list, entry: entry + 1, article: Self::letter(report), title, ..Cells::default() }
    }

    fn text(&self, place: &SpanInReport) -> String {
        let Some(report) = self.reports.get(place.report as usize) else { return String::new() };
        let bytes = Offsets::new(&report.text, report.offsets, OffsetUnit::Byte);
        bytes.span(place.span).of(&report.text).to_owned()
    }

    /// All rows, list by list.
    fn rows(&self) -> Vec<Cells> {
        let mut rows = self.figures();
        rows.extend(self.dates());
        rows.extend(self.entities());
        rows.extend(self.passages());
        rows.extend(self.times());
        rows.extend(self.terms());
        rows.extend(self.quotations());
        rows.extend(self.own());
        rows
    }

    fn figures(&self) -> Vec<Cells> {
        let groups = self.comparison.figures.iter().enumerate();
        let rows = groups.flat_map(|(entry, group)| {
            group.values.iter().map(move |value| Cells {
                name: value.subject.clone().unwrap_or_default(),
                attribute: group.attribute.clone(),
                relation: rows::name_of(&group.relation),
                text: value.sentence.clone(),
                lower: value.value.lower,
                upper: value.value.upper,
                unit: value.unit.clone(),
                approximate: value.approximate,
                source: value.source.clone().unwrap_or_default(),
                because: notes(value, Words::of(MessageLanguage::En)).join("; "),
                ..self.row("figure", entry, value.report)
            })
        });
        rows.collect()
    }

    fn dates(&self) -> Vec<Cells> {
        let groups = self.comparison.dates.iter().enumerate();
        let rows = groups.flat_map(|(entry, group)| {
            group.values.iter().map(move |value| Cells {
                name: value.subject.clone().unwrap_or_default(),
                attribute: group.attribute.clone(),
                relation: rows::name_of(&group.relation),
                text: value.sentence.clone(),
                unit: value.value.clone(),
                because: value.aside.as_ref().map(rows::name_of).unwrap_or_default(),
                ..self.row("date", entry, value.report)
            })
        });
        rows.collect()
    }

    fn entities(&self) -> Vec<Cells> {
        let mut rows = Vec::new();
        for (entry, entity) in self.comparison.entities.iter().enumerate() {
            let because: Vec<String> = entity.because.iter().map(rows::name_of).collect();
            let named = entity.reports.iter().map(|place| (place.report, Some(f64::from(place.mentions))));
            for (report, mentions) in named.chain(entity.also.iter().map(|place| (place.report, None))) {
                rows.push(Cells {
                    name: entity.name.clone(),
                    attribute: rows::label(entity.label),
                    lower: mentions,
                    upper: mentions,
                    because: because.join("; "),
                    ..self.row("entity", entry, report)
                });
            }
        }
        rows
    }

    fn passages(&self) -> Vec<Cells> {
        let passages = self.comparison.shared.iter().enumerate();
        let rows = passages.flat_map(|(entry, passage)| {
            passage.spans.iter().map(move |place| Cells {
                relation: rows::name_of(&passage.kind),
                text: self.text(place),
                lower: Some(passage.similarity),
                upper: Some(passage.similarity),
                ..self.row("passage", entry, place.report)
            })
        });
        rows.collect()
    }

    fn times(&self) -> Vec<Cells> {
        let points = self.comparison.timeline.iter().enumerate();
        let rows = points.flat_map(|(entry, point)| {
            point.entries.iter().map(move |said| Cells {
                name: point.value.clone(),
                text: said.sentence.clone(),
                ..self.row("time", entry, said.report)
            })
        });
        rows.collect()
    }

    fn terms(&self) -> Vec<Cells> {
        let reports = self.comparison.distinctive.iter();
        let rows = reports.flat_map(|own| {
            own.terms.iter().enumerate().map(move |(entry, term)| Cells {
                name: term.text.clone(),
                lower: Some(term.score),
                upper: Some(term.score),
                because: format!("log ratio {:.2}, {} here, {} elsewhere", term.log_ratio, term.count, term.elsewhere),
                ..self.row("term", entry, own.report)
            })
        });
        rows.collect()
    }

    fn quotations(&self) -> Vec<Cells> {
        let sources = self.comparison.quoted.iter().enumerate();
        let rows = sources.flat_map(|(entry, source)| {
            source.quotations.iter().map(move |quotation| Cells {
                name: source.name.clone(),
                relation: rows::name_of(&quotation.form),
                text: self.said(quotation.report, quotation.attribution),
                ..self.row("quotation", entry, quotation.report)
            })
        });
        rows.collect()
    }

    fn said(&self, report: u32, attribution: u32) -> String {
        let said = self.reports.get(report as usize).and_then(|found| found.attributions.get(attribution as usize));
        said.map_or_else(String::new, |said| self.text(&SpanInReport { report, span: said.content }))
    }

    /// What one article alone has.
    fn own(&self) -> Vec<Cells> {
        let mut rows = Vec::new();
        for own in &self.comparison.only_in {
            let report = self.reports.get(own.report as usize);
            let entities = own.entities.iter().filter_map(|index| report?.entities.get(*index as usize));
            let names = entities.map(|entity| (rows::label(entity.label), entity.name.clone()));
            let keywords = own.keywords.iter().map(|keyword| ("keyword".to_owned(), keyword.clone()));
            let topics = own.topics.iter().filter_map(|index| report?.topics.get(*index as usize));
            let topics = topics.map(|topic| ("topic".to_owned(), topic.label.clone()));
            let sources = own.attributions.iter().filter_map(|index| report?.attributions.get(*index as usize));
            let sources = sources.filter_map(|said| Some(("source".to_owned(), said.source.name.clone()?)));
            for (entry, (attribute, name)) in names.chain(keywords).chain(topics).chain(sources).enumerate() {
                rows.push(Cells { name, attribute, ..self.row("only", entry, own.report) });
            }
        }
        rows
    }
}

/// What a reader should know of a value beside it.
fn notes(value: &FigureValue, words: &Words) -> Vec<String> {
    let aside = value.aside.as_ref().map(rows::name_of);
    let period = value.period.as_ref().map(|period| format!("{}{period}", words.of_time));
    let published = value.published.as_ref().map(|published| format!("{}{published}", words.published_on));
    let hedges = value.hedges.iter().map(rows::name_of);
    [aside, period, published].into_iter().flatten().chain(hedges).collect()
}

fn csv(named: &Named) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in named.rows() {
        let (name, text, source) = (table::inert(row.name), table::inert(row.text), table::inert(row.source));
        // Writing into memory can't fail, and the cells are of fixed number.
        let _ = writer.serialize(Cells { name, text, source, ..row });
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

fn document(named: &Named, words: &Words) -> String {
    let mut out = format!("# {}\n\n", words.comparison);
    for (report, _) in (0u32..).zip(named.reports) {
        let _ = writeln!(out, "- {}: {}", Named::letter(report), markdown::inert(named.title(report)));
    }
    for group in &named.comparison.figures {
        heading(&mut out, [&group.subject, words.label(&group.attribute)], &rows::name_of(&group.relation), words);
        for value in &group.values {
            let amount = amount::amount(&value.value, value.approximate, &value.unit, words.reader);
            let notes: Vec<String> = notes(value, words).iter().map(|note| words.label(note).to_owned()).collect();
            let subject = value.subject.as_deref().unwrap_or("");
            let cells = [&Named::letter(value.report), &amount, subject, &notes.join(", "), &value.sentence];
            line(&mut out, &cells);
        }
    }
    for group in &named.comparison.dates {
        heading(&mut out, [&group.subject, words.label(&group.attribute)], &rows::name_of(&group.relation), words);
        for value in &group.values {
            let (subject, aside) = (value.subject.as_deref().unwrap_or(""), value.aside.as_ref().map(rows::name_of));
            line(
                &mut out,
                &[
                    &Named::letter(value.report),
                    &value.value,
                    subject,
                    words.label(&aside.unwrap_or_default()),
                    &value.sentence,
                ],
            );
        }
    }
    lists(&mut out, named, words);
    out
}

fn heading(out: &mut String, names: [&str; 2], relation: &str, words: &Words) {
    let parts: Vec<String> = names.iter().filter(|part| !part.is_empty()).map(|part| markdown::inert(part)).collect();
    let _ = writeln!(out, "\n## {} ({})\n", parts.join(" · "), words.label(relation));
    let columns = [words.article, words.value, words.of, words.notes, words.sentence];
    let _ = writeln!(out, "| {} |\n|{}", columns.join(" | "), " --- |".repeat(columns.len()));
}

fn line(out: &mut String, cells: &[&str]) {
    let cells: Vec<String> = cells.iter().map(|cell| markdown::inert(cell)).collect();
    let _ = writeln!(out, "| {} |", cells.join(" | "));
}

/// The other lists, an item each.
fn lists(out: &mut String, named: &Named, words: &Words) {
    let titles = [
        ("entity", words.names_in_common),
        ("passage", words.passages_in_common),
        ("quotation", words.quoted_in_several),
        ("time", words.times),
        ("term", words.distinctive_words),
        ("only", words.only_in_one),
    ];
    let rows = named.rows();
    for (list, title) in titles {
        let own: Vec<&Cells> = rows.iter().filter(|row| row.list == list).collect();
        if own.is_empty() {
            continue;
        }
        let _ = writeln!(out, "\n## {title}\n");
        for row in own {
            let said = [row.name.as_str(), words.label(&row.attribute), words.label(&row.relation), row.text.as_str()];
            let said: Vec<String> =
                said.iter().filter(|part| !part.is_empty()).map(|part| markdown::inert(part)).collect();
            let _ = writeln!(out, "- {}: {}", row.article, said.join(" · "));
        }
    }
}
