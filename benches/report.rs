//! Whether the time for a whole report grows with the text and no faster, for ordinary texts and for hostile ones.
//! `cargo bench --bench report` prints a table, in nanoseconds of a processor for each byte, so that other work on
//! the machine shows less; words after `--` choose rows. A row ends where a report took more than a minute. The ordinary
//! texts are the articles of the tests, repeated.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a benchmark may stop where its files are missing"
)]

use article_analyzer::given::Given;
use article_analyzer::{Analyzer, Options};
use std::path::PathBuf;
use std::time::Duration;

/// Bytes of the texts. Growth is told from the second on: in the first, what a report costs at all weighs more.
const SIZES: [usize; 5] = [1_000, 10_000, 100_000, 1_000_000, 10_000_000];

/// Texts of one kind, of any length: a beginning that is repeated.
const HOSTILE: [(&str, &str); 12] = [
    ("one line", "図書館は朝の九時に開く。"),
    ("one sentence", "図書館は朝の九時に開き"),
    ("digits", "1"),
    ("opening brackets", "「"),
    ("brackets", "「」"),
    ("kanji", "漢"),
    ("letters", "a"),
    ("emoji", "🙂"),
    ("short lines", "本\n"),
    ("one paragraph", "市の図書館は来月の一日に開くと、館長の中村氏は話した。利用者は年に約3万人。\n"),
    ("HTML bomb", "<div>"),
    ("HTML of links", "<li><a href=x>図書館"),
];

fn articles(is_english: bool) -> String {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.retain(|path| path.to_string_lossy().contains("english") == is_english);
    paths.sort();
    paths.iter().map(|path| std::fs::read_to_string(path).unwrap() + "\n").collect()
}

fn text(unit: &str, bytes: usize) -> String {
    let mut text = unit.repeat(bytes.div_ceil(unit.len()));
    text.truncate(text.floor_char_boundary(bytes));
    text
}

/// How long this thread was on a processor so far; all time, where the system does not say.
fn processor_time() -> Duration {
    let said = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = said.split(' ').next().and_then(|first| first.parse().ok());
    nanoseconds.map_or_else(|| std::time::UNIX_EPOCH.elapsed().unwrap(), Duration::from_nanos)
}

/// The time for one report, over several where the text is short: the system counts in steps of milliseconds.
fn time(analyzer: &Analyzer, name: &str, text: &str) -> Duration {
    let given = || if name.starts_with("HTML") { Given::Html(text) } else { Given::Text(text) };
    let rounds = (300_000 / text.len()).max(1);
    let start = processor_time();
    for _ in 0..rounds {
        std::hint::black_box(analyzer.analyze_given(given(), &Options::default()).unwrap());
    }
    (processor_time() - start) / u32::try_from(rounds).unwrap()
}

fn row(analyzer: &Analyzer, name: &str, unit: &str) {
    let mut cells = Vec::new();
    for bytes in SIZES {
        let text = text(unit, bytes);
        let taken = time(analyzer, name, &text);
        cells.push(taken.as_secs_f64() * 1e9 / text.len() as f64);
        if taken > Duration::from_secs(60) {
            break;
        }
    }
    let (first, later) = (cells[1], &cells[2..]);
    let growth = later.iter().map(|cell| cell / first).fold(0.0, f64::max);
    let cells: Vec<String> =
        SIZES.iter().enumerate().map(|(i, _)| cells.get(i).map_or("–".into(), |c| format!("{c:.0}"))).collect();
    println!("| {name} | {} | {growth:.2} |", cells.join(" | "));
}

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    let analyzer = Analyzer::new();
    let (japanese, english) = (articles(false), articles(true));
    let ordinary = [("Japanese articles", japanese.as_str()), ("English articles", english.as_str())];
    println!("| | 1 KB | 10 KB | 100 KB | 1 MB | 10 MB | most / 10 KB |\n| --- | --- | --- | --- | --- | --- | --- |");
    // The first report pays for what all share.
    time(&analyzer, "", &text(&japanese, 10_000));
    time(&analyzer, "", &text(&english, 10_000));
    for (name, unit) in ordinary.into_iter().chain(HOSTILE) {
        if wanted.is_empty() || wanted.iter().any(|word| name.contains(word.as_str())) {
            row(&analyzer, name, unit);
        }
    }
}
