//! `slice`: start, stop and step of a subscript.

use num_bigint::BigInt;
use objmodel::native::Given;
use objmodel::objects::builder::TextBuilder;
use objmodel::objects::slice::SliceObject;
use objmodel::{Borrowed, CompareOp, Result, Runtime, Type, Value, singletons};
use objmodel::{pyclass, pymethods};

use crate::format::object;
use crate::indices;

/// slice(stop)
/// slice(start, stop[, step])
///
/// Create a slice object.  This is used for extended slicing (e.g. a[0:10:2]).
#[pyclass(name = "slice", module = "builtins", payload = SliceObject)]
pub(crate) struct Slice;

#[pymethods]
impl Slice {
    #[new]
    #[pyo3(signature = (start, stop = None, step = None, /), text_signature = None)]
    fn make(start: Value, stop: Given<'_>, step: Value) -> SliceObject {
        // Alone, it is where the slice stops.
        let (start, stop) = match stop.0 {
            Some(stop) => (start, stop.to_value()),
            None => (singletons::none(), start),
        };
        SliceObject { start, stop, step }
    }

    fn __repr__(slf: &SliceObject, rt: &mut Runtime, out: &mut TextBuilder) -> Result<()> {
        for (number, part) in parts(slf).into_iter().enumerate() {
            out.append(rt, if number == 0 { b"slice(" } else { b", " })?;
            object::write_repr(rt, part.as_ref(), out)?;
        }
        out.append(rt, b")")
    }

    fn __hash__(slf: &SliceObject, rt: &mut Runtime) -> Result<i64> {
        let mut hashes = [0; 3];
        for (hash, part) in hashes.iter_mut().zip(parts(slf)) {
            *hash = rt.hash(part.as_ref())?;
        }
        Ok(objmodel::hash::of_slice(hashes))
    }

    fn __richcmp__(
        slf: &SliceObject,
        rt: &mut Runtime,
        other: Borrowed<'_>,
        op: CompareOp,
    ) -> Result {
        let Some(other) = other.typed::<SliceObject>() else {
            return Ok(singletons::not_implemented());
        };
        let own = rt.tuple(parts(slf).into_iter().cloned())?;
        let other = rt.tuple(parts(other.frozen()).into_iter().cloned())?;
        rt.compare(op, &own, &other)
    }

    /// S.indices(len) -> (start, stop, stride)
    #[pyo3(signature = (object, /))]
    fn indices(
        slf: &SliceObject,
        rt: &mut Runtime,
        object: Borrowed<'_>,
    ) -> Result<(BigInt, BigInt, BigInt)> {
        let zero = BigInt::ZERO;
        let len = rt.index(object)?;
        let len = integer(rt, &len);
        if len < zero {
            return Err(rt.value_error("length should not be negative"));
        }
        let step = match bound(rt, &slf.step)? {
            Some(step) if step == zero => return Err(rt.value_error("slice step cannot be zero")),
            Some(step) => step,
            None => BigInt::from(1),
        };
        let backwards = step < zero;
        let (lower, upper) = match backwards {
            true => (BigInt::from(-1), &len - 1),
            false => (zero.clone(), len.clone()),
        };
        let mut place = |given: &Value, default: &BigInt| -> Result<BigInt> {
            Ok(match bound(rt, given)? {
                None => default.clone(),
                Some(at) if at < zero => (at + &len).max(lower.clone()),
                Some(at) => at.min(upper.clone()),
            })
        };
        let (first, last) = if backwards { (&upper, &lower) } else { (&lower, &upper) };
        Ok((place(&slf.start, first)?, place(&slf.stop, last)?, step))
    }

    /// Return state information for pickling.
    fn __reduce__(slf: &SliceObject, rt: &Runtime) -> (Type, (Value, Value, Value)) {
        let parts = (slf.start.clone(), slf.stop.clone(), slf.step.clone());
        (rt.types().slice.clone(), parts)
    }

    #[getter]
    #[pyo3(member)]
    fn start(slf: &SliceObject) -> Value {
        slf.start.clone()
    }

    #[getter]
    #[pyo3(member)]
    fn stop(slf: &SliceObject) -> Value {
        slf.stop.clone()
    }

    #[getter]
    #[pyo3(member)]
    fn step(slf: &SliceObject) -> Value {
        slf.step.clone()
    }
}

fn parts(slice: &SliceObject) -> [&Value; 3] {
    [&slice.start, &slice.stop, &slice.step]
}

/// A bound as an integer of any size; `None` for `None`.
fn bound(rt: &mut Runtime, value: &Value) -> Result<Option<BigInt>> {
    if singletons::is_none(value) {
        return Ok(None);
    }
    indices::check_bound(rt, value.as_ref())?;
    let number = rt.index(value.as_ref())?;
    Ok(Some(integer(rt, &number)))
}

fn integer(rt: &Runtime, value: &Value) -> BigInt {
    rt.as_int(value.as_ref()).map(|n| n.to_big()).unwrap_or_default()
}
