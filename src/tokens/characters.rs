//! The characters of a sentence as the lattice reads them: folded to one width, joined to what they stand for, and
//! classed by script.

use super::variants;
use std::ops::Range;

/// What a character is, as far as cutting words asks. The numbers go into model files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(u8)]
pub enum Kind {
    /// Marks, symbols, emoji, scripts without a class of their own.
    #[default]
    Other = 0,
    /// Hiragana.
    Hiragana = 1,
    /// Katakana and the prolonged sound mark.
    Katakana = 2,
    /// Kanji and the iteration mark 々.
    Kanji = 3,
    /// ASCII digits.
    Digit = 4,
    /// Latin, Greek and Cyrillic letters.
    Letter = 5,
    /// White space.
    Space = 6,
    /// Before the first and after the last character.
    Outside = 7,
}

impl Kind {
    /// How many kinds there are.
    pub const COUNT: usize = 8;

    /// The kind of a folded character.
    pub fn of(character: char) -> Kind {
        match u32::from(character) {
            0x3041..=0x309F => Kind::Hiragana,
            0x30A0..=0x30FF => Kind::Katakana,
            0x3005..=0x3007 | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF => Kind::Kanji,
            0x30..=0x39 => Kind::Digit,
            0x41..=0x5A | 0x61..=0x7A | 0xC0..=0xD6 | 0xD8..=0xF6 | 0xF8..=0x24F | 0x370..=0x52F => Kind::Letter,
            _ if character.is_whitespace() => Kind::Space,
            _ => Kind::Other,
        }
    }
}

/// The characters of one sentence. One folded character may stand for several of the text: a letter with its variation
/// selector, a half-width kana with its voicing mark, an emoji sequence.
#[derive(Clone, Debug, Default)]
pub struct Characters {
    folded: Vec<char>,
    /// The same as they are written today.
    modern: Vec<char>,
    has_variants: bool,
    /// Those of words that are not written in their one width, in order.
    of_other_width: Vec<u32>,
    kinds: Vec<Kind>,
    starts: Vec<u32>,
}

impl Characters {
    /// Reads a text; what was read before is gone, its memory is used again.
    pub fn read(&mut self, text: &str) {
        self.folded.clear();
        self.modern.clear();
        self.of_other_width.clear();
        self.kinds.clear();
        self.starts.clear();
        let mut last = '\0';
        for (start, character) in text.char_indices() {
            let joins = self.join(last, character);
            let folded = fold(character);
            if !joins {
                self.folded.push(folded);
                self.kinds.push(Kind::of(folded));
                self.starts.push(u32::try_from(start).unwrap_or(u32::MAX));
            }
            if joins || folded != character {
                self.note_width();
            }
            last = character;
        }
        self.starts.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
        self.find_variants();
    }

    fn note_width(&mut self) {
        let index = self.folded.len().saturating_sub(1);
        if !matches!(self.kind(index), Kind::Other | Kind::Space) {
            self.of_other_width.push(index as u32);
        }
    }

    /// Whether a stretch has letters, digits or kana that are not written in their one width.
    pub fn are_of_other_width(&self, stretch: Range<usize>) -> bool {
        let next = self.of_other_width.partition_point(|index| (*index as usize) < stretch.start);
        self.of_other_width.get(next).is_some_and(|index| (*index as usize) < stretch.end)
    }

    fn find_variants(&mut self) {
        self.has_variants = false;
        let mut last = '\0';
        for character in &self.folded {
            let modern = variants::modern(last, *character);
            self.has_variants |= modern.is_some();
            last = modern.unwrap_or(*character);
            self.modern.push(last);
        }
    }

    /// All folded characters as they are written today, with old forms of kanji and iteration marks of kana resolved.
    pub fn modern(&self) -> &[char] {
        &self.modern
    }

    /// Whether any of them is written otherwise today.
    pub fn has_variants(&self) -> bool {
        self.has_variants
    }

    /// Joins a character to the one before where both are one.
    fn join(&mut self, last: char, character: char) -> bool {
        // Most characters join nothing: one comparison decides for all of ASCII, kana and the common kanji.
        let may_join = matches!(u32::from(character), 0x200C..=0x200D | 0x3099..=0x309C | 0xFE00..=0xFE0F | 0xFF9E..=0xFF9F | 0x1F000..)
            || last == '\u{200D}';
        let Some(base) = self.folded.last_mut().filter(|base| may_join && !base.is_whitespace()) else { return false };
        if let Some(voiced) = voiced(*base, character) {
            *base = voiced;
            return true;
        }
        let extends =
            matches!(u32::from(character), 0x200C..=0x200D | 0xFE00..=0xFE0F | 0x1F3FB..=0x1F3FF | 0xE0100..=0xE01EF);
        let continues = last == '\u{200D}' && u32::from(character) >= 0x2190;
        let flag = is_regional(last) && is_regional(character) && *base == last;
        if flag {
            *base = '\u{1F3F3}';
        }
        extends || continues || flag
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.folded.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.folded.is_empty()
    }

    /// All folded characters.
    pub fn folded(&self) -> &[char] {
        &self.folded
    }

    /// The kind of character `index`; [`Kind::Outside`] past either end.
    pub fn kind(&self, index: usize) -> Kind {
        self.kinds.get(index).copied().unwrap_or(Kind::Outside)
    }

    /// How many characters from `index` on are of the same kind, at most `limit`.
    pub fn run(&self, index: usize, limit: usize) -> usize {
        let kind = self.kind(index);
        self.kinds.iter().skip(index).take(limit).take_while(|other| **other == kind).count()
    }

    /// The byte at which character `index` begins; the length of the text past the end.
    pub fn byte(&self, index: usize) -> usize {
        self.starts.get(index).or(self.starts.last()).map_or(0, |start| *start as usize)
    }

    /// The character that begins at a byte, or the next one after it.
    pub fn index_of_byte(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| (*start as usize) < byte).min(self.folded.len())
    }
}

/// One width for each character: ASCII for its full-width forms, full-width katakana for the half-width ones.
pub fn fold(character: char) -> char {
    match u32::from(character) {
        full @ 0xFF01..=0xFF5E => char::from_u32(full - 0xFEE0).unwrap_or(character),
        half @ 0xFF61..=0xFF9F => HALF_WIDTH.get(half as usize - 0xFF61).copied().unwrap_or(character),
        0x3000 => ' ',
        _ => character,
    }
}

/// U+FF61 to U+FF9F in full width.
const HALF_WIDTH: [char; 63] = [
    '。', '「', '」', '、', '・', 'ヲ', 'ァ', 'ィ', 'ゥ', 'ェ', 'ォ', 'ャ', 'ュ', 'ョ', 'ッ', 'ー', 'ア', 'イ', 'ウ',
    'エ', 'オ', 'カ', 'キ', 'ク', 'ケ', 'コ', 'サ', 'シ', 'ス', 'セ', 'ソ', 'タ', 'チ', 'ツ', 'テ', 'ト', 'ナ', 'ニ',
    'ヌ', 'ネ', 'ノ', 'ハ', 'ヒ', 'フ', 'ヘ', 'ホ', 'マ', 'ミ', 'ム', 'メ', 'モ', 'ヤ', 'ユ', 'ヨ', 'ラ', 'リ', 'ル',
    'レ', 'ロ', 'ワ', 'ン', '゛', '゜',
];

/// A kana with a voicing mark that follows it.
pub fn voiced(base: char, mark: char) -> Option<char> {
    let code = u32::from(base);
    let katakana = if (0x3041..=0x3096).contains(&code) { code + 0x60 } else { code };
    let step = match mark {
        '\u{3099}' | 'ﾞ' | '゛' if base == 'ウ' => return Some('ヴ'),
        '\u{3099}' | 'ﾞ' | '゛' => match katakana {
            0x30AB..=0x30C1 if katakana % 2 == 1 => 1,
            0x30C4 | 0x30C6 | 0x30C8 => 1,
            0x30CF..=0x30DD if katakana % 3 == 0 => 1,
            _ => return None,
        },
        '\u{309A}' | 'ﾟ' | '゜' if (0x30CF..=0x30DD).contains(&katakana) && katakana % 3 == 0 => 2,
        _ => return None,
    };
    char::from_u32(code + step)
}

fn is_regional(character: char) -> bool {
    ('\u{1F1E6}'..='\u{1F1FF}').contains(&character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_marks_and_sequences_fold() {
        let table = [
            ("full-width letters", "ＡＩ２０", "AI20"),
            ("half-width kana with marks", "ｶﾞｷﾞﾊﾟｰﾂ", "ガギパーツ"),
            ("decomposed kana", "か\u{3099}は\u{309A}う", "がぱう"),
            ("variation selector", "葛\u{E0100}城", "葛城"),
            ("family is one", "👨\u{200D}👩\u{200D}👧だ", "👨だ"),
            ("flag is one", "🇯🇵🇫🇷", "🏳🏳"),
            ("skin tone", "👍🏽", "👍"),
            ("mark alone", "゛あ", "゛あ"),
            ("ideographic space", "あ\u{3000}い", "あ い"),
        ];
        let mut characters = Characters::default();
        for (label, text, expected) in table {
            characters.read(text);
            assert_eq!(characters.folded().iter().collect::<String>(), expected, "{label}");
            assert_eq!(characters.byte(characters.len()), text.len(), "{label}");
        }
    }

    #[test]
    fn every_voiced_kana_is_the_one_unicode_composes() {
        let pairs = "かがきぎくぐけげこごさざしじすずせぜそぞただちぢつづてでとどはばひびふぶへべほぼ";
        let letters: Vec<char> = pairs.chars().collect();
        for pair in letters.chunks(2) {
            assert_eq!(voiced(pair[0], '\u{3099}'), Some(pair[1]), "{}", pair[0]);
        }
        assert_eq!(voiced('ホ', 'ﾟ'), Some('ポ'));
        for plain in "あなまゃっんがだナ".chars() {
            assert_eq!(voiced(plain, '\u{3099}'), None, "{plain}");
        }
    }
}
