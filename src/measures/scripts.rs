//! Shares of scripts.

use crate::letters::script;
use crate::report::Scripts;
use unicode_script::Script;

/// How many characters of a text are of each script.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ScriptCounts {
    /// Kanji (Han).
    pub kanji: u32,
    /// Hiragana.
    pub hiragana: u32,
    /// Katakana, the prolonged sound mark with it.
    pub katakana: u32,
    /// Latin letters.
    pub latin: u32,
    /// Digits, of full width too.
    pub digits: u32,
    /// Everything else that is no white space.
    pub other: u32,
}

/// Counts the characters of a text by script (UAX #24), white space left out.
pub fn count(text: &str) -> ScriptCounts {
    let mut counts = ScriptCounts::default();
    text.chars().for_each(|character| counts.add(character));
    counts
}

impl ScriptCounts {
    /// Counts one character in; nothing for white space.
    pub fn add(&mut self, character: char) {
        let place = match character {
            'ー' | 'ｰ' => &mut self.katakana,
            '々' | '〆' | '〇' => &mut self.kanji,
            '0'..='9' | '０'..='９' => &mut self.digits,
            'ぁ'..='ゖ' => &mut self.hiragana,
            space if space.is_whitespace() => return,
            _ => match script(character) {
                Script::Han => &mut self.kanji,
                Script::Hiragana => &mut self.hiragana,
                Script::Katakana => &mut self.katakana,
                Script::Latin => &mut self.latin,
                _ => &mut self.other,
            },
        };
        *place += 1;
    }

    /// All characters counted.
    pub fn all(self) -> u32 {
        let ScriptCounts { kanji, hiragana, katakana, latin, digits, other } = self;
        kanji + hiragana + katakana + latin + digits + other
    }

    /// As shares that sum to 1; all 0 for a text without characters.
    pub fn shares(self) -> Scripts {
        let ScriptCounts { kanji, hiragana, katakana, latin, digits, other } = self;
        let all = f64::from(self.all().max(1));
        let share = |count: u32| f64::from(count) / all;
        Scripts {
            kanji: share(kanji),
            hiragana: share(hiragana),
            katakana: share(katakana),
            latin: share(latin),
            digits: share(digits),
            other: share(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ScriptCounts, count};

    #[test]
    fn scripts() {
        let counts = count("漢々 ひら カナー abc１2、。\n");
        let expected = ScriptCounts { kanji: 2, hiragana: 2, katakana: 3, latin: 3, digits: 2, other: 2 };
        assert_eq!(counts, expected);
    }
}
