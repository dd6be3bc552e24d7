//! Sentences whose names are others of their label (Dai and Adel 2020): so that what stands around names, and the looks of
//! names, do for names never met.

use super::corpus::{Convention, GoldName, OWN, Row};
use super::random;
use article_analyzer::report::EntityLabel;
use std::collections::BTreeMap;

/// Share of the names that are replaced.
const SHARE: f32 = 0.7;

/// What names are replaced by: names of all sets by their label where sets agree on what it holds, else those of the set.
pub struct Forms(BTreeMap<String, Vec<String>>);

impl Forms {
    /// The names of some sets.
    pub fn new<'r>(sets: impl Iterator<Item = (&'static Convention, &'r [Row])>) -> Forms {
        let mut forms: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (convention, rows) in sets {
            for (row, name) in rows.iter().flat_map(|row| row.names.iter().map(move |name| (row, name))) {
                if let Some(kind) = kind(name, convention) {
                    let form = row.text.chars().take(name.end).skip(name.start).collect();
                    forms.entry(kind).or_default().push(form);
                }
            }
        }
        Forms(forms)
    }

    /// A copy of each of the sentences that have names to replace, most of them replaced, by others each time that this is
    /// called.
    pub fn copies(&self, rows: &[Row], convention: &Convention, random: &mut u64) -> Vec<Row> {
        let rows = rows.iter().filter(|row| is_replaceable(row, convention));
        rows.filter_map(|row| self.copy(row, convention, random)).collect()
    }

    /// A sentence with other names; `None` where names overlap.
    fn copy(&self, row: &Row, convention: &Convention, random: &mut u64) -> Option<Row> {
        let characters: Vec<char> = row.text.chars().collect();
        let mut names: Vec<&GoldName> = row.names.iter().collect();
        names.sort_by_key(|name| name.start);
        let mut copied = Row { text: String::new(), names: Vec::new() };
        let (mut length, mut read) = (0, 0);
        for name in names {
            let before = characters.get(read..name.start)?;
            let others = kind(name, convention).and_then(|kind| self.0.get(&kind));
            let form: String = match others {
                Some(others) if random::happens(random, SHARE) => others[random::below(random, others.len())].clone(),
                _ => characters.get(name.start..name.end)?.iter().collect(),
            };
            let start = length + before.len();
            length = start + form.chars().count();
            copied.text.extend(before);
            copied.text.push_str(&form);
            copied.names.push(GoldName { start, end: length, label: name.label.clone() });
            read = name.end;
        }
        copied.text.extend(characters.get(read..)?);
        Some(copied)
    }
}

/// Whether a sentence has names that others may stand for.
pub fn is_replaceable(row: &Row, convention: &Convention) -> bool {
    row.names.iter().any(|name| kind(name, convention).is_some())
}

/// What a name may be replaced by others of; `None` where others would not stand where it stands, as a song does not for
/// a car, or where the set does not say what it is.
fn kind(name: &GoldName, convention: &Convention) -> Option<String> {
    match convention.reading(&name.label)?.may_be.first()? {
        label @ (EntityLabel::Person | EntityLabel::Location) => Some(format!("{label:?}")),
        // The own sentences are of companies.
        EntityLabel::Organization if ["法人名", "organization"].contains(&name.label.as_str()) => {
            Some("company".into())
        }
        EntityLabel::Organization => Some(format!("{} {}", convention.name, name.label)),
        // Their products are of one kind.
        EntityLabel::Product if convention.name == OWN.name => Some("own product".into()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::corpus;
    use super::*;
    use std::collections::BTreeSet;

    fn row(text: &str, names: &[(usize, usize, &str)]) -> Row {
        let name = |(start, end, label): &(usize, usize, &str)| GoldName {
            start: *start,
            end: *end,
            label: (*label).to_owned(),
        };
        Row { text: text.to_owned(), names: names.iter().map(name).collect() }
    }

    #[test]
    fn names_are_replaced_by_others_of_their_label() {
        let rows = [
            row("沢田は3日に盛岡へ行った。", &[(6, 8, "GPE"), (0, 2, "PERSON"), (3, 5, "DATE")]),
            row("風の日だった。", &[]),
            row("ジョアンナがリスボンで話した。", &[(0, 5, "PERSON"), (6, 10, "GPE")]),
        ];
        let forms = Forms::new([(&corpus::GSD, rows.as_slice())].into_iter());
        let mut random = random::SEED;
        let copies: Vec<Row> = (0..40).flat_map(|_| forms.copies(&rows, &corpus::GSD, &mut random)).collect();
        assert_eq!(copies.len(), 80, "the sentence without names is not copied");
        let of_label = |row: &Row, label: &str| -> String {
            let names = row.names.iter().filter(|name| name.label == label);
            names.flat_map(|name| row.text.chars().take(name.end).skip(name.start)).collect()
        };
        let seen: BTreeSet<(String, String, String)> =
            copies.into_iter().map(|row| (of_label(&row, "PERSON"), of_label(&row, "GPE"), row.text)).collect();
        let pairs =
            ["沢田", "ジョアンナ"].into_iter().flat_map(|person| ["盛岡", "リスボン"].map(|place| (person, place)));
        let texts = pairs.flat_map(|(person, place)| {
            let texts = [format!("{person}は3日に{place}へ行った。"), format!("{person}が{place}で話した。")];
            texts.map(|text| (person.to_owned(), place.to_owned(), text))
        });
        assert_eq!(seen, texts.collect());
    }

    #[test]
    fn every_own_sentence_is_copied_or_plain() {
        let one = |label| [row("潮は速い。", &[(0, 1, label)])];
        let table = [("person", true), ("organization", true), ("product", true), ("event", false), ("work", false)];
        for (label, expected) in table {
            assert_eq!(is_replaceable(&one(label)[0], &corpus::OWN), expected, "{label}");
        }
    }

    #[test]
    fn sentences_whose_names_overlap_are_left_out() {
        let rows = [row("盛岡市役所", &[(0, 3, "GPE"), (0, 5, "ORG")])];
        let forms = Forms::new([(&corpus::GSD, rows.as_slice())].into_iter());
        assert!(forms.copies(&rows, &corpus::GSD, &mut random::SEED.clone()).is_empty());
    }
}
