//! Two numbers that are the ends of one range.

use super::{Counted, Draft, Reader, scale};
use crate::report::QuantityKind;
use crate::tags::line::Line;

impl Reader<'_> {
    /// Two measured numbers with a mark of ranges between.
    pub(super) fn range(&self, first: &Draft) -> Option<Draft> {
        let gap = self.line.skip_spaces(first.end);
        let (mark, after) =
            self.units.rules.ranges.iter().find_map(|mark| Some((*mark, self.line.after(gap, mark.trim())?))).filter(
                |(mark, _)| {
                    !mark.starts_with(char::is_alphabetic) || mark.chars().all(|c| !c.is_ascii()) || gap > first.end
                },
            )?;
        let next = first.number + first.numbers;
        let number = self.numbers.get(next)?;
        let start = self.line.skip_spaces(after);
        // Between the tenth and the fifteenth.
        let start = self.line.after(start, "the ").filter(|_| first.kind == QuantityKind::Rank).unwrap_or(start);
        let mut second = self.measured(next)?;
        let again = self.units.before.at(self.line, start).is_some_and(|(end, _)| end == number.start);
        self.same_scale(first, &mut second);
        let joined = number.start == start || second.start == start || again;
        if !joined || !self.is_range(first, mark, &second) {
            return None;
        }
        let mut whole = first.clone();
        self.share_unit(&mut whole, &mut second, first);
        let (low, high) = (whole.value.lower?, second.value.upper?);
        if low >= high {
            return None;
        }
        whole.value.upper = Some(high);
        whole.value.upper_inclusive = second.value.upper_inclusive;
        whole.end = second.end;
        whole.numbers = first.numbers + second.numbers;
        whole.is_told = true;
        whole.reason("range");
        Some(whole)
    }

    /// 震度5弱から6強: the second step is of the scale of the first.
    fn same_scale(&self, first: &Draft, second: &mut Draft) {
        let Some(number) = self.numbers.get(second.number).filter(|_| first.because.contains(&"scale")) else { return };
        let steps = self.units.scales.at(self.line, first.start).map(|(_, steps)| *steps).unwrap_or_default();
        if second.unit.is_empty() {
            (second.unit, second.kind) = (first.unit.clone(), first.kind);
            second.end = steps.iter().find_map(|step| self.line.after(number.end, step)).unwrap_or(second.end);
        }
    }

    /// Whether `mark` between two quantities makes them one range.
    pub(super) fn is_range(&self, first: &Draft, mark: &str, second: &Draft) -> bool {
        let same_unit = first.unit == second.unit || !first.is_told;
        let is_digit = |draft: &Draft| draft.value.lower.is_some_and(|value| (1.0..10.0).contains(&value));
        let neighbours = first.value.lower.zip(second.value.lower).is_some_and(|(low, high)| high == low + 1.0);
        let is_between = self.units.rules.range_after.iter().any(|word| self.line.after(second.end, word).is_some());
        let starts_between = self.starts_between(first);
        same_unit
            && match mark {
                "から" if self.changes_after(second.end) => false,
                "to" if self.changes_before(first.start) => false,
                "、" => {
                    !first.is_told && second.is_told && is_digit(first) && (neighbours || self.scaled(first, second))
                }
                "と" => is_between && word_is_between(self.line, second.end),
                "and" => starts_between.is_some_and(|start| !self.is_from(start)),
                "-" => second.is_told || starts_between.is_some() || self.is_wide(first, second),
                _ => true,
            }
    }

    /// Whether what follows makes two values a change: 60円から75円に引き上げる.
    fn changes_after(&self, end: usize) -> bool {
        let rough = self.units.after.at(self.line, end).map_or(end, |(end, _)| end);
        let stands = |words: &[&str]| words.iter().any(|word| self.line.after(rough, word).is_some());
        stands(self.units.rules.changes_after) && !stands(self.units.rules.spans_after)
    }

    /// Whether what stands before a value, "from" aside, makes it one that changed: rose from 5.
    pub(super) fn changes_before(&self, start: usize) -> bool {
        let before = self.line.skip_spaces_back(start);
        let from = self.units.rules.changes_from.iter().find_map(|word| {
            let place = before.checked_sub(word.len()).filter(|place| self.line.before(*place) == ' ')?;
            self.line.after(place, word).map(|_| place)
        });
        let end = self.line.skip_spaces_back(from.unwrap_or(before));
        let word = self.line.text(self.line.run_back(end, 12, |c| c.is_ascii_alphabetic()), end).to_lowercase();
        self.units.rules.changes_before.contains(&word.as_str())
    }

    fn is_from(&self, start: usize) -> bool {
        self.units.rules.changes_from.iter().any(|word| self.line.after(start, word).is_some())
    }

    /// Whether the word before a position is a verb of motion, to which "up" belongs: edged up to 4.3 %.
    pub(super) fn goes_up(&self, position: usize) -> bool {
        let end = self.line.skip_spaces_back(position);
        let word = self.line.text(self.line.run_back(end, 12, |c| c.is_ascii_alphabetic()), end).to_lowercase();
        self.units.rules.upward.contains(&word.as_str())
    }

    /// Whether two bare numbers around a hyphen are a range rather than a score, years or a telephone number.
    pub(super) fn is_wide(&self, first: &Draft, second: &Draft) -> bool {
        let is_year = |draft: &Draft| draft.value.lower.is_some_and(|value| (1_900.0..2_100.0).contains(&value));
        let large = first.value.lower >= Some(10.0) && second.value.lower > first.value.lower;
        large && !(is_year(first) && is_year(second)) && self.units.rules.counted != Counted::Joined
    }

    pub(super) fn starts_between(&self, first: &Draft) -> Option<usize> {
        let position = self.line.skip_spaces_back(first.start);
        let the = position.checked_sub(4).filter(|start| self.line.after(*start, " the").is_some());
        let position = the.filter(|_| first.kind == QuantityKind::Rank).unwrap_or(position);
        self.units.rules.range_before.iter().find_map(|word| {
            let start = position.checked_sub(word.chars().count())?;
            self.line.text(start, position).eq_ignore_ascii_case(word).then_some(start)
        })
    }

    /// Whether the second number carries a scale that holds for a first digit too: 3、4千人.
    pub(super) fn scaled(&self, first: &Draft, second: &Draft) -> bool {
        let scale = self.numbers.get(second.number).map_or(0, |number| number.scale);
        let shifted = first.value.lower.map(|value| (value + 1.0) * 10f64.powi(scale));
        scale > 0 && shifted == second.value.lower
    }

    /// Gives the first end of a range the unit and the scale of the second.
    pub(super) fn share_unit(&self, whole: &mut Draft, second: &mut Draft, first: &Draft) {
        let scales =
            (self.numbers.get(first.number).map(|n| n.scale), self.numbers.get(second.number).map(|n| n.scale));
        if !first.is_told {
            (whole.kind, whole.unit, whole.factor, whole.base) =
                (second.kind, second.unit.clone(), second.factor, second.base);
            let times = self.numbers.get(second.number).zip(second.value.lower);
            let times = times.filter(|(number, _)| number.low != 0.0).map_or(1.0, |(number, value)| value / number.low);
            if second.because.contains(&"unit") && second.numbers == 1 && !second.because.contains(&"half") {
                scale(&mut whole.value, times);
            }
            for reason in &second.because {
                whole.reason(reason);
            }
        }
        if let (Some(0), Some(power)) = scales
            && power > 0
            && whole
                .value
                .lower
                .is_some_and(|low| Some(low * 10f64.powi(power)) < second.value.upper && low < 10f64.powi(power))
        {
            scale(&mut whole.value, 10f64.powi(power));
        }
    }
}

fn word_is_between(line: &Line, position: usize) -> bool {
    line.after(position, "の間").is_some() || line.after(position, "までの間").is_some()
}
