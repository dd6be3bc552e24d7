//! Names that a person lists: in the table that comes with the program, and in a dictionary of the caller's own, as
//! tab-separated lines of name, label, other forms and part of speech. Those of the caller's own are words too.

use crate::report::{EntityLabel, Upos};
use crate::tokens::own::OwnWords;
use serde::{Deserialize, Serialize};

/// What a listed name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Listing {
    /// Never a name.
    Never,
    /// A name with this label.
    #[serde(untagged)]
    Label(EntityLabel),
}

/// A listed name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DictionaryEntry {
    /// Its fullest form.
    pub name: String,
    /// What it is: a label, or `never`.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "EntityLabel | \"never\""))]
    pub label: Listing,
    /// Its other forms.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub aliases: Vec<String>,
    /// Its part of speech as a word: PROPN, NOUN, VERB, ADJ, ADV or INTJ. Where it is left out, names are proper nouns,
    /// titles are nouns, and what is never a name is no word of the dictionary.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        target_arch = "wasm32",
        tsify(optional, type = "\"PROPN\" | \"NOUN\" | \"VERB\" | \"ADJ\" | \"ADV\" | \"INTJ\"")
    )]
    pub upos: Option<Upos>,
}

impl DictionaryEntry {
    /// Its part of speech as a word; None where it is no word.
    pub fn word_class(&self) -> Option<Upos> {
        self.upos.or(match self.label {
            Listing::Never => None,
            Listing::Label(EntityLabel::Title) => Some(Upos::Noun),
            Listing::Label(_) => Some(Upos::Propn),
        })
    }

    /// All its forms.
    pub fn forms(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.name).chain(&self.aliases).map(String::as_str)
    }
}

/// The words among entries.
pub fn words(entries: &[DictionaryEntry]) -> OwnWords {
    let words = entries.iter().filter_map(|entry| Some((entry, entry.word_class()?)));
    OwnWords::new(words.flat_map(|(entry, class)| entry.forms().map(move |form| (form, class))))
}

/// Why a line of a table is no entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct LineError {
    /// Its number, from 1.
    pub line: u32,
    /// What is wrong.
    pub problem: LineProblem,
    /// What stands where something else should; empty where nothing does.
    pub found: String,
    /// What is wrong, and what would be right.
    pub message: String,
}

/// What is wrong with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum LineProblem {
    /// The name is missing.
    NoName,
    /// The label is missing.
    NoLabel,
    /// There is no such label.
    UnknownLabel,
    /// A word has no such part of speech.
    UnknownUpos,
    /// There is a fifth column.
    ExtraColumn,
}

impl LineProblem {
    fn message(self, found: &str) -> String {
        let missing = |what: &str| {
            format!("the {what} is missing; a line is name, label, other forms and part of speech, with tabs between")
        };
        let names = |known: &[&str]| known.join(", ");
        match self {
            LineProblem::NoName => missing("name"),
            LineProblem::NoLabel => missing("label"),
            LineProblem::UnknownLabel => {
                format!("“{found}” is no label; use one of {}", names(&LABELS.map(|(known, _)| known)))
            }
            LineProblem::UnknownUpos => {
                format!("“{found}” is no part of speech; use one of {}", names(&CLASSES.map(Upos::tag)))
            }
            LineProblem::ExtraColumn => format!("“{found}” is one column too many; other forms are separated by |"),
        }
    }
}

/// The parts of speech that a listed word can have.
const CLASSES: [Upos; 6] = [Upos::Propn, Upos::Noun, Upos::Verb, Upos::Adj, Upos::Adv, Upos::Intj];

const LABELS: [(&str, Listing); 13] = [
    ("person", Listing::Label(EntityLabel::Person)),
    ("organization", Listing::Label(EntityLabel::Organization)),
    ("location", Listing::Label(EntityLabel::Location)),
    ("facility", Listing::Label(EntityLabel::Facility)),
    ("product", Listing::Label(EntityLabel::Product)),
    ("event", Listing::Label(EntityLabel::Event)),
    ("work", Listing::Label(EntityLabel::Work)),
    ("law", Listing::Label(EntityLabel::Law)),
    ("language", Listing::Label(EntityLabel::Language)),
    ("norp", Listing::Label(EntityLabel::Norp)),
    ("title", Listing::Label(EntityLabel::Title)),
    ("other", Listing::Label(EntityLabel::Other)),
    ("never", Listing::Never),
];

/// Reads a table of tab-separated lines: name, label, other forms separated by `|`, and part of speech, of which the last
/// two may be left out. Blank lines and lines that
/// begin with `#` are passed over; every other line is an entry or an error, and entries stand whatever else is wrong.
///
/// ```
/// use article_analyzer::tags::names::dictionary;
/// let (entries, errors) = dictionary::from_tsv("ChatGPT\tproduct\tチャットGPT|チャットジーピーティー\nAI\tnever\n名前だけ\n");
/// assert_eq!(entries.len(), 2);
/// assert_eq!(errors[0].line, 3);
/// ```
pub fn from_tsv(table: &str) -> (Vec<DictionaryEntry>, Vec<LineError>) {
    let (mut entries, mut errors) = (Vec::new(), Vec::new());
    let table = table.strip_prefix('\u{feff}').unwrap_or(table);
    for (line, text) in (1..).zip(table.lines()) {
        if text.trim().is_empty() || text.starts_with('#') {
            continue;
        }
        match entry(text) {
            Ok(entry) => entries.push(entry),
            Err((problem, found)) => {
                errors.push(LineError { line, problem, found: found.to_owned(), message: problem.message(found) });
            }
        }
    }
    (entries, errors)
}

fn entry(line: &str) -> Result<DictionaryEntry, (LineProblem, &str)> {
    let mut fields = line.split('\t').map(str::trim);
    let name = fields.next().unwrap_or("");
    if name.is_empty() {
        return Err((LineProblem::NoName, ""));
    }
    let Some(label) = fields.next().filter(|label| !label.is_empty()) else {
        return Err((LineProblem::NoLabel, ""));
    };
    let Some((_, label)) = LABELS.into_iter().find(|(known, _)| known.eq_ignore_ascii_case(label)) else {
        return Err((LineProblem::UnknownLabel, label));
    };
    let aliases = fields.next().unwrap_or("").split('|').map(str::trim).filter(|alias| !alias.is_empty());
    let aliases = aliases.map(str::to_owned).collect();
    let upos = fields.next().filter(|upos| !upos.is_empty()).map(|upos| {
        let class = CLASSES.into_iter().find(|class| class.tag().eq_ignore_ascii_case(upos));
        class.ok_or((LineProblem::UnknownUpos, upos))
    });
    let upos = upos.transpose()?;
    match fields.find(|field| !field.is_empty()) {
        Some(extra) => Err((LineProblem::ExtraColumn, extra)),
        None => Ok(DictionaryEntry { name: name.to_owned(), label, aliases, upos }),
    }
}

/// What was read of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct DictionaryTable {
    /// The names of its good lines.
    pub entries: Vec<DictionaryEntry>,
    /// What is wrong with the others.
    pub errors: Vec<LineError>,
}

/// Writes entries as a table that [`from_tsv`] reads. Tabs, line breaks and `|` inside forms become spaces.
pub fn to_tsv(entries: &[DictionaryEntry]) -> String {
    let plain = |form: &str| form.replace(['\t', '\n', '\r', '|'], " ");
    let mut table = String::new();
    for entry in entries {
        let label = LABELS.iter().find(|(_, label)| *label == entry.label).map_or("other", |(label, _)| label);
        let aliases: Vec<String> = entry.aliases.iter().map(|alias| plain(alias)).collect();
        // White space before a name means nothing; without it such a line would be read as a remark or lose its mark.
        let start = if entry.name.starts_with(['#', '\u{feff}']) { " " } else { "" };
        let upos = entry.upos.map_or(String::new(), |upos| format!("\t{}", upos.tag()));
        table += &format!("{start}{}\t{label}\t{}{upos}\n", plain(&entry.name), aliases.join("|"));
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_errors() {
        let table = [
            ("東都電機\torganization\t東電機|TDK2", Ok(("東都電機", 2))),
            ("東都電機\tOrganization", Ok(("東都電機", 0))),
            ("AI\tnever\t", Ok(("AI", 0))),
            ("\torganization", Err("the name is missing")),
            ("東都電機", Err("the label is missing")),
            ("東都電機\t会社", Err("“会社” is no label")),
            ("東都電機\torganization\tA\tpropn", Ok(("東都電機", 1))),
            ("推し活\tnever\t\tNOUN", Ok(("推し活", 0))),
            ("東都電機\torganization\tA\tB", Err("“B” is no part of speech; use one of PROPN")),
            ("東都電機\torganization\t\tPUNCT", Err("“PUNCT” is no part of speech")),
            ("東都電機\torganization\tA\tPROPN\tC", Err("“C” is one column too many")),
        ];
        for (line, expected) in table {
            let (entries, errors) = from_tsv(&format!("# name, label, other forms\n\n{line}\r\n"));
            match expected {
                Ok((name, aliases)) => {
                    assert_eq!((entries[0].name.as_str(), entries[0].aliases.len()), (name, aliases), "{line}");
                    assert!(errors.is_empty(), "{line}");
                }
                Err(message) => {
                    assert!(entries.is_empty(), "{line}");
                    assert_eq!(errors[0].line, 3, "{line}");
                    assert!(errors[0].message.starts_with(message), "{line}: {}", errors[0].message);
                }
            }
        }
    }

    #[test]
    fn written_tables_read_back() {
        let table = [
            ("forms and labels", "東都電機\torganization\t東電機\nAI\tnever\n名古屋城\tfacility\n", 3),
            ("parts of speech", "推し活\tnever\t推活\tNOUN\n東都電機\torganization\t\tpropn\n", 2),
            ("a name that begins like a remark", " #AI\tproduct\n", 1),
            ("a name that begins like a file", " \u{feff}AI\tproduct\n", 1),
        ];
        for (label, table, count) in table {
            let (entries, _) = from_tsv(table);
            assert_eq!(entries.len(), count, "{label}");
            assert_eq!(from_tsv(&to_tsv(&entries)), (entries, Vec::new()), "{label}");
        }
    }
}
