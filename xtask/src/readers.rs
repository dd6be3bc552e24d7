//! Written files, read by programs of others.

use std::fs;

use anyhow::{Context, Result};

use crate::process::{command, run};
use crate::{project, python};

/// A reader of brat's files by others than brat, which itself is a server of Python 2.
const PACKAGE: &str = "pybrat==0.1.7";

/// Writes the project's articles for brat and has them read; the reason where that can't be done here.
pub fn check() -> Result<Option<String>> {
    let python = match python::environment("readers", &[PACKAGE]) {
        Ok((python, missing)) if missing.is_empty() => python,
        Ok(_) => return Ok(Some(format!("{PACKAGE} can't be had from PyPI"))),
        Err(error) => return Ok(Some(format!("{error:#}"))),
    };
    let written = project::target().join("readers");
    // An article that was renamed would be read under both names.
    if written.exists() {
        fs::remove_dir_all(&written)?;
    }
    let articles = project::root().join("tests/articles");
    let mut program = command("cargo");
    program.args(["run", "--quiet", "--package", "article-analyzer", "--", "analyze", "--format", "brat"]);
    program.arg("--output").arg(&written);
    for entry in articles.read_dir().with_context(|| articles.display().to_string())? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "txt") {
            program.arg(path);
        }
    }
    run(&mut program)?;
    run(command(&python.to_string_lossy()).arg("tests/formats/read_brat.py").arg(&written))?;
    Ok(None)
}
