//! The model of names, from a file's sections.
//!
//! | section | what |
//! | --- | --- |
//! | `lang` | BCP 47 code of its language |
//! | `tmpl` | [`fingerprint`] of the templates that it was trained with |
//! | `scal` | units in one natural logarithm, a 32-bit float |
//! | `step` | weights of the steps: to each tag from the beginning, then for each tag from each, two bytes each |
//! | `keys` | hashes of the features in order, each as the difference to the one before, as long numbers |
//! | `cnts` | how many tags each feature has a weight for |
//! | `tags` | those tags |
//! | `levl` | the weights, a signed byte each: the weight is the square of the level, with its sign |
//! | `list` | hashes of listed names in order, differences as long numbers |
//! | `lsts` | for each the lists that it is in, a bit each |
//! | `clus` | keys of words in groups, in order, differences as long numbers |
//! | `clun` | the group of each: the low bytes of all, then the high ones |
//!
//! A long number has seven bits in each byte, the low ones first; the high bit says that another follows (LEB128).
//! Numbers of several bytes are little-endian.

use super::attributes::{Lexicon, mix};
use super::gazetteer::{Gazetteer, HASH_BITS};
use super::labels::TAGS;
use super::model::{NameModel, Weights};
use super::rules::NameRules;
use crate::languages;
use crate::tokens::container::{Container, ModelError, ModelKind};
use rustc_hash::FxHashMap;

impl NameModel {
    /// Reads a model file: the code of its language, and the model.
    ///
    /// # Errors
    /// Whatever [`ModelError`] says; any bytes give a model or an error.
    pub fn from_bytes(bytes: &[u8]) -> Result<(&'static str, NameModel), ModelError> {
        let file = Container::read(bytes, ModelKind::Names)?;
        let code = std::str::from_utf8(file.section("lang")?).ok().and_then(languages::by_code);
        let language = code.ok_or(ModelError::Damaged("lang"))?;
        let rules = language.names;
        if file.section("tmpl")? != fingerprint(rules).to_le_bytes() {
            return Err(ModelError::Damaged("tmpl"));
        }
        let model = NameModel {
            rules,
            lexicon: Lexicon::new(rules),
            gazetteer: gazetteer(&file)?,
            clusters: clusters(&file)?,
            weights: weights(&file)?,
        };
        Ok((language.code, model))
    }
}

/// A number that changes when the templates or classes of words do: a model fits those that it was trained with.
pub fn fingerprint(rules: &NameRules) -> u32 {
    let parts = rules.templates.iter().flat_map(|template| {
        let parts = template.iter().map(|(offset, attribute)| (*offset as u32) << 8 | *attribute as u32);
        parts.chain([u32::MAX])
    });
    let words = rules.lexicon.iter().flat_map(|class| class.words.chars().map(u32::from));
    parts.chain(words).fold(1, mix)
}

fn weights(file: &Container) -> Result<Weights, ModelError> {
    let scale = file.section("scal")?.first_chunk::<4>().copied().map(f32::from_le_bytes);
    let scale = scale.filter(|scale| scale.is_finite() && *scale > 0.0).ok_or(ModelError::Damaged("scal"))?;
    let (start, transitions) = steps(file.section("step")?).ok_or(ModelError::Damaged("step"))?;
    let mut tags = file.section("tags")?.iter();
    let mut levels = file.section("levl")?.iter();
    let mut features = Vec::new();
    for (hash, count) in sums(file.section("keys")?).zip(file.section("cnts")?) {
        let values = tags.by_ref().zip(levels.by_ref()).take(usize::from(*count));
        let values = values.map(|(tag, level)| (*tag, square(level.cast_signed())));
        features.push((hash, values.collect()));
    }
    Ok(Weights::new(scale, transitions, start, &features))
}

/// The weight of a level.
pub fn square(level: i8) -> i16 {
    i16::from(level) * i16::from(level).abs()
}

type Steps = ([i32; TAGS], [[i32; TAGS]; TAGS]);

fn steps(bytes: &[u8]) -> Option<Steps> {
    let mut numbers = bytes.as_chunks::<2>().0.iter().map(|pair| i32::from(i16::from_le_bytes(*pair)));
    let mut row = || {
        let mut row = [0; TAGS];
        for weight in &mut row {
            *weight = numbers.next()?;
        }
        Some(row)
    };
    let start = row()?;
    let mut transitions = [[0; TAGS]; TAGS];
    for to in &mut transitions {
        *to = row()?;
    }
    Some((start, transitions))
}

fn gazetteer(file: &Container) -> Result<Gazetteer, ModelError> {
    let entries = sums(file.section("list")?).zip(file.section("lsts")?);
    let entries = entries.map(|(hash, lists)| hash & ((1 << HASH_BITS) - 1) | u32::from(*lists) << HASH_BITS);
    Ok(Gazetteer::new(entries.collect()))
}

fn clusters(file: &Container) -> Result<FxHashMap<u32, u16>, ModelError> {
    let numbers = file.section("clun")?;
    let (low, high) = numbers.split_at_checked(numbers.len() / 2).unwrap_or_default();
    let numbers = low.iter().zip(high).map(|(low, high)| u16::from_le_bytes([*low, *high]));
    Ok(sums(file.section("clus")?).zip(numbers).collect())
}

/// The sums of differences written as long numbers; what is cut off is left out.
fn sums(bytes: &[u8]) -> impl Iterator<Item = u32> {
    let mut rest = bytes.iter();
    let mut sum = 0u32;
    std::iter::from_fn(move || {
        let (mut number, mut shift) = (0u32, 0);
        loop {
            let byte = *rest.next()?;
            number |= u32::from(byte & 0x7F).checked_shl(shift).unwrap_or(0);
            shift += 7;
            if byte & 0x80 == 0 {
                break;
            }
        }
        sum = sum.wrapping_add(number);
        Some(sum)
    })
}

/// Writes the differences of ascending numbers as long numbers.
pub fn differences(numbers: impl IntoIterator<Item = u32>) -> Vec<u8> {
    let (mut bytes, mut before) = (Vec::new(), 0u32);
    for number in numbers {
        let mut rest = number.wrapping_sub(before);
        before = number;
        while rest >= 0x80 {
            bytes.push(rest as u8 | 0x80);
            rest >>= 7;
        }
        bytes.push(rest as u8);
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::super::find::Names;
    use super::*;
    use crate::tokens::container::{join_sections, write};
    use proptest::prelude::*;

    /// A model file with these sections, and without the others.
    fn file(sections: &[(&str, Vec<u8>)]) -> Vec<u8> {
        let joined = join_sections(sections);
        write(ModelKind::Names, [0; 32], joined.len(), &miniz_oxide::deflate::compress_to_vec_zlib(&joined, 6))
    }

    fn sections(content: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
        let fingerprint = fingerprint(languages::ja::LANGUAGE.names).to_le_bytes();
        let mut sections =
            vec![("lang", b"ja".to_vec()), ("tmpl", fingerprint.to_vec()), ("scal", 10f32.to_le_bytes().to_vec())];
        sections.push(("step", content.iter().copied().cycle().take((TAGS + 1) * TAGS * 2).collect()));
        let rest = ["keys", "cnts", "tags", "levl", "list", "lsts", "clus", "clun"];
        sections.extend(rest.map(|name| (name, content.to_vec())));
        sections
    }

    #[test]
    fn numbers_read_back() {
        let numbers = [0, 1, 127, 128, 300, 70_000, 16_777_215, u32::MAX];
        assert_eq!(sums(&differences(numbers)).collect::<Vec<_>>(), numbers);
    }

    #[test]
    fn a_missing_section_is_named() {
        let all = sections(&[1, 2, 3]);
        assert!(NameModel::from_bytes(&file(&all)).is_ok());
        for missing in 0..all.len() {
            let mut rest = all.clone();
            let (name, _) = rest.remove(missing);
            assert_eq!(NameModel::from_bytes(&file(&rest)).err(), Some(ModelError::Damaged(name)));
        }
    }

    #[test]
    fn other_templates_are_refused() {
        let mut sections = sections(&[]);
        sections[1].1 = vec![0; 4];
        assert_eq!(NameModel::from_bytes(&file(&sections)).err(), Some(ModelError::Damaged("tmpl")));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        #[test]
        fn any_bytes_give_a_model_or_an_error(bytes in prop::collection::vec(any::<u8>(), 1..300)) {
            prop_assert!(NameModel::from_bytes(&bytes).is_err());
            let mut names = Names::default();
            names.add(&file(&sections(&bytes))).unwrap();
            let model = names.model(&languages::ja::LANGUAGE).unwrap();
            let text = "東京の佐藤氏（ABC社）。";
            let mut tokens = Vec::new();
            let models = crate::tokens::Models::none();
            models.tokenize(
                &languages::ja::LANGUAGE,
                text,
                0,
                &mut crate::tokens::Buffers::default(),
                &mut tokens,
            );
            let mut found = Vec::new();
            super::super::model::Decoder::default().decode(model, text, &tokens, &mut found);
            prop_assert!(found.iter().all(|name| name.start < name.end && name.end <= tokens.len()));
            prop_assert!(found.is_sorted_by_key(|name| name.start));
        }
    }
}
