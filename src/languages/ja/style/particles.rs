//! Particles that come back in one sentence.

use crate::measures::style::{Line, Notes};
use crate::options::Wording;
use crate::tokens::Token;

/// Particles whose second use close by makes a sentence hard to read. Others stand twice by rights: も and と in lists,
/// の before nouns, て in chains of verbs.
const MARKED: &[&str] = &["は", "が", "に", "で", "へ", "には", "では", "とは", "からは", "までに"];

const REPEATED: Wording = ("“{}” stands twice close together.", "助詞「{}」がすぐ近くで繰り返されています。");
const GA: Wording = (
    "“が” joins clauses twice in one sentence.",
    "接続助詞の「が」が一文に二度あります。文を分けると関係がはっきりします。",
);

fn is_particle(token: &Token<'_>) -> bool {
    token.xpos.is_some_and(|class| class.starts_with("助詞"))
}

/// The same particle twice with no other particle and no mark between them; a chain such as には is one particle.
pub fn repeated(line: &Line<'_>, notes: &mut Notes) {
    let tokens: Vec<_> = line.own_tokens().collect();
    let mut last: Option<&str> = None;
    let runs = tokens.chunk_by(|a, b| is_particle(a) && is_particle(b) && a.span.end == b.span.start);
    for run in runs {
        let (Some(first), Some(end)) = (run.first(), run.last()) else { continue };
        if !is_particle(first) {
            last = last.filter(|_| first.is_word());
            continue;
        }
        let form = line.text(crate::Span { start: first.span.start, end: end.span.end });
        if last == Some(form) && MARKED.contains(&form) {
            notes.add(first.span, REPEATED, &[form]);
        }
        last = Some(form);
    }
}

/// 逆接 and other 接続助詞 の「が」 a second time in one sentence.
pub fn conjunctive_ga(line: &Line<'_>, notes: &mut Notes) {
    let is_ga = |token: &&Token<'_>| token.xpos == Some("助詞-接続助詞") && line.form(token) == "が";
    for token in line.own_tokens().filter(is_ga).skip(1) {
        notes.add(token.span, GA, &[]);
    }
}

#[cfg(test)]
mod tests {
    use crate::measures::style::testing::check;

    #[test]
    fn particles_twice() {
        check(
            "repeated-particle",
            &[
                ("彼女は今日は来ない。", "は"),
                ("店員が客が来るのを待つ。", "が"),
                ("彼は本を読み、彼女は歌う。", ""),
                ("本も雑誌も読む。", ""),
                ("東京には公園がある。", ""),
                ("彼は「私は行く」と言った。", ""),
            ],
        );
    }

    #[test]
    fn ga_twice() {
        check(
            "repeated-ga",
            &[
                ("雨だったが、出かけたが、寒かった。", "が"),
                ("雨だったが、出かけた。", ""),
                ("雨が降ったが、風が強い。", ""),
            ],
        );
    }
}
