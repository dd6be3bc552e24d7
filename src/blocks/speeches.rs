//! Turns of a conversation: lines that begin with the name of one who speaks, or a dash.

use super::form::{Ending, Form};
use super::page::Place;
use std::collections::HashMap;

/// So many lines begin with the name of one who speaks.
const SPEECHES: usize = 3;
/// What somebody says reads like running text.
const SPEECH: f64 = 0.6;
/// A name before a wide space is no longer, in bytes.
const LONGEST: usize = 18;

/// Tells which lines begin with a name that comes back, or a dash.
pub fn of_lines(texts: &[&str], forms: &[Form], places: &mut [Place]) {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    texts.iter().zip(forms).filter_map(speaker).for_each(|name| *counts.entry(name).or_default() += 1);
    for (line, place) in texts.iter().zip(forms).zip(places) {
        let recurs = speaker(line).and_then(|name| counts.get(name)).is_some_and(|count| *count >= SPEECHES);
        place.is_speech = recurs || line.1.is_said;
        if place.is_speech && line.1.width > 14 {
            place.prose = place.prose.max(SPEECH);
        }
    }
}

/// What stands before the colon that a line begins with, or before a wide space and words that end as speech does.
fn speaker<'a>((text, form): (&&'a str, &Form)) -> Option<&'a str> {
    let key = text.get(..form.key).filter(|key| !key.is_empty());
    let is_name = |name: &str| name.len() <= LONGEST && !name.is_empty() && name.chars().all(char::is_alphabetic);
    let ends = matches!(form.ending, Ending::Stop | Ending::Cry) || text.ends_with(['）', ')']);
    let set_apart = || text.split_once('\u{3000}').map(|(name, _)| name).filter(|name| ends && is_name(name));
    key.or_else(set_apart)
}

#[cfg(test)]
mod tests {
    use super::super::form;
    use super::*;

    #[test]
    fn turns_of_conversations() {
        let table: [(&str, &str, &[usize]); 4] = [
            ("names and colons", "森：はい。\n谷：ええ。\n森：なるほど。\n森：では。", &[0, 2, 3]),
            ("names and wide spaces", "森　はい。\n谷　ええ。\n森　なるほど（笑）\n森　では。\n森　記者", &[0, 2, 3]),
            ("rows of a table", "大人　500円\n大人　700円\n大人　900円", &[]),
            ("dashes", "――なぜですか。\nさあ。", &[0]),
        ];
        for (what, text, expected) in table {
            let texts: Vec<&str> = text.lines().collect();
            let forms: Vec<Form> = texts.iter().map(|text| form::of_line(text)).collect();
            let mut places = vec![Place::default(); texts.len()];
            of_lines(&texts, &forms, &mut places);
            let found: Vec<usize> = (0..texts.len()).filter(|index| places[*index].is_speech).collect();
            assert_eq!(found, expected, "{what}");
        }
    }
}
