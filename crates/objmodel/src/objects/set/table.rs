//! Where the keys of a set lie.
//!
//! Most sets have few keys. Eight places, the fewest that there are, are numbers in a word, which say
//! which of the keys is there, and the keys themselves lie in a row, the first one in the set itself.
//! More places are an array.

use objmodel_gc::{ByteMeter, ClearSink, OutOfMemory, Trace, Value};
use smallvec::SmallVec;

/// The places of a small table.
pub(super) const FEW: usize = 8;

/// A key and its hash.
#[derive(Clone)]
pub(super) struct Key {
    hash: i64,
    key: Value,
}

/// One place of a large table.
#[derive(Clone, Default)]
struct Place {
    /// The hash of the key; no key has [`DELETED`].
    hash: i64,
    key: Option<Value>,
}

/// Stands for the hash where a key was deleted: searches go on past it.
const DELETED: i64 = -1;

/// What is at a place.
#[derive(Clone, Copy)]
pub(super) enum Seen<'a> {
    /// Nothing ever was: searches end there.
    Free,
    /// A key was.
    Deleted,
    Key(i64, &'a Value),
}

/// All places of a set.
pub(super) enum Table {
    /// Eight places, four bits for each: nothing, the number of a key from 1 on, or [`GONE`].
    Small(u32, Keys),
    Large(Large),
}

/// The keys of a small table: with room for one, or for [`MOST`].
type Keys = SmallVec<[Key; 1]>;

/// Of a place whose key was deleted.
const GONE: u32 = 15;
/// Keys that a small table may have: with so many, a set gets a larger one.
const MOST: usize = 5;

const _: () = assert!(size_of::<Table>() == 32);

#[derive(Clone, Default)]
pub(super) struct Large(Box<[Place]>);

/// Keys go in batches. One after the other, a key that is in no cache would be waited for at the next
/// place whose being taken was guessed wrong; those of a batch are fetched together.
impl Drop for Large {
    fn drop(&mut self) {
        let keys = std::mem::take(&mut self.0).into_iter().filter_map(|place| place.key);
        let mut keys = keys.filter(Value::is_object);
        loop {
            let batch: SmallVec<[Value; 64]> = keys.by_ref().take(64).collect();
            if batch.is_empty() {
                break;
            }
        }
    }
}

impl Default for Table {
    /// Without places.
    fn default() -> Table {
        Table::Large(Large::default())
    }
}

impl Clone for Table {
    fn clone(&self) -> Table {
        match self {
            Table::Small(places, keys) => {
                let mut copy = Keys::new();
                if keys.len() > 1 {
                    copy.reserve_exact(MOST.max(keys.len()));
                }
                copy.extend(keys.iter().cloned());
                Table::Small(*places, copy)
            }
            Table::Large(large) => Table::Large(large.clone()),
        }
    }
}

/// What stands at one of eight places.
#[inline]
fn number_at(places: u32, place: usize) -> u32 {
    places >> (place % FEW * 4) & 15
}

fn set_number(places: &mut u32, place: usize, number: u32) {
    let shift = place % FEW * 4;
    *places = *places & !(15 << shift) | number << shift;
}

#[inline]
fn seen_at(places: u32, keys: &Keys, place: usize) -> Seen<'_> {
    let number = number_at(places, place);
    match keys.get((number as usize).wrapping_sub(1)) {
        Some(Key { hash, key }) => Seen::Key(*hash, key),
        None if number == GONE => Seen::Deleted,
        None => Seen::Free,
    }
}

/// What is charged for the buffer of keys.
fn bytes_of(keys: &Keys) -> usize {
    if keys.spilled() { keys.capacity() * size_of::<Key>() } else { 0 }
}

/// Makes room for so many keys.
fn make_room(meter: &ByteMeter, keys: &mut Keys, wanted: usize) -> Result<(), OutOfMemory> {
    if wanted <= keys.capacity() {
        return Ok(());
    }
    let wanted = wanted.max(MOST);
    let bytes = wanted * size_of::<Key>() - bytes_of(keys);
    meter.charge(bytes)?;
    if keys.try_grow(wanted).is_err() {
        meter.credit(bytes);
        return Err(OutOfMemory);
    }
    Ok(())
}

impl Table {
    /// A table of so many places, a power of two, with room for so many keys at once; its bytes are
    /// charged.
    pub(super) fn with_places(
        meter: &ByteMeter,
        places: usize,
        keys: usize,
    ) -> Result<Table, OutOfMemory> {
        if places == FEW {
            let mut row = Keys::new();
            make_room(meter, &mut row, keys)?;
            return Ok(Table::Small(0, row));
        }
        let bytes = places * size_of::<Place>();
        meter.charge(bytes)?;
        let mut table = Vec::new();
        if table.try_reserve_exact(places).is_err() {
            meter.credit(bytes);
            return Err(OutOfMemory);
        }
        table.resize_with(places, Place::default);
        Ok(Table::Large(Large(table.into())))
    }

    /// The number of places.
    #[inline]
    pub(super) fn len(&self) -> usize {
        match self {
            Table::Small(..) => FEW,
            Table::Large(large) => large.0.len(),
        }
    }

    /// Where the places are. That of small tables is always the same, as in CPython, where a set has room for one.
    pub(super) fn address(&self) -> usize {
        match self {
            Table::Small(..) => 1,
            Table::Large(large) => large.0.as_ptr().addr(),
        }
    }

    /// What is charged for its buffer.
    pub(super) fn bytes(&self) -> usize {
        match self {
            Table::Small(_, keys) => bytes_of(keys),
            Table::Large(large) => large.0.len() * size_of::<Place>(),
        }
    }

    /// What is at a place; nothing beyond the last one.
    #[inline]
    pub(super) fn get(&self, place: usize) -> Seen<'_> {
        match self {
            Table::Large(large) => match large.0.get(place) {
                Some(Place { hash, key: Some(key) }) => Seen::Key(*hash, key),
                Some(Place { hash: DELETED, .. }) => Seen::Deleted,
                _ => Seen::Free,
            },
            Table::Small(places, keys) => seen_at(*places, keys, place),
        }
    }

    /// Puts a key where none is.
    ///
    /// # Errors
    /// The byte limit does not admit the room; the key is not there then.
    #[inline]
    pub(super) fn put(
        &mut self,
        meter: &ByteMeter,
        place: usize,
        hash: i64,
        key: Value,
    ) -> Result<(), OutOfMemory> {
        match self {
            Table::Large(large) => {
                if let Some(place) = large.0.get_mut(place) {
                    *place = Place { hash, key: Some(key) };
                }
                Ok(())
            }
            Table::Small(places, keys) => {
                make_room(meter, keys, keys.len() + 1)?;
                keys.push(Key { hash, key });
                set_number(places, place, keys.len() as u32);
                Ok(())
            }
        }
    }

    /// Takes the key at a place out, if there is one.
    pub(super) fn remove(&mut self, place: usize) -> Option<Value> {
        match self {
            Table::Large(large) => {
                let place = large.0.get_mut(place)?;
                let key = place.key.take()?;
                place.hash = DELETED;
                Some(key)
            }
            Table::Small(places, keys) => {
                let number = number_at(*places, place);
                let at = (number as usize).checked_sub(1).filter(|at| *at < keys.len())?;
                let Key { key, .. } = keys.swap_remove(at);
                set_number(places, place, GONE);
                // The last key has the number of that which went.
                let last = keys.len() as u32 + 1;
                if let Some(moved) = (0..FEW).find(|place| number_at(*places, *place) == last) {
                    set_number(places, moved, number);
                }
                Some(key)
            }
        }
    }

    /// The first key at `place` or behind it with its hash, and the place behind that.
    #[inline]
    pub(super) fn key_from(&self, place: usize) -> Option<(usize, i64, &Value)> {
        match self {
            Table::Large(large) => {
                let rest = large.0.get(place..)?;
                let skipped = rest.iter().position(|place| place.key.is_some())?;
                let Place { hash, key } = rest.get(skipped)?;
                key.as_ref().map(|key| (place + skipped + 1, *hash, key))
            }
            Table::Small(places, keys) => {
                (place..FEW).find_map(|place| match seen_at(*places, keys, place) {
                    Seen::Key(hash, key) => Some((place + 1, hash, key)),
                    _ => None,
                })
            }
        }
    }

    /// Takes all keys out, in the order of their places.
    pub(super) fn into_keys(mut self) -> impl Iterator<Item = (i64, Value)> {
        let mut small = SmallVec::<[Option<Key>; MOST]>::new();
        let (mut numbers, mut large) = (0, Vec::new());
        match &mut self {
            Table::Large(own) => large = std::mem::take(&mut own.0).into_vec(),
            Table::Small(places, keys) => {
                numbers = *places;
                small.extend(keys.drain(..).map(Some));
            }
        }
        let small = (0..FEW).filter_map(move |place| {
            let at = (number_at(numbers, place) as usize).checked_sub(1)?;
            small.get_mut(at)?.take().map(|Key { hash, key }| (hash, key))
        });
        small.chain(large.into_iter().filter_map(|place| Some((place.hash, place.key?))))
    }

    /// Hands all keys to the collector.
    pub(super) fn clear(&mut self, sink: &mut ClearSink) {
        match self {
            Table::Large(large) => {
                for place in large.0.iter_mut() {
                    if let Some(mut key) = std::mem::take(place).key {
                        key.clear(sink);
                    }
                }
            }
            Table::Small(places, keys) => {
                *places = 0;
                for mut key in keys.drain(..) {
                    key.key.clear(sink);
                }
            }
        }
    }
}
