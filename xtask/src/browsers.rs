//! The browsers of the browser tests.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result, bail, ensure};

use crate::process::{command, on_path, output, run};

/// A browser, and how it is come by.
pub struct Browser {
    name: &'static str,
    /// The variable of the environment that names its program, for the tests too.
    pub variable: &'static str,
    programs: &'static [&'static str],
    /// Debian's.
    package: &'static str,
}

pub const CHROMIUM: Browser = Browser {
    name: "Chromium",
    variable: "CHROME",
    programs: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"],
    package: "chromium",
};

pub const FIREFOX: Browser =
    Browser { name: "Firefox", variable: "FIREFOX", programs: &["firefox-esr", "firefox"], package: "firefox-esr" };

impl Browser {
    /// The one that its variable names, else one on the PATH, else Debian's, installed now if we are root.
    pub fn find(&self) -> Result<PathBuf> {
        if let Some(path) = env::var_os(self.variable).filter(|path| !path.is_empty()).map(PathBuf::from) {
            ensure!(path.is_file(), "{} is {}, which is no file", self.variable, path.display());
            return Ok(path);
        }
        let search = || self.programs.iter().find_map(|name| on_path(name));
        if let Some(path) = search() {
            return Ok(path);
        }
        self.install()?;
        search().with_context(|| self.advice())
    }

    fn install(&self) -> Result<()> {
        let root = output(command("id").arg("-u")).is_ok_and(|user| user == "0");
        if !root || on_path("apt-get").is_none() {
            bail!(self.advice());
        }
        println!("installing {} with apt-get", self.name);
        let mut install = command("apt-get");
        install.args(["install", "-qq", "-y", "--no-install-recommends", self.package]);
        install.env("DEBIAN_FRONTEND", "noninteractive");
        if run(&mut install).is_ok() {
            return Ok(());
        }
        // The lists may be missing or older than what the server still has.
        run(command("apt-get").args(["-qq", "update"])).and_then(|()| run(&mut install)).with_context(|| self.advice())
    }

    fn advice(&self) -> String {
        let Self { name, variable, package, .. } = self;
        format!("there is no {name}: install it (Debian: `apt-get install {package}`), or set {variable} to its path")
    }
}
