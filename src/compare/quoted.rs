//! Whose words several reports give.

use super::entities::Joined;
use super::input::Input;
use crate::report::{Attribution, AttributionForm, Quotation, QuotedSource};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// The thing that said something; `None` for sources without a name of their own.
pub fn speaker(joined: &Joined, report: u32, said: &Attribution) -> Option<usize> {
    said.source.entity.and_then(|entity| joined.thing(report, entity))
}

/// Quotations shorter than this, in characters, can be two persons' words.
const OWN_WORDS: usize = 12;

/// The words of a direct quotation that are long enough to be one person's.
fn words<'i>(input: &'i Input, said: &Attribution) -> Option<&'i str> {
    let words = input.slice(said.content);
    (said.form == AttributionForm::Direct && words.chars().nth(OWN_WORDS).is_some()).then_some(words)
}

/// Who says what is quoted, by the words: a report that names nobody for them quotes whom another names.
fn speakers<'i>(inputs: &'i [Input], joined: &Joined) -> FxHashMap<&'i str, usize> {
    let all = (0u32..).zip(inputs).flat_map(|(report, input)| {
        let said = input.report.attributions.iter();
        said.filter_map(move |said| Some((words(input, said)?, speaker(joined, report, said)?)))
    });
    let mut speakers = FxHashMap::default();
    for (words, thing) in all {
        speakers.entry(words).or_insert(thing);
    }
    speakers
}

/// Sources whose words stand in more than one report, in the order of the first.
pub fn quoted(inputs: &[Input], joined: &Joined) -> Vec<QuotedSource> {
    let speakers = speakers(inputs, joined);
    let mut order: Vec<usize> = Vec::new();
    let mut sources: BTreeMap<usize, Vec<Quotation>> = BTreeMap::new();
    for (report, input) in (0u32..).zip(inputs) {
        for (attribution, said) in (0u32..).zip(&input.report.attributions) {
            let thing = speaker(joined, report, said).or_else(|| speakers.get(words(input, said)?).copied());
            let Some(thing) = thing.filter(|_| input.is_said(said.content)) else { continue };
            let quotations = sources.entry(thing).or_default();
            if quotations.is_empty() {
                order.push(thing);
            }
            quotations.push(Quotation { report, attribution, form: said.form });
        }
    }
    let several = |quotations: &[Quotation]| {
        quotations.first().zip(quotations.last()).is_some_and(|(first, last)| first.report != last.report)
    };
    let found = order.into_iter().filter_map(|thing| Some((thing, sources.remove(&thing)?)));
    found
        .filter(|(_, quotations)| several(quotations))
        .map(|(thing, quotations)| QuotedSource { name: joined.name(thing).to_owned(), quotations })
        .collect()
}
