//! Number words of a language with spaces: twenty-one, half a million, three quarters, several hundred.

use super::{Form, Number, Numbers};
use crate::tags::line::Line;

/// What a number word stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Word {
    /// Below twenty.
    Small(f64),
    /// A multiple of ten.
    Tens(f64),
    /// A hundred: multiplies what stands before it.
    Hundred,
    /// A thousand or more: multiplies the whole group before it.
    Scale(f64),
    /// A plural that is vague alone and a scale after a number: hundreds.
    Plural(f64),
    /// A dozen.
    Dozen,
    /// Joins words of one number.
    And,
    /// An indefinite article, one before a scale.
    Article,
    /// A half, before a scale or after "and".
    Half,
    /// A place in an order, and a part: fifth.
    Ordinal(f64),
    /// A part alone: fifths, quarter.
    Part(f64),
    /// Before decimals said one by one.
    Point,
    /// Vague: several, before a scale.
    Several,
    /// Between the two numbers of a fraction: out of.
    Over,
    /// The same, but only of one: one over three.
    Above,
    /// The same of a few: one in five.
    In,
    /// Between a fraction and the scale that it is of: a quarter of a million.
    Of,
}

/// A word in a line, and whether a hyphen joins it to the one before.
#[derive(Clone, Copy)]
struct Token {
    end: usize,
    word: Word,
    hyphen: bool,
}

/// A number of no more words than this.
const LONGEST: usize = 24;

/// A value read off words, and how many it took.
#[derive(Clone, Copy)]
struct Value {
    used: usize,
    low: f64,
    high: f64,
    form: Form,
}

impl Value {
    fn exact(used: usize, value: f64) -> Value {
        Value { used, low: value, high: value, form: Form::Words }
    }
}

impl Numbers {
    /// The number in words at `position`, which may begin with digits: 3 hundred and 21.
    pub(super) fn in_words(&self, line: &Line, position: usize) -> Option<Number> {
        let inside = line.before(position).is_alphanumeric() || line.before(position) == '\'';
        if self.rules.words.is_empty() || inside {
            return None;
        }
        let mut tokens = self.word_tokens(line, position);
        if let Some(quarters) = self.whole_quarters(line, position, &tokens) {
            tokens.truncate(quarters);
        }
        let value = of_scale(&tokens, read(&tokens)?);
        let end = tokens.get(value.used.checked_sub(1)?)?.end;
        let value = self.in_order(line, &tokens, value, end);
        let only_digits = value.used == 1 && line.at(position).is_ascii_digit();
        let open = value.low < value.high;
        let number = Number {
            start: position,
            end,
            low: value.low,
            high: value.high,
            open,
            more: false,
            form: value.form,
            digits: 0,
            scale: 0,
        };
        (!only_digits).then_some(number)
    }

    /// A third recount: before a noun, a part is a place in an order.
    fn in_order(&self, line: &Line, tokens: &[Token], value: Value, end: usize) -> Value {
        let (Some(Word::Article), Some(Word::Ordinal(place)), 2) = (word(tokens, 0), word(tokens, 1), value.used)
        else {
            return value;
        };
        let next = line.skip_spaces(end);
        let noun = line.text(next, line.run(next, |c| c.is_ascii_alphabetic()));
        let is_noun = next == end + 1 && line.at(next).is_ascii_lowercase();
        if !is_noun || self.rules.after_parts.contains(&noun.as_str()) {
            return value;
        }
        Value { form: Form::Ordinal, ..Value::exact(2, place) }
    }

    /// Which token is "quarters", where the words before the number say that whole ones are counted.
    fn whole_quarters(&self, line: &Line, position: usize, tokens: &[Token]) -> Option<usize> {
        let place = tokens.iter().position(|token| token.word == Word::Part(4.0))?;
        let end = line.skip_spaces_back(position);
        let start = line.run_back(end, 12, |c| c.is_ascii_alphabetic());
        let before = line.text(start, end).to_lowercase();
        self.rules.wholes_after.contains(&before.as_str()).then_some(place)
    }

    fn word_tokens(&self, line: &Line, position: usize) -> Vec<Token> {
        let mut tokens = Vec::new();
        let (mut place, mut hyphen) = (position, false);
        while tokens.len() < LONGEST {
            let found = if line.at(place).is_ascii_digit() {
                self.western_digits(line, place).map(|(end, value, _)| (end, Word::Small(value.value())))
            } else {
                self.words.at(line, place).map(|(end, word)| (end, *word))
            };
            let Some((end, word)) = found.filter(|(end, _)| !line.at(*end).is_ascii_alphanumeric()) else { break };
            // 5 in 10 minutes is no share; 1 in 10 is.
            let few = !line.at(position).is_ascii_digit()
                || line.after(position, "1 in ").is_some_and(|next| line.at(next).is_ascii_digit());
            if word == Word::In && !few {
                break;
            }
            tokens.push(Token { end, word, hyphen });
            let next = line.skip_spaces(end);
            hyphen = line.at(next) == '-';
            place = if hyphen { line.skip_spaces(next + 1) } else { next };
            if place == end {
                break;
            }
        }
        tokens
    }
}

/// A quarter of a million: the fraction of a scale.
fn of_scale(tokens: &[Token], value: Value) -> Value {
    let scale = word(tokens, value.used + 1).and_then(scale_of).filter(|_| word(tokens, value.used) == Some(Word::Of));
    match scale {
        Some(scale) if value.low < 1.0 && value.low == value.high => {
            Value { form: Form::Words, ..Value::exact(value.used + 2, tidy(value.low * scale)) }
        }
        _ => value,
    }
}

fn word(tokens: &[Token], index: usize) -> Option<Word> {
    tokens.get(index).map(|token| token.word)
}

/// The longest number at the start of the words.
fn read(tokens: &[Token]) -> Option<Value> {
    match (word(tokens, 0)?, word(tokens, 1)) {
        (Word::Half, Some(Word::Article)) => scale_of(word(tokens, 2)?).map(|scale| Value::exact(3, 0.5 * scale)),
        (Word::Part(part), Some(next)) => scale_of(next).map(|scale| Value::exact(2, scale / part)),
        (Word::Half, Some(next)) => scale_of(next).map(|scale| Value::exact(2, 0.5 * scale)),
        (Word::Article, Some(Word::Half)) => Some(Value::exact(2, 0.5)),
        (Word::Article, Some(Word::Part(part) | Word::Ordinal(part))) if part > 2.0 => {
            Some(Value::exact(2, 1.0 / part))
        }
        (Word::Article, Some(next)) => {
            scale_of(next)?;
            let value = sum(tokens.get(1..)?, 1.0)?;
            Some(Value { used: value.used + 1, ..value })
        }
        (Word::Several, Some(next)) => vague(2, scale_of(next)?),
        (Word::Plural(scale), _) => vague(1, scale),
        (Word::Small(_) | Word::Tens(_) | Word::Ordinal(_), _) => sum(tokens, 0.0),
        _ => None,
    }
}

/// A product without the last digit's noise.
fn tidy(value: f64) -> f64 {
    format!("{value:.14e}").parse().unwrap_or(value)
}

/// From one to ten of a scale; dozens go up to a hundred.
fn vague(used: usize, scale: f64) -> Option<Value> {
    let high = if scale == 12.0 { 100.0 } else { scale * 10.0 };
    Some(Value { used, low: scale, high, form: Form::Words })
}

fn scale_of(word: Word) -> Option<f64> {
    match word {
        Word::Hundred => Some(100.0),
        Word::Scale(scale) | Word::Plural(scale) => Some(scale),
        Word::Dozen => Some(12.0),
        _ => None,
    }
}

/// The sum of groups and scales, with what was read so far.
struct Sum {
    total: f64,
    group: f64,
    scale: f64,
    last: Word,
}

fn sum(tokens: &[Token], first: f64) -> Option<Value> {
    let mut sum = Sum { total: 0.0, group: first, scale: f64::INFINITY, last: Word::Point };
    let mut used = 0;
    while let Some(token) = tokens.get(used) {
        if let Some(end) = last_piece(tokens, used, &sum) {
            return Some(end);
        }
        // 3 hundred and 2 hundred are two numbers.
        let begins_another = sum.group >= 100.0 && word(tokens, used + 1) == Some(Word::Hundred);
        let takes = match token.word {
            Word::Small(_) | Word::Tens(_) if begins_another => false,
            Word::Small(0.0) if used > 0 => false,
            Word::Small(value) => sum.small(value),
            Word::Tens(value) => sum.tens(value),
            Word::And => sum.and(word(tokens, used + 1)),
            other => scale_of(other).is_some_and(|scale| sum.times(scale, other)),
        };
        if !takes {
            break;
        }
        sum.last = token.word;
        used += 1;
    }
    let trailing = usize::from(matches!(sum.last, Word::And));
    (used > trailing).then(|| Value::exact(used - trailing, sum.total + sum.group))
}

impl Sum {
    fn small(&mut self, value: f64) -> bool {
        let free = match self.last {
            Word::Point | Word::And | Word::Hundred | Word::Scale(_) | Word::Plural(_) => true,
            Word::Tens(_) => value < 10.0 && value > 0.0,
            _ => false,
        };
        let fits = free && (self.scale.is_infinite() || value < self.scale);
        self.group += if fits { value } else { 0.0 };
        fits
    }

    fn tens(&mut self, value: f64) -> bool {
        let free = matches!(self.last, Word::Point | Word::And | Word::Hundred | Word::Scale(_) | Word::Plural(_));
        self.group += if free { value } else { 0.0 };
        free
    }

    fn and(&self, next: Option<Word>) -> bool {
        let after_scale = matches!(self.last, Word::Hundred | Word::Scale(_) | Word::Plural(_));
        after_scale && matches!(next, Some(Word::Small(_) | Word::Tens(_)))
    }

    fn times(&mut self, scale: f64, word: Word) -> bool {
        if matches!(self.last, Word::And) {
            return false;
        }
        match word {
            Word::Hundred | Word::Plural(100.0) if self.group < 100.0 => self.group = tidy(self.group.max(1.0) * 100.0),
            Word::Dozen | Word::Plural(12.0) => {
                let hundreds = (self.group / 100.0).floor() * 100.0;
                self.group = hundreds + (self.group - hundreds).max(1.0) * 12.0;
            }
            _ if scale < self.scale => {
                let alone = self.group == 0.0 && self.total == 0.0;
                self.total += tidy(if alone { 1.0 } else { self.group } * scale);
                (self.group, self.scale) = (0.0, scale);
            }
            // lakh crore: a scale of the whole.
            _ => {
                self.total = tidy((self.total + self.group) * scale);
                (self.group, self.scale) = (0.0, scale);
            }
        }
        true
    }
}

/// What ends a number: a fraction, a half, decimals, or the ordinal form of its last word.
fn last_piece(tokens: &[Token], used: usize, sum: &Sum) -> Option<Value> {
    let value = sum.total + sum.group;
    let begun = used > 0 && !matches!(sum.last, Word::And);
    match (word(tokens, used)?, word(tokens, used + 1), word(tokens, used + 2)) {
        (Word::And, Some(Word::Article), Some(Word::Half)) if begun => halved(tokens, used + 3, value, sum),
        (Word::And, Some(Word::Half), _) if begun => halved(tokens, used + 2, value, sum),
        (Word::And, Some(Word::Small(1.0)), Some(Word::Half)) if begun => halved(tokens, used + 3, value, sum),
        (Word::And, ..) if begun => {
            let rest = read(tokens.get(used + 1..)?)?;
            let is_fraction = rest.low < 1.0 && rest.low > 0.0;
            if !is_fraction {
                return None;
            }
            Some(Value { used: used + 1 + rest.used, form: Form::Fraction, ..Value::exact(0, value + rest.low) })
        }
        (Word::Point, ..) if begun => decimals(tokens, used + 1, value),
        (Word::In, Some(Word::Small(_) | Word::Tens(_)), _) if begun && used == 1 && (1.0..10.0).contains(&value) => {
            let below = sum_of(tokens.get(used + 1..)?)?;
            let fits = below.low > value && below.low <= 1_000.0 && below.form == Form::Words;
            fits.then_some(Value { form: Form::Fraction, ..Value::exact(used + 1 + below.used, value / below.low) })
        }
        (Word::Over | Word::Above, ..) if begun && (value == 1.0 || word(tokens, used) == Some(Word::Over)) => {
            let below = sum_of(tokens.get(used + 1..)?)?;
            Some(Value { form: Form::Fraction, ..Value::exact(used + 1 + below.used, value / below.low) })
        }
        (Word::Part(part), ..) if begun && part < 10.0 && matches!(sum.last, Word::Tens(tens) if tens != value) => {
            let tens = if let Word::Tens(tens) = sum.last { tens } else { 0.0 };
            Some(Value { form: Form::Fraction, ..Value::exact(used + 1, (value - tens) / (tens + part)) })
        }
        (Word::Part(part), ..) if begun => Some(Value { form: Form::Fraction, ..Value::exact(used + 1, value / part) }),
        // One second is a length; its half is called so.
        (Word::Ordinal(2.0), ..) if matches!(sum.last, Word::Small(_)) => None,
        (Word::Ordinal(part), ..) => Some(ordinal(tokens, used, part, sum)),
        _ => None,
    }
}

fn sum_of(tokens: &[Token]) -> Option<Value> {
    read(tokens).filter(|value| value.low != 0.0)
}

/// "one million and a half", "five and a half million".
fn halved(tokens: &[Token], used: usize, value: f64, sum: &Sum) -> Option<Value> {
    if let Some(scale) = word(tokens, used).and_then(scale_of) {
        let small = sum.scale.is_infinite();
        let whole = if small { (value + 0.5) * scale } else { value + 0.5 * scale };
        return Some(Value::exact(used + 1, whole));
    }
    let scale = if sum.scale.is_infinite() || sum.group > 0.0 { 1.0 } else { sum.scale };
    Some(Value::exact(used, value + 0.5 * scale))
}

/// "point nought four".
fn decimals(tokens: &[Token], start: usize, value: f64) -> Option<Value> {
    let digits = tokens.get(start..)?.iter().map_while(|token| match token.word {
        Word::Small(digit) if digit.fract() == 0.0 => Some(digit.to_string()),
        _ => None,
    });
    let digits: Vec<String> = digits.collect();
    let fraction: f64 = format!("0.{}", digits.concat()).parse().ok()?;
    (!digits.is_empty()).then(|| Value::exact(start + digits.len(), value + fraction))
}

/// The ordinal form: the whole number's place in an order (twenty-first), or a part where a number stands before it
/// (one fifth, three twenty-firsts).
fn ordinal(tokens: &[Token], used: usize, part: f64, sum: &Sum) -> Value {
    let value = sum.total + sum.group;
    let joined = tokens.get(used).is_some_and(|token| token.hyphen);
    let order = |value: f64| Value { form: Form::Ordinal, ..Value::exact(used + 1, value) };
    match sum.last {
        Word::Point => order(part),
        Word::Tens(_) if part < 10.0 => order(value + part),
        Word::Hundred | Word::Scale(_) if joined || sum.group >= 100.0 && part < 100.0 => order(value + part),
        Word::And => order(value + part),
        _ => Value { form: Form::Fraction, ..Value::exact(used + 1, value / part) },
    }
}
