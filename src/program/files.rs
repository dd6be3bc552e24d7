//! Files as articles.

use article_analyzer::given::{self, Given};
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

/// What a file holds.
pub struct Article {
    source: String,
    is_html: bool,
}

impl Article {
    /// What it gives the analyzer.
    pub fn given(&self) -> Given<'_> {
        if self.is_html { Given::Html(&self.source) } else { Given::Text(&self.source) }
    }
}

/// The article of a file: HTML where its name or its beginning says so, or where all files are said to be.
pub fn article(path: &Path, is_html: bool) -> io::Result<Article> {
    let source = text(path)?;
    let ending = path.extension().map(|ending| ending.to_ascii_lowercase());
    let is_named = ending.is_some_and(|ending| ["html", "htm", "xhtml"].iter().any(|html| ending == *html));
    let is_html = is_html || is_named || given::looks_like_html(&source);
    Ok(Article { source, is_html })
}

/// The text of a file: as UTF-8, else after its byte order mark, else in the encoding that its bytes look like. Bytes
/// that mean nothing become U+FFFD. What was guessed or replaced is said on standard error.
fn text(path: &Path) -> io::Result<String> {
    let mut bytes = Vec::new();
    open(path)?.read_to_end(&mut bytes)?;
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return Ok(text),
        Err(error) => error.into_bytes(),
    };
    if let Some((encoding, text)) = declared(&bytes) {
        eprintln!("note: {} was read as {}, as it says", path.display(), encoding.name());
        return Ok(text);
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Allow);
    detector.feed(&bytes, true);
    let guess = detector.guess(None, chardetng::Utf8Detection::Allow);
    let (text, encoding, damaged) = guess.decode(&bytes);
    let replaced = if damaged { "; what could not be read stands as \u{fffd}" } else { "" };
    eprintln!("note: {} is not UTF-8 and was read as {}{replaced}", path.display(), encoding.name());
    Ok(text.into_owned())
}

/// The text in the encoding that an HTML page names, where it is in that encoding.
fn declared(bytes: &[u8]) -> Option<(&'static encoding_rs::Encoding, String)> {
    let start = String::from_utf8_lossy(bytes.get(..1024).unwrap_or(bytes)).to_ascii_lowercase();
    let (_, value) = start.split_once("<meta").and_then(|(_, rest)| rest.split_once("charset="))?;
    let label: String = value
        .trim_start_matches(['"', '\''])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c))
        .collect();
    let encoding = encoding_rs::Encoding::for_label(label.as_bytes())?;
    let (text, encoding, is_damaged) = encoding.decode(bytes);
    (!is_damaged).then(|| (encoding, text.into_owned()))
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
