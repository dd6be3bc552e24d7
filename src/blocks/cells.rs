//! Tables that come one cell a line, as from pages whose columns are lost: short lines in a rhythm of words and figures.

use super::cues::Cue;
use super::form::{Ending, Form};
use super::page::Place;
use std::ops::Range;

/// A cell is no wider, in columns.
const WIDEST: usize = 36;
/// The fewest and the most columns of such a table.
const FEWEST: usize = 2;
const MOST: usize = 6;
/// A rhythm of fewer cells is chance.
const SHORTEST: usize = 6;

/// What a cell holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Words,
    Figure,
    /// Lists of links have dates, too.
    Date,
}

/// Tells which lines are cells. Time is linear in the number of lines.
pub fn of_lines(texts: &[&str], forms: &[Form], places: &mut [Place]) {
    let kinds: Vec<Option<Kind>> =
        texts.iter().zip(forms).zip(places.iter()).map(|((text, form), place)| kind(text, form, place)).collect();
    for columns in FEWEST..=MOST {
        for table in rhythms(&kinds, columns) {
            let cells = kinds.get(table.clone()).unwrap_or_default();
            let has_words = cells.iter().take(columns).any(|kind| *kind == Some(Kind::Words));
            let has_amounts =
                (table.start..table.start + columns).any(|first| is_amounts(texts, &kinds, first, columns, &table));
            if !has_words || !has_amounts {
                continue;
            }
            let labels = table.start.saturating_sub(columns)..table.start;
            let is_labelled = labels.len() == columns
                && kinds.get(labels.clone()).is_some_and(|labels| labels.iter().all(|kind| *kind == Some(Kind::Words)));
            let start = if is_labelled { labels.start } else { table.start };
            places.get_mut(start..table.end).unwrap_or_default().iter_mut().for_each(|place| place.is_cell = true);
        }
    }
}

/// What a line holds if it can be a cell.
fn kind(text: &str, form: &Form, place: &Place) -> Option<Kind> {
    let may_be = (1..=WIDEST).contains(&form.width)
        && form.ending == Ending::Open
        && form.cues.iter().all(|found| found.cue == Cue::Heading)
        && !form.is_item()
        && !place.is_prose();
    let begins_with_word = text.starts_with(|c: char| c.is_alphabetic());
    may_be.then(|| match form.has_date {
        true => Kind::Date,
        false if begins_with_word || !text.contains(char::is_numeric) => Kind::Words,
        false => Kind::Figure,
    })
}

/// The stretches of whole rows in which every cell holds what the one a row above holds.
fn rhythms(kinds: &[Option<Kind>], columns: usize) -> Vec<Range<usize>> {
    let (mut found, mut start) = (Vec::new(), 0);
    for end in columns..=kinds.len() {
        let goes_on = kinds.get(end).is_some_and(|kind| kind.is_some() && kinds.get(end - columns) == Some(kind));
        if goes_on {
            continue;
        }
        let rows = (end - start) / columns;
        if rows >= 2 && rows * columns >= SHORTEST {
            found.push(start..start + rows * columns);
        }
        start = end + 1 - columns;
    }
    found
}

/// Whether a column, given by its first cell, holds figures that are no ranks.
fn is_amounts(texts: &[&str], kinds: &[Option<Kind>], first: usize, columns: usize, table: &Range<usize>) -> bool {
    let cells = || (first..table.end).step_by(columns).filter_map(|cell| texts.get(cell));
    let ranks: Vec<u32> = cells().filter_map(|cell| cell.parse().ok()).collect();
    let rises = ranks.len() == cells().count() && ranks.is_sorted_by(|one, next| one < next);
    kinds.get(first) == Some(&Some(Kind::Figure)) && !rises
}

#[cfg(test)]
mod tests {
    use super::super::form;
    use super::*;

    #[test]
    fn cells_one_a_line() {
        let table: [(&str, &str, Range<usize>); 8] = [
            (
                "labels and three rows, with a heading above and below",
                "料金\n区分\n昼\n夜\n大人\n500円\n700円\n学生\n300円\n400円\n子ども\n100円\n200円\n注意",
                1..13,
            ),
            ("names and figures", "Gulls\n39\nMillbrook\n37\nFort Ames\n33", 0..6),
            ("ranks and links", "1\n港の時計\n2\n橋の灯\n3\n丘の駅\n4\n谷の湯", 0..0),
            ("ranks, names and figures", "1\nGulls\n39\n2\nMillbrook\n37\n3\nFort Ames\n33", 0..9),
            ("links and dates", "港の時計\n2026年3月1日\n橋の灯\n2026年3月2日\n丘の駅\n2026年3月3日", 0..0),
            ("two rows of two", "大人\n500円\n学生\n300円", 0..0),
            ("words alone", "港\n橋\n丘\n谷\n川\n浜\n岬\n沢", 0..0),
            ("nothing", "", 0..0),
        ];
        for (what, text, expected) in table {
            let texts: Vec<&str> = text.lines().collect();
            let forms: Vec<Form> = texts.iter().map(|text| form::of_line(text)).collect();
            let mut places = vec![Place::default(); texts.len()];
            of_lines(&texts, &forms, &mut places);
            let found: Vec<usize> = (0..texts.len()).filter(|index| places[*index].is_cell).collect();
            assert_eq!(found, expected.collect::<Vec<_>>(), "{what}");
        }
    }
}
