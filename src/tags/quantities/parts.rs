//! Halves and smaller units that go on a quantity: 3年半, 2ドル3セント, 1分5秒88.

use super::{Counted, Draft, Reader, Unit, shift};
use crate::letters::is_one_of;
use crate::report::QuantityKind;
use crate::tags::line;
use crate::tags::numbers::Number;

impl Reader<'_> {
    /// Whether a counter that ends here in kana is a shorter one with the beginning of the next word: 30分けいこする.
    pub(super) fn overlaps(&self, end: usize) -> bool {
        let next = self.line.at(end);
        let is_word = line::is_hiragana(next) && !is_one_of(next, self.units.rules.kana.closing);
        is_word && self.units.rules.overlapping.iter().any(|word| self.line.ends_with(end, word))
    }

    /// 「3年半」: a half of the unit more.
    pub(super) fn half(&self, draft: &mut Draft, unit: &Unit) {
        let Some(end) = self.units.rules.half.iter().find_map(|half| self.line.after(draft.end, half)) else { return };
        let goes_on = is_one_of(self.line.at(end), "導島径額端数減期分ば導身透");
        if !goes_on {
            shift(&mut draft.value, 0.5 * unit.times);
            draft.end = end;
            draft.reason("half");
        }
    }

    /// 「2ドル3セント」「1時間30分」「3割8分7厘」: smaller units of the same kind.
    pub(super) fn parts(&self, draft: &mut Draft, unit: &'static Unit) {
        let mut last = unit;
        while let Some(number) = self.numbers.get(draft.number + draft.numbers) {
            let gap = |between: &&&str| self.line.after(draft.end, between) == Some(number.start);
            let joined = self.units.rules.between_parts.iter().any(|between| gap(&between));
            // 1日15分 is so much a day.
            let is_rate = unit.name == "日" && draft.end == number.start && draft.value.lower == Some(1.0);
            let is_part = |(_, part): &(usize, &'static Unit)| is_part(unit, last, part);
            let found = self.units.units.all_at(self.line, self.line.skip_spaces(number.end)).find(is_part);
            let digit = unit.times == 10.0 && number.low < 10.0 && self.unit(number, number.end).is_none();
            if self.spoken_coins(draft, unit, number) {
                return;
            }
            if joined && found.is_none() && digit && unit.kind == QuantityKind::Percent {
                // 七成六: the digit after a tenth counts hundredths.
                shift(&mut draft.value, number.low);
                (draft.end, draft.numbers) = (number.end, draft.numbers + 1);
                return;
            }
            let Some((end, part)) = found.filter(|_| joined && !is_rate && !number.is_vague()) else { return };
            let worth = if unit.kind == QuantityKind::Duration || unit.kind == QuantityKind::Length {
                part.factor / unit.factor
            } else {
                part.times
            };
            shift(&mut draft.value, number.low * worth);
            (draft.end, last) = (end, part);
            draft.numbers += 1;
            draft.reason("parts");
            self.half(draft, &Unit { times: worth, ..*part });
        }
    }

    /// 1分5秒88: digits straight after the seconds are their decimals.
    pub(super) fn hundredths(&self, draft: &mut Draft, unit: &Unit) {
        let Some(number) = self.numbers.get(draft.number + draft.numbers) else { return };
        let joined =
            number.start == draft.end && (1..=3).contains(&number.digits) && self.line.before(draft.end) == '秒';
        let ends = !self.line.at(number.end).is_alphabetic() || line::is_hiragana(self.line.at(number.end));
        if joined && ends && unit.kind == QuantityKind::Duration {
            let decimals = number.low / 10f64.powi(number.digits as i32);
            shift(&mut draft.value, decimals / unit.factor);
            (draft.end, draft.numbers) = (number.end, draft.numbers + 1);
            draft.reason("parts");
        }
    }

    /// "15 dollars 50": two digits after a currency, and nothing that they count, are hundredths of it.
    fn spoken_coins(&self, draft: &mut Draft, unit: &Unit, number: &Number) -> bool {
        let spaced = self.units.rules.counted == Counted::Spaced;
        let coins = unit.kind == QuantityKind::Money && unit.times == 1.0 && number.digits == 2;
        let next = self.line.at(number.end);
        let ends = is_one_of(next, ".,;!?") && !self.line.at(number.end + 1).is_ascii_digit() || next == line::NONE;
        let ends = ends || self.line.after(number.end, " more").is_some();
        let fits = spaced && coins && ends && self.line.after(draft.end, " ") == Some(number.start);
        if fits {
            shift(&mut draft.value, number.low / 100.0);
            (draft.end, draft.numbers) = (number.end, draft.numbers + 1);
            draft.reason("parts");
        }
        fits
    }
}

/// Whether `part` goes on a quantity in `unit` whose last part was `last`.
fn is_part(unit: &Unit, last: &Unit, part: &Unit) -> bool {
    if part.kind != unit.kind {
        return false;
    }
    match unit.kind {
        QuantityKind::Duration | QuantityKind::Length => part.factor > 0.0 && part.factor < last.factor,
        QuantityKind::Money | QuantityKind::Percent => part.name == unit.name && part.times < last.times,
        _ => false,
    }
}
