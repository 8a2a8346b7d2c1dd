//! `product`: all rows that take one item from each pool.

use objmodel::objects::tuple::Tuple;
use objmodel::types::spec::{MethodSpec, SlotRow};
use objmodel::{Borrowed, Bound, CallArgs, Result, Runtime, Value};
use objmodel::{pyclass, pymethods};
use objmodel_builtins::ITSELF;
use objmodel_builtins::kept::{self, Kept};

/// All rows that take one item from each iterable.
#[pyclass(name = "product", module = "itertools", subclass, external_bytes = Product::buffer)]
pub(super) struct Product {
    // Each pool once; they are gone through `repeat` times.
    pools: Vec<Tuple>,
    indices: Vec<usize>,
    // Whether the indices are those of a row that was returned.
    begun: bool,
    ended: bool,
    kept: Kept,
}

#[pymethods]
impl Product {
    #[row]
    const ITER: SlotRow = ITSELF;
    #[row]
    const SIZEOF: MethodSpec = objmodel_builtins::SIZEOF;

    #[new]
    #[pyo3(text_signature = "(*iterables, repeat=1)")]
    fn new(rt: &mut Runtime, args: CallArgs<'_>) -> Result<Product> {
        let mut repeat = 1;
        let keywords = args.keywords().len();
        if keywords > 1 {
            return Err(rt.type_error(format!(
                "product() takes at most 1 keyword argument ({keywords} given)"
            )));
        }
        for (name, value) in args.keywords() {
            let name = rt.text_of(name).into_owned();
            if name != "repeat" {
                let message = format!("product() got an unexpected keyword argument '{name}'");
                return Err(rt.type_error(message));
            }
            repeat = super::size(rt, value)?;
        }
        let Ok(repeat) = usize::try_from(repeat) else {
            return Err(rt.value_error("repeat argument cannot be negative"));
        };
        let given = if repeat == 0 { &[] } else { args.positionals() };
        let width = given.len().checked_mul(repeat).filter(|n| *n <= isize::MAX as usize / 8);
        let Some(width) = width else {
            return Err(rt.overflow_error("repeat argument too large"));
        };
        let mut pools = Vec::with_capacity(given.len());
        for iterable in given {
            let items = rt.collect(*iterable)?;
            pools.push(rt.tuple(items.into_iter())?);
        }
        let ended = pools.iter().any(|pool| pool.frozen().items().is_empty());
        let indices = super::indices(rt, width, |_| 0)?;
        rt.charge(pools.capacity() * size_of::<Tuple>())?;
        Ok(Product { pools, indices, begun: false, ended, kept: Kept::default() })
    }

    fn __next__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result<Option<Value>> {
        let own = slf.read(rt);
        if own.ended {
            return Ok(None);
        }
        rt.tick(1 + own.indices.len() / 8)?;
        let sizes: Vec<usize> = own.pools.iter().map(|pool| pool.frozen().items().len()).collect();
        let own = slf.write(rt);
        if own.begun && !advance(&mut own.indices, &sizes) {
            own.ended = true;
            return Ok(None);
        }
        own.begun = true;
        let own = slf.read(rt);
        let mut row: Vec<Value> = (own.indices.iter().zip(own.pools.iter().cycle()))
            .filter_map(|(index, pool)| pool.frozen().items().get(*index).cloned())
            .collect();
        if let Some(kept) = slf.write(rt).kept.refill(&mut row) {
            return Ok(Some(kept));
        }
        kept::make(rt, row.into_iter(), |rt| Some(&mut slf.write(rt).kept)).map(Some)
    }

    /// Return state information for pickling.
    fn __reduce__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result {
        super::reduce::warn(rt)?;
        let own = slf.read(rt);
        if own.begun && own.ended {
            let empty = rt.tuple([].into_iter())?.into_value();
            return super::reduce::parts(rt, slf.untyped(), vec![empty], None);
        }
        let pools = own.pools.iter().cycle().take(own.indices.len());
        let pools: Vec<Value> = pools.map(|pool| Value::clone(pool)).collect();
        let state = match own.begun {
            true => Some(super::reduce::numbers(rt, &own.indices)?),
            false => None,
        };
        super::reduce::parts(rt, slf.untyped(), pools, state)
    }

    /// Set state information for unpickling.
    #[pyo3(signature = (state, /))]
    fn __setstate__(slf: &Bound<'_, Self>, rt: &mut Runtime, state: Borrowed<'_>) -> Result<()> {
        super::reduce::warn(rt)?;
        let own = slf.read(rt);
        let pools = own.pools.iter().cycle().take(own.indices.len());
        let limits: Vec<usize> = pools.map(|pool| pool.frozen().items().len()).collect();
        let indices = super::reduce::indices(rt, state, &limits)?;
        let own = slf.write(rt);
        own.indices.copy_from_slice(&indices);
        (own.begun, own.ended) = (true, limits.contains(&0));
        Ok(())
    }
}

impl Product {
    fn buffer(&self) -> usize {
        self.pools.capacity() * size_of::<Tuple>() + self.indices.capacity() * size_of::<usize>()
    }
}

/// Counts up, the last place fastest; whether there is a next row.
fn advance(indices: &mut [usize], sizes: &[usize]) -> bool {
    for (place, index) in indices.iter_mut().enumerate().rev() {
        let size = sizes.get(place % sizes.len().max(1)).copied().unwrap_or(0);
        *index += 1;
        if *index < size {
            return true;
        }
        *index = 0;
    }
    false
}
