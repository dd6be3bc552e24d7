//! Shares of kinds of sentences and words in Japanese. They describe a text and do not judge it.

use super::style::{Ending, ending};
use crate::measures::counted::Passage;
use crate::measures::diversity::Named;
use crate::tokens::Token;

/// Shares of running text: passive sentences and the three endings of all sentences, demonstratives of all words.
pub fn shares(passages: &[Passage<'_>]) -> Vec<Named> {
    let prose: Vec<&Passage<'_>> =
        passages.iter().filter(|passage| crate::measures::counted::is_prose(passage.block.role)).collect();
    let endings: Vec<Ending> = prose.iter().map(|passage| ending(passage)).collect();
    let of_sentences = |count: usize| (!prose.is_empty()).then(|| count as f64 / prose.len() as f64);
    let ending_share = |kind: Ending| of_sentences(endings.iter().filter(|ending| **ending == kind).count());
    let passive = prose.iter().filter(|passage| passage.tokens.iter().any(|token| is_passive(passage, token))).count();
    let words = prose.iter().map(|passage| passage.words().count()).sum::<usize>();
    let demonstratives =
        prose.iter().flat_map(|passage| passage.words().filter(|token| is_demonstrative(passage, token))).count();
    vec![
        ("politeEndings", ending_share(Ending::Polite)),
        ("plainEndings", ending_share(Ending::Plain)),
        ("nominalEndings", ending_share(Ending::Nominal)),
        ("passiveSentences", of_sentences(passive)),
        ("demonstratives", (words > 0).then(|| demonstratives as f64 / words as f64)),
    ]
}

/// Whether a word is the auxiliary of the passive; it has the form of the potential and the honorific, which are counted
/// with it.
fn is_passive(passage: &Passage<'_>, token: &Token<'_>) -> bool {
    token.xpos.is_some_and(|class| class.starts_with("助動詞"))
        && matches!(token.lemma(passage.article).as_ref(), "れる" | "られる")
}

fn is_demonstrative(passage: &Passage<'_>, token: &Token<'_>) -> bool {
    matches!(
        token.span.of(passage.article),
        "これ"
            | "それ"
            | "あれ"
            | "この"
            | "その"
            | "あの"
            | "ここ"
            | "そこ"
            | "あそこ"
            | "こう"
            | "そう"
            | "こうした"
            | "そうした"
            | "こういう"
            | "そういう"
            | "これら"
            | "それら"
            | "こんな"
            | "そんな"
    )
}
