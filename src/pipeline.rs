//! The order of the stages, and nothing else.

use crate::article::Article;
use crate::error::Error;
use crate::given::{self, Given};
use crate::languages::{self, Language, identify};
use crate::options::Options;
use crate::pace::{self, Pace, Steady};
use crate::report::{Block, OffsetUnit, Report, Sentence};
use crate::tokens::Token;
use crate::{blocks, measures, offsets, sentences, tokens};

/// Analyses articles. Make one and keep it: it holds what all analyses share.
#[derive(Debug, Default)]
pub struct Analyzer {}

impl Analyzer {
    /// An analyzer.
    pub fn new() -> Self {
        Analyzer {}
    }

    /// Analyses a pasted text. Any text gives a report; time and memory are linear in it.
    ///
    /// # Errors
    /// [`Error::InputTooLarge`] past [`given::LIMIT`]; [`Error::InvalidOption`] for options that mean nothing.
    pub fn analyze(&self, text: &str, options: &Options) -> Result<Report, Error> {
        pace::run(self.analyze_paced(Given::Text(text), options, &Steady))
    }

    /// Analyses what was given, resting between pieces of work as `pace` asks.
    ///
    /// # Errors
    /// Those of [`analyze`](Analyzer::analyze), and whatever `pace` stops it with.
    pub async fn analyze_paced(&self, given: Given<'_>, options: &Options, pace: &impl Pace) -> Result<Report, Error> {
        options.check()?;
        let document = given::read(given)?;
        pace.rest(0.05).await?;
        let language = body_language(&document, options);
        let body = language.unwrap_or(&languages::ja::LANGUAGE);
        let (blocks, insets) = blocks::find(&document, body, options);
        let mut metadata = blocks::metadata(&document.text, &blocks, options);
        pace.rest(0.15).await?;
        let sentences = split_sentences(&document.text, &blocks, body, pace).await?;
        let tokens = cut_tokens(&document.text, &sentences, pace).await?;
        let text = &document.text;
        let article =
            Article { text, language: body, blocks: &blocks, sentences: &sentences, tokens: &tokens, options };
        let statistics = measures::statistics(&article);
        metadata.printed_count = measures::printed::find(text, &blocks);
        pace.rest(0.95).await?;
        let tokens = if options.tokens { tokens.iter().map(|token| token.report(text)).collect() } else { Vec::new() };
        let mut report = Report {
            schema: 1,
            offsets: OffsetUnit::Byte,
            language: language.map_or("und", |language| language.code).to_owned(),
            metadata,
            blocks,
            insets,
            sentences,
            tokens,
            entities: Vec::new(),
            quantities: Vec::new(),
            times: Vec::new(),
            attributions: Vec::new(),
            hedges: Vec::new(),
            keywords: Vec::new(),
            topics: Vec::new(),
            summary: Vec::new(),
            statistics,
            readability: Vec::new(),
            style: Vec::new(),
            warnings: document.warnings,
            text: document.text.into_owned(),
        };
        offsets::convert(&mut report, options.offsets);
        pace.rest(1.0).await?;
        Ok(report)
    }
}

/// The language that the options name, else the one that most of the text is in.
fn body_language(document: &given::Document<'_>, options: &Options) -> Option<&'static Language> {
    let named = options.language.as_deref().and_then(languages::by_code);
    named.or_else(|| identify::of_article(document.lines.iter().map(|line| line.span.of(&document.text))))
}

/// Blocks of work between two rests.
const BATCH: usize = 256;

async fn split_sentences(
    text: &str,
    blocks: &[Block],
    body: &'static Language,
    pace: &impl Pace,
) -> Result<Vec<Sentence>, Error> {
    let mut found = Vec::new();
    for (batch, chunk) in blocks.chunks(BATCH).enumerate() {
        for (index, block) in chunk.iter().enumerate() {
            let language = languages::by_code(&block.language).unwrap_or(body);
            found.extend(sentences::of_block(text, block, (batch * BATCH + index) as u32, language));
        }
        pace.rest(0.15 + 0.15 * share(batch * BATCH, blocks.len())).await?;
    }
    Ok(found)
}

async fn cut_tokens<'t>(text: &'t str, sentences: &[Sentence], pace: &impl Pace) -> Result<Vec<Token<'t>>, Error> {
    let mut found = Vec::new();
    for (batch, chunk) in sentences.chunks(BATCH).enumerate() {
        for sentence in chunk {
            tokens::of_sentence(text, sentence, &mut found);
        }
        pace.rest(0.3 + 0.5 * share(batch * BATCH, sentences.len())).await?;
    }
    Ok(found)
}

fn share(done: usize, all: usize) -> f64 {
    done as f64 / all.max(1) as f64
}
