//! Why the model takes something for a name: every weight that spoke, exactly.

use super::attributes::{Attribute, Row};
use super::find::span_of;
use super::labels;
use super::model::{self, Decoder, NameModel, Weights};
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
pub fn explain(model: &NameModel, text: &str, tokens: &[Token<'_>], span: Span, label: EntityLabel) -> Vec<Reason> {
    let start = tokens.partition_point(|token| token.span.start < span.start);
    let end = tokens.partition_point(|token| token.span.start < span.end);
    let (Some(label), Some(found)) = (labels::number(label), span_of(tokens, start, end)) else { return Vec::new() };
    if found != span {
        return Vec::new();
    }
    let mut decoder = Decoder::default();
    decoder.decode(model, text, tokens, &mut Vec::new());
    let mut reasons = Vec::new();
    for place in start..end {
        let tag = if place == start { labels::begins(label) } else { labels::goes_on(label) };
        of_token(model, text, tokens, decoder.rows(), place, tag, &mut reasons);
    }
    reasons.extend(inner_steps(&model.weights, label, end - start));
    reasons.retain(|reason| reason.weight != 0.0);
    reasons.sort_by(|left, right| right.weight.abs().total_cmp(&left.weight.abs()));
    reasons
}

fn of_token(
    model: &NameModel,
    text: &str,
    tokens: &[Token<'_>],
    rows: &[Row],
    place: usize,
    tag: usize,
    reasons: &mut Vec<Reason>,
) {
    model::features(rows, place, model.rules.templates, |hash, number| {
        let mut sum = 0;
        model.weights.each(hash, |other, weight| {
            sum += if other == tag { weight } else { 0 } - if other == labels::OUTSIDE { weight } else { 0 };
        });
        if sum != 0 {
            let template = model.rules.templates.get(number).copied().unwrap_or_default();
            let parts: Vec<String> =
                template.iter().map(|(offset, attribute)| shown(text, tokens, place, *offset, *attribute)).collect();
            let form = tokens.get(place).map_or("", |token| token.span.of(text));
            let what = format!("{form}: {}", parts.join(", "));
            reasons.push(Reason { what, weight: f64::from(sum) / f64::from(model.weights.scale) });
        }
    });
}

/// The steps from token to token inside the name, against those between tokens outside all names.
fn inner_steps(weights: &Weights, label: usize, length: usize) -> Option<Reason> {
    let step = |from: usize, to: usize| weights.transitions.get(to).and_then(|row| row.get(from)).copied().unwrap_or(0);
    let sum: i32 = (1..length)
        .map(|place| {
            let from = if place == 1 { labels::begins(label) } else { labels::goes_on(label) };
            step(from, labels::goes_on(label)) - step(labels::OUTSIDE, labels::OUTSIDE)
        })
        .sum();
    let what = format!("a name of {length} words");
    (length > 1).then(|| Reason { what, weight: f64::from(sum) / f64::from(weights.scale) })
}

/// What a part of a feature looked at: "word before “氏”".
fn shown(text: &str, tokens: &[Token<'_>], place: usize, offset: i8, attribute: Attribute) -> String {
    let name = Attribute::SHOWN.get(attribute as usize).copied().unwrap_or("");
    let position = match offset {
        0 => String::new(),
        1 => " after it".to_owned(),
        -1 => " before it".to_owned(),
        2.. => format!(" {offset} after it"),
        ..-1 => format!(" {} before it", offset.unsigned_abs()),
    };
    let token = place.checked_add_signed(isize::from(offset)).and_then(|place| tokens.get(place));
    let Some(token) = token else { return format!("edge of the sentence{position}") };
    let form = token.span.of(text);
    let characters = |count: usize| form.chars().take(count).collect::<String>();
    let last = |count: usize| form.chars().skip(form.chars().count().saturating_sub(count)).collect::<String>();
    let value = match attribute {
        Attribute::Word | Attribute::Lower => form.to_owned(),
        Attribute::Class | Attribute::Group => token.xpos.unwrap_or(token.upos.tag()).to_owned(),
        Attribute::First => characters(1),
        Attribute::First2 => characters(2),
        Attribute::First3 => characters(3),
        Attribute::Last => last(1),
        Attribute::Last2 => last(2),
        Attribute::Last3 => last(3),
        _ => return format!("{name}{position}"),
    };
    format!("{name}{position} “{value}”")
}
