//! Sentences with their sources, what is said and hedges marked, and how many of these are found.

use article_analyzer::Span;
use article_analyzer::report::{Attribution, Hedge};

/// One mark: its letter, whether either reading will do, and where it stands.
struct Mark {
    letter: char,
    either: bool,
    span: Span,
}

/// A sentence without its marks, and what they say.
pub struct Marked {
    pub text: String,
    marks: Vec<Mark>,
}

/// What was found right, found wrongly, and left out.
#[derive(Clone, Copy, Debug, Default)]
pub struct Count {
    pub right: usize,
    pub wrong: usize,
    pub missed: usize,
}

impl Count {
    /// The harmonic mean of precision and recall; 1 where there was nothing to find.
    pub fn f1(&self) -> f64 {
        let all = 2 * self.right + self.wrong + self.missed;
        if all == 0 { 1.0 } else { 2.0 * self.right as f64 / all as f64 }
    }

    pub fn add(&mut self, other: Count) {
        self.right += other.right;
        self.wrong += other.wrong;
        self.missed += other.missed;
    }
}

/// How much of two spans is common to both: twice that over their lengths.
fn agreement(a: Span, b: Span) -> f64 {
    let common = a.end.min(b.end).saturating_sub(a.start.max(b.start));
    2.0 * f64::from(common) / f64::from((a.end - a.start) + (b.end - b.start)).max(1.0)
}

impl Marked {
    /// Reads `[S the mayor] said [C it rained]`.
    pub fn parse(written: &str) -> Marked {
        let mut text = String::new();
        let mut marks: Vec<Mark> = Vec::new();
        let mut open: Vec<(char, bool, usize)> = Vec::new();
        let mut characters = written.chars().peekable();
        while let Some(character) = characters.next() {
            match character {
                '[' => {
                    let either = characters.next_if_eq(&'?').is_some();
                    let letter = characters.next().unwrap();
                    characters.next_if_eq(&' ').unwrap();
                    open.push((letter, either, text.len()));
                }
                ']' => {
                    let (letter, either, start) = open.pop().unwrap();
                    marks.push(Mark { letter, either, span: Span::new(start, text.len()) });
                }
                other => text.push(other),
            }
        }
        assert!(open.is_empty(), "{written}");
        marks.sort_by_key(|mark| mark.span.start);
        Marked { text, marks }
    }

    fn of(&self, letters: &str) -> Vec<&Mark> {
        self.marks.iter().filter(|mark| letters.contains(mark.letter)).collect()
    }

    /// The sayings found. One is right where the sources overlap and four fifths of what is said agree. Sources and
    /// contents belong together in their order; one source may own several contents, of which one is enough.
    pub fn sayings(&self, found: &[Attribution]) -> Count {
        let (sources, contents) = (self.of("S"), self.of("C"));
        let owners = sources.len().max(usize::from(!contents.is_empty()));
        let expected: Vec<(Option<&Mark>, Vec<&Mark>)> = (0..owners)
            .map(|owner| {
                let own = contents.iter().enumerate().filter(|(place, _)| (*place).min(owners - 1) == owner);
                (sources.get(owner).copied(), own.map(|(_, content)| *content).collect())
            })
            .collect();
        let fits = |said: &Attribution, (source, contents): &(Option<&Mark>, Vec<&Mark>)| {
            let who = match (said.source.span, source) {
                (Some(found), Some(source)) => found.overlaps(source.span),
                (None, None) => true,
                _ => false,
            };
            let either = source.is_some_and(|source| source.either);
            who && (either || contents.iter().any(|content| agreement(said.content, content.span) >= 0.8))
        };
        let mut count = Count::default();
        for wanted in &expected {
            let either = wanted.0.is_some_and(|mark| mark.either) || wanted.1.iter().any(|mark| mark.either);
            match found.iter().any(|said| fits(said, wanted)) {
                true if either => {}
                true => count.right += 1,
                false if either => {}
                false => count.missed += 1,
            }
        }
        count.wrong = found.iter().filter(|said| !expected.iter().any(|wanted| fits(said, wanted))).count();
        count
    }

    /// The hedges found. One is right where it is of the kind and overlaps.
    pub fn hedges(&self, found: &[Hedge]) -> Count {
        let kinds =
            [('A', "Approximation"), ('P', "Probability"), ('R', "Hearsay"), ('O', "Opinion"), ('I', "Condition")];
        let expected = self.of("APROI");
        let fits = |hedge: &Hedge, mark: &Mark| {
            let kind = format!("{:?}", hedge.kind);
            hedge.span.overlaps(mark.span)
                && (mark.either || kinds.iter().any(|(letter, name)| *letter == mark.letter && kind == *name))
        };
        let mut count = Count::default();
        for mark in &expected {
            match found.iter().any(|hedge| fits(hedge, mark)) {
                true if !mark.either => count.right += 1,
                false if !mark.either => count.missed += 1,
                _ => {}
            }
        }
        count.wrong = found.iter().filter(|hedge| !expected.iter().any(|mark| fits(hedge, mark))).count();
        count
    }
}
