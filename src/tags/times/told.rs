//! What is counted from the time spoken of last: 翌年, 同年8月, その2か月後; and ranges of months without a year.

use super::expression::Expression;
use super::resolve::{Anchor, Place, Resolved, date, month_year, step};
use super::rules::{Grain, Times};
use crate::tags::line::Line;

/// Whether a place is known down to a grain.
fn is_known(place: &Place, grain: Grain) -> bool {
    place.year.is_some()
        && (grain <= Grain::Year || place.month.is_some())
        && (grain < Grain::Week || place.day.is_some())
}

impl Expression {
    /// The year told in the same sentence, which the business year before is counted from: 2025年度は前年度を.
    pub(super) fn fiscal_before(&self, before: Option<Place>) -> Option<Anchor> {
        let place = before.filter(|place| self.fiscal_told && place.month.is_none())?;
        let day = step(date(place.year?, 1, 1)?, Grain::Month, self.fiscal_after)?;
        Some(Anchor { day, time: None, changed: None })
    }

    /// The place that it is counted on from: that of its own sentence, else the one told last, as far as it is known
    /// down to the grain. What is counted back, as 前年 is, is counted from its own sentence or the anchor.
    pub fn known_place(&self, before: Option<Place>, told: Option<Place>) -> Option<Place> {
        let grain = match self.following {
            Some((grain, 0..)) => grain,
            _ if self.ensuing => Grain::Day,
            _ => return before,
        };
        let fits = |place: &Place| is_known(place, grain);
        before.filter(fits).or(told.filter(fits)).or(before)
    }

    /// Whether a word such as その stands before a length and a direction: その2か月後.
    pub fn is_thence(&self, line: &Line, times: &Times) -> bool {
        let stands = |word: &&'static str| {
            let start = self.start.checked_sub(word.chars().count());
            start.is_some_and(|start| line.after(start, word) == Some(self.start))
        };
        self.direction.is_some() && !self.lengths.is_empty() && times.rules.thence.iter().any(stands)
    }

    /// The value of a length and a direction counted from the place told last; `null` where that is not known so finely.
    pub fn counted_on(&self, told: Option<Place>) -> Resolved {
        let grain = self.lengths.last().map_or(Grain::Year, |(_, grain)| *grain);
        let from = told.filter(|place| is_known(place, grain)).and_then(|place| place.date());
        let day = from.and_then(|from| {
            self.lengths.iter().try_fold(from, |day, (amount, grain)| {
                step(day, *grain, self.direction.unwrap_or(1) * amount.trunc() as i64)
            })
        });
        let value = from.and_then(|day| self.counted(Anchor { day, time: None, changed: None }));
        let place = day.filter(|_| value.is_some()).map_or(Place::default(), |day| Place::of(day, grain));
        Resolved { value, anchored: false, place }
    }

    /// The year of a range of months by its end: 1〜7月 in August is over.
    pub fn year_of_range(&self, end: &Expression, anchor: Option<Anchor>) -> Option<Place> {
        let (first, last) = (self.month?, end.month?);
        if !self.lacks_year() || !end.lacks_year() || self.day.is_some() || first > last {
            return None;
        }
        let told = anchor.and_then(|anchor| end.year_by_tense(last, anchor));
        let year = told.or_else(|| month_year(last, end.day.unwrap_or(15), anchor, None))?;
        Some(Place { year: Some(year), ..Place::default() })
    }
}
