//! Offsets in other units. Inside, spans count UTF-8 bytes; this file alone turns them into UTF-16 code units or code
//! points, once, at the end.

use crate::report::{OffsetUnit, Report};
use crate::span::Span;

/// One entry of the table every so many bytes.
const STRIDE: usize = 64;

/// Turns byte offsets of one text into offsets of another unit, each in constant time.
pub struct Offsets<'t> {
    text: &'t str,
    unit: OffsetUnit,
    /// For every stride the byte at which its first character begins, and that place in the other unit.
    table: Vec<(u32, u32)>,
}

impl<'t> Offsets<'t> {
    /// Reads a text once. Time and memory are linear in it.
    pub fn new(text: &'t str, unit: OffsetUnit) -> Self {
        let mut table = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut count = 0;
        for (byte, character) in text.char_indices() {
            if byte >= table.len() * STRIDE {
                table.push((byte as u32, count));
            }
            count += width(character, unit);
        }
        Offsets { text, unit, table }
    }

    /// The place of a byte offset in the other unit. An offset past the end is the end; one inside a character is
    /// that character's end.
    ///
    /// ```
    /// use article_analyzer::{offsets::Offsets, report::OffsetUnit};
    /// let text = "ä💛\r\nz";
    /// assert_eq!(Offsets::new(text, OffsetUnit::Utf16).place(6), 3);
    /// assert_eq!(Offsets::new(text, OffsetUnit::CodePoint).place(6), 2);
    /// assert_eq!(Offsets::new(text, OffsetUnit::Byte).place(6), 6);
    /// assert_eq!(Offsets::new(text, OffsetUnit::Utf16).place(600), 6);
    /// ```
    pub fn place(&self, byte: u32) -> u32 {
        if self.unit == OffsetUnit::Byte {
            return byte.min(self.text.len() as u32);
        }
        let wanted = byte as usize;
        let stride = (wanted / STRIDE).min(self.table.len().saturating_sub(1));
        // A character that straddles a stride makes the entry begin past the offset wanted; the one before then holds it.
        let entry = [stride, stride.saturating_sub(1)]
            .into_iter()
            .filter_map(|index| self.table.get(index))
            .find(|(start, _)| *start as usize <= wanted);
        let (start, count) = entry.copied().unwrap_or((0, 0));
        let rest = self.text.get(start as usize..).unwrap_or("");
        let before = rest.char_indices().take_while(|(offset, _)| start as usize + offset < wanted);
        count + before.map(|(_, character)| width(character, self.unit)).sum::<u32>()
    }

    /// A span of bytes in the other unit.
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

/// Turns every span of a report that counts bytes into another unit.
pub fn convert(report: &mut Report, unit: OffsetUnit) {
    if report.offsets != OffsetUnit::Byte || unit == OffsetUnit::Byte {
        return;
    }
    let text = std::mem::take(&mut report.text);
    let offsets = Offsets::new(&text, unit);
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
        self.style.iter_mut().for_each(|note| visit(&mut note.span));
        self.warnings.iter_mut().filter_map(|warning| warning.span.as_mut()).for_each(&mut *visit);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_boundary_in_every_unit() {
        let long = "aä漢💛\r\n".repeat(100);
        for text in ["", "ä", "💛", "\r\n", "a\u{301}", long.as_str()] {
            let (utf16, points) = (Offsets::new(text, OffsetUnit::Utf16), Offsets::new(text, OffsetUnit::CodePoint));
            for byte in (0..=text.len()).filter(|byte| text.is_char_boundary(*byte)) {
                let before = &text[..byte];
                assert_eq!(utf16.place(byte as u32) as usize, before.encode_utf16().count(), "{text:?} {byte}");
                assert_eq!(points.place(byte as u32) as usize, before.chars().count(), "{text:?} {byte}");
            }
        }
    }
}
