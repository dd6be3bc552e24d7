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

/// The bit that marks the label of the first of siblings while a trie is laid out; labels are smaller.
const FIRST: u16 = 1 << 15;
/// The value of a node that is no word's end.
pub const NO_VALUE: u32 = u32::MAX;

impl Trie {
    /// Reads a trie whose nodes lie level by level. For each node `children` says twice how many children it has, and one
    /// more where a word ends; `labels` has the label of each child, less that of the sibling before it. The words' values
    /// come in the order of their last nodes.
    ///
    /// # Errors
    /// [`ModelError::Damaged`] where children, labels or values are missing or left over, or where a node would be its own
    /// child.
    pub fn read(
        alphabet: Alphabet,
        children: impl Iterator<Item = u16>,
        labels: impl Iterator<Item = u16>,
        values: impl Iterator<Item = u32>,
    ) -> Result<Trie, ModelError> {
        let mut all = vec![0];
        all.extend(labels);
        let values: Vec<u32> = values.collect();
        let mut trie = Trie { roots: vec![0; alphabet.len() + 1], nodes: Vec::new(), labels: all, alphabet };
        trie.lay_out(children, &values).ok_or(ModelError::Damaged("surfaces"))?;
        trie.add_up_labels();
        trie.find_roots();
        Ok(trie)
    }

    /// Finds the children and the value of each node, and marks the first of all siblings. Nothing here depends on how many
    /// children a node has: a processor could not guess that, and would wait.
    fn lay_out(&mut self, children: impl Iterator<Item = u16>, values: &[u32]) -> Option<()> {
        let end = self.labels.len();
        self.labels.push(0);
        let mut nodes = vec![Node { child: end as u32, value: NO_VALUE }; end + 1];
        let (mut child, mut value, mut places) = (1, 0, 0..end);
        for ((node, number), place) in nodes.iter_mut().zip(children).zip(places.by_ref()) {
            if child <= place {
                return None;
            }
            *self.labels.get_mut(child)? |= FIRST;
            let own = values.get(value).copied().unwrap_or(NO_VALUE);
            let is_end = number % 2;
            *node = Node { child: child as u32, value: own | u32::from(is_end).wrapping_sub(1) };
            value += usize::from(is_end);
            child += usize::from(number / 2);
        }
        self.nodes = nodes;
        self.labels.pop();
        (places.is_empty() && child == end && value == values.len()).then_some(())
    }

    /// From differences between siblings to labels.
    fn add_up_labels(&mut self) {
        let mut last = 0u16;
        for label in &mut self.labels {
            let before = if *label & FIRST == 0 { last } else { 0 };
            last = (*label & !FIRST).wrapping_add(before) & !FIRST;
            *label = last;
        }
    }

    fn find_roots(&mut self) {
        let end = self.nodes.get(1).map_or(1, |node| node.child);
        for (child, label) in (1..end).zip(self.labels.iter().skip(1)) {
            if let Some(root) = self.roots.get_mut(usize::from(*label)) {
                *root = child;
            }
        }
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

    fn trie(alphabet: &str, children: &[u8], labels: &[u8]) -> Result<Trie, ModelError> {
        let list = |bytes: &[u8]| bytes.iter().copied().map(u16::from).collect::<Vec<_>>().into_iter();
        Trie::read(Alphabet::new(alphabet.chars()), list(children), list(labels), 0..5)
    }

    #[test]
    fn finds_all_words_and_no_others() {
        // The root has 東 and 京; those have 京 and 都; the deepest words are 東京都 and 京都𠮷.
        let trie = trie("東京都𠮷", &[4, 3, 3, 3, 2, 1, 1], &[1, 1, 2, 3, 3, 4]).unwrap();
        for (value, word) in (0..).zip(["東", "京", "東京", "東京都", "京都𠮷"]) {
            assert_eq!(trie.get(word.chars()), Some(value), "{word}");
        }
        for other in ["", "東都", "京都", "都", "東京都京", "あ"] {
            assert_eq!(trie.get(other.chars()), None, "{other}");
        }
        let labels: Vec<_> = "東京都民".chars().map(|character| trie.label(character)).collect();
        let mut found = Vec::new();
        trie.prefixes(&labels, |length, value| found.push((length, value)));
        assert_eq!(found, [(1, 0), (2, 2), (3, 3)]);
        assert_eq!(trie.len(), 7);
    }

    #[test]
    fn impossible_surfaces_are_errors() {
        let table: [(&str, &[u8], &[u8]); 5] = [
            ("labels missing", &[4, 3, 3, 3, 2, 1, 1], &[1, 1, 2, 3, 3]),
            ("labels left over", &[4, 3, 3, 3, 2, 1, 1], &[1, 1, 2, 3, 3, 4, 1]),
            ("nodes missing", &[4, 3, 3, 3, 2, 1], &[1, 1, 2, 3, 3, 4]),
            ("a node is its own child", &[0, 3, 3, 3, 2, 1, 1], &[1, 1, 2, 3, 3, 4]),
            ("values left over", &[4, 3, 3, 3, 2, 1, 0], &[1, 1, 2, 3, 3, 4]),
        ];
        for (label, children, labels) in table {
            assert!(trie("東京都𠮷", children, labels).is_err(), "{label}");
        }
        let nothing = Trie::read(Alphabet::default(), [0].into_iter(), std::iter::empty(), std::iter::empty());
        assert!(nothing.is_ok_and(|trie| trie.is_empty()));
    }
}
