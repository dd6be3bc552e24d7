//! Trains and evaluates the models.
#[path = "../names/mod.rs"]
mod names;

fn main() {
    names::main();
}
