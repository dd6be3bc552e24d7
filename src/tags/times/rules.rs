//! What a language's tables of time words hold.

use super::clock;
use crate::letters::{Sieve, beginning};
use crate::tags::phrases::{Phrases, Table};

/// A stretch of the calendar or clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grain {
    /// One hundred years.
    Century,
    /// Ten years.
    Decade,
    /// A year.
    Year,
    /// A quarter of a year.
    Quarter,
    /// A month.
    Month,
    /// A week.
    Week,
    /// A day.
    Day,
    /// An hour.
    Hour,
    /// A minute.
    Minute,
    /// A second.
    Second,
}

/// TIMEX3's `mod`: which part of a stretch, or on which side of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Its beginning.
    Start,
    /// Its middle.
    Mid,
    /// Its end.
    End,
    /// About then.
    Approx,
    /// Before it.
    Before,
    /// After it.
    After,
    /// Then or before.
    OnOrBefore,
    /// Then or after.
    OnOrAfter,
    /// At least so long.
    EqualOrMore,
    /// At most so long.
    EqualOrLess,
    /// Longer.
    MoreThan,
    /// Shorter.
    LessThan,
}

impl Side {
    /// As TIMEX3 writes it.
    pub fn name(self) -> &'static str {
        match self {
            Side::Start => "START",
            Side::Mid => "MID",
            Side::End => "END",
            Side::Approx => "APPROX",
            Side::Before => "BEFORE",
            Side::After => "AFTER",
            Side::OnOrBefore => "ON_OR_BEFORE",
            Side::OnOrAfter => "ON_OR_AFTER",
            Side::EqualOrMore => "EQUAL_OR_MORE",
            Side::EqualOrLess => "EQUAL_OR_LESS",
            Side::MoreThan => "MORE_THAN",
            Side::LessThan => "LESS_THAN",
        }
    }
}

/// One piece of a time expression.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Item {
    /// A date in digits, with what it holds.
    Date(Option<i64>, Option<i64>, Option<i64>),
    /// A year of the common era.
    Year(i64),
    /// A year of the business world: 2024年度.
    FiscalYear(i64),
    /// So many business years from the anchor, and the months of the calendar's year before they begin: 昨年度 begins in
    /// April.
    RelativeFiscalYear(i64, i64),
    /// The same, counted from the business year told in the same sentence, where one is.
    FiscalYearBefore(i64, i64),
    /// A month, 1 to 12.
    Month(i64),
    /// A day of a month.
    Day(i64),
    /// A day of the week, Monday 1.
    Weekday(i64),
    /// A week of a month or year.
    Week(i64),
    /// A quarter of a year.
    Quarter(i64),
    /// A half of a year.
    Half(i64),
    /// A season: SP, SU, FA, WI.
    Season(&'static str),
    /// A century.
    Century(i64),
    /// A decade, by its first year.
    Decade(i64),
    /// Before the common era, before the number.
    BeforeChrist,
    /// So many of something from the anchor: 昨年.
    Relative(Grain, i64),
    /// So many from the time spoken of last: 翌年.
    Following(Grain, i64),
    /// Last, this, next: before a unit, a weekday or a month.
    Direct(i64),
    /// Next, counted from the time spoken of last: the following Monday.
    Ensuing,
    /// A stretch named without a number, after [`Item::Direct`] or "every".
    Unit(Grain),
    /// Several such stretches, after [`Item::Direct`]: in the coming years.
    Units(Grain),
    /// A time in digits: hour, minute, second.
    Clock(i64, Option<i64>, Option<i64>),
    /// An hour.
    Hour(i64),
    /// A minute after an hour.
    Minute(i64),
    /// A second after a minute.
    Second(i64),
    /// A part of the day: MO, MI, AF, EV, NI, DT.
    Part(&'static str),
    /// Before noon, of an hour.
    Morning,
    /// After noon, of an hour.
    Afternoon,
    /// A part of a day counted from the anchor: 今夜.
    PartOf(i64, &'static str),
    /// A length of time; not a number where it is vague.
    Length(f64, Grain),
    /// Which weekday of a month, before it: the second Monday of May. The last is -1.
    Nth(i64),
    /// Every such day of the week: Mondays.
    Weekdays(i64),
    /// Every such part of the day: mornings.
    Parts(&'static str),
    /// A time zone after a time of day, which the value leaves out.
    Zone,
    /// The weekday nearest before or after the anchor: this past Friday, this coming Friday.
    DirectDay(i64),
    /// The stretch spoken of last, before its name: the same month.
    Same,
    /// Back from the anchor, after a length: 前, ago.
    Ago,
    /// On from the anchor, after a length: 後, later.
    Later,
    /// Counted from the anchor, before a length: 今から.
    FromNow,
    /// The stretch of such a length before or after the anchor: 過去, 今後.
    Around,
    /// Every so long: 毎日.
    Each(Grain, f64),
    /// Every, before what recurs.
    Every,
    /// Every so long, after a length: ごと, おき.
    Interval,
    /// So many times, after what recurs: 3回.
    Times(i64),
    /// A side or part.
    Side(Side),
    /// The first or second half of a year, the beginning or end of anything else: 前半.
    HalfOrSide(i64),
    /// A side or part before what it is of: early.
    SideOf(Side),
    /// The edge of the anchor's stretch: 年末.
    Edge(Grain, Side),
    /// The weekend of a week.
    Weekend,
    /// The weekend of a week counted from the anchor's: 下周末.
    WeekendOf(i64),
    /// A feast on a fixed day: month and day.
    Feast(i64, i64),
    /// A feast on a weekday of a month: month, which one (the last is -1), and weekday.
    FeastOn(i64, i64, i64),
    /// So many days after Easter Sunday.
    Easter(i64),
    /// The present.
    Now,
}

/// What a number before a word makes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbered {
    /// A year, or a length in years.
    Year,
    /// A fiscal year.
    FiscalYear,
    /// A month.
    Month,
    /// A day of a month, or a length in days.
    Day,
    /// An hour.
    Hour,
    /// A minute, or a length in minutes.
    Minute,
    /// A second, or a length in seconds.
    Second,
    /// A century.
    Century,
    /// A decade.
    Decade,
    /// A quarter.
    Quarter,
    /// A week in order.
    Week,
    /// A quarter named by its months: 4〜6月期.
    Months,
    /// A length.
    Length(Grain),
    /// How often.
    Times,
    /// No time, though a shorter word of time begins it: 日元.
    Nothing,
}

/// The tables of a language.
pub struct TimeRules {
    /// Words and phrases.
    pub words: &'static Table<Item>,
    /// Words after a number.
    pub units: &'static Table<Numbered>,
    /// Eras: the year before their first.
    pub eras: &'static Table<i64>,
    /// What stands for one in the first year of an era.
    pub first_year: &'static [&'static str],
    /// Schools, after which a year is a grade: 高校2年.
    pub schools: &'static [&'static str],
    /// What follows a year that is a grade: 6年生の.
    pub pupils: &'static [&'static str],
    /// What may stand before a number in order: 第.
    pub ordinal: &'static [&'static str],
    /// What stands before a business year: fiscal 2024.
    pub fiscal: &'static [&'static str],
    /// What stands before a year that is said to be the calendar's: CY2024.
    pub calendar: &'static [&'static str],
    /// What follows a length ahead: in two years' time.
    pub time_ahead: &'static [&'static str],
    /// Words for so many before a unit; not a number where they are vague. One needs a word of direction after the unit,
    /// or "for" before it: a year ago.
    pub articles: &'static [(&'static str, f64)],
    /// A half after a length or hour.
    pub half: &'static [&'static str],
    /// What may stand between the pieces of one expression.
    pub between: &'static [&'static str],
    /// What may stand between two lengths that are one.
    pub between_lengths: &'static [&'static str],
    /// What else may stand before a time of day: Friday after 3 pm.
    pub between_clock: &'static [&'static str],
    /// Words before a bare number that make it an hour beside a day: Friday at 5.
    pub hour_cues: &'static [&'static str],
    /// Words that make the length after [`TimeRules::inwards`] a point ahead: we will meet in two weeks.
    pub future: &'static [&'static str],
    /// What stands before such a length.
    pub inwards: &'static [&'static str],
    /// What stands between a length and the day it is counted from, and the direction: two days after.
    pub counted_from: &'static [(&'static str, i64)],
    /// What stands between a day and a length counted from it: 5月3日の2日後.
    pub counted_after: &'static [&'static str],
    /// What stands before a length counted from the time spoken of last: その2年後.
    pub thence: &'static [&'static str],
    /// What stands before the number of a week: week 31.
    pub weeks: &'static [&'static str],
    /// What stands between two numbers of which the second alone has the unit: 2〜3カ月.
    pub vague_ranges: &'static [&'static str],
    /// What stands between a length and how often something is within it: 4年に1度.
    pub within: &'static [&'static str],
    /// What stands between the ends of a range.
    pub ranges: &'static [&'static str],
    /// What follows the beginning of a stretch that lasts until now: 昨年10月から.
    pub since: &'static [&'static str],
    /// Endings of verbs that say that something was, which tell the year of a month before them: 1月に公開した.
    pub past: &'static [&'static str],
    /// What stands before a month that is over: told in November.
    pub past_before: &'static [&'static str],
    /// What says that something is yet to be: 1月に着工する予定.
    pub coming: &'static [&'static str],
    /// What looks like such a word and only says that others say so: とされる.
    pub hearsay: &'static [&'static str],
    /// What follows a happening that is where a sentence plays: では in 1月の騒動では.
    pub scenes: &'static [&'static str],
    /// What the last verb says of what may lie ahead: と決めた, 表明した.
    pub announced: &'static [&'static str],
    /// Characters for the days of the week in brackets, Monday first.
    pub weekday_letters: &'static str,
    /// Verbs that say that what is told after them is over: was.
    pub past_verbs: &'static [&'static str],
    /// What follows a weekday that is meant every week: が定休 in 月曜が定休日.
    pub recurring: &'static [&'static str],
    /// Words before a month that is of no year spoken of in the sentence: a March round.
    pub unplaced_after: &'static [&'static str],
    /// What follows a number and 年 where it is a year rather than a length.
    pub year_follows: &'static [&'static str],
    /// What follows a day where it is a length rather than a date.
    pub length_follows: &'static [&'static str],
    /// What follows a single day where it is a length: 1日で.
    pub length_follows_one: &'static [&'static str],
    /// What stands between a single day and a number that tells how much it brings: に in 1日に8400台.
    pub rate_particle: &'static str,
    /// Words before such a number: 1日に最大8400台, 1日約300人.
    pub rate_words: &'static [&'static str],
    /// Endings that make a number an ordinal: 21st. Where there are any, days and years need no word after them.
    pub ordinal_endings: &'static [&'static str],
    /// Words before a bare number of four digits that make it a year.
    pub year_cues: &'static [&'static str],
    /// What is written together with such a number: mid-2027.
    pub year_prefixes: &'static [&'static str],
    /// Months that are whole words as short as abbreviations, which before a word with a capital are names: Jun Takemura.
    pub short_months: &'static [&'static str],
    /// What makes draws in a match of minutes, and what may follow it then in kana: 2分けだ, but 30分けいこする.
    pub draws: (&'static [&'static str], &'static str),
    /// What precedes a day or year where it is a length: わずか.
    pub length_before: &'static [&'static str],
    /// Words that look like times and are none.
    pub guards: &'static Table<()>,
    /// Whether 3/4 is the fourth of March; the third of April otherwise.
    pub month_first: bool,
}

/// The tables of a language, indexed.
pub struct Times {
    pub(super) rules: &'static TimeRules,
    pub(super) words: Phrases<Item>,
    pub(super) units: Phrases<Numbered>,
    pub(super) eras: Phrases<i64>,
    pub(super) guards: Phrases<()>,
    /// What a piece can begin with that begins with no number.
    pub(super) beginnings: Sieve,
}

impl Times {
    /// Indexes the tables of a language.
    pub fn new(rules: &'static TimeRules) -> Self {
        let words = Phrases::new(&[rules.words]);
        let eras = Phrases::new(&[rules.eras]);
        let guards = Phrases::new(&[rules.guards]);
        let lists = [rules.fiscal, rules.calendar, rules.weeks, rules.ordinal, clock::PARTS_OF_HOURS];
        let listed = lists.concat().into_iter().chain(rules.articles.iter().map(|(article, _)| *article));
        let listed = listed.filter_map(beginning);
        let marks = "0123456789(".chars().chain(rules.weekday_letters.chars()).map(|mark| (mark, None));
        let phrases = words.beginnings().chain(eras.beginnings()).chain(guards.beginnings());
        let beginnings = Sieve::new(phrases.chain(listed).chain(marks));
        Times { rules, units: Phrases::new(&[rules.units]), words, eras, guards, beginnings }
    }
}
