//! How many words of each class a Japanese text has.

use crate::measures::counted::Passage;
use crate::measures::diversity::Named;

/// MVR and the share of nouns, `None` where no word of the kind needed has a class.
///
/// 樺島・寿岳 1965, 『文体の科学』: MVR = 100 · (adjectives + adjectival nouns + adverbs + adnominals) / verbs; the share
/// of nouns among the content words, 0 to 1. They describe a text and do not judge it.
pub fn measures(passages: &[Passage<'_>]) -> Vec<Named> {
    let mut counts = Counts::default();
    passages.iter().flat_map(|passage| passage.tokens).for_each(|token| counts.add(token.xpos.unwrap_or("")));
    vec![("mvr", counts.modifiers_per_verb()), ("nounShare", counts.noun_share())]
}

/// Content words by class.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Counts {
    nouns: u32,
    verbs: u32,
    modifiers: u32,
    others: u32,
}

impl Counts {
    /// Counts a word by its UniDic class. 動詞-非自立可能 is a verb here.
    fn add(&mut self, class: &str) {
        match class.split('-').next().unwrap_or("") {
            "名詞" | "代名詞" => self.nouns += 1,
            "動詞" => self.verbs += 1,
            "形容詞" | "形状詞" | "副詞" | "連体詞" => self.modifiers += 1,
            "接続詞" | "感動詞" => self.others += 1,
            _ => {}
        }
    }

    fn modifiers_per_verb(self) -> Option<f64> {
        (self.verbs > 0).then(|| 100.0 * f64::from(self.modifiers) / f64::from(self.verbs))
    }

    fn noun_share(self) -> Option<f64> {
        let all = self.nouns + self.verbs + self.modifiers + self.others;
        (all > 0).then(|| f64::from(self.nouns) / f64::from(all))
    }
}

#[cfg(test)]
mod tests {
    use super::Counts;

    #[test]
    fn classes() {
        let mut counts = Counts::default();
        assert_eq!((counts.modifiers_per_verb(), counts.noun_share()), (None, None));
        let classes =
            ["名詞-普通名詞-一般", "助詞-格助詞", "形容詞-一般", "名詞-数詞", "動詞-一般", "連体詞", "動詞-非自立可能"];
        classes.iter().for_each(|class| counts.add(class));
        assert_eq!(counts.modifiers_per_verb(), Some(100.0));
        assert_eq!(counts.noun_share(), Some(2.0 / 6.0));
    }
}
