//! Cutting text into words with a lattice model.

use super::characters::{Characters, Kind};
use super::lattice::{Demands, Dictionary, Given, Lattice, Node};
use super::lattice_model::{Analysis, LatticeModel};
use super::whole::{self, Whole};
use super::{Lemma, Token};
use crate::report::Upos;
use crate::span::Span;
use std::ops::Range;

/// Characters that are solved at once. Longer sentences go in windows, so that memory does not grow with them.
const WINDOW: usize = 1024;
/// Words that end this close to a window's end are solved again in the next, with what follows in view.
const OVERLAP: usize = 64;
/// A word by rule that is longer is cut like other text: windows must not grow without bound.
const LONGEST: usize = 512;

/// The memory of a tagger, used again for each sentence.
#[derive(Clone, Debug, Default)]
pub struct Buffers {
    pub(super) characters: Characters,
    pub(super) lattice: Lattice,
    wholes: Vec<Whole>,
    pub(super) fixed: Vec<Given>,
    pub(super) path: Vec<Node>,
    tags: Vec<u8>,
}

impl LatticeModel {
    /// Adds the words of a sentence that begins at byte `offset` of its text. White space is no word.
    pub fn tokenize<'m>(&'m self, sentence: &str, offset: usize, buffers: &mut Buffers, tokens: &mut Vec<Token<'m>>) {
        self.solve(sentence, buffers);
        let Buffers { characters, path, wholes, tags, .. } = buffers;
        let known = tokens.len();
        self.add_tokens(characters, path, (sentence, offset), tags, tokens);
        whole::mark(tokens.get_mut(known..).unwrap_or_default(), wholes, offset);
    }

    /// Finds the words of a sentence, as the nodes of the buffers' path.
    pub(super) fn solve(&self, sentence: &str, buffers: &mut Buffers) {
        buffers.characters.read(sentence);
        whole::find(sentence, &mut buffers.wholes);
        buffers.fix_wholes(self);
        buffers.solve(self);
    }

    /// The tokens of nodes of a sentence that begins at byte `offset`.
    pub(super) fn tokens(
        &self,
        characters: &Characters,
        path: &[Node],
        sentence: &str,
        offset: usize,
    ) -> Vec<Token<'_>> {
        let mut tokens = Vec::new();
        self.add_tokens(characters, path, (sentence, offset), &mut Vec::new(), &mut tokens);
        tokens
    }

    fn add_tokens<'m>(
        &'m self,
        characters: &Characters,
        path: &[Node],
        (sentence, offset): (&str, usize),
        tags: &mut Vec<u8>,
        tokens: &mut Vec<Token<'m>>,
    ) {
        tags.clear();
        let known = tokens.len();
        tokens.reserve(path.len());
        for node in path {
            let span = node.start as usize..node.end as usize;
            if span.clone().any(|index| characters.kind(index) != Kind::Space) {
                tags.push(node.tag);
                tokens.push(self.token(characters, span, node, offset));
            }
        }
        self.upos().choose(tokens.get_mut(known..).unwrap_or_default(), tags, sentence, offset);
    }

    fn token(&self, characters: &Characters, span: Range<usize>, node: &Node, offset: usize) -> Token<'_> {
        let analysis = self.analysis(node.number);
        let start = characters.byte(span.start);
        Token {
            span: Span::new(offset + start, offset + characters.byte(span.end)),
            upos: Upos::X,
            xpos: self.tags().get(usize::from(node.tag)).map(String::as_str),
            lemma: analysis.map_or(Lemma::Form, |analysis| self.lemma(characters, span, analysis)),
            origin: analysis.and_then(|analysis| analysis.origin),
        }
    }

    fn lemma(&self, characters: &Characters, span: Range<usize>, analysis: Analysis) -> Lemma<'_> {
        match self.rule(analysis.rule) {
            Some(rule) if rule.cut > 0 || !rule.add.is_empty() => {
                let kept = span.end.saturating_sub(rule.cut).max(span.start);
                let keep = (characters.byte(kept) - characters.byte(span.start)) as u32;
                Lemma::Suffix { keep, add: &rule.add }
            }
            _ => Lemma::Form,
        }
    }
}

impl Buffers {
    /// Makes the path go through the words by rule, as unknown words in letters.
    fn fix_wholes(&mut self, model: &LatticeModel) {
        let tag = model.unknown_tags(Kind::Letter).first().copied().unwrap_or(0);
        self.fixed.clear();
        self.fixed.extend(self.wholes.iter().filter_map(|whole| {
            let start = self.characters.index_of_byte(whole.span.start as usize);
            let end = self.characters.index_of_byte(whole.span.end as usize);
            (start < end && end - start <= LONGEST).then_some(Given { span: start..end, tag })
        }));
    }

    /// Finds the words of all that was read, window after window.
    fn solve(&mut self, model: &LatticeModel) {
        self.path.clear();
        let (mut start, mut left) = (0, 0);
        while start < self.characters.len() {
            let end = self.window_end(start);
            let demands = Demands { fixed: &self.fixed, ..Demands::default() };
            let (_, nodes) = self.lattice.solve(model, model.weights(), &self.characters, start..end, left, demands);
            let known = self.path.len();
            let settled = if end == self.characters.len() { end } else { end - OVERLAP };
            self.path.extend(nodes.cloned());
            let found = self.path.get_mut(known..).unwrap_or_default();
            found.reverse();
            let kept = found.iter().take_while(|node| node.end as usize <= settled).count().max(1);
            self.path.truncate(known + kept);
            match self.path.get(known..).and_then(<[Node]>::last) {
                Some(last) => (start, left) = (last.end as usize, last.tag),
                None => break,
            }
        }
    }

    /// Where the window that begins at `start` ends: never inside a word that is fixed.
    fn window_end(&self, start: usize) -> usize {
        let end = (start + WINDOW).min(self.characters.len());
        let across = self.fixed.iter().find(|fixed| fixed.span.start < end && end < fixed.span.end);
        across.map_or(end, |fixed| fixed.span.end)
    }
}
