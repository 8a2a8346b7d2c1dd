//! `zip_longest`: rows that end with the longest iterable.

use objmodel::types::spec::SlotRow;
use objmodel::{Bound, CallArgs, Result, Runtime, Value, singletons};
use objmodel::{pyclass, pymethods};
use objmodel_builtins::ITSELF;
use objmodel_builtins::kept::{self, Kept};

/// Rows of items from several iterables, filled up to the longest.
#[pyclass(name = "zip_longest", module = "itertools", subclass, external_bytes = ZipLongest::buffer)]
pub(super) struct ZipLongest {
    // `None` for those that ended.
    iterators: Vec<Option<Value>>,
    filler: Value,
    active: usize,
    kept: Kept,
}

#[pymethods]
impl ZipLongest {
    #[row]
    const ITER: SlotRow = ITSELF;

    #[new]
    #[pyo3(text_signature = "(*iterables, fillvalue=None)")]
    fn new(rt: &mut Runtime, args: CallArgs<'_>) -> Result<ZipLongest> {
        let mut filler = singletons::none();
        for (name, value) in args.keywords() {
            if rt.text_of(name) != "fillvalue" {
                return Err(rt.type_error("zip_longest() got an unexpected keyword argument"));
            }
            filler = value.to_value();
        }
        let mut iterators = Vec::with_capacity(args.len());
        for iterable in args.positionals() {
            iterators.push(Some(rt.iter(*iterable)?));
        }
        rt.charge(iterators.capacity() * size_of::<Option<Value>>())?;
        let active = iterators.len();
        Ok(ZipLongest { iterators, filler, active, kept: Kept::default() })
    }

    fn __next__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result<Option<Value>> {
        let own = slf.read(rt);
        if own.active == 0 {
            return Ok(None);
        }
        let filler = own.filler.clone();
        let iterators = rt.gather(own.iterators.iter().cloned())?;
        let mut row = rt.gather([])?;
        for (place, iterator) in iterators.iter().enumerate() {
            let item = match iterator {
                Some(iterator) => rt.next(iterator),
                None => Ok(None),
            };
            let item = match item {
                Ok(item) => item,
                Err(raise) => {
                    slf.write(rt).active = 0;
                    return Err(raise);
                }
            };
            if item.is_none() && iterator.is_some() && slf.write(rt).close(place) == 0 {
                return Ok(None);
            }
            let item = item.unwrap_or_else(|| filler.clone());
            row.push(item).map_err(|_| rt.memory_error())?;
        }
        if let Some(kept) = slf.write(rt).kept.refill(&mut row) {
            return Ok(Some(kept));
        }
        kept::make(rt, row.into_iter(), |rt| Some(&mut slf.write(rt).kept)).map(Some)
    }

    /// Return state information for pickling.
    fn __reduce__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result {
        super::reduce::warn(rt)?;
        let own = slf.read(rt);
        let empty = rt.tuple([].into_iter())?.into_value();
        let iterators = own.iterators.iter();
        let iterators = iterators.map(|it| it.clone().unwrap_or_else(|| empty.clone())).collect();
        super::reduce::parts(rt, slf.untyped(), iterators, Some(own.filler.clone()))
    }

    /// Set state information for unpickling.
    #[pyo3(signature = (state, /))]
    fn __setstate__(slf: &Bound<'_, Self>, rt: &mut Runtime, state: Value) -> Result<()> {
        super::reduce::warn(rt)?;
        let old = std::mem::replace(&mut slf.write(rt).filler, state);
        drop(old);
        Ok(())
    }
}

impl ZipLongest {
    fn buffer(&self) -> usize {
        self.iterators.capacity() * size_of::<Option<Value>>()
    }

    /// Notes that an iterator ended; how many are left. The last one stays, as its state shows.
    fn close(&mut self, place: usize) -> usize {
        self.active = self.active.saturating_sub(1);
        if self.active > 0
            && let Some(iterator) = self.iterators.get_mut(place)
        {
            *iterator = None;
        }
        self.active
    }
}
