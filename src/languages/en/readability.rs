//! Readability of English.

use super::syllables;
use crate::measures::counted::Passage;
use crate::measures::readability::{Cut, Scale};
use crate::options::{MessageLanguage, Wording};
use crate::report::{Audience, Readability};

/// All measures made for English.
pub fn measures(passages: &[Passage<'_>], language: MessageLanguage) -> Vec<Readability> {
    let load = Load::of(passages.iter().map(|passage| passage.text));
    FORMULAS
        .iter()
        .map(|(scale, formula)| scale.reading(formula(&load), note(&load, scale, language), language))
        .collect()
}

/// What the formulas count.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Load {
    /// Sentences with at least one word.
    pub sentences: u32,
    /// Words as written, between white space or dashes: "don't" and "well-known" are one.
    pub words: u32,
    /// Syllables.
    pub syllables: u32,
    /// Words of three syllables and more.
    pub polysyllables: u32,
    /// Letters.
    pub letters: u32,
    /// Letters and digits.
    pub characters: u32,
}

impl Load {
    /// Counts some sentences.
    ///
    /// ```
    /// use article_analyzer::languages::en::readability::Load;
    /// let load = Load::of(["It's a well-known example.", "(It has 2.)"].into_iter());
    /// assert_eq!((load.sentences, load.words, load.polysyllables), (2, 7, 1));
    /// assert_eq!((load.letters, load.characters), (25, 26));
    /// ```
    pub fn of<'t>(sentences: impl Iterator<Item = &'t str>) -> Self {
        let mut load = Load::default();
        for sentence in sentences {
            let before = load.words;
            sentence.split(|c: char| c.is_whitespace() || "—–/".contains(c)).for_each(|word| load.add(word));
            load.sentences += u32::from(load.words > before);
        }
        load
    }

    fn add(&mut self, piece: &str) {
        let word = piece.trim_matches(|c: char| !c.is_alphanumeric());
        if word.is_empty() {
            return;
        }
        let syllables = syllables::count(word);
        self.words += 1;
        self.syllables += syllables;
        self.polysyllables += u32::from(syllables >= 3);
        self.letters += word.chars().filter(|c| c.is_alphabetic()).count() as u32;
        self.characters += word.chars().filter(|c| c.is_alphanumeric()).count() as u32;
    }

    /// `numerator / denominator`; `None` where nothing was counted.
    fn ratio(numerator: u32, denominator: u32) -> Option<f64> {
        (denominator > 0).then(|| f64::from(numerator) / f64::from(denominator))
    }

    fn words_per_sentence(&self) -> Option<f64> {
        Load::ratio(self.words, self.sentences)
    }

    /// Flesch Reading Ease: 206.835 − 1.015·W/S − 84.6·Sy/W; about 0 (hard) to 100 (easy). `None` without words.
    /// Flesch 1948, "A new readability yardstick", Journal of Applied Psychology 32:221–233.
    pub fn flesch_reading_ease(&self) -> Option<f64> {
        Some(206.835 - 1.015 * self.words_per_sentence()? - 84.6 * Load::ratio(self.syllables, self.words)?)
    }

    /// Flesch–Kincaid grade: 0.39·W/S + 11.8·Sy/W − 15.59, a US school grade. `None` without words.
    /// Kincaid, Fishburne, Rogers & Chissom 1975, Research Branch Report 8-75.
    pub fn flesch_kincaid_grade(&self) -> Option<f64> {
        Some(0.39 * self.words_per_sentence()? + 11.8 * Load::ratio(self.syllables, self.words)? - 15.59)
    }

    /// Gunning Fog: 0.4·(W/S + 100·W₃₊/W), a US school grade. `None` without words.
    /// Gunning 1952, "The Technique of Clear Writing".
    pub fn gunning_fog(&self) -> Option<f64> {
        Some(0.4 * (self.words_per_sentence()? + 100.0 * Load::ratio(self.polysyllables, self.words)?))
    }

    /// SMOG: 1.0430·√(30·W₃₊/S) + 3.1291, a US school grade. `None` without sentences.
    /// McLaughlin 1969, "SMOG grading", Journal of Reading 12:639–646.
    pub fn smog(&self) -> Option<f64> {
        Some(1.043 * (30.0 * Load::ratio(self.polysyllables, self.sentences)?).sqrt() + 3.1291)
    }

    /// Coleman–Liau: 5.88·L/W − 29.6·S/W − 15.8 over letters L, a US school grade. `None` without words.
    /// Coleman & Liau 1975, Journal of Applied Psychology 60:283–284.
    pub fn coleman_liau(&self) -> Option<f64> {
        let (letters, sentences) = (Load::ratio(self.letters, self.words)?, Load::ratio(self.sentences, self.words)?);
        Some(5.88 * letters - 29.6 * sentences - 15.8)
    }

    /// Automated Readability Index: 4.71·C/W + 0.5·W/S − 21.43 over letters and digits C, a US school grade. `None`
    /// without words. Smith & Senter 1967, AMRL-TR-66-220.
    pub fn automated_readability_index(&self) -> Option<f64> {
        Some(4.71 * Load::ratio(self.characters, self.words)? + 0.5 * self.words_per_sentence()? - 21.43)
    }
}

/// SMOG was normed on this many sentences, the others on samples of this many words.
const SMOG_SENTENCES: u32 = 30;
const SAMPLE_WORDS: u32 = 100;

/// Why SMOG is rough; `{}` stands for the sentences.
const FEW_SENTENCES: Wording =
    ("Made for 30 sentences or more; this text has {}.", "30 文以上の文章のための式です。この文章は {} 文です。");
/// Why the others are rough; `{}` stands for the words.
const FEW_WORDS: Wording = (
    "Rough: made for samples of 100 words; this text has {}.",
    "概算です。100 語以上の文章のための式で、この文章は {} 語です。",
);

fn note(load: &Load, scale: &Scale, language: MessageLanguage) -> Option<String> {
    let Load { sentences, words, .. } = *load;
    if scale.measure == "smog" && sentences > 0 && sentences < SMOG_SENTENCES {
        return Some(language.with(FEW_SENTENCES, &[&sentences.to_string()]));
    }
    (words > 0 && words < SAMPLE_WORDS).then(|| language.with(FEW_WORDS, &[&words.to_string()]))
}

type Formula = fn(&Load) -> Option<f64>;

static FORMULAS: [(Scale, Formula); 6] = [
    (EASE, Load::flesch_reading_ease),
    (grade("fleschKincaidGrade", "Kincaid et al. 1975"), Load::flesch_kincaid_grade),
    (grade("gunningFog", "Gunning 1952"), Load::gunning_fog),
    (grade("smog", "McLaughlin 1969"), Load::smog),
    (grade("colemanLiau", "Coleman & Liau 1975"), Load::coleman_liau),
    (grade("automatedReadabilityIndex", "Smith & Senter 1967"), Load::automated_readability_index),
];

const EASE: Scale = Scale {
    measure: "fleschReadingEase",
    language: "en",
    audience: Audience::Native,
    meaning: (
        "How easy it is to read, from about 0 (hard) to 100 (easy).",
        "英語としての読みやすさ。およそ 0（難しい）から 100（易しい）。",
    ),
    source: ("Flesch 1948", "Flesch 1948"),
    levels: &["very difficult", "difficult", "fairly difficult", "standard", "fairly easy", "easy", "very easy"],
    cuts: &[Cut::From(30.0), Cut::From(50.0), Cut::From(60.0), Cut::From(70.0), Cut::From(80.0), Cut::From(90.0)],
};

const fn grade(measure: &'static str, source: &'static str) -> Scale {
    Scale {
        measure,
        language: "en",
        audience: Audience::Native,
        meaning: ("The US school grade whose pupils can read it.", "読めるようになるアメリカの学年（13 からは大学）。"),
        source: (source, source),
        levels: &["elementary school", "middle school", "high school", "college", "graduate school"],
        cuts: &[Cut::From(6.0), Cut::From(9.0), Cut::From(13.0), Cut::From(17.0)],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Options;
    use crate::measures::testing::prose;

    #[test]
    fn formulas() {
        let load = Load { sentences: 4, words: 80, syllables: 120, polysyllables: 10, letters: 360, characters: 368 };
        // Worked out by hand from the published coefficients.
        let table: [(Formula, f64); 6] = [
            (Load::flesch_reading_ease, 206.835 - 20.3 - 126.9),
            (Load::flesch_kincaid_grade, 7.8 + 17.7 - 15.59),
            (Load::gunning_fog, 13.0),
            (Load::smog, 12.161_709_7),
            (Load::coleman_liau, 26.46 - 1.48 - 15.8),
            (Load::automated_readability_index, 21.666 + 10.0 - 21.43),
        ];
        for (formula, expected) in table {
            let value = formula(&load).unwrap();
            assert!((value - expected).abs() < 1e-4, "{value} for {expected}");
        }
    }

    #[test]
    fn english_measures_for_english_alone() {
        let names = |text: &str| {
            let report = prose(text, Options::default());
            report.readability.into_iter().map(|entry| entry.measure).collect::<Vec<_>>()
        };
        assert_eq!(names("The cat sat on the mat. It was the best of the cats.").len(), 6);
        assert!(names("今日は晴れ。").iter().all(|name| !name.contains("flesch")));
        assert!(names("该公司是人工智能的领导者。").is_empty());
    }

    #[test]
    fn short_texts_are_said_to_be_short() {
        let report = prose("The cat sat on the mat.", Options::default());
        assert!(report.readability.iter().all(|entry| entry.note.is_some()), "{:?}", report.readability);
    }
}
