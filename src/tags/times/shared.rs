//! What one expression has of another beside it: the days of a list, the ends of a range.

use super::expression::Expression;

impl Expression {
    /// Takes the month of a later day of the same list, where it is a day and nothing else.
    pub fn share_later_month(&mut self, later: &Expression) {
        let only = |what: &str| self.because.iter().all(|because| *because == what);
        let (bare, bare_weekday) =
            (only("day") && self.day.is_some(), only("day of the week") && self.weekday.is_some());
        // Thursday or Friday this week.
        if bare_weekday && !self.every && later.weekday > self.weekday && !later.relative.is_empty() {
            self.relative.clone_from(&later.relative);
        } else if bare && later.day.is_some() && self.day < later.day {
            (self.year, self.month) = (later.year, later.month);
            self.relative.clone_from(&later.relative);
        }
    }

    /// Puts the second end of a range into the month after that of the first, where its day comes before: 30日から1日.
    pub fn begin_next_month(&mut self, first: &Expression) {
        let bare = self.month.is_none() && self.year.is_none() && self.relative.is_empty() && self.following.is_none();
        if !bare || self.day.is_none() || self.day >= first.day {
            return;
        }
        match first.month {
            Some(month) => {
                self.month = Some(month % 12 + 1);
                self.year = first.year.filter(|_| month == 12).map(|year| year + 1);
                self.next_month = month == 12;
            }
            None => self.next_month = true,
        }
    }

    /// Shares month and year between the two ends of a range.
    pub fn share_month(&mut self, second: &mut Expression) {
        let bare = |end: &Expression| end.relative.is_empty() && end.following.is_none() && end.direct.is_none();
        if !bare(self) || !bare(second) || self.before_christ || second.before_christ {
            return;
        }
        if self.day.is_some() && self.month.is_none() && self.year.is_none() && second.day.is_some() {
            self.month = second.month;
        } else if second.day.is_some() && second.month.is_none() && self.day.is_some() {
            second.month = self.month;
        }
        if let (None, Some(year), Some(from), Some(to)) = (self.year, second.year, self.month, second.month) {
            self.year = Some(if from > to { year - 1 } else { year });
        }
    }

    /// Gives the first of two hours the half of the day of the second: 1-3 pm, 11 to 3 pm.
    pub fn share_half_of_day(&mut self, second: &Expression) {
        let late = second.afternoon.or(second.part.map(|part| matches!(part, "AF" | "EV" | "NI")));
        let (Some(from), Some(to), Some(late)) = (self.hour, second.hour, late) else { return };
        let is_open = self.afternoon.is_none() && self.part.is_none() && from <= 12;
        if is_open {
            self.afternoon = Some(if from % 12 <= to % 12 { late } else { !late });
        }
    }

    /// Takes the day of another expression, where it has none of its own.
    pub fn share_day(&mut self, other: &Expression) {
        let names_day = self.year.or(self.month).or(self.day).or(self.weekday).is_some() || !self.relative.is_empty();
        if !names_day {
            (self.year, self.month, self.day, self.weekday) = (other.year, other.month, other.day, other.weekday);
            self.relative.clone_from(&other.relative);
            self.following = other.following;
            self.direct = other.direct;
        }
    }
}
