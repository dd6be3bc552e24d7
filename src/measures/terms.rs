//! Which words can name what an article is about.

use super::counted::Passage;
use crate::tokens::Token;

/// What a word can do in a phrase that names something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// It names something by itself.
    Head,
    /// It stands before a head: an adjective, a prefix.
    Modifier,
    /// It stands after a head: a suffix.
    Suffix,
    /// It stands between heads: a number, a middle dot, a hyphen.
    Link,
    /// It is in no such phrase.
    Outside,
}

/// What the stages need to know of a language to find its terms.
pub struct TermRules {
    /// What a word can do; the text is its form.
    pub part: fn(&Token<'_>, &str) -> Part,
    /// Single words in lower case that name nothing by themselves.
    pub empty: &'static [&'static str],
    /// The most words that a phrase has.
    pub longest: usize,
}

/// A phrase that names something, and the words it is made of.
#[derive(Clone, Debug)]
pub struct Phrase<'a> {
    /// Its tokens, in order, nothing but a space between them.
    pub tokens: &'a [Token<'a>],
    /// Index of its sentence among those given.
    pub sentence: usize,
}

/// The longest phrases of a sentence that name something, in order; they never overlap.
pub fn phrases<'a>(passage: &Passage<'a>, sentence: usize) -> Vec<Phrase<'a>> {
    let rules = &passage.language.terms;
    let part = |token: &Token<'_>| (rules.part)(token, token.span.of(passage.article));
    let mut found = Vec::new();
    for run in
        passage.tokens.chunk_by(|a, b| part(a) != Part::Outside && part(b) != Part::Outside && adjoin(passage, a, b))
    {
        let kept = trim(passage, run, &part);
        if !kept.is_empty() && kept.len() <= rules.longest && kept.iter().any(|token| part(token) == Part::Head) {
            found.push(Phrase { tokens: kept, sentence });
        }
    }
    found
}

/// Whether nothing stands between two tokens, or one space between words of a script that has spaces.
fn adjoin(passage: &Passage<'_>, first: &Token<'_>, second: &Token<'_>) -> bool {
    let between = passage.article.get(first.span.end as usize..second.span.start as usize).unwrap_or("\n");
    let is_spaced = |token: &Token<'_>, last: bool| {
        let form = token.span.of(passage.article);
        let edge = if last { form.chars().next_back() } else { form.chars().next() };
        edge.is_some_and(|c| c.is_uppercase() || c.is_lowercase() || c.is_ascii_digit())
    };
    between.is_empty() || (between == " " && is_spaced(first, true) && is_spaced(second, false))
}

/// A run without what can't begin or end a phrase. Digits that are one word with the Latin letters before them end one:
/// the name of a product keeps its number.
fn trim<'a>(passage: &Passage<'_>, run: &'a [Token<'a>], part: &impl Fn(&Token<'_>) -> Part) -> &'a [Token<'a>] {
    let begins = |token: &Token<'_>| matches!(part(token), Part::Head | Part::Modifier);
    let ends = |token: &Token<'_>| matches!(part(token), Part::Head | Part::Suffix);
    let start = run.iter().position(begins).unwrap_or(run.len());
    let end = run.iter().rposition(ends).map_or(0, |last| last + 1);
    let numbered = run.get(end..).unwrap_or(&[]).iter().zip(run.get(end.saturating_sub(1)..).unwrap_or(&[]));
    let form = |token: &Token<'_>| token.span.of(passage.article);
    let follows = |(token, before): &(&Token<'_>, &Token<'_>)| {
        let joined = before.span.end == token.span.start
            && form(before).ends_with(|c: char| c.is_ascii_alphanumeric() || c == '-');
        joined && form(token).chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-'))
    };
    let kept = numbered.take_while(follows).collect::<Vec<_>>();
    let digits = kept.iter().rposition(|(token, _)| form(token).ends_with(|c: char| c.is_ascii_digit()));
    run.get(start..end + digits.map_or(0, |last| last + 1)).unwrap_or(&[])
}
