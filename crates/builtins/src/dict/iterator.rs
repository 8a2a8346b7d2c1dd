//! Iterators over dicts: keys, values or items, forwards or backwards.

use std::cell::Cell;

use objmodel::gc::Trace;
use objmodel::objects::dict::{Dict, Entry};
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, MethodSpec};
use objmodel::{Args, Borrowed, Gc, Payload, Result, Runtime, Value};

use crate::iterator::kept::{self, Kept};
use crate::iterator::{itself, reduce};

/// What an iterator or view shows of an entry.
pub(super) const KEYS: u8 = 0;
pub(super) const VALUES: u8 = 1;
pub(super) const ITEMS: u8 = 2;

/// The payload of the six iterator types.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(crate) struct DictIterator<const SHOWS: u8, const BACK: bool> {
    /// `None` once it has ended.
    dict: Option<Dict>,
    /// The next position; backwards, one more.
    #[trace(leaf)]
    position: Cell<usize>,
    /// The length that the dict had; another one is an error.
    #[trace(leaf)]
    len: Cell<usize>,
    /// How many entries are to come.
    #[trace(leaf)]
    left: Cell<usize>,
    kept: Kept,
}

impl<const SHOWS: u8, const BACK: bool> Payload for DictIterator<SHOWS, BACK> {}

/// An iterator over keys.
pub(super) fn keys(rt: &mut Runtime, dict: Dict) -> Result {
    make::<KEYS, false>(rt, dict)
}

/// An iterator that shows what `shows` says.
pub(crate) fn over(rt: &mut Runtime, dict: Dict, shows: u8, back: bool) -> Result {
    match (shows, back) {
        (KEYS, false) => make::<KEYS, false>(rt, dict),
        (KEYS, true) => make::<KEYS, true>(rt, dict),
        (VALUES, false) => make::<VALUES, false>(rt, dict),
        (VALUES, true) => make::<VALUES, true>(rt, dict),
        (_, false) => make::<ITEMS, false>(rt, dict),
        (_, true) => make::<ITEMS, true>(rt, dict),
    }
}

fn make<const SHOWS: u8, const BACK: bool>(rt: &mut Runtime, dict: Dict) -> Result {
    let (len, positions) = (dict.read(rt).len(), dict.read(rt).positions());
    let payload = DictIterator::<SHOWS, BACK> {
        dict: Some(dict),
        position: Cell::new(if BACK { positions } else { 0 }),
        len: Cell::new(len),
        left: Cell::new(len),
        kept: Kept::default(),
    };
    rt.alloc_registered(payload).map(Gc::into_value)
}

/// What is shown of an entry.
#[inline]
pub(super) fn shown(rt: &Runtime, shows: u8, entry: &Entry) -> Result {
    match shows {
        KEYS => Ok(entry.key.clone()),
        VALUES => Ok(entry.value.clone()),
        _ => rt.tuple([entry.key.clone(), entry.value.clone()].into_iter()).map(Gc::into_value),
    }
}

fn next<const SHOWS: u8, const BACK: bool>(
    rt: &mut Runtime,
    own: Borrowed<'_>,
) -> Result<Option<Value>> {
    let Some(payload) = own.get::<DictIterator<SHOWS, BACK>>(rt) else { return Ok(None) };
    let Some(dict) = &payload.dict else { return Ok(None) };
    let body = dict.read(rt);
    if body.len() != payload.len.get() {
        // From now on the error comes again.
        payload.len.set(usize::MAX);
        return Err(rt.runtime_error("dictionary changed size during iteration"));
    }
    let position = payload.position.get();
    let found = if BACK { body.entry_before(position) } else { body.entry_from(position) };
    let Some((position, entry)) = found else {
        let ended = own.get_mut::<DictIterator<SHOWS, BACK>>(rt).and_then(|own| own.dict.take());
        drop(ended);
        return Ok(None);
    };
    payload.position.set(position);
    let Some(left) = payload.left.get().checked_sub(1) else {
        // Keys came and went: as many as before, but others.
        payload.len.set(usize::MAX);
        return Err(rt.runtime_error("dictionary keys changed during iteration"));
    };
    payload.left.set(left);
    if SHOWS != ITEMS {
        return shown(rt, SHOWS, entry).map(Some);
    }
    let mut pair = [entry.key.clone(), entry.value.clone()];
    let payload = own.get_mut::<DictIterator<SHOWS, BACK>>(rt);
    if let Some(kept) = payload.and_then(|own| own.kept.refill(&mut pair)) {
        return Ok(Some(kept));
    }
    let kept = |rt| own.get_mut::<DictIterator<SHOWS, BACK>>(rt).map(|own| &mut own.kept);
    kept::make(rt, pair.into_iter(), kept).map(Some)
}

fn length_hint<'a, const SHOWS: u8, const BACK: bool>(rt: &mut Runtime, args: Args<'a>) -> Result {
    let left = match args.at(0).get::<DictIterator<SHOWS, BACK>>(rt) {
        Some(payload) => match &payload.dict {
            Some(dict) if dict.read(rt).len() == payload.len.get() => payload.left.get(),
            _ => 0,
        },
        None => 0,
    };
    rt.int_from_usize(left)
}

/// `(iter, (list of what is left,))`.
fn reduce_entries<'a, const SHOWS: u8, const BACK: bool>(
    rt: &mut Runtime,
    args: Args<'a>,
) -> Result {
    let left = match args.at(0).get::<DictIterator<SHOWS, BACK>>(rt) {
        Some(DictIterator { dict: Some(dict), position, len, .. }) => {
            let (dict, position, len) = (dict.clone(), position.get(), len.get());
            entries_left(rt, &dict, position, len, BACK)?
        }
        _ => Vec::new(),
    };
    reduce_to_list(rt, SHOWS, left)
}

fn entries_left(
    rt: &mut Runtime,
    dict: &Dict,
    position: usize,
    len: usize,
    back: bool,
) -> Result<Vec<Entry>> {
    let body = dict.read(rt);
    if body.len() != len {
        return Err(rt.runtime_error("dictionary changed size during iteration"));
    }
    rt.check_room(body.len().saturating_mul(size_of::<Entry>()))?;
    rt.tick(body.positions() / 16)?;
    let entry = |at| body.entry(at).cloned();
    Ok(match back {
        true => (0..position).rev().filter_map(entry).collect(),
        false => (position..body.positions()).filter_map(entry).collect(),
    })
}

fn reduce_to_list(rt: &mut Runtime, shows: u8, left: Vec<Entry>) -> Result {
    let shown: Vec<Value> =
        left.iter().map(|entry| shown(rt, shows, entry)).collect::<Result<_>>()?;
    let list = rt.list(shown)?.into_value();
    reduce::again(rt, "iter", list, None)
}

macro_rules! tables {
    ($($table:ident $name:literal $shows:ident $back:literal;)*) => {
        $(const $table: ClassSpec = ClassSpec {
            name: $name,
            subclassable: false,
            slots: &[
                (SlotId::TpIter, SlotFn::Unary(itself)),
                (SlotId::TpIternext, SlotFn::IterNext(next::<$shows, $back>)),
            ],
            methods: &[
                MethodSpec::method("__length_hint__", "($self, /)", length_hint::<$shows, $back>)
                    .doc("Private method returning an estimate of len(list(it))."),
                MethodSpec::method("__reduce__", "($self, /)", reduce_entries::<$shows, $back>)
                    .doc("Return state information for pickling."),
            ],
            ..ClassSpec::DEFAULT
        }
        .checked();)*

        /// Installs the six types.
        pub(crate) fn install(rt: &mut Runtime) -> Result<()> {
            $(rt.register_type::<DictIterator<$shows, $back>>(&$table)?;)*
            Ok(())
        }
    };
}

tables! {
    KEY_ITERATOR "dict_keyiterator" KEYS false;
    REVERSE_KEY_ITERATOR "dict_reversekeyiterator" KEYS true;
    VALUE_ITERATOR "dict_valueiterator" VALUES false;
    REVERSE_VALUE_ITERATOR "dict_reversevalueiterator" VALUES true;
    ITEM_ITERATOR "dict_itemiterator" ITEMS false;
    REVERSE_ITEM_ITERATOR "dict_reverseitemiterator" ITEMS true;
}
