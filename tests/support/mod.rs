//! What tests have in common.

use std::path::Path;

/// Whether a golden file has this content. With `BLESS` in the environment it is written anew first.
pub fn is_golden(path: &Path, content: &str) -> bool {
    if std::env::var_os("BLESS").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
    }
    std::fs::read_to_string(path).unwrap_or_default() == content
}
