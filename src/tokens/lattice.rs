//! The lattice: all words that a sentence may be made of, and the best way through them.
//!
//! A node is a stretch of characters with a part of speech: a word of the dictionary, or an unknown one cut by kind. The
//! best path is found from left to right; for each end and part of speech only the best way there is kept.

use super::characters::{Characters, Kind};
use super::features::{self, Ngrams, ROW, TAGS, WINDOW, Weights};
use super::trie::Trie;
use std::ops::Range;

/// A word of the dictionary as the lattice sees it.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// Its part of speech.
    pub tag: u8,
    /// Its number in the dictionary.
    pub number: u32,
    /// Its own weight.
    pub weight: i32,
}

/// The number of a node that is in no dictionary.
pub const UNKNOWN: u32 = u32::MAX;
/// The number of a preferred node.
const PREFERRED: u32 = UNKNOWN - 1;
/// A bit in the number of a word that the dictionary has only as it is written today.
pub const MODERN: u32 = 1 << 30;

/// What a lattice is built from.
pub trait Dictionary {
    /// The surfaces.
    fn trie(&self) -> &Trie;
    /// The entries of a surface, by its value in the trie.
    fn entries(&self, value: u32) -> impl Iterator<Item = Entry>;
    /// The parts of speech that an unknown word may have, by the kind of its first character.
    fn unknown_tags(&self, kind: Kind) -> &[u8];
}

/// A node that the dictionary does not give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// Its characters.
    pub span: Range<usize>,
    /// Its part of speech.
    pub tag: u8,
}

/// A word that comes before those of the dictionary, unless its neighbours could hardly be words then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preferred {
    /// It as a node.
    pub node: Given,
    /// How much it is preferred.
    pub weight: i32,
}

/// What is asked of a lattice beyond the dictionary: all in the order of their starts, without overlap.
#[derive(Clone, Copy, Debug, Default)]
pub struct Demands<'d> {
    /// Nodes that the path must go through.
    pub fixed: &'d [Given],
    /// Nodes that are offered beside those of the dictionary.
    pub offered: &'d [Given],
    /// Nodes that are known words and come first.
    pub preferred: &'d [Preferred],
    /// Stretches of characters, from and to, that must not be one node.
    pub banned: &'d [(usize, usize)],
}

/// A node of the lattice on a way to the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// First character.
    pub start: u32,
    /// End, exclusive.
    pub end: u32,
    /// Part of speech.
    pub tag: u8,
    /// Number in the dictionary, or [`UNKNOWN`].
    pub number: u32,
    /// The score of the best path to here.
    pub best: i32,
    /// The node before.
    back: u32,
}

#[derive(Clone, Copy, Debug)]
struct Candidate {
    end: usize,
    tag: u8,
    number: u32,
    weight: i32,
}

/// The lattice's memory, used again for each sentence.
#[derive(Clone, Debug, Default)]
pub struct Lattice {
    ngrams: Ngrams,
    boundaries: Vec<i32>,
    nodes: Vec<Node>,
    /// For each character and part of speech the best score of a node that ends there, and that node; valid where
    /// `present` has its bit.
    slots: Vec<(i32, u32)>,
    present: Vec<u64>,
    after: Memo,
    endings: Memo,
    candidates: Vec<Candidate>,
    arrivals: Vec<(u8, i32, u32)>,
    /// Labels of the stretch's characters in the dictionary's trie.
    labels: Vec<u16>,
    /// The same as they are written today; empty where nothing is written otherwise.
    modern: Vec<u16>,
}

/// Boundary scores begin this many places before the stretch, so that every n-gram's row has room.
const MARGIN: usize = 2 * WINDOW;

impl Lattice {
    /// Finds the best path through a stretch of characters whose left neighbour has the part of speech `left` (0 at the
    /// sentence's beginning), and its score. The nodes come in reverse order.
    pub fn solve<'l, T: Copy + Into<i32>>(
        &'l mut self,
        dictionary: &impl Dictionary,
        weights: &Weights<T>,
        characters: &Characters,
        stretch: Range<usize>,
        left: u8,
        demands: Demands<'_>,
    ) -> (i32, impl Iterator<Item = &'l Node>) {
        self.prepare(weights, characters, &stretch, left);
        self.labels.clear();
        let folded = characters.folded().get(stretch.clone()).unwrap_or_default();
        self.labels.extend(folded.iter().map(|character| dictionary.trie().label(*character)));
        self.read_variants(dictionary, characters, &stretch);
        let mut walk = Walk { dictionary, weights, characters, stretch, demands, given: [0; 3] };
        for start in walk.stretch.clone() {
            if self.present.get(start - walk.stretch.start).is_none_or(|tags| *tags == 0) {
                continue;
            }
            self.collect(&mut walk, start);
            self.relax(&walk, start);
        }
        let (score, last) = self.last(&walk);
        (score, Path { nodes: &self.nodes, next: last })
    }

    /// The hashes of the n-grams of the stretch that was solved last.
    pub fn ngrams(&self) -> &Ngrams {
        &self.ngrams
    }

    fn read_variants(&mut self, dictionary: &impl Dictionary, characters: &Characters, stretch: &Range<usize>) {
        self.modern.clear();
        if characters.has_variants() {
            let modern = characters.modern().get(stretch.clone()).unwrap_or_default();
            self.modern.extend(modern.iter().map(|character| dictionary.trie().label(*character)));
        }
    }

    fn prepare<T: Copy + Into<i32>>(
        &mut self,
        weights: &Weights<T>,
        characters: &Characters,
        stretch: &Range<usize>,
        left: u8,
    ) {
        self.ngrams.read(characters, stretch);
        self.score_boundaries(weights, characters, stretch);
        self.present.clear();
        self.present.resize(stretch.len() + 1, 0);
        if self.slots.len() < (stretch.len() + 1) * TAGS {
            self.slots.resize((stretch.len() + 1) * TAGS, (0, 0));
        }
        self.after.reset(stretch.len() + 1);
        self.endings.reset(stretch.len() + 1);
        self.nodes.clear();
        let start = stretch.start as u32;
        self.nodes.push(Node { start, end: start, tag: left, number: UNKNOWN, best: 0, back: u32::MAX });
        self.arrive(0, left, (0, 0));
    }

    /// Scores each place as a boundary: rows of n-grams are added to all the boundaries in their reach at once.
    fn score_boundaries<T: Copy + Into<i32>>(
        &mut self,
        weights: &Weights<T>,
        characters: &Characters,
        stretch: &Range<usize>,
    ) {
        self.boundaries.clear();
        self.boundaries.resize(stretch.len() + 2 * MARGIN + ROW, 0);
        for (place, hashes) in self.ngrams.all().iter().enumerate() {
            for (length, hash) in (1..).zip(hashes) {
                // The n-gram begins at place - WINDOW and its first boundary lies WINDOW before its end.
                let row = weights.row(*hash);
                let Some(row) = weights.ngrams.get(row..row + ROW) else { continue };
                let first = place + length + MARGIN - 2 * WINDOW;
                let Some(reached) = self.boundaries.get_mut(first..first + ROW) else { continue };
                for (boundary, weight) in reached.iter_mut().zip(row) {
                    *boundary += (*weight).into();
                }
            }
        }
        let mut around = features::kinds_around(characters, stretch.start);
        for (offset, boundary) in self.boundaries.iter_mut().skip(MARGIN).take(stretch.len() + 1).enumerate() {
            let kinds = features::kind_features(around)
                .map(|index| weights.kinds.get(index).map_or(0, |weight| (*weight).into()));
            *boundary += kinds.iter().sum::<i32>();
            around = (around << 3 | characters.kind(stretch.start + offset + WINDOW) as u32) & 0x3_FFFF;
        }
        let end = characters.len();
        if stretch.end == end {
            // The sentence's end is no boundary that could be left out.
            if let Some(boundary) = self.boundaries.get_mut(stretch.len() + MARGIN) {
                *boundary = 0;
            }
        }
    }

    fn boundary(&self, offset: usize) -> i32 {
        self.boundaries.get(offset + MARGIN).copied().unwrap_or(0)
    }

    fn arrive(&mut self, offset: usize, tag: u8, arrival: (i32, u32)) {
        if let (Some(tags), Some(slot)) =
            (self.present.get_mut(offset), self.slots.get_mut(offset * TAGS + tag as usize % TAGS))
        {
            *tags |= 1 << (tag as usize % TAGS);
            *slot = arrival;
        }
    }

    /// The score of the best node that ends at an offset with a part of speech.
    #[inline]
    fn arrival(&self, offset: usize, tag: u8) -> Option<i32> {
        let tag = tag as usize % TAGS;
        let is_present = self.present.get(offset).is_some_and(|tags| tags & 1 << tag != 0);
        is_present.then(|| self.slots.get(offset * TAGS + tag).map(|(best, _)| *best)).flatten()
    }

    /// Collects the nodes that begin at `start`.
    fn collect<T, D: Dictionary>(&mut self, walk: &mut Walk<'_, D, T>, start: usize) {
        self.candidates.clear();
        let limit = walk.next_fixed(start);
        if let Some(fixed) = walk.fixed_at(start) {
            let end = fixed.span.end.min(walk.stretch.end);
            self.candidates.push(Candidate { end, tag: fixed.tag, number: UNKNOWN, weight: 0 });
            return;
        }
        let from = walk.stretch.start;
        let labels = self.labels.get(start - from..limit.saturating_sub(from)).unwrap_or_default();
        let banned = walk.demands.banned;
        let candidates = &mut self.candidates;
        walk.dictionary.trie().prefixes(labels, |length, value| {
            let end = start + length;
            if !banned.contains(&(start, end)) {
                let entries = walk.dictionary.entries(value);
                candidates.extend(entries.map(|Entry { tag, number, weight }| Candidate { end, tag, number, weight }));
            }
        });
        if !self.modern.is_empty() {
            self.collect_modern(walk, start, limit);
        }
        self.collect_unknown(walk, start, limit);
        if let Some(offered) = walk.offered_at(start) {
            let Given { span, tag } = offered;
            if !self.candidates.iter().any(|candidate| candidate.end == span.end && candidate.tag == *tag) {
                self.candidates.push(Candidate { end: span.end, tag: *tag, number: UNKNOWN, weight: 0 });
            }
        }
        if let Some(Preferred { node: Given { span, tag }, weight }) = walk.preferred_at(start)
            && span.end <= limit
            && !banned.contains(&(start, span.end))
        {
            self.candidates.push(Candidate { end: span.end, tag: *tag, number: PREFERRED, weight: *weight });
        }
    }

    /// Words that the dictionary has only as they are written today.
    fn collect_modern<T, D: Dictionary>(&mut self, walk: &Walk<'_, D, T>, start: usize, limit: usize) {
        let stretch = start - walk.stretch.start..limit.saturating_sub(walk.stretch.start);
        let labels = self.modern.get(stretch.clone()).unwrap_or_default();
        let written = self.labels.get(stretch).unwrap_or_default();
        let same = labels.iter().zip(written).take_while(|(label, written)| label == written).count();
        let candidates = &mut self.candidates;
        let known = candidates.len();
        walk.dictionary.trie().prefixes(labels, |length, value| {
            let end = start + length;
            let is_known = candidates.iter().take(known).any(|candidate| candidate.end == end);
            if length > same && !is_known && !walk.demands.banned.contains(&(start, end)) {
                let entries = walk.dictionary.entries(value);
                candidates.extend(entries.map(|Entry { tag, number, weight }| Candidate {
                    end,
                    tag,
                    number: number | MODERN,
                    weight,
                }));
            }
        });
    }

    /// Unknown words: runs of one kind and, where words of the kind are often joined, their beginnings.
    fn collect_unknown<T, D: Dictionary>(&mut self, walk: &Walk<'_, D, T>, start: usize, limit: usize) {
        let kind = walk.characters.kind(start);
        let run = walk.characters.run(start, limit - start).max(1);
        let (shortest, longest) = match kind {
            Kind::Hiragana => (1, run.min(5)),
            Kind::Katakana => (1, run.min(14)),
            Kind::Kanji => (1, run.min(3)),
            Kind::Digit | Kind::Letter | Kind::Space => (run, run),
            Kind::Other | Kind::Outside => (1, 1),
        };
        if kind == Kind::Digit {
            // A number is never cut inside its digits.
            self.candidates.retain(|word| word.end >= start + run);
        }
        let known = self.candidates.len();
        let first_letter = (run > 1 && kind == Kind::Letter).then_some(start + 1);
        for end in (start + shortest..=start + longest).chain(first_letter) {
            if walk.demands.banned.contains(&(start, end)) && (known > 0 || longest > 1) {
                continue;
            }
            let words = self.candidates.get(..known).unwrap_or_default().iter().filter(|word| word.end == end);
            let mut tags = words.fold(0u64, |tags, word| tags | 1 << (word.tag as usize % TAGS));
            if tags != 0 && !matches!(kind, Kind::Katakana | Kind::Kanji | Kind::Letter) {
                continue;
            }
            for tag in walk.dictionary.unknown_tags(kind) {
                let bit = 1 << (*tag as usize % TAGS);
                if tags & bit == 0 {
                    tags |= bit;
                    self.candidates.push(Candidate { end, tag: *tag, number: UNKNOWN, weight: 0 });
                }
            }
        }
        if self.candidates.is_empty() {
            let tag = walk.dictionary.unknown_tags(kind).first().copied().unwrap_or(0);
            self.candidates.push(Candidate { end: start + 1, tag, number: UNKNOWN, weight: 0 });
        }
    }

    /// Finds the best way to each of the collected nodes, and keeps those that are the best to their end.
    fn relax<T: Copy + Into<i32>, D: Dictionary>(&mut self, walk: &Walk<'_, D, T>, start: usize) {
        self.gather_arrivals(start - walk.stretch.start, walk.weights);
        let (before, beginning) = (self.ngrams.before(start), self.ngrams.beginning(start));
        let mut ways = [(0i32, 0u32); TAGS];
        let mut beginnings = [0i32; TAGS];
        let (mut known_ways, mut known_beginnings) = (0u64, 0u64);
        for index in 0..self.candidates.len() {
            let Some(&Candidate { end, tag, number, weight }) = self.candidates.get(index) else { break };
            let (place, bit) = (tag as usize % TAGS, 1u64 << (tag as usize % TAGS));
            let (Some(way), Some(beginning_score)) = (ways.get_mut(place), beginnings.get_mut(place)) else { continue };
            if known_ways & bit == 0 {
                known_ways |= bit;
                *way = best_way(&self.arrivals, walk.weights, tag);
                way.0 += walk.contexts(&before, tag);
            }
            let ((score, back), offset) = (*way, end - walk.stretch.start);
            let after = self.after.get(offset, tag, || walk.contexts(&self.ngrams.after(end), tag));
            let inside = if number == UNKNOWN {
                if known_beginnings & bit == 0 {
                    known_beginnings |= bit;
                    *beginning_score = walk.contexts(&beginning, tag);
                }
                let ending = self.endings.get(offset, tag, || walk.contexts(&self.ngrams.ending(end), tag));
                *beginning_score + ending + walk.shape(features::unknown_shape(walk.characters, &(start..end), tag))
            } else {
                walk.shape(features::known_shape(walk.characters, &(start..end), tag))
            };
            let best = score + weight + self.boundary(offset) + after + inside;
            if self.arrival(offset, tag).is_none_or(|other| other < best) {
                let node = self.nodes.len() as u32;
                self.nodes.push(Node { start: start as u32, end: end as u32, tag, number, best, back });
                self.arrive(offset, tag, (best, node));
            }
        }
    }

    /// Gathers the best nodes that end at an offset, but for those that can be part of no best path: those that the best
    /// of all beats whatever follows.
    fn gather_arrivals<T>(&mut self, offset: usize, weights: &Weights<T>) {
        self.arrivals.clear();
        let mut tags = self.present.get(offset).copied().unwrap_or(0);
        let mut top = (i32::MIN, 0);
        while tags != 0 {
            let tag = tags.trailing_zeros() as u8;
            tags &= tags - 1;
            if let Some((best, node)) = self.slots.get(offset * TAGS + tag as usize) {
                self.arrivals.push((tag, *best, *node));
                if *best > top.0 {
                    top = (*best, tag as usize);
                }
            }
        }
        if let Some(leads) = weights.leads.get(top.1 * TAGS..(top.1 + 1) * TAGS) {
            self.arrivals.retain(|(tag, best, _)| {
                leads
                    .get(*tag as usize % TAGS)
                    .is_none_or(|lead| top.0.saturating_sub(*best).saturating_add(*lead) <= 0)
            });
        }
    }

    /// The score of the best whole path, and its last node.
    fn last<T: Copy + Into<i32>, D: Dictionary>(&mut self, walk: &Walk<'_, D, T>) -> (i32, u32) {
        self.gather_arrivals(walk.stretch.len(), walk.weights);
        if walk.stretch.end == walk.characters.len() {
            return best_way(&self.arrivals, walk.weights, 0);
        }
        let best = self.arrivals.iter().max_by_key(|(_, best, _)| *best);
        best.map_or((0, u32::MAX), |(_, best, node)| (*best, *node))
    }
}

/// The best of the nodes that end where a node of part of speech `tag` begins; the first of equals.
#[inline]
fn best_way<T: Copy + Into<i32>>(arrivals: &[(u8, i32, u32)], weights: &Weights<T>, tag: u8) -> (i32, u32) {
    let row = tag as usize % TAGS * TAGS;
    let Some(row) = weights.transitions.get(row..row + TAGS).and_then(|row| row.first_chunk::<TAGS>()) else {
        return (i32::MIN / 2, u32::MAX);
    };
    let mut way = (i32::MIN / 2, u32::MAX);
    for (from, best, node) in arrivals {
        let score = best + row.get(*from as usize % TAGS).map_or(0, |weight| (*weight).into());
        if score > way.0 {
            way = (score, *node);
        }
    }
    way
}

/// One walk through a stretch: what stays the same, and which of the given nodes come next.
struct Walk<'w, D, T> {
    dictionary: &'w D,
    weights: &'w Weights<T>,
    characters: &'w Characters,
    stretch: Range<usize>,
    demands: Demands<'w>,
    given: [usize; 3],
}

impl<'w, D, T> Walk<'w, D, T> {
    /// The fixed node that begins at `start`.
    fn fixed_at(&self, start: usize) -> Option<&'w Given> {
        let [next, ..] = self.given;
        self.demands.fixed.get(next).filter(|fixed| fixed.span.start == start)
    }

    /// Where the next fixed node after `start` begins: no other node reaches past that.
    fn next_fixed(&mut self, start: usize) -> usize {
        let [next, ..] = &mut self.given;
        while self.demands.fixed.get(*next).is_some_and(|fixed| fixed.span.start < start) {
            *next += 1;
        }
        let limit = self.demands.fixed.get(*next).map_or(usize::MAX, |fixed| fixed.span.start);
        limit.min(self.stretch.end)
    }

    fn offered_at(&mut self, start: usize) -> Option<&'w Given> {
        let [_, next, _] = &mut self.given;
        while self.demands.offered.get(*next).is_some_and(|offered| offered.span.start < start) {
            *next += 1;
        }
        self.demands.offered.get(*next).filter(|offered| offered.span.start == start)
    }

    fn preferred_at(&mut self, start: usize) -> Option<&'w Preferred> {
        let [_, _, next] = &mut self.given;
        while self.demands.preferred.get(*next).is_some_and(|preferred| preferred.node.span.start < start) {
            *next += 1;
        }
        self.demands.preferred.get(*next).filter(|preferred| preferred.node.span.start == start)
    }
}

impl<D, T: Copy + Into<i32>> Walk<'_, D, T> {
    #[inline]
    fn contexts(&self, contexts: &[u32], tag: u8) -> i32 {
        let weight = |context: &u32| self.weights.context.get(self.weights.context_index(*context, tag));
        contexts.iter().map(|context| weight(context).map_or(0, |weight| (*weight).into())).sum()
    }
}

impl<D, T: Copy + Into<i32>> Walk<'_, D, T> {
    /// The value of a shape.
    #[inline]
    fn shape(&self, index: usize) -> i32 {
        self.weights.shape.get(index).map_or(0, |weight| (*weight).into())
    }
}

/// Scores by place and part of speech, each worked out when it is first asked for.
#[derive(Clone, Debug, Default)]
struct Memo {
    scores: Vec<i32>,
    known: Vec<u64>,
}

impl Memo {
    fn reset(&mut self, places: usize) {
        self.known.clear();
        self.known.resize(places, 0);
        if self.scores.len() < places * TAGS {
            self.scores.resize(places * TAGS, 0);
        }
    }

    #[inline]
    fn get(&mut self, place: usize, tag: u8, score: impl FnOnce() -> i32) -> i32 {
        let tag = tag as usize % TAGS;
        let (Some(known), Some(kept)) = (self.known.get_mut(place), self.scores.get_mut(place * TAGS + tag)) else {
            return score();
        };
        if *known & 1 << tag == 0 {
            *known |= 1 << tag;
            *kept = score();
        }
        *kept
    }
}

/// The nodes of a path from its last to its first.
struct Path<'l> {
    nodes: &'l [Node],
    next: u32,
}

impl<'l> Iterator for Path<'l> {
    type Item = &'l Node;

    fn next(&mut self) -> Option<&'l Node> {
        let node = self.nodes.get(self.next as usize)?;
        self.next = node.back;
        (node.back != u32::MAX).then_some(node)
    }
}
