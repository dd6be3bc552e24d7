//! From trained weights to the sections of a model file.

use super::crf::Trained;
use crate::words::pack::Sections;
use article_analyzer::languages::Language;
use article_analyzer::tags::names::file::{differences, fingerprint};
use article_analyzer::tags::names::gazetteer::{Gazetteer, HASH_BITS};
use rustc_hash::FxHashMap;

/// Levels of a weight on each side of zero.
const LEVELS: f32 = 31.0;

/// The sections of a model. Weights below the first of `prune` are left out, and features of which none reaches the
/// second, in natural logarithms.
pub fn sections(
    language: &Language,
    trained: &Trained,
    gazetteer: &Gazetteer,
    clusters: &FxHashMap<u32, u16>,
    (prune, least): (f32, f32),
) -> Sections {
    let largest =
        trained.features.iter().flat_map(|(_, row)| row).fold(f32::MIN_POSITIVE, |most, weight| most.max(weight.abs()));
    let scale = LEVELS * LEVELS / largest;
    let level = |weight: f32| (weight.abs() * scale).sqrt().round().copysign(weight) as i8;
    let (mut keys, mut counts, mut tags, mut levels) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (hash, row) in trained.features.iter().filter(|(_, row)| row.iter().any(|weight| weight.abs() >= least)) {
        let kept = row.iter().enumerate().filter(|(_, weight)| weight.abs() >= prune);
        let kept: Vec<(u8, i8)> =
            kept.map(|(tag, weight)| (tag as u8, level(*weight))).filter(|(_, level)| *level != 0).collect();
        if kept.is_empty() {
            continue;
        }
        keys.push(*hash);
        counts.push(kept.len() as u8);
        tags.extend(kept.iter().map(|(tag, _)| *tag));
        levels.extend(kept.iter().map(|(_, level)| level.cast_unsigned()));
    }
    eprintln!("{} features, {} weights", keys.len(), tags.len());
    let steps = [trained.start].into_iter().chain(trained.transitions).flatten();
    let steps = steps.flat_map(|weight| ((weight * scale).round().clamp(-32000.0, 32000.0) as i16).to_le_bytes());
    let mut words: Vec<(u32, u16)> = clusters.iter().map(|(word, cluster)| (*word, *cluster)).collect();
    words.sort_unstable();
    let mask = (1 << HASH_BITS) - 1;
    vec![
        ("lang", language.code.into()),
        ("tmpl", fingerprint(language.names).to_le_bytes().to_vec()),
        ("scal", scale.to_le_bytes().to_vec()),
        ("step", steps.collect()),
        ("keys", differences(keys)),
        ("cnts", counts),
        ("tags", tags),
        ("levl", levels),
        ("list", differences(gazetteer.entries().iter().map(|entry| entry & mask))),
        ("lsts", gazetteer.entries().iter().map(|entry| (entry >> HASH_BITS) as u8).collect()),
        ("clus", differences(words.iter().map(|(word, _)| *word))),
        (
            "clun",
            [0, 8].iter().flat_map(|byte| words.iter().map(move |(_, cluster)| (cluster >> byte) as u8)).collect(),
        ),
    ]
}
