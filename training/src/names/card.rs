//! What a model's card says of its file and its scores.

use super::score::{self, Counts};
use crate::words::evaluate::{score, thousands};
use crate::words::pack;
use anyhow::{Context, Result, ensure};
use article_analyzer::report::EntityLabel;
use article_analyzer::tokens::container::{Container, ModelKind};
use std::collections::BTreeMap;
use std::path::Path;

/// The scores on one set.
pub struct Scores {
    pub set: String,
    pub sentences: usize,
    pub counts: BTreeMap<EntityLabel, Counts>,
}

impl Scores {
    /// The row of the card's table: persons, organizations and locations; products and works; events.
    fn row(&self) -> String {
        let of = |label| self.counts.get(&label).filter(|count| count.gold > 0).map(|count| score(count.f1()));
        let or_none = |text: Option<String>| text.unwrap_or_else(|| "–".to_owned());
        let (things, events) = (or_none(of(EntityLabel::Product)), or_none(of(EntityLabel::Event)));
        let names = score(score::micro(&self.counts).f1());
        format!("{} ({} sentences) | {names} | {things} | {events} |", self.beginning(), self.sentences)
    }

    fn beginning(&self) -> String {
        format!("| {}", self.set)
    }
}

/// What the card says of the model's file.
fn of_file(bytes: &[u8]) -> Result<String> {
    let brotli = pack::brotli_size(Container::read(bytes, ModelKind::Names)?.unpacked())?;
    let source: String = bytes.get(12..44).context("a header")?.iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(format!(
        "The file has {} bytes, {} if it were packed by brotli. SHA-256 of what it was built from:\n`{source}`",
        thousands(bytes.len()),
        thousands(brotli)
    ))
}

/// Puts the scores, and what there is to say of the file, into the card of a model.
pub fn write(path: &Path, scores: &[Scores], file: &[u8]) -> Result<()> {
    let card = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let mut written = 0;
    let mut lines: Vec<String> = card.lines().map(str::to_owned).collect();
    for line in &mut lines {
        if let Some(scores) = scores.iter().find(|scores| line.starts_with(&format!("{} (", scores.beginning()))) {
            *line = scores.row();
            written += 1;
        }
    }
    ensure!(written == scores.len(), "{} has no row for each set", path.display());
    let place = lines.iter().position(|line| line.starts_with("The file has "));
    let place = place.with_context(|| format!("{} says nothing of the file", path.display()))?;
    lines.splice(place..(place + 2).min(lines.len()), [of_file(file)?]);
    std::fs::write(path, lines.join("\n") + "\n")?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_scores() {
        let count = |right, found, gold| Counts { right, found, gold };
        let counts = [(EntityLabel::Person, count(3, 4, 4)), (EntityLabel::Event, count(0, 2, 0))];
        let scores = Scores { set: "GSD".to_owned(), sentences: 7, counts: counts.into_iter().collect() };
        assert_eq!(scores.row(), "| GSD (7 sentences) | .7500 | – | – |");
    }
}
