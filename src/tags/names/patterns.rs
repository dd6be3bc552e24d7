//! Names that show by their make: products with version numbers, models named by letters and digits, and names in
//! quotation marks after a word that says what is named.

use super::attributes::fold;
use super::mention::{Evidence, Mention, Votes};
use super::model::Found;
use super::rules::{NamePattern, NameRules};
use crate::report::EntityLabel;
use crate::span::Span;
use crate::tokens::Token;
use regex::Regex;

/// How strongly a pattern speaks, in natural logarithms.
const STRENGTH: f32 = 4.0;
/// The longest name in quotation marks, in characters.
const LONGEST_QUOTED: usize = 30;

/// A language's patterns, ready to run.
#[derive(Clone, Debug)]
pub struct Patterns {
    rules: &'static NameRules,
    patterns: Vec<(Regex, &'static NamePattern)>,
    counted: Option<Regex>,
    introduced: Option<Regex>,
    followed: Option<Regex>,
}

/// What the patterns found in a sentence.
#[derive(Debug, Default)]
pub struct Matches {
    /// Names.
    pub sure: Vec<Mention>,
    /// Short forms that are names only if the article has the long form, or another place says so.
    pub unsure: Vec<Mention>,
}

impl Patterns {
    /// Makes a language's patterns ready. A pattern that is no regular expression finds nothing; a test sees that
    /// there is none.
    pub fn new(rules: &'static NameRules) -> Patterns {
        let ready = |pattern: &'static NamePattern| Some((Regex::new(pattern.regex).ok()?, pattern));
        let optional = |regex: &str| Regex::new(regex).ok().filter(|_| !regex.is_empty());
        Patterns {
            rules,
            patterns: rules.patterns.iter().filter_map(ready).collect(),
            counted: optional(rules.counted),
            introduced: optional(rules.introduces_short),
            followed: optional(rules.follows_short),
        }
    }

    /// Whether all of the language's patterns are in use.
    pub fn is_complete(&self) -> bool {
        self.patterns.len() == self.rules.patterns.len()
    }

    /// Looks through one sentence.
    pub fn find(&self, text: &str, sentence: Span, tokens: &[Token<'_>], number: u32, matches: &mut Matches) {
        let form = sentence.of(text);
        if !form.bytes().any(|byte| byte.is_ascii_digit()) {
            return;
        }
        for (regex, pattern) in &self.patterns {
            for found in regex.find_iter(form) {
                let (before, after) = (form.get(..found.start()).unwrap_or(""), form.get(found.end()..).unwrap_or(""));
                let span = Span::new(found.start(), found.end()).shifted(sentence.start as usize);
                if !self.stands(before, found.as_str(), after) || !self.begins(text, span, tokens) {
                    continue;
                }
                let mention = Mention {
                    span,
                    votes: Votes::one(pattern.label, STRENGTH),
                    evidence: Evidence::Pattern(pattern.name),
                    sentence: number,
                    fixed: None,
                };
                let supported = self.introduced.as_ref().is_some_and(|regex| regex.is_match(before))
                    || self.followed.as_ref().is_some_and(|regex| regex.is_match(after));
                if pattern.needs_support && !supported {
                    matches.unsure.push(mention);
                } else {
                    matches.sure.push(mention);
                }
            }
        }
    }

    /// Where a name ends without the number that counts what is named: ミナモ電機 in ミナモ電機1社. Its end where nothing is
    /// counted.
    pub fn without_count(&self, text: &str, tokens: &[Token<'_>], name: &Found) -> usize {
        let form = |place: usize| tokens.get(place).map_or("", |token| token.span.of(text));
        let Some(unit) = name.end.checked_sub(1).filter(|unit| *unit > name.start) else { return name.end };
        let counts = self.counted.as_ref().and_then(|regex| regex.find(form(unit)));
        if counts.is_none_or(|found| found.len() != form(unit).len()) {
            return name.end;
        }
        let is_number = |form: &str| {
            form.chars().map(fold).all(|character| character.is_ascii_digit() || matches!(character, ',' | '.'))
        };
        let digits = (name.start..unit).rev().take_while(|place| is_number(form(*place))).count();
        let end = unit - digits;
        // M3社 is a body of the name M3.
        let is_joined = end > name.start
            && form(end - 1).ends_with(|last: char| last.is_ascii_alphabetic())
            && tokens.get(end - 1).map(|token| token.span.end) == tokens.get(end).map(|token| token.span.start);
        if digits == 0 || end == name.start || is_joined { name.end } else { end }
    }

    /// Whether the token at the beginning of a match can begin a product.
    fn begins(&self, text: &str, span: Span, tokens: &[Token<'_>]) -> bool {
        let first = tokens.get(tokens.partition_point(|token| token.span.end <= span.start));
        first.is_none_or(|token| {
            (self.rules.begins_product)(token.xpos.unwrap_or(token.upos.tag()), token.span.of(text))
        })
    }

    /// Whether a match stands free, counts nothing, and is none of the words that look like names.
    fn stands(&self, before: &str, form: &str, after: &str) -> bool {
        let is_inside = |character: char| character.is_ascii_alphanumeric() || character == '_';
        let joined =
            before.chars().next_back().is_some_and(|last| is_inside(last) || matches!(last, '-' | '.' | '/' | '@'))
                || after.chars().next().is_some_and(is_inside)
                || decimal(after);
        let first = form.split([' ', '-']).next().unwrap_or("");
        let bare = first.trim_end_matches(|last: char| last.is_ascii_digit() || last == '.');
        let listed =
            |word: &str| self.rules.not_products.split_whitespace().any(|other| other.eq_ignore_ascii_case(word));
        let counts = self.counted.as_ref().is_some_and(|regex| regex.is_match(after))
            && form.chars().next_back().is_some_and(|last| last.is_ascii_digit());
        !joined && !listed(first) && !listed(bare) && !counts && !ends_in_year(form)
    }

    /// Finds names in quotation marks after a word that says what is named.
    pub fn find_quoted(&self, text: &str, tokens: &[Token<'_>], number: u32, found: &mut Vec<Mention>) {
        for (place, token) in tokens.iter().enumerate() {
            let close = match token.span.of(text) {
                "「" => "」",
                "『" => "』",
                "《" => "》",
                "“" => "”",
                _ => continue,
            };
            let before = tokens.get(..place).unwrap_or_default();
            let titled = || (close == "』" && self.is_titled(text, before)).then_some(EntityLabel::Work);
            let Some(label) = self.introduced_label(text, before).or_else(titled) else { continue };
            let after = tokens.get(place + 1..).unwrap_or_default();
            // A word has a character at least: what ends later is too long for a name with its reading.
            let mut within = after.iter().take(4 * LONGEST_QUOTED);
            let Some(length) = within.position(|token| token.span.of(text) == close) else { continue };
            let inside = after.get(..length).unwrap_or_default();
            if let Some(span) = quoted_name(text, inside) {
                let votes = Votes::one(label, STRENGTH);
                found.push(Mention { span, votes, evidence: Evidence::Quoted, sentence: number, fixed: None });
            }
        }
    }

    /// The label that the word before a quotation gives it.
    fn introduced_label(&self, text: &str, before: &[Token<'_>]) -> Option<EntityLabel> {
        let word = before.last()?.span.of(text);
        let says = |words: &str| words.split_whitespace().any(|other| other == word);
        self.rules.introductions.iter().find(|(_, words)| says(words)).map(|(label, _)| *label)
    }

    /// Whether a word for a work and a particle stand before the marks of titles: 著書に『…』.
    fn is_titled(&self, text: &str, before: &[Token<'_>]) -> bool {
        let Some((particle, before)) = before.split_last() else { return false };
        particle.xpos.is_some_and(self.rules.is_particle)
            && self.introduced_label(text, before) == Some(EntityLabel::Work)
    }
}

/// Whether what follows a number makes it a decimal.
fn decimal(after: &str) -> bool {
    let mut characters = after.chars();
    characters.next() == Some('.') && characters.next().is_some_and(|next| next.is_ascii_digit())
}

/// Whether a form ends in a space and a year, as "AIME 2024" does.
pub fn ends_in_year(form: &str) -> bool {
    let last = form.rsplit(' ').next().unwrap_or("");
    last.len() < form.len() && last.len() == 4 && last.parse::<u32>().is_ok_and(|year| (1900..2100).contains(&year))
}

/// The name in a quotation: all of it, but for a reading in brackets at its end; `None` where it is no name.
fn quoted_name(text: &str, inside: &[Token<'_>]) -> Option<Span> {
    let bracket = inside.iter().position(|token| matches!(token.span.of(text), "(" | "（"));
    let name = inside.get(..bracket.unwrap_or(inside.len())).unwrap_or_default();
    let (first, last) = (name.first()?, name.last()?);
    let span = Span { start: first.span.start, end: last.span.end };
    let form = span.of(text);
    // A word in Latin letters has as many as a phrase in others.
    let longest = if form.is_ascii() { 2 * LONGEST_QUOTED } else { LONGEST_QUOTED };
    let is_sentence = form.contains(['。', '、', '\n', '？', '?']) || form.chars().count() > longest;
    (!is_sentence && form.chars().any(char::is_alphabetic)).then_some(span)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::languages;

    #[test]
    fn all_patterns_are_regular_expressions() {
        for language in languages::ALL {
            let patterns = Patterns::new(language.names);
            assert!(patterns.is_complete(), "{language:?}");
            assert_eq!(patterns.counted.is_some(), !language.names.counted.is_empty(), "{language:?}");
            assert_eq!(patterns.introduced.is_some(), !language.names.introduces_short.is_empty(), "{language:?}");
            assert_eq!(patterns.followed.is_some(), !language.names.follows_short.is_empty(), "{language:?}");
        }
    }

    /// Each line: a text, then what is sure in it and what wants support, separated by spaces and a bar.
    #[test]
    fn products_by_letters_and_digits() {
        let patterns = Patterns::new(languages::ja::LANGUAGE.names);
        let table = [
            ("DeepSeek-R1とDeepSeek R1", "DeepSeek-R1,DeepSeek R1|"),
            ("GPT4oやGPT-4oやGPT-4.5", "GPT4o,GPT-4o,GPT-4.5|"),
            ("Qwen 2.5 VLとQwen2.5-VL", "Qwen 2.5 VL,Qwen2.5-VL|"),
            ("Ascend 910cやRTX 4090やH800", "Ascend 910c,RTX 4090,H800|"),
            ("iOS 18とiPhone 15 Pro", "iOS 18,iPhone 15 Pro|"),
            ("ミナモ3とウィンドウズ11、プレイステーション5プロ", "ミナモ3,ウィンドウズ11,プレイステーション5プロ|"),
            ("ベスト8、マグニチュード7、トップ10、レベル4、マイナス5度、ユーロ2024", "|"),
            ("R1とo1とV3", "|R1,o1,V3"),
            ("推論モデル「o1」", "o1|"),
            ("Google 3億ドル、AIME 2024、Vol. 3、G7、UTC+9", "|"),
            ("A4の紙、Q3、COVID-19", "|"),
        ];
        for (text, expected) in table {
            let mut matches = Matches::default();
            patterns.find(text, Span::new(0, text.len()), &[], 0, &mut matches);
            let show = |mentions: &[Mention]| {
                let mut spans: Vec<Span> = mentions.iter().map(|mention| mention.span).collect();
                spans.sort_unstable();
                spans.dedup();
                let inside = |span: &Span| spans.iter().any(|other| other != span && other.contains(*span));
                spans.iter().filter(|span| !inside(span)).map(|span| span.of(text)).collect::<Vec<_>>().join(",")
            };
            // A sure name takes what lies in it.
            let sure: Vec<Span> = matches.sure.iter().map(|mention| mention.span).collect();
            matches.unsure.retain(|mention| !sure.iter().any(|span| span.contains(mention.span)));
            assert_eq!(format!("{}|{}", show(&matches.sure), show(&matches.unsure)), expected, "{text}");
        }
    }
}
