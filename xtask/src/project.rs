//! Where things are.

use std::path::{Path, PathBuf};

/// The top level of the project.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// Where cargo builds.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), Into::into)
}

/// The page and the JavaScript interface.
pub fn www() -> PathBuf {
    root().join("www")
}

/// The built site.
pub fn site() -> PathBuf {
    root().join("dist/site")
}

/// The built page as one file.
pub fn one_file() -> PathBuf {
    root().join("dist/article-analyzer.html")
}

/// The built npm package.
pub fn package() -> PathBuf {
    root().join("dist/package")
}

/// A folder of this user for what is expensive to make and belongs to no single clone.
pub fn cache() -> PathBuf {
    let home = || std::env::home_dir().unwrap_or_default().join(".cache");
    let base = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
    base.unwrap_or_else(home).join("article-analyzer")
}
