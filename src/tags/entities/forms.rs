//! How forms of one name are known for one another: initials, other scripts, what companies add to their names.

use crate::report::EntityLabel;
use crate::tags::names::attributes::fold;

/// Whether all letters are katakana.
// Not inlined, for the size of the core.
#[inline(never)]
pub fn is_katakana(form: &str) -> bool {
    let is_kana = |character: char| matches!(character, 'ァ'..='ヺ' | 'ー' | '・' | '=' | '＝' | ' ');
    form.chars().any(|character| matches!(character, 'ァ'..='ヺ')) && form.chars().all(is_kana)
}

/// Whether all letters are Latin, and there is one.
#[inline(never)]
pub fn is_latin(form: &str) -> bool {
    form.chars().any(|character| fold(character).is_ascii_alphabetic())
        && form
            .chars()
            .all(|character| !character.is_alphabetic() || character < '\u{250}' || fold(character).is_ascii())
}

/// Whether all letters are kanji.
#[inline(never)]
pub fn is_kanji(form: &str) -> bool {
    !form.is_empty()
        && form.chars().all(|character| matches!(character, '\u{3400}'..='\u{9FFF}' | '々' | '\u{20000}'..='\u{3FFFF}'))
}

/// Whether it is an acronym: two to seven capitals, perhaps with digits after the first.
pub fn is_acronym(form: &str) -> bool {
    let length = form.chars().count();
    (2..=7).contains(&length)
        && form.chars().all(|character| character.is_ascii_uppercase() || character.is_ascii_digit())
        && form.chars().filter(char::is_ascii_uppercase).count() >= 2
}

/// What a name ends in that is a model's own: "R2" of "朔北R2", from a capital after another script on, with a digit.
///
/// ```
/// use article_analyzer::tags::entities::forms::code_at_end;
/// assert_eq!(code_at_end("朔北R2"), Some("R2"));
/// assert_eq!(code_at_end("DeepSeek-R1"), None);
/// assert_eq!(code_at_end("第3回"), None);
/// ```
pub fn code_at_end(name: &str) -> Option<&str> {
    let (before, _) = name.char_indices().rfind(|(_, character)| !character.is_ascii())?;
    let (_, code) = name.split_at_checked(before)?;
    let code = code.get(code.chars().next()?.len_utf8()..)?;
    let is_code =
        code.starts_with(|first: char| first.is_ascii_uppercase()) && code.contains(|c: char| c.is_ascii_digit());
    is_code.then_some(code)
}

/// The capitals of a name: "DS" of "DeepSeek", "CSIS" of "Center for Strategic and International Studies".
///
/// ```
/// use article_analyzer::tags::entities::forms;
/// assert_eq!(forms::initials("DeepSeek"), "DS");
/// assert_eq!(forms::initials("Center for Strategic and International Studies"), "CSIS");
/// ```
pub fn initials(name: &str) -> String {
    name.chars().map(fold).filter(char::is_ascii_uppercase).collect()
}

/// The name without what companies add before and after theirs.
#[inline(never)]
pub fn without_company_form<'n>(name: &'n str, company_forms: &str) -> &'n str {
    let mut rest = name;
    for word in company_forms.split_whitespace() {
        let before = rest.strip_prefix(word).filter(|left| free(word, left.chars().next()));
        rest = before.unwrap_or(rest).trim_start();
        let after = rest.strip_suffix(word).filter(|left| free(word, left.chars().next_back()));
        rest = after.unwrap_or(rest).trim_end_matches([' ', ',', '、']);
    }
    if rest.chars().count() < 2 { name } else { rest }
}

/// Whether a word ends where another character begins: Latin words need something between them.
fn free(word: &str, next: Option<char>) -> bool {
    let is_latin_word = word.chars().any(|character| character.is_ascii_alphabetic());
    next.is_some_and(|next| !is_latin_word || !next.is_ascii_alphanumeric())
}

/// The consonants of a name in katakana or Latin letters, alike where the two scripts write one sound: the same for
/// "SenseTime" and "センスタイム". Empty for names in other scripts.
///
/// ```
/// use article_analyzer::tags::entities::forms::consonants;
/// assert_eq!(consonants("SenseTime"), consonants("センスタイム"));
/// assert_eq!(consonants("Tencent"), consonants("テンセント"));
/// assert_ne!(consonants("Alibaba"), consonants("バイドゥ"));
/// assert_eq!(consonants("東京"), "");
/// ```
pub fn consonants(name: &str) -> String {
    let mut found = if is_katakana(name) {
        name.chars().filter_map(of_katakana).collect()
    } else if is_latin(name) {
        of_latin(
            &name.chars().map(fold).flat_map(char::to_lowercase).filter(char::is_ascii_alphabetic).collect::<Vec<_>>(),
        )
    } else {
        Vec::new()
    };
    found.dedup();
    found.into_iter().collect()
}

fn of_katakana(kana: char) -> Option<char> {
    Some(match kana {
        'カ'..='ゴ' => {
            if matches!(kana, 'ガ' | 'ギ' | 'グ' | 'ゲ' | 'ゴ') {
                'g'
            } else {
                'k'
            }
        }
        'サ' | 'ス' | 'セ' | 'ソ' | 'シ' => 's',
        'ザ' | 'ズ' | 'ゼ' | 'ゾ' | 'ジ' => 'z',
        'タ' | 'テ' | 'ト' | 'ツ' => 't',
        'チ' => 'c',
        'ダ' | 'デ' | 'ド' | 'ヂ' | 'ヅ' => 'd',
        'ナ'..='ノ' | 'ン' => 'n',
        'ハ' | 'ヒ' | 'ヘ' | 'ホ' => 'h',
        'フ' => 'f',
        'バ' | 'ビ' | 'ブ' | 'ベ' | 'ボ' | 'ヴ' => 'b',
        'パ' | 'ピ' | 'プ' | 'ペ' | 'ポ' => 'p',
        'マ'..='モ' => 'm',
        'ラ'..='ロ' => 'r',
        _ => return None,
    })
}

fn of_latin(letters: &[char]) -> Vec<char> {
    let mut found = Vec::new();
    for (place, letter) in letters.iter().enumerate() {
        let next = letters.get(place + 1).copied().unwrap_or(' ');
        let before = place.checked_sub(1).and_then(|before| letters.get(before)).copied().unwrap_or(' ');
        found.extend(match letter {
            'c' if next == 'h' => Some('c'),
            'c' if matches!(next, 'e' | 'i' | 'y') => Some('s'),
            'c' | 'k' | 'q' => Some('k'),
            'h' if matches!(before, 'c' | 's' | 't' | 'p' | 'g' | 'z') => None,
            'h' if matches!(next, 'a' | 'e' | 'i' | 'o' | 'u') => Some('h'),
            'p' if next == 'h' => Some('f'),
            'j' => Some('z'),
            'l' | 'r' => Some('r'),
            'v' | 'b' => Some('b'),
            'x' => Some('k'),
            'd' | 'f' | 'g' | 'm' | 'n' | 'p' | 's' | 't' | 'z' => Some(*letter),
            _ => None,
        });
    }
    found
}

/// Whether a form is in kana.
pub fn is_reading(form: &str) -> bool {
    form.chars().all(|character| matches!(character, 'ぁ'..='ゟ' | 'ァ'..='ヺ' | 'ー' | '・' | ' ' | '　'))
}

/// Whether what stands in brackets in Latin letters is another form of a name in others.
pub fn is_latin_form(name: &str, other: &str, label: EntityLabel) -> bool {
    let has_capital = other.chars().next().is_some_and(char::is_uppercase);
    let plausible = match label {
        EntityLabel::Person => other.contains(' '),
        _ => is_acronym(other) || sound_alike(name, other) || (has_capital && other.len() > 3),
    };
    plausible && other.chars().any(char::is_alphabetic)
}

/// Whether two names in kanji are one in other forms of some signs: as long, and half of it the same.
pub fn in_other_signs(name: &str, other: &str) -> bool {
    let (mut others, mut same, mut signs) = (other.chars(), 0, 0);
    for sign in name.chars() {
        same += usize::from(others.next() == Some(sign));
        signs += 1;
    }
    name.len() == other.len() && same < signs && 2 * same >= signs
}

/// Whether two names are likely one in katakana and in Latin letters: most consonants, in their order, are in both.
pub fn sound_alike(left: &str, right: &str) -> bool {
    let (left, right) = (consonants(left), consonants(right));
    let (left, right): (Vec<char>, Vec<char>) = (left.chars().take(40).collect(), right.chars().take(40).collect());
    let longest = left.len().max(right.len());
    longest > 0 && common(&left, &right) * 3 >= longest * 2
}

/// The length of the longest common subsequence.
fn common(left: &[char], right: &[char]) -> usize {
    let mut row = vec![0; right.len() + 1];
    for first in left {
        let mut diagonal = 0;
        for (place, second) in right.iter().enumerate() {
            let (above, beside) = (row.get(place + 1).copied().unwrap_or(0), row.get(place).copied().unwrap_or(0));
            let best = if first == second { diagonal + 1 } else { above.max(beside) };
            diagonal = above;
            if let Some(cell) = row.get_mut(place + 1) {
                *cell = best;
            }
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn katakana_and_latin() {
        let table = [
            ("Baidu", "バイドゥ", true),
            ("iFlyTek", "アイフライテック", true),
            ("Alibaba", "アリババ", true),
            ("Hangzhou", "ハンジョウ", true),
            ("Tencent", "バイドゥ", false),
            ("Moonshot", "アリババ", false),
        ];
        for (latin, katakana, expected) in table {
            assert_eq!(sound_alike(latin, katakana), expected, "{latin} {katakana}");
        }
    }

    #[test]
    fn company_forms() {
        let forms = "株式会社 社 グループ Inc. Inc";
        let table = [
            ("株式会社東都電機", "東都電機"),
            ("東都電機株式会社", "東都電機"),
            ("アリババグループ", "アリババ"),
            ("Example, Inc.", "Example"),
            ("Zinc", "Zinc"),
            ("支社", "支社"),
        ];
        for (name, expected) in table {
            assert_eq!(without_company_form(name, forms), expected, "{name}");
        }
    }
}
