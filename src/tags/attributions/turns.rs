//! Who speaks where speakers take turns: the same names before a colon or a wide space, line after line.

use super::answers::in_order;
use crate::article::Article;
use crate::report::{Attribution, AttributionForm, Block, Entity, EntityLabel, Source};
use crate::span::Span;
use std::collections::HashMap;

/// Lines that a name opens at least before it is a speaker's, and lines of all speakers.
const AGAIN: usize = 2;
const TURNS: usize = 3;
/// Characters and words of a name at most, and characters of what is said after it at least.
const LONGEST_NAME: usize = 20;
const MOST_WORDS: usize = 3;
const SHORTEST_SAID: usize = 8;
/// What parts a name from what it says where no colon does.
const WIDE_SPACE: char = '\u{3000}';
/// What ends sentences that are said.
const STOPS: [char; 6] = ['。', '？', '！', '?', '!', '.'];
/// So many turns are asked for a person that the article names.
const LOOKED_AT: usize = 64;

/// Adds what is said in turns, in the place where it stands. One of the speakers must be a person of the article, so that
/// the parts of recipes and fact boxes are none.
pub fn add(article: &Article<'_>, entities: &[Entity], attributions: &mut Vec<Attribution>) {
    let bodies = article.blocks.iter().filter(|block| block.role.is_body());
    let mut turns: Vec<Attribution> = bodies.filter_map(|block| turn(article.text, block)).collect();
    let mut lines: HashMap<String, usize> = HashMap::new();
    for name in turns.iter().filter_map(|turn| turn.source.name.clone()) {
        *lines.entry(name).or_default() += 1;
    }
    lines.retain(|_, count| *count >= AGAIN);
    turns.retain(|turn| turn.source.name.as_ref().is_some_and(|name| lines.contains_key(name)));
    let is_known = |turn: &Attribution| turn.source.name.as_ref().is_some_and(|name| is_person(name, entities));
    if lines.len() > 1 && turns.len() >= TURNS && turns.iter().take(LOOKED_AT).any(is_known) {
        attributions.append(&mut turns);
        in_order(attributions);
    }
}

/// The words of a block that a name opens.
fn turn(text: &str, block: &Block) -> Option<Attribution> {
    let line = block.span.of(text);
    let (opener, said) = opener(line).filter(|(_, said)| is_told(said))?;
    // 柘植（館長）：… is said by 柘植.
    let name = opener.split(['（', '(']).next().map(str::trim_end).filter(|name| name.chars().nth(1).is_some())?;
    let span = |start: usize, end: usize| Span::new(start, end).shifted(block.span.start as usize);
    let (start, end) = (line.len() - line.trim_start().len(), line.len() - said.len());
    Some(Attribution {
        cue: span(start + name.len(), end),
        content: span(end + said.len() - said.trim_start().len(), line.len()),
        source: Source { span: Some(span(start, start + name.len())), name: Some(name.to_owned()), entity: None },
        form: AttributionForm::Direct,
    })
}

/// The name that a line begins with and what follows the mark after it: a colon, or a wide space before sentences.
/// `None` where the line begins otherwise.
pub fn opener(line: &str) -> Option<(&str, &str)> {
    let (name, said) = line.split_once([':', '：', WIDE_SPACE])?;
    // 柘植　…。: after a space only what is said in sentences.
    if line.get(name.len()..)?.starts_with(WIDE_SPACE) && !is_told(said) {
        return None;
    }
    let is_name = !name.is_empty()
        && name.chars().count() <= LONGEST_NAME
        && name.split_whitespace().count() <= MOST_WORDS
        && name.chars().all(|c| c.is_alphabetic() || " .・（）()".contains(c));
    (is_name && said.trim().chars().count() > 1 && !said.starts_with('/')).then_some((name.trim(), said))
}

/// Whether words are said rather than listed.
fn is_told(said: &str) -> bool {
    said.contains(STOPS) && said.chars().nth(SHORTEST_SAID).is_some()
}

/// Whether an entity is a person of that name, or of a part of it.
fn is_person(name: &str, entities: &[Entity]) -> bool {
    let mut persons = entities.iter().filter(|entity| entity.label == EntityLabel::Person);
    persons.any(|entity| entity.name.contains(name) || entity.aliases.iter().any(|form| name.contains(form)))
}

#[cfg(test)]
mod tests {
    use crate::measures::testing::prose;
    use crate::{Options, report::OffsetUnit};

    #[test]
    fn turns() {
        let intro = "灯台の保存を進める柘植拓真さんと、港の歴史を調べる南雲由紀さんに話を聞いた。";
        let told = [
            "灯台は百年前から港を照らしてきました。今は無人です。",
            "当時の灯台守は家族で暮らしていました。",
            "そうなんです。沖の船がよく見えたそうです。",
            "窓は北を向いていました。寒かったでしょうね。",
        ];
        let names = ["柘植", "南雲"];
        let interview = |names: &[&str], mark: &str| {
            let lines: Vec<String> =
                told.iter().zip(names.iter().cycle()).map(|(said, name)| format!("{name}{mark}{said}")).collect();
            format!("{intro}\n\n{}", lines.join("\n\n"))
        };
        let table = [
            ("a wide space", interview(&names, "　"), 4),
            ("a colon", interview(&names, "："), 4),
            ("a part in brackets", interview(&["柘植（館長）", "南雲（記者）"], "："), 4),
            ("nobody speaks again", interview(&["柘植", "南雲", "司会", "記者"], "　"), 0),
            ("one alone", interview(&["柘植"], "　"), 0),
            ("no persons", interview(&["材料", "作り方"], "　"), 0),
            ("a list", format!("{intro}\n\n柘植　10時\n\n南雲　11時\n\n柘植　12時\n\n南雲　13時"), 0),
        ];
        for (what, text, expected) in table {
            let report = prose(&text, Options { offsets: OffsetUnit::Byte, ..Options::default() });
            let spoken = report.attributions.iter().filter(|said| said.source.name.is_some());
            let spoken: Vec<_> =
                spoken.map(|said| (said.source.name.clone().unwrap(), said.content.of(&text))).collect();
            assert_eq!(spoken.len(), expected, "{what}: {spoken:?}");
            if expected > 0 {
                assert_eq!(spoken[0].1, told[0], "{what}");
                assert!(spoken[0].0.starts_with("柘植"), "{what}: {spoken:?}");
                let speaker = report.attributions.iter().find_map(|said| said.source.entity).unwrap();
                assert_eq!(report.entities[speaker as usize].name, "柘植拓真", "{what}");
                assert_eq!(report.genre.map(|genre| genre.id), Some(crate::report::GenreKind::Transcript), "{what}");
            }
        }
    }
}
