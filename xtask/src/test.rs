//! Every check, in order, and one line at the end that says what ran.

use std::process::{Command, ExitCode};

use anyhow::{Result, bail, ensure};
use lexopt::{Arg, Parser, ValueExt};

use crate::browsers::{self, Browser};
use crate::process::{command, run, show_and_keep};
use crate::summary::{self, Counts};
use crate::toolchain::TARGET;
use crate::{budget, build, fuzz, licences, node, package, readers, toolchain, wasm};

/// One check. Those it needs come before it.
struct Check {
    name: &'static str,
    /// What the last line calls it, after the number of tests if it has any.
    title: &'static str,
    needs: &'static [&'static str],
    run: fn() -> Result<Outcome>,
}

enum Outcome {
    Passed,
    Tests(Counts),
    /// It could not be run here, for that reason.
    LeftOut(String),
}

const CHECKS: [Check; 17] = [
    Check { name: "format", title: "rustfmt", needs: &[], run: format },
    Check { name: "clippy", title: "clippy native", needs: &[], run: clippy },
    Check { name: "clippy-wasm", title: "clippy wasm32", needs: &[], run: clippy_wasm },
    Check { name: "documentation", title: "documentation", needs: &[], run: documentation },
    Check { name: "crate", title: "crate", needs: &[], run: crate_package },
    Check { name: "rust", title: "Rust tests", needs: &[], run: rust_tests },
    Check { name: "doc", title: "doctests", needs: &[], run: doctests },
    Check { name: "readers", title: "brat read by others", needs: &[], run: read_by_others },
    Check { name: "fuzz", title: "60 s of fuzzing", needs: &[], run: a_minute_of_fuzzing },
    Check { name: "licences", title: "licences and known faults", needs: &[], run: licences_and_faults },
    Check { name: "wasm", title: "wasm build", needs: &[], run: build_wasm },
    Check { name: "types", title: "tsc", needs: &["wasm"], run: types },
    Check { name: "site", title: "site", needs: &["wasm"], run: site },
    Check { name: "size", title: "size budget", needs: &["site"], run: size },
    Check { name: "package", title: "npm package", needs: &["site"], run: npm_package },
    Check { name: "firefox", title: "tests in Firefox", needs: &["site"], run: firefox_tests },
    Check { name: "browser", title: "browser tests", needs: &["package"], run: browser_tests },
];

const QUICK: [&str; 4] = ["format", "clippy", "rust", "doc"];

/// What to run.
#[derive(Debug, Default)]
pub struct Options {
    only: Vec<String>,
    skip: Vec<String>,
    list: bool,
}

impl Options {
    /// Reads the arguments after `test`.
    pub fn parse(arguments: &mut Parser) -> Result<Self> {
        let mut options = Self::default();
        while let Some(argument) = arguments.next()? {
            match argument {
                Arg::Long("only") => options.only.push(known(arguments.value()?.string()?)?),
                Arg::Long("skip") => options.skip.push(known(arguments.value()?.string()?)?),
                Arg::Long("quick") => options.only.extend(QUICK.map(str::to_owned)),
                Arg::Long("list") => options.list = true,
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(options)
    }

    fn wants(&self, name: &str) -> bool {
        let skipped = self.skip.iter().any(|skip| skip == name);
        let asked = |only: &String| only == name || needs_of(only).contains(&name);
        !skipped && (self.only.is_empty() || self.only.iter().any(asked))
    }
}

fn known(name: String) -> Result<String> {
    if CHECKS.iter().any(|check| check.name == name) {
        return Ok(name);
    }
    bail!("no check `{name}`; there are {}", CHECKS.map(|check| check.name).join(", "))
}

/// All that a check needs, and what those need.
fn needs_of(name: &str) -> Vec<&'static str> {
    let direct = CHECKS.iter().find(|check| check.name == name).map_or(&[][..], |check| check.needs);
    direct.iter().flat_map(|need| needs_of(need).into_iter().chain([*need])).collect()
}

/// Runs the checks; the exit code says whether all of them passed.
pub fn test(options: &Options) -> Result<ExitCode> {
    if options.list {
        for check in CHECKS {
            println!("{:12} {}", check.name, check.title);
        }
        return Ok(ExitCode::SUCCESS);
    }
    toolchain::add_components()?;
    let mut report = Report::default();
    for check in &CHECKS {
        if !options.wants(check.name) {
            report.left_out.push(check.title.to_owned());
        } else if let Some(need) = check.needs.iter().find(|need| report.broken.contains(need)) {
            report.broken.push(check.name);
            report.left_out.push(format!("{} (needs `{need}`)", check.title));
        } else {
            println!("\n=== {}", check.title);
            report.add(check, (check.run)());
        }
    }
    println!("\n{report}");
    Ok(if report.broken.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// What came out so far.
#[derive(Default)]
struct Report {
    passed: Vec<String>,
    failed: Vec<String>,
    left_out: Vec<String>,
    /// Names of the checks that failed or could not run.
    broken: Vec<&'static str>,
    tests: Counts,
}

impl Report {
    fn add(&mut self, check: &Check, outcome: Result<Outcome>) {
        match outcome {
            Ok(Outcome::Passed) => self.passed.push(check.title.to_owned()),
            Ok(Outcome::LeftOut(reason)) => self.left_out.push(format!("{} ({reason})", check.title)),
            Ok(Outcome::Tests(counts)) => {
                self.tests += counts;
                let skipped = match counts.skipped {
                    0 => String::new(),
                    some => format!(" ({some} skipped)"),
                };
                if counts.failed == 0 {
                    self.passed.push(format!("{} {}{skipped}", counts.passed, check.title));
                } else {
                    let all = counts.passed + counts.failed;
                    self.failed.push(format!("{} of {all} {}{skipped}", counts.failed, check.title));
                    self.broken.push(check.name);
                }
            }
            Err(error) => {
                eprintln!("error: {error:#}");
                self.tests.failed += 1;
                self.failed.push(check.title.to_owned());
                self.broken.push(check.name);
            }
        }
    }
}

impl std::fmt::Display for Report {
    /// The line that says what ran, and a plain line of counts for machines. A failed check that is no test counts as
    /// one failure.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let parts = [("failed", &self.failed), ("passed", &self.passed), ("not run", &self.left_out)];
        let parts: Vec<_> = parts.iter().filter(|(_, titles)| !titles.is_empty()).collect();
        let parts: Vec<_> = parts.iter().map(|(word, titles)| format!("{word}: {}", titles.join(", "))).collect();
        writeln!(formatter, "{}", parts.join("; "))?;
        write!(formatter, "{} passed, {} failed", self.tests.passed, self.tests.failed)
    }
}

fn passed(command: &mut Command) -> Result<Outcome> {
    run(command)?;
    Ok(Outcome::Passed)
}

fn format() -> Result<Outcome> {
    passed(command("cargo").args(["fmt", "--all", "--check"]))
}

fn clippy() -> Result<Outcome> {
    passed(command("cargo").args(["clippy", "--workspace", "--all-targets", "--quiet", "--", "--deny", "warnings"]))
}

fn clippy_wasm() -> Result<Outcome> {
    let toolchain = toolchain::for_wasm()?;
    passed(toolchain.cargo().args(["clippy", "--lib", "--quiet", "--target", TARGET, "--", "--deny", "warnings"]))
}

fn documentation() -> Result<Outcome> {
    let arguments = ["doc", "--package", "article-analyzer", "--lib", "--no-deps", "--quiet"];
    passed(command("cargo").args(arguments).env("RUSTDOCFLAGS", "--deny warnings"))
}

/// The crate as it would be published: nothing left out that it names, nothing to warn of.
fn crate_package() -> Result<Outcome> {
    let mut cargo = command("cargo");
    let packed = cargo.args(["package", "--no-verify", "--allow-dirty", "--package", "article-analyzer"]).output()?;
    let said = String::from_utf8_lossy(&packed.stderr);
    print!("{said}");
    ensure!(packed.status.success() && !said.contains("warning"), "`cargo package` is not content");
    Ok(Outcome::Passed)
}

/// The package of these commands is tested by itself: its dependencies were built for `cargo xtask` already, and with
/// the others' features joined in they would be built again.
fn rust_tests() -> Result<Outcome> {
    let kinds = ["--lib", "--bins", "--tests", "--examples"];
    let mut counts = cargo_test(&["--package", env!("CARGO_PKG_NAME")])?;
    counts += cargo_test(&[&OTHERS[..], &kinds].concat())?;
    Ok(Outcome::Tests(counts))
}

fn doctests() -> Result<Outcome> {
    Ok(Outcome::Tests(cargo_test(&[&OTHERS[..], &["--doc"]].concat())?))
}

const OTHERS: [&str; 3] = ["--workspace", "--exclude", env!("CARGO_PKG_NAME")];

fn cargo_test(arguments: &[&str]) -> Result<Counts> {
    let mut cargo = command("cargo");
    cargo.args(["test", "--no-fail-fast"]).args(arguments);
    // Golden tests compare here, whatever the environment says.
    let (success, output) = show_and_keep(cargo.env_remove("BLESS"))?;
    agreed(success, summary::of_cargo(&output))
}

fn read_by_others() -> Result<Outcome> {
    Ok(readers::check()?.map_or(Outcome::Passed, Outcome::LeftOut))
}

fn a_minute_of_fuzzing() -> Result<Outcome> {
    fuzz::fuzz(&fuzz::Options::default())?;
    Ok(Outcome::Passed)
}

fn licences_and_faults() -> Result<Outcome> {
    node::install()?;
    licences::check()?;
    Ok(Outcome::Passed)
}

fn build_wasm() -> Result<Outcome> {
    wasm::build(&toolchain::for_wasm()?)?;
    Ok(Outcome::Passed)
}

fn size() -> Result<Outcome> {
    budget::check()?;
    Ok(Outcome::Passed)
}

fn types() -> Result<Outcome> {
    node::install()?;
    passed(&mut node::npm(&["run", "--silent", "check"]))
}

fn site() -> Result<Outcome> {
    build::site()?;
    Ok(Outcome::Passed)
}

fn npm_package() -> Result<Outcome> {
    package::build()?;
    Ok(Outcome::Passed)
}

fn browser_tests() -> Result<Outcome> {
    let output = run_in(&browsers::CHROMIUM, "test")?;
    tests(output, summary::of_playwright)
}

fn firefox_tests() -> Result<Outcome> {
    let output = run_in(&browsers::FIREFOX, "test:firefox")?;
    tests(output, summary::of_node)
}

/// Runs a script of the page's `package.json` with a browser.
fn run_in(browser: &Browser, script: &str) -> Result<(bool, String)> {
    show_and_keep(node::npm(&["run", "--silent", script]).env(browser.variable, browser.find()?))
}

fn tests((success, output): (bool, String), count: fn(&str) -> Counts) -> Result<Outcome> {
    Ok(Outcome::Tests(agreed(success, count(&output))?))
}

/// The counts, unless they and the exit status of the runner contradict each other.
fn agreed(success: bool, counts: Counts) -> Result<Counts> {
    ensure!(success || counts.failed > 0, "the tests could not be run to their end; see above");
    ensure!(!success || counts.failed == 0, "the runner counts {} failures and calls it a success", counts.failed);
    Ok(counts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(only: &[&str], skip: &[&str]) -> Options {
        let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        Options { only: owned(only), skip: owned(skip), list: false }
    }

    fn wanted(options: &Options) -> Vec<&'static str> {
        CHECKS.iter().map(|check| check.name).filter(|name| options.wants(name)).collect()
    }

    #[test]
    fn needs_come_before_the_checks_that_need_them() {
        for (position, check) in CHECKS.iter().enumerate() {
            for need in check.needs {
                assert!(CHECKS.iter().take(position).any(|earlier| earlier.name == *need), "{}: {need}", check.name);
            }
        }
    }

    #[test]
    fn only_brings_what_it_needs() {
        assert_eq!(wanted(&options(&["browser"], &[])), ["wasm", "site", "package", "browser"]);
        assert_eq!(wanted(&options(&[], &["browser", "rust"])).len(), CHECKS.len() - 2);
        assert_eq!(wanted(&options(&["format", "doc"], &[])), ["format", "doc"]);
    }

    #[test]
    fn the_last_lines_hide_nothing() {
        let [format, .., browser] = &CHECKS;
        let mut report = Report::default();
        report.add(format, Ok(Outcome::Passed));
        report.add(browser, Ok(Outcome::Tests(Counts { passed: 4, failed: 0, skipped: 1 })));
        report.add(format, Ok(Outcome::LeftOut("no network".to_owned())));
        report.left_out.push("tsc".to_owned());
        assert_eq!(
            report.to_string(),
            "passed: rustfmt, 4 browser tests (1 skipped); not run: rustfmt (no network), tsc\n4 passed, 0 failed"
        );
        report.add(browser, Ok(Outcome::Tests(Counts { passed: 3, failed: 2, skipped: 0 })));
        report.add(format, Err(anyhow::anyhow!("no rustfmt")));
        assert_eq!(
            report.to_string(),
            "failed: 2 of 5 browser tests, rustfmt; passed: rustfmt, 4 browser tests (1 skipped); not run: rustfmt (no network), \
             tsc\n\
             7 passed, 3 failed"
        );
    }
}
