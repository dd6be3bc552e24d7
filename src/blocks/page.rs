//! The page around a line: neighbours, runs, sections, repetition, and where the running text lies.

use super::below;
use super::cards;
use super::cells;
use super::cohesion::{self, Shares};
use super::contents::{self, Listing};
use super::cues::{Cue, Place as CuePlace};
use super::form::{self, Ending, Form};
use super::notes;
use super::sections;
use super::speeches;
use crate::given::{Document, Line};
use crate::languages::Language;
use crate::languages::identify::Reading;
use std::collections::HashMap;

/// A page as the model sees it.
pub struct Page<'a> {
    /// Its lines.
    pub lines: &'a [Line],
    /// The form of each.
    pub forms: Vec<Form>,
    /// The place of each.
    pub places: Vec<Place>,
    /// Some lines are set apart by blank lines and some are not.
    pub mixes_blanks: bool,
    /// Some line reads like running text.
    pub has_prose: bool,
    /// A few lines without running text: what somebody typed, and no page.
    pub is_fragment: bool,
}

/// Where a line stands.
#[derive(Clone, Debug, Default)]
pub struct Place {
    /// How much it reads like running text, 0 to 1.
    pub prose: f64,
    /// How much running text stands within four lines of it, 0 to 1.
    pub prose_around: f64,
    /// The section that a line above opened.
    pub section: Option<Section>,
    /// A blank line, the first in its section, sets it apart from the lines above that belong to it.
    pub is_parted: bool,
    /// Length of the run of short lines, none of them running text, that it is in.
    pub run: usize,
    /// Share of dates and numbers among the lines within three of it.
    pub dates_around: f64,
    /// Cues of advertisements within four lines of it, at most 4, halved.
    pub advertisements_around: f64,
    /// Buttons and menu items within four lines of it, at most 4, halved.
    pub buttons_around: f64,
    /// The lines before and after are of its width and ending.
    pub like_neighbours: bool,
    /// The same line stands above.
    pub repeats_earlier: bool,
    /// The last of those.
    pub earlier: Option<usize>,
    /// The same line stands below.
    pub repeated_later: bool,
    /// The line before is the same.
    pub repeats_previous: bool,
    /// Its language is known and not the body's.
    pub is_foreign: bool,
    /// It holds no letters at all.
    pub has_no_words: bool,
    /// Blank lines stand on both sides.
    pub is_apart: bool,
    /// Its language.
    pub language: Option<&'static Language>,
    /// Shares of its words that running text elsewhere uses too.
    pub shares: Shares,
    /// The share that running text elsewhere uses, against the usual share of this page's running text.
    pub cohesion: Option<f64>,
    /// What lists of contents say of it.
    pub listing: Listing,
    /// Neither the line before nor that after begins with its mark of an item.
    pub is_lone: bool,
    /// A neighbour has as many cells, two or more.
    pub cells_alike: bool,
    /// It begins with a name and a colon that several lines begin with.
    pub is_speech: bool,
    /// Words of an offer stand in it or in running text within two lines of it.
    pub offers_around: bool,
    /// The line before says that the article goes on below.
    pub resumes: bool,
    /// It is the address of another page, or the title or the broken-off text above one, as a card of a link has them.
    pub is_card: bool,
    /// It is of a card without an address: the site, the title, and words that break off.
    pub is_teaser: bool,
    /// It is a cell of a table that comes one cell a line.
    pub is_cell: bool,
    /// A label of readers' comments stands above it, and running text above that.
    pub is_after_comments: bool,
    /// The share of the page's running text that stands above the label of related articles over it, where it shares few
    /// words with the rest; 0 for other lines, and where that is not most of the running text.
    pub adrift: f64,
    /// It stands above all others, and those are sentences.
    pub is_over_sentences: bool,
    /// How many short lines within six of it stand near a line of the same words, at most 4, halved.
    pub echoes_around: f64,
    /// It is a name in brackets below running text, none of which follows.
    pub is_signed: bool,
}

/// A section that a label opened.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Section {
    /// What the label speaks for.
    pub cue: Cue,
    /// How surely the line still belongs to it, 0 to 1.
    pub strength: f64,
    /// The label's line.
    pub label: usize,
}

impl Place {
    /// Whether it reads more like running text than not.
    pub fn is_prose(&self) -> bool {
        self.prose >= 0.5
    }
}

impl Page<'_> {
    /// How much the line at `index` reads like running text; 0 past either end.
    pub fn prose(&self, index: usize) -> f64 {
        self.places.get(index).map_or(0.0, |place| place.prose)
    }
}

/// Reads a page, given what each line says of its language. Time is linear in its text.
pub fn read<'a>(document: &'a Document<'_>, readings: &[Reading], body: &'static Language) -> Page<'a> {
    let text = &document.text;
    let texts: Vec<&str> = document.lines.iter().map(|line| line.span.of(text)).collect();
    let forms: Vec<Form> = texts.iter().map(|line| form::of_line(line)).collect();
    let mut places: Vec<Place> = forms.iter().map(|form| Place { prose: prose(form), ..Place::default() }).collect();
    speeches::of_lines(&texts, &forms, &mut places);
    languages(&texts, readings, &mut places, body);
    repetition(&texts, &mut places);
    blanks(&document.lines, &mut places);
    runs(&forms, &mut places);
    signatures(&forms, &mut places);
    neighbours(&forms, &mut places);
    cards::of_lines(&texts, &forms, &mut places);
    cells::of_lines(&texts, &forms, &mut places);
    sections::of_lines(&document.lines, &forms, &mut places);
    notes::of_lines(&texts, &forms, &mut places);
    words(&texts, &forms, &mut places);
    below::comments(&forms, &mut places);
    below::related(&forms, &mut places);
    echoes(&texts, &forms, &mut places);
    if let (Some(first), [_, rest @ ..]) = (places.first_mut(), forms.as_slice()) {
        first.is_over_sentences = !rest.is_empty() && rest.iter().all(|form| form.ending == Ending::Stop);
    }
    let has_prose = places.iter().any(|place| place.prose >= SOME_PROSE);
    let is_fragment = !has_prose && places.len() <= FEW_LINES;
    let apart = places.iter().filter(|place| place.is_apart).count();
    let mixes_blanks = apart * 10 > places.len() && apart * 10 < places.len() * 9;
    Page { lines: &document.lines, forms, places, mixes_blanks, has_prose, is_fragment }
}

/// From so much on a line is taken for running text.
const SOME_PROSE: f64 = 0.4;
/// So few lines without running text are no page.
const FEW_LINES: usize = 5;

/// How much a line reads like running text.
fn prose(form: &Form) -> f64 {
    let mut score = match form.ending {
        Ending::Stop if form.width > 14 => 0.5,
        _ if form.is_saying && form.width > 14 => 0.5,
        _ if form.has(&[Cue::Predicate]) && form.width >= 24 => 0.5,
        Ending::Cry if form.width > 30 => 0.25,
        _ => 0.0,
    };
    score += if form.stops >= 2 { 0.35 } else { 0.0 };
    score += if form.width >= 160 && form.glue > 0.12 { 0.4 } else { 0.0 };
    score += if form.width >= 60 && form.glue > 0.2 { 0.25 } else { 0.0 };
    // What machines write down of speech has no marks.
    score += if form.width >= 100 && form.glue > 0.3 && form.is_latin && form.capitals < 0.2 { 0.25 } else { 0.0 };
    score -= if form.width < 30 { 0.2 } else { 0.0 };
    score -= if form.is_code || form.is_trail || form.is_number { 0.6 } else { 0.0 };
    let is_notice =
        |cue| matches!(cue, Cue::Copyright | Cue::Disclaimer | Cue::Membership | Cue::Share | Cue::Navigation);
    let noise = form.cues.iter().map(|found| match (found.cue, found.place) {
        // この記事は会員限定です。登録すると続きをお読みいただけます。
        (Cue::Membership | Cue::Disclaimer, CuePlace::Start) => 2,
        (cue, place) => usize::from(place == CuePlace::Whole || is_notice(cue)),
    });
    score -= 0.25 * noise.sum::<usize>().min(3) as f64;
    score.clamp(0.0, 1.0)
}

fn languages(texts: &[&str], readings: &[Reading], places: &mut [Place], body: &'static Language) {
    for ((text, reading), place) in texts.iter().zip(readings).zip(places) {
        place.language = reading.language(Some(body));
        place.has_no_words = !text.chars().any(char::is_alphabetic);
        place.is_foreign = place.language.is_some_and(|language| language.code != body.code);
    }
}

/// What the words of the lines say of each other.
fn words(texts: &[&str], forms: &[Form], places: &mut [Place]) {
    // What stands twice shares its words with itself.
    let counts = |index: usize| places.get(index).is_some_and(|place| place.is_prose() && !place.repeats_earlier);
    let shares = cohesion::of_lines(texts, counts);
    let usual = usual(&shares, counts);
    let listings = contents::of_lines(texts, forms, |index| places.get(index).is_some_and(Place::is_prose));
    for (place, (shares, listing)) in places.iter_mut().zip(shares.into_iter().zip(listings)) {
        place.shares = shares;
        place.listing = if listing == Listing::None { place.listing } else { listing };
        place.cohesion = shares.anywhere.filter(|_| usual > 0.0).map(|share| share / usual);
    }
}

/// The share of words that running text on this page usually shares; 0 where there is too little to say.
fn usual(shares: &[Shares], is_prose: impl Fn(usize) -> bool) -> f64 {
    let prose = shares.iter().enumerate().filter(|(index, _)| is_prose(*index));
    let (sum, count) =
        prose.filter_map(|(_, shares)| shares.anywhere).fold((0.0, 0), |(sum, count), share| (sum + share, count + 1));
    if count < FEW_PROSE { 0.0 } else { sum / f64::from(count) }
}

/// So few lines of running text have no usual share.
const FEW_PROSE: i32 = 3;

fn repetition(texts: &[&str], places: &mut [Place]) {
    let mut last: HashMap<&str, usize> = HashMap::new();
    for (index, text) in texts.iter().enumerate() {
        let before = last.insert(text, index);
        if let Some(place) = places.get_mut(index) {
            (place.repeats_earlier, place.earlier) = (before.is_some(), before);
            place.repeats_previous = index > 0 && before == Some(index - 1);
        }
        if let Some(place) = before.and_then(|before| places.get_mut(before)) {
            place.repeated_later = true;
        }
    }
}

/// A button or name is no wider, in columns.
const ECHO: usize = 24;
/// A line echoes another that stands no further away.
const EARSHOT: usize = 12;

/// Lines such as "Reply" that come back in a rhythm.
fn echoes(texts: &[&str], forms: &[Form], places: &mut [Place]) {
    let mut last: HashMap<&str, usize> = HashMap::new();
    let mut echoes = vec![0.0; texts.len()];
    for (index, (text, form)) in texts.iter().zip(forms).enumerate().filter(|(_, (_, form))| form.width <= ECHO) {
        let before = last.insert(*text, index).filter(|before| index - before <= EARSHOT && form.width > 0);
        for at in before.into_iter().flat_map(|before| [before, index]) {
            if let Some(echo) = echoes.get_mut(at) {
                *echo = 1.0;
            }
        }
    }
    for (place, sum) in places.iter_mut().zip(windows(&echoes, 6)) {
        place.echoes_around = sum.min(4.0) / 2.0;
    }
}

fn blanks(lines: &[Line], places: &mut [Place]) {
    for (index, place) in places.iter_mut().enumerate() {
        let before = index == 0 || lines.get(index).is_some_and(|line| line.blank_before > 0);
        let after = lines.get(index + 1).is_none_or(|line| line.blank_before > 0);
        place.is_apart = before && after;
    }
}

fn runs(forms: &[Form], places: &mut [Place]) {
    let is_short = |(form, place): &(&Form, &mut Place)| form.width <= 120 && place.prose < 0.5;
    let mut together: Vec<(&Form, &mut Place)> = forms.iter().zip(places).collect();
    for run in together.chunk_by_mut(|a, b| is_short(a) == is_short(b)) {
        let length = if run.first().is_some_and(is_short) { run.len() } else { 0 };
        run.iter_mut().for_each(|(_, place)| place.run = length);
    }
}

/// Running text counts up to so many columns a line, so that one wall of text does not outweigh a page.
pub const WIDEST: usize = 400;

/// How much running text each line is, in columns.
pub fn masses(forms: &[Form], places: &[Place]) -> Vec<f64> {
    forms.iter().zip(places).map(|(form, place)| place.prose * form.width.min(WIDEST) as f64).collect()
}

/// Sums over a window around each line.
fn windows(values: &[f64], reach: usize) -> Vec<f64> {
    let sums = Sums::of(values.iter().copied());
    (0..values.len()).map(|index| sums.between(index.saturating_sub(reach), index + reach + 1)).collect()
}

/// Sums of the first values of a row, by which any stretch of it is summed at once.
#[derive(Clone, Debug, PartialEq)]
pub struct Sums(Vec<f64>);

impl Sums {
    /// Adds up a row of values.
    pub fn of(values: impl Iterator<Item = f64>) -> Sums {
        let mut sum = 0.0;
        let add = |value| {
            sum += value;
            sum
        };
        Sums(std::iter::once(0.0).chain(values.map(add)).collect())
    }

    /// The sum of the values from `start` to before `end`; places past the row's end count nothing.
    pub fn between(&self, start: usize, end: usize) -> f64 {
        let at = |index: usize| self.0.get(index.min(self.0.len() - 1)).copied().unwrap_or(0.0);
        at(end) - at(start)
    }
}

/// A signature in brackets is no wider, in columns.
const SIGNATURE: usize = 36;

/// Names in brackets under the last line of running text.
fn signatures(forms: &[Form], places: &mut [Place]) {
    let prose: Vec<bool> = places.iter().map(Place::is_prose).collect();
    let is_name = |form: &Form| form.is_bracketed && form.cues.is_empty() && form.width <= SIGNATURE;
    let before = std::iter::once(false).chain(prose.iter().copied());
    let after = prose.iter().copied().skip(1).chain([false]);
    for ((place, form), (before, after)) in places.iter_mut().zip(forms).zip(before.zip(after)) {
        place.is_signed = before && !after && is_name(form);
    }
}

fn neighbours(forms: &[Form], places: &mut [Place]) {
    let of = |test: &dyn Fn(&Form) -> bool| -> Vec<f64> {
        forms.iter().map(|form| f64::from(u8::from(test(form)))).collect()
    };
    let mass = masses(forms, places);
    let dates = of(&|form| form.is_date || form.is_number);
    let advertisements = of(&|form| form.has(&[Cue::Advertisement]));
    let buttons = of(&|form| form.width < 60 && form.has(&[Cue::Share, Cue::Navigation, Cue::Membership]));
    let (masses, all_dates) = (windows(&mass, 4), windows(&dates, 3));
    let is_offer = |form: &Form| form.has(&[Cue::Advertisement]) && form.width > 14 && !form.has(&[Cue::GoesOn]);
    let offers = windows(&of(&is_offer), 2);
    let (all_advertisements, all_buttons) = (windows(&advertisements, 4), windows(&buttons, 4));
    let own = |values: &[f64], index: usize| values.get(index).copied().unwrap_or(0.0);
    for (index, place) in places.iter_mut().enumerate() {
        let others = |sums: &[f64], values: &[f64]| (own(sums, index) - own(values, index)).max(0.0);
        place.prose_around = (others(&masses, &mass) / 800.0).min(1.0);
        place.dates_around = others(&all_dates, &dates) / 6.0;
        place.offers_around = own(&offers, index) > 0.0;
        place.resumes = index.checked_sub(1).and_then(|at| forms.get(at)).is_some_and(|form| form.has(&[Cue::GoesOn]));
        place.advertisements_around = others(&all_advertisements, &advertisements).min(4.0) / 2.0;
        place.buttons_around = others(&all_buttons, &buttons).min(4.0) / 2.0;
        let like = |other: Option<&Form>| {
            let (Some(form), Some(other)) = (forms.get(index), other) else { return false };
            form.ending == other.ending && form.width.abs_diff(other.width) <= 16 && form.width <= 160
        };
        let beside = [index.checked_sub(1), Some(index + 1)].map(|at| at.and_then(|at| forms.get(at)));
        let beside = || beside.iter().flatten();
        let mark = forms.get(index).and_then(|form| form.item_mark);
        place.is_lone = !beside().any(|form| form.item_mark == mark);
        let cells = forms.get(index).map_or(1, |form| form.cells);
        place.cells_alike = cells >= 2 && beside().any(|form| form.cells == cells);
        place.like_neighbours = index > 0 && like(forms.get(index - 1)) && like(forms.get(index + 1));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::given::{self, Given};
    use crate::languages::ja;

    type Table = [(&'static str, &'static str, &'static [usize])];

    /// The lines of each text for which something holds.
    fn check(table: &Table, holds: fn(&Place) -> bool) {
        for (what, text, expected) in table {
            let document = given::read(Given::Text(text)).unwrap();
            let readings: Vec<Reading> = document.lines.iter().map(|line| Reading::of(line.span.of(text))).collect();
            let page = read(&document, &readings, &ja::LANGUAGE);
            let lines = page.places.iter().enumerate().filter(|(_, place)| holds(place));
            assert_eq!(lines.map(|(index, _)| index).collect::<Vec<_>>(), *expected, "{what}");
        }
    }

    #[test]
    fn titles_over_sentences() {
        let table: [(&str, &str, &[usize]); 5] = [
            ("a title and its text", "図書館の休み\n来月は毎週月曜に休む。\n返却口は開いている。", &[0]),
            ("one sentence", "来月は毎週月曜に休む。", &[]),
            ("sentences alone", "来月は毎週月曜に休む。\n返却口は開いている。", &[0]),
            ("a heading among them", "図書館の休み\n来月は毎週月曜に休む。\n返却\n返却口は開いている。", &[]),
            ("nothing", "", &[]),
        ];
        check(&table, |place| place.is_over_sentences);
    }

    #[test]
    fn signatures_below_running_text() {
        let table: [(&str, &str, &[usize]); 4] = [
            ("a name", "船頭は先月から毎朝、川を渡っている。\n（稲葉ゆい）\n関連記事", &[1]),
            ("a remark between sentences", "船頭は先月から川を渡る。\n（笑）\n船頭は先月から川を渡る。", &[]),
            ("a credit", "船頭は先月から毎朝、川を渡っている。\n（写真：稲葉ゆい）", &[]),
            ("a name under a title", "渡し船\n（稲葉ゆい）", &[]),
        ];
        check(&table, |place| place.is_signed);
    }
}
