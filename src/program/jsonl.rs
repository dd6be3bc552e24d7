//! One article a line, in and out, in order, in bounded memory.

use super::{Analyze, files};
use article_analyzer::given::Given;
use article_analyzer::{Analyzer, Options, Report};
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;
use serde_json::Value;
use std::io::{self, BufRead, Read, Write};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

/// The longest line taken, in bytes: the longest text with every character escaped fits.
const LONGEST_LINE: u64 = 512 << 20;
/// Articles that wait for each worker, and results that wait to be written.
const AHEAD: usize = 4;

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

#[derive(Serialize)]
#[serde(untagged)]
enum Output {
    Report { id: Value, report: Box<Report> },
    Failure { id: Value, error: Failure },
}

#[derive(Serialize)]
struct Failure {
    line: u64,
    code: &'static str,
    message: String,
}

/// A line as it was read, with its number, and where its result is awaited.
struct Job {
    number: u64,
    line: Result<Vec<u8>, io::Error>,
    result: SyncSender<Output>,
}

/// Analyses the lines of each file; `false` when one gave no report.
pub fn run(arguments: &Analyze) -> io::Result<bool> {
    let mut all_well = true;
    for path in &arguments.files {
        match files::open(path) {
            Ok(reader) => all_well &= lines(reader, arguments)?,
            Err(error) => {
                files::report_unreadable(path, &error);
                all_well = false;
            }
        }
    }
    Ok(all_well)
}

/// A reader, as many workers as jobs, and this thread as the writer. Each line's result has a channel of its own; the
/// writer takes those in the order in which the lines were read.
fn lines(reader: impl BufRead + Send, arguments: &Analyze) -> io::Result<bool> {
    let jobs = arguments.jobs();
    let (analyzer, options) = (arguments.analyzer(), arguments.options());
    let (job_sender, job_receiver) = sync_channel::<Job>(jobs * AHEAD);
    let (order_sender, order_receiver) = sync_channel::<Receiver<Output>>(jobs * AHEAD);
    let job_receiver = Mutex::new(job_receiver);
    std::thread::scope(|scope| {
        scope.spawn(move || read(reader, &job_sender, &order_sender));
        for _ in 0..jobs {
            scope.spawn(|| work(&job_receiver, &analyzer, &options));
        }
        // Dropped when writing fails, which ends the reader, which ends the workers.
        write(order_receiver)
    })
}

fn read(mut reader: impl BufRead, jobs: &SyncSender<Job>, order: &SyncSender<Receiver<Output>>) {
    let mut number = 0;
    loop {
        number += 1;
        let line = read_line(&mut reader);
        let failed = line.is_err();
        let line = match line {
            Ok(None) => return,
            Ok(Some(line)) if line.trim_ascii().is_empty() => continue,
            Ok(Some(line)) => Ok(line),
            Err(error) => Err(error),
        };
        let (result, awaited) = sync_channel(1);
        let is_sent = jobs.send(Job { number, line, result }).is_ok() && order.send(awaited).is_ok();
        if !is_sent || failed {
            return;
        }
    }
}

/// The next line without its end; `None` after the last. What a line has past the longest taken is skipped, and shows
/// as a line that is no JSON.
fn read_line(reader: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    let mut line = Vec::new();
    if reader.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    if line.last() != Some(&b'\n') && line.len() as u64 == LONGEST_LINE {
        reader.skip_until(b'\n')?;
    }
    Ok(Some(line))
}

fn work(jobs: &Mutex<Receiver<Job>>, analyzer: &Analyzer, options: &Options) {
    loop {
        // A worker that panicked must not take the queue with it.
        let next = jobs.lock().unwrap_or_else(std::sync::PoisonError::into_inner).recv();
        let Ok(Job { number, line, result }) = next else { return };
        // Nobody waits any more when writing has failed.
        let _ = result.send(output(number, line, analyzer, options));
    }
}

fn output(number: u64, line: io::Result<Vec<u8>>, analyzer: &Analyzer, options: &Options) -> Output {
    let failure = |id, code, message| Output::Failure { id, error: Failure { line: number, code, message } };
    let line = match line {
        Ok(line) => line,
        Err(error) => {
            let message = format!("line {number} could not be read: {error}; nothing after it was read");
            return failure(Value::Null, "unreadable", message);
        }
    };
    let input: Input = match serde_json::from_slice(&line) {
        Ok(input) => input,
        Err(error) => return failure(id_of(&line), "invalid-line", no_article(number, &error)),
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

/// Writes the results in order, each as soon as those before it are written.
fn write(order: Receiver<Receiver<Output>>) -> io::Result<bool> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut all_well = true;
    loop {
        let awaited = match order.try_recv() {
            Ok(awaited) => awaited,
            // Nothing waits: what is written so far goes out before this thread sleeps.
            Err(_) => {
                out.flush()?;
                let Ok(awaited) = order.recv() else { return Ok(all_well) };
                awaited
            }
        };
        let Ok(output) = awaited.recv() else {
            all_well = false;
            continue;
        };
        if let Output::Failure { error, .. } = &output {
            eprintln!("error: {}", error.message);
            all_well = false;
        }
        serde_json::to_writer(&mut out, &output)?;
        out.write_all(b"\n")?;
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
