//! What may happen to the sections of a model before they are packed, so that no checksum tells.

use article_analyzer::tokens::container::{self, Container, ModelKind};
use std::path::Path;

/// A place in something of any length, counted round and round.
pub type Place = u32;

fn index(place: Place, length: usize) -> usize {
    place as usize % length.max(1)
}

/// A damage.
#[derive(Clone, Debug)]
pub enum Damage {
    /// Bytes are changed.
    Change(Vec<(Place, u8)>),
    /// A stretch is cut out, and the section says so.
    Cut(Place, Place),
    /// The section is something else.
    Replace(Vec<u8>),
    /// Everything after a place is gone.
    End(Place),
}

impl Damage {
    /// Does it to one of the sections.
    pub fn apply(&self, unpacked: &[u8], section: Place) -> Vec<u8> {
        if let Damage::End(at) = self {
            return unpacked[..index(*at, unpacked.len())].to_vec();
        }
        let mut sections: Vec<(&str, Vec<u8>)> = Vec::new();
        let mut rest = unpacked;
        while !rest.is_empty() {
            let length = u32::from_le_bytes(rest[4..8].try_into().unwrap()) as usize;
            sections.push((std::str::from_utf8(&rest[..4]).unwrap(), rest[8..8 + length].to_vec()));
            rest = &rest[8 + length..];
        }
        let chosen = index(section, sections.len());
        let bytes = &mut sections[chosen].1;
        match self {
            Damage::Change(changes) if !bytes.is_empty() => {
                for (at, value) in changes {
                    let at = index(*at, bytes.len());
                    bytes[at] = *value;
                }
            }
            Damage::Cut(from, to) if !bytes.is_empty() => {
                let (from, to) = (index(*from, bytes.len()), index(*to, bytes.len()));
                bytes.drain(from.min(to)..from.max(to));
            }
            Damage::Replace(other) => bytes.clone_from(other),
            _ => {}
        }
        container::join_sections(&sections)
    }
}

/// Sections as a file of a model.
pub fn packed(kind: ModelKind, unpacked: &[u8]) -> Vec<u8> {
    let packed = miniz_oxide::deflate::compress_to_vec_zlib(unpacked, 0);
    container::write(kind, [0; 32], unpacked.len(), &packed)
}

/// The file of a model.
pub fn file(name: &str) -> Vec<u8> {
    let folders = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    let path = folders.map(|folder| folder.join("models").join(name)).find(|path| path.is_file());
    std::fs::read(path.unwrap()).unwrap()
}

/// The models that are damaged, with their kinds, unpacked: the small ones, so that many can be tried.
pub fn unpacked() -> Vec<(ModelKind, Vec<u8>)> {
    let models = [
        ("ja-words-light", ModelKind::Lattice),
        ("en-words", ModelKind::Linear),
        ("en-names", ModelKind::Names),
        ("ja-names", ModelKind::Names),
    ];
    let unpacked =
        |(name, kind)| (kind, Container::read(&file(&format!("{name}.model")), kind).unwrap().unpacked().to_vec());
    models.map(unpacked).into()
}
