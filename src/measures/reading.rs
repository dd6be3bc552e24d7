//! How long it takes to read.

use crate::languages::{ALL, Language, ReadingRates, Unit};
use crate::letters::script;
use crate::report::ReadingMinutes;
use unicode_script::Script;
use unicode_segmentation::UnicodeSegmentation;

/// What there is to read in a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Load {
    /// Characters of East Asian scripts and their punctuation.
    pub characters: u32,
    /// Words of other scripts, and numbers.
    pub words: u32,
}

/// What there is to read in a text: each character of an East Asian script, each word (UAX #29) of any other.
pub fn load(text: &str) -> Load {
    let mut load = Load::default();
    for word in text.split_word_bounds() {
        let characters = word.chars().filter(|c| is_east_asian(*c)).count() as u32;
        load.characters += characters;
        load.words += u32::from(characters == 0 && word.chars().any(char::is_alphanumeric));
    }
    load
}

fn is_east_asian(character: char) -> bool {
    matches!(character, '\u{3001}'..='\u{303f}' | '\u{ff01}'..='\u{ff60}' | 'ー')
        || matches!(script(character), Script::Han | Script::Hiragana | Script::Katakana)
}

/// The minutes that a text of `language` takes: characters and words each at the speed of a language counted so, the
/// text's own where it is (Japanese 500 characters a minute, 400 to 600, aloud 300; English 238 words, 175 to 300,
/// aloud 183, Brysbaert 2019). 0 for an empty text.
pub fn minutes(load: Load, language: &Language) -> ReadingMinutes {
    let rates = |unit: Unit| {
        let own = std::iter::once(language).chain(ALL).find(|language| language.reading.unit == unit);
        own.map(|language| &language.reading)
    };
    let (per_character, per_word) = (rates(Unit::Character), rates(Unit::Word));
    let at = |speed: fn(&ReadingRates) -> f64| {
        let part =
            |count: u32, rates: Option<&ReadingRates>| rates.map_or(0.0, |rates| f64::from(count) / speed(rates));
        part(load.characters, per_character) + part(load.words, per_word)
    };
    ReadingMinutes {
        typical: at(|rates| rates.typical),
        fast: at(|rates| rates.fast),
        slow: at(|rates| rates.slow),
        aloud: at(|rates| rates.aloud),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::languages::{en, ja};

    #[test]
    fn loads() {
        let table = [("", 0, 0), ("本を読む。", 5, 0), ("It is 2.5 km.", 0, 4), ("AIの今", 2, 1)];
        for (text, characters, words) in table {
            assert_eq!(load(text), Load { characters, words }, "{text}");
        }
    }

    #[test]
    fn speeds() {
        assert_eq!(minutes(Load { characters: 1000, words: 0 }, &ja::LANGUAGE).typical, 2.0);
        assert_eq!(minutes(Load { characters: 0, words: 476 }, &en::LANGUAGE).typical, 2.0);
        assert_eq!(minutes(Load { characters: 500, words: 238 }, &ja::LANGUAGE).typical, 2.0);
        assert_eq!(minutes(Load { characters: 600, words: 0 }, &ja::LANGUAGE).aloud, 2.0);
    }
}
