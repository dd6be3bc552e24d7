//! What the model tells apart: whether a token is outside all names, begins one, or goes on with one.

use crate::report::EntityLabel;

/// The labels that the model knows. Its tags are: outside; and for each label a tag that begins and one that goes on.
pub const LABELS: [EntityLabel; 8] = [
    EntityLabel::Person,
    EntityLabel::Organization,
    EntityLabel::Location,
    EntityLabel::Facility,
    EntityLabel::Product,
    EntityLabel::Event,
    EntityLabel::Work,
    EntityLabel::Norp,
];

/// How many tags there are.
pub const TAGS: usize = 1 + 2 * LABELS.len();
/// The tag of a token outside all names.
pub const OUTSIDE: usize = 0;

/// The number of a label among [`LABELS`].
pub fn number(label: EntityLabel) -> Option<usize> {
    LABELS.iter().position(|known| *known == label)
}

/// The tag that begins a name of the label with this number.
pub fn begins(label: usize) -> usize {
    2 * label + 1
}

/// The tag that goes on with a name of the label with this number.
pub fn goes_on(label: usize) -> usize {
    2 * label + 2
}

/// The number of the label of a tag; `None` outside.
pub fn label_of(tag: usize) -> Option<usize> {
    tag.checked_sub(1).map(|tag| tag / 2)
}

/// Whether one tag may follow another; `None` stands for the sentence's beginning.
pub fn may_follow(before: Option<usize>, tag: usize) -> bool {
    let is_going_on = tag > 0 && tag.is_multiple_of(2);
    !is_going_on || before == Some(tag) || before == Some(tag.wrapping_sub(1))
}
