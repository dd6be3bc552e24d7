//! A dictionary's surfaces as a trie, laid out level by level: the children of a node lie side by side, in the order of
//! their labels, and end where those of the next node begin.

use super::container::ModelError;

/// The surfaces of a dictionary, each with a value.
#[derive(Clone, Debug, Default)]
pub struct Trie {
    alphabet: Alphabet,
    /// The child of the root for each label; 0 where there is none.
    roots: Vec<u32>,
    labels: Vec<u16>,
    /// One more than there are: the last ends the children of the one before.
    nodes: Vec<Node>,
}

#[derive(Clone, Copy, Debug)]
struct Node {
    /// The first of its children, which end where those of the next node begin.
    child: u32,
    value: u32,
}

/// The value of a node that is no word's end.
pub const NO_VALUE: u32 = u32::MAX;
/// The deepest a trie may be: no word of a dictionary comes near it.
const DEPTH: usize = 255;

impl Trie {
    /// Builds the trie of surfaces in the order of their labels. Each surface is given by how many characters it shares
    /// with the one before and how many it adds; the labels of those that are added follow one another in `labels`.
    ///
    /// # Errors
    /// [`ModelError::Damaged`] where a surface shares more than there is, adds nothing, or is too long, or where there
    /// are fewer labels or values than surfaces need.
    pub fn build(
        alphabet: Alphabet,
        surfaces: impl Iterator<Item = (usize, usize)> + Clone,
        labels: &[u16],
        mut values: impl Iterator<Item = u32>,
    ) -> Result<Trie, ModelError> {
        let mut next = level_starts(surfaces.clone())?;
        let count = next.last().copied().unwrap_or(1);
        let mut trie = Trie {
            roots: vec![0; alphabet.len() + 1],
            labels: vec![0; count as usize],
            nodes: vec![Node { child: count, value: NO_VALUE }; count as usize + 1],
            alphabet,
        };
        set(&mut trie.nodes, 0, Node { child: 1, value: NO_VALUE });
        let mut rest = labels;
        for (shared, added) in surfaces {
            let (labels, after) = rest.split_at_checked(added).ok_or(ModelError::Damaged("surfaces"))?;
            rest = after;
            let last = trie.add(&mut next, shared, labels);
            let value = values.next().ok_or(ModelError::Damaged("surfaces"))?;
            if let Some(node) = trie.nodes.get_mut(last) {
                node.value = value;
            }
        }
        Ok(trie)
    }

    /// Adds the nodes of a surface, each the next of its level; the number of the last.
    fn add(&mut self, next: &mut [u32], shared: usize, added: &[u16]) -> usize {
        let mut last = 0;
        let levels = next.get_mut(shared + 1..).unwrap_or_default();
        if let (0, Some(label), Some(node)) = (shared, added.first(), levels.first()) {
            set(&mut self.roots, usize::from(*label), *node);
        }
        for (depth, label) in added.iter().enumerate() {
            let Some([node, child, ..]) = levels.get_mut(depth..) else { break };
            last = *node as usize;
            *node += 1;
            set(&mut self.labels, last, *label);
            set(&mut self.nodes, last, Node { child: *child, value: NO_VALUE });
        }
        last
    }

    /// How many nodes there are, the root among them.
    pub fn len(&self) -> usize {
        self.labels.len()
    }

    /// Whether no word is in it.
    pub fn is_empty(&self) -> bool {
        self.len() <= 1
    }

    /// The label of a character.
    #[inline]
    pub fn label(&self, character: char) -> u16 {
        self.alphabet.code(character)
    }

    /// Calls `found` with the length and the value of each word that characters with these labels begin with, shortest
    /// first.
    #[inline]
    pub fn prefixes(&self, labels: &[u16], mut found: impl FnMut(usize, u32)) {
        let mut node = 0;
        for (index, label) in labels.iter().enumerate() {
            let Some(child) = self.child(node, *label) else { return };
            node = child;
            match self.nodes.get(node) {
                Some(Node { value, .. }) if *value != NO_VALUE => found(index + 1, *value),
                _ => {}
            }
        }
    }

    /// The value of a word.
    pub fn get(&self, word: impl IntoIterator<Item = char>) -> Option<u32> {
        let mut word = word.into_iter();
        let node = word.try_fold(0, |node, character| self.child(node, self.alphabet.code(character)))?;
        self.nodes.get(node).map(|node| node.value).filter(|value| *value != NO_VALUE)
    }

    #[inline]
    fn child(&self, node: usize, code: u16) -> Option<usize> {
        if node == 0 {
            return self.roots.get(usize::from(code)).map(|root| *root as usize).filter(|root| *root != 0);
        }
        let first = self.nodes.get(node)?.child as usize;
        let end = self.nodes.get(node + 1)?.child as usize;
        let labels = self.labels.get(first..end)?;
        if labels.len() <= 8 {
            return labels.iter().position(|label| *label == code).map(|index| first + index);
        }
        labels.binary_search(&code).ok().map(|index| first + index)
    }
}

fn set<T>(values: &mut [T], index: usize, value: T) {
    if let Some(place) = values.get_mut(index) {
        *place = value;
    }
}

/// The number of the first node of each level, then the number of all nodes.
fn level_starts(surfaces: impl Iterator<Item = (usize, usize)>) -> Result<Vec<u32>, ModelError> {
    let mut sizes = vec![0i64; DEPTH + 2];
    let mut before = 0;
    for (shared, added) in surfaces {
        let length = shared + added;
        if shared > before || added == 0 || length > DEPTH {
            return Err(ModelError::Damaged("surfaces"));
        }
        before = length;
        for (level, change) in [(shared + 1, 1), (length + 1, -1)] {
            if let Some(size) = sizes.get_mut(level) {
                *size += change;
            }
        }
    }
    let mut starts = vec![0u32];
    let (mut size, mut start) = (0, 1);
    for change in sizes.into_iter().skip(1) {
        starts.push(start);
        size += change;
        start = start.saturating_add(u32::try_from(size).unwrap_or(0));
    }
    Ok(starts)
}

/// Which character has which label. Label 0 is that of every character that no word has.
#[derive(Clone, Debug)]
pub struct Alphabet {
    /// Labels of the characters of the Basic Multilingual Plane.
    basic: Vec<u16>,
    /// The others, in order.
    others: Vec<(char, u16)>,
    highest: usize,
}

impl Default for Alphabet {
    fn default() -> Self {
        Alphabet::new(std::iter::empty())
    }
}

impl Alphabet {
    /// Gives labels from 1 on to characters in the order in which they come.
    pub fn new(characters: impl Iterator<Item = char>) -> Self {
        let mut alphabet = Alphabet { basic: vec![0; 1 << 16], others: Vec::new(), highest: 0 };
        for (character, label) in characters.zip(1..=u16::MAX) {
            alphabet.highest = usize::from(label);
            match alphabet.basic.get_mut(u32::from(character) as usize) {
                Some(place) => *place = label,
                None => alphabet.others.push((character, label)),
            }
        }
        alphabet.others.sort_unstable();
        alphabet
    }

    /// The highest label.
    pub fn len(&self) -> usize {
        self.highest
    }

    /// Whether no character has a label.
    pub fn is_empty(&self) -> bool {
        self.highest == 0
    }

    /// The label of a character.
    #[inline]
    pub fn code(&self, character: char) -> u16 {
        match self.basic.get(u32::from(character) as usize) {
            Some(label) => *label,
            None => self
                .others
                .binary_search_by_key(&character, |(other, _)| *other)
                .ok()
                .and_then(|index| self.others.get(index))
                .map_or(0, |(_, label)| *label),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A trie of words in the order of their labels, each with its number as value.
    fn trie(alphabet: &str, words: &[&str]) -> Trie {
        let alphabet = Alphabet::new(alphabet.chars());
        let mut before: Vec<u16> = Vec::new();
        let (mut rows, mut added) = (Vec::new(), Vec::new());
        for word in words {
            let labels: Vec<u16> = word.chars().map(|character| alphabet.code(character)).collect();
            let shared = before.iter().zip(&labels).take_while(|(left, right)| left == right).count();
            rows.push((shared, labels.len() - shared));
            added.extend(&labels[shared..]);
            before = labels;
        }
        Trie::build(alphabet, rows.into_iter(), &added, 0..).unwrap()
    }

    #[test]
    fn finds_all_words_and_no_others() {
        let words = ["東", "東京", "東京都", "京", "京都", "都", "都𠮷𠮷"];
        let trie = trie("東京都𠮷", &words);
        for (value, word) in (0..).zip(words) {
            assert_eq!(trie.get(word.chars()), Some(value), "{word}");
        }
        for other in ["", "東都", "都𠮷", "京都府", "あ"] {
            assert_eq!(trie.get(other.chars()), None, "{other}");
        }
        let mut found = Vec::new();
        trie.prefixes(
            &"東京都民".chars().map(|character| trie.label(character)).collect::<Vec<_>>(),
            |length, value| found.push((length, value)),
        );
        assert_eq!(found, [(1, 0), (2, 1), (3, 2)]);
        assert_eq!(trie.len(), 1 + 8);
    }

    #[test]
    fn impossible_surfaces_are_errors() {
        let table = [
            ("shares with nothing", vec![(1, 1)], 9, 9),
            ("adds nothing", vec![(0, 1), (1, 0)], 9, 9),
            ("too long", vec![(0, 300)], 300, 9),
            ("labels missing", vec![(0, 2)], 1, 9),
            ("values missing", vec![(0, 1), (0, 1)], 2, 1),
        ];
        for (label, rows, labels, values) in table {
            let labels = vec![1; labels];
            let trie = Trie::build(Alphabet::default(), rows.into_iter(), &labels, (0..).take(values));
            assert!(trie.is_err(), "{label}");
        }
        let nothing = Trie::build(Alphabet::default(), std::iter::empty(), &[], 0..);
        assert!(nothing.is_ok_and(|trie| trie.is_empty()));
    }
}
