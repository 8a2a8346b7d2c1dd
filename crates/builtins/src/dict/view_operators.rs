//! The set operators of views of keys and items: `&`, `|`, `^`, `-`.

use objmodel::objects::dict::Dict;
use objmodel::objects::set::SetObject;
use objmodel::{Borrowed, Result, Runtime, singletons};

use super::iterator::ITEMS;
use super::views::{dict_of, is_view_set, shown_pair};
use crate::set;

/// Common elements. They are looked up in the view and not in a set of its elements, so that items
/// need no hash.
pub(super) fn and(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
    let (mut view, mut other) = if is_view_set(own) { (own, other) } else { (other, own) };
    let len = rt.len(view)?;
    let class = rt.type_of(other);
    if class.is(&rt.types().set) {
        let of_set = other.get::<SetObject>(rt).map_or(0, SetObject::len);
        if len <= of_set {
            let method = rt.intern("intersection")?;
            return rt.call_method(other, &method, [view]);
        }
    }
    if is_view_set(other) && rt.len(other)? > len {
        std::mem::swap(&mut view, &mut other);
    }
    let common = rt.set()?;
    let items = rt.iter(other)?;
    while let Some(item) = rt.next(&items)? {
        rt.tick(1)?;
        if rt.contains(view, &item)? {
            rt.set_add(&common, item.as_ref())?;
        }
    }
    Ok(common.into_value())
}

/// Elements of one of the operands alone; of two views of items only the pairs that differ need a
/// hash.
pub(super) fn xor(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
    let (Ok(left), Ok(right)) = (dict_of::<ITEMS>(rt, own), dict_of::<ITEMS>(rt, other)) else {
        return set::combine(rt, own, other, "symmetric_difference_update");
    };
    let rest = super::copy(rt, &left)?;
    let made = rt.set()?;
    let entries = rt.gather(right.read(rt).iter().cloned())?;
    for entry in entries {
        rt.tick(1)?;
        let found = rt.dict_find(&rest, entry.key.as_ref(), entry.hash)?;
        let value = found.and_then(|at| Some(rest.read(rt).entry(at)?.value.clone()));
        if let Some(value) = value
            && rt.equal(value.as_ref(), entry.value.as_ref())?
        {
            let found = rt.dict_find(&rest, entry.key.as_ref(), entry.hash)?;
            drop(found.and_then(|at| rest.write(rt).remove(at)));
            continue;
        }
        let pair = shown_pair(rt, entry)?;
        rt.set_add(&made, pair.as_ref())?;
    }
    add_items(rt, &made, &rest)?;
    Ok(made.into_value())
}

fn add_items(rt: &mut Runtime, set: &objmodel::objects::set::Set, dict: &Dict) -> Result<()> {
    let entries = rt.gather(dict.read(rt).iter().cloned())?;
    for entry in entries {
        rt.tick(1)?;
        let pair = shown_pair(rt, entry)?;
        rt.set_add(set, pair.as_ref())?;
    }
    Ok(())
}

macro_rules! by_sets {
    ($($name:ident $method:literal;)*) => {$(
        pub(super) fn $name(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
            set::combine(rt, own, other, $method)
        }
    )*};
}

by_sets! {
    or "update";
    subtract "difference_update";
}

macro_rules! reflected {
    ($($name:ident $of:ident;)*) => {$(
        pub(super) fn $name(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
            $of(rt, other, own)
        }
    )*};
}

reflected! {
    reflected_and and;
    reflected_or or;
    reflected_xor xor;
    reflected_subtract subtract;
}

/// Whether a view and an iterable have nothing in common.
pub(super) fn is_disjoint(rt: &mut Runtime, view: Borrowed<'_>, other: Borrowed<'_>) -> Result {
    let (mut view, mut other) = (view, other);
    if view.is(&other) {
        return Ok(singletons::bool(rt.len(view)? == 0));
    }
    // The smaller one is gone through.
    if super::views::is_set_like(other) && rt.len(other)? > rt.len(view)? {
        std::mem::swap(&mut view, &mut other);
    }
    let items = rt.iter(other)?;
    while let Some(item) = rt.next(&items)? {
        rt.tick(1)?;
        if rt.contains(view, &item)? {
            return Ok(singletons::bool(false));
        }
    }
    Ok(singletons::bool(true))
}
