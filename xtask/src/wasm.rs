//! The library as WebAssembly with its JavaScript module and TypeScript declarations, in the out-dir of `wasm-pack.toml`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{Context, Result, anyhow, ensure};
use serde_json::Value;
use wasm_bindgen_cli_support::Bindgen;

use crate::process::{command, output};
use crate::settings::{Settings, SizeBudget};
use crate::toolchain::{TARGET, Toolchain};
use crate::{models, project};

/// Sizes of the `.wasm` file in bytes: as it is, and with brotli at quality 11.
#[derive(Clone, Copy, Debug)]
struct Size {
    raw: u64,
    brotli: u64,
}

/// Compiles, and generates the JavaScript.
pub fn build(toolchain: &Toolchain) -> Result<()> {
    let settings = Settings::read()?;
    let compiled = compile(toolchain, &settings)?;
    generate(&compiled, &settings)
}

/// Holds what was built against the size budget.
pub fn check_budget() -> Result<()> {
    let settings = Settings::read()?;
    let wasm = out_dir(&settings).join(format!("{}_bg.wasm", settings.build.name));
    let raw = fs::metadata(&wasm).with_context(|| format!("there is no {}", wasm.display()))?.len();
    let size = Size { raw, brotli: brotli_size(&wasm)? };
    println!("{}", compare(size, &settings.size_budget)?);
    Ok(())
}

fn out_dir(settings: &Settings) -> PathBuf {
    project::root().join(&settings.build.out_dir)
}

fn compile(toolchain: &Toolchain, settings: &Settings) -> Result<PathBuf> {
    let mut cargo = toolchain.cargo();
    cargo.args(["build", "--lib", "--locked", "--target", TARGET, "--message-format=json-render-diagnostics"]);
    cargo.args(["--profile", &settings.build.profile]);
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

/// Node is needed for the page anyway and has an encoder built in.
fn brotli_size(file: &Path) -> Result<u64> {
    const SCRIPT: &str = "const {readFileSync} = require('fs'), {brotliCompressSync} = require('zlib'); \
                          console.log(brotliCompressSync(readFileSync(process.argv[1])).length)";
    let printed = output(command("node").args(["-e", SCRIPT]).arg(file))?;
    printed.parse().with_context(|| format!("node printed no size: {printed}"))
}

/// The sizes beside what is allowed; an error if one is over it.
fn compare(size: Size, budget: &SizeBudget) -> Result<String> {
    let numbers = format!(
        "the .wasm has {} bytes of {} allowed, with brotli {} of {}",
        size.raw, budget.raw_bytes, size.brotli, budget.brotli_bytes
    );
    ensure!(
        size.raw <= budget.raw_bytes && size.brotli <= budget.brotli_bytes,
        "{numbers}: make it smaller, or raise [size-budget] in wasm-pack.toml and say why"
    );
    Ok(numbers)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_size_over_the_budget_is_an_error_with_the_numbers() {
        let budget = SizeBudget { raw_bytes: 1_000, brotli_bytes: 300 };
        assert!(compare(Size { raw: 1_000, brotli: 300 }, &budget).is_ok());
        for size in [Size { raw: 1_001, brotli: 300 }, Size { raw: 999, brotli: 301 }] {
            let error = compare(size, &budget).unwrap_err().to_string();
            let numbers = format!("{} bytes of 1000 allowed, with brotli {} of 300", size.raw, size.brotli);
            assert!(error.contains(&numbers), "{error}");
        }
    }
}
