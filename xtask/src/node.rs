//! Node and the npm packages of the page.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use crate::process::{command, output, run};
use crate::project;

/// What Vite asks for.
const OLDEST: (u32, u32) = (20, 19);

/// Installs the npm packages of `www`, if the lock file changed since they were installed.
pub fn install() -> Result<()> {
    install_in(&project::www())
}

/// The same for any folder with a lock file.
pub fn install_in(folder: &Path) -> Result<()> {
    check_version()?;
    let lock = folder.join("package-lock.json");
    let lock = fs::read(&lock).with_context(|| format!("cannot read {}", lock.display()))?;
    let installed = folder.join("node_modules/.installed-package-lock.json");
    if fs::read(&installed).is_ok_and(|before| before == lock) {
        return Ok(());
    }
    println!("installing the npm packages of {}", folder.display());
    let mut npm = npm(&["ci", "--no-audit", "--no-fund"]);
    run(npm.current_dir(folder)).context("could not install the npm packages; is the npm registry within reach?")?;
    Ok(fs::write(installed, lock)?)
}

/// `npm` with these arguments in `www`. Playwright gets no browser of its own: the tests are told which to use.
pub fn npm(arguments: &[&str]) -> Command {
    let mut npm = command("npm");
    npm.current_dir(project::www()).args(arguments).env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    npm
}

fn check_version() -> Result<()> {
    let (major, minor) = OLDEST;
    let advice = format!("install Node {major}.{minor} or newer, with npm (https://nodejs.org)");
    let Ok(version) = output(command("node").arg("--version")) else { bail!("Node is missing: {advice}") };
    ensure!(parse(&version).is_some_and(|version| version >= OLDEST), "Node {version} is too old: {advice}");
    Ok(())
}

/// (20, 11) of `v20.11.1`.
fn parse(version: &str) -> Option<(u32, u32)> {
    let mut numbers = version.strip_prefix('v')?.split('.').map(|number| number.parse().ok());
    Some((numbers.next()??, numbers.next()??))
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn versions() {
        let table =
            [("v20.11.1", Some((20, 11))), ("v8.0.0", Some((8, 0))), ("20.11.1", None), ("v20", None), ("", None)];
        for (version, expected) in table {
            assert_eq!(parse(version), expected, "{version}");
        }
    }
}
