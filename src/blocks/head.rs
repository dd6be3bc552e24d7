//! Where an article begins: its title above a writer or a date, or above the text that has its words.

use super::cues::{Cue, Place};
use super::features::Trait;
use super::form::Form;
use super::page::{self, Page};
use super::sights;
use std::ops::Range;

/// Whether so begin articles, whatever their titles look like: a writer or date stands just below a line and none above,
/// or a date just above and running text below.
pub fn is_head(page: &Page<'_>, index: usize) -> bool {
    let Some(form) = page.forms.get(index).filter(|form| !is_sign(form) && !is_bullet(form)) else { return false };
    if form.width < SHORT {
        return is_over_subtitle(page, index, form);
    }
    let is_subtitle = index.checked_sub(1).is_some_and(|above| is_short_title(page, above));
    !is_subtitle && is_above_sign(page, index, form) || is_below_date(page, index, form)
}

/// Whether a line is short and no label, and a longer one and a writer or date follow it.
fn is_short_title(page: &Page<'_>, index: usize) -> bool {
    page.forms.get(index).is_some_and(|form| {
        form.width < SHORT && !is_bullet(form) && !is_sign(form) && is_over_subtitle(page, index, form)
    })
}

/// What is narrower, in columns, is an item of a menu as often as a title.
const SHORT: usize = 20;

/// A line that sums an article up is wider than its writer's name, in columns.
const SUMMARY: usize = 40;

/// A short line that a blank line sets apart from what stands above, right above a longer one that a writer or date
/// follows.
fn is_over_subtitle(page: &Page<'_>, index: usize, form: &Form) -> bool {
    let has_blank = |at: usize| page.lines.get(at).is_some_and(|line| line.blank_before > 0);
    let subtitle = page.forms.get(index + 1).filter(|below| below.width >= SHORT && !is_sign(below));
    // Below a title with a kicker above it stands a wider line that sums the article up.
    let is_kicker = page.forms.get(index + 2).is_some_and(|below| below.width > SUMMARY && !is_sign(below));
    has_blank(index)
        && !has_blank(index + 1)
        && form.cues.is_empty()
        && !form.is_number
        && !is_kicker
        && subtitle.is_some_and(|subtitle| is_above_sign(page, index + 1, subtitle))
}

/// Whether a line is a date, or begins as that of a writer does, or with the label of a date.
pub fn is_sign(form: &Form) -> bool {
    let begins = |cue: Cue| form.cues.iter().any(|found| found.cue == cue && found.place == Place::Start);
    form.is_date || begins(Cue::Byline) || form.has_date && begins(Cue::Date)
}

/// Whether a line is of the head of a mail, where labels stand below each other: its sender and date are above any title.
fn is_of_mail(page: &Page<'_>, index: usize) -> bool {
    let has_key = |at: Option<usize>| at.and_then(|at| page.forms.get(at)).is_some_and(|form| form.key > 0);
    has_key(Some(index)) && (has_key(index.checked_sub(1)) || has_key(Some(index + 1)))
}

/// A writer or date stands just below a line and none above.
fn is_above_sign(page: &Page<'_>, index: usize, form: &Form) -> bool {
    let any =
        |mut lines: Range<usize>| lines.any(|at| page.forms.get(at).is_some_and(is_sign) && !is_of_mail(page, at));
    // Below the line that tells what the article is about stand buttons, too; right below a line, a menu.
    let is_wide = |at: &usize| page.forms.get(*at).is_some_and(|form| form.width >= 20);
    let wide = (index + 1..index + 8).find(is_wide).unwrap_or(usize::MAX);
    // A title that stands twice, and the number of those who like it, stand between.
    let is_between = |at: &usize| {
        let (form, place) = (page.forms.get(*at), page.places.get(*at));
        let is_button = |form: &Form| *at > wide && form.width <= BUTTON && !is_sign(form);
        form.is_some_and(|form| form.is_number || is_button(form)) || place.is_some_and(|place| place.repeats_previous)
    };
    // The writer below a longer title is none.
    let above = (index.saturating_sub(3)..index).rev().find(|at| !is_between(at)).and_then(|at| page.forms.get(at));
    let is_under = above.is_some_and(|above| form.width <= 40 && above.width * 2 > form.width * 3 && !above.is_trail);
    let below = (index + 1..(index + 8).min(page.forms.len())).filter(|at| !is_between(at)).take(3);
    let is_signed = below.filter_map(|at| page.forms.get(at)).any(is_sign);
    !is_under && is_signed && !any(index.saturating_sub(8)..index)
}

/// Buttons are no wider, in columns.
const BUTTON: usize = 12;
/// A line of so many cells is a menu or a row rather than a title.
pub const MENU: usize = 4;
/// A date stands no further above its title, in lines.
const DATE_ABOVE: usize = 4;
/// No title stands so close above such a date, in lines.
const DATE_UNDER: usize = 4;
/// Running text begins so soon below the title of an article, in lines.
const TEXT_BELOW: usize = 16;

/// A date stands just above a line with nothing but short lines and credits between, and from there to the running text
/// no line is wider and none a date: those of links come one after another.
fn is_below_date(page: &Page<'_>, index: usize, form: &Form) -> bool {
    let is_prose = |at: &usize| page.prose(*at) >= 0.5;
    let is_short = |at: &usize| {
        page.forms.get(*at).is_some_and(|other| other.width < 20 && !other.is_date || other.has(&[Cue::Caption]))
    };
    let above = (index.saturating_sub(DATE_ABOVE)..index).rev().find(|at| !is_short(at));
    let is_dated = above.and_then(|at| page.forms.get(at)).is_some_and(|above| above.is_date);
    // A title may stand above the date as well, and captions below it.
    let menu = above.and_then(|at| page.forms.get(at.saturating_sub(DATE_UNDER)..at)).unwrap_or_default();
    let is_dated = is_dated && !menu.iter().any(|form| form.width >= 20 && !form.is_trail);
    let text = (index + 1..index + TEXT_BELOW).find(is_prose);
    let rest = text.and_then(|text| page.forms.get(index + 1..text)).unwrap_or_default();
    is_dated
        && text.is_some()
        && !is_prose(&index)
        && !rest.iter().any(|below| below.is_date || below.width >= form.width)
}

/// Whether a line begins with a mark that only items of lists begin with.
pub fn is_bullet(form: &Form) -> bool {
    form.item_mark.is_some_and(|mark| matches!(mark, '•' | '・' | '‣' | '▸' | '✓' | '✔' | '※'))
}

/// A title is no narrower than this, and no wider, in columns.
const NARROWEST: usize = 14;
const WIDEST: usize = 200;
/// It stands no further above the first running text, in lines.
const FAR: usize = 30;
/// It shares so many terms with the text, and this share of what a summary below it may share.
const FEWEST: usize = 2;
const MOST: f64 = 0.6;
/// What stands in a line that is no title.
const OTHERS: &[Cue] = &[Cue::Caption, Cue::Share, Cue::Membership, Cue::Navigation, Cue::ReadMore, Cue::Copyright];

/// The title of a page and the running text below it, found by their words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// The line of the title.
    pub title: usize,
    /// The first line of the running text.
    pub text: usize,
}

/// Of the lines above the stretch that is densest in running text the first that has about the most of its words: menus
/// and links to other articles have others.
pub fn find(page: &Page<'_>) -> Option<Head> {
    let core = sights::core(&page::masses(&page.forms, &page.places));
    let text = core.clone().find(|index| page.prose(*index) >= 0.5)?;
    let score = |index: usize| {
        let (form, place) = (page.forms.get(index)?, page.places.get(index)?);
        let may_be = (NARROWEST..=WIDEST).contains(&form.width)
            && !(form.is_trail || form.is_date || place.is_foreign || is_bullet(form) || is_sign(form))
            && !place.is_prose()
            && !form.has(OTHERS)
            && !is_of_mail(page, index);
        let share = place.shares.anywhere.unwrap_or(1.0 / 3.0);
        (may_be && place.shares.count >= FEWEST).then_some(share * place.shares.count as f64)
    };
    // What stands below sentences of the article is in it.
    let sentences = |index: &usize| (index.saturating_sub(FAR)..*index).filter(|at| page.prose(*at) >= 0.5).count();
    let above = || (text.saturating_sub(FAR)..text).filter(|index| sentences(index) < FEWEST);
    let most = above().filter_map(score).fold(0.0, f64::max);
    let title = above().find(|index| score(*index).is_some_and(|score| score >= MOST * most))?;
    let short = title.checked_sub(1).filter(|short| is_short_title(page, *short));
    Some(Head { title: short.unwrap_or(title), text })
}

impl Head {
    /// What it says of the line at `index`.
    pub fn says(self, index: usize) -> Option<Trait> {
        match index {
            _ if index == self.title => Some(Trait::SharesMost),
            _ if (self.title..self.text).contains(&index) => Some(Trait::BelowTitle),
            _ => None,
        }
    }

    /// Whether the line at `index` is the title, or stands between it and the text, in a section whose label stands above.
    pub fn opens(self, page: &Page<'_>, index: usize) -> bool {
        let section = page.places.get(index).and_then(|place| place.section);
        (self.title..self.text).contains(&index) && section.is_some_and(|section| section.label < self.title)
    }
}

#[cfg(test)]
mod tests {
    use super::super::page;
    use super::*;
    use crate::given::{self, Given};
    use crate::languages::identify::Reading;
    use crate::languages::ja;

    const TEXT: &str = "港町の時計台が百年ぶりに修理され、錆びた歯車は市内の職人が一つずつ磨き直した。作業には半年を要した。\n\n時計台の鐘は来月から再び鳴り、港町の朝を知らせる。修理の費用は寄付で賄われ、市の予算は使われなかった。";

    /// The line of the title that is found in some lines above the text.
    fn title(above: &str) -> Option<usize> {
        let text = format!("{above}\n\n{TEXT}");
        let document = given::read(Given::Text(&text)).unwrap();
        let readings: Vec<Reading> = document.lines.iter().map(|line| Reading::of(line.span.of(&text))).collect();
        find(&page::read(&document, &readings, &ja::LANGUAGE)).map(|head| head.title)
    }

    #[test]
    fn titles_that_share_the_words_of_the_text() {
        let table: [(&str, &str, Option<usize>); 5] = [
            (
                "below a menu and a teaser",
                "ニュース\n魚市場の新しい屋根が完成\n港町の時計台、修理が終わる\n保存",
                Some(2),
            ),
            ("above a summary", "港町の時計台を修理\n港町の時計台の鐘、寄付で修理\n2026年3月1日", Some(0)),
            ("a short one over a longer", "暮らし\n\n鐘が鳴る\n港町の時計台の歯車を磨く\n2026年3月1日", Some(1)),
            ("a subject of a mail", "差出人：港町通信\n件名：港町の時計台の修理\n港町の時計台、修理が終わる", Some(2)),
            ("nothing shared", "魚市場の新しい屋根が完成", None),
        ];
        for (what, above, expected) in table {
            assert_eq!(title(above), expected, "{what}");
        }
    }
}
