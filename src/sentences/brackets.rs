//! Pairs of brackets and quotation marks.

use crate::order::Order;
/// A bracket longer than this many characters is taken for a slip of the pen.
const LONGEST: usize = 600;
const PAIRS: [(char, char); 15] = [
    ('「', '」'),
    ('『', '』'),
    ('（', '）'),
    ('(', ')'),
    ('【', '】'),
    ('〔', '〕'),
    ('〈', '〉'),
    ('《', '》'),
    ('［', '］'),
    ('[', ']'),
    ('｛', '｝'),
    ('{', '}'),
    ('“', '”'),
    ('｢', '｣'),
    ('＜', '＞'),
];

/// For each character the place of the opening bracket of the innermost pair around it that has both its ends; a
/// bracket without its partner holds nothing, so that a slip cannot swallow the rest. Time is linear.
pub fn around(characters: &[char]) -> Vec<Option<usize>> {
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut straight: Option<usize> = None;
    let mut single: Option<usize> = None;
    for (index, character) in characters.iter().enumerate() {
        if *character == '"' {
            match straight.take_if(|start| index - *start <= LONGEST) {
                Some(start) => pairs.push((start, index)),
                None => straight = Some(index),
            }
        } else if matches!(character, '\'' | '‘' | '’') {
            match single.filter(|start| index - *start <= LONGEST && ends_speech(characters, index)) {
                Some(start) => {
                    pairs.push((start, index));
                    single = None;
                }
                None if begins_speech(characters, index) => single = Some(index),
                None => {}
            }
        } else if PAIRS.iter().any(|(opening, _)| opening == character) {
            open.push(index);
        } else if let Some((opening, _)) = PAIRS.iter().find(|(_, closing)| closing == character) {
            // Only a few brackets are open at once in any text that means them.
            let found = open.iter().rev().take(8).position(|start| characters.get(*start) == Some(opening));
            if let Some(depth) = found {
                open.truncate(open.len() - depth);
                pairs.extend(open.pop().filter(|start| index - start <= LONGEST).map(|start| (start, index)));
            }
        }
    }
    cover(characters.len(), pairs)
}

/// Whether a single quotation mark may begin a quotation: white space or a bracket before it and a word after it, as
/// before 'nineties, too. Of several the last that ends is one.
fn begins_speech(characters: &[char], index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|before| characters.get(before));
    before.is_none_or(|c| c.is_whitespace() || opens(*c) || matches!(c, '"' | '—' | '–'))
        && characters.get(index + 1).is_some_and(|c| c.is_alphanumeric() || *c == '…')
}

/// Whether a single quotation mark ends a quotation and is no apostrophe: the quotation's own mark stands before it.
fn ends_speech(characters: &[char], index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|before| characters.get(before));
    before.is_some_and(|c| matches!(c, '.' | ',' | '!' | '?' | '…'))
        && characters.get(index + 1).is_none_or(|c| !c.is_alphanumeric())
}

/// Outer pairs first, so that inner ones overwrite them; no pair is longer than [`LONGEST`], which bounds the work.
fn cover(length: usize, mut pairs: Vec<(usize, usize)>) -> Vec<Option<usize>> {
    let mut around = vec![None; length];
    pairs.order();
    let mut end = 0;
    let mut depth = 0;
    for (start, stop) in pairs {
        depth = if start > end { 0 } else { depth + 1 };
        // Past so many nested brackets the innermost no longer matters.
        if depth < 16 {
            around.iter_mut().take(stop + 1).skip(start).for_each(|place| *place = Some(start));
        }
        end = end.max(stop);
    }
    around
}

/// Whether a character closes a bracket or quotation.
pub fn closes(character: char) -> bool {
    matches!(character, '"' | '\'' | '’' | '»') || PAIRS.iter().any(|(_, closing)| *closing == character)
}

/// Whether a character opens a bracket or quotation.
pub fn opens(character: char) -> bool {
    matches!(character, '‘' | '«') || PAIRS.iter().any(|(opening, _)| *opening == character)
}
