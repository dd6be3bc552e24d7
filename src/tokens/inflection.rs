//! What a word may be by a list of base words and the rules that inflect them: "ponies" may be the plural of "pony", and
//! "hopping" a form of "hop".
//!
//! | section | what |
//! | --- | --- |
//! | `base` | the base words as [`HashedWords`], with their classes, a bit a class |
//! | `infl` | rules, one a line: ending, what the base has in its place (`2` before it: a letter that was doubled is single), classes of the base, class of the form, parts of speech of the form |
//! | `irre` | irregular forms, one a line: form, classes of the form, base |

use super::classifier::{SEED, hash};
use super::container::{Container, ModelError};
use super::hashed_words::HashedWords;
use std::collections::HashMap;

/// Base words and how they are inflected.
#[derive(Clone, Debug, Default)]
pub struct Inflection {
    bases: HashedWords,
    rules: Vec<Rule>,
    /// Classes and base of a form, by the form's hash.
    irregular: HashMap<u32, (u16, String)>,
    /// The classes that a part of speech has, by its name.
    parts: HashMap<String, u16>,
}

#[derive(Clone, Debug)]
struct Rule {
    ending: String,
    replacement: String,
    is_doubled: bool,
    of: u16,
    class: u16,
}

/// A base that was found: bytes kept of the form, and what follows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Base<'m> {
    /// Bytes kept.
    pub keep: usize,
    /// What follows them.
    pub add: &'m str,
}

impl Inflection {
    /// Reads the sections of a model.
    ///
    /// # Errors
    /// [`ModelError::Damaged`] where one is missing or makes no sense.
    pub fn read(file: &Container) -> Result<Inflection, ModelError> {
        let bases = HashedWords::read(file.section("base")?, "base")?;
        let rows: Vec<_> =
            file.text("infl")?.lines().map(rule).collect::<Option<_>>().ok_or(ModelError::Damaged("infl"))?;
        let mut parts: HashMap<String, u16> = HashMap::new();
        for (rule, names) in &rows {
            for name in names.split(' ').filter(|name| !name.is_empty()) {
                *parts.entry(name.to_owned()).or_default() |= rule.class;
            }
        }
        let irregular =
            file.text("irre")?.lines().map(irregular).collect::<Option<_>>().ok_or(ModelError::Damaged("irre"))?;
        Ok(Inflection { bases, rules: rows.into_iter().map(|(rule, _)| rule).collect(), irregular, parts })
    }

    /// All classes that a word in lower case may have: those of a base word, and those of the forms that it may be.
    pub fn classes(&self, lower: &str) -> u16 {
        let word = hash(SEED, lower.as_bytes());
        let own = self.bases.get(word).map_or(0, u16::from);
        let irregular = self.irregular.get(&word).map_or(0, |(classes, _)| *classes);
        let found = self.rules.iter().filter(|rule| self.stem(rule, lower).is_some());
        found.fold(own | irregular, |classes, rule| classes | rule.class)
    }

    /// The classes that forms of a part of speech have; 0 where it is not inflected.
    pub fn classes_of(&self, part: &str) -> u16 {
        self.parts.get(part).copied().unwrap_or(0)
    }

    /// The base of a form in lower case that has one of the classes: an irregular one, else by the first rule that leads to
    /// a base word.
    pub fn base(&self, lower: &str, classes: u16) -> Option<Base<'_>> {
        let irregular = self.irregular.get(&hash(SEED, lower.as_bytes()));
        if let Some((_, base)) = irregular.filter(|(found, _)| found & classes != 0) {
            return Some(Base { keep: 0, add: base });
        }
        let mut rules = self.rules.iter().filter(|rule| rule.class & classes != 0);
        rules.find_map(|rule| Some(Base { keep: self.stem(rule, lower)?.len(), add: &rule.replacement }))
    }

    /// What is left of a form before the rule's replacement, where that makes a base word of the rule's class.
    fn stem<'f>(&self, rule: &Rule, lower: &'f str) -> Option<&'f str> {
        let mut stem = lower.strip_suffix(rule.ending.as_str())?;
        if rule.is_doubled {
            let last = stem.chars().next_back()?;
            let single = stem.get(..stem.len() - last.len_utf8())?;
            stem = single.ends_with(last).then_some(single)?;
        }
        let base = self.bases.get(hash(hash(SEED, stem.as_bytes()), rule.replacement.as_bytes()))?;
        (!stem.is_empty() && u16::from(base) & rule.of != 0).then_some(stem)
    }
}

fn rule(line: &str) -> Option<(Rule, &str)> {
    let mut columns = line.split('\t');
    let (ending, replacement) = (columns.next()?, columns.next()?);
    let (of, class) = (columns.next()?.parse().ok()?, columns.next()?.parse().ok()?);
    let (is_doubled, replacement) = replacement.strip_prefix('2').map_or((false, replacement), |rest| (true, rest));
    let rule = Rule { ending: ending.to_owned(), replacement: replacement.to_owned(), is_doubled, of, class };
    Some((rule, columns.next()?))
}

fn irregular(line: &str) -> Option<(u32, (u16, String))> {
    let mut columns = line.split('\t');
    let (form, classes, base) = (columns.next()?, columns.next()?, columns.next()?);
    Some((hash(SEED, form.as_bytes()), (classes.parse().ok()?, base.to_owned())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::container::{self, ModelKind};
    use crate::tokens::hashed_words::key;

    fn bases(words: &[(&str, u8)]) -> Vec<u8> {
        let mut keys: Vec<_> = words.iter().map(|(word, class)| (key(hash(SEED, word.as_bytes())), *class)).collect();
        // Words of no class between them, since three bytes hold no larger steps.
        keys.extend((0u8..64).map(|number| (key(hash(SEED, &[b'#', number])), 0)));
        keys.sort_unstable();
        let steps = keys.iter().scan(0, |last, (key, _)| Some((key - std::mem::replace(last, *key)).to_le_bytes()));
        let steps: Vec<[u8; 4]> = steps.collect();
        let column = |at: usize| steps.iter().map(move |step| step[at]);
        column(0).chain(column(1)).chain(column(2)).chain(keys.iter().map(|(_, class)| *class)).collect()
    }

    /// Base words "hop" (verb, 2), "hope" (noun and verb, 3) and "pony" (noun, 1).
    fn inflection() -> Inflection {
        let rules =
            "ies\ty\t1\t32\tNNS\ns\t\t1\t32\tNNS\ning\te\t2\t128\tVBG\ning\t2\t2\t128\tVBG\ning\t\t2\t128\tVBG\n";
        let sections = [
            ("base", bases(&[("hop", 2), ("hope", 3), ("pony", 1)])),
            ("infl", rules.as_bytes().to_vec()),
            ("irre", b"hopen\t128\thope\n".to_vec()),
        ];
        let joined = container::join_sections(&sections);
        let packed = miniz_oxide::deflate::compress_to_vec_zlib(&joined, 1);
        let file = container::write(ModelKind::Linear, [0; 32], joined.len(), &packed);
        Inflection::read(&Container::read(&file, ModelKind::Linear).unwrap()).unwrap()
    }

    #[test]
    fn forms_lead_to_their_bases() {
        let inflection = inflection();
        let table = [
            ("ponies", "NNS", 32, Some("pony")),
            ("hopes", "NNS", 32, Some("hope")),
            ("hoping", "VBG", 128, Some("hope")),
            ("hopping", "VBG", 128, Some("hop")),
            ("hopen", "VBG", 128, Some("hope")),
            ("hope", "NNS", 3, None),
            ("sing", "VBG", 0, None),
            ("s", "NNS", 0, None),
        ];
        for (form, part, classes, expected) in table {
            assert_eq!(inflection.classes(form), classes, "{form}");
            let base = inflection.base(form, inflection.classes_of(part));
            assert_eq!(base.map(|base| [&form[..base.keep], base.add].concat()).as_deref(), expected, "{form}");
        }
        assert_eq!(inflection.classes_of("NN"), 0);
    }
}
