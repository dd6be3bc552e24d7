//! Pieces inside a paragraph that don't belong to it. They are told, not cut out: the counts of a block are those of
//! its whole text, so that anyone can reproduce them.

use super::reasons::Reason;
use super::sponsors::{self, Sponsors};
use crate::languages::{self, Language};
use crate::options::Options;
use crate::order::Order;
use crate::report::{Block, Inset, Role};
use crate::span::Span;
use regex::Regex;
use std::sync::LazyLock;

/// What a language writes inside paragraphs that does not belong to them.
pub struct InsetRules {
    /// Words in brackets before the title of another article: regular expressions, as the others here.
    pub related: &'static [&'static str],
    /// Words at a paragraph's end behind which the rest is hidden.
    pub more: &'static [&'static str],
    /// Words before the number of a note.
    pub notes: &'static [&'static str],
    /// Words in brackets before the source of a picture.
    pub pictures: &'static [&'static str],
    /// What those say who are paid for it.
    pub sponsors: Sponsors,
}

/// A pattern of pieces and the role they have.
struct Piece {
    role: Role,
    pattern: Option<Regex>,
}

static PIECES: LazyLock<[Piece; 5]> = LazyLock::new(|| {
    let piece = |role, words: fn(&InsetRules) -> &'static [&'static str], pattern: &str| {
        let words: Vec<&str> = languages::ALL.iter().flat_map(|language| words(language.insets)).copied().collect();
        Piece { role, pattern: Regex::new(&pattern.replace("WORDS", &words.join("|"))).ok() }
    };
    [
        piece(
            Role::Related,
            |rules| rules.related,
            r"[(（\[［【](?:WORDS)\s?[】\]］]?\s?[:：]?[^)）\]］】。]{0,200}(?:[)）\]］】]|$)",
        ),
        piece(Role::Navigation, |rules| rules.more, r"(?:WORDS)\s?[.…>»→]{0,3}$"),
        piece(Role::References, |rules| rules.notes, r"\[(?:WORDS)?\d{1,3}\]|［\d{1,3}］|〔\d{1,3}〕"),
        piece(Role::Caption, |rules| rules.pictures, r"[(（\[［](?:WORDS)[^)）\]］。]{0,60}[)）\]］]"),
        piece(Role::Heading, |_| &[], r"(?:^|\s)#{2,5}\s[^\s#。]{1,60}"),
    ]
});

/// Gives blocks that a sponsor's segment fills their role, and finds the pieces inside the others.
pub fn find(text: &str, blocks: &mut [Block], body: &'static Language, options: &Options) -> Vec<Inset> {
    let mut insets = sponsors::find(text, blocks, body, options);
    for block in blocks.iter().filter(|block| Role::COUNTED.contains(&block.role)) {
        pieces(text, block, &mut insets, options);
    }
    insets.order_by_key(|inset| (inset.span.start, inset.span.end));
    insets
}

fn pieces(text: &str, block: &Block, insets: &mut Vec<Inset>, options: &Options) {
    let line = block.span.of(text);
    let mut taken: Vec<Span> = Vec::new();
    for piece in PIECES.iter() {
        let Some(pattern) = &piece.pattern else { continue };
        for found in pattern.find_iter(line) {
            let trimmed = found.as_str().trim_start();
            let start = found.end() - trimmed.len();
            let span = Span::new(start, found.end());
            // A block that is nothing but the piece has that role already, or was found to have another.
            if span.len() == line.len() || taken.iter().any(|other| other.overlaps(span)) {
                continue;
            }
            taken.push(span);
            let because = Reason::Piece(piece.role).text(options.message_language);
            insets.push(Inset {
                span: span.shifted(block.span.start as usize),
                role: piece.role,
                because: vec![because],
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::report::OffsetUnit;
    use crate::{Analyzer, Options};

    #[test]
    fn pieces_of_paragraphs() {
        let body = "研究は広く知られている[12]。結果は速報として公開された。 (関連記事: 新しい電池の作り方 関連記事をもっと読む";
        let text =
            format!("電池の研究\n\n{body}\n\n別の段落では、会場（写真：編集部）の様子も伝えられた。これからも続く。\n");
        let report =
            Analyzer::new().analyze(&text, &Options { offsets: OffsetUnit::Byte, ..Options::default() }).unwrap();
        let found: Vec<String> =
            report.insets.iter().map(|inset| format!("{:?} {}", inset.role, inset.span.of(&text))).collect();
        assert_eq!(
            found,
            [
                "References [12]",
                "Related (関連記事: 新しい電池の作り方 関連記事をもっと読む",
                "Caption （写真：編集部）"
            ]
        );
    }
}
