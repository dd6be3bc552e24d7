//! From averages to a model file: weights are pruned and held to 31 levels on each side of zero, and everything is packed.

use super::lexicon::{Lexicon, Reading};
use super::perceptron::Averages;
use anyhow::{Context, Result, ensure};
use article_analyzer::tokens::container::{self, ModelKind};
use article_analyzer::tokens::features::Weights;
use article_analyzer::tokens::hashed_words;
use article_analyzer::tokens::lattice_model::LEVELS;
use std::collections::{BTreeMap, HashMap};

/// The sections of a model, by name.
pub type Sections = Vec<(&'static str, Vec<u8>)>;

/// Averages below these are dropped: those of single mistakes.
#[derive(Clone, Copy, Debug)]
pub struct Pruning {
    /// Of n-grams and kinds.
    pub boundary: f64,
    /// Of contexts and shapes.
    pub context: f64,
    /// Of words.
    pub words: f64,
}

/// The sections of a trained lattice.
pub fn lattice(lexicon: &Lexicon, averages: &Averages, unknown: &[Vec<u8>], pruning: Pruning) -> Result<Sections> {
    let Averages { words, weights } = averages;
    let Weights { ngrams, kinds, context, shape, transitions, leads: _ } = weights;
    let tables = [words, ngrams, kinds, context, shape, transitions];
    let largest = tables.iter().flat_map(|table| table.iter()).fold(0f64, |largest, value| largest.max(value.abs()));
    let thresholds = [pruning.words, pruning.boundary, pruning.boundary, pruning.context, pruning.context, 0.0];
    let mut levels = Vec::new();
    let mut quantised = Vec::new();
    for (table, threshold) in tables.iter().zip(thresholds) {
        let (values, table) = quantise(table, threshold, largest);
        levels.extend(values.iter().flat_map(|value| value.to_le_bytes()));
        quantised.push(table);
    }
    let mut quantised = quantised.into_iter();
    let mut next = || quantised.next().context("a table");
    let labels: Vec<&[u16]> = lexicon.surfaces.iter().map(|surface| surface.labels.as_slice()).collect();
    let trie = Trie::new(&labels)?;
    let (vectors, vector_numbers) = vectors(lexicon, &next()?, &trie.order)?;
    let (sets, set_numbers) = sets(lexicon, &trie.order)?;
    let rules: String = lexicon.rules.iter().map(|rule| format!("{}\t{}\n", rule.cut, rule.add)).collect();
    let unknown = unknown.iter().flat_map(|tags| [&[tags.len() as u8][..], tags].concat()).collect();
    Ok(vec![
        ("tags", lexicon.tags.join("\n").into_bytes()),
        ("rule", rules.into_bytes()),
        ("alph", lexicon.alphabet.iter().collect::<String>().into_bytes()),
        ("kids", list(&trie.children)),
        ("labl", list(&trie.labels)),
        ("sets", sets),
        ("setn", set_numbers),
        ("vecs", vectors),
        ("vecn", vector_numbers),
        ("unkn", unknown),
        ("leve", levels),
        ("ngra", next()?),
        ("kind", next()?),
        ("ctxt", next()?),
        ("shap", next()?),
        ("tran", next()?),
    ])
}

/// Packs sections into a file. `thorough` packs as small as zlib can, and takes its time.
pub fn file(kind: ModelKind, source: [u8; 32], sections: &Sections, thorough: bool) -> Result<Vec<u8>> {
    let joined = container::join_sections(sections);
    let packed = if thorough {
        let mut packed = Vec::new();
        zopfli::compress(zopfli::Options::default(), zopfli::Format::Zlib, joined.as_slice(), &mut packed)?;
        packed
    } else {
        miniz_oxide::deflate::compress_to_vec_zlib(&joined, 9)
    };
    Ok(container::write(kind, source, joined.len(), &packed))
}

/// The size of sections after brotli at its best, for comparison.
pub fn brotli_size(mut unpacked: &[u8]) -> Result<usize> {
    let mut packed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, ..Default::default() };
    brotli::BrotliCompress(&mut unpacked, &mut packed, &parameters)?;
    Ok(packed.len())
}

/// The values of the levels, in steps that grow as squares, and the level of each weight.
fn quantise(weights: &[f64], threshold: f64, largest: f64) -> (Vec<i16>, Vec<u8>) {
    let top = weights.iter().fold(f64::MIN_POSITIVE, |top, weight| top.max(weight.abs()));
    let share = |level: usize| (level as f64 / LEVELS as f64).powi(2);
    let values =
        (1..=LEVELS).map(|level| (share(level) * top / largest * f64::from(i16::MAX)).round() as i16).collect();
    let levels = weights.iter().map(|weight| {
        if weight.abs() < threshold {
            return 0;
        }
        let level = ((weight.abs() / top).sqrt() * LEVELS as f64).round();
        (level.copysign(*weight) as i8).cast_unsigned()
    });
    (values, levels.collect())
}

/// Writes a number in one byte or two.
pub fn short(number: usize) -> Result<Vec<u8>> {
    match number {
        0..192 => Ok(vec![number as u8]),
        192..0x4000 => Ok(vec![192 + (number >> 8) as u8, number as u8]),
        _ => anyhow::bail!("{number} is too large for a short number"),
    }
}

/// Writes a list of numbers: the low bytes of all, then the high ones.
pub fn list(numbers: &[u16]) -> Vec<u8> {
    let column = |at: usize| numbers.iter().map(move |number| number.to_le_bytes()[at]);
    column(0).chain(column(1)).collect()
}

/// Words as the nodes of a trie, level by level.
pub struct Trie {
    /// For each node twice its children, and one where a word ends.
    pub children: Vec<u16>,
    /// The label of each child less that of the sibling before it.
    pub labels: Vec<u16>,
    /// The numbers of the words in the order of their last nodes.
    pub order: Vec<usize>,
}

impl Trie {
    /// The trie of words in the order of their labels.
    pub fn new(words: &[&[u16]]) -> Result<Trie> {
        let mut trie = Trie { children: Vec::new(), labels: Vec::new(), order: Vec::new() };
        let mut level: Vec<_> = std::iter::once(0..words.len()).collect();
        for depth in 0.. {
            let mut next = Vec::new();
            for node in level {
                let ends = words.get(node.start).is_some_and(|word| word.len() == depth);
                if ends {
                    trie.order.push(node.start);
                }
                let known = next.len();
                let (mut start, mut last) = (node.start + usize::from(ends), 0);
                for children in words[start..node.end].chunk_by(|left, right| left[depth] == right[depth]) {
                    let label = children[0][depth];
                    ensure!(label < 1 << 15, "too many characters");
                    trie.labels.push(label - last);
                    last = label;
                    next.push(start..start + children.len());
                    start += children.len();
                }
                trie.children.push(u16::try_from(2 * (next.len() - known) + usize::from(ends))?);
            }
            if next.is_empty() {
                break;
            }
            level = next;
        }
        Ok(trie)
    }
}

/// Words, as the hashes of their forms with a byte each, as the runtime's `HashedWords` reads them. Of words that share a
/// hash the first stands.
pub fn hashed_words(words: impl Iterator<Item = (u32, u8)>) -> Vec<u8> {
    let mut keys: BTreeMap<u32, u8> = BTreeMap::new();
    for (hash, value) in words {
        keys.entry(hashed_words::key(hash)).or_insert(value);
    }
    let mut last = 0;
    let mut columns = [const { Vec::new() }; 4];
    for (key, value) in keys {
        let [low, middle, high, _] = (key - last).to_le_bytes();
        for (column, byte) in columns.iter_mut().zip([low, middle, high, value]) {
            column.push(byte);
        }
        last = key;
    }
    columns.concat()
}

/// Weights of which most are zero, as the runtime's `packed::sparse` reads them: each is the square of a level, and what is
/// larger than `largest` is held to it. There must be a power of two of them.
pub fn sparse(weights: &[f32], largest: f32, levels: u8) -> Vec<u8> {
    let level = |weight: &f32| {
        let share = (weight.abs() / largest).min(1.0).sqrt();
        ((share * f32::from(levels)).round().copysign(*weight) as i8).cast_unsigned()
    };
    let (mut steps, mut found, mut step) = (Vec::new(), Vec::new(), 0);
    for level in weights.iter().map(level) {
        if level != 0 || step == u8::MAX {
            steps.push(std::mem::take(&mut step));
            found.push(level);
        } else {
            step += 1;
        }
    }
    [vec![weights.len().ilog2() as u8], steps, found].concat()
}

/// Numbers distinct values, commonest first, from `first` on.
fn number<T: Clone + Ord + std::hash::Hash>(values: &[T], first: usize) -> (Vec<T>, HashMap<T, usize>) {
    let mut counts: HashMap<&T, usize> = HashMap::new();
    for value in values {
        *counts.entry(value).or_default() += 1;
    }
    let mut ranked: Vec<_> = counts.into_iter().collect();
    ranked.sort_by(|left, right| right.1.cmp(&left.1).then(left.0.cmp(right.0)));
    let distinct: Vec<T> = ranked.into_iter().map(|(value, _)| value.clone()).collect();
    let numbers = distinct.iter().cloned().zip(first..).collect();
    (distinct, numbers)
}

fn sets(lexicon: &Lexicon, order: &[usize]) -> Result<(Vec<u8>, Vec<u8>)> {
    let all: Vec<&Vec<Reading>> = lexicon.surfaces.iter().map(|surface| &surface.readings).collect();
    let (distinct, numbers) = number(&all, 0);
    let (mut sets, mut set_numbers) = (Vec::new(), Vec::new());
    for set in distinct {
        sets.extend(short(set.len())?);
        for reading in set {
            sets.extend(short(usize::from(reading.tag))?);
            sets.extend(short(usize::from(reading.rule))?);
            sets.extend(short(usize::from(reading.origin))?);
        }
    }
    for place in order {
        set_numbers.push(u16::try_from(*numbers.get(&all[*place]).context("set")?)?);
    }
    Ok((sets, list(&set_numbers)))
}

/// Vector 0 is that of words without any weight.
fn vectors(lexicon: &Lexicon, levels: &[u8], order: &[usize]) -> Result<(Vec<u8>, Vec<u8>)> {
    let mut rest = levels;
    let mut all: Vec<&[u8]> = Vec::new();
    for surface in &lexicon.surfaces {
        let (vector, after) = rest.split_at_checked(surface.readings.len()).context("levels of words")?;
        all.push(vector);
        rest = after;
    }
    let is_weighted = |vector: &&&[u8]| vector.iter().any(|level| *level != 0);
    let (distinct, numbers) = number(&all.iter().filter(is_weighted).copied().collect::<Vec<_>>(), 1);
    let (mut vectors, mut vector_numbers) = (Vec::new(), Vec::new());
    for vector in distinct {
        vectors.push(vector.len() as u8);
        vectors.extend(vector);
    }
    for place in order {
        vector_numbers.push(u16::try_from(numbers.get(all[*place]).copied().unwrap_or(0))?);
    }
    Ok((vectors, list(&vector_numbers)))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failed test stops")]

    use super::*;
    use article_analyzer::tokens::packed;
    use article_analyzer::tokens::trie::{self, Alphabet};

    #[test]
    fn sparse_weights_are_found_again() {
        let mut weights = vec![0.0; 1 << 12];
        let table = [(0, 3.0, 121), (1, -0.1, -4), (300, 9.0, 121), (1500, 0.005, 0), (4095, -1.0, -36)];
        table.iter().for_each(|(place, weight, _)| weights[*place] = *weight);
        let section = sparse(&weights, 3.0, 11);
        let found = packed::sparse(&section).unwrap();
        assert_eq!(found.len(), weights.len());
        table.iter().for_each(|(place, weight, expected)| assert_eq!(found[*place], *expected, "{weight}"));
        assert_eq!(found.iter().filter(|weight| **weight != 0).count(), 4);
        let wrong: [(&str, &[u8]); 4] = [
            ("nothing", &[]),
            ("too many", &[25]),
            ("a step without its level", &[8, 1]),
            ("beyond the last", &[8, 255, 1, 3, 4]),
        ];
        wrong.iter().for_each(|(label, wrong)| assert!(packed::sparse(wrong).is_none(), "{label}"));
    }

    #[test]
    fn words_of_a_trie_are_found_again() {
        let alphabet = ['東', '京', '都', '民'];
        let words: [&[u16]; 6] = [&[1], &[1, 2], &[1, 2, 3], &[1, 2, 3, 4], &[2, 3], &[4]];
        let packed = Trie::new(&words).unwrap();
        assert_eq!((packed.children.len(), packed.order.as_slice()), (8, [0, 5, 1, 4, 2, 3].as_slice()));
        let numbers = packed.order.iter().map(|number| *number as u32);
        let (children, labels) = (packed.children.iter().copied(), packed.labels.iter().copied());
        let found = trie::Trie::read(Alphabet::new(alphabet.into_iter()), children, labels, numbers).unwrap();
        for (number, word) in (0..).zip(words) {
            let characters = word.iter().map(|label| alphabet[usize::from(*label) - 1]);
            assert_eq!(found.get(characters), Some(number), "{word:?}");
        }
    }
}
