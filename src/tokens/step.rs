//! One step through a lattice: the nodes that begin at a place, those of the dictionary and those that it lacks.

use super::characters::{Characters, Kind};
use super::features::{self, Ngrams, TAGS, Weights};
use super::lattice::{Demands, Dictionary, Entry, Given, MODERN, Node, PREFERRED, Preferred, UNKNOWN};
use super::reached::Reached;
use std::ops::Range;

/// One walk through a stretch: what stays the same, and which of the given nodes come next.
pub struct Walk<'w, D, T> {
    /// Whose words there are.
    pub dictionary: &'w D,
    /// What decides.
    pub weights: &'w Weights<T>,
    /// The sentence.
    pub characters: &'w Characters,
    /// The characters that the path goes through.
    pub stretch: Range<usize>,
    /// What else is asked of the path.
    pub demands: Demands<'w>,
    /// How many of the fixed, of the offered and of the preferred nodes lie behind.
    pub given: [usize; 3],
}

impl<'w, D, T> Walk<'w, D, T> {
    /// The fixed node that begins at `start`.
    pub fn fixed_at(&self, start: usize) -> Option<&'w Given> {
        let [next, ..] = self.given;
        self.demands.fixed.get(next).filter(|fixed| fixed.span.start == start)
    }

    /// Where the next fixed node after `start` begins: no other node reaches past that.
    pub fn next_fixed(&mut self, start: usize) -> usize {
        let [next, ..] = &mut self.given;
        while self.demands.fixed.get(*next).is_some_and(|fixed| fixed.span.start < start) {
            *next += 1;
        }
        let limit = self.demands.fixed.get(*next).map_or(usize::MAX, |fixed| fixed.span.start);
        limit.min(self.stretch.end)
    }

    /// The node offered at `start`.
    pub fn offered_at(&mut self, start: usize) -> Option<&'w Given> {
        let [_, next, _] = &mut self.given;
        while self.demands.offered.get(*next).is_some_and(|offered| offered.span.start < start) {
            *next += 1;
        }
        self.demands.offered.get(*next).filter(|offered| offered.span.start == start)
    }

    /// The node preferred at `start`.
    pub fn preferred_at(&mut self, start: usize) -> Option<&'w Preferred> {
        let [_, _, next] = &mut self.given;
        while self.demands.preferred.get(*next).is_some_and(|preferred| preferred.node.span.start < start) {
            *next += 1;
        }
        self.demands.preferred.get(*next).filter(|preferred| preferred.node.span.start == start)
    }
}

impl<D, T: Copy + Into<i32>> Walk<'_, D, T> {
    /// The sum of the values of contexts with a part of speech.
    #[inline]
    pub fn contexts(&self, contexts: &[u32], tag: u8) -> i32 {
        let weight = |context: &u32| self.weights.context.get(self.weights.context_index(*context, tag));
        contexts.iter().map(|context| weight(context).map_or(0, |weight| (*weight).into())).sum()
    }

    /// The value of a shape with a part of speech.
    #[inline]
    fn shape(&self, shape: usize, tag: u8) -> i32 {
        self.weights.shape.get(features::shape_index(shape, tag)).map_or(0, |weight| (*weight).into())
    }
}

/// A node that ends where others begin.
#[derive(Clone, Copy, Debug)]
pub struct Arrival {
    /// Its part of speech.
    pub tag: u8,
    /// The score of the best path to here.
    pub best: i32,
    /// Its number in the lattice.
    pub node: u32,
}

/// For each part of speech the best way to a node that begins at a place.
#[derive(Clone, Debug)]
pub struct Ways {
    /// The parts of speech whose way is worked out.
    known: u64,
    best: [(i32, u32); TAGS],
}

impl Ways {
    /// Forgets all.
    pub fn clear(&mut self) {
        self.known = 0;
    }
}

impl Default for Ways {
    fn default() -> Self {
        Ways { known: 0, best: [(0, 0); TAGS] }
    }
}

/// The words of the dictionary that begin at a place.
#[derive(Clone, Copy, Debug, Default)]
struct Known {
    /// Their lengths, a bit for each below 64.
    ends: u64,
    longest: usize,
    /// The parts of speech of the one that is a character long, and of the one that fills the run of its kind.
    tags: [u64; 2],
}

impl Known {
    fn has(&self, length: usize) -> bool {
        self.ends & 1 << length.min(63) != 0
    }
}

/// The nodes that begin at one place, each led to by its best way.
pub struct Step<'s, 'w, D, T> {
    /// The walk that it is of.
    pub walk: &'s Walk<'w, D, T>,
    /// The place.
    pub start: usize,
    /// The n-grams of the stretch.
    pub ngrams: &'s Ngrams,
    /// What stands before the place.
    pub before: [u32; 2],
    /// Where the nodes are kept.
    pub reached: &'s mut Reached,
    /// The nodes that end here.
    pub arrivals: &'s [Arrival],
    /// The ways from those, none known yet.
    pub ways: &'s mut Ways,
}

impl<D: Dictionary, T: Copy + Into<i32>> Step<'_, '_, D, T> {
    /// Takes all words that begin here: `labels` are those of the characters up to where the next fixed node begins, and
    /// `modern` the same as they are written today, or none.
    pub fn take_words(
        &mut self,
        labels: &[u16],
        modern: &[u16],
        offered: Option<&Given>,
        preferred: Option<&Preferred>,
    ) {
        let run = self.walk.characters.run(self.start, labels.len()).max(1);
        // A number is never cut inside its digits.
        let shortest = if self.walk.characters.kind(self.start) == Kind::Digit { run } else { 0 };
        let mut known = Known::default();
        self.known_words(labels, run, &mut known, |length, _| length >= shortest, 0);
        if !modern.is_empty() {
            let same = modern.iter().zip(labels).take_while(|(label, written)| label == written).count();
            self.known_words(modern, run, &mut known, |length, known| length > same && !known.has(length), MODERN);
        }
        let tried = self.unknown_words(known, run);
        if let Some(Given { span, tag }) = offered {
            if !self.is_known(labels, span.end, *tag) {
                self.take(span.end, *tag);
            }
        } else if known.ends == 0 && !tried {
            let kind = self.walk.characters.kind(self.start);
            self.take(self.start + 1, self.walk.dictionary.unknown_tags(kind).first().copied().unwrap_or(0));
        }
        if let Some(Preferred { node: Given { span, tag }, weight }) = preferred
            && !self.walk.demands.banned.contains(&(self.start, span.end))
        {
            let shape = features::known_shape(self.walk.characters, &(self.start..span.end));
            self.reach(span.end, *tag, PREFERRED, weight + self.walk.shape(shape, *tag));
        }
    }

    /// The words of the dictionary of lengths that are wanted; `mark` is set in their numbers.
    fn known_words(
        &mut self,
        labels: &[u16],
        run: usize,
        known: &mut Known,
        is_wanted: impl Fn(usize, &Known) -> bool,
        mark: u32,
    ) {
        let Walk { dictionary, characters, demands, .. } = *self.walk;
        dictionary.trie().prefixes(labels, |length, value| {
            let end = self.start + length;
            if !is_wanted(length, known) || demands.banned.contains(&(self.start, end)) {
                return;
            }
            let shape = features::known_shape(characters, &(self.start..end));
            let mut tags = 0;
            for Entry { tag, number, weight } in dictionary.entries(value) {
                tags |= 1 << (usize::from(tag) % TAGS);
                self.reach(end, tag, number | mark, weight + self.walk.shape(shape, tag));
            }
            // A damaged model may have a word without readings, which is no word then.
            if tags == 0 {
                return;
            }
            known.ends |= 1 << length.min(63);
            known.longest = known.longest.max(length);
            let [first, whole] = &mut known.tags;
            if length == 1 {
                *first = tags;
            }
            if length == run {
                *whole = tags;
            }
        });
    }

    /// Whether the dictionary has a word that ends at `end` with a part of speech.
    fn is_known(&self, labels: &[u16], end: usize, tag: u8) -> bool {
        let dictionary = self.walk.dictionary;
        let mut found = false;
        dictionary.trie().prefixes(labels, |length, value| {
            found |= self.start + length == end && dictionary.entries(value).any(|entry| entry.tag == tag);
        });
        found
    }

    /// The words of no dictionary: whether there is one. They are as long as [`Lengths`] says, and what the dictionary has
    /// is none; but what stands alone, as the only word that its run of one kind could be, may be read in every way.
    fn unknown_words(&mut self, known: Known, run: usize) -> bool {
        let (start, characters, dictionary) = (self.start, self.walk.characters, self.walk.dictionary);
        let kind = characters.kind(start);
        let begins = start.checked_sub(1).is_none_or(|before| characters.kind(before) != kind);
        let lengths = Lengths::of(kind, run, begins, dictionary.is_full());
        let [first, whole] = known.tags;
        let mut tried = false;
        for length in lengths.shortest..=lengths.longest {
            if !known.has(length) && !(lengths.yields && known.longest > 1) {
                tried |= self.unknown_readings(length, kind, 0);
            }
        }
        let is_alone = match kind {
            Kind::Katakana | Kind::Kanji => begins && run <= lengths.longest,
            _ => matches!(kind, Kind::Letter | Kind::Digit),
        };
        if is_alone && known.has(run) {
            tried |= self.unknown_readings(run, kind, whole);
        }
        if kind == Kind::Letter && run > 1 {
            tried |= self.unknown_readings(1, kind, first);
        }
        tried
    }

    /// The readings that an unknown word of a kind may have, but for those that the dictionary has: whether there is one.
    fn unknown_readings(&mut self, length: usize, kind: Kind, known: u64) -> bool {
        let end = self.start + length;
        if self.walk.demands.banned.contains(&(self.start, end)) {
            return false;
        }
        let tags = self.walk.dictionary.unknown_tags(kind).iter().copied();
        self.take_all(end, tags.filter(|tag| known & 1 << (usize::from(*tag) % TAGS) == 0))
    }

    /// Takes a node of no dictionary.
    pub fn take(&mut self, end: usize, tag: u8) {
        self.take_all(end, std::iter::once(tag));
    }

    /// Takes a node of no dictionary with each of some parts of speech: whether there is one.
    fn take_all(&mut self, end: usize, tags: impl Iterator<Item = u8>) -> bool {
        let shape = features::unknown_shape(self.walk.characters, &(self.start..end));
        let ([first, begins], [last, ends]) = (self.ngrams.beginning(self.start), self.ngrams.ending(end));
        let contexts = [first, begins, last, ends];
        let mut tried = false;
        for tag in tags {
            let inside = self.walk.contexts(&contexts, tag) + self.walk.shape(shape, tag);
            self.reach(end, tag, UNKNOWN, inside);
            tried = true;
        }
        tried
    }

    #[inline]
    fn reach(&mut self, end: usize, tag: u8, number: u32, own: i32) {
        let (place, bit) = (usize::from(tag) % TAGS, 1u64 << (usize::from(tag) % TAGS));
        let Some(way) = self.ways.best.get_mut(place) else { return };
        if self.ways.known & bit == 0 {
            self.ways.known |= bit;
            *way = best_way(self.arrivals, self.walk.weights, tag);
            way.0 += self.walk.contexts(&self.before, tag);
        }
        let (score, back) = *way;
        let node = Node { start: self.start as u32, end: end as u32, tag, number, best: score + own, back };
        self.reached.offer(end - self.walk.stretch.start, node);
    }
}

/// How long the words are that are tried though the dictionary lacks them.
struct Lengths {
    shortest: usize,
    longest: usize,
    /// Whether they are not tried where a longer word of the dictionary begins.
    yields: bool,
}

impl Lengths {
    /// Those at a place from which `run` characters are of one kind, and before which another kind may stand. What a full
    /// dictionary lacks is rare: names in kanji by ones and twos, and foreign words, which begin or end a run of katakana.
    fn of(kind: Kind, run: usize, begins: bool, is_full: bool) -> Lengths {
        let (shortest, longest) = match kind {
            Kind::Hiragana if is_full => (1, 0),
            Kind::Hiragana => (1, run.min(5)),
            Kind::Katakana if is_full && !begins && run <= 14 => (run, run),
            Kind::Katakana => (1, run.min(14)),
            Kind::Kanji if is_full => (1, run.min(2)),
            Kind::Kanji => (1, run.min(3)),
            Kind::Digit | Kind::Letter | Kind::Space => (run, run),
            Kind::Other | Kind::Outside => (1, 1),
        };
        Lengths { shortest, longest, yields: is_full && kind == Kind::Kanji }
    }
}

/// The best of the nodes that end where a node of part of speech `tag` begins; the first of equals.
#[inline]
pub fn best_way<T: Copy + Into<i32>>(arrivals: &[Arrival], weights: &Weights<T>, tag: u8) -> (i32, u32) {
    let row = usize::from(tag) % TAGS * TAGS;
    let Some(row) = weights.transitions.get(row..row + TAGS).and_then(|row| row.first_chunk::<TAGS>()) else {
        return (i32::MIN / 2, u32::MAX);
    };
    let mut way = (i32::MIN / 2, u32::MAX);
    for Arrival { tag: from, best, node } in arrivals {
        let score = best + row.get(usize::from(*from) % TAGS).map_or(0, |weight| (*weight).into());
        if score > way.0 {
            way = (score, *node);
        }
    }
    way
}
