//! Looks for listed names in a text: at the beginnings and ends of words, the longest first.

use super::attributes::fold;
use super::dictionary::{self, DictionaryEntry, Listing};
use super::mention::{Evidence, Mention, Votes};
use crate::order::Order;
use crate::report::EntityLabel;
use crate::span::Span;
use crate::tokens::Token;
use std::collections::HashMap;

/// How strongly the table speaks for its label; the caller's dictionary decides.
const STRENGTH: f32 = 5.0;
/// The most tokens of a listed name.
const LONGEST: usize = 16;

/// Names of a dictionary, by their forms.
#[derive(Clone, Debug, Default)]
pub struct Listed {
    entries: Vec<DictionaryEntry>,
    /// The entry of each form, by the form with its case and spaces folded.
    forms: HashMap<String, u32>,
    /// How the forms begin, in order.
    beginnings: Vec<Beginning>,
    /// The length of the longest form in bytes.
    longest: usize,
}

impl Listed {
    /// Takes a dictionary. Of entries with the same form, the last stands.
    pub fn new(entries: &[DictionaryEntry]) -> Listed {
        let mut forms = HashMap::new();
        for (number, entry) in (0u32..).zip(entries) {
            forms.extend(entry.forms().map(|form| (key(form), number)));
        }
        forms.remove("");
        let longest = forms.keys().map(String::len).max().unwrap_or(0);
        let mut beginnings: Vec<Beginning> = forms.keys().map(|form| beginning(form.chars())).collect();
        beginnings.order();
        beginnings.dedup();
        Listed { entries: entries.to_vec(), forms, beginnings, longest }
    }

    /// The table that comes with the program.
    pub fn table() -> Listed {
        let (entries, _) = dictionary::from_tsv(include_str!("../../../data/names.tsv"));
        Listed::new(&entries)
    }

    /// The number of the entry that has a form.
    pub fn number(&self, form: &str) -> Option<u32> {
        if self.forms.is_empty() { None } else { self.forms.get(&key(form)).copied() }
    }

    /// The entry that has a form.
    pub fn entry(&self, form: &str) -> Option<&DictionaryEntry> {
        self.entries.get(self.number(form)? as usize)
    }

    /// What a form is listed as.
    pub fn listing(&self, form: &str) -> Option<Listing> {
        self.entry(form).map(|entry| entry.label)
    }

    /// Adds the listed names of a sentence.
    pub fn find(&self, text: &str, tokens: &[Token<'_>], sentence: u32, evidence: Evidence, found: &mut Vec<Mention>) {
        if self.forms.is_empty() {
            return;
        }
        let mut place = 0;
        while place < tokens.len() {
            let Some((length, span, label)) = self.longest(text, tokens.get(place..).unwrap_or_default()) else {
                place += 1;
                continue;
            };
            let fixed = (evidence == Evidence::Dictionary).then_some(label);
            found.push(Mention { span, votes: Votes::one(label, STRENGTH), evidence, sentence, fixed });
            place += length;
        }
    }

    /// Whether a form begins as a text does; told fast, since every token is asked.
    fn may_begin(&self, text: &str) -> bool {
        let all = beginning(folded(text));
        (1..=all.len()).any(|length| {
            let shorter = beginning(all.iter().copied().take(length));
            self.beginnings.binary_search(&shorter).is_ok()
        })
    }

    /// The longest listed name that the tokens begin with.
    fn longest(&self, text: &str, tokens: &[Token<'_>]) -> Option<(usize, Span, EntityLabel)> {
        let first = tokens.first()?.span;
        if !self.may_begin(text.get(first.start as usize..)?) {
            return None;
        }
        let mut form = String::new();
        let mut found = None;
        for (length, token) in (1..).zip(tokens.iter().take(LONGEST)) {
            let before = form.len();
            form.extend(folded(token.span.of(text)));
            if form.len() == before {
                continue;
            }
            if form.len() > self.longest {
                break;
            }
            let entry = self.forms.get(&form).and_then(|number| self.entries.get(*number as usize));
            let span = Span { start: first.start, end: token.span.end };
            let entry = entry.filter(|entry| !is_common_word(span.of(text), entry));
            if let Some(Listing::Label(label)) = entry.map(|entry| entry.label) {
                found = Some((length, span, label));
            }
        }
        found
    }
}

/// The first characters of a form; of a shorter one all, and then nothing.
type Beginning = [char; 3];

fn beginning(characters: impl Iterator<Item = char>) -> Beginning {
    let mut beginning = Beginning::default();
    beginning.iter_mut().zip(characters).for_each(|(place, character)| *place = character);
    beginning
}

/// The longest acronym that may be a word in other letters, in bytes: Who is not WHO, but Nasa is NASA.
const SHORT_ACRONYM: usize = 3;

/// Whether a form is a Latin word that the entry has with other capitals only: in lower case, such as oracle for Oracle, or
/// in mixed case the word that a short acronym would be.
fn is_common_word(form: &str, entry: &DictionaryEntry) -> bool {
    let is_lower = |form: &str| form.bytes().all(|byte| byte.is_ascii_lowercase());
    if is_lower(form) {
        return !entry.forms().any(is_lower);
    }
    let is_mixed = form.len() <= SHORT_ACRONYM && form.bytes().any(|byte| byte.is_ascii_lowercase());
    is_mixed
        && !entry.forms().any(|other| other == form)
        && entry.forms().any(|other| other == form.to_ascii_uppercase())
}

fn folded(form: &str) -> impl Iterator<Item = char> {
    let joins = |character: &char| !character.is_whitespace() && !matches!(character, '・' | '=' | '-' | '‐' | '‑');
    form.chars().map(fold).filter(joins).flat_map(char::to_lowercase)
}

/// A form with its case folded, without spaces, hyphens and middle dots: forms with one key are the same name.
pub fn key(form: &str) -> String {
    folded(form).collect()
}
