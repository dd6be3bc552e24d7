//! Which words stand beside a word.

use super::Reading;
use super::concordance::places;
use crate::order::Order;
use crate::report::{Report, Upos};
use crate::span::Span;
use serde::Serialize;
use std::collections::HashMap;

/// A word that stands beside another.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Collocate {
    /// Its dictionary form in lower case.
    pub lemma: String,
    /// The class of its first use.
    pub upos: Upos,
    /// How often it stands in the window.
    pub together: u32,
    /// How often it is used at all.
    pub count: u32,
    /// Log-likelihood: 2·Σ O·ln(O/E) over the four cells (Dunning 1993, Computational Linguistics 19:61–74); negative
    /// where it stands there more seldom than by chance.
    pub log_likelihood: f64,
    /// Pointwise mutual information in bits: log₂(O/E).
    pub pmi: f64,
    /// Dice: 2·together / (count + count of the word asked for), 0 to 1 and past it where windows overlap.
    pub dice: f64,
}

/// The words that stand within `window` words of a word or phrase in the same sentence, by log-likelihood, strongest
/// first. Its places are those of a [`concordance`](super::concordance()); none for one that is not in the counted blocks.
pub fn collocates(report: &Report, phrase: &str, window: usize) -> Vec<Collocate> {
    let reading = Reading::of(report);
    let wanted = phrase.trim().to_lowercase();
    let mut counts: HashMap<&str, Counts> = HashMap::new();
    let (mut all, mut nodes, mut inside) = (0u32, 0u32, 0u32);
    for sentence in &reading.sentences {
        let places = places(&reading, sentence, &wanted);
        let is_node: Vec<bool> = sentence.words.iter().map(|word| overlaps(&places, word.span)).collect();
        for ((word, is_near), is_node) in sentence.words.iter().zip(near(&is_node, window)).zip(is_node) {
            let new = Counts { upos: word.token.upos, together: 0, count: 0 };
            let counts = counts.entry(&word.lemma).or_insert(new);
            let is_beside = u32::from(is_near && !is_node);
            counts.count += 1;
            counts.together += is_beside;
            all += 1;
            inside += is_beside;
        }
        nodes += places.len() as u32;
    }
    let beside = counts.into_iter().filter(|(_, counts)| counts.together > 0);
    let mut found: Vec<Collocate> =
        beside.map(|(lemma, counts)| collocate(lemma, counts, (all, nodes, inside))).collect();
    found.order_by(|a, b| b.log_likelihood.total_cmp(&a.log_likelihood).then_with(|| a.lemma.cmp(&b.lemma)));
    found
}

/// How often a word is used.
#[derive(Clone, Copy)]
struct Counts {
    upos: Upos,
    /// In the window.
    together: u32,
    /// At all.
    count: u32,
}

/// Whether one of some places, in order and disjoint, overlaps a span.
fn overlaps(places: &[Span], span: Span) -> bool {
    let next = places.partition_point(|place| place.end <= span.start);
    places.get(next).is_some_and(|place| place.overlaps(span))
}

/// For each place whether a node lies within `window` places; linear in the places.
fn near(is_node: &[bool], window: usize) -> Vec<bool> {
    let mut near = vec![false; is_node.len()];
    let mut walk = |places: &mut dyn Iterator<Item = usize>| {
        let mut left = 0usize;
        for place in places {
            if let Some(near) = near.get_mut(place).filter(|_| left > 0) {
                *near = true;
            }
            left = if is_node.get(place) == Some(&true) { window } else { left.saturating_sub(1) };
        }
    };
    walk(&mut (0..is_node.len()));
    walk(&mut (0..is_node.len()).rev());
    near
}

fn collocate(lemma: &str, counts: Counts, (all, nodes, inside): (u32, u32, u32)) -> Collocate {
    let Counts { upos, together, count } = counts;
    let [n, o, row, column] = [all, together, inside, count].map(f64::from);
    let cell = |observed: f64, expected: f64| if observed > 0.0 { observed * (observed / expected).ln() } else { 0.0 };
    let expected = row * column / n;
    let likelihood = 2.0
        * (cell(o, expected)
            + cell(row - o, row * (n - column) / n)
            + cell(column - o, (n - row) * column / n)
            + cell(n - row - column + o, (n - row) * (n - column) / n));
    Collocate {
        lemma: lemma.to_owned(),
        upos,
        together,
        count,
        log_likelihood: if o < expected { -likelihood } else { likelihood },
        pmi: (o / expected).log2(),
        dice: 2.0 * o / (column + f64::from(nodes)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::report;
    use super::*;

    #[test]
    fn windows() {
        let table: [(&[bool], usize, &[bool]); 3] = [
            (&[], 2, &[]),
            (&[false, false, true, false, false, false], 2, &[true, true, false, true, true, false]),
            (&[true, true], 1, &[true, true]),
        ];
        for (nodes, window, expected) in table {
            assert_eq!(near(nodes, window), expected);
        }
    }

    #[test]
    fn beside_a_word() {
        let report =
            report("Solar power is cheap. Solar power grows. The city is old. The wind is cold and the wind is wet.");
        let found = collocates(&report, "Solar", 1);
        assert_eq!((found[0].lemma.as_str(), found[0].together, found.len()), ("power", 2, 1));
        // 20 words, 2 places in the window, 2 uses of the word, both there.
        let expected = 2.0 * (2.0 * 10f64.ln() + 18.0 * (20f64 / 18.0).ln());
        assert!((found[0].log_likelihood - expected).abs() < 1e-9, "{found:?}");
        assert!((found[0].pmi - 10f64.log2()).abs() < 1e-9 && (found[0].dice - 1.0).abs() < 1e-9);
        assert!(collocates(&report, "moon", 5).is_empty());
        assert!(collocates(&report, " ", 5).is_empty());
    }

    #[test]
    fn beside_a_phrase() {
        let table = [
            ("solar power", "Solar power is cheap. Solar power grows.", vec![("be", 1), ("grow", 1)]),
            ("電力", "港の電力網が止まった。", vec![("の", 1), ("網", 1)]),
        ];
        for (phrase, text, expected) in table {
            let found = collocates(&report(text), phrase, 1);
            let mut found: Vec<_> = found.iter().map(|word| (word.lemma.as_str(), word.together)).collect();
            found.sort_unstable();
            assert_eq!(found, expected, "{phrase}");
        }
    }
}
