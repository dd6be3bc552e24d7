//! What was found, as a document to read.

use super::rows::{self, interval};
use crate::report::{Attribution, Entity, KeyFigure, Report, Topic};
use crate::span::Span;
use std::fmt::Write;

/// Writes a report in bytes.
pub fn write(report: &Report) -> String {
    let mut out = String::new();
    let headline = report.headline.as_ref().map(|headline| headline.text.as_str());
    let title = report.metadata.title.as_deref().or(headline).unwrap_or("Article");
    let _ = writeln!(out, "# {}\n", inert(title));
    facts(&mut out, report);
    section(&mut out, "Key figures", report.key_figures.iter().map(|figure| key_figure(report, figure)));
    section(
        &mut out,
        "Summary",
        report.summary.iter().map(|chosen| {
            let sentence = report.sentences.get(chosen.sentence as usize);
            inert(sentence.map_or("", |sentence| sentence.span.of(&report.text)))
        }),
    );
    section(&mut out, "Topics", report.topics.iter().map(topic));
    section(&mut out, "Keywords", report.keywords.iter().map(|keyword| inert(&keyword.text)));
    section(&mut out, "Names", report.entities.iter().map(name));
    section(
        &mut out,
        "Figures",
        report.quantities.iter().map(|quantity| {
            let value = interval(&quantity.value, quantity.approximate);
            format!("{}: {value} {}", inert(quantity.span.of(&report.text)), inert(&quantity.unit))
        }),
    );
    section(
        &mut out,
        "Times",
        report
            .times
            .iter()
            .map(|time| format!("{}: {}", inert(time.span.of(&report.text)), time.value.as_deref().unwrap_or("?"))),
    );
    section(&mut out, "Who said what", report.attributions.iter().map(|attribution| said(report, attribution)));
    text(&mut out, report);
    out
}

fn facts(out: &mut String, report: &Report) {
    let statistics = &report.statistics;
    let metadata = &report.metadata;
    let known = [("Byline", &metadata.byline), ("Publisher", &metadata.publisher), ("Published", &metadata.published)];
    for (name, value) in known {
        if let Some(value) = value {
            let _ = writeln!(out, "- {name}: {}", inert(value));
        }
    }
    let _ = writeln!(out, "- Language: {}", report.language);
    if let Some(genre) = &report.genre {
        let _ = writeln!(out, "- Genre: {} ({})", rows::genre(genre.id), inert(&genre.because.join("; ")));
    }
    let _ = writeln!(
        out,
        "- Characters: {} (without line breaks {}, without white space {}); {} left out as page noise",
        statistics.characters.all,
        statistics.characters.without_line_breaks,
        statistics.characters.without_both,
        statistics.excluded_characters
    );
    let _ = writeln!(out, "- Sentences: {}; words: {}", statistics.sentences, statistics.words);
    let reading = statistics.reading_minutes;
    let _ =
        writeln!(out, "- Reading time: {:.1} minutes ({:.1} to {:.1})\n", reading.typical, reading.fast, reading.slow);
}

fn section(out: &mut String, heading: &str, items: impl Iterator<Item = String>) {
    let mut items = items.peekable();
    if items.peek().is_none() {
        return;
    }
    let _ = writeln!(out, "## {heading}\n");
    for item in items {
        let _ = writeln!(out, "- {item}");
    }
    out.push('\n');
}

fn key_figure(report: &Report, figure: &KeyFigure) -> String {
    let quantity = report.quantities.get(figure.quantity as usize);
    let sentence = report.sentences.get(figure.sentence as usize);
    let text = |span: Option<Span>| inert(span.unwrap_or_default().of(&report.text));
    format!("{}: {}", text(quantity.map(|quantity| quantity.span)), text(sentence.map(|sentence| sentence.span)))
}

fn topic(topic: &Topic) -> String {
    format!("{} ({}): {}", inert(&topic.label), topic.id, inert(&topic.because.join(", ")))
}

fn name(entity: &Entity) -> String {
    let aliases =
        if entity.aliases.is_empty() { String::new() } else { format!(" ({})", inert(&entity.aliases.join(", "))) };
    format!("{}{aliases}: {}, {} times", inert(&entity.name), rows::label(entity.label), entity.mentions.len())
}

fn said(report: &Report, attribution: &Attribution) -> String {
    let source = attribution.source.name.as_deref().unwrap_or("unnamed");
    format!("{}: {}", inert(source), inert(attribution.content.of(&report.text)))
}

fn text(out: &mut String, report: &Report) {
    let _ = writeln!(out, "## Text\n");
    for block in report.blocks.iter().filter(|block| !block.role.is_noise()) {
        let _ = writeln!(out, "{}\n", inert(block.span.of(&report.text)));
    }
}

/// Text that Markdown reads as text: marks that would begin markup are escaped.
pub fn inert(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (index, character) in text.chars().enumerate() {
        let begins = index == 0 && matches!(character, '#' | '+' | '-' | '=' | '~' | '•') && character != '•';
        if begins || matches!(character, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '&' | '!') {
            out.push('\\');
        }
        out.push(if matches!(character, '\n' | '\r') { ' ' } else { character });
    }
    number_inert(out)
}

/// A number with a point at the start would begin a list.
fn number_inert(text: String) -> String {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    match text.split_at_checked(digits) {
        Some((number, rest)) if digits > 0 && rest.starts_with(['.', ')']) => format!("{number}\\{rest}"),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::inert;

    #[test]
    fn markup_is_made_text() {
        let table = [
            ("# 見出し", "\\# 見出し"),
            ("1. 項目", "1\\. 項目"),
            ("<script>", "\\<script\\>"),
            ("[a](javascript:b)", "\\[a\\](javascript:b)"),
            ("![x](y)", "\\!\\[x\\](y)"),
            ("2.5", "2\\.5"),
            ("本文です。", "本文です。"),
        ];
        for (text, expected) in table {
            assert_eq!(inert(text), expected);
        }
    }
}
