//! `range`: arithmetic progressions of integers of any size.

pub(crate) mod iterator;
mod numbers;

pub(crate) use iterator::{LongRangeIterator, RangeIterator};

use num_bigint::BigInt;
use num_traits::{One, ToPrimitive, Zero};
use objmodel::native::Given;
use objmodel::objects::slice::SliceObject;
use objmodel::types::Collection;
use objmodel::{Borrowed, CompareOp, Gc, Result, Runtime, Type, Value, singletons};
use objmodel::{pyclass, pymethods};

use numbers::Numbers;

/// range(stop) -> range object
/// range(start, stop[, step]) -> range object
///
/// Return an object that produces a sequence of integers from start (inclusive)
/// to stop (exclusive) by step.
#[pyclass(name = "range", module = "builtins", frozen, leaf, both, spec(collection = Some(Collection::Sequence)))]
pub(crate) struct RangeObject(Numbers);

#[pymethods]
impl RangeObject {
    #[new]
    #[pyo3(signature = (start, stop = None, step = None, /), text_signature = None)]
    fn new(
        rt: &mut Runtime,
        start: Borrowed<'_>,
        stop: Given<'_>,
        step: Given<'_>,
    ) -> Result<RangeObject> {
        let mut start = integer(rt, start)?;
        // Alone, it is where the range stops.
        let stop = match stop.0 {
            Some(stop) => integer(rt, stop)?,
            None => std::mem::take(&mut start),
        };
        let step = match step.0 {
            Some(step) => integer(rt, step)?,
            None => BigInt::one(),
        };
        if step.is_zero() {
            return Err(rt.value_error("range() arg 3 must not be zero"));
        }
        Ok(RangeObject(Numbers::new(start, stop, step)))
    }

    fn __repr__(&self) -> String {
        let (start, stop, step) = self.0.parts();
        match step.is_one() {
            true => format!("range({start}, {stop})"),
            false => format!("range({start}, {stop}, {step})"),
        }
    }

    fn __len__(&self, rt: &Runtime) -> Result<usize> {
        match self.0.len().to_usize().filter(|len| isize::try_from(*len).is_ok()) {
            Some(len) => Ok(len),
            None => Err(rt.overflow_error("Python int too large to convert to C ssize_t")),
        }
    }

    fn __bool__(&self) -> bool {
        !self.0.len().is_zero()
    }

    fn __getitem__(&self, rt: &mut Runtime, key: Borrowed<'_>) -> Result {
        if let Some(slice) = key.typed::<SliceObject>() {
            let part = self.part(rt, slice.frozen())?;
            return rt.alloc_registered(RangeObject(part)).map(Gc::into_value);
        }
        if !rt.has_index(key) {
            let class = rt.type_name(key);
            return Err(
                rt.type_error(format!("range indices must be integers or slices, not {class}"))
            );
        }
        let index = integer(rt, key)?;
        let index = if index < BigInt::zero() { index + self.0.len() } else { index };
        match self.0.get(&index) {
            Some(n) => rt.big_int(n),
            None => Err(rt.index_error("range object index out of range")),
        }
    }

    fn __contains__(&self, rt: &mut Runtime, item: Borrowed<'_>) -> Result<bool> {
        Ok(self.position(rt, item)?.is_some())
    }

    fn __iter__(&self, rt: &Runtime) -> Result {
        iterator::over(rt, self.0.clone())
    }

    fn __richcmp__(&self, rt: &mut Runtime, other: Borrowed<'_>, op: CompareOp) -> Result {
        let (Some(other), CompareOp::Eq | CompareOp::Ne) = (other.typed::<RangeObject>(), op)
        else {
            return Ok(singletons::not_implemented());
        };
        let (a, b) = (self.essence(rt)?, other.frozen().essence(rt)?);
        let mut equal = true;
        for (a, b) in a.iter().zip(&b) {
            equal = equal && rt.equal(a.as_ref(), b.as_ref())?;
        }
        Ok(singletons::bool(equal == (op == CompareOp::Eq)))
    }

    fn __hash__(&self, rt: &mut Runtime) -> Result<i64> {
        let mut hashes = [0; 3];
        for (hash, part) in hashes.iter_mut().zip(self.essence(rt)?) {
            *hash = rt.hash(part.as_ref())?;
        }
        Ok(objmodel::hash::of_tuple(hashes.into_iter()))
    }

    /// Return a reverse iterator.
    fn __reversed__(&self, rt: &Runtime) -> Result {
        iterator::over(rt, self.0.reversed())
    }

    fn __reduce__(&self, rt: &mut Runtime) -> Result<(Type, (BigInt, BigInt, BigInt))> {
        Ok((rt.get_type::<RangeObject>()?, self.0.parts()))
    }

    /// rangeobject.count(value) -> integer -- return number of occurrences of value
    #[pyo3(signature = (object, /))]
    fn count(&self, rt: &mut Runtime, object: Borrowed<'_>) -> Result<i64> {
        if is_exact_integer(rt, object) {
            return Ok(i64::from(self.position(rt, object)?.is_some()));
        }
        let items = iterator::over(rt, self.0.clone())?;
        let mut found = 0;
        while let Some(item) = rt.next(&items)? {
            rt.tick(1)?;
            found += i64::from(rt.equal(item.as_ref(), object)?);
        }
        Ok(found)
    }

    /// rangeobject.index(value) -> integer -- return index of value.
    #[pyo3(signature = (object, /))]
    fn index(&self, rt: &mut Runtime, object: Borrowed<'_>) -> Result<BigInt> {
        match self.position(rt, object)? {
            Some(index) => Ok(index),
            // Only integers themselves are not gone through the items for.
            None if !is_exact_integer(rt, object) => {
                Err(rt.value_error("sequence.index(x): x not in sequence"))
            }
            None => {
                let shown = rt.repr(object)?;
                let shown = shown.read(rt).as_str();
                Err(rt.value_error(format!("{shown} is not in range")))
            }
        }
    }

    #[getter]
    #[pyo3(member)]
    fn start(&self) -> BigInt {
        self.0.parts().0
    }

    #[getter]
    #[pyo3(member)]
    fn stop(&self) -> BigInt {
        self.0.parts().1
    }

    #[getter]
    #[pyo3(member)]
    fn step(&self) -> BigInt {
        self.0.parts().2
    }
}

impl RangeObject {
    /// What a slice selects.
    fn part(&self, rt: &mut Runtime, slice: &SliceObject) -> Result<Numbers> {
        let mut bounds: [Option<BigInt>; 3] = [None, None, None];
        let parts = [&slice.start, &slice.stop, &slice.step];
        // The step is asked first.
        for at in [2, 0, 1] {
            let (bound, part) = (&mut bounds[at], parts[at]);
            if !singletons::is_none(part) {
                if !rt.has_index(part.as_ref()) {
                    return Err(rt.type_error(
                        "slice indices must be integers or None or have an __index__ method",
                    ));
                }
                *bound = Some(integer(rt, part.as_ref())?);
            }
        }
        let [start, stop, step] = bounds;
        if step.as_ref().is_some_and(Zero::is_zero) {
            return Err(rt.value_error("slice step cannot be zero"));
        }
        Ok(self.0.slice(start, stop, step))
    }

    /// The place of an exact integer; other objects are compared one by one.
    fn position(&self, rt: &mut Runtime, value: Borrowed<'_>) -> Result<Option<BigInt>> {
        if is_exact_integer(rt, value)
            && let Some(n) = rt.as_int(value)
        {
            return Ok(self.0.find(&n.to_big()));
        }
        let items = iterator::over(rt, self.0.clone())?;
        let mut index = BigInt::zero();
        while let Some(item) = rt.next(&items)? {
            rt.tick(1)?;
            if rt.equal(item.as_ref(), value)? {
                return Ok(Some(index));
            }
            index += 1;
        }
        Ok(None)
    }

    /// Length, first number and step, as far as they matter for equality.
    fn essence(&self, rt: &mut Runtime) -> Result<[Value; 3]> {
        let (start, _, step) = self.0.parts();
        let len = self.0.len();
        let none = singletons::none;
        Ok([
            rt.big_int(len.clone())?,
            if len.is_zero() { none() } else { rt.big_int(start)? },
            if len <= BigInt::one() { none() } else { rt.big_int(step)? },
        ])
    }
}

fn integer(rt: &mut Runtime, value: Borrowed<'_>) -> Result<BigInt> {
    let index = rt.index(value)?;
    Ok(rt.as_int(index.as_ref()).map(|n| n.to_big()).unwrap_or_default())
}

fn is_exact_integer(rt: &Runtime, value: Borrowed<'_>) -> bool {
    let class = rt.type_of(value);
    class.is(&rt.types().int) || class.is(&rt.types().bool_)
}
