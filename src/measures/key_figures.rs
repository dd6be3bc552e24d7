//! Key figures: the quantities that an article turns on.
//!
//! A quantity's score is the product of
//!
//! - kind: 1 for money, 0.9 for shares, 0.7 for things measured, 0.4 for counts up to ten and 0.13 more for each power of
//!   ten above, up to 0.9, 0.6 for durations, 0.5 for ranks, 0.25 for ages, 0.15 for bare numbers;
//! - place: 1/2 + 1/(2 + 8·s/3) for the s-th counted sentence, times 1.3 in a sentence of the summary;
//! - title: 1.5 where the title gives the same value;
//! - names: 1.1 beside one of the names mentioned most;
//! - what: 1.15 where the text says of what it is;
//! - repetition: 1 + 0.8·ln n for a value given n times.
//!
//! The weights were chosen by how many figures of Wikinews' headlines are among the three (`cargo xtask evaluate measures`).
//!
//! One value in one unit is one figure, told where it scores best.

use super::counted::{self, Passage};
use crate::article::Article;
use crate::options::{MessageLanguage, Wording};
use crate::order::Order;
use crate::report::{Entity, KeyFigure, Quantity, QuantityKind, SummarySentence};
use std::collections::{HashMap, HashSet};

/// It stands in the title.
const TITLE: Wording = ("it stands in the title too", "題名にもある");
/// It stands in the summary.
const SUMMARY: Wording = ("it stands in a sentence of the summary", "要約に入る文にある");
/// It stands at the beginning.
const LEAD: Wording = ("it stands at the beginning", "記事の冒頭にある");
/// It stands beside a name.
const NAME: Wording = ("it stands in one sentence with “{}”", "「{}」と同じ文にある");
/// It is given more than once; `{}` stands for how often.
const REPEATED: Wording = ("it is given {} times", "{} 回出てくる");
/// It is of a kind that tells much.
const KIND: Wording = ("it tells an amount, a share or a count", "金額や割合、数量を示す");

/// The most key figures.
pub const MOST: usize = 3;
/// Names that count as those mentioned most.
const NAMES: usize = 3;
/// The least score of a key figure: a bare number far down has less.
const LEAST: f64 = 0.2;
/// Sentences that count as the beginning.
const BEGINNING: usize = 3;

/// A quantity with its score and reasons.
struct Candidate {
    figure: KeyFigure,
    key: Key,
}

/// What makes two quantities one figure.
type Key = (QuantityKind, String, Option<u64>, Option<u64>);

/// The quantities that an article turns on, best first, at most [`MOST`], all from its counted blocks. `quantities`
/// must be in order.
pub fn key_figures(
    article: &Article<'_>,
    counted: &[Passage<'_>],
    quantities: &[Quantity],
    (entities, summary): (&[Entity], &[SummarySentence]),
) -> Vec<KeyFigure> {
    let names = most_mentioned(entities);
    let titles = in_titles(article, quantities);
    let mut counts: HashMap<Key, u32> = HashMap::new();
    let mut candidates = Vec::new();
    for (order, passage) in counted.iter().enumerate() {
        for (index, quantity) in within(passage, quantities) {
            *counts.entry(key(quantity)).or_insert(0) += 1;
            let next = names.partition_point(|(start, _)| *start < passage.start);
            let name = names.get(next).filter(|(start, _)| is_within(passage, *start)).map(|(_, name)| *name);
            let place = Place {
                order,
                is_summary: summary.iter().any(|taken| taken.sentence == passage.index),
                is_title: titles.contains(&key(quantity)),
                name,
            };
            let sentence = passage.index;
            let (score, because) = judge(quantity, &place, article.options.message_language);
            let figure = KeyFigure { quantity: index as u32, sentence, score, because };
            candidates.push(Candidate { figure, key: key(quantity) });
        }
    }
    for candidate in &mut candidates {
        let count = counts.get(&candidate.key).copied().unwrap_or(1);
        candidate.figure.score *= 1.0 + 0.8 * f64::from(count).ln();
        if count > 1 {
            let reason = article.options.message_language.with(REPEATED, &[&count.to_string()]);
            candidate.figure.because.push(reason);
        }
    }
    select(candidates)
}

/// The best candidates that something can be said for, each value once.
fn select(mut candidates: Vec<Candidate>) -> Vec<KeyFigure> {
    candidates.retain(|candidate| candidate.figure.score >= LEAST && !candidate.figure.because.is_empty());
    candidates
        .order_by(|a, b| b.figure.score.total_cmp(&a.figure.score).then(a.figure.quantity.cmp(&b.figure.quantity)));
    let mut kept: Vec<Candidate> = Vec::new();
    for candidate in candidates {
        if kept.len() < MOST && kept.iter().all(|other| other.key != candidate.key) {
            kept.push(candidate);
        }
    }
    kept.into_iter().map(|candidate| candidate.figure).collect()
}

/// Where a quantity stands.
struct Place<'a> {
    order: usize,
    is_summary: bool,
    is_title: bool,
    name: Option<&'a str>,
}

/// The score of a quantity but for its repetition, and the reasons for it.
fn judge(quantity: &Quantity, place: &Place<'_>, language: MessageLanguage) -> (f64, Vec<String>) {
    let kind = weight(quantity);
    let mut score = kind * (1.0 + 1.0 / (1.0 + place.order as f64 / 0.75)) / 2.0;
    let mut because = Vec::new();
    let mut tell = |applies: bool, factor: f64, reason: String| {
        if applies {
            score *= factor;
            because.push(reason);
        }
    };
    tell(place.is_title, 1.5, language.of(TITLE).to_owned());
    tell(place.is_summary, 1.3, language.of(SUMMARY).to_owned());
    tell(place.order < BEGINNING, 1.0, language.of(LEAD).to_owned());
    tell(place.name.is_some(), 1.1, language.with(NAME, &[place.name.unwrap_or("")]));
    let is_vague = matches!(quantity.kind, QuantityKind::Duration | QuantityKind::Rank | QuantityKind::Other);
    tell(kind >= 0.5 && !is_vague, 1.0, language.of(KIND).to_owned());
    if quantity.of.is_some() {
        score *= 1.15;
    }
    (score, because)
}

/// How much a kind of quantity tells.
fn weight(quantity: &Quantity) -> f64 {
    match quantity.kind {
        QuantityKind::Count => count_weight(quantity.value.upper.or(quantity.value.lower)),
        QuantityKind::Money => 1.0,
        QuantityKind::Percent => 0.9,
        QuantityKind::Age => 0.25,
        QuantityKind::Number => 0.15,
        QuantityKind::Duration => 0.6,
        QuantityKind::Rank | QuantityKind::Other => 0.5,
        _ => 0.7,
    }
}

/// How much a count tells: a few things are named in passing, a great many are what an article is about.
fn count_weight(value: Option<f64>) -> f64 {
    let powers_above_ten = value.map_or(f64::INFINITY, |value| value.max(10.0).log10() - 1.0);
    (0.4 + 0.13 * powers_above_ten).min(0.9)
}

fn key(quantity: &Quantity) -> Key {
    let bits = |end: Option<f64>| end.map(f64::to_bits);
    (quantity.kind, quantity.unit.clone(), bits(quantity.value.lower), bits(quantity.value.upper))
}

/// The places of the names mentioned most, in order.
fn most_mentioned(entities: &[Entity]) -> Vec<(u32, &str)> {
    let mut names: Vec<&Entity> = entities.iter().collect();
    names.order_by_key(|entity| std::cmp::Reverse(entity.mentions.len()));
    let first = names.into_iter().take(NAMES);
    let places = first.flat_map(|entity| entity.mentions.iter().map(|span| (span.start, entity.name.as_str())));
    let mut places: Vec<(u32, &str)> = places.collect();
    places.order();
    places
}

fn is_within(passage: &Passage<'_>, place: u32) -> bool {
    (passage.start..passage.start + passage.text.len() as u32).contains(&place)
}

/// The quantities of a passage with their indices.
fn within<'q>(passage: &Passage<'_>, quantities: &'q [Quantity]) -> impl Iterator<Item = (usize, &'q Quantity)> {
    let end = passage.start + passage.text.len() as u32;
    let first = quantities.partition_point(|quantity| quantity.span.start < passage.start);
    quantities.iter().enumerate().skip(first).take_while(move |(_, quantity)| quantity.span.start < end)
}

/// The quantities of titles, each as its key.
fn in_titles(article: &Article<'_>, quantities: &[Quantity]) -> HashSet<Key> {
    let titles = counted::titles(article);
    let keys = titles.iter().flat_map(|passage| within(passage, quantities)).map(|(_, found)| key(found));
    keys.collect()
}

#[cfg(test)]
mod tests {
    use crate::Options;
    use crate::measures::testing::prose;
    use crate::report::OffsetUnit;

    fn found(text: &str) -> Vec<String> {
        let report = prose(text, Options { offsets: OffsetUnit::Byte, ..Options::default() });
        let figures = report.key_figures.iter();
        figures
            .map(|figure| {
                let span = report.quantities[figure.quantity as usize].span;
                let sentence = report.sentences[figure.sentence as usize].span;
                assert!(sentence.contains(span) && !figure.because.is_empty(), "{figure:?}");
                span.of(text).to_owned()
            })
            .collect()
    }

    #[test]
    fn what_an_article_turns_on() {
        let text = "北浜電機は新しい工場に300億円を投じる。社長の山野太一さん（58）が発表した。生産量は40%増える。\
工場には千人が勤める。社員は朝の九時に集まった。投資額の300億円は過去最大だ。";
        let found = found(text);
        assert_eq!(found.first().map(String::as_str), Some("300億円"), "{found:?}");
        assert!(found.iter().any(|figure| figure.contains("40%")), "{found:?}");
        assert!(!found.iter().any(|figure| figure.contains("58")), "{found:?}");
        assert_eq!(found.iter().filter(|figure| figure.contains("300億円")).count(), 1);
        assert!(found.len() <= super::MOST);
    }

    #[test]
    fn small_counts_come_after_money_and_shares() {
        let table = [
            (
                "The town lent out 11 vans on Monday. Drivers waited in the rain. The service will cost $4 million a \
year. Fares fell by 30 percent.",
                ["$4 million", "30 percent"],
            ),
            (
                "会場には12台のバスが並んだ。雨の中で人々が待った。事業の費用は年に4億円だ。運賃は30%下がった。",
                ["4億円", "30%"],
            ),
            (
                "The festival drew 52,000 visitors. It rained. Two stages were built. Tickets cost 20 percent more.",
                ["52,000 visitors", "20 percent"],
            ),
        ];
        for (text, expected) in table {
            let found = found(text);
            let first: Vec<_> = found.iter().take(2).map(String::as_str).collect();
            assert!(first.iter().zip(expected).all(|(found, expected)| found.contains(expected)), "{found:?}");
        }
    }

    #[test]
    fn none_without_figures() {
        assert!(found("雨が降った。").is_empty());
        assert!(found("").is_empty());
    }
}
