//! The site and the npm package, in `dist/`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::process::run;
use crate::{node, project, toolchain, wasm};

/// Both, from the sources.
pub fn build() -> Result<()> {
    wasm::build(&toolchain::for_wasm()?)?;
    site()?;
    println!("{}", project::site().display());
    Ok(())
}

/// The site, from a WebAssembly package built before.
pub fn site() -> Result<()> {
    node::install()?;
    copy_models(&project::root().join("models"), &project::www().join("public/models"))?;
    run(&mut node::npm(&["run", "--silent", "build"]))
}

/// Vite takes into the site what lies in `public`; a model that is gone is gone there too.
fn copy_models(from: &Path, to: &Path) -> Result<()> {
    if to.exists() {
        fs::remove_dir_all(to).with_context(|| format!("cannot empty {}", to.display()))?;
    }
    if !from.exists() {
        return Ok(());
    }
    fs::create_dir_all(to)?;
    for file in fs::read_dir(from)? {
        let file = file?;
        if file.path().extension().is_some_and(|extension| extension == "bin") {
            fs::copy(file.path(), to.join(file.file_name()))?;
        }
    }
    Ok(())
}
