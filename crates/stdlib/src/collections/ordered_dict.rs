//! `collections.OrderedDict`: a dict in which the order counts, and can be changed.

use objmodel::objects::builder::TextBuilder;
use objmodel::objects::dict::{Dict, DictObject, Entry};
use objmodel::objects::tuple::TupleObject;
use objmodel::slots::{CompareOp, SlotId, SpecialId};
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, Constant, GetSetSpec, MethodSpec};
use objmodel::{Args, Borrowed, CallArgs, Gc, Result, Runtime, Value, singletons};

use super::ordered_views as views;

/// Stands for the class where the runtime looks it up.
struct OrderedDict;

pub(super) fn this(rt: &Runtime, own: Borrowed<'_>) -> Result<Dict> {
    match own.typed::<DictObject>() {
        Some(dict) => Ok(dict.to_gc()),
        None => Err(rt.type_error("an OrderedDict is required")),
    }
}

fn is_ordered(rt: &Runtime, value: Borrowed<'_>) -> bool {
    rt.type_for::<OrderedDict>().is_some_and(|class| rt.is_instance_of(value, class))
}

fn init<'a>(rt: &mut Runtime, own: Borrowed<'a>, args: CallArgs<'a>) -> Result<()> {
    match args.positionals() {
        [] => update(rt, own, None, args),
        [source] => update(rt, own, Some(*source), args),
        more => Err(rt.type_error(format!("expected at most 1 arguments, got {}", more.len()))),
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

fn update_method(rt: &mut Runtime, args: CallArgs<'_>) -> Result {
    let Some((own, sources)) = args.positionals().split_first() else {
        return Err(rt.type_error("unbound method OrderedDict.update() needs an argument"));
    };
    if sources.len() > 1 {
        return Err(rt.type_error(format!(
            "update() takes at most 1 positional argument ({} given)",
            sources.len()
        )));
    }
    update(rt, *own, sources.first().copied(), args)?;
    Ok(singletons::none())
}

fn repr(rt: &mut Runtime, own: Borrowed<'_>, out: &mut TextBuilder) -> Result<()> {
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

/// Equal to dicts as dicts are; to one of the same kind only in the same order.
fn rich_compare(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>, op: CompareOp) -> Result {
    let eq = op == CompareOp::Eq;
    if !(eq || op == CompareOp::Ne) || !other.is_payload::<DictObject>() {
        return Ok(singletons::not_implemented());
    }
    let name = rt.intern("__eq__")?;
    let equal = super::dict_method(rt, &name, own, CallArgs::positional(&[other]))?;
    let mut equal = rt.is_true(equal.as_ref())?;
    if equal && is_ordered(rt, other) {
        let keys = |dict: Dict| rt.gather(dict.read(rt).iter().map(|entry| entry.key.clone()));
        let (one, two) = (keys(this(rt, own)?)?, keys(this(rt, other)?)?);
        for (a, b) in one.iter().zip(&two) {
            rt.tick(1)?;
            equal = equal && rt.equal(a.as_ref(), b.as_ref())?;
        }
    }
    Ok(singletons::bool(equal == eq))
}

fn or(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
    merged(rt, own, own, other)
}

fn reflected_or(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
    merged(rt, own, other, own)
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

fn or_in_place(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
    update_from(rt, own, other)?;
    Ok(own.to_value())
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

/// At the end this is quick; at the beginning the other entries are moved.
fn move_to_end(rt: &mut Runtime, args: Args<'_>) -> Result {
    let dict = this(rt, args.at(0))?;
    let last = match args.get(2) {
        Some(last) => rt.is_true(last)?,
        None => true,
    };
    let Some(position) = position(rt, &dict, args.at(1))? else {
        return Err(key_error(rt, args.at(1)));
    };
    let Some(entry) = dict.write(rt).remove(position) else { return Ok(singletons::none()) };
    if last {
        rt.grow(&dict, |dict, meter| dict.push(meter, entry.hash, entry.key, entry.value))?;
        return Ok(singletons::none());
    }
    let mut entries = vec![entry];
    rt.tick(dict.read(rt).len() / 8)?;
    entries.extend(dict.read(rt).iter().cloned());
    refill(rt, &dict, entries)?;
    Ok(singletons::none())
}

fn pop_item(rt: &mut Runtime, args: Args<'_>) -> Result {
    let dict = this(rt, args.at(0))?;
    let last = match args.get(1) {
        Some(last) => rt.is_true(last)?,
        None => true,
    };
    let entry = if last {
        dict.write(rt).pop_last()
    } else {
        let dict = dict.write(rt);
        dict.remove(dict.first_position())
    };
    match entry {
        Some(entry) => rt.tuple([entry.key, entry.value].into_iter()).map(Gc::into_value),
        None => {
            let text = rt.str("dictionary is empty")?;
            Err(rt.key_error(text.as_ref()))
        }
    }
}

fn pop(rt: &mut Runtime, args: Args<'_>) -> Result {
    let dict = this(rt, args.at(0))?;
    match rt.dict_remove(&dict, args.at(1))? {
        Some(entry) => Ok(entry.value),
        None => match args.get(2) {
            Some(default) => Ok(default.to_value()),
            None => Err(key_error(rt, args.at(1))),
        },
    }
}

/// As CPython does it here, the items of a tuple are the arguments of the error, and `None` is none.
fn key_error(rt: &mut Runtime, key: Borrowed<'_>) -> objmodel::Raise {
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

fn clear(rt: &mut Runtime, args: Args<'_>) -> Result {
    let dict = this(rt, args.at(0))?;
    let old = rt.grow(&dict, |dict, meter| Ok(dict.take(meter)))?;
    drop(old);
    Ok(singletons::none())
}

fn set_default(rt: &mut Runtime, args: Args<'_>) -> Result {
    let dict = this(rt, args.at(0))?;
    if let Some(value) = rt.dict_get(&dict, args.at(1))? {
        return Ok(value);
    }
    rt.set_item(args.at(0), args.at(1), args.at(2))?;
    Ok(args.at(2).to_value())
}

fn copy(rt: &mut Runtime, args: Args<'_>) -> Result {
    let class = Value::clone(&rt.type_of(args.at(0)));
    let made = rt.call(&class, ())?;
    let entries = rt.gather(this(rt, args.at(0))?.read(rt).iter().cloned())?;
    for entry in entries {
        rt.tick(1)?;
        rt.set_item(&made, &entry.key, &entry.value)?;
    }
    Ok(made)
}

fn from_keys(rt: &mut Runtime, args: Args<'_>) -> Result {
    let made = rt.call(args.at(0), ())?;
    let keys = rt.iter(args.at(1))?;
    while let Some(key) = rt.next(&keys)? {
        rt.tick(1)?;
        rt.set_item(&made, &key, args.at(2))?;
    }
    Ok(made)
}

fn reduce(rt: &mut Runtime, args: Args<'_>) -> Result {
    let own = args.at(0);
    let class = Value::clone(&rt.type_of(own));
    let state = objmodel_builtins::instance_state(rt, own)?;
    let items = rt.intern("items")?;
    let items = rt.call_method(own, &items, ())?;
    let items = rt.iter(&items)?;
    let none = rt.tuple([].into_iter())?.into_value();
    rt.tuple([class, none, state, singletons::none(), items].into_iter()).map(Gc::into_value)
}

const ORDERED_DICT: ClassSpec = ClassSpec {
    name: "collections.OrderedDict",
    doc: Some("A dict in which the order counts, and can be changed."),
    dict: true,
    weakref: true,
    slots: &[
        (SlotId::TpInit, SlotFn::Init(init)),
        (SlotId::TpRepr, SlotFn::Show(repr)),
        (SlotId::TpRichcompare, SlotFn::RichCompare(rich_compare)),
        (SlotId::TpIter, SlotFn::Unary(views::iter)),
        (SlotId::NbOr, SlotFn::Binary(or)),
        (SlotId::NbRor, SlotFn::Binary(reflected_or)),
        (SlotId::NbInplaceOr, SlotFn::Binary(or_in_place)),
    ],
    methods: &[
        MethodSpec::class_method("fromkeys", "($type, /, iterable, value=None)", from_keys)
            .doc("One with these keys and one value."),
        objmodel_builtins::SIZEOF,
        MethodSpec::method("__reduce__", "($self, /)", reduce),
        MethodSpec::method("setdefault", "($self, /, key, default=None)", set_default)
            .doc("The value of a key, which is set if it is missing."),
        MethodSpec::method("pop", "($self, /, key, default=<unrepresentable>)", pop)
            .doc("Removes a key and returns its value."),
        MethodSpec::method("popitem", "($self, /, last=True)", pop_item)
            .doc("Removes the last entry, or the first, and returns it."),
        MethodSpec::raw_method("update", "($self, /, *args, **kwds)", update_method)
            .without_signature()
            .doc("Sets entries."),
        MethodSpec::method("copy", "($self, /)", copy).doc("A shallow copy."),
        MethodSpec::method("clear", "($self, /)", clear).doc("Removes all entries."),
        MethodSpec::method("keys", "($self, /)", views::keys).doc("A view of the keys."),
        MethodSpec::method("values", "($self, /)", views::values).doc("A view of the values."),
        MethodSpec::method("items", "($self, /)", views::items).doc("A view of the entries."),
        MethodSpec::method("__reversed__", "($self, /)", views::reversed)
            .doc("An iterator over the keys, from the last one on."),
        MethodSpec::method("move_to_end", "($self, /, key, last=True)", move_to_end)
            .doc("Moves a key to the end, or to the beginning."),
    ],
    getset: &[GetSetSpec::DICT],
    attributes: &[("__hash__", Constant::None)],
    repeats: &[SpecialId::SetItem, SpecialId::DelItem],
    ..ClassSpec::DEFAULT
};

pub(super) fn fill(rt: &mut Runtime, namespace: &Dict) -> Result<()> {
    views::install(rt)?;
    super::dict_class::<OrderedDict>(rt, namespace, 0, &ORDERED_DICT).map(drop)
}
