//! Inputs that were kept: those that reach most of the code with the fewest bytes, and one for each thing that was found
//! wrong and mended.

use std::path::Path;

/// Tries all inputs of a target.
fn try_all(name: &str) {
    let target = fuzz::by_name(name).expect("a target of that name");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(name);
    let mut tried = 0;
    for entry in std::fs::read_dir(&folder).expect("a folder of inputs") {
        let path = entry.expect("an entry").path();
        // Shown only where it fails.
        println!("{}", path.display());
        (target.run)(&std::fs::read(&path).expect("an input"));
        tried += 1;
    }
    assert!(tried > 0, "{} holds nothing", folder.display());
}

#[test]
fn texts() {
    try_all("text");
}

#[test]
fn pages() {
    try_all("html");
}

#[test]
fn model_files() {
    try_all("model");
}

#[test]
fn dictionaries() {
    try_all("dictionary");
}

#[test]
fn lines() {
    try_all("lines");
}

#[test]
fn options() {
    try_all("options");
}

#[test]
fn comparisons() {
    try_all("compare");
}

#[test]
fn pieces_go_in_between_characters() {
    for number in 0..200 {
        let mut data = *b"\xe6\x9c\xac\xf0\x9f\x92\x9ba----------------";
        let size = fuzz::insert_piece(&["語", "x", "<p>"], &mut data, 8, 16, number).expect("it fits");
        let text = std::str::from_utf8(&data[..size]).expect("no character was cut");
        assert!(text.replace(['語', 'x'], "").replace("<p>", "") == "本💛a", "{text}");
    }
}
