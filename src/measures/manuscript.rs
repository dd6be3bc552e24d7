//! Sheets of 400-character manuscript paper (原稿用紙).

use crate::report::ManuscriptSheets;

/// Squares on a line, and lines on a sheet.
const SIDE: u32 = 20;
/// Marks that may not begin a line: they share the last square of the line before (行頭禁則).
const NEVER_FIRST: &str =
    "、。，．・：；？！）」』】〕〉》］｝”’ー々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.:;?!)]}";

/// The sheets that the paragraphs of a text fill: ⌈characters without white space / 400⌉, and laid out on 20 lines of
/// 20 squares, each paragraph on a line of its own, its first square left empty unless it opens with a bracket or is
/// indented already. Both are 0 for an empty text.
///
/// ```
/// use article_analyzer::measures::manuscript::sheets;
/// let text = "あ".repeat(400);
/// assert_eq!(sheets([text.as_str()].into_iter()).by_characters, 1);
/// assert_eq!(sheets([text.as_str()].into_iter()).by_layout, 2);
/// ```
pub fn sheets<'t>(paragraphs: impl Iterator<Item = &'t str>) -> ManuscriptSheets {
    let (mut characters, mut lines) = (0u32, 0u32);
    for paragraph in paragraphs {
        characters += paragraph.chars().filter(|c| !c.is_whitespace()).count() as u32;
        lines += lines_of(paragraph);
    }
    ManuscriptSheets { by_characters: characters.div_ceil(SIDE * SIDE), by_layout: lines.div_ceil(SIDE) }
}

fn lines_of(paragraph: &str) -> u32 {
    let indented = paragraph.starts_with(|c| "「『（(【〈《“　".contains(c));
    // In half squares: letters and digits of half width stand two to a square.
    let mut filled = if indented { 0 } else { 2 };
    let mut lines = 1;
    for character in paragraph.chars() {
        let width = if character.is_ascii() { 1 } else { 2 };
        if filled + width > 2 * SIDE {
            if NEVER_FIRST.contains(character) {
                continue;
            }
            lines += 1;
            filled = 0;
        }
        filled += width;
    }
    if paragraph.is_empty() { 0 } else { lines }
}

#[cfg(test)]
mod tests {
    use super::lines_of;

    #[test]
    fn lines() {
        let table = [
            ("", 0),
            ("短い。", 1),
            (&"あ".repeat(19), 1),
            (&"あ".repeat(20), 2),
            (&format!("{}。", "あ".repeat(19)), 1),
            (&format!("「{}」", "あ".repeat(19)), 1),
            (&"a".repeat(38), 1),
            (&"a".repeat(39), 2),
        ];
        for (text, expected) in table {
            assert_eq!(lines_of(text), expected, "{text}");
        }
    }
}
