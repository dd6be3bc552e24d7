//! Packages of PyPI for this user alone, in an environment of their own.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::process::{command, on_path, run};
use crate::project;

/// The Python of the environment of that name, and the packages that could not be installed into it.
pub fn environment<'p>(name: &str, packages: &[&'p str]) -> Result<(PathBuf, Vec<&'p str>)> {
    let Some(python) = ["python3", "python"].iter().find_map(|name| on_path(name)) else {
        bail!("there is no Python 3 (Debian: `apt-get install python3-venv`)")
    };
    let folder = project::cache().join(name);
    let own = folder.join("bin/python");
    if !own.exists() {
        run(command(&python.to_string_lossy()).args(["-m", "venv"]).arg(&folder))
            .context("Python lacks `venv` (Debian: `apt-get install python3-venv`)")?;
    }
    let install = |package: &&str| {
        // Where PyPI can't be reached, pip would try for minutes.
        let arguments = ["-m", "pip", "install", "--quiet", "--retries", "1", "--timeout", "15", package];
        run(command(&own.to_string_lossy()).args(arguments)).is_ok()
    };
    let missing = packages.iter().copied().filter(|package| !install(package)).collect();
    Ok((own, missing))
}
