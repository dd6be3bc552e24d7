//! How sentences end: polite (敬体) or plain (常体).
//!
//! Only the very end of a sentence tells, so that conditionals (であれば) and attributive forms (重要である理由) never
//! count. Quoted sentences and those in brackets are somebody else's.

use crate::measures::counted::Passage;
use crate::measures::style::{Line, Notes};
use crate::options::Wording;
use crate::report::Role;
use crate::tokens::Token;
use regex::Regex;
use std::sync::LazyLock;

/// How a sentence ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// です, ます and their forms.
    Polite,
    /// だ, である, a verb or an adjective.
    Plain,
    /// A noun (体言止め).
    Nominal,
    /// A quotation, a bracket, or nothing that tells.
    Other,
}

static POLITE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let forms = "です|でした|ます|ました|ません|ませんでした|ましょう|でしょう|ください|下さい|くださいませ";
    Regex::new(&format!("(?:{forms})(?:か|ね|よ|よね|かね|が|けど|けれど|から|ので)?$")).ok()
});

/// No polite ending has more characters; a pattern that looks at a sentence's end alone is not led through all of it.
const LONGEST: usize = 12;

/// What can stand after the last word without telling anything.
const AFTER: &str = "。．！？!?…‥・～〜♪☆ 　";

/// How a sentence ends.
pub fn ending(passage: &Passage<'_>) -> Ending {
    let text = without_reference(passage.text).trim_end_matches(|c| AFTER.contains(c));
    if text.is_empty() || text.ends_with(['」', '』', '）', ')', '"', '”', '】', '：', ':', '、']) {
        return Ending::Other;
    }
    let tail = text.char_indices().nth_back(LONGEST).map_or(text, |(start, _)| text.get(start..).unwrap_or(text));
    if POLITE.as_ref().is_some_and(|polite| polite.is_match(tail)) {
        return Ending::Polite;
    }
    let end = passage.start as usize + text.len();
    // A closing particle passes the question on to the word before.
    let mut before_end = passage.tokens.iter().rev().skip_while(|token| token.span.end as usize > end);
    let last = before_end.find(|token| token.xpos != Some("助詞-終助詞"));
    last.map_or(Ending::Other, of_word)
}

/// The text without reference marks such as `[3]` at its end.
fn without_reference(text: &str) -> &str {
    let mut rest = text.trim_end();
    while let Some(inside) = rest.strip_suffix([']', '］']) {
        let Some(before) = inside.trim_end_matches(char::is_numeric).strip_suffix(['[', '［']) else { break };
        rest = before.trim_end();
    }
    rest
}

/// The ending that the last word makes.
fn of_word(last: &Token<'_>) -> Ending {
    match last.xpos.map(|class| class.split('-').next().unwrap_or(class)) {
        Some("動詞" | "形容詞" | "助動詞") => Ending::Plain,
        Some("名詞" | "代名詞" | "接尾辞" | "形状詞") => Ending::Nominal,
        _ => Ending::Other,
    }
}

const POLITE_AMONG_PLAIN: Wording = (
    "A polite ending (です, ます) among plain ones.",
    "文末が敬体（です・ます）です。この記事の文末はおもに常体（だ・である）です。",
);
const PLAIN_AMONG_POLITE: Wording = (
    "A plain ending (だ, である) among polite ones.",
    "文末が常体（だ・である）です。この記事の文末はおもに敬体（です・ます）です。",
);

/// Sentences of paragraphs that leave the article's own way of ending: every one where most of the article ends the
/// other way, only those beside sentences of both kinds where the article has about as many of each.
pub fn mixed(lines: &[Line<'_>], notes: &mut Notes) {
    let endings: Vec<(usize, Ending)> = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| line.passage.block.role == Role::Paragraph && is_own(line))
        .map(|(index, line)| (index, ending(&line.passage)))
        .collect();
    let count = |kind: Ending| endings.iter().filter(|(_, ending)| *ending == kind).count();
    let (polite, plain) = (count(Ending::Polite), count(Ending::Plain));
    let (few, wording) =
        if polite < plain { (Ending::Polite, POLITE_AMONG_PLAIN) } else { (Ending::Plain, PLAIN_AMONG_POLITE) };
    let is_even = polite.min(plain) * 3 > polite.max(plain);
    for (index, _) in endings.iter().filter(|(_, ending)| *ending == few) {
        let Some(line) = lines.get(*index) else { continue };
        if !is_even || has_both(&endings, lines, *index) {
            notes.add(line.whole(), wording, &[]);
        }
    }
}

/// Whether a sentence is in the writer's own voice: not opened by a quotation or bracket that it is all of.
fn is_own(line: &Line<'_>) -> bool {
    !line.passage.text.starts_with(['「', '『', '（', '(', '“', '"'])
}

/// Whether a neighbour of a sentence in its own block ends the other way.
fn has_both(endings: &[(usize, Ending)], lines: &[Line<'_>], index: usize) -> bool {
    let Ok(place) = endings.binary_search_by_key(&index, |(index, _)| *index) else { return false };
    let block = |index: usize| lines.get(index).map(|line| line.passage.block.span);
    let own = endings.get(place).map(|(_, ending)| *ending);
    [place.checked_sub(1), Some(place + 1)].into_iter().flatten().any(|neighbour| {
        endings.get(neighbour).is_some_and(|(other, ending)| {
            block(*other) == block(index) && Some(*ending) != own && matches!(ending, Ending::Polite | Ending::Plain)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measures::style::testing::check;

    #[test]
    fn mixtures() {
        let polite = "雨が降ります。風も吹きます。外は寒いです。";
        let table = [
            ("雨だ。風が吹く。外は寒い。", ""),
            (polite, ""),
            ("雨が降ります。風も吹きます。外は寒いです。家にいる。", "家にいる。"),
            ("雨が降る。風も吹く。外は寒い。家にいるのだ。出かけません。", "出かけません。"),
            // A conditional, an attributive form and a noun are no plain endings.
            ("雨が降ります。雪であれば積もります。必要である理由を述べます。風も吹きます。外は雪。", ""),
            // What is quoted is somebody else's.
            ("雨が降ります。彼は「寒い」と言いました。「家にいる。」風も吹きます。", ""),
            ("雨が降ります[1]。風も吹きます。[2]外は寒いですね。", ""),
        ];
        check("mixed-endings", &table);
    }

    #[test]
    fn kinds() {
        use crate::{Options, measures::testing::prose};
        let table = [
            ("雨です。", Ending::Polite),
            ("雨でしょうか？", Ending::Polite),
            ("お待ちください。", Ending::Polite),
            ("雨だ。", Ending::Plain),
            ("雨が降ったよ。", Ending::Plain),
            ("美しい。", Ending::Plain),
            ("外は雪。", Ending::Nominal),
            ("「雨だ。」", Ending::Other),
        ];
        for (text, expected) in table {
            let report = prose(text, Options { language: Some("ja".to_owned()), ..Options::default() });
            let counts = report.statistics.shares;
            let share = match expected {
                Ending::Polite => counts["politeEndings"],
                Ending::Plain => counts["plainEndings"],
                Ending::Nominal => counts["nominalEndings"],
                Ending::Other => Some(
                    1.0 - ["politeEndings", "plainEndings", "nominalEndings"]
                        .iter()
                        .filter_map(|name| counts[*name])
                        .sum::<f64>(),
                ),
            };
            assert_eq!(share, Some(1.0), "{text}");
        }
    }
}
