//! Sentences that end in the verb: source, what was said, verb.

use super::sayings::Subject;
use super::{Attributions, Found, Quote, Sentence, VerbLast};
use crate::letters::is_one_of;
use crate::report::AttributionForm;
use crate::tags::line::{Line, is_han, is_hiragana, is_katakana};

/// A name is no longer than this.
pub(super) const LONGEST: usize = 30;
/// What ends a sentence after a quotation is no longer than this.
pub(super) const LONGEST_VERB: usize = 14;
/// What a verb of saying is done to is no longer than this.
const LONGEST_OBJECT: usize = 6;
/// A name in hiragana before a form of address is no longer than this.
const LONGEST_KANA: usize = 5;
/// No source is farther from its verb than this, a quotation between them not counted.
pub(super) const FAR: usize = 300;

/// The attributions of a sentence, in order of their cues.
pub fn find(sentence: &Sentence, rules: &Attributions, words: &VerbLast) -> Vec<Found> {
    let reader = Reader { sentence, line: &sentence.line, rules, words };
    let mut found: Vec<Found> = Vec::new();
    let mut position = 0;
    while position < reader.line.length() {
        if let Some(quote) = sentence.quote_at(position).filter(|quote| quote.open == position) {
            let alone = reader.headline(quote).or_else(|| reader.credited(quote));
            found.extend(alone.or_else(|| reader.with_next(quote)));
            position = quote.close + 1;
            continue;
        }
        if !rules.beginnings.may_begin(reader.line.at(position), reader.line.at(position + 1)) {
            position += 1;
            continue;
        }
        let attribution = reader
            .according(position)
            .or_else(|| reader.finding(position).filter(|_| !is_reported(found.last(), position)))
            .or_else(|| reader.found_by(position))
            .or_else(|| reader.unnamed(position).filter(|_| !is_reported(found.last(), position)))
            .or_else(|| reader.verb(position, found.last()))
            .or_else(|| reader.charged(position))
            .or_else(|| reader.claimed(position));
        position = attribution.as_ref().map_or(position + 1, |attribution| attribution.cue.1.max(position + 1));
        found.extend(attribution);
    }
    found
}

/// A sentence about to be read.
pub(super) struct Reader<'a> {
    pub(super) sentence: &'a Sentence,
    pub(super) line: &'a Line,
    pub(super) rules: &'a Attributions,
    pub(super) words: &'a VerbLast,
}

/// Whether what was said so far goes on past a position: what X says in Xによると…という is said by X alone.
fn is_reported(last: Option<&Found>, position: usize) -> bool {
    last.is_some_and(|last| last.source.is_some() && last.content.1 > position)
}

pub(super) fn is_name(character: char) -> bool {
    is_han(character) || is_katakana(character) || character.is_ascii_alphanumeric() || is_one_of(character, "・.&-=＝")
}

impl Reader<'_> {
    /// The end of the sentence without its marks.
    pub(super) fn end(&self) -> usize {
        let end = self.line.length();
        self.line.run_back(end, 8, |c| {
            is_one_of(c, "。．!?！？」』)] ") || c.is_ascii_digit() && self.line.before(end) == ']'
        })
    }

    /// Xによると、…
    fn according(&self, position: usize) -> Option<Found> {
        let (end, ()) = self.rules.according.at(self.line, position)?;
        let source = self.owner(position)?;
        let content = self.line.run(end, |c| is_one_of(c, "、, "));
        Some(Found {
            cue: (position, end),
            content: (content, self.end().max(content)),
            source: Some(source),
            form: AttributionForm::Indirect,
        })
    }

    /// …とされる: nobody is named, or only a report is (一部報道では).
    fn unnamed(&self, position: usize) -> Option<Found> {
        let (end, ()) = self.rules.unnamed.at(self.line, position)?;
        if is_one_of(self.line.before(position), self.rules.rules.inside_verbs) {
            return None;
        }
        // 住民からは「…」との声が上がった names who says it.
        let quote = self.sentence.quote_before(position).filter(|quote| quote.close + 1 == position);
        if quote.is_some_and(|quote| self.source_beside(quote.open, 0).is_some()) {
            return None;
        }
        let end = self.inflected(end);
        if let Some(told) = quote.and_then(|quote| self.told_by(quote, (position, end))) {
            return Some(told);
        }
        let report = self.report_before(position);
        let start = report.map_or(self.clause(position), |(_, topic)| self.line.run(topic, |c| is_one_of(c, "、 ")));
        let source = report.map(|(source, _)| source);
        Some(Found { cue: (position, end), content: (start, position), source, form: AttributionForm::Indirect })
    }

    /// Xの調査で、…ことが分かった: the report is the source.
    fn finding(&self, position: usize) -> Option<Found> {
        let (end, ()) = self.rules.findings.at(self.line, position)?;
        let (source, topic) = self.report_before(position)?;
        let start = self.line.run(topic, |c| is_one_of(c, "、 "));
        let content = (start, position);
        (start < position).then_some(Found {
            cue: (position, end),
            content,
            source: Some(source),
            form: AttributionForm::Indirect,
        })
    }

    /// The verb of saying at a position, past what may stand between: its start and end.
    pub(super) fn saying(&self, position: usize, is_quoted: bool) -> Option<(usize, usize)> {
        let near = self.line.run(position, |c| c == '、').min(position + 1);
        let subject = self.short_subject(near);
        // 「…」と、李氏は講演で語った
        let setting = self.past_setting(subject);
        let object = if is_quoted { self.past_object(position) } else { position };
        [position, near, subject, setting, object].into_iter().find_map(|start| {
            let mut verbs = self.rules.verbs.all_at(self.line, start);
            verbs.find_map(|(stem, endings)| {
                let ending = endings.iter().filter_map(|ending| self.line.after(stem, ending)).max()?;
                if is_one_of(self.line.before(ending), "、。") {
                    return Some((start, ending - 1));
                }
                self.closes(ending).then_some((start, self.inflected(ending)))
            })
        })
    }

    /// 「…」と無罪を主張した: past what the verb is done to.
    fn past_object(&self, position: usize) -> usize {
        let end = self.line.run(position, |c| is_han(c) || is_katakana(c)).min(position + LONGEST_OBJECT);
        self.line.after(end, self.words.object).unwrap_or(position)
    }

    /// 「…」と同氏は述べた: past a short subject between the particle and the verb.
    fn short_subject(&self, position: usize) -> usize {
        let name = self.addressed(self.line.run(position, |c| is_name(c) || c == 'の'));
        let topic = self.topic_after(name).filter(|_| !is_one_of(self.line.before(name), self.words.nobody));
        topic.filter(|_| name > position && name - position < 24).map_or(position, |end| {
            let end = self.line.run(end, |c| is_one_of(c, "、 "));
            // 英紙が17日に報じた
            let day = self.line.run(end, |c| c.is_ascii_digit() || is_one_of(c, "年月日昨今先一二三四五六七八九十"));
            self.line.after(day, "に").filter(|_| day > end && day - end < 10).unwrap_or(end)
        })
    }

    /// Where the particle ends that follows a name, past what stands in brackets after it: フィナンシャル・タイムズ(FT)が.
    // Not inlined, for the size of the core.
    #[inline(never)]
    fn topic_after(&self, name: usize) -> Option<usize> {
        let bracket = (self.line.at(name) == '(').then(|| self.line.run(name, |c| c != ')').min(name + 24));
        let close = bracket.filter(|close| self.line.at(*close) == ')').map_or(name, |close| close + 1);
        self.rules.rules.topics.iter().filter_map(|topic| self.line.after(close, topic)).max()
    }

    /// Past an address such as さん that belongs to the name before it.
    fn addressed(&self, name: usize) -> usize {
        self.words.addresses.iter().find_map(|word| self.line.after(name, word)).unwrap_or(name)
    }

    /// Where the characters of names that end at a position begin.
    #[inline(never)]
    pub(super) fn names_back(&self, end: usize) -> usize {
        self.line.run_back(end, LONGEST, is_name)
    }

    /// Where the name that ends at a position begins; an address such as さん belongs to it.
    #[inline(never)]
    pub(super) fn name_start(&self, end: usize) -> usize {
        let before = |word: &&&str| {
            let start = end.checked_sub(word.chars().count());
            start.is_some_and(|start| self.line.after(start, word) == Some(end))
        };
        let address = self.words.addresses.iter().find(before).map_or(0, |word| word.chars().count());
        let start = self.names_back(end - address);
        // 呉永明(ウー・ヨンミン)最高経営責任者: a title alone belongs to the name before the bracket.
        let is_title =
            self.line.before(start) == ')' && self.rules.rules.persons.contains(&&*self.line.text(start, end));
        let close = if is_title { self.before_brackets(start) } else { start };
        let name = if close < start { self.names_back(close) } else { start };
        if name < close {
            return name;
        }
        if start < end - address {
            return start;
        }
        // むぎちゃん, 常連のおじいさん, 荒木ゆかりさん, 子どもたち
        let kana = |c: char| is_hiragana(c) && !is_one_of(c, self.words.particles);
        let start = self.line.run_back(end - address, LONGEST_KANA, kana);
        if address > 1 && start + 1 < end - address { self.names_back(start) } else { end }
    }

    /// 「…」と話すのは、Xだ: the source that a sentence is turned round for.
    pub(super) fn turned(&self, end: usize) -> Option<Subject> {
        let after = self.line.after(end, self.words.turning)?;
        let last = self.end();
        let close = self.words.copulas.iter().find_map(|word| {
            let start = last.checked_sub(word.chars().count())?;
            (self.line.after(start, word) == Some(last)).then_some(start)
        });
        let close = close.unwrap_or(last);
        let start = self.name_start(close).max(after);
        (start < close).then_some(((start, close), close))
    }

    /// 「…」と胸を張る: after a quotation whatever ends the sentence is said of saying it.
    pub(super) fn sentence_end(&self, position: usize, quote: Option<&Quote>) -> Option<(usize, usize)> {
        let end = self.end();
        let after = self.line.after(position, "と")?;
        let names = self.rules.rules.namings.iter().any(|word| self.line.after(after, word).is_some());
        let subject = self.subject_at(after).map_or(after, |(_, topic)| topic);
        let quote = quote.filter(|_| !names && end > after + 1)?;
        // 対象は「甲」と乙社の「丙」だ names two things.
        let is_last = self.line.run(after, |c| !is_one_of(c, "「『")) == self.line.length();
        if end <= subject + LONGEST_VERB {
            return is_last.then_some((subject, end));
        }
        self.clause_end(after, quote)
    }

    pub(super) fn source_after(&self, position: usize, verb: usize) -> Option<Subject> {
        let end = self.line.run(position, is_name);
        // リポートで記した says in what, not who.
        let is_joined = end > position && end < verb && !is_one_of(self.line.at(end), "でにをへ");
        let joined = is_joined.then_some(((position, end), verb));
        self.subject_at(position).filter(|(_, topic)| *topic <= verb).or(joined)
    }

    /// A subject with its particle: 主将の小林選手は.
    #[inline(never)]
    pub(super) fn subject_at(&self, position: usize) -> Option<Subject> {
        let end = self.addressed(self.line.run(position, |c| is_name(c) || c == 'の').min(position + LONGEST));
        let topic = self.topic_after(end).filter(|_| end > position + 1)?;
        // 19日のBBC
        let after = (position..end).find(|place| self.line.at(*place) == 'の').map(|place| place + 1);
        let start = after.filter(|after| *after < end && !self.can_speak(position, after - 1)).unwrap_or(position);
        Some(((start, end), topic))
    }

    /// Xは「…」: the source whose particle stands straight before a quotation.
    pub(super) fn source_beside(&self, open: usize, from: usize) -> Option<Subject> {
        let place = (open.saturating_sub(4)..open).find(|place| {
            self.topic(*place).is_some_and(|after| self.line.run(after, |c| is_one_of(c, "、 ")) == open)
        })?;
        let end = self.before_brackets(place);
        if let Some(start) = self.share_of(end).filter(|start| *start >= from) {
            return Some(((start, end), open));
        }
        let start = self.one_of(self.name_start(end), end).max(from);
        (start < end && self.can_speak(start, end)).then_some(((start, end), open))
    }

    /// Past what tells where or to whom something was said: 会見で、…
    #[inline(never)]
    pub(super) fn past_setting(&self, start: usize) -> usize {
        let stop = self.line.run(start, |c| is_name(c) || c == 'の').min(start + LONGEST);
        let place = (start..=stop).find_map(|place| {
            let settings = self.rules.rules.settings.iter();
            settings.filter_map(|word| self.line.after(place, word)).max()
        });
        place.map_or(start, |end| self.line.run(end, |c| is_one_of(c, "、 ")))
    }

    /// Whether a verb form may end here: no more of the word follows.
    fn closes(&self, end: usize) -> bool {
        let next = self.line.at(end);
        !is_han(next) || is_one_of(next, self.words.after_forms)
    }

    /// Past endings that follow an ending: 述べ|ている|という.
    pub(super) fn inflected(&self, position: usize) -> usize {
        let (before, more) = self.words.continuing;
        let mut end = position;
        if is_one_of(self.line.before(position), before) {
            end = more.iter().filter_map(|word| self.line.after(position, word)).max().unwrap_or(position);
        }
        end
    }

    /// Where the clause that ends at a position begins: after its topic, or at the start.
    pub(super) fn clause(&self, position: usize) -> usize {
        let start = self.line.run_back(position, 400, |c| !is_one_of(c, "。"));
        self.line.run(start, |c| is_one_of(c, "、 ")).min(position)
    }

    /// Back past a bracket: 研究所(CSIS).
    #[inline(never)]
    pub(super) fn before_brackets(&self, position: usize) -> usize {
        if self.line.before(position) != ')' {
            return position;
        }
        let open = self.line.run_back(position - 1, 24, |c| c != '(');
        if self.line.before(open) == '(' { open - 1 } else { position }
    }

    /// The source between two positions: the first topic that names a person or body, else the first topic. With where
    /// its particle ends.
    pub(super) fn source(&self, from: usize, to: usize) -> Option<Subject> {
        let mut first: Option<Subject> = None;
        let mut writer = None;
        for place in from..to {
            let Some(after) = self.topic(place) else { continue };
            let end = self.before_brackets(place);
            let start = self.one_of(self.name_start(end), end).max(from);
            if start == end || self.sentence.is_quoted(place) || after > to {
                continue;
            }
            // スタンフォード大学の報告書は: what is reported is its owner's word.
            let noun = self.line.text(start, end);
            let owner = if self.rules.rules.reports.contains(&noun.as_str()) { self.owner(place) } else { None };
            let (start, end) = owner.filter(|owner| owner.0 >= from).unwrap_or((start, end));
            let found = ((start, end), after);
            // 筆者が話を聞いた元社員は: of whom the writer speaks.
            if self.is_writer((start, end)) && self.line.at(place) == 'が' {
                writer = Some(found);
                continue;
            }
            if self.is_speaker(start, end) || self.is_writer((start, end)) {
                // ブルームバーグは、同社が…と報じた: the subject within is not who says it.
                let leads = first.filter(|first| self.line.at(place) == 'が' && self.leads(*first));
                return leads.or(Some(found));
            }
            first = first.or((self.can_speak(start, end) && self.opens(start)).then_some(found));
        }
        first.or(writer)
    }

    /// Whether a source is a name without a title, set off as the topic of all that follows: ブルームバーグは、 and
    /// 調査会社セミスコープは、
    fn leads(&self, (name, topic): ((usize, usize), usize)) -> bool {
        let is_name = self.is_plain_name(name) || self.is_named_topic(name);
        is_name && self.line.at(name.1) == 'は' && self.line.at(topic) == '、'
    }

    /// Whether a name is written in katakana or Latin letters alone, but for its country: 米カスケード.
    pub(super) fn is_plain_name(&self, (start, end): (usize, usize)) -> bool {
        let is_plain = |c: &char| is_katakana(*c) || c.is_ascii_alphabetic() || *c == '・';
        let start = start + usize::from(is_one_of(self.line.at(start), self.words.countries));
        end > start + 2 && self.line.between(start, end).iter().all(is_plain)
    }

    /// Whether a name is of three characters or more, all in kanji.
    pub(super) fn is_kanji_topic(&self, (start, end): (usize, usize)) -> bool {
        end > start + 2 && self.line.between(start, end).iter().all(|c| is_han(*c))
    }

    /// Whether a topic has three katakana in a row or Latin letters, as names of companies do: 韓国ハンビット半導体は.
    pub(super) fn is_named_topic(&self, (start, end): (usize, usize)) -> bool {
        let is_plain = |c: &char| is_katakana(*c) || c.is_ascii_alphabetic();
        let has_name = self.line.between(start, end).windows(3).any(|letters| letters.iter().all(is_plain));
        has_name && self.line.at(end) == 'は'
    }

    /// Where a source begins that is one or some of many: 関係者の一人, 元社員の6人.
    fn one_of(&self, start: usize, end: usize) -> usize {
        let is_people = is_one_of(self.line.before(end), self.words.counters) && start + 1 < end;
        let is_counted = is_people && (start..end - 1).all(|place| self.line.at(place).is_ascii_digit());
        let is_one = is_counted || self.words.one_of.contains(&self.line.text(start, end).as_str());
        let owner = start.checked_sub(1).filter(|place| is_one && self.line.at(*place) == 'の');
        owner.map_or(start, |place| self.name_start(place))
    }

    /// Whether a name ends as those of persons and bodies do.
    #[inline(never)]
    pub(super) fn is_speaker(&self, start: usize, end: usize) -> bool {
        let text = self.line.text(start, end);
        let ends = |suffixes: &[&str]| suffixes.iter().any(|suffix| text.ends_with(suffix));
        let rules = self.rules.rules;
        ends(rules.persons) || ends(rules.bodies) || rules.short_bodies.contains(&text.as_str())
    }

    /// Whether a person's title ends at a position: 先生と話す is with whom, not what was said.
    pub(super) fn is_person(&self, end: usize) -> bool {
        self.rules.rules.persons.iter().any(|title| self.line.ends_with(end, title))
    }

    /// Whether a verb is one of thinking, which only a person or body can do aloud.
    pub(super) fn thinks(&self, verb: usize) -> bool {
        self.rules.rules.thoughts.iter().any(|word| self.line.after(verb, word).is_some())
    }

    #[inline(never)]
    pub(super) fn topic(&self, place: usize) -> Option<usize> {
        self.rules.rules.topics.iter().filter_map(|topic| self.line.after(place, topic)).max()
    }

    /// Whether a name stands where a sentence's subject does: at its start or after a comma or の.
    fn opens(&self, start: usize) -> bool {
        let before = self.line.before(start);
        start == 0 || "、。,」』】)のた るはにでも".contains(before)
    }

    /// A word for a thing or a time can't speak.
    #[inline(never)]
    pub(super) fn can_speak(&self, start: usize, end: usize) -> bool {
        let text = self.line.text(start, end);
        let rules = self.rules.rules;
        !rules.things.iter().any(|thing| text.ends_with(thing))
            && (end - start > 1 || rules.short_bodies.contains(&text.as_str()))
    }

    pub(super) fn is_writer(&self, (start, end): (usize, usize)) -> bool {
        self.rules.rules.writer.contains(&self.line.text(start, end).as_str())
    }
}
