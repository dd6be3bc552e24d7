//! What a line sees of the page above and below it: the evidence, beside the line's own, for where the article begins
//! and ends.

use super::cues::Cue;
use super::features::{Evidence, Feature, Trait};
use super::form::Form;
use super::page::{Page, Place, Sums};

/// Running text counts up to so many columns a line, so that one wall of text does not outweigh a page.
const WIDEST: f64 = 400.0;

/// Running text so many lines above and below makes a place dense.
const NEAR: usize = 8;
/// Where running text is less dense than this share of the densest place, it is sparse.
const SPARSE: f64 = 0.25;

/// The evidence of each line for the stretch that the article takes, on top of the line's own. Time is linear in the
/// number of lines.
pub fn of_page(page: &Page<'_>) -> Vec<Vec<Evidence>> {
    let masses: Vec<f64> = page
        .forms
        .iter()
        .zip(&page.places)
        .map(|(form, place)| place.prose * (form.width as f64).min(WIDEST))
        .collect();
    let sums = Sums::of(masses.iter().copied());
    let whole = sums.between(0, masses.len()).max(1e-9);
    // Teasers in menus stand apart, paragraphs do not.
    let density = |index: usize| sums.between(index.saturating_sub(NEAR), index + NEAR + 1);
    let densest = (0..masses.len()).map(density).fold(1.0, f64::max);
    let mut sights = Vec::with_capacity(masses.len());
    for (index, mass) in masses.iter().enumerate() {
        let mut seen = Vec::with_capacity(16);
        let mut weigh = |feature, strength: f64| {
            if strength > 0.0 {
                seen.push(Evidence { feature: Feature::Trait(feature), strength });
            }
        };
        let upto = sums.between(0, index) / whole;
        weigh(Trait::Mass, mass / WIDEST);
        weigh(Trait::MassAfter, (sums.between(index + 1, index + 6) / 600.0).min(1.0));
        weigh(Trait::MassBefore, (sums.between(index.saturating_sub(5), index) / 600.0).min(1.0));
        weigh(Trait::ShareBefore, upto);
        weigh(Trait::NoneBefore, f64::from(u8::from(upto < 0.02)));
        weigh(Trait::NoneAfter, f64::from(u8::from(1.0 - upto - mass / whole < 0.02)));
        weigh(Trait::Position, index as f64 / masses.len() as f64);
        weigh(Trait::Dense, density(index) / densest);
        weigh(Trait::Sparse, f64::from(u8::from(density(index) / densest < SPARSE)));
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
    let shares = form(|form| form.has(&[Cue::Share]));
    let signs: [(Trait, bool); 8] = [
        (Trait::DateAbove, above(6).any(dated)),
        (Trait::DateBelow, below(4).any(dated)),
        (Trait::BylineAbove, above(6).any(form(|form| form.has(&[Cue::Byline])))),
        (Trait::ShareAbove, above(4).any(shares)),
        (Trait::ShareBelow, below(3).any(shares)),
        (Trait::RelatedBelow, below(3).any(form(|form| form.has(&[Cue::Related])))),
        (Trait::TrailAbove, above(10).any(form(|form| form.is_trail))),
        (Trait::RepeatAbove, above(12).any(place(|place| place.repeats_earlier || place.repeated_later))),
    ];
    signs.into_iter().for_each(|(feature, holds)| weigh(feature, f64::from(u8::from(holds))));
    if let Some(place) = page.places.get(index).filter(|place| place.is_prose()) {
        weigh(Trait::ProseForeign, f64::from(u8::from(place.is_foreign)));
        weigh(Trait::ProseUnder, f64::from(u8::from(place.section.is_some())));
    }
}
