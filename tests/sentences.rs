//! Where sentences end: tables of texts with a bar at each end.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a failed test stops"
)]

use article_analyzer::languages;
use article_analyzer::sentences::split;

fn check(language: &str, table: &str) {
    let rules = languages::by_code(language).unwrap().sentences;
    let mut wrong = Vec::new();
    for row in table.lines().filter(|row| !row.starts_with('#')) {
        let (label, expected) = row.split_once('\t').unwrap();
        // A bar stands for a space in English and in lists, but where the label says that it was lost.
        let is_spaced = language != "ja" && !label.contains("lost") || label.contains("list");
        let text = expected.replace('|', if is_spaced { " " } else { "" });
        let found: Vec<&str> = split(&text, rules).into_iter().map(|span| span.of(&text)).collect();
        if found.join("|") != expected {
            wrong.push(format!("{label}\n  expected {expected}\n  found    {}", found.join("|")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn japanese() {
    check("ja", include_str!("sentences/ja.tsv"));
}

#[test]
fn english() {
    check("en", include_str!("sentences/en.tsv"));
}
