//! The property that a figure is given for, by the words around it.

use super::cues::{Hit, within};
use super::input::Input;
use crate::languages::comparison::{Attribute, Nature, Owner, of_kind};
use crate::report::{Quantity, QuantityKind};
use crate::span::Span;

/// Words further from a figure than this, in bytes, do not say what it is given for.
const REACH: u32 = 120;
/// What a clause's end between a word and a figure counts for, in bytes.
pub const CLAUSE: u32 = 40;
/// What a word of what is counted itself counts for, in bytes.
const COUNTED: u32 = CLAUSE / 2;
/// Words on either side of a figure that are looked at.
pub const WORDS: usize = 12;

/// What a figure is given for.
pub struct Property {
    pub name: String,
    pub nature: Nature,
    pub owner: Owner,
    pub is_tested: bool,
    /// Its name where it tells a change; empty where that has none.
    pub moved: &'static str,
}

impl Property {
    /// Whether it is had by a body on one day: market values.
    pub fn is_of_a_day(&self) -> bool {
        self.nature == Nature::Daily && self.owner == Owner::Body
    }

    fn known(attribute: &Attribute) -> Property {
        let Attribute { name, nature, owner, is_tested, moved, .. } = *attribute;
        Property { name: name.to_owned(), nature, owner, is_tested, moved }
    }
}

/// What a figure is given for: what the noun beside it says, else the nearest word in its sentence, else in the sentence
/// before, else the kind of thing it measures, else the noun itself.
pub fn of(input: &Input, quantity: &Quantity) -> Option<Property> {
    let index = input.sentence_at(quantity.span)?;
    let sentence = input.inner_sentence(quantity.span)?;
    let search = Search {
        input,
        quantity,
        around: input.around(quantity.span, 2 * REACH),
        happens: input.language.comparison.occasions.contains(&quantity.unit.as_str()),
    };
    let hit = search.in_noun().or_else(|| search.near(sentence));
    // 「売却額は安すぎる。3000億円の価値があった」
    let quoted = || search.near(input.report.sentences.get(index)?.span);
    let hit = hit.or_else(|| search.listed(sentence)).or_else(quoted).or_else(|| search.before(index));
    if let Some(attribute) = hit.and_then(|(_, entry)| input.language.comparison.attributes.get(*entry)) {
        return Some(Property::known(attribute));
    }
    of_kind(quantity.kind).as_ref().map(Property::known).or_else(|| search.noun())
}

struct Search<'i> {
    input: &'i Input,
    quantity: &'i Quantity,
    /// The text around the figure.
    around: &'i str,
    /// Whether the figure tells how often something happens.
    happens: bool,
}

impl<'i> Search<'i> {
    fn attribute(&self, hit: &Hit) -> Option<&'i Attribute> {
        self.input.language.comparison.attributes.get(hit.1)
    }

    /// Whether the figure can be of what a word says.
    fn fits(&self, hit: &Hit) -> bool {
        let attribute = self.attribute(hit).filter(|attribute| attribute.happens || !self.happens);
        attribute.is_some_and(|attribute| {
            let beside = attribute.beside;
            attribute.kinds.contains(&self.quantity.kind)
                && (beside.is_empty() || beside.iter().any(|word| self.around.contains(word)))
        })
    }

    /// Whether a word tells that a figure is reached rather than by how much something changes: 97％まで伸びた, rose to 97%.
    fn is_reached(&self, hit: &Hit) -> bool {
        let (cue, place) = (hit.0, self.quantity.span);
        let (start, end) = if cue.end <= place.start { (cue.end, place.start) } else { (place.end, cue.start) };
        let between = self.input.slice(Span { start, end: end.max(start) });
        self.input.language.comparison.reached_marks.contains(&between)
            && self.attribute(hit).is_some_and(|attribute| attribute.nature == Nature::Loose)
    }

    fn hits(&self, stretch: Span) -> &'i [Hit] {
        within(&self.input.hits.attributes, stretch)
    }

    /// What the noun beside the figure says, where no other word stands between.
    fn in_noun(&self) -> Option<&'i Hit> {
        let noun = self.quantity.of?;
        // パラメータ数は7120億、動くのは370億: what stands between the noun and the figure is nearer.
        let between = Span { start: noun.end.min(self.quantity.span.start), end: self.quantity.span.start };
        if self.hits(between).iter().any(|hit| self.fits(hit)) {
            return None;
        }
        self.hits(noun).iter().rev().find(|hit| self.fits(hit))
    }

    /// The nearest word in the sentence.
    fn near(&self, sentence: Span) -> Option<&'i Hit> {
        let is_alike = |next: &Quantity| next.kind == self.quantity.kind;
        let is_own = |hit: &&Hit| {
            self.fits(hit) && !self.is_reached(hit) && !is_of_next(self.input, hit.0, self.quantity.span, is_alike)
        };
        nearest(self.input, self.hits(sentence), self.quantity.span, is_own)
    }

    /// What a list of a survey goes on with: 支持率は甲党が31%、…、乙党が12%.
    fn listed(&self, sentence: Span) -> Option<&'i Hit> {
        let before = Span { start: sentence.start, end: self.quantity.span.start };
        let hit = self.hits(before).iter().rev().take(WORDS).find(|hit| self.fits(hit));
        hit.filter(|hit| self.attribute(hit).is_some_and(|attribute| attribute.nature == Nature::Surveyed))
    }

    /// What the sentence before an amount of money speaks of. What somebody else says next is not said of the same
    /// property.
    fn before(&self, index: usize) -> Option<&'i Hit> {
        let stated = self.input.source_at(self.quantity.span);
        let before = self.input.sentence_before(index).filter(|_| self.quantity.kind == QuantityKind::Money)?;
        let hit = self.hits(before).iter().rev().find(|hit| self.fits(hit))?;
        (stated.is_none() || self.input.source_at(hit.0) == stated).then_some(hit)
    }

    /// The noun of what is counted.
    fn noun(&self) -> Option<Property> {
        let noun = self.quantity.of.filter(|noun| noun.len() > 3 && self.quantity.kind == QuantityKind::Count)?;
        let name = self.input.slice(noun).to_owned();
        Some(Property { name, nature: Nature::Loose, owner: Owner::Any, is_tested: false, moved: "" })
    }
}

/// The hit nearest to a place, within reach.
pub fn nearest<'h>(input: &Input, hits: &'h [Hit], place: Span, fits: impl Fn(&&Hit) -> bool) -> Option<&'h Hit> {
    let after = hits.partition_point(|(span, _)| span.start < place.start);
    let around = hits.get(after.saturating_sub(WORDS)..(after + WORDS).min(hits.len())).unwrap_or(&[]);
    // 1,200 jobs are cut: what is counted says less than the word beside it.
    let far = |hit: &Hit| if hit.0.overlaps(place) { COUNTED } else { distance(input, hit.0, place) };
    let far = around.iter().filter(fits).map(|hit| (far(hit), hit));
    // Of two as near the one behind: spent $1.6 billion on servers.
    far.filter(|(far, _)| *far <= REACH).rev().min_by_key(|(far, _)| *far).map(|(_, hit)| hit)
}

/// Bytes between two places of a text; the ends of clauses between them count as further.
pub fn distance(input: &Input, one: Span, other: Span) -> u32 {
    let (first, second) = if one.end <= other.start { (one, other) } else { (other, one) };
    let between = Span { start: first.end.min(second.start), end: second.start };
    if between.len() as u32 > REACH {
        return u32::MAX;
    }
    let marks = input.language.comparison.clause_marks;
    let text = input.slice(between);
    let joints = input.language.comparison.joints.iter().filter(|joint| text.contains(*joint)).count();
    let crossed = text.chars().filter(|c| marks.contains(c)).count() + joints;
    between.len() as u32 + CLAUSE * crossed as u32
}

/// Whether another quantity stands between a word and a figure, or is nearer to the word behind it: 41％（前回36％）.
pub fn is_parted(input: &Input, cue: Span, place: Span) -> bool {
    let quantities = &input.report.quantities;
    let (start, end) = if cue.end <= place.start { (cue.start, place.start) } else { (place.end, cue.end) };
    let next = quantities.partition_point(|quantity| quantity.span.end <= start);
    // 4200億ドル（約64兆円）減った: in brackets it is the same once more.
    let is_again = |next: &Quantity| {
        next.span.start >= place.end
            && matches!(input.slice(Span { start: place.end, end: next.span.start }), "（" | "(" | " (")
    };
    let next = next + usize::from(quantities.get(next).is_some_and(is_again));
    let stands_between = quantities.get(next).is_some_and(|quantity| quantity.span.start < end);
    stands_between || is_of_next(input, cue, place, |_| true)
}

/// Whether a word behind a figure stands nearer to the quantity after it, or to one of the clause it is in: employ in
/// 40,000 wafers, and employ 1,700.
fn is_of_next(input: &Input, cue: Span, place: Span, counts: impl Fn(&Quantity) -> bool) -> bool {
    let quantities = &input.report.quantities;
    let last = quantities.get(..quantities.partition_point(|quantity| quantity.span.start < cue.start));
    let is_between = |last: &Quantity| last.span.start >= place.end && counts(last);
    if last.and_then(<[Quantity]>::last).is_some_and(is_between) && distance(input, place, cue) > CLAUSE {
        return true;
    }
    let next = quantities.get(quantities.partition_point(|quantity| quantity.span.start < cue.end));
    let nearer = |next: &Quantity| distance(input, cue, next.span) < distance(input, place, cue);
    let is_here = |next: &Quantity| input.sentence_at(next.span) == input.sentence_at(place);
    cue.start >= place.end && next.is_some_and(|next| counts(next) && nearer(next) && is_here(next))
}
