//! The methods of `deque`.

use objmodel::types::spec::MethodSpec;
use objmodel::{Args, Borrowed, CompareOp, Gc, Result, Runtime, Value, singletons};

use super::iterator::DequeReverseIterator;
use super::value::Deque;
use super::{at, items, made, this};

fn append(rt: &mut Runtime, args: Args<'_>) -> Result {
    let (deque, item) = (this(rt, args.at(0))?, args.at(1).to_value());
    let old = rt.grow(&deque, |deque, meter| deque.push_back(meter, item))?;
    drop(old);
    Ok(singletons::none())
}

fn append_left(rt: &mut Runtime, args: Args<'_>) -> Result {
    let (deque, item) = (this(rt, args.at(0))?, args.at(1).to_value());
    let old = rt.grow(&deque, |deque, meter| deque.push_front(meter, item))?;
    drop(old);
    Ok(singletons::none())
}

/// Appends all items of an iterable; those that came before an error stay.
pub(super) fn extend_by(rt: &mut Runtime, own: Borrowed<'_>, iterable: Borrowed<'_>) -> Result<()> {
    each(rt, own, iterable, |rt, deque, item| {
        rt.grow(deque, |deque, meter| deque.push_back(meter, item))
    })
}

/// Adds each item of an iterable, which may be the deque itself.
fn each(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    iterable: Borrowed<'_>,
    add: impl Fn(&mut Runtime, &Gc<Deque>, Value) -> Result<Option<Value>>,
) -> Result<()> {
    let deque = this(rt, own)?;
    let iterator = match own.is(&iterable) {
        true => {
            let all = items(rt, own);
            let list = rt.list(all)?;
            rt.iter(&list)?
        }
        false => rt.iter(iterable)?,
    };
    while let Some(item) = rt.next(&iterator)? {
        rt.tick(1)?;
        let old = add(rt, &deque, item)?;
        drop(old);
    }
    Ok(())
}

fn extend(rt: &mut Runtime, args: Args<'_>) -> Result {
    extend_by(rt, args.at(0), args.at(1))?;
    Ok(singletons::none())
}

fn extend_left(rt: &mut Runtime, args: Args<'_>) -> Result {
    each(rt, args.at(0), args.at(1), |rt, deque, item| {
        rt.grow(deque, |deque, meter| deque.push_front(meter, item))
    })?;
    Ok(singletons::none())
}

fn pop(rt: &mut Runtime, args: Args<'_>) -> Result {
    let item = this(rt, args.at(0))?.write(rt).pop_back();
    item.ok_or_else(|| rt.index_error("pop from an empty deque"))
}

fn pop_left(rt: &mut Runtime, args: Args<'_>) -> Result {
    let item = this(rt, args.at(0))?.write(rt).pop_front();
    item.ok_or_else(|| rt.index_error("pop from an empty deque"))
}

fn clear(rt: &mut Runtime, args: Args<'_>) -> Result {
    let old = this(rt, args.at(0))?.write(rt).clear();
    drop(old);
    Ok(singletons::none())
}

/// A shallow copy; that of a subclass is made by calling it.
pub(super) fn copy_of(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let class = rt.type_of(own).to_gc();
    let limit = this(rt, own)?.read(rt).limit;
    if !class.read(rt).is_heap_type() {
        let all = items(rt, own);
        rt.check_room(all.len() * size_of::<Value>())?;
        return made(rt, &class, all, limit);
    }
    let copy = match limit {
        Some(limit) => {
            let limit = rt.int_from_usize(limit)?;
            rt.call(&class, [own, limit.as_ref()])?
        }
        None => rt.call(&class, [own])?,
    };
    if !copy.is_payload::<Deque>() {
        let (name, of) = (class.read(rt).name(), rt.type_name(copy.as_ref()));
        return Err(rt.type_error(format!("{name}() must return a deque, not {of}")));
    }
    Ok(copy)
}

fn copy(rt: &mut Runtime, args: Args<'_>) -> Result {
    copy_of(rt, args.at(0))
}

/// The first index from `start` to `end` whose item is equal to `value`.
///
/// # Errors
/// `RuntimeError` if a comparison changes the deque.
pub(super) fn find(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    value: Borrowed<'_>,
    start: usize,
    end: usize,
) -> Result<Option<usize>> {
    let Some((len, state)) = own.get::<Deque>(rt).map(|deque| (deque.len(), deque.state)) else {
        return Ok(None);
    };
    for index in start..len.min(end) {
        rt.tick(1)?;
        let Some(item) = at(rt, own, index, state)? else { break };
        let equal = rt.equal(item.as_ref(), value)?;
        if equal {
            return Ok(Some(index));
        }
        if own.get::<Deque>(rt).is_none_or(|deque| deque.state != state) {
            return Err(rt.runtime_error("deque mutated during iteration"));
        }
    }
    Ok(None)
}

fn count(rt: &mut Runtime, args: Args<'_>) -> Result {
    let state = args.at(0).get::<Deque>(rt).map_or(0, |deque| deque.state);
    let mut found = 0;
    for index in 0.. {
        rt.tick(1)?;
        let Some(item) = super::at(rt, args.at(0), index, state)? else { break };
        found += usize::from(rt.equal(item.as_ref(), args.at(1))?);
    }
    rt.int_from_usize(found)
}

/// A bound of `index(value, start, stop)`.
fn bound(rt: &mut Runtime, value: Borrowed<'_>, len: usize) -> Result<usize> {
    if !rt.has_index(value) {
        return Err(rt.type_error("slice indices must be integers or have an __index__ method"));
    }
    let bound = rt.index_clamped(value)?;
    Ok(if bound < 0 { bound.saturating_add(len as isize).max(0) } else { bound } as usize)
}

fn not_in_deque(rt: &mut Runtime, value: Borrowed<'_>) -> Result {
    let shown = rt.repr(value)?;
    let shown = shown.read(rt).as_str();
    Err(rt.value_error(format!("{shown} is not in deque")))
}

fn index(rt: &mut Runtime, args: Args<'_>) -> Result {
    let own = args.at(0);
    let len = this(rt, own)?.read(rt).len();
    let start = match args.get(2) {
        Some(start) => bound(rt, start, len)?,
        None => 0,
    };
    let stop = match args.get(3) {
        Some(stop) => bound(rt, stop, len)?,
        None => usize::MAX,
    };
    match find(rt, own, args.at(1), start, stop)? {
        Some(index) => rt.int_from_usize(index),
        None => not_in_deque(rt, args.at(1)),
    }
}

fn remove(rt: &mut Runtime, args: Args<'_>) -> Result {
    let own = args.at(0);
    let deque = this(rt, own)?;
    let state = deque.read(rt).state;
    for index in 0..deque.read(rt).len() {
        rt.tick(1)?;
        let Some(item) = at(rt, own, index, state)? else { break };
        let equal = rt.compare(CompareOp::Eq, &item, args.at(1));
        let equal = item.is(&args.at(1)) || rt.is_true(equal?.as_ref())?;
        if deque.read(rt).state != state {
            return Err(rt.index_error("deque mutated during iteration"));
        }
        if equal {
            let gone = deque.write(rt).remove(index);
            drop(gone);
            return Ok(singletons::none());
        }
    }
    not_in_deque(rt, args.at(1))
}

fn insert(rt: &mut Runtime, args: Args<'_>) -> Result {
    let index = rt.index_as_size(args.at(1), |rt, _| {
        rt.overflow_error("Python int too large to convert to C ssize_t")
    })?;
    let deque = this(rt, args.at(0))?;
    let len = deque.read(rt).len();
    if deque.read(rt).limit == Some(len) {
        return Err(rt.index_error("deque already at its maximum size"));
    }
    let index = if index < 0 { index.saturating_add(len as isize).max(0) } else { index } as usize;
    rt.tick(index.min(len - index.min(len)) / 64)?;
    let item = args.at(2).to_value();
    rt.grow(&deque, |deque, meter| deque.insert(meter, index, item))?;
    Ok(singletons::none())
}

fn rotate(rt: &mut Runtime, args: Args<'_>) -> Result {
    let places = match args.get(1) {
        Some(places) => rt.index_as_size(places, |rt, _| {
            rt.overflow_error("Python int too large to convert to C ssize_t")
        })?,
        None => 1,
    };
    let deque = this(rt, args.at(0))?;
    rt.tick(deque.read(rt).len() / 64)?;
    deque.write(rt).rotate(places);
    Ok(singletons::none())
}

fn reverse(rt: &mut Runtime, args: Args<'_>) -> Result {
    let deque = this(rt, args.at(0))?;
    rt.tick(deque.read(rt).len() / 16)?;
    deque.write(rt).reverse();
    Ok(singletons::none())
}

fn reversed(rt: &mut Runtime, args: Args<'_>) -> Result {
    DequeReverseIterator::over(rt, args.at(0))
}

fn size(rt: &mut Runtime, args: Args<'_>) -> Result {
    let len = this(rt, args.at(0))?.read(rt).len();
    rt.int_from_usize(232 + len / 64 * 528 + 528)
}

/// Class, constructor's arguments, attributes and items.
fn reduce(rt: &mut Runtime, args: Args<'_>) -> Result {
    let own = args.at(0);
    let class = Value::clone(&rt.type_of(own));
    let made_by = match this(rt, own)?.read(rt).limit {
        None => rt.tuple([].into_iter())?,
        Some(limit) => {
            let parts = [rt.tuple([].into_iter())?.into_value(), rt.int_from_usize(limit)?];
            rt.tuple(parts.into_iter())?
        }
    };
    let state = objmodel_builtins::instance_state(rt, own)?;
    let iterator = rt.iter(own)?;
    rt.tuple([class, made_by.into_value(), state, iterator].into_iter()).map(Gc::into_value)
}

pub(super) const METHODS: &[MethodSpec] = &[
    MethodSpec::method("append", "($self, item, /)", append).doc("Adds an item at the right end."),
    MethodSpec::method("appendleft", "($self, item, /)", append_left)
        .doc("Adds an item at the left end."),
    MethodSpec::method("clear", "($self, /)", clear).doc("Removes all items."),
    MethodSpec::method("__copy__", "($self, /)", copy).doc("A shallow copy."),
    MethodSpec::method("copy", "($self, /)", copy).doc("A shallow copy."),
    MethodSpec::method("count", "($self, value, /)", count).doc("How many items are equal."),
    MethodSpec::method("extend", "($self, iterable, /)", extend)
        .doc("Adds items at the right end."),
    MethodSpec::method("extendleft", "($self, iterable, /)", extend_left)
        .doc("Adds items at the left end, so that the last comes first."),
    MethodSpec::method("index", "($self, value, start=0, stop=sys.maxsize, /)", index)
        .shown_as("($self, value, [start, [stop]])")
        .doc("The number of the first item that is equal."),
    MethodSpec::method("insert", "($self, index, value, /)", insert)
        .doc("Inserts a value before an item."),
    MethodSpec::method("pop", "($self, /)", pop).doc("Removes the last item and returns it."),
    MethodSpec::method("popleft", "($self, /)", pop_left)
        .doc("Removes the first item and returns it."),
    MethodSpec::method("__reduce__", "($self, /)", reduce),
    MethodSpec::method("remove", "($self, value, /)", remove)
        .doc("Removes the first item that is equal."),
    MethodSpec::method("__reversed__", "($self, /)", reversed).doc("An iterator from the end."),
    MethodSpec::method("reverse", "($self, /)", reverse).doc("Reverses the order in place."),
    MethodSpec::method("rotate", "($self, n=1, /)", rotate)
        .doc("Moves the items n places to the right, or to the left if n is negative."),
    MethodSpec::method("__sizeof__", "($self, /)", size).doc("How many bytes it takes."),
    objmodel_builtins::CLASS_GETITEM,
];
