//! Fits the weights: the likelihood of the labels, where a label may allow several roles (a conditional random field
//! with partial labels), drawn to the weights set by hand by a Gaussian prior. Adam, all pages at every step, so that
//! the result is the same each time.

use super::adam::Adam;
use super::pages::{Allowed, Page};
use article_analyzer::blocks::features::{Feature, Trait};
use article_analyzer::blocks::model::{Model, ROLES, Row};
use article_analyzer::report::Role;

/// What running text is stays as set by hand: pages that hold several articles, one of them labelled, unteach it.
const FIXED: [Trait; 7] = [
    Trait::Prose,
    Trait::ProseInBody,
    Trait::ProseNoOffer,
    Trait::InBody,
    Trait::WidthMore,
    Trait::Width400,
    Trait::TwoSentences,
];
/// Roles that move together.
const CLASSES: [&[Role]; 4] = [
    &[Role::Title],
    &[Role::Byline, Role::Date, Role::Metadata],
    &[Role::Heading, Role::Paragraph, Role::ListItem, Role::Quote, Role::Code, Role::Table, Role::Caption],
    &[Role::Toc, Role::Advertisement, Role::Related, Role::References, Role::Disclaimer, Role::Navigation],
];
const STEPS: usize = 100;
const RATE: f64 = 0.08;
/// The loss of a page, in nats, from which on it counts less and less.
const DOUBT: f64 = 6.0;
/// Precision of the prior, in pages.
const PULL: f64 = 6.0;

/// The weights that fit the pages.
pub fn fit(prior: &Model, pages: &[&Page]) -> Model {
    let mut model = prior.clone();
    let center = flat(prior);
    let mut adam = Adam::new(center.len(), 1e-6);
    for step in 1..=STEPS {
        let (mut gradient, mut own) = (Model::default(), Model::default());
        for page in pages {
            add_page(&model, page, if page.is_own { &mut own } else { &mut gradient });
        }
        tie(&mut gradient);
        let mut weights = flat(&model);
        let rate = RATE * (1.0 - 0.8 * step as f64 / STEPS as f64);
        let fixed: Vec<usize> = FIXED.iter().map(|feature| Feature::Trait(*feature).index()).collect();
        let (gradient, own) = (flat(&gradient), flat(&own));
        let slope = |index: usize| gradient[index] + own[index] - PULL * (weights[index] - center[index]);
        let is_free = |index: &usize| !fixed.contains(&(index / ROLES));
        let slopes: Vec<Option<f64>> = (0..center.len()).map(|index| Some(index).filter(is_free).map(slope)).collect();
        adam.climb(&mut weights, slopes.into_iter(), rate);
        model = unflat(&weights);
    }
    model
}

/// Labels that say no more than "body" or "not body" move the roles of a class together: what tells the roles of one
/// class apart comes from the weights set by hand and from pages with full labels.
fn tie(gradient: &mut Model) {
    let mean = |row: &mut Row| {
        for class in CLASSES {
            let sum: f64 = class.iter().map(|role| row[*role as usize]).sum();
            class.iter().for_each(|role| row[*role as usize] = sum / class.len() as f64);
        }
    };
    gradient.features.iter_mut().chain([&mut gradient.first, &mut gradient.last]).for_each(mean);
    gradient.after.iter_mut().for_each(mean);
    for class in CLASSES {
        let columns: Row = std::array::from_fn(|to| {
            class.iter().map(|from| gradient.after[*from as usize][to]).sum::<f64>() / class.len() as f64
        });
        class.iter().for_each(|from| gradient.after[*from as usize] = columns);
    }
}

fn flat(model: &Model) -> Vec<f64> {
    let rows = model.features.iter().chain(&model.after).chain([&model.first, &model.last]);
    rows.flatten().copied().collect()
}

fn unflat(weights: &[f64]) -> Model {
    let row = |index: usize| -> Row { std::array::from_fn(|role| weights[index * ROLES + role]) };
    let features = Feature::COUNT;
    Model {
        features: (0..features).map(row).collect(),
        after: (features..features + ROLES).map(row).collect(),
        first: row(features + ROLES),
        last: row(features + ROLES + 1),
    }
}

/// Adds the slope of one page's likelihood.
fn add_page(model: &Model, page: &Page, gradient: &mut Model) {
    let scores: Vec<Row> = page.lines.iter().map(|line| model.scores(&line.evidence)).collect();
    let free = [true; ROLES];
    let wanted = Chain::new(model, &scores, |index| page.lines[index].allowed);
    let expected = Chain::new(model, &scores, |_| free);
    // Pages whose labels the model can't explain, such as those that hold several articles, count for less.
    let doubt = if page.is_own { 0.0 } else { 1.0 };
    let weight = page.weight / (1.0 + doubt * (expected.log - wanted.log) * page.weight / DOUBT);
    for (index, line) in page.lines.iter().enumerate() {
        let (wanted, expected) = (wanted.roles(index), expected.roles(index));
        let difference: Row = std::array::from_fn(|role| weight * (wanted[role] - expected[role]));
        for piece in &line.evidence {
            let row = &mut gradient.features[piece.feature.index()];
            row.iter_mut().zip(&difference).for_each(|(slope, difference)| *slope += difference * piece.strength);
        }
        let ends = [
            (index == 0).then_some(&mut gradient.first),
            (index + 1 == page.lines.len()).then_some(&mut gradient.last),
        ];
        for row in ends.into_iter().flatten() {
            row.iter_mut().zip(&difference).for_each(|(slope, difference)| *slope += difference);
        }
    }
    for (sign, chain) in [(weight, &wanted), (-weight, &expected)] {
        chain.add_pairs(sign, &mut gradient.after);
    }
}

/// Forward and backward sums over a page, scaled line by line.
struct Chain {
    forward: Vec<Row>,
    backward: Vec<Row>,
    own: Vec<Row>,
    after: Vec<Row>,
    /// Logarithm of the sum over all paths.
    log: f64,
}

impl Chain {
    fn new(model: &Model, scores: &[Row], allowed: impl Fn(usize) -> Allowed) -> Chain {
        let after: Vec<Row> = model.after.iter().map(|row| row.map(f64::exp)).collect();
        let mut log = 0.0;
        let own: Vec<Row> = scores
            .iter()
            .enumerate()
            .map(|(index, row)| {
                let allowed = allowed(index);
                let most =
                    (0..ROLES).filter(|role| allowed[*role]).map(|role| row[role]).fold(f64::NEG_INFINITY, f64::max);
                log += most;
                std::array::from_fn(|role| if allowed[role] { (row[role] - most).exp() } else { 0.0 })
            })
            .collect();
        let mut forward: Vec<Row> = Vec::with_capacity(own.len());
        for (index, own) in own.iter().enumerate() {
            let state: Row = match forward.last() {
                None => std::array::from_fn(|role| model.first[role].exp() * own[role]),
                Some(before) => std::array::from_fn(|role| {
                    own[role] * (0..ROLES).map(|from| before[from] * after[from][role]).sum::<f64>()
                }),
            };
            debug_assert!(index == forward.len());
            log += state.iter().sum::<f64>().ln();
            forward.push(scaled(state));
        }
        let mut backward = vec![scaled(model.last.map(f64::exp)); own.len()];
        for index in (1..own.len()).rev() {
            let next = backward[index];
            backward[index - 1] = scaled(std::array::from_fn(|role| {
                (0..ROLES).map(|to| after[role][to] * own[index][to] * next[to]).sum()
            }));
        }
        Chain { forward, backward, own, after, log }
    }

    /// The probability of each role of a line.
    fn roles(&self, index: usize) -> Row {
        scaled(std::array::from_fn(|role| self.forward[index][role] * self.backward[index][role]))
    }

    fn add_pairs(&self, sign: f64, pairs: &mut [Row]) {
        for index in 1..self.own.len() {
            let below: Row = std::array::from_fn(|to| self.own[index][to] * self.backward[index][to]);
            let into = |row: &Row| row.iter().zip(&below).map(|(weight, below)| weight * below).sum::<f64>();
            let above = &self.forward[index - 1];
            let sum: f64 = above.iter().zip(&self.after).map(|(above, row)| above * into(row)).sum();
            for ((slopes, row), above) in pairs.iter_mut().zip(&self.after).zip(above) {
                let scale = sign * above / sum;
                slopes.iter_mut().zip(row).zip(&below).for_each(|((slope, w), below)| *slope += scale * w * below);
            }
        }
    }
}

fn scaled(row: Row) -> Row {
    let sum: f64 = row.iter().sum();
    if sum > 0.0 { row.map(|value| value / sum) } else { row }
}
