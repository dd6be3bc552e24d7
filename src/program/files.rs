//! Files as text.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

/// Whether a path stands for standard input.
fn is_standard_input(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Opens a file, or standard input for `-`.
pub fn open(path: &Path) -> io::Result<Box<dyn BufRead + Send>> {
    Ok(if is_standard_input(path) {
        Box::new(BufReader::new(io::stdin()))
    } else {
        Box::new(BufReader::new(File::open(path)?))
    })
}

/// The text of a file: as UTF-8, else after its byte order mark, else in the encoding that its bytes look like. Bytes
/// that mean nothing become U+FFFD. What was guessed or replaced is said on standard error.
pub fn text(path: &Path) -> io::Result<String> {
    let mut bytes = Vec::new();
    open(path)?.read_to_end(&mut bytes)?;
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return Ok(text),
        Err(error) => error.into_bytes(),
    };
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Allow);
    detector.feed(&bytes, true);
    let guess = detector.guess(None, chardetng::Utf8Detection::Allow);
    let (text, encoding, damaged) = guess.decode(&bytes);
    let replaced = if damaged { "; what could not be read stands as \u{fffd}" } else { "" };
    eprintln!("note: {} is not UTF-8 and was read as {}{replaced}", path.display(), encoding.name());
    Ok(text.into_owned())
}

/// Says on standard error that a file could not be read.
pub fn report_unreadable(path: &Path, error: &io::Error) {
    let advice = match error.kind() {
        io::ErrorKind::NotFound => "check its name",
        io::ErrorKind::PermissionDenied => "check its permissions",
        io::ErrorKind::IsADirectory => "name the files in it",
        _ => "check the file",
    };
    eprintln!("error: {} could not be read: {error}; {advice}", path.display());
}
