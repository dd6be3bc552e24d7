//! Other ways to write a word that a dictionary may have in one way only: old forms of kanji, and iteration marks of kana.

use super::characters::{Characters, Kind, voiced};
use std::sync::LazyLock;

/// Old and variant forms with the forms in use today, in the order of the old ones.
static FORMS: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
    let pairs = include_str!("../../data/old-forms.txt").split_ascii_whitespace();
    let mut forms: Vec<_> = pairs
        .filter_map(|pair| {
            let mut pair = pair.chars();
            Some((pair.next()?, pair.next()?))
        })
        .collect();
    forms.sort_unstable();
    forms
});

/// What a folded character after another is written as in the spelling of today; None where it is as it is.
pub fn modern(last: char, character: char) -> Option<char> {
    match character {
        'ゝ' | 'ヽ' if is_kana(last) => Some(last),
        'ゞ' | 'ヾ' if is_kana(last) => Some(voiced(last, '\u{3099}').unwrap_or(last)),
        '\u{3400}'.. => {
            let place = FORMS.binary_search_by_key(&character, |(old, _)| *old).ok()?;
            FORMS.get(place).map(|(_, modern)| *modern)
        }
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
        assert!(FORMS.len() > 400);
        assert!(FORMS.windows(2).all(|pair| pair[0].0 < pair[1].0), "each old form once");
        assert!(FORMS.iter().all(|(_, new)| modern('\0', *new).is_none()));
    }
}
