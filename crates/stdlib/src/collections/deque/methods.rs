//! The methods of `deque`.

use objmodel::native::Given;
use objmodel::objects::builder::TextBuilder;
use objmodel::pymethods;
use objmodel::types::spec::MethodSpec;
use objmodel::{Borrowed, Bound, CallArgs, CompareOp, Gc, Result, Runtime, Value, singletons};

use super::iterator::{DequeIterator, DequeReverseIterator};
use super::operators::{compare, refill, repeated, show};
use super::value::Deque;
use super::{append_all, at, items};

#[pymethods]
impl Deque {
    #[row]
    const CLASS_GETITEM: MethodSpec = objmodel_builtins::CLASS_GETITEM;

    #[new]
    #[pyo3(text_signature = "([iterable[, maxlen]])")]
    fn new(_args: CallArgs<'_>) -> Deque {
        Deque::default()
    }

    #[pyo3(signature = (iterable = (), maxlen = None))]
    fn __init__(
        slf: &Bound<'_, Self>,
        rt: &mut Runtime,
        iterable: Given<'_>,
        maxlen: Option<Borrowed<'_>>,
    ) -> Result<()> {
        let limit = match maxlen {
            None => None,
            Some(limit) => {
                if rt.as_int(limit).is_none() {
                    return Err(rt.type_error("an integer is required"));
                }
                let limit = usize::try_from(size(rt, limit)?);
                Some(limit.map_err(|_| rt.value_error("maxlen must be non-negative"))?)
            }
        };
        let old = slf.write(rt).clear();
        drop(old);
        slf.write(rt).limit = limit;
        match iterable.0 {
            Some(iterable) => extend_by(rt, slf, iterable),
            None => Ok(()),
        }
    }

    fn __repr__(slf: &Bound<'_, Self>, rt: &mut Runtime, out: &mut TextBuilder) -> Result<()> {
        show(rt, slf, out)
    }

    fn __richcmp__(
        slf: &Bound<'_, Self>,
        rt: &mut Runtime,
        other: Borrowed<'_>,
        op: CompareOp,
    ) -> Result {
        match other.typed::<Deque>() {
            Some(other) => compare(rt, slf, &other, op),
            None => Ok(singletons::not_implemented()),
        }
    }

    fn __iter__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result {
        DequeIterator::over(rt, slf)
    }

    fn __len__(&self) -> usize {
        self.len()
    }

    fn __contains__(slf: &Bound<'_, Self>, rt: &mut Runtime, item: Borrowed<'_>) -> Result<bool> {
        Ok(find(rt, slf, item, 0, usize::MAX)?.is_some())
    }

    #[pyo3(slot = SqItem)]
    fn item(&self, rt: &Runtime, index: isize) -> Result {
        match usize::try_from(index).ok().and_then(|index| self.get(index)) {
            Some(item) => Ok(item.clone()),
            None => Err(rt.index_error("deque index out of range")),
        }
    }

    #[pyo3(slot = SqAssItem)]
    fn assign(
        slf: &Bound<'_, Self>,
        rt: &mut Runtime,
        index: isize,
        value: Option<Borrowed<'_>>,
    ) -> Result<()> {
        let index = usize::try_from(index).ok();
        let old = match (index, value) {
            (Some(index), Some(value)) => slf.write(rt).replace(index, value.to_value()),
            (Some(index), None) => {
                rt.tick(slf.read(rt).len() / 64)?;
                slf.write(rt).remove(index)
            }
            (None, _) => None,
        };
        match old {
            Some(old) => {
                drop(old);
                Ok(())
            }
            None => Err(rt.index_error("deque index out of range")),
        }
    }

    fn __concat__(slf: &Bound<'_, Self>, rt: &mut Runtime, other: Borrowed<'_>) -> Result {
        let Some(right) = other.typed::<Deque>() else {
            let class = rt.type_name(other);
            return Err(
                rt.type_error(format!("can only concatenate deque (not \"{class}\") to deque"))
            );
        };
        let total = right.read(rt).len() + slf.read(rt).len();
        rt.check_room(total * size_of::<Value>())?;
        let right = items(rt, &right);
        let copy = copy_of(rt, slf)?;
        append_all(rt, &copy, right)?;
        Ok(copy.into_value())
    }

    fn __repeat__(slf: &Bound<'_, Self>, rt: &mut Runtime, count: isize) -> Result<Gc<Deque>> {
        let all = repeated(rt, slf, count)?;
        let copy = copy_of(rt, slf)?;
        refill(rt, &copy, all)?;
        Ok(copy)
    }

    fn __inplace_concat__(slf: &Bound<'_, Self>, rt: &mut Runtime, other: Borrowed<'_>) -> Result {
        extend_by(rt, slf, other)?;
        Ok(slf.untyped().to_value())
    }

    fn __inplace_repeat__(slf: &Bound<'_, Self>, rt: &mut Runtime, count: isize) -> Result {
        let all = repeated(rt, slf, count)?;
        refill(rt, slf, all)?;
        Ok(slf.untyped().to_value())
    }

    /// The largest length, None without one.
    #[getter]
    fn maxlen(&self) -> Option<usize> {
        self.limit
    }

    /// Adds an item at the right end.
    #[pyo3(signature = (item, /))]
    fn append(slf: &Bound<'_, Self>, rt: &mut Runtime, item: Value) -> Result<()> {
        let old = rt.grow(slf, |deque, meter| deque.push_back(meter, item))?;
        drop(old);
        Ok(())
    }

    /// Adds an item at the left end.
    #[pyo3(signature = (item, /))]
    fn appendleft(slf: &Bound<'_, Self>, rt: &mut Runtime, item: Value) -> Result<()> {
        let old = rt.grow(slf, |deque, meter| deque.push_front(meter, item))?;
        drop(old);
        Ok(())
    }

    /// Removes all items.
    #[pyo3(name = "clear")]
    fn remove_all(slf: &Bound<'_, Self>, rt: &mut Runtime) {
        let old = slf.write(rt).clear();
        drop(old);
    }

    /// A shallow copy.
    fn __copy__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result<Gc<Deque>> {
        copy_of(rt, slf)
    }

    /// A shallow copy.
    fn copy(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result<Gc<Deque>> {
        copy_of(rt, slf)
    }

    /// How many items are equal.
    #[pyo3(signature = (value, /))]
    fn count(slf: &Bound<'_, Self>, rt: &mut Runtime, value: Borrowed<'_>) -> Result<usize> {
        let state = slf.read(rt).state;
        let mut found = 0;
        for index in 0.. {
            rt.tick(1)?;
            let Some(item) = at(rt, slf, index, state)? else { break };
            found += usize::from(rt.equal(item.as_ref(), value)?);
        }
        Ok(found)
    }

    /// Adds items at the right end.
    #[pyo3(signature = (iterable, /))]
    fn extend(slf: &Bound<'_, Self>, rt: &mut Runtime, iterable: Borrowed<'_>) -> Result<()> {
        extend_by(rt, slf, iterable)
    }

    /// Adds items at the left end, so that the last comes first.
    #[pyo3(signature = (iterable, /))]
    fn extendleft(slf: &Bound<'_, Self>, rt: &mut Runtime, iterable: Borrowed<'_>) -> Result<()> {
        each(rt, slf, iterable, |rt, item| {
            rt.grow(slf, |deque, meter| deque.push_front(meter, item))
        })
    }

    /// The number of the first item that is equal.
    #[pyo3(
        signature = (value, start = 0, stop = None, /),
        text_signature = "($self, value, [start, [stop]])"
    )]
    fn index(
        slf: &Bound<'_, Self>,
        rt: &mut Runtime,
        value: Borrowed<'_>,
        start: Given<'_>,
        stop: Given<'_>,
    ) -> Result<usize> {
        let len = slf.read(rt).len();
        let start = match start.0 {
            Some(start) => bound(rt, start, len)?,
            None => 0,
        };
        let stop = match stop.0 {
            Some(stop) => bound(rt, stop, len)?,
            None => usize::MAX,
        };
        match find(rt, slf, value, start, stop)? {
            Some(index) => Ok(index),
            None => not_in_deque(rt, value),
        }
    }

    /// Inserts a value before an item.
    #[pyo3(signature = (index, value, /), name = "insert")]
    fn insert_value(
        slf: &Bound<'_, Self>,
        rt: &mut Runtime,
        index: Borrowed<'_>,
        value: Value,
    ) -> Result<()> {
        let index = size(rt, index)?;
        let len = slf.read(rt).len();
        if slf.read(rt).limit == Some(len) {
            return Err(rt.index_error("deque already at its maximum size"));
        }
        let index = if index < 0 { index.saturating_add(len as isize).max(0) } else { index };
        let index = index as usize;
        rt.tick(index.min(len - index.min(len)) / 64)?;
        rt.grow(slf, |deque, meter| deque.insert(meter, index, value))
    }

    /// Removes the last item and returns it.
    fn pop(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result {
        let item = slf.write(rt).pop_back();
        item.ok_or_else(|| rt.index_error("pop from an empty deque"))
    }

    /// Removes the first item and returns it.
    fn popleft(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result {
        let item = slf.write(rt).pop_front();
        item.ok_or_else(|| rt.index_error("pop from an empty deque"))
    }

    // Class, constructor's arguments, attributes and items.
    fn __reduce__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result {
        let own = slf.untyped();
        let class = Value::clone(&rt.type_of(own));
        let made_by = match slf.read(rt).limit {
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

    /// Removes the first item that is equal.
    #[pyo3(signature = (value, /), name = "remove")]
    fn remove_value(slf: &Bound<'_, Self>, rt: &mut Runtime, value: Borrowed<'_>) -> Result<()> {
        let state = slf.read(rt).state;
        for index in 0..slf.read(rt).len() {
            rt.tick(1)?;
            let Some(item) = at(rt, slf, index, state)? else { break };
            let equal = rt.compare(CompareOp::Eq, &item, value);
            let equal = item.is(&value) || rt.is_true(equal?.as_ref())?;
            if slf.read(rt).state != state {
                return Err(rt.index_error("deque mutated during iteration"));
            }
            if equal {
                let gone = slf.write(rt).remove(index);
                drop(gone);
                return Ok(());
            }
        }
        not_in_deque(rt, value)
    }

    /// An iterator from the end.
    fn __reversed__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result {
        DequeReverseIterator::over(rt, slf)
    }

    /// Reverses the order in place.
    #[pyo3(name = "reverse")]
    fn reverse_all(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result<()> {
        rt.tick(slf.read(rt).len() / 16)?;
        slf.write(rt).reverse();
        Ok(())
    }

    /// Moves the items n places to the right, or to the left if n is negative.
    #[pyo3(signature = (n = 1, /), name = "rotate")]
    fn rotate_all(slf: &Bound<'_, Self>, rt: &mut Runtime, n: Given<'_>) -> Result<()> {
        let places = match n.0 {
            Some(places) => size(rt, places)?,
            None => 1,
        };
        rt.tick(slf.read(rt).len() / 64)?;
        slf.write(rt).rotate(places);
        Ok(())
    }

    /// How many bytes it takes.
    fn __sizeof__(&self) -> usize {
        232 + self.len() / 64 * 528 + 528
    }
}

fn size(rt: &mut Runtime, value: Borrowed<'_>) -> Result<isize> {
    rt.index_as_size(value, |rt, _| {
        rt.overflow_error("Python int too large to convert to C ssize_t")
    })
}

/// Appends all items of an iterable; those that came before an error stay.
fn extend_by(rt: &mut Runtime, own: &Gc<Deque>, iterable: Borrowed<'_>) -> Result<()> {
    each(rt, own, iterable, |rt, item| rt.grow(own, |deque, meter| deque.push_back(meter, item)))
}

/// Adds each item of an iterable, which may be the deque itself.
fn each(
    rt: &mut Runtime,
    own: &Gc<Deque>,
    iterable: Borrowed<'_>,
    add: impl Fn(&mut Runtime, Value) -> Result<Option<Value>>,
) -> Result<()> {
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
        let old = add(rt, item)?;
        drop(old);
    }
    Ok(())
}

/// A shallow copy; that of a subclass is made by calling it.
fn copy_of(rt: &mut Runtime, own: &Gc<Deque>) -> Result<Gc<Deque>> {
    let class = rt.type_of(own.as_ref()).to_gc();
    let limit = own.read(rt).limit;
    if !class.read(rt).is_heap_type() {
        let all = items(rt, own);
        rt.check_room(all.len() * size_of::<Value>())?;
        let copy = rt.alloc(&class, Deque::limited(limit))?;
        rt.tick(all.len() / 16)?;
        append_all(rt, &copy, all)?;
        return Ok(copy);
    }
    let copy = match limit {
        Some(limit) => rt.call(&class, (own, limit))?,
        None => rt.call(&class, (own,))?,
    };
    copy.downcast::<Deque>().map_err(|copy| {
        let (name, of) = (class.read(rt).name(), rt.type_name(copy.as_ref()));
        rt.type_error(format!("{name}() must return a deque, not {of}"))
    })
}

/// The first index from `start` to `end` whose item is equal to `value`.
///
/// # Errors
/// `RuntimeError` if a comparison changes the deque.
fn find(
    rt: &mut Runtime,
    own: &Gc<Deque>,
    value: Borrowed<'_>,
    start: usize,
    end: usize,
) -> Result<Option<usize>> {
    let (len, state) = (own.read(rt).len(), own.read(rt).state);
    for index in start..len.min(end) {
        rt.tick(1)?;
        let Some(item) = at(rt, own, index, state)? else { break };
        let equal = rt.equal(item.as_ref(), value)?;
        if equal {
            return Ok(Some(index));
        }
        if own.read(rt).state != state {
            return Err(rt.runtime_error("deque mutated during iteration"));
        }
    }
    Ok(None)
}

/// A bound of `index(value, start, stop)`.
fn bound(rt: &mut Runtime, value: Borrowed<'_>, len: usize) -> Result<usize> {
    if !rt.has_index(value) {
        return Err(rt.type_error("slice indices must be integers or have an __index__ method"));
    }
    let bound = rt.index_clamped(value)?;
    Ok(if bound < 0 { bound.saturating_add(len as isize).max(0) } else { bound } as usize)
}

fn not_in_deque<T>(rt: &mut Runtime, value: Borrowed<'_>) -> Result<T> {
    let shown = rt.repr(value)?;
    let shown = shown.read(rt).as_str();
    Err(rt.value_error(format!("{shown} is not in deque")))
}
