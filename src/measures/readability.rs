//! Readability: which measures a language has, and how a value is read.
//!
//! Every measure is made for one language and one kind of reader; a language's folder holds those made for it, and a
//! text in another language gets none of them.

use super::counted::Passage;
use crate::article::Article;
use crate::options::{MessageLanguage, Wording};
use crate::report::{Audience, Band, Interval, Readability};

/// What a measure measures, and how its values are read.
pub struct Scale {
    /// Its name in the report.
    pub measure: &'static str,
    /// BCP 47 code of the language it was made for.
    pub language: &'static str,
    /// Whose reading it is about.
    pub audience: Audience,
    /// What its values mean.
    pub meaning: Wording,
    /// Where it was published.
    pub source: Wording,
    /// Its levels, from low values to high.
    pub levels: &'static [&'static str],
    /// The values that part them; one fewer than the levels.
    pub cuts: &'static [Cut],
}

/// A value that parts two levels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cut {
    /// The value itself is of the upper level.
    From(f64),
    /// The value itself is of the lower level.
    UpTo(f64),
}

impl Cut {
    fn value(self) -> f64 {
        match self {
            Cut::From(value) | Cut::UpTo(value) => value,
        }
    }

    fn is_below(self, value: f64) -> bool {
        match self {
            Cut::From(cut) => value >= cut,
            Cut::UpTo(cut) => value > cut,
        }
    }
}

impl Scale {
    /// The entry of the report: the value, the level it falls into, and every level with its range, told in the language
    /// of messages.
    pub fn reading(&self, value: Option<f64>, note: Option<String>, language: MessageLanguage) -> Readability {
        let value = value.filter(|value| value.is_finite());
        let level = value.and_then(|value| {
            let index = self.cuts.iter().filter(|cut| cut.is_below(value)).count();
            self.levels.get(index).map(|level| (*level).to_owned())
        });
        Readability {
            measure: self.measure.to_owned(),
            value,
            level,
            language: self.language.to_owned(),
            note,
            audience: self.audience,
            meaning: language.of(self.meaning).to_owned(),
            source: language.of(self.source).to_owned(),
            bands: self.bands(),
        }
    }

    fn bands(&self) -> Vec<Band> {
        let cut = |index: Option<usize>| index.and_then(|index| self.cuts.get(index)).copied();
        let band = |(index, level): (usize, &&str)| {
            let (below, above) = (cut(index.checked_sub(1)), cut(Some(index)));
            let range = Interval {
                lower: below.map(Cut::value),
                upper: above.map(Cut::value),
                lower_inclusive: matches!(below, Some(Cut::From(_))),
                upper_inclusive: matches!(above, Some(Cut::UpTo(_))),
            };
            Band { label: (*level).to_owned(), range }
        };
        self.levels.iter().enumerate().map(band).collect()
    }
}

/// The measures made for the article's language, over its counted blocks in that language; none for a language
/// without a measure, `None` as the value of one that there is too little text for.
pub fn readability(article: &Article<'_>, counted: &[Passage<'_>]) -> Vec<Readability> {
    if !article.is_in_language {
        return Vec::new();
    }
    let is_own = |passage: &&Passage<'_>| passage.language.code == article.language.code;
    let own: Vec<Passage<'_>> = counted.iter().filter(is_own).copied().collect();
    (article.language.readability)(&own, article.options.message_language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_and_their_edges() {
        let scale = Scale {
            measure: "length",
            language: "en",
            audience: Audience::Native,
            meaning: ("", ""),
            source: ("", ""),
            levels: &["short", "usual", "long"],
            cuts: &[Cut::UpTo(35.0), Cut::From(60.0)],
        };
        let table = [(f64::MIN, "short"), (35.0, "short"), (35.1, "usual"), (59.9, "usual"), (60.0, "long")];
        for (value, level) in table {
            assert_eq!(scale.reading(Some(value), None, MessageLanguage::En).level.as_deref(), Some(level), "{value}");
        }
        assert_eq!(scale.reading(Some(f64::NAN), None, MessageLanguage::En).value, None);
        let bands = scale.reading(None, None, MessageLanguage::En).bands;
        let ranges: Vec<_> = bands.iter().map(|band| (band.range.lower, band.range.upper)).collect();
        assert_eq!(ranges, [(None, Some(35.0)), (Some(35.0), Some(60.0)), (Some(60.0), None)]);
        assert!(bands[0].range.upper_inclusive && !bands[1].range.lower_inclusive && bands[2].range.lower_inclusive);
    }

    #[test]
    fn texts_in_languages_without_scales_have_none() {
        let table = [
            ("Korean", "인공지능 기업이 새로운 모델을 공개했다. 연구진은 비용을 줄였다고 설명했다.", false),
            ("nothing", "", false),
            ("Japanese", "川の水は澄んでいる。魚も戻ってきた。", true),
        ];
        for (what, text, expected) in table {
            let report = crate::Analyzer::new().analyze(text, &crate::Options::default()).unwrap();
            assert_eq!(!report.readability.is_empty(), expected, "{what}: {:?}", report.readability);
        }
    }
}
