//! The file that a model travels in: a header that says what it is, then its sections, packed.
//!
//! | bytes | what |
//! | --- | --- |
//! | 8 | the magic `AAmodel` and a zero byte |
//! | 2 | version of the format, little-endian |
//! | 2 | what kind of model it is |
//! | 32 | SHA-256 of what it was built from |
//! | 4 | length of all sections unpacked |
//! | rest | the sections, packed by zlib with its checksum |
//!
//! A section is a name of four ASCII letters, its length in four bytes, and that many bytes.

use std::fmt;

const MAGIC: &[u8; 8] = b"AAmodel\0";
/// The version of the format that is read and written.
pub const VERSION: u16 = 1;
/// No model comes near this; a header that says more is damaged.
const LIMIT: usize = 64 << 20;
/// The bytes that one byte of zlib can stand for, at most.
const MOST: usize = 1032;
/// Bytes that are unpacked at once.
const PIECE: usize = 32 << 10;

/// What a model is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u16)]
pub enum ModelKind {
    /// Japanese words: a lattice over a dictionary.
    Lattice = 1,
    /// English words: a tagger by log-linear classifiers.
    Linear = 2,
    /// Names: a conditional random field.
    Names = 3,
}

impl ModelKind {
    /// What kind of model a file is.
    ///
    /// # Errors
    /// Whatever [`ModelError`] says of its header.
    pub fn of(bytes: &[u8]) -> Result<ModelKind, ModelError> {
        let (kind, _) = header(bytes)?;
        [ModelKind::Lattice, ModelKind::Linear, ModelKind::Names]
            .into_iter()
            .find(|known| *known as u16 == kind)
            .ok_or(ModelError::Kind(kind))
    }
}

/// Why bytes are not a model that can be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ModelError {
    /// They are not a model of this project, or too short to be one.
    Foreign,
    /// They are of another version of the format.
    Version(u16),
    /// They are a model for something else.
    Kind(u16),
    /// They are cut, or changed since they were written; the part is named.
    Damaged(&'static str),
}

impl fmt::Display for ModelError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ModelError::Foreign => formatter.write_str("not a model file"),
            ModelError::Version(found) => write!(formatter, "model format {found}, but {VERSION} is read here"),
            ModelError::Kind(found) => write!(formatter, "a model of another kind ({found})"),
            ModelError::Damaged(part) => write!(formatter, "the model file is damaged: {part}"),
        }
    }
}

impl std::error::Error for ModelError {}

/// An unpacked model file.
#[derive(Clone, Debug)]
pub struct Container {
    /// SHA-256 of what it was built from.
    pub source: [u8; 32],
    unpacked: Vec<u8>,
}

impl Container {
    /// Unpacks a file.
    ///
    /// # Errors
    /// Whatever [`ModelError`] says.
    pub fn read(bytes: &[u8], kind: ModelKind) -> Result<Container, ModelError> {
        let (found, rest) = header(bytes)?;
        if found != kind as u16 {
            return Err(ModelError::Kind(found));
        }
        let (source, rest) = rest.split_first_chunk::<32>().ok_or(ModelError::Damaged("header"))?;
        let (length, packed) = rest.split_first_chunk::<4>().ok_or(ModelError::Damaged("header"))?;
        let length = u32::from_le_bytes(*length) as usize;
        if length > LIMIT || length / MOST > packed.len() {
            return Err(ModelError::Damaged("header"));
        }
        let unpacked = unpack(packed, length).ok_or(ModelError::Damaged("packed sections"))?;
        Ok(Container { source: *source, unpacked })
    }

    /// All sections as they lie.
    pub fn unpacked(&self) -> &[u8] {
        &self.unpacked
    }

    /// The section of a name.
    ///
    /// # Errors
    /// [`ModelError::Damaged`] where it is missing or cut.
    pub fn section(&self, name: &'static str) -> Result<&[u8], ModelError> {
        let mut rest = self.unpacked.as_slice();
        let cut = || ModelError::Damaged(name);
        loop {
            let (found, after) = rest.split_first_chunk::<4>().ok_or_else(cut)?;
            let (length, after) = after.split_first_chunk::<4>().ok_or_else(cut)?;
            let (data, after) = after.split_at_checked(u32::from_le_bytes(*length) as usize).ok_or_else(cut)?;
            if found == name.as_bytes() {
                return Ok(data);
            }
            rest = after;
        }
    }

    /// The section of a name, as text.
    ///
    /// # Errors
    /// [`ModelError::Damaged`] where it is missing, cut, or no UTF-8.
    pub fn text(&self, name: &'static str) -> Result<&str, ModelError> {
        std::str::from_utf8(self.section(name)?).map_err(|_| ModelError::Damaged(name))
    }
}

/// Unpacks what has a length, piece by piece, so that the checksum of each is taken while it is at hand.
fn unpack(mut packed: &[u8], length: usize) -> Option<Vec<u8>> {
    let (mut unpacked, mut filled) = (vec![0; length], 0);
    let mut decoder = fdeflate::Decompressor::new();
    while !decoder.is_done() {
        let piece = unpacked.get_mut(..length.min(filled + PIECE))?;
        let (read, written) = decoder.read(packed, piece, filled, true).ok()?;
        if read + written == 0 && !decoder.is_done() {
            return None;
        }
        packed = packed.get(read..)?;
        filled += written;
    }
    (filled == length).then_some(unpacked)
}

/// The kind that a file says it is of, and what follows.
fn header(bytes: &[u8]) -> Result<(u16, &[u8]), ModelError> {
    let (magic, rest) = bytes.split_first_chunk::<8>().ok_or(ModelError::Foreign)?;
    if magic != MAGIC {
        return Err(ModelError::Foreign);
    }
    let (version, rest) = rest.split_first_chunk::<2>().ok_or(ModelError::Damaged("header"))?;
    if u16::from_le_bytes(*version) != VERSION {
        return Err(ModelError::Version(u16::from_le_bytes(*version)));
    }
    let (kind, rest) = rest.split_first_chunk::<2>().ok_or(ModelError::Damaged("header"))?;
    Ok((u16::from_le_bytes(*kind), rest))
}

/// Puts sections into a row, unpacked: what [`write`](write()) packs.
pub fn join_sections(sections: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut joined = Vec::new();
    for (name, data) in sections {
        joined.extend(name.as_bytes());
        joined.extend((data.len() as u32).to_le_bytes());
        joined.extend(data);
    }
    joined
}

/// Writes a file of sections that were joined and then packed by zlib.
pub fn write(kind: ModelKind, source: [u8; 32], length: usize, packed: &[u8]) -> Vec<u8> {
    let mut file = MAGIC.to_vec();
    file.extend(VERSION.to_le_bytes());
    file.extend((kind as u16).to_le_bytes());
    file.extend(source);
    file.extend((length as u32).to_le_bytes());
    file.extend(packed);
    file
}
