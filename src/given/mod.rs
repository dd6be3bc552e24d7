//! First stage: what was given becomes a document, a text with its lines.

mod html;
mod lines;
pub mod markup;

use crate::error::Error;
use crate::report::Warning;
use crate::span::Span;
use std::borrow::Cow;

pub use html::{Head, is_structured, looks_like_html};
pub use lines::is_line_break;

/// The most text that is analysed at once, in bytes.
pub const LIMIT: usize = 64 << 20;

/// What a caller gives.
#[derive(Clone, Copy, Debug)]
pub enum Given<'a> {
    /// Plain text, as a person pastes it.
    Text(&'a str),
    /// HTML: a whole page, or a piece of one. The document's text is what a reader sees of it.
    Html(&'a str),
}

/// A text and the lines it is made of.
#[derive(Clone, Debug)]
pub struct Document<'a> {
    /// The text that all spans of the report refer to.
    pub text: Cow<'a, str>,
    /// The lines that are not blank, in order.
    pub lines: Vec<Line>,
    /// What an HTML page says of itself where no reader sees it; nothing for plain text.
    pub head: Head,
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
    let (Given::Text(source) | Given::Html(source)) = given;
    if source.len() > LIMIT {
        return Err(Error::InputTooLarge { bytes: source.len(), limit: LIMIT });
    }
    Ok(match given {
        Given::Html(html) => html::read(html),
        Given::Text(text) => Document {
            text: Cow::Borrowed(text),
            lines: lines::split(text),
            head: Head::default(),
            warnings: Vec::new(),
        },
    })
}
