//! What scripts a word is written in.

use super::attributes::{fold, mix};

/// The kind of a character, as a letter: what shapes are made of.
fn kind(character: char) -> u8 {
    match character {
        'ぁ'..='ゟ' => b'h',
        'ァ'..='ヺ' | 'ー'..='ヾ' => b'k',
        '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百' | '千' | '万' | '億' | '兆'
        | '〇' => b'n',
        '\u{3400}'..='\u{9FFF}' | '々' | '〆' | '\u{20000}'..='\u{3FFFF}' => b'c',
        'a'..='z' => b'a',
        'A'..='Z' => b'A',
        '・' | '=' | '＝' => b'm',
        '「' | '『' | '【' | '《' | '〈' | '(' | '[' | '“' => b'(',
        '」' | '』' | '】' | '》' | '〉' | ')' | ']' | '”' => b')',
        '。' | '!' | '?' | '.' => b'.',
        '、' | ',' => b',',
        _ if character.is_numeric() => b'0',
        _ if character.is_lowercase() => b'a',
        _ if character.is_uppercase() => b'A',
        _ if character.is_alphabetic() => b'x',
        _ => b's',
    }
}

/// The kinds of a word's characters, repetitions left out, the first six as one number; never 0.
pub fn shape(form: &str) -> u32 {
    let (mut shape, mut last, mut kinds) = (1, 0, 0);
    for kind in form.chars().map(fold).map(kind) {
        if kind == last {
            continue;
        }
        if kinds == 6 {
            break;
        }
        (shape, last, kinds) = (mix(shape, u32::from(kind)), kind, kinds + 1);
    }
    shape | 1
}
