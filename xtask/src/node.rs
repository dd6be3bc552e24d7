//! Node and the npm packages of the page.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use crate::process::{command, output, run};
use crate::project;

const OLDEST: u32 = 20;

/// Installs the npm packages, if the lock file changed since they were installed.
pub fn install() -> Result<()> {
    check_version()?;
    let www = project::www();
    let lock = fs::read(www.join("package-lock.json")).context("cannot read www/package-lock.json")?;
    let installed = www.join("node_modules/.installed-package-lock.json");
    if fs::read(&installed).is_ok_and(|before| before == lock) {
        return Ok(());
    }
    println!("installing the npm packages of www");
    let mut npm = npm(&["ci", "--no-audit", "--no-fund"]);
    run(&mut npm).context("could not install the npm packages; is the npm registry within reach?")?;
    Ok(fs::write(installed, lock)?)
}

/// `npm` with these arguments in `www`. Playwright gets no browser of its own: the tests are told which to use.
pub fn npm(arguments: &[&str]) -> Command {
    let mut npm = command("npm");
    npm.current_dir(project::www()).args(arguments).env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    npm
}

fn check_version() -> Result<()> {
    let Ok(version) = output(command("node").arg("--version")) else {
        bail!("Node is missing: install Node {OLDEST} or newer, with npm (https://nodejs.org)");
    };
    ensure!(
        major(&version).is_some_and(|major| major >= OLDEST),
        "Node {version} is too old: install Node {OLDEST} or newer (https://nodejs.org)"
    );
    Ok(())
}

/// 20 of `v20.11.1`.
fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn major_version() {
        let table = [("v20.11.1", Some(20)), ("v8.0.0", Some(8)), ("20.11.1", None), ("", None)];
        for (version, expected) in table {
            assert_eq!(major(version), expected, "{version}");
        }
    }
}
