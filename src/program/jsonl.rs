//! One article a line, in and out, in order, in bounded memory.

use super::line::{self, Output};
use super::{Analyze, files};
use article_analyzer::{Analyzer, Options};
use serde_json::Value;
use std::io::{self, BufRead, Read, Write};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

/// The longest line taken, in bytes: the longest text with every character escaped fits.
const LONGEST_LINE: u64 = 512 << 20;
/// Articles that wait for each worker, and results that wait to be written.
const AHEAD: usize = 4;

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
        let _ = result.send(match line {
            Ok(line) => line::output(number, &line, analyzer, options),
            Err(error) => unreadable(number, &error),
        });
    }
}

/// The result of a line that could not be read.
fn unreadable(number: u64, error: &io::Error) -> Output {
    let message = format!("line {number} could not be read: {error}; nothing after it was read");
    line::failure(number, Value::Null, "unreadable", message)
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
