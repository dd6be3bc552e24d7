//! Any text at all gives a report whose spans are sound.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a failed test stops"
)]

#[path = "support/soundness.rs"]
mod soundness;
#[path = "support/text_pieces.rs"]
mod text_pieces;

use article_analyzer::report::{OffsetUnit, Report, Role};
use article_analyzer::{Analyzer, Options};
use proptest::prelude::*;

fn analyze(text: &str, offsets: OffsetUnit) -> Report {
    let options = Options { offsets, reference_date: Some("2025-03-04".to_owned()), ..Options::default() };
    Analyzer::new().analyze(text, &options).expect("any text gives a report")
}

fn check(text: &str) {
    let report = analyze(text, OffsetUnit::Byte);
    assert_eq!(report.text, text);
    soundness::check(&report);
    for unit in [OffsetUnit::Utf16, OffsetUnit::CodePoint] {
        assert_eq!(analyze(text, unit), soundness::converted(&report, unit));
    }
}

/// Pieces of this list, one after another.
fn pieces() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(text_pieces::PIECES), 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn any_string(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn any_pieces(text in pieces()) {
        check(&text);
    }

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        check(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn any_correction(text in pieces(), block in 0u32..50, role in 0usize..17) {
        let correction = article_analyzer::options::Correction { block, role: Role::ALL[role] };
        let options = Options { corrections: vec![correction], ..Options::default() };
        let report = Analyzer::new().analyze(&text, &options).expect("any correction gives a report");
        prop_assert!(report.blocks.get(block as usize).is_none_or(|block| block.role == Role::ALL[role]));
    }
}

#[test]
fn odd_texts() {
    let table = [
        "",
        "a",
        "。",
        "\n",
        "\r\n\r\n",
        " ",
        "\0",
        "\u{feff}",
        "💛𠮷 a\u{301}",
        "\u{202e}abc\u{202c}",
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "「「「「",
        "」」」」",
        "[[[[1",
        "．．．",
        "1.1.1.1.1",
        "\u{fffd}\u{fffd}",
    ];
    table.into_iter().for_each(check);
}

#[test]
fn long_texts() {
    for piece in ["あ", "。", "「", "1", "一", "💛", "a ", "\n", "関連記事\n", "約1億円。", "said "] {
        let text = piece.repeat(100_000 / piece.len());
        let report = analyze(&text, OffsetUnit::Utf16);
        assert_eq!(report.text.len(), text.len(), "{piece:?}");
    }
}

#[test]
fn a_text_past_the_limit_is_an_error_that_says_so() {
    let text = "a".repeat(article_analyzer::given::LIMIT + 1);
    let error = Analyzer::new().analyze(&text, &Options::default()).unwrap_err();
    assert_eq!(error.code(), "input-too-large");
    assert!(error.to_string().contains("split it"), "{error}");
}
