//! What a character is: Unicode's answers, with the ranges that most of a Japanese text is in looked at first.

use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};
use unicode_script::{Script, UnicodeScript};

/// Whether a character is a letter (`Alphabetic`).
#[inline]
pub fn is_letter(character: char) -> bool {
    match character {
        'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー' | '一'..='\u{9fff}' => true,
        '、' | '。' => false,
        _ => character.is_alphabetic(),
    }
}

/// Whether a character is punctuation or a symbol (general categories P and S).
#[inline]
pub fn is_mark(character: char) -> bool {
    match character {
        'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー' | '一'..='\u{9fff}' => false,
        '、' | '。' => true,
        '\0'..='\x7f' => character.is_ascii_punctuation(),
        _ => matches!(
            character.general_category_group(),
            GeneralCategoryGroup::Punctuation | GeneralCategoryGroup::Symbol
        ),
    }
}

/// The script of a character (UAX #24).
#[inline]
pub fn script(character: char) -> Script {
    match character {
        'ぁ'..='ゖ' => Script::Hiragana,
        'ァ'..='ヺ' => Script::Katakana,
        '一'..='\u{9fff}' => Script::Han,
        'A'..='Z' | 'a'..='z' => Script::Latin,
        '\0'..='\x7f' | '、' | '。' | 'ー' => Script::Common,
        _ => character.script(),
    }
}

/// Whether a character is one of a short list.
#[inline]
pub fn is_one_of(character: char, list: &str) -> bool {
    list.chars().any(|listed| listed == character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_ways_say_what_unicode_says() {
        for character in (0..=0x10_FFFF).filter_map(char::from_u32) {
            assert_eq!(is_letter(character), character.is_alphabetic(), "{character:?}");
            assert_eq!(script(character), character.script(), "{character:?}");
            let group = character.general_category_group();
            let expected = matches!(group, GeneralCategoryGroup::Punctuation | GeneralCategoryGroup::Symbol);
            assert_eq!(is_mark(character), expected, "{character:?}");
        }
    }

    #[test]
    fn lists() {
        assert!(is_one_of('、', "、。") && !is_one_of('a', "、。") && !is_one_of('a', ""));
    }
}
