//! A special name (`__add__`) and the slots that it feeds.

use crate::inherit::{also_sets, reflected_slot};
use crate::slot::{Link, ROWS, SLOT_COUNT, SlotId};
use crate::slot_set::SlotSet;

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

/// The length of the shortest name, `__eq__`.
const SHORTEST: usize = 6;

/// The number of each name, where its hash says; other places have a number that no name has.
/// Computed when the crate is compiled, which fails if two names meet.
static PLACES: [u8; 512] = places();

const fn places() -> [u8; 512] {
    let mut places = [u8::MAX; 512];
    let mut i = 0;
    while i < SPECIAL_COUNT {
        let place = place(NAMES[i].as_bytes());
        assert!(places[place] == u8::MAX, "two special names have the same hash");
        places[place] = i as u8;
        i += 1;
    }
    places
}

/// A hash that tells all special names apart: of the first two letters, the last two and the length.
const fn place(name: &[u8]) -> usize {
    let n = name.len();
    let letters = name[2] as usize + name[3] as usize * 43 + name[n - 3] as usize * 37;
    (letters + name[n - 4] as usize + n * 8) % 512
}

/// The most slots that one name feeds: `__len__` is `mp_length` and `sq_length`.
const MAX_SLOTS: usize = 2;

/// The slots of one name, as many as `count` says.
#[derive(Clone, Copy)]
struct Feeds {
    count: u8,
    slots: [SlotId; MAX_SLOTS],
}

const NO_SLOTS: Feeds = Feeds { count: 0, slots: [SlotId::TpNew; MAX_SLOTS] };

/// The slots that defining a name fills, and all slots that have a wrapper of that name or are
/// filled by it. Computed from the table when the crate is compiled.
static FILLED: [Feeds; SPECIAL_COUNT] = feeds(false);
static SERVED: [Feeds; SPECIAL_COUNT] = feeds(true);

/// The slots whose content may be another one when a name gets another meaning.
static CONCERNED: [SlotSet; SPECIAL_COUNT] = concerned();

const fn concerned() -> [SlotSet; SPECIAL_COUNT] {
    let served = feeds(true);
    let mut all = [SlotSet::EMPTY; SPECIAL_COUNT];
    let mut special = 0;
    while special < SPECIAL_COUNT {
        all[special] = concerned_by(&served, special);
        special += 1;
    }
    all
}

/// Besides the slots of the name itself: those of other names of the same slots, since `sq_repeat`
/// stands for `__mul__` and `__rmul__`; what native content fills besides; and, for an operator,
/// the slot of the other operand.
const fn concerned_by(served: &[Feeds; SPECIAL_COUNT], special: usize) -> SlotSet {
    let mut set = SlotSet::EMPTY;
    let mut i = 0;
    while i < served[special].count as usize {
        let names = ROWS[served[special].slots[i] as usize].names;
        let mut n = 0;
        while n < names.len() {
            let feeds = &served[names[n].special as usize];
            let mut k = 0;
            while k < feeds.count as usize {
                let slot = feeds.slots[k];
                set = set.with(slot);
                if let Some(besides) = also_sets(slot) {
                    set = set.with(besides);
                }
                if let Some(partner) = reflected_slot(slot) {
                    set = set.with(partner);
                }
                k += 1;
            }
            n += 1;
        }
        i += 1;
    }
    set
}

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

    /// The special name spelled so, if a slot serves it. One look into a table of hashes; names
    /// without leading underscores are refused at once.
    pub fn from_name(name: impl AsRef<[u8]>) -> Option<SpecialId> {
        let name = name.as_ref();
        if !name.starts_with(b"__") || name.len() < SHORTEST {
            return None;
        }
        let special = *Self::ALL.get(usize::from(PLACES[place(name)]))?;
        (special.name().as_bytes() == name).then_some(special)
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

    /// The slots whose content may be another one when the name gets another meaning in a class.
    pub fn affected_slots(self) -> SlotSet {
        CONCERNED[self as usize]
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
    fn names_are_sorted_and_found() {
        assert!(NAMES.is_sorted());
        for special in SpecialId::ALL {
            assert_eq!(SpecialId::from_name(special.name()), Some(special));
        }
        for other in
            ["", "__", "add", "__add", "__a__", "__add__x", "__zzz__", "__class__", "__dict__"]
        {
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
    fn a_name_concerns_what_its_slots_stand_for() {
        use SlotId::*;
        for special in SpecialId::ALL {
            let own: SlotSet = special.slots().iter().copied().collect();
            assert_eq!(
                own.difference(special.affected_slots()),
                SlotSet::EMPTY,
                "{}",
                special.name()
            );
        }
        let facts: [(SpecialId, &[SlotId]); 4] = [
            (SpecialId::Repr, &[TpRepr]),
            (SpecialId::RAdd, &[NbAdd, NbRadd]),
            (SpecialId::Mul, &[NbMultiply, NbRmultiply, SqRepeat]),
            (SpecialId::IAdd, &[NbInplaceAdd, SqInplaceConcat]),
        ];
        for (special, slots) in facts {
            assert_eq!(special.affected_slots(), SlotSet::of(slots), "{}", special.name());
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
