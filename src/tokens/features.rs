//! What the lattice looks at, and where in the weights it finds the value of each: the same code for the tagger and for
//! its training.

use super::characters::{Characters, Kind};
use std::ops::Range;

/// Characters seen on each side of a boundary.
pub const WINDOW: usize = 3;
/// Weights of one character n-gram: one for each boundary in its reach (six, five or four), the rest unused.
pub const ROW: usize = 8;
/// Most parts of speech that a model may have, the sentence's edge (0) among them.
pub const TAGS: usize = 64;
/// Stands for what lies outside the sentence.
const EDGE: u32 = 1;

/// The weights of a lattice. `T` is `i16` in a tagger and `i32` while training.
#[derive(Clone, Debug, Default)]
pub struct Weights<T> {
    /// Rows of character n-grams, found by hash; a power of two of them.
    pub ngrams: Vec<T>,
    /// Stretches of kinds around a boundary, found by [`kind_features`].
    pub kinds: Vec<T>,
    /// What stands around and inside a node, with its part of speech, found by hash; a power of two of them.
    pub context: Vec<T>,
    /// Lengths and kinds of words, with their parts of speech, found by [`shape_index`].
    pub shape: Vec<T>,
    /// From one part of speech to the next: `to * TAGS + from`.
    pub transitions: Vec<T>,
    /// At `one * TAGS + other`, how much more the step from part of speech `one` scores at least than that from `other`,
    /// whatever follows; empty while the weights change.
    pub leads: Vec<i32>,
}

/// Sizes of the weights, all but the two hashed ones.
impl<T: Clone + Default> Weights<T> {
    /// Weights of nothing: 2^`ngrams` rows and 2^`context` values.
    pub fn new(ngrams: u32, context: u32) -> Self {
        let zeros = |length| vec![T::default(); length];
        Weights {
            ngrams: zeros(ROW << ngrams),
            kinds: zeros(KINDS),
            context: zeros(1 << context),
            shape: zeros(SHAPES * TAGS),
            transitions: zeros(TAGS * TAGS),
            leads: Vec::new(),
        }
    }
}

impl<T: Copy + Into<i32>> Weights<T> {
    /// Works out [`leads`](Weights::leads) for parts of speech below `tags`.
    pub fn find_leads(&mut self, tags: usize) {
        self.leads = vec![if tags == 0 { 0 } else { i32::MAX }; TAGS * TAGS];
        for row in self.transitions.chunks_exact(TAGS).take(tags) {
            for (leads, one) in self.leads.chunks_exact_mut(TAGS).zip(row) {
                let one: i32 = (*one).into();
                for (lead, other) in leads.iter_mut().zip(row) {
                    *lead = (*lead).min(one - (*other).into());
                }
            }
        }
    }
}

impl<T> Weights<T> {
    /// The first weight of an n-gram's row.
    #[inline]
    pub fn row(&self, hash: u32) -> usize {
        let rows = self.ngrams.len() / ROW;
        (hash as usize & rows.wrapping_sub(1)) * ROW
    }

    /// Where the value of a context with a part of speech lies.
    #[inline]
    pub fn context_index(&self, context: u32, tag: u8) -> usize {
        let mixed = (context ^ u32::from(tag).wrapping_mul(0x9E37_79B1)).wrapping_mul(0x85EB_CA6B);
        (mixed ^ (mixed >> 15)) as usize & self.context.len().wrapping_sub(1)
    }

    /// Whether all parts have the sizes that the indices assume.
    pub fn is_sound(&self) -> bool {
        (self.ngrams.len() / ROW).is_power_of_two()
            && self.ngrams.len().is_multiple_of(ROW)
            && self.context.len().is_power_of_two()
            && self.kinds.len() == KINDS
            && self.shape.len() == SHAPES * TAGS
            && self.transitions.len() == TAGS * TAGS
    }
}

/// Stretches of kinds around a boundary: where their values begin, by how many bits their kinds are to be moved down, and
/// which bits are theirs then, three for each character. Before and after the boundary they reach 1 and 1, 2 and 1, 1 and
/// 2, 2 and 2, 3 and 1, 1 and 3, 3 and 3 characters.
const STRETCHES: [(usize, u32, u32); 7] = [
    (0, 6, 0o77),
    (64, 6, 0o777),
    (576, 3, 0o777),
    (1_088, 3, 0o7777),
    (5_184, 6, 0o7777),
    (9_280, 0, 0o7777),
    (13_376, 0, 0o777_777),
];
const KINDS: usize = 13_376 + 0o1_000_000;

/// Where the values of the stretches of kinds lie, for the six kinds around a boundary, three bits each.
#[inline]
pub fn kind_features(around: u32) -> impl Iterator<Item = usize> {
    STRETCHES.iter().map(move |(start, shift, mask)| start + (around >> shift & mask) as usize)
}

/// The six kinds around the boundary before character `index`.
pub fn kinds_around(characters: &Characters, index: usize) -> u32 {
    (0..2 * WINDOW).fold(0, |around, offset| {
        let kind = (index + offset).checked_sub(WINDOW).map_or(Kind::Outside, |index| characters.kind(index));
        around << 3 | kind as u32
    })
}

const KNOWN_SHAPES: usize = 5 * Kind::COUNT;
const SHAPES: usize = KNOWN_SHAPES + 9 * Kind::COUNT * Kind::COUNT;

/// The shape of a known word: its length and the kind of its last character.
#[inline]
pub fn known_shape(characters: &Characters, span: &Range<usize>) -> usize {
    span.len().min(4) * Kind::COUNT + characters.kind(span.end.saturating_sub(1)) as usize
}

/// The shape of an unknown word: its length and the kinds of its first and last characters.
#[inline]
pub fn unknown_shape(characters: &Characters, span: &Range<usize>) -> usize {
    let kinds =
        characters.kind(span.start) as usize * Kind::COUNT + characters.kind(span.end.saturating_sub(1)) as usize;
    KNOWN_SHAPES + span.len().min(8) * Kind::COUNT * Kind::COUNT + kinds
}

/// Where the value of a shape with a part of speech lies.
#[inline]
pub fn shape_index(shape: usize, tag: u8) -> usize {
    shape * TAGS + usize::from(tag) % TAGS
}

/// Hashes of the character n-grams of a window, one to three characters long, by where they begin.
#[derive(Clone, Debug, Default)]
pub struct Ngrams {
    /// The character number of the first entry, plus [`WINDOW`].
    first: usize,
    hashes: Vec<[u32; 3]>,
}

impl Ngrams {
    /// Reads the n-grams that begin up to [`WINDOW`] characters before and after a stretch of characters.
    pub fn read(&mut self, characters: &Characters, stretch: &Range<usize>) {
        self.first = stretch.start;
        self.hashes.clear();
        let folded = characters.modern();
        let at = |place: usize| {
            let index = place.checked_sub(WINDOW);
            index.and_then(|index| folded.get(index)).map_or(EDGE, |character| u32::from(*character))
        };
        let mut ahead = [at(stretch.start), at(stretch.start + 1)];
        for place in stretch.start..stretch.end + 2 * WINDOW {
            let [here, next] = ahead;
            let third = at(place + 2);
            let one = mix(0x2545_F491, here);
            let two = mix(one ^ 0x5851_F42D, next);
            let three = mix(two ^ 0x1405_7B7E, third);
            self.hashes.push([finish(one), finish(two), finish(three)]);
            ahead = [next, third];
        }
    }

    /// The hashes of the n-grams of one, two and three characters that begin at character `index` + `offset` - 3.
    #[inline]
    pub fn at(&self, index: usize, offset: usize) -> [u32; 3] {
        self.hashes.get((index + offset).wrapping_sub(self.first)).copied().unwrap_or_default()
    }

    /// All of them, from [`WINDOW`] characters before the stretch on.
    pub fn all(&self) -> &[[u32; 3]] {
        &self.hashes
    }

    /// The two contexts before a node that begins at `start`.
    #[inline]
    pub fn before(&self, start: usize) -> [u32; 2] {
        let ([one, ..], [_, two, _]) = (self.at(start, 2), self.at(start, 1));
        [one ^ 0x0101_0101, two ^ 0x0202_0202]
    }

    /// The two contexts after a node that ends at `end`.
    #[inline]
    pub fn after(&self, end: usize) -> [u32; 2] {
        let [one, two, _] = self.at(end, 3);
        [one ^ 0x0303_0303, two ^ 0x0404_0404]
    }

    /// What an unknown word that begins at `start` begins with.
    #[inline]
    pub fn beginning(&self, start: usize) -> [u32; 2] {
        let [one, two, _] = self.at(start, 3);
        [one ^ 0x0505_0505, two ^ 0x0606_0606]
    }

    /// What an unknown word that ends at `end` ends with.
    #[inline]
    pub fn ending(&self, end: usize) -> [u32; 2] {
        let ([one, ..], [_, two, _]) = (self.at(end, 2), self.at(end, 1));
        [one ^ 0x0707_0707, two ^ 0x0808_0808]
    }
}

#[inline]
fn mix(state: u32, value: u32) -> u32 {
    (state.rotate_left(11) ^ value).wrapping_mul(0x9E37_79B1)
}

#[inline]
fn finish(hash: u32) -> u32 {
    let hash = (hash ^ (hash >> 15)).wrapping_mul(0x2C1B_3C6D);
    hash ^ (hash >> 13)
}
