//! The models beside the WebAssembly, with a module that says where each is and what it must hash to.

use std::path::Path;

use anyhow::{Context, Result};

use crate::package::{copy_files, empty};
use crate::process::{command, output};
use crate::project;

/// Copies the models into the folder of the WebAssembly package and writes `models.js`. The addresses are written out
/// one by one, since bundlers look for `new URL("…", import.meta.url)`.
pub fn publish(package: &Path) -> Result<()> {
    let folder = package.join("models");
    empty(&folder)?;
    copy_files(&project::root().join("models"), &folder, &["model"])?;
    let mut files: Vec<_> = std::fs::read_dir(&folder)?.filter_map(|file| Some(file.ok()?.path())).collect();
    files.sort();
    let mut module = String::from(
        "/** Where each model is, and what it must hash to. @type {Record<string, {url: URL, integrity: string}>} */\n\
         export const MODELS = {\n",
    );
    for file in files {
        let name = file.file_name().and_then(|name| name.to_str()).context("a model has an odd name")?;
        let stem = name.trim_end_matches(".model");
        let integrity = integrity(&file)?;
        module += &format!(
            "  \"{stem}\": {{ url: new URL(\"./models/{name}\", import.meta.url), integrity: \"{integrity}\" }},\n"
        );
    }
    module += "};\n";
    std::fs::write(package.join("models.js"), module).context("cannot write models.js")
}

/// Subresource integrity (W3C) of a file. Node is needed for the page anyway and has the hash built in.
fn integrity(file: &Path) -> Result<String> {
    const SCRIPT: &str = "const {readFileSync} = require('fs'), {createHash} = require('crypto'); \
                          console.log(createHash('sha256').update(readFileSync(process.argv[1])).digest('base64'))";
    let printed = output(command("node").args(["-e", SCRIPT]).arg(file))?;
    Ok(format!("sha256-{}", printed.trim()))
}
