//! The count that a page prints of itself, and which counting rule over which blocks reproduces it.

use super::{characters, reading};
use crate::blocks::cues::{self, PrintedCounts};
use crate::languages;
use crate::options::{MessageLanguage, Wording};
use crate::report::{Block, PrintedCount, Role};
use crate::span::Span;
use regex::Regex;
use std::sync::LazyLock;

/// What a page may count, in the order in which it is looked for: one group of the pattern holds the number.
static PATTERNS: LazyLock<[(Unit, Option<Regex>); 3]> = LazyLock::new(|| {
    let pattern = |unit, of: fn(&PrintedCounts) -> &'static [&'static str]| {
        let pieces: Vec<&str> =
            languages::ALL.into_iter().flat_map(|language| of(&language.zones.printed)).copied().collect();
        (unit, Regex::new(&pieces.join("|").replace("NUMBER", NUMBER)).ok())
    };
    [
        pattern(Unit::Characters, |printed| printed.characters),
        pattern(Unit::Words, |printed| printed.words),
        pattern(Unit::Minutes, |printed| printed.minutes),
    ]
});

/// The number of characters or words of an article.
const NUMBER: &str = r"\d{1,3}(?:[,，]\d{3})+|\d{2,7}";

#[derive(Clone, Copy, PartialEq)]
enum Unit {
    Characters,
    Words,
    Minutes,
}

/// The roles whose blocks a page may count, by name.
const SETS: [(Wording, &[Role]); 10] = [
    (("the counted blocks", "数えた行"), &Role::COUNTED),
    (
        ("the counted blocks and advertisements among them", "数えた行と間の広告"),
        &[Role::Heading, Role::Paragraph, Role::ListItem, Role::Quote, Role::Advertisement],
    ),
    (
        ("the counted blocks, captions and advertisements among them", "数えた行、写真説明、間の広告"),
        &[Role::Heading, Role::Paragraph, Role::ListItem, Role::Quote, Role::Advertisement, Role::Caption],
    ),
    (
        ("the counted blocks, captions, code and tables", "数えた行、写真説明、コード、表"),
        &[Role::Heading, Role::Paragraph, Role::ListItem, Role::Quote, Role::Caption, Role::Code, Role::Table],
    ),
    (("the counted blocks without headings", "見出しを除く数えた行"), &[Role::Paragraph, Role::ListItem, Role::Quote]),
    (("paragraphs", "段落"), &[Role::Paragraph]),
    (("paragraphs and advertisements among them", "段落と間の広告"), &[Role::Paragraph, Role::Advertisement]),
    (
        ("the counted blocks, captions and references", "数えた行、写真説明、参考文献"),
        &[Role::Heading, Role::Paragraph, Role::ListItem, Role::Quote, Role::Caption, Role::References],
    ),
    (
        (
            "the counted blocks, captions, advertisements, references and notices",
            "数えた行、写真説明、広告、参考文献、注意書き",
        ),
        &[
            Role::Heading,
            Role::Paragraph,
            Role::ListItem,
            Role::Quote,
            Role::Caption,
            Role::Advertisement,
            Role::References,
            Role::Disclaimer,
        ],
    ),
    (("all blocks from the first counted to the last", "数えた最初の行から最後の行まで"), &Role::ALL),
];

/// Words or characters a minute that pages reckon with.
const SPEEDS: [f64; 9] = [200.0, 238.0, 250.0, 265.0, 225.0, 275.0, 400.0, 500.0, 600.0];

/// Where a count is looked for: in lines that say nothing else, then in those about the article, then in others that are
/// no part of it, but for titles, which may speak of the length of anything.
const PLACES: [fn(&Block, &str) -> bool; 3] = [
    |_, line| cues::is_length(line),
    |block, _| matches!(block.role, Role::Metadata | Role::Byline | Role::Date),
    |block, _| !Role::COUNTED.contains(&block.role) && block.role != Role::Title,
];
/// A line with a count is no longer, in bytes.
const LONGEST: u32 = 200;

/// The count that a page prints beside its article.
pub fn find(text: &str, blocks: &[Block], language: MessageLanguage) -> Option<PrintedCount> {
    let short = || blocks.iter().filter(|block| block.span.len() <= LONGEST as usize);
    PLACES.iter().find_map(|is_place| {
        let lines: Vec<(&Block, &str)> = short().map(|block| (block, block.span.of(text))).collect();
        let lines: Vec<_> = lines.into_iter().filter(|(block, line)| is_place(block, line)).collect();
        PATTERNS.iter().find_map(|(unit, pattern)| {
            let pattern = pattern.as_ref()?;
            lines.iter().find_map(|(block, line)| read((text, blocks), (*unit, pattern), (block, line), language))
        })
    })
}

fn read(
    (text, blocks): (&str, &[Block]),
    (unit, pattern): (Unit, &Regex),
    (block, line): (&Block, &str),
    language: MessageLanguage,
) -> Option<PrintedCount> {
    let captures = pattern.captures(line)?;
    let count = captures.iter().skip(1).flatten().next()?;
    let digits = count.as_str().chars().filter_map(|c| c.to_digit(10).or_else(|| wide_digit(c)));
    let value = digits.fold(0u32, |value, digit| value.saturating_mul(10).saturating_add(digit));
    let end = captures.get(0)?.end();
    let before = line.get(..count.start()).unwrap_or("").trim_end();
    let mut hidden = languages::ALL.into_iter().flat_map(|language| language.zones.printed.hidden);
    if hidden.any(|words| before.ends_with(words)) {
        return None;
    }
    let is_about = cues::about().any(|word| before.ends_with(word));
    let rule = match unit {
        Unit::Minutes => rule_of_minutes(text, blocks, f64::from(value), language),
        _ => {
            let step = if is_about { step(value) } else { 1 };
            rule_of_counts((text, blocks), unit, (value, step), language)
        }
    };
    let span = Span::new(count.start(), end).shifted(block.span.start as usize);
    Some(PrintedCount { span, value: f64::from(value), rule })
}

fn wide_digit(c: char) -> Option<u32> {
    matches!(c, '０'..='９').then(|| c as u32 - '０' as u32)
}

/// What a round number is rounded to: the place of its last digit that is not 0, at most thousands.
fn step(value: u32) -> u32 {
    [1000, 100, 10].into_iter().find(|step| value.is_multiple_of(*step)).unwrap_or(1)
}

/// The texts of the blocks of some roles from the first counted block to the last, with or without the white space
/// around each line.
fn chosen<'t>(text: &'t str, blocks: &[Block], roles: &[Role], trimmed: bool) -> Vec<&'t str> {
    let is_counted = |block: &Block| Role::COUNTED.contains(&block.role);
    let first = blocks.iter().position(is_counted).unwrap_or(0);
    // References stand below the article's text and are its author's.
    let is_below = |block: &Block| block.role == Role::References && roles != Role::ALL && roles.contains(&block.role);
    let end = blocks.iter().rposition(|block| is_counted(block) || is_below(block)).map_or(0, |last| last + 1);
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

/// The first rule by which some blocks have the count, where `step` is what it is rounded to.
fn rule_of_counts(
    (text, blocks): (&str, &[Block]),
    unit: Unit,
    (value, step): (u32, u32),
    language: MessageLanguage,
) -> Option<String> {
    let rounded = match step {
        1 => String::new(),
        _ => language.with((", rounded to {}", "、{}単位"), &[&step.to_string()]),
    };
    for (name, roles) in SETS {
        for (trimmed, around) in [(true, ("", "")), (false, (", white space around lines too", "、行の前後の空白も"))]
        {
            let chosen = chosen(text, blocks, roles, trimmed).join("\n");
            let rules = match unit {
                Unit::Words => vec![(WORDS, reading::load(&chosen).words)],
                _ => counts_of(&chosen).to_vec(),
            };
            let fits = |count: u32| (f64::from(count) / f64::from(step)).round() * f64::from(step) == f64::from(value);
            if let Some((rule, _)) = rules.iter().find(|(_, count)| fits(*count)) {
                let parts = [language.of(*rule), language.of(name), language.of(around), &rounded];
                return Some(language.with(("{}, over {}{}{}", "{}（{}{}{}）"), &parts));
            }
        }
    }
    None
}

/// The counts of characters that pages print, by their rules.
fn counts_of(text: &str) -> [(Wording, u32); 4] {
    let counts = characters::count(text);
    [
        (("characters without line breaks", "改行を除く文字数"), counts.without_line_breaks),
        (("all characters", "すべての文字数"), counts.all),
        (("characters without white space", "空白と改行を除く文字数"), counts.without_both),
        (("characters without spaces, line breaks counted", "空白を除き改行を数える文字数"), counts.without_spaces),
    ]
}

fn rule_of_minutes(text: &str, blocks: &[Block], value: f64, language: MessageLanguage) -> Option<String> {
    let load = reading::load(&chosen(text, blocks, &Role::COUNTED, true).join("\n"));
    let is_dense = load.characters > load.words;
    let (amount, unit) = if is_dense { (load.characters, CHARACTERS) } else { (load.words, WORDS) };
    SPEEDS.into_iter().filter(|speed| is_dense == (*speed >= 400.0)).find_map(|speed| {
        let minutes = f64::from(amount) / speed;
        let how = if minutes.ceil() == value {
            ("rounded up", "切り上げ")
        } else if minutes.round() == value {
            ("rounded", "四捨五入")
        } else {
            return None;
        };
        let parts = [language.of(unit), &speed.to_string(), language.of(how)];
        Some(language.with(("{} of the counted blocks at {} a minute, {}", "数えた行の{}、1分に{}、{}"), &parts))
    })
}

/// What is counted.
const CHARACTERS: Wording = ("characters", "文字数");
const WORDS: Wording = ("words", "語数");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_told_in_the_readers_language() {
        let article = "川の水は澄んでいる。\n\n魚も戻ってきた。岸には人が集まり、夏の朝を静かに待っている。";
        let table = [
            (MessageLanguage::En, "40文字", "characters without line breaks, over the counted blocks"),
            (MessageLanguage::Ja, "40文字", "改行を除く文字数（数えた行）"),
            (MessageLanguage::Ja, "約40文字", "改行を除く文字数（数えた行、10単位）"),
            (MessageLanguage::Ja, "1分で読めます", "数えた行の文字数、1分に400、切り上げ"),
        ];
        for (message_language, printed, expected) in table {
            let options = crate::Options { message_language, ..Default::default() };
            let text = format!("川の朝\n\n{printed}\n\n{article}");
            let report = crate::Analyzer::new().analyze(&text, &options).unwrap();
            let rule = report.metadata.printed_count.as_ref().and_then(|count| count.rule.as_deref());
            assert_eq!(rule, Some(expected), "{printed}");
        }
    }

    #[test]
    fn counts_that_pages_print() {
        let table = [
            ("a number and its unit", Role::Metadata, "6,922 文字", Some(6922.0)),
            ("wide digits", Role::Metadata, "１，２４８文字", Some(1248.0)),
            ("about", Role::Metadata, "約3,200字", Some(3200.0)),
            ("a label before it", Role::Metadata, "文字数：6,922", Some(6922.0)),
            ("a label of several words", Role::Navigation, "この記事の文字数：約4,100文字", Some(4100.0)),
            ("a sentence, whatever it is told", Role::Title, "この記事は1,248文字です", Some(1248.0)),
            ("both: characters before minutes", Role::Metadata, "2,310文字／4分で読めます", Some(2310.0)),
            ("minutes", Role::Metadata, "3分で読めます", Some(3.0)),
            ("minutes in a sentence", Role::Metadata, "この記事は約5分で読み終わります", Some(5.0)),
            ("minutes behind a label", Role::Metadata, "読了時間：約4分", Some(4.0)),
            ("minutes behind a longer one", Role::Metadata, "読了時間の目安：約12分", Some(12.0)),
            (
                "characters and minutes in a sentence",
                Role::Paragraph,
                "この記事は約3,200文字、5分ほどで読めます",
                Some(3200.0),
            ),
            ("Chinese characters", Role::Metadata, "字数：2,150", Some(2150.0)),
            ("Chinese minutes", Role::Metadata, "阅读时长约 6 分钟", Some(6.0)),
            ("English characters", Role::Metadata, "4,310 characters", Some(4310.0)),
            ("English minutes", Role::Metadata, "5 min read", Some(5.0)),
            ("English minutes behind a label", Role::Metadata, "Reading time: 7 minutes", Some(7.0)),
            ("English words", Role::Byline, "By the desk | 1,204 words", Some(1204.0)),
            ("a title that speaks of a length", Role::Title, "400字で書く自己紹介のこつ", None),
            ("what is hidden", Role::Navigation, "残り1,204文字", None),
            ("a date", Role::Date, "2025年3月4日 18:40", None),
        ];
        for (what, role, line, expected) in table {
            let block = Block {
                span: Span::new(0, line.len()),
                role,
                language: "ja".to_owned(),
                confidence: 1.0,
                counted: false,
                duplicate_of: None,
                because: Vec::new(),
            };
            assert_eq!(find(line, &[block], MessageLanguage::En).map(|count| count.value), expected, "{what}: {line}");
        }
    }
}
