//! The model of roles: a linear chain over the lines of a page. The score of a line's role is the sum of weight times
//! strength over its evidence; the score of a page adds one weight for each pair of neighbouring roles. The
//! forward-backward algorithm finds the probability of each role, and so whether a line is of the body; Viterbi's
//! algorithm the best path of roles within that.

use super::features::{Evidence, Feature, Trait, role_name};
use crate::report::Role;
use std::fmt::Write as _;

/// Number of roles.
pub const ROLES: usize = Role::ALL.len();
/// One number for each role.
pub type Row = [f64; ROLES];

/// Weights below this change no role and are a quarter of all.
const SLIGHT: f64 = 0.03;

/// The weights of the model.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// One row for each feature, in the order of [`Feature::all`].
    pub features: Vec<Row>,
    /// One row for each role: the weights of the roles that may follow it.
    pub after: Vec<Row>,
    /// The weights of the first line's role.
    pub first: Row,
    /// The weights of the last line's role.
    pub last: Row,
}

impl Default for Model {
    fn default() -> Self {
        Model {
            features: vec![[0.0; ROLES]; Feature::COUNT],
            after: vec![[0.0; ROLES]; ROLES],
            first: [0.0; ROLES],
            last: [0.0; ROLES],
        }
    }
}

impl Model {
    /// Reads a table of weights: lines of a name and `role=weight` pairs, all set apart by white space; `#` begins a
    /// comment. What it does not name weighs nothing; names that mean nothing are given back as they stand.
    pub fn parse(table: &str) -> (Model, Vec<String>) {
        let mut model = Model::default();
        let mut unknown = Vec::new();
        for line in table.lines().map(|line| line.split('#').next().unwrap_or("")) {
            let mut words = line.split_whitespace();
            let Some(name) = words.next() else { continue };
            let Some(row) = model.row_mut(name) else {
                unknown.push(name.to_owned());
                continue;
            };
            for pair in words {
                let weight =
                    pair.split_once('=').and_then(|(role, weight)| Some((role_index(role)?, weight.parse().ok()?)));
                match weight.and_then(|(role, weight): (usize, f64)| Some((row.get_mut(role)?, weight))) {
                    Some((place, weight)) => *place = weight,
                    None => unknown.push(format!("{name} {pair}")),
                }
            }
        }
        (model, unknown)
    }

    /// The table that [`parse`](Model::parse) reads, two decimals each, without the slightest weights.
    pub fn table(&self) -> String {
        let mut table = String::new();
        let mut write = |name: &str, row: &Row| {
            let pairs = row.iter().zip(Role::ALL).filter(|(weight, _)| weight.abs() >= SLIGHT);
            let pairs: Vec<String> =
                pairs.map(|(weight, role)| format!("{}={}", role_name(role), short(*weight))).collect();
            if !pairs.is_empty() {
                let _ = writeln!(table, "{name}\t{}", pairs.join(" "));
            }
        };
        write("first", &self.first);
        write("last", &self.last);
        for (role, row) in Role::ALL.into_iter().zip(&self.after) {
            write(&format!("after:{}", role_name(role)), row);
        }
        for (feature, row) in Feature::all().zip(&self.features) {
            write(&feature.name(), row);
        }
        table
    }

    fn row_mut(&mut self, name: &str) -> Option<&mut Row> {
        match name.strip_prefix("after:") {
            Some(role) => self.after.get_mut(role_index(role)?),
            None if name == "first" => Some(&mut self.first),
            None if name == "last" => Some(&mut self.last),
            None => self.features.get_mut(Feature::all().position(|feature| feature.name() == name)?),
        }
    }

    /// The scores of all roles for one line.
    pub fn scores(&self, evidence: &[Evidence]) -> Row {
        let mut scores = [0.0; ROLES];
        for piece in evidence {
            let Some(row) = self.features.get(piece.feature.index()) else { continue };
            scores.iter_mut().zip(row).for_each(|(score, weight)| *score += weight * piece.strength);
        }
        scores
    }

    /// The best role of each line, as its place in [`Role::ALL`].
    pub fn best_path(&self, scores: &[Row]) -> Vec<usize> {
        let mut back: Vec<[usize; ROLES]> = Vec::with_capacity(scores.len());
        let mut totals = self.first;
        for (index, own) in scores.iter().enumerate() {
            let mut next = [f64::NEG_INFINITY; ROLES];
            let mut from = [0; ROLES];
            if index == 0 {
                next = totals;
            } else {
                for (previous, (total, row)) in totals.iter().zip(&self.after).enumerate() {
                    for ((best, origin), weight) in next.iter_mut().zip(&mut from).zip(row) {
                        if total + weight > *best {
                            (*best, *origin) = (total + weight, previous);
                        }
                    }
                }
            }
            next.iter_mut().zip(own).for_each(|(total, own)| *total += own);
            back.push(from);
            totals = next;
        }
        totals.iter_mut().zip(&self.last).for_each(|(total, last)| *total += last);
        let mut role = best(&totals);
        let mut path: Vec<usize> = Vec::with_capacity(scores.len());
        for from in back.iter().rev() {
            path.push(role);
            role = from.get(role).copied().unwrap_or(0);
        }
        path.reverse();
        path
    }

    /// The best role of each line, given by its pieces of evidence, among those of the body where they are together
    /// likely enough, else among the others, as its place in [`Role::ALL`]; and the probability of each role of each
    /// line. The path that is best as a whole may leave what stands between two doubtful lines on the less probable side
    /// (posterior decoding).
    pub fn decide(&self, lines: &[Vec<Evidence>]) -> (Vec<usize>, Vec<Row>) {
        let scores: Vec<Row> = lines.iter().map(|evidence| self.scores(evidence)).collect();
        let marginals = self.marginals(&scores);
        // Where no running text is in the stretch, the stretch says nothing.
        let is_told = lines.iter().any(|evidence| has(evidence, Trait::ProseInBody));
        let asked = |evidence: &Vec<Evidence>| if is_told { enough(evidence) } else { 0.5 };
        let sides = lines.iter().zip(&marginals).map(|(evidence, likely)| body_share(likely) > asked(evidence));
        let held: Vec<Row> = scores.iter().zip(sides).map(|(own, is_body)| held(own, is_body)).collect();
        (self.best_path(&held), marginals)
    }

    /// The probability of each role of each line, given all lines.
    pub fn marginals(&self, scores: &[Row]) -> Vec<Row> {
        let after: Vec<Row> = self.after.iter().map(exponentials).collect();
        let own: Vec<Row> = scores.iter().map(shifted_exponentials).collect();
        let mut forward: Vec<Row> = Vec::with_capacity(own.len());
        let mut state = exponentials(&self.first);
        for (index, own) in own.iter().enumerate() {
            if index > 0 {
                state = forwards(&state, &after);
            }
            state.iter_mut().zip(own).for_each(|(state, own)| *state *= own);
            normalise(&mut state);
            forward.push(state);
        }
        let mut state = exponentials(&self.last);
        for (place, own) in forward.iter_mut().zip(&own).rev() {
            place.iter_mut().zip(&state).for_each(|(forward, backward)| *forward *= backward);
            normalise(place);
            state.iter_mut().zip(own).for_each(|(state, own)| *state *= own);
            state = backwards(&state, &after);
            normalise(&mut state);
        }
        forward
    }
}

/// A weight with two decimals and no zero before the point.
pub fn short(weight: f64) -> String {
    format!("{weight:.2}").replacen("0.", ".", usize::from(weight.abs() < 1.0))
}

fn role_index(name: &str) -> Option<usize> {
    Role::ALL.into_iter().position(|role| role_name(role) == name)
}

/// The place of the largest number.
pub fn best(row: &Row) -> usize {
    let mut best = (0, f64::NEG_INFINITY);
    for (index, value) in row.iter().enumerate() {
        if *value > best.1 {
            best = (index, *value);
        }
    }
    best.0
}

/// How likely a line must be of the body to be taken for it: the more, the less the stretch of the article has it. The
/// stretch is seen by another model, so that where the two differ, neither is as sure as it says.
fn enough(evidence: &[Evidence]) -> f64 {
    match (has(evidence, Trait::InBody), has(evidence, Trait::ProseInBody)) {
        (_, true) => 0.2,
        // The stretch may begin with the title, which is none of the body.
        (true, _) if has(evidence, Trait::FirstOfBody) => 0.5,
        (true, _) => 0.4,
        _ => 0.6,
    }
}

fn has(evidence: &[Evidence], wanted: Trait) -> bool {
    evidence.iter().any(|piece| piece.feature == Feature::Trait(wanted))
}

/// The probability of all roles of the body together.
fn body_share(likely: &Row) -> f64 {
    likely.iter().zip(Role::ALL).filter(|(_, role)| role.is_body()).map(|(share, _)| share).sum()
}

/// The scores of one side, the body or what is around it.
fn held(own: &Row, is_body: bool) -> Row {
    let mut held = *own;
    let others = held.iter_mut().zip(Role::ALL).filter(|(_, role)| role.is_body() != is_body);
    others.for_each(|(score, _)| *score = f64::NEG_INFINITY);
    held
}

fn exponentials(row: &Row) -> Row {
    row.map(f64::exp)
}

/// Exponentials of what each number lacks to the largest.
fn shifted_exponentials(row: &Row) -> Row {
    let most = row.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    row.map(|value| (value - most).exp())
}

fn forwards(state: &Row, after: &[Row]) -> Row {
    let mut next = [0.0; ROLES];
    for (state, row) in state.iter().zip(after) {
        next.iter_mut().zip(row).for_each(|(next, weight)| *next += state * weight);
    }
    next
}

fn backwards(state: &Row, after: &[Row]) -> Row {
    let mut previous = [0.0; ROLES];
    for (previous, row) in previous.iter_mut().zip(after) {
        *previous = row.iter().zip(state).map(|(weight, state)| weight * state).sum();
    }
    previous
}

fn normalise(row: &mut Row) {
    let sum: f64 = row.iter().sum();
    if sum > 0.0 {
        row.iter_mut().for_each(|value| *value /= sum);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_read_what_they_write() {
        let (model, unknown) = Model::parse(
            "Prose paragraph=1.50 title=-0.25 # why\nafter:title date=2\nfirst title=1\nNoSuch x=1\nBias y=1",
        );
        assert_eq!(unknown, ["NoSuch", "Bias y=1"]);
        assert_eq!(Model::parse(&model.table()).0, model);
    }

    #[test]
    fn the_likelier_side_is_decided_line_by_line() {
        // Two roles of the body share what is more than the one of a menu has.
        let (model, _) = Model::parse("Prose heading=6 paragraph=6 navigation=6.1\nIsDate navigation=9");
        let line = |features: &[Trait]| -> Vec<Evidence> {
            features.iter().map(|feature| Evidence { feature: Feature::Trait(*feature), strength: 1.0 }).collect()
        };
        let names = |path: Vec<usize>| path.into_iter().map(|role| role_name(Role::ALL[role])).collect::<Vec<_>>();
        let lines: Vec<_> = [Trait::Prose, Trait::IsDate].map(|feature| line(&[feature])).into();
        let scores: Vec<Row> = lines.iter().map(|line| model.scores(line)).collect();
        assert_eq!(names(model.best_path(&scores)), ["navigation", "navigation"]);
        assert_eq!(names(model.decide(&lines).0), ["heading", "navigation"]);
        assert!(model.decide(&[]).0.is_empty());
    }

    #[test]
    fn in_the_stretch_of_the_article_less_is_enough() {
        // The body has .45 of the probability, then .27, then .05.
        let table = [
            ("outside", "IsCall heading=9 navigation=9.2", &[Trait::IsCall][..], "navigation"),
            ("a short line inside", "IsCall heading=9 navigation=9.2", &[Trait::IsCall, Trait::InBody], "heading"),
            ("less likely", "IsCall heading=9 navigation=10", &[Trait::IsCall, Trait::InBody], "navigation"),
            ("running text", "IsCall heading=9 navigation=10", &[Trait::IsCall, Trait::ProseInBody], "heading"),
            ("even less likely", "IsCall heading=9 navigation=12", &[Trait::IsCall, Trait::ProseInBody], "navigation"),
        ];
        for (what, weights, features, expected) in table {
            let (model, _) = Model::parse(weights);
            let line = features.iter().map(|feature| Evidence { feature: Feature::Trait(*feature), strength: 1.0 });
            let prose = vec![Evidence { feature: Feature::Trait(Trait::ProseInBody), strength: 1.0 }];
            let role = model.decide(&[line.collect(), prose]).0[0];
            assert_eq!(role_name(Role::ALL[role]), expected, "{what}");
        }
        let (model, _) = Model::parse("IsCall heading=9 navigation=9.2");
        let line =
            [Trait::IsCall, Trait::InBody].map(|feature| Evidence { feature: Feature::Trait(feature), strength: 1.0 });
        let role = model.decide(&[line.to_vec()]).0[0];
        assert_eq!(role_name(Role::ALL[role]), "navigation", "a page without running text");
    }

    #[test]
    fn paths_and_marginals_agree_where_the_scores_are_clear() {
        let (model, _) = Model::parse("after:title paragraph=3\nfirst title=4\nlast paragraph=2");
        let scores = vec![[0.0; ROLES]; 2];
        let path = model.best_path(&scores);
        let marginals = model.marginals(&scores);
        assert_eq!(path, [0, 5]);
        for (role, row) in path.iter().zip(&marginals) {
            assert_eq!(best(row), *role);
            assert!((row.iter().sum::<f64>() - 1.0).abs() < 1e-9);
        }
        assert!(model.best_path(&[]).is_empty() && model.marginals(&[]).is_empty());
    }
}
