//! Spans: where something stands in the text.

use serde::{Deserialize, Serialize};

/// A half-open stretch of the text, `start` inclusive, `end` exclusive.
///
/// Inside the pipeline both ends count UTF-8 bytes and lie on character boundaries. A finished
/// [`Report`](crate::report::Report) says its unit in [`offsets`](crate::report::Report::offsets); the one place
/// that converts is [`crate::offsets`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Span {
    /// Where it begins.
    pub start: u32,
    /// Where it has ended.
    pub end: u32,
}

impl Span {
    /// A span from byte `start` to byte `end`. Ends that do not fit 32 bits are held at the largest offset, and an
    /// end before its start makes an empty span at the start, so that every span is well-formed.
    ///
    /// ```
    /// use article_analyzer::span::Span;
    /// assert_eq!(Span::new(3, 6), Span { start: 3, end: 6 });
    /// assert_eq!(Span::new(6, 3), Span { start: 6, end: 6 });
    /// ```
    pub fn new(start: usize, end: usize) -> Self {
        let start = u32::try_from(start).unwrap_or(u32::MAX);
        let end = u32::try_from(end).unwrap_or(u32::MAX).max(start);
        Span { start, end }
    }

    /// The text under the span; empty where the span is not one of this text.
    ///
    /// ```
    /// use article_analyzer::span::Span;
    /// assert_eq!(Span::new(3, 6).of("これは"), "れ");
    /// assert_eq!(Span::new(3, 600).of("これは"), "");
    /// ```
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }

    /// The span as a range of bytes.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Its length, in the unit of its ends.
    pub fn len(self) -> usize {
        self.range().len()
    }

    /// Whether nothing lies under it.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one unit.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The same span seen from a text that begins `by` units earlier.
    pub fn shifted(self, by: usize) -> Span {
        Span::new(self.start as usize + by, self.end as usize + by)
    }
}
