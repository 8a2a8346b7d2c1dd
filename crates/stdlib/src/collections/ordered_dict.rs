//! `collections.OrderedDict`: a dict in which the order counts, and can be changed.

use objmodel::native::class::PyDict;
use objmodel::native::{Given, Truth};
use objmodel::objects::builder::TextBuilder;
use objmodel::objects::dict::{Dict, DictObject, Entry};
use objmodel::objects::tuple::TupleObject;
use objmodel::slots::SpecialId;
use objmodel::types::spec::MethodSpec;
use objmodel::{
    Borrowed, Bound, CallArgs, CompareOp, Gc, Raise, Result, Runtime, Type, Value, singletons,
};
use objmodel::{pyclass, pymethods};

use super::ordered_views as views;

/// A dict in which the order counts, and can be changed.
#[pyclass(
    name = "OrderedDict",
    module = "collections",
    extends = PyDict,
    subclass,
    dict,
    weakref,
    spec(repeats = &[SpecialId::SetItem, SpecialId::DelItem], withheld = &[SpecialId::New])
)]
pub(super) struct OrderedDict;

#[pymethods]
impl OrderedDict {
    #[classattr]
    const __hash__: Option<()> = None;
    #[row]
    const SIZEOF: MethodSpec = objmodel_builtins::SIZEOF;

    #[new]
    fn new(_args: CallArgs<'_>) -> OrderedDict {
        OrderedDict
    }

    fn __init__(slf: &Bound<'_, Self>, rt: &mut Runtime, args: CallArgs<'_>) -> Result<()> {
        match args.positionals() {
            [] => update(rt, slf.untyped(), None, args),
            [source] => update(rt, slf.untyped(), Some(*source), args),
            more => {
                let given = more.len();
                Err(rt.type_error(format!("expected at most 1 arguments, got {given}")))
            }
        }
    }

    fn __repr__(slf: &Bound<'_, Self>, rt: &mut Runtime, out: &mut TextBuilder) -> Result<()> {
        let own = slf.untyped();
        let name = rt.type_of(own).read(rt).name().to_owned();
        if this(rt, own)?.read(rt).is_empty() {
            return out.append(rt, format!("{name}()").as_bytes());
        }
        let written = rt.within_repr(own, |rt| {
            out.append(rt, name.as_bytes())?;
            out.append(rt, b"(")?;
            let dict = Value::clone(&rt.types().dict);
            let entries = rt.call(&dict, [own])?;
            rt.write_repr(entries.as_ref(), out)?;
            out.append(rt, b")")
        })?;
        match written {
            Some(()) => Ok(()),
            None => out.append(rt, b"..."),
        }
    }

    // Equal to dicts as dicts are; to one of the same kind only in the same order.
    fn __richcmp__(
        slf: &Bound<'_, Self>,
        rt: &mut Runtime,
        other: Borrowed<'_>,
        op: CompareOp,
    ) -> Result {
        let eq = op == CompareOp::Eq;
        if !(eq || op == CompareOp::Ne) || !other.is_payload::<DictObject>() {
            return Ok(singletons::not_implemented());
        }
        let name = rt.intern("__eq__")?;
        let equal = super::dict_method(rt, &name, slf.untyped(), CallArgs::positional(&[other]))?;
        let mut equal = rt.is_true(equal.as_ref())?;
        if equal && other.is_payload::<OrderedDict>() {
            let keys = |dict: Dict| rt.gather(dict.read(rt).iter().map(|entry| entry.key.clone()));
            let (one, two) = (keys(this(rt, slf.untyped())?)?, keys(this(rt, other)?)?);
            for (a, b) in one.iter().zip(&two) {
                rt.tick(1)?;
                equal = equal && rt.equal(a.as_ref(), b.as_ref())?;
            }
        }
        Ok(singletons::bool(equal == eq))
    }

    fn __iter__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result {
        views::iter(rt, slf.untyped())
    }

    fn __or__(slf: &Bound<'_, Self>, rt: &mut Runtime, other: Borrowed<'_>) -> Result {
        merged(rt, slf.untyped(), slf.untyped(), other)
    }

    fn __ror__(slf: &Bound<'_, Self>, rt: &mut Runtime, other: Borrowed<'_>) -> Result {
        merged(rt, slf.untyped(), other, slf.untyped())
    }

    fn __ior__(slf: &Bound<'_, Self>, rt: &mut Runtime, other: Borrowed<'_>) -> Result {
        update_from(rt, slf.untyped(), other)?;
        Ok(slf.untyped().to_value())
    }

    /// One with these keys and one value.
    #[classmethod]
    #[pyo3(signature = (/, iterable, value = None))]
    fn fromkeys(
        cls: &Type,
        rt: &mut Runtime,
        iterable: Borrowed<'_>,
        value: Borrowed<'_>,
    ) -> Result {
        let made = rt.call(cls, ())?;
        let keys = rt.iter(iterable)?;
        while let Some(key) = rt.next(&keys)? {
            rt.tick(1)?;
            rt.set_item(&made, &key, value)?;
        }
        Ok(made)
    }

    fn __reduce__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result {
        let own = slf.untyped();
        let class = Value::clone(&rt.type_of(own));
        let state = objmodel_builtins::instance_state(rt, own)?;
        let items = rt.call_method(own, "items", ())?;
        let items = rt.iter(&items)?;
        let none = rt.tuple([].into_iter())?.into_value();
        rt.tuple([class, none, state, singletons::none(), items].into_iter()).map(Gc::into_value)
    }

    /// The value of a key, which is set if it is missing.
    #[pyo3(signature = (/, key, default = None))]
    fn setdefault(
        slf: &Bound<'_, Self>,
        rt: &mut Runtime,
        key: Borrowed<'_>,
        default: Borrowed<'_>,
    ) -> Result {
        let dict = this(rt, slf.untyped())?;
        if let Some(value) = rt.dict_get(&dict, key)? {
            return Ok(value);
        }
        rt.set_item(slf, key, default)?;
        Ok(default.to_value())
    }

    /// Removes a key and returns its value.
    #[pyo3(
        signature = (/, key, default = None),
        text_signature = "($self, /, key, default=<unrepresentable>)"
    )]
    fn pop(
        slf: &Bound<'_, Self>,
        rt: &mut Runtime,
        key: Borrowed<'_>,
        default: Given<'_>,
    ) -> Result {
        let dict = this(rt, slf.untyped())?;
        match (rt.dict_remove(&dict, key)?, default.0) {
            (Some(entry), _) => Ok(entry.value),
            (None, Some(default)) => Ok(default.to_value()),
            (None, None) => Err(key_error(rt, key)),
        }
    }

    /// Removes the last entry, or the first, and returns it.
    #[pyo3(signature = (/, last = true))]
    fn popitem(slf: &Bound<'_, Self>, rt: &mut Runtime, last: Truth) -> Result<(Value, Value)> {
        let dict = this(rt, slf.untyped())?;
        let entry = if last.0 {
            dict.write(rt).pop_last()
        } else {
            let dict = dict.write(rt);
            dict.remove(dict.first_position())
        };
        match entry {
            Some(entry) => Ok((entry.key, entry.value)),
            None => {
                let text = rt.str("dictionary is empty")?;
                Err(rt.key_error(text.as_ref()))
            }
        }
    }

    /// Sets entries.
    #[pyo3(text_signature = None, name = "update")]
    fn update_method(slf: &Bound<'_, Self>, rt: &mut Runtime, args: CallArgs<'_>) -> Result<()> {
        let sources = args.positionals();
        if sources.len() > 1 {
            return Err(rt.type_error(format!(
                "update() takes at most 1 positional argument ({} given)",
                sources.len()
            )));
        }
        update(rt, slf.untyped(), sources.first().copied(), args)
    }

    /// A shallow copy.
    fn copy(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result {
        let class = Value::clone(&rt.type_of(slf.untyped()));
        let made = rt.call(&class, ())?;
        let entries = rt.gather(this(rt, slf.untyped())?.read(rt).iter().cloned())?;
        for entry in entries {
            rt.tick(1)?;
            rt.set_item(&made, &entry.key, &entry.value)?;
        }
        Ok(made)
    }

    /// Removes all entries.
    fn clear(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result<()> {
        let dict = this(rt, slf.untyped())?;
        let old = rt.grow(&dict, |dict, meter| Ok(dict.take(meter)))?;
        drop(old);
        Ok(())
    }

    /// A view of the keys.
    fn keys(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result {
        views::keys(rt, slf.untyped())
    }

    /// A view of the values.
    fn values(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result {
        views::values(rt, slf.untyped())
    }

    /// A view of the entries.
    fn items(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result {
        views::items(rt, slf.untyped())
    }

    /// An iterator over the keys, from the last one on.
    fn __reversed__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result {
        views::reversed(rt, slf.untyped())
    }

    /// Moves a key to the end, or to the beginning.
    #[pyo3(signature = (/, key, last = true))]
    fn move_to_end(
        slf: &Bound<'_, Self>,
        rt: &mut Runtime,
        key: Borrowed<'_>,
        last: Truth,
    ) -> Result<()> {
        let dict = this(rt, slf.untyped())?;
        let Some(position) = position(rt, &dict, key)? else {
            return Err(key_error(rt, key));
        };
        let Some(entry) = dict.write(rt).remove(position) else { return Ok(()) };
        // At the end this is quick; at the beginning the other entries are moved.
        if last.0 {
            return rt
                .grow(&dict, |dict, meter| dict.push(meter, entry.hash, entry.key, entry.value))
                .map(drop);
        }
        let mut entries = vec![entry];
        rt.tick(dict.read(rt).len() / 8)?;
        entries.extend(dict.read(rt).iter().cloned());
        refill(rt, &dict, entries)
    }
}

/// The dict that an ordered one extends.
///
/// # Errors
/// `TypeError` for anything else.
pub(super) fn this(rt: &Runtime, own: Borrowed<'_>) -> Result<Dict> {
    match own.typed::<DictObject>() {
        Some(dict) => Ok(dict.to_gc()),
        None => Err(rt.type_error("an OrderedDict is required")),
    }
}

/// Sets entries by the subscription of the class, which a subclass may have replaced.
fn update(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    source: Option<Borrowed<'_>>,
    args: CallArgs<'_>,
) -> Result<()> {
    if let Some(source) = source {
        update_from(rt, own, source)?;
    }
    for (name, value) in args.keywords() {
        rt.set_item(own, name, value)?;
    }
    Ok(())
}

fn update_from(rt: &mut Runtime, own: Borrowed<'_>, source: Borrowed<'_>) -> Result<()> {
    let keys = rt.names().keys.clone();
    let items = rt.intern("items")?;
    let exact = rt.type_of(source).is(&rt.types().dict);
    if !exact && let Some(keys) = rt.lookup_attr(source, &keys)? {
        let keys = rt.call(&keys, ())?;
        let keys = rt.iter(&keys)?;
        while let Some(key) = rt.next(&keys)? {
            rt.tick(1)?;
            let value = rt.get_item(source, &key)?;
            rt.set_item(own, &key, &value)?;
        }
        return Ok(());
    }
    let pairs = match rt.lookup_attr(source, &items)? {
        Some(items) => rt.call(&items, ())?,
        None => source.to_value(),
    };
    let pairs = rt.iter(&pairs)?;
    while let Some(pair) = rt.next(&pairs)? {
        rt.tick(1)?;
        let parts = rt.iter(&pair)?;
        let short = |rt: &Runtime, got: usize| {
            let s = if got == 1 { "" } else { "s" };
            rt.value_error(format!("need more than {got} value{s} to unpack"))
        };
        let Some(key) = rt.next(&parts)? else { return Err(short(rt, 0)) };
        let Some(value) = rt.next(&parts)? else { return Err(short(rt, 1)) };
        if rt.next(&parts)?.is_some() {
            return Err(rt.value_error("too many values to unpack (expected 2)"));
        }
        rt.set_item(own, &key, &value)?;
    }
    Ok(())
}

fn merged(rt: &mut Runtime, own: Borrowed<'_>, left: Borrowed<'_>, right: Borrowed<'_>) -> Result {
    if !left.is_payload::<DictObject>() || !right.is_payload::<DictObject>() {
        return Ok(singletons::not_implemented());
    }
    let class = Value::clone(&rt.type_of(own));
    let made = rt.call(&class, [left])?;
    update_from(rt, made.as_ref(), right)?;
    Ok(made)
}

/// Where a key is.
fn position(rt: &mut Runtime, dict: &Dict, key: Borrowed<'_>) -> Result<Option<usize>> {
    let hash = rt.hash(key)?;
    rt.dict_find(dict, key, hash)
}

/// Puts entries in the place of all.
fn refill(rt: &mut Runtime, dict: &Dict, entries: Vec<Entry>) -> Result<()> {
    let old = rt.grow(dict, |dict, meter| Ok(dict.take(meter)))?;
    drop(old);
    for entry in entries {
        rt.grow(dict, |dict, meter| dict.push(meter, entry.hash, entry.key, entry.value))?;
    }
    Ok(())
}

/// As CPython does it here, the items of a tuple are the arguments of the error, and `None` is none.
fn key_error(rt: &mut Runtime, key: Borrowed<'_>) -> Raise {
    let items = match key.get::<TupleObject>(rt) {
        Some(tuple) => tuple.items().to_vec(),
        None if singletons::is_none(&key) => Vec::new(),
        None => return rt.key_error(key),
    };
    let class = Value::clone(&rt.types().key_error);
    let items = objmodel::gc::refs(&items);
    match rt.call_with(class.as_ref(), CallArgs::positional(items)) {
        Ok(error) => rt.raise(&error),
        Err(raise) => raise,
    }
}

pub(super) fn fill(rt: &mut Runtime, namespace: &Dict) -> Result<()> {
    views::install(rt)?;
    crate::module::class::<OrderedDict>(rt, namespace).map(drop)
}
