//! What was found, as a document to read.

use super::amount::amount;
use super::rows;
use super::words::Words;
use crate::report::{Attribution, Entity, KeyFigure, Report, Topic};
use crate::span::Span;
use std::fmt::Write;

/// Writes a report in bytes.
pub fn write(report: &Report, words: &Words) -> String {
    let mut out = String::new();
    let headline = report.headline.as_ref().map(|headline| headline.text.as_str());
    let title = report.metadata.title.as_deref().or(headline).unwrap_or(words.article);
    let _ = writeln!(out, "# {}\n", inert(title));
    facts(&mut out, report, words);
    section(&mut out, words.key_figures, report.key_figures.iter().map(|figure| key_figure(report, figure)));
    section(
        &mut out,
        words.summary,
        report.summary.iter().map(|chosen| {
            let sentence = report.sentences.get(chosen.sentence as usize);
            inert(sentence.map_or("", |sentence| sentence.span.of(&report.text)))
        }),
    );
    section(&mut out, words.topics, report.topics.iter().map(topic));
    section(&mut out, words.keywords, report.keywords.iter().map(|keyword| inert(&keyword.text)));
    section(&mut out, words.names, report.entities.iter().map(|entity| name(entity, words)));
    section(
        &mut out,
        words.figures,
        report.quantities.iter().map(|quantity| {
            let value = amount(&quantity.value, quantity.approximate, &quantity.unit, words.reader);
            format!("{}: {}", inert(quantity.span.of(&report.text)), inert(&value))
        }),
    );
    section(
        &mut out,
        words.times,
        report
            .times
            .iter()
            .map(|time| format!("{}: {}", inert(time.span.of(&report.text)), time.value.as_deref().unwrap_or("?"))),
    );
    section(
        &mut out,
        words.who_said_what,
        report.attributions.iter().map(|attribution| said(report, attribution, words)),
    );
    text(&mut out, report, words);
    out
}

fn facts(out: &mut String, report: &Report, words: &Words) {
    let statistics = &report.statistics;
    let metadata = &report.metadata;
    let known = [
        (words.byline, &metadata.byline),
        (words.publisher, &metadata.publisher),
        (words.published, &metadata.published),
    ];
    for (name, value) in known {
        if let Some(value) = value {
            let _ = writeln!(out, "- {name}: {}", inert(value));
        }
    }
    let _ = writeln!(out, "- {}: {}", words.language, report.language);
    if let Some(genre) = &report.genre {
        let _ = writeln!(
            out,
            "- {}: {} ({})",
            words.genre,
            words.label(&rows::genre(genre.id)),
            inert(&genre.because.join("; "))
        );
    }
    let _ = writeln!(
        out,
        "- {}: {} ({} {}, {} {}); {}: {}",
        words.characters,
        statistics.characters.all,
        words.without_line_breaks,
        statistics.characters.without_line_breaks,
        words.without_white_space,
        statistics.characters.without_both,
        words.left_out,
        statistics.excluded_characters
    );
    let _ = writeln!(out, "- {}: {}", words.sentences, statistics.sentences);
    let _ = writeln!(out, "- {}: {}", words.words, statistics.words);
    let reading = statistics.reading_minutes;
    let _ = writeln!(
        out,
        "- {}: {:.1} {} ({:.1}–{:.1})\n",
        words.reading_time, reading.typical, words.minutes, reading.fast, reading.slow
    );
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

fn name(entity: &Entity, words: &Words) -> String {
    let aliases =
        if entity.aliases.is_empty() { String::new() } else { format!(" ({})", inert(&entity.aliases.join(", "))) };
    let label = rows::label(entity.label);
    format!("{}{aliases}: {}, {} {}", inert(&entity.name), words.label(&label), words.mentions, entity.mentions.len())
}

fn said(report: &Report, attribution: &Attribution, words: &Words) -> String {
    let source = attribution.source.name.as_deref().unwrap_or(words.unnamed);
    format!("{}: {}", inert(source), inert(attribution.content.of(&report.text)))
}

fn text(out: &mut String, report: &Report, words: &Words) {
    let _ = writeln!(out, "## {}\n", words.text);
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
