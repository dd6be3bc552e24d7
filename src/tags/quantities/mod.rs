//! Quantities: numbers with their units, hedges and bounds, as intervals.

mod addresses;
mod bounds;
mod fixed;
mod parts;
mod ranges;
mod rules;
mod subject;

use super::line::{self, Line};
use super::numbers::{Form, Number};
use crate::letters::is_one_of;
use crate::report::{Base, Interval, Quantity, QuantityKind};
use crate::span::Span;
pub use rules::*;
use std::ops::Range;

/// A quantity on its way. Positions count characters.
#[derive(Clone, Debug)]
struct Draft {
    start: usize,
    end: usize,
    value: Interval,
    kind: QuantityKind,
    unit: String,
    /// How many base units one of the unit is, and the base unit.
    factor: f64,
    base: &'static str,
    approximate: bool,
    /// Whether anything but digits says that this is a quantity.
    is_told: bool,
    because: Vec<&'static str>,
    /// The number it begins with, and how many numbers it holds.
    number: usize,
    numbers: usize,
}

impl Draft {
    fn reason(&mut self, because: &'static str) {
        if !self.because.contains(&because) {
            self.because.push(because);
        }
    }

    fn is_range(&self) -> bool {
        self.because.contains(&"range")
    }
}

/// A line with its numbers, about to be read.
struct Reader<'a> {
    line: &'a Line,
    numbers: &'a [Number],
    units: &'a Units,
}

/// The quantities of a line, in order. `claimed` are the stretches that times have taken, in order.
pub fn find(line: &Line, numbers: &[Number], units: &Units, claimed: &[Range<usize>]) -> Vec<Quantity> {
    let reader = Reader { line, numbers, units };
    let mut drafts: Vec<Draft> = Vec::new();
    let mut taken = claimed.iter().peekable();
    let mut fixed = reader.fixed(claimed).into_iter().peekable();
    let mut index = 0;
    while let Some(number) = numbers.get(index) {
        while taken.next_if(|range| range.end <= number.start).is_some() {}
        if taken.peek().is_some_and(|range| range.start < number.end) {
            index += 1;
            continue;
        }
        while let Some(draft) = fixed.next_if(|draft| draft.start < number.start) {
            reader.push(&mut drafts, draft);
        }
        let Some(draft) = reader.quantity(index) else {
            index += 1;
            continue;
        };
        index += draft.numbers;
        reader.push(&mut drafts, draft);
    }
    fixed.for_each(|draft| reader.push(&mut drafts, draft));
    let mut address = None;
    drafts.retain(|draft| !reader.is_margin(draft) && !reader.is_address(draft, &mut address));
    let mut found: Vec<Quantity> = drafts.iter().map(|draft| reader.finish(draft)).collect();
    // Half of another quantity is no noun.
    for index in 1..found.len() {
        let (before, after) = found.split_at_mut(index);
        if let (Some(last), Some(quantity)) = (before.last(), after.first_mut())
            && quantity.of.is_some_and(|of| of.overlaps(last.span))
        {
            let place = drafts.get(index).map(|draft| (draft.start, draft.end));
            let topic = place.and_then(|place| subject::of_clause(line, place, units.rules));
            quantity.of = topic.filter(|of| !of.overlaps(last.span));
        }
    }
    found
}

impl Reader<'_> {
    /// The quantity that begins with a number.
    fn quantity(&self, index: usize) -> Option<Draft> {
        let first = self.measured(index)?;
        let mut draft = self.range(&first).unwrap_or(first);
        self.bounds(&mut draft);
        // 第一列島線 is a name; an ordinal of Chinese numerals alone stands free.
        let form = self.numbers.get(index).map(|number| number.form);
        let in_name = draft.kind == QuantityKind::Rank && draft.unit.is_empty() && form == Some(Form::Han);
        if in_name && line::is_han(self.line.at(draft.end)) {
            return None;
        }
        (draft.is_told || self.is_bare_number(&draft)).then_some(draft)
    }

    /// A number with its currency or unit, and smaller parts after it.
    fn measured(&self, index: usize) -> Option<Draft> {
        let number = self.numbers.get(index)?;
        let mut draft = plain_draft(number, index);
        let before = self.line.skip_spaces_back(number.start);
        if let Some((start, iso)) = self.units.currencies.before(self.line, before) {
            (draft.start, draft.kind, draft.unit) = (start, QuantityKind::Money, (*iso).to_owned());
            (draft.is_told, draft.because) = (true, vec!["currency sign"]);
            // MUSD 60
            if self.line.at(start) == 'M' && self.line.after(start + 1, iso) == Some(before) {
                scale(&mut draft.value, 1e6);
            }
            self.money_scale(&mut draft);
            self.repeated_currency(&mut draft);
            return Some(draft);
        }
        if let Some((start, worth)) = self.units.shares.before(self.line, before) {
            (draft.start, draft.kind, draft.unit) = (start, QuantityKind::Percent, "%".to_owned());
            (draft.is_told, draft.because) = (true, vec!["share"]);
            scale(&mut draft.value, *worth);
            return Some(draft);
        }
        if self.on_scale(&mut draft, before, number.end) {
            return Some(draft);
        }
        if number.form == Form::Ordinal {
            (draft.kind, draft.is_told, draft.because) = (QuantityKind::Rank, true, vec!["ordinal"]);
            return Some(draft);
        }
        let surplus = self.units.rules.surplus.iter().find_map(|word| self.line.after(number.end, word));
        let surplus = surplus.and_then(|written| Some((written, self.unit(number, written)?)));
        if let Some((written, (end, unit))) = surplus {
            self.apply_unit(&mut draft, written, end, unit);
            bounds::apply(&mut draft, Bound::MoreThan);
        } else if let Some((end, unit)) = self.unit(number, number.end) {
            self.apply_unit(&mut draft, number.end, end, unit);
            self.half(&mut draft, unit);
            self.parts(&mut draft, unit);
            self.hundredths(&mut draft, unit);
        } else if self.age_in_brackets(number) || self.age_after_name(number) {
            (draft.kind, draft.is_told) = (QuantityKind::Age, true);
            draft.reason("age after a person");
        } else if number.form == Form::Some || !self.counted(&mut draft, number) && self.goes_on(number) {
            return None;
        }
        Some(draft)
    }

    /// 震度6強: a step of a scale. Its 強 is no bound.
    fn on_scale(&self, draft: &mut Draft, before: usize, end: usize) -> bool {
        let Some((start, steps)) = self.units.scales.before(self.line, before) else { return false };
        (draft.start, draft.kind, draft.unit) = (start, QuantityKind::Other, self.line.text(start, before));
        draft.end = steps.iter().find_map(|step| self.line.after(end, step)).unwrap_or(end);
        (draft.is_told, draft.because) = (true, vec!["scale"]);
        true
    }

    /// 男性(48): an age alone in brackets after a person.
    fn age_in_brackets(&self, number: &Number) -> bool {
        let persons = self.units.rules.persons;
        let open = number.start.checked_sub(1).filter(|open| self.line.at(*open) == '(');
        let fits = number.digits > 0 && (1.0..120.0).contains(&number.low) && self.line.at(number.end) == ')';
        fits && open.is_some_and(|open| {
            persons.iter().any(|person| {
                open.checked_sub(person.chars().count()).is_some_and(|start| self.line.after(start, person).is_some())
            })
        })
    }

    /// Maria Chen, 52, has: an age between commas after a name of two capitals.
    fn age_after_name(&self, number: &Number) -> bool {
        let fits =
            number.digits == 2 && (10.0..110.0).contains(&number.low) && self.units.rules.counted == Counted::Spaced;
        let closes = is_one_of(self.line.at(number.end), ",.") && !self.line.at(number.end + 1).is_alphanumeric();
        let Some(end) = number.start.checked_sub(2).filter(|end| self.line.after(*end, ", ").is_some()) else {
            return false;
        };
        let name = |end: usize| {
            let start = self.line.run_back(end, 24, |c| c.is_alphabetic() || is_one_of(c, "'-"));
            (end - start > 1 && self.line.at(start).is_uppercase()).then_some(start)
        };
        let first = name(end).filter(|start| self.line.before(*start) == ' ').and_then(|start| name(start - 1));
        // In Paris, 52, …: a place stands after a small word.
        fits && closes && first.is_some_and(|start| start == 0 || self.line.before(start) == ' ')
    }

    /// The unit after a number, past spaces, and in brackets where a table has it so: 20 (kg).
    fn unit(&self, number: &Number, written: usize) -> Option<(usize, &'static Unit)> {
        let bracket = self.line.after(self.line.skip_spaces(written), "(").and_then(|open| {
            let (end, unit) = self.units.units.at(self.line, open)?;
            let measures = unit.factor > 0.0 && unit.kind != QuantityKind::Duration;
            (measures && self.line.at(end) == ')').then_some((end + 1, unit))
        });
        if bracket.is_some() {
            return bracket;
        }
        let hyphen = self.units.rules.counted == Counted::Spaced && self.line.at(written) == '-';
        let position = if hyphen { written + 1 } else { self.line.skip_spaces(written) };
        let short = number.form == Form::Han && number.end - number.start < 3;
        let in_word = short && line::is_han(self.line.before(number.start)) && !self.stands_off(number.start);
        let fits = |unit: &Unit| match unit.strength {
            Strength::Strong => true,
            Strength::Weak => !in_word,
            Strength::Part => false,
        };
        // The sign in 1 $10 bill is that of the second number.
        // 5块 are five yuan; 5块芯片 are chips.
        let counts = |end: usize, unit: &Unit| {
            unit.kind == QuantityKind::Money
                && is_one_of(self.line.before(end), "块塊")
                && self.line.at(end).is_alphabetic()
        };
        let of_next = |end: usize| self.line.at(end).is_ascii_digit() && self.line.before(end) == '$';
        // 10G is no mass, but a generation or a giga.
        let is_giga = self.line.at(position) == 'G' && !self.line.at(position + 1).is_ascii_alphabetic();
        let found = self.units.units.all_at(self.line, position).find(|(end, unit)| {
            fits(unit)
                && !is_giga
                && !self.is_score(*end)
                && !self.overlaps(*end)
                && !counts(*end, unit)
                && !of_next(*end)
                && !self.line.is_inside_name(*end)
        })?;
        let is_joined = position <= written + 4;
        let next = self.line.at(found.0);
        let compound = short && line::is_han(self.line.before(found.0)) && line::is_han(next) && next != '第';
        let ordinal = number.form == Form::Han
            && self.units.before.before(self.line, number.start).is_some_and(|(_, bound)| *bound == Bound::Rank);
        // 2 円安… in a ranking: the number of an entry and its words.
        let numbers_entry = number.start == 0
            && position > written
            && number.form == Form::Western
            && number.digits < 3
            && line::is_han(next);
        // 300ミリウエハー: a length before what is so long.
        let breaks = self.breaks_word(found.0) && !(found.1.kind == QuantityKind::Length && self.word_begins(found.0));
        (is_joined && !breaks && !numbers_entry && !(compound && (ordinal || found.1.strength == Strength::Weak)))
            .then_some(found)
    }

    /// Whether a word of bounds stands before a number: 約三人.
    fn stands_off(&self, start: usize) -> bool {
        self.units.before.before(self.line, start).is_some()
            || is_one_of(self.line.before(start), "各全毎年月日同女男者計総")
    }

    /// Whether cutting at `end` would cut a word of katakana in two.
    fn breaks_word(&self, end: usize) -> bool {
        let (last, next) = (self.line.before(end), self.line.at(end));
        line::is_katakana(last) && line::is_katakana(next)
    }

    /// 6対3 is a score.
    fn is_score(&self, end: usize) -> bool {
        self.line.before(end) == '対' && self.line.at(end).is_ascii_digit()
    }

    /// Whether three or more katakana follow, so that a word can begin there.
    fn word_begins(&self, position: usize) -> bool {
        self.line.run(position, line::is_katakana) > position + 2
    }

    fn apply_unit(&self, draft: &mut Draft, written: usize, end: usize, unit: &Unit) {
        let start = self.line.run(written, |c| is_one_of(c, " -("));
        let written = self.line.text(start, end);
        draft.unit = if unit.name.is_empty() { written.trim_end_matches(')').to_owned() } else { unit.name.to_owned() };
        draft.end = end;
        (draft.kind, draft.factor, draft.base) = (unit.kind, unit.factor, unit.base);
        draft.is_told = true;
        scale(&mut draft.value, unit.times);
        // A tenth can be written with its digits alone: 八五折 is 85 %.
        if unit.kind == QuantityKind::Percent && draft.value.lower > Some(100.0) && self.line.before(end) == '折' {
            scale(&mut draft.value, 1.0 / unit.times);
        }
        draft.reason("unit");
        // 20代 are those from 20 to 29 years old.
        let tens = draft.value.lower.filter(|low| (10.0..100.0).contains(low) && low % 10.0 == 0.0);
        if let Some(low) = tens.filter(|_| draft.unit == "代" && draft.value.upper == draft.value.lower) {
            draft.kind = QuantityKind::Age;
            (draft.value.upper, draft.value.upper_inclusive) = (Some(low + 10.0), false);
        }
        let schools = self.units.rules.schools.iter();
        let of_school = || schools.clone().any(|word| self.line.ends_with(draft.start, word));
        if draft.kind == QuantityKind::Duration && end == start + 1 && draft.value.upper <= Some(6.0) && of_school() {
            (draft.kind, draft.factor) = (QuantityKind::Rank, 0.0);
            draft.reason("ordinal");
        }
        let is_warmth = |low: f64| !(0.0..10.0).contains(&low) || self.speaks_of_warmth(draft.start);
        if draft.kind == QuantityKind::Count && draft.unit == "度" && draft.value.lower.is_some_and(is_warmth) {
            draft.kind = QuantityKind::Temperature;
        }
    }

    /// Whether a word of warmth stands near before a number: 気温は3度.
    fn speaks_of_warmth(&self, start: usize) -> bool {
        self.line.between(start.saturating_sub(12), start).contains(&'温')
    }

    /// £350m, $3b: scales that mean something else where no currency stands before.
    fn money_scale(&self, draft: &mut Draft) {
        let scales = [("m", 1e6), ("mn", 1e6), ("b", 1e9), ("bn", 1e9)];
        let found = scales.iter().find_map(|(letters, times)| Some((self.line.after(draft.end, letters)?, *times)));
        if let Some((end, times)) = found.filter(|(end, _)| !self.line.at(*end).is_ascii_alphanumeric()) {
            scale(&mut draft.value, times);
            draft.end = end;
        }
    }

    /// `US$ 5 USD`, `$5 million dollars`: a unit that says again what the sign said.
    fn repeated_currency(&self, draft: &mut Draft) {
        let position = self.line.skip_spaces(draft.end);
        let same = |(_, unit): &(usize, &'static Unit)| unit.kind == QuantityKind::Money && unit.times == 1.0;
        if let Some((end, unit)) = self.units.units.all_at(self.line, position).find(same) {
            (draft.end, draft.unit) = (end, unit.name.to_owned());
        }
    }

    /// 「3工程」, `2,048 GPUs`: what is counted stands where a counter would.
    fn counted(&self, draft: &mut Draft, number: &Number) -> bool {
        // 川崎3―2浜松: a score is no count of what follows.
        let is_score = is_one_of(self.line.before(number.start), "-–")
            && self.line.before(number.start.saturating_sub(1)).is_ascii_digit()
            && self.units.rules.counted == Counted::Joined;
        let is_plain = !is_score && matches!(number.form, Form::Western | Form::Mixed | Form::Words);
        let found = match self.units.rules.counted {
            _ if !is_plain || self.is_pronoun(number) => None,
            Counted::Joined => subject::joined_noun(self.line, number),
            Counted::Spaced => subject::next_noun(self.line, number.end),
            Counted::Nothing => None,
        };
        let expected = |end: usize| {
            self.is_score(end) || self.units.rules.expecters.iter().any(|word| self.line.after(end, word).is_some())
        };
        let found = found.filter(|(start, end)| self.units.after.at(self.line, *start).is_none() && !expected(*end));
        let Some((start, end)) = found else {
            return false;
        };
        draft.unit = self.line.text(start, end);
        (draft.end, draft.kind, draft.is_told) = (end, QuantityKind::Count, true);
        draft.reason("counted noun");
        true
    }

    /// Whether letters go on straight after a number, so that it is part of a name: 910c, 4K.
    fn goes_on(&self, number: &Number) -> bool {
        let next = self.line.at(number.end);
        next.is_ascii_alphabetic() || next == '_'
    }

    /// Adds a draft, or joins it to the one before where the two bound one value from both sides.
    fn push(&self, drafts: &mut Vec<Draft>, draft: Draft) {
        if let Some(last) = drafts.last_mut() {
            if draft.start < last.end {
                return;
            }
            if let Some(joined) = self.two_sided(last, &draft) {
                *last = joined;
                return;
            }
        }
        drafts.push(draft);
    }

    /// Whether a number without any unit, bound or hedge is a quantity and no part of a name.
    fn is_bare_number(&self, draft: &Draft) -> bool {
        let Some(number) = self.numbers.get(draft.number) else { return false };
        let (before, next) = (self.line.before(draft.start), self.line.at(draft.end));
        let word_goes_on = line::is_han(next) || line::is_katakana(next) || next.is_ascii_alphanumeric();
        match number.form {
            Form::Some => false,
            Form::Han => {
                let inside = line::is_han(before) || line::is_katakana(before) || word_goes_on;
                // 二二八 is a name; in 一九八四 the digits are said one by one.
                let spelled = number.digits > 1;
                !inside
                    && !spelled
                    && (number.end > number.start + 1 || is_one_of(next, "はとでだ。、.が") || next == line::NONE)
            }
            Form::Words => !next.is_ascii_alphanumeric() && !self.is_pronoun(number),
            // 3分の1減る
            Form::Fraction if self.is_predicated(draft.end) => true,
            _ => !word_goes_on && self.units.rules.stands_free(self.line, draft.start, number),
        }
    }

    /// Whether a number is all that its line holds: a ranking or the number of a page, in the margin.
    fn is_margin(&self, draft: &Draft) -> bool {
        let alone = self.line.skip_spaces(0) == draft.start && self.line.skip_spaces(draft.end) == self.line.length();
        let digits = self.numbers.get(draft.number).map_or(0, |number| number.digits);
        alone && draft.kind == QuantityKind::Number && draft.numbers == 1 && (1..=4).contains(&digits) && !draft.is_told
    }

    /// Whether a noun before a quantity is rather a word of bounds or of a period: 計, 月額.
    fn is_bound(&self, of: Span) -> bool {
        let (start, end) = (self.line.position(of.start), self.line.position(of.end));
        self.units.before.at(self.line, start).is_some_and(|(after, _)| after >= end)
    }

    /// The noun that the quantity says something of; a word of bounds stands between at most.
    fn subject(&self, draft: &Draft) -> Option<Span> {
        let length = draft.kind == QuantityKind::Duration;
        // 初出場の22歳、森下選手: the age goes on to whom it is of.
        let next = self.line.at(draft.end);
        if draft.kind == QuantityKind::Age && next == '、' || length && is_one_of(next, "、と") {
            return subject::beside(self.line, draft.start, length, self.units.rules)
                .filter(|noun| !self.is_bound(*noun));
        }
        let find = |start| subject::find(self.line, (start, draft.end), length, self.units.rules);
        let noun = find(draft.start)?;
        let noun = if self.is_bound(noun) { find(self.line.position(noun.start))? } else { noun };
        (!self.is_bound(noun)).then_some(noun)
    }

    fn finish(&self, draft: &Draft) -> Quantity {
        let base = (draft.factor > 0.0).then(|| {
            let mut value = draft.value;
            scale(&mut value, draft.factor);
            Base { value, unit: draft.base.to_owned() }
        });
        Quantity {
            span: self.line.span(draft.start, draft.end),
            kind: draft.kind,
            value: draft.value,
            unit: draft.unit.clone(),
            base,
            approximate: draft.approximate,
            of: self.subject(draft),
            because: draft.because.iter().map(|reason| (*reason).to_owned()).collect(),
        }
    }
}

fn plain_draft(number: &Number, index: usize) -> Draft {
    Draft {
        start: number.start,
        end: number.end,
        value: Interval {
            lower: Some(number.low),
            upper: (!number.more).then_some(number.high),
            lower_inclusive: !number.more,
            upper_inclusive: !number.open,
        },
        kind: QuantityKind::Number,
        unit: String::new(),
        factor: 0.0,
        base: "",
        approximate: number.is_vague(),
        is_told: false,
        because: vec![match number.form {
            Form::Western => "digits",
            Form::Han | Form::Some => "Chinese numerals",
            Form::Mixed => "digits and Chinese units",
            Form::Words => "number words",
            Form::Fraction => "fraction",
            Form::Ordinal => "ordinal",
        }],
        number: index,
        numbers: 1,
    }
}

/// Multiplies both ends.
fn scale(value: &mut Interval, times: f64) {
    value.lower = value.lower.map(|bound| product(bound, times));
    value.upper = value.upper.map(|bound| product(bound, times));
}

/// A product without the last digit's noise: 2.1 · 10 is 21.
fn product(bound: f64, times: f64) -> f64 {
    let product = bound * times;
    let rounded = format!("{product:.12e}").parse().unwrap_or(product);
    if times == 1.0 { bound } else { rounded }
}

/// Adds to both ends.
fn shift(value: &mut Interval, by: f64) {
    let add = |bound: f64| {
        let sum = bound + by;
        format!("{sum:.12e}").parse().unwrap_or(sum)
    };
    value.lower = value.lower.map(add);
    value.upper = value.upper.map(add);
}
