//! The thing that a figure or a date is said of.

use super::cues::Hit;
use super::entities::{Joined, Mention};
use super::input::Input;
use crate::languages::comparison::{Nature, Owner};
use crate::report::{EntityLabel, Quantity};
use crate::span::Span;
use crate::tags::line::is_hiragana;
use std::collections::BTreeSet;

/// Mentions on either side of a figure that are looked at.
const NEAR: usize = 16;

/// Mentions on either side of another among which its thing is looked for again.
const WIDE: usize = 128;

/// Marks that may close and open around a name.
pub(super) const QUOTES: [char; 9] = ['「', '」', '『', '』', '"', '“', '”', ')', '）'];

/// Sentences before a figure's own that are looked at.
const FAR: usize = 3;

/// What a figure is said of, and how surely.
#[derive(Clone, Debug, PartialEq)]
pub struct Subject {
    pub key: Key,
    pub grade: Grade,
}

/// One thing, as it is told from others.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// An entity.
    Thing(usize),
    /// A noun.
    Noun(String),
    /// What the article is about.
    Matter,
}

/// How surely a subject was found; the last is the surest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// From a title of several things, or not at all.
    Guessed,
    /// What the sentence before speaks of, or the one thing of the title.
    Inherited,
    /// It stands in the sentence.
    Named,
}

impl Subject {
    const MATTER: Subject = Subject { key: Key::Matter, grade: Grade::Guessed };

    pub(super) fn thing(thing: usize, grade: Grade) -> Subject {
        Subject { key: Key::Thing(thing), grade }
    }

    /// As it is reported; nothing for the matter of the article.
    pub fn name(&self, joined: &Joined) -> Option<String> {
        match &self.key {
            Key::Thing(thing) => Some(joined.name(*thing).to_owned()),
            Key::Noun(noun) => Some(noun.clone()),
            Key::Matter => None,
        }
    }
}

/// A report, and what can have the property that is given there.
#[derive(Clone, Copy)]
pub struct Near<'c> {
    pub(super) input: &'c Input,
    joined: &'c Joined,
    report: u32,
    owner: Owner,
    /// What is known as a test.
    tests: &'c BTreeSet<usize>,
    /// The test that it is reached in.
    test: Option<usize>,
}

static NO_TESTS: BTreeSet<usize> = BTreeSet::new();

impl<'c> Near<'c> {
    pub fn new(input: &'c Input, joined: &'c Joined, report: u32, owner: Owner) -> Near<'c> {
        Near { input, joined, report, owner, tests: &NO_TESTS, test: None }
    }

    /// The same, where some things are known as tests.
    pub fn knowing(self, tests: &'c BTreeSet<usize>) -> Near<'c> {
        Near { tests, ..self }
    }

    /// The same, for a property that others have.
    pub fn of(self, owner: Owner) -> Near<'c> {
        Near { owner, ..self }
    }

    /// The same, for what is reached in a test.
    pub fn without(self, test: Option<usize>) -> Near<'c> {
        Near { test, ..self }
    }

    /// What a quantity is said of. Of what happened no subject but a place is looked for: a toll belongs to the event.
    pub fn find(&self, quantity: &Quantity, (sentence, clause, nature): (Span, Span, Nature)) -> Subject {
        if self.owner == Owner::Person {
            return self.person(quantity.span).unwrap_or(Subject::MATTER);
        }
        if matches!(nature, Nature::Event | Nature::Toll) {
            return self.place_in(clause, quantity.span).unwrap_or(Subject::MATTER);
        }
        if nature == Nature::Surveyed {
            let before = Span { start: sentence.start, end: quantity.span.end.min(sentence.end) };
            let asked = || {
                let all = self.mentions(before, quantity.span);
                let last = all.iter().rev().find(|mention| self.is_asked_about(mention));
                last.map(|mention| Subject::thing(mention.thing, Grade::Named))
            };
            return self.named_in(clause, quantity.span).or_else(asked).unwrap_or(Subject::MATTER);
        }
        let stood_for = self.stood_for((sentence, clause), quantity.span);
        let is_stand_in = stood_for.is_some();
        let found = self.counted(quantity).or(stood_for).or_else(|| self.named_in(clause, quantity.span));
        let found = found.or_else(|| self.noun(quantity)).unwrap_or_else(|| self.around(sentence, quantity.span));
        if found.key != Key::Matter || self.owner != Owner::Thing || is_stand_in {
            return found;
        }
        // A thing that is not known by its name is spoken of by its maker's.
        let makers = Near { owner: Owner::Any, ..*self };
        makers.named_in(clause, quantity.span).unwrap_or_else(|| makers.around(sentence, quantity.span))
    }

    /// What a date is said of.
    pub fn of_place(&self, place: Span, (sentence, clause): (Span, Span)) -> Subject {
        let stood_for = self.stood_for((sentence, clause), place);
        stood_for.or_else(|| self.named_in(clause, place)).unwrap_or_else(|| self.around(sentence, place))
    }

    /// What words such as "the company" stand for between the last name before a figure and the figure: the sentence's topic,
    /// else what was spoken of before.
    fn stood_for(&self, (sentence, clause): (Span, Span), place: Span) -> Option<Subject> {
        let [bodies, things] = self.input.language.comparison.stand_ins;
        let (bodies, things) = (bodies.iter().filter(|_| self.owner != Owner::Thing), things.iter());
        let mut words = bodies.chain(things.filter(|_| self.owner != Owner::Body)).peekable();
        words.peek()?;
        let here = self.mentions(Span { start: sentence.start, end: place.start }, place);
        let named = here.last();
        let start = named.map_or(clause.start, |mention| mention.span.end.max(clause.start));
        let text = self.input.slice(Span { start, end: place.start.max(start) });
        let text = text.to_lowercase();
        let stands = words.any(|word| text.contains(word));
        let topic = || self.topic_in(Span { start: sentence.start, end: place.start }, place);
        let subject =
            || topic().or_else(|| self.inherited(place)).or_else(|| self.of_title()).or_else(|| self.of_lead());
        stands.then(|| subject().unwrap_or(Subject::MATTER))
    }

    /// What the article's first sentence of running text names first, where that opens it or the article goes on with it.
    fn of_lead(&self) -> Option<Subject> {
        let lead = self.input.lead?;
        let all = self.mentions(lead, Span { start: lead.end, end: lead.end });
        let first = all.into_iter().find(|mention| mention.label != EntityLabel::Location)?;
        (first.span.start == lead.start || !self.is_named_once(&first))
            .then(|| Subject::thing(first.thing, Grade::Inherited))
    }

    /// The topic that a clause names before a place: X in Xは2022年、.
    pub fn topic_in(&self, clause: Span, place: Span) -> Option<Subject> {
        let all = self.mentions(clause, place);
        let topic = all.iter().find(|mention| mention.span.end <= place.start && self.is_topic(mention))?;
        Some(Subject::thing(topic.thing, Grade::Named))
    }

    /// What an event's word says is made, where it says so: Xを設立; nothing within where that is no known thing, as in
    /// 投資会社を設立 and in founded a fund.
    pub fn made(&self, event: Span) -> Option<Option<Subject>> {
        let rules = self.input.language.comparison;
        let after = self.input.after(event);
        let [bodies, _] = rules.stand_ins;
        let is_stand_in = || bodies.iter().any(|word| after.trim_start().starts_with(word));
        if rules.new_objects.iter().any(|object| after.starts_with(object)) && !is_stand_in() {
            return Some(None);
        }
        let ahead = self.input.before(event);
        let object = rules.object_marks.iter().find_map(|mark| ahead.strip_suffix(mark))?.trim_end_matches(QUOTES);
        let names = self.around_place(event, 2).iter().rev();
        let named = names
            .filter(|mention| self.can_own(mention.label))
            .find(|mention| mention.span.end as usize == object.len());
        // 会社を設立, but 子会社を設立.
        let is_itself = rules.own_nouns.iter().filter_map(|noun| object.strip_suffix(noun)).any(|rest| {
            let last = rest.chars().next_back();
            !last.is_some_and(|sign| sign.is_alphabetic() && !is_hiragana(sign))
        });
        let subject = named.map(|mention| Subject::thing(mention.thing, Grade::Named));
        (subject.is_some() || !is_itself).then_some(subject)
    }

    /// The test in which something is scored in a sentence: the last before a figure, else the first after it.
    pub fn test(&self, sentence: Span, place: Span) -> Option<usize> {
        let (after, before) = self.input.language.comparison.test_marks;
        let around = self.around_place(place, NEAR);
        let is_test = |mention: &&Mention| {
            let ahead = self.input.before(mention.span).trim_end_matches(QUOTES).trim_end();
            sentence.contains(mention.span)
                && is_thing(mention.label)
                && (after.iter().any(|mark| self.after(mention).starts_with(mark))
                    || before.iter().any(|mark| ends_in_word(ahead, mark)))
        };
        let tests: Vec<&Mention> = around.iter().filter(is_test).collect();
        let found = tests.iter().rev().find(|test| test.span.end <= place.start).or_else(|| tests.first());
        let found = found.copied().or_else(|| self.scored_test(sentence, place));
        // R2では正答率が91%: what is scored in a test is another thing, here or in the title.
        let title = self.of_title().map(|title| title.key);
        let is_other = |other: &Mention, test: usize| {
            sentence.contains(other.span) && is_thing(other.label) && other.thing != test
        };
        found.map(|test| test.thing).filter(|test| {
            let own = Key::Thing(*test);
            title.as_ref() != Some(&own) && (title.is_some() || around.iter().any(|other| is_other(other, *test)))
        })
    }

    /// The test whose score another thing reaches: MQ-300の正答率は甲が91%, 甲のMQ-300の正答率は91%, 試験「MQ-300」の正答率は91%.
    /// In 甲の正答率は91% there is none.
    fn scored_test(&self, sentence: Span, place: Span) -> Option<&Mention> {
        let rules = self.input.language.comparison;
        let around = self.around_place(place, NEAR);
        let stands = |mention: &&Mention| sentence.contains(mention.span) && mention.span.end <= place.start;
        let is_scored = |mention: &&Mention| rules.score_marks.iter().any(|mark| self.after(mention).starts_with(mark));
        let test = around.iter().rev().filter(stands).find(is_scored)?;
        let is_owner = |other: &Mention| {
            let between = Span { start: other.span.end, end: test.span.start.max(other.span.end) };
            is_thing(other.label)
                && other.span.end <= test.span.start
                && rules.owner_marks.iter().any(|mark| self.after(other).starts_with(mark))
                && !self.input.slice(between).contains(rules.clause_marks)
        };
        let reaches = |other: &&Mention| {
            other.thing != test.thing
                && self.can_own(other.label)
                && (other.span.start >= test.span.end || is_owner(other))
        };
        let ahead = self.input.before(test.span).trim_end_matches(QUOTES);
        let is_named = rules.test_nouns.iter().any(|noun| ahead.ends_with(noun));
        let is_named = is_named || self.tests.contains(&test.thing);
        (is_named || around.iter().filter(stands).any(|other| reaches(&other))).then_some(test)
    }

    /// The thing whose name stands among the words that are counted: 2,048 H800 GPUs.
    fn counted(&self, quantity: &Quantity) -> Option<Subject> {
        let around = self.around_place(quantity.span, 2).iter();
        let mut inside = around.filter(|mention| quantity.span.contains(mention.span) && self.can_own(mention.label));
        inside.next().map(|mention| Subject::thing(mention.thing, Grade::Named))
    }

    /// The noun of a quantity, where it is rather a name of what has the property than of the property.
    fn noun(&self, quantity: &Quantity) -> Option<Subject> {
        // 従業員 in 従業員650人を削減 is part of what is counted.
        let begins_cue = |noun: &str| {
            let attributes = self.input.language.comparison.attributes.iter();
            attributes.flat_map(|attribute| attribute.cues).any(|cue| cue.starts_with(noun))
        };
        let noun = quantity.of.filter(|noun| !has_hit(&self.input.hits.attributes, *noun))?;
        let text = self.input.slice(noun);
        let is_name = text.chars().count() >= 3
            && !begins_cue(text)
            && !self.input.language.comparison.own_nouns.contains(&text)
            && quantity.span.start >= noun.end
            && self.source_around(noun).is_none();
        is_name.then(|| Subject { key: Key::Noun(text.to_owned()), grade: Grade::Guessed })
    }

    /// Whether a thing of a label can have the property.
    fn can_own(&self, label: EntityLabel) -> bool {
        let is_made = matches!(label, EntityLabel::Product | EntityLabel::Work);
        can_have_figures(label)
            && match self.owner {
                Owner::Any => true,
                Owner::Body => !is_made,
                Owner::Thing => is_made,
                Owner::Person => false,
            }
    }

    /// Mentions inside a stretch that can have figures; products before the companies that make them where both stand
    /// there, others before who says it. What another thing is compared with has none.
    fn mentions(&self, stretch: Span, place: Span) -> Vec<Mention> {
        let inside = self
            .around_place(place, NEAR)
            .iter()
            .filter(|mention| stretch.contains(mention.span) && self.can_own(mention.label));
        let mut found: Vec<Mention> = inside.filter(|mention| !self.is_compared(mention)).copied().collect();
        found.retain(|mention| !self.judges(mention) && !self.is_added(mention) && !self.is_venue(mention));
        found.retain(|mention| mention.span.end > place.start || !self.is_listed(mention));
        found.retain(|mention| Some(mention.thing) != self.test);
        if found.iter().any(|mention| !self.is_source(mention)) {
            found.retain(|mention| !self.is_source(mention));
        }
        if found.iter().any(|mention| mention.label == EntityLabel::Product) {
            found.retain(|mention| mention.label == EntityLabel::Product);
        }
        found
    }

    pub(super) fn after(&self, mention: &Mention) -> &str {
        self.input.after(mention.span).trim_start_matches(QUOTES)
    }

    fn is_topic(&self, mention: &Mention) -> bool {
        let after = self.after(mention);
        self.input.language.comparison.topic_marks.iter().any(|mark| after.starts_with(mark))
    }

    /// The place at which something is counted.
    fn place_in(&self, clause: Span, place: Span) -> Option<Subject> {
        let marks = self.input.language.comparison.place_marks;
        let all = self.mentions(clause, place);
        let is_place = |mention: &&Mention| {
            let after = self.after(mention);
            mention.label == EntityLabel::Location
                && mention.span.end <= place.start
                && marks.iter().any(|mark| after.starts_with(mark))
        };
        all.iter().rev().find(is_place).map(|mention| Subject::thing(mention.thing, Grade::Named))
    }

    /// The last thing before a figure in its clause, else the first after it there. Places only where something is said
    /// of them.
    fn named_in(&self, clause: Span, place: Span) -> Option<Subject> {
        let all = self.mentions(clause, place);
        let counts = |mention: &&Mention| mention.label != EntityLabel::Location || self.is_topic(mention);
        let itself = all.iter().find(|mention| mention.span.end <= place.start && self.speaks_of_itself(mention));
        let before = || all.iter().rev().filter(counts).find(|mention| mention.span.end <= place.start);
        let after = || all.iter().filter(counts).find(|mention| mention.span.start >= place.end);
        let found = itself.or_else(before).or_else(after)?;
        let grade = if self.is_source(found) { Grade::Guessed } else { Grade::Named };
        Some(Subject::thing(found.thing, grade))
    }

    /// What the sentence speaks of, else the sentence before, else the title.
    fn around(&self, sentence: Span, place: Span) -> Subject {
        let here = self.mentions(sentence, place);
        let before: Vec<&Mention> = here.iter().filter(|mention| mention.span.end <= place.start).collect();
        let topic = before.iter().rev().find(|mention| self.is_topic(mention));
        let is_thing = |mention: &&&Mention| mention.label != EntityLabel::Location && !self.is_object(mention);
        let thing = topic.or_else(|| before.iter().rev().find(is_thing));
        // Founded in 2021, X has never raised money.
        let next = || here.iter().find(|mention| mention.span.start >= place.end && self.is_topic(mention));
        if let Some(mention) = thing.copied().or_else(next) {
            return Subject::thing(mention.thing, Grade::Named);
        }
        // What somebody says is said of the article's thing rather than of what others spoke of before.
        let stated = self.input.source_at(place);
        let whole = self.input.sentence_at(place).and_then(|index| self.input.report.sentences.get(index));
        let earlier = Span { start: whole.map_or(sentence.start, |whole| whole.span.start), end: sentence.start };
        if let Some(subject) = self.spoken_of(earlier, place) {
            return subject;
        }
        let inherited = if stated.is_none() { self.inherited(place) } else { None };
        inherited.or_else(|| self.of_title()).or_else(|| self.inherited(place)).unwrap_or(Subject::MATTER)
    }

    /// What the sentence before speaks of, or the one before that where it names nothing.
    fn inherited(&self, place: Span) -> Option<Subject> {
        let index = self.input.sentence_at(place)?;
        let before = |index: &usize| self.input.sentence_before(*index).and(index.checked_sub(1));
        let indices = std::iter::successors(Some(index), before).take(FAR);
        indices.filter_map(|index| self.input.sentence_before(index)).find_map(|before| self.spoken_of(before, place))
    }

    /// What a sentence before a figure's speaks of: what it names as its topic, or the one thing that it names. A thing
    /// that is named only there, in passing, gives way to that of the title.
    fn spoken_of(&self, sentence: Span, place: Span) -> Option<Subject> {
        let mut all = self.mentions(sentence, place);
        all.retain(|mention| !self.is_counted(mention));
        let topics: Vec<&Mention> = all.iter().filter(|mention| self.is_topic(mention)).collect();
        let is_thing = |mention: &&Mention| mention.label != EntityLabel::Location;
        let first = topics.first().copied().or_else(|| all.iter().find(is_thing))?;
        if topics.is_empty() && self.is_named_once(first) && self.of_title().is_some() {
            return None;
        }
        let is_alone = all.iter().all(|mention| mention.thing == first.thing);
        let grade = if is_alone || !topics.is_empty() { Grade::Inherited } else { Grade::Guessed };
        Some(Subject::thing(first.thing, grade))
    }

    /// Whether no other mention of its thing stands among those around it.
    fn is_named_once(&self, mention: &Mention) -> bool {
        let around = self.around_place(mention.span, WIDE).iter();
        around.filter(|other| other.thing == mention.thing).take(2).count() < 2
    }

    /// The mentions on either side of a place, so many at most on each.
    pub(super) fn around_place(&self, place: Span, most: usize) -> &[Mention] {
        let all = self.joined.mentions.get(self.report as usize).map_or(&[][..], Vec::as_slice);
        let middle = all.partition_point(|mention| mention.span.start < place.start);
        all.get(middle.saturating_sub(most)..(middle + most).min(all.len())).unwrap_or(&[])
    }

    /// What the title names first, surely where it names nothing else that can have figures and the article goes on with
    /// it.
    fn of_title(&self) -> Option<Subject> {
        self.input.titles.iter().find_map(|title| {
            let all = self.mentions(*title, Span { start: title.start, end: title.start });
            let first = all.iter().find(|mention| mention.label != EntityLabel::Location)?;
            let is_alone = all.iter().all(|mention| mention.thing == first.thing);
            let is_matter = is_alone && !self.is_named_once(first);
            Some(Subject::thing(first.thing, if is_matter { Grade::Inherited } else { Grade::Guessed }))
        })
    }
}

/// Whether a word of a table stands in a place or begins there: 従業員は in 従業員.
fn has_hit(hits: &[Hit], place: Span) -> bool {
    let from = hits.partition_point(|(span, _)| span.end <= place.start);
    hits.get(from).is_some_and(|(span, _)| span.start < place.end)
}

/// Whether a text ends in a word, and no part of one.
pub(super) fn ends_in_word(text: &str, word: &str) -> bool {
    text.strip_suffix(word).is_some_and(|rest| !rest.ends_with(char::is_alphabetic))
}

/// Whether a label is one that tests have.
fn is_thing(label: EntityLabel) -> bool {
    matches!(label, EntityLabel::Product | EntityLabel::Work | EntityLabel::Event)
}

fn can_have_figures(label: EntityLabel) -> bool {
    !matches!(
        label,
        EntityLabel::Title | EntityLabel::Language | EntityLabel::Law | EntityLabel::Person | EntityLabel::Norp
    )
}
