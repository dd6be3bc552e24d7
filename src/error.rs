//! What can go wrong. Text never does: any text gives a report. Only a text past all bounds, options that mean
//! nothing, and a caller who stops the work end without one.

use std::fmt;

/// Why there is no report.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// The text is longer than can be analysed at once.
    InputTooLarge {
        /// Its length in bytes.
        bytes: usize,
        /// The most that is taken, in bytes.
        limit: usize,
    },
    /// An option holds a value that means nothing.
    InvalidOption {
        /// The option's name.
        option: &'static str,
        /// What it held.
        value: String,
        /// What it may hold.
        expected: &'static str,
    },
    /// The caller stopped the work.
    Aborted,
}

impl Error {
    /// The fixed code that programs test for.
    pub fn code(&self) -> &'static str {
        match self {
            Error::InputTooLarge { .. } => "input-too-large",
            Error::InvalidOption { .. } => "invalid-option",
            Error::Aborted => "aborted",
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::InputTooLarge { bytes, limit } => write!(
                out,
                "the text has {bytes} bytes, and {limit} is the most that can be analysed at once; split it into parts"
            ),
            Error::InvalidOption { option, value, expected } => {
                write!(out, "the option {option} holds {value:?}; give {expected}")
            }
            Error::Aborted => write!(out, "the analysis was stopped; start it again for a report"),
        }
    }
}

impl std::error::Error for Error {}
