//! Any text at all gives a report whose spans are sound.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a failed test stops"
)]

use article_analyzer::report::{Block, OffsetUnit, Report, Role};
use article_analyzer::{Analyzer, Options, Span};
use proptest::prelude::*;

fn analyze(text: &str, offsets: OffsetUnit) -> Report {
    let options = Options { offsets, reference_date: Some("2025-03-04".to_owned()), ..Options::default() };
    Analyzer::new().analyze(text, &options).expect("any text gives a report")
}

/// Every span of a report, in the order of its lists.
fn spans(report: &Report) -> Vec<Span> {
    let mut spans = Vec::new();
    report.clone().for_each_span(&mut |span| spans.push(*span));
    spans
}

/// The text under a span of UTF-16 code units, as JavaScript's `slice` gives it; `None` where it cuts a character.
fn slice_utf16(units: &[u16], span: Span) -> Option<String> {
    String::from_utf16(units.get(span.range())?).ok()
}

fn check(text: &str) {
    let bytes = analyze(text, OffsetUnit::Byte);
    let utf16 = analyze(text, OffsetUnit::Utf16);
    let points = analyze(text, OffsetUnit::CodePoint);
    assert_eq!(bytes.text, text);
    let units: Vec<u16> = text.encode_utf16().collect();
    let characters: Vec<char> = text.chars().collect();
    let (in_bytes, in_units, in_points) = (spans(&bytes), spans(&utf16), spans(&points));
    assert_eq!((in_bytes.len(), in_bytes.len()), (in_units.len(), in_points.len()));
    for ((byte, unit), point) in in_bytes.into_iter().zip(in_units).zip(in_points) {
        assert!(byte.start <= byte.end, "{byte:?}");
        let under = text.get(byte.range()).unwrap_or_else(|| panic!("{byte:?} is no stretch of {text:?}"));
        assert_eq!(slice_utf16(&units, unit).as_deref(), Some(under), "{unit:?}");
        assert_eq!(
            characters.get(point.range()).map(|part| part.iter().collect()),
            Some(under.to_owned()),
            "{point:?}"
        );
    }
    check_order(&bytes);
    check_counts(&bytes, text);
}

fn ordered(mut spans: impl Iterator<Item = Span>, what: &str) {
    let mut last = spans.next().unwrap_or_default();
    for span in spans {
        assert!(last <= span, "{what}: {last:?} before {span:?}");
        last = span;
    }
}

fn disjoint(mut spans: impl Iterator<Item = Span>, what: &str) {
    let mut last = spans.next().unwrap_or_default();
    for span in spans {
        assert!(last.end <= span.start, "{what}: {last:?} overlaps {span:?}");
        last = span;
    }
}

fn check_order(report: &Report) {
    disjoint(report.blocks.iter().map(|block| block.span), "blocks");
    disjoint(report.sentences.iter().map(|sentence| sentence.span), "sentences");
    disjoint(report.tokens.iter().map(|token| token.span), "tokens");
    ordered(report.quantities.iter().map(|quantity| quantity.span), "quantities");
    ordered(report.times.iter().map(|time| time.span), "times");
    ordered(report.attributions.iter().map(|attribution| attribution.cue), "attributions");
    ordered(report.hedges.iter().map(|hedge| hedge.span), "hedges");
    ordered(report.style.iter().map(|note| note.span), "style notes");
    for entity in &report.entities {
        ordered(entity.mentions.iter().copied(), &entity.name);
    }
    for keyword in &report.keywords {
        ordered(keyword.spans.iter().copied(), &keyword.text);
    }
    for sentence in &report.sentences {
        let block = &report.blocks[sentence.block as usize];
        assert!(block.span.contains(sentence.span), "{sentence:?} outside {block:?}");
    }
    for block in &report.blocks {
        assert!((0.0..=1.0).contains(&block.confidence), "{block:?}");
        assert!(!block.because.is_empty(), "{block:?}");
        let earlier = block.duplicate_of.map(|index| &report.blocks[index as usize]);
        let text = |block: &Block| block.span.of(&report.text).to_owned();
        assert!(earlier.is_none_or(|earlier| text(earlier) == text(block)), "{block:?}");
    }
}

fn check_counts(report: &Report, text: &str) {
    let pasted = report.statistics.pasted;
    let breaks = pasted.all - pasted.without_line_breaks;
    let spaces = pasted.all - pasted.without_spaces;
    assert_eq!(pasted.all as usize, text.chars().count());
    assert_eq!(pasted.bytes as usize, text.len());
    assert_eq!(pasted.without_both, pasted.all - breaks - spaces);
    let scripts = report.statistics.scripts;
    let sum = scripts.kanji + scripts.hiragana + scripts.katakana + scripts.latin + scripts.digits + scripts.other;
    assert!((sum - 1.0).abs() < 1e-9 || report.statistics.characters.without_both == 0, "{scripts:?}");
    let margin = |c: char| c.is_whitespace() || "\0\u{feff}\u{200b}\u{2060}".contains(c);
    let in_blocks: usize =
        report.blocks.iter().map(|block| block.span.of(text).chars().filter(|c| !margin(*c)).count()).sum();
    assert_eq!(in_blocks, text.chars().filter(|c| !margin(*c)).count(), "every character stands in a block");
}

/// What pages are made of, and what breaks parsers.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "。",
        "「",
        "」",
        "（",
        "）",
        "、",
        "！？",
        "…",
        "・",
        "\n",
        "\r\n",
        "\r",
        "\u{2028}",
        " ",
        "　",
        "\t",
        "[1]",
        "2.5",
        "約30万ドル",
        "2025年3月4日",
        "昨年末",
        "李教授は",
        "と述べた",
        "DeepSeek-R1",
        "U.S. ",
        "Dr. ",
        "💛",
        "𠮷",
        "a\u{301}",
        "\u{202e}",
        "\u{200b}",
        "\0",
        "\u{feff}",
        "<script>",
        "関連記事",
        "最新ニュース",
        "• ",
        "Read more",
        "https://example.org/?q=a",
        "𝟙",
        "①",
        "一二三",
        "数億",
        "%",
        "¥",
        "said",
        "\"",
        "“",
        "”",
        "(",
        ")",
        "[",
        "]",
        "{",
        "ﾊﾟ",
        "か\u{3099}",
        "👨‍👩‍👧",
        "é",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
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
