//! The order of the stages, and nothing else.

use crate::article::Article;
use crate::error::Error;
use crate::given::{self, Given};
use crate::languages::identify::Reading;
use crate::languages::{self, Language, identify};
use crate::options::Options;
use crate::pace::{Pace, Steady};
use crate::report::{Block, Entity, EntityLabel, Metadata, OffsetUnit, Report, Sentence};
use crate::span::Span;
use crate::tags::attributions::{answers, sources, turns};
use crate::tags::names::explain::{self, Reason};
use crate::tags::names::{Names, dictionary};
use crate::tags::{self, Tags, entities, times::Anchor};
use crate::tokens::other_cuts::OtherCut;
use crate::tokens::{Buffers, Models, Token};
use crate::{blocks, measures, offsets, sentences};

/// Analyses what was given with these models, resting between pieces of work as `pace` asks. The report holds no words:
/// those, with their text, go to `keep`, whose answer comes beside it.
///
/// # Errors
/// [`Error::InputTooLarge`] past [`given::LIMIT`]; [`Error::InvalidOption`] for options that mean nothing; whatever
/// `pace` stops it with.
pub async fn run<W>(
    (words, names): (&Models, &Names),
    given: Given<'_>,
    options: &Options,
    pace: &impl Pace,
    keep: impl FnOnce(&[Token<'_>], &str) -> W,
) -> Result<(Report, W), Error> {
    options.check()?;
    let document = given::read(given)?;
    pace.rest(0.05).await?;
    let readings = readings(&document);
    let language = body_language(&readings, options);
    let body = language.unwrap_or(&languages::ja::LANGUAGE);
    let (blocks, insets) = blocks::find(&document, &readings, body, options);
    let metadata = blocks::metadata(&document, &blocks, options);
    pace.rest(0.15).await?;
    let sentences = split_sentences(&document.text, &blocks, body, pace).await?;
    let buffers = Buffers::with(dictionary::words(&options.dictionary));
    let tokens = cut_tokens((words, buffers), &document.text, &blocks, &sentences, body, pace).await?;
    let warnings = [document.warnings, words.warnings(body)].concat();
    let published = metadata.published.as_deref().or(options.reference_date.as_deref()).and_then(Anchor::parse);
    let changed = metadata.updated.as_deref().and_then(Anchor::parse).map(|anchor| anchor.day);
    let published =
        published.map(|anchor| Anchor { changed: changed.filter(|changed| *changed > anchor.day), ..anchor });
    let mut tags = read_tags(&document.text, &blocks, &sentences, body, published, pace).await?;
    let text = &document.text;
    let article = Article {
        text,
        language: body,
        is_in_language: language.is_some(),
        blocks: &blocks,
        sentences: &sentences,
        tokens: &tokens,
        options,
    };
    let entities = name(&article, names, &mut tags, pace).await?;
    let measured = measure(&article, metadata, tags, entities);
    pace.rest(0.95).await?;
    let kept = keep(if options.tokens { &tokens } else { &[] }, text);
    let language = language.map_or("und", |language| language.code).to_owned();
    let text = document.text.into_owned();
    let mut report = Report { text, language, blocks, insets, sentences, warnings, ..measured };
    offsets::convert(&mut report, options.offsets);
    pace.rest(1.0).await?;
    Ok((report, kept))
}

/// Finds the names, and what they say of the other tags.
async fn name(article: &Article<'_>, names: &Names, tags: &mut Tags, pace: &impl Pace) -> Result<Vec<Entity>, Error> {
    let entities = entities::find(article, names, pace, (0.8, 0.9)).await?;
    entities::take_digits(&entities, &mut tags.quantities);
    entities::take_codes(&entities, &mut tags.times, article.text);
    turns::add(article, &entities, &mut tags.attributions);
    answers::add(article, &entities, &mut tags.attributions);
    sources::link(article, &entities, &mut tags.attributions);
    answers::quoted(article, &entities, &mut tags.attributions);
    tags::reasons::tell(tags, article.options.message_language);
    Ok(entities)
}

/// What is measured over the counted blocks, with the tags, in a report that lacks what the article itself is.
fn measure(article: &Article<'_>, mut metadata: Metadata, tags: Tags, entities: Vec<Entity>) -> Report {
    let counted = measures::counted::counted(article);
    metadata.printed_count = measures::printed::find(article.text, article.blocks, article.options.message_language);
    let keywords = measures::keywords::keywords(article, &counted, &entities);
    let summary = measures::summary::summary(article, &counted, &keywords);
    Report {
        schema: 1,
        offsets: OffsetUnit::Byte,
        text: String::new(),
        language: String::new(),
        blocks: Vec::new(),
        insets: Vec::new(),
        sentences: Vec::new(),
        tokens: Vec::new(),
        warnings: Vec::new(),
        topics: measures::topics::topics(article, &counted),
        genre: measures::genre::genre(article, &counted, &tags.attributions),
        headline: measures::headline::headline(article, &counted, &metadata, (&keywords, &summary, &tags.times)),
        key_figures: measures::key_figures::key_figures(article, &counted, &tags.quantities, (&entities, &summary)),
        statistics: measures::statistics(article, &counted),
        readability: measures::readability::readability(article, &counted),
        style: measures::style::style(article, &counted),
        metadata,
        entities,
        quantities: tags.quantities,
        times: tags.times,
        attributions: tags.attributions,
        hedges: tags.hedges,
        keywords,
        summary,
    }
}

/// What `keep` makes of the words of a text, and nothing else of it: every line is read by itself, in the language of the
/// whole.
///
/// # Errors
/// Those of [`run`].
pub fn words<W>(
    models: &Models,
    text: &str,
    options: &Options,
    keep: impl FnOnce(&[Token<'_>]) -> W,
) -> Result<W, Error> {
    options.check()?;
    let document = given::read(Given::Text(text))?;
    let language = body_language(&readings(&document), options).unwrap_or(&languages::ja::LANGUAGE);
    let (mut found, mut buffers) = (Vec::new(), Buffers::with(dictionary::words(&options.dictionary)));
    for line in &document.lines {
        for sentence in sentences::split(line.span.of(text), language.sentences) {
            let sentence = sentence.shifted(line.span.start as usize);
            models.tokenize(language, sentence.of(text), sentence.start as usize, &mut buffers, &mut found);
        }
    }
    Ok(keep(&found))
}

/// Why the model of names takes what stands at `span`, in the unit of `options.offsets`, for a name of `label`.
///
/// # Errors
/// Those of [`run`].
pub async fn explain_name(
    words: &Models,
    names: &Names,
    text: &str,
    options: &Options,
    (span, label): (Span, EntityLabel),
) -> Result<Vec<Reason>, Error> {
    let Some((sentence, language, span)) = sentence_around(text, options, span).await? else { return Ok(Vec::new()) };
    let Some(model) = names.model(language) else { return Ok(Vec::new()) };
    let (mut tokens, mut buffers) = (Vec::new(), Buffers::with(dictionary::words(&options.dictionary)));
    words.tokenize(language, sentence.of(text), sentence.start as usize, &mut buffers, &mut tokens);
    Ok(explain::explain(model, text, &tokens, (span, label), options.message_language))
}

/// The best other ways to cut what stands around the word at `span`; all spans are in the unit of `options.offsets`.
///
/// # Errors
/// Those of [`run`].
pub async fn explain_word(words: &Models, text: &str, options: &Options, span: Span) -> Result<Vec<OtherCut>, Error> {
    let Some((sentence, language, span)) = sentence_around(text, options, span).await? else { return Ok(Vec::new()) };
    let mut own = dictionary::words(&options.dictionary);
    let mut cuts = words.other_cuts(language, text, (sentence, span), &mut own);
    let offsets = offsets::Offsets::new(text, OffsetUnit::Byte, options.offsets);
    cuts.iter_mut().flat_map(|cut| &mut cut.words).for_each(|word| word.span = offsets.span(word.span));
    Ok(cuts)
}

/// The sentence that a span lies in, and its language; both spans in bytes.
async fn sentence_around(
    text: &str,
    options: &Options,
    span: Span,
) -> Result<Option<(Span, &'static Language, Span)>, Error> {
    options.check()?;
    let document = given::read(Given::Text(text))?;
    let readings = readings(&document);
    let body = body_language(&readings, options).unwrap_or(&languages::ja::LANGUAGE);
    let (blocks, _) = blocks::find(&document, &readings, body, options);
    let sentences = split_sentences(text, &blocks, body, &Steady).await?;
    let span = offsets::Offsets::new(text, options.offsets, OffsetUnit::Byte).span(span);
    let Some(sentence) = sentences.iter().find(|sentence| sentence.span.contains(span)) else { return Ok(None) };
    let block = blocks.get(sentence.block as usize);
    let language = block.and_then(|block| languages::by_code(&block.language)).unwrap_or(body);
    Ok(Some((sentence.span, language, span)))
}

/// The language that the options name, else the one that most of the text is in.
fn body_language(lines: &[Reading], options: &Options) -> Option<&'static Language> {
    let named = options.language.as_deref().and_then(languages::by_code);
    named.or_else(|| identify::of_article(lines))
}

/// What each line says of its language.
fn readings(document: &given::Document<'_>) -> Vec<Reading> {
    document.lines.iter().map(|line| Reading::of(line.span.of(&document.text))).collect()
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

async fn cut_tokens<'m>(
    (models, mut buffers): (&'m Models, Buffers),
    text: &str,
    blocks: &[Block],
    sentences: &[Sentence],
    body: &'static Language,
    pace: &impl Pace,
) -> Result<Vec<Token<'m>>, Error> {
    let mut found = Vec::new();
    for (batch, chunk) in sentences.chunks(BATCH).enumerate() {
        for sentence in chunk {
            let block = blocks.get(sentence.block as usize);
            let language = block.and_then(|block| languages::by_code(&block.language)).unwrap_or(body);
            models.tokenize(language, sentence.span.of(text), sentence.span.start as usize, &mut buffers, &mut found);
        }
        pace.rest(0.3 + 0.4 * share(batch * BATCH, sentences.len())).await?;
    }
    Ok(found)
}

async fn read_tags(
    text: &str,
    blocks: &[Block],
    sentences: &[Sentence],
    body: &'static Language,
    anchor: Option<Anchor>,
    pace: &impl Pace,
) -> Result<Tags, Error> {
    let mut tags = Tags::default();
    let mut rest = sentences;
    for (batch, chunk) in blocks.chunks(BATCH).enumerate() {
        for (index, block) in chunk.iter().enumerate() {
            let own = rest.partition_point(|sentence| sentence.block as usize <= batch * BATCH + index);
            let (own, after) = rest.split_at(own);
            rest = after;
            tags::of_block(text, block, own, languages::by_code(&block.language).unwrap_or(body), anchor, &mut tags);
        }
        pace.rest(0.7 + 0.1 * share(batch * BATCH, blocks.len())).await?;
    }
    Ok(tags)
}

fn share(done: usize, all: usize) -> f64 {
    done as f64 / all.max(1) as f64
}
