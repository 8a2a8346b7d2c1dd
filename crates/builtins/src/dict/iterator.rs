//! Iterators over dicts: keys, values or items, forwards or backwards.

use objmodel::gc::Trace;
use objmodel::objects::dict::{Dict, Entry};
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{MethodSpec, TypeSpec};
use objmodel::{Args, Gc, Payload, Ref, Result, Runtime, Value};

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
    position: usize,
    /// The length that the dict had; another one is an error.
    #[trace(leaf)]
    len: usize,
    /// How many entries are to come.
    #[trace(leaf)]
    left: usize,
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
    let position = if BACK { positions } else { 0 };
    let payload = DictIterator::<SHOWS, BACK> { dict: Some(dict), position, len, left: len };
    rt.alloc_registered(payload).map(Gc::into_value)
}

/// What is shown of an entry.
pub(super) fn shown(rt: &Runtime, shows: u8, entry: Entry) -> Result {
    match shows {
        KEYS => Ok(entry.key),
        VALUES => Ok(entry.value),
        _ => rt.tuple([entry.key, entry.value].into_iter()).map(Gc::into_value),
    }
}

fn next<const SHOWS: u8, const BACK: bool>(
    rt: &mut Runtime,
    own: Ref<'_>,
) -> Result<Option<Value>> {
    let Some(payload) = own.get::<DictIterator<SHOWS, BACK>>(rt) else { return Ok(None) };
    let Some(dict) = &payload.dict else { return Ok(None) };
    let body = dict.read(rt);
    let changed = body.len() != payload.len;
    let mut position = payload.position;
    if !BACK {
        position = position.max(body.first_position());
    }
    let mut found = None;
    while !changed && found.is_none() {
        if BACK {
            let Some(before) = position.checked_sub(1) else { break };
            position = before;
            found = body.entry(position).cloned();
        } else {
            if position >= body.positions() {
                break;
            }
            found = body.entry(position).cloned();
            position += 1;
        }
    }
    let Some(payload) = own.get_mut::<DictIterator<SHOWS, BACK>>(rt) else { return Ok(None) };
    if changed {
        // From now on the error comes again.
        payload.len = usize::MAX;
        return Err(rt.runtime_error("dictionary changed size during iteration"));
    }
    payload.position = position;
    match found {
        Some(_) if payload.left == 0 => {
            // Keys came and went: as many as before, but others.
            payload.len = usize::MAX;
            Err(rt.runtime_error("dictionary keys changed during iteration"))
        }
        Some(entry) => {
            payload.left -= 1;
            shown(rt, SHOWS, entry).map(Some)
        }
        None => {
            let ended = payload.dict.take();
            drop(ended);
            Ok(None)
        }
    }
}

fn length_hint<'a, const SHOWS: u8, const BACK: bool>(rt: &mut Runtime, args: Args<'a>) -> Result {
    let left = match args.at(0).get::<DictIterator<SHOWS, BACK>>(rt) {
        Some(payload) => match &payload.dict {
            Some(dict) if dict.read(rt).len() == payload.len => payload.left,
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
    let mut left: Vec<Entry> = Vec::new();
    if let Some(DictIterator::<SHOWS, BACK> { dict: Some(dict), position, len, .. }) =
        args.at(0).get(rt)
    {
        let body = dict.read(rt);
        if body.len() != *len {
            return Err(rt.runtime_error("dictionary changed size during iteration"));
        }
        rt.check_room(body.len().saturating_mul(size_of::<Entry>()))?;
        rt.tick(body.positions() / 16)?;
        left = match BACK {
            true => (0..*position).rev().filter_map(|at| body.entry(at).cloned()).collect(),
            false => {
                (*position..body.positions()).filter_map(|at| body.entry(at).cloned()).collect()
            }
        };
    }
    let shown: Vec<Value> =
        left.into_iter().map(|entry| shown(rt, SHOWS, entry)).collect::<Result<_>>()?;
    let list = rt.list(shown)?.into_value();
    reduce::again(rt, "iter", list, None)
}

macro_rules! tables {
    ($($table:ident $name:literal $shows:ident $back:literal;)*) => {
        $(const $table: TypeSpec = TypeSpec {
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
            ..TypeSpec::DEFAULT
        };)*

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
