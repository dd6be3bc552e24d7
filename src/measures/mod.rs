//! Sixth stage: measures over the counted blocks.

pub mod characters;
pub mod counted;
pub mod diversity;
pub mod keywords;
pub mod manuscript;
pub mod queries;
pub mod rarity;
pub mod readability;
pub mod reading;
pub mod scripts;
mod statistics;
pub mod style;
pub mod summary;
pub mod terms;
pub mod vocabulary;

pub use statistics::statistics;
