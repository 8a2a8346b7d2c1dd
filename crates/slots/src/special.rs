//! A special name (`__add__`) and the slots that it feeds.

use crate::slot::{Link, ROWS, SLOT_COUNT, SlotId};

macro_rules! specials {
    ($($id:ident $name:literal)*) => {
        /// A special name that some slot serves, in alphabetical order of the names.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[repr(u8)]
        pub enum SpecialId {
            $(
                #[doc = concat!("`", $name, "`.")]
                $id,
            )*
        }

        impl SpecialId {
            /// All special names, sorted.
            pub const ALL: [SpecialId; SPECIAL_COUNT] = [$(SpecialId::$id),*];
        }

        /// The number of special names.
        pub const SPECIAL_COUNT: usize = [$(SpecialId::$id),*].len();

        const NAMES: [&str; SPECIAL_COUNT] = [$($name),*];
    };
}

crate::for_each_special!(specials);

/// The most slots that one name feeds: `__len__` is `mp_length` and `sq_length`.
const MOST_SLOTS: usize = 2;

/// The slots of one name, as many as `count` says.
#[derive(Clone, Copy)]
struct Feeds {
    count: u8,
    slots: [SlotId; MOST_SLOTS],
}

const NO_SLOTS: Feeds = Feeds { count: 0, slots: [SlotId::TpNew; MOST_SLOTS] };

/// The slots that defining a name fills, and all slots that have a wrapper of that name or are
/// filled by it. Computed from the table when the crate is compiled.
static FILLED: [Feeds; SPECIAL_COUNT] = feeds(false);
static SERVED: [Feeds; SPECIAL_COUNT] = feeds(true);

const fn feeds(with_wrappers: bool) -> [Feeds; SPECIAL_COUNT] {
    let mut all = [NO_SLOTS; SPECIAL_COUNT];
    let mut row = 0;
    while row < SLOT_COUNT {
        let names = ROWS[row].names;
        let mut n = 0;
        while n < names.len() {
            if with_wrappers || !matches!(names[n].link, Link::Wraps) {
                let feeds = &mut all[names[n].special as usize];
                feeds.slots[feeds.count as usize] = ROWS[row].id;
                feeds.count += 1;
            }
            n += 1;
        }
        row += 1;
    }
    all
}

impl SpecialId {
    /// The name, `"__add__"`.
    #[inline]
    pub const fn name(self) -> &'static str {
        NAMES[self as usize]
    }

    /// The special name spelled so, if a slot serves it. A binary search; names without leading
    /// underscores are refused at once.
    pub fn from_name(name: impl AsRef<[u8]>) -> Option<SpecialId> {
        let name = name.as_ref();
        if !name.starts_with(b"__") {
            return None;
        }
        let index = NAMES.binary_search_by(|entry| entry.as_bytes().cmp(name)).ok()?;
        Some(Self::ALL[index])
    }

    /// The slots that are filled when a class defines this name, in the order of the table.
    /// `__add__` fills `nb_add` alone; `__getitem__` fills `mp_subscript` and `sq_item`.
    pub fn fills(self) -> &'static [SlotId] {
        FILLED[self as usize].as_slice()
    }

    /// The slots that become empty when a class defines this name: `sq_concat` by `__add__`, even
    /// where a base has it.
    pub fn empties(self) -> impl Iterator<Item = SlotId> {
        self.slots().iter().copied().filter(move |slot| !self.fills().contains(slot))
    }

    /// The slots with which this name has anything to do: those that it [fills](Self::fills) and
    /// those whose native content is wrapped under it. Where several have native content, the
    /// first gives the wrapper.
    pub fn slots(self) -> &'static [SlotId] {
        SERVED[self as usize].as_slice()
    }
}

impl Feeds {
    fn as_slice(&self) -> &[SlotId] {
        &self.slots[..self.count as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted_so_that_binary_search_finds_each() {
        assert!(NAMES.is_sorted());
        for special in SpecialId::ALL {
            assert_eq!(SpecialId::from_name(special.name()), Some(special));
        }
        for other in ["", "__", "add", "__add", "__add__x", "__zzz__", "__class__", "__dict__"] {
            assert_eq!(SpecialId::from_name(other), None, "{other}");
        }
        assert_eq!(SpecialId::from_name(b"__\xed\xa0\x80__"), None);
    }

    #[test]
    fn slots_and_names_agree_in_both_directions() {
        for slot in SlotId::ALL {
            assert_eq!(crate::slot::TABLE[slot as usize].id, slot);
            for name in slot.names() {
                assert!(name.special.slots().contains(&slot));
                assert_eq!(name.special.fills().contains(&slot), name.link != Link::Wraps);
                assert_eq!(slot.named(name.special), Some(name));
            }
        }
        for special in SpecialId::ALL {
            assert!(!special.fills().is_empty(), "{} fills nothing", special.name());
            for slot in special.slots() {
                assert!(slot.named(special).is_some());
            }
        }
    }

    #[test]
    fn names_that_feed_two_slots() {
        use SlotId::*;
        let facts: [(&str, &[SlotId], &[SlotId]); 7] = [
            ("__len__", &[MpLength, SqLength], &[MpLength, SqLength]),
            ("__getitem__", &[MpSubscript, SqItem], &[MpSubscript, SqItem]),
            ("__delitem__", &[MpAssSubscript, SqAssItem], &[MpAssSubscript, SqAssItem]),
            ("__add__", &[NbAdd], &[NbAdd, SqConcat]),
            ("__rmul__", &[NbRmultiply], &[NbRmultiply, SqRepeat]),
            ("__imul__", &[NbInplaceMultiply], &[NbInplaceMultiply, SqInplaceRepeat]),
            ("__getattr__", &[TpGetattro], &[TpGetattro]),
        ];
        for (name, fills, slots) in facts {
            let special = SpecialId::from_name(name).expect(name);
            assert_eq!((special.fills(), special.slots()), (fills, slots), "{name}");
        }
    }
}
