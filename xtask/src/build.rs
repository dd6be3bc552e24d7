//! The site and the npm package, in `dist/`.

use anyhow::Result;

use crate::process::run;
use crate::{node, package, project, toolchain, wasm};

/// Both, from the sources, and held against the size budget.
pub fn build() -> Result<()> {
    wasm::build(&toolchain::for_wasm()?)?;
    site()?;
    package::build()?;
    wasm::check_budget()?;
    println!("{}\n{}", project::site().display(), project::package().display());
    Ok(())
}

/// The site, from a WebAssembly package built before.
pub fn site() -> Result<()> {
    node::install()?;
    run(&mut node::npm(&["run", "--silent", "build"]))
}
