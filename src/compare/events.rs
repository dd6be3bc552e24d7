//! The dates that a report gives for events.

use super::calendar;
use super::claims::{Claim, clause, is_anchored};
use super::cues::within;
use super::entities::Joined;
use super::input::Input;
use super::property::{CLAUSE, distance, nearest};
use super::subjects::{Grade, Near, Subject};
use crate::languages::comparison::{Event, Nature, Owner};
use crate::report::TimeType;
use crate::span::Span;

/// All dates of a report on which something happened or is to happen, in order.
pub fn of_times(report: u32, input: &Input, joined: &Joined) -> Vec<Claim> {
    let times = (0u32..).zip(&input.report.times);
    times.filter_map(|(index, _)| of_time((report, index), input, joined)).collect()
}

fn of_time((report, index): (u32, u32), input: &Input, joined: &Joined) -> Option<Claim> {
    let time = input.report.times.get(index as usize)?;
    let value = time.value.as_deref().filter(|value| is_anchored(value))?;
    let is_date = matches!(time.kind, TimeType::Date | TimeType::Time) && time.range.is_none();
    let days = calendar::days(value).filter(|_| is_date && input.is_said(time.span))?;
    let happened = Happened::at(input, time.span, index)?;
    let subject = happened.subject(&Near::new(input, joined, report, happened.event.owner))?;
    Some(Claim {
        report,
        language: input.language.code,
        index,
        span: time.span,
        attribute: happened.event.name.to_owned(),
        nature: Nature::Fixed,
        class: String::new(),
        unit: String::new(),
        value: days,
        comparable: days,
        approximate: false,
        subject,
        test: None,
        period: None,
        day: None,
        countings: Vec::new(),
        published: input.report.metadata.published.clone(),
        source: None,
        hedges: Vec::new(),
        is_date: true,
    })
}

/// An event whose date a time is.
struct Happened<'i> {
    input: &'i Input,
    event: &'static Event,
    sentence: Span,
    time: Span,
    /// Where its word stands.
    word: Span,
    /// Whether that is the sentence's predicate, apart from the time.
    is_predicate: bool,
}

impl<'i> Happened<'i> {
    fn at(input: &'i Input, time: Span, index: u32) -> Option<Happened<'i>> {
        let sentence = input.inner_sentence(time)?;
        let hits = within(&input.hits.events, sentence);
        let of_predicate = hits.last().filter(|hit| is_of_predicate(input, sentence, hit.0, index));
        let own = || nearest(input, hits, time, |_| true).filter(|hit| is_nearest_time(input, hit.0, index));
        let (word, entry) = *of_predicate.or_else(own)?;
        let event = input.language.comparison.events.get(entry)?;
        Some(Happened { input, event, sentence, time, word, is_predicate: of_predicate.is_some() })
    }

    /// What it happened to; nothing where that is not known by name.
    fn subject(&self, near: &Near) -> Option<Subject> {
        let clause = |place: Span| clause(self.input, self.sentence, place);
        if let Some(made) = near.made(self.word).filter(|_| self.event.owner == Owner::Body) {
            return made;
        }
        let topic = if self.is_predicate { near.topic_in(clause(self.time), self.time) } else { None };
        // What a predicate is said of stands before it.
        let place = if self.is_predicate { self.word } else { self.time };
        let subject = topic.unwrap_or_else(|| near.of_place(place, (self.sentence, clause(place))));
        // 11日、調査の結果を公開した is no release of what the title names.
        let is_told = !self.is_predicate || self.event.owner != Owner::Thing || subject.grade == Grade::Named;
        is_told.then_some(subject)
    }
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
