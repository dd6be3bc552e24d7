//! Notes below an article: what stands behind a mark that stood in the running text above.

use super::cues::Cue;
use super::form::Form;
use super::page::{Place, Section};
use std::collections::HashSet;

/// Numbers of notes have no more digits.
const DIGITS: usize = 2;
/// A note reads no more like running text than this.
const NOTE: f64 = 0.4;
/// What stands before the number of a note: 注3, ※1, [2].
const OPENERS: &[char] = &['[', '［', '*', '＊', '※', '注'];
const SUPERSCRIPTS: &str = "¹²³⁴⁵⁶⁷⁸⁹";

/// Notes are of the section of references, whatever label stands above them. Time is linear in the text.
pub fn of_lines(texts: &[&str], forms: &[Form], places: &mut [Place]) {
    let mut marks: HashSet<&str> = HashSet::new();
    let mut first = None;
    for (index, (text, form)) in texts.iter().zip(forms).enumerate() {
        // The number of a note may stand in a line of its own.
        let is_under = |above: usize| forms.get(above).is_some_and(|form| form.is_number) && first.is_some();
        let is_below = index.checked_sub(1).is_some_and(|above| is_under(above) && section(places, above).is_some());
        let is_alone = form.is_number && forms.get(index + 1).is_some_and(|below| below.width > form.width + DIGITS);
        let number = if is_alone { digits(text.trim()) } else { opening(text) };
        if is_below && !form.is_number || number.is_some_and(|number| marks.contains(number)) {
            let label = *first.get_or_insert(index);
            if let Some(place) = places.get_mut(index) {
                place.section = Some(Section { cue: Cue::References, strength: 1.0, label });
                place.prose = place.prose.min(NOTE);
            }
        } else if places.get(index).is_some_and(Place::is_prose) {
            marks.extend(marks_in(text));
        }
    }
}

fn section(places: &[Place], index: usize) -> Option<Section> {
    places.get(index)?.section.filter(|section| section.cue == Cue::References)
}

/// The marks of notes in running text.
fn marks_in(text: &str) -> impl Iterator<Item = &str> {
    let mut before = [' '; 2];
    text.char_indices().filter_map(move |(at, character)| {
        let rest = text.get(at..)?;
        // "less.3", but not "GPT 4.1".
        let ends = "。.!?！？,、”\"」』）)".contains(before[1]) && !before[0].is_ascii_digit();
        let mark = if ends && character.is_ascii_digit() { digits(rest) } else { opening(rest) };
        before = [before[1], character];
        mark
    })
}

/// A number of few digits at the beginning, with no letter or digit behind it.
fn digits(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = text.get(..text.len() - rest.len())?;
    let ends = !rest.starts_with(|c: char| c.is_alphanumeric() || ".,%:".contains(c));
    (ends && (1..=DIGITS).contains(&number.len()) && !number.starts_with('0')).then_some(number)
}

/// A mark and its number at the beginning.
fn opening(text: &str) -> Option<&str> {
    let first = text.chars().next()?;
    if SUPERSCRIPTS.contains(first) {
        return text.get(..first.len_utf8());
    }
    let rest = text.strip_prefix(OPENERS)?;
    text.get(..first.len_utf8() + digits(rest)?.len())
}

#[cfg(test)]
mod tests {
    use super::super::form::{self, Ending};
    use super::*;

    #[test]
    fn notes_below_the_text_that_has_their_marks() {
        let table: [(&str, &str, &[usize]); 9] = [
            ("numbers alone", "It costs less.1 We know.2\n1\nAt last year's rate.\n2\nIn March.", &[1, 2, 3, 4]),
            ("brackets", "町の橋は古い[1]。\n[1] 町の記録による。", &[1]),
            ("a mark before the number", "町の橋は古い※1。\n※1 町の記録による。\n※2 町長。", &[1]),
            ("small numbers", "町の橋は古い¹。\n¹ 町の記録による。", &[1]),
            ("a ranking", "町の橋は古い。\n1\n橋の灯が消える\n2\n港の時計が直る", &[]),
            ("amounts after commas", "部屋は古いが、1人で暮らす。\n1\n台車は借りる", &[]),
            ("a version", "We tried GPT-4.1 and 3.2 here.\n1\nThe bridge of the town", &[]),
            ("a note above its mark", "[1] 町の記録\n町の橋は古い[1]。", &[]),
            ("nothing", "", &[]),
        ];
        for (what, text, expected) in table {
            let texts: Vec<&str> = text.lines().collect();
            let forms: Vec<Form> = texts.iter().map(|text| form::of_line(text)).collect();
            let mut places = vec![Place::default(); texts.len()];
            for (place, form) in places.iter_mut().zip(&forms) {
                place.prose = f64::from(u8::from(form.ending == Ending::Stop && form.item_mark.is_none()));
            }
            of_lines(&texts, &forms, &mut places);
            let found: Vec<usize> = (0..texts.len()).filter(|index| section(&places, *index).is_some()).collect();
            assert_eq!(found, expected, "{what}");
        }
    }
}
