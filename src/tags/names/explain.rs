//! Why the model takes something for a name: every weight that spoke, exactly.

use super::attributes::{self, Attribute, Row};
use super::find::span_of;
use super::gazetteer;
use super::labels;
use super::model::{self, Decoder, NameModel, Weights};
use crate::options::{MessageLanguage, Wording};
use crate::order::Order;
use crate::report::{EntityLabel, Upos};
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
    let what = language.with(("a name of {} words", "{}語からなる名前"), &[&length.to_string()]);
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
                let parts = parts.collect::<Vec<_>>().join(self.comma());
                let what = self.language.with(("“{}”: {}", "「{}」：{}"), &[self.form(place), &parts]);
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
        let other = place.checked_add_signed(isize::from(offset)).filter(|other| *other < self.tokens.len());
        let what = match other.map(|other| self.value(other, attribute)) {
            Some(Some(value)) => self.language.with(("{} “{}”", "{}「{}」"), &[name, &value]),
            Some(None) => name.to_owned(),
            None => self.language.of(("the edge of the sentence", "文の端")).to_owned(),
        };
        self.language.with(position(offset), &[&what])
    }

    /// The value of an attribute that a reader can be shown.
    fn value(&self, place: usize, attribute: Attribute) -> Option<String> {
        let (token, row) = (self.tokens.get(place)?, self.rows.get(place)?);
        let form = self.form(place);
        let characters = |count: usize| form.chars().take(count).collect::<String>();
        let last = |count: usize| form.chars().skip(form.chars().count().saturating_sub(count)).collect::<String>();
        Some(match attribute {
            // Of what has no words of its own the word itself is the best example: used like “Monday”.
            Attribute::Word
            | Attribute::Lower
            | Attribute::Shape
            | Attribute::Length
            | Attribute::Cluster
            | Attribute::Wide => form.to_owned(),
            Attribute::Class | Attribute::Group => self.class(token),
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

    /// The part of speech in the reader's words: as the dictionary writes it where that is Japanese for a reader of it.
    fn class(&self, token: &Token<'_>) -> String {
        let written = token.xpos.filter(|xpos| self.is_japanese() && !xpos.is_ascii());
        written.unwrap_or(self.language.of(part_of_speech(token.upos))).to_owned()
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
        let all = 1u32 << gazetteer::LISTS;
        let lists = (1..all).find(|lists| (0..4).any(|edges| attributes::listed(*lists, edges) == value))?;
        let named = self.model.rules.lists.iter().enumerate().filter(|(number, _)| lists >> number & 1 == 1);
        Some(named.map(|(_, name)| self.language.of(*name)).collect::<Vec<_>>().join(self.comma()))
    }

    /// The word of the sentence that has a hash.
    fn word(&self, hash: u32) -> Option<String> {
        let has = |token: &&Token<'_>| attributes::word_hash(token.span.of(self.text)) == hash;
        self.tokens.iter().find(has).map(|token| token.span.of(self.text).to_owned())
    }
}

/// What a reader calls a part of speech.
fn part_of_speech(upos: Upos) -> Wording {
    match upos {
        Upos::Adj => ("adjective", "形容詞"),
        Upos::Adp => ("preposition or particle", "前置詞・助詞"),
        Upos::Adv => ("adverb", "副詞"),
        Upos::Aux => ("auxiliary", "助動詞"),
        Upos::Cconj | Upos::Sconj => ("conjunction", "接続詞"),
        Upos::Det => ("determiner", "限定詞"),
        Upos::Intj => ("interjection", "感動詞"),
        Upos::Noun => ("noun", "名詞"),
        Upos::Num => ("number", "数詞"),
        Upos::Part => ("particle", "助詞"),
        Upos::Pron => ("pronoun", "代名詞"),
        Upos::Propn => ("proper noun", "固有名詞"),
        Upos::Punct => ("punctuation", "句読点"),
        Upos::Sym => ("symbol", "記号"),
        Upos::Verb => ("verb", "動詞"),
        Upos::X => ("no known class", "分類なし"),
    }
}

/// Where a token stands from the one that is judged.
fn position(offset: i8) -> Wording {
    match offset {
        0 => ("{}", "{}"),
        1 => ("{} right after it", "次の{}"),
        -1 => ("{} right before it", "前の{}"),
        2 => ("{} two words after it", "二つ後の{}"),
        -2 => ("{} two words before it", "二つ前の{}"),
        3.. => ("{} further on", "もっと後の{}"),
        ..-2 => ("{} further back", "もっと前の{}"),
    }
}
