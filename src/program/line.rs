//! One line of JSON is one article, and one line its report.

use article_analyzer::given::Given;
use article_analyzer::{Analyzer, Options, Report};
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;
use serde_json::Value;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Input {
    #[serde(default)]
    id: Value,
    // As bytes, since JSON can hold lone surrogates and a string can't.
    text: Option<ByteBuf>,
    html: Option<ByteBuf>,
    language: Option<String>,
    reference_date: Option<String>,
}

/// What a line gives.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Output {
    /// It was an article.
    Report { id: Value, report: Box<Report> },
    /// It gave no report.
    Failure { id: Value, error: Failure },
}

/// Why a line gave no report.
#[derive(Serialize)]
pub struct Failure {
    /// Its number, from 1.
    line: u64,
    /// For programs.
    code: &'static str,
    /// What is wrong and what to do, for a person.
    pub message: String,
}

/// The result of a line, whatever it holds.
pub fn output(number: u64, line: &[u8], analyzer: &Analyzer, options: &Options) -> Output {
    let failure = |id, code, message| failure(number, id, code, message);
    let input: Input = match serde_json::from_slice(line) {
        Ok(input) => input,
        Err(error) => return failure(id_of(line), "invalid-line", no_article(number, &error)),
    };
    if input.text.is_none() == input.html.is_none() {
        return failure(input.id, "invalid-line", no_article(number, &"either \"text\" or \"html\" is wanted"));
    }
    let options = Options {
        language: input.language.or_else(|| options.language.clone()),
        reference_date: input.reference_date.or_else(|| options.reference_date.clone()),
        ..options.clone()
    };
    let source = input.text.as_ref().or(input.html.as_ref()).map(|source| lossy(source)).unwrap_or_default();
    let given = if input.text.is_some() { Given::Text(&source) } else { Given::Html(&source) };
    match analyzer.analyze_given(given, &options) {
        Ok(report) => Output::Report { id: input.id, report: Box::new(report) },
        Err(error) => failure(input.id, error.code(), format!("line {number}: {error}")),
    }
}

/// The result of a line that gave no report.
pub fn failure(number: u64, id: Value, code: &'static str, message: String) -> Output {
    Output::Failure { id, error: Failure { line: number, code, message } }
}

fn no_article(number: u64, problem: &dyn std::fmt::Display) -> String {
    format!("line {number} is no article: {problem}; give {{\"id\": ..., \"text\": \"...\"}}")
}

/// The id of a line that is JSON but no article.
fn id_of(line: &[u8]) -> Value {
    let value: Option<Value> = serde_json::from_slice(line).ok();
    value.and_then(|value| value.get("id").cloned()).unwrap_or(Value::Null)
}

/// The text of a JSON string, each lone surrogate one U+FFFD, so that UTF-16 offsets stay those of the original.
fn lossy(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    let mut rest = bytes;
    loop {
        let (valid, invalid) = match std::str::from_utf8(rest) {
            Ok(valid) => (valid, None),
            Err(error) => {
                let (valid, invalid) = rest.split_at_checked(error.valid_up_to()).unwrap_or((rest, &[]));
                (std::str::from_utf8(valid).unwrap_or(""), Some((invalid, error.error_len())))
            }
        };
        text.push_str(valid);
        let Some((invalid, length)) = invalid else { return text };
        text.push('\u{fffd}');
        // A surrogate takes three bytes: ED A0 80 to ED BF BF.
        let is_surrogate = matches!(invalid, [0xED, 0xA0..=0xBF, 0x80..=0xBF, ..]);
        let skipped = if is_surrogate { 3 } else { length.unwrap_or(invalid.len()) };
        rest = invalid.get(skipped..).unwrap_or(&[]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lone_surrogate_is_one_replacement_character() {
        let table = [
            (r#"{"text": "a\ud800b"}"#, "a\u{fffd}b"),
            (r#"{"text": "\ud83d\udc9b"}"#, "💛"),
            (r#"{"text": "\udc9b\ud83d"}"#, "\u{fffd}\u{fffd}"),
            (r#"{"text": "本"}"#, "本"),
        ];
        for (line, expected) in table {
            let input: Input = serde_json::from_str(line).unwrap();
            assert_eq!(lossy(&input.text.unwrap()), expected, "{line}");
        }
    }
}
