//! Lexical cohesion: how much of a line's vocabulary the running text elsewhere on the page shares. What belongs to an
//! article comes back to its words; an offer or a teaser that stands among its paragraphs has words of its own (the
//! observation of Halliday and Hasan, *Cohesion in English*, 1976, that M. Hearst, "TextTiling", *Computational
//! Linguistics* 23(1), 1997, measures).

use crate::letters::{is_letter, script};
use unicode_script::Script;

/// The most places for terms; two terms may share one, which on a page of a few thousand terms is rare and does little
/// harm.
const PLACES: usize = 1 << 16;
/// More of a line than this says no more.
const TERMS: usize = 400;
/// A line of fewer terms shares them by chance.
const FEWEST: usize = 3;
/// The next running text is no further away, in lines.
const NEAR: u32 = 20;
/// A Latin word is its first letters, so that its forms are one; shorter words are mostly function words.
const STEM: usize = 6;
const SHORTEST: usize = 5;
/// What stands in a place: no line, a line, or more than one.
const NOBODY: u32 = u32::MAX;
const MANY: u32 = u32::MAX - 1;

/// Of the words of a line, how many others use; `None` for lines of hardly any.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Shares {
    /// The share that running text in other lines uses, 0 to 1.
    pub anywhere: Option<f64>,
    /// How many of them running text in other lines uses.
    pub count: usize,
    /// The share that the next two lines of running text use, 0 to 1; of two terms, two thirds at most.
    pub next: Option<f64>,
}

/// The places of the terms of all lines, and where those of each line end.
struct Terms {
    places: Vec<u32>,
    ends: Vec<usize>,
    count: usize,
}

impl Terms {
    fn of(texts: &[&str]) -> Terms {
        let length: usize = texts.iter().map(|text| text.len()).sum();
        let count = length.next_power_of_two().min(PLACES);
        let (mut places, mut ends) = (Vec::new(), Vec::with_capacity(texts.len()));
        for text in texts {
            terms(text, |term| places.push((term % count) as u32));
            ends.push(places.len());
        }
        Terms { places, ends, count }
    }

    fn line(&self, index: usize) -> &[u32] {
        let end = |index: usize| self.ends.get(index).copied().unwrap_or(0);
        let start = index.checked_sub(1).map_or(0, end);
        self.places.get(start..end(index)).unwrap_or_default()
    }

    /// How many of a line's terms have a user that passes a test.
    fn count(&self, index: usize, users: &[u32], test: impl Fn(u32) -> bool) -> usize {
        let uses = |term: &&u32| users.get(**term as usize).is_some_and(|user| *user != NOBODY && test(*user));
        self.line(index).iter().filter(uses).count()
    }

    /// The share of a line's terms that so many are; `None` for fewer terms than it takes.
    fn share(&self, index: usize, count: usize, fewest: usize) -> Option<f64> {
        let terms = self.line(index).len();
        (terms >= fewest).then(|| count as f64 / terms.max(FEWEST) as f64)
    }
}

/// The shares of each line. Terms are pairs of neighbouring kanji or katakana and beginnings of Latin words. Time is
/// linear in the text.
pub fn of_lines(texts: &[&str], is_prose: impl Fn(usize) -> bool) -> Vec<Shares> {
    let terms = Terms::of(texts);
    let anywhere = anywhere(&terms, &is_prose);
    let next = next(&terms, &is_prose);
    let counts = anywhere.into_iter().zip(next).enumerate();
    counts.map(|(index, (count, next))| Shares { anywhere: terms.share(index, count, FEWEST), count, next }).collect()
}

fn anywhere(terms: &Terms, is_prose: &impl Fn(usize) -> bool) -> Vec<usize> {
    let mut users = vec![NOBODY; terms.count];
    for index in (0..terms.ends.len()).filter(|index| is_prose(*index)) {
        for term in terms.line(index) {
            if let Some(user) = users.get_mut(*term as usize) {
                *user = if *user == NOBODY || *user == index as u32 { index as u32 } else { MANY };
            }
        }
    }
    (0..terms.ends.len()).map(|index| terms.count(index, &users, |user| user != index as u32)).collect()
}

/// From the last line up, so that the nearest running text below that uses a term is the one that is kept.
fn next(terms: &Terms, is_prose: &impl Fn(usize) -> bool) -> Vec<Option<f64>> {
    let mut users = vec![NOBODY; terms.count];
    let mut nearest = [NOBODY; 2];
    let mut shares = Vec::with_capacity(terms.ends.len());
    for index in (0..terms.ends.len()).rev() {
        let here = index as u32;
        let count = terms.count(index, &users, |user| nearest.contains(&user) && user - here <= NEAR);
        shares.push(terms.share(index, count, FEWEST - 1));
        if is_prose(index) {
            nearest = [here, nearest[0]];
            for term in terms.line(index) {
                if let Some(user) = users.get_mut(*term as usize) {
                    *user = here;
                }
            }
        }
    }
    shares.reverse();
    shares
}

/// Gives the place of each term of a line, from the left.
fn terms(text: &str, mut give: impl FnMut(usize)) {
    let (mut before, mut left) = (None, TERMS);
    let (mut word, mut length) = (SEED, 0);
    for c in text.chars().chain([' ']) {
        if left == 0 {
            return;
        }
        let is_latin = c.is_ascii_alphabetic() || !c.is_ascii() && is_letter(c) && script(c) == Script::Latin;
        if is_latin {
            (word, length) = (if length < STEM { hash(word, lower(c)) } else { word }, length + 1);
        } else {
            if length >= SHORTEST {
                give(place(word));
                left -= 1;
            }
            (word, length) = (SEED, 0);
        }
        let written = Some(c).filter(|c| *c == 'ー' || matches!(script(*c), Script::Han | Script::Katakana));
        if let (Some(first), Some(second)) = (before, written) {
            give(place(hash(hash(SEED, first), second)));
            left = left.saturating_sub(1);
        }
        before = written;
    }
}

fn lower(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

// FNV-1a over characters: a name for a term, and the same everywhere.
const SEED: u64 = 0xcbf2_9ce4_8422_2325;

fn hash(state: u64, c: char) -> u64 {
    (state ^ u64::from(c)).wrapping_mul(0x0100_0000_01b3)
}

fn place(hash: u64) -> usize {
    (hash ^ (hash >> 32)) as usize & (PLACES - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lines_share() {
        let lines = [
            "製紙会社の工場では、画像認識で紙の傷を検査している。",
            "画像認識の学習には、工場の検査員が撮った写真を使った。",
            "在宅で働く資格を取るなら、通信講座の無料説明会へ。",
            "工場の画像検査",
            "Workers inspected the paper mill's machines.",
            "The inspection of paper took a worker and a machine.",
        ];
        let shares = of_lines(&lines, |index| index != 3);
        let percent = |share: Option<f64>| share.map(|share| (share * 100.0).round());
        let found: Vec<_> = shares.iter().map(|share| (percent(share.anywhere), percent(share.next))).collect();
        let expected = [
            (Some(63.0), Some(63.0)),
            (Some(63.0), Some(0.0)),
            (Some(0.0), Some(0.0)),
            (Some(100.0), Some(0.0)),
            (Some(100.0), Some(100.0)),
            (Some(100.0), Some(0.0)),
        ];
        assert_eq!(found, expected);
        assert_eq!(of_lines(&[""], |_| true), [Shares::default()]);
    }
}
