//! The examples of many articles on many cores, run for real.

use anyhow::Result;

use crate::process::{command, on_path, run};
use crate::{project, python};

/// What the examples need from PyPI.
const PACKAGES: [&str; 2] = ["duckdb==2.0.0", "pyspark==4.3.0"];

/// Builds the program, installs what the examples need for this user alone, and runs them. What could not be installed
/// is named and left out.
pub fn scale() -> Result<()> {
    let (own, missing) = python::environment("scale", &PACKAGES)?;
    for package in missing {
        println!("{package} could not be installed from PyPI; what needs it is left out");
    }
    if on_path("parallel").is_none() {
        println!("there is no GNU parallel (Debian: `apt-get install --no-install-recommends parallel`)");
    }
    run(command("cargo").args(["build", "--release", "--quiet", "--package", "article-analyzer"]))?;
    let program = project::target().join("release/article-analyzer");
    run(command(&own.to_string_lossy()).arg("examples/scale/check.py").arg(program))
}
