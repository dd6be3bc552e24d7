//! A Rust toolchain that compiles for wasm32: the one in use, with rustup's target or, where that cannot be had,
//! Debian's.

use std::env;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Result, bail};

use crate::debian;
use crate::process::{command, output, run, succeeds, succeeds_within};

/// The target of everything that runs in a browser.
pub const TARGET: &str = "wasm32-unknown-unknown";

const CHOICE: &str = "ARTICLE_ANALYZER_WASM_TOOLCHAIN";

/// A toolchain by the name that rustup knows it by.
#[derive(Clone, Debug, PartialEq)]
pub struct Toolchain {
    /// `None`: the one in use.
    name: Option<String>,
}

impl Toolchain {
    /// The one in use.
    pub const IN_USE: Self = Self { name: None };

    /// The one linked into rustup under this name.
    pub fn named(name: &str) -> Self {
        Self { name: Some(name.to_owned()) }
    }

    /// Its cargo.
    pub fn cargo(&self) -> Command {
        self.program("cargo")
    }

    /// One of its programs, by rustup's proxy.
    pub fn program(&self, program: &str) -> Command {
        let mut command = command(program);
        if let Some(name) = &self.name {
            command.env("RUSTUP_TOOLCHAIN", name);
        }
        command
    }

    /// Whether the standard library for wasm32 is there.
    pub fn has_target(&self) -> bool {
        let mut rustc = self.program("rustc");
        rustc.args(["--print", "target-libdir", "--target", TARGET]).stderr(Stdio::null());
        rustc.output().is_ok_and(|output| {
            let folder = String::from_utf8_lossy(&output.stdout).trim().to_owned();
            output.status.success() && has_library(Path::new(&folder), "libstd-")
        })
    }
}

fn has_library(folder: &Path, stem: &str) -> bool {
    let mut files = fs::read_dir(folder).into_iter().flatten().flatten();
    files.any(|file| {
        let name = file.file_name();
        let name = name.to_string_lossy();
        name.starts_with(stem) && name.ends_with(".rlib")
    })
}

/// Finds or sets up a toolchain for wasm32.
pub fn for_wasm() -> Result<Toolchain> {
    match env::var(CHOICE).as_deref() {
        Err(_) | Ok("") => {}
        Ok("debian") => return debian::toolchain(),
        Ok(other) => bail!("{CHOICE}={other} is not known; `debian` is the only choice"),
    }
    if Toolchain::IN_USE.has_target() {
        return Ok(Toolchain::IN_USE);
    }
    if let Some(toolchain) = debian::built_before() {
        return Ok(toolchain);
    }
    println!("the target {TARGET} is missing; trying `rustup target add {TARGET}`");
    let mut add = command("rustup");
    add.args(["target", "add", TARGET]);
    // Where the server does not answer, rustup alone would try again for minutes.
    if succeeds_within(&mut add, Duration::from_secs(180)) && Toolchain::IN_USE.has_target() {
        return Ok(Toolchain::IN_USE);
    }
    println!("rustup could not fetch it; taking Debian's Rust");
    debian::toolchain()
}

/// rustfmt and clippy are parts of rustup's default profile, but not of its minimal one.
pub fn add_components() -> Result<()> {
    for (component, program) in [("rustfmt", "cargo-fmt"), ("clippy", "cargo-clippy")] {
        if succeeds(command(program).arg("--version")) {
            continue;
        }
        if run(command("rustup").args(["component", "add", component])).is_err() {
            bail!("{component} is missing: install it with `rustup component add {component}`");
        }
    }
    Ok(())
}

/// `rustc -vV` of the toolchain, by key: `host`, `commit-hash`, `release`.
pub fn version_field(toolchain: &Toolchain, key: &str) -> Result<String> {
    let text = output(toolchain.program("rustc").arg("-vV"))?;
    let field = text.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(": "));
    Ok(field.unwrap_or_default().to_owned())
}
