//! Chinese numerals, alone or among Western digits: 二十八, 一万五千, 1億2,500万, 3.5兆, 〇・〇八, 数十億.

use super::{Decimal, Form, Number, Numbers, Numeral};
use crate::letters::is_one_of;
use crate::tags::line::Line;

/// A longer run of numerals is no number.
const LONGEST: usize = 48;

/// A value that may be vague.
#[derive(Clone, Copy)]
struct Amount {
    low: Decimal,
    high: Decimal,
    open: bool,
}

impl Amount {
    fn exact(value: Decimal) -> Amount {
        Amount { low: value, high: value, open: false }
    }

    fn shift(self, exponent: i32) -> Amount {
        Amount { low: self.low.shift(exponent), high: self.high.shift(exponent), open: self.open }
    }

    fn add(self, other: Amount) -> Option<Amount> {
        let (low, high) = (self.low.add(other.low)?, self.high.add(other.high)?);
        Some(Amount { low, high, open: self.open || other.open })
    }

    fn is_zero(self) -> bool {
        self.high.is_zero()
    }
}

const ZERO: Amount = Amount { low: Decimal::ZERO, high: Decimal::ZERO, open: false };

/// What was read so far: full myriads, the section below the next myriad, and the digit that waits for its unit.
struct Reading {
    position: usize,
    total: Amount,
    section: Amount,
    digit: Option<Amount>,
    /// Powers of ten of the last unit and the last myriad.
    unit: i32,
    myriad: i32,
    last: Last,
    has_western: bool,
    has_han: bool,
    more: bool,
    digits_only: usize,
    /// Where the waiting digit begins, and the last myriad ended.
    digit_start: usize,
    myriad_end: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    Nothing,
    Digit,
    Unit,
    Myriad,
}

const HIGHEST: i32 = 99;

impl Numbers {
    /// The number in Chinese numerals or Western digits with Chinese units at `position`.
    pub(super) fn han(&self, line: &Line, position: usize) -> Option<Number> {
        if self.numerals.is_empty() {
            return None;
        }
        let mut reading = Reading {
            position,
            total: ZERO,
            section: ZERO,
            digit: None,
            unit: HIGHEST,
            myriad: HIGHEST,
            last: Last::Nothing,
            has_western: false,
            has_han: false,
            more: false,
            digits_only: 0,
            digit_start: position,
            myriad_end: position,
        };
        while reading.position - position < LONGEST && self.step(line, &mut reading).is_some() {}
        if line.run(reading.position, |c| matches!(self.numerals.get(&c), Some(Numeral::Digit(_)))) > position + LONGEST
        {
            return None;
        }
        self.finish(line, position, reading)
    }

    /// Reads one more piece; `None` where nothing more belongs to the number.
    fn step(&self, line: &Line, reading: &mut Reading) -> Option<()> {
        let position = reading.position;
        if line.at(position).is_ascii_digit() {
            return self.western_part(line, reading);
        }
        // 3 万 4,500: a space before a unit or after one belongs to the number.
        if line.at(position) == ' ' {
            let next = line.skip_spaces(position);
            let follows = match self.numerals.get(&line.at(next)) {
                Some(_) if self.rules.spaces => reading.last != Last::Nothing,
                _ if self.rules.surplus.contains(&line.at(next)) => reading.last != Last::Nothing,
                Some(Numeral::Myriad(_)) => reading.last == Last::Digit,
                _ => reading.last == Last::Myriad && line.at(next).is_ascii_digit(),
            };
            reading.position = if follows { next } else { return None };
            return Some(());
        }
        if self.rules.surplus.contains(&line.at(position)) && reading.last != Last::Nothing {
            let next = line.skip_spaces(position + 1);
            let unit = matches!(self.numerals.get(&line.at(next)), Some(Numeral::Myriad(_)));
            reading.position = if unit { next } else { return None };
            reading.more = true;
            return Some(());
        }
        if self.rules.other_words.iter().any(|word| line.after(position, word).is_some()) {
            return None;
        }
        match *self.numerals.get(&line.at(position))? {
            Numeral::Digit(_) => self.digits(line, reading),
            Numeral::Some | Numeral::What => self.vague(line, reading),
            Numeral::Unit(exponent) => unit(reading, exponent),
            Numeral::Myriad(exponent) => myriad(reading, exponent),
        }
    }

    fn western_part(&self, line: &Line, reading: &mut Reading) -> Option<()> {
        let (end, value, _) = self.western_digits(line, reading.position)?;
        if reading.last == Last::Digit || !fits(reading, value) {
            return None;
        }
        reading.digit = Some(Amount::exact(value));
        reading.digit_start = reading.position;
        (reading.position, reading.last, reading.has_western) = (end, Last::Digit, true);
        Some(())
    }

    /// A run of digits: one waits for its unit, several are a number in positional notation, and two that follow each
    /// other (二、三人; 二三人) are a guess between them.
    fn digits(&self, line: &Line, reading: &mut Reading) -> Option<()> {
        let start = reading.position;
        let values: Vec<u8> = (start..line.length().min(start + LONGEST))
            .map_while(|position| match self.numerals.get(&line.at(position)) {
                Some(Numeral::Digit(digit)) => Some(*digit),
                _ => None,
            })
            .collect();
        if values.iter().all(|digit| *digit == 0)
            && reading.last != Last::Nothing
            && line.at(start + values.len()).is_ascii_digit()
        {
            reading.position = start + values.len();
            return Some(());
        }
        let is_power = matches!(self.numerals.get(&line.at(start + 1)), Some(Numeral::Unit(_) | Numeral::Myriad(_)));
        if reading.last == Last::Unit && is_one_of(line.at(start), self.rules.unit_digits) && !is_power {
            return None;
        }
        let written: String = values.iter().map(|digit| char::from(b'0' + digit)).collect();
        let value = Decimal::parse(&written)?;
        if reading.last == Last::Digit || !fits(reading, value) {
            return None;
        }
        let end = start + values.len();
        reading.digit = Some(match values.as_slice() {
            [low, high] if *high == low + 1 && *low > 0 && self.is_guess(line, start, end) => {
                Amount { low: Decimal::whole(i128::from(*low)), high: Decimal::whole(i128::from(*high)), open: false }
            }
            _ => Amount::exact(value),
        });
        reading.digit_start = start;
        reading.digits_only = if reading.last == Last::Nothing { values.len() } else { 0 };
        (reading.position, reading.last, reading.has_han) = (end, Last::Digit, true);
        Some(())
    }

    /// Whether two digits stand alone before a unit or a counter, as 二三 in 二三人 does.
    fn is_guess(&self, line: &Line, start: usize, end: usize) -> bool {
        let is_numeral = |character: char| self.numerals.contains_key(&character) || character.is_ascii_digit();
        let unit = matches!(self.numerals.get(&line.at(end)), Some(Numeral::Unit(_) | Numeral::Myriad(_)));
        let next = line.at(end);
        !is_numeral(line.before(start))
            && (unit || !is_numeral(next))
            && next.is_alphabetic()
            && !is_one_of(next, "年月")
    }

    /// 数 and 何 before a unit, and 数 straight before a counter.
    fn vague(&self, line: &Line, reading: &mut Reading) -> Option<()> {
        let numeral = self.numerals.get(&line.at(reading.position))?;
        let next = self.numerals.get(&line.at(reading.position + 1));
        let before_unit = matches!(next, Some(Numeral::Unit(_) | Numeral::Myriad(_)));
        let is_counter_next = *numeral == Numeral::Some && !matches!(next, Some(Numeral::Digit(_)));
        if reading.last == Last::Digit || !(before_unit || is_counter_next) {
            return None;
        }
        let one = Decimal::whole(1);
        let leads = reading.last == Last::Nothing;
        let high = Decimal::whole(if leads { 10 } else { 9 });
        reading.digit = Some(Amount { low: one, high, open: leads });
        reading.digit_start = reading.position;
        (reading.position, reading.last, reading.has_han) = (reading.position + 1, Last::Digit, true);
        Some(())
    }

    fn finish(&self, line: &Line, start: usize, mut reading: Reading) -> Option<Number> {
        if !reading.has_han || reading.last == Last::Nothing {
            return None;
        }
        if reading.last == Last::Digit && self.rules.last_digit_scales && !reading.has_western {
            self.scale_last(line, &mut reading);
        }
        let mut value = reading.total.add(reading.section)?.add(reading.digit.unwrap_or(ZERO))?;
        let mut end = line.skip_spaces_back(reading.position).max(start + 1);
        if let Some((after, decimals)) = self.decimals(line, end) {
            value = value.add(Amount::exact(decimals))?;
            end = after;
        }
        let is_bare = end == start + 1 && matches!(self.numerals.get(&line.at(start)), Some(Numeral::Some));
        let form = match reading.has_western {
            _ if is_bare => Form::Some,
            true => Form::Mixed,
            false => Form::Han,
        };
        let digits = if reading.digits_only == end - start { reading.digits_only } else { 0 };
        let (low, high) = (value.low.value(), value.high.value());
        let scale = match reading.last {
            Last::Myriad => reading.myriad,
            Last::Unit => reading.unit,
            _ => 0,
        };
        Some(Number { start, end, low, high, open: value.open && low < high, more: reading.more, form, digits, scale })
    }

    /// A single last digit straight after a unit counts a tenth of it.
    fn scale_last(&self, line: &Line, reading: &mut Reading) {
        let exponent = if reading.section.is_zero() { reading.myriad } else { reading.unit };
        let straight_after = reading.position.checked_sub(2).map(|position| line.at(position));
        let after_unit = straight_after
            .and_then(|character| self.numerals.get(&character))
            .is_some_and(|numeral| matches!(numeral, Numeral::Unit(_) | Numeral::Myriad(_)));
        if after_unit && exponent > 1 && exponent != HIGHEST {
            reading.digit = reading.digit.map(|digit| digit.shift(exponent - 1));
        }
    }

    /// 「・〇八」: decimals after a point of the language.
    fn decimals(&self, line: &Line, position: usize) -> Option<(usize, Decimal)> {
        let point = if self.rules.spaces { line.skip_spaces(position) } else { position };
        if !self.rules.points.contains(&line.at(point)) {
            return None;
        }
        let is_digit = |character: char| matches!(self.numerals.get(&character), Some(Numeral::Digit(_)));
        let first = if self.rules.spaces { line.skip_spaces(point + 1) } else { point + 1 };
        let end = line.run(first, is_digit).min(position + LONGEST);
        // 六 点 五 分 is said of a clock.
        if first > position + 1 && is_one_of(line.at(line.skip_spaces(end)), "分刻半钟鐘") {
            return None;
        }
        let position = first.saturating_sub(1);
        // 八十九 after a point is 89, said as a number of its own.
        let spoken = matches!(self.numerals.get(&line.at(end)), Some(Numeral::Unit(_)));
        if spoken {
            let rest = self.han(line, position + 1)?;
            let value = Decimal::parse(&format!("0.{}", rest.whole()?))?;
            return Some((rest.end, value));
        }
        let digits: String = (position + 1..end)
            .filter_map(|position| match self.numerals.get(&line.at(position)) {
                Some(Numeral::Digit(digit)) => Some(char::from(b'0' + digit)),
                _ => None,
            })
            .collect();
        if digits.is_empty() {
            return None;
        }
        Some((end, Decimal::parse(&format!("0.{digits}"))?))
    }
}

/// Whether a value is smaller than the unit it stands after.
fn fits(reading: &Reading, value: Decimal) -> bool {
    let limit = if reading.last == Last::Nothing { HIGHEST } else { reading.unit.min(reading.myriad) };
    limit == HIGHEST || value.value() < 10f64.powi(limit)
}

/// A unit below ten thousand. In 三百四百 the second does not belong to the number, nor does its digit.
fn unit(reading: &mut Reading, exponent: i32) -> Option<()> {
    if exponent >= reading.unit {
        if reading.digit.take().is_some() {
            (reading.position, reading.last) = (reading.digit_start, Last::Unit);
        }
        return None;
    }
    // 零 before a unit only holds a place: 零十三 is thirteen.
    let digit = reading.digit.take().filter(|digit| !digit.is_zero()).unwrap_or(Amount::exact(Decimal::whole(1)));
    reading.section = reading.section.add(digit.shift(exponent))?;
    reading.unit = exponent;
    (reading.position, reading.last, reading.has_han) = (reading.position + 1, Last::Unit, true);
    Some(())
}

/// A power of ten thousand: a smaller one goes on, one straight after another multiplies (万億), and in 十万二十万 the
/// second begins a number of its own.
fn myriad(reading: &mut Reading, exponent: i32) -> Option<()> {
    let straight_after = reading.last == Last::Myriad;
    let section = reading.section.add(reading.digit.take().unwrap_or(ZERO))?;
    if section.is_zero() && !straight_after {
        return None;
    }
    if exponent < reading.myriad && !straight_after {
        reading.total = reading.total.add(section.shift(exponent))?;
    } else if straight_after {
        reading.total = reading.total.shift(exponent);
    } else {
        reading.section = ZERO;
        (reading.position, reading.last) = (reading.myriad_end, Last::Myriad);
        return None;
    }
    (reading.section, reading.unit, reading.myriad) = (ZERO, HIGHEST, exponent);
    (reading.position, reading.last, reading.has_han) = (reading.position + 1, Last::Myriad, true);
    reading.myriad_end = reading.position;
    Some(())
}
