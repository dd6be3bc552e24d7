//! Fits the weights of the stretch that the article takes: the likelihood of stretches close to the labelled one, drawn
//! to weights set by hand by a Gaussian prior. Adam, all pages at every step, so that the result is the same each time.

use super::adam::Adam;
use super::pages::{Gold, Page};
use article_analyzer::blocks::stretch::{EDGE, Model, OFFSETS, Scores};

const STEPS: usize = 80;
const RATE: f64 = 0.05;
/// Precision of the prior.
const PULL: f64 = 0.2;
/// How fast a stretch counts less the less it overlaps with the labelled one: F1 of its characters to this power.
const SHARPNESS: i32 = 20;

struct Example<'a> {
    page: &'a Page,
    /// F1 of the characters of each stretch, by first and last line, raised to the sharpness.
    fits: Vec<f32>,
    weight: f64,
}

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
    let mut fits = vec![0.0; lines * lines];
    for start in 0..lines {
        let (mut both, mut found) = (0.0, 0.0);
        for end in start..lines {
            both += length(end, Gold::Body);
            found += length(end, Gold::Body) + length(end, Gold::Other);
            fits[start * lines + end] = (2.0 * both / (whole + found)).powi(SHARPNESS) as f32;
        }
    }
    let weight = if page.language == "ja" && !page.is_own { 2.0 } else { 1.0 };
    Some(Example { page, fits, weight: weight * page.share })
}

fn add_slopes(model: &Model, example: &Example, slopes: &mut Model) {
    let lines = example.page.lines.len();
    let scores = model.scores(example.page.sighted.iter().map(|line| line.iter()));
    let (begins, ends) = line_slopes(&scores, example, lines);
    let (mut opened, mut closed) = (0.0, 0.0);
    for index in 0..lines {
        opened += begins[index];
        let inside = opened - closed;
        closed += ends[index];
        for (slot, offset) in OFFSETS.iter().enumerate() {
            let slope =
                example.weight * [inside, begins[index], ends[index]][usize::from(slot > 0) + usize::from(slot > 4)];
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
fn line_slopes(scores: &Scores, example: &Example, lines: usize) -> (Vec<f64>, Vec<f64>) {
    let score = |start: usize, end: usize| scores.of(start..end + 1).unwrap_or(f64::NEG_INFINITY) as f32;
    let all = || (0..lines).flat_map(|start| (start..lines).map(move |end| (start, end)));
    let most = all().map(|(start, end)| score(start, end)).fold(f32::NEG_INFINITY, f32::max);
    let mut likely = vec![0.0f32; lines * lines];
    let (mut sum, mut fitting) = (0.0f64, 1e-30f64);
    for (start, end) in all() {
        let lead = score(start, end) - most;
        if lead > -25.0 {
            let value = lead.exp();
            likely[start * lines + end] = value;
            sum += f64::from(value);
            fitting += f64::from(value * example.fits[start * lines + end]);
        }
    }
    let (mut begins, mut ends) = (vec![0.0; lines], vec![0.0; lines]);
    for (start, end) in all() {
        let value = f64::from(likely[start * lines + end]);
        if value > 0.0 {
            let slope = value * f64::from(example.fits[start * lines + end]) / fitting - value / sum;
            begins[start] += slope;
            ends[end] += slope;
        }
    }
    (begins, ends)
}
