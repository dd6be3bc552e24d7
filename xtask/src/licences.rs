//! What ships that others wrote: under which licences, with their texts, and whether `deny.toml` allows them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use spdx::Expression;

use crate::process::{command, output, run, succeeds};
use crate::project;

/// Packages of npm that the build puts into what ships though they are listed for development: the service worker's.
const BUNDLED: [&str; 2] = ["workbox-core", "workbox-precaching"];

/// One package, and the folder that its licence's text lies in.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Part {
    name: String,
    licence: String,
    folder: PathBuf,
}

/// Fails where something that ships has a licence that `deny.toml` does not allow; then lets cargo-deny and npm look
/// at everything else, and says plainly where they cannot.
pub fn check() -> Result<()> {
    let allowed = allowed()?;
    let parts = parts()?;
    for part in &parts {
        ensure!(is_allowed(&part.licence, &allowed)?, "{}: {} is not in deny.toml", part.name, part.licence);
    }
    println!("the licences of {} packages that ship are allowed", parts.len());
    if succeeds(command("cargo").args(["deny", "--version"])) {
        run(command("cargo").args(["deny", "--log-level", "error", "check", "licenses", "bans", "sources"]))?;
        advisories("cargo deny", command("cargo").args(["deny", "--log-level", "error", "check", "advisories"]))?;
    } else {
        println!("NOT CHECKED: sources, bans and advisories of crates; `cargo install cargo-deny` gives the tool");
    }
    advisories("npm audit", &mut crate::node::npm(&["audit", "--omit=dev"]))
}

/// Runs what asks a server about known faults. Not reaching it is said and is no failure: what it would say is not
/// known.
fn advisories(name: &str, command: &mut std::process::Command) -> Result<()> {
    let out = command.output().with_context(|| format!("could not start {name}"))?;
    let said = format!("{}{}", String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr));
    if out.status.success() {
        println!("{name}: no known faults");
        return Ok(());
    }
    let is_unreached = ["failed to fetch advisory database", "audit endpoint returned an error", "ENOTFOUND"];
    ensure!(is_unreached.iter().any(|sign| said.contains(sign)), "{name} found faults:\n{said}");
    println!("NOT CHECKED: {name} could not reach its list of known faults");
    Ok(())
}

/// Writes the names, licences and texts of all that ships into a folder.
pub fn write(folder: &Path) -> Result<()> {
    Ok(fs::write(folder.join("third-party.txt"), listing(&parts()?)?)?)
}

fn listing(parts: &[Part]) -> Result<String> {
    let mut text = "What this program contains that others wrote.\n\n".to_owned();
    let mut owners: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for part in parts {
        text += &format!("{}: {}\n", part.name, part.licence);
        for licence in texts(&part.folder)? {
            owners.entry(licence).or_default().push(&part.name);
        }
    }
    for (licence, names) in owners {
        text += &format!("\n\n{}\n{}\n\n{licence}\n", "=".repeat(80), names.join(", "));
    }
    Ok(text)
}

/// The files of a package that hold its licences.
fn texts(folder: &Path) -> Result<Vec<String>> {
    let mut texts = Vec::new();
    for file in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let path = file?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        let is_licence =
            ["LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE"].iter().any(|start| name.starts_with(start));
        if is_licence && path.is_file() {
            texts.push(fs::read_to_string(&path)?.trim().to_owned());
        }
    }
    texts.sort();
    Ok(texts)
}

fn parts() -> Result<Vec<Part>> {
    let mut parts = crates()?;
    parts.extend(packages()?);
    Ok(parts.into_iter().collect())
}

/// The crates that the library and the program are built of, for all machines.
fn crates() -> Result<BTreeSet<Part>> {
    let metadata = output(command("cargo").args(["metadata", "--format-version", "1", "--locked"]))?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    let field = |package: &Value, name: &str| package.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let all: BTreeMap<String, &Value> = metadata
        .get("packages")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .map(|package| (format!("{} v{}", field(package, "name"), field(package, "version")), package))
        .collect();
    let mut tree = command("cargo");
    tree.args([
        "tree",
        "--locked",
        "--package",
        "article-analyzer",
        "--target",
        "all",
        "--edges",
        "normal,no-proc-macro",
    ]);
    let tree = output(tree.args(["--prefix", "none", "--format", "{p}"]))?;
    let mut parts = BTreeSet::new();
    for line in tree.lines() {
        let name: Vec<&str> = line.split(' ').take(2).collect();
        let name = name.join(" ");
        if name.is_empty() || name.starts_with("article-analyzer ") {
            continue;
        }
        let package = all.get(&name).with_context(|| format!("cargo metadata does not list {name}"))?;
        let manifest = PathBuf::from(field(package, "manifest_path"));
        let folder = manifest.parent().unwrap_or(Path::new("")).to_owned();
        parts.insert(Part { name, licence: field(package, "license").replace('/', " OR "), folder });
    }
    Ok(parts)
}

/// The packages of npm that the page is built of.
fn packages() -> Result<BTreeSet<Part>> {
    let www = project::www();
    let lock: Value = serde_json::from_str(&fs::read_to_string(www.join("package-lock.json"))?)?;
    let Some(packages) = lock.get("packages").and_then(Value::as_object) else { bail!("package-lock.json is empty") };
    let mut parts = BTreeSet::new();
    for (path, package) in packages {
        let field = |name: &str| package.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        let Some(name) = path.strip_prefix("node_modules/") else { continue };
        let is_development = package.get("dev").and_then(Value::as_bool).unwrap_or(false);
        // Types are gone when the page is built.
        if (!is_development && !name.starts_with("@types/")) || BUNDLED.contains(&name) {
            let name = format!("{name} v{}", field("version"));
            parts.insert(Part { name, licence: field("license"), folder: www.join(path) });
        }
    }
    Ok(parts)
}

fn allowed() -> Result<BTreeSet<String>> {
    let file: toml::Table = fs::read_to_string(project::root().join("deny.toml"))?.parse()?;
    let list = file.get("licenses").and_then(|licenses| licenses.get("allow")).and_then(toml::Value::as_array);
    let names = list.context("deny.toml allows nothing")?.iter().filter_map(toml::Value::as_str);
    Ok(names.map(str::to_owned).collect())
}

fn is_allowed(licence: &str, allowed: &BTreeSet<String>) -> Result<bool> {
    let expression = Expression::parse(licence).with_context(|| format!("{licence:?} is no SPDX expression"))?;
    Ok(expression.evaluate(|wanted| wanted.license.id().is_some_and(|id| allowed.contains(id.name))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_several_is_enough_and_all_of_several_are_needed() {
        let allowed = ["MIT", "Unicode-3.0"].map(str::to_owned).into();
        let table = [
            ("MIT", true),
            ("GPL-3.0-only", false),
            ("MIT OR GPL-3.0-only", true),
            ("MIT AND GPL-3.0-only", false),
            ("(MIT OR Apache-2.0) AND Unicode-3.0", true),
        ];
        for (licence, expected) in table {
            assert_eq!(is_allowed(licence, &allowed).ok(), Some(expected), "{licence}");
        }
        assert_eq!(is_allowed("see the file", &allowed).ok(), None);
    }

    #[test]
    fn what_ships_is_known() {
        let names: Vec<String> = packages().into_iter().flatten().map(|part| part.name).collect();
        for name in ["lit v", "d3-scale v", "workbox-precaching v"] {
            assert!(names.iter().any(|found| found.starts_with(name)), "{name} is not in {names:?}");
        }
        assert!(!names.iter().any(|found| found.starts_with("vite")), "{names:?}");
    }
}
