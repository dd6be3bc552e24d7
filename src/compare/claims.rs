//! What a report gives a number or a date for: the property, the thing, the time, and how it was counted.

use super::cues::within;
use super::entities::Joined;
use super::input::Input;
use super::property::{self, CLAUSE, WORDS, distance, is_parted};
use super::subjects::{Grade, Key, Near, Subject};
use crate::languages::comparison::{CHANGE, NO_COUNTING, Nature, Owner, PART, PREVIOUS};
use crate::order::Order;
use crate::report::{HedgeKind, Interval, Quantity, QuantityKind, TimeType};
use crate::span::Span;
use std::collections::BTreeSet;

/// A number or a date that a report gives for a property of a thing.
#[derive(Clone, Debug)]
pub struct Claim {
    pub report: u32,
    /// The language that the report is in.
    pub language: &'static str,
    /// Which quantity or time of the report it is.
    pub index: u32,
    pub span: Span,
    pub attribute: String,
    pub nature: Nature,
    /// What values must have in common to be compared at all.
    pub class: String,
    /// As it is reported.
    pub unit: String,
    /// As it is reported, and in the base unit where there is one.
    pub value: Interval,
    pub comparable: Interval,
    pub approximate: bool,
    pub subject: Subject,
    /// The test that it is reached in, as a thing.
    pub test: Option<usize>,
    /// The time that it is of, as a TIMEX3 value.
    pub period: Option<String>,
    /// The day that it is of, of what changes within a day.
    pub day: Option<String>,
    /// How it was counted, as names of the language's table.
    pub countings: Vec<&'static str>,
    pub published: Option<String>,
    pub source: Option<String>,
    pub hedges: Vec<HedgeKind>,
    /// Whether it is a date.
    pub is_date: bool,
}

/// All numbers of a report that are given for something, in order; some things are known as tests.
pub fn of_quantities(report: u32, input: &Input, joined: &Joined, tests: &BTreeSet<usize>) -> Vec<Claim> {
    let near = Near::new(input, joined, report, Owner::Any).knowing(tests);
    let quantities = (0u32..).zip(&input.report.quantities);
    quantities.filter_map(|(index, quantity)| of_quantity((report, index), near, quantity)).collect()
}

fn of_quantity((report, index): (u32, u32), near: Near, quantity: &Quantity) -> Option<Claim> {
    let input = near.input;
    if !input.is_said(quantity.span) || !is_given(input, quantity) {
        return None;
    }
    let attribute = property::of(input, quantity)?;
    let sentence = input.inner_sentence(quantity.span)?;
    let clause = clause(input, sentence, quantity.span);
    let (nature, base) = (attribute.nature, quantity.base.as_ref());
    let near = near.of(attribute.owner);
    let test = if attribute.is_tested { test(&near, sentence, quantity.span) } else { None };
    let subject = near.without(test).find(quantity, (sentence, clause, nature));
    let countings = countings(input, clause, quantity.span);
    let is_moved = !attribute.moved.is_empty() && countings.contains(&CHANGE);
    let period = if attribute.owner == Owner::Person { None } else { period(input, sentence, quantity.span) };
    let day = if attribute.is_of_a_day() { day(input, sentence, quantity.span) } else { None };
    // A place in an order and an age say nothing without whose they are.
    let needs_owner = quantity.kind == QuantityKind::Rank || attribute.owner == Owner::Person;
    (!needs_owner || subject.grade == Grade::Named).then(|| Claim {
        report,
        language: input.language.code,
        index,
        span: quantity.span,
        subject,
        class: test.map_or(String::new(), |test| format!("{test} ")) + &class(input, quantity, nature),
        attribute: if is_moved { attribute.moved.to_owned() } else { attribute.name },
        test,
        nature,
        unit: base.map_or(&quantity.unit, |base| &base.unit).clone(),
        value: quantity.value,
        comparable: base.map_or(quantity.value, |base| base.value),
        approximate: quantity.approximate,
        period,
        day,
        countings,
        published: input.report.metadata.published.clone(),
        source: input.source_at(quantity.span).map(str::to_owned),
        hedges: hedges(input, sentence, quantity.span),
        is_date: false,
    })
}

/// The test that the sentence of a figure or the one before speaks of.
fn test(near: &Near, sentence: Span, place: Span) -> Option<usize> {
    let before = || near.input.sentence_before(near.input.sentence_at(place)?);
    near.test(sentence, place).or_else(|| near.test(before()?, place))
}

/// Whether a quantity is given for something: it is no part of a name, nor a whole of which only a part is spoken of.
fn is_given(input: &Input, quantity: &Quantity) -> bool {
    let rules = input.language.comparison;
    let is_numbered = !rules.naming_prefix.is_empty() && input.slice(quantity.span).starts_with(rules.naming_prefix);
    let is_place_in_order = rules.order_counters.contains(&quantity.unit.as_str());
    let is_name = rules.naming_counters.contains(&quantity.unit.as_str()) || is_numbered && !is_place_in_order;
    let is_whole = rules.whole_marks.iter().any(|mark| input.after(quantity.span).starts_with(mark));
    // 総パラメータ6710億のうち: the whole has a property of its own.
    let is_named = quantity
        .of
        .is_some_and(|noun| noun.end == quantity.span.start && within(&input.hits.attributes, noun).last().is_some());
    !is_name && (!is_whole || is_named) && !is_base_of_rate(input, quantity)
}

/// Whether a quantity only tells for how much something is paid: 100万トークンあたり2ドル, 1時間2ドル.
fn is_base_of_rate(input: &Input, quantity: &Quantity) -> bool {
    let quantities = &input.report.quantities;
    let next = quantities.get(quantities.partition_point(|other| other.span.start < quantity.span.end));
    let is_paid = next.is_some_and(|next| next.kind == QuantityKind::Money && next.span.start == quantity.span.end);
    let is_marked =
        input.language.comparison.rate_marks.iter().any(|mark| input.after(quantity.span).starts_with(mark));
    quantity.kind != QuantityKind::Money && (is_paid || is_marked)
}

/// The clause of a sentence that a place stands in; a clause mark inside the place parts nothing.
pub fn clause(input: &Input, sentence: Span, place: Span) -> Span {
    input.between(sentence, place, |sign| input.language.comparison.clause_marks.contains(&sign))
}

/// What values must have in common to be compared: the unit, however it is written.
fn class(input: &Input, quantity: &Quantity, nature: Nature) -> String {
    if let Some(base) = &quantity.base {
        return base.unit.clone();
    }
    match quantity.kind {
        QuantityKind::Money | QuantityKind::Percent => quantity.unit.clone(),
        QuantityKind::Rank => format!("rank {}", quantity.unit),
        // 40歳 and (40)
        QuantityKind::Age => "age".to_owned(),
        QuantityKind::Count | QuantityKind::Number if nature != Nature::Loose => "count".to_owned(),
        QuantityKind::Count => {
            let counters = input.language.comparison.counters;
            let known = counters.iter().find(|counters| counters.contains(&quantity.unit.as_str()));
            known.and_then(|counters| counters.first()).map_or(quantity.unit.clone(), |first| (*first).to_owned())
        }
        kind => format!("{kind:?} {}", quantity.unit),
    }
}

/// The year, quarter or month that the sentence speaks of before a figure, the last such; days tell when something was
/// said.
fn period(input: &Input, sentence: Span, place: Span) -> Option<String> {
    let times = &input.report.times;
    let after = times.partition_point(|time| time.span.start < place.start);
    let here = times.get(after.saturating_sub(WORDS)..after).unwrap_or(&[]).iter().rev();
    let here = here.filter(|time| sentence.contains(time.span) && time.kind == TimeType::Date);
    // Founded in 2022, it employs 160 people.
    let here = here.filter(|time| !is_of_event(input, time.span, place));
    here.filter_map(|time| time.value.clone()).find(|value| is_anchored(value) && value.len() <= 7)
}

/// Whether a time tells when something happened rather than of when a figure is: the event's word stands beside it, and
/// the figure in another clause.
fn is_of_event(input: &Input, time: Span, place: Span) -> bool {
    let events = &input.hits.events;
    let after = events.partition_point(|(event, _)| event.start < time.start);
    let beside = events.get(after.saturating_sub(1)..(after + 1).min(events.len())).unwrap_or(&[]);
    let own = distance(input, time, place);
    own >= CLAUSE && beside.iter().any(|(event, _)| distance(input, *event, time) < CLAUSE.min(own))
}

/// The day that the sentence of a figure speaks of: the last before it, else the first after it.
fn day(input: &Input, sentence: Span, place: Span) -> Option<String> {
    let times = &input.report.times;
    let after = times.partition_point(|time| time.span.start < place.start);
    let around = times.get(after.saturating_sub(WORDS)..(after + WORDS).min(times.len())).unwrap_or(&[]);
    let days = around.iter().filter(|time| sentence.contains(time.span) && time.range.is_none());
    let days = days.filter_map(|time| Some((time.span, time.value.as_deref()?.split('T').next()?)));
    let days: Vec<(Span, &str)> = days.filter(|(_, day)| is_anchored(day) && day.len() == 10).collect();
    let found = days.iter().rev().find(|(span, _)| span.end <= place.start).or_else(|| days.first());
    found.map(|(_, day)| (*day).to_owned())
}

/// Whether a TIMEX3 value begins with a year.
pub fn is_anchored(value: &str) -> bool {
    value.len() >= 4 && value.bytes().take(4).all(|byte| byte.is_ascii_digit())
}

fn countings(input: &Input, clause: Span, place: Span) -> Vec<&'static str> {
    let rules = input.language.comparison;
    let hits = within(&input.hits.countings, clause).iter();
    let named = hits.filter_map(|(cue, entry)| Some((*cue, rules.countings.get(*entry)?.name)));
    // 前回の53％から6ポイント下がった: both belong to the figure beside them.
    let is_own = |(cue, name): &(Span, &str)| {
        let is_beside = || cue.overlaps(place) || !is_parted(input, *cue, place);
        // 6710億のうち: the whole is no part.
        let is_whole = |mark: &&str| mark.ends_with(input.slice(*cue)) && input.after(place).starts_with(*mark);
        let is_of_whole = *name == PART && cue.start >= place.end && rules.whole_marks.iter().any(is_whole);
        *name != NO_COUNTING && !is_of_whole && (!matches!(*name, CHANGE | PREVIOUS) || is_beside())
    };
    let named = named.filter(is_own).map(|(_, name)| name);
    // 90.8%を上回った: what is passed is no change.
    let is_passed = rules.object_marks.iter().any(|mark| input.after(place).starts_with(mark));
    let mut found: Vec<&str> = named.filter(|name| !(is_passed && *name == CHANGE)).collect();
    // 15.6％から97.1％に: what was so before.
    let (ahead, behind) = rules.from_marks;
    if input.before(place).ends_with(ahead) && !ahead.is_empty() || is_next_after(input, place, behind) {
        found.push(PREVIOUS);
    }
    found.order();
    found.dedup();
    found
}

/// Whether a mark and then another amount of the same unit follow a figure.
fn is_next_after(input: &Input, place: Span, mark: &str) -> bool {
    let quantities = &input.report.quantities;
    let next = quantities.partition_point(|quantity| quantity.span.start < place.end);
    let own = next.checked_sub(1).and_then(|own| quantities.get(own));
    quantities.get(next).zip(own).is_some_and(|(next, own)| {
        !mark.is_empty()
            && own.unit == next.unit
            && input.slice(Span { start: place.end, end: next.span.start }) == mark
    })
}

fn hedges(input: &Input, sentence: Span, place: Span) -> Vec<HedgeKind> {
    let hedges = &input.report.hedges;
    let from = hedges.partition_point(|hedge| hedge.span.start < sentence.start);
    let here = hedges.get(from..).unwrap_or(&[]).iter().take_while(|hedge| hedge.span.end <= sentence.end).take(WORDS);
    let mut found: Vec<HedgeKind> = here
        .filter(|hedge| match hedge.kind {
            HedgeKind::Approximation => place.contains(hedge.span),
            _ => hedge.scope.is_none_or(|scope| scope.overlaps(place)),
        })
        .map(|hedge| hedge.kind)
        .collect();
    found.order();
    found.dedup();
    found
}

impl Claim {
    /// Whether what it is said of is named near enough to rely on.
    pub fn is_sure(&self) -> bool {
        self.subject.grade >= Grade::Inherited && self.subject.key != Key::Matter
            || matches!(self.nature, Nature::Event | Nature::Toll)
    }
}
