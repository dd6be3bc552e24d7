//! Counts of characters.

use crate::given::is_line_break;
use crate::report::Characters;
use unicode_segmentation::UnicodeSegmentation;

/// The counts of one text: Unicode code points all, without line breaks (the mandatory breaks of UAX #14), without
/// other white space, without both; extended grapheme clusters (UAX #29); UTF-8 bytes. All are 0 for an empty text.
///
/// ```
/// let counts = article_analyzer::measures::characters::count("a b\n💛");
/// assert_eq!((counts.all, counts.without_line_breaks, counts.without_spaces, counts.without_both), (5, 4, 4, 3));
/// ```
pub fn count(text: &str) -> Characters {
    let mut counts = Characters { bytes: text.len() as u32, ..Characters::default() };
    for character in text.chars() {
        let breaks = is_line_break(character);
        let space = character.is_whitespace() && !breaks;
        counts.all += 1;
        counts.without_line_breaks += u32::from(!breaks);
        counts.without_spaces += u32::from(!space);
        counts.without_both += u32::from(!breaks && !space);
    }
    counts.graphemes =
        if text.is_ascii() && !text.contains('\r') { counts.all } else { text.graphemes(true).count() as u32 };
    counts
}
