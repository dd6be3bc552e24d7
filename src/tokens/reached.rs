//! The nodes of a lattice that paths have reached.

use super::features::TAGS;
use super::lattice::{Node, UNKNOWN};
use std::ops::Range;

/// The best nodes by where they end and by their part of speech.
#[derive(Clone, Debug, Default)]
pub struct Reached {
    /// All nodes, in the order in which they were reached.
    pub nodes: Vec<Node>,
    /// For each end the parts of speech of the nodes there.
    present: Vec<u64>,
    /// For each end and part of speech the number of the node; valid where `present` has its bit.
    slots: Vec<u32>,
}

impl Reached {
    /// Begins anew, with a node before a stretch of characters whose part of speech is `left`.
    pub fn begin(&mut self, stretch: &Range<usize>, left: u8) {
        self.present.clear();
        self.present.resize(stretch.len() + 1, 0);
        if self.slots.len() < (stretch.len() + 1) * TAGS {
            self.slots.resize((stretch.len() + 1) * TAGS, 0);
        }
        self.nodes.clear();
        let start = stretch.start as u32;
        self.offer(0, Node { start, end: start, tag: left, number: UNKNOWN, best: 0, back: u32::MAX });
    }

    /// Whether a node ends at an offset.
    pub fn is_reached(&self, offset: usize) -> bool {
        self.present.get(offset).is_some_and(|tags| *tags != 0)
    }

    /// Keeps a node where no other of its end and part of speech is as good. No later node points to the one that it
    /// takes the place of: those begin at its end, which is still ahead.
    #[inline]
    pub fn offer(&mut self, offset: usize, node: Node) {
        let tag = usize::from(node.tag) % TAGS;
        let (Some(tags), Some(slot)) = (self.present.get_mut(offset), self.slots.get_mut(offset * TAGS + tag)) else {
            return;
        };
        if *tags & 1 << tag == 0 {
            *tags |= 1 << tag;
            *slot = self.nodes.len() as u32;
            self.nodes.push(node);
        } else if let Some(other) = self.nodes.get_mut(*slot as usize).filter(|other| other.best < node.best) {
            *other = node;
        }
    }

    /// Calls `each` with the nodes that end at an offset, by their parts of speech, and their numbers.
    #[inline]
    pub fn nodes_at(&mut self, offset: usize, mut each: impl FnMut(&mut Node, u32)) {
        let mut tags = self.present.get(offset).copied().unwrap_or(0);
        let slots = self.slots.get(offset * TAGS..(offset + 1) * TAGS).and_then(<[u32]>::first_chunk::<TAGS>);
        let Some(slots) = slots else { return };
        while tags != 0 {
            let index = slots.get(tags.trailing_zeros() as usize).copied().unwrap_or(0);
            tags &= tags - 1;
            if let Some(node) = self.nodes.get_mut(index as usize) {
                each(node, index);
            }
        }
    }
}
