//! Words that hold a claim back, and what they hold back.

use super::line::{Line, is_han, is_hiragana, is_katakana};
use super::phrases::{Phrases, Table};
use crate::letters::is_one_of;
use crate::report::{Hedge, HedgeKind};
use crate::span::Span;

/// A hedge of a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hedging {
    /// What it holds back.
    pub kind: HedgeKind,
    /// On which side its scope lies.
    pub scope: Scope,
}

/// On which side of a hedge its scope lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The clause that it ends.
    Before,
    /// The clause that it begins.
    After,
}

/// The tables of a language.
pub struct HedgeRules {
    /// Hedges.
    pub hedges: &'static Table<Hedging>,
    /// Longer words that hold one and are none.
    pub guards: &'static Table<()>,
    /// Characters that part clauses.
    pub clause_marks: &'static [char],
}

/// The tables of a language, indexed.
pub struct Hedges {
    rules: &'static HedgeRules,
    hedges: Phrases<Hedging>,
    guards: Phrases<()>,
}

impl Hedges {
    /// Indexes the tables of a language.
    pub fn new(rules: &'static HedgeRules) -> Self {
        Hedges { rules, hedges: Phrases::new(&[rules.hedges]), guards: Phrases::new(&[rules.guards]) }
    }
}

/// The clause of a hedge is no longer than this many characters.
const LONGEST: usize = 200;

/// A number and its counter are no longer than this.
const NEAR_NUMBER: usize = 10;

/// The hedges of one sentence, in order.
pub fn find(text: &str, sentence: Span, rules: &Hedges) -> Vec<Hedge> {
    let line = Line::new(sentence.of(text), sentence.start);
    let mut found = Vec::new();
    let mut position = 0;
    while position < line.length() {
        if let Some((end, ())) = rules.guards.at(&line, position) {
            position = end;
            continue;
        }
        let Some((end, hedging)) = rules.hedges.at(&line, position) else {
            position += 1;
            continue;
        };
        if !is_of_number(&line, position, hedging) {
            position = end;
            continue;
        }
        found.push(Hedge {
            span: line.span(position, end),
            kind: hedging.kind,
            scope: scope(&line, position, end, hedging.scope, rules.rules),
        });
        position = end;
    }
    found
}

/// Whether a word such as ほど stands after a number, where it makes it rough; elsewhere it compares. Only scripts that
/// write it straight after the counter are judged.
fn is_of_number(line: &Line, position: usize, hedging: &Hedging) -> bool {
    let joined =
        is_han(line.before(position)) || is_katakana(line.before(position)) || is_hiragana(line.before(position));
    let rough = hedging.kind == HedgeKind::Approximation && hedging.scope == Scope::Before;
    let is_numeral = |c: char| c.is_ascii_digit() || is_one_of(c, "〇一二三四五六七八九十百千万億兆数半何");
    let start = position.saturating_sub(NEAR_NUMBER);
    !rough || !joined || (start..position).any(|place| is_numeral(line.at(place)))
}

fn scope(line: &Line, start: usize, end: usize, side: Scope, rules: &HedgeRules) -> Option<Span> {
    let (from, to) = match side {
        Scope::Before => (clause_start(line, start, rules), start),
        Scope::After => (end, clause_end(line, end, rules)),
    };
    let from = line.skip_spaces(from).min(to);
    (from < line.skip_spaces_back(to)).then(|| line.span(from, line.skip_spaces_back(to)))
}

/// Marks that open and close what is quoted or put in brackets.
const OPENING: &str = "「『(“";
const CLOSING: &str = "」』)”";

/// Whether the character at a position parts clauses; the comma of 5,890 does not.
fn parts(line: &Line, position: usize, rules: &HedgeRules) -> bool {
    let in_number = is_one_of(line.at(position), ",.")
        && line.before(position).is_ascii_digit()
        && line.at(position + 1).is_ascii_digit();
    rules.clause_marks.contains(&line.at(position)) && !in_number
}

/// Where the clause that ends at a position begins: after a mark, or after the quotation mark that it stands behind.
fn clause_start(line: &Line, position: usize, rules: &HedgeRules) -> usize {
    let (mut start, mut depth) = (position, 0usize);
    while start > 0 && position - start < LONGEST && !parts(line, start - 1, rules) {
        let character = line.before(start);
        if is_one_of(character, CLOSING) {
            depth += 1;
        } else if is_one_of(character, OPENING) {
            let Some(inside) = depth.checked_sub(1) else { break };
            depth = inside;
        }
        start -= 1;
    }
    start
}

/// Where the clause that begins at a position ends.
fn clause_end(line: &Line, position: usize, rules: &HedgeRules) -> usize {
    let (mut end, mut depth) = (position, 0usize);
    while end < line.length() && end - position < LONGEST && !parts(line, end, rules) {
        let character = line.at(end);
        if is_one_of(character, OPENING) {
            depth += 1;
        } else if is_one_of(character, CLOSING) {
            let Some(inside) = depth.checked_sub(1) else { break };
            depth = inside;
        }
        end += 1;
    }
    end
}
