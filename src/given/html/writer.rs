//! The text of a page as it is seen, line by line, with how much of each line each mark holds for.

use super::head::PageHead;
use super::stack::Place;
use crate::given::markup::{self, COUNT, Markup};
use crate::given::{Line, is_line_break};

/// No more of a page's text is read, in bytes: some ten long novels.
pub const MOST_TEXT: usize = 8 << 20;
/// No more of its lines are read.
pub const MOST_LINES: usize = 50_000;

/// What stands between two pieces of text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Nothing.
    #[default]
    None,
    /// A space.
    Space,
    /// The next cell of the row.
    Cell,
    /// A new line.
    Line,
    /// A blank line.
    Paragraph,
}

/// What is known of one line: where it begins, how many of its characters that are no white space each mark holds for.
#[derive(Debug, Default)]
pub struct Marked {
    start: usize,
    characters: u32,
    counts: [u32; COUNT],
    /// Cells of a table that have text in it.
    cells: u32,
    has_head_cell: bool,
    /// The `article` that it stands in; 0 for none.
    article: u32,
}

/// One row of a table that is open.
#[derive(Debug, Default)]
struct Row {
    /// The line holds nothing but cells of this row, and the last of them is not open any more.
    joins: bool,
    /// Nothing was written in the open cell.
    is_cell_empty: bool,
    is_head: bool,
}

/// Writes the text of a page.
#[derive(Debug, Default)]
pub struct Writer {
    text: String,
    lines: Vec<Marked>,
    gap: Gap,
    rows: Vec<Row>,
    /// The `article` that the text now stands in.
    article: u32,
    is_cut: bool,
}

impl Writer {
    /// Whether text was left out.
    pub fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// Asks for a gap before what comes next; of two the larger holds.
    pub fn gap(&mut self, gap: Gap) {
        // What begins a cell's text belongs to its row's line.
        if gap < Gap::Line || !self.rows.last().is_some_and(|row| row.is_cell_empty && row.joins) {
            self.gap = self.gap.max(gap);
        }
    }

    /// A `br`: after another, a blank line.
    pub fn line_break(&mut self) {
        self.gap(if self.gap >= Gap::Line { Gap::Paragraph } else { Gap::Line });
    }

    pub fn begin_row(&mut self) {
        self.gap(Gap::Line);
        self.rows.push(Row::default());
    }

    pub fn end_row(&mut self) {
        self.rows.pop();
        self.gap(Gap::Line);
    }

    pub fn begin_cell(&mut self, is_head: bool) {
        let joins = self.rows.last().is_some_and(|row| row.joins);
        self.gap(if joins { Gap::Cell } else { Gap::Line });
        if let Some(row) = self.rows.last_mut() {
            (row.is_cell_empty, row.is_head) = (true, is_head);
        }
    }

    /// After a cell of one line the next stands beside it, whatever paragraphs were in it.
    pub fn end_cell(&mut self) {
        let Some(row) = self.rows.last_mut() else { return };
        let had_text = !row.is_cell_empty;
        row.is_cell_empty = false;
        if had_text && row.joins {
            self.gap = self.gap.min(Gap::Space);
        } else if !had_text && row.joins {
            self.gap = self.gap.max(Gap::Cell);
        } else {
            self.gap(Gap::Line);
        }
    }

    /// Text of an element with these marks; white space counts only where it is preformatted.
    pub fn text(&mut self, text: &str, place: Place) {
        let Place { marks, is_preformatted, article, .. } = place;
        self.article = article;
        if is_preformatted {
            for (index, line) in text.split('\n').enumerate() {
                if index > 0 {
                    self.line_break();
                }
                if !line.trim_end_matches('\r').is_empty() {
                    self.write(line.trim_end_matches('\r'), marks);
                }
            }
            return;
        }
        let is_space = |c: char| c.is_ascii_whitespace() || is_line_break(c);
        for (index, words) in text.split(is_space).enumerate() {
            if index > 0 {
                self.gap(Gap::Space);
            }
            if !words.is_empty() {
                self.write(words, marks);
            }
        }
    }

    fn write(&mut self, words: &str, marks: Markup) {
        if self.is_cut || self.text.len() + words.len() > MOST_TEXT {
            self.is_cut = true;
            return;
        }
        self.close_gap();
        if self.is_cut {
            return;
        }
        let Some(line) = self.lines.last_mut() else { return };
        self.text.extend(words.chars().map(|c| if is_line_break(c) { ' ' } else { c }));
        let characters = words.chars().filter(|c| !c.is_whitespace()).count() as u32;
        line.characters += characters;
        for (count, mark) in line.counts.iter_mut().zip(Markup::each()) {
            *count += if marks.has(mark) { characters } else { 0 };
        }
        if let Some(row) = self.rows.last_mut().filter(|row| row.is_cell_empty) {
            line.cells += 1;
            line.has_head_cell |= row.is_head;
            (row.is_cell_empty, row.joins) = (false, true);
        }
    }

    /// Writes the gap before a piece of text.
    fn close_gap(&mut self) {
        let gap = std::mem::take(&mut self.gap);
        let is_first = self.lines.is_empty();
        match gap {
            Gap::None => {}
            _ if is_first => {}
            Gap::Space => self.text.push(' '),
            Gap::Cell => self.text.push('\t'),
            Gap::Line => self.text.push('\n'),
            Gap::Paragraph => self.text.push_str("\n\n"),
        }
        if !is_first && gap < Gap::Line {
            return;
        }
        if self.lines.len() >= MOST_LINES {
            self.is_cut = true;
            return;
        }
        self.lines.push(Marked { start: self.text.len(), article: self.article, ..Marked::default() });
        // A cell that goes on in another line is no cell of a row's line any more.
        self.rows.iter_mut().for_each(|row| row.joins = false);
    }

    /// The text, and its lines in order.
    pub fn finish(self) -> (String, Vec<Marked>) {
        (self.text, self.lines)
    }
}

/// Gives lines the marks that hold for most of their characters.
pub fn mark(lines: &mut [Line], text: &str, marked: &[Marked], head: &PageHead) {
    let articles = largest_articles(marked);
    let mut marked = marked.iter().peekable();
    let mut current: Option<&Marked> = None;
    for line in lines.iter_mut() {
        while let Some(next) = marked.next_if(|next| next.start <= line.span.start as usize) {
            current = Some(next);
        }
        let markup = current.map_or(Markup::default(), Marked::markup);
        let is_card = current.is_some_and(|current| articles.get(current.article as usize) == Some(&false));
        line.markup = if is_card { markup.without(markup::ARTICLE) } else { markup };
    }
    mark_title(lines, text, head);
}

/// Whether each `article` is the page's own: it has at least half of the running text of the one that has most. Others
/// are cards that lead to articles, or comments.
fn largest_articles(marked: &[Marked]) -> Vec<bool> {
    let mut sizes: Vec<u32> = Vec::new();
    for line in marked {
        let index = line.article as usize;
        sizes.resize(sizes.len().max(index + 1), 0);
        let linked =
            Markup::each().zip(line.counts).find(|(mark, _)| *mark == markup::LINKS).map_or(0, |(_, count)| count);
        if let Some(size) = sizes.get_mut(index) {
            *size = size.saturating_add(line.characters - linked);
        }
    }
    let most = sizes.iter().skip(1).copied().max().unwrap_or(0);
    // What stands in no `article` at all is judged by its other marks.
    sizes.into_iter().enumerate().map(|(index, size)| index == 0 || size * 2 >= most).collect()
}

/// Longer lines are no bylines and no dates, whatever their names: a note on an author, a list of times.
const SHORT: u32 = 60;

impl Marked {
    fn markup(&self) -> Markup {
        let mut marks = Markup::default();
        for (mark, count) in Markup::each().zip(self.counts) {
            // "By", "Text:" and the like stand outside the link to the author.
            let share = if mark == markup::BYLINE { 3 } else { 2 };
            let is_short = self.characters <= SHORT || !(mark == markup::BYLINE || mark == markup::TIME);
            if count > 0 && count * share >= self.characters && is_short {
                marks = marks.with(mark);
            }
        }
        if self.cells >= 2 || self.has_head_cell {
            marks = marks.with(markup::TABLE);
        }
        // A paragraph inside one of these is that.
        let parts = [markup::ITEM, markup::CAPTION, markup::TABLE, markup::QUOTE, markup::CODE];
        if parts.iter().any(|part| marks.has(*part)) { marks.without(markup::PARAGRAPH) } else { marks }
    }
}

/// The title that the page gives itself tells which heading is the article's. Where no line is it, headings stay what
/// their tags say.
fn mark_title(lines: &mut [Line], text: &str, head: &PageHead) {
    let is_title: Vec<bool> = lines.iter().map(|line| head.names(line.span.of(text))).collect();
    if !is_title.contains(&true) {
        return;
    }
    for (line, is_title) in lines.iter_mut().zip(is_title) {
        let was_heading = line.markup.has(markup::TITLE) || line.markup.has(markup::HEADING);
        if is_title && was_heading {
            line.markup = line.markup.without(markup::HEADING).without(markup::NAVIGATION).with(markup::TITLE);
        } else if line.markup.has(markup::TITLE) {
            line.markup = line.markup.without(markup::TITLE).with(markup::HEADING);
        }
    }
}
