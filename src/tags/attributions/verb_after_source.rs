//! Sentences in which the verb of saying follows its source without spaces, as Chinese writes them: X表示，…;
//! 据X报道，…; “…，”X说.

use super::{Attributions, Found, Sentence};
use crate::letters::is_one_of;
use crate::report::AttributionForm;
use crate::tags::line::{Line, NONE, is_han};

/// A source is no longer than this.
const LONGEST: usize = 30;

/// What parts clauses.
const MARKS: &str = "，。；：！？、,;:!?“”「」\n";

/// The attributions of a sentence, in order of their cues.
pub fn find(sentence: &Sentence, rules: &Attributions) -> Vec<Found> {
    let reader = Reader { sentence, line: &sentence.line, rules };
    let mut found: Vec<Found> = Vec::new();
    let mut position = 0;
    while position < reader.line.length() {
        let attribution = if sentence.is_quoted(position) {
            None
        } else {
            reader.according(position).or_else(|| reader.verb(position, found.last()))
        };
        let next = attribution.as_ref().map_or(position + 1, |found| reader.past(found).max(position + 1));
        found.extend(attribution);
        position = next;
    }
    found
}

struct Reader<'a> {
    sentence: &'a Sentence,
    line: &'a Line,
    rules: &'a Attributions,
}

impl Reader<'_> {
    /// Where reading goes on: what is reported in the same clauses holds no second speaker.
    fn past(&self, found: &Found) -> usize {
        if found.form == AttributionForm::Indirect { found.cue.1.max(found.content.1) } else { found.cue.1 }
    }

    /// 据X报道，… and 根据X的Y，…
    fn according(&self, position: usize) -> Option<Found> {
        let (start, ()) = self.rules.according.at(self.line, position)?;
        let clause = self.clause(start, LONGEST);
        let text = self.line.text(start, clause);
        let report = self.rules.rules.reports.iter().find_map(|noun| {
            let length = text.strip_suffix(noun)?.chars().count();
            (length > 0).then_some(start + length)
        });
        let end = report?;
        let end = if self.line.before(end) == '的' { end - 1 } else { end };
        let end = (start + 1..end)
            .find(|place| self.line.at(*place) == '的' || is_one_of(self.line.at(*place), "《〈"))
            .unwrap_or(end);
        let content = self.line.run(clause, |c| is_one_of(c, "，, "));
        let stop = self.end();
        (end > start + 1 && stop > content).then_some(Found {
            cue: (position, start),
            content: (content, stop),
            source: Some((start, end)),
            form: AttributionForm::Indirect,
        })
    }

    /// X表示，…; X说：“…”; “…，”X说.
    fn verb(&self, position: usize, last: Option<&Found>) -> Option<Found> {
        let (end, _) = self.rules.verbs.at(self.line, position)?;
        let source = self.source(position)?;
        let next = self.line.at(end);
        let before = self.sentence.quote_before(source.0).filter(|quote| quote.close + 1 == source.0);
        // X写道：“…”Y表示，…: what X wrote is not said by Y.
        let before = before.filter(|quote| last.is_none_or(|last| last.content != (quote.open + 1, quote.close)));
        let open = self.line.run(end, |c| is_one_of(c, "，：,: "));
        let after = self.sentence.quote_after(end).filter(|quote| quote.open == open);
        if let Some(quote) = after.or(before) {
            let content = (quote.open + 1, quote.close);
            return Some(Found { cue: (position, end), content, source: Some(source), form: AttributionForm::Direct });
        }
        // 说 and 称 are parts of many words; a clause of its own follows where they report.
        let short = end == position + 1;
        let follows = is_one_of(next, "，：,:") || !short && is_han(next) && !is_one_of(next, "的了过為为呼");
        // 告诉记者，…: whom it was told to.
        let told = self.clause(end, 8);
        let heard = self.rules.rules.possessives.iter().any(|word| self.line.after(end, word) == Some(told));
        let start = if heard { told } else { end };
        let start = self.line.run(start, |c| is_one_of(c, "，：,: "));
        let stop = self.end();
        ((follows || heard) && stop > start + 1).then_some(Found {
            cue: (position, end),
            content: (start, stop),
            source: Some(source),
            form: AttributionForm::Indirect,
        })
    }

    /// The name that opens the clause before a verb, without what stands between them.
    fn source(&self, position: usize) -> Option<(usize, usize)> {
        let start = self.line.run_back(position, LONGEST, |c| !is_one_of(c, MARKS) && c != NONE);
        let opens = start == 0 || is_one_of(self.line.before(start), MARKS);
        let skipped = self.rules.rules.pointing.iter().find_map(|word| self.line.after(start, word)).unwrap_or(start);
        let stops = |place: &usize| self.rules.rules.topics.iter().any(|word| self.line.after(*place, word).is_some());
        let end = (skipped + 2..position).find(stops).unwrap_or(position);
        let text = self.line.text(skipped, end);
        let writer = self.rules.rules.writer.contains(&text.as_str());
        let speaks = end - skipped > 1 || self.rules.rules.short_bodies.contains(&text.as_str());
        (opens && skipped < end && speaks && !writer).then_some((skipped, end))
    }

    /// Where the clause that begins at a position ends, or so many characters on.
    fn clause(&self, start: usize, limit: usize) -> usize {
        let limit = (start + limit).min(self.line.length());
        (start..limit).find(|place| is_one_of(self.line.at(*place), MARKS)).unwrap_or(limit)
    }

    /// The end of the sentence without its marks.
    fn end(&self) -> usize {
        self.line.run_back(self.line.length(), 4, |c| is_one_of(c, "。！？!?. ”」"))
    }
}
