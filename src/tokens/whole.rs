//! What is one word by rule, whatever a dictionary would make of it: addresses, handles and hashtags.

use super::{Lemma, Token};
use crate::report::Upos;
use crate::span::Span;
use regex::Regex;
use std::sync::LazyLock;

/// A stretch that is one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Whole {
    /// Where it stands in the text that was searched.
    pub span: Span,
    /// What it is.
    pub upos: Upos,
}

/// One rule: a pattern, and the class of what it finds.
struct Rule {
    pattern: &'static str,
    upos: Upos,
    /// Whether it may follow a letter that is not Latin directly, as words do in Japanese.
    joins: bool,
    /// Whether marks at its end belong to the sentence instead.
    trims: bool,
}

/// In the order in which they are tried at one place.
const RULES: [Rule; 4] = [
    Rule { pattern: r"(?:(?:https?|ftp)://|www\.)[!-~]+", upos: Upos::X, joins: true, trims: true },
    Rule {
        pattern: r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}",
        upos: Upos::X,
        joins: true,
        trims: false,
    },
    Rule { pattern: r"[@＠][A-Za-z0-9_]*[A-Za-z_][A-Za-z0-9_]*", upos: Upos::Propn, joins: true, trims: false },
    Rule {
        pattern: r"[#＃][\p{L}\p{M}\p{N}_]*[\p{L}_][\p{L}\p{M}\p{N}_]*", upos: Upos::X, joins: false, trims: false
    },
];

static PATTERNS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let alternatives: Vec<String> = RULES.iter().map(|rule| format!("({})", rule.pattern)).collect();
    Regex::new(&alternatives.join("|")).ok()
});

/// Finds the stretches of a text that are one word by rule, in order and without overlap. Most sentences have no mark that
/// begins one and cost a look at their bytes.
pub fn find(text: &str, found: &mut Vec<Whole>) {
    found.clear();
    // What begins one has one of these bytes, the last that of full-width marks.
    let may_have = text.bytes().any(|byte| matches!(byte, b'@' | b'#' | b':' | b'w' | 0xEF));
    if !may_have || !text.contains(['@', '#', '＠', '＃']) && !text.contains("://") && !text.contains("www.") {
        return;
    }
    let Some(patterns) = PATTERNS.as_ref() else { return };
    for captures in patterns.captures_iter(text) {
        let groups = RULES.iter().enumerate().filter_map(|(number, rule)| Some((rule, captures.get(number + 1)?)));
        for (rule, group) in groups {
            let before = text.get(..group.start()).and_then(|before| before.chars().next_back());
            let is_word = |before: char| {
                before == '_' || if rule.joins { before.is_ascii_alphanumeric() } else { before.is_alphanumeric() }
            };
            if before.is_some_and(is_word) {
                continue;
            }
            let rest = text.get(group.end()..).unwrap_or("");
            let length = match rule {
                Rule { trims: true, .. } => trimmed(group.as_str()),
                Rule { joins: false, .. } => of_tag(group.as_str(), rest),
                _ => group.len(),
            };
            found.push(Whole { span: Span::new(group.start(), group.start() + length), upos: rule.upos });
        }
    }
}

/// Gives words by rule, among the tokens of a sentence that begins at byte `offset`, the class of their rule, or the one
/// that all of them have in a language.
pub fn mark(tokens: &mut [Token<'_>], wholes: &[Whole], offset: usize, common: Option<Upos>) {
    let mut tokens = tokens.iter_mut().peekable();
    for whole in wholes {
        let span = whole.span.shifted(offset);
        while tokens.next_if(|token| token.span.start < span.start).is_some() {}
        if let Some(token) = tokens.next_if(|token| token.span == span) {
            token.upos = common.unwrap_or(whole.upos);
            token.lemma = Lemma::Form;
        }
    }
}

/// The length of a hashtag: whole where space or nothing follows it, else no more than its Latin beginning, with which the
/// sentence goes on: #MeToo運動が広がった.
fn of_tag(tag: &str, rest: &str) -> usize {
    let stands_apart = rest.chars().next().is_none_or(|next| next.is_whitespace() || matches!(next, '#' | '＃'));
    let is_latin = |character: &char| character.is_ascii_alphanumeric() || matches!(character, '_' | '#' | '＃');
    let latin: usize = tag.chars().take_while(is_latin).map(char::len_utf8).sum();
    let has_letter = tag.get(..latin).is_some_and(|latin| latin.contains(|c: char| c.is_ascii_alphabetic()));
    if stands_apart || !has_letter { tag.len() } else { latin }
}

/// The length of an address without the marks of the sentence around it.
fn trimmed(address: &str) -> usize {
    let is_mark = |character| matches!(character, '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '"' | '>' | ']' | '}');
    let is_paired = address.contains('(');
    address.trim_end_matches(|character| is_mark(character) || character == ')' && !is_paired).len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_handles_and_hashtags_are_whole() {
        let table = [
            ("address with a path", "詳細はhttps://example.com/a?b=c#dを参照。", "https://example.com/a?b=c#d"),
            (
                "address in brackets",
                "（http://example.com/）と (www.example.org).",
                "http://example.com/ www.example.org",
            ),
            ("address with brackets", "見よ http://example.com/a_(b) を", "http://example.com/a_(b)"),
            ("address at the sentence's end", "See https://example.com/x.", "https://example.com/x"),
            ("e-mail", "連絡先はtaro.yamada+news@example.co.jpまで", "taro.yamada+news@example.co.jp"),
            ("handle", "@example_01さんと＠fooさん", "@example_01 ＠foo"),
            ("hashtag", "#東京マラソン 開催 ＃2025年", "#東京マラソン ＃2025年"),
            (
                "hashtag in a sentence",
                "#MeToo運動が広がった。#nameと書くと、#AIとの暮らし",
                "#MeToo #name #AIとの暮らし",
            ),
            ("no hashtag", "#1 と C# と F#の話", ""),
            ("no handle", "a@b と 1個@100円", ""),
            ("colour", "これは#008080と表す。", ""),
            ("nothing", "東京、大阪。", ""),
        ];
        let mut found = Vec::new();
        for (label, text, expected) in table {
            find(text, &mut found);
            let forms: Vec<_> = found.iter().map(|whole| whole.span.of(text)).collect();
            assert_eq!(forms.join(" "), expected, "{label}");
        }
    }
}
