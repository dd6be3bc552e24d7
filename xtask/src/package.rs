//! The npm package: the JavaScript interface as it is in `www`, the WebAssembly it loads, and type declarations.
//!
//! The sources are not bundled. They find the worker and the `.wasm` by `new URL(…, import.meta.url)`, which browsers
//! and bundlers alike understand. `inline.js` is everything in one module, for programs that can't serve files.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::process::run;
use crate::{licences, node, project};

const MANIFEST: &str = include_str!("package.json");

/// Sources in the folders of the package that only the page and `inline.js` are built from.
const UNUSED: [&str; 10] = [
    "src/analyzer/inline.js",
    "src/strings/index.js",
    "src/strings/ja.js",
    "src/strings/en.js",
    "src/strings/ja-views.js",
    "src/strings/en-views.js",
    "src/strings/ja-words.js",
    "src/strings/en-words.js",
    "src/strings/ja-compare.js",
    "src/strings/en-compare.js",
];

/// From a WebAssembly package and the worker's script, both built before.
pub fn build() -> Result<()> {
    node::install()?;
    let package = project::package();
    empty(&package)?;
    let www = project::www();
    for folder in ["src/analyzer", "src/element", "src/strings"] {
        copy_files(&www.join(folder), &package.join(folder), &["js"])?;
    }
    for name in UNUSED {
        fs::remove_file(package.join(name)).with_context(|| format!("there is no {name} to leave out"))?;
    }
    copy_files(&www.join("pkg"), &package.join("pkg"), &["js", "ts", "wasm"])?;
    copy_files(&www.join("pkg/models"), &package.join("pkg/models"), &["model"])?;
    for name in ["README.md", "LICENSE-MIT", "LICENSE-APACHE"] {
        let from = project::root().join(name);
        if from.exists() {
            fs::copy(&from, package.join(name)).with_context(|| format!("cannot copy {}", from.display()))?;
        }
    }
    licences::write(&package)?;
    fs::write(package.join("package.json"), manifest())?;
    run(&mut node::npm(&["run", "--silent", "build", "--", "inline"]))?;
    run(&mut node::npm(&["exec", "--", "tsc", "--project", "tsconfig.package.json"]))?;
    check_exports(&package)
}

fn manifest() -> String {
    MANIFEST.replace("VERSION", env!("CARGO_PKG_VERSION"))
}

/// Makes the folder, with nothing in it.
pub fn empty(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))
}

/// Copies the files with these extensions, not those of folders within. A folder that is not there has none.
pub fn copy_files(from: &Path, to: &Path, extensions: &[&str]) -> Result<()> {
    if !from.exists() {
        return Ok(());
    }
    fs::create_dir_all(to)?;
    for file in fs::read_dir(from)? {
        let file = file?.path();
        let extension = file.extension().unwrap_or_default();
        if file.is_file() && extensions.iter().any(|wanted| extension == *wanted) {
            fs::copy(&file, to.join(file.file_name().unwrap_or_default()))?;
        }
    }
    Ok(())
}

/// What the manifest promises must be there.
fn check_exports(package: &Path) -> Result<()> {
    let manifest: Value = serde_json::from_str(&manifest())?;
    let exports = manifest.get("exports").and_then(Value::as_object).context("package.json exports nothing")?;
    for file in exports.values().flat_map(files_of) {
        ensure!(
            file.contains('*') || package.join(file).is_file(),
            "the npm package has no {file}, which its package.json exports"
        );
    }
    Ok(())
}

/// The files that an entry of `exports` names, for whatever condition.
fn files_of(entry: &Value) -> Vec<&str> {
    match entry {
        Value::Object(conditions) => conditions.values().flat_map(files_of).collect(),
        other => other.as_str().into_iter().collect(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn the_manifest_has_the_version_of_the_library() {
        let manifest: Value = serde_json::from_str(&manifest()).unwrap();
        let cargo = fs::read_to_string(project::root().join("Cargo.toml")).unwrap();
        let cargo: toml::Table = toml::from_str(&cargo).unwrap();
        let version = cargo.get("workspace").unwrap().get("package").unwrap().get("version").unwrap();
        assert_eq!(manifest.get("version").unwrap().as_str(), version.as_str());
    }
}
