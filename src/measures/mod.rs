//! Sixth stage: measures over the counted blocks.

pub mod characters;
pub mod manuscript;
pub mod printed;
pub mod reading;
pub mod scripts;
mod statistics;

pub use statistics::statistics;
