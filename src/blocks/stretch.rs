//! The stretch of lines that the article takes: of all stretches the one with the highest score, which is the sum of
//! what each line inside says for being inside, what the lines around its beginning say for a beginning, and what the
//! lines around its end say for an end (a semi-Markov model with one segment). Time is linear in the number of lines.

use super::features::{Evidence, Feature};
use super::sights::sums;
use std::fmt::Write as _;
use std::ops::Range;
use std::sync::LazyLock;

/// What a weight speaks for: being inside; a beginning, of the line two before the first to that after it; an end, of
/// the line before the last to that two after it.
pub const SLOTS: usize = 9;
const SLOT_NAMES: [&str; SLOTS] =
    ["inside", "begins-2", "begins-1", "begins", "begins+1", "ends-1", "ends", "ends+1", "ends+2"];
/// How far from the first line, or from the last, the line of a slot stands.
pub const OFFSETS: [isize; SLOTS] = [0, -2, -1, 0, 1, -1, 0, 1, 2];
/// The feature of a place beyond the page's edge, after all others.
pub const EDGE: usize = Feature::COUNT;

/// The weights: a row for each feature and one for the page's edge.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// Rows in the order of [`Feature::all`], then that of the edge.
    pub weights: Vec<[f64; SLOTS]>,
}

impl Default for Model {
    fn default() -> Self {
        Model { weights: vec![[0.0; SLOTS]; Feature::COUNT + 1] }
    }
}

/// The weights that the project carries.
pub static MODEL: LazyLock<Model> = LazyLock::new(|| Model::parse(include_str!("stretch.txt")).0);

/// What the lines of a page say.
#[derive(Clone, Debug, PartialEq)]
pub struct Scores {
    /// Sums of the scores for being inside: of no line, of the first, of the first two and so on.
    pub inside: Vec<f64>,
    /// For each line, how much speaks for a beginning there.
    pub begins: Vec<f64>,
    /// For each line, how much speaks for an end there.
    pub ends: Vec<f64>,
}

impl Model {
    /// Reads a table of weights: lines of a feature's name, or `Edge`, and `slot=weight` pairs, all set apart by white
    /// space; `#` begins a comment. What it does not name weighs nothing; names that mean nothing are given back.
    pub fn parse(table: &str) -> (Model, Vec<String>) {
        let mut model = Model::default();
        let mut unknown = Vec::new();
        for line in table.lines().map(|line| line.split('#').next().unwrap_or("")) {
            let mut words = line.split_whitespace();
            let Some(name) = words.next() else { continue };
            let place = match name {
                "Edge" => Some(EDGE),
                name => Feature::all().position(|feature| feature.name() == name),
            };
            let Some(row) = place.and_then(|place| model.weights.get_mut(place)) else {
                unknown.push(name.to_owned());
                continue;
            };
            for pair in words {
                let read = pair.split_once('=').and_then(|(slot, weight)| {
                    let slot = SLOT_NAMES.iter().position(|known| *known == slot)?;
                    row.get_mut(slot).zip(weight.parse().ok())
                });
                match read {
                    Some((place, weight)) => *place = weight,
                    None => unknown.push(format!("{name} {pair}")),
                }
            }
        }
        (model, unknown)
    }

    /// The table that [`parse`](Model::parse) reads, two decimals each, without the weights that round to nothing.
    pub fn table(&self) -> String {
        let mut table = String::new();
        let names = Feature::all().map(Feature::name).chain(["Edge".to_owned()]);
        for (name, row) in names.zip(&self.weights) {
            let pairs: Vec<String> = row
                .iter()
                .zip(SLOT_NAMES)
                .filter(|(weight, _)| weight.abs() >= 0.005)
                .map(|(weight, slot)| format!("{slot}={weight:.2}"))
                .collect();
            if !pairs.is_empty() {
                let _ = writeln!(table, "{name}\t{}", pairs.join(" "));
            }
        }
        table
    }

    /// Scores the lines of a page by their evidence.
    pub fn scores(&self, lines: &[Vec<Evidence>]) -> Scores {
        let own: Vec<[f64; SLOTS]> = lines.iter().map(|evidence| self.line(evidence)).collect();
        let edge = self.weights.get(EDGE).copied().unwrap_or_default();
        let sum = |index: usize, slots: Range<usize>| -> f64 {
            slots
                .map(|slot| {
                    let offset = OFFSETS.get(slot).copied().unwrap_or(0);
                    let row = index.checked_add_signed(offset).and_then(|at| own.get(at)).unwrap_or(&edge);
                    row.get(slot).copied().unwrap_or(0.0)
                })
                .sum()
        };
        let inside: Vec<f64> = own.iter().map(|[inside, ..]| *inside).collect();
        Scores {
            inside: sums(&inside),
            begins: (0..own.len()).map(|index| sum(index, 1..5)).collect(),
            ends: (0..own.len()).map(|index| sum(index, 5..SLOTS)).collect(),
        }
    }

    fn line(&self, evidence: &[Evidence]) -> [f64; SLOTS] {
        let mut scores = [0.0; SLOTS];
        for piece in evidence {
            let Some(row) = self.weights.get(piece.feature.index()) else { continue };
            scores.iter_mut().zip(row).for_each(|(score, weight)| *score += weight * piece.strength);
        }
        scores
    }
}

impl Scores {
    /// The best stretch; empty only where there are no lines.
    pub fn best(&self) -> Range<usize> {
        let (mut start, mut start_score) = (0, f64::NEG_INFINITY);
        let (mut best, mut best_score) = (0..0, f64::NEG_INFINITY);
        let sums = self.inside.windows(2).map(|pair| (pair.first().copied(), pair.last().copied()));
        for (index, ((begins, ends), (before, after))) in self.begins.iter().zip(&self.ends).zip(sums).enumerate() {
            let opened = begins - before.unwrap_or(0.0);
            if opened > start_score {
                (start, start_score) = (index, opened);
            }
            let closed = start_score + after.unwrap_or(0.0) + ends;
            if closed > best_score {
                (best, best_score) = (start..index + 1, closed);
            }
        }
        best
    }
}

#[cfg(test)]
mod tests {
    use super::super::features::Trait;
    use super::*;

    #[test]
    fn tables_read_what_they_write() {
        let (model, unknown) =
            Model::parse("Prose inside=1.50 begins-2=-0.25 # why\nEdge ends+1=2\nNoSuch x=1\nBias y=1");
        assert_eq!(unknown, ["NoSuch", "Bias y=1"]);
        assert_eq!(Model::parse(&model.table()).0, model);
    }

    #[test]
    fn the_best_stretch_is_the_best_of_all() {
        let (model, _) =
            Model::parse("Prose inside=2 begins=1\nBias inside=-1\nIsDate begins-1=3\nCapitals ends+1=1.5");
        let line = |traits: &[Trait]| -> Vec<Evidence> {
            let all = traits.iter().chain(&[Trait::Bias]);
            all.map(|feature| Evidence { feature: Feature::Trait(*feature), strength: 1.0 }).collect()
        };
        let (prose, short) = (line(&[Trait::Prose]), line(&[]));
        let (date, menu) = (line(&[Trait::IsDate]), line(&[Trait::Capitals]));
        let cases = [
            (vec![], 0..0),
            (vec![short.clone()], 0..1),
            (vec![short.clone(), prose.clone(), prose.clone(), short.clone()], 1..3),
            (vec![date.clone(), short.clone(), prose.clone(), menu.clone(), short.clone()], 1..3),
            (vec![prose.clone(), short.clone(), short.clone(), short.clone(), prose.clone(), prose.clone()], 4..6),
        ];
        for (lines, expected) in cases {
            let scores = model.scores(&lines);
            assert_eq!(scores.best(), expected, "{lines:?}");
        }
    }
}
