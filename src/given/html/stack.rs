//! The elements that are open. End tags that are left out are supplied as far as it matters to the lines; the rest of
//! the standard's tree building (misnested formatting, foster parents) does not.

use super::attributes::Attributes;
use super::elements::{self, Display};
use super::writer::{Gap, Writer};
use crate::given::markup::Markup;
use std::collections::HashMap;

/// Elements nested deeper than this, as in no page made for reading (browsers stop at 512), are read as if they were
/// not nested.
pub const DEPTH: usize = 512;

/// What is around a piece of text that is seen.
#[derive(Clone, Copy, Debug, Default)]
pub struct Place {
    pub marks: Markup,
    pub is_preformatted: bool,
    /// The number of the innermost `article`; 0 outside all.
    pub article: u32,
    is_hidden: bool,
    sets_apart: bool,
}

#[derive(Debug)]
struct Open {
    name: Vec<u8>,
    display: Display,
    place: Place,
}

/// The open elements, the outermost first.
#[derive(Debug, Default)]
pub struct Stack {
    open: Vec<Open>,
    /// How many elements of each name are open, so that an end tag that ends nothing costs nothing.
    counts: HashMap<Vec<u8>, usize>,
    /// Elements open past [`DEPTH`].
    deeper: usize,
    /// The place among them of the one that hides what is in it.
    hidden_deeper: Option<usize>,
    /// Whether any were.
    pub was_too_deep: bool,
    articles: u32,
}

impl Stack {
    /// What is around the text that comes now; `None` where it is not seen.
    pub fn visible(&self) -> Option<Place> {
        let place = self.open.last().map(|open| open.place).unwrap_or_default();
        (!place.is_hidden && self.hidden_deeper.is_none()).then_some(place)
    }

    /// A start tag.
    pub fn open(&mut self, name: &[u8], attributes: &Attributes, writer: &mut Writer) {
        self.close_implied(name, writer);
        let around = self.open.last().map(|open| open.place).unwrap_or_default();
        let display = match elements::display(name, attributes) {
            Display::Inline if around.sets_apart => Display::Block,
            display => display,
        };
        let own = elements::marks(name, attributes, around.marks);
        self.articles += u32::from(name == b"article");
        let place = Place {
            marks: elements::inherited(around.marks, own),
            is_preformatted: elements::is_preformatted(name, attributes).unwrap_or(around.is_preformatted),
            is_hidden: around.is_hidden || display == Display::None,
            sets_apart: elements::sets_apart(attributes),
            article: if name == b"article" { self.articles } else { around.article },
        };
        if !place.is_hidden {
            begin(name, display, writer);
        }
        if elements::is_void(name) {
            return;
        }
        if self.open.len() >= DEPTH {
            self.deeper += 1;
            self.was_too_deep = true;
            if display == Display::None {
                self.hidden_deeper.get_or_insert(self.deeper);
            }
            return;
        }
        *self.counts.entry(name.to_vec()).or_default() += 1;
        self.open.push(Open { name: name.to_vec(), display, place });
    }

    /// An end tag; one that ends nothing says nothing.
    pub fn close(&mut self, name: &[u8], writer: &mut Writer) {
        if name == b"br" && self.visible().is_some() {
            writer.gap(Gap::Line);
        }
        if self.deeper > 0 {
            if self.visible().is_some() {
                writer.gap(Gap::Line);
            }
            self.deeper -= 1;
            self.hidden_deeper = self.hidden_deeper.filter(|depth| *depth <= self.deeper);
            return;
        }
        let is_heading = HEADINGS.contains(&name);
        let names: &[&[u8]] = if is_heading { &HEADINGS } else { &[name] };
        match name {
            b"table" | b"thead" | b"tbody" | b"tfoot" | b"tr" | b"td" | b"th" | b"caption" | b"body" | b"html" => {
                self.close_up_to(names, |_| false, writer);
            }
            _ if is_boundary(name) => self.close_up_to(names, is_cell_or_table, writer),
            _ => self.close_up_to(names, is_boundary, writer),
        }
    }

    /// Closes the innermost element of one of these names, unless one that `stops` is open inside it.
    fn close_up_to(&mut self, names: &[&[u8]], stops: impl Fn(&[u8]) -> bool, writer: &mut Writer) {
        if !names.iter().any(|name| self.counts.get(*name).is_some_and(|count| *count > 0)) {
            return;
        }
        for index in (0..self.open.len()).rev() {
            let Some(open) = self.open.get(index) else { return };
            if names.contains(&open.name.as_slice()) {
                return self.truncate(index, writer);
            }
            if stops(&open.name) {
                return;
            }
        }
    }

    fn truncate(&mut self, length: usize, writer: &mut Writer) {
        while self.open.len() > length {
            let Some(closed) = self.open.pop() else { return };
            if let Some(count) = self.counts.get_mut(&closed.name) {
                *count -= 1;
            }
            if !closed.place.is_hidden {
                end(closed.display, writer);
            }
        }
    }

    /// Closes what a start tag of this name closes without an end tag.
    fn close_implied(&mut self, name: &[u8], writer: &mut Writer) {
        if self.deeper > 0 {
            return;
        }
        let table = |outer: &[u8]| outer == b"table";
        let list =
            |outer: &[u8]| matches!(outer, b"ul" | b"ol" | b"dl" | b"menu") || is_boundary(outer) && outer != b"li";
        match name {
            b"li" => self.close_up_to(&[b"li"], list, writer),
            b"dt" | b"dd" => self.close_up_to(&[b"dt", b"dd"], list, writer),
            b"td" | b"th" => self.close_up_to(&[b"td", b"th"], |outer| outer == b"tr" || table(outer), writer),
            b"tr" => self.close_up_to(&[b"tr"], table, writer),
            b"thead" | b"tbody" | b"tfoot" => self.close_up_to(&[b"thead", b"tbody", b"tfoot"], table, writer),
            b"rt" | b"rp" | b"rb" | b"rtc" => {
                self.close_up_to(&[b"rt", b"rp", b"rb", b"rtc"], |outer| outer == b"ruby", writer);
            }
            b"option" | b"optgroup" => self.close_up_to(&[b"option"], |outer| outer == b"select", writer),
            b"a" => self.close_up_to(&[b"a"], is_boundary, writer),
            b"body" => self.close_up_to(&[b"head"], |_| false, writer),
            _ => {}
        }
        if closes_paragraph(name) {
            self.close_up_to(&[b"p"], |outer| is_boundary(outer) || outer == b"button", writer);
        }
        // Only these may stand in a head whose end tag was left out.
        let is_of_head = matches!(
            name,
            b"base" | b"link" | b"meta" | b"noscript" | b"script" | b"style" | b"template" | b"title" | b"head"
        );
        if !is_of_head && self.open.last().is_some_and(|open| open.name == b"head") {
            self.close_up_to(&[b"head"], |_| false, writer);
        }
    }
}

/// Whether end tags of elements inside this one can't end it.
fn is_boundary(name: &[u8]) -> bool {
    matches!(
        name,
        b"html"
            | b"body"
            | b"article"
            | b"main"
            | b"section"
            | b"nav"
            | b"aside"
            | b"header"
            | b"footer"
            | b"table"
            | b"tr"
            | b"td"
            | b"th"
            | b"caption"
            | b"ul"
            | b"ol"
            | b"li"
            | b"figure"
            | b"div"
            | b"blockquote"
            | b"template"
            | b"form"
            | b"details"
            | b"dl"
    )
}

fn is_cell_or_table(name: &[u8]) -> bool {
    matches!(name, b"table" | b"td" | b"th" | b"caption" | b"template")
}

const HEADINGS: [&[u8]; 6] = [b"h1", b"h2", b"h3", b"h4", b"h5", b"h6"];

/// Whether a start tag ends the paragraph that is open.
fn closes_paragraph(name: &[u8]) -> bool {
    matches!(
        name,
        b"address"
            | b"article"
            | b"aside"
            | b"blockquote"
            | b"center"
            | b"details"
            | b"dialog"
            | b"div"
            | b"dl"
            | b"fieldset"
            | b"figcaption"
            | b"figure"
            | b"footer"
            | b"form"
            | b"h1"
            | b"h2"
            | b"h3"
            | b"h4"
            | b"h5"
            | b"h6"
            | b"header"
            | b"hgroup"
            | b"hr"
            | b"li"
            | b"dd"
            | b"dt"
            | b"main"
            | b"menu"
            | b"nav"
            | b"ol"
            | b"p"
            | b"pre"
            | b"section"
            | b"table"
            | b"ul"
    )
}

fn begin(name: &[u8], display: Display, writer: &mut Writer) {
    match display {
        Display::Inline if name == b"br" => writer.line_break(),
        Display::Inline | Display::None => {}
        Display::Block => writer.gap(Gap::Line),
        Display::Paragraph => writer.gap(Gap::Paragraph),
        Display::Row => writer.begin_row(),
        Display::Cell => writer.begin_cell(name == b"th"),
    }
}

fn end(display: Display, writer: &mut Writer) {
    match display {
        Display::Inline | Display::None => {}
        Display::Block => writer.gap(Gap::Line),
        Display::Paragraph => writer.gap(Gap::Paragraph),
        Display::Row => writer.end_row(),
        Display::Cell => writer.end_cell(),
    }
}
