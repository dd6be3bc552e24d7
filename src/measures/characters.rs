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
    counts.graphemes = graphemes(text);
    counts
}

/// Extended grapheme clusters. Between two plain characters there is always a boundary; only what stands around others
/// is left to UAX #29.
fn graphemes(text: &str) -> u32 {
    let (mut count, mut start, mut is_plain_so_far, mut before) = (0, 0, true, false);
    for (place, character) in text.char_indices() {
        let plain = is_plain(character);
        if plain && before {
            count += clusters(text.get(start..place).unwrap_or(""), is_plain_so_far);
            (start, is_plain_so_far) = (place, true);
        }
        is_plain_so_far &= plain;
        before = plain;
    }
    count + clusters(text.get(start..).unwrap_or(""), is_plain_so_far)
}

/// The clusters of a stretch; of plain characters there is at most one in it.
fn clusters(stretch: &str, is_plain: bool) -> u32 {
    if is_plain { u32::from(!stretch.is_empty()) } else { stretch.graphemes(true).count() as u32 }
}

/// Whether a character joins no other of its kind: ASCII but carriage returns, kana, kanji and their marks.
fn is_plain(character: char) -> bool {
    matches!(character, '\0'..='\x0c' | '\x0e'..='\x7f' | '、'..='〕' | 'ぁ'..='ゖ' | 'ァ'..='ー' | '一'..='\u{9fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clusters_are_those_of_unicode() {
        let table = [
            "",
            "a",
            "東京は雨。",
            "が\u{3099}",
            "か\u{3099}か",
            "\r\n",
            "a\r\nb",
            "\r\r\n\n",
            "👩‍👩‍👧と🇯🇵🇫🇷",
            "e\u{301}e",
            "각각",
            "क्षि",
            "#\u{fe0f}\u{20e3}1",
            "葛\u{e0100}城",
            "\u{600}1",
            "a\u{200d}a",
        ];
        for text in table {
            assert_eq!(count(text).graphemes as usize, text.graphemes(true).count(), "{text:?}");
        }
        for character in (0..=0x10_FFFF).filter_map(char::from_u32).filter(|character| is_plain(*character)) {
            let pairs = [format!("あ{character}"), format!("{character}a")];
            assert!(pairs.iter().all(|pair| pair.graphemes(true).count() == 2), "{character:?}");
        }
    }
}
