//! Golden files take what the tests produced.

use anyhow::{Result, bail};

use crate::process::{command, run};

/// Runs the tests with `BLESS=1`, which makes golden tests write instead of compare.
pub fn bless() -> Result<()> {
    let mut cargo = command("cargo");
    cargo.args(["test", "--workspace", "--no-fail-fast"]).env("BLESS", "1");
    if run(&mut cargo).is_err() {
        bail!("some tests fail whatever the golden files say; see above");
    }
    println!("golden files are written; `git diff` shows what changed");
    Ok(())
}
