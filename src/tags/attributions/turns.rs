//! Who speaks where speakers take turns: the same names before a colon or a wide space, line after line.

use crate::article::Article;
use crate::order::Order;
use crate::report::{Attribution, AttributionForm, Block, Entity, EntityLabel, Source};
use crate::span::Span;
use std::collections::HashMap;

/// Lines that a name opens at least before it is a speaker's, and lines of all speakers.
const AGAIN: usize = 2;
const TURNS: usize = 3;
/// Characters of a name at most before a wide space, and of what is said after it at least.
const LONGEST_NAME: usize = 10;
const SHORTEST_SAID: usize = 8;
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
        attributions.order_by_key(|attribution| attribution.cue);
    }
}

/// The words of a block that a name opens.
fn turn(text: &str, block: &Block) -> Option<Attribution> {
    let line = block.span.of(text);
    let (name, mark) = opener(line)?;
    let said = line.get(name.len() + mark.len()..)?;
    let span = |start: usize, end: usize| Span::new(start, end).shifted(block.span.start as usize);
    let source = span(0, name.len());
    Some(Attribution {
        cue: span(name.len(), name.len() + mark.len()),
        content: span(line.len() - said.trim_start().len(), line.len()),
        source: Source { span: Some(source), name: Some(name.to_owned()), entity: None },
        form: AttributionForm::Direct,
    })
}

/// The name that a line begins with and the mark after it, where what follows is said rather than listed.
#[inline(never)]
pub fn opener(line: &str) -> Option<(&str, &str)> {
    let (at, mark) = line.match_indices(['：', ':', '\u{3000}']).next()?;
    let (name, said) = (line.get(..at)?, line.get(at + mark.len()..)?);
    let letters = name.chars().count();
    let is_name = (2..=LONGEST_NAME).contains(&letters) && name.chars().all(|c| c.is_alphabetic() || c == '・');
    let is_said = said.contains(['。', '？', '！', '?', '!', '.']) && said.chars().nth(SHORTEST_SAID).is_some();
    (is_name && is_said).then_some((name, mark))
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
