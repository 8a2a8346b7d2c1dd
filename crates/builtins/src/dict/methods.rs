//! The methods of `dict`.

use objmodel::native::Intrinsic;
use objmodel::objects::dict::{DictObject, Entry};
use objmodel::objects::set::SetObject;
use objmodel::types::spec::MethodSpec;
use objmodel::{Args, Borrowed, CallArgs, Gc, Result, Runtime, Value, singletons};

use super::iterator::{ITEMS, KEYS, VALUES, over};
use super::{copy, this, update, views};

fn get(rt: &mut Runtime, args: Args<'_>) -> Result {
    let dict = this(rt, args.at(0))?;
    let found = rt.dict_get(&dict, args.at(1))?;
    Ok(found.unwrap_or_else(|| args.at(2).to_value()))
}

fn set_default(rt: &mut Runtime, args: Args<'_>) -> Result {
    let (dict, key) = (this(rt, args.at(0))?, args.at(1));
    let hash = rt.hash(key)?;
    if let Some(position) = rt.dict_find(&dict, key, hash)?
        && let Some(entry) = dict.read(rt).entry(position)
    {
        return Ok(entry.value.clone());
    }
    let (key, value) = (key.to_value(), args.at(2).to_value());
    let stored = value.clone();
    rt.grow(&dict, |dict, meter| dict.push(meter, hash, key, stored))?;
    Ok(value)
}

fn pop(rt: &mut Runtime, args: Args<'_>) -> Result {
    let dict = this(rt, args.at(0))?;
    if dict.read(rt).is_empty() {
        return match args.get(2) {
            Some(default) => Ok(default.to_value()),
            None => Err(rt.key_error(args.at(1))),
        };
    }
    match rt.dict_remove(&dict, args.at(1))? {
        Some(entry) => Ok(entry.value),
        None => match args.get(2) {
            Some(default) => Ok(default.to_value()),
            None => Err(rt.key_error(args.at(1))),
        },
    }
}

fn pop_item(rt: &mut Runtime, args: Args<'_>) -> Result {
    let dict = this(rt, args.at(0))?;
    match dict.write(rt).pop_last() {
        Some(entry) => rt.tuple([entry.key, entry.value].into_iter()).map(Gc::into_value),
        None => {
            let text = rt.str("popitem(): dictionary is empty")?;
            Err(rt.key_error(text.as_ref()))
        }
    }
}

fn update_method(rt: &mut Runtime, args: CallArgs<'_>) -> Result {
    let Some((own, sources)) = args.positionals().split_first() else {
        return Err(rt.type_error("unbound method dict.update() needs an argument"));
    };
    if sources.len() > 1 {
        return Err(
            rt.type_error(format!("update expected at most 1 argument, got {}", sources.len()))
        );
    }
    let dict = this(rt, *own)?;
    update::update(rt, &dict, sources.first().copied(), args)?;
    Ok(singletons::none())
}

fn clear(rt: &mut Runtime, args: Args<'_>) -> Result {
    let dict = this(rt, args.at(0))?;
    let old = rt.grow(&dict, |dict, meter| Ok(dict.take(meter)))?;
    drop(old);
    Ok(singletons::none())
}

fn copy_method(rt: &mut Runtime, args: Args<'_>) -> Result {
    let dict = this(rt, args.at(0))?;
    copy(rt, &dict).map(Gc::into_value)
}

fn keys(rt: &mut Runtime, args: Args<'_>) -> Result {
    let dict = this(rt, args.at(0))?;
    views::make::<KEYS>(rt, dict.to_gc())
}

fn values(rt: &mut Runtime, args: Args<'_>) -> Result {
    let dict = this(rt, args.at(0))?;
    views::make::<VALUES>(rt, dict.to_gc())
}

fn items(rt: &mut Runtime, args: Args<'_>) -> Result {
    let dict = this(rt, args.at(0))?;
    views::make::<ITEMS>(rt, dict.to_gc())
}

fn reversed(rt: &mut Runtime, args: Args<'_>) -> Result {
    let dict = this(rt, args.at(0))?;
    over(rt, dict.to_gc(), KEYS, true)
}

/// A dict, or what a subclass makes of no arguments, with one value under all keys.
fn from_keys(rt: &mut Runtime, args: Args<'_>) -> Result {
    let value: Value = args.at(2).to_value();
    let made = rt.call(args.at(0), ())?;
    let plain = rt.type_of(made.as_ref()).is(&rt.types().dict);
    let dict = made.clone().downcast();
    if let Ok(dict) = &dict
        && plain
    {
        // Keys that have a hash are not hashed again; what their `__eq__` changes shows at once.
        let mut place = 0;
        let mut hashed = false;
        while let Some(found) = next_hashed(rt, args.at(1), &mut place) {
            hashed = true;
            let Some((hash, key)) = found else { break };
            rt.tick(1)?;
            rt.dict_set_hashed(dict, key.as_ref(), hash, value.clone())?;
        }
        if hashed {
            return Ok(made);
        }
    }
    let keys = rt.iter(args.at(1))?;
    while let Some(key) = rt.next(&keys)? {
        rt.tick(1)?;
        match &dict {
            Ok(dict) if plain => rt.dict_set(dict, key.as_ref(), value.clone())?,
            _ => rt.set_item(&made, &key, &value)?,
        }
    }
    Ok(made)
}

/// The key of a dict or set from a place on, with its hash, or that there is none; `None` for other
/// iterables and for subclasses.
fn next_hashed(
    rt: &Runtime,
    iterable: Borrowed<'_>,
    place: &mut usize,
) -> Option<Option<(i64, Value)>> {
    let class = rt.type_of(iterable);
    if class.is(&rt.types().dict)
        && let Some(dict) = iterable.get::<DictObject>(rt)
    {
        return Some(dict.entry_from(*place).map(|(next, entry)| {
            *place = next;
            (entry.hash, entry.key.clone())
        }));
    }
    if (class.is(&rt.types().set) || class.is(&rt.types().frozenset))
        && let Some(set) = iterable.get::<SetObject>(rt)
    {
        return Some(set.key_from(*place).map(|(next, hash, key)| {
            *place = next;
            (hash, key.clone())
        }));
    }
    None
}

fn contains(rt: &mut Runtime, args: Args<'_>) -> Result {
    super::contains(rt, args.at(0), args.at(1)).map(singletons::bool)
}

fn get_item(rt: &mut Runtime, args: Args<'_>) -> Result {
    super::subscript(rt, args.at(0), args.at(1))
}

fn size(rt: &mut Runtime, args: Args<'_>) -> Result {
    let dict = this(rt, args.at(0))?;
    let len = dict.read(rt).len();
    rt.tick(len / 64)?;
    // A table of texts keeps no hashes.
    let text = |entry: &Entry| rt.type_of(entry.key.as_ref()).is(&rt.types().str);
    let entry = if dict.read(rt).iter().all(text) { 16 } else { 24 };
    // Without entries there is no table; a table has room for two thirds of a power of two.
    let mut places = 8;
    while places * 2 / 3 < len {
        places *= 2;
    }
    let index = match places {
        0..=0x80 => places,
        0x81..=0x8000 => 2 * places,
        _ => 4 * places,
    };
    rt.int_from_usize(if len == 0 { 48 } else { 48 + 32 + index + entry * (places * 2 / 3) })
}

pub(super) const METHODS: &[MethodSpec] = &[
    MethodSpec::method("__contains__", "($self, key, /)", contains)
        .doc("True if the dictionary has the specified key, else False."),
    MethodSpec::method("__getitem__", "($self, key, /)", get_item).doc("Return self[key]."),
    MethodSpec::method("__sizeof__", "($self, /)", size)
        .doc("Return the size of the dict in memory."),
    MethodSpec::method("get", "($self, key, default=None, /)", get)
        .intrinsic(Intrinsic::DictGet)
        .doc("Return the value for key if key is in the dictionary, else default."),
    MethodSpec::method("setdefault", "($self, key, default=None, /)", set_default)
        .doc("Insert key with a value of default if key is not in the dictionary."),
    MethodSpec::method("pop", "($self, key[, default], /)", pop)
        .shown_as("($self, key, default=<unrepresentable>, /)")
        .doc("Remove the specified key and return the corresponding value."),
    MethodSpec::method("popitem", "($self, /)", pop_item)
        .doc("Remove and return a (key, value) pair as a 2-tuple."),
    MethodSpec::method("keys", "($self, /)", keys)
        .doc("Return a set-like object providing a view on the dict's keys."),
    MethodSpec::method("items", "($self, /)", items)
        .doc("Return a set-like object providing a view on the dict's items."),
    MethodSpec::method("values", "($self, /)", values)
        .doc("Return an object providing a view on the dict's values."),
    MethodSpec::raw_method("update", "($self, other=(), /, **kwargs)", update_method)
        .without_signature()
        .doc("Update the dictionary from a mapping or iterable and from keywords."),
    MethodSpec::class_method("fromkeys", "($type, iterable, value=None, /)", from_keys)
        .doc("Create a new dictionary with keys from iterable and values set to value."),
    MethodSpec::method("clear", "($self, /)", clear).doc("Remove all items from the dict."),
    MethodSpec::method("copy", "($self, /)", copy_method).doc("Return a shallow copy of the dict."),
    MethodSpec::method("__reversed__", "($self, /)", reversed)
        .doc("Return a reverse iterator over the dict keys."),
    crate::generic_alias::CLASS_GETITEM,
];
