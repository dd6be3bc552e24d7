//! What sets each report apart: words that it uses more than the others.

use super::input::Input;
use crate::order::Order;
use crate::report::{DistinctiveTerm, DistinctiveTerms, Token, Upos};
use std::collections::BTreeMap;

/// A log-likelihood from which a difference is unlikely to be chance: p < 0.05 with one degree of freedom.
const LEAST: f64 = 3.84;
/// Terms given for each report.
const MOST: usize = 20;

/// For each report the dictionary forms of content words that it uses more than the others taken together, by
/// log-likelihood `2·Σ O·ln(O/E)` (Rayson & Garside 2000). Empty lists where the reports hold no words.
pub fn terms(inputs: &[Input]) -> Vec<DistinctiveTerms> {
    let counts: Vec<BTreeMap<&str, u32>> = inputs.iter().map(count).collect();
    let sizes: Vec<f64> = counts.iter().map(|counts| counts.values().map(|count| f64::from(*count)).sum()).collect();
    let mut all: BTreeMap<&str, u32> = BTreeMap::new();
    for (word, count) in counts.iter().flatten() {
        *all.entry(word).or_default() += count;
    }
    let total: f64 = sizes.iter().sum();
    let of_report = |(report, (counts, size)): (u32, (&BTreeMap<&str, u32>, &f64))| {
        let mut terms: Vec<DistinctiveTerm> = counts
            .iter()
            .filter_map(|(word, count)| {
                let elsewhere = all.get(word).copied().unwrap_or(0).saturating_sub(*count);
                let (here, there) = (f64::from(*count), f64::from(elsewhere));
                let score = log_likelihood(here, *size, there, total - size)?;
                let log_ratio = log_ratio(here, *size, there, total - size);
                let text = (*word).to_owned();
                (score >= LEAST).then_some(DistinctiveTerm { text, score, log_ratio, count: *count, elsewhere })
            })
            .collect();
        terms.order_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.text.cmp(&b.text)));
        terms.truncate(MOST);
        DistinctiveTerms { report, terms }
    };
    (0u32..).zip(counts.iter().zip(&sizes)).map(of_report).collect()
}

fn count(input: &Input) -> BTreeMap<&str, u32> {
    let mut counts = BTreeMap::new();
    for token in input.report.tokens.iter().filter(|token| is_content(token, input)) {
        *counts.entry(token.lemma.as_str()).or_insert(0) += 1;
    }
    counts
}

fn is_content(token: &Token, input: &Input) -> bool {
    let is_open = matches!(token.upos, Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj | Upos::X);
    // The o of o7 and the 員 of 従業員 say nothing alone.
    let ending = input.language.comparison.ending_class;
    let is_ending = !ending.is_empty() && token.xpos.as_deref().is_some_and(|class| class.starts_with(ending));
    let is_part = token.lemma.len() == 1 || is_ending;
    is_open && !is_part && token.lemma.chars().any(char::is_alphabetic) && input.is_own_place(token.span)
}

/// The log-likelihood of `a` in `of_a` words against `b` in `of_b`; `None` where it is no more frequent in the first.
fn log_likelihood(a: f64, of_a: f64, b: f64, of_b: f64) -> Option<f64> {
    if of_a <= 0.0 || of_b <= 0.0 || a / of_a <= b / of_b {
        return None;
    }
    let rate = (a + b) / (of_a + of_b);
    let part = |observed: f64, expected: f64| if observed > 0.0 { observed * (observed / expected).ln() } else { 0.0 };
    Some(2.0 * (part(a, of_a * rate) + part(b, of_b * rate)))
}

/// The binary logarithm of the share of `a` in `of_a` over that of `b` in `of_b`, half a word for none.
fn log_ratio(a: f64, of_a: f64, b: f64, of_b: f64) -> f64 {
    ((a / of_a) / (b.max(0.5) / of_b)).log2()
}

#[cfg(test)]
mod tests {
    use super::{log_likelihood, log_ratio};

    #[test]
    fn values_worked_by_hand() {
        // 10 in 100 against 0 in 100: 2·10·ln 2.
        assert!((log_likelihood(10.0, 100.0, 0.0, 100.0).unwrap() - 20.0 * 2f64.ln()).abs() < 1e-12);
        assert_eq!(log_likelihood(5.0, 100.0, 5.0, 100.0), None);
        assert_eq!(log_likelihood(0.0, 0.0, 5.0, 100.0), None);
        assert_eq!(log_ratio(8.0, 100.0, 2.0, 100.0), 2.0);
        assert_eq!(log_ratio(8.0, 100.0, 0.0, 100.0), 4.0);
    }
}
