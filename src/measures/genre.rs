//! Genre: what kind of text an article is, by what it is written like.
//!
//! Each language has a table of cues: patterns with the genre that they speak for. A cue weighs
//! weight · min(1, n / max(need, share · s)) for n places in s sentences, so that what is said once in passing counts
//! less in a long text. The sum of a genre's cues is its evidence e, and its score is e / (e + 1.5). Quotations are
//! somebody else's words and are left out.

use super::counted::Passage;
use super::style::Line;
use crate::article::Article;
use crate::order::Order;
use crate::report::{Attribution, Block, Genre, GenreKind, Role};
use regex::Regex;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Where a cue looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The title.
    Title,
    /// Counted sentences, without their quotations.
    Text,
    /// Every block, page noise included: what the page says of the article.
    Page,
    /// The blocks of the article, one match each.
    Blocks,
}

/// A pattern that speaks for a genre.
pub struct Cue {
    genre: GenreKind,
    place: Place,
    pattern: &'static str,
    weight: f64,
    need: u32,
    share: f64,
    reason: &'static str,
}

impl Cue {
    /// A cue of full weight from its first place on. In `reason`, `{}` stands for the words found.
    pub const fn new(genre: GenreKind, place: Place, weight: f64, pattern: &'static str, reason: &'static str) -> Self {
        Cue { genre, place, pattern, weight, need: 1, share: 0.0, reason }
    }

    /// The same, of full weight from `need` places on, and from this share of the sentences on.
    pub const fn from(self, need: u32, share: f64) -> Self {
        Cue { need, share, ..self }
    }
}

/// The cues of a language.
pub struct Cues {
    #[cfg_attr(not(test), expect(dead_code, reason = "the tests hold the patterns to it"))]
    table: &'static [Cue],
    compiled: Vec<(&'static Cue, Regex)>,
}

impl Cues {
    /// Compiles the patterns of a table. A cue whose pattern is none is left out, which the tests rule out.
    pub fn new(table: &'static [Cue]) -> Self {
        Cues { table, compiled: table.iter().filter_map(|cue| Some((cue, Regex::new(cue.pattern).ok()?))).collect() }
    }
}

/// How a language tells genres.
pub struct GenreRules {
    /// Its cues.
    pub cues: &'static LazyLock<Cues>,
    /// Why a text that passes on others' words is news; `{}` stands for how often it does.
    pub attributed: &'static str,
    /// Why a text of speakers who take turns is a transcript; `{}` stands for them.
    pub turns: &'static str,
}

/// The least evidence of a genre.
const LEAST: f64 = 1.5;
/// Words that are told for one cue.
const TOLD: usize = 3;
/// Attributions that make a text news, by themselves not enough.
const ATTRIBUTIONS: u32 = 3;
/// Lines that speakers must take in turns.
const TURNS: usize = 4;

/// What was found for a genre: the evidence of each reason.
type Found = BTreeMap<GenreKind, Vec<(f64, String)>>;

/// The genre of an article with the reasons for it; `None` where too little speaks for any.
pub fn genre(article: &Article<'_>, counted: &[Passage<'_>], attributions: &[Attribution]) -> Option<Genre> {
    let lines: Vec<Line<'_>> = counted.iter().copied().map(Line::new).collect();
    let rules = &article.language.genre;
    let mut found = Found::new();
    for (cue, regex) in &rules.cues.compiled {
        let words = match cue.place {
            Place::Text => in_text(regex, &lines),
            place => in_blocks(regex, place, article),
        };
        let full = f64::from(cue.need).max(cue.share * lines.len() as f64);
        let weight = cue.weight * (words.len() as f64 / full).min(1.0);
        if weight > 0.0 {
            found.entry(cue.genre).or_default().push((weight, cue.reason.replace("{}", &told(&words))));
        }
    }
    if !attributions.is_empty() && !lines.is_empty() {
        let many = attributions.len() as f64;
        let weight = (many / f64::from(ATTRIBUTIONS).max(0.15 * lines.len() as f64)).min(1.0);
        let reason = rules.attributed.replace("{}", &attributions.len().to_string());
        found.entry(GenreKind::News).or_default().push((weight, reason));
    }
    if let Some(speakers) = speakers(article) {
        found.entry(GenreKind::Transcript).or_default().push((3.0, rules.turns.replace("{}", &speakers)));
    }
    best(found)
}

/// The genre with the most evidence, its reasons by weight.
fn best(found: Found) -> Option<Genre> {
    let sum = |reasons: &[(f64, String)]| reasons.iter().map(|(weight, _)| weight).sum::<f64>();
    let (id, mut reasons) = found.into_iter().max_by(|a, b| sum(&a.1).total_cmp(&sum(&b.1)).then(b.0.cmp(&a.0)))?;
    let evidence = sum(&reasons);
    reasons.order_by(|a, b| b.0.total_cmp(&a.0));
    let because = reasons.into_iter().map(|(_, reason)| reason).collect();
    (evidence >= LEAST).then_some(Genre { id, score: evidence / (evidence + 1.5), because })
}

fn in_text<'a>(regex: &Regex, lines: &[Line<'a>]) -> Vec<&'a str> {
    let inside = |line: &Line<'a>| {
        let own =
            regex.find_iter(line.passage.text).filter(|found| !line.is_quoted(line.span(found.start(), found.end())));
        own.map(|found| bare(found.as_str())).collect::<Vec<_>>()
    };
    lines.iter().flat_map(inside).collect()
}

fn in_blocks<'a>(regex: &Regex, place: Place, article: &Article<'a>) -> Vec<&'a str> {
    let is_in_place = |block: &&Block| match place {
        Place::Title => block.role == Role::Title,
        Place::Blocks => !block.role.is_noise(),
        Place::Page | Place::Text => true,
    };
    let blocks = article.blocks.iter().filter(is_in_place);
    blocks.filter_map(|block| regex.find(block.span.of(article.text))).map(|found| bare(found.as_str())).collect()
}

/// Words without the marks that their pattern asks for at their ends.
fn bare(words: &str) -> &str {
    words.trim_matches(|c: char| c.is_whitespace() || "。、".contains(c))
}

/// The first few words found, each once.
fn told(words: &[&str]) -> String {
    let mut told: Vec<&str> = Vec::new();
    for word in words {
        if told.len() < TOLD && !told.contains(word) {
            told.push(word);
        }
    }
    told.join(", ")
}

/// The speakers whose names begin the lines, where they take turns: at least four lines of at least two speakers, of
/// whom one speaks again.
fn speakers(article: &Article<'_>) -> Option<String> {
    let is_said = |block: &&Block| !block.role.is_noise() && block.role != Role::Metadata;
    let lines: Vec<&str> =
        article.blocks.iter().filter(is_said).filter_map(|block| speaker(block.span.of(article.text))).collect();
    let mut once: Vec<&str> = Vec::new();
    for name in &lines {
        if !once.contains(name) && once.len() < TURNS * 2 {
            once.push(name);
        }
    }
    (lines.len() >= TURNS && once.len() > 1 && lines.len() >= 2 * once.len()).then(|| told(&once))
}

/// Who speaks a line, by the mark at its beginning: a dash for whoever asks, a name before a colon.
fn speaker(line: &str) -> Option<&str> {
    if let Some(dash) = ["――", "──", "—", "―"].into_iter().find(|dash| line.starts_with(dash)) {
        return line.get(..dash.len());
    }
    let (name, said) = line.split_once([':', '：'])?;
    let is_name = !name.is_empty()
        && name.chars().count() <= 20
        && name.split_whitespace().count() <= 3
        && name.chars().all(|c| c.is_alphabetic() || " 　.・（）()".contains(c));
    (is_name && said.trim().chars().count() > 1 && !said.starts_with('/')).then_some(name.trim())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::languages;
    use crate::measures::testing::prose;
    use crate::{Analyzer, Options};

    #[test]
    fn patterns_are_sound() {
        for cues in languages::ALL.map(|language| &**language.genre.cues) {
            assert_eq!(cues.table.len(), cues.compiled.len());
        }
    }

    #[test]
    fn kinds_of_texts() {
        let table = [
            (
                "港湾局は4日、埠頭の工事を始めたと発表した。工事は来春まで続くという。関係者によると、費用は3億円に上る。",
                Some(GenreKind::News),
            ),
            (
                "私は、この橋を残すべきだと思う。壊すのは簡単だが、失うものは大きいのではないだろうか。\
                 筆者の町でも同じことがあった。急ぐべきではない。",
                Some(GenreKind::Opinion),
            ),
            (
                "株式会社北浜電機（本社：北浜市、代表取締役社長：山野太一）は、新しい電池の販売を開始いたします。\n\
                 本件に関するお問い合わせ先\n会社概要",
                Some(GenreKind::PressRelease),
            ),
            (
                "――なぜ船を買ったのですか。\n山野：海が好きだったからです。\n――怖くはなかったですか。\n\
                 山野：最初は怖かったですね。\n――今はどうですか。\n山野：毎朝乗っています。",
                Some(GenreKind::Transcript),
            ),
            (
                "一か月使ってみたので感想を書きます。良かった点は軽さです。気になった点は音で、コスパは悪くありません。\
                 総合評価は★4です。",
                Some(GenreKind::Review),
            ),
            (
                "まず、鍋に水を入れてください。次に、塩を小さじ一杯加えます。弱火で十分煮てください。\
                 最後に、皿に盛り付けましょう。",
                Some(GenreKind::HowTo),
            ),
            ("本記事は北浜電機の提供でお送りします。新しい電池は軽くて長持ちします。\nPR", Some(GenreKind::Sponsored)),
            ("窓の外を雲が流れていく。犬が寝ている。", None),
            ("", None),
            (
                "The council said on Monday that the bridge will close. \"We have no choice,\" said Ann Reed, the mayor. \
                 According to a report, repairs cost $3 million.",
                Some(GenreKind::News),
            ),
            (
                "I think we should keep the bridge. In my view, the council must not hurry. I believe we will regret it.",
                Some(GenreKind::Opinion),
            ),
            (
                "How to fix a leaking tap\nFirst, turn off the water. Then unscrew the handle. Make sure that you keep \
                 the ring. Finally, put it together again. You will need a wrench.",
                Some(GenreKind::HowTo),
            ),
            (
                "FOR IMMEDIATE RELEASE\nNorthshore Batteries today announced a new cell. About Northshore Batteries\n\
                 Media contact: Ann Reed",
                Some(GenreKind::PressRelease),
            ),
        ];
        for (text, expected) in table {
            let found = prose(text, Options::default()).genre;
            assert_eq!(found.as_ref().map(|genre| genre.id), expected, "{text} {found:?}");
            assert!(found.is_none_or(|genre| !genre.because.is_empty() && (0.0..1.0).contains(&genre.score)));
        }
    }

    #[test]
    fn quoted_opinions_are_not_the_writers() {
        let text = "住民は「私は反対だと思う。残すべきだ。残すべきではないのか」と話した。市は工事を始めた。";
        assert_ne!(prose(text, Options::default()).genre.map(|genre| genre.id), Some(GenreKind::Opinion));
    }

    #[test]
    fn colons_alone_are_no_speakers() {
        for line in ["日時：6月5日", "https://example.org", "12:30 開始", "参考："] {
            let text = format!("{line}\n").repeat(1);
            assert!(Analyzer::new().analyze(&text, &Options::default()).unwrap().genre.is_none(), "{line}");
        }
    }
}
