//! Fits the weights of the stretch that the article takes: the likelihood of stretches close to the labelled one, drawn
//! to weights set by hand by a Gaussian prior. Adam, all pages at every step, so that the result is the same each time.

use super::adam::Adam;
use super::pages::{Gold, Page};
use article_analyzer::blocks::stretch::{EDGE, Model, OFFSETS, Scores};

const STEPS: usize = 80;
const RATE: f64 = 0.05;
/// Precision of the prior.
const PULL: f64 = 1.0;
/// The loss of a page, in nats, from which on it counts less and less.
const DOUBT: f64 = 3.0;
/// How fast a stretch counts less the less it overlaps with the labelled one: F1 of its characters to this power.
const SHARPNESS: i32 = 20;

struct Example<'a> {
    page: &'a Page,
    /// Stretches close to the labelled one, by first and last line, with the logarithm of how well each fits.
    fits: Vec<(usize, usize, f64)>,
    weight: f64,
}

/// What overlaps less is far from likely to be what is meant.
const FIT: f64 = 1e-3;

/// The weights that fit the pages.
pub fn fit(prior: &Model, pages: &[&Page]) -> Model {
    let examples: Vec<Example> = pages.iter().filter_map(|page| example(page)).collect();
    let mut model = prior.clone();
    let center = prior.weights.as_flattened();
    let mut adam = Adam::new(center.len(), 1e-4);
    for step in 1..=STEPS {
        let mut slopes = Model::default();
        examples.iter().for_each(|example| add_slopes(&model, example, &mut slopes));
        let rate = RATE * (1.0 - 0.9 * step as f64 / STEPS as f64);
        let weights = model.weights.as_flattened_mut();
        let pulled = slopes.weights.as_flattened().iter().zip(&*weights).zip(center);
        let slopes: Vec<f64> = pulled.map(|((slope, weight), center)| slope - PULL * (weight - center)).collect();
        adam.climb(weights, slopes.into_iter().map(Some), rate);
    }
    model
}

fn example(page: &Page) -> Option<Example<'_>> {
    let lines = page.lines.len();
    let length = |index: usize, gold: Gold| {
        let line = &page.lines[index];
        if line.gold == gold { line.text.chars().count() as f64 } else { 0.0 }
    };
    let whole: f64 = (0..lines).map(|index| length(index, Gold::Body)).sum();
    if whole == 0.0 {
        return None;
    }
    let mut fits = Vec::new();
    for start in 0..lines {
        let (mut both, mut found) = (0.0, 0.0);
        for end in start..lines {
            both += length(end, Gold::Body);
            found += length(end, Gold::Body) + length(end, Gold::Other);
            let fit = (2.0 * both / (whole + found)).powi(SHARPNESS);
            fits.extend(Some((start, end, fit.ln())).filter(|_| fit > FIT));
        }
    }
    let weight = if page.language == "ja" && !page.is_own { 2.0 } else { 1.0 };
    (!fits.is_empty()).then_some(Example { page, fits, weight: weight * page.share })
}

fn add_slopes(model: &Model, example: &Example, slopes: &mut Model) {
    let lines = example.page.lines.len();
    let scores = model.scores(example.page.sighted.iter().map(|line| line.iter()));
    let (begins, ends, loss) = line_slopes(&scores, example, lines);
    let (mut opened, mut closed) = (0.0, 0.0);
    let weight = example.weight / (1.0 + loss / DOUBT);
    for index in 0..lines {
        opened += begins[index];
        let inside = opened - closed;
        closed += ends[index];
        for (slot, offset) in OFFSETS.iter().enumerate() {
            let slope = weight * [inside, begins[index], ends[index]][usize::from(slot > 0) + usize::from(slot > 4)];
            match index.checked_add_signed(*offset).and_then(|at| example.page.sighted.get(at)) {
                Some(line) => line.iter().for_each(|piece| {
                    slopes.weights[piece.feature.index()][slot] += slope * piece.strength;
                }),
                None => slopes.weights[EDGE][slot] += slope,
            }
        }
    }
}

/// For each line, how much the probability of beginning there, and of ending there, should grow: what is likely among
/// the stretches that fit, less what is likely among all.
fn line_slopes(scores: &Scores, example: &Example, lines: usize) -> (Vec<f64>, Vec<f64>, f64) {
    let before = |index: usize| scores.inside.between(0, index);
    let opened: Vec<f64> = (0..lines).map(|start| scores.begins[start] - before(start)).collect();
    let closed: Vec<f64> = (0..lines).map(|end| scores.ends[end] + before(end + 1)).collect();
    let (mut begins, mut ends) = (vec![0.0; lines], vec![0.0; lines]);
    let score = |fit: &(usize, usize, f64)| opened[fit.0] + closed[fit.1] + fit.2;
    let most = example.fits.iter().map(score).fold(f64::NEG_INFINITY, f64::max);
    let likely = || example.fits.iter().map(|fit| (fit, score(fit) - most)).filter(|(_, lead)| *lead > -25.0);
    let fitting: f64 = likely().map(|(_, lead)| lead.exp()).sum();
    for (fit, lead) in likely() {
        let share = lead.exp() / fitting;
        begins[fit.0] += share;
        ends[fit.1] += share;
    }
    let upto = running(opened.iter());
    let from: Vec<f64> = running(closed.iter().rev()).into_iter().rev().collect();
    let all = upto.iter().zip(&closed).map(|(upto, closed)| upto + closed).fold(f64::NEG_INFINITY, add_logarithms);
    for index in 0..lines {
        begins[index] -= (opened[index] + from[index] - all).exp();
        ends[index] -= (upto[index] + closed[index] - all).exp();
    }
    (begins, ends, all - most - fitting.ln())
}

/// The logarithm of the sum of two numbers of which the logarithms are given.
fn add_logarithms(one: f64, other: f64) -> f64 {
    let most = one.max(other);
    if most == f64::NEG_INFINITY { most } else { most + (-(one - other).abs()).exp().ln_1p() }
}

/// Logarithms of the sums up to each number.
fn running<'a>(logarithms: impl Iterator<Item = &'a f64>) -> Vec<f64> {
    let add = |sum: &mut f64, next: &f64| {
        *sum = add_logarithms(*sum, *next);
        Some(*sum)
    };
    logarithms.scan(f64::NEG_INFINITY, add).collect()
}
