//! The count that a page prints of itself, and which counting rule over which blocks reproduces it.

use super::{characters, reading};
use crate::report::{Block, PrintedCount, Role};
use crate::span::Span;
use regex::Regex;
use std::sync::LazyLock;

static CHARACTERS: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?:^|[^\d,])(?<count>\d{1,3}(?:,\d{3})+|\d{2,7})\s?(?:文字|字)").ok());
static MINUTES: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?<count>\d{1,3})[\s-]?(?:min(?:ute)?s?\.?\s(?:to\s)?read|分で読め)|(?:読了時間|読了目安|この記事は約?)[^\d]{0,6}(?<count2>\d{1,3})\s?分").ok()
});

/// The roles whose blocks a page may count, by name.
const SETS: [(&str, &[Role]); 6] = [
    ("the counted blocks", &Role::COUNTED),
    (
        "the counted blocks and advertisements among them",
        &[Role::Heading, Role::Paragraph, Role::ListItem, Role::Quote, Role::Advertisement],
    ),
    (
        "the counted blocks, captions and advertisements among them",
        &[Role::Heading, Role::Paragraph, Role::ListItem, Role::Quote, Role::Advertisement, Role::Caption],
    ),
    (
        "the counted blocks, captions, code and tables",
        &[Role::Heading, Role::Paragraph, Role::ListItem, Role::Quote, Role::Caption, Role::Code, Role::Table],
    ),
    ("paragraphs", &[Role::Paragraph]),
    ("all blocks from the first counted to the last", &Role::ALL),
];

/// Words or characters a minute that pages reckon with.
const SPEEDS: [f64; 9] = [200.0, 238.0, 250.0, 265.0, 225.0, 275.0, 400.0, 500.0, 600.0];

/// The first count that a page prints beside its article.
pub fn find(text: &str, blocks: &[Block]) -> Option<PrintedCount> {
    let outside = blocks.iter().filter(|block| !Role::COUNTED.contains(&block.role) && block.span.len() <= 200);
    for block in outside {
        let line = block.span.of(text);
        let read = |pattern: &LazyLock<Option<Regex>>| {
            let captures = pattern.as_ref()?.captures(line)?;
            let count = captures.name("count").or_else(|| captures.name("count2"))?;
            let value: f64 = count.as_str().replace(',', "").parse().ok()?;
            let end = captures.get(0)?.end();
            Some((Span::new(count.start(), end).shifted(block.span.start as usize), value))
        };
        if let Some((span, value)) = read(&CHARACTERS) {
            return Some(PrintedCount { span, value, rule: rule_of_characters(text, blocks, value) });
        }
        if let Some((span, value)) = read(&MINUTES) {
            return Some(PrintedCount { span, value, rule: rule_of_minutes(text, blocks, value) });
        }
    }
    None
}

/// The texts of the blocks of some roles from the first counted block to the last, with or without the white space
/// around each line.
fn chosen<'t>(text: &'t str, blocks: &[Block], roles: &[Role], trimmed: bool) -> Vec<&'t str> {
    let is_counted = |block: &Block| Role::COUNTED.contains(&block.role);
    let first = blocks.iter().position(is_counted).unwrap_or(0);
    let end = blocks.iter().rposition(is_counted).map_or(0, |last| last + 1);
    let chosen = blocks.get(first..end).unwrap_or(&[]).iter().filter(|block| roles.contains(&block.role));
    chosen.map(|block| if trimmed { block.span.of(text) } else { whole_line(text, block.span) }).collect()
}

/// The line that a block stands in, with its white space and without its line break.
fn whole_line(text: &str, span: Span) -> &str {
    let before = text.get(..span.start as usize).unwrap_or("");
    let after = text.get(span.end as usize..).unwrap_or("");
    let start = before.trim_end_matches([' ', '\t', '\u{3000}', '\u{a0}']).len();
    let end = span.end as usize + (after.len() - after.trim_start_matches([' ', '\t', '\u{3000}', '\u{a0}']).len());
    text.get(start..end).unwrap_or("")
}

fn rule_of_characters(text: &str, blocks: &[Block], value: f64) -> Option<String> {
    for (name, roles) in SETS {
        for (trimmed, around) in [(true, ""), (false, ", white space around lines too")] {
            let counts = characters::count(&chosen(text, blocks, roles, trimmed).join("\n"));
            let rules = [
                ("characters without line breaks", counts.without_line_breaks),
                ("all characters", counts.all),
                ("characters without white space", counts.without_both),
                ("characters without spaces, line breaks counted", counts.without_spaces),
            ];
            if let Some((rule, _)) = rules.into_iter().find(|(_, count)| f64::from(*count) == value) {
                return Some(format!("{rule}, over {name}{around}"));
            }
        }
    }
    None
}

fn rule_of_minutes(text: &str, blocks: &[Block], value: f64) -> Option<String> {
    let load = reading::load(&chosen(text, blocks, &Role::COUNTED, true).join("\n"));
    let (amount, unit) =
        if load.characters > load.words { (load.characters, "characters") } else { (load.words, "words") };
    SPEEDS.into_iter().find_map(|speed| {
        let minutes = f64::from(amount) / speed;
        let how = if minutes.ceil() == value {
            "rounded up"
        } else if minutes.round() == value {
            "rounded"
        } else {
            return None;
        };
        let fits = (unit == "characters") == (speed >= 400.0);
        fits.then(|| format!("{unit} of the counted blocks at {speed} a minute, {how}"))
    })
}
