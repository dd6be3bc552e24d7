//! Sentences and words that are long.

use crate::letters::script;
use crate::measures::style::{Line, Notes};
use crate::options::Wording;
use crate::report::Upos;
use crate::span::Span;
use crate::tokens::Token;
use unicode_script::Script;

/// Characters that a sentence can have without a note.
const LONGEST_SENTENCE: usize = 100;
/// 読点 that a sentence can have without a note.
const MOST_COMMAS: usize = 3;
/// Kanji that can stand in a row without a note.
const LONGEST_KANJI: usize = 6;

const LONG: Wording = (
    "This sentence has {} characters, more than {}.",
    "一文が {} 文字あります。{} 文字以内に分けると読みやすくなります。",
);
const COMMAS: Wording =
    ("This sentence has {} commas (、).", "読点「、」が {} 個あります。文を分けるか語順を変えると読みやすくなります。");
const KANJI: Wording =
    ("{} kanji stand in a row.", "漢字が {} 文字続いています。助詞や仮名を挟むと読みやすくなります。");

/// A sentence of more than 100 characters.
pub fn long_sentence(line: &Line<'_>, notes: &mut Notes) {
    let length = line.passage.dense_length();
    if length > LONGEST_SENTENCE {
        notes.add(line.whole(), LONG, &[&length.to_string(), &LONGEST_SENTENCE.to_string()]);
    }
}

/// More than three 読点 outside quotations; those that only part the nouns of a list are left out.
pub fn many_commas(line: &Line<'_>, notes: &mut Notes) {
    let tokens: Vec<_> = line.own_tokens().collect();
    let listed = |index: usize| {
        let is_noun = |token: Option<&&Token<'_>>| token.is_some_and(|token| is_noun(token.upos));
        index.checked_sub(1).is_some_and(|before| is_noun(tokens.get(before))) && is_noun(tokens.get(index + 1))
    };
    let commas = tokens.iter().enumerate().filter(|(index, token)| line.form(token) == "、" && !listed(*index)).count();
    if commas > MOST_COMMAS {
        notes.add(line.whole(), COMMAS, &[&commas.to_string()]);
    }
}

fn is_noun(upos: Upos) -> bool {
    matches!(upos, Upos::Noun | Upos::Propn | Upos::Num)
}

/// More than six kanji in a row that are no name and no number.
pub fn kanji_run(line: &Line<'_>, notes: &mut Notes) {
    let text = line.passage.text;
    let is_kanji = |c: char| script(c) == Script::Han;
    let mut start = None;
    for (offset, character) in text.char_indices().chain([(text.len(), ' ')]) {
        match (start, is_kanji(character)) {
            (None, true) => start = Some(offset),
            (Some(begun), false) => {
                start = None;
                note_kanji(line, begun, offset, notes);
            }
            _ => {}
        }
    }
}

fn note_kanji(line: &Line<'_>, start: usize, end: usize, notes: &mut Notes) {
    let span = line.span(start, end);
    let length = line.text(span).chars().count();
    if length > LONGEST_KANJI && !is_named(line, span) {
        notes.add(span, KANJI, &[&length.to_string()]);
    }
}

/// Whether a name or a number stands in a span.
fn is_named(line: &Line<'_>, span: Span) -> bool {
    let tokens = line.passage.tokens;
    let first = tokens.partition_point(|token| token.span.end <= span.start);
    let mut inside = tokens.iter().skip(first).take_while(|token| token.span.start < span.end);
    inside.any(|token| token.xpos.is_some_and(|class| class.starts_with("名詞-固有名詞") || class == "名詞-数詞"))
}

#[cfg(test)]
mod tests {
    use crate::measures::style::testing::check;

    #[test]
    fn sentences() {
        let long = format!("{}。", "あ".repeat(100));
        let short = format!("{}。", "あ".repeat(99));
        check("long-sentence", &[(&long, &long), (&short, "")]);
    }

    #[test]
    fn commas() {
        let many = "今日は、朝から、雨が、ずっと、降る。";
        check(
            "many-commas",
            &[
                (many, many),
                ("今日は、朝から、雨が、降る。", ""),
                ("彼は「今日は、朝から、雨が、ずっと、降る」と言った。", ""),
            ],
        );
    }

    #[test]
    fn kanji() {
        check("kanji-run", &[("この高速道路交通情報を見る。", "高速道路交通情報"), ("この道路の交通情報を見る。", "")]);
    }
}
