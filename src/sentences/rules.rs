//! Where sentences end.

use super::brackets;
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
    /// What ends a sentence as a mark does: laughter in brackets.
    pub laughter: &'static [&'static str],
}

/// The sentences of `text`, trimmed, in order; all of `text` but white space lies in one of them. Time is linear.
pub fn split(text: &str, rules: &SentenceRules) -> Vec<Span> {
    let characters: Vec<char> = text.chars().collect();
    let offsets: Vec<usize> = text.char_indices().map(|(offset, _)| offset).chain([text.len()]).collect();
    let around = brackets::around(&characters);
    let scan = Scan { characters: &characters, around: &around, rules };
    let offset = |index: usize| offsets.get(index).copied().unwrap_or(text.len());
    let mut sentences = Vec::new();
    let (mut start, mut index) = (0, 0);
    while index < characters.len() {
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

    /// Where the sentence that begins at `start` has ended, if the mark at `index` ends it.
    fn end_at(&self, index: usize, start: usize) -> Option<usize> {
        let mark = self.at(index)?;
        let is_full = self.rules.full_stops.contains(&mark);
        let is_spaced = self.rules.spaced_stops.contains(&mark);
        if let Some(end) = self.laughter(index) {
            let is_free = index == 0 || self.around.get(index - 1).copied().flatten().is_none();
            return is_free.then_some(end).filter(|end| !self.goes_on(*end, false));
        }
        if !is_full && !is_spaced {
            return None;
        }
        let end = self.run(index, is_full);
        if !self.outside(index, start, end) {
            return None;
        }
        let last = self.at(index + 1).is_none_or(|next| !self.rules.full_stops.contains(&next) && next != mark);
        if is_full && !(mark.is_ascii() && self.is_latin(index)) {
            let decimal = mark == '．' && self.is_digit(index.wrapping_sub(1)) && self.is_digit(index + 1);
            return (!decimal && !self.goes_on(end, mark == '。' && last)).then_some(end);
        }
        self.spaced_end(index, start, end)
    }

    /// Whether a mark stands between Latin letters or spaces, so that the rules of spaced scripts hold for it.
    fn is_latin(&self, index: usize) -> bool {
        let word = self.word_before(index);
        let is_name = self.rules.names.contains(&word.to_lowercase().as_str());
        is_name
            || index > 0
                && self.at(index - 1).is_some_and(|c| c.is_ascii_alphanumeric())
                && self.at(index + 1).is_some_and(|c| c.is_ascii_alphanumeric())
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
                    || is_closed && self.at(end - 1) == Some('"') && self.at(end).is_some_and(char::is_whitespace)
            }
        }
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
            if !(more || closing) {
                break;
            }
            end += 1;
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
        if !self.at(end).is_none_or(char::is_whitespace) {
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

    /// Whether the point at `index` belongs to an abbreviation, an initial or a number of a list.
    fn abbreviates(&self, index: usize, start: usize, next: Option<usize>) -> bool {
        let word = self.word_before(index);
        let lower = word.to_lowercase();
        let starts = next.is_some_and(|next| {
            let word: String = self.characters.iter().skip(next).take(WORD).take_while(|c| c.is_alphabetic()).collect();
            self.rules.starters.contains(&word.to_lowercase().as_str())
        });
        let is_first = (start..index)
            .all(|place| self.at(place).is_some_and(|c| c.is_whitespace() || c.is_alphanumeric()))
            && index - start <= 4;
        let is_number =
            is_first && !word.is_empty() && (word.chars().all(char::is_numeric) || word.chars().count() == 1);
        let is_initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
        let is_dotted = word.contains('.')
            && word.split('.').all(|part| part.chars().count() <= 2 && part.chars().all(char::is_alphabetic));
        let may_end = is_initial
            || is_dotted && !self.rules.hours.contains(&lower.as_str())
            || self.rules.final_abbreviations.contains(&lower.as_str());
        next.is_some() && (is_number || self.rules.abbreviations.contains(&lower.as_str()) || may_end && !starts)
    }

    fn word_before(&self, index: usize) -> String {
        let from = (index.saturating_sub(WORD)..index)
            .rev()
            .take_while(|place| self.at(*place).is_some_and(|c| !c.is_whitespace() && !brackets::opens(c) && c != '"'));
        let start = from.last().unwrap_or(index);
        self.characters.iter().take(index).skip(start).collect()
    }

    /// The end of laughter or of a run of emoji that begins at `index`.
    fn laughter(&self, index: usize) -> Option<usize> {
        if self.rules.laughter.is_empty() {
            return None;
        }
        let first = self.at(index)?;
        if is_emoji(first) {
            let spoken = index > 0
                && self.at(index - 1).is_some_and(|c| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}'));
            let end = (index..self.characters.len())
                .find(|place| !self.at(*place).is_some_and(is_emoji))
                .unwrap_or(self.characters.len());
            return (spoken && self.at(end).is_some_and(|c| !c.is_numeric())).then_some(end);
        }
        let found = self.rules.laughter.iter().find(|words| {
            words.chars().zip(self.characters.iter().skip(index)).filter(|(a, b)| a == *b).count()
                == words.chars().count()
        })?;
        Some(index + found.chars().count())
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::languages::{en, ja};

    fn cut(text: &str, rules: &SentenceRules) -> String {
        split(text, rules).into_iter().map(|span| span.of(text)).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn japanese() {
        let table = [
            ("", ""),
            ("見出し", "見出し"),
            ("一つ目です。二つ目です。", "一つ目です。|二つ目です。"),
            ("「行く。」と言った。帰った。", "「行く。」と言った。|帰った。"),
            ("本当ですか？！はい。", "本当ですか？！|はい。"),
            ("発表した[2]。続いた。[3]次だ。", "発表した[2]。|続いた。[3]|次だ。"),
            ("版は2.5で、01.AIが作った。Qwen 2.5も出た。", "版は2.5で、01.AIが作った。|Qwen 2.5も出た。"),
            ("閉じない「括弧。次の文。", "閉じない「括弧。|次の文。"),
            ("名前は何？と聞かれた。とても困った。", "名前は何？と聞かれた。|とても困った。"),
            ("すごい！とにかく見てほしい。", "すごい！|とにかく見てほしい。"),
            ("Yahoo!ニュースで読んだ。", "Yahoo!ニュースで読んだ。"),
            ("楽しかった(笑)また行く😄次は春かな。", "楽しかった(笑)|また行く😄|次は春かな。"),
            (
                "「（入れ子の『中。』も。）そう。」と書く。終わり。",
                "「（入れ子の『中。』も。）そう。」と書く。|終わり。",
            ),
            ("長さは３．５メートル．これを使う．", "長さは３．５メートル．|これを使う．"),
        ];
        for (text, expected) in table {
            assert_eq!(cut(text, ja::LANGUAGE.sentences), expected, "{text}");
        }
    }

    #[test]
    fn english() {
        let table = [
            ("It rained. We stayed.", "It rained.|We stayed."),
            ("Dr. Smith paid $2.50. He left.", "Dr. Smith paid $2.50.|He left."),
            ("The U.S. economy grew. J. Doe agreed.", "The U.S. economy grew.|J. Doe agreed."),
            ("He said (in May.) Then he left.", "He said (in May.) Then he left."),
            (
                "They work for the U.S. Army. We left the U.K. It rained.",
                "They work for the U.S. Army.|We left the U.K.|It rained.",
            ),
            ("She said, \"This is it.\" Then she left.", "She said, \"This is it.\"|Then she left."),
            ("\"This is it.\" she said.", "\"This is it.\" she said."),
            ("It ended at 5 p.m. Nobody stayed.", "It ended at 5 p.m.|Nobody stayed."),
            ("See note (1987).1 The rest follows.", "See note (1987).1|The rest follows."),
            ("It broke an \"odd rule. Then it worked.", "It broke an \"odd rule.|Then it worked."),
        ];
        for (text, expected) in table {
            assert_eq!(cut(text, en::LANGUAGE.sentences), expected, "{text}");
        }
    }
}
