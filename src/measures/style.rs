//! Notes on style: each language has a table of rules, and each rule is a small named thing.
//!
//! A rule says where it looks; quotations, headings and lists are left alone unless it asks for them. Every rule can
//! be switched off, and those that are right too seldom are off unless they are asked for.

use super::counted::Passage;
use crate::article::Article;
use crate::languages::{self, Language};
use crate::options::{MessageLanguage, Wording};
use crate::order::Order;
use crate::report::{Role, Severity, StyleNote};
use crate::span::Span;
use crate::tokens::Token;
use regex::Regex;
use std::borrow::Cow;
use std::sync::OnceLock;

/// One rule.
#[derive(Clone, Copy)]
pub struct Rule {
    /// Its name, the same in every language that has such a rule.
    pub name: &'static str,
    /// How grave its notes are.
    pub severity: Severity,
    /// Whether it is on unless switched off.
    pub on: bool,
    /// Where it looks.
    pub places: Places,
    /// Whether it looks into quotations.
    pub quotations: bool,
    /// What it looks for.
    pub check: Check,
}

/// The blocks that a rule looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Places {
    /// Paragraphs.
    Paragraphs,
    /// Paragraphs and items of lists.
    Prose,
    /// Every counted block.
    Everywhere,
}

impl Places {
    fn include(self, role: Role) -> bool {
        match self {
            Places::Paragraphs => role == Role::Paragraph,
            Places::Prose => matches!(role, Role::Paragraph | Role::ListItem),
            Places::Everywhere => true,
        }
    }
}

/// What a rule looks for.
#[derive(Clone, Copy)]
pub enum Check {
    /// Something in one sentence.
    Sentence(fn(&Line<'_>, &mut Notes)),
    /// Something between sentences.
    Article(fn(&[Line<'_>], &mut Notes)),
    /// Certain phrases.
    Phrases(&'static Phrases),
}

impl Rule {
    /// A rule on paragraphs, off in quotations, for information.
    pub const fn new(name: &'static str, check: Check) -> Self {
        Rule { name, severity: Severity::Info, on: true, places: Places::Paragraphs, quotations: false, check }
    }

    /// The same as a warning, in every block and in quotations too: what it finds is wrong wherever it stands.
    pub const fn anywhere(self) -> Self {
        Rule { severity: Severity::Warning, places: Places::Everywhere, quotations: true, ..self }
    }

    /// The same for items of lists too.
    pub const fn in_lists(self) -> Self {
        Rule { places: Places::Prose, ..self }
    }

    /// The same, off unless asked for.
    pub const fn off(self) -> Self {
        Rule { on: false, ..self }
    }
}

/// Phrases that a rule notes, each with what to say of it.
pub struct Phrases {
    message: Wording,
    advice: Wording,
    table: &'static [(&'static str, &'static str)],
    compiled: OnceLock<Option<Regex>>,
}

impl Phrases {
    /// Patterns without capture groups. In `message`, `{}` stands for the text found.
    pub const fn new(message: Wording, table: &'static [(&'static str, &'static str)]) -> Self {
        Self::advising(message, message, table)
    }

    /// Patterns, each with what to write in its place. In `advice`, the first `{}` stands for the text found and the second for
    /// what to write; `message` is for those with nothing to write.
    pub const fn advising(advice: Wording, message: Wording, table: &'static [(&'static str, &'static str)]) -> Self {
        Phrases { message, advice, table, compiled: OnceLock::new() }
    }

    /// One pattern for all, a group for each; `None` only for a table that is no pattern, which the tests rule out.
    pub fn regex(&self) -> Option<&Regex> {
        let compile = || {
            let groups: Vec<String> = self.table.iter().map(|(pattern, _)| format!("({pattern})")).collect();
            Regex::new(&groups.join("|")).ok()
        };
        self.compiled.get_or_init(compile).as_ref()
    }

    fn check(&self, line: &Line<'_>, notes: &mut Notes) {
        let Some(regex) = self.regex() else { return };
        for captures in regex.captures_iter(line.passage.text) {
            let groups = captures.iter().skip(1).zip(self.table);
            for (found, (_, advice)) in groups.filter_map(|(found, entry)| Some((found?, entry))) {
                // A pattern can ask for the end of the sentence; the mark itself is no part of what is noted.
                let words = found.as_str().trim_end_matches(['。', '．']);
                let wording = if advice.is_empty() { self.message } else { self.advice };
                notes.add(line.span(found.start(), found.start() + words.len()), wording, &[words, advice]);
            }
        }
    }
}

/// A sentence as the rules see it.
pub struct Line<'a> {
    /// The sentence.
    pub passage: Passage<'a>,
    /// Its quotations, brackets included, in UTF-8 bytes of the article.
    pub quotations: Vec<Span>,
}

impl<'a> Line<'a> {
    /// A sentence with its quotations.
    pub fn new(passage: Passage<'a>) -> Self {
        let inside = quotations(passage.text).into_iter();
        Line { passage, quotations: inside.map(|span| span.shifted(passage.start as usize)).collect() }
    }

    /// A stretch of the sentence, in bytes of it, as a span of the article.
    pub fn span(&self, start: usize, end: usize) -> Span {
        Span::new(start, end).shifted(self.passage.start as usize)
    }

    /// All of the sentence.
    pub fn whole(&self) -> Span {
        self.span(0, self.passage.text.len())
    }

    /// The text under a span.
    pub fn text(&self, span: Span) -> &'a str {
        span.of(self.passage.article)
    }

    /// A token's form.
    pub fn form(&self, token: &Token<'_>) -> &'a str {
        self.text(token.span)
    }

    /// A token's dictionary form.
    pub fn lemma(&self, token: &Token<'_>) -> Cow<'a, str> {
        token.lemma(self.passage.article)
    }

    /// Whether a span lies in a quotation.
    pub fn is_quoted(&self, span: Span) -> bool {
        let next = self.quotations.partition_point(|quotation| quotation.end <= span.start);
        self.quotations.get(next).is_some_and(|quotation| quotation.contains(span))
    }

    /// The tokens outside quotations.
    pub fn own_tokens(&self) -> impl Iterator<Item = &'a Token<'a>> {
        self.passage.tokens.iter().filter(|token| !self.is_quoted(token.span))
    }
}

/// Opening and closing marks of quotations.
const QUOTES: [(char, char); 6] = [('「', '」'), ('『', '』'), ('“', '”'), ('《', '》'), ('"', '"'), ('〝', '〟')];

/// The quotations of a sentence, outermost only; one that does not close ends with the sentence.
fn quotations(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    // The mark that closes the outermost quotation, where it began, and how many of its kind are open.
    let mut open: Option<(char, char, usize, usize)> = None;
    for (offset, character) in text.char_indices() {
        open = match open {
            Some((_, closing, start, 1)) if character == closing => {
                found.push(Span::new(start, offset + character.len_utf8()));
                None
            }
            Some((opening, closing, start, depth)) if character == closing => {
                Some((opening, closing, start, depth - 1))
            }
            Some((opening, closing, start, depth)) if character == opening => {
                Some((opening, closing, start, depth + 1))
            }
            Some(state) => Some(state),
            None => QUOTES
                .iter()
                .find(|(opening, _)| *opening == character)
                .map(|(opening, closing)| (*opening, *closing, offset, 1)),
        };
    }
    found.extend(open.map(|(_, _, start, _)| Span::new(start, text.len())));
    found
}

/// What the rules have found, in the reader's language.
#[derive(Debug)]
pub struct Notes {
    language: MessageLanguage,
    found: Vec<(Span, String)>,
}

impl Notes {
    fn new(language: MessageLanguage) -> Self {
        Notes { language, found: Vec::new() }
    }

    /// Adds a note, with each of `what` in the place of one `{}` of its words.
    pub fn add(&mut self, span: Span, wording: Wording, what: &[&str]) {
        self.found.push((span, self.language.with(wording, what)));
    }
}

/// The notes of the rules that are on, over the counted blocks, each by the rules of its own language, in order.
pub fn style(article: &Article<'_>, counted: &[Passage<'_>]) -> Vec<StyleNote> {
    let mut notes = Vec::new();
    for language in languages::ALL {
        let own = counted.iter().filter(|passage| passage.language.code == language.code);
        let lines: Vec<Line<'_>> = own.copied().map(Line::new).collect();
        rules(article, language).for_each(|rule| run(rule, &lines, article.options.message_language, &mut notes));
    }
    notes.order_by(|a, b| (a.span, &a.rule).cmp(&(b.span, &b.rule)));
    notes
}

/// The rules of a language that are on.
fn rules<'a>(article: &'a Article<'_>, language: &'static Language) -> impl Iterator<Item = &'static Rule> + 'a {
    let listed = |list: &[String], rule: &Rule| list.iter().any(|name| name == rule.name);
    let options = article.options;
    language
        .style
        .iter()
        .filter(move |rule| !listed(&options.disabled_rules, rule) && (rule.on || listed(&options.enabled_rules, rule)))
}

fn run(rule: &Rule, lines: &[Line<'_>], language: MessageLanguage, notes: &mut Vec<StyleNote>) {
    let mut found = Notes::new(language);
    let in_place = |line: &&Line<'_>| rule.places.include(line.passage.block.role);
    match rule.check {
        Check::Sentence(check) => lines.iter().filter(in_place).for_each(|line| {
            let mut own = Notes::new(language);
            check(line, &mut own);
            keep(rule, line, own, &mut found);
        }),
        Check::Phrases(phrases) => lines.iter().filter(in_place).for_each(|line| {
            let mut own = Notes::new(language);
            phrases.check(line, &mut own);
            keep(rule, line, own, &mut found);
        }),
        Check::Article(check) => check(lines, &mut found),
    }
    notes.extend(found.found.into_iter().map(|(span, message)| StyleNote {
        span,
        rule: rule.name.to_owned(),
        message,
        severity: rule.severity,
    }));
}

/// Keeps the notes on a sentence, those in quotations only for a rule that looks there.
fn keep(rule: &Rule, line: &Line<'_>, own: Notes, found: &mut Notes) {
    found.found.extend(own.found.into_iter().filter(|(span, _)| rule.quotations || !line.is_quoted(*span)));
}

/// Of phrases that hold a claim back, in any language.
pub const HEDGING: Wording = (
    "\u{201c}{}\u{201d} holds the claim back. Say it plainly if the evidence is there.",
    "「{}」は断定を避ける言い方です。根拠があれば言い切ると伝わりやすくなります。",
);

/// Of phrases that stand in many texts and say little in any.
pub const STOCK_PHRASE: Wording = (
    "\u{201c}{}\u{201d} is a stock phrase. A fact or a figure says more.",
    "「{}」は定型・誇張表現です。具体的な事実や数字があれば、そちらが伝わります。",
);

/// What the tests of the rules share.
#[cfg(test)]
pub mod testing {
    use crate::Options;
    use crate::measures::testing::prose;
    use crate::report::OffsetUnit;

    /// Holds a rule to a table of texts, each with the stretches it must mark, joined by `|`; none is a miss.
    pub fn check(rule: &str, table: &[(&str, &str)]) {
        for (text, expected) in table {
            let enabled_rules = vec![rule.to_owned()];
            let report = prose(text, Options { enabled_rules, offsets: OffsetUnit::Byte, ..Options::default() });
            let own = report.style.iter().filter(|note| note.rule == rule);
            let found: Vec<_> = own.map(|note| note.span.of(text)).collect();
            assert_eq!(found.join("|"), *expected, "{rule}: {text}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn tables_are_sound() {
        for language in languages::ALL {
            let names: HashSet<_> = language.style.iter().map(|rule| rule.name).collect();
            assert_eq!(names.len(), language.style.len(), "two rules of one name in {}", language.code);
            for rule in language.style {
                let Check::Phrases(phrases) = rule.check else { continue };
                let regex = phrases.regex().unwrap_or_else(|| panic!("{} has no pattern", rule.name));
                assert_eq!(regex.captures_len(), phrases.table.len() + 1, "{} has groups of its own", rule.name);
                // The tests are built with tables of case that the core lacks: there such a pattern would be none.
                let is_plain =
                    regex.as_str().match_indices("(?i").all(|(at, _)| regex.as_str()[at..].starts_with("(?i-u"));
                assert!(is_plain, "{} folds the case of all of Unicode", rule.name);
            }
        }
    }

    #[test]
    fn quoted_stretches() {
        let table = [
            ("", ""),
            ("彼は「来る「今」と」言い、『本』を出した。", "「来る「今」と」|『本』"),
            ("He said \"no\" and “yes”.", "\"no\"|“yes”"),
            ("閉じない「まま", "「まま"),
            ("閉じるだけ」", ""),
        ];
        for (text, expected) in table {
            let found: Vec<_> = quotations(text).into_iter().map(|span| span.of(text)).collect();
            assert_eq!(found.join("|"), expected, "{text}");
        }
    }

    #[test]
    fn notes_are_in_the_readers_language() {
        use crate::Options;
        use crate::measures::testing::prose;
        let table = [
            (
                "まず最初に電源を入れる。",
                "“まず最初に” can be shortened to “最初に”.",
                "「まず最初に」は「最初に」と短く書けます。",
            ),
            (
                "調査を行う。",
                "“調査を行う” can be shortened to “調査する”.",
                "「調査を行う」は「調査する」と短く書けます。",
            ),
            ("彼は「行くと言った。", "This bracket is never closed.", "この括弧は閉じていません。"),
            (
                "They left the house in order to eat at the new place.",
                "“in order to” can be shortened: to.",
                "「in order to」は短く書けます：to",
            ),
            (
                "They were in the process of eating at the new place.",
                "“in the process of” can be left out.",
                "「in the process of」は省けます。",
            ),
            ("They left the the house and went away.", "“the” stands twice.", "「the」が二度続いています。"),
        ];
        for (text, english, japanese) in table {
            for (message_language, expected) in [(MessageLanguage::En, english), (MessageLanguage::Ja, japanese)] {
                let report = prose(text, Options { message_language, ..Options::default() });
                let told: Vec<_> = report.style.iter().map(|note| note.message.as_str()).collect();
                assert_eq!(told, [expected], "{text}");
            }
        }
    }

    #[test]
    fn rules_are_switched_off_by_name() {
        use crate::Options;
        use crate::measures::testing::prose;
        let text = format!("{}。", "長い文".repeat(40));
        let has = |options| prose(&text, options).style.iter().any(|note| note.rule == "long-sentence");
        assert!(has(Options::default()));
        assert!(!has(Options { disabled_rules: vec!["long-sentence".to_owned()], ..Options::default() }));
    }
}
