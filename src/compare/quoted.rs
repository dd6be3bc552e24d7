//! Whose words several reports give.

use super::entities::Joined;
use super::input::Input;
use crate::report::{Attribution, Quotation, QuotedSource};
use std::collections::BTreeMap;

/// The thing that said something; `None` for sources without a name of their own.
pub fn speaker(joined: &Joined, report: u32, said: &Attribution) -> Option<usize> {
    said.source.entity.and_then(|entity| joined.thing(report, entity))
}

/// Sources whose words stand in more than one report, in the order of the first.
pub fn quoted(inputs: &[Input], joined: &Joined) -> Vec<QuotedSource> {
    let mut order: Vec<usize> = Vec::new();
    let mut sources: BTreeMap<usize, Vec<Quotation>> = BTreeMap::new();
    for (report, input) in (0u32..).zip(inputs) {
        for (attribution, said) in (0u32..).zip(&input.report.attributions) {
            let Some(thing) = speaker(joined, report, said).filter(|_| input.is_said(said.content)) else { continue };
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
