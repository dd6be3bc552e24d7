//! Prints the figures of an article with their bounds, and who said them: `cargo run --example figures -- article.txt`,
//! or without a file for a text of its own.

use article_analyzer::report::OffsetUnit;
use article_analyzer::{Analyzer, Options, Span};
use std::error::Error;

const TEXT: &str = "港の図書館が開いた\n\n市によると、座席は約120席で、費用は3億円を超えた。山本氏は「来年は分館を建てる」と述べた。\n";

fn main() -> Result<(), Box<dyn Error>> {
    let text = std::env::args().nth(1).map_or_else(|| Ok(TEXT.to_owned()), std::fs::read_to_string)?;
    let report = Analyzer::new().analyze(&text, &Options { offsets: OffsetUnit::Byte, ..Options::default() })?;
    let words = |span: Span| span.of(&report.text);
    for quantity in &report.quantities {
        println!("{}\t{:?} {}", words(quantity.span), quantity.value, quantity.unit);
    }
    for said in &report.attributions {
        println!("{}\t{}", said.source.span.map_or("?", words), words(said.content));
    }
    Ok(())
}
