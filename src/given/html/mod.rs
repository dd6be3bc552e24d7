//! HTML becomes a text and its lines, in one pass over the tags and without a tree: nothing here grows with the depth
//! of the nesting, and nothing that a page holds is run, loaded or shown.

mod attributes;
mod elements;
mod head;
mod names;
mod stack;
mod writer;

use super::Document;
use super::lines;
use super::markup::Markup;
use crate::report::Warning;
use attributes::{Attribute, Attributes};
use head::HeadReader;
use html5gum::Tokenizer;
use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use stack::Stack;
use std::borrow::Cow;
use std::convert::Infallible;
use writer::Writer;

pub use head::Head;

/// Reads HTML. Any bytes give a document; time is linear in them.
pub fn read(html: &str) -> Document<'static> {
    let mut reader = Reader::default();
    tokenize(html, |event| reader.take(event));
    reader.finish()
}

/// Whether markup says more of the lines than their text does: an editor or a terminal copies its text as coloured
/// spans, which say nothing.
pub fn is_structured(document: &Document<'_>) -> bool {
    document.lines.iter().any(|line| line.markup != Markup::default())
}

/// Whether a file's text begins as an HTML page does.
pub fn looks_like_html(text: &str) -> bool {
    let mut rest = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    while let Some(after) =
        rest.strip_prefix("<!--").and_then(|rest| Some(rest.split_once("-->")?.1)).or_else(|| declaration(rest))
    {
        rest = after.trim_start();
    }
    let start: String = rest.chars().take(14).collect::<String>().to_ascii_lowercase();
    ["<!doctype html", "<html>", "<html "].iter().any(|opening| start.starts_with(opening))
}

/// What follows an XML declaration.
fn declaration(text: &str) -> Option<&str> {
    text.strip_prefix("<?xml").and_then(|rest| Some(rest.split_once("?>")?.1))
}

fn tokenize(html: &str, mut take: impl FnMut(CallbackEvent<'_>)) {
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, _: html5gum::Span<()>| -> Option<Infallible> {
        take(event);
        None
    });
    // Scripts, styles and titles hold no tags.
    emitter.naively_switch_states(true);
    let Ok(()) = Tokenizer::new_with_emitter(html, emitter).finish();
}

/// The state between two tags.
#[derive(Default)]
struct Reader {
    /// The start tag that is being read: its name and what of its attributes matters.
    name: Vec<u8>,
    attributes: Attributes,
    waiting: Option<Attribute>,
    stack: Stack,
    head: HeadReader,
    writer: Writer,
}

impl Reader {
    fn take(&mut self, event: CallbackEvent<'_>) {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.name.clear();
                self.name.extend_from_slice(name);
                self.attributes = Attributes::default();
                self.waiting = None;
            }
            CallbackEvent::AttributeName { name } => {
                self.waiting = Attribute::by_name(name);
                self.attributes.note(self.waiting);
            }
            CallbackEvent::AttributeValue { value } => self.attributes.set(self.waiting.take(), value),
            CallbackEvent::CloseStartTag { .. } => {
                let (name, attributes) = (std::mem::take(&mut self.name), std::mem::take(&mut self.attributes));
                self.head.open(&name, &attributes);
                self.stack.open(&name, &attributes, &mut self.writer);
                if name == b"time" && self.stack.visible().is_some_and(|place| !elements::is_noise(place.marks)) {
                    self.head.time(&attributes);
                }
                self.name = name;
            }
            CallbackEvent::EndTag { name } => {
                self.head.close(name);
                self.stack.close(name, &mut self.writer);
            }
            CallbackEvent::String { value } => self.text(&String::from_utf8_lossy(value)),
            CallbackEvent::Comment { .. } | CallbackEvent::Doctype { .. } | CallbackEvent::Error(_) => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.head.takes_text() {
            self.head.text(text);
        } else if let Some(place) = self.stack.visible() {
            self.writer.text(text, place);
        }
    }

    fn finish(self) -> Document<'static> {
        let mut warnings = Vec::new();
        let mut warn = |code: &str, message: String| {
            warnings.push(Warning { code: code.to_owned(), message, span: None });
        };
        if self.stack.was_too_deep {
            warn(
                "html-too-deep",
                format!(
                    "The HTML nests more than {} elements; what is deeper was read as if it were not.",
                    stack::DEPTH
                ),
            );
        }
        if self.writer.is_cut() {
            warn(
                "html-cut",
                format!(
                    "The page has more than {} MiB of text or {} lines; what comes after was left out.",
                    writer::MOST_TEXT >> 20,
                    writer::MOST_LINES
                ),
            );
        }
        let head = self.head.finish();
        let (text, marks) = self.writer.finish();
        let mut lines = lines::split(&text);
        writer::mark(&mut lines, &text, &marks, &head);
        Document { text: Cow::Owned(text), lines, head: head.head, warnings }
    }
}
