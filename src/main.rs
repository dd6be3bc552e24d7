//! The command-line program.
#![cfg_attr(
    test,
    allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)
)]

mod program;

fn main() -> std::process::ExitCode {
    program::run()
}
