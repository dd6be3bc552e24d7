//! Where sentences end.

use crate::span::Span;

/// How the sentences of a language end.
pub struct SentenceRules {
    /// Marks that end a sentence wherever they stand outside brackets.
    pub full_stops: &'static [char],
    /// Marks that end a sentence only when white space or the end of the block follows.
    pub spaced_stops: &'static [char],
    /// Words in lower case, without their last point, after which a point ends nothing.
    pub abbreviations: &'static [&'static str],
}

const OPENING: &str = "「『（(【〔〈《［[｛{“‘";
const CLOSING: &str = "」』）)】〕〉》］]｝}”’";
/// A bracket that has not closed after this many characters is taken for a slip of the pen.
const LONGEST_BRACKET: usize = 600;

/// The sentences of `text`, trimmed, in order; all of `text` but white space lies in one of them.
pub fn split(text: &str, rules: &SentenceRules) -> Vec<Span> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut scan = Scan { depth: 0, opened: 0, ended: false };
    let mut characters = text.char_indices().peekable();
    let mut position = 0;
    while let Some((offset, character)) = characters.next() {
        position += 1;
        let next = characters.peek().map(|(_, next)| *next);
        if scan.ended && !continues(character, text, offset, rules) {
            push(&mut sentences, text, start, offset);
            start = offset;
            scan.ended = false;
        }
        scan.bracket(character, position);
        if scan.depth == 0 && ends(character, next, text, offset, start, rules) {
            scan.ended = true;
        }
    }
    push(&mut sentences, text, start, text.len());
    sentences
}

/// What the scan remembers.
struct Scan {
    depth: usize,
    opened: usize,
    ended: bool,
}

impl Scan {
    fn bracket(&mut self, character: char, position: usize) {
        if OPENING.contains(character) {
            if self.depth == 0 {
                self.opened = position;
            }
            self.depth += 1;
        } else if CLOSING.contains(character) {
            self.depth = self.depth.saturating_sub(1);
        } else if self.depth > 0 && position - self.opened > LONGEST_BRACKET {
            self.depth = 0;
        }
    }
}

/// Whether a character after a sentence's end still belongs to it: more marks, closing brackets, and a reference
/// mark such as `[3]` straight after.
fn continues(character: char, text: &str, offset: usize, rules: &SentenceRules) -> bool {
    rules.full_stops.contains(&character)
        || rules.spaced_stops.contains(&character)
        || CLOSING.contains(character)
        || text.get(..offset).is_some_and(|before| in_reference(before, character))
}

/// Whether `character` goes on a reference mark that begins straight after a sentence's end.
fn in_reference(before: &str, character: char) -> bool {
    let tail = before.trim_end_matches(|digit: char| digit.is_ascii_digit());
    match character {
        '[' => before.chars().next_back().is_some_and(|last| !last.is_whitespace()),
        ']' => true,
        digit if digit.is_ascii_digit() => tail.ends_with('['),
        _ => false,
    }
}

/// Whether a sentence ends with this character.
fn ends(character: char, next: Option<char>, text: &str, offset: usize, start: usize, rules: &SentenceRules) -> bool {
    if rules.full_stops.contains(&character) {
        return true;
    }
    let spaced = next.is_none_or(char::is_whitespace);
    rules.spaced_stops.contains(&character)
        && (spaced || next.is_some_and(|next| CLOSING.contains(next)))
        && !(character == '.' && abbreviates(text.get(start..offset).unwrap_or(""), rules))
}

/// Whether the text before a point ends in an abbreviation or an initial.
fn abbreviates(before: &str, rules: &SentenceRules) -> bool {
    let word = before.rsplit(|c: char| c.is_whitespace() || OPENING.contains(c)).next().unwrap_or("");
    let mut letters = word.chars();
    let is_initial = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    is_initial || rules.abbreviations.contains(&word.to_lowercase().as_str())
}

fn push(sentences: &mut Vec<Span>, text: &str, start: usize, end: usize) {
    let piece = text.get(start..end).unwrap_or("");
    let trimmed = piece.trim();
    if !trimmed.is_empty() {
        let offset = start + (piece.len() - piece.trim_start().len());
        sentences.push(Span::new(offset, offset + trimmed.len()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::languages::{en, ja};

    fn cut(text: &str, rules: &SentenceRules) -> String {
        split(text, rules).into_iter().map(|span| span.of(text)).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn japanese() {
        let table = [
            ("", ""),
            ("見出し", "見出し"),
            ("一つ目です。二つ目です。", "一つ目です。|二つ目です。"),
            ("「行く。」と言った。帰った。", "「行く。」と言った。|帰った。"),
            ("本当ですか？！はい。", "本当ですか？！|はい。"),
            ("発表した[2]。続いた。[3]次だ。", "発表した[2]。|続いた。[3]|次だ。"),
            ("版は2.5で、01.AIが作った。", "版は2.5で、01.AIが作った。"),
            ("閉じない「括弧。次の文。", "閉じない「括弧。次の文。"),
        ];
        for (text, expected) in table {
            assert_eq!(cut(text, ja::LANGUAGE.sentences), expected, "{text}");
        }
    }

    #[test]
    fn english() {
        let table = [
            ("It rained. We stayed.", "It rained.|We stayed."),
            ("Dr. Smith paid $2.50. He left.", "Dr. Smith paid $2.50.|He left."),
            ("The U.S. economy grew. J. Doe agreed.", "The U.S. economy grew.|J. Doe agreed."),
            ("He said (in May.) Then he left.", "He said (in May.) Then he left."),
        ];
        for (text, expected) in table {
            assert_eq!(cut(text, en::LANGUAGE.sentences), expected, "{text}");
        }
    }
}
