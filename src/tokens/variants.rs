//! Other ways to write a word that a dictionary may have in one way only: old forms of kanji, and iteration marks of kana.

use super::characters::{Characters, Kind, voiced};
use std::sync::LazyLock;

/// Old and variant forms of kanji.
struct Forms {
    /// Each with the form in use today, in the order of the old ones.
    pairs: Vec<(char, char)>,
    /// A bit for the last twelve bits of each old one: most kanji need no search.
    bits: [u64; 64],
}

static FORMS: LazyLock<Forms> = LazyLock::new(|| {
    let pairs = include_str!("../../data/old-forms.txt").split_ascii_whitespace();
    let mut pairs: Vec<_> = pairs
        .filter_map(|pair| {
            let mut pair = pair.chars();
            Some((pair.next()?, pair.next()?))
        })
        .collect();
    pairs.sort_unstable();
    let mut bits = [0; 64];
    for (old, _) in &pairs {
        let (word, bit) = Forms::place(*old);
        if let Some(word) = bits.get_mut(word) {
            *word |= bit;
        }
    }
    Forms { pairs, bits }
});

impl Forms {
    fn place(character: char) -> (usize, u64) {
        let code = u32::from(character);
        ((code >> 6 & 63) as usize, 1 << (code & 63))
    }

    fn modern(&self, character: char) -> Option<char> {
        let (word, bit) = Self::place(character);
        self.bits.get(word).filter(|word| **word & bit != 0)?;
        let place = self.pairs.binary_search_by_key(&character, |(old, _)| *old).ok()?;
        self.pairs.get(place).map(|(_, modern)| *modern)
    }
}

/// What a folded character after another is written as in the spelling of today; None where it is as it is.
pub fn modern(last: char, character: char) -> Option<char> {
    match character {
        'ゝ' | 'ヽ' if is_kana(last) => Some(last),
        'ゞ' | 'ヾ' if is_kana(last) => Some(voiced(last, '\u{3099}').unwrap_or(last)),
        '\u{3400}'.. => FORMS.modern(character),
        _ => None,
    }
}

fn is_kana(character: char) -> bool {
    matches!(Kind::of(character), Kind::Hiragana | Kind::Katakana)
}

/// The beginning of a form, without its last `cut` characters, in one width and, if `is_modern`, in the spelling of today.
pub fn beginning(form: &str, cut: usize, is_modern: bool) -> String {
    let mut characters = Characters::default();
    characters.read(form);
    let kept = characters.len().saturating_sub(cut);
    let mut last = '\0';
    let beginning = characters.folded().iter().take(kept).map(|character| {
        last = modern(last, *character).filter(|_| is_modern).unwrap_or(*character);
        last
    });
    beginning.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_in_the_spelling_of_today() {
        let table = [
            ("old form", "國會", "国会"),
            ("variants in names", "渡邉と髙﨑と中澤", "渡辺と高崎と中沢"),
            ("compatibility ideograph", "\u{FA19}社", "神社"),
            ("iteration marks", "こゝろ、たゞ、いすゞ、バナヽ", "こころ、ただ、いすず、バナナ"),
            ("iteration mark of kanji", "人々", "人々"),
            ("iteration mark after nothing", "ゝ、ゝ", "ゝ、ゝ"),
            ("half width", "ｶﾞｲﾄﾞ", "ガイド"),
            ("nothing", "", ""),
        ];
        for (label, text, expected) in table {
            assert_eq!(beginning(text, 0, true), expected, "{label}");
        }
        assert_eq!(beginning("聽ｷ", 1, false), "聽");
    }

    #[test]
    fn every_form_leads_to_one_that_is_none_itself() {
        assert!(FORMS.pairs.len() > 400);
        assert!(FORMS.pairs.windows(2).all(|pair| pair[0].0 < pair[1].0), "each old form once");
        assert!(FORMS.pairs.iter().all(|(_, new)| modern('\0', *new).is_none()));
    }
}
