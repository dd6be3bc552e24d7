//! The browser of the browser tests.

use std::env;
use std::path::PathBuf;

use anyhow::{Result, bail, ensure};

use crate::process::{command, on_path, output, run};

const NAMES: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

const ADVICE: &str =
    "install it (Debian: `apt-get install chromium`), or set CHROME to the path of a Chromium or Chrome";

/// The one that CHROME names, else one on the PATH, else Debian's, installed now if we are root.
pub fn find() -> Result<PathBuf> {
    if let Some(path) = env::var_os("CHROME").filter(|path| !path.is_empty()).map(PathBuf::from) {
        ensure!(path.is_file(), "CHROME is {}, which is no file", path.display());
        return Ok(path);
    }
    let search = || NAMES.iter().find_map(|name| on_path(name));
    if let Some(path) = search() {
        return Ok(path);
    }
    install()?;
    match search() {
        Some(path) => Ok(path),
        None => bail!("there is no Chromium: {ADVICE}"),
    }
}

fn install() -> Result<()> {
    let root = output(command("id").arg("-u")).is_ok_and(|user| user == "0");
    ensure!(root && on_path("apt-get").is_some(), "there is no Chromium: {ADVICE}");
    println!("installing Chromium with apt-get");
    let mut install = command("apt-get");
    install.args(["install", "-qq", "-y", "--no-install-recommends", "chromium"]);
    install.env("DEBIAN_FRONTEND", "noninteractive");
    if run(&mut install).is_ok() {
        return Ok(());
    }
    // The lists may be missing or older than what the server still has.
    run(command("apt-get").args(["-qq", "update"]))?;
    run(&mut install)
}
