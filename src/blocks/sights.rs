//! What a line sees of the page above and below it: the evidence, beside the line's own, for where the article begins
//! and ends.

use super::cues::Cue;
use super::features::{Evidence, Feature, Trait};
use super::form::Form;
use super::page::{Page, Place};

/// Running text counts up to so many columns a line, so that one wall of text does not outweigh a page.
const WIDEST: f64 = 400.0;
/// From so much on a line reads like running text when distances to it are counted.
const PROSE: f64 = 0.4;

/// The evidence of each line for the stretch that the article takes, on top of the line's own. Time is linear in the
/// number of lines.
pub fn of_page(page: &Page<'_>) -> Vec<Vec<Evidence>> {
    let masses: Vec<f64> = page
        .forms
        .iter()
        .zip(&page.places)
        .map(|(form, place)| place.prose * (form.width as f64).min(WIDEST))
        .collect();
    let sums = sums(&masses);
    let whole = sums.last().copied().unwrap_or(0.0).max(1e-9);
    let (before, after) = (gaps(page, false), gaps(page, true));
    let large = fifth_largest(&masses);
    let mut sights = Vec::with_capacity(masses.len());
    for (index, mass) in masses.iter().enumerate() {
        let mut seen = Vec::with_capacity(16);
        let mut weigh = |feature, strength: f64| {
            if strength > 0.0 {
                seen.push(Evidence { feature: Feature::Trait(feature), strength });
            }
        };
        let upto = between(&sums, 0, index) / whole;
        weigh(Trait::Mass, mass / WIDEST);
        weigh(Trait::MassAfter, (between(&sums, index + 1, index + 6) / 600.0).min(1.0));
        weigh(Trait::MassBefore, (between(&sums, index.saturating_sub(5), index) / 600.0).min(1.0));
        weigh(Trait::MassNear, between(&sums, index.saturating_sub(8), index + 9) / whole);
        weigh(Trait::ShareBefore, upto);
        weigh(Trait::NoneBefore, f64::from(u8::from(upto < 0.02)));
        weigh(Trait::NoneAfter, f64::from(u8::from(1.0 - upto - mass / whole < 0.02)));
        weigh(Trait::TopMass, f64::from(u8::from(*mass > 0.0 && *mass >= large)));
        weigh(Trait::Position, index as f64 / masses.len() as f64);
        weigh(gap(before.get(index).copied().flatten(), &BEFORE), 1.0);
        weigh(gap(after.get(index).copied().flatten(), &AFTER), 1.0);
        around(page, index, &mut weigh);
        sights.push(seen);
    }
    sights
}

/// What stands a few lines above and below, and what the line is made of in its section.
fn around(page: &Page<'_>, index: usize, weigh: &mut impl FnMut(Trait, f64)) {
    let above = |reach: usize| index.saturating_sub(reach)..index;
    let below = |reach: usize| index + 1..(index + 1 + reach).min(page.forms.len());
    let form = |test: fn(&Form) -> bool| move |at: usize| page.forms.get(at).is_some_and(test);
    let place = |test: fn(&Place) -> bool| move |at: usize| page.places.get(at).is_some_and(test);
    let dated = form(|form| form.is_date || form.has_date && form.width <= 160);
    let shares = form(|form| has(form, Cue::Share));
    let signs: [(Trait, bool); 8] = [
        (Trait::DateAbove, above(6).any(dated)),
        (Trait::DateBelow, below(4).any(dated)),
        (Trait::BylineAbove, above(6).any(form(|form| has(form, Cue::Byline)))),
        (Trait::ShareAbove, above(4).any(shares)),
        (Trait::ShareBelow, below(3).any(shares)),
        (Trait::RelatedBelow, below(3).any(form(|form| has(form, Cue::Related)))),
        (Trait::TrailAbove, above(10).any(form(|form| form.is_trail))),
        (Trait::RepeatAbove, above(12).any(place(|place| place.repeats_earlier || place.repeated_later))),
    ];
    signs.into_iter().for_each(|(feature, holds)| weigh(feature, f64::from(u8::from(holds))));
    if let Some(place) = page.places.get(index).filter(|place| place.is_prose()) {
        weigh(Trait::ProseForeign, f64::from(u8::from(place.is_foreign)));
        weigh(Trait::ProseUnder, f64::from(u8::from(place.section.is_some())));
    }
}

fn has(form: &Form, cue: Cue) -> bool {
    form.cues.iter().any(|found| found.cue == cue)
}

/// Features of the lines without running text up to the next that is: none, up to 2, 5, 11, more; to the end.
type Gaps = [Trait; 6];
const BEFORE: Gaps = [
    Trait::ProseRightBefore,
    Trait::GapBefore2,
    Trait::GapBefore5,
    Trait::GapBefore11,
    Trait::GapBeforeMore,
    Trait::GapBeforeAll,
];
const AFTER: Gaps = [
    Trait::ProseRightAfter,
    Trait::GapAfter2,
    Trait::GapAfter5,
    Trait::GapAfter11,
    Trait::GapAfterMore,
    Trait::GapAfterAll,
];

fn gap(length: Option<usize>, features: &Gaps) -> Trait {
    let [none, two, five, eleven, more, all] = *features;
    match length {
        Some(0) => none,
        Some(1..=2) => two,
        Some(3..=5) => five,
        Some(6..=11) => eleven,
        Some(_) => more,
        None => all,
    }
}

/// For each line the number of lines between it and the nearest running text after it, or before; `None` where no
/// running text follows.
fn gaps(page: &Page<'_>, forward: bool) -> Vec<Option<usize>> {
    let mut distance: Option<usize> = None;
    let mut step = |place: &Place| {
        let own = distance;
        distance = if place.prose >= PROSE { Some(0) } else { distance.map(|distance| distance + 1) };
        own
    };
    if forward {
        let mut gaps: Vec<_> = page.places.iter().rev().map(&mut step).collect();
        gaps.reverse();
        gaps
    } else {
        page.places.iter().map(step).collect()
    }
}

/// Sums of the first values, from none to all of them.
pub fn sums(values: &[f64]) -> Vec<f64> {
    let mut sums = Vec::with_capacity(values.len() + 1);
    let mut sum = 0.0;
    sums.push(sum);
    for value in values {
        sum += value;
        sums.push(sum);
    }
    sums
}

fn between(sums: &[f64], start: usize, end: usize) -> f64 {
    let at = |index: usize| sums.get(index.min(sums.len().saturating_sub(1))).copied().unwrap_or(0.0);
    at(end) - at(start)
}

fn fifth_largest(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(|a, b| b.total_cmp(a));
    sorted.get(4.min(sorted.len().saturating_sub(1))).copied().unwrap_or(0.0)
}
