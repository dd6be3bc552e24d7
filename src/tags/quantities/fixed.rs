//! Quantities that are said without a number: 半年, more than half.

use super::{Draft, Fixed, Reader};
use crate::letters::is_one_of;
use crate::report::{Interval, QuantityKind};
use crate::tags::line;
use crate::tags::numbers::Number;
use std::ops::Range;

impl Reader<'_> {
    /// Quantities that are said without a number.
    pub(super) fn fixed(&self, claimed: &[Range<usize>]) -> Vec<Draft> {
        let mut drafts = Vec::new();
        let mut position = 0;
        while position < self.line.length() {
            if let Some((end, ())) = self.units.fixed_guards.at(self.line, position) {
                position = end;
                continue;
            }
            let Some((end, fixed)) = self.units.fixed.at(self.line, position) else {
                position += 1;
                continue;
            };
            let word_goes_on =
                line::is_han(self.line.before(position)) && is_one_of(self.line.before(position), "大前後上下折過夜");
            let is_taken = claimed
                .get(claimed.partition_point(|range| range.end <= position))
                .is_some_and(|range| range.start < end);
            let bounded = !self.is_half_of_number(position, end)
                && (!is_loose_half(self.line.at(position), fixed)
                    || self.units.before.before(self.line, self.line.skip_spaces_back(position)).is_some());
            if !word_goes_on && !is_taken && bounded {
                let mut draft = fixed_draft(position, end, fixed, self.numbers);
                self.bounds(&mut draft);
                drafts.push(draft);
            }
            position = end;
        }
        drafts
    }

    /// Half a million is a number.
    fn is_half_of_number(&self, start: usize, end: usize) -> bool {
        let index = self.numbers.partition_point(|number| number.start < start);
        self.numbers.get(index).is_some_and(|number| number.start == start && number.end > end)
    }
}

/// Half alone is a quantity only after a word of bounds: more than half.
fn is_loose_half(first: char, fixed: &Fixed) -> bool {
    fixed.kind == QuantityKind::Number && first.is_ascii_alphabetic()
}

fn fixed_draft(start: usize, end: usize, fixed: &Fixed, numbers: &[Number]) -> Draft {
    // The particle of 最初の only tells the order from the adverb.
    let end = if fixed.kind == QuantityKind::Rank { end - 1 } else { end };
    let upper = (!fixed.more).then_some(fixed.low);
    Draft {
        start,
        end,
        value: Interval { lower: Some(fixed.low), upper, lower_inclusive: !fixed.more, upper_inclusive: true },
        kind: fixed.kind,
        unit: fixed.unit.to_owned(),
        factor: fixed.factor,
        base: fixed.base,
        approximate: false,
        is_told: true,
        because: vec!["word"],
        number: numbers.partition_point(|number| number.start < end),
        numbers: 0,
    }
}
