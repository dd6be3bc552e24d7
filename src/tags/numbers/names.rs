//! Digits that are part of a name and no number: GPT-4, 910c, 01.AI, 2.2.1, 080-6006-4451, [3], addresses.

use crate::letters::is_one_of;
use crate::tags::line::{Line, is_han, is_hiragana, is_katakana};
use std::ops::Range;

/// The stretches of a line whose digits are no numbers, in order.
pub fn find(line: &Line, letters_before: &[&str]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    if let Some(end) = enumeration(line) {
        found.push(0..end);
    }
    let mut position = found.last().map_or(0, |range: &Range<usize>| range.end);
    while position < line.length() {
        let run = line.run(position, is_joined);
        if run > position {
            position = in_run(line, position..run, letters_before, &mut found);
        } else if let Some(end) = reference(line, position) {
            found.push(position..end);
            position = end;
        } else {
            position += 1;
        }
    }
    found
}

/// Web and mail addresses, in order.
pub fn addresses(line: &Line) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut position = 0;
    while position < line.length() {
        let end = line.run(position, is_joined);
        if end > position && is_address(line.between(position, end)) {
            found.push(position..end);
        }
        position = end.max(position + 1);
    }
    found
}

fn is_address(run: &[char]) -> bool {
    // Every kind has one of these, and most words have none.
    if !run.iter().any(|character| matches!(character, ':' | '.')) {
        return false;
    }
    let text: String = run.iter().collect();
    let text = text.as_str();
    text.contains("://") || text.starts_with("www.") || is_domain(text) || is_mail(text)
}

/// Characters that hold a name together.
fn is_joined(character: char) -> bool {
    character.is_ascii_alphanumeric()
        || matches!(character, '.' | '_' | '-' | '/' | ':' | '@' | '%' | '&' | '?' | '=' | '#' | '~' | '+')
}

/// Finds the names of a run of joined characters and returns its end.
fn in_run(line: &Line, run: Range<usize>, letters_before: &[&str], found: &mut Vec<Range<usize>>) -> usize {
    if is_address(line.between(run.start, run.end)) {
        found.push(run.clone());
        return run.end;
    }
    let mut position = run.start;
    while position < run.end {
        if !line.at(position).is_ascii_digit() {
            position += 1;
            continue;
        }
        let digits = line.run(position, |c| c.is_ascii_digit());
        let chain = chain(line, position).max(lap(line, digits));
        if follows_letters(line, position, letters_before) || points_to_letters(line, digits) {
            let end = line.run(position, |c| c.is_ascii_alphanumeric() || is_one_of(c, "._-")).min(run.end).max(digits);
            let end = line.run_back(end, end - digits, |c| is_one_of(c, "._-")).max(digits);
            found.push(position..end);
            position = end;
        } else if chain > digits {
            found.push(position..chain);
            position = chain;
        } else {
            position = digits;
        }
    }
    run.end
}

fn is_domain(text: &str) -> bool {
    let host = text.split('/').next().unwrap_or("");
    text.contains('/')
        && host.contains('.')
        && host.split('.').all(|label| label.chars().any(|c| c.is_ascii_alphabetic()))
}

fn is_mail(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
}

/// Whether the digits at `position` go on a word: `H800`, `GPT-4`, `v2.0`.
fn follows_letters(line: &Line, position: usize, letters_before: &[&str]) -> bool {
    let before = line.before(position);
    if before.is_ascii_alphabetic() || before == '_' || before == '#' {
        let start = line.run_back(position, 8, |c| c.is_ascii_alphabetic());
        return !letters_before.contains(&line.text(start, position).as_str());
    }
    // HTTP/2, OS/2; but a price in JPY/100.
    let slash = position.saturating_sub(1);
    if before == '/' && line.before(slash).is_ascii_uppercase() && line.before(slash - 1).is_ascii_uppercase() {
        let start = line.run_back(slash, 8, |c| c.is_ascii_alphabetic());
        return !letters_before.contains(&line.text(start, slash).as_str());
    }
    // A hyphen joins to a word, but not to a unit: 5km-10km.
    let hyphen = position.saturating_sub(1);
    if before == '-' && line.before(hyphen).is_ascii_alphabetic() {
        let start = line.run_back(hyphen, 8, |c| c.is_ascii_alphabetic());
        let joins = letters_before.contains(&line.text(start, hyphen).as_str());
        return !joins && !line.before(start).is_ascii_digit();
    }
    before == '.' && line.before(hyphen).is_ascii_alphabetic()
}

/// Whether a point and a letter follow the digits, as in `01.AI`.
fn points_to_letters(line: &Line, digits: usize) -> bool {
    line.at(digits) == '.' && line.at(digits + 1).is_ascii_alphabetic() && line.at(digits + 2).is_ascii_alphabetic()
}

/// The end of three and more groups of digits joined by points or hyphens; `position` where there are fewer.
fn chain(line: &Line, position: usize) -> usize {
    let is_digit = |character: char| character.is_ascii_digit();
    for joint in ['.', '-'] {
        let mut end = line.run(position, is_digit);
        let mut groups = 1;
        while line.at(end) == joint && is_digit(line.at(end + 1)) {
            end = line.run(end + 1, is_digit);
            groups += 1;
        }
        if groups > 2 {
            return end;
        }
    }
    position
}

/// The end of a time that was run, whose minutes end at a position: 3:51.07. The position where it is none.
fn lap(line: &Line, minutes: usize) -> usize {
    let is_digit = |character: char| character.is_ascii_digit();
    let seconds = line.run(minutes + 1, is_digit);
    let hundredths = line.run(seconds + 1, is_digit);
    let is_lap =
        line.at(minutes) == ':' && seconds == minutes + 3 && line.at(seconds) == '.' && hundredths > seconds + 1;
    if is_lap { hundredths } else { minutes }
}

/// `[12]`, `[1, 2]`, ※1, 注2, 図3: reference marks.
fn reference(line: &Line, position: usize) -> Option<usize> {
    let is_mark = |character: char| character.is_ascii_digit() || is_one_of(character, ",- –、");
    let first = line.at(position);
    if !matches!(first, '[' | '〔' | '［' | '※' | '注' | '図' | '表' | '脚' | '†') {
        return None;
    }
    if is_one_of(first, "[〔［") {
        let end = line.run(position + 1, is_mark);
        return (end > position + 1 && is_one_of(line.at(end), "]〕］")).then_some(end + 1);
    }
    let after = ["※", "注", "図", "表", "脚注", "†"].iter().find_map(|mark| line.after(position, mark))?;
    let before = line.before(position);
    let starts_word = !is_han(before) && !is_katakana(before) && !before.is_ascii_digit();
    let end = line.run(after, |c| c.is_ascii_digit() || c == '-');
    // ※2026年 begins a note with a date.
    let is_note = line.at(position) == '※' && !is_one_of(line.at(end), "年月日");
    (end > after && starts_word && !is_hiragana(before) && line.at(position) != '※' || end > after && is_note)
        .then_some(end)
}

/// The number that a line or heading is counted with: `1. `, `(2)`, `3)`.
fn enumeration(line: &Line) -> Option<usize> {
    let open = if line.at(0) == '(' { 1 } else { 0 };
    let digits = line.run(open, |c| c.is_ascii_digit());
    if digits == open || digits - open > 2 {
        return None;
    }
    let next = line.at(digits + 1);
    let closes = match line.at(digits) {
        ')' => !is_one_of(next, "をはがのにでと"),
        '.' => !next.is_ascii_digit() && digits + 1 < line.length(),
        ':' | '．' => !next.is_ascii_digit(),
        _ => false,
    };
    (closes && digits + 1 < line.length()).then_some(digits + 1)
}
