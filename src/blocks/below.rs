//! What stands below the labels that articles end with: readers' comments, and links to other articles.

use super::cues::{Cue, Found, Place as CuePlace};
use super::form::Form;
use super::page::{self, Place};
use super::sections::{self, HeadingMarks};

/// So many lines of running text make an article that comments can follow.
const COMMENTED: usize = 3;

/// What stands below the label of the comments on an article; such labels stand above articles too, as links.
pub fn comments(forms: &[Form], places: &mut [Place]) {
    let marks = HeadingMarks::of(forms);
    let (mut prose, mut open) = (0, false);
    for (form, place) in forms.iter().zip(places) {
        place.is_after_comments = open;
        prose += usize::from(place.is_prose());
        let is_label = |found: &Found| {
            found.cue == Cue::Comments && found.place == CuePlace::Whole && !marks.are_of(form, found.cue)
        };
        open |= prose >= COMMENTED && form.cues.iter().any(is_label);
    }
}

/// From this share of the usual shared words on, running text goes on with the article.
const GOES_ON: f64 = 0.7;
/// An article has most of the running text of its page; the links among its paragraphs stand above much of it.
const MOST: f64 = 0.5;

/// Running text below the label of related articles that shares few words with the rest: articles run on below each
/// other, each with the beginning of its text.
pub fn related(forms: &[Form], places: &mut [Place]) {
    let masses = page::masses(forms, places);
    let whole = masses.iter().sum::<f64>().max(1e-9);
    let (mut sum, mut above) = (0.0, 0.0);
    for (index, mass) in masses.iter().enumerate() {
        if let Some(place) = places.get_mut(index) {
            let strays = place.is_prose() && place.cohesion.is_some_and(|cohesion| cohesion < GOES_ON);
            place.adrift = if strays && above > MOST { above } else { 0.0 };
        }
        sum += mass;
        let is_label = |found: &Found| found.cue == Cue::Related && found.place == CuePlace::Whole;
        let labels = forms.get(index).is_some_and(|form| form.cues.iter().any(is_label));
        above = if labels && !sections::is_menu_item(forms, index) { sum / whole } else { above };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blocks::form;

    #[test]
    fn what_drifts_below_links_to_other_articles() {
        let prose = "町の橋は春に架け替えられ、工事の間は渡し船が人と自転車を運ぶことになった。";
        let lines =
            [(prose, 1.0, 0.0), (prose, 0.9, 0.0), ("関連記事", 0.0, 0.0), (prose, 0.2, 2.0 / 3.0), (prose, 0.9, 0.0)];
        let forms: Vec<Form> = lines.iter().map(|(text, ..)| form::of_line(text)).collect();
        let place = |(_, cohesion, _): &(&str, f64, f64)| Place {
            prose: cohesion.min(1.0).ceil(),
            cohesion: Some(*cohesion),
            ..Place::default()
        };
        let mut places: Vec<Place> = lines.iter().map(place).collect();
        places[4].prose = 0.0;
        related(&forms, &mut places);
        let found: Vec<f64> = places.iter().map(|place| place.adrift).collect();
        assert_eq!(found, lines.map(|(_, _, adrift)| adrift));
    }
}
