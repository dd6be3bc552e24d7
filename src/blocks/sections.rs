//! Sections that labels open: what stands below "Related articles" or "Comments" belongs to it.

use super::contents::Listing;
use super::cues::{Cue, Found, NUMBER, Place as CuePlace};
use super::form::{Ending, Form};
use super::page::{Place, Section};
use crate::given::Line;
use std::collections::HashMap;

/// Lines after a label belong to its section until running text, another label, or too many lines end it. Time is linear
/// in the number of lines.
pub fn of_lines(lines: &[Line], forms: &[Form], places: &mut [Place]) {
    open(forms, places);
    part(lines, places);
}

fn open(forms: &[Form], places: &mut [Place]) {
    let marks = HeadingMarks::of(forms);
    let mut open: Option<(Cue, usize)> = None;
    for (index, (form, place)) in forms.iter().zip(places).enumerate() {
        if let Some((cue, label)) = open {
            let distance = index - label;
            let strong = is_strong(form, place);
            // The first heading has the words of the first entry.
            let ends_contents = cue == Cue::Toc && place.earlier.is_some_and(|earlier| earlier > label);
            if ends_contents && distance > 2 {
                (place.listing, open) = (Listing::Heading, None);
                continue;
            }
            let strength = strength(cue, distance, strong);
            place.section = (strength > 0.0).then_some(Section { cue, strength, label });
            if place.section.is_none() || (strong && !holds_prose(cue)) {
                open = None;
            }
        }
        let is_menu = is_menu_item(forms, index);
        let opens = |found: &&Found| {
            !(is_menu && matches!(found.cue, Cue::Related | Cue::Metadata | Cue::Profile))
                && found.place == CuePlace::Whole
                && found.cue.opens_section()
                && !marks.are_of(form, found.cue)
                && !found.words.contains(NUMBER)
                || is_short_start(form, found)
        };
        let label = form.cues.iter().find(opens);
        if let Some(label) = label.filter(|label| replaces(label.cue, open.map(|(cue, _)| cue))) {
            open = Some((label.cue, index));
        }
    }
}

/// Running text that no label's section holds unless it holds any.
fn is_strong(form: &Form, place: &Place) -> bool {
    form.ending == Ending::Stop && place.prose >= 0.5 || place.prose >= 0.75 || place.prose >= 0.5 && form.width > 160
}

/// The marks before the headings of an article, and how many headings each stands before.
pub struct HeadingMarks(HashMap<char, usize>);

/// So many other lines begin with the mark of an article's headings.
const HEADINGS: usize = 2;

impl HeadingMarks {
    /// Counts those of a page.
    pub fn of(forms: &[Form]) -> HeadingMarks {
        let mut marks = HashMap::new();
        let headings = forms.iter().filter(|form| !form.cues.iter().any(|found| found.cue.opens_section()));
        for mark in headings.filter_map(|form| form.item_mark).filter(|mark| !mark.is_numeric()) {
            *marks.entry(mark).or_default() += 1;
        }
        HeadingMarks(marks)
    }

    /// Whether a label is one of the article's headings: "■コメント" among "■料金" and "■背景" brings in what somebody says
    /// of it, not what readers do.
    pub fn are_of(&self, form: &Form, label: Cue) -> bool {
        let count = form.item_mark.and_then(|mark| self.0.get(&mark));
        label == Cue::Comments && count.is_some_and(|count| *count >= HEADINGS)
    }
}

/// Where a blank line, the first below the label's first line, sets a line apart from a list that has none between its
/// items, or from the label of an advertisement that is no text: there the article may go on.
fn part(lines: &[Line], places: &mut [Place]) {
    let has_blank = |index: usize| lines.get(index).is_some_and(|line| line.blank_before > 0);
    let is_mixed = (1..lines.len()).filter(|index| has_blank(*index)).count() * 10 < lines.len() * 9;
    let mut parted = None;
    for (index, place) in places.iter_mut().enumerate() {
        let Some(Section { label, cue, .. }) = place.section else { continue };
        let items = index - label - 1;
        let is_list = items > usize::from(has_blank(label + 1));
        let is_alone = cue == Cue::Advertisement && items == 0 && is_mixed && has_blank(label);
        if parted != Some(label) && (items > 0 || is_alone) && has_blank(index) {
            place.is_parted = is_list || is_alone;
            parted = Some(label);
        }
    }
}

/// Labels such as "Latest" are items of menus too, where the lines around them are as short; titles are longer.
pub fn is_menu_item(forms: &[Form], index: usize) -> bool {
    let is_short = |at: Option<usize>| at.and_then(|at| forms.get(at)).is_some_and(|form| form.width <= MENU_ITEM);
    is_short(index.checked_sub(1)) && is_short(Some(index)) && is_short(Some(index + 1))
}

/// Items of menus are no wider, in columns.
const MENU_ITEM: usize = 16;

/// "Comments (27)" opens the comments as their bare label does.
fn is_short_start(form: &Form, found: &Found) -> bool {
    found.place == CuePlace::Start && matches!(found.cue, Cue::Comments | Cue::Profile) && form.width <= 30
}

fn holds_prose(cue: Cue) -> bool {
    matches!(cue, Cue::Comments | Cue::Profile | Cue::Disclaimer | Cue::References)
}

fn strength(cue: Cue, distance: usize, strong: bool) -> f64 {
    let reach = match cue {
        Cue::Comments | Cue::Related => 400,
        Cue::References | Cue::Toc => 40,
        Cue::Profile | Cue::Metadata | Cue::Advertisement | Cue::Membership => 8,
        Cue::Byline => 2,
        _ => 6,
    };
    match distance <= reach {
        false => 0.0,
        true if strong && !holds_prose(cue) => 0.0,
        true => 1.0,
    }
}

/// Whether a label ends the section that is open: buttons stand inside lists and comments.
fn replaces(label: Cue, open: Option<Cue>) -> bool {
    !(matches!(label, Cue::Share | Cue::Navigation | Cue::Membership | Cue::Byline | Cue::Metadata)
        && matches!(open, Some(Cue::Related | Cue::Comments)))
}

#[cfg(test)]
mod tests {
    use super::super::form;
    use super::*;
    use crate::given::{self, Given};

    /// The lines of a text for which something holds.
    fn lines_of(text: &str, holds: fn(&Place) -> bool) -> Vec<usize> {
        let document = given::read(Given::Text(text)).unwrap();
        let forms: Vec<Form> = document.lines.iter().map(|line| form::of_line(line.span.of(text))).collect();
        let mut places = vec![Place::default(); forms.len()];
        of_lines(&document.lines, &forms, &mut places);
        (0..places.len()).filter(|index| holds(&places[*index])).collect()
    }

    #[test]
    fn lines_set_apart_from_a_list() {
        let table: [(&str, &str, &[usize]); 6] = [
            ("a heading below links", "関連記事\n港の時計が直る\n橋の灯が消える\n\n丘の駅の話\n\n谷の湯", &[3]),
            ("a heading below one link", "関連記事\n港の時計が直る\n\n丘の駅の話", &[2]),
            ("links set apart from each other", "関連記事\n\n港の時計が直る\n\n橋の灯が消える", &[]),
            ("text below the label of an advertisement", "港\n橋\n\n広告\n\n丘の駅の話\n谷の湯", &[3]),
            ("an advertisement below its label", "港\n橋\n\n広告\n丘の駅の話\n谷の湯", &[]),
            ("no blank lines", "関連記事\n港の時計が直る\n丘の駅の話", &[]),
        ];
        for (what, text, expected) in table {
            assert_eq!(lines_of(text, |place| place.is_parted), expected, "{what}");
        }
    }

    #[test]
    fn comments_under_a_heading_of_the_article() {
        let table: [(&str, &str, &[usize]); 3] = [
            ("among others with its mark", "■背景\n港\n■料金\n橋\n■コメント\n社長の丘", &[]),
            ("alone", "■コメント\n港", &[1]),
            ("without the mark of the headings", "■背景\n港\n■料金\n橋\nコメント\n丘", &[5]),
        ];
        for (what, text, expected) in table {
            let is_comment = |place: &Place| place.section.is_some_and(|section| section.cue == Cue::Comments);
            assert_eq!(lines_of(text, is_comment), expected, "{what}");
        }
    }
}
