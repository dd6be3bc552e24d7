//! Shares of scripts.

use crate::report::Scripts;
use unicode_script::{Script, UnicodeScript};

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
    for character in text.chars().filter(|c| !c.is_whitespace()) {
        let place = match character {
            'ー' | 'ｰ' => &mut counts.katakana,
            '々' | '〆' | '〇' => &mut counts.kanji,
            '0'..='9' | '０'..='９' => &mut counts.digits,
            _ => match character.script() {
                Script::Han => &mut counts.kanji,
                Script::Hiragana => &mut counts.hiragana,
                Script::Katakana => &mut counts.katakana,
                Script::Latin => &mut counts.latin,
                _ => &mut counts.other,
            },
        };
        *place += 1;
    }
    counts
}

impl ScriptCounts {
    /// As shares that sum to 1; all 0 for a text without characters.
    pub fn shares(self) -> Scripts {
        let ScriptCounts { kanji, hiragana, katakana, latin, digits, other } = self;
        let all = f64::from((kanji + hiragana + katakana + latin + digits + other).max(1));
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
