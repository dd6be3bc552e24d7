//! Model files.

use crate::damage::{Damage, packed, unpacked};
use crate::soundness;
use article_analyzer::report::OffsetUnit;
use article_analyzer::tokens::container::ModelKind;
use article_analyzer::{Analyzer, Options};
use std::sync::LazyLock;

const KINDS: [ModelKind; 3] = [ModelKind::Lattice, ModelKind::Linear, ModelKind::Names];

const TEXT: &str =
    "昨日、東京の佐藤健一教授は「ＡＩと𠮷野家」を読んだ。\nDr. Smith of Northfield didn't go to U.S. cities in 2025.";

static REAL: LazyLock<Vec<(ModelKind, Vec<u8>)>> = LazyLock::new(unpacked);

/// A file as it is, sections that were made up, or a real model that was damaged: a typed error, or a model that works.
/// The first byte says which.
pub fn model(data: &[u8]) {
    let Some((way, rest)) = data.split_first() else { return };
    let file = match way % 4 {
        0 => Some(rest.to_vec()),
        1 => rest.split_first().map(|(kind, rest)| packed(KINDS[usize::from(*kind) % 3], rest)),
        _ => damaged(rest),
    };
    let mut analyzer = Analyzer::without_models();
    if file.is_some_and(|file| analyzer.add_model(&file).is_ok()) {
        let options = Options { offsets: OffsetUnit::Byte, ..Options::default() };
        soundness::check(&analyzer.analyze(TEXT, &options).expect("a report"));
    }
}

/// A real model after what the bytes say: which model, which section, which damage.
fn damaged(data: &[u8]) -> Option<Vec<u8>> {
    let ([model, section, way], rest) = data.split_first_chunk()?;
    let (kind, unpacked) = &REAL[usize::from(*model) % REAL.len()];
    let place = |at: usize| Some(u32::from_le_bytes(*rest.get(at..)?.first_chunk()?));
    let damage = match way % 4 {
        0 => Damage::Change(
            rest.as_chunks::<5>()
                .0
                .iter()
                .map(|[a, b, c, d, to]| (u32::from_le_bytes([*a, *b, *c, *d]), *to))
                .collect(),
        ),
        1 => Damage::Cut(place(0)?, place(4)?),
        2 => Damage::Replace(rest.to_vec()),
        _ => Damage::End(place(0)?),
    };
    Some(packed(*kind, &damage.apply(unpacked, u32::from(*section))))
}
