//! Groups of words of like meaning: spherical k-means (Dhillon and Modha 2001) over the word vectors of chiVe, which the
//! package ja-ginza brings. Nothing else of the package is read.

use anyhow::{Context, Result, ensure};
use std::collections::{BTreeSet, HashMap};
use std::path::Path;

/// How many groups there are. Neighbouring numbers are like each other.
const GROUPS: usize = 1024;
const ROUNDS: usize = 12;
/// Numbers in a vector that are multiplied at once.
const LANES: usize = 20;

/// The group of each of the words that has a vector.
pub fn groups(folder: &Path, words: &BTreeSet<String>) -> Result<Vec<(String, u16)>> {
    let vocabulary = folder.join("vocab");
    let (width, mut vectors) = vectors(&vocabulary.join("vectors"))?;
    ensure!(width.is_multiple_of(LANES), "vectors of another width");
    vectors.chunks_mut(width).for_each(normalise);
    let rows = rows(&read(&vocabulary.join("key2row"))?)?;
    let centres = centres(&vectors, width);
    let mut order = Vec::new();
    halve(&centres, width, (0..GROUPS).collect(), &mut order);
    let mut numbers = vec![0u16; GROUPS];
    order.iter().zip(0..).for_each(|(centre, number)| numbers[*centre] = number);
    let of_row: Vec<u16> = vectors.chunks(width).map(|vector| numbers[nearest(&centres, width, vector)]).collect();
    let known =
        words.iter().filter_map(|word| Some((word.clone(), of_row[*rows.get(&hash(word.as_bytes()))? as usize])));
    Ok(known.collect())
}

fn read(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).with_context(|| path.display().to_string())
}

/// A table of numbers as NumPy writes it: its width and the numbers.
fn vectors(path: &Path) -> Result<(usize, Vec<f32>)> {
    let bytes = read(path)?;
    ensure!(bytes.starts_with(b"\x93NUMPY\x01"), "{} is no table", path.display());
    let end = 10 + usize::from(u16::from_le_bytes([bytes[8], bytes[9]]));
    let header = String::from_utf8_lossy(&bytes[10..end]);
    ensure!(header.contains("'<f4'") && header.contains("'fortran_order': False"), "another table: {header}");
    let width = header.split(", ").nth(3).and_then(|rest| rest.split(')').next()?.parse().ok());
    let numbers = bytes[end..].as_chunks::<4>().0.iter().map(|number| f32::from_le_bytes(*number));
    Ok((width.context("a table of two dimensions")?, numbers.collect()))
}

/// The row of each word by its hash, from a map of MessagePack.
fn rows(bytes: &[u8]) -> Result<HashMap<u64, u32>> {
    let mut rest = bytes.get(5..).filter(|_| bytes[0] == 0xDF).context("a map")?;
    let mut number = || {
        let (kind, after) = rest.split_first()?;
        let length = match kind {
            0..0x80 => 0,
            0xCC..=0xCF => 1 << (kind - 0xCC),
            _ => return None,
        };
        let value = after.get(..length)?.iter().fold(0, |value, byte| value << 8 | u64::from(*byte));
        rest = &after[length..];
        Some(if length == 0 { u64::from(*kind) } else { value })
    };
    Ok(std::iter::from_fn(|| Some((number()?, number()? as u32))).collect())
}

/// The hash that spaCy knows a word by: MurmurHash64A (Appleby) with the seed 1.
fn hash(bytes: &[u8]) -> u64 {
    const FACTOR: u64 = 0xC6A4_A793_5BD1_E995;
    let mut hash = 1 ^ (bytes.len() as u64).wrapping_mul(FACTOR);
    let (whole, rest) = bytes.as_chunks::<8>();
    for chunk in whole {
        let value = u64::from_le_bytes(*chunk).wrapping_mul(FACTOR);
        hash = (hash ^ (value ^ value >> 47).wrapping_mul(FACTOR)).wrapping_mul(FACTOR);
    }
    if !rest.is_empty() {
        let value = rest.iter().rev().fold(0, |value, byte| value << 8 | u64::from(*byte));
        hash = (hash ^ value).wrapping_mul(FACTOR);
    }
    hash = (hash ^ hash >> 47).wrapping_mul(FACTOR);
    hash ^ hash >> 47
}

fn dot(left: &[f32], right: &[f32]) -> f32 {
    let mut sums = [0.0; LANES];
    for (left, right) in left.as_chunks::<LANES>().0.iter().zip(right.as_chunks::<LANES>().0) {
        for lane in 0..LANES {
            sums[lane] += left[lane] * right[lane];
        }
    }
    sums.iter().sum()
}

fn normalise(vector: &mut [f32]) {
    let length = dot(vector, vector).sqrt().max(1e-9);
    vector.iter_mut().for_each(|value| *value /= length);
}

/// The centre that a vector points at most; the first of equals.
fn nearest(centres: &[f32], width: usize, vector: &[f32]) -> usize {
    let likeness = centres.chunks(width).map(|centre| dot(centre, vector)).enumerate();
    likeness.fold((0, f32::MIN), |best, (place, likeness)| if likeness > best.1 { (place, likeness) } else { best }).0
}

/// The centres of the groups. They begin with vectors spread evenly from the commonest word's to the rarest's; one that
/// nothing is near to stays where it was.
fn centres(vectors: &[f32], width: usize) -> Vec<f32> {
    let count = vectors.len() / width;
    let mut centres: Vec<f32> =
        (0..GROUPS).flat_map(|group| &vectors[group * count / GROUPS * width..][..width]).copied().collect();
    for round in 0..ROUNDS {
        let mut sums = vec![0.0; centres.len()];
        let mut likeness = 0.0;
        for vector in vectors.chunks(width) {
            let group = nearest(&centres, width, vector) * width;
            likeness += f64::from(dot(&centres[group..][..width], vector));
            sums[group..][..width].iter_mut().zip(vector).for_each(|(sum, value)| *sum += value);
        }
        eprintln!("groups of like words, round {round}: likeness {:.4}", likeness / count as f64);
        for (centre, sum) in centres.chunks_mut(width).zip(sums.chunks(width)).filter(|(_, sum)| dot(sum, sum) > 0.0) {
            centre.copy_from_slice(sum);
            normalise(centre);
        }
    }
    centres
}

/// Orders the centres by halving them again and again, each half as like in itself as may be.
fn halve(centres: &[f32], width: usize, mut group: Vec<usize>, order: &mut Vec<usize>) {
    if group.len() < 2 {
        order.extend(group);
        return;
    }
    let half = group.len() / 2;
    let mean = |part: &[usize]| {
        let mut mean = vec![0.0; width];
        for centre in part {
            mean.iter_mut().zip(&centres[centre * width..][..width]).for_each(|(mean, value)| *mean += value);
        }
        mean
    };
    for _ in 0..ROUNDS {
        let (left, right) = (mean(&group[..half]), mean(&group[group.len() - half..]));
        let towards: Vec<f32> = left.iter().zip(&right).map(|(left, right)| left - right).collect();
        let side: HashMap<usize, f32> =
            group.iter().map(|centre| (*centre, dot(&centres[centre * width..][..width], &towards))).collect();
        group.sort_by(|one, other| side[other].total_cmp(&side[one]).then(one.cmp(other)));
    }
    let rest = group.split_off(half);
    halve(centres, width, group, order);
    halve(centres, width, rest, order);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_known_by_the_hashes_of_spacy() {
        // The example of spaCy's documentation of vocabularies.
        assert_eq!(hash(b"coffee"), 3_197_928_453_018_144_401);
    }

    #[test]
    fn maps_are_read() {
        let bytes = [0xDF, 0, 0, 0, 3, 0xCF, 0, 0, 0, 0, 0, 0, 1, 0, 5, 0xCC, 200, 0xCD, 1, 2, 7, 0x7F];
        assert_eq!(rows(&bytes).ok(), Some(HashMap::from([(256, 5), (200, 258), (7, 127)])));
    }

    #[test]
    fn like_centres_are_neighbours() {
        let mut centres = vec![0.0; 4 * LANES];
        for (centre, (place, value)) in [(0, 1.0), (1, 1.0), (0, 0.9), (1, 0.5)].into_iter().enumerate() {
            centres[centre * LANES + place] = value;
        }
        let mut order = Vec::new();
        halve(&centres, LANES, (0..4).collect(), &mut order);
        assert_eq!(order[0] % 2, order[1] % 2, "{order:?}");
        assert_eq!(order[2] % 2, order[3] % 2, "{order:?}");
    }
}
