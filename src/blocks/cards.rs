//! Cards of links: the site, the title and the first words of another page, and mostly its address.

use super::cues::Cue;
use super::form::{Ending, Form};
use super::page::Place;

/// The name of a site, or the title of a page, is no wider, in columns.
const WIDEST: usize = 120;

/// The first words of another page read no more like running text of this one.
const FIRST_WORDS: f64 = 0.4;

/// What names no site and no page.
const OTHERS: &[Cue] = &[Cue::Advertisement, Cue::GoesOn, Cue::Share, Cue::Navigation, Cue::Membership, Cue::Caption];

/// Tells which lines are of a card.
pub fn of_lines(texts: &[&str], forms: &[Form], places: &mut [Place]) {
    let is = |at: usize, test: fn(&Form) -> bool| forms.get(at).is_some_and(test);
    let is_address = |at: usize| is(at, |form| form.is_address);
    let is_name = |at: usize| {
        is(at, |form| {
            form.ending == Ending::Open && !form.is_date && form.width <= WIDEST && !form.is_item() && !form.has(OTHERS)
        })
    };
    let names_site =
        |at: usize| texts.get(at).is_some_and(|text| ["｜", "|", " - "].iter().any(|bar| text.contains(bar)));
    // Words that break off below a title and the name of its site; sentences do that, too.
    let is_cut = |at: usize| {
        let title = at.checked_sub(1).filter(|title| is_name(*title));
        let has_site = |title: usize| names_site(title) || title.checked_sub(1).is_some_and(is_name);
        is(at, |form| form.breaks_off) && title.is_some_and(has_site)
    };
    for (index, place) in places.iter_mut().enumerate() {
        let is_open = is(index, |form| form.ending != Ending::Stop && !form.is_saying);
        place.is_card = is_address(index) || is_open && (is_address(index + 1) || is_address(index + 2));
        // The first words of the page, between its title and its address.
        if place.is_card && is_address(index + 1) && index.checked_sub(1).is_some_and(is_name) {
            place.prose = place.prose.min(FIRST_WORDS);
        }
        place.is_teaser =
            is_cut(index) || is_cut(index + 1) || is_cut(index + 2) && is_name(index) && !names_site(index + 1);
    }
}

#[cfg(test)]
mod tests {
    use super::super::form;
    use super::*;

    #[test]
    fn lines_of_cards() {
        let words = "古いパソコンでも動く小さな日本語モデルを集めて、速さと言葉づかいを比べました。結果は意外にも…";
        let table: [(&str, String, &[usize]); 6] = [
            (
                "site, title and words",
                format!("そこで読んだ。\nみかん箱研究会\nモデルを比べた\n{words}\n試した。"),
                &[1, 2, 3],
            ),
            (
                "the site in the title",
                format!("そこで読んだ。\nモデルを比べた｜みかん箱研究会\n{words}\n試した。"),
                &[1, 2],
            ),
            ("a heading over words that break off", format!("そこで読んだ。\nモデルを比べる\n{words}\n試した。"), &[]),
            ("an address below", "そこで読んだ。\nモデルを比べた\nmikan.example.jp\n試した。".to_owned(), &[1, 2]),
            ("two lines of a poem", "港の灯\n橋の灯\n川は流れて……\n試した。".to_owned(), &[]),
            ("nothing", String::new(), &[]),
        ];
        for (what, text, expected) in table {
            let texts: Vec<&str> = text.lines().collect();
            let forms: Vec<Form> = texts.iter().map(|text| form::of_line(text)).collect();
            let mut places = vec![Place::default(); texts.len()];
            of_lines(&texts, &forms, &mut places);
            let found: Vec<usize> =
                (0..texts.len()).filter(|index| places[*index].is_card || places[*index].is_teaser).collect();
            assert_eq!(found, expected, "{what}");
        }
    }
}
