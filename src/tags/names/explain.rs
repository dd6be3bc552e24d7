//! Why the model takes something for a name: every weight that spoke, exactly.

use super::attributes::{self, Attribute, Row};
use super::find::span_of;
use super::gazetteer;
use super::labels;
use super::model::{self, Decoder, NameModel, Weights};
use crate::options::MessageLanguage;
use crate::order::Order;
use crate::report::EntityLabel;
use crate::span::Span;
use crate::tokens::Token;
use serde::{Deserialize, Serialize};

/// One thing that spoke for or against a name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Reason {
    /// What was seen, in words a reader understands.
    pub what: String,
    /// How strongly it speaks for a name of this label rather than no name, in natural logarithms; negative against.
    pub weight: f64,
}

/// The reasons for and against a name of `label` at `span`, the strongest first; none where the tokens do not have it
/// as a whole. Their sum is what the model says of the name, but for the steps into and out of it.
pub fn explain(
    model: &NameModel,
    text: &str,
    tokens: &[Token<'_>],
    (span, label): (Span, EntityLabel),
    language: MessageLanguage,
) -> Vec<Reason> {
    let start = tokens.partition_point(|token| token.span.start < span.start);
    let end = tokens.partition_point(|token| token.span.start < span.end);
    let (Some(label), Some(found)) = (labels::number(label), span_of(tokens, start, end)) else { return Vec::new() };
    if found != span {
        return Vec::new();
    }
    let mut decoder = Decoder::default();
    decoder.decode(model, text, tokens, &mut Vec::new());
    let scene = Scene { model, text, tokens, rows: decoder.rows(), language };
    let mut reasons = Vec::new();
    for place in start..end {
        let tag = if place == start { labels::begins(label) } else { labels::goes_on(label) };
        scene.of_token(place, tag, &mut reasons);
    }
    reasons.extend(inner_steps(&model.weights, label, end - start, language));
    reasons.retain(|reason| reason.weight != 0.0);
    reasons.order_by(|left, right| right.weight.abs().total_cmp(&left.weight.abs()));
    reasons
}

/// The steps from token to token inside the name, against those between tokens outside all names.
fn inner_steps(weights: &Weights, label: usize, length: usize, language: MessageLanguage) -> Option<Reason> {
    let step = |from: usize, to: usize| weights.transitions.get(to).and_then(|row| row.get(from)).copied().unwrap_or(0);
    let sum: i32 = (1..length)
        .map(|place| {
            let from = if place == 1 { labels::begins(label) } else { labels::goes_on(label) };
            step(from, labels::goes_on(label)) - step(labels::OUTSIDE, labels::OUTSIDE)
        })
        .sum();
    let what = match language {
        MessageLanguage::En => format!("a name of {length} words"),
        MessageLanguage::Ja => format!("{length}語からなる名前"),
    };
    (length > 1).then(|| Reason { what, weight: f64::from(sum) / f64::from(weights.scale) })
}

/// A sentence and what the model sees in it.
struct Scene<'s> {
    model: &'s NameModel,
    text: &'s str,
    tokens: &'s [Token<'s>],
    rows: &'s [Row],
    language: MessageLanguage,
}

impl Scene<'_> {
    fn of_token(&self, place: usize, tag: usize, reasons: &mut Vec<Reason>) {
        let model = self.model;
        model::features(self.rows, place, model.rules.templates, |hash, number| {
            let mut sum = 0;
            model.weights.each(hash, |other, weight| {
                sum += if other == tag { weight } else { 0 } - if other == labels::OUTSIDE { weight } else { 0 };
            });
            if sum != 0 {
                let template = model.rules.templates.get(number).copied().unwrap_or_default();
                let parts = template.iter().map(|(offset, attribute)| self.shown(place, *offset, *attribute));
                let (mark, form) = (if self.is_japanese() { "：" } else { ": " }, self.form(place));
                let what = format!("{form}{mark}{}", parts.collect::<Vec<_>>().join(self.comma()));
                reasons.push(Reason { what, weight: f64::from(sum) / f64::from(model.weights.scale) });
            }
        });
    }

    fn is_japanese(&self) -> bool {
        self.language == MessageLanguage::Ja
    }

    fn comma(&self) -> &'static str {
        if self.is_japanese() { "、" } else { ", " }
    }

    fn form(&self, place: usize) -> &str {
        self.tokens.get(place).map_or("", |token| token.span.of(self.text))
    }

    /// What a part of a feature looked at: the word before “氏”.
    fn shown(&self, place: usize, offset: i8, attribute: Attribute) -> String {
        let names = if self.is_japanese() { Attribute::JAPANESE } else { Attribute::SHOWN };
        let name = names.get(attribute as usize).copied().unwrap_or("");
        let position = position(offset, self.language);
        let other = place.checked_add_signed(isize::from(offset)).filter(|other| *other < self.tokens.len());
        let Some(other) = other else {
            let edge = if self.is_japanese() { "文の端" } else { "edge of the sentence" };
            return format!("{edge}{position}");
        };
        match self.value(other, attribute) {
            Some(value) if self.is_japanese() => format!("{name}{position}「{value}」"),
            Some(value) => format!("{name}{position} “{value}”"),
            None => format!("{name}{position}"),
        }
    }

    /// The value of an attribute that a reader can be shown.
    fn value(&self, place: usize, attribute: Attribute) -> Option<String> {
        let (token, row) = (self.tokens.get(place)?, self.rows.get(place)?);
        let form = self.form(place);
        let characters = |count: usize| form.chars().take(count).collect::<String>();
        let last = |count: usize| form.chars().skip(form.chars().count().saturating_sub(count)).collect::<String>();
        Some(match attribute {
            Attribute::Word | Attribute::Lower => form.to_owned(),
            Attribute::Class | Attribute::Group => token.xpos.unwrap_or(token.upos.tag()).to_owned(),
            Attribute::First => characters(1),
            Attribute::First2 => characters(2),
            Attribute::First3 => characters(3),
            Attribute::Last => last(1),
            Attribute::Last2 => last(2),
            Attribute::Last3 => last(3),
            Attribute::Lexicon => self.classes(row.get(attribute))?,
            Attribute::Listed => self.lists(row.get(attribute))?,
            Attribute::RunLast
            | Attribute::RunFirst
            | Attribute::AfterRun
            | Attribute::BeforeRun
            | Attribute::Predicate => self.word(row.get(attribute))?,
            _ => return None,
        })
    }

    /// The names of classes of words, from their bits.
    fn classes(&self, bits: u32) -> Option<String> {
        let is_in = |number: &usize| *number < 32 && bits >> number & 1 == 1;
        let classes = self.model.rules.lexicon.iter().enumerate().filter(|(number, _)| is_in(number));
        let names = classes.map(|(_, class)| if self.is_japanese() { class.japanese } else { class.name });
        Some(names.collect::<Vec<_>>().join(self.comma())).filter(|names| !names.is_empty())
    }

    /// The lists of names that make a value.
    fn lists(&self, value: u32) -> Option<String> {
        let all = 1u32 << gazetteer::LISTS.len();
        let lists = (1..all).find(|lists| (0..4).any(|edges| attributes::listed(*lists, edges) == value))?;
        let known = if self.is_japanese() { gazetteer::JAPANESE } else { gazetteer::LISTS };
        let names = known.iter().enumerate().filter(|(number, _)| lists >> number & 1 == 1).map(|(_, name)| *name);
        Some(names.collect::<Vec<_>>().join(self.comma()))
    }

    /// The word of the sentence that has a hash.
    fn word(&self, hash: u32) -> Option<String> {
        let has = |token: &&Token<'_>| attributes::word_hash(token.span.of(self.text)) == hash;
        self.tokens.iter().find(has).map(|token| token.span.of(self.text).to_owned())
    }
}

/// Where a token stands from the one that is judged.
fn position(offset: i8, language: MessageLanguage) -> String {
    let far = offset.unsigned_abs();
    match (offset, language) {
        (0, _) => String::new(),
        (1, MessageLanguage::En) => " after it".to_owned(),
        (-1, MessageLanguage::En) => " before it".to_owned(),
        (2.., MessageLanguage::En) => format!(" {far} after it"),
        (..-1, MessageLanguage::En) => format!(" {far} before it"),
        (1.., MessageLanguage::Ja) => format!("（{far}つあと）"),
        (..=-1, MessageLanguage::Ja) => format!("（{far}つ前）"),
    }
}
