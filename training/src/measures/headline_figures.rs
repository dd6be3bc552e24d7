//! How many figures of a headline are among the key figures of the body alone.

use super::analyze;
use super::headlines::{ARTICLES, Article, SEEN};
use anyhow::Result;
use article_analyzer::measures::key_figures::MOST;
use article_analyzer::report::{Quantity, Report};
use article_analyzer::{Analyzer, Options};

/// Figures of headlines that one way of choosing found, and all that the bodies give too.
#[derive(Clone, Copy, Default)]
struct Score {
    found: usize,
    of: usize,
}

impl Score {
    fn share(self) -> f64 {
        self.found as f64 / self.of.max(1) as f64
    }
}

/// Prints it for the articles that the weights were chosen on and for those that are measured after them, beside the
/// first figures of the text: over bodies that give more figures than are chosen, since otherwise all are.
pub fn evaluate(analyzer: &Analyzer, articles: &[Article]) -> Result<()> {
    for (name, range) in [("seen", 0..SEEN), ("measured", SEEN..SEEN + ARTICLES)] {
        let (ours, first) = scores(analyzer, articles.get(range).unwrap_or(&[]))?;
        println!(
            "figures of the headline among {MOST} key figures ({name}): {:.3} of {}, the first of the text {:.3}",
            ours.share(),
            ours.of,
            first.share()
        );
    }
    Ok(())
}

fn scores(analyzer: &Analyzer, articles: &[Article]) -> Result<(Score, Score)> {
    let (mut ours, mut first) = (Score::default(), Score::default());
    for article in articles {
        let report =
            |text: &str| analyze(analyzer, text, Options { language: Some("ja".to_owned()), ..Options::default() });
        let headline = report(&article.headline)?;
        if headline.quantities.is_empty() {
            continue;
        }
        let body = report(&article.body)?;
        let given = distinct(&body.quantities);
        if given.len() <= MOST {
            continue;
        }
        let wanted = distinct(&headline.quantities);
        let wanted: Vec<&Quantity> = wanted.into_iter().filter(|one| holds(&given, one)).collect();
        ours.add(&wanted, &chosen(&body));
        first.add(&wanted, &given[..MOST]);
    }
    Ok((ours, first))
}

impl Score {
    fn add(&mut self, wanted: &[&Quantity], found: &[&Quantity]) {
        self.of += wanted.len();
        self.found += wanted.iter().filter(|one| holds(found, one)).count();
    }
}

fn chosen(body: &Report) -> Vec<&Quantity> {
    body.key_figures.iter().filter_map(|figure| body.quantities.get(figure.quantity as usize)).collect()
}

/// Figures in their order, each value in its unit once.
fn distinct(quantities: &[Quantity]) -> Vec<&Quantity> {
    let mut kept: Vec<&Quantity> = Vec::new();
    for quantity in quantities {
        if !holds(&kept, quantity) {
            kept.push(quantity);
        }
    }
    kept
}

fn holds(quantities: &[&Quantity], wanted: &Quantity) -> bool {
    let value = |one: &Quantity| (one.value.lower, one.value.upper);
    quantities.iter().any(|one| one.kind == wanted.kind && one.unit == wanted.unit && value(one) == value(wanted))
}
