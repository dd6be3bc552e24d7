//! Whose word a report is, in languages whose verbs come last: Xの調査によると, Xが発表した統計によると.

use super::Found;
use super::sayings::Subject;
use super::verb_last::{FAR, LONGEST, Reader};
use crate::letters::is_one_of;
use crate::report::AttributionForm;

impl Reader<'_> {
    /// The name before によると. 「Xの調査によると」 is X's word.
    pub(super) fn owner(&self, position: usize) -> Option<(usize, usize)> {
        let end = self.before_brackets(position);
        let start = self.name_start(end);
        if start == end {
            return self.quoted_name(end).or_else(|| self.reveals(end));
        }
        // 総務省の2025年の調査
        if self.is_when(start, end) {
            return self.report_owner(start);
        }
        let text = self.line.text(start, end);
        if !self.rules.rules.reports.iter().any(|noun| text.ends_with(noun)) {
            return Some((start, end));
        }
        self.issuer(start).or_else(|| self.report_owner(start)).or(Some((start, end)))
    }

    /// …ことが、Xの調査で分かった: the report is the source.
    pub(super) fn found_by(&self, position: usize) -> Option<Found> {
        let (end, ()) = self.rules.found_by.at(self.line, position)?;
        let noun = self.names_back(position);
        let text = self.line.text(noun, position);
        self.rules.rules.reports.iter().any(|report| text.ends_with(report)).then_some(())?;
        let source = self.owner(position)?;
        let from = position.saturating_sub(FAR);
        let fact = (from..source.0).rev().find(|place| self.line.after(*place, self.words.fact).is_some())?;
        let start = self.line.run_back(fact, FAR, |c| c != '。');
        let form = AttributionForm::Indirect;
        (start < fact).then_some(Found { cue: (position, end), content: (start, fact), source: Some(source), form })
    }

    /// Where a share of a group begins that ends at a position: 教員の71%.
    pub(super) fn share_of(&self, end: usize) -> Option<usize> {
        let sign = end.checked_sub(1).filter(|sign| is_one_of(self.line.at(*sign), self.words.shares))?;
        let number = self.line.run_back(sign, 8, |c| c.is_ascii_digit() || c == '.');
        let owner = number.checked_sub(1).filter(|owner| number < sign && self.line.at(*owner) == 'の')?;
        let start = self.name_start(owner);
        (start < owner).then_some(start)
    }

    /// Who owns the report that begins at a position: Xの調査. A time owns nothing.
    fn report_owner(&self, start: usize) -> Option<(usize, usize)> {
        let mut start = start;
        // 共同通信の29日の報道: past the day.
        for _ in 0..2 {
            if self.line.before(start) != 'の' {
                return None;
            }
            let joint = if self.line.before(start - 1) == 'へ' { start - 2 } else { start - 1 };
            let others = joint.checked_sub(2).filter(|place| self.line.after(*place, self.words.others).is_some());
            let end = self.before_brackets(others.unwrap_or(joint));
            let owner = self.names_back(end);
            if owner < end && !self.is_when(owner, end) {
                return Some((owner, end));
            }
            start = owner;
        }
        None
    }

    /// Whether what owns a report only tells when or which: 29日の報道, 別の記事.
    fn is_when(&self, start: usize, end: usize) -> bool {
        let dated = self.line.at(start).is_ascii_digit() && is_one_of(self.line.before(end), self.words.dated);
        dated || self.words.when.contains(&self.line.text(start, end).as_str())
    }

    /// Who brought out the report that begins at a position: 総務省が29日発表した10月の統計.
    fn issuer(&self, start: usize) -> Option<(usize, usize)> {
        let from = self.line.run_back(start, LONGEST, |c| !is_one_of(c, "。、"));
        let issued = (from..start).rev().find(|place| {
            self.rules.rules.issued.iter().any(|word| self.line.after(*place, word).is_some_and(|end| end <= start))
        })?;
        let first = self.line.run_back(issued, LONGEST, |c| c != '。');
        let end = (first..issued).rev().find(|place| self.line.at(*place) == 'が')?;
        let name = self.name_start(self.before_brackets(end));
        (name < end && self.can_speak(name, end)).then_some((name, self.before_brackets(end)))
    }

    /// Xが明かしたところによると.
    fn reveals(&self, end: usize) -> Option<(usize, usize)> {
        let clause = self.rules.rules.revealing.iter().find(|word| self.line.ends_with(end, word))?;
        let stop = end - clause.chars().count();
        let from = self.line.run_back(stop, LONGEST, |c| !is_one_of(c, "。、"));
        let subject = (from..stop).rev().find(|place| self.line.at(*place) == 'が')?;
        let name = self.name_start(self.before_brackets(subject));
        (name < subject && self.can_speak(name, subject)).then_some((name, self.before_brackets(subject)))
    }

    /// 「X」によると, for names in quotation marks.
    fn quoted_name(&self, end: usize) -> Option<(usize, usize)> {
        let quote = self.sentence.quote_before(end).filter(|quote| quote.close + 1 == end)?;
        Some((quote.open + 1, quote.close))
    }

    /// A report that is named as the source: 一部報道では. Its span, and where its particle ends.
    pub(super) fn report_before(&self, position: usize) -> Option<Subject> {
        (position.saturating_sub(FAR)..position).rev().find_map(|place| {
            let after = self.words.by.iter().find_map(|word| self.line.after(place, word))?;
            let start = self.names_back(place);
            let text = self.line.text(start, place);
            let is_report = self.rules.rules.reports.iter().any(|noun| text.ends_with(noun));
            let source = if is_report { self.owner(place) } else { None };
            source.filter(|_| !self.sentence.is_quoted(place)).map(|source| (source, after))
        })
    }
}
