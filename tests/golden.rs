//! Whole pages and what is found on them. `BLESS=1 cargo test --test golden` writes the golden files anew.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a failed test stops"
)]

mod support;

use article_analyzer::report::{KeyFigure, OffsetUnit, Report, Role};
use article_analyzer::{Analyzer, Options};
use serde_json::{Value, json};
use std::path::Path;

/// The first characters of a stretch of text, enough to know it by.
fn beginning(text: &str) -> String {
    text.chars().take(18).collect()
}

/// What a golden file holds of a report: a line for each block and each inset, the beginnings of the sentences.
fn golden(report: &Report) -> Value {
    let blocks = report.blocks.iter().map(|block| {
        let counted = if block.counted { "counted" } else { "not counted" };
        let again = block.duplicate_of.map(|first| format!(", again after {first}")).unwrap_or_default();
        format!(
            "{} | {} | {counted}{again} | {}",
            name(block.role),
            block.language,
            beginning(block.span.of(&report.text))
        )
    });
    let insets =
        report.insets.iter().map(|inset| format!("{} | {}", name(inset.role), beginning(inset.span.of(&report.text))));
    let sentences = report
        .sentences
        .iter()
        .map(|sentence| format!("{} | {}", sentence.block, beginning(sentence.span.of(&report.text))));
    let key_figure = |figure: &KeyFigure| {
        format!("{} | {}", report.quantities[figure.quantity as usize].span.of(&report.text), figure.because.join("; "))
    };
    json!({
        "language": report.language,
        "metadata": report.metadata,
        "blocks": blocks.collect::<Vec<_>>(),
        "insets": insets.collect::<Vec<_>>(),
        "sentences": sentences.collect::<Vec<_>>(),
        "topics": report.topics.iter().map(|topic| format!("{} | {}", topic.label, topic.because.join(", "))).collect::<Vec<_>>(),
        "genre": report.genre.as_ref().map(|genre| format!("{:?} | {}", genre.id, genre.because.join("; "))),
        "headline": report.headline.as_ref().map(|headline| headline.text.as_str()),
        "keyFigures": report.key_figures.iter().map(key_figure).collect::<Vec<_>>(),
    })
}

/// The name of a role as the report writes it.
fn name(role: Role) -> String {
    serde_json::to_value(role).unwrap().as_str().unwrap().to_owned()
}

#[test]
fn articles_give_their_golden_reports() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let mut texts: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    texts.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    texts.sort();
    assert!(!texts.is_empty());
    let options =
        Options { offsets: OffsetUnit::Byte, reference_date: Some("2025-06-10".to_owned()), ..Options::default() };
    let mut different = Vec::new();
    for path in texts {
        let report = Analyzer::new().analyze(&std::fs::read_to_string(&path).unwrap(), &options).unwrap();
        let found = serde_json::to_string_pretty(&golden(&report)).unwrap() + "\n";
        let expected = path.with_extension("json");
        if !support::is_golden(&expected, &found) {
            different.push(path.display().to_string());
        }
    }
    assert!(
        different.is_empty(),
        "other than their golden files, run with BLESS=1 and look at the difference: {different:?}"
    );
}
