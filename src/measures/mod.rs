//! Sixth stage: measures over the counted blocks.

pub mod characters;
pub mod counted;
pub mod diversity;
pub mod genre;
pub mod headline;
pub mod key_figures;
pub mod keywords;
pub mod manuscript;
pub mod printed;
pub mod queries;
pub mod rarity;
pub mod readability;
pub mod reading;
pub mod scripts;
mod statistics;
pub mod style;
pub mod summary;
pub mod terms;
pub mod topics;
pub mod vocabulary;

pub use statistics::statistics;

/// What the tests of the measures share.
#[cfg(test)]
pub mod testing {
    use crate::options::Correction;
    use crate::report::{Report, Role};
    use crate::{Analyzer, Options};
    use std::sync::LazyLock;

    // Reading the models takes longer than all tests together.
    static ANALYZER: LazyLock<Analyzer> = LazyLock::new(Analyzer::new);

    /// The report on a text of which every line is a paragraph.
    pub fn prose(text: &str, options: Options) -> Report {
        let lines = text.lines().count() as u32;
        let corrections = (0..lines).map(|block| Correction { block, role: Role::Paragraph }).collect();
        ANALYZER.analyze(text, &Options { corrections, ..options }).unwrap()
    }
}
