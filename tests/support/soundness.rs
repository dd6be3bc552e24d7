//! What holds of every report, whatever it is of.

use article_analyzer::report::{Block, OffsetUnit, Report};
use article_analyzer::{Span, offsets};

/// Stops where a report in bytes is unsound: its spans, their order, what they belong to, its counts, its JSON.
pub fn check(report: &Report) {
    check_units(report);
    check_order(report);
    check_blocks(report);
    check_indices(report);
    check_counts(report);
    let json = serde_json::to_string(report).expect("a report is JSON");
    assert!(serde_json::from_str::<Report>(&json).is_ok(), "its JSON is a report again");
}

/// The same report in another unit.
pub fn converted(report: &Report, unit: OffsetUnit) -> Report {
    let mut report = report.clone();
    offsets::convert(&mut report, unit);
    report
}

/// Every span of a report, in the order of its lists.
fn spans(mut report: Report) -> Vec<Span> {
    let mut spans = Vec::new();
    report.for_each_span(&mut |span| spans.push(*span));
    spans
}

/// Every span is a stretch of the text, and the same stretch in all units.
fn check_units(report: &Report) {
    let text = &report.text;
    let units: Vec<u16> = text.encode_utf16().collect();
    let characters: Vec<char> = text.chars().collect();
    let [in_bytes, in_units, in_points] =
        [OffsetUnit::Byte, OffsetUnit::Utf16, OffsetUnit::CodePoint].map(|unit| spans(converted(report, unit)));
    assert_eq!((in_bytes.len(), in_bytes.len()), (in_units.len(), in_points.len()));
    for ((byte, unit), point) in in_bytes.into_iter().zip(in_units).zip(in_points) {
        assert!(byte.start <= byte.end, "{byte:?}");
        let under = text.get(byte.range()).unwrap_or_else(|| panic!("{byte:?} is no stretch of {text:?}"));
        // As JavaScript's `slice` gives it; nothing where it cuts a character.
        let sliced = units.get(unit.range()).and_then(|part| String::from_utf16(part).ok());
        assert_eq!(sliced.as_deref(), Some(under), "{unit:?}");
        let counted: Option<String> = characters.get(point.range()).map(|part| part.iter().collect());
        assert_eq!(counted.as_deref(), Some(under), "{point:?}");
    }
}

fn ordered(mut spans: impl Iterator<Item = Span>, what: &str) {
    let mut last = spans.next().unwrap_or_default();
    for span in spans {
        assert!(last <= span, "{what}: {last:?} before {span:?}");
        last = span;
    }
}

fn disjoint(spans: impl Iterator<Item = Span>, what: &str) {
    let mut end = 0;
    for span in spans {
        assert!(end <= span.start, "{what}: {span:?} overlaps what ends at {end}");
        assert!(!span.is_empty(), "{what}: {span:?} is empty");
        end = span.end;
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
        assert!(!entity.mentions.is_empty(), "{} stands nowhere", entity.name);
        assert!(entity.mentions.iter().all(|mention| !mention.is_empty()), "{}", entity.name);
        ordered(entity.mentions.iter().copied(), &entity.name);
    }
    for keyword in &report.keywords {
        ordered(keyword.spans.iter().copied(), &keyword.text);
    }
}

/// Every character stands in a block, and every judgement of a block is one.
fn check_blocks(report: &Report) {
    for block in &report.blocks {
        assert!((0.0..=1.0).contains(&block.confidence), "{block:?}");
        assert!(!block.because.is_empty(), "{block:?}");
        let earlier = block.duplicate_of.map(|index| &report.blocks[index as usize]);
        let text = |block: &Block| block.span.of(&report.text).to_owned();
        assert!(earlier.is_none_or(|earlier| text(earlier) == text(block)), "{block:?}");
    }
    let margin = |c: char| c.is_whitespace() || "\0\u{feff}\u{200b}\u{2060}".contains(c);
    let count = |text: &str| text.chars().filter(|c| !margin(*c)).count();
    let in_blocks: usize = report.blocks.iter().map(|block| count(block.span.of(&report.text))).sum();
    assert_eq!(in_blocks, count(&report.text), "every character stands in a block");
}

/// What is named by its place in a list is in that list.
fn check_indices(report: &Report) {
    for sentence in &report.sentences {
        let block = &report.blocks[sentence.block as usize];
        assert!(block.span.contains(sentence.span), "{sentence:?} outside {block:?}");
    }
    let sources = report.attributions.iter().filter_map(|attribution| attribution.source.entity);
    assert!(sources.into_iter().all(|index| (index as usize) < report.entities.len()), "a source is an entity");
    let summary = report.summary.iter().map(|summary| summary.sentence);
    let of_figures = report.key_figures.iter().map(|figure| figure.sentence);
    assert!(summary.chain(of_figures).all(|index| (index as usize) < report.sentences.len()), "a sentence is one");
    let quantities = report.key_figures.iter().map(|figure| figure.quantity);
    assert!(quantities.into_iter().all(|index| (index as usize) < report.quantities.len()), "a quantity is one");
}

fn check_counts(report: &Report) {
    let statistics = &report.statistics;
    for count in [statistics.pasted, statistics.characters] {
        let (breaks, spaces) = (count.all - count.without_line_breaks, count.all - count.without_spaces);
        assert_eq!(count.without_both, count.all - breaks - spaces);
        assert!(count.graphemes <= count.all && count.all <= count.bytes, "{count:?}");
    }
    assert_eq!(statistics.pasted.all as usize, report.text.chars().count());
    assert_eq!(statistics.pasted.bytes as usize, report.text.len());
    let scripts = statistics.scripts;
    let sum = scripts.kanji + scripts.hiragana + scripts.katakana + scripts.latin + scripts.digits + scripts.other;
    assert!((sum - 1.0).abs() < 1e-9 || statistics.characters.without_both == 0, "{scripts:?}");
    assert!(statistics.unique_lemmas <= statistics.words, "{statistics:?}");
    let classes: u64 = statistics.parts_of_speech.values().map(|count| u64::from(*count)).sum();
    assert!(classes >= u64::from(statistics.words), "{statistics:?}");
}
