//! How many figures and times of the gold sets are read right.

mod ja_timex;
mod numexp;
mod recognizers;

use anyhow::{Context, Result};
use article_analyzer::report::{Block, Quantity, Role, Time};
use article_analyzer::span::Span;
use article_analyzer::tags::times::Anchor;
use article_analyzer::tags::{self, Tags};
use article_analyzer::{languages, sentences};
use flate2::read::GzDecoder;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

/// Cases on which we mean to differ, each with its reason: set, id, reason.
const KEPT: &str = include_str!("kept.tsv");

/// How one case came out.
pub enum Verdict {
    /// As the gold has it.
    Right,
    /// Not so; what we say instead.
    Wrong(String),
    /// Its value is none that a report holds.
    NotOurs,
}

/// Reads every set of `data/figures` and prints the share right of each; `--wrong SET` lists what is wrong in one, with
/// `--kept` also what we keep our own reading of.
pub fn evaluate(data: &Path, options: &[String]) -> Result<()> {
    let wrong =
        options.iter().position(|word| word == "--wrong").and_then(|place| options.get(place + 1)).map(String::as_str);
    let folder = data.join("figures");
    let mut cases: Vec<(String, String, Verdict)> = Vec::new();
    for case in read(&folder.join("recognizers.jsonl.gz"))? {
        cases.extend(recognizers::judge(&case));
    }
    for case in read(&folder.join("ja-timex.jsonl.gz"))? {
        cases.extend(ja_timex::judge(&case));
    }
    for case in read(&folder.join("ja-timex-number.jsonl.gz"))? {
        cases.extend(ja_timex::judge_number(&case));
    }
    for case in read(&folder.join("numexp.jsonl.gz"))? {
        cases.extend(numexp::judge(&case));
    }
    print(&cases, wrong, options.iter().any(|word| word == "--kept"));
    if options.iter().any(|word| word == "--speed") {
        speed(&folder)?;
    }
    Ok(())
}

/// How fast the stage reads: the inputs of the gold repeated to a megabyte, and ten megabytes of one character.
fn speed(folder: &Path) -> Result<()> {
    let cases = read(&folder.join("recognizers.jsonl.gz"))?;
    for language in ["ja", "en", "zh"] {
        let own = cases.iter().filter(|case| case.get("lang").and_then(Value::as_str) == Some(language));
        let lines: Vec<&str> = own.filter_map(|case| case.get("input")?.as_str()).collect();
        let once: usize = lines.iter().map(|line| line.len()).sum();
        let rounds = 1_000_000 / once.max(1) + 1;
        let start = std::time::Instant::now();
        for line in lines.iter().cycle().take(lines.len() * rounds) {
            std::hint::black_box(tags(line, language, Some("2025-03-04")));
        }
        let seconds = start.elapsed().as_secs_f64();
        println!("{language}: {:.2} MB/s", (once * rounds) as f64 / 1e6 / seconds);
    }
    for character in ["1", "「", "一", "十万", "と述べた"] {
        for bytes in [1_000_000, 10_000_000] {
            let text = character.repeat(bytes / character.len());
            let start = std::time::Instant::now();
            std::hint::black_box(tags(&text, "ja", None));
            println!("{character} {bytes} bytes: {:.2} s", start.elapsed().as_secs_f64());
        }
    }
    Ok(())
}

/// How the cases of one set came out, counted.
#[derive(Default)]
struct Counts {
    right: usize,
    kept: usize,
    wrong: usize,
    other: usize,
}

fn share(right: usize, wrong: usize) -> f64 {
    100.0 * right as f64 / (right + wrong).max(1) as f64
}

/// Prints the share right of each set: `share` without the cases we keep our own reading of, `strict` with those
/// counted as wrong.
fn print(cases: &[(String, String, Verdict)], wrong: Option<&str>, kept_too: bool) {
    let kept: HashMap<&str, &str> = KEPT.lines().filter_map(|line| line.split_once('\t')).collect();
    let mut unused: BTreeSet<&str> = kept.keys().copied().collect();
    let mut sets: BTreeMap<&str, Counts> = BTreeMap::new();
    for (set, name, verdict) in cases {
        let id = name.split(' ').next().unwrap_or("");
        let counts = sets.entry(set).or_default();
        let is_shown = wrong.is_some_and(|wanted| set.starts_with(wanted));
        match (verdict, kept.get(id)) {
            (Verdict::Right, _) => counts.right += 1,
            (Verdict::Wrong(said), Some(reason)) => {
                counts.kept += 1;
                unused.remove(id);
                if is_shown && kept_too {
                    println!("{set}\t{name}\tKEPT ({reason}) {said}");
                }
            }
            (Verdict::Wrong(said), None) => {
                counts.wrong += 1;
                if is_shown {
                    println!("{set}\t{name}\t{said}");
                }
            }
            (Verdict::NotOurs, _) => counts.other += 1,
        }
    }
    println!("{:<20}{:>7}{:>7}{:>7}{:>10}{:>9}{:>9}", "set", "right", "kept", "wrong", "not ours", "share", "strict");
    for (set, Counts { right, kept, wrong, other }) in sets {
        let (reviewed, strict) = (share(right, wrong), share(right, wrong + kept));
        println!("{set:<20}{right:>7}{kept:>7}{wrong:>7}{other:>10}{reviewed:>8.1}%{strict:>8.1}%");
    }
    if !unused.is_empty() {
        println!("kept without need: {}", unused.into_iter().collect::<Vec<_>>().join(" "));
    }
}

fn read(path: &Path) -> Result<Vec<Value>> {
    let file = File::open(path).with_context(|| format!("the gold {} is not there", path.display()))?;
    let lines = BufReader::new(GzDecoder::new(file)).lines();
    lines.map(|line| Ok(serde_json::from_str(&line?)?)).collect()
}

/// The tags of a text read as one block of a language.
pub fn tags(text: &str, language: &str, anchor: Option<&str>) -> Tags {
    let block = Block {
        span: Span::new(0, text.len()),
        role: Role::Paragraph,
        language: language.to_owned(),
        confidence: 1.0,
        counted: true,
        duplicate_of: None,
        because: Vec::new(),
    };
    let mut tags = Tags::default();
    if let Some(language) = languages::by_code(language) {
        let sentences = sentences::of_block(text, &block, 0, language);
        tags::of_block(text, &block, &sentences, language, anchor.and_then(Anchor::parse), &mut tags);
    }
    tags
}

/// What was read, for people.
pub fn told(text: &str, quantities: &[Quantity], times: &[Time]) -> String {
    let bound = |value: Option<f64>| value.map_or(String::new(), |value| value.to_string());
    let figures = quantities.iter().map(|quantity| {
        let value = quantity.value;
        let open = if value.lower_inclusive { '[' } else { '(' };
        let close = if value.upper_inclusive { ']' } else { ')' };
        let (low, high) = (bound(value.lower), bound(value.upper));
        let of = quantity.of.map_or("", |of| of.of(text));
        format!("{}={open}{low},{high}{close}{} {:?} of:{of}", quantity.span.of(text), quantity.unit, quantity.kind)
    });
    let times = times.iter().map(|time| {
        let value = time.value.as_deref().unwrap_or("null");
        format!("{}={value} {:?} {}", time.span.of(text), time.kind, time.modifier.as_deref().unwrap_or(""))
    });
    figures.chain(times).collect::<Vec<_>>().join(" | ")
}

/// Prints what is read in each line of a text, or of the words given.
pub fn show(language: &str, words: &[String]) -> Result<()> {
    let (anchor, words) = match words {
        [option, anchor, rest @ ..] if option == "--anchor" => (Some(anchor.as_str()), rest),
        rest => (None, rest),
    };
    let lines: Vec<String> = if words.is_empty() {
        std::io::stdin().lock().lines().collect::<std::io::Result<_>>()?
    } else {
        words.to_vec()
    };
    for (index, line) in lines.iter().enumerate() {
        let tags = tags(line, language, anchor);
        println!("{}: {}", index + 1, told(line, &tags.quantities, &tags.times));
        for said in &tags.attributions {
            let source = said.source.name.as_deref().unwrap_or("-");
            println!("   SAID {source} | {} | {:?} | {}", said.cue.of(line), said.form, said.content.of(line));
        }
        for hedge in &tags.hedges {
            println!(
                "   HEDGE {:?} {} | {}",
                hedge.kind,
                hedge.span.of(line),
                hedge.scope.map_or("", |scope| scope.of(line))
            );
        }
    }
    Ok(())
}

/// Whether two numbers are the same but for rounding.
pub fn same(a: f64, b: f64) -> bool {
    a == b || (a - b).abs() <= 1e-9 * a.abs().max(b.abs())
}

/// Whether a quantity has one exact value.
pub fn is_exactly(quantity: &Quantity, value: f64) -> bool {
    let bounds = [quantity.value.lower, quantity.value.upper];
    bounds.iter().flatten().any(|bound| same(*bound, value)) && bounds.iter().flatten().all(|bound| same(*bound, value))
}
