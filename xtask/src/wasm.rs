//! The library as WebAssembly with its JavaScript module and TypeScript declarations, in the out-dir of `wasm-pack.toml`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{Context, Result, anyhow, ensure};
use serde_json::Value;
use wasm_bindgen_cli_support::Bindgen;

use crate::process::{command, output};
use crate::project;
use crate::settings::{Settings, SizeBudget};
use crate::toolchain::{TARGET, Toolchain};

/// Sizes of the `.wasm` file in bytes.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// As it is.
    pub raw: u64,
    /// Brotli at quality 11.
    pub brotli: u64,
}

/// Compiles, generates the JavaScript, and holds the result against the size budget.
pub fn build(toolchain: &Toolchain) -> Result<Size> {
    let settings = Settings::read()?;
    let compiled = compile(toolchain, &settings)?;
    let wasm = generate(&compiled, &settings)?;
    let size = Size { raw: fs::metadata(&wasm)?.len(), brotli: brotli_size(&wasm)? };
    check_size(size, &settings.size_budget)?;
    println!("{}: {} bytes, {} with brotli", wasm.display(), size.raw, size.brotli);
    Ok(size)
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

fn generate(compiled: &Path, settings: &Settings) -> Result<PathBuf> {
    let folder = project::root().join(&settings.build.out_dir);
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
    Ok(folder.join(format!("{}_bg.wasm", settings.build.name)))
}

/// Node is needed for the page anyway and has an encoder built in.
fn brotli_size(file: &Path) -> Result<u64> {
    const SCRIPT: &str = "const {readFileSync} = require('fs'), {brotliCompressSync} = require('zlib'); \
                          console.log(brotliCompressSync(readFileSync(process.argv[1])).length)";
    let printed = output(command("node").args(["-e", SCRIPT]).arg(file))?;
    printed.parse().with_context(|| format!("node printed no size: {printed}"))
}

fn check_size(size: Size, budget: &SizeBudget) -> Result<()> {
    let advice = "make it smaller, or raise [size-budget] in wasm-pack.toml and say why";
    ensure!(size.raw <= budget.raw_bytes, "the .wasm has {} bytes of {} allowed: {advice}", size.raw, budget.raw_bytes);
    ensure!(
        size.brotli <= budget.brotli_bytes,
        "the .wasm has {} bytes with brotli of {} allowed: {advice}",
        size.brotli,
        budget.brotli_bytes
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_size_over_the_budget_is_an_error_with_the_numbers() {
        let budget = SizeBudget { raw_bytes: 1_000, brotli_bytes: 300 };
        assert!(check_size(Size { raw: 1_000, brotli: 300 }, &budget).is_ok());
        let raw = check_size(Size { raw: 1_001, brotli: 300 }, &budget).unwrap_err().to_string();
        assert!(raw.contains("1001") && raw.contains("1000"), "{raw}");
        let brotli = check_size(Size { raw: 999, brotli: 301 }, &budget).unwrap_err().to_string();
        assert!(brotli.contains("301") && brotli.contains("300"), "{brotli}");
    }
}
