//! The report: what analysing one article gives. Field names and meanings are a contract with programs outside;
//! fields may be added, none renamed.

use crate::span::Span;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Derives what every type of the report has: plain data, serialised in camel case, with TypeScript declarations.
macro_rules! plain {
    ($(#[$meta:meta])* pub struct $($rest:tt)*) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
        #[serde(rename_all = "camelCase")]
        pub struct $($rest)*
    };
    ($(#[$meta:meta])* pub enum $($rest:tt)*) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
        #[serde(rename_all = "camelCase")]
        pub enum $($rest)*
    };
}

mod comparison;
pub use comparison::*;

plain! {
/// Everything found in one article.
pub struct Report {
    /// Version of this shape; 1.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "1"))]
    pub schema: u32,
    /// The unit of every span below.
    pub offsets: OffsetUnit,
    /// Exactly what was given; for HTML the text taken from it.
    pub text: String,
    /// BCP 47 code of the article's body; `und` when unknown.
    pub language: String,
    /// What the page says of itself.
    pub metadata: Metadata,
    /// Every line or HTML block that is not blank, in order.
    pub blocks: Vec<Block>,
    /// Pieces inside blocks that have a role of their own, in order; they are counted with their block.
    pub insets: Vec<Inset>,
    /// Sentences of the blocks that can hold sentences, in order.
    pub sentences: Vec<Sentence>,
    /// Words, in order; empty when the options ask for none.
    pub tokens: Vec<Token>,
    /// Who and what the article is about.
    pub entities: Vec<Entity>,
    /// What it claims in numbers.
    pub quantities: Vec<Quantity>,
    /// When.
    pub times: Vec<Time>,
    /// Who said what.
    pub attributions: Vec<Attribution>,
    /// How surely.
    pub hedges: Vec<Hedge>,
    /// What it is about, in its own words, best first.
    pub keywords: Vec<Keyword>,
    /// IPTC Media Topics, best first.
    pub topics: Vec<Topic>,
    /// What kind of text it is; `None` where too little tells.
    pub genre: Option<Genre>,
    /// A headline for it; `None` where there is no title and no sentence.
    pub headline: Option<Headline>,
    /// The quantities that it turns on, best first.
    pub key_figures: Vec<KeyFigure>,
    /// The sentences that say most, in reading order.
    pub summary: Vec<SummarySentence>,
    /// Counts over the counted blocks.
    pub statistics: Statistics,
    /// Readability measures made for the article's language.
    pub readability: Vec<Readability>,
    /// Notes on style.
    pub style: Vec<StyleNote>,
    /// What was left out or cut, and why.
    pub warnings: Vec<Warning>,
}
}

plain! {
/// What the ends of spans count.
#[derive(Default)]
pub enum OffsetUnit {
    /// UTF-16 code units, as JavaScript's strings count.
    #[default]
    #[serde(rename = "utf16")]
    Utf16,
    /// Unicode code points.
    #[serde(rename = "codepoint")]
    CodePoint,
    /// UTF-8 bytes.
    #[serde(rename = "byte")]
    Byte,
}
}

plain! {
/// What the page says of itself.
#[derive(Default)]
pub struct Metadata {
    /// The headline.
    pub title: Option<String>,
    /// Who wrote it, as printed.
    pub byline: Option<String>,
    /// Who published it, as printed.
    pub publisher: Option<String>,
    /// When it was published: ISO 8601, as precise as the page is.
    pub published: Option<String>,
    /// When it was last changed: ISO 8601, as precise as the page is.
    pub updated: Option<String>,
    /// A count that the page prints of itself.
    pub printed_count: Option<PrintedCount>,
}
}

plain! {
/// A count that a page prints of itself, such as 「6,922 文字」.
pub struct PrintedCount {
    /// Where it stands.
    pub span: Span,
    /// The number printed.
    pub value: f64,
    /// Which counting rule reproduces it; `None` when none does.
    pub rule: Option<String>,
}
}

plain! {
/// What a block is. `Title` to `Caption` can be part of the article; the last six are page noise.
pub enum Role {
    /// The headline.
    Title,
    /// Who wrote it.
    Byline,
    /// When it was published or changed.
    Date,
    /// Anything else that the page says of the article.
    Metadata,
    /// A heading inside the article.
    Heading,
    /// Running text.
    Paragraph,
    /// An item of a list.
    ListItem,
    /// A quotation set as a block.
    Quote,
    /// Program code.
    Code,
    /// A row or cell of a table.
    Table,
    /// The caption of a picture.
    Caption,
    /// A table of contents.
    Toc,
    /// An advertisement.
    Advertisement,
    /// Links to other articles.
    Related,
    /// References and sources.
    References,
    /// A disclaimer or legal notice.
    Disclaimer,
    /// Menus, buttons and other furniture of the page.
    Navigation,
}
}

impl Role {
    /// All roles, in the order of their declaration.
    pub const ALL: [Role; 17] = [
        Role::Title,
        Role::Byline,
        Role::Date,
        Role::Metadata,
        Role::Heading,
        Role::Paragraph,
        Role::ListItem,
        Role::Quote,
        Role::Code,
        Role::Table,
        Role::Caption,
        Role::Toc,
        Role::Advertisement,
        Role::Related,
        Role::References,
        Role::Disclaimer,
        Role::Navigation,
    ];

    /// The roles that statistics count unless the options say otherwise.
    pub const COUNTED: [Role; 4] = [Role::Heading, Role::Paragraph, Role::ListItem, Role::Quote];

    /// Whether it is furniture of the page and no part of the article.
    pub fn is_noise(self) -> bool {
        self >= Role::Toc
    }

    /// Whether it is of the article's body: its text and what is set into it.
    pub fn is_body(self) -> bool {
        (Role::Heading..=Role::Caption).contains(&self)
    }
}

plain! {
/// One line or HTML block.
pub struct Block {
    /// Its text without the white space around it.
    pub span: Span,
    /// What it is.
    pub role: Role,
    /// BCP 47 code of its language; `und` when it holds no words.
    pub language: String,
    /// How sure the role is, 0 to 1.
    pub confidence: f64,
    /// Whether statistics count it.
    pub counted: bool,
    /// The earlier block with the same text.
    pub duplicate_of: Option<u32>,
    /// Why it has this role, in words a reader understands.
    pub because: Vec<String>,
}
}

plain! {
/// A piece inside a block that does not belong to it: a reference mark, a link to another article, a credit, a
/// heading that lost its line, a sponsor's words.
pub struct Inset {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub role: Role,
    /// Why, in words a reader understands.
    pub because: Vec<String>,
}
}

plain! {
/// One sentence.
pub struct Sentence {
    /// Its text without the white space around it.
    pub span: Span,
    /// The block it stands in.
    pub block: u32,
}
}

plain! {
/// One word, mark or symbol.
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// Universal part of speech.
    pub upos: Upos,
    /// Part of speech of the language's own standard: UniDic, or Penn Treebank.
    pub xpos: Option<String>,
    /// Dictionary form.
    pub lemma: String,
    /// Origin of a Japanese word (語種).
    pub origin: Option<Origin>,
}
}

plain! {
/// The 17 Universal POS tags.
pub enum Upos {
    /// Adjective.
    #[serde(rename = "ADJ")]
    Adj,
    /// Adposition.
    #[serde(rename = "ADP")]
    Adp,
    /// Adverb.
    #[serde(rename = "ADV")]
    Adv,
    /// Auxiliary.
    #[serde(rename = "AUX")]
    Aux,
    /// Coordinating conjunction.
    #[serde(rename = "CCONJ")]
    Cconj,
    /// Determiner.
    #[serde(rename = "DET")]
    Det,
    /// Interjection.
    #[serde(rename = "INTJ")]
    Intj,
    /// Noun.
    #[serde(rename = "NOUN")]
    Noun,
    /// Numeral.
    #[serde(rename = "NUM")]
    Num,
    /// Particle.
    #[serde(rename = "PART")]
    Part,
    /// Pronoun.
    #[serde(rename = "PRON")]
    Pron,
    /// Proper noun.
    #[serde(rename = "PROPN")]
    Propn,
    /// Punctuation.
    #[serde(rename = "PUNCT")]
    Punct,
    /// Subordinating conjunction.
    #[serde(rename = "SCONJ")]
    Sconj,
    /// Symbol.
    #[serde(rename = "SYM")]
    Sym,
    /// Verb.
    #[serde(rename = "VERB")]
    Verb,
    /// Anything else, and words whose class nobody has told.
    #[serde(rename = "X")]
    X,
}
}

impl Upos {
    /// The 17 tags, in the order of their declaration.
    pub const TAGS: [&str; 17] = [
        "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ",
        "SYM", "VERB", "X",
    ];

    /// Its tag, as Universal Dependencies write it.
    pub fn tag(self) -> &'static str {
        Self::TAGS.get(self as usize).copied().unwrap_or("X")
    }
}

plain! {
/// Origin of a Japanese word (語種).
pub enum Origin {
    /// 和語.
    Native,
    /// 漢語.
    Sinitic,
    /// 外来語.
    Foreign,
    /// 混種語.
    Mixed,
    /// 固有名.
    Proper,
    /// 記号.
    Symbol,
}
}

plain! {
/// What kind of thing an entity is.
pub enum EntityLabel {
    /// A person.
    Person,
    /// A company, party, office or other body.
    Organization,
    /// A country, region, town or natural place.
    Location,
    /// A building, station or other built place.
    Facility,
    /// A thing made, AI models above all.
    Product,
    /// Something that happened or is held.
    Event,
    /// A book, film, song, paper or other work.
    Work,
    /// A law or treaty.
    Law,
    /// A language.
    Language,
    /// A nationality, religious or political group.
    Norp,
    /// A title or office of a person.
    Title,
    /// Anything else with a name.
    Other,
}
}

plain! {
/// One thing in the world; its mentions are where it stands in the text.
pub struct Entity {
    /// The fullest form found.
    pub name: String,
    /// What kind of thing it is.
    pub label: EntityLabel,
    /// Where it stands, in order.
    pub mentions: Vec<Span>,
    /// Other forms in this text.
    pub aliases: Vec<String>,
    /// Why it was taken for a name, and for this kind.
    pub because: Vec<String>,
}
}

plain! {
/// A value between bounds; `None` is open.
#[derive(Copy)]
pub struct Interval {
    /// The least it can be.
    pub lower: Option<f64>,
    /// The most it can be.
    pub upper: Option<f64>,
    /// Whether the lower bound is itself possible.
    pub lower_inclusive: bool,
    /// Whether the upper bound is itself possible.
    pub upper_inclusive: bool,
}
}

plain! {
/// What a quantity measures.
pub enum QuantityKind {
    /// Money; the unit is an ISO 4217 code.
    Money,
    /// A share in hundredths.
    Percent,
    /// A number of things.
    Count,
    /// A length of time.
    Duration,
    /// An age.
    Age,
    /// A place in an order.
    Rank,
    /// A bare number.
    Number,
    /// A length.
    Length,
    /// An area.
    Area,
    /// A volume.
    Volume,
    /// A mass.
    Mass,
    /// A temperature.
    Temperature,
    /// A speed.
    Speed,
    /// An amount of data.
    Data,
    /// Power or energy.
    Power,
    /// Anything else.
    Other,
}
}

plain! {
/// A number with what it measures.
pub struct Quantity {
    /// Where it stands, with its hedge and bound words.
    pub span: Span,
    /// What it measures.
    pub kind: QuantityKind,
    /// Its value between bounds.
    pub value: Interval,
    /// ISO 4217 for money, `%` for percent, the counter as written otherwise, empty for a bare number.
    pub unit: String,
    /// Its value in the base unit of what it measures (m, m², L, kg, s, m/s, B, W, J, °C), where it has one.
    pub base: Option<Base>,
    /// Whether the text calls it approximate.
    pub approximate: bool,
    /// What is counted or measured, where the text names it.
    pub of: Option<Span>,
    /// How it was read, in words a reader understands.
    pub because: Vec<String>,
}
}

plain! {
/// A value in a base unit.
pub struct Base {
    /// The value between bounds.
    pub value: Interval,
    /// The base unit.
    pub unit: String,
}
}

plain! {
/// What a time expression denotes, after TIMEX3.
pub enum TimeType {
    /// A day or a longer stretch of the calendar.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// Something that recurs.
    Set,
}
}

plain! {
/// A time expression.
pub struct Time {
    /// Where it stands.
    pub span: Span,
    /// What it denotes.
    #[serde(rename = "type")]
    pub kind: TimeType,
    /// TIMEX3 value; `None` when nothing can be said.
    pub value: Option<String>,
    /// The date it was resolved against, when it is relative.
    pub anchor: Option<String>,
    /// TIMEX3's `mod`, which part of the stretch or which side of it: `START`, `MID`, `END`, `APPROX`, `BEFORE`, ….
    pub modifier: Option<String>,
    /// TIMEX3's `quant`, of something that recurs: `EACH`, `EVERY`.
    pub quantifier: Option<String>,
    /// TIMEX3's `freq`, how often it recurs: `3X`.
    pub frequency: Option<String>,
    /// Which end of a range it is, where it is one.
    pub range: Option<RangeEnd>,
    /// How it was read, in words a reader understands.
    pub because: Vec<String>,
}
}

plain! {
/// The ends of a range of times.
pub enum RangeEnd {
    /// Where it begins.
    Start,
    /// Where it ends.
    End,
}
}

plain! {
/// Who said something.
pub struct Source {
    /// Where the source is named.
    pub span: Option<Span>,
    /// As it is named there.
    pub name: Option<String>,
    /// The entity that it is.
    pub entity: Option<u32>,
}
}

plain! {
/// Whether words are quoted or reported.
pub enum AttributionForm {
    /// Quoted.
    Direct,
    /// Reported.
    Indirect,
}
}

plain! {
/// Who said what.
pub struct Attribution {
    /// The words that attribute; where none do, the dash of a question or the bracket that opens what was said.
    pub cue: Span,
    /// What was said.
    pub content: Span,
    /// Who said it.
    pub source: Source,
    /// Quoted or reported.
    pub form: AttributionForm,
}
}

plain! {
/// What a hedge holds back.
pub enum HedgeKind {
    /// The number is rough.
    Approximation,
    /// It may be so.
    Probability,
    /// Others say so.
    Hearsay,
    /// The writer thinks so.
    Opinion,
    /// It is so if something else is.
    Condition,
}
}

plain! {
/// Words that hold a claim back.
pub struct Hedge {
    /// The words.
    pub span: Span,
    /// What they hold back.
    pub kind: HedgeKind,
    /// What they are said of.
    pub scope: Option<Span>,
}
}

plain! {
/// A word or phrase that the article is about.
pub struct Keyword {
    /// As it is written.
    pub text: String,
    /// Its weight; larger is more central.
    pub score: f64,
    /// Where it stands.
    pub spans: Vec<Span>,
}
}

plain! {
/// An IPTC Media Topic.
pub struct Topic {
    /// `medtop:…`.
    pub id: String,
    /// Its name, in the language of messages.
    pub label: String,
    /// How sure, 0 to 1.
    pub score: f64,
    /// The words that spoke for it.
    pub because: Vec<String>,
    /// The id of the top topic that it belongs to; `None` for a top topic.
    pub top: Option<String>,
}
}

plain! {
/// Kinds of texts.
pub enum GenreKind {
    /// News: what happened, told by somebody who was not part of it.
    News,
    /// Opinion: what the writer thinks.
    Opinion,
    /// A press release: what somebody announces of themselves.
    PressRelease,
    /// A transcript: what speakers said in turns.
    Transcript,
    /// A review: what something is like to use.
    Review,
    /// Instructions: how to do something.
    HowTo,
    /// Paid for by those of whom it speaks.
    Sponsored,
}
}

plain! {
/// What kind of text an article is.
pub struct Genre {
    /// The kind.
    pub id: GenreKind,
    /// How much speaks for it, 0 to 1.
    pub score: f64,
    /// What speaks for it, best first.
    pub because: Vec<String>,
}
}

plain! {
/// Where a headline comes from.
pub enum HeadlineSource {
    /// The page's title.
    Title,
    /// A sentence, shortened.
    Sentence,
}
}

plain! {
/// A headline.
pub struct Headline {
    /// Its words.
    pub text: String,
    /// Where they stand; `None` for a title that the text does not show.
    pub span: Option<Span>,
    /// Where it comes from.
    pub from: HeadlineSource,
    /// Why it was taken, and what was left out.
    pub because: Vec<String>,
}
}

plain! {
/// A quantity that an article turns on.
pub struct KeyFigure {
    /// Its index.
    pub quantity: u32,
    /// The index of its sentence.
    pub sentence: u32,
    /// Its weight.
    pub score: f64,
    /// Why it was taken.
    pub because: Vec<String>,
}
}

plain! {
/// A sentence taken into the summary.
pub struct SummarySentence {
    /// Its index.
    pub sentence: u32,
    /// Its weight.
    pub score: f64,
    /// Why it was taken.
    pub because: Vec<String>,
}
}

plain! {
/// A readability measure.
pub struct Readability {
    /// Its name.
    pub measure: String,
    /// Its value; `None` when the text is too short.
    pub value: Option<f64>,
    /// The level that the value falls into.
    pub level: Option<String>,
    /// The language it was made for.
    pub language: String,
    /// What to know when reading it.
    pub note: Option<String>,
    /// Whose reading it is about.
    pub audience: Audience,
    /// What its values mean.
    pub meaning: String,
    /// Where it was published.
    pub source: String,
    /// All its levels, from low values to high.
    pub bands: Vec<Band>,
}
}

plain! {
/// Whose reading a measure is about; the two are different things and never one number.
pub enum Audience {
    /// People who learn the language.
    Learner,
    /// People who grew up with it.
    Native,
}
}

plain! {
/// A level of a measure.
pub struct Band {
    /// Its name.
    pub label: String,
    /// The values that fall into it.
    pub range: Interval,
}
}

plain! {
/// How grave a note is.
pub enum Severity {
    /// Worth a look.
    Info,
    /// Likely wrong.
    Warning,
}
}

plain! {
/// A note on style.
pub struct StyleNote {
    /// What it is about.
    pub span: Span,
    /// The rule's name.
    pub rule: String,
    /// What it says.
    pub message: String,
    /// How grave it is.
    pub severity: Severity,
}
}

plain! {
/// Something that was left out or cut.
pub struct Warning {
    /// A fixed code.
    pub code: String,
    /// What happened, in words a reader understands.
    pub message: String,
    /// Where, if it has a place.
    pub span: Option<Span>,
}
}

plain! {
/// Counts of characters: Unicode code points, but for graphemes and bytes.
#[derive(Default, Copy)]
pub struct Characters {
    /// All of them.
    pub all: u32,
    /// Without line breaks.
    pub without_line_breaks: u32,
    /// Without white space that is no line break.
    pub without_spaces: u32,
    /// Without any white space.
    pub without_both: u32,
    /// Grapheme clusters (UAX #29).
    pub graphemes: u32,
    /// UTF-8 bytes.
    pub bytes: u32,
}
}

plain! {
/// Sheets of 400-character manuscript paper (原稿用紙).
pub struct ManuscriptSheets {
    /// Characters without white space, over 400, rounded up.
    pub by_characters: u32,
    /// As laid out on 20 lines of 20 squares.
    pub by_layout: u32,
}
}

plain! {
/// Shares of scripts over the characters that are no white space; they sum to 1, or to 0 for an empty text.
#[derive(Default, Copy)]
pub struct Scripts {
    /// Kanji.
    pub kanji: f64,
    /// Hiragana.
    pub hiragana: f64,
    /// Katakana.
    pub katakana: f64,
    /// Latin letters.
    pub latin: f64,
    /// Digits.
    pub digits: f64,
    /// Everything else.
    pub other: f64,
}
}

plain! {
/// Minutes it takes to read.
#[derive(Default, Copy)]
pub struct ReadingMinutes {
    /// At the usual speed.
    pub typical: f64,
    /// By a fast reader.
    pub fast: f64,
    /// By a slow reader.
    pub slow: f64,
    /// Read aloud.
    pub aloud: f64,
}
}

plain! {
/// Counts over the counted blocks, read as their texts joined by one line break each.
pub struct Statistics {
    /// Characters of the counted blocks.
    pub characters: Characters,
    /// Characters of the whole text as given.
    pub pasted: Characters,
    /// Sheets of manuscript paper; Japanese only.
    pub manuscript_sheets: Option<ManuscriptSheets>,
    /// Paragraphs.
    pub paragraphs: u32,
    /// Sentences.
    pub sentences: u32,
    /// Words: tokens that are no punctuation or symbol.
    pub words: u32,
    /// Different dictionary forms among the words.
    pub unique_lemmas: u32,
    /// Mean length of a sentence in characters without white space; `None` without sentences.
    pub characters_per_sentence: Option<f64>,
    /// Mean length of a sentence in words; `None` without sentences.
    pub words_per_sentence: Option<f64>,
    /// Shares of scripts.
    pub scripts: Scripts,
    /// Minutes it takes to read.
    pub reading_minutes: ReadingMinutes,
    /// Tokens by Universal POS tag.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Record<string, number>"))]
    pub parts_of_speech: BTreeMap<String, u32>,
    /// Measures of lexical diversity; `None` when the text is too short for one.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Record<string, number | null>"))]
    pub diversity: BTreeMap<String, Option<f64>>,
    /// Shares of sentences, 0 to 1, that are of a kind which the language's folder tells: passive sentences, polite,
    /// plain and nominal endings; of words, demonstratives. `None` where there is nothing to share.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Record<string, number | null>"))]
    pub shares: BTreeMap<String, Option<f64>>,
    /// Characters in blocks that are not counted.
    pub excluded_characters: u32,
}
}
