//! Training and evaluation, which are a package of their own.

use std::ffi::OsString;

use anyhow::{Result, ensure};

use crate::process::{command, run};
use crate::project;

/// Hands the command and its arguments to the package `training`.
pub fn run_training(subcommand: &str, arguments: impl Iterator<Item = OsString>) -> Result<()> {
    ensure!(
        project::root().join("training/Cargo.toml").exists(),
        "`cargo xtask {subcommand}` needs the folder `training`, which this copy of the project does not have"
    );
    let mut cargo = command("cargo");
    cargo.args(["run", "--release", "--package", "training", "--", subcommand]).args(arguments);
    run(&mut cargo)
}
