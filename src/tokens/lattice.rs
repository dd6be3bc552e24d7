//! The lattice: all words that a sentence may be made of, and the best way through them.
//!
//! A node is a stretch of characters with a part of speech: a word of the dictionary, or an unknown one cut by kind. The
//! best path is found from left to right; for each end and part of speech only the best way there is kept.

use super::characters::{Characters, Kind};
use super::features::{self, Ngrams, ROW, TAGS, WINDOW, Weights};
use super::reached::Reached;
use super::step::{Arrival, Step, Walk, Ways, best_way};
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
pub(super) const PREFERRED: u32 = UNKNOWN - 1;
/// A bit in the number of a word that the dictionary has only as it is written today.
pub const MODERN: u32 = 1 << 30;

/// What a lattice is built from.
pub trait Dictionary {
    /// The surfaces.
    fn trie(&self) -> &Trie;
    /// The entries of a surface, by its value in the trie.
    fn entries(&self, value: u32) -> impl Iterator<Item = Entry>;
    /// Whether it has nearly all words, so that few of those that it lacks need to be thought of.
    fn is_full(&self) -> bool {
        false
    }
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
    /// The score of the best path to here; what its end says is added when the path goes on from there.
    pub best: i32,
    /// The node before.
    pub(super) back: u32,
}

/// The lattice's memory, used again for each sentence.
#[derive(Clone, Debug, Default)]
pub struct Lattice {
    ngrams: Ngrams,
    boundaries: Vec<i32>,
    reached: Reached,
    arrivals: Vec<Arrival>,
    ways: Ways,
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
        self.ngrams.read(characters, &stretch);
        self.score_boundaries(weights, characters, &stretch);
        self.reached.begin(&stretch, left);
        self.labels.clear();
        let folded = characters.folded().get(stretch.clone()).unwrap_or_default();
        self.labels.extend(folded.iter().map(|character| dictionary.trie().label(*character)));
        self.modern.clear();
        if characters.has_variants() {
            let modern = characters.modern().get(stretch.clone()).unwrap_or_default();
            self.modern.extend(modern.iter().map(|character| dictionary.trie().label(*character)));
        }
        let mut walk = Walk { dictionary, weights, characters, stretch, demands, given: [0; 3] };
        for start in walk.stretch.clone() {
            if self.reached.is_reached(start - walk.stretch.start) {
                self.gather(&walk, start);
                self.go_on(&mut walk, start);
            }
        }
        let (score, last) = self.last(&walk);
        (score, Path { nodes: &self.reached.nodes, next: last })
    }

    /// The hashes of the n-grams of the stretch that was solved last.
    pub fn ngrams(&self) -> &Ngrams {
        &self.ngrams
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
            for index in features::kind_features(around) {
                *boundary += weights.kinds.get(index).map_or(0, |weight| (*weight).into());
            }
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

    /// Gathers the best nodes that end at `end`, with what the place and what follows it say of each, but for those that
    /// can be part of no best path: those that the best of all beats whatever follows.
    fn gather<T: Copy + Into<i32>, D: Dictionary>(&mut self, walk: &Walk<'_, D, T>, end: usize) {
        let offset = end - walk.stretch.start;
        let boundary = self.boundaries.get(offset + MARGIN).copied().unwrap_or(0);
        let after = self.ngrams.after(end);
        let Lattice { arrivals, reached, .. } = self;
        let (mut top, mut top_tag) = (i32::MIN, 0);
        arrivals.clear();
        reached.nodes_at(offset, |node, index| {
            node.best += boundary + walk.contexts(&after, node.tag);
            arrivals.push(Arrival { tag: node.tag, best: node.best, node: index });
            if node.best > top {
                (top, top_tag) = (node.best, node.tag);
            }
        });
        let row = usize::from(top_tag) % TAGS * TAGS;
        let leads = walk.weights.leads.get(row..row + TAGS).and_then(<[i32]>::first_chunk::<TAGS>);
        if let Some(leads) = leads.filter(|_| arrivals.len() > 1) {
            arrivals.retain(|arrival| {
                let lead = leads.get(usize::from(arrival.tag) % TAGS).copied().unwrap_or(0);
                top.saturating_sub(arrival.best).saturating_add(lead) <= 0
            });
        }
    }

    /// Finds the best way to each of the nodes that begin at `start`, and keeps those that are the best to their end.
    fn go_on<T: Copy + Into<i32>, D: Dictionary>(&mut self, walk: &mut Walk<'_, D, T>, start: usize) {
        let limit = walk.next_fixed(start);
        let (fixed, offered, preferred) = (walk.fixed_at(start), walk.offered_at(start), walk.preferred_at(start));
        let Lattice { ngrams, reached, arrivals, ways, labels, modern, .. } = self;
        ways.clear();
        let stretch = start - walk.stretch.start..limit.saturating_sub(walk.stretch.start);
        let labels = labels.get(stretch.clone()).unwrap_or_default();
        let modern = modern.get(stretch).unwrap_or_default();
        let mut step = Step { walk, start, before: ngrams.before(start), ngrams, reached, arrivals, ways };
        match fixed {
            Some(fixed) => step.take(fixed.span.end.min(step.walk.stretch.end), fixed.tag),
            None => step.take_words(labels, modern, offered, preferred.filter(|word| word.node.span.end <= limit)),
        }
    }

    /// The score of the best whole path, and its last node.
    fn last<T: Copy + Into<i32>, D: Dictionary>(&mut self, walk: &Walk<'_, D, T>) -> (i32, u32) {
        self.gather(walk, walk.stretch.end);
        if walk.stretch.end == walk.characters.len() {
            return best_way(&self.arrivals, walk.weights, 0);
        }
        let best = self.arrivals.iter().max_by_key(|arrival| arrival.best);
        best.map_or((0, u32::MAX), |arrival| (arrival.best, arrival.node))
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
