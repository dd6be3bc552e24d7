//! Offsets in other units. Inside, spans count UTF-8 bytes; this file alone turns them into UTF-16 code units or code
//! points, once, at the end, and back where a finished report is written in another unit.

use crate::report::{OffsetUnit, Report};
use crate::span::Span;

/// One entry of the table every so many units.
const STRIDE: u32 = 16;

/// Turns offsets of one text from one unit into another, each in constant time.
pub struct Offsets<'t> {
    text: &'t str,
    from: OffsetUnit,
    to: OffsetUnit,
    /// For every stride the first character that begins in it or after it.
    table: Vec<Place>,
    end: Place,
}

/// One place in a text, in bytes and in both units.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    byte: usize,
    from: u32,
    to: u32,
}

impl Place {
    fn after(self, character: char, from: OffsetUnit, to: OffsetUnit) -> Place {
        Place {
            byte: self.byte + character.len_utf8(),
            from: self.from + width(character, from),
            to: self.to + width(character, to),
        }
    }
}

impl<'t> Offsets<'t> {
    /// Reads a text once. Time and memory are linear in it.
    pub fn new(text: &'t str, from: OffsetUnit, to: OffsetUnit) -> Self {
        let mut table = Vec::with_capacity(text.len() / STRIDE as usize + 1);
        let mut place = Place::default();
        for character in text.chars() {
            if place.from >= table.len() as u32 * STRIDE {
                table.push(place);
            }
            place = place.after(character, from, to);
        }
        Offsets { text, from, to, table, end: place }
    }

    /// The place of an offset in the other unit. An offset past the end is the end; one inside a character is that
    /// character's end.
    ///
    /// ```
    /// use article_analyzer::{offsets::Offsets, report::OffsetUnit::{Byte, CodePoint, Utf16}};
    /// let text = "ä💛\r\nz";
    /// assert_eq!(Offsets::new(text, Byte, Utf16).place(6), 3);
    /// assert_eq!(Offsets::new(text, Byte, CodePoint).place(6), 2);
    /// assert_eq!(Offsets::new(text, Utf16, Byte).place(3), 6);
    /// assert_eq!(Offsets::new(text, Byte, Utf16).place(600), 6);
    /// ```
    pub fn place(&self, offset: u32) -> u32 {
        if offset >= self.end.from {
            return self.end.to;
        }
        let stride = (offset / STRIDE) as usize;
        // A character that straddles a stride makes its entry begin past the offset wanted; the one before then holds it.
        let entries =
            [Some(stride), stride.checked_sub(1)].into_iter().flatten().filter_map(|index| self.table.get(index));
        let mut place = entries.copied().find(|place| place.from <= offset).unwrap_or_default();
        for character in self.text.get(place.byte..).unwrap_or("").chars() {
            if place.from >= offset {
                break;
            }
            place = place.after(character, self.from, self.to);
        }
        place.to
    }

    /// A span in the other unit.
    pub fn span(&self, span: Span) -> Span {
        Span { start: self.place(span.start), end: self.place(span.end) }
    }
}

fn width(character: char, unit: OffsetUnit) -> u32 {
    match unit {
        OffsetUnit::Utf16 => character.len_utf16() as u32,
        OffsetUnit::CodePoint => 1,
        OffsetUnit::Byte => character.len_utf8() as u32,
    }
}

/// Turns every span of a report into another unit.
pub fn convert(report: &mut Report, unit: OffsetUnit) {
    if report.offsets == unit {
        return;
    }
    let text = std::mem::take(&mut report.text);
    let offsets = Offsets::new(&text, report.offsets, unit);
    report.for_each_span(&mut |span| *span = offsets.span(*span));
    report.text = text;
    report.offsets = unit;
}

impl Report {
    /// Calls `visit` with every span of the report, list by list, each list in its order.
    pub fn for_each_span(&mut self, visit: &mut impl FnMut(&mut Span)) {
        if let Some(printed) = &mut self.metadata.printed_count {
            visit(&mut printed.span);
        }
        self.blocks.iter_mut().for_each(|block| visit(&mut block.span));
        self.insets.iter_mut().for_each(|inset| visit(&mut inset.span));
        self.sentences.iter_mut().for_each(|sentence| visit(&mut sentence.span));
        self.tokens.iter_mut().for_each(|token| visit(&mut token.span));
        self.entities.iter_mut().flat_map(|entity| &mut entity.mentions).for_each(&mut *visit);
        for quantity in &mut self.quantities {
            visit(&mut quantity.span);
            quantity.of.iter_mut().for_each(&mut *visit);
        }
        self.times.iter_mut().for_each(|time| visit(&mut time.span));
        for attribution in &mut self.attributions {
            visit(&mut attribution.cue);
            visit(&mut attribution.content);
            attribution.source.span.iter_mut().for_each(&mut *visit);
        }
        for hedge in &mut self.hedges {
            visit(&mut hedge.span);
            hedge.scope.iter_mut().for_each(&mut *visit);
        }
        self.keywords.iter_mut().flat_map(|keyword| &mut keyword.spans).for_each(&mut *visit);
        self.headline.iter_mut().filter_map(|headline| headline.span.as_mut()).for_each(&mut *visit);
        self.style.iter_mut().for_each(|note| visit(&mut note.span));
        self.warnings.iter_mut().filter_map(|warning| warning.span.as_mut()).for_each(&mut *visit);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use OffsetUnit::{Byte, CodePoint, Utf16};

    #[test]
    fn every_character_boundary_in_every_unit() {
        let long = "aä漢💛\r\n".repeat(100);
        for text in ["", "ä", "💛", "\r\n", "a\u{301}", long.as_str()] {
            let (to_utf16, to_points) = (Offsets::new(text, Byte, Utf16), Offsets::new(text, Byte, CodePoint));
            let (from_utf16, from_points) = (Offsets::new(text, Utf16, Byte), Offsets::new(text, CodePoint, Byte));
            for byte in (0..=text.len()).filter(|byte| text.is_char_boundary(*byte)) {
                let before = &text[..byte];
                let (units, points) = (before.encode_utf16().count() as u32, before.chars().count() as u32);
                let byte = byte as u32;
                assert_eq!((to_utf16.place(byte), to_points.place(byte)), (units, points), "{text:?} {byte}");
                assert_eq!((from_utf16.place(units), from_points.place(points)), (byte, byte), "{text:?} {byte}");
            }
        }
    }
}
