//! Sentences in which the verb of saying stands beside its source: "…," said X; X said that …; according to X.

use super::rules::BesideSource;
use super::{Attributions, Found, Sentence};
use crate::letters::is_one_of;
use crate::report::AttributionForm;
use crate::tags::line::Line;

/// What stands between a source and its verb, set off by commas, is no longer than this.
const LONGEST_ASIDE: usize = 120;

/// What is called something is no longer than this.
const LONGEST_CALLED: usize = 60;

/// A quality of one word that something is called stands within so many characters.
const FAR_QUALITY: usize = 24;

/// A figure with its words of bounds is written within so many characters.
const LONGEST_FIGURE: usize = 28;

/// A quotation ends no farther before the verb that reports it.
const FAR_QUOTE: usize = 40;

/// What is said before its source is longer than this.
const SHORTEST: usize = 12;

/// The attributions of a sentence, in order of their cues.
pub fn find(sentence: &Sentence, rules: &Attributions, words: &BesideSource) -> Vec<Found> {
    let reader = Reader { sentence, line: &sentence.line, rules, words };
    let mut found = Vec::new();
    let mut position = 0;
    while position < reader.line.length() {
        let starts_word = !reader.line.before(position).is_alphanumeric() && reader.line.at(position).is_alphabetic();
        let attribution = if starts_word && !sentence.is_quoted(position) { reader.at(position) } else { None };
        position = attribution.as_ref().map_or(position + 1, |attribution: &Found| attribution.cue.1.max(position + 1));
        found.extend(attribution);
    }
    found
}

struct Reader<'a> {
    sentence: &'a Sentence,
    line: &'a Line,
    rules: &'a Attributions,
    words: &'a BesideSource,
}

impl Reader<'_> {
    fn at(&self, position: usize) -> Option<Found> {
        if let Some((end, ())) = self.rules.according.at(self.line, position) {
            return self.according(position, end);
        }
        if let Some((end, ())) = self.rules.unnamed.at(self.line, position) {
            return Some(self.found((position, end), None, self.line.skip_spaces(end)));
        }
        if let Some(found) = self.called(position).or_else(|| self.estimated(position)) {
            return Some(found);
        }
        let (end, objects) = self.rules.verbs.at(self.line, position)?;
        // Added 5 million users, agreed a deal: a thing follows and no words.
        let next = self.line.skip_spaces(end);
        let is_figure = self.line.at(next).is_ascii_digit() || is_one_of(self.line.at(next), "$€£¥");
        let is_weak = objects.iter().any(|word| !word.is_empty());
        if is_weak && (is_figure || objects.iter().any(|word| self.line.after(next, word).is_some())) {
            return None;
        }
        (!self.is_wordless(position, end)).then_some(())?;
        let before = self.speaker_before(position);
        let before = self.name_described(position).or(before);
        if before.is_some_and(|name| self.is_writer(name)) {
            return None;
        }
        let after = self.name_after(end).filter(|name| before.is_none() && !self.is_writer(*name));
        let quoted = self.quote_near(position, end);
        let reports = self.reports(end);
        let apart = || self.name_before_aside(position);
        let source = before.or(after).or_else(apart).map(|name| self.past_opener(name)).filter(|name| {
            let start = if name.1 <= position { name.0 } else { position };
            let is_thing = self.rules.rules.things.contains(&self.line.text(name.0, name.1).as_str());
            !is_thing && (quoted || reports || self.line.before(self.line.skip_spaces_back(start)) == ',')
        })?;
        let found = self.found((position, end), Some(source), end);
        // They told us: to whom, and no words.
        let is_told = found.form == AttributionForm::Direct
            || self.line.between(found.content.0, found.content.1).iter().any(|c| c.is_whitespace());
        is_told.then_some(found)
    }

    /// Expects to spend, was said to be, reported from Rome: nobody's words follow, unless they stand before.
    fn is_wordless(&self, position: usize, end: usize) -> bool {
        let next = self.line.skip_spaces(end);
        let is_said_of = self.sentence.quote_before(position).is_some_and(|quote| position - quote.close < FAR_QUOTE);
        !is_said_of && self.words.wordless.iter().any(|word| self.line.after(next, word).is_some())
    }

    /// The name before a verb: that before the place or the body which it is of.
    fn speaker_before(&self, position: usize) -> Option<(usize, usize)> {
        let name = self.name_before(position)?;
        let (start, end) = self.before_place(name).or_else(|| self.of_body(name)).unwrap_or(name);
        Some(self.past_opener((self.share_before(start), end)))
    }

    /// A name without the word that opens its sentence: As Tomasz Bielak argued.
    fn past_opener(&self, (start, end): (usize, usize)) -> (usize, usize) {
        let opened = self.words.openers.iter().filter_map(|word| self.line.after(start, word)).max();
        (opened.filter(|opened| *opened < end).unwrap_or(start), end)
    }

    /// Where a share of those who speak begins: 71 percent of Valderians.
    fn share_before(&self, start: usize) -> usize {
        if self.line.after(start, self.words.share).is_none() {
            return start;
        }
        let word = self.line.run_back(self.line.skip_spaces_back(start), 12, |c| c.is_alphabetic() || c == '%');
        let number = self.line.run_back(self.line.skip_spaces_back(word), 8, |c| c.is_ascii_digit() || c == '.');
        if self.line.at(number).is_ascii_digit() { number } else { start }
    }

    /// X called the model "a milestone": a name or quality of more than one word.
    fn called(&self, position: usize) -> Option<Found> {
        let words = self.rules.rules.calling.iter();
        let end = words.filter_map(|word| self.line.after(position, word)).max()?;
        let ends = !self.line.at(end).is_alphanumeric();
        let quote = self.sentence.quote_after(end).filter(|quote| ends && quote.open - end < LONGEST_CALLED)?;
        let is_phrase = self.line.between(quote.open, quote.close).iter().filter(|c| c.is_whitespace()).count() >= 2;
        // Called the findings "intolerable", but a dog "Rex".
        let is_phrase = is_phrase || self.line.at(quote.open + 1).is_lowercase() && quote.open - end < FAR_QUALITY;
        let is_one = !self.line.between(end, quote.open).iter().any(|c| is_one_of(*c, ",;:"));
        let source = self.speaker_before(position).or_else(|| self.name_before_aside(position));
        let source = source.filter(|name| is_phrase && is_one && !self.is_writer(*name))?;
        let content = (quote.open + 1, quote.close);
        Some(Found { cue: (position, end), content, source: Some(source), form: AttributionForm::Direct })
    }

    /// Analysts at X put the cost at $3 million: the figure that somebody gives a thing.
    fn estimated(&self, position: usize) -> Option<Found> {
        let (verbs, at) = self.words.estimating;
        let end = verbs.iter().find_map(|word| self.line.after(position, word))?;
        let figure = (end..end + LONGEST_CALLED).find_map(|place| self.line.after(place, at))?;
        let written = self.line.between(figure, figure + LONGEST_FIGURE);
        let digits = written.iter().filter(|c| c.is_ascii_digit()).count();
        // He put it off at 8 gives nothing a figure.
        let is_amount = digits > 2 || digits > 0 && written.iter().any(|c| is_one_of(*c, "$€£¥%"));
        let source = self.name_described(position).or_else(|| self.speaker_before(position));
        let source = source.filter(|name| is_amount && !self.is_writer(*name))?;
        let stop = self.line.run_back(self.line.length(), 3, |c| is_one_of(c, ".!?"));
        let (cue, form) = ((position, end - 1), AttributionForm::Indirect);
        Some(Found { cue, content: (end, stop), source: Some(source), form })
    }

    fn found(&self, cue: (usize, usize), source: Option<(usize, usize)>, after: usize) -> Found {
        let (start, stop) =
            (source.map_or(cue.0, |source| source.0.min(cue.0)), source.map_or(after, |source| source.1.max(after)));
        let before = self.sentence.quote_before(start).filter(|quote| start - quote.close < 4);
        let near = before.or(self.sentence.quote_after(stop).filter(|quote| quote.open - stop < 12));
        if let Some(quote) = near {
            return Found { cue, content: (quote.open + 1, quote.close), source, form: AttributionForm::Direct };
        }
        let end = self.line.run_back(self.line.length(), 3, |c| is_one_of(c, ".!?"));
        let skip = self.line.run(stop, |c| c == ' ' || c == ',' || c == ':');
        let skip = self.line.after(skip, self.words.clause).or_else(|| self.past_time(skip)).unwrap_or(skip);
        // Wrote in January that "…"
        let whole = self.sentence.quote_after(skip).filter(|quote| quote.open == skip && quote.close + 2 >= end);
        if let Some(quote) = whole {
            return Found { cue, content: (quote.open + 1, quote.close), source, form: AttributionForm::Direct };
        }
        let before = self.line.run_back(start, 3, |c| c == ' ' || c == ',');
        // …, the agency said on Friday: only a time follows.
        let only_time = before + 1 < start && before > SHORTEST && self.is_only_time(skip, end);
        // …, two of them said, as …: set off by commas, it reports what stands before.
        let inner = before > SHORTEST && self.line.at(before) == ',' && self.line.at(stop) == ',';
        let content = if end > skip && !only_time && !inner { (skip, end) } else { (0, before) };
        Found { cue, content, source, form: AttributionForm::Indirect }
    }

    /// Whether what follows a verb is a time or hearer and no more, such as "on Friday" or "reporters".
    fn is_only_time(&self, start: usize, end: usize) -> bool {
        let text = self.line.text(start, end.min(start + LONGEST_ASIDE));
        let mut opens = self.words.times.iter().chain(self.words.hearers);
        opens.any(|word| text.starts_with(word)) && !text.contains(self.words.clause) && text.split(' ').count() < 8
    }

    /// Past a time or hearer between the verb and "that": said on Monday that, told reporters that.
    fn past_time(&self, position: usize) -> Option<usize> {
        let BesideSource { times, hearers, asides, .. } = self.words;
        let mut opens = times.iter().chain(*hearers).chain(*asides).chain(self.rules.rules.things);
        opens.find_map(|word| self.line.after(position, word))?;
        let mut place = position;
        for _ in 0..5 {
            place = self.line.run(place, |c| c.is_alphanumeric() || is_one_of(c, "'-")) + 1;
            if let Some(end) = self.line.after(place, self.words.clause) {
                return Some(end);
            }
            if self.line.before(place) != ' ' {
                return None;
            }
        }
        None
    }

    /// "according to X, …" and "…, according to X."
    fn according(&self, position: usize, end: usize) -> Option<Found> {
        let start = self.line.skip_spaces(end);
        let stop = self.line.run(start, |c| c != ',' && c != '.' && c != ';').max(start);
        let stop = self.line.skip_spaces_back(stop);
        let source = (start < stop).then_some((start, stop))?;
        let rest = self.line.run(stop, |c| c == ',' || c == ' ');
        let last = self.line.run_back(self.line.length(), 3, |c| is_one_of(c, ".!?"));
        let before = self.line.run_back(position, 3, |c| c == ' ' || c == ',');
        // …, according to X, a research firm: only who X is follows.
        let aside =
            before > SHORTEST && self.words.appositions.iter().any(|word| self.line.after(rest, word).is_some());
        let content = if rest < last && !aside { (rest, last) } else { (0, before) };
        Some(Found { cue: (position, end), content, source: Some(source), form: AttributionForm::Indirect })
    }

    /// The name that ends before a verb: capitalised words, a pronoun, or "the" and what follows it.
    // Not inlined, for the size of the core.
    #[inline(never)]
    fn name_before(&self, position: usize) -> Option<(usize, usize)> {
        let end = self.line.skip_spaces_back(position);
        let mut start = end;
        for _ in 0..8 {
            let word_end = self.line.skip_spaces_back(start);
            let word = self.line.run_back(word_end, 24, |c| c.is_alphanumeric() || is_one_of(c, "'.-&’"));
            if word == word_end || (word_end < start && start - word_end > 1) {
                break;
            }
            let text = self.line.text(word, word_end);
            let known = self.rules.rules.pronoun(&text).is_some()
                || self.rules.rules.bodies.contains(&text.to_lowercase().as_str());
            let is_determiner = self.is_determiner(&text);
            let joins = self.words.joining.contains(&text.as_str());
            let common = self.has_determiner(word);
            if !(text.starts_with(char::is_uppercase) || known || is_determiner || joins || common) {
                break;
            }
            let is_first = start == end;
            start = word;
            // A model it says: the pronoun alone.
            if is_determiner || is_first && self.rules.rules.pronoun(&text).is_some_and(|_| !text.contains(' ')) {
                break;
            }
        }
        (start < end).then_some((self.one_of(start), end))
    }

    /// Where a source begins that is some of many: two of the people.
    fn one_of(&self, start: usize) -> usize {
        let Some(of) = start.checked_sub(4).filter(|of| self.line.after(*of, " of ") == Some(start)) else {
            return start;
        };
        let word = self.line.run_back(of, 8, char::is_alphabetic);
        if self.words.how_many.contains(&self.line.text(word, of).to_lowercase().as_str()) { word } else { start }
    }

    /// Who stands before the place that a name is: William Alsup in San Francisco ruled.
    fn before_place(&self, (start, _): (usize, usize)) -> Option<(usize, usize)> {
        let end = self.line.skip_spaces_back(start);
        let word = self.words.in_place.iter().find_map(|word| {
            let from = end.checked_sub(word.len())?;
            (self.line.after(from, word) == Some(end)).then_some(from)
        })?;
        self.name_before(word)
    }

    /// Who is of a body with an article: Tomasz Bielak of the Warsaw Institute argued.
    fn of_body(&self, (start, _): (usize, usize)) -> Option<(usize, usize)> {
        let end = self.line.skip_spaces_back(start);
        let of = self.words.joining.iter().find_map(|word| {
            let from = end.checked_sub(word.len() + 1)?;
            (self.line.at(from) == ' ' && self.line.after(from + 1, word) == Some(end)).then_some(from)
        })?;
        let name = self.name_before(of)?;
        let text = self.line.text(name.0, name.1);
        let is_person = text.contains(' ') && text.split(' ').all(|word| word.starts_with(char::is_uppercase));
        is_person.then_some(name)
    }

    /// The name before an aside between commas: X, the head of Y, said.
    fn name_before_aside(&self, position: usize) -> Option<(usize, usize)> {
        let close = self.line.skip_spaces_back(position).checked_sub(1).filter(|close| self.line.at(*close) == ',')?;
        let inner = self.line.run_back(close, LONGEST_ASIDE, |c| c != ',');
        let open = inner.checked_sub(1).filter(|open| self.line.at(*open) == ',' && !self.sentence.is_quoted(*open))?;
        let leads = self.name_before(open).filter(|(start, _)| self.line.at(*start).is_uppercase());
        let is_described = leads.is_some_and(|(start, _)| {
            let end = self.line.run(start, char::is_alphabetic);
            self.is_determiner(&self.line.text(start, end))
        });
        let named = || self.described_aside(open, close);
        let named = if is_described { named() } else { None };
        named.or(leads).or_else(|| self.named_aside(open, close))
    }

    /// The name that an aside begins with, without what it is of: Its author, Dr. Helen Okafor of Leeds, said.
    fn described_aside(&self, open: usize, close: usize) -> Option<(usize, usize)> {
        let (start, end) = self.name_after(open + 1).filter(|(_, end)| *end <= close)?;
        let joins = |place: &usize| {
            let mut words = self.words.joining.iter().filter_map(|word| self.line.after(*place, word));
            self.line.before(*place) == ' ' && words.any(|end| self.line.at(end) == ' ')
        };
        let end = (start..end).find(joins).map_or(end, |place| place - 1);
        (self.line.at(start).is_uppercase() && self.line.between(start, end).contains(&' ')).then_some((start, end))
    }

    /// Those who are described between their name and the verb: three people with knowledge of the matter said.
    fn name_described(&self, position: usize) -> Option<(usize, usize)> {
        let start = self.line.run_back(position, LONGEST_ASIDE, |c| !is_one_of(c, ",;:.\""));
        let mut places = (start..position).filter(|place| self.line.at(*place) == ' ');
        let end = places.find(|place| {
            let mut words = self.words.describing.iter();
            words.any(|word| self.line.after(*place, word).is_some_and(|end| end < position))
        })?;
        let from = self.line.run_back(end, 24, char::is_alphabetic);
        let name = self.line.text(from, end);
        if !self.rules.rules.bodies.contains(&name.as_str()) {
            return None;
        }
        let count = self.line.run_back(self.line.skip_spaces_back(from), 24, char::is_alphanumeric);
        Some((if count + 1 < from && count >= start { count } else { from }, end))
    }

    /// The name that fills an aside: a spokeswoman for the Commission, Eva Lindqvist, added.
    fn named_aside(&self, open: usize, close: usize) -> Option<(usize, usize)> {
        let start = self.line.skip_spaces(open + 1);
        let name = self.line.text(start, close);
        let is_name = name.contains(' ') && name.split(' ').all(|word| word.starts_with(char::is_uppercase));
        is_name.then_some((start, close))
    }

    /// Whether a word such as "the" stands one or two words before a common noun.
    fn has_determiner(&self, word: usize) -> bool {
        let mut position = word;
        for _ in 0..2 {
            let end = self.line.skip_spaces_back(position);
            position = self.line.run_back(end, 16, |c| c.is_alphabetic());
            if self.is_determiner(&self.line.text(position, end)) {
                return true;
            }
        }
        false
    }

    fn is_determiner(&self, word: &str) -> bool {
        self.words.determiners.iter().any(|known| known.eq_ignore_ascii_case(word))
    }

    /// The name after a verb: "said X".
    fn name_after(&self, end: usize) -> Option<(usize, usize)> {
        let start = self.line.skip_spaces(end);
        let mut stop = start;
        let mut position = start;
        while position < self.line.length() {
            let word = self.line.run(position, |c| c.is_alphanumeric() || is_one_of(c, "'-&’"));
            let text = self.line.text(position, word);
            if stop == start && self.rules.rules.things.contains(&text.as_str()) {
                break;
            }
            // Dr. Krauss, John F. Hale
            let is_short = text.len() == 1 || self.words.short_titles.contains(&text.as_str());
            let next = self.line.after(word, ". ").filter(|next| is_short && self.line.at(*next).is_uppercase());
            if let Some(next) = next {
                position = next;
                continue;
            }
            let joins = self.words.joining.contains(&text.as_str()) || self.is_determiner(&text);
            if word == position || !(text.starts_with(char::is_uppercase) || joins) {
                break;
            }
            stop = if joins { stop } else { word };
            position = self.line.skip_spaces(word);
        }
        (stop > start && start > end).then_some((start, stop))
    }

    /// Whether a clause or an object follows the verb.
    fn reports(&self, end: usize) -> bool {
        let next = self.line.skip_spaces(end);
        let is_end = next >= self.line.length() || is_one_of(self.line.at(next), ".,;");
        !is_end && self.line.at(next).is_alphanumeric() || self.line.at(next) == ':'
    }

    fn quote_near(&self, start: usize, end: usize) -> bool {
        let after = self.sentence.quote_after(end).is_some_and(|quote| quote.open - end < 24);
        after || self.sentence.quote_before(start).is_some_and(|quote| start - quote.close < FAR_QUOTE)
    }

    fn is_writer(&self, (start, end): (usize, usize)) -> bool {
        self.rules.rules.writer.contains(&self.line.text(start, end).as_str())
    }
}
