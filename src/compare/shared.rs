//! Passages that stand in more than one report, word for word or nearly.

use super::input::Input;
use crate::report::{PassageKind, SharedPassage, SpanInReport};
use crate::span::Span;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

/// Sentences with fewer letters are too common to show that one was taken from another.
const SHORTEST: usize = 12;
/// Characters of one shingle.
const SHINGLE: usize = 3;
/// Sets of hashes compared at once, and hashes in each: sentences whose shingles are alike by half meet in at least one
/// band nineteen times in twenty.
const BANDS: usize = 24;
const ROWS: usize = 3;
/// Shared shingles over all shingles (Jaccard) from which sentences count as nearly the same.
const NEARLY: f64 = 0.5;
/// Sentences of one band that are compared with each other; a phrase repeated more often is a formula of the page.
const CROWD: usize = 40;

/// One sentence of one report.
struct Place {
    report: u32,
    span: Span,
    shingles: HashSet<u64>,
    signature: Vec<u64>,
}

/// Groups of sentences that are the same or nearly so in different reports, in the order of the first.
pub fn passages(inputs: &[Input]) -> Vec<SharedPassage> {
    let places: Vec<Place> = (0u32..).zip(inputs).flat_map(|(report, input)| of_report(report, input)).collect();
    let mut pairs: BTreeMap<(usize, usize), f64> = BTreeMap::new();
    for band in 0..BANDS {
        for crowd in meetings(&places, band).into_values().filter(|crowd| crowd.len() <= CROWD) {
            compare_all(&places, &crowd, &mut pairs);
        }
    }
    let units: Vec<_> = inputs.iter().map(Input::own_unit).collect();
    groups(&places, &pairs)
        .into_iter()
        .map(|(members, similarity)| {
            let members = members.iter().filter_map(|index| places.get(*index));
            let spans: Vec<SpanInReport> = members
                .filter_map(|place| {
                    let unit = units.get(place.report as usize)?;
                    Some(SpanInReport { report: place.report, span: unit.span(place.span) })
                })
                .collect();
            let mut reports: Vec<u32> = spans.iter().map(|place| place.report).collect();
            reports.dedup();
            SharedPassage { reports, spans, similarity, kind: PassageKind::Nearly }
        })
        .collect()
}

fn of_report(report: u32, input: &Input) -> Vec<Place> {
    let mut places = Vec::new();
    for sentence in input.own_sentences() {
        let letters: Vec<char> =
            input.slice(sentence.span).chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        if letters.len() >= SHORTEST {
            let shingles: HashSet<u64> = letters.windows(SHINGLE).map(|shingle| hashed(&shingle)).collect();
            let signature = (0..(BANDS * ROWS) as u64)
                .map(|seed| shingles.iter().map(|shingle| hashed(&(seed, shingle))).min().unwrap_or(0))
                .collect();
            places.push(Place { report, span: sentence.span, shingles, signature });
        }
    }
    places
}

fn hashed(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// The sentences whose signatures agree in one band.
fn meetings(places: &[Place], band: usize) -> HashMap<&[u64], Vec<usize>> {
    let mut met: HashMap<&[u64], Vec<usize>> = HashMap::new();
    for (index, place) in places.iter().enumerate() {
        if let Some(rows) = place.signature.get(band * ROWS..(band + 1) * ROWS) {
            met.entry(rows).or_default().push(index);
        }
    }
    met
}

fn compare_all(places: &[Place], crowd: &[usize], pairs: &mut BTreeMap<(usize, usize), f64>) {
    for (position, a) in crowd.iter().enumerate() {
        for b in crowd.iter().skip(position + 1) {
            let (Some(one), Some(two)) = (places.get(*a), places.get(*b)) else { continue };
            if one.report != two.report && !pairs.contains_key(&(*a, *b)) {
                pairs.insert((*a, *b), jaccard(&one.shingles, &two.shingles));
            }
        }
    }
}

fn jaccard(a: &HashSet<u64>, b: &HashSet<u64>) -> f64 {
    let both = a.intersection(b).count();
    both as f64 / (a.len() + b.len() - both).max(1) as f64
}

/// Each sentence with all that are nearly the same as it, taken once, and how alike the least alike of them is.
fn groups(places: &[Place], pairs: &BTreeMap<(usize, usize), f64>) -> Vec<(Vec<usize>, f64)> {
    let mut alike: BTreeMap<usize, Vec<(usize, f64)>> = BTreeMap::new();
    for ((a, b), similarity) in pairs.iter().filter(|(_, similarity)| **similarity >= NEARLY) {
        alike.entry(*a).or_default().push((*b, *similarity));
    }
    let mut taken = vec![false; places.len()];
    let mut groups = Vec::new();
    for (first, others) in alike {
        let free: Vec<&(usize, f64)> =
            others.iter().filter(|(other, _)| !taken.get(*other).copied().unwrap_or(true)).collect();
        if taken.get(first).copied().unwrap_or(true) || free.is_empty() {
            continue;
        }
        let similarity = free.iter().map(|(_, similarity)| *similarity).fold(1.0, f64::min);
        let members: Vec<usize> = std::iter::once(first).chain(free.iter().map(|(other, _)| *other)).collect();
        members.iter().filter_map(|member| taken.get_mut(*member).map(|taken| *taken = true)).count();
        groups.push((members, similarity));
    }
    groups
}
