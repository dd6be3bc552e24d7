//! Links the sources of what is said to the entities of the article.
//!
//! A source is the person or body named last in it (OpenAIのアルトマン氏), or the body that somebody speaks for (OpenAIの
//! 広報担当者). A word that points back (同社, he) stands for who spoke last, else for the first fitting name of the
//! nearest sentence before that has one: the first is mostly its subject.

use super::answers::is_topic;
use super::rules::AttributionRules;
use crate::article::Article;
use crate::languages;
use crate::order::Order;
use crate::report::{Attribution, AttributionForm, Entity, EntityLabel, Source};
use crate::span::Span;
use crate::tags::entities::forms;
use crate::tags::line::is_han;
use crate::tags::names::context::listed;
use std::collections::HashMap;

/// How many sentences back a word that points back may point.
const BACK: usize = 8;
/// How many names and speakers of a sentence are looked at.
const LOOKED_AT: usize = 64;
/// How many sentences back the speaker of a quotation without a source may be named.
const SILENT: usize = 2;
/// A title stands at most so many words before a name.
const TITLED: usize = 5;
/// The fewest characters of a family name that persons are known by.
const LEAST_FAMILY: usize = 2;

/// Fills in the entities of the sources, and the names that words such as 同氏 stand for. `attributions` are in
/// reading order; all spans are bytes.
pub fn link(article: &Article<'_>, entities: &[Entity], attributions: &mut Vec<Attribution>) {
    let mut mentions: Vec<(Span, usize)> = Vec::new();
    for (number, entity) in entities.iter().enumerate() {
        mentions.extend(entity.mentions.iter().map(|span| (*span, number)));
    }
    mentions.order();
    let mut written = HashMap::new();
    for (number, entity) in entities.iter().enumerate() {
        for form in entity.aliases.iter().chain([&entity.name]) {
            written.entry(form.as_str()).or_insert(number);
        }
    }
    let families = families(entities);
    let mut linker = Linker { article, entities, mentions, forms: written, families, spoken: Vec::new() };
    for attribution in attributions.iter_mut() {
        linker.link(attribution);
    }
    // そう言って of nothing that stands there tells nothing.
    attributions.retain(|attribution| !attribution.content.is_empty());
}

/// What the names of persons in Chinese characters begin with, where only one begins so: 柘植 of 柘植拓真.
fn families(entities: &[Entity]) -> HashMap<&str, Option<usize>> {
    let mut families = HashMap::new();
    for (number, entity) in entities.iter().enumerate().filter(|(_, entity)| entity.label == EntityLabel::Person) {
        let name = Some(entity.name.as_str()).filter(|name| forms::is_kanji(name)).unwrap_or_default();
        for (end, _) in name.char_indices().skip(LEAST_FAMILY).take(2) {
            let known = families.entry(name.get(..end).unwrap_or_default()).or_insert(Some(number));
            *known = known.filter(|known| *known == number);
        }
    }
    families
}

/// Who spoke, and in which sentence.
struct Speaker {
    sentence: usize,
    name: String,
    entity: Option<usize>,
    is_person: bool,
}

struct Linker<'a> {
    article: &'a Article<'a>,
    entities: &'a [Entity],
    mentions: Vec<(Span, usize)>,
    forms: HashMap<&'a str, usize>,
    families: HashMap<&'a str, Option<usize>>,
    spoken: Vec<Speaker>,
}

impl Linker<'_> {
    fn link(&mut self, attribution: &mut Attribution) {
        let sentence = self.sentence_at(attribution.cue.start);
        let Some(rules) = self.rules(sentence) else { return };
        self.announced(sentence, rules, attribution);
        let Some(span) = attribution.source.span else {
            if attribution.source.entity.is_some() {
                return self.answers(attribution);
            }
            return self.silent(sentence, rules, attribution);
        };
        let span = self.with_owner(self.whole(span), rules);
        let form = span.of(self.article.text);
        let (name, entity) = match rules.pronoun(form) {
            Some(label) => self.referent(span, sentence, label, rules),
            None => (None, self.named(span, rules).or_else(|| self.of_form(form))),
        };
        let name = name.unwrap_or_else(|| form.to_owned());
        let is_person = self.label(entity) == Some(EntityLabel::Person)
            || entity.is_none() && rules.persons.iter().any(|title| name.ends_with(title));
        // 設備投資は伸びるとみる: a thing thinks nothing.
        let cue = attribution.cue.of(self.article.text);
        let mut verbs = rules.reporting.iter().filter_map(|particle| cue.strip_prefix(*particle));
        let thinks = verbs.any(|verb| rules.thoughts.iter().any(|word| verb.starts_with(word)));
        let is_thing = form.chars().all(is_han)
            && form.chars().nth(2).is_some()
            && !rules.bodies.iter().any(|body| form.ends_with(body))
            && !is_person;
        if thinks && is_thing && entity.is_none() && attribution.form == AttributionForm::Indirect {
            attribution.content.end = attribution.content.start;
        }
        attribution.source =
            Source { span: Some(span), name: Some(name.clone()), entity: entity.map(|entity| entity as u32) };
        self.spoken.push(Speaker { sentence, name, entity, is_person });
    }

    /// Whoever answers speaks in what follows.
    fn answers(&mut self, attribution: &Attribution) {
        let sentence = self.sentence_at(attribution.content.start);
        let Source { name, entity, .. } = &attribution.source;
        let name = name.clone().unwrap_or_default();
        self.spoken.push(Speaker { sentence, name, entity: entity.map(|entity| entity as usize), is_person: true });
    }

    /// こう書いている。「…」: what was announced and is not there is the quotation that the next sentence begins with.
    fn announced(&self, sentence: usize, rules: &AttributionRules, attribution: &mut Attribution) {
        let Some(next) = self.article.sentences.get(sentence + 1).filter(|_| attribution.content.is_empty()) else {
            return;
        };
        let form = next.span.of(self.article.text);
        let quoted = rules.quotes.iter().find_map(|(open, close)| {
            let inner = form.strip_prefix(*open)?;
            Some((open.len_utf8(), inner.find(*close)?))
        });
        if let Some((start, length)) = quoted {
            attribution.content = Span::new(start, start + length).shifted(next.span.start as usize);
            attribution.form = AttributionForm::Direct;
        } else if let Some(content) = self.quoted_before(sentence, rules) {
            attribution.content = content;
            attribution.form = AttributionForm::Direct;
        }
    }

    /// 「…」 in a line of its own, and below it: 甲さんはそう言って、….
    fn quoted_before(&self, sentence: usize, rules: &AttributionRules) -> Option<Span> {
        let last = self.article.sentences.get(sentence.checked_sub(1)?)?;
        let form = last.span.of(self.article.text);
        let (open, inner) = rules.quotes.iter().find_map(|(open, close)| {
            let inner = form.strip_prefix(*open)?.strip_suffix(*close)?;
            Some((open.len_utf8(), inner))
        })?;
        Some(Span::new(open, open + inner.len()).shifted(last.span.start as usize))
    }

    /// A source with the beginning of the name that it cuts: Kaleido Labs, of which no sign joins the words; and with the
    /// person straight before its title: 早坂みのり代表.
    fn whole(&self, span: Span) -> Span {
        let cut = self.mentions_in(span).first().filter(|(mention, _)| mention.end <= span.end);
        let before = self.mentions_in(Span { start: span.start.saturating_sub(1), end: span.start });
        let titled = before.last().filter(|(_, entity)| self.label(Some(*entity)) == Some(EntityLabel::Person));
        let start = titled.or(cut).map_or(span.start, |(mention, _)| mention.start.min(span.start));
        Span { start, end: span.end }
    }

    /// A source that is no more than a word for persons or those who speak for a body, with the name that owns it:
    /// デジタル庁の関係者.
    fn with_owner(&self, span: Span, rules: &AttributionRules) -> Span {
        let form = span.of(self.article.text);
        let is_word = rules.persons.contains(&form) || rules.voices.contains(&form);
        let owner = self.owner_before(span, rules).filter(|_| is_word && rules.pronoun(form).is_none());
        Span { start: owner.map_or(span.start, |(owner, _)| owner.start), end: span.end }
    }

    /// A quotation whose sentence names nobody is by who spoke just before.
    fn silent(&mut self, sentence: usize, rules: &AttributionRules, attribution: &mut Attribution) {
        let is_unnamed = rules.is_unnamed(attribution.cue.of(self.article.text));
        if attribution.form == AttributionForm::Indirect || is_unnamed {
            return;
        }
        let near = self.spoken.last().filter(|speaker| {
            speaker.is_person && sentence - speaker.sentence <= SILENT && self.same_block(sentence, speaker.sentence)
        });
        if let Some(speaker) = near {
            attribution.source.name = Some(speaker.name.clone());
            attribution.source.entity = speaker.entity.map(|entity| entity as u32);
        } else if let Some(entity) = self.topic_before(sentence, rules) {
            attribution.source.name = self.name(entity);
            attribution.source.entity = Some(entity as u32);
        }
    }

    /// The person that the sentences shortly before in the same block speak of, where none of them has another.
    fn topic_before(&self, sentence: usize, rules: &AttributionRules) -> Option<usize> {
        (sentence.saturating_sub(SILENT)..sentence).rev().find_map(|back| {
            let span = self.article.sentences.get(back).filter(|_| self.same_block(sentence, back))?.span;
            let persons = self.mentions_in(span).iter().take(LOOKED_AT);
            let mut persons = persons.filter(|(_, entity)| self.label(Some(*entity)) == Some(EntityLabel::Person));
            let is_topic = |(mention, _): &&(Span, usize)| is_topic(self.article.text, mention.end, rules);
            persons.find(is_topic).map(|(_, entity)| *entity)
        })
    }

    /// The name and entity that a word which points back stands for.
    fn referent(
        &self,
        span: Span,
        sentence: usize,
        label: EntityLabel,
        rules: &AttributionRules,
    ) -> (Option<String>, Option<usize>) {
        let own = self.mentions_in(span).last().map(|(_, entity)| *entity);
        if let Some(entity) = own {
            return (self.name(entity), Some(entity));
        }
        let word = span.of(self.article.text);
        let never = rules.never_titled.iter().find(|(other, _)| other.eq_ignore_ascii_case(word));
        let may_be = |entity: usize| never.is_none_or(|(_, titles)| !self.is_titled(entity, titles));
        for back in (sentence.saturating_sub(BACK)..=sentence).rev() {
            let speakers = self.spoken.iter().rev().take(LOOKED_AT);
            let mut speakers = speakers.take_while(|speaker| speaker.sentence >= back);
            let fits = |speaker: &&Speaker| {
                speaker.sentence == back
                    && speaker.entity.is_none_or(may_be)
                    && (self.label(speaker.entity) == Some(label) || label == EntityLabel::Person && speaker.is_person)
            };
            if let Some(speaker) = speakers.find(fits) {
                let name = speaker.entity.and_then(|entity| self.name(entity));
                return (name.or_else(|| Some(speaker.name.clone())), speaker.entity);
            }
            let Some(place) = self.article.sentences.get(back) else { continue };
            let before = Span { start: place.span.start, end: place.span.end.min(span.start) };
            let fitting = |(_, entity): &&(Span, usize)| self.label(Some(*entity)) == Some(label) && may_be(*entity);
            if let Some((_, entity)) = self.mentions_in(before).iter().take(LOOKED_AT).find(fitting) {
                return (self.name(*entity), Some(*entity));
            }
        }
        (None, None)
    }

    /// Whether one of some titles and words for relatives stands before a mention of an entity.
    fn is_titled(&self, entity: usize, titles: &str) -> bool {
        let mentions = self.entities.get(entity).map_or(&[][..], |entity| &entity.mentions);
        mentions.iter().take(LOOKED_AT).any(|mention| {
            let before = self.article.text.get(..mention.start as usize).unwrap_or("");
            let mut words = before.trim_end().rsplit(' ').take(TITLED).enumerate();
            // Ms Deshmukh; his mother, a nurse named Adaeze
            words.any(|(back, word)| {
                let aside = word.strip_suffix(',');
                // In "Unlike her brother, Clara Voss refused" the name begins anew.
                (back == 0) == aside.is_none() && listed(titles, aside.unwrap_or(word))
            })
        })
    }

    /// The entity that a source names.
    fn named(&self, source: Span, rules: &AttributionRules) -> Option<usize> {
        let text = self.article.text;
        let rest = |mention: Span| text.get(mention.end as usize..source.end as usize).unwrap_or("");
        let is_owner = |rest: &str| rules.possessives.iter().any(|word| rest.contains(word));
        let inside = self.mentions_in(source);
        let head = inside.iter().rev().find(|(mention, entity)| {
            let rest = rest(*mention);
            match self.label(Some(*entity)) {
                Some(EntityLabel::Location) => rest.is_empty(),
                _ => !is_owner(rest),
            }
        });
        if let Some((_, entity)) = head {
            return Some(*entity);
        }
        let speaks_for = |words: &str| rules.voices.iter().any(|voice| words.ends_with(voice));
        let owner = inside.last().filter(|(mention, _)| speaks_for(rest(*mention)));
        let owner = owner.or_else(|| self.owner_before(source, rules).filter(|_| speaks_for(source.of(text))));
        let is_body = |(_, entity): &&(Span, usize)| self.label(Some(*entity)) != Some(EntityLabel::Person);
        owner.filter(is_body).map(|(_, entity)| *entity)
    }

    /// The entity that is written so elsewhere, or the person whose name begins so.
    fn of_form(&self, form: &str) -> Option<usize> {
        self.forms.get(form).copied().or_else(|| self.families.get(form).copied().flatten())
    }

    /// The name that owns what begins at a span: OpenAIの before 広報担当者.
    fn owner_before(&self, source: Span, rules: &AttributionRules) -> Option<&(Span, usize)> {
        let before = self.article.text.get(..source.start as usize)?;
        let owner = rules.possessives.iter().find_map(|word| before.trim_end().strip_suffix(word.trim_end()))?;
        let place = self.mentions.partition_point(|(mention, _)| (mention.end as usize) < owner.len());
        self.mentions.get(place).filter(|(mention, _)| mention.end as usize == owner.len())
    }

    /// The mentions that overlap a span.
    fn mentions_in(&self, span: Span) -> &[(Span, usize)] {
        let first = self.mentions.partition_point(|(mention, _)| mention.end <= span.start);
        let end = self.mentions.partition_point(|(mention, _)| mention.start < span.end);
        self.mentions.get(first..end).unwrap_or_default()
    }

    fn label(&self, entity: Option<usize>) -> Option<EntityLabel> {
        self.entities.get(entity?).map(|entity| entity.label)
    }

    fn name(&self, entity: usize) -> Option<String> {
        self.entities.get(entity).map(|entity| entity.name.clone())
    }

    fn sentence_at(&self, byte: u32) -> usize {
        self.article.sentences.partition_point(|sentence| sentence.span.end <= byte)
    }

    fn same_block(&self, one: usize, other: usize) -> bool {
        let block = |sentence: usize| self.article.sentences.get(sentence).map(|sentence| sentence.block);
        block(one) == block(other)
    }

    fn rules(&self, sentence: usize) -> Option<&'static AttributionRules> {
        let block = self.article.sentences.get(sentence)?.block;
        let code = self.article.blocks.get(block as usize).map_or("und", |block| block.language.as_str());
        Some(languages::by_code(code).unwrap_or(self.article.language).attributions.rules)
    }
}
