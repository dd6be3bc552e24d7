//! Hedges and bounds around a quantity.

use super::{Bound, Draft, Reader};
use crate::letters::is_one_of;
use crate::report::{Interval, QuantityKind};
use crate::tags::numbers::Number;

/// No more words than this are read on each side.
const WORDS: usize = 3;

impl Reader<'_> {
    /// Reads the words before and after a quantity into its value and span.
    pub(super) fn bounds(&self, draft: &mut Draft) {
        self.bounds_before(draft);
        self.range_ends(draft);
        self.bounds_after(draft);
        self.bounds_around(draft);
    }

    /// 比170低: a word on each side.
    fn bounds_around(&self, draft: &mut Draft) {
        let (before, after) = (self.line.skip_spaces_back(draft.start), self.line.skip_spaces(draft.end));
        let found = self.units.rules.than.iter().find_map(|(than, word, bound)| {
            let start = before.checked_sub(than.chars().count())?;
            self.line.after(start, than).filter(|end| *end == before)?;
            Some((start, self.line.after(after, word)?, *bound))
        });
        if let Some((start, end, bound)) = found {
            apply(draft, bound);
            (draft.start, draft.end) = (start, end);
        }
    }

    fn bounds_before(&self, draft: &mut Draft) {
        let mut position = draft.start;
        for _ in 0..WORDS {
            let end = self.line.skip_spaces_back(position);
            let found = self.units.before.before(self.line, end);
            let Some((start, bound)) = found.or_else(|| self.than_the(draft, end)) else { return };
            // 最大震度 is a name; <> and => are no bounds.
            let is_named = draft.because.contains(&"scale") && matches!(*bound, Bound::AtMost | Bound::AtLeast);
            let is_arrow = is_one_of(self.line.at(start), "<>") && is_one_of(self.line.before(start), "<=>");
            // Edged up to 4.3 %: the verb goes up.
            let is_way = self.line.after(start, "up to").is_some() && self.goes_up(start);
            if is_named || is_arrow || is_way {
                return;
            }
            apply(draft, *bound);
            position = start;
            if !matches!(*bound, Bound::Noted | Bound::Every(_)) {
                draft.start = start;
            }
        }
    }

    /// Higher than the tenth: what compares with a place in an order.
    fn than_the(&self, draft: &Draft, end: usize) -> Option<(usize, &'static Bound)> {
        let start = end.checked_sub(4).filter(|_| draft.kind == QuantityKind::Rank)?;
        self.line.after(start, " the")?;
        let than = start.checked_sub(5)?;
        self.line.after(than, " than")?;
        self.units.before.before(self.line, start)
    }

    /// 「10から20の間」, "between 5 and 7".
    fn range_ends(&self, draft: &mut Draft) {
        if !draft.is_range() {
            return;
        }
        if let Some(start) = self.starts_between(draft) {
            draft.start = start;
        }
        let after = self.units.rules.range_after.iter().find_map(|word| self.line.after(draft.end, word));
        draft.end = after.unwrap_or(draft.end);
    }

    fn bounds_after(&self, draft: &mut Draft) {
        for _ in 0..WORDS {
            let position = self.line.skip_spaces(draft.end);
            let Some((end, bound)) = self.units.after.at(self.line, position) else { return };
            let next = self.line.skip_spaces(end);
            let index = self.numbers.partition_point(|number| number.start < next);
            let is_number_next = self.numbers.get(index).is_some_and(|number| number.start == next);
            let compared = is_one_of(self.line.at(position), "をに") && self.is_compared(draft.start);
            let decade_of_bare = *bound == Bound::Decade && !draft.is_told;
            let compares = self.line.after(end, " than").is_some()
                || is_number_next && self.line.at(position).is_ascii_alphabetic();
            if *bound == Bound::Nothing
                || compared
                || decade_of_bare
                || compares
                || (*bound == Bound::JustOver && is_number_next)
            {
                return;
            }
            apply(draft, *bound);
            draft.end = end;
        }
    }

    /// Whether a value is that of another time or a forecast, which something is above or below: 昨年の900万回を上回った.
    fn is_compared(&self, start: usize) -> bool {
        let end = self.line.skip_spaces_back(start);
        self.units.rules.compared.iter().any(|word| self.line.ends_with(end, word))
    }

    /// Whether a number word is rather a pronoun or an article, without a word of bounds before it: one of them, one thing.
    pub(super) fn is_pronoun(&self, number: &Number) -> bool {
        let word = self.line.text(number.start, number.end);
        let before = self.line.skip_spaces_back(number.start);
        self.units.rules.pronouns.contains(&word.as_str()) && self.units.before.before(self.line, before).is_none()
    }

    /// Whether the clause goes on at a position as it does after what is said of its subject.
    pub(super) fn is_predicated(&self, position: usize) -> bool {
        self.units.rules.predicates.iter().any(|word| self.line.after(position, word).is_some())
    }

    /// Two bounds of one value: 「20より大きいが35以下」.
    pub(super) fn two_sided(&self, first: &Draft, second: &Draft) -> Option<Draft> {
        let gap = self.line.text(first.end, second.start);
        let gap = if gap.trim().is_empty() { "" } else { gap.as_str() };
        let joins = self.units.rules.between_bounds.contains(&gap);
        let same_unit = first.unit == second.unit || first.unit.is_empty() || second.unit.is_empty();
        if !joins || !same_unit || first.kind == QuantityKind::Rank && second.kind != QuantityKind::Rank {
            return None;
        }
        let (low, high) = match (open_side(&first.value)?, open_side(&second.value)?) {
            (Side::Upper, Side::Lower) => (&first.value, &second.value),
            (Side::Lower, Side::Upper) => (&second.value, &first.value),
            _ => return None,
        };
        let value = Interval { upper: high.upper, upper_inclusive: high.upper_inclusive, ..*low };
        if value.lower >= value.upper {
            return None;
        }
        let named = if first.unit.is_empty() { second } else { first };
        let mut joined = Draft {
            start: first.start,
            end: second.end,
            value,
            numbers: first.numbers + second.numbers,
            number: first.number,
            ..named.clone()
        };
        joined.approximate = first.approximate || second.approximate;
        joined.reason("two bounds");
        let after = self.units.rules.range_after.iter().find_map(|word| self.line.after(joined.end, word));
        joined.end = after.unwrap_or(joined.end);
        Some(joined)
    }
}

enum Side {
    Lower,
    Upper,
}

/// The one side on which a value is open.
fn open_side(value: &Interval) -> Option<Side> {
    match (value.lower, value.upper) {
        (Some(_), None) => Some(Side::Upper),
        (None, Some(_)) => Some(Side::Lower),
        _ => None,
    }
}

/// What a word of bounds does to a quantity.
pub(super) fn apply(draft: &mut Draft, bound: Bound) {
    let is_range = draft.is_range();
    let value = &mut draft.value;
    let is_open = value.lower.is_none() || value.upper.is_none();
    let reason = match bound {
        Bound::About => {
            draft.approximate = true;
            "approximate"
        }
        Bound::AtLeast | Bound::MoreThan | Bound::JustOver if !is_open => {
            value.lower_inclusive = bound == Bound::AtLeast;
            draft.approximate |= bound == Bound::JustOver;
            (value.upper, value.upper_inclusive) = (None, true);
            "lower bound"
        }
        Bound::AtMost | Bound::LessThan | Bound::JustUnder if !is_open => {
            value.upper_inclusive = bound == Bound::AtMost;
            draft.approximate |= bound == Bound::JustUnder;
            value.lower = if is_range { value.lower } else { None };
            "upper bound"
        }
        Bound::Decade => {
            decade(value);
            "round number and up"
        }
        Bound::Noted => "noted",
        Bound::Every(stretch) => stretch,
        Bound::Rank | Bound::Age => {
            draft.kind = if bound == Bound::Rank { QuantityKind::Rank } else { QuantityKind::Age };
            if bound == Bound::Rank { "ordinal" } else { "age" }
        }
        Bound::PerHour | Bound::PerMinute | Bound::PerSecond => {
            speed(draft, bound);
            "speed"
        }
        Bound::Celsius | Bound::Fahrenheit => {
            draft.kind = QuantityKind::Temperature;
            draft.unit = if bound == Bound::Celsius { "℃" } else { "℉" }.to_owned();
            "temperature scale"
        }
        Bound::Exactly => "exact",
        Bound::OrEqual => {
            (value.lower_inclusive, value.upper_inclusive) = (true, true);
            "or equal"
        }
        _ => return,
    };
    draft.is_told = true;
    draft.reason(reason);
}

/// 2万円台: from 20,000 to below 30,000. The step is the last written power of ten of a round number, else one.
fn decade(value: &mut Interval) {
    let Some(low) = value.lower.filter(|low| *low >= 1.0) else { return };
    let mut step = 1.0;
    while low % (step * 10.0) == 0.0 && step < low / 10.0 + 1.0 {
        step *= 10.0;
    }
    let step = if step < 1_000.0 && low >= 100.0 { 1.0 } else { step };
    value.upper = Some(low + step);
    value.upper_inclusive = false;
}

/// A length said as a speed: 時速40キロメートル.
fn speed(draft: &mut Draft, bound: Bound) {
    let (name, seconds) = match bound {
        Bound::PerHour => ("/時", 3_600.0),
        Bound::PerMinute => ("/分", 60.0),
        _ => ("/秒", 1.0),
    };
    if draft.unit == "キロ" {
        draft.factor = 1_000.0;
    }
    draft.unit.push_str(name);
    draft.factor /= seconds;
    draft.base = "m/s";
    draft.kind = QuantityKind::Speed;
}
