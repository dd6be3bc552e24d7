//! One block's text, laid out so that rules can look at any character and its neighbours in constant time.

use crate::span::Span;

/// What [`Line::at`] gives where no character stands.
pub const NONE: char = '\0';

/// The characters of a stretch of text, full-width forms folded to their ordinary ones, with the byte each begins at.
/// Positions count characters.
#[derive(Debug)]
pub struct Line {
    chars: Vec<char>,
    places: Vec<u32>,
}

impl Line {
    /// Lays out `text`, which begins at byte `offset` of the article.
    pub fn new(text: &str, offset: u32) -> Line {
        let mut line = Line { chars: Vec::with_capacity(text.len()), places: Vec::with_capacity(text.len() + 1) };
        for (byte, character) in text.char_indices() {
            line.chars.push(fold(character));
            line.places.push(offset + byte as u32);
        }
        line.places.push(offset + text.len() as u32);
        line
    }

    /// The number of characters.
    pub fn length(&self) -> usize {
        self.chars.len()
    }

    /// The character at a position, folded; [`NONE`] past the end.
    pub fn at(&self, position: usize) -> char {
        self.chars.get(position).copied().unwrap_or(NONE)
    }

    /// The character before a position, folded; [`NONE`] at the start.
    pub fn before(&self, position: usize) -> char {
        position.checked_sub(1).map_or(NONE, |position| self.at(position))
    }

    /// The bytes from one position to another.
    // Not inlined, for the size of the core.
    #[inline(never)]
    pub fn span(&self, start: usize, end: usize) -> Span {
        let place = |position: usize| self.places.get(position).or(self.places.last()).copied().unwrap_or(0) as usize;
        Span::new(place(start), place(end))
    }

    /// The position of the character that begins at or after a byte.
    pub fn position(&self, byte: u32) -> usize {
        self.places.partition_point(|place| *place < byte).min(self.length())
    }

    /// The folded text from one position to another.
    #[inline(never)]
    pub fn text(&self, start: usize, end: usize) -> String {
        self.between(start, end).iter().collect()
    }

    /// The folded characters from one position to another, or to the end.
    #[inline(never)]
    pub fn between(&self, start: usize, end: usize) -> &[char] {
        self.chars.get(start..end.min(self.length())).unwrap_or_default()
    }

    /// The first position from `position` on that holds no space.
    #[inline(never)]
    pub fn skip_spaces(&self, position: usize) -> usize {
        let mut position = position;
        while self.at(position) == ' ' {
            position += 1;
        }
        position
    }

    /// The last position up to `position` that no space stands before.
    #[inline(never)]
    pub fn skip_spaces_back(&self, position: usize) -> usize {
        let mut position = position;
        while self.before(position) == ' ' {
            position -= 1;
        }
        position
    }

    /// Where `word` ends if it stands at `position`.
    #[inline(never)]
    pub fn after(&self, position: usize, word: &str) -> Option<usize> {
        let mut end = position;
        for character in word.chars() {
            if self.at(end) != character {
                return None;
            }
            end += 1;
        }
        Some(end)
    }

    /// Whether `word` ends at a position.
    #[inline(never)]
    pub fn ends_with(&self, position: usize, word: &str) -> bool {
        let start = position.checked_sub(word.chars().count());
        start.is_some_and(|start| self.after(start, word) == Some(position))
    }

    /// Whether a Latin letter before a position and a digit after it go on one name: the H of 2,048 H800.
    pub fn is_inside_name(&self, position: usize) -> bool {
        self.before(position).is_ascii_alphabetic() && self.at(position).is_ascii_digit()
    }

    /// The end of the run of characters from `position` on that pass a test.
    pub fn run(&self, position: usize, test: impl Fn(char) -> bool) -> usize {
        let mut end = position;
        while end < self.length() && test(self.at(end)) {
            end += 1;
        }
        end
    }

    /// The start of the run of characters before `position` that pass a test, at most `limit` long.
    pub fn run_back(&self, position: usize, limit: usize, test: impl Fn(char) -> bool) -> usize {
        let mut start = position;
        while position - start < limit && start > 0 && test(self.before(start)) {
            start -= 1;
        }
        start
    }
}

/// One character for another of the same meaning: full-width forms, kinds of spaces, minus signs, wave dashes and
/// bars.
fn fold(character: char) -> char {
    match character {
        '\u{ff5e}' => '~',
        '\u{ff01}'..='\u{ff5d}' => char::from_u32(character as u32 - 0xfee0).map_or(character, fold),
        '\u{3000}' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '\t' => ' ',
        '\u{2212}' | '\u{2010}' | '\u{2011}' | '\u{fe63}' => '-',
        '\u{301c}' | '\u{223c}' => '~',
        '\u{2012}' | '\u{2013}' | '\u{2014}' | '\u{2015}' | '\u{2500}' => '–',
        '\u{ffe5}' => '¥',
        '\u{ffe1}' => '£',
        '\u{ffe0}' => '¢',
        '\u{2018}' | '\u{2019}' => '\'',
        other => other,
    }
}

/// Whether a character is a Chinese character.
pub fn is_han(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '々' | '〇')
}

/// Whether a character is katakana, its length mark included.
pub fn is_katakana(character: char) -> bool {
    matches!(character, '\u{30a1}'..='\u{30fa}' | 'ー' | '\u{31f0}'..='\u{31ff}' | '\u{ff66}'..='\u{ff9f}')
}

/// Whether a character is hiragana.
pub fn is_hiragana(character: char) -> bool {
    matches!(character, '\u{3041}'..='\u{309f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_keeps_places() {
        let line = Line::new("２〜３％", 10);
        assert_eq!(line.text(0, line.length()), "2~3%");
        assert_eq!(line.span(1, 2), Span { start: 13, end: 16 });
        assert_eq!(line.span(4, 9), Span { start: 22, end: 22 });
        assert_eq!((line.at(4), line.before(0)), (NONE, NONE));
        assert_eq!((line.position(13), line.position(14), line.position(99)), (1, 2, 4));
    }
}
