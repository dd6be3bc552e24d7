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

/// A set of characters to look at before a longer search: an answer at once, which is yes for all that are in it and for
/// few others.
#[derive(Debug)]
pub struct Sieve {
    /// A bit for each value of [`Sieve::place`].
    bits: [u64; 64],
}

impl Sieve {
    /// A set of these characters, of ASCII letters in either case.
    pub fn new(characters: impl Iterator<Item = char>) -> Self {
        let mut bits = [0; 64];
        for character in characters.flat_map(|c| [c, c.to_ascii_lowercase(), c.to_ascii_uppercase()]) {
            let (word, bit) = Self::place(character);
            if let Some(word) = bits.get_mut(word) {
                *word |= bit;
            }
        }
        Sieve { bits }
    }

    /// Whether a character may be in the set; where not, it is not.
    #[inline]
    pub fn may_hold(&self, character: char) -> bool {
        let (word, bit) = Self::place(character);
        self.bits.get(word).is_some_and(|word| word & bit != 0)
    }

    /// The word and bit of a character: its hash by Fibonacci's multiplier, which sets neighbours far apart.
    #[inline]
    fn place(character: char) -> (usize, u64) {
        let hash = u32::from(character).wrapping_mul(0x9E37_79B1) >> 20;
        ((hash >> 6) as usize, 1 << (hash & 63))
    }
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
    fn a_sieve_lets_through_what_it_holds_and_little_else() {
        let sieve = Sieve::new("年月日aB-".chars());
        for character in "年月日aAbB-".chars() {
            assert!(sieve.may_hold(character), "{character}");
        }
        assert!((0..=0xffff).filter_map(char::from_u32).filter(|character| sieve.may_hold(*character)).count() < 1_000);
        assert!(!Sieve::new("".chars()).may_hold('a'));
    }

    #[test]
    fn lists() {
        assert!(is_one_of('、', "、。") && !is_one_of('a', "、。") && !is_one_of('a', ""));
    }
}
