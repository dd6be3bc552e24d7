//! Cutting text into words with a lattice model.

use super::characters::{Characters, Kind};
use super::lattice::{Demands, Dictionary, Given, Lattice, MODERN, Node, Preferred, UNKNOWN};
use super::lattice_model::{Analysis, LatticeModel};
use super::own::OwnMatch;
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
/// How much a word of the caller is preferred for each of its characters, where the heaviest weight of a model is 32767:
/// enough to win wherever the words beside it can stand alone, too little to cut 東京都 for the sake of 京都.
const PREFERENCE: i32 = 4000;

/// The memory of a tagger, used again for each sentence.
#[derive(Clone, Debug, Default)]
pub struct Buffers {
    pub(super) characters: Characters,
    pub(super) lattice: Lattice,
    wholes: Vec<Whole>,
    pub(super) fixed: Vec<Given>,
    pub(super) preferred: Vec<Preferred>,
    pub(super) path: Vec<Node>,
    tags: Vec<u8>,
}

impl LatticeModel {
    /// Adds the words of a sentence that begins at byte `offset` of its text. White space is no word.
    pub fn tokenize<'m>(&'m self, sentence: &str, offset: usize, buffers: &mut Buffers, tokens: &mut Vec<Token<'m>>) {
        self.tokenize_with(&[], &[], (sentence, offset), buffers, tokens);
    }

    /// Adds the words of a sentence as [`tokenize`](LatticeModel::tokenize) does, with words of the caller, whose
    /// classes have these names.
    pub fn tokenize_with<'m>(
        &'m self,
        own: &[OwnMatch],
        classes: &[(Upos, &str)],
        (sentence, offset): (&str, usize),
        buffers: &mut Buffers,
        tokens: &mut Vec<Token<'m>>,
    ) {
        self.solve(sentence, own, classes, buffers);
        let Buffers { characters, path, wholes, tags, .. } = buffers;
        let known = tokens.len();
        self.add_tokens(characters, path, (sentence, offset), tags, tokens);
        whole::mark(tokens.get_mut(known..).unwrap_or_default(), wholes, offset, None);
    }

    /// Finds the words of a sentence, those of the caller among them, as the nodes of the buffers' path.
    pub(super) fn solve(&self, sentence: &str, own: &[OwnMatch], classes: &[(Upos, &str)], buffers: &mut Buffers) {
        buffers.characters.read(sentence);
        whole::find(sentence, &mut buffers.wholes);
        buffers.fix_wholes(self);
        buffers.prefer(self, own, classes);
        buffers.solve(self);
        buffers.join_preferred();
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
        let (number, is_modern) = match node.number {
            number @ MODERN.. if number < MODERN << 1 => (number - MODERN, true),
            number => (number, false),
        };
        let analysis = self.analysis(number);
        let start = characters.byte(span.start);
        Token {
            span: Span::new(offset + start, offset + characters.byte(span.end)),
            upos: Upos::X,
            xpos: self.tags().get(usize::from(node.tag)).map(String::as_str),
            lemma: self.lemma(characters, span, analysis, is_modern),
            origin: analysis.and_then(|analysis| analysis.origin),
        }
    }

    fn lemma(
        &self,
        characters: &Characters,
        span: Range<usize>,
        analysis: Option<Analysis>,
        is_modern: bool,
    ) -> Lemma<'_> {
        let rule = analysis.and_then(|analysis| self.rule(analysis.rule));
        if is_modern || characters.are_of_other_width(span.clone()) {
            let (cut, add) = rule.map_or((0, ""), |rule| (rule.cut as u32, rule.add.as_str()));
            return Lemma::Folded { cut, add, is_modern };
        }
        match rule {
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

    /// Makes the path go through the words of the caller where it can.
    fn prefer(&mut self, model: &LatticeModel, own: &[OwnMatch], classes: &[(Upos, &str)]) {
        let unknown = model.unknown_tags(Kind::Katakana).first().copied().unwrap_or(0);
        self.preferred.clear();
        self.preferred.extend(own.iter().map(|word| {
            let at = |byte: u32| self.characters.index_of_byte(byte as usize);
            let span = at(word.span.start)..at(word.span.end);
            let class = classes.iter().find(|(upos, _)| Some(*upos) == word.upos);
            let tag = class.and_then(|(_, name)| model.tag(name)).unwrap_or(unknown);
            let weight = PREFERENCE * i32::try_from(span.len()).unwrap_or(0);
            Preferred { node: Given { span, tag }, weight }
        }));
    }

    /// Makes one word of those that lie between the ends of a word of the caller.
    fn join_preferred(&mut self) {
        let mut preferred = self.preferred.iter().map(|preferred| &preferred.node).peekable();
        let (mut next, mut kept) = (0, 0);
        while let Some(mut node) = self.path.get(next).cloned() {
            next += 1;
            let start = node.start as usize;
            while preferred.next_if(|word| word.span.start < start).is_some() {}
            let word = preferred.peek().filter(|word| word.span.start == start);
            let parts = word.and_then(|word| {
                let mut rest = self.path.get(next..)?.iter().take_while(|node| node.end as usize <= word.span.end);
                rest.position(|node| node.end as usize == word.span.end).map(|place| (place + 1, word.tag))
            });
            if let Some((parts, tag)) = parts {
                next += parts;
                node.end = self.path.get(next - 1).map_or(node.end, |last| last.end);
                (node.tag, node.number) = (tag, UNKNOWN);
            }
            if let Some(place) = self.path.get_mut(kept) {
                *place = node;
            }
            kept += 1;
        }
        self.path.truncate(kept);
    }

    /// Finds the words of all that was read, window after window.
    fn solve(&mut self, model: &LatticeModel) {
        self.path.clear();
        let (mut start, mut left) = (0, 0);
        while start < self.characters.len() {
            let end = self.window_end(start);
            let demands = Demands { fixed: &self.fixed, preferred: &self.preferred, ..Demands::default() };
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
