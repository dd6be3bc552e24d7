//! The tasks that build, check and serve the project.

fn main() {}
