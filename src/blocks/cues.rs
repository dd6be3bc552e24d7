//! Cues: what pages print that tells what a line is, or what the lines after it are. Each language lists its own.

use crate::languages;
use crate::letters::is_one_of;
use aho_corasick::{AhoCorasick, MatchKind};
use std::collections::HashMap;
use std::sync::LazyLock;

/// What a cue speaks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cue {
    /// A table of contents.
    Toc,
    /// Links to other articles.
    Related,
    /// References and sources.
    References,
    /// A disclaimer or legal notice.
    Disclaimer,
    /// An advertisement.
    Advertisement,
    /// The caption or credit of a picture.
    Caption,
    /// A button that shares, saves or follows.
    Share,
    /// Accounts, subscriptions and newsletters.
    Membership,
    /// Menus and the foot of the page.
    Navigation,
    /// A link to the rest of something.
    ReadMore,
    /// Who wrote it.
    Byline,
    /// Tags, counts, categories.
    Metadata,
    /// A note on the author or the publisher.
    Profile,
    /// Readers' comments.
    Comments,
    /// The label of a date.
    Date,
    /// A heading that many articles have.
    Heading,
    /// A copyright notice.
    Copyright,
    /// A notice that the article goes on below what interrupts it.
    GoesOn,
    /// The words by which somebody is quoted.
    Quotation,
    /// What sentences end with that lack their mark, and titles do not.
    Predicate,
}

impl Cue {
    /// All cues, in the order of their declaration.
    pub const ALL: [Cue; 20] = [
        Cue::Toc,
        Cue::Related,
        Cue::References,
        Cue::Disclaimer,
        Cue::Advertisement,
        Cue::Caption,
        Cue::Share,
        Cue::Membership,
        Cue::Navigation,
        Cue::ReadMore,
        Cue::Byline,
        Cue::Metadata,
        Cue::Profile,
        Cue::Comments,
        Cue::Date,
        Cue::Heading,
        Cue::Copyright,
        Cue::GoesOn,
        Cue::Quotation,
        Cue::Predicate,
    ];

    /// Whether a line that is nothing but this cue opens a section: the lines after it belong to it.
    pub fn opens_section(self) -> bool {
        !matches!(
            self,
            Cue::Caption
                | Cue::ReadMore
                | Cue::Date
                | Cue::Heading
                | Cue::Copyright
                | Cue::GoesOn
                | Cue::Quotation
                | Cue::Predicate
        )
    }
}

/// Where in a line a cue stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// It is the whole line, marks around it aside.
    Whole,
    /// The line begins with it in brackets, or before a colon, and goes on.
    Label,
    /// The line begins with it.
    Start,
    /// It stands anywhere in the line.
    Within,
}

/// The words of one cue, in lower case, ASCII letters and punctuation in half width where pages use both.
pub struct CueTable {
    /// What they speak for.
    pub cue: Cue,
    /// Lines that are the cue and nothing else.
    pub whole: &'static [&'static str],
    /// Beginnings of lines.
    pub start: &'static [&'static str],
    /// Pieces of lines; those that end with a line feed stand at the line's end.
    pub within: &'static [&'static str],
}

/// What running text of a language is full of and menus are not.
pub enum Glue {
    /// Letters such as hiragana.
    Letters(fn(char) -> bool),
    /// The function words of the language's identification, all of ASCII letters.
    Words,
}

/// How the zones of pages in one language are told.
pub struct ZoneRules {
    /// What pages print around articles.
    pub cues: &'static [CueTable],
    /// What running text is full of.
    pub glue: Glue,
    /// Words before a number that say it is rounded.
    pub about: &'static [&'static str],
    /// Characters behind the number of a label by which things are counted.
    pub counters: &'static [char],
    /// How its pages print the length of an article.
    pub printed: PrintedCounts,
    /// What its pages print beside their dates and their holder.
    pub imprint: Imprint,
}

/// What pages print beside their dates and their holder, in small letters.
pub struct Imprint {
    /// Labels before a date that say it is of a change; others are of the publication.
    pub changes: &'static [&'static str],
    /// Labels right after a date, and whether they say it is of a change.
    pub after_date: &'static [(&'static str, bool)],
    /// What follows the holder in a copyright notice.
    pub notices: &'static [&'static str],
}

/// How pages print the length of an article: regular expressions, each with one group around the number. `NUMBER` in them
/// is a number of two to seven digits, with or without commas.
pub struct PrintedCounts {
    /// Characters.
    pub characters: &'static [&'static str],
    /// Words.
    pub words: &'static [&'static str],
    /// Minutes that reading takes.
    pub minutes: &'static [&'static str],
    /// Words before a number that count what is hidden until it is paid for.
    pub hidden: &'static [&'static str],
}

/// A cue found in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// What it speaks for.
    pub cue: Cue,
    /// Where in the line it stands.
    pub place: Place,
    /// Its words, as the table lists them.
    pub words: &'static str,
}

/// Marks that pages set around labels.
const DECORATION: &str = "■◆●□◇○◎▼▽▶▷►▲△・•*＊#＃【】[]［］<>＜＞《》≪≫〈〉「」『』:：|｜→←»«›‹!！…‐-–—/／+＋✕×☆★♪　";
/// A label before a colon is no longer, in bytes.
const LONGEST_LABEL: usize = 40;
/// The beginning of a line that is searched for cues, in bytes; what is longer is running text anyway.
const SEARCHED: usize = 900;

struct Index {
    whole: HashMap<&'static str, Cue>,
    pieces: Option<AhoCorasick>,
    meanings: Vec<(Cue, Place, &'static str)>,
    /// Words of one character that say a number is rounded.
    about: Vec<char>,
    counters: Vec<char>,
}

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let tables = || languages::ALL.into_iter().flat_map(|language| language.zones.cues);
    let whole = tables().flat_map(|table| table.whole.iter().map(|words| (*words, table.cue))).collect();
    let pieces = |table: &'static CueTable| {
        let starts = table.start.iter().map(|words| (table.cue, Place::Start, *words));
        starts.chain(table.within.iter().map(|words| (table.cue, Place::Within, *words)))
    };
    let meanings: Vec<_> = tables().flat_map(pieces).collect();
    let words = meanings.iter().map(|(_, _, words)| words);
    let automaton = AhoCorasick::builder().match_kind(MatchKind::Standard).build(words).ok();
    let about = about().filter(|word| word.chars().count() == 1).flat_map(str::chars).collect();
    let counters = languages::ALL.into_iter().flat_map(|language| language.zones.counters).copied().collect();
    Index { whole, pieces: automaton, meanings, about, counters }
});

/// Words of all languages before a number that say it is rounded.
pub fn about() -> impl Iterator<Item = &'static str> {
    languages::ALL.into_iter().flat_map(|language| language.zones.about).copied()
}

/// The cues of a line, at most one for each [`Cue`] and the surest place of it, and last that of the label before it.
pub fn find(line: &str) -> Vec<Found> {
    let folded = fold(line.get(..line.floor_char_boundary(SEARCHED)).unwrap_or(line));
    let label = folded.trim_matches(|c: char| c.is_whitespace() || is_one_of(c, DECORATION));
    let mut found: Vec<Found> = Vec::new();
    // The table may list a label with its marks, such as a lone multiplication sign.
    let length = length(&folded);
    let keys = [label, folded.trim(), uncounted(label), &length];
    let whole = keys.into_iter().find_map(|key| INDEX.whole.get_key_value(key));
    if let Some((words, cue)) = whole {
        found.push(Found { cue: *cue, place: Place::Whole, words });
    }
    let Some(pieces) = &INDEX.pieces else { return found };
    let opening = opening_label(&folded).and_then(|label| INDEX.whole.get_key_value(label));
    for hit in pieces.find_overlapping_iter(&format!("{folded}\n")) {
        let Some((cue, place, words)) = INDEX.meanings.get(hit.pattern().as_usize()).copied() else { continue };
        // A label is opened by its marks as often as not, so both beginnings count.
        let begins = hit.start() == 0 || folded.get(hit.start()..).is_some_and(|rest| rest.len() == label.len());
        if place == Place::Within && bounded(&folded, hit.start()) || place == Place::Start && begins {
            match found.iter_mut().find(|other| other.cue == cue) {
                Some(other) if other.place <= place => {}
                Some(other) => *other = Found { cue, place, words },
                None => found.push(Found { cue, place, words }),
            }
        }
    }
    // What a table says of the bracket and its words together comes before what it says of the words.
    let is_said = |words: &str, cue: Cue| {
        found.iter().any(|other| other.place == Place::Start && other.cue != cue && other.words.contains(words))
    };
    if let Some((words, cue)) = opening.filter(|(words, cue)| !is_said(words, **cue)) {
        found.push(Found { cue: *cue, place: Place::Label, words });
    }
    found
}

/// A label without the number that says how many: "27 Comments", "関連記事（3）", "コメント 215 件", "その他の回答（4件）".
fn uncounted(label: &str) -> &str {
    let is_count = |c: char| c.is_ascii_digit() || " ,.()（）\u{3000}".contains(c);
    let begins = label.trim_start_matches(is_count);
    let ends = label.trim_end_matches(|c| is_count(c) || INDEX.counters.contains(&c));
    if begins.len() < label.len() { begins } else { ends }
}

/// Lines that say how long an article is are no longer, in bytes.
const LONGEST_LENGTH: usize = 120;
/// What tables list for any number.
pub const NUMBER: char = '0';

/// A short line without spaces, marks and what says that a number is rounded in one character, one digit for each number,
/// so that a table can list "0文字" for "約1,248 文字"; empty where no number stands in it.
fn length(folded: &str) -> String {
    let mut key = String::new();
    if folded.len() > LONGEST_LENGTH || !folded.bytes().any(|byte| byte.is_ascii_digit()) {
        return key;
    }
    for c in folded.chars().filter(|c| c.is_alphanumeric() && !INDEX.about.contains(c)) {
        match c.is_ascii_digit() {
            true if key.ends_with(NUMBER) => {}
            true => key.push(NUMBER),
            false => key.push(c),
        }
    }
    key
}

/// Whether a line says how long an article is, and nothing else.
pub fn is_length(line: &str) -> bool {
    let may_be = line.len() <= LONGEST_LENGTH && line.contains(char::is_numeric);
    may_be && INDEX.whole.contains_key(length(&fold(line)).as_str())
}

/// The words in the brackets that a line begins with, or before its first colon, where the line goes on after them.
fn opening_label(folded: &str) -> Option<&str> {
    const PAIRS: [(char, char); 6] = [('【', '】'), ('[', ']'), ('［', '］'), ('〔', '〕'), ('＜', '＞'), ('<', '>')];
    let bracket = PAIRS.iter().find_map(|(open, close)| folded.strip_prefix(*open)?.split_once(*close));
    let colon = || folded.split_once(['：', ':']).filter(|(label, _)| label.len() <= LONGEST_LABEL);
    let (label, rest) = bracket.or_else(colon)?;
    (!rest.trim().is_empty() && !rest.starts_with("//")).then(|| label.trim())
}

/// Whether what stands at `start` begins a word: a Latin letter may not stand on both sides.
fn bounded(folded: &str, start: usize) -> bool {
    let before = folded.get(..start).and_then(|before| before.chars().next_back());
    let first = folded.get(start..).and_then(|rest| rest.chars().next());
    !(before.is_some_and(|c| c.is_ascii_alphanumeric()) && first.is_some_and(|c| c.is_ascii_alphanumeric()))
}

/// Lower case, and letters and digits of full width in half width.
fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\0'..='\x7f' => folded.push(character.to_ascii_lowercase()),
            // Nothing between has two cases.
            '\u{2e80}'..='\u{9fff}' => folded.push(character),
            '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => {
                let narrow = char::from_u32(character as u32 - 0xfee0).unwrap_or(character);
                folded.push(narrow.to_ascii_lowercase());
            }
            _ => folded.extend(character.to_lowercase()),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_is_that_of_unicode() {
        for character in (0..=0x10_FFFF).filter_map(char::from_u32) {
            let narrow = match character {
                '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => char::from_u32(character as u32 - 0xfee0).unwrap(),
                _ => character,
            };
            let expected: String = narrow.to_lowercase().collect();
            assert_eq!(fold(character.encode_utf8(&mut [0; 4])), expected, "{character:?}");
        }
    }

    #[test]
    fn cues_of_lines() {
        let table = [
            ("目次", Some((Cue::Toc, Place::Whole))),
            ("【 関連記事 】", Some((Cue::Related, Place::Whole))),
            ("＜ＰＲ＞", Some((Cue::Advertisement, Place::Whole))),
            ("■ 参考文献：", Some((Cue::References, Place::Whole))),
            ("取材・文／編集部", Some((Cue::Byline, Place::Start))),
            ("• URLをコピーしました！", Some((Cue::Share, Place::Whole))),
            ("会場の様子（写真提供：市役所）", Some((Cue::Caption, Place::Within))),
            ("【PR】六月の講座に先着二百人を無料で招待", Some((Cue::Advertisement, Place::Label))),
            ("関連記事：川の水はなぜ澄んだか", Some((Cue::Related, Place::Label))),
            ("【川の水】なぜ澄んだか", Some((Cue::Heading, Place::Start))),
            ("改札を出る人たち＝10日午後、駅前で、林あおい撮影", Some((Cue::Caption, Place::Within))),
            ("ドローンで撮影した町", None),
            ("この記事は1,248文字です", Some((Cue::Metadata, Place::Whole))),
            ("文字数：6,922", Some((Cue::Metadata, Place::Whole))),
            ("約３，２００字", Some((Cue::Metadata, Place::Whole))),
            ("読了時間の目安：約12分", Some((Cue::Metadata, Place::Whole))),
            ("2,310文字／4分で読めます", Some((Cue::Metadata, Place::Whole))),
            ("5 min read", Some((Cue::Metadata, Place::Whole))),
            ("400字で書く自己紹介のこつ", None),
            ("待ち時間は12分", None),
            ("#88 本屋をやめて、本屋になった人の話", None),
            ("その他の回答（4件）", Some((Cue::Heading, Place::Whole))),
            ("出したとたんに三毛が乗りました", Some((Cue::Predicate, Place::Within))),
            ("27 Comments", Some((Cue::Comments, Place::Whole))),
            ("コメント 215 件", Some((Cue::Comments, Place::Whole))),
            ("Sign up for our newsletter", Some((Cue::Membership, Place::Whole))),
            ("We read books.", None),
            ("川の水は今年も澄んでいる。", None),
            ("", None),
        ];
        for (line, expected) in table {
            let found = find(line);
            let first = found.iter().map(|found| (found.cue, found.place)).min_by_key(|(_, place)| *place);
            assert_eq!(first, expected, "{line}: {found:?}");
        }
    }
}
