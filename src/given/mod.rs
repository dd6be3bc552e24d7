//! First stage: what was given becomes a document, a text with its lines.

mod lines;
pub mod markup;

use crate::error::Error;
use crate::report::Warning;
use crate::span::Span;
use std::borrow::Cow;

pub use lines::is_line_break;

/// The most text that is analysed at once, in bytes.
pub const LIMIT: usize = 64 << 20;

/// What a caller gives.
#[derive(Clone, Copy, Debug)]
pub enum Given<'a> {
    /// Plain text, as a person pastes it.
    Text(&'a str),
}

/// A text and the lines it is made of.
#[derive(Clone, Debug)]
pub struct Document<'a> {
    /// The text that all spans of the report refer to.
    pub text: Cow<'a, str>,
    /// The lines that are not blank, in order.
    pub lines: Vec<Line>,
    /// What reading it left out or cut.
    pub warnings: Vec<Warning>,
}

/// One line that is not blank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its text without the white space around it.
    pub span: Span,
    /// How many blank lines stand before it.
    pub blank_before: u32,
    /// What the markup around it says; nothing for plain text.
    pub markup: markup::Markup,
}

/// Reads what was given.
///
/// # Errors
/// [`Error::InputTooLarge`] past [`LIMIT`].
pub fn read(given: Given<'_>) -> Result<Document<'_>, Error> {
    let Given::Text(text) = given;
    if text.len() > LIMIT {
        return Err(Error::InputTooLarge { bytes: text.len(), limit: LIMIT });
    }
    Ok(Document { text: Cow::Borrowed(text), lines: lines::split(text), warnings: Vec::new() })
}
