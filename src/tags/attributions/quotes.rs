//! Quotations of a sentence.

use crate::tags::line::Line;

/// A quotation: the positions of its marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quote {
    pub open: usize,
    pub close: usize,
}

/// The outermost quotations, in order. One that never closes is none.
pub fn find(line: &Line, marks: &[(char, char)]) -> Vec<Quote> {
    let mut found = Vec::new();
    let mut stack: Vec<(usize, char)> = Vec::new();
    for position in 0..line.length() {
        let character = line.at(position);
        if stack.last().is_some_and(|(_, close)| *close == character) {
            let open = stack.pop().map_or(position, |(open, _)| open);
            if stack.is_empty() {
                found.push(Quote { open, close: position });
            }
        } else if let Some((_, close)) = marks.iter().find(|(open, _)| *open == character) {
            stack.push((position, *close));
        }
    }
    found
}
