//! Models read from a folder instead of those that are built in.

use article_analyzer::Analyzer;
use std::path::PathBuf;

/// The analyzer with the models of every file of a folder that ends in `.model`, in the order of their names, so that
/// `ja-words.model` comes after `ja-words-light.model` and replaces it.
///
/// # Errors
/// What is wrong with the folder or with a file in it, said to whoever started the program.
pub fn analyzer(folder: &str) -> Result<Analyzer, String> {
    let entries = std::fs::read_dir(folder).map_err(|error| error.to_string())?;
    let paths: Result<Vec<PathBuf>, _> = entries.map(|entry| entry.map(|entry| entry.path())).collect();
    let mut paths = paths.map_err(|error| error.to_string())?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "model"));
    paths.sort();
    if paths.is_empty() {
        return Err("no file in it ends in .model".to_owned());
    }
    let mut analyzer = Analyzer::without_models();
    for path in paths {
        let bytes = std::fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        analyzer.add_model(&bytes).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(analyzer)
}
