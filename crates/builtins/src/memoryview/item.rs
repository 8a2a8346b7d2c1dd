//! Items and slices of a view: reading and assigning.

use objmodel::objects::slice::SliceObject;
use objmodel::objects::tuple::TupleObject;
use objmodel::{Borrowed, Raise, Result, Runtime, Value, singletons};

use super::view::{MemoryView, living, make, parts, snapshot, usable};
use crate::indices;

/// What a subscript means.
enum Key {
    /// An index, or a tuple of them.
    Indices(Vec<isize>),
    /// A slice.
    Slice,
    /// A tuple of slices.
    Slices,
    /// `...`
    Ellipsis,
    Invalid,
}

fn not_implemented(rt: &Runtime, message: &str) -> Raise {
    rt.error(&rt.types().not_implemented_error, message)
}

fn zero_dimensions(rt: &Runtime) -> Raise {
    rt.type_error("invalid indexing of 0-dim memory")
}

fn index(rt: &mut Runtime, key: Borrowed<'_>) -> Result<isize> {
    rt.index_as_size(key, |rt, key| {
        let class = rt.type_name(key);
        rt.index_error(format!("cannot fit '{class}' into an index-sized integer"))
    })
}

fn understood(rt: &mut Runtime, key: Borrowed<'_>) -> Result<Key> {
    if rt.has_index(key) {
        return Ok(Key::Indices(vec![index(rt, key)?]));
    }
    if key.is_payload::<SliceObject>() {
        return Ok(Key::Slice);
    }
    if key.is(&singletons::ellipsis()) {
        return Ok(Key::Ellipsis);
    }
    let Some(tuple) = key.get::<TupleObject>(rt) else { return Ok(Key::Invalid) };
    let items = tuple.items().to_vec();
    if items.iter().all(|item| rt.has_index(item.as_ref())) {
        let mut indices = Vec::with_capacity(items.len());
        for item in &items {
            indices.push(index(rt, item.as_ref())?);
        }
        return Ok(Key::Indices(indices));
    }
    match items.iter().all(|item| item.is_payload::<SliceObject>()) {
        true => Ok(Key::Slices),
        false => Ok(Key::Invalid),
    }
}

/// Where the item with these indices is.
fn place(rt: &Runtime, view: &MemoryView, indices: &[isize]) -> Result<usize> {
    let dimensions = view.layout.dimensions();
    if indices.len() > dimensions {
        let given = indices.len();
        return Err(rt.type_error(format!(
            "cannot index {dimensions}-dimension view with {given}-element tuple"
        )));
    }
    let mut offset = view.layout.offset;
    let along = view.layout.shape.iter().zip(&view.layout.strides);
    for (number, (index, (count, stride))) in indices.iter().zip(along).enumerate() {
        match indices::item(*index, *count) {
            Some(at) => offset += at as isize * stride,
            None => {
                let dimension = number + 1;
                return Err(rt.index_error(format!("index out of bounds on dimension {dimension}")));
            }
        }
    }
    Ok(offset as usize)
}

pub(super) fn subscript(rt: &mut Runtime, own: Borrowed<'_>, key: Borrowed<'_>) -> Result {
    if let Some(index) = key.as_small_int() {
        return item(rt, own, index as isize);
    }
    let view = parts(rt, own)?;
    let understood = understood(rt, key)?;
    let view_dimensions = view.layout.dimensions();
    if view_dimensions == 0 {
        return match understood {
            Key::Ellipsis => Ok(own.to_value()),
            Key::Indices(indices) if indices.is_empty() => {
                view.read(rt, view.layout.offset as usize)
            }
            _ => Err(zero_dimensions(rt)),
        };
    }
    match understood {
        Key::Indices(indices) if indices.len() < view_dimensions => Err(not_implemented(
            rt,
            match key.is_payload::<TupleObject>() {
                true => "sub-views are not implemented",
                false => "multi-dimensional sub-views are not implemented",
            },
        )),
        Key::Indices(indices) => {
            let at = place(rt, &view, &indices)?;
            // An index's `__index__` may have released the view.
            parts(rt, own)?.read(rt, at)
        }
        Key::Slice => {
            usable(rt, own)?;
            // The bounds' `__index__` may release the view, but not the part, which exists already.
            let part = make(rt, view)?;
            let count = living(rt, part.as_ref())?.layout.shape.first().copied().unwrap_or(0);
            let selection = indices::select(rt, key, count)?;
            if let Some(view) = part.get_mut::<MemoryView>(rt) {
                view.layout.slice(selection);
            }
            Ok(part)
        }
        Key::Slices => Err(not_implemented(rt, "multi-dimensional slicing is not implemented")),
        Key::Ellipsis | Key::Invalid => Err(rt.type_error("memoryview: invalid slice key")),
    }
}

/// `view[index]` without a conversion of the index.
pub(super) fn item(rt: &mut Runtime, own: Borrowed<'_>, index: isize) -> Result {
    let view = living(rt, own)?;
    match view.layout.dimensions() {
        0 => Err(zero_dimensions(rt)),
        1 => view.read(rt, place(rt, view, &[index])?),
        _ => Err(not_implemented(rt, "multi-dimensional sub-views are not implemented")),
    }
}

pub(super) fn assign(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    key: Borrowed<'_>,
    value: Option<Borrowed<'_>>,
) -> Result<()> {
    let view = parts(rt, own)?;
    if view.read_only {
        return Err(rt.type_error("cannot modify read-only memory"));
    }
    let Some(value) = value else { return Err(rt.type_error("cannot delete memory")) };
    let understood = understood(rt, key)?;
    let view_dimensions = view.layout.dimensions();
    let at = match understood {
        Key::Ellipsis if view_dimensions == 0 => view.layout.offset as usize,
        Key::Indices(indices) if view_dimensions == 0 && indices.is_empty() => {
            view.layout.offset as usize
        }
        _ if view_dimensions == 0 => return Err(zero_dimensions(rt)),
        Key::Indices(indices) if indices.len() < view_dimensions => {
            return Err(not_implemented(rt, "sub-views are not implemented"));
        }
        Key::Indices(indices) => place(rt, &view, &indices)?,
        Key::Slice if view_dimensions == 1 => return assign_slice(rt, own, key, value),
        Key::Slice | Key::Slices => {
            return Err(not_implemented(
                rt,
                "memoryview slice assignments are currently restricted to ndim = 1",
            ));
        }
        Key::Ellipsis | Key::Invalid => {
            return Err(rt.type_error("memoryview: invalid slice key"));
        }
    };
    let bytes = view.format.pack(rt, value)?;
    let view = parts(rt, own)?;
    view.write(rt, at, bytes.get(..view.format.size()).unwrap_or_default());
    Ok(())
}

fn assign_slice(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    key: Borrowed<'_>,
    value: Borrowed<'_>,
) -> Result<()> {
    let Some(source) = snapshot(rt, value)? else {
        let class = rt.type_name(value);
        return Err(rt.type_error(format!("a bytes-like object is required, not '{class}'")));
    };
    let count = parts(rt, own)?.layout.shape.first().copied().unwrap_or(0);
    let selection = indices::select(rt, key, count)?;
    let view = parts(rt, own)?;
    let mut layout = view.layout.clone();
    layout.slice(selection);
    if !view.format.is_like(source.format) || layout.shape != source.shape {
        return Err(
            rt.value_error("memoryview assignment: lvalue and rvalue have different structures")
        );
    }
    rt.tick(source.bytes.len() / 64)?;
    for (at, item) in layout.offsets().zip(source.bytes.chunks(layout.item_size)) {
        view.write(rt, at, item);
    }
    Ok(())
}

/// `tolist()`: nested lists, a level for each dimension.
pub(super) fn to_list(rt: &Runtime, view: &MemoryView) -> Result {
    let mut items: Vec<Value> = Vec::with_capacity(view.layout.count());
    for at in view.layout.offsets() {
        rt.tick(1)?;
        items.push(view.read(rt, at)?);
    }
    if view.layout.dimensions() == 0 {
        return items.pop().ok_or_else(|| rt.system_error("a view without an item"));
    }
    for (level, count) in view.layout.shape.iter().enumerate().skip(1).rev() {
        let rows: usize = view.layout.shape.iter().take(level).product();
        let mut left = items.into_iter();
        let mut lists = Vec::with_capacity(rows);
        for _ in 0..rows {
            lists.push(rt.list(left.by_ref().take(*count).collect())?.into_value());
        }
        items = lists;
    }
    rt.list(items).map(objmodel::Gc::into_value)
}
