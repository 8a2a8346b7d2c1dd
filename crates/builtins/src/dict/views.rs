//! `dict_keys`, `dict_values`, `dict_items`: live views, the first and last of them sets.

use objmodel::gc::{Account, Trace};
use objmodel::objects::builder::TextBuilder;
use objmodel::objects::dict::{Dict, Entry};
use objmodel::slots::{CompareOp, SlotId};
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, GetSetSpec, MethodSpec};
use objmodel::{Args, Borrowed, Gc, Payload, Result, Runtime, Type, Value, singletons};

use super::iterator::{ITEMS, KEYS, VALUES, over, shown};
use super::view_operators;
use crate::format::object;
use crate::pure_error::OrRaise;

/// The payload of the three view types.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(crate) struct View<const SHOWS: u8> {
    dict: Dict,
}

impl<const SHOWS: u8> Payload for View<SHOWS> {}

/// `dict.keys()` and so on.
pub(super) fn make<const SHOWS: u8>(rt: &mut Runtime, dict: Dict) -> Result {
    rt.alloc_registered(View::<SHOWS> { dict }).map(Gc::into_value)
}

/// What a view shows of a dict's entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// The keys.
    Keys,
    /// The values.
    Values,
    /// Pairs of both.
    Items,
}

/// A view of a dict as an instance of a native subclass of the class of such views.
///
/// # Errors
/// `MemoryError`.
pub fn dict_view(rt: &Runtime, class: &Type, shows: Shown, dict: Dict) -> Result {
    match shows {
        Shown::Keys => rt.alloc(class, View::<KEYS> { dict }).map(Gc::into_value),
        Shown::Values => rt.alloc(class, View::<VALUES> { dict }).map(Gc::into_value),
        Shown::Items => rt.alloc(class, View::<ITEMS> { dict }).map(Gc::into_value),
    }
}

/// The class of a dict's views of a kind.
///
/// # Errors
/// `SystemError` if the built-in types are not installed.
pub fn dict_view_type(rt: &Runtime, shows: Shown) -> Result<Type> {
    let class = match shows {
        Shown::Keys => rt.type_for::<View<KEYS>>(),
        Shown::Values => rt.type_for::<View<VALUES>>(),
        Shown::Items => rt.type_for::<View<ITEMS>>(),
    };
    class.cloned().ok_or_else(|| rt.system_error("the views of dicts were not installed"))
}

/// The dict that a view shows; `None` for other objects.
pub fn dict_viewed(rt: &Runtime, view: Borrowed<'_>) -> Option<Dict> {
    let keys = view.get::<View<KEYS>>(rt).map(|view| &view.dict);
    let values = || view.get::<View<VALUES>>(rt).map(|view| &view.dict);
    let items = || view.get::<View<ITEMS>>(rt).map(|view| &view.dict);
    keys.or_else(values).or_else(items).cloned()
}

pub(super) fn dict_of<const SHOWS: u8>(rt: &Runtime, own: Borrowed<'_>) -> Result<Dict> {
    match own.get::<View<SHOWS>>(rt) {
        Some(view) => Ok(view.dict.clone()),
        None => Err(rt.type_error("a dictionary view is required")),
    }
}

fn iter<const SHOWS: u8>(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let dict = dict_of::<SHOWS>(rt, own)?;
    over(rt, dict, SHOWS, false)
}

fn reversed<'a, const SHOWS: u8>(rt: &mut Runtime, args: Args<'a>) -> Result {
    let dict = dict_of::<SHOWS>(rt, args.at(0))?;
    over(rt, dict, SHOWS, true)
}

fn len<const SHOWS: u8>(rt: &mut Runtime, own: Borrowed<'_>) -> Result<usize> {
    Ok(dict_of::<SHOWS>(rt, own)?.read(rt).len())
}

fn repr<const SHOWS: u8>(rt: &mut Runtime, own: Borrowed<'_>, out: &mut TextBuilder) -> Result<()> {
    let shown = rt.within_repr(own, |rt| match dict_of::<SHOWS>(rt, own) {
        Ok(dict) => write_items(rt, own, &dict, SHOWS, out),
        Err(raise) => Err(raise),
    })?;
    if shown.is_none() {
        return out.append(rt, b"...");
    }
    Ok(())
}

fn write_items(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    dict: &Dict,
    shows: u8,
    out: &mut TextBuilder,
) -> Result<()> {
    let name = rt.type_name(own).to_owned();
    // What the view shows at this moment, though the dict may change meanwhile.
    let mut account = Account::new(rt.heap());
    let mut items = Vec::new();
    account.reserve_exact(&mut items, dict.read(rt).len()).into_py(rt)?;
    let mut position = 0;
    while let Some((at, entry)) = dict.read(rt).entry_from(position) {
        let entry = entry.clone();
        position = at;
        rt.tick(1)?;
        items.push(shown(rt, shows, &entry)?);
    }
    out.append(rt, name.as_bytes())?;
    out.append(rt, b"([")?;
    for (number, item) in items.iter().enumerate() {
        if number > 0 {
            out.append(rt, b", ")?;
        }
        rt.tick(1)?;
        object::write_repr(rt, item.as_ref(), out)?;
    }
    out.append(rt, b"])")
}

fn contains_key(rt: &mut Runtime, own: Borrowed<'_>, key: Borrowed<'_>) -> Result<bool> {
    let dict = dict_of::<KEYS>(rt, own)?;
    rt.contains(&dict, key)
}

fn contains_item(rt: &mut Runtime, own: Borrowed<'_>, item: Borrowed<'_>) -> Result<bool> {
    use objmodel::objects::tuple::TupleObject;
    let dict = dict_of::<ITEMS>(rt, own)?;
    let Some([key, value]) = item.get::<TupleObject>(rt).map(TupleObject::items) else {
        return Ok(false);
    };
    let (key, value) = (key.clone(), value.clone());
    match rt.dict_get(&dict, key.as_ref())? {
        Some(found) => rt.equal(found.as_ref(), value.as_ref()),
        None => Ok(false),
    }
}

/// Whether an object is a view of keys or items.
pub(super) fn is_view_set(value: Borrowed<'_>) -> bool {
    value.is_payload::<View<KEYS>>() || value.is_payload::<View<ITEMS>>()
}

/// The dict whose keys a view shows: as a set, its keys are those of the view.
pub(crate) fn keys_viewed(rt: &Runtime, value: Borrowed<'_>) -> Option<Value> {
    value.get::<View<KEYS>>(rt).map(|view| Value::clone(&view.dict))
}

/// Key and value of an entry.
pub(super) fn shown_pair(rt: &Runtime, entry: Entry) -> Result {
    shown(rt, ITEMS, &entry)
}

/// Whether an object is a set or a view that is like one.
pub(crate) fn is_set_like(value: Borrowed<'_>) -> bool {
    value.is_payload::<objmodel::objects::set::SetObject>() || is_view_set(value)
}

fn rich_compare(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>, op: CompareOp) -> Result {
    if !is_set_like(other) {
        return Ok(singletons::not_implemented());
    }
    let (own_len, other_len) = (rt.len(own)?, rt.len(other)?);
    let (sizes_fit, inner, outer) = match op {
        CompareOp::Eq | CompareOp::Ne => (own_len == other_len, own, other),
        CompareOp::Lt => (own_len < other_len, own, other),
        CompareOp::Le => (own_len <= other_len, own, other),
        CompareOp::Gt => (own_len > other_len, other, own),
        CompareOp::Ge => (own_len >= other_len, other, own),
    };
    let mut answer = sizes_fit;
    if sizes_fit {
        let items = rt.iter(inner)?;
        while let Some(item) = rt.next(&items)? {
            rt.tick(1)?;
            if !rt.contains(outer, &item)? {
                answer = false;
                break;
            }
        }
    }
    Ok(singletons::bool(answer == (op != CompareOp::Ne)))
}

fn is_disjoint(rt: &mut Runtime, args: Args<'_>) -> Result {
    view_operators::is_disjoint(rt, args.at(0), args.at(1))
}

fn mapping<const SHOWS: u8>(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let dict: Value = dict_of::<SHOWS>(rt, own)?.into_value();
    rt.mapping_proxy(dict)
}

macro_rules! table {
    ($table:ident $name:literal $shows:ident $($contains:ident)?) => {
        const $table: ClassSpec = ClassSpec {
            name: $name,
            subclassable: false,
            slots: &[
                (SlotId::TpRepr, SlotFn::Show(repr::<$shows>)),
                (SlotId::TpIter, SlotFn::Unary(iter::<$shows>)),
                (SlotId::SqLength, SlotFn::Len(len::<$shows>)),
                $(
                    (SlotId::SqContains, SlotFn::Contains($contains)),
                    (SlotId::TpRichcompare, SlotFn::RichCompare(rich_compare)),
                    (SlotId::NbAnd, SlotFn::Binary(view_operators::and)),
                    (SlotId::NbRand, SlotFn::Binary(view_operators::reflected_and)),
                    (SlotId::NbOr, SlotFn::Binary(view_operators::or)),
                    (SlotId::NbRor, SlotFn::Binary(view_operators::reflected_or)),
                    (SlotId::NbXor, SlotFn::Binary(view_operators::xor)),
                    (SlotId::NbRxor, SlotFn::Binary(view_operators::reflected_xor)),
                    (SlotId::NbSubtract, SlotFn::Binary(view_operators::subtract)),
                    (SlotId::NbRsubtract, SlotFn::Binary(view_operators::reflected_subtract)),
                )?
            ],
            methods: &[
                $(
                    MethodSpec::method("isdisjoint", "($self, object, /)", {
                        let _: objmodel::types::slot::ContainsFn = $contains;
                        is_disjoint
                    })
                    .doc("Return True if the view and the given iterable have a null intersection."),
                )?
                MethodSpec::method("__reversed__", "($self, /)", reversed::<$shows>)
                    .doc("Return a reverse iterator over the dict view."),
            ],
            getset: &[GetSetSpec::read_only("mapping", mapping::<$shows>)
                .doc("dictionary that this view refers to")],
            ..ClassSpec::DEFAULT
        }
        .checked();
    };
}

table!(DICT_KEYS "dict_keys" KEYS contains_key);
table!(DICT_VALUES "dict_values" VALUES);
table!(DICT_ITEMS "dict_items" ITEMS contains_item);

/// Installs the three types.
pub(crate) fn install(rt: &mut Runtime) -> Result<()> {
    rt.register_type::<View<KEYS>>(&DICT_KEYS)?;
    rt.register_type::<View<VALUES>>(&DICT_VALUES)?;
    rt.register_type::<View<ITEMS>>(&DICT_ITEMS)?;
    Ok(())
}
