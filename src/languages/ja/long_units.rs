//! Long units over short ones, for reading, line breaking and keywords: 文節 (a word of its own with what leans on it) and
//! compound nouns. They are a view: no unit is cut that the short ones do not cut.

use crate::tokens::Token;
use std::ops::Range;

/// The 文節 of a sentence's tokens, as ranges of them: in order, without gaps.
///
/// A unit begins where a word stands that can stand alone, unless it goes on with the one before: in a compound noun,
/// after a prefix, as a light verb after a verbal noun, or as an auxiliary verb after て. Opening brackets begin a unit,
/// other marks end the one before them.
pub fn bunsetsu(tokens: &[Token<'_>]) -> Vec<Range<usize>> {
    let mut units: Vec<Range<usize>> = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        let last = index.checked_sub(1).and_then(|before| tokens.get(before));
        match units.last_mut() {
            Some(unit) if last.is_some_and(|last| leans(last, token)) => unit.end = index + 1,
            _ => units.push(index..index + 1),
        }
    }
    units
}

/// The compound nouns of a sentence's tokens, as ranges of them: the longest runs of nouns with their prefixes and
/// suffixes that touch one another and have a noun among them. Numbers alone are none.
pub fn compound_nouns(tokens: &[Token<'_>]) -> Vec<Range<usize>> {
    let is_part = |token: &Token<'_>| is_any(token, &["名詞", "接頭辞", "接尾辞-名詞的", "記号-文字"]);
    let mut units: Vec<Range<usize>> = Vec::new();
    for (index, _) in tokens.iter().enumerate().filter(|(_, token)| is_part(token)) {
        match units.last_mut() {
            Some(unit) if unit.end == index && touch(tokens, index) => unit.end = index + 1,
            _ => units.push(index..index + 1),
        }
    }
    let is_noun = |token: &Token<'_>| is_any(token, &["名詞"]) && !is_any(token, &["名詞-数詞", "名詞-助動詞語幹"]);
    units.retain(|unit| tokens.get(unit.clone()).unwrap_or_default().iter().any(is_noun));
    units
}

/// Whether a token belongs to the 文節 of the one before it.
fn leans(last: &Token<'_>, token: &Token<'_>) -> bool {
    let apart = last.span.end != token.span.start;
    let opens = |token: &Token<'_>| is_any(token, &["補助記号-括弧開"]);
    if apart || opens(token) {
        return false;
    }
    if opens(last) || is_any(last, &["接頭辞"]) {
        return true;
    }
    if is_any(token, &["助詞", "助動詞", "接尾辞", "補助記号"]) {
        return true;
    }
    let is_noun = |token: &Token<'_>| is_any(token, &["名詞", "接尾辞-名詞的", "記号-文字"]);
    let is_compound = is_noun(last) && is_noun(token);
    let is_light_verb = is_noun(last) && is_any(token, &["動詞-非自立可能"]);
    let is_auxiliary = is_any(last, &["助詞-接続助詞"]) && is_any(token, &["動詞-非自立可能", "形容詞-非自立可能"]);
    let is_compound_verb = is_any(last, &["動詞"]) && is_any(token, &["動詞"]);
    is_compound || is_light_verb || is_auxiliary || is_compound_verb
}

fn is_any(token: &Token<'_>, classes: &[&str]) -> bool {
    let name = token.xpos.unwrap_or("");
    classes.iter().any(|class| name.strip_prefix(class).is_some_and(|rest| rest.is_empty() || rest.starts_with('-')))
}

fn touch(tokens: &[Token<'_>], index: usize) -> bool {
    let last = index.checked_sub(1).and_then(|before| tokens.get(before));
    last.zip(tokens.get(index)).is_some_and(|(last, token)| last.span.end == token.span.start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::languages;
    use crate::tokens::{Buffers, Models};

    fn units(view: fn(&[Token<'_>]) -> Vec<Range<usize>>, text: &str) -> String {
        let models = Models::built_in().unwrap();
        let mut tokens = Vec::new();
        models.tokenize(&languages::ja::LANGUAGE, text, 0, &mut Buffers::default(), &mut tokens);
        let forms = |unit: Range<usize>| tokens[unit].iter().map(|token| token.span.of(text)).collect::<String>();
        view(&tokens).into_iter().map(forms).collect::<Vec<_>>().join("/")
    }

    #[test]
    fn bunsetsu_stand_alone() {
        let table = [
            ("particles lean", "昨日は雨が降った。", "昨日は/雨が/降った。"),
            ("light verb", "会社が新製品を発表した。", "会社が/新製品を/発表した。"),
            ("auxiliary after て", "本を読んでいる。", "本を/読んでいる。"),
            ("brackets", "彼は「はい」と答えた。", "彼は/「はい」と/答えた。"),
            ("spaces part", "東京 大阪", "東京/大阪"),
            ("nothing", "", ""),
        ];
        for (label, text, expected) in table {
            assert_eq!(units(bunsetsu, text), expected, "{label}");
        }
    }

    #[test]
    fn compound_nouns_are_whole() {
        let table = [
            ("compound", "経済産業省が新製品を発表した。", "経済産業省/新製品/発表"),
            ("number with its counter", "2025年に開いた。", "2025年"),
            ("number alone", "3と5を足す。", ""),
            ("nothing", "とても速く走る。", ""),
        ];
        for (label, text, expected) in table {
            assert_eq!(units(compound_nouns, text), expected, "{label}");
        }
    }
}
