//! Lines of a plain text.

use super::Line;
use super::markup::Markup;
use crate::span::Span;

/// Whether a character ends a line: the mandatory breaks of UAX #14.
pub fn is_line_break(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether a character stands around a line rather than in it: white space, the byte order mark, and the invisible
/// spaces that copying from pages leaves behind.
fn is_margin(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{feff}' | '\u{200b}' | '\u{2060}' | '\0')
}

/// The lines of `text` that are not blank, trimmed.
pub fn split(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut blank_before = 0;
    // A carriage return before a line feed is one break with it, no blank line between the two.
    for piece in text.split_inclusive(is_line_break) {
        let trimmed = piece.trim_matches(is_margin);
        let is_second_half = piece == "\n" && text.get(..start).is_some_and(|before| before.ends_with('\r'));
        if !trimmed.is_empty() {
            let offset = start + (piece.len() - piece.trim_start_matches(is_margin).len());
            lines.push(Line {
                span: Span::new(offset, offset + trimmed.len()),
                blank_before,
                markup: Markup::default(),
            });
            blank_before = 0;
        } else if !is_second_half {
            blank_before += 1;
        }
        start += piece.len();
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<(&str, u32)> {
        split(text).iter().map(|line| (line.span.of(text), line.blank_before)).collect()
    }

    #[test]
    fn lines_are_trimmed_and_blank_ones_counted() {
        let table: [(&str, &[(&str, u32)]); 7] = [
            ("", &[]),
            (" \n\t\n", &[]),
            ("一行", &[("一行", 0)]),
            ("　字下げ\n\n\n次", &[("字下げ", 0), ("次", 2)]),
            ("a\r\n\r\nb", &[("a", 0), ("b", 1)]),
            ("a\u{2028}b\u{85}c", &[("a", 0), ("b", 0), ("c", 0)]),
            ("\u{feff}題\n", &[("題", 0)]),
        ];
        for (text, expected) in table {
            assert_eq!(texts(text), expected, "{text:?}");
        }
    }
}
