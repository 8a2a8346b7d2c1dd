//! The methods of `list`.

use objmodel::native::Intrinsic;
use objmodel::objects::list::{List, drop_backwards};
use objmodel::types::spec::MethodSpec;
use objmodel::{Args, Borrowed, Gc, Result, Runtime, Value, singletons};

use super::{sort, this};
use crate::indices;
use crate::iterator::sequence::ListReverseIterator;
use crate::sequence::{self, items};

fn append(rt: &mut Runtime, args: Args<'_>) -> Result {
    let (list, item) = (this(rt, args.at(0))?, args.at(1).to_value());
    rt.grow(&list, |list, meter| list.push(meter, item))?;
    Ok(singletons::none())
}

fn insert(rt: &mut Runtime, args: Args<'_>) -> Result {
    let index = indices::size_argument(rt, args.at(1))?;
    let list = this(rt, args.at(0))?;
    let len = list.read(rt).len();
    let index = if index < 0 { (index + len as isize).max(0) } else { index } as usize;
    rt.tick(len.saturating_sub(index) / 64)?;
    let item = args.at(2).to_value();
    rt.grow(&list, |list, meter| list.insert(meter, index, item))?;
    Ok(singletons::none())
}

fn extend(rt: &mut Runtime, args: Args<'_>) -> Result {
    extend_by(rt, args.at(0), args.at(1))?;
    Ok(singletons::none())
}

/// Appends all items of an iterable; those that came before an error stay.
pub(super) fn extend_by(rt: &mut Runtime, own: Borrowed<'_>, iterable: Borrowed<'_>) -> Result<()> {
    let list = this(rt, own)?;
    let class = rt.type_of(iterable);
    if class.is(&rt.types().list) || class.is(&rt.types().tuple) {
        let new: Vec<Value> = items(rt, iterable).to_vec();
        rt.tick(new.len() / 16)?;
        return rt.grow(&list, |list, meter| list.extend(meter, new));
    }
    let iterator = rt.iter(iterable)?;
    rt.check_length_hint(iterable)?;
    // Room is made before the first item comes: `sort` notices that.
    if list.read(rt).is_empty() {
        rt.grow(&list, |list, meter| list.reserve(meter, 1))?;
    }
    while let Some(item) = rt.next(&iterator)? {
        rt.tick(1)?;
        rt.grow(&list, |list, meter| list.push(meter, item))?;
    }
    Ok(())
}

fn pop(rt: &mut Runtime, args: Args<'_>) -> Result {
    let index = match args.get(1) {
        Some(index) => indices::size_argument(rt, index)?,
        None => -1,
    };
    let list = this(rt, args.at(0))?;
    let len = list.read(rt).len();
    if len == 0 {
        return Err(rt.index_error("pop from empty list"));
    }
    let Some(index) = indices::item(index, len) else {
        return Err(rt.index_error("pop index out of range"));
    };
    rt.tick((len - index) / 64)?;
    let item = if index + 1 == len { list.write(rt).pop() } else { list.write(rt).remove(index) };
    item.ok_or_else(|| rt.index_error("pop index out of range"))
}

fn remove(rt: &mut Runtime, args: Args<'_>) -> Result {
    let own = args.at(0);
    let Some(index) = sequence::find(rt, own, args.at(1), 0, usize::MAX)? else {
        return Err(rt.value_error("list.remove(x): x not in list"));
    };
    let list = this(rt, own)?;
    rt.tick(list.read(rt).len().saturating_sub(index) / 64)?;
    let gone = list.write(rt).remove(index);
    drop(gone);
    Ok(singletons::none())
}

fn clear(rt: &mut Runtime, args: Args<'_>) -> Result {
    let list = this(rt, args.at(0))?;
    let mut old = rt.grow(&list, |list, meter| Ok(list.take(meter)))?;
    if !old.is_empty() {
        mark(rt, &list)?;
    }
    drop_backwards(&mut old);
    Ok(singletons::none())
}

/// Leaves room for an item in an empty list: `sort` tells by that whether a list was changed while it was
/// sorted.
pub(super) fn mark(rt: &mut Runtime, list: &List) -> Result<()> {
    rt.grow(list, |list, meter| list.put(meter, Vec::with_capacity(1)))
}

fn copy(rt: &mut Runtime, args: Args<'_>) -> Result {
    let len = items(rt, args.at(0)).len();
    rt.check_room(len.saturating_mul(size_of::<Value>()))?;
    rt.tick(len / 16)?;
    rt.list_from(items(rt, args.at(0)).iter().cloned()).map(Gc::into_value)
}

fn index(rt: &mut Runtime, args: Args<'_>) -> Result {
    let len = items(rt, args.at(0)).len();
    match sequence::position(rt, args, len)? {
        Some(index) => rt.int_from_usize(index),
        None => {
            let shown = rt.repr(args.at(1))?;
            let shown = shown.read(rt).as_str();
            Err(rt.value_error(format!("{shown} is not in list")))
        }
    }
}

fn count(rt: &mut Runtime, args: Args<'_>) -> Result {
    sequence::count(rt, args.at(0), args.at(1))
}

fn reverse(rt: &mut Runtime, args: Args<'_>) -> Result {
    let list = this(rt, args.at(0))?;
    rt.tick(list.read(rt).len() / 16)?;
    list.write(rt).items_mut().reverse();
    Ok(singletons::none())
}

fn sort(rt: &mut Runtime, args: Args<'_>) -> Result {
    let list = this(rt, args.at(0))?;
    let reverse = match args.get(2) {
        Some(reverse) => rt.is_true(reverse)?,
        None => false,
    };
    sort::sort(rt, &list, args.get(1), reverse)?;
    Ok(singletons::none())
}

fn reversed(rt: &mut Runtime, args: Args<'_>) -> Result {
    let list = this(rt, args.at(0))?.to_gc();
    ListReverseIterator::over(rt, list)
}

fn subscript(rt: &mut Runtime, args: Args<'_>) -> Result {
    super::item::subscript(rt, args.at(0), args.at(1))
}

fn size(rt: &mut Runtime, args: Args<'_>) -> Result {
    let len = items(rt, args.at(0)).len();
    rt.int((40 + 8 * len) as i64)
}

pub(super) const METHODS: &[MethodSpec] = &[
    MethodSpec::method("__getitem__", "($self, index, /)", subscript).doc("Return self[index]."),
    MethodSpec::method("__reversed__", "($self, /)", reversed)
        .doc("Return a reverse iterator over the list."),
    MethodSpec::method("__sizeof__", "($self, /)", size)
        .doc("Return the size of the list in memory, in bytes."),
    MethodSpec::method("clear", "($self, /)", clear).doc("Remove all items from list."),
    MethodSpec::method("copy", "($self, /)", copy).doc("Return a shallow copy of the list."),
    MethodSpec::method("append", "($self, object, /)", append)
        .intrinsic(Intrinsic::ListAppend)
        .doc("Append object to the end of the list."),
    MethodSpec::method("insert", "($self, index, object, /)", insert)
        .doc("Insert object before index."),
    MethodSpec::method("extend", "($self, iterable, /)", extend)
        .doc("Extend list by appending elements from the iterable."),
    MethodSpec::method("pop", "($self, index=-1, /)", pop)
        .doc("Remove and return item at index (default last)."),
    MethodSpec::method("remove", "($self, value, /)", remove)
        .doc("Remove first occurrence of value."),
    MethodSpec::method("index", "($self, value, start=0, stop=sys.maxsize, /)", index)
        .doc("Return first index of value."),
    MethodSpec::method("count", "($self, value, /)", count)
        .doc("Return number of occurrences of value."),
    MethodSpec::method("reverse", "($self, /)", reverse).doc("Reverse *IN PLACE*."),
    MethodSpec::method("sort", "($self, /, *, key=None, reverse=False)", sort)
        .doc("Sort the list in ascending order and return None."),
    crate::generic_alias::CLASS_GETITEM,
];
