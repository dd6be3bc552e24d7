//! Words that the caller knows: what they cover is not cut by a model.

use super::characters::{Characters, Kind};
use super::{Lemma, Token};
use crate::order::Order;
use crate::report::Upos;
use crate::span::Span;
use std::cmp::Ordering;

/// The longest form that is a word, in characters.
const LONGEST: usize = 64;

/// The words of a caller, by their forms. A form is found in any width and with any capitals, but a word in lower case
/// is none that has capitals: an oracle is not Oracle.
#[derive(Clone, Debug, Default)]
pub struct OwnWords {
    /// In the order of their characters, none twice.
    words: Vec<OwnWord>,
    characters: Characters,
    found: Vec<OwnMatch>,
}

#[derive(Clone, Debug)]
struct OwnWord {
    /// Folded, in lower case.
    form: Vec<char>,
    upos: Upos,
    has_capitals: bool,
}

/// A word of a caller, or a part of one that is written with spaces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnMatch {
    /// Where it stands in the text that was searched.
    pub span: Span,
    /// What it is. None for a part in lower case: what that is, the words around say.
    pub upos: Option<Upos>,
}

impl OwnWords {
    /// Takes forms with their parts of speech. Of equal forms the last stands; one that is empty or has more than 64
    /// characters is no word.
    pub fn new<'w>(words: impl Iterator<Item = (&'w str, Upos)>) -> OwnWords {
        let mut own = OwnWords::default();
        let mut characters = Characters::default();
        for (form, upos) in words {
            characters.read(form.trim());
            let has_capitals = characters.folded().iter().any(|character| character.is_uppercase());
            let form: Vec<char> = characters.folded().iter().copied().map(lower).collect();
            if (1..=LONGEST).contains(&form.len()) {
                own.words.push(OwnWord { form, upos, has_capitals });
            }
        }
        own.words.reverse();
        own.words.order_by(|left, right| left.form.cmp(&right.form));
        own.words.dedup_by(|word, kept| word.form == kept.form);
        own
    }

    /// Finds the words in a sentence, in order and without overlap: at each place the longest.
    pub fn find(&mut self, sentence: &str) -> &[OwnMatch] {
        self.found.clear();
        if self.words.is_empty() {
            return &self.found;
        }
        self.characters.read(sentence);
        let mut start = 0;
        while start < self.characters.len() {
            let Some((length, upos)) = self.longest(start) else {
                start += 1;
                continue;
            };
            self.add_parts(sentence, start, start + length, upos);
            start += length;
        }
        &self.found
    }

    /// The length and the class of the longest word that begins at a character and cuts no other word in two that is
    /// written with spaces or in digits.
    fn longest(&self, start: usize) -> Option<(usize, Upos)> {
        let (characters, folded) = (&self.characters, self.characters.folded());
        if is_inside(characters, start) {
            return None;
        }
        let (mut words, mut longest, mut is_common) = (self.words.as_slice(), None, true);
        for (length, character) in folded.get(start..)?.iter().enumerate() {
            let next = lower(*character);
            is_common &= character.is_ascii_lowercase();
            let at = |word: &OwnWord| word.form.get(length).map_or(Ordering::Less, |other| other.cmp(&next));
            let from = words.partition_point(|word| at(word) == Ordering::Less);
            words = words.get(from..)?;
            words = words.get(..words.partition_point(|word| at(word) == Ordering::Equal))?;
            let Some(word) = words.first() else { break };
            let is_whole = word.form.len() == length + 1 && !is_inside(characters, start + length + 1);
            if is_whole && !(is_common && word.has_capitals) {
                longest = Some((length + 1, word.upos));
            }
        }
        longest
    }

    /// Adds the parts of a word between spaces.
    fn add_parts(&mut self, sentence: &str, start: usize, end: usize, upos: Upos) {
        let span = Span::new(self.characters.byte(start), self.characters.byte(end));
        let form = span.of(sentence);
        let is_one = !form.contains(char::is_whitespace);
        let mut at = span.start as usize;
        for piece in form.split_inclusive(char::is_whitespace) {
            let part = piece.trim_end();
            if !part.is_empty() {
                let is_classed = is_one || !part.starts_with(|first: char| first.is_lowercase());
                self.found.push(OwnMatch { span: Span::new(at, at + part.len()), upos: is_classed.then_some(upos) });
            }
            at += piece.len();
        }
    }
}

/// Whether a place lies inside a word of Latin letters or inside digits.
fn is_inside(characters: &Characters, place: usize) -> bool {
    let joins = |index: usize| matches!(characters.kind(index), Kind::Letter | Kind::Digit);
    place.checked_sub(1).is_some_and(joins) && joins(place)
}

fn lower(character: char) -> char {
    character.to_lowercase().next().unwrap_or(character)
}

/// Whether the words of a caller demand that a place is cut, or that it is not; None where they say nothing.
pub fn cuts(own: &[OwnMatch], place: usize) -> Option<bool> {
    let touching = own.get(own.partition_point(|word| (word.span.end as usize) < place)..)?.first()?;
    let (start, end) = (touching.span.start as usize, touching.span.end as usize);
    (start <= place).then_some(start == place || end == place)
}

/// Gives the words of a caller among the tokens of a sentence that begins at byte `offset` their classes, by the
/// language's own names for them.
pub fn mark<'m>(tokens: &mut [Token<'m>], own: &[OwnMatch], classes: &[(Upos, &'m str)], offset: usize) {
    let mut tokens = tokens.iter_mut().peekable();
    for word in own {
        let span = word.span.shifted(offset);
        while tokens.next_if(|token| token.span.start < span.start).is_some() {}
        if let (Some(token), Some(upos)) = (tokens.next_if(|token| token.span == span), word.upos) {
            token.upos = upos;
            token.lemma = Lemma::Form;
            token.xpos = classes.iter().find(|(class, _)| *class == upos).map(|(_, name)| *name).or(token.xpos);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_words_are_found_and_their_parts() {
        let words = [
            ("生成AI", Upos::Noun),
            ("生成", Upos::Propn),
            ("Oracle", Upos::Propn),
            ("Bank of Ruritania", Upos::Propn),
            ("C++", Upos::Propn),
            ("ﾄｳﾄ電機", Upos::Noun),
            ("トウト電機", Upos::Propn),
            ("", Upos::Noun),
        ];
        let mut own = OwnWords::new(words.into_iter());
        let table = [
            ("the longest", "生成AIの生成", "生成AI/NOUN 生成/PROPN"),
            ("any width and capitals", "生成ａｉ、oRACLE", "生成ａｉ/NOUN oRACLE/PROPN"),
            ("a word in lower case is none with capitals", "an oracle", ""),
            ("inside a word", "Oracles, 3C++", ""),
            ("parts", "the Bank of Ruritania.", "Bank/PROPN of/- Ruritania/PROPN"),
            ("marks at its end", "C++11とC++で", "C++/PROPN C++/PROPN"),
            ("of equal forms the last", "トウト電機", "トウト電機/PROPN"),
            ("nothing", "", ""),
        ];
        for (label, text, expected) in table {
            let found = own
                .find(text)
                .iter()
                .map(|word| format!("{}/{}", word.span.of(text), word.upos.map_or("-", Upos::tag)));
            assert_eq!(found.collect::<Vec<_>>().join(" "), expected, "{label}");
        }
        assert!(OwnWords::default().find("何か").is_empty());
    }
}
