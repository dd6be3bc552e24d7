//! Disjoint sets of numbers that are joined step by step.

/// The numbers below a count, each at first in a set of its own.
pub struct Sets {
    parents: Vec<usize>,
}

impl Sets {
    pub fn new(count: usize) -> Sets {
        Sets { parents: (0..count).collect() }
    }

    /// The number that stands for the set of another: the least in it.
    pub fn root(&mut self, number: usize) -> usize {
        let mut root = number;
        while let Some(parent) = self.parents.get(root).copied().filter(|parent| *parent != root) {
            root = parent;
        }
        let mut place = number;
        while let Some(parent) = self.parents.get_mut(place).filter(|parent| **parent != root) {
            place = std::mem::replace(parent, root);
        }
        root
    }

    /// Joins the sets of two numbers; whether they were two.
    pub fn join(&mut self, one: usize, other: usize) -> bool {
        let (one, other) = (self.root(one), self.root(other));
        if let Some(parent) = self.parents.get_mut(one.max(other)) {
            *parent = one.min(other);
        }
        one != other
    }
}

#[cfg(test)]
mod tests {
    use super::Sets;

    #[test]
    fn joined_sets_have_one_root() {
        let mut sets = Sets::new(5);
        assert!(sets.join(3, 4) && sets.join(4, 1) && !sets.join(1, 3));
        assert_eq!((0..5).map(|number| sets.root(number)).collect::<Vec<_>>(), [0, 1, 2, 1, 1]);
    }
}
