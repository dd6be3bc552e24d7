//! `wasm-pack.toml`: how the browser package is built.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use crate::project;

/// The whole file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// What to build and where to.
    pub build: Build,
    /// By cargo profile; the same as `[package.metadata.wasm-pack.profile]` in Cargo.toml.
    pub profile: BTreeMap<String, Profile>,
    /// What the built parts may weigh.
    pub size_budget: SizeBudget,
}

/// What to build and where to.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Build {
    /// Stem of the files written.
    pub name: String,
    /// Kind of JavaScript module; only `web` is built.
    pub target: String,
    /// Where the files go, from the top level of the project.
    pub out_dir: String,
    /// The cargo profile.
    pub profile: String,
    /// Cargo features besides the default ones.
    pub features: Vec<String>,
    /// Whether the `.wasm` keeps the names of its functions.
    pub name_section: bool,
}

/// Settings that wasm-pack knows under the same names.
#[derive(Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Profile {
    /// Whether binaryen's optimizer runs afterwards; never here.
    pub wasm_opt: bool,
    /// Options of wasm-bindgen.
    pub wasm_bindgen: Bindgen,
}

/// Options of wasm-bindgen.
#[derive(Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Bindgen {
    /// Checks in the JavaScript glue.
    pub debug_js_glue: bool,
    /// Rust names, demangled, in the name section.
    pub demangle_name_section: bool,
    /// Debugging information in DWARF.
    pub dwarf_debug_info: bool,
}

/// What the parts may weigh that travel to a reader.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SizeBudget {
    /// The `.wasm` file.
    pub core: Limits,
    /// The files of all models together. They are packed.
    pub models: Limits,
    /// All scripts of the site together.
    pub javascript: Limits,
    /// The page as one file.
    pub one_file: Limits,
}

/// Upper limits of a part.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Limits {
    /// As it is, in bytes.
    pub bytes: u64,
    /// Each file with brotli at quality 11, in bytes; where it is not packed once more on its way, nothing.
    pub brotli_bytes: Option<u64>,
}

impl Settings {
    /// Reads the file at the top level.
    pub fn read() -> Result<Self> {
        let text = fs::read_to_string(project::root().join("wasm-pack.toml")).context("cannot read wasm-pack.toml")?;
        let settings: Self = toml::from_str(&text).context("in wasm-pack.toml")?;
        ensure!(settings.build.target == "web", "wasm-pack.toml: only the target `web` is built");
        ensure!(!settings.used_profile()?.wasm_opt, "wasm-pack.toml: `wasm-opt = true` is not supported");
        Ok(settings)
    }

    /// The settings of the profile that is built.
    pub fn used_profile(&self) -> Result<&Profile> {
        let name = &self.build.profile;
        self.profile.get(name).with_context(|| format!("wasm-pack.toml has no table [profile.{name}]"))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]

    use super::*;

    fn toml_file(name: &str) -> toml::Table {
        toml::from_str(&fs::read_to_string(project::root().join(name)).unwrap()).unwrap()
    }

    #[test]
    fn agrees_with_the_metadata_that_wasm_pack_reads() {
        let settings = Settings::read().unwrap();
        let package = &toml_file("Cargo.toml")["package"];
        let metadata: BTreeMap<String, Profile> =
            package["metadata"]["wasm-pack"]["profile"].clone().try_into().unwrap();
        assert_eq!(settings.profile, metadata);
        // wasm-pack names the files after the package.
        assert_eq!(settings.build.name, package["name"].as_str().unwrap().replace('-', "_"));
    }

    #[test]
    fn first_line_says_who_reads_it() {
        let text = fs::read_to_string(project::root().join("wasm-pack.toml")).unwrap();
        let first = text.lines().next().unwrap();
        assert!(first.starts_with('#') && first.contains("cargo xtask"), "{first}");
        assert!(first.contains("[package.metadata.wasm-pack]"), "{first}");
    }

    #[test]
    fn wasm_bindgen_is_one_version_and_pinned() {
        let lock = toml_file("Cargo.lock");
        let versions = |name: &str| -> Vec<String> {
            let packages = lock["package"].as_array().unwrap().iter();
            packages
                .filter(|package| package["name"].as_str() == Some(name))
                .map(|package| package["version"].as_str().unwrap().to_owned())
                .collect()
        };
        let library = versions("wasm-bindgen");
        assert_eq!(library.len(), 1, "{library:?}");
        assert_eq!(versions("wasm-bindgen-cli-support"), library);
        let pin = toml_file("xtask/Cargo.toml")["dependencies"]["wasm-bindgen-cli-support"].clone();
        assert_eq!(pin.as_str(), Some(format!("={}", library[0]).as_str()));
    }
}
