//! Slices and optional bounds as positions in a sequence.

use objmodel::objects::slice::SliceObject;
use objmodel::{Borrowed, Result, Runtime, Value, singletons};

/// The positions that a slice selects: `count` of them from `start` on, `step` apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Selection {
    pub(crate) start: isize,
    pub(crate) stop: isize,
    pub(crate) step: isize,
    pub(crate) count: usize,
}

impl Selection {
    /// The selected positions, in order.
    pub(crate) fn positions(self) -> impl DoubleEndedIterator<Item = usize> + ExactSizeIterator {
        (0..self.count).map(move |n| (self.start + n as isize * self.step) as usize)
    }

    /// The range of a step of 1.
    pub(crate) fn range(self) -> std::ops::Range<usize> {
        let start = self.start as usize;
        start..start + self.count
    }
}

/// Start, stop and step as written, cut to machine words; runs their `__index__`.
///
/// # Errors
/// `ValueError` for step 0; `TypeError` for what is no index.
pub(crate) fn unpack(rt: &mut Runtime, slice: Borrowed<'_>) -> Result<(isize, isize, isize)> {
    let Some(parts) = slice.get::<SliceObject>(rt) else {
        return Err(rt.system_error("a slice was expected"));
    };
    let plain = (plain_bound(&parts.start), plain_bound(&parts.stop), plain_bound(&parts.step));
    let (start, stop, step) = match plain {
        (Some(start), Some(stop), Some(step)) => (start, stop, step),
        _ => {
            let (start, stop, step) = (parts.start.clone(), parts.stop.clone(), parts.step.clone());
            let step = bound(rt, step.as_ref())?;
            if step == Some(0) {
                return Err(rt.value_error("slice step cannot be zero"));
            }
            (bound(rt, start.as_ref())?, bound(rt, stop.as_ref())?, step)
        }
    };
    let step = match step {
        Some(0) => return Err(rt.value_error("slice step cannot be zero")),
        // Its negation must exist.
        Some(step) => step.max(-isize::MAX),
        None => 1,
    };
    let (first, last) = if step < 0 { (isize::MAX, isize::MIN) } else { (0, isize::MAX) };
    Ok((start.unwrap_or(first), stop.unwrap_or(last), step))
}

/// A bound of a slice: `None`, or an index cut to a machine word.
fn bound(rt: &mut Runtime, value: Borrowed<'_>) -> Result<Option<isize>> {
    if let Some(bound) = plain_bound(&value) {
        return Ok(bound);
    }
    check_bound(rt, value)?;
    rt.index_clamped(value).map(Some)
}

/// A bound that is `None` or a small integer, as nearly all are.
#[inline]
fn plain_bound(value: &Value) -> Option<Option<isize>> {
    match value.as_small_int() {
        Some(index) => isize::try_from(index).ok().map(Some),
        None => singletons::is_none(value).then_some(None),
    }
}

/// Fails for what is no bound of a slice, `None` aside.
///
/// # Errors
/// `TypeError`.
pub(crate) fn check_bound(rt: &Runtime, value: Borrowed<'_>) -> Result<()> {
    match rt.has_index(value) {
        true => Ok(()),
        false => {
            Err(rt.type_error("slice indices must be integers or None or have an __index__ method"))
        }
    }
}

/// An integer argument as a machine word.
///
/// # Errors
/// `TypeError` if it is no integer, `OverflowError` if it does not fit.
pub(crate) fn size_argument(rt: &mut Runtime, value: Borrowed<'_>) -> Result<isize> {
    rt.index_as_size(value, |rt, _| {
        rt.overflow_error("Python int too large to convert to C ssize_t")
    })
}

/// An integer argument where CPython has a C `int`.
///
/// # Errors
/// `TypeError` if it is no integer, `OverflowError` if it does not fit.
pub(crate) fn int_argument(rt: &mut Runtime, value: Borrowed<'_>) -> Result<i32> {
    let too_large = "Python int too large to convert to C int";
    let size = rt.index_as_size(value, |rt, _| rt.overflow_error(too_large))?;
    i32::try_from(size).map_err(|_| rt.overflow_error(too_large))
}

/// What unpacked parts select of a sequence of `len` items.
pub(crate) fn adjust((start, stop, step): (isize, isize, isize), len: usize) -> Selection {
    let len = len as isize;
    let clamp = |bound: isize| {
        let bound = if bound < 0 { bound.saturating_add(len) } else { bound };
        if step < 0 { bound.clamp(-1, len - 1) } else { bound.clamp(0, len) }
    };
    let (start, stop) = (clamp(start), clamp(stop));
    let count = if step < 0 {
        if stop < start { (start - stop - 1) / -step + 1 } else { 0 }
    } else if start < stop {
        (stop - start - 1) / step + 1
    } else {
        0
    };
    Selection { start, stop, step, count: count as usize }
}

/// What a slice selects of a sequence of `len` items, for sequences whose length no code changes.
///
/// # Errors
/// As for [`unpack`].
pub(crate) fn select(rt: &mut Runtime, slice: Borrowed<'_>, len: usize) -> Result<Selection> {
    Ok(adjust(unpack(rt, slice)?, len))
}

/// Optional `start` and `end` arguments of methods like `find`, cut to machine words; runs their
/// `__index__`.
///
/// # Errors
/// `TypeError` for what is no index.
pub(crate) fn unpacked_bounds(
    rt: &mut Runtime,
    start: Option<Borrowed<'_>>,
    end: Option<Borrowed<'_>>,
) -> Result<(isize, isize)> {
    let start = match start {
        Some(start) => bound(rt, start)?.unwrap_or(0),
        None => 0,
    };
    let end = match end {
        Some(end) => bound(rt, end)?.unwrap_or(isize::MAX),
        None => isize::MAX,
    };
    Ok((start, end))
}

/// Bounds as positions in a sequence of `len` items. The first may lie beyond the end, where not even
/// the empty text is found.
pub(crate) fn placed((start, end): (isize, isize), len: usize) -> (usize, usize) {
    let words = len as isize;
    let place = |at: isize| if at < 0 { (at + words).max(0) } else { at } as usize;
    (place(start), place(end).min(len))
}

/// Optional `start` and `end` arguments of methods like `find`, as positions in a sequence of `len`
/// items whose length no code changes.
///
/// # Errors
/// `TypeError` for what is no index.
pub(crate) fn bounds(
    rt: &mut Runtime,
    start: Option<Borrowed<'_>>,
    end: Option<Borrowed<'_>>,
    len: usize,
) -> Result<(usize, usize)> {
    Ok(placed(unpacked_bounds(rt, start, end)?, len))
}

/// The index of an item, counted from the end if negative; `None` if there is no such item.
pub(crate) fn item(index: isize, len: usize) -> Option<usize> {
    let index = if index < 0 { index + len as isize } else { index };
    usize::try_from(index).ok().filter(|index| *index < len)
}

/// The item at an index, counted from the end if negative.
#[inline]
pub(crate) fn nth<T>(items: &[T], index: i64) -> Option<&T> {
    items.get(from_start(index, items.len()))
}

/// The item at an index, counted from the end if negative, to be changed.
#[inline]
pub(crate) fn nth_mut<T>(items: &mut [T], index: i64) -> Option<&mut T> {
    let index = from_start(index, items.len());
    items.get_mut(index)
}

/// An index counted from the start; beyond the end if there is no such item.
#[inline]
fn from_start(index: i64, len: usize) -> usize {
    let index = index as usize;
    if (index as isize) < 0 { index.wrapping_add(len) } else { index }
}

/// A subscript as a machine word.
///
/// # Errors
/// `IndexError` if it does not fit; `TypeError` if it is no index, with `kind` as in
/// "list indices must be integers or slices, not str".
pub(crate) fn subscript(rt: &mut Runtime, key: Borrowed<'_>, kind: &str) -> Result<isize> {
    if let Some(index) = key.as_small_int() {
        return Ok(index as isize);
    }
    if !rt.has_index(key) {
        let class = rt.type_name(key);
        return Err(
            rt.type_error(format!("{kind} indices must be integers or slices, not {class}"))
        );
    }
    rt.index_as_size(key, |rt, key| {
        let class = rt.type_name(key);
        rt.index_error(format!("cannot fit '{class}' into an index-sized integer"))
    })
}
