//! What any input must leave whole. Each target takes bytes that nobody meant and stops where something that must hold
//! does not. `cargo xtask fuzz` looks for such bytes; those that were kept, in `corpus`, are tried by every `cargo test`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a target stops at what it finds"
)]

#[path = "../../tests/support/damage.rs"]
mod damage;
#[path = "../../tests/support/html_pieces.rs"]
mod html_pieces;
#[path = "../../src/program/line.rs"]
mod line;
mod models;
#[path = "../../tests/support/soundness.rs"]
mod soundness;
mod targets;
#[path = "../../tests/support/text_pieces.rs"]
mod text_pieces;

/// One door that inputs come through.
#[derive(Debug)]
pub struct Target {
    /// Its name, and that of its folder in `corpus`.
    pub name: &'static str,
    /// Takes one input; stops where something is wrong.
    pub run: fn(&[u8]),
    /// What its inputs are made of.
    pub pieces: &'static [&'static str],
}

/// All of them.
pub static TARGETS: [Target; 7] = [
    Target { name: "text", run: targets::text, pieces: text_pieces::PIECES },
    Target { name: "html", run: targets::html, pieces: html_pieces::PIECES },
    Target { name: "model", run: models::model, pieces: &[] },
    Target { name: "dictionary", run: targets::dictionary, pieces: targets::DICTIONARY },
    Target { name: "lines", run: targets::lines, pieces: targets::LINES },
    Target { name: "options", run: targets::options, pieces: targets::OPTIONS },
    Target { name: "compare", run: targets::compare, pieces: text_pieces::PIECES },
];

/// The target of a name.
pub fn by_name(name: &str) -> Option<&'static Target> {
    TARGETS.iter().find(|target| target.name == name)
}

/// Puts one of the pieces into the `size` bytes that stand at the start of `data`, not inside a character; `number` says
/// which and where. The new size; `None` where nothing fits within `limit`.
pub fn insert_piece(pieces: &[&str], data: &mut [u8], size: usize, limit: usize, number: u32) -> Option<usize> {
    let number = number as usize;
    let piece = pieces.get(number.checked_rem(pieces.len())?)?.as_bytes();
    let end = size + piece.len();
    if end > limit.min(data.len()) {
        return None;
    }
    let is_start = |byte: &u8| byte & 0xC0 != 0x80;
    let mut at = number / pieces.len() % (size + 1);
    at += data[at..size].iter().position(is_start).unwrap_or(size - at);
    data.copy_within(at..size, at + piece.len());
    data[at..at + piece.len()].copy_from_slice(piece);
    Some(end)
}
