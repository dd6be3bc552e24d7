//! Measures the Japanese models.

use super::corpus::{self, Sentence, Word};
use super::japanese::{Recipe, gold_file};
use super::{lexicon, pack, sources};
use anyhow::{Context, Result, ensure};
use article_analyzer::tokens::Token;
use article_analyzer::tokens::container::{Container, ModelKind};
use article_analyzer::tokens::lattice_model::{LatticeModel, ORIGINS};
use article_analyzer::tokens::tagger::Buffers;
use std::fmt;
use std::path::Path;
use std::time::Instant;

/// How well tokens agree with gold, or with a teacher.
#[derive(Default)]
pub struct Scores {
    words: usize,
    tokens: usize,
    cut: usize,
    first_level: usize,
    two_levels: usize,
    upos: usize,
    lemma: usize,
    origin: usize,
}

impl Scores {
    /// The harmonic mean of precision and recall of tokens that are right in some respect, 0 to 1.
    fn f1(&self, right: usize) -> f64 {
        2.0 * right as f64 / (self.words + self.tokens).max(1) as f64
    }

    /// The share of the rightly cut tokens that are right in some respect, 0 to 1.
    fn share(&self, right: usize) -> f64 {
        right as f64 / self.cut.max(1) as f64
    }

    /// The share of the rightly cut tokens whose universal part of speech is right, 0 to 1.
    pub fn upos_share(&self) -> f64 {
        self.share(self.upos)
    }

    /// The share of the rightly cut tokens whose class is right, 0 to 1.
    pub fn class_share(&self) -> f64 {
        self.share(self.first_level)
    }

    /// A model's row of the card, with what is not the same for all languages: the classes of both levels, and the agreement
    /// on prose; then the sizes as stored and by brotli.
    pub fn row(&self, name: &'static str, [first, two, agreement]: [String; 3], sizes: [usize; 2]) -> Row {
        let (cut, upos, lemma) = (self.f1(self.cut), self.f1(self.upos), self.share(self.lemma));
        let [cut, upos, lemma] = [cut, upos, lemma].map(score);
        let [stored, brotli] = sizes.map(thousands);
        (name, format!("| `{name}` | {cut} | {first} | {two} | {upos} | {lemma} | {agreement} | {stored} | {brotli} |"))
    }

    fn add(&mut self, token: &Token<'_>, word: &Word, text: &str) {
        let levels = |count: usize| {
            let first = token.xpos.unwrap_or("").split('-').take(count);
            usize::from(first.eq(word.xpos.split('-').take(count)))
        };
        let origin = token.origin.and_then(|origin| ORIGINS.iter().position(|other| *other == origin));
        self.cut += 1;
        self.first_level += levels(1);
        self.two_levels += levels(2);
        self.upos += usize::from(token.upos.tag() == word.upos);
        self.lemma += usize::from(token.lemma(text) == word.lemma);
        self.origin += usize::from(origin.map_or(0, |origin| origin + 1) == usize::from(lexicon::origin(&word.origin)));
    }
}

impl fmt::Display for Scores {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "F1 {:.4}, first level {:.4}, two levels {:.4}, UPOS-F1 {:.4}, lemma {:.4}",
            self.f1(self.cut),
            self.share(self.first_level),
            self.share(self.two_levels),
            self.f1(self.upos),
            self.share(self.lemma),
        )
    }
}

/// Scores of a model on sentences.
pub fn japanese(model: &LatticeModel, sentences: &[Sentence]) -> Scores {
    let (mut scores, mut buffers, mut tokens) = (Scores::default(), Buffers::default(), Vec::new());
    for sentence in sentences {
        tokens.clear();
        model.tokenize(&sentence.text, 0, &mut buffers, &mut tokens);
        compare(&mut scores, &tokens, sentence);
    }
    scores
}

/// Adds up what agrees in one sentence.
pub fn compare(scores: &mut Scores, tokens: &[Token<'_>], sentence: &Sentence) {
    let mut bytes: Vec<u32> = sentence.text.char_indices().map(|(byte, _)| byte as u32).collect();
    bytes.push(sentence.text.len() as u32);
    scores.words += sentence.words.len();
    scores.tokens += tokens.len();
    let mut rest = tokens.iter().peekable();
    for word in &sentence.words {
        let (start, end) = (bytes[word.start], bytes[word.end]);
        while rest.next_if(|token| token.span.start < start).is_some() {}
        if let Some(token) = rest.next_if(|token| token.span.start == start && token.span.end == end) {
            scores.add(token, word, &sentence.text);
        }
    }
}

/// Measures a model, prints what was found and gives the model's row of the card.
pub fn report(recipe: &Recipe, data: &Path, cache: &Path) -> Result<Row> {
    let path = recipe.path();
    let file = std::fs::read(&path).with_context(|| format!("{}: train it first", path.display()))?;
    let start = Instant::now();
    let model = LatticeModel::from_bytes(&file)?;
    let loading = start.elapsed();
    let dev = corpus::gold(&gold_file(data, "dev"))?;
    let taught = corpus::taught(&sources::japanese(data, cache)?.taught)?;
    let prose = japanese(&model, &taught.held);
    let unpacked = Container::read(&file, ModelKind::Lattice)?;
    let gold = japanese(&model, &dev);
    println!("{}", recipe.name);
    println!("  gold, dev: {gold}");
    println!(
        "  prose not trained on, agreement with the teacher: F1 {:.4}, first level {:.4}, lemma {:.4}, origin {:.4}",
        prose.f1(prose.cut),
        prose.share(prose.first_level),
        prose.share(prose.lemma),
        prose.share(prose.origin)
    );
    let brotli = pack::brotli_size(unpacked.unpacked())?;
    println!("  size: {} bytes as stored, {brotli} by brotli", file.len());
    println!(
        "  loading: {:.1} ms; speed: {:.0} characters a second",
        loading.as_secs_f64() * 1e3,
        speed(&model, &taught.held)
    );
    let [first, two] = [gold.first_level, gold.two_levels].map(|right| score(gold.share(right)));
    let agreement = score(prose.f1(prose.cut));
    Ok(gold.row(recipe.name, [first, two, agreement], [file.len(), brotli]))
}

/// A model's row of the card: its name, and the row as Markdown.
pub type Row = (&'static str, String);

/// A score as the card writes it, without the zero before its point.
pub fn score(share: f64) -> String {
    format!("{share:.4}").trim_start_matches('0').to_owned()
}

/// Sentences timed at once: short enough that some pass over each batch is not interrupted.
const BATCH: usize = 100;

/// Characters a second, from the fastest of seven passes over each batch of sentences.
pub fn speed(model: &LatticeModel, sentences: &[Sentence]) -> f64 {
    let characters: usize = sentences.iter().map(|sentence| sentence.text.chars().count()).sum();
    let (mut buffers, mut tokens) = (Buffers::default(), Vec::new());
    let mut pass = |batch: &[Sentence]| {
        let start = Instant::now();
        for sentence in batch {
            tokens.clear();
            model.tokenize(&sentence.text, 0, &mut buffers, &mut tokens);
        }
        start.elapsed()
    };
    let fastest = sentences.chunks(BATCH).map(|batch| (0..7).map(|_| pass(batch)).min().unwrap_or_default());
    characters as f64 / fastest.sum::<std::time::Duration>().as_secs_f64()
}

/// A number with commas between its thousands.
pub fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let from_end = |place: usize| digits.len() - place;
    let marked = |(place, digit): (usize, char)| {
        let comma = (place > 0 && from_end(place) % 3 == 0).then_some(',');
        comma.into_iter().chain(std::iter::once(digit))
    };
    digits.chars().enumerate().flat_map(marked).collect()
}

/// Puts the rows of the models that were measured into the card.
pub fn write_card(rows: &[Row]) -> Result<()> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../models/README.md");
    let card = std::fs::read_to_string(&path)?;
    let mut written = 0;
    // Of the card's tables the one of scores alone has a number after the name.
    let is_of =
        |line: &str, name: &str| line.strip_prefix(&format!("| `{name}` | ")).is_some_and(|rest| rest.starts_with('.'));
    let lines = card.lines().map(|line| {
        let row = rows.iter().find(|(name, _)| is_of(line, name));
        written += usize::from(row.is_some());
        format!("{}\n", row.map_or(line, |(_, row)| row))
    });
    let card: String = lines.collect();
    ensure!(written == rows.len(), "{} has no row for each model", path.display());
    std::fs::write(&path, card)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_the_card_writes_them() {
        assert_eq!([score(0.98765), score(1.0), score(0.0)], [".9877", "1.0000", ".0000"]);
        assert_eq!([thousands(7), thousands(349_731), thousands(1_235_464)], ["7", "349,731", "1,235,464"]);
    }
}
