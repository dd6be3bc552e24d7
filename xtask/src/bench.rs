//! The benchmark beside the peers, in Node and in Chromium.

use anyhow::Result;

use crate::process::{command, run};
use crate::{browsers, build, node, project};

/// Builds what is measured, installs the peers, and runs them all.
pub fn bench() -> Result<()> {
    build::build()?;
    let folder = project::root().join("benches/peers");
    node::install_in(&folder)?;
    let mut bench = command("node");
    run(bench.current_dir(&folder).arg("bench.js").env("CHROME", browsers::CHROMIUM.find()?))
}
