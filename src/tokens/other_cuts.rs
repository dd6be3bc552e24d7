//! Why a stretch was cut as it was: the best other ways to cut it, and by how much they lost.

use super::lattice::{Demands, Node};
use super::lattice_model::LatticeModel;
use super::own::OwnMatch;
use super::tagger::Buffers;
use crate::report::{self, Upos};
use crate::span::Span;
use serde::{Deserialize, Serialize};

/// Another way to cut the stretch around a word.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct OtherCut {
    /// The words of that way, as far as it differs from the one taken.
    pub words: Vec<report::Token>,
    /// By how much its score is below that of the way taken, not negative; 1 is the model's heaviest single weight.
    pub lost: f64,
}

/// How many other ways are looked for.
const WAYS: usize = 3;
/// Words on each side of a word that are cut anew with it.
const AROUND: usize = 32;
/// What the heaviest weight of a model is as a number.
const HEAVIEST: f64 = i16::MAX as f64;

impl LatticeModel {
    /// The best other ways to cut what stands around the word at `span` in a sentence of `text`, the best first. None
    /// where no word has that span, or where nothing else is possible.
    pub fn other_cuts(
        &self,
        (own, classes): (&[OwnMatch], &[(Upos, &str)]),
        text: &str,
        sentence: Span,
        span: Span,
    ) -> Vec<OtherCut> {
        let (mut buffers, offset) = (Buffers::default(), sentence.start as usize);
        self.solve(sentence.of(text), own, classes, &mut buffers);
        let path = buffers.path.clone();
        let bytes = |node: &Node| {
            let at = |character: u32| offset + buffers.characters.byte(character as usize);
            Span::new(at(node.start), at(node.end))
        };
        let Some(place) = path.iter().position(|node| bytes(node) == span) else { return Vec::new() };
        let first = place.saturating_sub(AROUND);
        let path = path.get(first..path.len().min(place + AROUND + 1)).unwrap_or_default();
        let left = first.checked_sub(1).and_then(|before| buffers.path.get(before)).map_or(0, |node| node.tag);
        let Some(taken) = path.get(place - first).map(ends) else { return Vec::new() };
        let (best, _) = buffers.solve_again(self, path, left, &[]);
        let (mut banned, mut found) = (vec![taken], Vec::new());
        while found.len() < WAYS {
            let (score, other) = buffers.solve_again(self, path, left, &banned);
            if other.iter().any(|node| banned.contains(&ends(node))) {
                break;
            }
            let differing = differing(path, &other, taken);
            let Some(next) =
                differing.iter().filter(|node| !path.contains(node)).max_by_key(|node| node.end - node.start)
            else {
                break;
            };
            banned.push(ends(next));
            let tokens = self.tokens(&buffers.characters, differing, sentence.of(text), offset);
            let words = tokens.iter().map(|token| token.report(text)).collect();
            found.push(OtherCut { words, lost: f64::from(best.saturating_sub(score).max(0)) / HEAVIEST });
        }
        found
    }
}

impl Buffers {
    /// The best way through the characters of a path, and its score, without some stretches as nodes.
    fn solve_again(
        &mut self,
        model: &LatticeModel,
        path: &[Node],
        left: u8,
        banned: &[(usize, usize)],
    ) -> (i32, Vec<Node>) {
        let from = path.first().map_or(0, |node| node.start as usize);
        let to = path.last().map_or(from, |node| node.end as usize);
        let demands = Demands { fixed: &self.fixed, preferred: &self.preferred, banned, ..Demands::default() };
        let (score, nodes) = self.lattice.solve(model, model.weights(), &self.characters, from..to, left, demands);
        let mut nodes: Vec<Node> = nodes.cloned().collect();
        nodes.reverse();
        (score, nodes)
    }
}

fn ends(node: &Node) -> (usize, usize) {
    (node.start as usize, node.end as usize)
}

/// The nodes of the other way between the nearest places around a stretch at which both ways cut.
fn differing<'n>(path: &[Node], other: &'n [Node], (start, end): (usize, usize)) -> &'n [Node] {
    let cuts = |place: u32| path.iter().any(|node| node.start == place || node.end == place);
    let first = other.iter().rposition(|node| node.start as usize <= start && cuts(node.start)).unwrap_or(0);
    let last = other.iter().position(|node| node.end as usize >= end && cuts(node.end)).unwrap_or(other.len());
    other.get(first..=last).unwrap_or_default()
}
