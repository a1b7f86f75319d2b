//! What an edit does to places found before it.

use gouji_json::Utf16Range;

use super::lines::utf16_length;

/// One edit: a stretch of the old text replaced by a stretch of the new one.
///
/// While a check is under way the marks of the last one stay: those before the
/// edit where they are, those behind it moved along, those it touched gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TextChange {
    start: u32,
    old_end: u32,
    new_end: u32,
}

impl TextChange {
    /// The smallest edit that leads from `old` to `new`; none where they are equal.
    pub(crate) fn between(old: &str, new: &str) -> Option<Self> {
        if old == new {
            return None;
        }
        let same = |(left, right): &(u8, u8)| left == right;
        let mut prefix = old.bytes().zip(new.bytes()).take_while(same).count();
        while !(old.is_char_boundary(prefix) && new.is_char_boundary(prefix)) {
            prefix -= 1;
        }
        let (old_rest, new_rest) = (&old[prefix..], &new[prefix..]);
        let mut suffix = old_rest.bytes().rev().zip(new_rest.bytes().rev()).take_while(same).count();
        while !(old_rest.is_char_boundary(old_rest.len() - suffix)
            && new_rest.is_char_boundary(new_rest.len() - suffix))
        {
            suffix -= 1;
        }
        let start = utf16_length(&old[..prefix]);
        Some(Self {
            start,
            old_end: start + utf16_length(&old_rest[..old_rest.len() - suffix]),
            new_end: start + utf16_length(&new_rest[..new_rest.len() - suffix]),
        })
    }

    /// How much of the old text was replaced, in UTF-16 units.
    pub(crate) fn replaced_of_old(self) -> u32 {
        self.old_end - self.start
    }

    /// Where a place of the old text is now; none where the edit touched it.
    pub(crate) fn carry(self, [start, end]: Utf16Range) -> Option<Utf16Range> {
        if end <= self.start {
            Some([start, end])
        } else if start >= self.old_end {
            Some([start - self.old_end + self.new_end, end - self.old_end + self.new_end])
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_move_with_the_text_around_them() {
        let change = TextChange::between("总计12，规章3", "总计128，规章3").expect("they differ");
        assert_eq!(change.carry([0, 2]), Some([0, 2]));
        assert_eq!(change.carry([5, 8]), Some([6, 9]));
        assert_eq!(TextChange::between("abc", "abc"), None);
    }

    #[test]
    fn a_place_that_was_edited_is_gone() {
        let change = TextChange::between("总计12，规章3", "总计92，规章3").expect("they differ");
        assert_eq!(change.carry([2, 4]), None);
        assert_eq!(change.carry([4, 5]), Some([4, 5]));
    }

    #[test]
    fn characters_that_share_bytes_are_not_cut() {
        let change = TextChange::between("一二", "一三").expect("they differ");
        assert_eq!(change, TextChange { start: 1, old_end: 2, new_end: 2 });
    }
}
