//! The role of each line, where its form and its neighbours tell it surely; running text otherwise.

use crate::given::{Document, Line};
use crate::report::{Block, Role};
use regex::Regex;
use std::sync::LazyLock;

/// A role, how sure it is, and why.
pub struct Verdict {
    pub role: Role,
    pub confidence: f64,
    pub because: String,
}

/// A title or heading is no longer than this many characters.
const LONGEST_HEADING: usize = 80;
/// So many short lines in a row, none of them a sentence, are a list of links.
const LINK_LIST: usize = 6;

static DATE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let day = r"(\d{4})(?:-|/|\.|年\s?)(\d{1,2})(?:-|/|\.|月\s?)(\d{1,2})日?";
    let time = r"(?:[T\s]*\d{1,2}(?::|時)\d{2}(?:分|:\d{2})?)?";
    let label = r"(?:[^\d。]{0,12}[::\s])?";
    Regex::new(&format!("^{label}{day}(?:[ ]?[((].[))])?{time}[^。]{{0,12}}$")).ok()
});

/// A verdict for each line of the document.
pub fn assign(document: &Document<'_>) -> Vec<Verdict> {
    let lines = &document.lines;
    let texts: Vec<&str> = lines.iter().map(|line| line.span.of(&document.text)).collect();
    let run = link_runs(&texts);
    let mut verdicts = Vec::with_capacity(lines.len());
    for (index, (line, text)) in lines.iter().zip(&texts).enumerate() {
        let next = lines.get(index + 1).zip(texts.get(index + 1));
        let in_run = run.get(index).copied().unwrap_or(0);
        verdicts.push(verdict(index, line, text, next.map(|(line, text)| (line, *text)), in_run));
    }
    verdicts
}

fn verdict(index: usize, line: &Line, text: &str, next: Option<(&Line, &str)>, run: usize) -> Verdict {
    let is_short = text.chars().count() <= LONGEST_HEADING;
    let is_open = !is_sentence(text);
    let sure = |role, confidence, because: &str| Verdict { role, confidence, because: because.to_owned() };
    if DATE.as_ref().is_some_and(|date| date.is_match(text)) {
        return sure(Role::Date, 0.95, "it is a date and little else");
    }
    if is_item(text) {
        return sure(Role::ListItem, 0.85, "it begins like an item of a list");
    }
    if index == 0 && is_short && (is_open || next.is_some_and(|(_, next)| next == text)) && next.is_some() {
        return sure(Role::Title, 0.8, "it is the first line, short, and other lines follow");
    }
    if run >= LINK_LIST {
        let because = format!("{run} short lines in a row without a full stop");
        return Verdict { role: Role::Navigation, confidence: 0.7, because };
    }
    let before_prose =
        next.is_some_and(|(next, text)| is_sentence(text) && (next.blank_before > 0 || line.blank_before > 0));
    if is_short && is_open && before_prose {
        return sure(Role::Heading, 0.7, "it is short, no sentence, and running text follows");
    }
    sure(
        Role::Paragraph,
        if is_open { 0.4 } else { 0.8 },
        if is_open { "nothing tells it from running text" } else { "it ends as a sentence does" },
    )
}

/// For each line the length of the run of short open lines that it is in.
fn link_runs(texts: &[&str]) -> Vec<usize> {
    let is_link = |text: &&str| text.chars().count() <= LONGEST_HEADING && !is_sentence(text) && !is_item(text);
    texts
        .chunk_by(|a, b| is_link(a) == is_link(b))
        .flat_map(|chunk| {
            let length = if chunk.first().is_some_and(is_link) { chunk.len() } else { 0 };
            std::iter::repeat_n(length, chunk.len())
        })
        .collect()
}

/// Whether a line ends as a sentence does, closing brackets and reference marks aside.
fn is_sentence(text: &str) -> bool {
    let tail = text.trim_end_matches(|c: char| c.is_ascii_digit() || "]」』)）”\"'’".contains(c)).trim_end_matches('[');
    tail.ends_with(['。', '！', '？', '!', '?', '.', '．', '…'])
}

fn is_item(text: &str) -> bool {
    text.starts_with(['•', '・', '●', '○', '■', '□', '◆', '◇', '▶', '▼', '✓', '‣', '◦'])
        || ["- ", "* ", "– ", "— "].iter().any(|mark| text.starts_with(mark))
}

/// The date a block of that role prints, in ISO 8601.
pub fn published(text: &str, block: &Block) -> Option<String> {
    if block.role != Role::Date {
        return None;
    }
    let captures = DATE.as_ref()?.captures(block.span.of(text))?;
    let part = |group| captures.get(group)?.as_str().parse::<u32>().ok();
    let (year, month, day) = (part(1)?, part(2)?, part(3)?);
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then(|| format!("{year:04}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use crate::{Analyzer, Options};

    #[test]
    fn surest_roles() {
        let text = "新しい電池の話\n\n公開日: 2025年3月4日 18:40\n\n研究の背景\n\n電池は広く使われている。\n\n• 軽い\n• 長く使える\n";
        let report = Analyzer::new().analyze(text, &Options::default()).unwrap();
        let roles: Vec<_> = report.blocks.iter().map(|block| format!("{:?}", block.role)).collect();
        assert_eq!(roles, ["Title", "Date", "Heading", "Paragraph", "ListItem", "ListItem"]);
        assert_eq!(report.metadata.published.as_deref(), Some("2025-03-04"));
    }
}
