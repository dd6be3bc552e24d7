//! The examples of many articles on many cores, run for real.

use anyhow::{Context, Result, bail};

use crate::process::{command, on_path, run};
use crate::project;

/// What the examples need from PyPI.
const PACKAGES: [&str; 2] = ["duckdb==2.0.0", "pyspark==4.3.0"];

/// Builds the program, installs what the examples need for this user alone, and runs them. What could not be installed
/// is named and left out.
pub fn scale() -> Result<()> {
    let Some(python) = ["python3", "python"].iter().find_map(|name| on_path(name)) else {
        bail!("there is no Python 3: install it to run the examples")
    };
    let environment = project::cache().join("scale");
    let own = environment.join("bin/python");
    if !own.exists() {
        run(command(&python.to_string_lossy()).args(["-m", "venv"]).arg(&environment))
            .context("Python lacks `venv` (Debian: `apt-get install python3-venv`)")?;
    }
    for package in PACKAGES {
        if run(command(&own.to_string_lossy()).args(["-m", "pip", "install", "--quiet", package])).is_err() {
            println!("{package} could not be installed from PyPI; what needs it is left out");
        }
    }
    if on_path("parallel").is_none() {
        println!("there is no GNU parallel (Debian: `apt-get install --no-install-recommends parallel`)");
    }
    run(command("cargo").args(["build", "--release", "--quiet", "--package", "article-analyzer"]))?;
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| project::root().join("target"), Into::into);
    let program = target.join("release/article-analyzer");
    run(command(&own.to_string_lossy()).arg("examples/scale/check.py").arg(program))
}
