//! What a language's tables of units and bounds hold.

use crate::letters::is_one_of;
use crate::report::QuantityKind;
use crate::tags::line::{Line, is_han, is_katakana};
use crate::tags::numbers::Number;
use crate::tags::phrases::{Phrases, Table};

/// A unit or counter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unit {
    /// What it measures.
    pub kind: QuantityKind,
    /// How the report names it; empty where the report has it as written.
    pub name: &'static str,
    /// How many of the named unit one is: 割 is 10 %.
    pub times: f64,
    /// How many base units one is; 0 where there is no base unit.
    pub factor: f64,
    /// The base unit.
    pub base: &'static str,
    /// How surely it is a unit.
    pub strength: Strength,
}

/// How surely a word is a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strength {
    /// After any number.
    Strong,
    /// Not after a short Chinese numeral that stands in a word, as 木 in 六本木.
    Weak,
    /// Only as a smaller part after a larger unit of the same kind: 角 after 元.
    Part,
}

const PLAIN: Unit =
    Unit { kind: QuantityKind::Count, name: "", times: 1.0, factor: 0.0, base: "", strength: Strength::Strong };

/// A counter, named as written.
pub const fn count() -> Unit {
    PLAIN
}

/// A counter that is also an ordinary part of words.
pub const fn weak() -> Unit {
    Unit { strength: Strength::Weak, ..PLAIN }
}

/// A number word that stands for so many things: a dozen.
pub const fn multiple(of: f64) -> Unit {
    Unit { factor: of, ..PLAIN }
}

/// A unit of another kind, named as written.
pub const fn plain(kind: QuantityKind) -> Unit {
    Unit { kind, ..PLAIN }
}

/// Money; `iso` is an ISO 4217 code.
pub const fn money(iso: &'static str) -> Unit {
    Unit { kind: QuantityKind::Money, name: iso, ..PLAIN }
}

/// Money in a smaller coin, so many of which are one of the currency.
pub const fn coin(iso: &'static str, times: f64) -> Unit {
    Unit { kind: QuantityKind::Money, name: iso, times, ..PLAIN }
}

/// A coin that is told only after its currency.
pub const fn change(iso: &'static str, times: f64) -> Unit {
    Unit { kind: QuantityKind::Money, name: iso, times, strength: Strength::Part, ..PLAIN }
}

/// A share; `times` is its worth in per cent.
pub const fn percent(times: f64) -> Unit {
    Unit { kind: QuantityKind::Percent, name: "%", times, ..PLAIN }
}

/// A smaller share after a larger one: 分 after 割.
pub const fn percent_part(times: f64) -> Unit {
    Unit { kind: QuantityKind::Percent, name: "%", times, strength: Strength::Part, ..PLAIN }
}

/// A measure, named as written, with its worth in a base unit.
pub const fn measure(kind: QuantityKind, factor: f64, base: &'static str) -> Unit {
    Unit { kind, factor, base, ..PLAIN }
}

/// A length of time; `name` is how the report names it, `seconds` its usual length.
pub const fn time(name: &'static str, seconds: f64) -> Unit {
    Unit { kind: QuantityKind::Duration, name, factor: seconds, base: "s", ..PLAIN }
}

/// What a word before or after a number does to its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// It is rough: 約, about.
    About,
    /// It or more: 以上, at least.
    AtLeast,
    /// More than it: 超, more than.
    MoreThan,
    /// It or less: 以下, at most.
    AtMost,
    /// Less than it: 未満, under.
    LessThan,
    /// A little less: 弱, nearly.
    JustUnder,
    /// A little more: 強, slightly over.
    JustOver,
    /// It and not more than it: equal to.
    Exactly,
    /// The bound before it holds for the value itself too: less than 5 or equal.
    OrEqual,
    /// Up to the next round number: 2万円台 is from 20,000 to below 30,000.
    Decade,
    /// Noted, with no effect on the value: わずか.
    Noted,
    /// So much in every such stretch: 月額.
    Every(&'static str),
    /// An order: 第.
    Rank,
    /// An age: 享年.
    Age,
    /// Speed an hour: 時速.
    PerHour,
    /// Speed a minute: 分速.
    PerMinute,
    /// Speed a second: 秒速.
    PerSecond,
    /// Degrees Celsius: 摂氏.
    Celsius,
    /// Degrees Fahrenheit: 華氏.
    Fahrenheit,
    /// No bound, though a shorter word of bounds begins it: 余計.
    Nothing,
}

/// Something said without a number: 半年, half.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fixed {
    /// What it measures.
    pub kind: QuantityKind,
    /// Its least value.
    pub low: f64,
    /// Whether it is more than that.
    pub more: bool,
    /// Its unit.
    pub unit: &'static str,
    /// Its worth in base units.
    pub factor: f64,
    /// The base unit.
    pub base: &'static str,
}

/// What may be counted without a counter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// A short word of Chinese characters or katakana straight after the number: 3工程.
    Joined,
    /// The next word: 2,048 GPUs.
    Spaced,
    /// Nothing.
    Nothing,
}

/// The tables of a language.
pub struct UnitRules {
    /// Units after a number.
    pub units: &'static [&'static Table<Unit>],
    /// Currency signs and codes before a number.
    pub currencies: &'static Table<&'static str>,
    /// Words that make the number after them a share, with its worth in per cent: 百分之.
    pub shares: &'static Table<f64>,
    /// Scales whose name stands before the number, and the steps between whole numbers that are written after it: 震度6強.
    pub scales: &'static Table<&'static [&'static str]>,
    /// Words before a number or its currency.
    pub before: &'static Table<Bound>,
    /// Words after a number or its unit.
    pub after: &'static Table<Bound>,
    /// Said without a number.
    pub fixed: &'static Table<Fixed>,
    /// Longer words that hold one of these and are none.
    pub fixed_guards: &'static Table<()>,
    /// The sign before a postal code.
    pub postal: Option<char>,
    /// Units of the numbers of streets and houses, which count nothing: 丁目.
    pub streets: &'static [&'static str],
    /// Units of what is numbered after the name of its town or law, パリ11区, 憲法9条, and characters before a number after
    /// which they count all the same: 市内5区.
    pub wards: (&'static [&'static str], &'static str),
    /// Number words that are pronouns or articles but beside a unit or a word of bounds: one.
    pub pronouns: &'static [&'static str],
    /// What joins the two ends of a range.
    pub ranges: &'static [&'static str],
    /// What may stand before a range and after it: "between".
    pub range_before: &'static [&'static str],
    /// What may stand after a range: 「の間」.
    pub range_after: &'static [&'static str],
    /// Ends of what stands straight before a value that something else is above or below: 昨年の900万回を上回った.
    pub compared: &'static [&'static str],
    /// Words before "from" that make two values a change rather than a range: rose from 5 to 7.
    pub changes_before: &'static [&'static str],
    /// Words between these and the first value, and no beginning of a range that has "and" in it: from.
    pub changes_from: &'static [&'static str],
    /// Counters that end in kana with which the next word may begin instead: 分け, but 30分けいこする.
    pub overlapping: &'static [&'static str],
    /// Verbs of motion that "up" goes with, so that "up to" after them is no bound.
    pub upward: &'static [&'static str],
    /// What follows the second of two values where they are a change: 60円から75円に.
    pub changes_after: &'static [&'static str],
    /// Longer words of which they are the beginning and that leave it a range: にかけて.
    pub spans_after: &'static [&'static str],
    /// What follows a noun that is not what a number before it counts: the 4.5 million analysts had expected.
    pub expecters: &'static [&'static str],
    /// What stands before and after a value that something is held against, and the bound it makes: 比170低.
    pub than: &'static [(&'static str, &'static str, Bound)],
    /// What may stand between two bounds of one value.
    pub between_bounds: &'static [&'static str],
    /// What makes a number more than it says between it and its unit: 十多个, 100余人.
    pub surplus: &'static [&'static str],
    /// What may stand between a unit and its smaller part.
    pub between_parts: &'static [&'static str],
    /// Schools, after which a year is a grade: 高校2年.
    pub schools: &'static [&'static str],
    /// Ends of words for persons, whose age stands in brackets after them.
    pub persons: &'static [&'static str],
    /// A half after a unit: 半.
    pub half: &'static [&'static str],
    /// What may be counted without a counter.
    pub counted: Counted,
    /// Whether a bare number may follow this character.
    pub bare_after: fn(char) -> bool,
    /// Particles between a quantity and what is counted.
    pub of_after: &'static [&'static str],
    /// Whether a noun straight before a quantity is what it counts.
    pub of_beside: bool,
    /// Particles between what is counted and its quantity.
    pub of_before: &'static [&'static str],
    /// Those of them that stand after a place or a person as well, which is not what is counted: 米国に, 利用者に.
    pub of_weak: &'static [&'static str],
    /// Those of them after which a length of time is of nothing: サーバーが3時間止まった.
    pub of_objects: &'static [&'static str],
    /// Ends of words for places and persons.
    pub of_places: &'static [&'static str],
    /// Ends of words for those who say a figure that is none of theirs.
    pub of_speakers: &'static [&'static str],
    /// How verbs of saying begin.
    pub sayings: &'static [&'static str],
    /// Characters that no noun goes on past, in a language whose words nothing parts. Where there are any, only a noun
    /// with a particle is taken.
    pub of_stops: &'static str,
    /// Last parts of nouns whose first part is a verb with its kana: 下げ幅, 売り上げ高.
    pub of_heads: &'static [&'static str],
    /// Nouns that say when or how, and of which nothing is measured: 一時, 実際.
    pub of_never: &'static [&'static str],
    /// What marks the subject that a clause says its quantity of, farther before it: 売上高は前年比5%増の3億円だ.
    pub of_topic: &'static [&'static str],
    /// What a clause goes on with after a quantity that is said of its subject.
    pub predicates: &'static [&'static str],
    /// Ends of adjectives between a quantity and the noun: 50件の有害な指示.
    pub adjectives: &'static [&'static str],
    /// Characters that times end in, and those of their numbers: a year is of no share.
    pub time_words: (&'static str, &'static str),
    /// Particles and endings that are told by single characters.
    pub kana: Kana,
}

/// What single characters tell in a language whose words nothing parts. Where there are none, a space would.
pub struct Kana {
    /// Ends of words of bounds, which are adjectives of the noun after them: 超える.
    pub attributive: &'static str,
    /// Ends of nouns that are made of verbs: 見積もり.
    pub of_verbs: &'static str,
    /// The last of [`of_verbs`](Kana::of_verbs) that most often ends an adjective, and what it stands after in a noun: 支払い.
    pub of_adjectives: (char, &'static str),
    /// Within such an ending: 見積もり.
    pub inside: char,
    /// What stands after a noun.
    pub closing: &'static str,
    /// Particles that begin no end of a noun: 骨折のけが.
    pub particles: &'static str,
    /// What makes a noun of a clause, and what the clause before it ends in: 軽くなったの.
    pub nominal: (char, &'static str),
    /// After a topic.
    pub topic: char,
    /// After a place: 倉庫に.
    pub place: char,
    /// After a subject.
    pub subject: &'static str,
    /// After what is said.
    pub quotation: &'static str,
    /// After a length of time in which something happens: 3日で.
    pub within: &'static str,
    /// After what something is booked as: 証言として.
    pub manner: &'static str,
    /// After the first of two values of a change: 8.1%から9.4%に.
    pub from: &'static str,
    /// Copulas of the past, before a noun that they describe: 三四%だった自給率.
    pub past: &'static [&'static str],
}

impl Kana {
    /// Of a language that is not read by characters: no text holds these.
    pub const NONE: Kana = Kana {
        attributive: "",
        of_verbs: "",
        of_adjectives: ('\u{ffff}', ""),
        inside: '\u{ffff}',
        closing: "",
        particles: "",
        nominal: ('\u{ffff}', ""),
        topic: '\u{ffff}',
        place: '\u{ffff}',
        subject: "\u{ffff}",
        quotation: "\u{ffff}",
        within: "\u{ffff}",
        manner: "\u{ffff}",
        from: "\u{ffff}",
        past: &[],
    };
}

/// The tables of a language, indexed.
pub struct Units {
    pub(super) rules: &'static UnitRules,
    pub(super) units: Phrases<Unit>,
    pub(super) currencies: Phrases<&'static str>,
    pub(super) shares: Phrases<f64>,
    pub(super) scales: Phrases<&'static [&'static str]>,
    pub(super) before: Phrases<Bound>,
    pub(super) after: Phrases<Bound>,
    pub(super) fixed: Phrases<Fixed>,
    pub(super) fixed_guards: Phrases<()>,
}

impl Units {
    /// Indexes the tables of a language.
    pub fn new(rules: &'static UnitRules) -> Self {
        Units {
            rules,
            units: Phrases::new(rules.units),
            currencies: Phrases::new(&[rules.currencies]),
            shares: Phrases::new(&[rules.shares]),
            scales: Phrases::new(&[rules.scales]),
            before: Phrases::new(&[rules.before]),
            after: Phrases::new(&[rules.after]),
            fixed: Phrases::new(&[rules.fixed]),
            fixed_guards: Phrases::new(&[rules.fixed_guards]),
        }
    }
}

impl UnitRules {
    /// Whether a sign of copyright stands before a number, or before the number that begins its range.
    fn copyright(&self, line: &Line, end: usize) -> bool {
        let start = line.run_back(end, 12, |c| c.is_ascii_digit() || c == '-' || c == '–' || c == ' ');
        line.before(start) == '©' || line.text(start.saturating_sub(3), start).eq_ignore_ascii_case("(c)")
    }

    /// Whether a bare number in digits stands for itself: no part of a name before it (iOS 18, 龍が如く6), no year.
    pub(super) fn stands_free(&self, line: &Line, start: usize, number: &Number) -> bool {
        let before = line.before(start);
        let word = line.skip_spaces_back(start);
        let last = line.before(word);
        let spaced = self.counted == Counted::Spaced;
        // S&P 500
        let name = line.run_back(word, 24, |c| c.is_ascii_alphanumeric() || c == '&');
        let capitals = line.text(name, word).chars().skip(usize::from(name == 0)).any(|c| c.is_ascii_uppercase());
        // © 2019-2025
        let marks = self.copyright(line, word);
        // パラメーター6850億, but 龍が如く6
        let is_large = is_one_of(line.before(number.end), "万億兆");
        let after_name = marks
            || last.is_ascii_alphabetic() && (!spaced || capitals && word - name > 1)
            || is_katakana(before) && !is_large;
        // 6対3: a score is no number of its own.
        let is_score = before == '対' && line.before(start.saturating_sub(1)).is_ascii_digit();
        let is_year = number.digits == 4 && (1900.0..2100.0).contains(&number.low) && is_han(before);
        !after_name && !is_score && !is_year && (self.bare_after)(before)
    }
}
