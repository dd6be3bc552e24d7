//! What a caller can ask for.

use crate::error::Error;
use crate::languages;
use crate::report::{OffsetUnit, Role};
use crate::tags::names::dictionary::DictionaryEntry;
use serde::{Deserialize, Serialize};

/// How to analyse one article. Every field may be left out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Options {
    /// BCP 47 code of the article's body; found from the text when left out.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub language: Option<String>,
    /// ISO 8601 date that relative times are resolved against when the article prints none of its own.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub reference_date: Option<String>,
    /// The unit of the report's spans.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub offsets: OffsetUnit,
    /// Whether the report lists the words.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub tokens: bool,
    /// The roles that statistics count; the usual four when left out.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub counted_roles: Option<Vec<Role>>,
    /// The language of reasons and messages.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub message_language: MessageLanguage,
    /// Roles set by hand.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub corrections: Vec<Correction>,
    /// Names of style rules that are switched off. A name that no rule has changes nothing, so that saved choices
    /// outlive a rule.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub disabled_rules: Vec<String>,
    /// Names of style rules that are switched on though they are off by default.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub enabled_rules: Vec<String>,
    /// Phrases that are no keywords, whatever their case and width.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub stop_words: Vec<String>,
    /// How many sentences the summary has at most, 1 to 10.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub summary_sentences: u32,
    /// Names that the caller knows, which come before all others and are not cut into smaller words, and other words with
    /// their parts of speech.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub dictionary: Vec<DictionaryEntry>,
}

/// A language that reasons and messages are written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum MessageLanguage {
    /// English.
    #[default]
    En,
    /// Japanese.
    Ja,
}

/// Words for a reader in each of these languages: English and Japanese. `{}` in them stands for words of the text.
pub type Wording = (&'static str, &'static str);

impl MessageLanguage {
    /// The words in this language.
    pub fn of(self, (english, japanese): Wording) -> &'static str {
        match self {
            MessageLanguage::En => english,
            MessageLanguage::Ja => japanese,
        }
    }

    /// The same, with each of `what` in the place of one `{}`.
    // Called for the reasons alone: once in the program rather than fast.
    #[inline(never)]
    pub fn with(self, wording: Wording, what: &[&str]) -> String {
        let mut told = String::new();
        for (index, piece) in self.of(wording).split("{}").enumerate() {
            told.push_str(index.checked_sub(1).and_then(|before| what.get(before)).unwrap_or(&""));
            told.push_str(piece);
        }
        told
    }

    /// Some words of a text, in quotation marks.
    #[inline(never)]
    pub fn quoted(self, words: &[&str]) -> String {
        let marked: Vec<String> = words.iter().map(|word| self.with(("“{}”", "「{}」"), &[word])).collect();
        marked.join(self.of((", ", "")))
    }

    /// How strong a sign of `value` is where one of `fair` is neither weak nor strong.
    pub fn strength(self, value: f64, fair: f64) -> &'static str {
        self.of(match value / fair {
            4.0.. => ("very strong", "とても強い"),
            2.0.. => ("strong", "強い"),
            1.0.. => ("fair", "中くらいの"),
            _ => ("weak", "弱い"),
        })
    }
}

/// A role set by hand.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Correction {
    /// Index of the block.
    pub block: u32,
    /// Its true role.
    pub role: Role,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            language: None,
            reference_date: None,
            offsets: OffsetUnit::Utf16,
            tokens: true,
            counted_roles: None,
            message_language: MessageLanguage::En,
            corrections: Vec::new(),
            disabled_rules: Vec::new(),
            enabled_rules: Vec::new(),
            stop_words: Vec::new(),
            summary_sentences: 3,
            dictionary: Vec::new(),
        }
    }
}

impl Options {
    /// Whether statistics count blocks of this role.
    pub fn counts(&self, role: Role) -> bool {
        match &self.counted_roles {
            Some(roles) => roles.contains(&role),
            None => Role::COUNTED.contains(&role),
        }
    }

    /// Whether every option means something.
    ///
    /// # Errors
    /// [`Error::InvalidOption`] for the first that does not.
    pub fn check(&self) -> Result<(), Error> {
        if let Some(code) = self.language.as_deref().filter(|code| languages::by_code(code).is_none()) {
            return Err(Error::InvalidOption {
                option: "language",
                value: code.to_owned(),
                expected: "ja, en or zh, or leave it out to have it found",
            });
        }
        match self.reference_date.as_deref().filter(|date| date.parse::<jiff::civil::Date>().is_err()) {
            Some(date) => Err(Error::InvalidOption {
                option: "referenceDate",
                value: date.to_owned(),
                expected: "a date such as 2025-03-04",
            }),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Options;

    #[test]
    fn reference_dates() {
        let check =
            |date: &str| Options { reference_date: Some(date.to_owned()), ..Options::default() }.check().is_ok();
        for date in ["2025-03-04", "2024-02-29", "0001-12-31"] {
            assert!(check(date), "{date}");
        }
        for date in ["", "2025-3-4", "2025-02-29", "2025-13-01", "2025-00-10", "2025-01-32", "yyyy-mm-dd", "昨日"] {
            assert!(!check(date), "{date}");
        }
    }
}
