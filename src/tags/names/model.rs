//! The model: a weight for each feature and tag, and one for each step from tag to tag (a linear-chain conditional
//! random field; Lafferty, McCallum and Pereira 2001).

use super::attributes::{Attributes, Lexicon, Lists, Row, mix};
use super::gazetteer::Gazetteer;
use super::labels::{self, LABELS, TAGS};
use super::rules::{NameRules, Template};
use crate::tokens::Token;
use rustc_hash::FxHashMap;

/// Bits of a feature's hash.
pub const FEATURE_BITS: u32 = 24;
/// Steps that no name can take.
pub const FORBIDDEN: i32 = i32::MIN / 4;

/// Everything that finds names in one language.
#[derive(Clone, Debug)]
pub struct NameModel {
    /// The language's rules.
    pub rules: &'static NameRules,
    /// Its classes of words.
    pub lexicon: Lexicon,
    /// Names that are known.
    pub gazetteer: Gazetteer,
    /// Groups of words, by their keys.
    pub clusters: FxHashMap<u32, u16>,
    /// The weights.
    pub weights: Weights,
}

impl NameModel {
    /// What is the same for all sentences.
    pub fn lists(&self) -> Lists<'_> {
        Lists { rules: self.rules, lexicon: &self.lexicon, gazetteer: &self.gazetteer, clusters: &self.clusters }
    }
}

/// Weights, in units of `1 / scale` natural logarithms.
#[derive(Clone, Debug)]
pub struct Weights {
    /// Units in one natural logarithm.
    pub scale: f32,
    /// From each tag (inner) to each (outer).
    pub transitions: [[i32; TAGS]; TAGS],
    /// The same from each tag (outer) to each (inner), as the walk takes them.
    leaving: [[i32; TAGS]; TAGS],
    /// To each tag from the sentence's beginning.
    pub start: [i32; TAGS],
    /// A bit for the low bits of every hash that is there: most features are not.
    present: Vec<u64>,
    /// Where the features of each value of the high bits of a hash begin, and the end.
    buckets: Vec<u32>,
    /// The low bits of each feature's hash.
    keys: Vec<u8>,
    /// Where the values of each feature begin, and the end.
    firsts: Vec<u32>,
    /// A tag in the low bits, its weight above.
    values: Vec<i16>,
}

const PRESENT_BITS: u32 = 20;
/// Bits of a hash that are kept as a feature's key.
const KEY_BITS: u32 = 8;
/// Bits of a tag among a feature's values.
const TAG_BITS: u32 = 5;

impl Weights {
    /// Takes the weights: for each feature's hash, in order, its tags and weights. What is out of order is left out.
    pub fn new(
        scale: f32,
        transitions: [[i32; TAGS]; TAGS],
        start: [i32; TAGS],
        features: &[(u32, Vec<(u8, i16)>)],
    ) -> Weights {
        let mut weights = Weights {
            scale,
            transitions,
            leaving: [[0; TAGS]; TAGS],
            start,
            present: vec![0; 1 << (PRESENT_BITS - 6)],
            buckets: vec![0; (1 << (FEATURE_BITS - KEY_BITS)) + 1],
            keys: Vec::with_capacity(features.len()),
            firsts: vec![0],
            values: Vec::new(),
        };
        let mut next = 0;
        for (hash, values) in features {
            if (next..1 << FEATURE_BITS).contains(hash) {
                weights.push(*hash, values);
                next = *hash + 1;
            }
        }
        let mut sum = 0;
        for bucket in &mut weights.buckets {
            sum += *bucket;
            *bucket = sum;
        }
        weights.forbid();
        weights
    }

    fn push(&mut self, hash: u32, values: &[(u8, i16)]) {
        let limit = i16::MAX >> TAG_BITS;
        let values =
            values.iter().map(|(tag, weight)| (*weight).clamp(-limit, limit) << TAG_BITS | i16::from(tag & 31));
        self.values.extend(values);
        self.keys.push(hash as u8);
        self.firsts.push(self.values.len() as u32);
        if let Some(bits) = self.present.get_mut((hash & PRESENT_MASK) as usize >> 6) {
            *bits |= 1 << (hash & 63);
        }
        if let Some(count) = self.buckets.get_mut((hash >> KEY_BITS) as usize + 1) {
            *count += 1;
        }
    }

    fn forbid(&mut self) {
        for (to, row) in self.transitions.iter_mut().enumerate() {
            for (from, weight) in row.iter_mut().enumerate() {
                if !labels::may_follow(Some(from), to) {
                    *weight = FORBIDDEN;
                }
                if let Some(leaving) = self.leaving.get_mut(from).and_then(|row| row.get_mut(to)) {
                    *leaving = *weight;
                }
            }
        }
        for (to, weight) in self.start.iter_mut().enumerate() {
            if !labels::may_follow(None, to) {
                *weight = FORBIDDEN;
            }
        }
    }

    /// The weight of the step from one tag to another.
    fn step(&self, from: usize, to: usize) -> Option<i32> {
        self.transitions.get(to)?.get(from).copied()
    }

    /// Whether a feature may have weights; told fast.
    #[inline]
    fn may_have(&self, hash: u32) -> bool {
        let bits = self.present.get((hash & PRESENT_MASK) as usize >> 6).copied().unwrap_or(0);
        bits >> (hash & 63) & 1 == 1
    }

    /// Calls `visit` with each tag and weight of a feature.
    #[inline]
    pub fn each(&self, hash: u32, visit: impl FnMut(usize, i32)) {
        if self.may_have(hash) {
            self.each_there(hash, visit);
        }
    }

    #[inline]
    fn each_there(&self, hash: u32, mut visit: impl FnMut(usize, i32)) {
        let bucket = (hash >> KEY_BITS) as usize;
        let Some([start, end]) = self.buckets.get(bucket..).and_then(|rest| rest.first_chunk().copied()) else {
            return;
        };
        let Some(keys) = self.keys.get(start as usize..end as usize) else { return };
        let Some(place) = keys.iter().position(|key| *key == hash as u8) else { return };
        let feature = start as usize + place;
        let Some([first, last]) = self.firsts.get(feature..).and_then(|rest| rest.first_chunk().copied()) else {
            return;
        };
        for value in self.values.get(first as usize..last as usize).unwrap_or_default() {
            visit((value & 31) as usize, i32::from(value >> TAG_BITS));
        }
    }
}

const PRESENT_MASK: u32 = (1 << PRESENT_BITS) - 1;

/// Calls `visit` with the hash of every feature of the token at `place`, and the number of its template.
#[inline]
pub fn features(rows: &[Row], place: usize, templates: &[Template], mut visit: impl FnMut(u32, usize)) {
    let around: [&Row; 2 * REACH + 1] = std::array::from_fn(|index| {
        (place + index).checked_sub(REACH).and_then(|place| rows.get(place)).unwrap_or(&Row::OUTSIDE)
    });
    'templates: for (number, template) in templates.iter().enumerate() {
        let mut hash = mix(0x9747_B28C, number as u32);
        for (offset, attribute) in *template {
            let row = around.get(REACH.wrapping_add_signed(isize::from(*offset)));
            let value = row.map_or(0, |row| row.get(*attribute));
            if value == 0 {
                continue 'templates;
            }
            hash = mix(hash, value);
        }
        visit(hash.wrapping_mul(0x85EB_CA6B) >> (32 - FEATURE_BITS), number);
    }
}

/// How far from a token its templates look.
const REACH: usize = 2;

/// A name found: from one token to another (exclusive), with the number of its label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// First token.
    pub start: usize,
    /// End, exclusive.
    pub end: usize,
    /// The number of its label.
    pub label: usize,
}

/// Finds the best tags of one sentence after another. The memory is used again.
#[derive(Clone, Debug, Default)]
pub struct Decoder {
    attributes: Attributes,
    hashes: Vec<u32>,
    scores: Vec<[i32; TAGS]>,
    back: Vec<[u8; TAGS]>,
}

impl Decoder {
    /// Finds the names of a sentence, in order.
    pub fn decode(&mut self, model: &NameModel, text: &str, tokens: &[Token<'_>], found: &mut Vec<Found>) {
        found.clear();
        self.attributes.read(text, tokens, model.lists());
        self.score(model);
        let last = self.walk(&model.weights);
        self.collect(last, found);
    }

    /// How much more a name of each label scores at some tokens than none there, with the steps inside it and from and
    /// to the tags beside it (none at the edges of the sentence), in natural logarithms.
    pub fn margins(&self, weights: &Weights, name: &Found, beside: [Option<usize>; 2]) -> [f32; LABELS.len()] {
        let inside = self.scores.get(name.start..name.end).unwrap_or_default();
        let path = |first: usize, rest: usize| {
            let tags = std::iter::once(first).chain(std::iter::repeat(rest));
            let own: i64 =
                inside.iter().zip(tags).filter_map(|(scores, tag)| scores.get(tag)).copied().map(i64::from).sum();
            let [before, after] = beside;
            let last = if inside.len() > 1 { rest } else { first };
            let into = before.map_or(weights.start.get(first).copied(), |before| weights.step(before, first));
            let steps = (2..=inside.len()).map(|place| weights.step(if place == 2 { first } else { rest }, rest));
            let out = after.and_then(|after| weights.step(last, after));
            own + into.into_iter().chain(steps.flatten()).chain(out).map(i64::from).sum::<i64>()
        };
        let none = path(labels::OUTSIDE, labels::OUTSIDE);
        std::array::from_fn(|label| (path(labels::begins(label), labels::goes_on(label)) - none) as f32 / weights.scale)
    }

    /// What was seen of the tokens of the sentence decoded last.
    pub fn rows(&self) -> &[Row] {
        self.attributes.rows()
    }

    fn score(&mut self, model: &NameModel) {
        self.scores.clear();
        let (rows, weights) = (self.attributes.rows(), &model.weights);
        for place in 0..rows.len() {
            // Step by step, so that the memory is asked for many features at once.
            self.hashes.clear();
            features(rows, place, model.rules.templates, |hash, _| self.hashes.push(hash));
            self.hashes.retain(|hash| weights.may_have(*hash));
            let mut scores = [0; 32];
            for hash in &self.hashes {
                weights.each_there(*hash, |tag, weight| {
                    if let Some(score) = scores.get_mut(tag) {
                        *score += weight;
                    }
                });
            }
            self.scores.push(scores.first_chunk().copied().unwrap_or([0; TAGS]));
        }
    }

    /// Viterbi's walk; gives the best last tag, the first of equals.
    fn walk(&mut self, weights: &Weights) -> usize {
        self.back.clear();
        let mut best = weights.start;
        for (place, scores) in self.scores.iter().enumerate() {
            let (mut next, back) = if place == 0 { (weights.start, [0; TAGS]) } else { step(&best, &weights.leaving) };
            next.iter_mut().zip(scores).for_each(|(next, score)| *next = next.wrapping_add(*score));
            // Only differences count: taking the highest away keeps the sums of long sentences small.
            let highest = next.iter().copied().max().unwrap_or(0);
            best = next.map(|next| next.wrapping_sub(highest));
            self.back.push(back);
        }
        best.iter().position(|best| *best == 0).unwrap_or(0)
    }

    fn collect(&self, last: usize, found: &mut Vec<Found>) {
        let mut tag = last;
        let mut end = None;
        for (place, back) in self.back.iter().enumerate().rev() {
            if let Some(label) = labels::label_of(tag) {
                let end_place = *end.get_or_insert(place + 1);
                if tag == labels::begins(label) {
                    found.push(Found { start: place, end: end_place, label });
                    end = None;
                }
            }
            tag = back.get(tag).copied().unwrap_or(0) as usize;
        }
        found.reverse();
    }
}

/// The best way to each tag, the first of equals: its score and the tag it comes from. Written without branches, for the
/// compiler to take several tags at once.
#[inline]
fn step(best: &[i32; TAGS], leaving: &[[i32; TAGS]; TAGS]) -> ([i32; TAGS], [u8; TAGS]) {
    let (mut next, mut back) = ([i32::MIN; TAGS], [0u32; TAGS]);
    for (from, (best, steps)) in (0u32..).zip(best.iter().zip(leaving)) {
        for ((next, back), step) in next.iter_mut().zip(&mut back).zip(steps) {
            let score = best.wrapping_add(*step);
            *back = if score > *next { from } else { *back };
            *next = score.max(*next);
        }
    }
    (next, back.map(|from| from as u8))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::languages;

    #[test]
    fn templates_look_no_further_than_two_tokens() {
        for language in languages::ALL {
            let mut offsets = language.names.templates.iter().copied().flatten().map(|(offset, _)| offset);
            assert!(offsets.all(|offset| usize::from(offset.unsigned_abs()) <= REACH), "{language:?}");
        }
    }

    #[test]
    fn steps_are_the_best_and_the_first_of_equals() {
        let mut leaving = [[-9; TAGS]; TAGS];
        (leaving[1][3], leaving[2][3], leaving[4][5]) = (5, 5, 1);
        let (next, back) = step(&[0; TAGS], &leaving);
        assert_eq!((next[3], back[3]), (5, 1));
        assert_eq!((next[5], back[5]), (1, 4));
        assert_eq!((next[0], back[0]), (-9, 0));
    }
}
