//! The words of a report as CoNLL-U, the format of Universal Dependencies: ten columns a word, of which form, lemma, both
//! parts of speech and MISC are filled. Heads and relations are left open (`_`), since no syntax is analysed.

use crate::report::{Report, Token};
use crate::span::Span;
use std::fmt::Write;

/// Writes the sentences of a report in bytes that have words, each with its text. A report without words gives nothing.
pub fn write(report: &Report) -> String {
    let mut written = String::new();
    let mut rest = report.tokens.as_slice();
    for (number, sentence) in (1..).zip(&report.sentences) {
        let before = rest.partition_point(|token| token.span.start < sentence.span.start);
        rest = rest.get(before..).unwrap_or_default();
        let (tokens, after) = rest.split_at(rest.partition_point(|token| token.span.end <= sentence.span.end));
        rest = after;
        if !tokens.is_empty() {
            write_sentence(&mut written, report, number, tokens);
        }
    }
    written
}

fn write_sentence(written: &mut String, report: &Report, number: usize, tokens: &[Token]) {
    let text = tokens.iter().zip(gaps(report, tokens)).fold(String::new(), |mut text, (token, gap)| {
        text.push_str(&visible(token.span.of(&report.text)));
        text.push_str(if gap.is_empty() { "" } else { " " });
        text
    });
    // Writing into a string can't fail.
    let _ = writeln!(written, "# sent_id = {number}\n# text = {}", text.trim_end());
    for ((number, token), gap) in (1..).zip(tokens).zip(gaps(report, tokens)) {
        let form = visible(token.span.of(&report.text));
        let lemma = visible(&token.lemma);
        let upos = token.upos.tag();
        let xpos = token.xpos.as_deref().unwrap_or("_");
        let _ = writeln!(written, "{number}\t{form}\t{lemma}\t{upos}\t{xpos}\t_\t_\t_\t_\t{}", space_after(gap));
    }
    written.push('\n');
}

/// What stands between each token and the next; after the last, up to the next character that is no white space.
fn gaps<'r>(report: &'r Report, tokens: &'r [Token]) -> impl Iterator<Item = &'r str> {
    let ends = tokens.iter().map(|token| token.span.end);
    let starts = tokens.iter().skip(1).map(|token| token.span.start).map(Some).chain([None]);
    ends.zip(starts).map(|(end, start)| match start {
        Some(start) => Span { start: end, end: start }.of(&report.text),
        None => {
            let rest = report.text.get(end as usize..).unwrap_or("");
            rest.get(..rest.len() - rest.trim_start().len()).unwrap_or("")
        }
    })
}

/// MISC: one space after a word is the rule; anything else is said.
fn space_after(gap: &str) -> String {
    match gap {
        "" => "SpaceAfter=No".to_owned(),
        " " => "_".to_owned(),
        other => other.chars().fold("SpacesAfter=".to_owned(), |mut escaped, character| {
            match character {
                '\t' => escaped.push_str("\\t"),
                '\n' => escaped.push_str("\\n"),
                '\r' => escaped.push_str("\\r"),
                '|' => escaped.push_str("\\p"),
                '\\' => escaped.push_str("\\\\"),
                // There is no escape for other white space, and none may stand at a column's end.
                character if character.is_whitespace() => escaped.push_str("\\s"),
                character if character.is_control() => escaped.push('\u{FFFD}'),
                character => escaped.push(character),
            }
            escaped
        }),
    }
}

/// A column's text: no white space but single spaces, never empty.
fn visible(text: &str) -> String {
    let words: Vec<_> = text
        .split(|character: char| character.is_whitespace() || character.is_control())
        .filter(|word| !word.is_empty())
        .collect();
    if words.is_empty() { "_".to_owned() } else { words.join(" ") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::OffsetUnit;
    use crate::{Analyzer, Options};

    #[test]
    fn ten_columns_and_spaces_said() {
        let options = Options { offsets: OffsetUnit::Byte, ..Options::default() };
        let text = "東京 \u{3000}大阪。\n\n価格は100円です。";
        let report = Analyzer::new().analyze(text, &options).unwrap();
        let written = write(&report);
        let rows: Vec<_> = written.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
        assert!(rows.iter().all(|row| row.split('\t').count() == 10), "{written}");
        assert_eq!(rows.len(), report.tokens.len());
        assert!(written.contains("# text = 東京 大阪。\n"), "{written}");
        assert!(written.contains("SpacesAfter=\\s\\s\n"), "{written}");
        assert!(written.ends_with("SpaceAfter=No\n\n"), "{written}");
    }
}
