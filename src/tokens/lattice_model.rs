//! The model of a lattice: a dictionary and its weights, from a file's sections.
//!
//! | section | what |
//! | --- | --- |
//! | `lang` | BCP 47 code of the language |
//! | `tags` | parts of speech, one a line; the first line, the sentence's edge, is empty |
//! | `rule` | lemma rules, one a line: characters cut off, a tab, what is added |
//! | `alph` | the alphabet of the surfaces, by label, as text |
//! | `kids` | for each node of the surfaces' trie, level by level, twice its children, and one where a surface ends; a list |
//! | `labl` | the label of each child, less that of the sibling before it; a list |
//! | `sets` | the sets of analyses that surfaces have: how many, then for each a part of speech, a rule (short number), an origin |
//! | `setn` | the set of each surface, in the order of their last nodes; a list |
//! | `vecs` | the sets of weights that surfaces have: how many levels, then those |
//! | `vecn` | the weights of each surface, in that order; a list; 0 is no weight at all |
//! | `unkn` | the parts of speech of unknown words: for each kind how many, then those |
//! | `leve` | the values of the 31 levels of each table (words, n-grams, kinds, context, shape, transitions), two bytes each |
//! | `ngra`, `kind`, `ctxt`, `shap`, `tran` | the levels of each weight, a signed byte each |
//!
//! `upos` and `uwei` are those of [`UposChooser::read`].
//!
//! A short number is one byte below 192; else 192 and the high part in one byte, the low part in another. A
//! list of numbers is the low bytes of all, then the high ones, which takes a tenth of the time to read.

use super::characters::Kind;
use super::container::{Container, ModelError, ModelKind};
use super::features::{TAGS, Weights};
use super::lattice::{Dictionary, Entry};
use super::packed::{Short, list};
use super::trie::{Alphabet, Trie};
use super::upos::UposChooser;
use crate::report::Origin;

/// A trie of more nodes holds so many words that hardly one in hiragana is missing: all of UniDic's make a million.
pub const FULL: usize = 600_000;

/// Levels of a weight on each side of zero.
pub const LEVELS: usize = 31;

/// How a surface is analysed: one of its readings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Analysis {
    /// Part of speech, by its number.
    pub tag: u8,
    /// Lemma rule, by its number.
    pub rule: u16,
    /// Origin (語種).
    pub origin: Option<Origin>,
}

/// How a dictionary form is made from a surface.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LemmaRule {
    /// Characters cut off at the end.
    pub cut: usize,
    /// What is added then.
    pub add: String,
}

/// A dictionary with the weights that choose among its words.
#[derive(Clone, Debug)]
pub struct LatticeModel {
    source: [u8; 32],
    language: String,
    tags: Vec<String>,
    rules: Vec<LemmaRule>,
    trie: Trie,
    analyses: Vec<Analysis>,
    /// Where the analyses of each set begin; one more than there are sets.
    sets: Vec<u32>,
    word_weights: Vec<i16>,
    /// Where the weights of each vector begin.
    vectors: Vec<u32>,
    unknown: Vec<Vec<u8>>,
    weights: Weights<i16>,
    upos: UposChooser,
}

impl LatticeModel {
    /// Reads a model file.
    ///
    /// # Errors
    /// Whatever [`ModelError`] says; any bytes give a model or an error.
    pub fn from_bytes(bytes: &[u8]) -> Result<LatticeModel, ModelError> {
        let file = Container::read(bytes, ModelKind::Lattice)?;
        // First, so that what laying it out needs for a while can hold the weights then.
        let trie = read_trie(&file)?;
        let levels = Levels::read(file.section("leve")?)?;
        let [words, ngrams, kinds, context, shape, transitions] = &levels.tables;
        let mut weights = Weights {
            ngrams: ngrams.values(file.section("ngra")?),
            kinds: kinds.values(file.section("kind")?),
            context: context.values(file.section("ctxt")?),
            shape: shape.values(file.section("shap")?),
            transitions: transitions.values(file.section("tran")?),
            leads: Vec::new(),
        };
        if !weights.is_sound() {
            return Err(ModelError::Damaged("weights"));
        }
        let tags: Vec<String> = file.text("tags")?.split('\n').map(str::to_owned).collect();
        if tags.len() > TAGS {
            return Err(ModelError::Damaged("tags"));
        }
        weights.find_leads(tags.len());
        let upos = UposChooser::read(&file, &tags)?;
        let rules = file.text("rule")?.lines().map(rule).collect::<Option<_>>().ok_or(ModelError::Damaged("rule"))?;
        let (analyses, sets) = read_sets(file.section("sets")?).ok_or(ModelError::Damaged("sets"))?;
        let (word_levels, vectors) = read_vectors(file.section("vecs")?).ok_or(ModelError::Damaged("vecs"))?;
        Ok(LatticeModel {
            source: file.source,
            language: file.text("lang")?.to_owned(),
            tags,
            rules,
            trie,
            analyses,
            sets,
            word_weights: words.values(&word_levels),
            vectors,
            unknown: read_unknown(file.section("unkn")?),
            weights,
            upos,
        })
    }

    /// SHA-256 of what it was built from.
    pub fn source(&self) -> &[u8; 32] {
        &self.source
    }

    /// BCP 47 code of the language.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// What chooses the universal parts of speech.
    pub fn upos(&self) -> &UposChooser {
        &self.upos
    }

    /// The names of the parts of speech; the first is the sentence's edge.
    pub fn tags(&self) -> &[String] {
        &self.tags
    }

    /// The number of a part of speech.
    pub fn tag(&self, name: &str) -> Option<u8> {
        self.tags.iter().position(|tag| tag == name).and_then(|tag| u8::try_from(tag).ok())
    }

    /// The weights.
    pub fn weights(&self) -> &Weights<i16> {
        &self.weights
    }

    /// The analysis of a dictionary entry by its number.
    pub fn analysis(&self, number: u32) -> Option<Analysis> {
        self.analyses.get(number as usize).copied()
    }

    /// A lemma rule by its number.
    pub fn rule(&self, number: u16) -> Option<&LemmaRule> {
        self.rules.get(usize::from(number))
    }
}

impl Dictionary for LatticeModel {
    fn trie(&self) -> &Trie {
        &self.trie
    }

    #[inline]
    fn entries(&self, value: u32) -> impl Iterator<Item = Entry> {
        let (set, vector) = ((value >> 16) as usize, (value & 0xFFFF) as usize);
        let bounds = self.sets.get(set).zip(self.sets.get(set + 1));
        let first = bounds.map_or(0, |(first, _)| *first);
        let analyses =
            bounds.and_then(|(first, end)| self.analyses.get(*first as usize..*end as usize)).unwrap_or_default();
        let start = self.vectors.get(vector).map_or(usize::MAX, |start| *start as usize);
        let weights = self.word_weights.get(start..start.saturating_add(analyses.len())).unwrap_or_default();
        let weights = weights.iter().copied().chain(std::iter::repeat(0));
        (first..).zip(analyses).zip(weights).map(|((number, analysis), weight)| Entry {
            tag: analysis.tag,
            number,
            weight: i32::from(weight),
        })
    }

    fn is_full(&self) -> bool {
        self.trie.len() > FULL
    }

    fn unknown_tags(&self, kind: Kind) -> &[u8] {
        self.unknown.get(kind as usize).map_or(&[], Vec::as_slice)
    }
}

/// The values of the levels of each table.
struct Levels {
    tables: [Table; 6],
}

/// The value of each signed byte.
struct Table([i16; 256]);

impl Levels {
    fn read(section: &[u8]) -> Result<Levels, ModelError> {
        if section.len() != 6 * LEVELS * 2 {
            return Err(ModelError::Damaged("levels"));
        }
        let mut tables = section.chunks_exact(LEVELS * 2).map(Table::read);
        let tables = std::array::from_fn(|_| tables.next().unwrap_or(Table([0; 256])));
        Ok(Levels { tables })
    }
}

impl Table {
    fn read(section: &[u8]) -> Table {
        let mut table = [0; 256];
        for (level, bytes) in (1u8..).zip(section.chunks_exact(2)) {
            let value = bytes.try_into().map_or(0, i16::from_le_bytes);
            for (level, value) in [(level, value), (level.wrapping_neg(), value.saturating_neg())] {
                if let Some(place) = table.get_mut(usize::from(level)) {
                    *place = value;
                }
            }
        }
        Table(table)
    }

    fn values(&self, levels: &[u8]) -> Vec<i16> {
        levels.iter().map(|level| self.0.get(usize::from(*level)).copied().unwrap_or(0)).collect()
    }
}

fn rule(line: &str) -> Option<LemmaRule> {
    let (cut, add) = line.split_once('\t')?;
    Some(LemmaRule { cut: cut.parse().ok()?, add: add.to_owned() })
}

fn read_sets(section: &[u8]) -> Option<(Vec<Analysis>, Vec<u32>)> {
    let mut numbers = Short(section);
    let (mut analyses, mut sets) = (Vec::new(), vec![0]);
    while let Some(size) = numbers.next() {
        for _ in 0..size {
            let tag = u8::try_from(numbers.next()?).ok().filter(|tag| usize::from(*tag) < TAGS)?;
            let rule = numbers.next()?;
            let origin = origin(numbers.next()?);
            analyses.push(Analysis { tag, rule, origin });
        }
        sets.push(u32::try_from(analyses.len()).ok()?);
    }
    Some((analyses, sets))
}

/// The origins by their numbers in a model; 0 is unknown.
pub const ORIGINS: [Origin; 6] =
    [Origin::Native, Origin::Sinitic, Origin::Foreign, Origin::Mixed, Origin::Proper, Origin::Symbol];

fn origin(number: u16) -> Option<Origin> {
    usize::from(number).checked_sub(1).and_then(|index| ORIGINS.get(index)).copied()
}

fn read_vectors(section: &[u8]) -> Option<(Vec<u8>, Vec<u32>)> {
    let (mut levels, mut vectors, mut rest) = (Vec::new(), vec![u32::MAX], section);
    while let Some((size, after)) = rest.split_first() {
        let (vector, after) = after.split_at_checked(usize::from(*size))?;
        vectors.push(u32::try_from(levels.len()).ok()?);
        levels.extend(vector);
        rest = after;
    }
    Some((levels, vectors))
}

fn read_unknown(section: &[u8]) -> Vec<Vec<u8>> {
    let (mut kinds, mut rest) = (Vec::new(), section);
    while let Some((size, after)) = rest.split_first() {
        let (tags, after) = after.split_at_checked(usize::from(*size)).unwrap_or((after, &[]));
        kinds.push(tags.iter().copied().filter(|tag| usize::from(*tag) < TAGS).collect());
        rest = after;
    }
    kinds
}

fn read_trie(file: &Container) -> Result<Trie, ModelError> {
    let values = list(file.section("setn")?).zip(list(file.section("vecn")?));
    let values = values.map(|(set, vector)| u32::from(set) << 16 | u32::from(vector));
    let alphabet = Alphabet::new(file.text("alph")?.chars());
    Trie::read(alphabet, list(file.section("kids")?), list(file.section("labl")?), values)
}
