//! Sponsors' segments: which lines they fill.
#![allow(clippy::unwrap_used)]

use article_analyzer::report::{OffsetUnit, Role};
use article_analyzer::{Analyzer, Options};

#[test]
fn segments() {
    let analyzer = Analyzer::new();
    let options = Options { offsets: OffsetUnit::Byte, ..Options::default() };
    let table = include_str!("sponsors.txt");
    let articles: Vec<&str> = table.split("--- ").skip(1).collect();
    assert!(articles.len() >= 10);
    for article in articles {
        let (name, lines) = article.split_once('\n').unwrap();
        let text: String = lines.lines().map(|line| line.trim_start_matches("> ").to_owned() + "\n").collect();
        let report = analyzer.analyze(&text, &options).unwrap();
        let sponsors = report.blocks.iter().filter(|block| block.role == Role::Advertisement);
        let found: Vec<&str> = sponsors.map(|block| block.span.of(&text)).collect();
        let expected: Vec<&str> = lines.lines().filter_map(|line| line.strip_prefix("> ")).collect();
        assert_eq!(found, expected, "{name}");
    }
}
