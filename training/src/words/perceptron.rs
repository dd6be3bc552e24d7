//! Training of a lattice by averaged structured perceptron: where the best path is not the right one, the features of the
//! right one gain and those of the other lose.

use super::corpus::Sentence;
use super::lexicon::Lexicon;
use anyhow::Result;
use article_analyzer::tokens::characters::{Characters, Kind};
use article_analyzer::tokens::features::{self, ROW, TAGS, WINDOW, Weights};
use article_analyzer::tokens::lattice::{Demands, Dictionary, Entry, Given, Lattice, MODERN, UNKNOWN};
use article_analyzer::tokens::lattice_model::FULL;
use article_analyzer::tokens::trie::Trie;
use std::collections::HashMap;

/// A sentence ready to learn from.
pub struct Example {
    characters: Characters,
    path: Vec<Given>,
}

impl Example {
    /// The example of a sentence; none where a part of speech is not the lexicon's or a word cuts a character.
    pub fn new(sentence: &Sentence, tags: &HashMap<&str, u8>) -> Option<Example> {
        let mut characters = Characters::default();
        characters.read(&sentence.text);
        let spans = sentence.spans(&characters)?;
        let path = spans.into_iter().map(|word| Some(Given { tag: *tags.get(word.tag.as_str())?, span: word.span }));
        Some(Example { path: path.collect::<Option<_>>()?, characters })
    }
}

/// The lexicon with a weight for each reading.
pub struct Learned {
    trie: Trie,
    /// Where the readings of each surface begin.
    starts: Vec<u32>,
    tags: Vec<u8>,
    /// The parts of speech of unknown words by kind.
    pub unknown: Vec<Vec<u8>>,
    /// One for each reading.
    pub words: Vec<i32>,
    /// Those of the lattice.
    pub weights: Weights<i32>,
}

impl Dictionary for Learned {
    fn trie(&self) -> &Trie {
        &self.trie
    }

    fn entries(&self, value: u32) -> impl Iterator<Item = Entry> {
        let bounds = self.starts.get(value as usize).zip(self.starts.get(value as usize + 1));
        let (start, end) = bounds.map_or((0, 0), |(start, end)| (*start, *end));
        let rows = self.tags.iter().zip(&self.words).skip(start as usize).take((end - start) as usize);
        (start..).zip(rows).map(|(number, (tag, weight))| Entry { tag: *tag, number, weight: *weight })
    }

    fn is_full(&self) -> bool {
        self.trie.len() > FULL
    }

    fn unknown_tags(&self, kind: Kind) -> &[u8] {
        self.unknown.get(kind as usize).map_or(&[], Vec::as_slice)
    }
}

impl Learned {
    fn new(lexicon: &Lexicon, examples: &[&[Example]], sizes: (u32, u32)) -> Result<Learned> {
        let mut starts = vec![0];
        let mut tags = Vec::new();
        for surface in &lexicon.surfaces {
            tags.extend(surface.readings.iter().map(|reading| reading.tag));
            starts.push(tags.len() as u32);
        }
        let mut learned = Learned {
            trie: lexicon.trie()?,
            starts,
            words: vec![0; tags.len()],
            tags,
            unknown: Vec::new(),
            weights: Weights::new(sizes.0, sizes.1),
        };
        learned.unknown = learned.unknown_tags_of(lexicon, examples);
        Ok(learned)
    }

    /// The reading of a word, or [`UNKNOWN`].
    fn number(&self, characters: &Characters, word: &Given) -> u32 {
        let find = |characters: &[char]| self.trie.get(characters.get(word.span.clone())?.iter().copied());
        let written = find(characters.folded()).map(|surface| (surface, 0));
        let surface = written.or_else(|| Some((find(characters.modern())?, MODERN)));
        let mut entries = surface.into_iter().flat_map(|(surface, bit)| self.entries(surface).map(move |it| (it, bit)));
        entries.find(|(entry, _)| entry.tag == word.tag).map_or(UNKNOWN, |(entry, bit)| entry.number | bit)
    }

    /// The parts of speech that words outside the lexicon have: those of at least one in fifty of a kind, at most
    /// ten, commonest first.
    fn unknown_tags_of(&self, lexicon: &Lexicon, examples: &[&[Example]]) -> Vec<Vec<u8>> {
        let mut counts = vec![[0usize; TAGS]; Kind::COUNT];
        for example in examples.iter().copied().flatten() {
            for word in &example.path {
                if self.number(&example.characters, word) == UNKNOWN {
                    counts[example.characters.kind(word.span.start) as usize][word.tag as usize] += 1;
                }
            }
        }
        let noun = lexicon.tag("名詞-普通名詞-一般").unwrap_or(1);
        counts.iter().map(|counts| frequent(counts, noun)).collect()
    }
}

fn frequent(counts: &[usize; TAGS], fallback: u8) -> Vec<u8> {
    let all: usize = counts.iter().sum();
    let mut tags: Vec<u8> =
        (0..TAGS as u8).filter(|tag| counts[*tag as usize] > 0 && counts[*tag as usize] * 50 >= all).collect();
    tags.sort_by_key(|tag| std::cmp::Reverse(counts[*tag as usize]));
    tags.truncate(10);
    if tags.is_empty() {
        tags.push(fallback);
    }
    tags
}

/// The averages of all weights over the training.
pub struct Averages {
    /// One for each reading.
    pub words: Vec<f64>,
    /// Those of the lattice.
    pub weights: Weights<f64>,
}

impl Averages {
    /// The mean of several trainings, which is steadier than any of them. `None` of none.
    pub fn mean(trainings: Vec<Averages>) -> Option<Averages> {
        let share = 1.0 / trainings.len() as f64;
        let mut mean = trainings.into_iter().reduce(|mut sum, other| {
            sum.tables().into_iter().zip(other.into_tables()).for_each(|(sum, other)| {
                sum.iter_mut().zip(other).for_each(|(sum, weight)| *sum += weight);
            });
            sum
        })?;
        mean.tables().into_iter().flatten().for_each(|weight| *weight *= share);
        Some(mean)
    }

    fn tables(&mut self) -> [&mut Vec<f64>; 6] {
        let Weights { ngrams, kinds, context, shape, transitions, .. } = &mut self.weights;
        [&mut self.words, ngrams, kinds, context, shape, transitions]
    }

    fn into_tables(self) -> [Vec<f64>; 6] {
        let Weights { ngrams, kinds, context, shape, transitions, .. } = self.weights;
        [self.words, ngrams, kinds, context, shape, transitions]
    }
}

/// Training under way.
pub struct Trainer<'e> {
    learned: Learned,
    word_sums: Vec<i64>,
    sums: Weights<i64>,
    order: Vec<(usize, usize)>,
    examples: Vec<&'e [Example]>,
    lattice: Lattice,
    step: i64,
    random: u64,
}

/// A word of a path, with all that its features need.
#[derive(Clone, Debug, PartialEq, Eq)]
struct PathWord {
    word: Given,
    number: u32,
}

impl<'e> Trainer<'e> {
    /// A trainer on sets of examples, each read so many times an epoch. `sizes` are the powers of two of n-gram rows and
    /// of contexts; `number` is that of the training, each of which takes the examples in another order.
    pub fn new(lexicon: &Lexicon, sets: &[(&'e [Example], usize)], sizes: (u32, u32), number: u64) -> Result<Self> {
        let examples: Vec<_> = sets.iter().map(|(examples, _)| *examples).collect();
        let learned = Learned::new(lexicon, &examples, sizes)?;
        let mut order = Vec::new();
        for (set, (examples, times)) in sets.iter().enumerate() {
            for _ in 0..*times {
                order.extend((0..examples.len()).map(|example| (set, example)));
            }
        }
        Ok(Trainer {
            word_sums: vec![0; learned.words.len()],
            sums: Weights::new(sizes.0, sizes.1),
            learned,
            order,
            examples,

            lattice: Lattice::default(),
            step: 1,
            random: 0x2545_F491_4F6C_DD1D ^ number.wrapping_mul(0x9E37_79B9_7F4A_7C15),
        })
    }

    /// Reads all examples once, in a new order, and tells how many were wrong.
    pub fn epoch(&mut self) -> usize {
        for index in (1..self.order.len()).rev() {
            self.random ^= self.random << 13;
            self.random ^= self.random >> 7;
            self.random ^= self.random << 17;
            let other = (self.random % (index as u64 + 1)) as usize;
            self.order.swap(index, other);
        }
        let mut wrong = 0;
        for index in 0..self.order.len() {
            let (set, example) = self.order[index];
            wrong += usize::from(self.learn(&self.examples[set][example]));
            self.step += 1;
        }
        wrong
    }

    /// What is known of unknown words.
    pub fn unknown(&self) -> &[Vec<u8>] {
        &self.learned.unknown
    }

    /// The averages so far.
    pub fn averages(&self) -> Averages {
        let average = |weights: &[i32], sums: &[i64]| -> Vec<f64> {
            let step = self.step as f64;
            weights.iter().zip(sums).map(|(weight, sum)| f64::from(*weight) - *sum as f64 / step).collect()
        };
        let (weights, sums) = (&self.learned.weights, &self.sums);
        Averages {
            words: average(&self.learned.words, &self.word_sums),
            weights: Weights {
                ngrams: average(&weights.ngrams, &sums.ngrams),
                kinds: average(&weights.kinds, &sums.kinds),
                context: average(&weights.context, &sums.context),
                shape: average(&weights.shape, &sums.shape),
                transitions: average(&weights.transitions, &sums.transitions),
                leads: Vec::new(),
            },
        }
    }

    /// Learns from one example; tells whether it was wrong.
    fn learn(&mut self, example: &Example) -> bool {
        let characters = &example.characters;
        let demands = Demands { offered: &example.path, ..Demands::default() };
        let learned = &self.learned;
        let (_, path) = self.lattice.solve(learned, &learned.weights, characters, 0..characters.len(), 0, demands);
        let mut found: Vec<_> = path
            .map(|node| PathWord {
                word: Given { span: node.start as usize..node.end as usize, tag: node.tag },
                number: node.number,
            })
            .collect();
        found.reverse();
        let right: Vec<_> = example
            .path
            .iter()
            .map(|word| PathWord { word: word.clone(), number: learned.number(characters, word) })
            .collect();
        if found == right {
            return false;
        }
        self.update(characters, &right, &found, 1);
        self.update(characters, &found, &right, -1);
        true
    }

    /// Adds `change` to the features that `path` has and `other` has not.
    fn update(&mut self, characters: &Characters, path: &[PathWord], other: &[PathWord], change: i32) {
        let mut before = 0;
        for node in path {
            let tag = node.word.tag;
            self.change(
                |weights| (&mut weights.transitions, tag as usize * TAGS + before),
                |sums| &mut sums.transitions,
                change,
            );
            before = tag as usize;
            if !other.contains(node) {
                self.update_node(characters, node, change);
            }
            let end = node.word.span.end;
            if end < characters.len() && !other.iter().any(|other| other.word.span.end == end) {
                self.update_boundary(characters, end, change);
            }
        }
        self.change(|weights| (&mut weights.transitions, before), |sums| &mut sums.transitions, change);
    }

    fn update_node(&mut self, characters: &Characters, node: &PathWord, change: i32) {
        let Given { span, tag } = &node.word;
        let ngrams = self.lattice.ngrams();
        let mut contexts = [ngrams.before(span.start), ngrams.after(span.end)].concat();
        let shape = if node.number == UNKNOWN {
            contexts.extend([ngrams.beginning(span.start), ngrams.ending(span.end)].as_flattened());
            features::shape_index(features::unknown_shape(characters, span), *tag)
        } else {
            let number = (node.number & !MODERN) as usize;
            self.learned.words[number] += change;
            self.word_sums[number] += i64::from(change) * self.step;
            features::shape_index(features::known_shape(characters, span), *tag)
        };
        self.change(|weights| (&mut weights.shape, shape), |sums| &mut sums.shape, change);
        for context in contexts {
            let index = self.learned.weights.context_index(context, *tag);
            self.change(|weights| (&mut weights.context, index), |sums| &mut sums.context, change);
        }
    }

    fn update_boundary(&mut self, characters: &Characters, boundary: usize, change: i32) {
        for length in 1..=3 {
            for offset in 0..=2 * WINDOW - length {
                let hash = self.lattice.ngrams().at(boundary, offset)[length - 1];
                let index = self.learned.weights.row(hash) + 2 * WINDOW - length - offset;
                debug_assert!(2 * WINDOW - length - offset < ROW);
                self.change(|weights| (&mut weights.ngrams, index), |sums| &mut sums.ngrams, change);
            }
        }
        for index in features::kind_features(features::kinds_around(characters, boundary)) {
            self.change(|weights| (&mut weights.kinds, index), |sums| &mut sums.kinds, change);
        }
    }

    fn change(
        &mut self,
        weights: impl Fn(&mut Weights<i32>) -> (&mut Vec<i32>, usize),
        sums: impl Fn(&mut Weights<i64>) -> &mut Vec<i64>,
        change: i32,
    ) {
        let (weights, index) = weights(&mut self.learned.weights);
        weights[index] += change;
        sums(&mut self.sums)[index] += i64::from(change) * self.step;
    }
}
