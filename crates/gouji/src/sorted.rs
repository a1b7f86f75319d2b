//! Sorting for the few, short lists that need it.
//!
//! The sort of the standard library is written for speed with long lists, and
//! each type that is sorted brings another four kilobytes of it into the module
//! that a browser loads.

/// The items in order, each once. For lists of some hundred different items:
/// one is put in its place after the other.
pub(crate) fn sorted_each_once<T: Ord>(items: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut sorted = Vec::new();
    for item in items {
        if let Err(place) = sorted.binary_search(&item) {
            sorted.insert(place, item);
        }
    }
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_in_order_and_each_once() {
        assert_eq!(sorted_each_once([3, 1, 2, 3, 1]), [1, 2, 3]);
        assert_eq!(sorted_each_once(["乙", "甲", "乙"]), ["乙", "甲"]);
        assert_eq!(sorted_each_once(Vec::<u8>::new()), []);
    }
}
