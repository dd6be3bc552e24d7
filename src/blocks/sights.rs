//! What a line sees of the page above and below it: the evidence, beside the line's own, for where the article begins
//! and ends.

use super::cues::Cue;
use super::features::{Evidence, Feature, Trait};
use super::form::Form;
use super::head;
use super::page::{self, Page, Place, Sums};
use std::ops::Range;

/// The most running text that a line has.
const WIDEST: f64 = page::WIDEST as f64;

/// Running text so many lines above and below makes a place dense.
const NEAR: usize = 8;
/// Where running text is less dense than this share of the densest place, it is sparse.
const SPARSE: f64 = 0.25;
/// What a line costs the stretch that is densest in running text, in lines of the widest running text: a menu of ten
/// short lines is not worth the teaser behind it.
const COST: f64 = 0.1;

/// The evidence of each line for the stretch that the article takes, on top of the line's own. Time is linear in the
/// number of lines.
pub fn of_page(page: &Page<'_>) -> Vec<Vec<Evidence>> {
    let masses = page::masses(&page.forms, &page.places);
    let sums = Sums::of(masses.iter().copied());
    let whole = sums.between(0, masses.len()).max(1e-9);
    // Teasers in menus stand apart, paragraphs do not.
    let density = |index: usize| sums.between(index.saturating_sub(NEAR), index + NEAR + 1);
    let densest = (0..masses.len()).map(density).fold(1.0, f64::max);
    let core = core(&masses);
    let head = head::find(page);
    let mut sights = Vec::with_capacity(masses.len());
    for (index, mass) in masses.iter().enumerate() {
        let mut seen = Vec::with_capacity(17);
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
        if let Some(feature) = from_core(&core, index) {
            weigh(feature, 1.0);
        }
        head.and_then(|head| head.says(index)).into_iter().for_each(|feature| weigh(feature, 1.0));
        around(page, index, &mut weigh);
        sights.push(seen);
    }
    sights
}

/// The stretch with the most running text for its lines: of all stretches that with the largest sum of what each line
/// has, less its cost (Kadane's algorithm, J. Bentley, "Programming Pearls: Algorithm Design Techniques",
/// *Communications of the ACM* 27(9), 1984); empty on a page without running text.
pub fn core(masses: &[f64]) -> Range<usize> {
    let (mut start, mut sum) = (0, 0.0);
    let (mut best, mut most) = (0..0, 0.0);
    for (index, mass) in masses.iter().enumerate() {
        if sum <= 0.0 {
            (start, sum) = (index, 0.0);
        }
        sum += mass / WIDEST - COST;
        if sum > most {
            (best, most) = (start..index + 1, sum);
        }
    }
    best
}

/// How far a line stands from the core; nothing for a line in it.
fn from_core(core: &Range<usize>, index: usize) -> Option<Trait> {
    let away = core.start.saturating_sub(index).max((index + 1).saturating_sub(core.end));
    match away {
        _ if core.is_empty() => None,
        0 => None,
        1..=3 => Some(Trait::Core3),
        4..=8 => Some(Trait::Core8),
        9..=20 => Some(Trait::Core20),
        _ => Some(Trait::CoreMore),
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_core_of_a_page() {
        let (text, teaser, menu) = (WIDEST, 0.6 * WIDEST, 0.0);
        let table: [(&str, &[f64], Range<usize>); 5] = [
            ("paragraphs between menus", &[menu, menu, text, text, menu], 2..4),
            ("a heading between paragraphs", &[text, menu, text, menu], 0..3),
            ("teasers in a menu of ten lines each", &[&[teaser][..], &[menu; 10], &[text; 2]].concat(), 11..13),
            ("running text nowhere", &[menu, menu], 0..0),
            ("no lines", &[], 0..0),
        ];
        for (what, masses, expected) in table {
            assert_eq!(core(masses), expected, "{what}");
        }
    }

    #[test]
    fn how_far_from_the_core() {
        let far = |index| from_core(&(10..12), index);
        let found = [0, 5, 8, 9, 10, 11, 12, 14, 15, 40].map(far);
        let (near, close) = (Some(Trait::Core3), Some(Trait::Core8));
        let (away, far) = (Some(Trait::Core20), Some(Trait::CoreMore));
        assert_eq!(found, [away, close, near, near, None, None, near, near, close, far]);
        assert_eq!(from_core(&(0..0), 3), None);
    }
}
