//! Which reports are about one matter.

use super::entities::Joined;
use super::input::Input;
use super::relation;
use super::sets::Sets;
use super::weights::{Weights, cosine, of_length_one};
use crate::measures::rarity;
use crate::report::{Quantity, QuantityKind, SharedPassage, Token, Upos};
use crate::span::Span;
use std::collections::BTreeSet;

/// How alike the words of two reports must be, as the cosine of their weights, to be of one matter. Of 7,140 pairs of news
/// picked at random 46 are more alike.
const ALIKE: f64 = 0.2;
/// Names and figures in common that make reports in two languages one matter where no name stands in both titles, if
/// at least one is a name.
const IN_COMMON: usize = 3;
/// Figures in common that do without a name.
const FIGURES: usize = 4;
/// Days in common that count at most.
const DAYS: usize = 2;
/// Significant digits to which figures are held against each other.
const DIGITS: i32 = 3;

/// Characters of a TIMEX3 value that tells a day.
const DAY: usize = 10;

/// What is known of what a report is about.
struct About<'i> {
    language: &'static str,
    words: Weights<'i>,
    names: BTreeSet<usize>,
    title_names: BTreeSet<usize>,
    figures: BTreeSet<Figure<'i>>,
    /// The days that it speaks of, as TIMEX3 values.
    days: BTreeSet<&'i str>,
}

/// A number as its unit, digits and power of ten.
type Figure<'i> = (&'i str, (i64, i32));

/// Which reports are of one matter.
pub struct Matters {
    pairs: BTreeSet<(u32, u32)>,
    groups: Vec<usize>,
}

impl Matters {
    /// Compares what every two reports are about. Reports with a passage in common are of one matter.
    pub fn new(inputs: &[Input], joined: &Joined, passages: &[SharedPassage]) -> Matters {
        let about: Vec<About> = (0..).zip(inputs).map(|(report, input)| About::new(report, input, joined)).collect();
        let mut pairs: BTreeSet<(u32, u32)> = BTreeSet::new();
        for passage in passages {
            for (index, one) in passage.reports.iter().enumerate() {
                pairs.extend(passage.reports.iter().skip(index + 1).map(|other| (*one.min(other), *one.max(other))));
            }
        }
        for (index, one) in (0u32..).zip(&about) {
            let others = (0u32..).zip(&about).skip(index as usize + 1);
            pairs.extend(others.filter(|(_, two)| is_one_matter(one, two)).map(|(other, _)| (index, other)));
        }
        let mut sets = Sets::new(inputs.len());
        for (one, other) in &pairs {
            sets.join(*one as usize, *other as usize);
        }
        Matters { pairs, groups: (0..inputs.len()).map(|report| sets.root(report)).collect() }
    }

    /// Whether two reports are of one matter.
    pub fn are_one(&self, one: u32, other: u32) -> bool {
        one == other || self.pairs.contains(&(one.min(other), one.max(other)))
    }

    /// The matters that a report's is connected with, by the least number of their reports.
    pub fn group(&self, report: u32) -> usize {
        self.groups.get(report as usize).copied().unwrap_or(0)
    }
}

/// Reports in two languages have few words in common, but names and figures.
fn is_one_matter(one: &About, two: &About) -> bool {
    if one.language != two.language {
        let in_titles = one.title_names.intersection(&two.title_names).next().is_some();
        let names = one.names.intersection(&two.names).count();
        let figures = one.figures.intersection(&two.figures).count();
        let days = one.days.intersection(&two.days).take(DAYS).count();
        let by_days = figures > 0 && figures + days >= IN_COMMON;
        return in_titles || names > 0 && names + figures >= IN_COMMON || figures >= FIGURES || by_days;
    }
    cosine(&one.words, &two.words) >= ALIKE
}

impl<'i> About<'i> {
    fn new(report: usize, input: &'i Input, joined: &Joined) -> Self {
        let title = input.titles.first().copied().unwrap_or_default();
        let mentions = joined.mentions.get(report).map_or(&[][..], Vec::as_slice);
        let things = |stretch: Option<Span>| {
            let said = mentions.iter().filter(|mention| input.is_said(mention.span));
            said.filter(|mention| stretch.is_none_or(|stretch| stretch.contains(mention.span)))
                .map(|mention| mention.thing)
                .collect()
        };
        About {
            language: input.language.code,
            words: weights(input),
            names: things(None),
            title_names: things(Some(title)),
            days: days(input),
            figures: input.report.quantities.iter().filter_map(|quantity| figure(input, quantity)).collect(),
        }
    }
}

/// The days of which the article says something, with the time of day where it tells that.
fn days(input: &Input) -> BTreeSet<&str> {
    let said = input.report.times.iter().filter(|time| input.is_said(time.span));
    let values = said.filter_map(|time| time.value.as_deref());
    values.filter(|value| value.len() >= DAY && value.starts_with(|first: char| first.is_ascii_digit())).collect()
}

/// A figure of the article that is hardly another's by chance; things are counted in other words in each language.
fn figure<'i>(input: &Input, quantity: &'i Quantity) -> Option<Figure<'i>> {
    if !input.is_said(quantity.span) || !relation::is_telling(&quantity.value) {
        return None;
    }
    let (unit, value) = match &quantity.base {
        Some(base) => (base.unit.as_str(), base.value),
        None if matches!(quantity.kind, QuantityKind::Count | QuantityKind::Number) => ("", quantity.value),
        None => (quantity.unit.as_str(), quantity.value),
    };
    Some((unit, relation::rounded(value.lower.or(value.upper)?, DIGITS)))
}

/// Nouns with how often they stand there, the rare ones weighing more.
fn weights(input: &Input) -> Weights<'_> {
    let mut weights = Weights::new();
    let is_noun =
        |token: &&Token| matches!(token.upos, Upos::Noun | Upos::Propn | Upos::X) && input.is_said(token.span);
    for token in input.report.tokens.iter().filter(is_noun) {
        let lemma = token.lemma.as_str();
        if lemma.chars().any(char::is_alphabetic) {
            *weights.entry(lemma).or_default() += rarity::of(lemma).powi(2);
        }
    }
    of_length_one(weights)
}
