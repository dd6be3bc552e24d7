//! The site, the page as one file, and the npm package, in `dist/`.

use anyhow::Result;

use crate::process::run;
use crate::{budget, licences, node, package, project, toolchain, wasm};

/// All of them, from the sources, and held against the size budget.
pub fn build() -> Result<()> {
    wasm::build(&toolchain::for_wasm()?)?;
    site()?;
    package::build()?;
    budget::check()?;
    for built in [project::site(), project::one_file(), project::package()] {
        println!("{}", built.display());
    }
    Ok(())
}

/// The site and the page as one file, from a WebAssembly package built before.
pub fn site() -> Result<()> {
    node::install()?;
    // Before the list of files that the service worker keeps is made.
    licences::write(&project::www().join("public"))?;
    run(&mut node::npm(&["run", "--silent", "build"]))
}
