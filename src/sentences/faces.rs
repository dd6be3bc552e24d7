//! Faces made of marks, such as (^_^) and (´・ω・｀): one sign, whatever marks it is made of.

/// No face is longer, brackets included.
const LONGEST: usize = 14;

/// Where the face that begins at `index` ends.
pub fn end(characters: &[char], index: usize) -> Option<usize> {
    let closing = match characters.get(index)? {
        '(' => ')',
        '（' => '）',
        _ => return None,
    };
    let inside = characters.iter().skip(index + 1).take(LONGEST - 1);
    let length = inside.clone().position(|c| *c == closing).filter(|length| *length >= 2)?;
    let eyes = inside.clone().take(length).filter(|c| is_eye(**c)).count();
    let is_face = eyes >= 2 && inside.take(length).all(|c| is_eye(*c) || is_feature(*c));
    is_face.then_some(index + length + 2)
}

/// Marks that eyes and cheeks are made of, and little else in brackets.
fn is_eye(character: char) -> bool {
    matches!(
        character,
        '^' | '＾'
            | '´'
            | '｀'
            | '`'
            | '≧'
            | '≦'
            | '￣'
            | '∀'
            | '▽'
            | '▼'
            | 'ω'
            | 'Д'
            | 'д'
            | ';'
            | '；'
            | '>'
            | '<'
            | '＞'
            | '＜'
            | '_'
            | '＿'
            | '°'
            | '゜'
            | 'ﾟ'
            | '・'
            | '･'
            | 'T'
            | '@'
            | '*'
            | '＊'
            | '#'
            | '◕'
            | '◠'
            | '•'
    )
}

/// What else a face has.
fn is_feature(character: char) -> bool {
    matches!(
        character,
        '.' | '-'
            | '—'
            | 'o'
            | 'O'
            | 'ｏ'
            | '0'
            | '〇'
            | '○'
            | '◇'
            | '='
            | '~'
            | '～'
            | '‿'
            | '▿'
            | '┬'
            | '﹏'
            | '/'
            | '／'
            | '\\'
            | '＼'
            | '!'
            | '！'
            | '?'
            | '？'
            | ' '
            | '　'
            | ','
            | 'ノ'
            | 'ﾉ'
            | 'ヽ'
            | '艸'
            | 'з'
            | 'ε'
            | '皿'
            | '\''
    )
}

#[cfg(test)]
mod tests {
    use super::end;

    #[test]
    fn faces_and_what_is_none() {
        for face in ["(^_^)", "(^^)", "(#^.^#)", "（´・ω・｀）", "(;_;)", "(T_T)", "(≧▽≦)", "(*^-^*)", "(^o^)"]
        {
            let characters: Vec<char> = face.chars().collect();
            assert_eq!(end(&characters, 0), Some(characters.len()), "{face}");
        }
        for other in ["(2)", "(笑)", "(a)", "(A・B)", "(...)", "（中略）", "(^", "( )", "()", "(1.5)", "(?)", "(TV)"]
        {
            let characters: Vec<char> = other.chars().collect();
            assert_eq!(end(&characters, 0), None, "{other}");
        }
    }
}
