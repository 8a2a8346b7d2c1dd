//! The views of an `OrderedDict` and its iterators: those of `dict` under names of their own.

use objmodel::gc::Trace;
use objmodel::objects::dict::{Dict, Entry};
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, MethodSpec};
use objmodel::{Args, Borrowed, Gc, Payload, Result, Runtime, Value, singletons};
use objmodel_builtins::{Shown, dict_view, dict_view_type, dict_viewed};

use super::ordered_dict::this;

/// The payload of `odict_iterator`.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
struct OrderedIterator {
    /// `None` once it has ended.
    dict: Option<Dict>,
    #[trace(leaf)]
    shows: Shown,
    #[trace(leaf)]
    backwards: bool,
    /// The next position; backwards, one more.
    #[trace(leaf)]
    position: usize,
    /// How the dict was filled; another way is an error.
    #[trace(leaf)]
    filling: Filling,
    /// How many entries are to come.
    #[trace(leaf)]
    left: usize,
}

impl Payload for OrderedIterator {}

/// What changes when a key is added, removed or moved: the length, the last and the first position.
type Filling = (usize, usize, usize);

fn filling(rt: &Runtime, dict: &Dict) -> Filling {
    let dict = dict.read(rt);
    (dict.len(), dict.positions(), dict.first_position())
}

fn over(rt: &mut Runtime, dict: Dict, shows: Shown, backwards: bool) -> Result {
    let filling = filling(rt, &dict);
    let (len, positions, _) = filling;
    let position = if backwards { positions } else { 0 };
    let dict = Some(dict);
    let iterator = OrderedIterator { dict, shows, backwards, position, filling, left: len };
    rt.alloc_registered(iterator).map(Gc::into_value)
}

fn next(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    let Some(iterator) = own.get::<OrderedIterator>(rt) else { return Ok(None) };
    let Some(dict) = iterator.dict.clone() else { return Ok(None) };
    let (shows, position) = (iterator.shows, iterator.position);
    let found = match iterator.backwards {
        true => dict.read(rt).entry_before(position),
        false => dict.read(rt).entry_from(position),
    };
    // After the last one it does not matter what came since.
    let ended = iterator.left == 0;
    let same = ended || filling(rt, &dict) == iterator.filling;
    let found: Option<(usize, Entry)> = found.map(|(at, entry)| (at, entry.clone()));
    let Some(iterator) = own.get_mut::<OrderedIterator>(rt) else { return Ok(None) };
    match found {
        Some((position, entry)) if same && !ended => {
            iterator.position = position;
            iterator.left -= 1;
            shown(rt, shows, entry).map(Some)
        }
        _ => {
            let ended = iterator.dict.take();
            drop(ended);
            match same {
                true => Ok(None),
                false => Err(rt.runtime_error("OrderedDict mutated during iteration")),
            }
        }
    }
}

fn shown(rt: &Runtime, shows: Shown, entry: Entry) -> Result {
    match shows {
        Shown::Keys => Ok(entry.key),
        Shown::Values => Ok(entry.value),
        Shown::Items => rt.tuple([entry.key, entry.value].into_iter()).map(Gc::into_value),
    }
}

/// An iterator over a list of what is left.
fn reduce(rt: &mut Runtime, args: Args<'_>) -> Result {
    let mut left = rt.gather([])?;
    if let Some(iterator) = args.at(0).get::<OrderedIterator>(rt) {
        let copy = OrderedIterator {
            dict: iterator.dict.clone(),
            shows: iterator.shows,
            backwards: iterator.backwards,
            position: iterator.position,
            filling: iterator.filling,
            left: iterator.left,
        };
        let copy = rt.alloc_registered(copy)?.into_value();
        left = rt.collect(&copy)?;
    }
    let left = rt.list_of(left)?.into_value();
    let left = rt.tuple([left].into_iter())?.into_value();
    let iter = rt.builtin("iter").unwrap_or_else(singletons::none);
    rt.tuple([iter, left].into_iter()).map(Gc::into_value)
}

const ITERATOR: ClassSpec = ClassSpec {
    name: "odict_iterator",
    subclassable: false,
    slots: &[
        (SlotId::TpIter, SlotFn::Unary(objmodel_builtins::iter_itself)),
        (SlotId::TpIternext, SlotFn::IterNext(next)),
    ],
    methods: &[MethodSpec::method("__reduce__", "($self, /)", reduce)],
    ..ClassSpec::DEFAULT
}
.checked();

/// `iter(ordered)`.
pub(super) fn iter(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let dict = this(rt, own)?;
    over(rt, dict, Shown::Keys, false)
}

/// `reversed(ordered)`.
pub(super) fn reversed(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let dict = this(rt, own)?;
    over(rt, dict, Shown::Keys, true)
}

macro_rules! views {
    ($($marker:ident $table:ident $method:ident $shows:ident $name:literal;)*) => {$(
        /// Stands for the class where the runtime looks it up.
        struct $marker;

        const $table: ClassSpec = ClassSpec {
            name: $name,
            subclassable: false,
            slots: &[(SlotId::TpIter, SlotFn::Unary({
                fn iter(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
                    viewed(rt, own, Shown::$shows, false)
                }
                iter
            }))],
            methods: &[MethodSpec::method("__reversed__", "($self, /)", {
                fn reversed(rt: &mut Runtime, args: Args<'_>) -> Result {
                    viewed(rt, args.at(0), Shown::$shows, true)
                }
                reversed
            })],
            ..ClassSpec::DEFAULT
        }
        .checked();

        /// A view of an ordered dict.
        pub(super) fn $method(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
            let dict = this(rt, own)?;
            let Some(class) = rt.type_for::<$marker>().cloned() else {
                return Err(rt.system_error("the views of OrderedDict were not installed"));
            };
            dict_view(rt, &class, Shown::$shows, dict)
        }
    )*

    /// Makes the classes.
    pub(super) fn install(rt: &mut Runtime) -> Result<()> {
        if rt.type_for::<OrderedIterator>().is_some() {
            return Ok(());
        }
        rt.register_type::<OrderedIterator>(&ITERATOR)?;
        $(
            let base = dict_view_type(rt, Shown::$shows)?;
            rt.register_subtype::<$marker>(&base, 0, &$table)?;
        )*
        Ok(())
    }};
}

views! {
    KeysView KEYS keys Keys "odict_keys";
    ValuesView VALUES values Values "odict_values";
    ItemsView ITEMS items Items "odict_items";
}

/// An iterator over what a view shows.
fn viewed(rt: &mut Runtime, view: Borrowed<'_>, shows: Shown, backwards: bool) -> Result {
    let Some(dict) = dict_viewed(rt, view) else {
        return Err(rt.type_error("a view of an OrderedDict is required"));
    };
    over(rt, dict, shows, backwards)
}
