//! Numbers as they are written: Western digits, Chinese numerals, words, and mixtures of them.
//!
//! A number is read where it stands, with its sign, separators, decimals, scales and fractions. Digits that are part of
//! a name, a version, a telephone number, a web address or a reference mark are not read. What is counted is the next
//! stage's business.

mod decimal;
mod han;
mod names;
mod western;
mod words;

use super::line::{self, Line};
use super::phrases::{Phrases, Table};
use crate::letters::{Sieve, beginning};
pub use decimal::Decimal;
use rustc_hash::FxHashMap;
pub use words::Word;

/// Web and mail addresses of a line, in order.
pub fn addresses(line: &Line) -> Vec<std::ops::Range<usize>> {
    names::addresses(line)
}

/// How a language writes numbers. Empty tables where it has no such thing.
pub struct NumberRules {
    /// Characters that are numerals, those of one meaning together.
    pub numerals: &'static [(&'static str, Numeral)],
    /// What stands between denominator and numerator (「分の」).
    pub fraction: &'static [&'static str],
    /// What stands between a whole number and its fraction (「と」).
    pub mixed: &'static [&'static str],
    /// Decimal points among Chinese numerals.
    pub points: &'static [char],
    /// Words before a number that make it negative.
    pub minus: &'static [&'static str],
    /// Whether a last digit straight after a unit counts a tenth of it: 一千三 is 1,300 in Chinese, 1,003 in Japanese.
    pub last_digit_scales: bool,
    /// Whether spaces may stand between its numerals.
    pub spaces: bool,
    /// Words that begin with a numeral and go on no number: 千米 is a unit.
    pub other_words: &'static [&'static str],
    /// What makes a number more than it says between its digits and its last unit: 五百余万.
    pub surplus: &'static [char],
    /// A digit that is a unit after a power of ten: 两, in 三十两.
    pub unit_digits: &'static str,
    /// Words before a number after which quarters are no fractions: the past two quarters.
    pub wholes_after: &'static [&'static str],
    /// Words that a part goes on with; before any other it is a place in an order: a third of, but a third recount.
    pub after_parts: &'static [&'static str],
    /// Number words of a language with spaces.
    pub words: &'static Table<Word>,
    /// Powers of ten written after Western digits: `k`, `million`.
    pub scales: &'static Table<i32>,
    /// Letters that may stand straight before a number, those of currencies above all.
    pub letters_before: &'static [&'static str],
    /// Words that hold a numeral and are no number; `false` marks a longer phrase that is one after all.
    pub guards: &'static Table<bool>,
}

/// What a Chinese numeral stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numeral {
    /// A digit.
    Digit(u8),
    /// A power of ten below ten thousand.
    Unit(i32),
    /// A power of ten thousand.
    Myriad(i32),
    /// Any digit (数).
    Some,
    /// Any digit, if a unit follows; a question otherwise (何).
    What,
}

/// A number in a line. Positions count characters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number {
    /// Where it begins, its sign included.
    pub start: usize,
    /// Where it has ended.
    pub end: usize,
    /// The least it can be.
    pub low: f64,
    /// The most it can be; the same unless it is vague.
    pub high: f64,
    /// Whether `high` itself is too much.
    pub open: bool,
    /// Whether it is said to be more than its value: 五百余万.
    pub more: bool,
    /// What it is written with.
    pub form: Form,
    /// How many digits it has where it is nothing but Western digits, otherwise 0.
    pub digits: usize,
    /// The power of ten of the unit or word it ends with, otherwise 0.
    pub scale: i32,
}

impl Number {
    /// Whether it stands for several values.
    pub fn is_vague(&self) -> bool {
        self.low < self.high
    }

    /// Its value where it is an exact whole number that a calendar or clock could hold.
    pub fn whole(&self) -> Option<i64> {
        (!self.is_vague() && self.low.fract() == 0.0 && self.low.abs() < 1e12).then_some(self.low as i64)
    }
}

/// What a number is written with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Western digits.
    Western,
    /// Chinese numerals.
    Han,
    /// Western digits with Chinese units.
    Mixed,
    /// Words.
    Words,
    /// A place in an order, in words.
    Ordinal,
    /// Two numbers, one over the other.
    Fraction,
    /// Only 数: a number before a counter and nowhere else.
    Some,
}

/// The rules of a language, indexed.
pub struct Numbers {
    rules: &'static NumberRules,
    numerals: FxHashMap<char, Numeral>,
    words: Phrases<Word>,
    scales: Phrases<i32>,
    guards: Phrases<bool>,
    /// What a number can begin with.
    beginnings: Sieve,
}

impl Numbers {
    /// Indexes the rules of a language.
    pub fn new(rules: &'static NumberRules) -> Self {
        let pairs = |(characters, numeral): &(&'static str, Numeral)| {
            let numeral = *numeral;
            characters.chars().map(move |character| (character, numeral))
        };
        let numerals: FxHashMap<char, Numeral> = rules.numerals.iter().flat_map(pairs).collect();
        let words = Phrases::new(&[rules.words]);
        let vulgar = FRACTIONS.iter().map(|(sign, ..)| *sign);
        let signs = "0123456789-.".chars().chain(vulgar).chain(numerals.keys().copied()).map(|sign| (sign, None));
        let minus = rules.minus.iter().filter_map(|word| beginning(word));
        Numbers {
            rules,
            beginnings: Sieve::new(signs.chain(minus).chain(words.beginnings())),
            numerals,
            words,
            scales: Phrases::new(&[rules.scales]),
            guards: Phrases::new(&[rules.guards]),
        }
    }

    /// The numbers of a line, in order, none overlapping.
    pub fn find(&self, line: &Line) -> Vec<Number> {
        let mut names = names::find(line, self.rules.letters_before).into_iter().peekable();
        let mut found = Vec::new();
        let mut position = 0;
        while position < line.length() {
            while names.next_if(|name| name.end <= position).is_some() {}
            let inside = names.peek().filter(|name| name.start <= position).map(|name| name.end);
            let word = self.guards.at(line, position).filter(|(_, guarded)| **guarded).map(|(end, _)| end);
            if let Some(end) = inside.or(word) {
                position = end;
            } else if let Some(number) = self.beginning_at(line, position) {
                position = number.end;
                found.push(number);
            } else {
                position = self.skip(line, position);
            }
        }
        found
    }

    fn beginning_at(&self, line: &Line, position: usize) -> Option<Number> {
        self.beginnings.may_begin(line.at(position), line.at(position + 1)).then(|| self.at(line, position)).flatten()
    }

    /// The number that begins at `position`, whatever it is part of.
    pub fn at(&self, line: &Line, position: usize) -> Option<Number> {
        let (start, negative) = self.sign(line, position);
        let first = self.unsigned(line, start)?;
        let number = self.mixed(line, first).or_else(|| self.fraction(line, first)).unwrap_or(first);
        let signed = if negative { negated(number) } else { number };
        Some(Number { start: position, ..signed })
    }

    /// Past the sign that stands at `position`, and whether it is a minus.
    fn sign(&self, line: &Line, position: usize) -> (usize, bool) {
        let minus = self.rules.minus.iter().find_map(|word| line.after(position, word));
        if let Some(end) = minus {
            return (line.skip_spaces(end), true);
        }
        let before = line.before(position);
        let joins = before.is_ascii_alphanumeric() || line::is_han(before) || line::is_katakana(before);
        match line.at(position) {
            // 75 -300 mm is a range.
            '-' if before == ' '
                && line.before(position.saturating_sub(1)).is_ascii_digit()
                && line.at(position + 1).is_ascii_digit() =>
            {
                (position, false)
            }
            '-' if !joins && !")]%-".contains(before) => (position + 1, true),
            _ => (position, false),
        }
    }

    fn unsigned(&self, line: &Line, position: usize) -> Option<Number> {
        if let Some(value) = vulgar(line.at(position)) {
            return Some(fraction(position, position + 1, value));
        }
        // 3 hundred and 21 is one number; its words tell.
        let number = self.han(line, position).or_else(|| self.in_words(line, position));
        number.or_else(|| self.western(line, position))
    }

    /// 「三分の一」, `3/5`: the fraction whose first part is `first`.
    fn fraction(&self, line: &Line, first: Number) -> Option<Number> {
        let gap = line.skip_spaces(first.end);
        let mark = self.rules.fraction.iter().find_map(|mark| line.after(gap, mark))?;
        let (start, negative) = self.sign(line, line.skip_spaces(mark));
        let second = self.unsigned(line, start)?;
        let second = if negative { negated(second) } else { second };
        (first.low != 0.0).then(|| fraction(first.start, second.end, second.low / first.low))
    }

    /// 「一と三分の二」: a whole number and a fraction.
    fn mixed(&self, line: &Line, first: Number) -> Option<Number> {
        let gap = line.skip_spaces(first.end);
        let mark = self.rules.mixed.iter().find_map(|mark| line.after(gap, mark))?;
        let rest = self.fraction(line, self.unsigned(line, line.skip_spaces(mark))?)?;
        (rest.low < 1.0).then(|| fraction(first.start, rest.end, first.low + rest.low))
    }

    /// Past the characters at `position` that make no number.
    fn skip(&self, line: &Line, position: usize) -> usize {
        let test = |character: char| character.is_ascii_digit() || self.numerals.contains_key(&character);
        let letters = |character: char| character.is_ascii_alphabetic();
        line.run(position, test).max(line.run(position, letters)).max(position + 1)
    }
}

/// Fractions that are one character: above and below the stroke.
const FRACTIONS: &[(char, f64, f64)] = &[
    ('½', 1.0, 2.0),
    ('⅓', 1.0, 3.0),
    ('⅔', 2.0, 3.0),
    ('¼', 1.0, 4.0),
    ('¾', 3.0, 4.0),
    ('⅕', 1.0, 5.0),
    ('⅖', 2.0, 5.0),
    ('⅗', 3.0, 5.0),
    ('⅘', 4.0, 5.0),
    ('⅙', 1.0, 6.0),
    ('⅚', 5.0, 6.0),
    ('⅐', 1.0, 7.0),
    ('⅛', 1.0, 8.0),
    ('⅜', 3.0, 8.0),
    ('⅝', 5.0, 8.0),
    ('⅞', 7.0, 8.0),
    ('⅑', 1.0, 9.0),
    ('⅒', 1.0, 10.0),
];

/// The value of a fraction that is one character.
fn vulgar(character: char) -> Option<f64> {
    FRACTIONS.iter().find(|(sign, ..)| *sign == character).map(|(_, above, below)| above / below)
}

fn negated(number: Number) -> Number {
    Number { low: -number.high, high: -number.low, digits: 0, ..number }
}

fn fraction(start: usize, end: usize, value: f64) -> Number {
    Number { start, end, low: value, high: value, open: false, more: false, form: Form::Fraction, digits: 0, scale: 0 }
}
