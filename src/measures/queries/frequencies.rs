//! How often words and runs of words are used.

use super::{Reading, Word, count_one};
use crate::order::Order;
use crate::report::{Report, Upos};
use crate::span::Span;
use serde::Serialize;
use std::collections::{BTreeMap, HashMap};

/// How often a dictionary form is used, and how evenly.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Frequency {
    /// The dictionary form in lower case.
    pub lemma: String,
    /// The class of its first use.
    pub upos: Upos,
    /// How often it is used.
    pub count: u32,
    /// How many of its uses stand in figures and times: the months and dollars of 5月 and 3ドル.
    pub in_figures: u32,
    /// Its share of all words, 0 to 1.
    pub share: f64,
    /// How unevenly it is spread over the blocks: deviation of proportions, 0 for even to nearly 1 for one place (Gries
    /// 2008, International Journal of Corpus Linguistics 13:403–437).
    pub dispersion: f64,
    /// Its forms as written, each with its count, by name.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Record<string, number>"))]
    pub forms: BTreeMap<String, u32>,
}

/// The words by dictionary form, most frequent first, those as frequent in the order of their first use.
///
/// ```
/// use article_analyzer::{Analyzer, Options, measures::queries::frequencies, report::Role};
/// let options = Options { counted_roles: Some(Role::ALL.to_vec()), ..Options::default() };
/// let report = Analyzer::new().analyze("The cat saw the dog.", &options)?;
/// let first = frequencies(&report).into_iter().next().map(|entry| (entry.lemma, entry.count));
/// assert_eq!(first, Some(("the".to_owned(), 2)));
/// # Ok::<(), article_analyzer::Error>(())
/// ```
pub fn frequencies(report: &Report) -> Vec<Frequency> {
    let reading = Reading::of(report);
    let mut found: Vec<(Frequency, BTreeMap<u32, u32>)> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut blocks: BTreeMap<u32, u32> = BTreeMap::new();
    let mut all = 0u32;
    let figures = figures(report);
    for (sentence, word) in reading.words() {
        let place = *places.entry(&*word.lemma).or_insert(found.len());
        if place == found.len() {
            found.push((empty(&word.lemma, word.token.upos), BTreeMap::new()));
        }
        let Some((entry, own_blocks)) = found.get_mut(place) else { continue };
        entry.count += 1;
        let next = figures.get(figures.partition_point(|figure| figure.end <= word.token.span.start));
        entry.in_figures += u32::from(next.is_some_and(|figure| figure.overlaps(word.token.span)));
        *entry.forms.entry(word.span.of(&report.text).to_owned()).or_insert(0) += 1;
        count_one(own_blocks, sentence.block);
        count_one(&mut blocks, sentence.block);
        all += 1;
    }
    let finish = |(entry, own): (Frequency, BTreeMap<u32, u32>)| Frequency {
        share: f64::from(entry.count) / f64::from(all),
        dispersion: dispersion(&own, &blocks, entry.count, all),
        ..entry
    };
    let mut frequencies: Vec<Frequency> = found.into_iter().map(finish).collect();
    frequencies.order_by_key(|entry| std::cmp::Reverse(entry.count));
    frequencies
}

/// Where figures and times stand, in order and disjoint.
fn figures(report: &Report) -> Vec<Span> {
    let quantities = report.quantities.iter().map(|quantity| quantity.span);
    let mut all: Vec<Span> = quantities.chain(report.times.iter().map(|time| time.span)).collect();
    all.order_by_key(|span| span.start);
    let mut found: Vec<Span> = Vec::new();
    for span in all {
        match found.last_mut().filter(|last| last.end > span.start) {
            Some(last) => last.end = last.end.max(span.end),
            None => found.push(span),
        }
    }
    found
}

fn empty(lemma: &str, upos: Upos) -> Frequency {
    Frequency {
        lemma: lemma.to_owned(),
        upos,
        count: 0,
        in_figures: 0,
        share: 0.0,
        dispersion: 0.0,
        forms: BTreeMap::new(),
    }
}

/// Half the sum over the blocks of |share of the word in the block − share of the block|. Blocks without the word add
/// their own share, so that only those with it are walked.
fn dispersion(own: &BTreeMap<u32, u32>, blocks: &BTreeMap<u32, u32>, count: u32, all: u32) -> f64 {
    let share = |block: &u32| f64::from(blocks.get(block).copied().unwrap_or(0)) / f64::from(all);
    let with: f64 = own.keys().map(share).sum();
    let apart: f64 = own.iter().map(|(block, uses)| (f64::from(*uses) / f64::from(count) - share(block)).abs()).sum();
    (apart + (1.0 - with).max(0.0)) / 2.0
}

/// A run of words and its places.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct NGram {
    /// The dictionary forms in lower case.
    pub lemmas: Vec<String>,
    /// Its first use, as written.
    pub text: String,
    /// Where it stands.
    pub spans: Vec<Span>,
}

/// The runs of `length` words inside sentences, with no mark between them, that stand at least `least` times, most
/// frequent first. None for a length of 0; lengths past 10 are read as 10.
pub fn ngrams(report: &Report, length: usize, least: usize) -> Vec<NGram> {
    let reading = Reading::of(report);
    let mut places: HashMap<Vec<&str>, Vec<Span>> = HashMap::new();
    for sentence in &reading.sentences {
        for run in sentence.words.windows(length.clamp(1, 10)).filter(|run| length > 0 && is_unbroken(&reading, run)) {
            let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
            let lemmas = run.iter().map(|word| &*word.lemma).collect();
            places.entry(lemmas).or_default().push(Span { start: first.token.span.start, end: last.token.span.end });
        }
    }
    let written = |span: &Span| {
        let bytes = reading.offsets.span(*span);
        bytes.of(&report.text).to_owned()
    };
    let mut found: Vec<NGram> = places
        .into_iter()
        .filter(|(_, spans)| spans.len() >= least.max(1))
        .map(|(lemmas, spans)| NGram {
            lemmas: lemmas.into_iter().map(str::to_owned).collect(),
            text: spans.first().map(written).unwrap_or_default(),
            spans,
        })
        .collect();
    found.order_by(|a, b| b.spans.len().cmp(&a.spans.len()).then_with(|| a.spans.first().cmp(&b.spans.first())));
    found
}

/// Whether no mark stands between the words of a run.
fn is_unbroken(reading: &Reading<'_>, run: &[Word<'_>]) -> bool {
    let rights = run.iter().skip(1);
    run.iter().zip(rights).all(|(left, right)| reading.text(left.span.end..right.span.start).trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::super::testing::report;
    use super::*;

    const TEXT: &str = "The cat saw the dog. The cat left 💛.\n\nA dog barked. The dog ran.";

    #[test]
    fn counts_and_spread() {
        let found = frequencies(&report(TEXT));
        let of = |lemma: &str| found.iter().find(|entry| entry.lemma == lemma).unwrap();
        assert_eq!((of("the").count, of("dog").count, of("cat").count), (4, 3, 2));
        assert_eq!(of("the").forms.len(), 2);
        assert!(of("cat").dispersion > of("dog").dispersion, "the cat stands in one block, the dog in both");
        assert!(frequencies(&report("")).is_empty());
    }

    #[test]
    fn words_in_figures() {
        let found = frequencies(&report("5月に3ドル、6月に4ドルを払った。ドルが上がった。"));
        let of = |lemma: &str| found.iter().find(|entry| entry.lemma == lemma).unwrap();
        assert_eq!(
            [of("ドル"), of("月"), of("払う")].map(|entry| (entry.count, entry.in_figures)),
            [(3, 2), (2, 2), (1, 0)]
        );
    }

    #[test]
    fn runs_of_words() {
        let report = report(TEXT);
        let found: Vec<_> = ngrams(&report, 2, 2).into_iter().map(|run| (run.text, run.spans.len())).collect();
        assert_eq!(found, [("The cat".to_owned(), 2), ("the dog".to_owned(), 2)]);
        let listed = super::super::testing::report("Oil, gas, oil, gas and oil gas.");
        let found: Vec<_> = ngrams(&listed, 2, 1).into_iter().map(|run| run.text).collect();
        assert_eq!(found, ["gas and", "and oil", "oil gas"], "a run does not go over a comma");
        assert!(ngrams(&report, 0, 1).is_empty());
        assert!(ngrams(&report, 4, 2).is_empty());
    }
}
