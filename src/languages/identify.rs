//! Which language a stretch of text is in.

use super::{ALL, Language};
use crate::letters::is_letter;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;
use unicode_segmentation::UnicodeSegmentation;

/// What tells a language.
pub struct Identification {
    /// Whether a letter is one of the scripts it is written in.
    pub letter: fn(char) -> bool,
    /// Whether a letter is one that no other language here uses.
    pub own: fn(char) -> bool,
    /// Words in lower case, or single characters of a script without spaces, that running text can't do without and
    /// the others don't use.
    pub function_words: &'static [&'static str],
}

/// Letters of a language's own decide from this share of all letters.
const OWN_SHARE: f64 = 0.05;
/// From this many words on, a text without one function word is no text of that language.
const ENOUGH_WORDS: usize = 12;

/// Words that French, German, Spanish, Portuguese, Italian and Dutch texts can't do without, and English, the names in
/// it included, can.
const OTHER_WORDS: &[&str] = &[
    "le", "les", "des", "une", "est", "dans", "que", "qui", "avec", "pas", "aux", "cette", "sont", "et", "nous",
    "vous", "leur", "été", "der", "das", "und", "ist", "nicht", "mit", "dem", "eine", "für", "auf", "sich", "auch",
    "wird", "zum", "zur", "bei", "nach", "aus", "sind", "del", "por", "para", "una", "como", "más", "pero", "fue",
    "não", "uma", "ao", "são", "foi", "di", "che", "il", "della", "nel", "sono", "gli", "het", "een", "niet", "zijn",
    "dat", "voor", "ook",
];
/// The bit of a word of those.
const OTHER: u8 = 1 << 7;

/// The language of `text`, a line or a whole body; `None` where nothing speaks for one. `around` is the language of
/// what it stands in, taken where two would do.
pub fn identify(text: &str, around: Option<&'static Language>) -> Option<&'static Language> {
    Reading::of(text).language(around)
}

/// What the letters and words of a text say of its language.
pub struct Reading {
    letters: usize,
    /// The language whose own letters it has.
    own: Option<&'static Language>,
    /// Its first letter has case.
    is_latin: bool,
    words: Words,
}

impl Reading {
    /// Reads a text.
    pub fn of(text: &str) -> Reading {
        let letters = text.chars().filter(|c| is_letter(*c)).count();
        let has_own = |language: &&'static Language| {
            let own = text.chars().filter(|c| (language.identification.own)(*c)).count();
            own as f64 > OWN_SHARE * letters as f64
        };
        let own = ALL.into_iter().find(has_own).filter(|_| letters > 0);
        let is_latin = text.chars().find(|c| is_letter(*c)).is_some_and(|c| c.is_uppercase() || c.is_lowercase());
        let words = if own.is_none() && letters > 0 { Words::read(text) } else { Words::default() };
        Reading { letters, own, is_latin, words }
    }

    /// Its language, as [`identify`] tells it.
    pub fn language(&self, around: Option<&'static Language>) -> Option<&'static Language> {
        if self.letters == 0 || self.own.is_some() {
            return self.own;
        }
        let words = &self.words;
        let candidates = (0..).zip(ALL).filter(|(place, _)| words.share(*place) > 0.5);
        let (place, best) = candidates.min_by_key(|(place, language)| {
            let is_around = around.is_some_and(|around| around.code == language.code);
            std::cmp::Reverse((words.have_function_word_of(*place), is_around))
        })?;
        if words.others >= 2 && words.others > words.functional {
            return None;
        }
        let is_long = words.all >= ENOUGH_WORDS;
        (words.have_function_word_of(place) || !(is_long && self.is_latin)).then_some(best)
    }
}

/// What the words of a text say of each language.
#[derive(Default)]
struct Words {
    all: usize,
    /// Those with a letter.
    lettered: u32,
    /// Those that begin with a letter of each language's script.
    of_script: [u32; ALL.len()],
    /// A bit for each language whose function words are among them.
    function: u8,
    /// How many of them are function words of the languages here.
    functional: usize,
    /// How many of them are those of others, the same one again not counted.
    others: usize,
}

/// A bit for each language that a word is a function word of.
static FUNCTION_WORDS: LazyLock<FxHashMap<&str, u8>> = LazyLock::new(|| {
    let mut bits = FxHashMap::default();
    for (place, language) in ALL.into_iter().enumerate() {
        for word in language.identification.function_words {
            *bits.entry(*word).or_default() |= 1 << place;
        }
    }
    bits.extend(OTHER_WORDS.iter().map(|word| (*word, OTHER)));
    bits
});

impl Words {
    fn read(text: &str) -> Words {
        let mut words = Words::default();
        let (mut lower, mut last_other) = (String::new(), "");
        for word in text.unicode_words() {
            words.all += 1;
            if let Some(first) = word.chars().find(|c| is_letter(*c)) {
                words.lettered += 1;
                for (count, language) in words.of_script.iter_mut().zip(ALL) {
                    *count += u32::from((language.identification.letter)(first));
                }
            }
            lower.clear();
            lower.extend(word.chars().flat_map(char::to_lowercase));
            let Some((known, bits)) = FUNCTION_WORDS.get_key_value(lower.as_str()) else { continue };
            words.function |= bits & !OTHER;
            words.functional += usize::from(bits & !OTHER != 0);
            if bits & OTHER != 0 && *known != last_other {
                words.others += 1;
                last_other = known;
            }
        }
        words
    }

    /// The share of the words that are of a language's script. A Latin name weighs no more in a line of Chinese than one
    /// character of it, which is a word to UAX #29.
    fn share(&self, place: usize) -> f64 {
        f64::from(self.of_script.get(place).copied().unwrap_or(0)) / f64::from(self.lettered.max(1))
    }

    fn have_function_word_of(&self, place: usize) -> bool {
        self.function & 1 << place != 0
    }
}

/// The language of an article: that of most of its letters.
pub fn of_article(lines: &[Reading]) -> Option<&'static Language> {
    let letters = letters_by_language(lines.iter().map(|line| (line.language(None), line.letters)));
    let most = ALL.into_iter().zip(letters).rev().max_by_key(|(_, count)| *count)?;
    (most.1 > 0).then_some(most.0)
}

/// A language with a smaller share of an article's letters is not worth a model.
const WORTH_A_MODEL: f64 = 0.05;

/// The languages that a good part of an article is in.
pub fn languages_of<'t>(lines: impl Iterator<Item = &'t str>) -> Vec<&'static Language> {
    let readings = lines.map(Reading::of);
    let letters = letters_by_language(readings.map(|line| (line.language(None), line.letters)));
    let least = WORTH_A_MODEL * letters.iter().sum::<usize>() as f64;
    ALL.into_iter()
        .zip(letters)
        .filter(|(_, count)| *count > 0 && *count as f64 >= least)
        .map(|(language, _)| language)
        .collect()
}

fn letters_by_language(lines: impl Iterator<Item = (Option<&'static Language>, usize)>) -> [usize; ALL.len()] {
    let mut letters = [0; ALL.len()];
    for (language, count) in lines {
        let place = language.and_then(|language| ALL.iter().position(|other| other.code == language.code));
        if let Some(sum) = place.and_then(|place| letters.get_mut(place)) {
            *sum += count;
        }
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_alone() {
        let table = [
            ("今日は晴れ。", "ja"),
            ("OpenAIのモデルはGPTと呼ばれる", "ja"),
            ("The quick brown fox jumps over the lazy dog", "en"),
            ("Photo: Reuters", "en"),
            ("该公司是人工智能的领导者", "zh"),
            ("這是臺灣的新聞", "zh"),
            ("Acme是雲端服務CloudBox的開發商。(資料照)", "zh"),
            (
                "Der Bundestag hat am Donnerstag nach langer Debatte den Haushalt für das kommende Jahr beschlossen",
                "und",
            ),
            ("Der Minister hat das Gesetz nicht unterschrieben", "und"),
            ("Le maire est arrivé avec les enfants", "und"),
            ("Il sindaco di Roma non è in città", "und"),
            ("Los Angeles and Las Vegas sue Le Monde", "en"),
            ("Der Spiegel wins two prizes", "en"),
            ("MIT spinout licenses MIT patent", "en"),
            ("12:30 / 4,500", "und"),
            ("", "und"),
        ];
        for (text, expected) in table {
            assert_eq!(identify(text, None).map_or("und", |language| language.code), expected, "{text}");
        }
    }

    #[test]
    fn a_line_of_kanji_takes_the_language_around() {
        let ja = super::super::by_code("ja");
        assert_eq!(identify("参考文献", ja).map(|language| language.code), Some("ja"));
        assert_eq!(identify("公司是人工智能的領導者", ja).map(|language| language.code), Some("zh"));
    }
}
