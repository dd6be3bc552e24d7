//! What stands beside quotations in languages whose verbs come last: a name alone before one, a speaker in brackets after
//! it, a long subject between it and the verb; and claims that nobody is named for.

use super::quotes::Quote;
use super::sayings::Subject;
use super::verb_last::{FAR, LONGEST, LONGEST_VERB, Reader, is_name};
use super::{Attributions, Found, Sentence, VerbLast};
use crate::letters::is_one_of;
use crate::report::AttributionForm;
use crate::tags::line::{is_han, is_hiragana};

/// Quotations of more characters are words said rather than a name.
const LONG_QUOTE: usize = 6;

/// A family name and a given name have no more characters each.
const LONGEST_GIVEN: usize = 4;

/// A sentence that only says how the quotation before it was said has its word for that so early.
const LONGEST_ECHO: usize = 40;

/// A source with where its particle ends, and the verb it stands before.
pub(super) type Spoken = (Subject, (usize, usize));

/// 「…」 and then: 甲氏は演説でこう声を張り上げた. What the quotation of the sentence before is said by.
pub fn echoed(sentence: &Sentence, rules: &Attributions, words: &VerbLast) -> Option<Found> {
    let reader = Reader { sentence, line: &sentence.line, rules, words };
    let (word, end) = (rules.rules.pointing.first()?, reader.end());
    let place = (0..end.min(LONGEST_ECHO)).find(|place| reader.line.after(*place, word).is_some())?;
    let next = place + word.chars().count();
    let is_verb =
        is_han(reader.line.at(next)) && rules.rules.predicates.iter().any(|it| reader.line.ends_with(end, it));
    let source = reader.source(0, place).filter(|((start, end), _)| reader.is_speaker(*start, *end));
    let (content, form) = ((place, place), AttributionForm::Direct);
    is_verb.then_some(Found { cue: (place, end), content, source: source.map(|(source, _)| source), form })
}

/// 「…」 and then: 門脇すみれは言い切る. A sentence that is nothing but who says it and the verb.
pub fn followed(sentence: &Sentence, rules: &Attributions, words: &VerbLast) -> Option<Found> {
    let reader = Reader { sentence, line: &sentence.line, rules, words };
    let is_short = reader.end() <= LONGEST_ECHO;
    let spoken = reader.far_speaker(0).or_else(|| reader.said_so()).filter(|_| is_short);
    let ((source, _), cue) = spoken?;
    let (content, form) = ((cue.0, cue.0), AttributionForm::Direct);
    Some(Found { cue, content, source: Some(source), form })
}

/// ロイター通信が12日、伝えた. A sentence that is nothing but who reports and the verb.
pub fn relayed(sentence: &Sentence, rules: &Attributions, words: &VerbLast) -> Option<Found> {
    let reader = Reader { sentence, line: &sentence.line, rules, words };
    let end = reader.end();
    let verb = words.relaying.iter().find(|verb| reader.line.ends_with(end, verb))?;
    let verb = end - verb.chars().count();
    let before = reader.line.before(verb);
    let is_day = || verb > 1 && is_one_of(reader.line.before(verb - 1), words.days);
    let is_object = is_one_of(before, words.objects) || is_one_of(before, words.receivers) && !is_day();
    let source = reader.quoted_source(verb).or_else(|| {
        let (source, _) = reader.source(0, verb)?;
        (reader.is_speaker(source.0, source.1) || reader.is_plain_name(source)).then_some(source)
    });
    let fits = !is_object && verb <= LONGEST_ECHO;
    let (content, form) = ((verb, verb), AttributionForm::Indirect);
    source.filter(|_| fits).map(|source| Found { cue: (verb, end), content, source: Some(source), form })
}

impl Reader<'_> {
    /// 内海はレース後、笑って明かした: whose verb of saying ends a sentence, what goes with it between.
    fn said_so(&self) -> Option<Spoken> {
        let last = self.end();
        let goes_with = |place: &usize| is_one_of(self.line.before(*place), self.words.manners);
        let mut places = (last.saturating_sub(LONGEST_VERB)..last).filter(goes_with);
        let verb = places.find(|place| self.ends_in_verb(*place, last))?;
        let subject = self.source(0, verb)?;
        (!self.is_writer(subject.0)).then_some((subject, (verb, last)))
    }

    /// Whether a verb of saying begins at a position and goes on to the end of the sentence.
    // Not inlined, for the size of the core.
    #[inline(never)]
    fn ends_in_verb(&self, start: usize, last: usize) -> bool {
        let mut verbs = self.rules.verbs.all_at(self.line, start);
        verbs.any(|(stem, endings)| {
            let ending = endings.iter().filter_map(|ending| self.line.after(stem, ending)).max();
            ending.is_some_and(|ending| self.inflected(ending) >= last)
        })
    }

    /// メディア「財新」が: a name in quotation marks before the particle of the subject.
    fn quoted_source(&self, verb: usize) -> Option<(usize, usize)> {
        let quote = self.sentence.quote_before(verb)?;
        self.topic(quote.close + 1).filter(|topic| *topic <= verb)?;
        Some((quote.open + 1, quote.close))
    }

    /// 甲氏は「…」と難色を示し、…: within a sentence, what a speaker beside a quotation that ends as a predicate does with it.
    pub(super) fn clause_end(&self, after: usize, quote: &Quote) -> Option<(usize, usize)> {
        let end = self.line.run(after, |c| !is_one_of(c, "、「『")).min(after + LONGEST_VERB);
        let is_said = is_hiragana(self.line.before(quote.close)) && is_hiragana(self.line.before(end));
        let is_clause = is_said && self.line.at(end) == '、';
        let ((start, stop), _) = self.source_beside(quote.open, 0).filter(|_| is_clause)?;
        self.is_speaker(start, stop).then_some((after, end))
    }

    /// 同氏「…」: a headline with nothing but the name and the words.
    pub(super) fn headline(&self, quote: &Quote) -> Option<Found> {
        let after = self.line.at(quote.close + 1);
        let ends = after == crate::tags::line::NONE || is_one_of(after, " !?！？…―—");
        let before = self.line.skip_spaces_back(quote.open);
        let start = self.name_start(before);
        let title = self.line.text(start, before);
        let is_person =
            self.rules.rules.persons.iter().any(|suffix| title.ends_with(suffix) && title.len() > suffix.len());
        let long = quote.close - quote.open > LONG_QUOTE;
        (ends && is_person && long).then_some(Found {
            cue: (quote.open, quote.open + 1),
            content: (quote.open + 1, quote.close),
            source: Some((start, before)),
            form: AttributionForm::Direct,
        })
    }

    /// 野党は「…」、与党は「…」と主張した: what the verb behind the next quotation is said of as well.
    pub(super) fn with_next(&self, quote: &Quote) -> Option<Found> {
        let next = self.sentence.quote_after(quote.close + 1).filter(|_| self.line.at(quote.close + 1) == '、')?;
        let ((start, end), _) = self.source_beside(quote.open, 0)?;
        self.source_beside(next.open, quote.close + 1)?;
        let behind = self.line.after(next.close + 1, self.words.quoting)?;
        // 甲は「夜明けの港」、乙は「北の海」という曲を歌った
        let is_name = self.rules.rules.namings.iter().any(|word| self.line.after(behind, word).is_some());
        let is_said = self.is_speaker(start, end) && !is_name;
        let (cue, content) = ((quote.open, quote.open + 1), (quote.open + 1, quote.close));
        is_said.then_some(Found { cue, content, source: Some((start, end)), form: AttributionForm::Direct })
    }

    /// 甲教授に「…」と言われた: by whom somebody was told.
    pub(super) fn told_by(&self, quote: &Quote, cue: (usize, usize)) -> Option<Found> {
        let end = quote.open.checked_sub(1).filter(|end| self.line.at(*end) == 'に')?;
        let start = self.name_start(end);
        let (content, form) = ((quote.open + 1, quote.close), AttributionForm::Direct);
        self.is_speaker(start, end).then_some(Found { cue, content, source: Some((start, end)), form })
    }

    /// 甲社は、…したとして、乙社を提訴した: what is given as the reason of a charge.
    pub(super) fn charged(&self, position: usize) -> Option<Found> {
        let end =
            self.line.after(position, self.words.as_reason).filter(|_| is_hiragana(self.line.before(position)))?;
        let charge = self.line.text(self.end().saturating_sub(LONGEST_VERB).max(end), self.end());
        let is_charge = self.rules.rules.charges.iter().any(|word| charge.contains(word));
        let from = self.line.run_back(position, FAR, |c| c != '。');
        let (source, topic) = self.source(from, position).filter(|_| is_charge)?;
        let start = self.past_setting(self.line.run(topic, |c| is_one_of(c, "、 ")));
        let (cue, form) = ((position, end - 1), AttributionForm::Indirect);
        (start < position).then_some(Found { cue, content: (start, position), source: Some(source), form })
    }

    /// 「…」(元社員のAさん): the speaker stands in brackets after the words.
    pub(super) fn credited(&self, quote: &Quote) -> Option<Found> {
        let open = quote.close + 1;
        let start = open + 1;
        let end = self.line.run(start, |c| is_name(c) || is_hiragana(c)).min(start + LONGEST);
        let closes = self.line.at(open) == '(' && is_one_of(self.line.at(end), ")、");
        let name = self.line.text(start, end);
        let titles = self.rules.rules.persons;
        let is_person = titles.iter().any(|title| name.ends_with(title) && name.len() > title.len());
        (closes && is_person && quote.close - quote.open > LONG_QUOTE).then_some(Found {
            cue: (open, start),
            content: (quote.open + 1, quote.close),
            source: Some((start, end)),
            form: AttributionForm::Direct,
        })
    }

    /// Whether words that point on or back end at a position: こう, 次のように.
    pub(super) fn points(&self, end: usize) -> bool {
        self.rules.rules.pointing.iter().any(|word| self.line.ends_with(end, word))
    }

    /// 「…」と、ベルリンに住む開発者の甲は憤る: who stands between the quotation and the verb that ends the sentence, and the
    /// verb.
    pub(super) fn far_speaker(&self, position: usize) -> Option<Spoken> {
        let last = self.end();
        if last > position + FAR {
            return None;
        }
        (position + 1..last).rev().find_map(|place| {
            let topic = self.topic(place).filter(|_| !self.sentence.is_quoted(place))?;
            let start = self.past_setting(self.line.run(topic, |c| c == '、'));
            let end = self.before_brackets(place);
            let name = self.name_start(end).min(self.kana_name(end));
            (name < end && self.ends_in_verb(start, last) && self.can_speak(name, end))
                .then_some((((name, end), topic), (start, last)))
        })
    }

    /// Where a family name in kanji begins with a given name in hiragana that ends at a position: 門脇すみれ. The position where
    /// there is none.
    fn kana_name(&self, end: usize) -> usize {
        let given = self.line.run_back(end, LONGEST_GIVEN, |c| is_hiragana(c) && c != 'の');
        let family = self.line.run_back(given, LONGEST_GIVEN, is_han);
        if given < end && family < given { family } else { end }
    }

    /// …としている: nobody is named.
    pub(super) fn claimed(&self, position: usize) -> Option<Found> {
        let rules = self.rules.rules;
        let end = rules.claims.iter().filter_map(|word| self.line.after(position, word)).max()?;
        let is_clause = rules.predicates.iter().any(|ending| self.line.ends_with(position, ending));
        let start = self.clause(position);
        let form = AttributionForm::Indirect;
        (is_clause && end >= self.end() && start < position).then_some(Found {
            cue: (position, end.min(self.end())),
            content: (start, position),
            source: None,
            form,
        })
    }
}
