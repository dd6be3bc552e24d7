//! Tokens without a model: Unicode's word boundaries (UAX #29), and runs of one script where those would cut every
//! character off. Classes are told only where characters alone tell them.

use super::{Lemma, Token};
use crate::letters::is_letter;
use crate::report::Upos;
use crate::span::Span;
use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};
use unicode_script::{Script, UnicodeScript};
use unicode_segmentation::UnicodeSegmentation;

/// Adds the tokens of `text`, which begins at byte `offset`.
pub fn tokenize(text: &str, offset: usize, tokens: &mut Vec<Token<'_>>) {
    let mut run: Option<(usize, usize, Script)> = None;
    for (start, piece) in text.split_word_bound_indices() {
        let end = start + piece.len();
        let script = run_script(piece);
        match (&mut run, script) {
            (Some((_, run_end, run_script)), Some(script)) if *run_script == script => *run_end = end,
            _ => {
                finish(run.take(), offset, tokens);
                match script {
                    Some(script) => run = Some((start, end, script)),
                    None => push(piece, offset + start, tokens),
                }
            }
        }
    }
    finish(run, offset, tokens);
}

/// The script whose characters are joined to runs, when the piece is of one.
fn run_script(piece: &str) -> Option<Script> {
    let script = piece.chars().next()?.script();
    matches!(script, Script::Han | Script::Hiragana).then_some(script)
}

fn finish(run: Option<(usize, usize, Script)>, offset: usize, tokens: &mut Vec<Token<'_>>) {
    if let Some((start, end, _)) = run {
        tokens.push(token(Span::new(offset + start, offset + end), Upos::X, Lemma::Form));
    }
}

fn push(piece: &str, start: usize, tokens: &mut Vec<Token<'_>>) {
    if piece.chars().all(char::is_whitespace) {
        return;
    }
    let is_word = piece.chars().any(char::is_alphabetic);
    let upos = match piece.chars().next() {
        _ if is_word => Upos::X,
        Some(first) if first.is_numeric() => Upos::Num,
        Some(first) if is_symbol(first) => Upos::Sym,
        _ => Upos::Punct,
    };
    let lemma = if is_word { Lemma::Lowercase } else { Lemma::Form };
    tokens.push(token(Span::new(start, start + piece.len()), upos, lemma));
}

/// An emoji or another sign is no word, whatever a model that has never seen it says, and an emoji is no punctuation.
pub fn demote_marks(token: &mut Token<'_>, form: &str) {
    let is_emoji = || form.chars().any(|character| character >= '\u{1F000}' && is_symbol(character));
    if (token.is_word() || is_emoji()) && !form.contains(|c: char| is_letter(c) || c.is_numeric() || c == '_') {
        token.upos = if form.chars().any(is_symbol) { Upos::Sym } else { Upos::Punct };
    }
}

/// Whether a mark is a symbol rather than punctuation: it stands for a word, as some do that Unicode takes for punctuation.
fn is_symbol(character: char) -> bool {
    matches!(character, '%' | '‰' | '&' | '@' | '#' | '§' | '％' | '＆' | '＠' | '＃')
        || character.general_category_group() == GeneralCategoryGroup::Symbol
}

/// A token of which no more is known.
pub fn token<'m>(span: Span, upos: Upos, lemma: Lemma<'m>) -> Token<'m> {
    Token { span, upos, xpos: None, lemma, origin: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_runs_and_marks() {
        let table = [
            ("", ""),
            ("DeepSeekは2.5億円を、得た。", "DeepSeek は 2.5 億円 を 、 得 た 。"),
            ("It's 3,000 km/h!", "It's 3,000 km / h !"),
            ("💛𠮷 a\u{301}", "💛 𠮷 a\u{301}"),
        ];
        for (text, expected) in table {
            let mut tokens = Vec::new();
            tokenize(text, 0, &mut tokens);
            let found: Vec<_> = tokens.iter().map(|token| token.span.of(text)).collect();
            assert_eq!(found.join(" "), expected, "{text}");
        }
    }
}
