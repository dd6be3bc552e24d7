//! Sorting in little code. The standard library's sort is compiled anew for every type and every order, some ten
//! kilobytes each time, and copies of it were a sixth of all WebAssembly. Here numbers are sorted, by one copy.

use std::cmp::Ordering;

/// Sorts lists that are not long: for many thousands of small items the standard library's sort is faster.
pub trait Order<T> {
    /// Sorts by a comparison; equals stay in their order.
    fn order_by(&mut self, compare: impl Fn(&T, &T) -> Ordering);

    /// Sorts by a key; equals stay in their order.
    fn order_by_key<K: Ord>(&mut self, key: impl Fn(&T) -> K) {
        self.order_by(|a, b| key(a).cmp(&key(b)));
    }

    /// Sorts by the items' own order.
    fn order(&mut self)
    where
        T: Ord,
    {
        self.order_by(T::cmp);
    }
}

impl<T> Order<T> for [T] {
    fn order_by(&mut self, compare: impl Fn(&T, &T) -> Ordering) {
        let items = &*self;
        let mut places = sorted_places(self.len(), &|a, b| {
            items.get(a).zip(items.get(b)).map_or(Ordering::Equal, |(a, b)| compare(a, b))
        });
        for place in 0..self.len() {
            while let Some(target) = places.get(place).copied().filter(|target| *target != place) {
                self.swap(place, target);
                places.swap(place, target);
            }
        }
    }
}

/// For each of so many items its place once they are sorted.
fn sorted_places(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..length).collect();
    order.sort_by(|a, b| compare(*a, *b));
    let mut places = vec![0; length];
    for (place, item) in order.into_iter().enumerate() {
        if let Some(target) = places.get_mut(item) {
            *target = place;
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn orders_as_the_standard_library_does(items: Vec<(u8, u8)>) {
            let (mut ours, mut theirs) = (items.clone(), items);
            ours.order_by_key(|(key, _)| *key);
            theirs.sort_by_key(|(key, _)| *key);
            prop_assert_eq!(&ours, &theirs);
            ours.order();
            theirs.sort();
            prop_assert_eq!(&ours, &theirs);
        }
    }
}
