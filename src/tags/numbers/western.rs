//! Western digits: 22,801,763,489, 1 234 567, .25, 1e10, 2.4k, 3/5.

use super::{Decimal, Form, Number, Numbers};
use crate::letters::is_one_of;
use crate::tags::line::{Line, NONE};

/// A longer run of digits is an identifier.
const LONGEST: usize = 24;

impl Numbers {
    /// The number in Western digits at `position`, with its exponent, scale or fraction.
    pub(super) fn western(&self, line: &Line, position: usize) -> Option<Number> {
        let (end, value, digits) = self.western_digits(line, position)?;
        let exact = |end, value: f64, digits| Number {
            start: position,
            end,
            low: value,
            high: value,
            open: false,
            more: false,
            form: Form::Western,
            digits,
            scale: 0,
        };
        if let Some((end, value)) = slash_fraction(line, position, end, value) {
            return Some(Number { form: Form::Fraction, ..exact(end, value, 0) });
        }
        if let Some((end, value)) = power(line, end, value) {
            return Some(exact(end, value, 0));
        }
        if let Some((end, exponent)) = self.scale(line, end) {
            return Some(Number { scale: exponent, ..exact(end, value.shift(exponent).value(), 0) });
        }
        Some(exact(end, value.value(), digits))
    }

    /// Digits with separators and decimals: where they end, their value, and how many they are if nothing else is
    /// among them.
    pub(super) fn western_digits(&self, line: &Line, position: usize) -> Option<(usize, Decimal, usize)> {
        let is_digit = |character: char| character.is_ascii_digit();
        let whole = line.run(position, is_digit);
        let starts_with_point = whole == position && line.at(position) == '.' && !is_digit(line.before(position));
        if (whole == position && !starts_with_point) || whole - position > LONGEST {
            return None;
        }
        let mut written = line.text(position, whole);
        let mut end = whole;
        for separator in [',', '、', ' '] {
            let grouped = groups(line, position, whole, separator);
            if grouped > whole {
                written = line.text(position, grouped).replace(separator, "");
                end = grouped;
                break;
            }
        }
        if line.at(end) == '.' && is_digit(line.at(end + 1)) {
            let decimals = line.run(end + 1, is_digit);
            written.push_str(&line.text(end, decimals));
            end = decimals;
        }
        if end == position {
            return None;
        }
        let plain = if end == whole { whole - position } else { 0 };
        Some((end, Decimal::parse(&written)?, plain))
    }

    /// A power of ten in letters or a word.
    fn scale(&self, line: &Line, end: usize) -> Option<(usize, i32)> {
        let mut found: Option<(usize, i32)> = None;
        let mut position = end;
        // 三 lakh crore, 2 hundred thousand: scales follow each other.
        while let Some((after, exponent)) = self.scales.at(line, line.skip_spaces(position)) {
            let letters =
                line.at(line.skip_spaces(position)).is_ascii_uppercase() && after - line.skip_spaces(position) == 1;
            let joined = line.at(after).is_ascii_digit() || (letters && line.skip_spaces(position) > position + 1);
            if joined {
                break;
            }
            found = Some((after, found.map_or(0, |(_, sum)| sum) + exponent));
            position = after;
        }
        found
    }
}

/// A number has no more groups of three digits: what goes on is a list.
const MOST_GROUPS: usize = 12;

/// The end of the groups of three digits that `separator` sets apart; `whole` where there are none.
fn groups(line: &Line, position: usize, whole: usize, separator: char) -> usize {
    let is_digit = |character: char| character.is_ascii_digit();
    let mut end = whole;
    let mut count = 0;
    // In $20，300 the wide comma parts two numbers.
    let is_wide = |place: usize| line.span(place, place + 1).len() > 1;
    if separator == ',' && is_wide(whole) && !is_wide(position) {
        return whole;
    }
    let is_group = |end: usize| line.at(end) == separator && line.run(end + 1, is_digit) == end + 4;
    while whole - position <= 3 && count < MOST_GROUPS && is_group(end) {
        end += 4;
        count += 1;
    }
    // One space between digits may be anything; 5、450 is a number, but so are 200、300 two.
    let is_sure = match separator {
        ' ' => count > 1 || (count == 1 && line.at(end) == '.'),
        '、' => count > 1 || (whole - position == 1 && count == 1),
        _ => true,
    };
    if is_sure { end } else { whole }
}

/// `3/5`, and `1 3/5` with its whole.
fn slash_fraction(line: &Line, start: usize, end: usize, value: Decimal) -> Option<(usize, f64)> {
    let is_digit = |character: char| character.is_ascii_digit();
    let over = |slash: usize| {
        let after = line.run(slash + 1, is_digit);
        let follows = line.at(slash) == '/' && after > slash + 1 && after - slash < 8 && line.at(after) != '/';
        let below: f64 = line.text(slash + 1, after).parse().ok()?;
        (follows && below != 0.0 && line.before(start) != '/').then_some((after, below))
    };
    if let Some((after, below)) = over(end) {
        return Some((after, value.value() / below));
    }
    let next = line.skip_spaces(end);
    let slash = line.run(next, is_digit);
    if next == end || slash == next || slash - next > 3 {
        return None;
    }
    let (after, below) = over(slash)?;
    let above: f64 = line.text(next, slash).parse().ok()?;
    Some((after, value.value() + above / below))
}

/// `1e10`, `2^-1`, `1.3x10^6`.
fn power(line: &Line, end: usize, value: Decimal) -> Option<(usize, f64)> {
    let is_digit = |character: char| character.is_ascii_digit();
    let signed = |position: usize| {
        let digits =
            if is_one_of(line.at(position), "+-") && line.at(position) != NONE { position + 1 } else { position };
        let after = line.run(digits, is_digit);
        let exponent: i32 = line.text(position, after).trim_start_matches('+').parse().ok()?;
        (after > digits && exponent.abs() <= 300 && !line.at(after).is_ascii_alphabetic()).then_some((after, exponent))
    };
    let times_ten = ["x10^", "×10^", "*10^"].iter().find_map(|mark| line.after(end, mark));
    if let Some((after, exponent)) = times_ten.and_then(signed) {
        return Some((after, value.shift(exponent).value()));
    }
    if let Some((after, exponent)) = line.after(end, "の").and_then(signed) {
        return line.after(after, "乗").map(|after| (after, value.value().powi(exponent)));
    }
    match line.at(end) {
        'e' | 'E' => signed(end + 1).map(|(after, exponent)| (after, value.shift(exponent).value())),
        '^' => signed(end + 1).map(|(after, exponent)| (after, value.value().powi(exponent))),
        _ => None,
    }
}
