//! What the verb after a month says of its year.

use super::Times;
use super::expression::Expression;
use super::resolve::Anchor;
use crate::letters::is_one_of;
use crate::tags::line::Line;
use jiff::civil::Date;

/// On which side of the anchor something lies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Tense {
    Past,
    Coming,
}

/// No verb farther behind a month tells its year.
const VERB_WITHIN: usize = 14;

/// What the next verb of the clause says of the time before it.
pub fn of_next_verb(line: &Line, end: usize, times: &Times) -> Option<Tense> {
    let stops = |place: &usize| *place >= line.length() || is_one_of(line.at(*place), "、。，．！？「『");
    let stop = (end..end + VERB_WITHIN).find(stops).unwrap_or(end + VERB_WITHIN);
    let said = without_hearsay(line.text(end, stop), times);
    let first = |words: &[&str]| words.iter().filter_map(|word| said.find(word)).min();
    let (past, coming) = (first(times.rules.past), first(times.rules.coming));
    match (past, coming) {
        (Some(past), coming) if coming.is_none_or(|coming| past < coming) => Some(Tense::Past),
        (_, Some(_)) => Some(Tense::Coming),
        _ => None,
    }
}

/// What is said without the words that only say on whose word it is: とされる tells no future.
fn without_hearsay(said: String, times: &Times) -> String {
    times.rules.hearsay.iter().fold(said, |said, word| if said.contains(word) { said.replace(word, "") } else { said })
}

/// What a verb before a month says of it: we were told in November.
pub fn of_verb_before(line: &Line, start: usize, times: &Times) -> Option<Tense> {
    times.rules.past_before.iter().any(|words| line.ends_with(start, words)).then_some(Tense::Past)
}

/// What the verb before says of a month that an article makes part of a noun: was valued in a March round.
pub fn of_article(line: &Line, start: usize, times: &Times) -> Option<Tense> {
    times.rules.unplaced_after.iter().find(|word| line.ends_with(start, word))?;
    let around = line.text(start.saturating_sub(CLAUSE), (start + CLAUSE).min(line.length()));
    times.rules.past_verbs.iter().any(|word| around.contains(word)).then_some(Tense::Past)
}

/// The verb before such a noun stands within so many characters.
const CLAUSE: usize = 48;
/// How many characters at a sentence's end its verb is looked for in.
const LAST: usize = 8;
/// What a month says more of ends within so many characters.
const PHRASE: usize = 12;
/// No sentence is followed farther to its end.
const SENTENCE: usize = 200;

/// What the sentence's last verb says of a month that a comma sets off: 2月、…と発表した.
pub fn of_last_verb(line: &Line, end: usize, times: &Times) -> Option<Tense> {
    // 4月の報告書で、
    let stops = |place: &usize| is_one_of(line.at(*place), "、。「");
    let comma = if line.at(end) == 'の' { (end..=end + PHRASE).find(stops) } else { Some(end) };
    match comma.filter(|comma| line.at(*comma) == '、') {
        Some(comma) => of_sentence(line, comma, times),
        None => of_scene(line, end, times),
    }
}

/// What the last verb says of a month whose happening is where the sentence plays: 1月の騒動では株価が下がった. What is
/// announced may lie ahead: では…と決めた.
fn of_scene(line: &Line, end: usize, times: &Times) -> Option<Tense> {
    let scenes = times.rules.scenes;
    let is_scene = |place: &usize| scenes.iter().any(|word| line.after(*place, word).is_some());
    let scene = (end..=end + PHRASE).find(is_scene).filter(|_| line.at(end) == 'の')?;
    let stop = (scene..scene + SENTENCE).find(|place| *place >= line.length() || line.at(*place) == '。')?;
    let last = line.text(stop.saturating_sub(LAST).max(scene), stop);
    let is_said = times.rules.announced.iter().any(|word| last.contains(word));
    of_sentence(line, scene, times).filter(|tense| *tense == Tense::Past && !is_said)
}

/// What the last verb of a sentence says of a time before it.
pub fn of_sentence(line: &Line, end: usize, times: &Times) -> Option<Tense> {
    let stops = |place: &usize| *place >= line.length() || is_one_of(line.at(*place), "。．！？");
    let stop = (end..end + SENTENCE).find(stops)?;
    let last = without_hearsay(line.text(stop.saturating_sub(LAST).max(end), stop), times);
    if times.rules.past.iter().any(|word| last.ends_with(word)) {
        Some(Tense::Past)
    } else {
        times.rules.coming.iter().any(|word| last.contains(word)).then_some(Tense::Coming)
    }
}

impl Expression {
    /// Whether it names a month whose year is left out.
    pub fn lacks_year(&self) -> bool {
        self.month.is_some() && self.year.is_none() && self.relative.is_empty()
    }

    /// Whether it is a weekday and nothing else.
    pub fn is_only_weekday(&self) -> bool {
        self.because == ["day of the week"] && self.direct.is_none() && self.relative.is_empty()
    }

    /// Whether it names a day whose month is left out.
    pub fn lacks_month(&self) -> bool {
        self.day.is_some() && self.month.is_none() && self.year.is_none() && self.relative.is_empty()
    }

    /// Whether a day fits what the verb says: 3日に始まった is over.
    pub(super) fn fits_tense(&self, day: Date, anchor: Anchor) -> bool {
        match self.tense {
            Some(Tense::Past) => day <= anchor.day,
            Some(Tense::Coming) => day >= anchor.day,
            None => true,
        }
    }

    /// The year of a month of which the verb says that it is over or yet to come.
    // Not inlined, for the size of the core.
    #[inline(never)]
    pub(super) fn year_by_tense(&self, month: i64, anchor: Anchor) -> Option<i64> {
        // What a changed article tells as past was so until the change.
        let changed = anchor.changed.filter(|_| self.tense == Some(Tense::Past));
        let last = changed.unwrap_or(anchor.day);
        let this = i64::from(last.year());
        let (today, here) = (i64::from(last.day()), i64::from(last.month()));
        let day = self.day.unwrap_or(today);
        match self.tense? {
            Tense::Past if (month, day) > (here, today) => Some(this - 1),
            Tense::Coming if (month, day) < (here, today) => Some(this + 1),
            _ => Some(this),
        }
    }
}
