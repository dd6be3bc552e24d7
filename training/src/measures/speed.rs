//! How fast this stage is by itself, in time of the processor, so that other work on the machine shows less.

use super::analyze;
use anyhow::Result;
use article_analyzer::article::Article as Parts;
use article_analyzer::measures::{
    counted, genre, headline, key_figures, keywords, readability, statistics, style, summary, topics,
};
use article_analyzer::report::{self, OffsetUnit, Report};
use article_analyzer::tokens::{Lemma, Token};
use article_analyzer::{Analyzer, Options, languages};
use std::hint::black_box;
use std::time::Duration;

/// Prints the time for a text's whole report and for its measures alone, each of them and together.
pub fn evaluate(analyzer: &Analyzer, name: &str, language: &str, text: &str) -> Result<()> {
    let options = Options { language: Some(language.to_owned()), offsets: OffsetUnit::Byte, ..Options::default() };
    let megabytes = text.len() as f64 / 1e6;
    let start = processor_time();
    let report = analyze(analyzer, text, options.clone())?;
    let whole = (processor_time() - start).as_secs_f64();
    println!("{name}, whole report: {megabytes:.2} MB in {whole:.2} s, {:.2} MB a second", megabytes / whole);
    let Some(language) = languages::by_code(language) else { return Ok(()) };
    let tokens = tokens(&report);
    let article = Parts {
        text: &report.text,
        language,
        is_in_language: true,
        blocks: &report.blocks,
        sentences: &report.sentences,
        tokens: &tokens,
        options: &options,
    };
    let parts = parts(&article, &report);
    let all: f64 = parts.iter().map(|(_, seconds)| seconds).sum();
    println!("{name}, measures alone: {all:.3} s, {:.2} MB a second", megabytes / all);
    parts.iter().for_each(|(part, seconds)| println!("\t{part}: {seconds:.3} s"));
    Ok(())
}

/// The time of each measure, after it was taken once: patterns are compiled at their first use.
fn parts(article: &Parts<'_>, report: &Report) -> Vec<(&'static str, f64)> {
    let passages = counted::counted(article);
    let (keys, taken) = (&report.keywords, &report.summary);
    let measures: [(&str, &dyn Fn()); 10] = [
        ("counted blocks", &|| drop(black_box(counted::counted(article)))),
        ("statistics", &|| drop(black_box(statistics(article, &passages)))),
        ("readability", &|| drop(black_box(readability::readability(article, &passages)))),
        ("style", &|| drop(black_box(style::style(article, &passages)))),
        ("keywords", &|| drop(black_box(keywords::keywords(article, &passages, &report.entities)))),
        ("summary", &|| drop(black_box(summary::summary(article, &passages, keys)))),
        ("topics", &|| drop(black_box(topics::topics(article, &passages)))),
        ("genre", &|| drop(black_box(genre::genre(article, &passages, &report.attributions)))),
        ("headline", &|| {
            drop(black_box(headline::headline(article, &passages, &report.metadata, (keys, taken, &report.times))));
        }),
        ("key figures", &|| {
            let known = (report.entities.as_slice(), taken.as_slice());
            drop(black_box(key_figures::key_figures(article, &passages, &report.quantities, known)));
        }),
    ];
    let time = |(name, measure): (&'static str, &dyn Fn())| {
        measure();
        let start = processor_time();
        measure();
        (name, (processor_time() - start).as_secs_f64())
    };
    measures.into_iter().map(time).collect()
}

/// The tokens of a report as the stages have them; its spans must be in bytes.
pub fn tokens(report: &Report) -> Vec<Token<'_>> {
    report.tokens.iter().map(token).collect()
}

fn token(token: &report::Token) -> Token<'_> {
    let lemma = Lemma::Suffix { keep: 0, add: &token.lemma };
    Token { span: token.span, upos: token.upos, xpos: token.xpos.as_deref(), lemma, origin: token.origin }
}

/// How long this thread was on a processor so far; all time, where the system does not say.
fn processor_time() -> Duration {
    let said = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = said.split(' ').next().and_then(|first| first.parse().ok());
    nanoseconds.map_or_else(|| std::time::UNIX_EPOCH.elapsed().unwrap_or_default(), Duration::from_nanos)
}
