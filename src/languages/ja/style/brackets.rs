//! Brackets without their other half.

use crate::measures::style::{Line, Notes};
use crate::options::Wording;
use crate::span::Span;

const PAIRS: [(char, char); 9] = [
    ('「', '」'),
    ('『', '』'),
    ('（', '）'),
    ('【', '】'),
    ('〔', '〕'),
    ('《', '》'),
    ('〈', '〉'),
    ('“', '”'),
    ('［', '］'),
];
const UNCLOSED: Wording = ("This bracket is never closed.", "この括弧は閉じていません。");
const UNOPENED: Wording = ("This bracket was never opened.", "この括弧は始まりがありません。");
/// A quotation can go on over this many blocks.
const BLOCKS: usize = 5;

/// A bracket that is open.
struct Open {
    closing: char,
    span: Span,
    block: usize,
}

/// Brackets that do not close within five blocks, and those that nothing has opened. A bracket after a number at the
/// start of a line, as in 「1）」, counts the line and closes nothing.
pub fn unpaired(lines: &[Line<'_>], notes: &mut Notes) {
    let mut open: Vec<Open> = Vec::new();
    for (block, sentences) in lines.chunk_by(|a, b| a.passage.block.span == b.passage.block.span).enumerate() {
        let late = open.iter().take_while(|bracket| block - bracket.block > BLOCKS).count();
        open.drain(..late).for_each(|bracket| notes.add(bracket.span, UNCLOSED, &[]));
        for line in sentences {
            for (offset, character) in line.passage.text.char_indices() {
                let span = line.span(offset, offset + character.len_utf8());
                if let Some((_, closing)) = PAIRS.iter().find(|(opening, _)| *opening == character) {
                    open.push(Open { closing: *closing, span, block });
                } else if PAIRS.iter().any(|(_, closing)| *closing == character) {
                    close(character, span, &mut open, is_label(line, offset), notes);
                }
            }
        }
    }
    open.into_iter().for_each(|bracket| notes.add(bracket.span, UNCLOSED, &[]));
}

/// Closes the innermost bracket of its kind; what was opened inside it is left unclosed.
fn close(character: char, span: Span, open: &mut Vec<Open>, label: bool, notes: &mut Notes) {
    // A bracket of another kind is looked past only a little way down, so that the work stays linear.
    let place = open.iter().rev().take(16).position(|bracket| bracket.closing == character);
    match place {
        Some(inner) => {
            let kept = open.len() - inner;
            open.drain(kept..).for_each(|bracket| notes.add(bracket.span, UNCLOSED, &[]));
            open.pop();
        }
        None if label => {}
        None => notes.add(span, UNOPENED, &[]),
    }
}

/// Whether the text before a bracket is the short number or letter of a listed line.
fn is_label(line: &Line<'_>, offset: usize) -> bool {
    let before = line.passage.text.get(..offset).unwrap_or("");
    !before.is_empty() && before.chars().nth(3).is_none() && before.chars().all(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use crate::measures::style::testing::check;

    #[test]
    fn brackets() {
        check(
            "unpaired-bracket",
            &[
                ("彼は「行く」と言った。", ""),
                ("彼は「行くと言った。", "「"),
                ("彼は行く」と言った。", "」"),
                ("（注「本」）を見る。", ""),
                ("（注「本）を見る。", "「"),
                ("1）最初の項目です。", ""),
                ("彼は言った。\n\n「まず一つ。\n\n次に二つ」。", ""),
            ],
        );
    }
}
