//! Genre: what kind of text an article is, by what it is written like.
//!
//! Each language has a table of cues: patterns with the genre that they speak for. A cue weighs
//! weight · min(1, n / max(need, share · s)) for n places in s sentences, so that what is said once in passing counts
//! less in a long text. The sum of a genre's cues is its evidence e, and its score is e / (e + 1.5). Quotations are
//! somebody else's words and are left out.

use super::counted::Passage;
use super::style::Line;
use crate::article::Article;
use crate::options::{MessageLanguage, Wording};
use crate::order::Order;
use crate::report::{Attribution, Block, Genre, GenreKind, Role};
use crate::tags::attributions::turns;
use regex::Regex;
use std::collections::BTreeMap;

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
    reason: Wording,
}

impl Cue {
    /// A cue of full weight from its first place on. In `reason`, one of [`reasons`], `{}` stands for the words found.
    pub const fn new(genre: GenreKind, place: Place, weight: f64, pattern: &'static str, reason: Wording) -> Self {
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

/// What speaks for a genre, in a reader's words. They are the same for the cues of all languages.
pub mod reasons {
    use crate::options::Wording;

    /// Says where it has it from.
    pub const REPORTING: Wording = ("phrases of news: {}", "報道でよく使う言い回し：{}");
    /// Dates what happened.
    pub const WHEN: Wording = ("it tells what happened when: {}", "出来事の日を述べている：{}");
    /// A dateline.
    pub const DATELINE: Wording = ("it opens with a place or a news agency: {}", "発信地や通信社の名で始まる：{}");
    /// Passes on the words of others; `{}` stands for how often.
    pub const ATTRIBUTED: Wording = ("places where it passes on what others said: {}", "{}か所で人の言葉を伝えている");
    /// Opinions.
    pub const OPINION: Wording = ("phrases of opinion: {}", "意見を述べる言い回し：{}");
    /// The first person.
    pub const SELF: Wording = ("the writer speaks of himself or herself: {}", "書き手が自分のことを語る：{}");
    /// The title names the genre.
    pub const TITLE: Wording = ("its title says {}", "題名に{}とある");
    /// Set phrases of press releases.
    pub const RELEASE: Wording = ("set phrases of press releases: {}", "発表文の決まり文句：{}");
    /// Where a company sits and who leads it.
    pub const SEAT: Wording =
        ("it tells where a company sits and who leads it: {}", "会社の所在地と代表者を添えている：{}");
    /// The one who announces speaks.
    pub const ANNOUNCER: Wording = ("it speaks as the one who announces: {}", "発表する側の言い方：{}");
    /// About the company.
    pub const COMPANY: Wording = ("it tells about the company or whom to ask: {}", "会社概要や問い合わせ先がある：{}");
    /// Taken down from a video.
    pub const VIDEO: Wording = ("signs of a video or a recording: {}", "動画や音声の聞き書きの印：{}");
    /// A transcript.
    pub const TRANSCRIPT: Wording = ("signs of a transcript: {}", "聞き書きの印：{}");
    /// Questions and answers.
    pub const ANSWERS: Wording = ("marks of questions and answers: {}", "問いと答えの印：{}");
    /// Speakers take turns; `{}` stands for them.
    pub const TURNS: Wording = ("speakers take turns: {}", "話し手が交互に話す：{}");
    /// Something was tried.
    pub const TRIED: Wording = ("it tells what something was like to try: {}", "試した感想の言い回し：{}");
    /// Marks or stars.
    pub const MARKS: Wording = ("it gives marks: {}", "点数や星を付けている：{}");
    /// Instructions.
    pub const STEPS: Wording = ("phrases of instructions: {}", "手順の言い回し：{}");
    /// Numbered steps.
    pub const NUMBERED: Wording = ("numbered steps: {}", "番号の付いた手順：{}");
    /// What is needed.
    pub const NEEDED: Wording = ("a list of what is needed: {}", "用意する物の一覧：{}");
    /// A title marked as an advertisement.
    pub const MARKED: Wording = ("its title is marked as an advertisement: {}", "題名に広告の印がある：{}");
    /// Says that it is paid for.
    pub const PAID: Wording = ("it says that it is paid for: {}", "広告だと断っている：{}");
}

/// The weight of a sign that is neither weak nor strong.
const FAIR: f64 = 0.65;

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
    let language = article.options.message_language;
    let mut found = Found::new();
    for (cue, regex) in &article.language.genre.compiled {
        let words = match cue.place {
            Place::Text => in_text(regex, &lines),
            place => in_blocks(regex, place, article),
        };
        let full = f64::from(cue.need).max(cue.share * lines.len() as f64);
        let weight = cue.weight * (words.len() as f64 / full).min(1.0);
        if weight > 0.0 {
            found.entry(cue.genre).or_default().push((weight, language.with(cue.reason, &[&told(&words, language)])));
        }
    }
    if !attributions.is_empty() && !lines.is_empty() {
        let many = attributions.len() as f64;
        let weight = (many / f64::from(ATTRIBUTIONS).max(0.15 * lines.len() as f64)).min(1.0);
        let reason = language.with(reasons::ATTRIBUTED, &[&attributions.len().to_string()]);
        found.entry(GenreKind::News).or_default().push((weight, reason));
    }
    if let Some(speakers) = speakers(article) {
        let reason = language.with(reasons::TURNS, &[&told(&speakers, language)]);
        found.entry(GenreKind::Transcript).or_default().push((3.0, reason));
    }
    best(found, language)
}

/// The genre with the most evidence, its reasons by weight, each with how strong a sign it is.
fn best(found: Found, language: MessageLanguage) -> Option<Genre> {
    let sum = |reasons: &[(f64, String)]| reasons.iter().map(|(weight, _)| weight).sum::<f64>();
    let (id, mut reasons) = found.into_iter().max_by(|a, b| sum(&a.1).total_cmp(&sum(&b.1)).then(b.0.cmp(&a.0)))?;
    let evidence = sum(&reasons);
    reasons.order_by(|a, b| b.0.total_cmp(&a.0));
    let told = |(weight, reason): (f64, String)| {
        let (strength, number) = (language.strength(weight, FAIR), format!("{weight:.1}"));
        language.with(("{} ({} sign, {})", "{}（{}手がかり、{}）"), &[&reason, strength, &number])
    };
    let because = reasons.into_iter().map(told).collect();
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
fn told(words: &[&str], language: MessageLanguage) -> String {
    let mut told: Vec<&str> = Vec::new();
    for word in words {
        if told.len() < TOLD && !told.contains(word) {
            told.push(word);
        }
    }
    language.quoted(&told)
}

/// The speakers whose names begin the lines, where they take turns: at least four lines of at least two speakers, of
/// whom one speaks again.
fn speakers<'a>(article: &Article<'a>) -> Option<Vec<&'a str>> {
    let is_said = |block: &&Block| !block.role.is_noise() && block.role != Role::Metadata;
    let lines: Vec<&str> =
        article.blocks.iter().filter(is_said).filter_map(|block| speaker(block.span.of(article.text))).collect();
    let mut once: Vec<&str> = Vec::new();
    for name in &lines {
        if !once.contains(name) && once.len() < TURNS * 2 {
            once.push(name);
        }
    }
    (lines.len() >= TURNS && once.len() > 1 && lines.len() >= 2 * once.len()).then_some(once)
}

/// Who speaks a line: a dash for whoever asks, else the name that opens it.
fn speaker(line: &str) -> Option<&str> {
    if let Some(dash) = ["――", "──", "—", "―"].into_iter().find(|dash| line.starts_with(dash)) {
        return line.get(..dash.len());
    }
    turns::opener(line).map(|(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::languages;
    use crate::measures::testing::prose;
    use crate::{Analyzer, Options};

    #[test]
    fn patterns_are_sound() {
        for cues in languages::ALL.map(|language| &**language.genre) {
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
    fn reasons_are_told_in_the_readers_language_with_how_strong_they_are() {
        let english = "I think we should keep the bridge. In my view, the council must not hurry.";
        let japanese = "港湾局は4日、埠頭の工事を始めたと発表した。工事は来春まで続くという。";
        let table = [
            (
                english,
                MessageLanguage::Ja,
                "意見を述べる言い回し：「I think」「we should」「must not」（強い手がかり、1.5）",
            ),
            (english, MessageLanguage::En, "phrases of opinion: “I think”, “we should”, “must not” (strong sign, 1.5)"),
            (japanese, MessageLanguage::En, "phrases of news: “と発表し”, “という” (strong sign, 1.5)"),
        ];
        for (text, message_language, expected) in table {
            let genre = prose(text, Options { message_language, ..Options::default() }).genre;
            assert_eq!(genre.unwrap().because.first().map(String::as_str), Some(expected), "{text}");
        }
    }

    #[test]
    fn quoted_opinions_are_not_the_writers() {
        let text = "住民は「私は反対だと思う。残すべきだ。残すべきではないのか」と話した。市は工事を始めた。";
        assert_ne!(prose(text, Options::default()).genre.map(|genre| genre.id), Some(GenreKind::Opinion));
    }

    #[test]
    fn names_before_a_wide_space_are_speakers_where_they_come_again() {
        let said = ["灯台は百年前から港を照らしてきました。", "家族で暮らしていたことが分かります。"];
        let lines = |names: [&str; 4]| names.map(|name| format!("{name}　{}{}\n\n", said[0], said[1])).concat();
        let table = [
            (lines(["柘植", "南雲", "柘植", "南雲"]), true),
            (lines(["柘植", "南雲", "司会", "記者"]), false),
            ("柘植　10時\n\n南雲　11時\n\n柘植　12時\n\n南雲　13時\n".to_owned(), false),
        ];
        for (text, expected) in table {
            let genre = prose(&text, Options::default()).genre;
            assert_eq!(genre.is_some_and(|genre| genre.id == GenreKind::Transcript), expected, "{text}");
        }
    }

    #[test]
    fn colons_alone_are_no_speakers() {
        for line in ["日時：6月5日", "https://example.org", "12:30 開始", "参考："] {
            let text = format!("{line}\n").repeat(1);
            assert!(Analyzer::new().analyze(&text, &Options::default()).unwrap().genre.is_none(), "{line}");
        }
    }
}
