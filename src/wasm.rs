//! The one place that knows JavaScript. It translates, and does nothing else.

use crate::analyzer::Analyzer;
use crate::error::Error;
use crate::formats::{self, Format, Settings};
use crate::given::{self, Given};
use crate::measures::queries::{self, Question};
use crate::options::Options;
use crate::pace::{self, Pace};
use crate::report::{Origin, Report, Token, Upos};
use crate::span::Span;
use crate::tags::names::dictionary::{self, DictionaryEntry, DictionaryTable};
use crate::tokens::columns::Columns;
use crate::tokens::container::ModelError;
use crate::tokens::lattice_model::ORIGINS;
use js_sys::{Function, JsString, Object, Promise, Reflect, Uint8Array, Uint16Array, Uint32Array};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_wasm_bindgen::Serializer;
use std::borrow::Cow;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen(typescript_custom_section)]
const COMPACT: &str = r#"
/** The words of a report as columns, which travel between threads without being copied. */
export interface TokenColumns {
    starts: Uint32Array;
    ends: Uint32Array;
    /** Index into `uposTable`. */
    upos: Uint8Array;
    uposTable: Upos[];
    /** Index into `xposTable`. */
    xpos: Uint16Array;
    xposTable: (string | null)[];
    /** Index into `lemmaTable`. */
    lemmas: Uint32Array;
    lemmaTable: string[];
    /** Index into `originTable`. */
    origins: Uint8Array;
    originTable: (Origin | null)[];
}

/** The text that a reader sees of HTML. */
export interface HtmlText {
    text: string;
    /** Whether the markup says more of the text than it does by itself. */
    isStructured: boolean;
}

/** A report in parts: one string and some arrays are handed on much faster than many small objects. */
export interface CompactReport {
    /** The report as JSON, without its words; where it comes from an analysis, without its text. */
    json: string;
    tokenColumns: TokenColumns;
}

/** What a question is answered, by its kind. */
export interface Answers {
    frequencies: Frequency[];
    ngrams: NGram[];
    concordance: Context[];
    collocates: Collocate[];
    selection: Selection;
    byRole: Partial<Record<Role, Selection>>;
    distributions: Distributions;
    styleRules: StyleRule[];
}

/** What a report can be written as. */
export type FormatName = "json" | "jsonl" | "csv" | "tsv" | "markdown" | "html" | "brat" | "annotation" | "schema" | "conllu";
"#;

thread_local! {
    /// The models that were added. A clone shares them, so that one that is being used can be added to.
    static ANALYZER: RefCell<Analyzer> = RefCell::new(Analyzer::without_models());
    /// The report that questions are asked about, and its number.
    static HELD: RefCell<Option<(u32, Report)>> = const { RefCell::new(None) };
}

/// Adds the model of a file to those that analyses use from now on.
///
/// Throws an `Error` with a `code`.
#[wasm_bindgen(js_name = addModel)]
pub fn add_model(bytes: &[u8]) -> Result<(), JsValue> {
    ANALYZER.with_borrow_mut(|analyzer| analyzer.add_model(bytes)).map_err(|error| {
        let code = if matches!(error, ModelError::Version(_)) { "model-version" } else { "model-damaged" };
        with_code(&error.to_string(), code)
    })
}

/// Names of the models that would serve a text and were not added.
///
/// Throws an `Error` with a `code`.
#[wasm_bindgen(js_name = missingModels)]
pub fn missing_models(
    text: &str,
    #[wasm_bindgen(unchecked_param_type = "Options | undefined")] options: JsValue,
) -> Result<Vec<String>, JsValue> {
    let options = read_options(options)?;
    Ok(ANALYZER.with_borrow(|analyzer| analyzer.missing_models(text, &options)))
}

/// The text that a reader sees of HTML, and whether its markup says more of it than the text does by itself.
///
/// Throws an `Error` with a `code`.
#[wasm_bindgen(js_name = readHtml, unchecked_return_type = "HtmlText")]
pub fn read_html(html: &str) -> Result<JsValue, JsValue> {
    let document = given::read(Given::Html(html)).map_err(throwable)?;
    let object = Object::new();
    Reflect::set(&object, &"text".into(), &(&*document.text).into())?;
    Reflect::set(&object, &"isStructured".into(), &given::is_structured(&document).into())?;
    Ok(object.into())
}

/// Analyses a text, or the text of HTML, at one go. `progress` is called now and then with the share done, 0 to 1.
///
/// Throws an `Error` with a `code`.
#[wasm_bindgen(unchecked_return_type = "CompactReport")]
pub fn analyze(
    source: &str,
    #[wasm_bindgen(js_name = isHtml)] is_html: bool,
    #[wasm_bindgen(unchecked_param_type = "Options | undefined")] options: JsValue,
    #[wasm_bindgen(unchecked_param_type = "((done: number) => void) | undefined")] progress: Option<Function>,
) -> Result<JsValue, JsValue> {
    let options = read_options(options)?;
    let analyzer = ANALYZER.with_borrow(Analyzer::clone);
    let pace = Telling(progress);
    compact(pace::run(analyzer.analyze_to_columns(given(source, is_html), &options, &pace, columns)))
}

/// Analyses a text, or the text of HTML, in slices on the thread it is called from: `rest` is awaited between them with
/// the share done, and ends the work with the code `aborted` where it resolves to `false`.
///
/// Rejects with an `Error` with a `code`.
#[wasm_bindgen(js_name = analyzeInSlices, unchecked_return_type = "CompactReport")]
pub async fn analyze_in_slices(
    source: String,
    #[wasm_bindgen(js_name = isHtml)] is_html: bool,
    #[wasm_bindgen(unchecked_param_type = "Options | undefined")] options: JsValue,
    #[wasm_bindgen(unchecked_param_type = "(done: number) => Promise<boolean>")] rest: Function,
) -> Result<JsValue, JsValue> {
    let options = read_options(options)?;
    let analyzer = ANALYZER.with_borrow(Analyzer::clone);
    compact(analyzer.analyze_to_columns(given(&source, is_html), &options, &Resting(rest), columns).await)
}

fn given(source: &str, is_html: bool) -> Given<'_> {
    if is_html { Given::Html(source) } else { Given::Text(source) }
}

/// Cuts a text into words, without looking for anything else.
///
/// Throws an `Error` with a `code`.
#[wasm_bindgen(unchecked_return_type = "TokenColumns")]
pub fn words(
    text: &str,
    #[wasm_bindgen(unchecked_param_type = "Options | undefined")] options: JsValue,
) -> Result<JsValue, JsValue> {
    let options = read_options(options)?;
    ANALYZER.with_borrow(Analyzer::clone).words_to_columns(text, &options, columns).map_err(throwable)?
}

/// The best other ways to cut what stands around a word, and by how much each lost.
///
/// Throws an `Error` with a `code`.
#[wasm_bindgen(js_name = explainWord, unchecked_return_type = "OtherCut[]")]
pub fn explain_word(
    text: &str,
    #[wasm_bindgen(unchecked_param_type = "Options | undefined")] options: JsValue,
    #[wasm_bindgen(unchecked_param_type = "Span")] span: JsValue,
) -> Result<JsValue, JsValue> {
    let (options, span) = (read_options(options)?, read(span, "span", "an object with the fields of Span")?);
    let cuts = ANALYZER.with_borrow(Analyzer::clone).explain_word(text, &options, span).map_err(throwable)?;
    cuts.serialize(&Serializer::json_compatible()).map_err(JsValue::from)
}

/// Compares two or more reports, their texts included; spans of the comparison, which is given as JSON, are in the unit
/// of their report.
///
/// Throws an `Error` with a `code`.
#[wasm_bindgen]
pub fn compare(
    #[wasm_bindgen(unchecked_param_type = "CompactReport[]")] reports: Vec<JsValue>,
) -> Result<String, JsValue> {
    let reports: Vec<Report> = reports.iter().map(read_report).collect::<Result<_, _>>()?;
    to_json(&crate::compare::compare(&reports.iter().collect::<Vec<_>>()))
}

/// Why the model of names takes what stands at a span for a name of a label: every weight that spoke, the strongest
/// first. Empty where no word begins or ends there, and where the language has no model.
///
/// Throws an `Error` with a `code`.
#[wasm_bindgen(unchecked_return_type = "Reason[]")]
pub fn explain(
    text: &str,
    #[wasm_bindgen(unchecked_param_type = "Options | undefined")] options: JsValue,
    #[wasm_bindgen(unchecked_param_type = "Span")] span: JsValue,
    #[wasm_bindgen(unchecked_param_type = "EntityLabel")] label: JsValue,
) -> Result<JsValue, JsValue> {
    let options = read_options(options)?;
    let span = read(span, "span", "a span with start and end")?;
    let label = read(label, "label", "a label of a name")?;
    let analyzer = ANALYZER.with_borrow(Analyzer::clone);
    let reasons = analyzer.explain(text, &options, span, label).map_err(throwable)?;
    reasons.serialize(&Serializer::json_compatible()).map_err(JsValue::from)
}

/// Reads a dictionary from a table of name, label, other forms and part of speech, separated by tabs: the good lines, and
/// what is wrong with the others.
#[wasm_bindgen(js_name = readDictionary, unchecked_return_type = "DictionaryTable")]
pub fn read_dictionary(table: &str) -> Result<JsValue, JsValue> {
    let (entries, errors) = dictionary::from_tsv(table);
    DictionaryTable { entries, errors }.serialize(&Serializer::json_compatible()).map_err(JsValue::from)
}

/// Writes a dictionary as a table that [`read_dictionary`] reads.
///
/// Throws an `Error` with a `code`.
#[wasm_bindgen(js_name = writeDictionary)]
pub fn write_dictionary(
    #[wasm_bindgen(unchecked_param_type = "DictionaryEntry[]")] entries: JsValue,
) -> Result<String, JsValue> {
    let entries: Vec<DictionaryEntry> = read(entries, "dictionary", "a list of DictionaryEntry")?;
    Ok(dictionary::to_tsv(&entries))
}

/// Writes a report, its text included, in the format of that name; one file, but for `brat`, which has two.
///
/// Throws an `Error` with a `code`.
#[wasm_bindgen(unchecked_return_type = "File[]")]
pub fn write(
    #[wasm_bindgen(unchecked_param_type = "CompactReport")] report: JsValue,
    #[wasm_bindgen(unchecked_param_type = "FormatName")] format: &str,
    #[wasm_bindgen(unchecked_param_type = "Settings | undefined")] settings: JsValue,
) -> Result<JsValue, JsValue> {
    let report = read_report(&report)?;
    let settings = if settings.is_undefined() { Settings::default() } else { read(settings, "settings", "Settings")? };
    let format = Format::by_name(format).ok_or_else(|| {
        throwable(Error::InvalidOption { option: "format", value: format.to_owned(), expected: "a name of FormatName" })
    })?;
    formats::write(&report, format, &settings).serialize(&Serializer::json_compatible()).map_err(JsValue::from)
}

/// Keeps a report, its text included, under a number, for [`ask`]; the one kept before is let go.
///
/// Throws an `Error` with a `code`.
#[wasm_bindgen]
pub fn hold(
    number: u32,
    #[wasm_bindgen(unchecked_param_type = "CompactReport")] report: JsValue,
) -> Result<(), JsValue> {
    let report = read_report(&report)?;
    HELD.set(Some((number, report)));
    Ok(())
}

/// The answer to a question about the report that is held under a number, as JSON; `undefined` where it is not held.
///
/// Throws an `Error` with a `code`.
#[wasm_bindgen]
pub fn ask(
    number: u32,
    #[wasm_bindgen(unchecked_param_type = "Question")] question: JsValue,
) -> Result<Option<String>, JsValue> {
    let question: Question = read(question, "question", "a question of one of the kinds of Question")?;
    HELD.with_borrow(|held| {
        let report = held.as_ref().filter(|(key, _)| *key == number).map(|(_, report)| report);
        report.map(|report| to_json(&queries::ask(report, &question))).transpose()
    })
}

/// Tells how far the work is, and goes on.
struct Telling(Option<Function>);

impl Pace for Telling {
    async fn rest(&self, done: f64) -> Result<(), Error> {
        if let Some(progress) = &self.0 {
            // A listener that throws is the listener's affair; the analysis goes on.
            let _ = progress.call1(&JsValue::UNDEFINED, &done.into());
        }
        Ok(())
    }
}

/// Waits until the host lets the work go on.
struct Resting(Function);

impl Pace for Resting {
    async fn rest(&self, done: f64) -> Result<(), Error> {
        let called = self.0.call1(&JsValue::UNDEFINED, &done.into()).map_err(|_| Error::Aborted)?;
        let answer = JsFuture::from(Promise::resolve(&called)).await.map_err(|_| Error::Aborted)?;
        if answer.is_falsy() { Err(Error::Aborted) } else { Ok(()) }
    }
}

fn read_options(options: JsValue) -> Result<Options, JsValue> {
    if options.is_undefined() || options.is_null() {
        return Ok(Options::default());
    }
    read(options, "options", "an object with the fields of Options")
}

/// A plain object of JavaScript as a Rust value.
fn read<T: DeserializeOwned>(value: JsValue, option: &'static str, expected: &'static str) -> Result<T, JsValue> {
    serde_wasm_bindgen::from_value(value)
        .map_err(|error| throwable(Error::InvalidOption { option, value: error.to_string(), expected }))
}

fn throwable(error: Error) -> JsValue {
    with_code(&error.to_string(), error.code())
}

fn with_code(message: &str, code: &str) -> JsValue {
    let thrown = js_sys::Error::new(message);
    // Setting a property of an object just made can't fail.
    let _ = Reflect::set(&thrown, &"code".into(), &code.into());
    thrown.into()
}

fn compact(found: Result<(Report, Result<JsValue, JsValue>), Error>) -> Result<JsValue, JsValue> {
    let (mut report, columns) = found.map_err(throwable)?;
    report.text.clear();
    let object = Object::new();
    Reflect::set(&object, &"json".into(), &to_json(&report)?.into())?;
    Reflect::set(&object, &"tokenColumns".into(), &columns?)?;
    Ok(object.into())
}

fn columns(words: Columns<'_>) -> Result<JsValue, JsValue> {
    let origins: Vec<Option<Origin>> = std::iter::once(None).chain(ORIGINS.map(Some)).collect();
    let object = Object::new();
    let set = |name: &str, value: JsValue| Reflect::set(&object, &name.into(), &value);
    set("starts", Uint32Array::from(words.starts.as_slice()).into())?;
    set("ends", Uint32Array::from(words.ends.as_slice()).into())?;
    set("upos", Uint8Array::from(words.upos.as_slice()).into())?;
    set("uposTable", Upos::TAGS.serialize(&Serializer::json_compatible())?)?;
    set("xpos", Uint16Array::from(words.xpos.as_slice()).into())?;
    set("xposTable", words.xpos_table.serialize(&Serializer::json_compatible())?)?;
    set("lemmas", Uint32Array::from(words.lemmas.as_slice()).into())?;
    set("lemmaTable", strings(&words.lemma_table)?)?;
    set("origins", Uint8Array::from(words.origins.as_slice()).into())?;
    set("originTable", origins.serialize(&Serializer::json_compatible())?)?;
    Ok(object.into())
}

/// A list of strings: one that JavaScript cuts up comes over faster than many.
fn strings(list: &[Cow<'_, str>]) -> Result<JsValue, JsValue> {
    if list.is_empty() || list.iter().any(|string| string.contains('\n')) {
        return list.serialize(&Serializer::json_compatible()).map_err(JsValue::from);
    }
    Ok(JsString::from(list.join("\n")).split("\n").into())
}

fn to_json(value: &impl Serialize) -> Result<String, JsValue> {
    serde_json::to_string(value).map_err(|error| with_code(&error.to_string(), "crashed"))
}

/// A report with its words, from its parts.
fn read_report(parts: &JsValue) -> Result<Report, JsValue> {
    let json = Reflect::get(parts, &"json".into())?.as_string().unwrap_or_default();
    let report: Report = serde_json::from_str(&json).map_err(|error| not_read(&error))?;
    let tokens = read_columns(&Reflect::get(parts, &"tokenColumns".into())?)?;
    Ok(Report { tokens, ..report })
}

fn not_read(error: &impl ToString) -> JsValue {
    let expected = "a report as `analyze` gives it";
    throwable(Error::InvalidOption { option: "report", value: error.to_string(), expected })
}

/// The words of a report, from their columns.
fn read_columns(columns: &JsValue) -> Result<Vec<Token>, JsValue> {
    let get = |name: &str| Reflect::get(columns, &name.into());
    let starts = Uint32Array::new(&get("starts")?).to_vec();
    let ends = Uint32Array::new(&get("ends")?).to_vec();
    let upos = Uint8Array::new(&get("upos")?).to_vec();
    let xpos = Uint16Array::new(&get("xpos")?).to_vec();
    let lemmas = Uint32Array::new(&get("lemmas")?).to_vec();
    let origins = Uint8Array::new(&get("origins")?).to_vec();
    let table = |name| read::<Vec<Option<String>>>(get(name)?, name, "a list of strings");
    let (xpos_table, lemma_table) = (table("xposTable")?, table("lemmaTable")?);
    let upos_table: Vec<Upos> = read(get("uposTable")?, "uposTable", "a list of Upos")?;
    let origin_table: Vec<Option<Origin>> = read(get("originTable")?, "originTable", "a list of Origin")?;
    let (places, classes) = (starts.iter().zip(&ends), upos.iter().zip(&xpos));
    let tokens = places.zip(classes).zip(lemmas.iter().zip(&origins));
    let tokens: Option<Vec<Token>> = tokens
        .map(|(((start, end), (upos, xpos)), (lemma, origin))| {
            Some(Token {
                span: Span { start: *start, end: *end },
                upos: *upos_table.get(usize::from(*upos))?,
                xpos: xpos_table.get(usize::from(*xpos)).cloned().flatten(),
                lemma: lemma_table.get(*lemma as usize)?.clone()?,
                origin: origin_table.get(usize::from(*origin)).copied().flatten(),
            })
        })
        .collect();
    let tokens = tokens.filter(|tokens| [starts.len(), lemmas.len(), origins.len()] == [tokens.len(); 3]);
    tokens.ok_or_else(|| not_read(&"columns of words that do not fit together"))
}
