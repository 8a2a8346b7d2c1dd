//! `range_iterator`, and `longrange_iterator` beyond machine words.

use num_bigint::BigInt;
use num_traits::Signed;
use objmodel::types::spec::SlotRow;
use objmodel::{Borrowed, Bound, CompareOp, Gc, Result, Runtime, singletons};
use objmodel::{pyclass, pymethods};

use super::numbers::Numbers;
use crate::iterator::{ITSELF, reduce};

#[pyclass(name = "range_iterator", module = "builtins", leaf)]
pub(crate) struct RangeIterator {
    next: i64,
    step: i64,
    left: i64,
}

#[pyclass(name = "longrange_iterator", module = "builtins", leaf)]
pub(crate) struct LongRangeIterator {
    next: BigInt,
    step: BigInt,
    left: BigInt,
}

pub(super) fn over(rt: &Runtime, range: Numbers) -> Result {
    match range {
        Numbers::Small { start, step, len, .. } => {
            let payload = RangeIterator { next: start, step, left: len };
            rt.alloc_registered(payload).map(Gc::into_value)
        }
        Numbers::Big { start, step, len, .. } => {
            let payload = LongRangeIterator { next: start, step, left: len };
            rt.alloc_registered(payload).map(Gc::into_value)
        }
    }
}

/// `(iter, (range,), None)` of a range of what is left.
fn reduced(rt: &mut Runtime, next: BigInt, step: BigInt, left: BigInt) -> Result {
    let stop = &next + &step * left;
    let class = rt.builtin("range").unwrap_or_else(singletons::none);
    let range = rt.call(&class, (next, stop, step))?;
    reduce::again(rt, "iter", range, Some(singletons::none()))
}

impl RangeIterator {
    /// The next number, if there is one. All are below 2**61, and so is the step: there is no overflow.
    #[inline(always)]
    pub(crate) fn advance(&mut self) -> Option<i64> {
        if self.left <= 0 {
            return None;
        }
        let n = self.next;
        self.left -= 1;
        self.next = n.wrapping_add(self.step);
        Some(n)
    }
}

#[pymethods]
impl RangeIterator {
    #[row]
    const ITER: SlotRow = ITSELF;

    fn __next__(&mut self) -> Option<i64> {
        self.advance()
    }

    /// Private method returning an estimate of len(list(it)).
    fn __length_hint__(&self) -> i64 {
        self.left
    }

    /// Return state information for pickling.
    fn __reduce__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result {
        let RangeIterator { next, step, left } = slf.read(rt);
        let (next, step, left) = (BigInt::from(*next), BigInt::from(*step), BigInt::from(*left));
        reduced(rt, next, step, left)
    }

    /// Set state information for unpickling.
    #[pyo3(signature = (state, /))]
    fn __setstate__(slf: &Bound<'_, Self>, rt: &mut Runtime, state: Borrowed<'_>) -> Result<()> {
        let skip = rt.index(state)?;
        let Some(skip) = rt.as_int(skip.as_ref()).and_then(|n| n.to_i64()) else {
            return Err(rt.overflow_error("Python int too large to convert to C long"));
        };
        let range = slf.write(rt);
        let skip = skip.clamp(0, range.left.max(0));
        range.next = range.next.wrapping_add(skip.wrapping_mul(range.step));
        range.left -= skip;
        Ok(())
    }
}

#[pymethods]
impl LongRangeIterator {
    #[row]
    const ITER: SlotRow = ITSELF;

    fn __next__(&mut self) -> Option<BigInt> {
        if !self.left.is_positive() {
            return None;
        }
        let following = &self.next + &self.step;
        self.left -= 1;
        Some(std::mem::replace(&mut self.next, following))
    }

    /// Private method returning an estimate of len(list(it)).
    fn __length_hint__(&self) -> BigInt {
        self.left.clone()
    }

    /// Return state information for pickling.
    fn __reduce__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result {
        let LongRangeIterator { next, step, left } = slf.read(rt);
        let (next, step, left) = (next.clone(), step.clone(), left.clone());
        reduced(rt, next, step, left)
    }

    /// Set state information for unpickling.
    #[pyo3(signature = (state, /))]
    fn __setstate__(slf: &Bound<'_, Self>, rt: &mut Runtime, state: Borrowed<'_>) -> Result<()> {
        let Some(skip) = rt.as_int(state).map(|n| n.to_big()) else {
            // Compared with 0, it is refused in the words of that.
            let zero = rt.int(0)?;
            return rt.compare_truth(CompareOp::Lt, state, zero.as_ref()).map(drop);
        };
        let range = slf.write(rt);
        let skip = skip.max(BigInt::ZERO).min(range.left.clone());
        range.next += &skip * &range.step;
        range.left -= skip;
        Ok(())
    }
}
