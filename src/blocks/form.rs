//! The form of one line: what can be told from it alone.

use super::cues::{self, Cue, Found, Glue};
use super::dates;
use crate::languages::{self, Language};
use crate::letters::{is_letter, is_mark, is_one_of};
use unicode_segmentation::UnicodeSegmentation;

/// What a line ends with, closing brackets and reference marks aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// A full stop.
    Stop,
    /// A question or exclamation mark, or an ellipsis.
    Cry,
    /// A colon.
    Colon,
    /// A comma.
    Comma,
    /// Anything else.
    Open,
}

/// The form of a line.
#[derive(Clone, Debug)]
pub struct Form {
    /// Its width in half-width columns: East Asian characters take two, others one.
    pub width: usize,
    /// What it ends with.
    pub ending: Ending,
    /// Marks that end a sentence inside it.
    pub stops: usize,
    /// Share of its letters, or words, that running text is full of: 0 to 1.
    pub glue: f64,
    /// Share of characters that are no letters, digits or spaces: 0 to 1.
    pub marks: f64,
    /// Share of capitalised words among words of letters with case: 0 to 1.
    pub capitals: f64,
    /// Most of it is small Latin letters.
    pub is_latin: bool,
    /// It is a date or time and little else.
    pub is_date: bool,
    /// A date stands in it.
    pub has_date: bool,
    /// It is a number and little else.
    pub is_number: bool,
    /// The mark that it begins with where it begins like an item of a list: a bullet, or 1 for all numbers.
    pub item_mark: Option<char>,
    /// It reads like program code.
    pub is_code: bool,
    /// It shows columns: tabs, or three bars or more.
    pub is_row: bool,
    /// It stands in brackets or quotation marks from end to end.
    pub is_bracketed: bool,
    /// It is a trail of pages, such as "Home > News".
    pub is_trail: bool,
    /// An address of the web or of mail stands in it.
    pub has_address: bool,
    /// It is an address of the web and nothing else.
    pub is_address: bool,
    /// It is long and breaks off, as the first words of another page do.
    pub breaks_off: bool,
    /// Quotation marks stand around it, and sentences end inside; or it begins as mail quotes.
    pub is_saying: bool,
    /// It begins as mail quotes.
    pub is_quoted: bool,
    /// Cells that wide spaces set apart; 1 for most lines.
    pub cells: usize,
    /// Length in bytes of what stands before a colon at its beginning, as of a label or a speaker; 0 without one.
    pub key: usize,
    /// It begins with a dash, as what somebody says does.
    pub is_said: bool,
    /// It is hashtags and nothing else.
    pub is_hashtags: bool,
    /// It holds the end of a sentence, and its last lacks its own, as captions do.
    pub is_unfinished: bool,
    /// Slanted strokes stand around it, as around a call to act.
    pub is_call: bool,
    /// The cues in it.
    pub cues: Vec<Found>,
}

/// A label before a colon is no longer, in bytes.
const LONGEST_KEY: usize = 30;
/// Words of so few letters before a point and a number, such as No and Vol, end no sentence.
const LONGEST_ABBREVIATION: usize = 3;
/// The first words of a page that break off are no narrower, in columns.
const BROKEN: usize = 60;
/// Closing marks that may follow a sentence's end.
const CLOSERS: &str = "」』）)】］]〉》”\"’'";
const BULLETS: &str = "•・●○■□◆◇▶▼✓✔‣▸◦▪▫➤➢★☆";

/// Reads the form of a line.
pub fn of_line(text: &str) -> Form {
    let counts = Counts::of(text);
    let characters = counts.characters;
    let dates = if characters < 400 { dates::find_all(text) } else { Vec::new() };
    let tail = before_notes(text);
    Form {
        width: counts.width,
        ending: ending(tail),
        stops: counts.stops,
        glue: glue(text, &counts),
        marks: share(counts.marks, characters),
        capitals: capitals(text),
        is_latin: text.bytes().filter(u8::is_ascii_lowercase).count() * 2 > characters,
        is_date: dates::is_dateline(text, &dates),
        has_date: !dates.is_empty(),
        is_number: counts.digits > 0 && counts.beside_digits <= 2,
        item_mark: text.chars().next().filter(|_| is_item(text)).map(|mark| if mark.is_numeric() { '1' } else { mark }),
        is_code: is_code(text, &counts),
        is_row: counts.tabs > 0 || counts.bars >= 3,
        is_bracketed: is_bracketed(text),
        is_trail: is_trail(text, &counts),
        has_address: counts.colons > 0 && text.contains("://")
            || counts.points > 0 && (text.contains("www.") || is_mail(text) || is_host(text)),
        is_address: text.starts_with("http") && text.contains("://") && !text.contains(char::is_whitespace)
            || counts.points > 0 && is_host(text),
        breaks_off: counts.width >= BROKEN && (text.ends_with("...") || text.ends_with('…') && !text.ends_with("……")),
        is_saying: is_saying(text) && counts.stops > 0 || is_sourced_saying(text) || text.starts_with("> "),
        is_quoted: text.starts_with("> ") && characters > 4,
        cells: cells(text),
        key: key(text),
        is_said: ["――", "——", "──"].iter().any(|dash| text.starts_with(dash)) && characters > 4,
        is_hashtags: text.split_whitespace().all(|word| word.starts_with(['#', '＃']) && word.chars().nth(1).is_some()),
        is_unfinished: counts.stops > 0 && ending(tail) == Ending::Open && counts.tabs == 0,
        is_call: text.starts_with(['＼', '\\']) && text.ends_with(['／', '/']) && characters > 4,
        cues: cues::find(text),
    }
}

impl Form {
    /// Whether it begins like an item of a list.
    pub fn is_item(&self) -> bool {
        self.item_mark.is_some()
    }

    /// Whether one of the cues stands in it.
    pub fn has(&self, wanted: &[Cue]) -> bool {
        self.cues.iter().any(|found| wanted.contains(&found.cue))
    }
}

/// What a line's characters are, counted in one pass.
#[derive(Default)]
struct Counts {
    characters: usize,
    /// Columns they take.
    width: usize,
    /// Marks that end a sentence.
    stops: usize,
    /// Those that are no letters, digits or spaces.
    marks: usize,
    letters: usize,
    /// Letters that the running text of each language is full of.
    glue: [usize; languages::ALL.len()],
    digits: usize,
    /// Those that are neither digits nor what stands in a number.
    beside_digits: usize,
    bars: usize,
    tabs: usize,
    colons: usize,
    points: usize,
    /// Ideographic full stops and commas.
    ideographic: usize,
    /// Marks that part the steps of a trail.
    steps: usize,
    /// Marks of program code that prose has, too.
    of_code: usize,
    /// Those that it hardly has.
    strong: usize,
}

impl Counts {
    fn of(text: &str) -> Self {
        let mut counts = Counts::default();
        let mut characters = text.chars().peekable();
        while let Some(character) = characters.next() {
            counts.add(character, characters.peek().copied().unwrap_or(' '));
        }
        counts
    }

    fn add(&mut self, character: char, next: char) {
        self.characters += 1;
        self.width += columns(character);
        if is_letter(character) {
            self.letters += 1;
            for (count, language) in self.glue.iter_mut().zip(languages::ALL) {
                if let Glue::Letters(is_glue) = language.zones.glue {
                    *count += usize::from(is_glue(character));
                }
            }
        }
        self.marks += usize::from(is_mark(character));
        self.stops += usize::from(is_stop(character, next));
        match character {
            '0'..='9' => self.digits += 1,
            ',' | '.' | ' ' | '+' | '#' | '%' | '(' | ')' => (),
            _ => self.beside_digits += 1,
        }
        match character {
            '。' | '、' => self.ideographic += 1,
            '\t' => self.tabs += 1,
            ':' => self.colons += 1,
            '.' => self.points += 1,
            // 新華社=共同
            '=' if !next.is_ascii() => (),
            '{' | '}' | ';' | '=' | '$' | '&' | '+' | '*' | '\\' | '#' => self.strong += 1,
            '|' => (self.bars, self.strong) = (self.bars + 1, self.strong + 1),
            '｜' | '│' => self.bars += 1,
            '(' | ')' | '<' | '[' | ']' | '_' => self.of_code += 1,
            '>' => (self.of_code, self.steps) = (self.of_code + 1, self.steps + 1),
            '＞' | '›' | '»' | '/' | '／' | '≫' => self.steps += 1,
            _ => (),
        }
    }
}

/// Whether a mark ends a sentence: points, question and exclamation marks of other scripts do before white space.
fn is_stop(mark: char, next: char) -> bool {
    matches!(mark, '。' | '！' | '？' | '．')
        || matches!(mark, '.' | '!' | '?') && (next.is_whitespace() || is_one_of(next, CLOSERS))
}

/// Columns that a character takes.
fn columns(character: char) -> usize {
    let wide = matches!(character, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff01}'..='\u{ff60}' | '\u{1f300}'..='\u{1faff}' | '\u{20000}'..='\u{3ffff}');
    if wide { 2 } else { 1 }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// A line without the closing marks and the numbers of notes that it ends with: "costs less.12", but not "GPT-4.1" or
/// "Vol.3".
fn before_notes(text: &str) -> &str {
    let tail = text.trim_end_matches(|c: char| c.is_ascii_digit() || is_one_of(c, CLOSERS)).trim_end_matches('[');
    let word = tail.strip_suffix('.').and_then(|before| before.rsplit(|c: char| !c.is_ascii_alphanumeric()).next());
    let has_number = text.get(tail.len()..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let is_part = word.is_some_and(|word| {
        word.ends_with(|c: char| c.is_ascii_digit()) || (1..=LONGEST_ABBREVIATION).contains(&word.len())
    });
    if tail.is_empty() || has_number && is_part { text } else { tail }
}

fn ending(tail: &str) -> Ending {
    match tail.chars().next_back() {
        _ if tail.ends_with("...") => Ending::Cry,
        Some('。' | '.' | '．' | '｡') => Ending::Stop,
        Some('！' | '？' | '!' | '?' | '…' | '♪') => Ending::Cry,
        Some(':' | '：') => Ending::Colon,
        Some(',' | '、' | '，' | ';') => Ending::Comma,
        _ => Ending::Open,
    }
}

fn glue(text: &str, counts: &Counts) -> f64 {
    // English prose may stand on a Japanese page.
    let shares = languages::ALL.into_iter().zip(counts.glue).map(|(language, letters)| match language.zones.glue {
        Glue::Letters(_) => share(letters, counts.letters),
        Glue::Words => share_of_words(text, language),
    });
    shares.fold(0.0, f64::max)
}

/// Share of the words of a text that running text is full of.
fn share_of_words(text: &str, language: &Language) -> f64 {
    if !text.bytes().any(|byte| byte.is_ascii_alphabetic()) {
        return 0.0;
    }
    let listed = language.identification.function_words;
    let (mut all, mut found) = (0, 0);
    for word in text.unicode_words().take(60) {
        all += 1;
        found += usize::from(listed.iter().any(|glue| glue.eq_ignore_ascii_case(word)));
    }
    share(found, all)
}

fn capitals(text: &str) -> f64 {
    let cased = |word: &&str| word.chars().next().is_some_and(|c| c.is_lowercase() || c.is_uppercase());
    let (mut all, mut upper) = (0, 0);
    for word in text.split_whitespace().filter(cased).take(60) {
        all += 1;
        upper += usize::from(word.starts_with(char::is_uppercase));
    }
    share(upper, all)
}

/// Cells of a row: ideographic spaces, tabs and runs of spaces set them apart.
fn cells(text: &str) -> usize {
    let set_apart = |part: &&str| !part.trim().is_empty();
    text.split(['\u{3000}', '\t']).flat_map(|part| part.split("  ")).filter(set_apart).count()
}

/// A label of a few words before a colon.
fn key(text: &str) -> usize {
    let Some(at) = text.find([':', '：']).filter(|at| *at <= LONGEST_KEY) else { return 0 };
    let (before, after) = text.split_at_checked(at).unwrap_or_default();
    let is_label = !before.is_empty() && !before.chars().any(|c| c.is_numeric() || "。、.,「『（(".contains(c));
    let is_address = after.starts_with("://");
    if is_label && !is_address && after.chars().nth(1).is_some() { at } else { 0 }
}

/// The number of a note or heading before a wide space is no longer, in bytes.
const NOTE: usize = 6;

fn is_item(text: &str) -> bool {
    if text.starts_with(|c| is_one_of(c, BULLETS))
        || ["- ", "* ", "– ", "— ", "※", "✅", "👉"].iter().any(|mark| text.starts_with(mark))
    {
        return true;
    }
    let rest = text.trim_start_matches(['(', '（']).trim_start_matches(|c: char| c.is_numeric());
    let is_numbered = rest.len() < text.len() && text.len() - rest.len() <= 8;
    // 1　はじめに, but not a row of a table.
    let is_set_apart = rest.starts_with('\u{3000}') && rest.matches('\u{3000}').count() == 1;
    is_numbered
        && (is_set_apart && text.len() - rest.len() <= NOTE
            || [". ", ") ", "）", "．", "、", ".\u{3000}", ")", "："].iter().any(|mark| rest.starts_with(mark)))
        && !rest.starts_with("、0")
}

fn is_code(text: &str, counts: &Counts) -> bool {
    // The credit of a picture: 会場=7月16日(東湾社=共同)
    let is_foreign = text.contains('=') && counts.letters > 0 && !text.bytes().any(|byte| byte.is_ascii_alphabetic());
    let is_prose = counts.ideographic > 0 || is_foreign || is_marked_heading(text) || text.contains("](");
    // Brackets alone stand around remarks too.
    let is_marked =
        share(counts.of_code + counts.strong, counts.characters) > 0.12 && (counts.strong > 0 || is_call_of_code(text));
    !is_prose && counts.characters >= 6 && (is_marked || text.ends_with([';', '{', '}']))
        || text.starts_with("```")
        || text.starts_with("$ ")
        || is_command(text)
}

/// A command with its options: cmake --build out.
fn is_command(text: &str) -> bool {
    let is_option = |word: &str| {
        let name = word.trim_start_matches('-');
        word.len() - name.len() == 2 && name.starts_with(|c: char| c.is_ascii_lowercase())
            || word.len() - name.len() == 1 && name.len() == 1 && name.is_ascii()
    };
    text.starts_with(|c: char| c.is_ascii_lowercase() || c == '.')
        && text.is_ascii()
        && !text.ends_with(['.', ':', ','])
        && text.split(' ').skip(1).any(is_option)
}

/// A bracket right after a Latin word, as no sentence has it.
fn is_call_of_code(text: &str) -> bool {
    text.as_bytes().windows(2).any(|pair| pair.first().is_some_and(u8::is_ascii_alphanumeric) && pair.ends_with(b"("))
}

/// A heading as Markdown marks it.
fn is_marked_heading(text: &str) -> bool {
    let level = text.bytes().take_while(|byte| *byte == b'#').count();
    (2..=6).contains(&level) && text.get(level..).is_some_and(|rest| rest.starts_with(' '))
}

fn is_bracketed(text: &str) -> bool {
    const PAIRS: [(char, char); 10] = [
        ('「', '」'),
        ('『', '』'),
        ('（', '）'),
        ('(', ')'),
        ('【', '】'),
        ('[', ']'),
        ('《', '》'),
        ('“', '”'),
        ('＜', '＞'),
        ('"', '"'),
    ];
    PAIRS.iter().any(|(open, close)| {
        let inner = text.strip_prefix(*open).and_then(|rest| rest.strip_suffix(*close));
        inner.is_some_and(|inner| !inner.contains([*open, *close]))
    })
}

fn is_saying(text: &str) -> bool {
    [('「', '」'), ('『', '』'), ('“', '”'), ('"', '"')]
        .iter()
        .any(|(open, close)| text.starts_with(*open) && text.ends_with(*close))
}

/// A saying of two clauses or more and who says it, in brackets; titles of books are shorter.
fn is_sourced_saying(text: &str) -> bool {
    let quoted = text.strip_prefix('「').and_then(|rest| rest.strip_suffix('）')?.rsplit_once("」（"));
    quoted.is_some_and(|(inside, source)| {
        inside.contains(['、', '。']) && !inside.contains('」') && !source.contains('（')
    })
}

/// The name of a host, as cards of links print it.
fn is_host(text: &str) -> bool {
    let host = text.trim_end_matches('/');
    let is_name = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let top = host.rsplit_once('.').map_or("", |(_, top)| top);
    (2..=10).contains(&top.len()) && top.bytes().all(|b| b.is_ascii_lowercase()) && host.split('.').all(is_name)
}

const STEPS: [&str; 5] = [" > ", " › ", " » ", "＞", " / "];

fn is_trail(text: &str, counts: &Counts) -> bool {
    if counts.steps == 0 && counts.bars < 2 || counts.characters >= 160 {
        return false;
    }
    let bars = text.matches(['|', '｜']).count();
    let ends = text.contains('。') || text.contains(". ") || text.contains("://");
    !ends && (counts.steps > 0 && STEPS.iter().any(|step| text.contains(step)) || bars >= 2)
}

fn is_mail(text: &str) -> bool {
    text.split_once('@').is_some_and(|(before, after)| {
        before.ends_with(|c: char| c.is_ascii_alphanumeric())
            && after.split(char::is_whitespace).next().is_some_and(|host| host.contains('.'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_and_columns() {
        let table = [
            ("a label of a value", "所在地：長野県松本市", "所在地", 1),
            ("a speaker", "三崎：こんばんは", "三崎", 1),
            ("an address of the web", "https://example.org/", "", 1),
            ("a clock", "12:30 開場", "", 1),
            ("a sentence with a colon", "彼は「時間：場所」と書いた。", "", 1),
            ("a row of a table", "個人　980円　1人", "", 3),
            ("a title with one wide space", "工場の検査を一新　費用は二千万円", "", 2),
        ];
        for (what, text, key, cells) in table {
            let form = of_line(text);
            assert_eq!((&text[..form.key], form.cells), (key, cells), "{what}: {text}");
        }
    }

    #[test]
    fn sayings_with_their_source() {
        let table = [
            ("two clauses and who said them", "「雪が降れば、橋を閉じる」（町長、去年の会議）", true),
            ("a book", "「橋の灯」（町の本屋、2025年）", false),
            ("a saying inside a sentence", "「閉じる、と言った」人は町長（62）", false),
        ];
        for (what, text, expected) in table {
            assert_eq!(of_line(text).is_saying, expected, "{what}: {text}");
        }
    }

    #[test]
    fn ends_of_lines() {
        let table = [
            ("a full stop", "橋は来月開く。", Ending::Stop),
            ("the number of a note", "It now costs everyone less.12", Ending::Stop),
            ("the number of a note in brackets", "橋は来月開く。[3]", Ending::Stop),
            ("a note after a figure of years", "橋は2019年に開いた。4", Ending::Stop),
            ("a version", "港の窓口に採用されたのはGPT-4.1", Ending::Open),
            ("a version in quotation marks", "窓口に採用されたのは「カモメ 2.5」", Ending::Open),
            ("an abbreviation and a number", "橋を渡る人 Vol.3", Ending::Open),
            ("a sentence in brackets", "(It costs less.)", Ending::Stop),
            ("a number alone", "4.1", Ending::Open),
            ("points for an ellipsis", "速さを比べまし...", Ending::Cry),
        ];
        for (what, text, expected) in table {
            assert_eq!(of_line(text).ending, expected, "{what}: {text}");
        }
    }

    #[test]
    fn code_and_what_looks_like_it() {
        let table = [
            ("a statement", "let x = f(1);", true),
            ("a command with an option", "cmake --build out", true),
            ("a command with a short option", "tar -x archive.tar", true),
            ("a dash in running text", "we tried it - a long time ago", false),
            ("a command", "$ cargo build --release", true),
            ("a comment in a shell", "# ------ #", true),
            ("a heading of Markdown", "## まとめ", false),
            ("a heading of Markdown, lower", "#### 1. A B", false),
            ("a word with a hash", "##まとめ##", true),
            ("a call", "print(list(range(10)))", true),
            ("a remark in brackets", "comments (4)", false),
            ("the credit of a picture", "[写真]会場を歩く人々=7月16日(東湾社=共同)", false),
            ("a button in brackets", "目次 [非表示]", false),
            ("the name of a reader", "sora_no_neko_2さん", false),
            ("a link of Markdown", "2. [港の時計](#2)", false),
            ("running text with marks", "値は{x}で、式は[y]です。", false),
        ];
        for (what, text, is_code) in table {
            assert_eq!(of_line(text).is_code, is_code, "{what}: {text}");
        }
    }
}
