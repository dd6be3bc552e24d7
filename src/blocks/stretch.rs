//! The stretch of lines that the article takes: of all stretches the one with the highest score, which is the sum of
//! what each line inside says for being inside, what the lines around its beginning say for a beginning, and what the
//! lines around its end say for an end (a semi-Markov model with one segment). Time is linear in the number of lines.

use super::features::{Evidence, Feature};
use super::model::short;
use super::page::Sums;
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
/// Weights below this move no end.
const SLIGHT: f64 = 0.02;
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
    /// The scores of the lines for being inside.
    pub inside: Sums,
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
                .filter(|(weight, _)| weight.abs() >= SLIGHT)
                .map(|(weight, slot)| format!("{slot}={}", short(*weight)))
                .collect();
            if !pairs.is_empty() {
                let _ = writeln!(table, "{name}\t{}", pairs.join(" "));
            }
        }
        table
    }

    /// Scores the lines of a page, each given by its pieces of evidence.
    pub fn scores<'a>(&self, lines: impl Iterator<Item = impl Iterator<Item = &'a Evidence>>) -> Scores {
        let own: Vec<[f64; SLOTS]> = lines.map(|evidence| self.line(evidence)).collect();
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
        Scores {
            inside: Sums::of(own.iter().map(|[inside, ..]| *inside)),
            begins: (0..own.len()).map(|index| sum(index, 1..5)).collect(),
            ends: (0..own.len()).map(|index| sum(index, 5..SLOTS)).collect(),
        }
    }

    fn line<'a>(&self, evidence: impl Iterator<Item = &'a Evidence>) -> [f64; SLOTS] {
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
        for (index, (begins, ends)) in self.begins.iter().zip(&self.ends).enumerate() {
            let opened = begins - self.inside.between(0, index);
            if opened > start_score {
                (start, start_score) = (index, opened);
            }
            let closed = start_score + self.inside.between(0, index + 1) + ends;
            if closed > best_score {
                (best, best_score) = (start..index + 1, closed);
            }
        }
        best
    }

    /// The score of the stretch from the line `start` to before `end`; nothing where there is no such stretch.
    pub fn of(&self, stretch: Range<usize>) -> Option<f64> {
        let ends = self.ends.get(stretch.end.checked_sub(1)?)?;
        Some(self.begins.get(stretch.start)? + self.inside.between(stretch.start, stretch.end) + ends)
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
            let scores = model.scores(lines.iter().map(|line| line.iter()));
            assert_eq!(scores.best(), expected, "{lines:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_stretch_is_better(lines in proptest::collection::vec((-9i8..9, -9i8..9, -9i8..9), 1..12)) {
            let scores = Scores {
                inside: Sums::of(lines.iter().map(|line| f64::from(line.0))),
                begins: lines.iter().map(|line| f64::from(line.1)).collect(),
                ends: lines.iter().map(|line| f64::from(line.2)).collect(),
            };
            let best = scores.of(scores.best());
            for start in 0..lines.len() {
                for end in start + 1..=lines.len() {
                    assert!(scores.of(start..end) <= best, "{start}..{end}");
                }
            }
        }
    }
}
