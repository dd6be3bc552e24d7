//! Who said what: a source, the words that attribute, and what was said.
//!
//! A sentence is read from its cues: a verb of saying, a phrase such as によると, or a quotation whose verb stands in
//! the next sentence. A quotation without any of these is a title or an emphasis, and no speech.

pub mod answers;
mod beside_quotes;
mod quotes;
mod reports;
mod rules;
mod sayings;
pub mod sources;
pub mod turns;
mod verb_after_source;
mod verb_beside_source;
mod verb_last;

use super::line::Line;
use crate::letters::is_one_of;
use crate::report::{Attribution, AttributionForm, Source};
use crate::span::Span;
use quotes::Quote;
pub use rules::*;

/// Words that point on are no longer than this.
const POINTER: usize = 6;

/// The name of who gives a statement ends within so many characters.
const LONGEST_STATED: usize = 48;

/// One sentence, laid out, with the quotations in it.
struct Sentence {
    line: Line,
    quotes: Vec<Quote>,
}

/// An attribution on its way. Positions count characters of its sentence.
struct Found {
    cue: (usize, usize),
    content: (usize, usize),
    source: Option<(usize, usize)>,
    form: AttributionForm,
}

/// The attributions of the sentences of one block, in order. `sentences` are their spans, in order.
pub fn find(text: &str, sentences: &[Span], rules: &Attributions) -> Vec<Attribution> {
    let mut found: Vec<Attribution> = Vec::new();
    let mut last: Option<Sentence> = None;
    for span in sentences {
        let line = Line::new(span.of(text), span.start);
        let quotes = quotes::find(&line, rules.rules.quotes);
        let sentence = Sentence { line, quotes };
        let attributions = match rules.rules.grammar {
            Grammar::VerbLast(words) => verb_last::find(&sentence, rules, words),
            Grammar::VerbAfterSource => verb_after_source::find(&sentence, rules),
            Grammar::VerbBesideSource(words) => verb_beside_source::find(&sentence, rules, words),
        };
        let attributions = if attributions.is_empty() {
            let echo = echoed(&sentence, last.as_ref(), rules);
            echo.or_else(|| goes_on(&sentence, last.as_ref(), found.last(), rules)).into_iter().collect()
        } else {
            attributions
        };
        if attributions.is_empty() {
            found.extend(relayed(text, &sentence, last.as_ref(), rules));
        }
        for attribution in attributions {
            let quoted = said_elsewhere(&sentence, &attribution, last.as_ref(), rules);
            found.push(report(text, &sentence.line, &attribution, quoted));
        }
        pointed_at(&sentence, last.as_ref(), &mut found, rules);
        last = Some(sentence);
    }
    if let Some(statement) = statement(text, sentences, rules) {
        found.retain(|attribution| attribution.cue.start >= statement.content.start);
        found.insert(0, statement);
    }
    found
}

/// 甲教授の話　…: a block that is one statement, all of it said by the name before the space.
fn statement(text: &str, sentences: &[Span], rules: &Attributions) -> Option<Attribution> {
    let (first, last) = (sentences.first()?, sentences.last()?);
    let line = Line::new(first.of(text), first.start);
    let space = line.run(0, |c| c != ' ' && !is_one_of(c, "。、")).min(LONGEST_STATED);
    let word = rules.rules.statements.iter().find(|word| line.at(space) == ' ' && line.ends_with(space, word))?;
    let end = space.checked_sub(word.chars().count())?;
    let bracket = (line.before(end) == ')').then(|| line.run_back(end, LONGEST_STATED, |c| c != '('));
    let stop = bracket.map_or(end, |inner| inner.saturating_sub(1));
    let start = line.run(0, |c| !c.is_alphanumeric());
    let source = (start < stop).then(|| line.span(start, stop))?;
    let content = Span { start: line.span(space + 1, space + 1).start, end: last.end };
    let form = AttributionForm::Direct;
    let name = Some(source.of(text).to_owned());
    let source = Source { span: Some(source), name, entity: None };
    (content.start < content.end).then_some(Attribution { cue: line.span(end, space), content, source, form })
}

/// A quotation that makes up the sentence before, where the verb has nothing of its own to report.
fn said_elsewhere(sentence: &Sentence, found: &Found, last: Option<&Sentence>, rules: &Attributions) -> Option<Span> {
    let own = found.content.1.saturating_sub(found.content.0);
    let text = sentence.line.text(found.content.1.saturating_sub(POINTER).max(found.content.0), found.content.1);
    let points = rules.rules.pointing.iter().any(|word| text.ends_with(word));
    let last = last.filter(|_| own == 0 || points)?;
    let quote = last.whole_quote()?;
    Some(last.line.span(quote.open + 1, quote.close))
}

/// …。ロイター通信が伝えた。: a sentence that only says who reported the one before it.
fn relayed(text: &str, sentence: &Sentence, last: Option<&Sentence>, rules: &Attributions) -> Option<Attribution> {
    let (Grammar::VerbLast(words), last) = (rules.rules.grammar, last?) else { return None };
    let found = beside_quotes::relayed(sentence, rules, words)?;
    let end = last.line.run_back(last.line.run(0, |_| true), 3, |c| is_one_of(c, "。.!?！？ "));
    Some(report(text, &sentence.line, &found, Some(last.line.span(0, end))))
        .map(|attribution| Attribution { form: AttributionForm::Indirect, ..attribution })
}

/// A sentence that only says how the quotation before it was said.
fn echoed(sentence: &Sentence, last: Option<&Sentence>, rules: &Attributions) -> Option<Found> {
    last?.whole_quote()?;
    let Grammar::VerbLast(words) = rules.rules.grammar else { return None };
    beside_quotes::echoed(sentence, rules, words).or_else(|| beside_quotes::followed(sentence, rules, words))
}

/// "…," she said. "…": a quotation that is the whole sentence goes on with what was quoted in the sentence before.
fn goes_on(
    sentence: &Sentence,
    last: Option<&Sentence>,
    before: Option<&Attribution>,
    rules: &Attributions,
) -> Option<Found> {
    let quote = sentence.whole_quote().filter(|_| matches!(rules.rules.grammar, Grammar::VerbBesideSource(_)))?;
    let start = last?.line.span(0, 0).start;
    let is_near = before?.form == AttributionForm::Direct && before?.cue.start >= start;
    is_near.then_some(Found {
        cue: (quote.open, quote.open + 1),
        content: (quote.open + 1, quote.close),
        source: None,
        form: AttributionForm::Direct,
    })
}

/// 「…」 after a sentence that pointed on to it: X氏はこう述べた。「…」
fn pointed_at(sentence: &Sentence, last: Option<&Sentence>, found: &mut [Attribution], rules: &Attributions) {
    let (Some(quote), Some(last), Some(attribution)) = (sentence.whole_quote(), last, found.last_mut()) else { return };
    let begins_in_last = attribution.cue.start >= last.line.span(0, 0).start;
    let content = (last.line.position(attribution.content.start), last.line.position(attribution.content.end));
    let text = last.line.text(content.1.saturating_sub(POINTER).max(content.0), content.1);
    if begins_in_last && rules.rules.pointing.iter().any(|word| text.ends_with(word)) {
        attribution.content = sentence.line.span(quote.open + 1, quote.close);
        attribution.form = AttributionForm::Direct;
    }
}

impl Sentence {
    /// The quotation that is the whole sentence, where one is.
    fn whole_quote(&self) -> Option<&Quote> {
        let end = self.line.run(0, |_| true);
        let last = self.line.run_back(end, 3, |c| is_one_of(c, "。.!?！？ "));
        self.quotes.first().filter(|quote| quote.open == 0 && quote.close + 1 >= last)
    }

    /// Whether a position is inside a quotation.
    fn is_quoted(&self, position: usize) -> bool {
        self.quote_at(position).is_some()
    }

    /// The quotation that a position is in, marks included.
    fn quote_at(&self, position: usize) -> Option<&Quote> {
        let after = self.quotes.partition_point(|quote| quote.open <= position);
        self.quotes.get(after.checked_sub(1)?).filter(|quote| position <= quote.close)
    }

    /// The last quotation that has closed at a position.
    fn quote_before(&self, position: usize) -> Option<&Quote> {
        let after = self.quotes.partition_point(|quote| quote.close < position);
        self.quotes.get(after.checked_sub(1)?)
    }

    /// The first quotation that opens at a position or later.
    fn quote_after(&self, position: usize) -> Option<&Quote> {
        self.quotes.get(self.quotes.partition_point(|quote| quote.open < position))
    }
}

// Not inlined, for the size of the core.
#[inline(never)]
fn report(text: &str, line: &Line, found: &Found, quoted: Option<Span>) -> Attribution {
    let span = found.source.map(|(start, end)| line.span(start, end));
    let name = span.map(|span| span.of(text).to_owned());
    let form = if quoted.is_some() { AttributionForm::Direct } else { found.form };
    Attribution {
        cue: line.span(found.cue.0, found.cue.1),
        content: quoted.unwrap_or(line.span(found.content.0, found.content.1)),
        source: Source { span, name, entity: None },
        form,
    }
}
