//! Items and slices of lists: reading, assigning, deleting.

use objmodel::gc::ChargedVec;
use objmodel::objects::list::{List, ListObject, drop_backwards};
use objmodel::objects::slice::SliceObject;
use objmodel::{Borrowed, Gc, Result, Runtime, Value};

use super::this;
use crate::indices::{self, Selection};
use crate::sequence::{self, items};
use crate::tuple::selected;

pub(super) fn item(rt: &mut Runtime, own: Borrowed<'_>, index: isize) -> Result {
    let found = usize::try_from(index).ok().and_then(|index| items(rt, own).get(index).cloned());
    found.ok_or_else(|| rt.index_error("list index out of range"))
}

pub(super) fn assign_item(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    index: isize,
    value: Option<Borrowed<'_>>,
) -> Result<()> {
    let list = this(rt, own)?;
    let index = usize::try_from(index).ok().filter(|index| *index < list.read(rt).len());
    let Some(index) = index else {
        return Err(rt.index_error("list assignment index out of range"));
    };
    put(rt, &list, index, value)
}

fn put(rt: &mut Runtime, list: &List, index: usize, value: Option<Borrowed<'_>>) -> Result<()> {
    let old = match value {
        Some(value) => {
            let value = value.to_value();
            let items = list.write(rt).items_mut();
            items.get_mut(index).map(|place| std::mem::replace(place, value))
        }
        None => {
            rt.tick((list.read(rt).len() - index) / 64)?;
            list.write(rt).remove(index)
        }
    };
    drop(old);
    Ok(())
}

pub(super) fn subscript(rt: &mut Runtime, own: Borrowed<'_>, key: Borrowed<'_>) -> Result {
    if let Some(index) = key.as_small_int()
        && let Some(list) = own.get::<ListObject>(rt)
        && let Some(item) = indices::nth(list.items(), index)
    {
        return Ok(item.clone());
    }
    if key.is_payload::<SliceObject>() {
        let parts = indices::unpack(rt, key)?;
        let selection = indices::adjust(parts, items(rt, own).len());
        if selection.step == 1 {
            rt.check_room(selection.count.saturating_mul(size_of::<Value>()))?;
            rt.tick(selection.count / 16)?;
            let part = items(rt, own).get(selection.range()).unwrap_or_default();
            return rt.list_from(part.iter().cloned()).map(Gc::into_value);
        }
        let part = selected(rt, own, selection)?;
        return rt.list(part).map(Gc::into_value);
    }
    let index = indices::subscript(rt, key, "list")?;
    match indices::nth(items(rt, own), index as i64) {
        Some(item) => Ok(item.clone()),
        None => Err(rt.index_error("list index out of range")),
    }
}

pub(super) fn assign(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    key: Borrowed<'_>,
    value: Option<Borrowed<'_>>,
) -> Result<()> {
    let list = this(rt, own)?;
    if let (Some(index), Some(value)) = (key.as_small_int(), value)
        && let Some(place) = indices::nth_mut(list.write(rt).items_mut(), index)
    {
        let old = std::mem::replace(place, value.to_value());
        drop(old);
        return Ok(());
    }
    if key.is_payload::<SliceObject>() {
        return match value {
            Some(value) => assign_slice(rt, &list, key, value),
            None => delete_slice(rt, &list, key),
        };
    }
    let index = indices::subscript(rt, key, "list")?;
    match indices::item(index, list.read(rt).len()) {
        Some(index) => put(rt, &list, index, value),
        None => Err(rt.index_error("list assignment index out of range")),
    }
}

fn assign_slice(
    rt: &mut Runtime,
    list: &List,
    key: Borrowed<'_>,
    value: Borrowed<'_>,
) -> Result<()> {
    let parts = indices::unpack(rt, key)?;
    let extended = parts.2 != 1;
    let refusal = "must assign iterable to extended slice";
    let new = sequence::collect_or_refuse(rt, value, |_| refusal.to_owned())?;
    let selection = indices::adjust(parts, list.read(rt).len());
    if !extended {
        return replace_range(rt, list, selection, new);
    }
    if new.len() != selection.count {
        return Err(rt.value_error(format!(
            "attempt to assign sequence of size {} to extended slice of size {}",
            new.len(),
            selection.count
        )));
    }
    rt.tick(new.len() / 16)?;
    let mut old = Vec::with_capacity(new.len());
    let items = list.write(rt).items_mut();
    for (at, value) in selection.positions().zip(new) {
        if let Some(place) = items.get_mut(at) {
            old.push(std::mem::replace(place, value));
        }
    }
    drop(old);
    Ok(())
}

fn replace_range(
    rt: &mut Runtime,
    list: &List,
    selection: Selection,
    new: ChargedVec<Value>,
) -> Result<()> {
    let start = selection.start as usize;
    let end = (selection.stop.max(selection.start)) as usize;
    rt.tick((new.len() + list.read(rt).len()) / 64)?;
    let mut old = rt.grow(list, |list, meter| list.splice(meter, start..end, new))?;
    drop_backwards(&mut old);
    Ok(())
}

fn delete_slice(rt: &mut Runtime, list: &List, key: Borrowed<'_>) -> Result<()> {
    let selection = indices::select(rt, key, list.read(rt).len())?;
    if selection.count == 0 {
        return Ok(());
    }
    rt.tick(list.read(rt).len() / 16)?;
    if selection.step == 1 {
        let range = selection.range();
        let mut old = rt.grow(list, |list, meter| list.splice(meter, range, Vec::new()))?;
        drop_backwards(&mut old);
        return Ok(());
    }
    let (mut kept, mut gone) = (Vec::new(), Vec::new());
    let mut positions: Vec<usize> = selection.positions().collect();
    positions.sort_unstable();
    let mut next = positions.into_iter().peekable();
    let all = rt.grow(list, |list, meter| Ok(list.take(meter)))?;
    for (at, item) in all.into_iter().enumerate() {
        if next.peek() == Some(&at) {
            next.next();
            gone.push(item);
        } else {
            kept.push(item);
        }
    }
    rt.grow(list, |list, meter| list.put(meter, kept))?;
    drop(gone);
    Ok(())
}
