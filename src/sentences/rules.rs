//! Where sentences end.

use super::{brackets, faces, lists};
use crate::span::Span;

/// How the sentences of a language end.
pub struct SentenceRules {
    /// Marks that end a sentence wherever they stand outside brackets.
    pub full_stops: &'static [char],
    /// Marks that end a sentence only when white space or the end of the block follows, and no small letter after it.
    pub spaced_stops: &'static [char],
    /// Words in lower case, without their last point, after which a point ends nothing.
    pub abbreviations: &'static [&'static str],
    /// The same, but where one of [`starters`](SentenceRules::starters) follows, the sentence ends.
    pub final_abbreviations: &'static [&'static str],
    /// Letters that are names of their own and no initials, with the word before: on X.
    pub lone_letters: &'static [&'static str],
    /// Abbreviations after which the sentence ends wherever a capital follows.
    pub hours: &'static [&'static str],
    /// Words in lower case that begin sentences.
    pub starters: &'static [&'static str],
    /// Names in lower case that end with a mark of their own.
    pub names: &'static [&'static str],
    /// What goes on with the sentence after a question, an exclamation or laughter.
    pub continuations: &'static [&'static str],
    /// What goes on with the sentence after a full stop.
    pub strong_continuations: &'static [&'static str],
    /// Words that begin like a continuation and begin sentences.
    pub not_continuations: &'static [&'static str],
    /// What ends a sentence as a mark does: laughter, in round brackets. Where there is any, faces and emoji end sentences, too.
    pub laughter: &'static [&'static str],
    /// Endings of sentences after which an ellipsis is no pause in the sentence, but its end.
    pub final_forms: &'static [&'static str],
}

/// The sentences of `text`, trimmed, in order; all of `text` but white space lies in one of them. Time is linear.
pub fn split(text: &str, rules: &SentenceRules) -> Vec<Span> {
    let characters: Vec<char> = text.chars().collect();
    let offsets: Vec<usize> = text.char_indices().map(|(offset, _)| offset).chain([text.len()]).collect();
    let around = brackets::around(&characters);
    let scan = Scan { characters: &characters, around: &around, rules };
    let offset = |index: usize| offsets.get(index).copied().unwrap_or(text.len());
    let mut marks = lists::marks(&characters).into_iter().peekable();
    let mut sentences = Vec::new();
    let (mut start, mut index) = (0, 0);
    while index < characters.len() {
        if let Some(mark) = marks.next_if(|mark| mark.start <= index) {
            push(&mut sentences, text, offset(start), offset(mark.start));
            (start, index) = (mark.start, mark.end);
            continue;
        }
        match scan.end_at(index, start) {
            Some(end) => {
                push(&mut sentences, text, offset(start), offset(end));
                (start, index) = (end, end);
            }
            None => index += 1,
        }
    }
    push(&mut sentences, text, offset(start), text.len());
    sentences
}

struct Scan<'a> {
    characters: &'a [char],
    around: &'a [Option<usize>],
    rules: &'a SentenceRules,
}

/// The longest word that is looked at before a point, and the longest beginning that is looked at after one.
const WORD: usize = 24;

impl Scan<'_> {
    fn at(&self, index: usize) -> Option<char> {
        self.characters.get(index).copied()
    }

    fn is_stop(&self, character: char) -> bool {
        self.rules.full_stops.contains(&character) || self.rules.spaced_stops.contains(&character)
    }

    /// Where the sentence that begins at `start` has ended, if the mark at `index` ends it.
    fn end_at(&self, index: usize, start: usize) -> Option<usize> {
        let mark = self.at(index)?;
        let is_full = self.rules.full_stops.contains(&mark);
        let is_spaced = self.rules.spaced_stops.contains(&mark);
        if let Some(end) = self.laughter(index).or_else(|| self.last_pause(index)) {
            let is_free = index == 0 || self.around.get(index - 1).copied().flatten().is_none();
            return is_free.then_some(end).filter(|end| !self.goes_on(*end, false));
        }
        // What the first mark of a run did not end, the others don't; asking once keeps long runs linear.
        let in_run = index > start && self.at(index - 1).is_some_and(|before| self.is_stop(before));
        if !is_full && !is_spaced || in_run {
            return None;
        }
        let end = self.run(index, is_full);
        // Whatever marks a run begins with, an ideographic full stop in it ends the sentence.
        let is_full = is_full || (index..end).any(|place| self.at(place) == Some('。'));
        if !self.outside(index, start, end) {
            return None;
        }
        let last = self.at(index + 1).is_none_or(|next| !self.rules.full_stops.contains(&next) && next != mark);
        if self.is_name(index, end) {
            return None;
        }
        if is_full && !(mark.is_ascii() && self.is_latin(index)) {
            let decimal = mark == '．' && self.is_digit(index.wrapping_sub(1)) && self.is_digit(index + 1);
            return (!decimal && !self.goes_on(end, mark == '。' && last)).then_some(end);
        }
        self.spaced_end(index, start, end)
    }

    /// Whether a mark stands between Latin letters or spaces, so that the rules of spaced scripts hold for it.
    fn is_latin(&self, index: usize) -> bool {
        let is_letter = |place: usize| self.at(place).is_some_and(|c| c.is_ascii_alphanumeric());
        index > 0 && is_letter(index - 1) && is_letter(index + 1)
    }

    /// Whether the mark at `index` ends a name in the middle of a sentence: something comes after it that does not begin
    /// sentences.
    fn is_name(&self, index: usize, end: usize) -> bool {
        let ends = |name: &&&str| {
            let mut letters = name.chars().rev();
            let own = (index.saturating_sub(WORD)..index).rev().filter_map(|place| self.at(place));
            own.zip(&mut letters).all(|(a, b)| a.to_lowercase().eq([b])) && letters.next().is_none()
        };
        let Some(name) = self.rules.names.iter().find(ends) else { return false };
        let is_own_mark = match self.at(index) {
            Some('!' | '！') => name.is_ascii(),
            Some('。') => !name.is_ascii(),
            _ => false,
        };
        let length = name.chars().count();
        let is_whole = !name.is_ascii()
            || index == length
            || self.at(index - length - 1).is_none_or(|before| !before.is_ascii_alphanumeric());
        let next = (end..self.characters.len()).find(|place| self.at(*place).is_some_and(|c| !c.is_whitespace()));
        is_own_mark && is_whole && end == index + 1 && next.is_some_and(|next| !self.begins_sentence(next))
    }

    /// Whether the word at `index` is one that begins sentences.
    fn begins_sentence(&self, index: usize) -> bool {
        let letters = self.characters.iter().skip(index).take(WORD).take_while(|c| c.is_alphabetic());
        self.rules.starters.contains(&letters.collect::<String>().to_lowercase().as_str())
    }

    fn is_digit(&self, index: usize) -> bool {
        self.at(index).is_some_and(|c| c.is_numeric())
    }

    /// Whether the mark stands outside all pairs of brackets, or closes the one that the sentence opened with.
    fn outside(&self, index: usize, start: usize, end: usize) -> bool {
        match self.around.get(index).copied().flatten() {
            None => true,
            Some(open) => {
                let opens_sentence = (start..open).all(|before| self.at(before).is_some_and(char::is_whitespace));
                let is_closed = self.around.get(end.wrapping_sub(1)).is_some_and(|last| *last == Some(open))
                    && self.at(end - 1).is_some_and(brackets::closes);
                is_closed && opens_sentence && self.at(end).is_some_and(char::is_whitespace)
                    || is_closed && self.ends_quotation(end)
            }
        }
    }

    /// Whether a quotation in a sentence ends at `end` and the sentence with it. What follows in brackets is still said
    /// of the quotation.
    fn ends_quotation(&self, end: usize) -> bool {
        matches!(self.at(end - 1), Some('"' | '”' | '\'' | '’'))
            && self.at(end).is_some_and(char::is_whitespace)
            && self.at(end + 1) != Some('(')
    }

    /// The end of the run of marks, closing brackets and reference marks that begins at `index`.
    fn run(&self, index: usize, is_full: bool) -> usize {
        let mut end = index + 1;
        let own = self.around.get(index).copied().flatten();
        while let Some(next) = self.at(end) {
            let more = self.rules.full_stops.contains(&next)
                || self.rules.spaced_stops.contains(&next)
                || is_emoji(next)
                || is_full && next == '・';
            let closing =
                brackets::closes(next) && (own.is_some() || self.around.get(end).copied().flatten().is_none());
            end = match self.laughter(end).filter(|_| is_full) {
                Some(after) => after,
                None if more || closing => end + 1,
                None => break,
            };
        }
        self.references(end, is_full)
    }

    /// The end of the reference marks that begin at `end`: `[3]`, and digits straight after the stop.
    fn references(&self, mut end: usize, is_full: bool) -> usize {
        while self.at(end) == Some('[') {
            let digits = (end + 1..end + 5).take_while(|index| self.is_digit(*index)).count();
            if digits == 0 || self.at(end + 1 + digits) != Some(']') {
                break;
            }
            end += digits + 2;
        }
        let digits = (end..end + 3).take_while(|index| self.is_digit(*index)).count();
        let after_word = end >= 2 && self.at(end - 2).is_some_and(|c| c.is_alphabetic() || brackets::closes(c));
        let is_note = !is_full && digits > 0 && after_word && self.at(end - 1) == Some('.');
        if is_note && self.at(end + digits).is_some_and(char::is_whitespace) { end + digits } else { end }
    }

    /// Marks of spaced scripts: white space follows, and what comes then begins a sentence.
    fn spaced_end(&self, index: usize, start: usize, end: usize) -> Option<usize> {
        if !self.at(end).is_none_or(char::is_whitespace) && !self.lacks_space(index, start, end) {
            return None;
        }
        let next = (end..end + WORD).find(|place| self.at(*place).is_none_or(|c| !c.is_whitespace()));
        let first = next.and_then(|next| {
            (next..next + 3).filter_map(|place| self.at(place)).find(|c| !brackets::opens(*c) && *c != '"')
        });
        // Three points set apart are a pause; the fourth ends the sentence.
        let is_fourth = index >= 6 && [2, 4, 6].iter().all(|back| self.at(index - back) == Some('.'));
        let spaced_dots = index > 0 && self.at(index - 1).is_some_and(char::is_whitespace) && !is_fourth;
        let is_list_mark = next.is_some_and(|next| self.at(next) == Some('(') && self.at(next + 2) == Some(')'));
        if is_list_mark {
            return Some(end);
        }
        if next.and_then(|next| self.at(next)).is_some_and(|c| matches!(c, '-' | '–' | '—')) {
            return None;
        }
        if first.is_some_and(char::is_lowercase) || spaced_dots && first.is_some() {
            return None;
        }
        (self.at(index) != Some('.')
            || end > index + 1 && self.at(index + 1) == Some('.')
            || !self.abbreviates(index, start, next))
        .then_some(end)
    }

    /// Whether white space was lost between two sentences: a word or a number, the stop, and a word that begins
    /// sentences. Addresses, files and members of a program's things go on with other words.
    fn lacks_space(&self, index: usize, start: usize, end: usize) -> bool {
        let before = self.word_before(index, start);
        let last = before.rsplit('.').next().unwrap_or("");
        let is_word =
            last.chars().count() >= 3 && last.chars().all(|c| c.is_alphanumeric() || matches!(c, ',' | '’' | '\''));
        if end != index + 1 || !is_word || before.contains(['/', '@', ':', '_']) || before.starts_with("www.") {
            return false;
        }
        let word: String = self.characters.iter().skip(end).take(WORD).take_while(|c| c.is_alphabetic()).collect();
        let after = end + word.chars().count();
        let begins =
            word.chars().next().is_some_and(char::is_uppercase) && !word.chars().skip(1).any(char::is_uppercase);
        let lower = word.to_lowercase();
        let is_starter = self.rules.starters.contains(&lower.as_str())
            && self.at(after).is_some_and(|c| c.is_whitespace() || matches!(c, ',' | '’' | '\''));
        let is_title = self.rules.abbreviations.contains(&lower.as_str())
            && self.at(after) == Some('.')
            && self.at(after + 1).is_some_and(char::is_whitespace);
        begins && (is_starter || is_title)
    }

    /// Whether the point at `index` belongs to an abbreviation, an initial or a number of a list.
    fn abbreviates(&self, index: usize, start: usize, next: Option<usize>) -> bool {
        let word = self.word_before(index, start);
        let lower = word.to_lowercase();
        let starts = next.is_some_and(|next| self.begins_sentence(next));
        let is_first = index - start <= 4
            && (start..index).all(|place| self.at(place).is_some_and(|c| c.is_whitespace() || c.is_alphanumeric()));
        let is_number =
            is_first && !word.is_empty() && (word.chars().all(char::is_numeric) || word.chars().count() == 1);
        let is_initial =
            word.chars().count() == 1 && word.chars().all(char::is_uppercase) && !self.is_lone_letter(index);
        let is_dotted = word.contains('.')
            && word.split('.').all(|part| part.chars().count() <= 2 && part.chars().all(char::is_alphabetic));
        let may_end = is_initial
            || is_dotted && !self.rules.hours.contains(&lower.as_str())
            || self.rules.final_abbreviations.contains(&lower.as_str());
        next.is_some() && (is_number || self.rules.abbreviations.contains(&lower.as_str()) || may_end && !starts)
    }

    /// Whether the letter before `index` is a name of its own: X in posted on X.
    fn is_lone_letter(&self, index: usize) -> bool {
        let before: String = self.characters.iter().take(index).skip(index.saturating_sub(WORD)).collect();
        self.rules.lone_letters.iter().any(|words| before.ends_with(words))
    }

    /// The word before `index` in the sentence that begins at `start`.
    fn word_before(&self, index: usize, start: usize) -> String {
        let from = (index.saturating_sub(WORD).max(start)..index)
            .rev()
            .take_while(|place| self.at(*place).is_some_and(|c| !c.is_whitespace() && !brackets::opens(c) && c != '"'));
        let start = from.last().unwrap_or(index);
        self.characters.iter().take(index).skip(start).collect()
    }

    /// The end of laughter or of a run of emoji that begins at `index`.
    fn laughter(&self, index: usize) -> Option<usize> {
        let first = self.at(index)?;
        // Emoji apart, it stands in brackets.
        if self.rules.laughter.is_empty() || !matches!(first, '(' | '（') && !is_emoji(first) {
            return None;
        }
        if is_emoji(first) {
            let spoken = index > 0
                && self.at(index - 1).is_some_and(|c| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}'));
            if !spoken {
                return None;
            }
            let end = (index..self.characters.len())
                .find(|place| !self.at(*place).is_some_and(is_emoji))
                .unwrap_or(self.characters.len());
            return self.at(end).is_some_and(|c| !c.is_numeric()).then_some(end);
        }
        if let Some(end) = faces::end(self.characters, index) {
            return Some(end);
        }
        let rest = self.characters.get(index..).unwrap_or_default();
        let found = self
            .rules
            .laughter
            .iter()
            .find(|words| words.chars().zip(rest).all(|(a, b)| a == *b) && words.chars().count() <= rest.len())?;
        Some(index + found.chars().count())
    }

    /// The end of the ellipsis that begins at `index` after an ending of sentences.
    fn last_pause(&self, index: usize) -> Option<usize> {
        let first = self.at(index).filter(|c| matches!(c, '…' | '‥' | '・' | '.'))?;
        let before: String = self.characters.iter().take(index).skip(index.saturating_sub(8)).collect();
        if !self.rules.final_forms.iter().any(|form| before.ends_with(form)) {
            return None;
        }
        let end = (index..self.characters.len()).find(|place| self.at(*place) != Some(first))?;
        let is_pause = matches!(first, '…' | '‥') || end - index >= 2;
        let is_over = self.at(end).is_some_and(|next| !self.is_stop(next) && !brackets::closes(next));
        (is_pause && is_over).then_some(end)
    }

    /// Whether what stands at `end` goes on with the sentence.
    fn goes_on(&self, end: usize, is_strong: bool) -> bool {
        let next: String = self.characters.iter().skip(end).take(6).collect();
        let begins = |list: &[&str]| list.iter().any(|words| next.starts_with(words));
        let list = if is_strong { self.rules.strong_continuations } else { self.rules.continuations };
        begins(list) && !begins(self.rules.not_continuations)
    }
}

fn is_emoji(character: char) -> bool {
    matches!(character, '\u{1f300}'..='\u{1faff}' | '\u{2600}'..='\u{26ff}' | '\u{fe0f}' | '\u{200d}')
}

fn push(sentences: &mut Vec<Span>, text: &str, start: usize, end: usize) {
    let piece = text.get(start..end).unwrap_or("");
    let trimmed = piece.trim();
    if !trimmed.is_empty() {
        let offset = start + (piece.len() - piece.trim_start().len());
        sentences.push(Span::new(offset, offset + trimmed.len()));
    }
}
