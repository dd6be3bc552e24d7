//! Lists of contents and the headings that they name.

use super::form::Form;
use std::collections::HashMap;

/// What a list of contents says of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Listing {
    /// Nothing.
    #[default]
    None,
    /// It is an entry: a heading below has its words.
    Entry,
    /// It is a heading: an entry above has its words.
    Heading,
}

/// A heading is no wider, in columns.
const WIDEST: usize = 90;
/// Running text begins so soon after a heading.
const OPENS: usize = 3;
/// Entries stand so close to each other.
const CLOSE: usize = 3;

/// What lists of contents say of each line. An entry and its heading have the same words but for numbers and marks
/// around them; running text follows the heading, and one entry alone is no list. Time is linear in the text.
pub fn of_lines(texts: &[&str], forms: &[Form], is_prose: impl Fn(usize) -> bool) -> Vec<Listing> {
    let is_short = |index: &usize| forms.get(*index).is_some_and(|form| form.width <= WIDEST) && !is_prose(*index);
    let mut below: HashMap<&str, usize> = HashMap::new();
    let mut pairs = Vec::new();
    for index in (0..texts.len()).rev().filter(is_short) {
        let words = texts.get(index).map_or("", |text| words(text));
        if words.chars().nth(1).is_none() {
            continue;
        }
        match below.get(words) {
            Some(heading) if *heading > index + 1 => pairs.push((index, *heading)),
            _ if (1..=OPENS).any(|step| is_prose(index + step)) => {
                below.insert(words, index);
            }
            _ => {}
        }
    }
    let mut listings = vec![Listing::None; texts.len()];
    // From the last entry up: entries name headings in order. Two lines alone that come back without numbers are a writer
    // and who that is, above and below an article.
    let is_next =
        |(lower, later): &(usize, usize), (upper, earlier): &(usize, usize)| lower - upper <= CLOSE && earlier < later;
    let is_numbered =
        |(entry, _): &(usize, usize)| texts.get(*entry).is_some_and(|text| !text.starts_with(words(text)));
    for list in pairs.chunk_by(is_next).filter(|list| list.len() > 2 || list.len() == 2 && list.iter().any(is_numbered))
    {
        for (entry, heading) in list {
            set(&mut listings, *entry, Listing::Entry);
            set(&mut listings, *heading, Listing::Heading);
        }
    }
    listings
}

fn set(listings: &mut [Listing], index: usize, listing: Listing) {
    if let Some(place) = listings.get_mut(index) {
        *place = listing;
    }
}

/// The words of an entry or heading, without numbers, marks and wiki buttons around them.
fn words(line: &str) -> &str {
    let line = ["[編集]", "[edit]", "[ソースを編集]"].iter().fold(line, |line, button| line.trim_end_matches(button));
    let numbering = |c: char| c.is_numeric() || !c.is_alphanumeric() && !"「『（(\"“".contains(c);
    line.trim_start_matches(numbering)
        .trim_end_matches(|c: char| !c.is_alphanumeric() && !"」』）)”\"？?！!".contains(c))
}

#[cfg(test)]
mod tests {
    use super::super::form;
    use super::*;

    #[test]
    fn entries_and_headings() {
        let prose = "記録を読むと、火事の夜に何があったのかがよく分かる。町はひとつになって火を消した。";
        let lines = [
            ("町の火事", Listing::None),
            ("1. 夜の記録", Listing::Entry),
            ("2. 朝の町", Listing::Entry),
            (prose, Listing::None),
            ("夜の記録[編集]", Listing::Heading),
            (prose, Listing::None),
            ("■ 朝の町", Listing::Heading),
            (prose, Listing::None),
            ("町の火事", Listing::None),
            (prose, Listing::None),
        ];
        let texts: Vec<&str> = lines.iter().map(|(text, _)| *text).collect();
        let forms: Vec<Form> = texts.iter().map(|text| form::of_line(text)).collect();
        let found = of_lines(&texts, &forms, |index| texts.get(index) == Some(&prose));
        assert_eq!(found, lines.map(|(_, listing)| listing));
    }
}
