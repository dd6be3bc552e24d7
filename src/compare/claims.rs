//! What a report gives a number or a date for: the property, the thing, the time, and how it was counted.

use super::cues::within;
use super::entities::Joined;
use super::input::Input;
use super::property::{self, CLAUSE, WORDS, distance, is_parted, nearest};
use super::subjects::{Grade, Key, Near, Subject};
use crate::languages::comparison::{CHANGE, Nature, Owner, PREVIOUS};
use crate::order::Order;
use crate::report::{HedgeKind, Interval, Quantity, QuantityKind, TimeType};
use crate::span::Span;

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
    /// How it was counted, as names of the language's table.
    pub countings: Vec<&'static str>,
    pub published: Option<String>,
    pub source: Option<String>,
    pub hedges: Vec<HedgeKind>,
    /// Whether it is a date.
    pub is_date: bool,
}

/// All numbers of a report that are given for something, in order.
pub fn of_quantities(report: u32, input: &Input, joined: &Joined) -> Vec<Claim> {
    let quantities = (0u32..).zip(&input.report.quantities);
    quantities.filter_map(|(index, quantity)| of_quantity((report, index), input, joined, quantity)).collect()
}

fn of_quantity((report, index): (u32, u32), input: &Input, joined: &Joined, quantity: &Quantity) -> Option<Claim> {
    if !input.is_said(quantity.span) || !is_given(input, quantity) {
        return None;
    }
    let sentence = input.report.sentences.get(input.sentence_at(quantity.span)?)?.span;
    let clause = clause(input, sentence, quantity.span);
    let attribute = property::of(input, quantity)?;
    let nature = attribute.nature;
    let base = quantity.base.as_ref();
    let near = Near::new(input, joined, report, attribute.owner);
    let before = || input.sentence_before(input.sentence_at(quantity.span)?);
    let here = || near.test(sentence, quantity.span).or_else(|| near.test(before()?, quantity.span));
    let test = if attribute.is_tested { here() } else { None };
    let subject = near.without(test).find(quantity, (sentence, clause, nature));
    // A place in an order says nothing without what has it.
    if quantity.kind == QuantityKind::Rank && subject.grade < Grade::Named {
        return None;
    }
    Some(Claim {
        report,
        language: input.language.code,
        index,
        span: quantity.span,
        subject,
        class: test.map_or(String::new(), |test| format!("{test} ")) + &class(input, quantity, nature),
        attribute: attribute.name,
        test,
        nature,
        unit: base.map_or(&quantity.unit, |base| &base.unit).clone(),
        value: quantity.value,
        comparable: base.map_or(quantity.value, |base| base.value),
        approximate: quantity.approximate,
        period: period(input, sentence, quantity.span),
        countings: countings(input, clause, quantity.span),
        published: input.report.metadata.published.clone(),
        source: input.source_at(quantity.span).map(str::to_owned),
        hedges: hedges(input, sentence, quantity.span),
        is_date: false,
    })
}

/// Whether a quantity is given for something: it is no part of a name, nor a whole of which only a part is spoken of.
fn is_given(input: &Input, quantity: &Quantity) -> bool {
    let rules = input.language.comparison;
    let is_numbered = !rules.naming_prefix.is_empty() && input.slice(quantity.span).starts_with(rules.naming_prefix);
    let is_place_in_order = rules.order_counters.contains(&quantity.unit.as_str());
    let is_name = rules.naming_counters.contains(&quantity.unit.as_str()) || is_numbered && !is_place_in_order;
    let is_whole = rules.whole_marks.iter().any(|mark| input.after(quantity.span).starts_with(mark));
    !is_name && !is_whole && !is_base_of_rate(input, quantity)
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

/// Whether an event's word stands in the clause of a time, and no other time is nearer to it.
fn is_nearest_time(input: &Input, event: Span, index: u32) -> bool {
    let index = index as usize;
    let times = &input.report.times;
    let far = |index: usize| times.get(index).map_or(u32::MAX, |time| distance(input, time.span, event));
    let own = far(index);
    let others = [index.checked_sub(1), index.checked_add(1)].into_iter().flatten();
    own < CLAUSE && others.into_iter().all(|other| far(other) > own)
}

/// Whether an event is the predicate at the end of a sentence in which a time stands for itself as the last:
/// 同社は11日、…を公開した.
fn is_of_predicate(input: &Input, sentence: Span, event: Span, index: u32) -> bool {
    let rules = input.language.comparison;
    let times = &input.report.times;
    let Some(time) = times.get(index as usize).map(|time| time.span) else { return false };
    let rest = input.slice(Span { start: event.end, end: sentence.end.max(event.end) });
    let is_alone = times.get(index as usize + 1).is_none_or(|next| next.span.start > event.start);
    time.end <= event.start
        && rules.predicate_endings.contains(&rest.trim_end_matches(rules.clause_marks))
        && input.after(time).starts_with(rules.clause_marks)
        && is_alone
}

/// The clause of a sentence that a place stands in; a clause mark inside the place parts nothing.
fn clause(input: &Input, sentence: Span, place: Span) -> Span {
    let marks = input.language.comparison.clause_marks;
    let before = input.slice(Span { start: sentence.start, end: place.start });
    let after = input.slice(Span { start: place.end, end: sentence.end });
    let start = before
        .rfind(marks)
        .map_or(0, |mark| mark + before.get(mark..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8));
    let end = after.find(marks).unwrap_or(after.len());
    Span { start: sentence.start + start as u32, end: place.end + end as u32 }
}

/// What values must have in common to be compared: the unit, however it is written.
fn class(input: &Input, quantity: &Quantity, nature: Nature) -> String {
    if let Some(base) = &quantity.base {
        return base.unit.clone();
    }
    match quantity.kind {
        QuantityKind::Money | QuantityKind::Percent => quantity.unit.clone(),
        QuantityKind::Rank => format!("rank {}", quantity.unit),
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
    here.filter_map(|time| time.value.clone()).find(|value| is_anchored(value) && value.len() <= 7)
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
        !matches!(*name, CHANGE | PREVIOUS) || cue.overlaps(place) || !is_parted(input, *cue, place)
    };
    let named = named.filter(is_own).map(|(_, name)| name);
    // 90.8%を上回った: what is passed is no change.
    let is_passed = rules.object_marks.iter().any(|mark| input.after(place).starts_with(mark));
    let mut found: Vec<&str> = named.filter(|name| !(is_passed && *name == CHANGE)).collect();
    found.order();
    found.dedup();
    found
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

/// All dates of a report on which something happened or is to happen, in order.
pub fn of_times(report: u32, input: &Input, joined: &Joined) -> Vec<Claim> {
    let times = (0u32..).zip(&input.report.times);
    times.filter_map(|(index, _)| of_time((report, index), input, joined)).collect()
}

fn of_time((report, index): (u32, u32), input: &Input, joined: &Joined) -> Option<Claim> {
    let time = input.report.times.get(index as usize)?;
    let value = time.value.as_deref().filter(|value| is_anchored(value))?;
    let is_date = matches!(time.kind, TimeType::Date | TimeType::Time) && time.range.is_none();
    if !is_date || !input.is_said(time.span) {
        return None;
    }
    let days = super::calendar::days(value)?;
    let sentence = input.report.sentences.get(input.sentence_at(time.span)?)?.span;
    let hits = within(&input.hits.events, sentence);
    let of_predicate = hits.last().filter(|hit| is_of_predicate(input, sentence, hit.0, index));
    let own = || nearest(input, hits, time.span, |_| true).filter(|hit| is_nearest_time(input, hit.0, index));
    let event = input.language.comparison.events.get(of_predicate.or_else(own)?.1)?;
    // What a predicate is said of stands before it.
    let place = of_predicate.map_or(time.span, |hit| hit.0);
    let near = Near::new(input, joined, report, event.owner);
    let subject = near.of_place(place, (sentence, clause(input, sentence, place)));
    // 11日、調査の結果を公開した is no release of what the title names.
    if of_predicate.is_some() && event.owner == Owner::Thing && subject.grade < Grade::Named {
        return None;
    }
    Some(Claim {
        report,
        language: input.language.code,
        index,
        span: time.span,
        attribute: event.name.to_owned(),
        nature: Nature::Fixed,
        class: String::new(),
        unit: String::new(),
        value: days,
        comparable: days,
        approximate: false,
        subject,
        test: None,
        period: None,
        countings: Vec::new(),
        published: input.report.metadata.published.clone(),
        source: None,
        hedges: Vec::new(),
        is_date: true,
    })
}

impl Claim {
    /// Whether what it is said of is named near enough to rely on.
    pub fn is_sure(&self) -> bool {
        self.subject.grade >= Grade::Inherited && self.subject.key != Key::Matter
            || matches!(self.nature, Nature::Event | Nature::Toll)
    }
}
