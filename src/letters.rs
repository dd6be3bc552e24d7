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

/// What words begin with, to look at before a longer search: an answer at once, which is yes for all of them, in any case of
/// ASCII letters, and for few others.
#[derive(Debug)]
pub struct Sieve {
    /// A bit for each value of [`Sieve::place`].
    bits: [u64; 128],
}

/// The first character of a word, and its second where it has one.
pub type Beginning = (char, Option<char>);

impl Sieve {
    /// A sieve that lets these beginnings through.
    pub fn new(beginnings: impl Iterator<Item = Beginning>) -> Self {
        let mut bits = [0; 128];
        for beginning in beginnings {
            let (word, bit) = Self::place(beginning);
            if let Some(word) = bits.get_mut(word) {
                *word |= bit;
            }
        }
        Sieve { bits }
    }

    /// Whether a word may begin with these two characters or be the first of them; where not, none does.
    #[inline]
    pub fn may_begin(&self, first: char, second: char) -> bool {
        self.holds((first, None)) || self.holds((first, Some(second)))
    }

    #[inline]
    fn holds(&self, beginning: Beginning) -> bool {
        let (word, bit) = Self::place(beginning);
        self.bits.get(word).is_some_and(|word| word & bit != 0)
    }

    /// The word and bit of a beginning: its hash by Fibonacci's multiplier, which sets neighbours far apart.
    #[inline]
    fn place((first, second): Beginning) -> (usize, u64) {
        let number = |character: char| u32::from(character.to_ascii_lowercase());
        let hash = (number(first) ^ second.map_or(0, number).rotate_left(16)).wrapping_mul(0x9E37_79B1) >> 19;
        ((hash >> 6) as usize, 1 << (hash & 63))
    }
}

/// What a word begins with; `None` for an empty one.
pub fn beginning(word: &str) -> Option<Beginning> {
    let mut characters = word.chars();
    Some((characters.next()?, characters.next()))
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
        let words = ["年", "昨年", "May", "-"];
        let sieve = Sieve::new(words.into_iter().filter_map(beginning));
        for (first, second) in [('年', '月'), ('昨', '年'), ('m', 'A'), ('-', '3')] {
            assert!(sieve.may_begin(first, second), "{first}{second}");
        }
        let through = |first: char| ('a'..='z').filter(|second| sieve.may_begin(first, *second)).count();
        assert!(('ぁ'..='ん').chain('a'..='z').map(through).sum::<usize>() < 40);
        assert!(!Sieve::new([].into_iter()).may_begin('a', 'b'));
    }

    #[test]
    fn lists() {
        assert!(is_one_of('、', "、。") && !is_one_of('a', "、。") && !is_one_of('a', ""));
    }
}
