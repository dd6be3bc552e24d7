//! The base words and irregular forms of the English model, from WordNet, and the rules of inflection between them.

use super::pack::{self, Sections};
use super::sources::WordNetFiles;
use anyhow::{Context, Result};
use article_analyzer::tokens::classifier;
use std::collections::BTreeMap;
use std::path::Path;

/// Classes of base words.
const NOUN: u8 = 1;
const VERB: u8 = 2;
const ADJECTIVE: u8 = 4;
const ADVERB: u8 = 8;
const NAME: u8 = 16;

/// WordNet's names of its parts, with the class of their words and the classes that an irregular form of them may have.
const PARTS: [(&str, u8, u16); 4] = [
    ("noun", NOUN, PLURAL),
    ("verb", VERB, THIRD_PERSON | PRESENT_PARTICIPLE | PAST),
    ("adj", ADJECTIVE, COMPARATIVE | SUPERLATIVE),
    ("adv", ADVERB, COMPARATIVE | SUPERLATIVE),
];

/// Classes of forms.
const PLURAL: u16 = 32;
const THIRD_PERSON: u16 = 64;
const PRESENT_PARTICIPLE: u16 = 128;
const PAST: u16 = 256;
const COMPARATIVE: u16 = 512;
const SUPERLATIVE: u16 = 1024;
const MANNER: u16 = 2048;

/// Rules that lead from forms of one class to their bases.
struct Rules {
    /// Endings, each with what the base has in its place.
    endings: &'static [(&'static str, &'static str)],
    /// Class of the bases.
    of: u8,
    /// Class of the forms.
    class: u16,
    /// Parts of speech of the forms.
    parts: &'static str,
}

/// The rules. The first that leads to a base word makes the dictionary form: after two consonants the plain stem comes
/// before the one with an "e" ("singing", "singe"), after one the other way round ("hoping", "hop").
const RULES: [Rules; 7] = [
    Rules {
        endings: &[
            ("ies", "y"),
            ("ses", "s"),
            ("xes", "x"),
            ("zes", "z"),
            ("ches", "ch"),
            ("shes", "sh"),
            ("s", ""),
            ("es", ""),
        ],
        of: NOUN,
        class: PLURAL,
        parts: "NNS",
    },
    Rules {
        endings: &[("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"), ("s", ""), ("es", "")],
        of: VERB,
        class: THIRD_PERSON,
        parts: "VBZ",
    },
    Rules {
        endings: &[
            ("nging", "ng"),
            ("lling", "ll"),
            ("ssing", "ss"),
            ("rting", "rt"),
            ("ing", "e"),
            ("ing", "2"),
            ("ing", ""),
            ("ying", "ie"),
        ],
        of: VERB,
        class: PRESENT_PARTICIPLE,
        parts: "VBG",
    },
    Rules {
        endings: &[
            ("ied", "y"),
            ("nged", "ng"),
            ("lled", "ll"),
            ("ssed", "ss"),
            ("rted", "rt"),
            ("ed", "e"),
            ("ed", "2"),
            ("ed", ""),
        ],
        of: VERB,
        class: PAST,
        parts: "VBD VBN",
    },
    Rules {
        endings: &[("ier", "y"), ("er", "e"), ("er", "2"), ("er", "")],
        of: ADJECTIVE,
        class: COMPARATIVE,
        parts: "JJR RBR",
    },
    Rules {
        endings: &[("iest", "y"), ("est", "e"), ("est", "2"), ("est", "")],
        of: ADJECTIVE,
        class: SUPERLATIVE,
        parts: "JJS RBS",
    },
    Rules { endings: &[("ily", "y"), ("ly", ""), ("bly", "ble")], of: ADJECTIVE, class: MANNER, parts: "" },
];

/// What is taken from WordNet: words in letters alone.
pub struct WordNet {
    bases: BTreeMap<String, u8>,
    /// Classes and base of irregular forms.
    irregular: BTreeMap<String, (u16, String)>,
}

impl WordNet {
    /// Reads its files.
    pub fn read(files: &WordNetFiles) -> Result<WordNet> {
        let mut wordnet = WordNet { bases: names(&files.dictionary.join("data.noun"))?, irregular: BTreeMap::new() };
        for (part, class, classes) in PARTS {
            for line in rows(&files.dictionary.join(format!("index.{part}")))? {
                let word = line.split(' ').next().unwrap_or("");
                let is_name = class == NOUN && wordnet.bases.get(word) == Some(&NAME);
                if is_word(word) && !is_name {
                    *wordnet.bases.entry(word.to_owned()).or_default() |= class;
                }
            }
            for line in rows(&files.exceptions.join(format!("{part}.exc")))? {
                let mut columns = line.split_ascii_whitespace();
                if let (Some(form), Some(base)) = (columns.next(), columns.next())
                    && is_word(form)
                    && is_word(base)
                {
                    wordnet.irregular.entry(form.to_owned()).or_insert((0, base.to_owned())).0 |= classes;
                }
            }
        }
        Ok(wordnet)
    }
}

fn is_word(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// The lines of a file, its licence left out.
fn rows(path: &Path) -> Result<Vec<String>> {
    let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    Ok(text.lines().filter(|line| !line.starts_with(' ')).map(str::to_owned).collect())
}

/// Words that are written with a capital in some sense; those that never are without one are not nouns besides.
fn names(path: &Path) -> Result<BTreeMap<String, u8>> {
    let mut found: BTreeMap<String, u8> = BTreeMap::new();
    for line in rows(path)? {
        let mut columns = line.split(' ').skip(3);
        let count = columns.next().and_then(|count| usize::from_str_radix(count, 16).ok()).unwrap_or(0);
        for word in columns.step_by(2).take(count) {
            let class = if word.starts_with(char::is_uppercase) { NAME } else { NOUN };
            if is_word(&word.to_ascii_lowercase()) {
                *found.entry(word.to_ascii_lowercase()).or_default() |= class;
            }
        }
    }
    Ok(found)
}

/// The sections of the rules of inflection.
pub fn sections(wordnet: &WordNet) -> Result<Sections> {
    let key = |word: &String| classifier::hash(classifier::SEED, word.as_bytes());
    let bases = wordnet.bases.iter().map(|(word, classes)| (key(word), *classes));
    let rules = RULES.iter().flat_map(|Rules { endings, of, class, parts }| {
        endings.iter().map(move |(ending, base)| format!("{ending}\t{base}\t{of}\t{class}\t{parts}\n"))
    });
    let irregular = wordnet.irregular.iter().map(|(form, (classes, base))| format!("{form}\t{classes}\t{base}\n"));
    Ok(vec![
        ("base", pack::hashed_words(bases)),
        ("infl", rules.collect::<String>().into_bytes()),
        ("irre", irregular.collect::<String>().into_bytes()),
    ])
}
