//! Sixth stage: measures over the counted blocks.

pub mod characters;
pub mod counted;
pub mod diversity;
pub mod manuscript;
pub mod readability;
pub mod reading;
pub mod scripts;
mod statistics;
pub mod style;
pub mod vocabulary;

pub use statistics::statistics;
