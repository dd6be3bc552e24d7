//! Words as columns, for programs that take arrays rather than an object for each word.

use super::Token;
use crate::offsets::Offsets;
use rustc_hash::FxBuildHasher;
use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{BuildHasher, Hash, RandomState};

/// The words of a text, a column for each field. Strings are held once, in tables in the order of their appearance.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns<'t> {
    /// Where each begins.
    pub starts: Vec<u32>,
    /// Where each ends.
    pub ends: Vec<u32>,
    /// Universal parts of speech, each as its number among [`Upos::TAGS`](crate::report::Upos::TAGS).
    pub upos: Vec<u8>,
    /// Indices into `xpos_table`.
    pub xpos: Vec<u16>,
    /// Parts of speech of the languages' own standards.
    pub xpos_table: Vec<Option<&'t str>>,
    /// Indices into `lemma_table`.
    pub lemmas: Vec<u32>,
    /// Dictionary forms; none holds a line break, for a word lies in one line.
    pub lemma_table: Vec<Cow<'t, str>>,
    /// Origins: 0 where unknown, else 1 and the number of the [`Origin`](crate::report::Origin) in its declaration.
    pub origins: Vec<u8>,
}

impl<'t> Columns<'t> {
    /// The columns of the tokens of `text`, their places as `offsets` has them.
    pub fn new(tokens: &[Token<'t>], text: &'t str, offsets: &Offsets<'_>) -> Columns<'t> {
        let mut xpos: Table<Option<&str>, FxBuildHasher> = Table::default();
        let mut lemmas: Table<Cow<'_, str>, RandomState> = Table::default();
        let (mut starts, mut ends) = (Vec::with_capacity(tokens.len()), Vec::with_capacity(tokens.len()));
        // Most words begin where the one before ends.
        let mut last = (0, 0);
        for Token { span, .. } in tokens {
            starts.push(if span.start == last.0 { last.1 } else { offsets.place(span.start) });
            last = (span.end, offsets.place(span.end));
            ends.push(last.1);
        }
        Columns {
            starts,
            ends,
            upos: tokens.iter().map(|token| token.upos as u8).collect(),
            xpos: tokens.iter().map(|token| u16::try_from(xpos.code(token.xpos)).unwrap_or(u16::MAX)).collect(),
            xpos_table: xpos.values,
            lemmas: tokens.iter().map(|token| lemmas.code(token.lemma(text))).collect(),
            lemma_table: lemmas.values,
            origins: tokens.iter().map(|token| token.origin.map_or(0, |origin| 1 + origin as u8)).collect(),
        }
    }
}

/// The different values among many, each with its number in the order of first appearance.
#[derive(Default)]
struct Table<T, S> {
    codes: HashMap<T, u32, S>,
    values: Vec<T>,
}

impl<T: Clone + Eq + Hash, S: BuildHasher> Table<T, S> {
    fn code(&mut self, value: T) -> u32 {
        if let Some(code) = self.codes.get(&value) {
            return *code;
        }
        let code = self.values.len() as u32;
        self.values.push(value.clone());
        self.codes.insert(value, code);
        code
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{OffsetUnit, Origin, Upos};
    use crate::span::Span;
    use crate::tokens::Lemma;

    #[test]
    fn columns_hold_what_the_tokens_hold() {
        let text = "本を借りて本";
        let token =
            |start, end, upos, xpos, lemma, origin| Token { span: Span::new(start, end), upos, xpos, lemma, origin };
        let borrowed = Lemma::Suffix { keep: 6, add: "る" };
        let tokens = [
            token(0, 3, Upos::Noun, Some("名詞"), Lemma::Form, Some(Origin::Sinitic)),
            token(3, 6, Upos::Adp, Some("助詞"), Lemma::Form, Some(Origin::Native)),
            token(6, 12, Upos::Verb, None, borrowed, None),
            token(15, 18, Upos::Noun, Some("名詞"), Lemma::Form, Some(Origin::Symbol)),
        ];
        let columns = Columns::new(&tokens, text, &Offsets::new(text, OffsetUnit::Byte, OffsetUnit::Utf16));
        assert_eq!((columns.starts, columns.ends), (vec![0, 1, 2, 5], vec![1, 2, 4, 6]));
        assert_eq!(
            columns.upos.iter().map(|upos| Upos::TAGS[*upos as usize]).collect::<Vec<_>>(),
            ["NOUN", "ADP", "VERB", "NOUN"]
        );
        assert_eq!((columns.xpos, columns.xpos_table), (vec![0, 1, 2, 0], vec![Some("名詞"), Some("助詞"), None]));
        assert_eq!(columns.lemmas, [0, 1, 2, 0]);
        assert_eq!(columns.lemma_table, ["本", "を", "借りる"]);
        assert_eq!(columns.origins, [2, 1, 0, 6]);
    }
}
