//! The library as WebAssembly with its JavaScript module and TypeScript declarations, in the out-dir of `wasm-pack.toml`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{Context, Result, anyhow};
use serde_json::Value;
use wasm_bindgen_cli_support::Bindgen;

use crate::process::output;
use crate::settings::Settings;
use crate::toolchain::{TARGET, Toolchain};
use crate::{models, project};

/// Compiles, and generates the JavaScript.
pub fn build(toolchain: &Toolchain) -> Result<()> {
    let settings = Settings::read()?;
    let compiled = compile(toolchain, &settings)?;
    generate(&compiled, &settings)
}

/// The WebAssembly that was built.
pub fn built() -> Result<PathBuf> {
    let settings = Settings::read()?;
    Ok(out_dir(&settings).join(format!("{}_bg.wasm", settings.build.name)))
}

fn out_dir(settings: &Settings) -> PathBuf {
    project::root().join(&settings.build.out_dir)
}

fn compile(toolchain: &Toolchain, settings: &Settings) -> Result<PathBuf> {
    let mut cargo = toolchain.cargo();
    cargo.args(["build", "--lib", "--locked", "--target", TARGET, "--message-format=json-render-diagnostics"]);
    cargo.args(["--profile", &settings.build.profile]);
    cargo.args(["--config", &short_paths()?]);
    if !settings.build.features.is_empty() {
        cargo.args(["--features", &settings.build.features.join(",")]);
    }
    let messages = output(cargo.stdout(Stdio::piped()))?;
    let name = settings.build.name.as_str();
    messages
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter(|message| message.pointer("/target/name").and_then(Value::as_str) == Some(name))
        .filter_map(|message| message.get("filenames").and_then(Value::as_array).cloned())
        .flatten()
        .filter_map(|file| file.as_str().map(PathBuf::from))
        .find(|file| file.extension().is_some_and(|extension| extension == "wasm"))
        .with_context(|| format!("cargo built no {name}.wasm; is `cdylib` among the library's crate types?"))
}

/// A setting of Cargo: the program holds the paths of sources for its panics, those of libraries without this machine's
/// folders before them. That is shorter, and the same on all machines.
fn short_paths() -> Result<String> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(std::env::home_dir()?.join(".cargo"))).context("no home folder")?;
    let mut flags = Vec::new();
    for registry in fs::read_dir(home.join("registry/src")).into_iter().flatten() {
        flags.push(format!("'--remap-path-prefix={}/='", registry?.path().display()));
    }
    flags.sort();
    Ok(format!("target.{TARGET}.rustflags = [{}]", flags.join(", ")))
}

fn generate(compiled: &Path, settings: &Settings) -> Result<()> {
    let folder = out_dir(settings);
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    let options = &settings.used_profile()?.wasm_bindgen;
    Bindgen::new()
        .input_path(compiled)
        .out_name(&settings.build.name)
        // A core that trapped is started afresh without loading the page again.
        .reset_state_function(true)
        .web(true)
        .and_then(|bindgen| {
            bindgen
                .typescript(true)
                .debug(options.debug_js_glue)
                .demangle(options.demangle_name_section)
                .keep_debug(options.dwarf_debug_info)
                .remove_name_section(!settings.build.name_section)
                .generate(&folder)
        })
        .map_err(|error| anyhow!("wasm-bindgen: {error:#}"))?;
    models::publish(&folder)
}
