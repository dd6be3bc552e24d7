//! Origins that what stands beside a word decides.
//!
//! Some written words have two readings of one class, a Sinitic and a native one: 月 is がつ after a number, 前 is ぜん in
//! 前大統領 and まえ in 三日前. The model of words keeps one origin for each class; these rules put right what neighbours
//! tell. Readings that only knowing the word tells (村 in 飯舘村) stay as the model has them.

use crate::report::Origin;
use crate::tokens::Token;

/// What must stand beside a word.
#[derive(Clone, Copy)]
enum Beside {
    /// Anything.
    Anything,
    /// A number before it.
    Number,
    /// その or この before it.
    This,
    /// A noun after it, and no number before it with or without its counter.
    Noun,
    /// A name after it.
    Name,
    /// Anything but a native word after it.
    NoNative,
}

/// A written word, its class, what stands beside it and its origin then.
type Rule = (&'static str, &'static str, Beside, Origin);

const RULES: &[Rule] = &[
    ("月", "名詞-普通名詞-助数詞可能", Beside::Number, Origin::Sinitic),
    ("歳", "名詞", Beside::Number, Origin::Sinitic),
    ("州", "名詞", Beside::Anything, Origin::Sinitic),
    ("家", "接尾辞", Beside::Anything, Origin::Sinitic),
    ("後", "名詞-普通名詞-副詞可能", Beside::This, Origin::Sinitic),
    ("前", "名詞-普通名詞-副詞可能", Beside::Noun, Origin::Sinitic),
    ("故", "名詞", Beside::Name, Origin::Sinitic),
    ("大", "接頭辞", Beside::NoNative, Origin::Sinitic),
];

/// Puts right the origins of a sentence's words; it begins at byte `offset` of what their spans are of.
pub fn by_neighbours(tokens: &mut [Token<'_>], sentence: &str, offset: usize) {
    let form = |token: &Token<'_>| {
        sentence.get(token.span.start as usize - offset..token.span.end as usize - offset).unwrap_or("")
    };
    for index in 0..tokens.len() {
        // All these words are one letter of three bytes.
        let Some(token) = tokens.get(index).filter(|token| token.span.len() == 3) else { continue };
        let (own, class) = (form(token), token.xpos.unwrap_or(""));
        let before = |far: usize| index.checked_sub(far).and_then(|before| tokens.get(before));
        let after = tokens.get(index + 1).filter(|next| next.span.start == token.span.end);
        let is_beside = |beside: Beside| match beside {
            Beside::Anything => true,
            Beside::Number => before(1).is_some_and(is_number),
            Beside::This => before(1).is_some_and(|token| matches!(form(token), "その" | "この")),
            Beside::Noun => {
                after.is_some_and(|next| is_noun(next) && !is_number(next))
                    && ![1, 2].into_iter().filter_map(before).any(is_number)
            }
            Beside::Name => after.is_some_and(|next| has_class(next, "名詞-固有名詞")),
            Beside::NoNative => after.is_some_and(|next| next.origin != Some(Origin::Native)),
        };
        let rule = RULES.iter().find(|rule| rule.0 == own && class.starts_with(rule.1) && is_beside(rule.2));
        if let (Some((.., origin)), Some(token)) = (rule, tokens.get_mut(index)) {
            token.origin = Some(*origin);
        }
    }
}

fn has_class(token: &Token<'_>, class: &str) -> bool {
    token.xpos.is_some_and(|own| own.starts_with(class))
}

/// Whether a word is a number.
pub fn is_number(token: &Token<'_>) -> bool {
    has_class(token, "名詞-数詞")
}

fn is_noun(token: &Token<'_>) -> bool {
    has_class(token, "名詞")
}

#[cfg(test)]
mod tests {
    use crate::Options;
    use crate::measures::testing::prose;
    use crate::report::{OffsetUnit, Origin};

    #[test]
    fn readings_that_neighbours_tell() {
        let table = [
            ("四月に始まる。", "月", Some(Origin::Sinitic)),
            ("明るい月が出た。", "月", Some(Origin::Native)),
            ("彼女は76歳だった。", "歳", Some(Origin::Sinitic)),
            ("山野前市長が話した。", "前", Some(Origin::Sinitic)),
            ("三日前、雨が降った。", "前", Some(Origin::Native)),
            ("家の前に立つ。", "前", Some(Origin::Native)),
            ("政治家になった。", "家", Some(Origin::Sinitic)),
            ("大きな家に住む。", "家", Some(Origin::Native)),
            ("その後、雨が降った。", "後", Some(Origin::Sinitic)),
            ("雨が降った後に出かけた。", "後", Some(Origin::Native)),
            ("大地震があった。", "大", Some(Origin::Sinitic)),
        ];
        for (text, form, expected) in table {
            let report = prose(text, Options { offsets: OffsetUnit::Byte, ..Options::default() });
            let token = report.tokens.iter().find(|token| token.span.of(text) == form);
            let found = token.map(|token| token.origin);
            assert_eq!(found, Some(expected), "{form} in {text}: {:?}", report.tokens);
        }
    }
}
