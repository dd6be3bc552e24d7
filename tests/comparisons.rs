//! Articles side by side, against what a careful reader says of them. `BLESS=1 cargo test --test comparisons` writes the
//! golden comparisons anew.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a failed test stops"
)]

mod support;

use article_analyzer::compare::compare;
use article_analyzer::report::{AsideReason, Comparison, Interval, OffsetUnit, Relation, Report, SharedEntity};
use article_analyzer::{Analyzer, Options};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// One comparison of the folder.
struct Case {
    folder: PathBuf,
    reports: Vec<Report>,
    comparison: Comparison,
}

fn cases() -> Vec<Case> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/comparisons");
    let mut folders: Vec<PathBuf> = std::fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.retain(|folder| folder.is_dir());
    folders.sort();
    folders.into_iter().map(case).collect()
}

fn case(folder: PathBuf) -> Case {
    let mut texts: Vec<PathBuf> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    texts.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    texts.sort();
    let options = Options { offsets: OffsetUnit::Byte, ..Options::default() };
    let analyze = |path: &PathBuf| Analyzer::new().analyze(&std::fs::read_to_string(path).unwrap(), &options).unwrap();
    let reports: Vec<Report> = texts.iter().map(analyze).collect();
    let comparison = compare(&reports.iter().collect::<Vec<_>>());
    Case { folder, reports, comparison }
}

fn letter(report: u32) -> char {
    char::from(b'A' + report as u8)
}

/// A value as the tables write it: `A=5`, `A<=5`, `A=5..7`, with `?` where it is not compared.
fn value(report: u32, value: &Interval, aside: Option<AsideReason>) -> String {
    let number = |bound: f64| format!("{}", (bound * 1e6).round() / 1e6);
    let written = match (value.lower, value.upper) {
        (Some(lower), Some(upper)) if lower == upper => format!("={}", number(lower)),
        (Some(lower), Some(upper)) => format!("={}..{}", number(lower), number(upper)),
        (Some(lower), None) => format!(">{}{}", if value.lower_inclusive { "=" } else { "" }, number(lower)),
        (None, Some(upper)) => format!("<{}{}", if value.upper_inclusive { "=" } else { "" }, number(upper)),
        (None, None) => "=".to_owned(),
    };
    format!("{}{written}{}", letter(report), if aside.is_some() { "?" } else { "" })
}

/// A group as a line of the table: its list, relation, property, unit and subject, and its values.
struct Line {
    head: [String; 5],
    values: BTreeSet<String>,
}

impl std::fmt::Display for Line {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}\t{}", self.head.join("\t"), self.values.iter().cloned().collect::<Vec<_>>().join(" "))
    }
}

fn relation(relation: Relation) -> String {
    serde_json::to_value(relation).unwrap().as_str().unwrap().to_owned()
}

fn groups(comparison: &Comparison) -> Vec<Line> {
    let figures = comparison.figures.iter().map(|group| Line {
        head: ["figure", &relation(group.relation), &group.attribute, &group.unit, &group.subject].map(str::to_owned),
        values: group.values.iter().map(|found| value(found.report, &found.value, found.aside)).collect(),
    });
    let dates = comparison.dates.iter().map(|group| Line {
        head: ["date", &relation(group.relation), &group.attribute, "-", &group.subject].map(str::to_owned),
        values: group
            .values
            .iter()
            .map(|found| {
                format!("{}={}{}", letter(found.report), found.value, if found.aside.is_some() { "?" } else { "" })
            })
            .collect(),
    });
    figures.chain(dates).collect()
}

/// Whether a group is the one that a line of the table expects. Values that are not compared may stand beside.
fn is_expected(group: &Line, expected: &[&str]) -> bool {
    let [list, relation, attribute, unit, subject, values] = expected else { return false };
    let wanted: BTreeSet<String> = values.split(' ').map(str::to_owned).collect();
    let compared = |values: &BTreeSet<String>| {
        values.iter().filter(|value| !value.ends_with('?')).cloned().collect::<BTreeSet<_>>()
    };
    let head = &group.head;
    head[0] == *list
        && head[1] == *relation
        && head[2] == *attribute
        && (*unit == "*" || head[3] == *unit)
        && (*subject == "*" || head[4].contains(subject))
        && wanted.is_subset(&group.values)
        && compared(&wanted) == compared(&group.values)
}

/// The letters of reports, each once.
fn letters(reports: impl Iterator<Item = u32>) -> String {
    reports.map(letter).collect::<BTreeSet<char>>().into_iter().collect()
}

fn in_reports(entity: &SharedEntity) -> impl Iterator<Item = u32> {
    entity.reports.iter().map(|place| place.report).chain(entity.also.iter().map(|place| place.report))
}

fn holds(case: &Case, expected: &[&str]) -> bool {
    let Case { comparison, reports, .. } = case;
    match expected {
        ["figure" | "date", ..] => groups(comparison).iter().any(|group| is_expected(group, expected)),
        ["joined", name, articles] => comparison
            .entities
            .iter()
            .any(|entity| entity.name.contains(name) && letters(in_reports(entity)) == *articles),
        ["shared", articles, beginning] => comparison.shared.iter().any(|passage| {
            let begins = |place: &article_analyzer::report::SpanInReport| {
                place.span.of(&reports[place.report as usize].text).trim_start_matches('「').contains(beginning)
            };
            passage.spans.iter().all(begins) && letters(passage.reports.iter().copied()) == *articles
        }),
        ["quoted", name, articles] => comparison.quoted.iter().any(|source| {
            source.name.contains(name)
                && letters(source.quotations.iter().map(|quotation| quotation.report)) == *articles
        }),
        ["nothing", "figures"] => comparison.figures.is_empty(),
        ["nothing", "dates"] => comparison.dates.is_empty(),
        ["nothing", "shared"] => comparison.shared.is_empty(),
        ["nothing", "entities"] => comparison.entities.is_empty(),
        _ => panic!("{} expects what nobody knows: {expected:?}", case.folder.display()),
    }
}

#[test]
fn comparisons_say_what_a_reader_says() {
    let mut wrong: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for case in cases() {
        let table = std::fs::read_to_string(case.folder.join("expected.tsv")).unwrap();
        let lines: Vec<Vec<&str>> = table.lines().map(|line| line.split('\t').collect()).collect();
        let name = case.folder.file_name().unwrap().to_string_lossy().into_owned();
        let mut say = |what: String| wrong.entry(name.clone()).or_default().push(what);
        for line in &lines {
            // A line that begins with `not yet` is known not to hold.
            match line.as_slice() {
                ["not yet", rest @ ..] if holds(&case, rest) => say(format!("holds by now: {}", rest.join("\t"))),
                ["not yet", ..] => {}
                line if holds(&case, line) => {}
                line => say(format!("missing: {}", line.join("\t"))),
            }
        }
        let claims = |group: &&Line| ["agree", "compatible", "conflict"].contains(&group.head[1].as_str());
        for group in groups(&case.comparison).iter().filter(claims) {
            if !lines.iter().any(|line| is_expected(group, line)) {
                say(format!("nobody says: {group}"));
            }
        }
    }
    let said: Vec<String> = wrong.iter().map(|(name, lines)| format!("{name}\n  {}", lines.join("\n  "))).collect();
    assert!(wrong.is_empty(), "{}", said.join("\n"));
}

/// What a golden file holds: each list in lines that a person can read.
fn golden(case: &Case) -> Value {
    let Case { comparison, reports, .. } = case;
    let place = |place: &article_analyzer::report::SpanInReport| {
        format!("{}: {}", letter(place.report), place.span.of(&reports[place.report as usize].text))
    };
    let json = |value: &dyn erased::Named| value.name();
    json!({
        "groups": groups(comparison).iter().map(ToString::to_string).collect::<Vec<_>>(),
        "entities": comparison.entities.iter().map(|entity| {
            let because: Vec<String> = entity.because.iter().map(|reason| json(reason)).collect();
            format!("{} {} ({})", entity.name, letters(in_reports(entity)), because.join(", "))
        }).collect::<Vec<_>>(),
        "shared": comparison.shared.iter().map(|passage| {
            json!({ "kind": json(&passage.kind), "places": passage.spans.iter().map(place).collect::<Vec<_>>() })
        }).collect::<Vec<_>>(),
        "quoted": comparison.quoted.iter().map(|source| {
            format!("{} {}", source.name, letters(source.quotations.iter().map(|quotation| quotation.report)))
        }).collect::<Vec<_>>(),
        "timeline": comparison.timeline.iter().map(|point| {
            format!("{} {}", point.value, letters(point.entries.iter().map(|entry| entry.report)))
        }).collect::<Vec<_>>(),
    })
}

mod erased {
    /// A value that serialises to a word.
    pub trait Named {
        fn name(&self) -> String;
    }

    impl<T: serde::Serialize> Named for T {
        fn name(&self) -> String {
            serde_json::to_value(self).unwrap().as_str().unwrap_or_default().to_owned()
        }
    }
}

#[test]
fn comparisons_give_their_golden_files() {
    let mut different = Vec::new();
    for case in cases() {
        let found = serde_json::to_string_pretty(&golden(&case)).unwrap() + "\n";
        let expected = case.folder.join("comparison.json");
        if !support::is_golden(&expected, &found) {
            different.push(expected.display().to_string());
        }
    }
    assert!(
        different.is_empty(),
        "other than their golden files, run with BLESS=1 and look at the difference: {different:?}"
    );
}
