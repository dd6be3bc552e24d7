//! Takes a pasted article apart.
//!
//! ```
//! use article_analyzer::{Analyzer, Options};
//! let report = Analyzer::new().analyze("見出し\n\n本文です。二文目です。", &Options::default())?;
//! assert_eq!(report.language, "ja");
//! assert_eq!(report.sentences.len(), 3);
//! # Ok::<(), article_analyzer::Error>(())
//! ```
//!
//! The modules are the pipeline, in its order; [`pipeline`] is the one place that knows it. A stage may use those
//! before it, never those after.

#![cfg_attr(
    test,
    allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)
)]

pub mod analyzer;
pub mod article;
pub mod blocks;
pub mod compare;
pub mod error;
pub mod formats;
pub mod given;
pub mod languages;
mod letters;
pub mod measures;
pub mod offsets;
pub mod options;
mod order;
pub mod pace;
pub mod pipeline;
pub mod report;
pub mod sentences;
pub mod span;
pub mod tags;
pub mod tokens;
#[cfg(target_arch = "wasm32")]
mod wasm;

pub use analyzer::Analyzer;
pub use error::Error;
pub use options::Options;
pub use report::Report;
pub use span::Span;
