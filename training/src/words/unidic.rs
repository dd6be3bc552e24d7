//! The entries of a compiled MeCab dictionary, as the package unidic-lite carries it.

use anyhow::{Context, Result, bail};
use std::path::Path;

/// One reading of a surface.
pub struct Entry {
    /// The word as written.
    pub surface: String,
    /// MeCab's cost: the lower, the likelier.
    pub cost: i16,
    /// The feature columns of UniDic's `dicrc`, parted by commas.
    pub feature: String,
}

impl Entry {
    /// A feature column by its number in UniDic's `dicrc`; empty where it is missing or `*`.
    pub fn column(&self, number: usize) -> &str {
        self.feature.split(',').nth(number).filter(|column| *column != "*").unwrap_or("")
    }

    /// The part of speech with its levels, "名詞-固有名詞-人名-姓".
    pub fn part_of_speech(&self) -> String {
        let levels: Vec<_> = (0..4).map(|number| self.column(number)).filter(|level| !level.is_empty()).collect();
        levels.join("-")
    }
}

/// One unit of the double array: where its children begin, and whose child it is.
#[derive(Clone, Copy)]
struct Unit {
    base: i32,
    check: u32,
}

/// Sizes of the parts of `sys.dic`, from its header of ten little-endian words.
struct Layout {
    trie: usize,
    tokens: usize,
    features: usize,
}

const HEADER: usize = 72;
const TOKEN: usize = 16;

/// Reads every entry of `sys.dic`, in the order of the surfaces' bytes.
pub fn read(path: &Path) -> Result<Vec<Entry>> {
    let bytes = std::fs::read(path).with_context(|| path.display().to_string())?;
    let layout = layout(&bytes)?;
    let (trie, rest) = bytes.get(HEADER..).context("header")?.split_at_checked(layout.trie).context("trie")?;
    let (tokens, rest) = rest.split_at_checked(layout.tokens).context("tokens")?;
    let features = rest.get(..layout.features).context("features")?;
    let units: Vec<Unit> = trie.chunks_exact(8).map(unit).collect();
    let mut surfaces = Vec::new();
    walk(&units, units.first().map_or(0, |root| root.base), &mut Vec::new(), &mut surfaces);
    let mut entries = Vec::new();
    for (surface, value) in surfaces {
        let Ok(surface) = String::from_utf8(surface) else { continue };
        let first = (value >> 8) as usize;
        for token in tokens.chunks_exact(TOKEN).skip(first).take((value & 0xFF) as usize) {
            entries.push(entry(&surface, token, features)?);
        }
    }
    Ok(entries)
}

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

fn layout(bytes: &[u8]) -> Result<Layout> {
    let size = |number: usize| word(bytes, number * 4).map(|size| size as usize).context("header is cut");
    if size(1)? != 102 {
        bail!("not a MeCab dictionary of version 102");
    }
    Ok(Layout { trie: size(6)?, tokens: size(7)?, features: size(8)? })
}

fn unit(bytes: &[u8]) -> Unit {
    let base = word(bytes, 0).unwrap_or(0).cast_signed();
    Unit { base, check: word(bytes, 4).unwrap_or(0) }
}

/// Collects the surfaces below a node with their values (index of the first token and their number, in one word).
fn walk(units: &[Unit], base: i32, path: &mut Vec<u8>, surfaces: &mut Vec<(Vec<u8>, u32)>) {
    let at = |offset: u32| units.get(base.cast_unsigned().wrapping_add(offset) as usize);
    if let Some(leaf) = at(0).filter(|leaf| leaf.check == base.cast_unsigned() && leaf.base < 0) {
        surfaces.push((path.clone(), (-leaf.base - 1).cast_unsigned()));
    }
    for byte in 0..=255u8 {
        if let Some(child) = at(u32::from(byte) + 1).filter(|child| child.check == base.cast_unsigned()) {
            path.push(byte);
            walk(units, child.base, path, surfaces);
            path.pop();
        }
    }
}

fn entry(surface: &str, token: &[u8], features: &[u8]) -> Result<Entry> {
    let cost =
        token.get(6..8).and_then(|bytes| bytes.try_into().ok()).map(i16::from_le_bytes).context("token is cut")?;
    let start = word(token, 8).context("token is cut")? as usize;
    let feature = features.get(start..).and_then(|rest| rest.split(|byte| *byte == 0).next()).context("feature")?;
    Ok(Entry { surface: surface.to_owned(), cost, feature: String::from_utf8(feature.to_vec())? })
}
