//! `combinations`, `combinations_with_replacement` and `permutations`: so many items of a pool, in
//! the order of their places.

use objmodel::gc::Trace;
use objmodel::objects::tuple::Tuple;
use objmodel::types::spec::{MethodSpec, SlotRow};
use objmodel::{Borrowed, Bound, Gc, Payload, Result, Runtime, Value};
use objmodel::{pyclass, pymethods};
use objmodel_builtins::ITSELF;
use objmodel_builtins::kept::{self, Kept};

/// What the three have in common.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
struct Choice {
    pool: Tuple,
    #[trace(leaf)]
    indices: Vec<usize>,
    #[trace(leaf)]
    stage: Stage,
    /// How many items were asked for.
    #[trace(leaf)]
    count: usize,
    kept: Kept,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// The indices are those of the first result.
    First,
    /// Those of the last result that was returned.
    Running,
    Ended,
}

impl Choice {
    fn new(pool: Tuple, indices: Vec<usize>, count: usize, empty: bool) -> Choice {
        let stage = if empty { Stage::Ended } else { Stage::First };
        Choice { pool, indices, stage, count, kept: Kept::default() }
    }

    /// The pool and the count, as arguments; those of an empty pool after the last result.
    fn arguments(&self, rt: &Runtime) -> Result<Vec<Value>> {
        let over = self.stage == Stage::Ended && !self.is_empty(rt);
        let pool = match over {
            true => rt.tuple([].into_iter())?.into_value(),
            false => Value::clone(&self.pool),
        };
        Ok(vec![pool, rt.int_from_usize(self.count)?])
    }

    /// Whether there never was a result.
    fn is_empty(&self, rt: &Runtime) -> bool {
        let size = self.pool.read(rt).items().len();
        self.indices.is_empty() && self.count > size
    }

    fn bytes(&self) -> usize {
        self.indices.capacity() * size_of::<usize>()
    }

    /// Goes on to the next indices, unless the first are still to be returned; whether there are any.
    fn step(&mut self, advance: impl FnOnce(&mut [usize]) -> bool) -> bool {
        self.stage = match self.stage {
            Stage::First => Stage::Running,
            Stage::Running if advance(&mut self.indices) => Stage::Running,
            _ => Stage::Ended,
        };
        self.stage == Stage::Running
    }

    /// Goes on behind the result at these indices.
    fn restore(&mut self, indices: &[usize]) {
        self.indices.copy_from_slice(indices);
        self.stage = Stage::Running;
    }

    /// The items at the first `count` indices.
    fn items(&self, rt: &Runtime, count: usize) -> Result<Vec<Value>> {
        rt.tick(1 + count.min(self.indices.len()) / 8)?;
        let pool = self.pool.frozen().items();
        Ok(self.indices.iter().take(count).filter_map(|i| pool.get(*i).cloned()).collect())
    }
}

/// An iterator that chooses.
trait Chooses: Payload {
    fn choice(&self) -> &Choice;
    fn choice_mut(&mut self) -> &mut Choice;
}

/// The items that the present indices choose, of the first `count`.
fn chosen<T: Chooses>(
    rt: &mut Runtime,
    own: &Gc<T>,
    more: bool,
    count: usize,
) -> Result<Option<Value>> {
    if !more {
        return Ok(None);
    }
    let mut items = own.read(rt).choice().items(rt, count)?;
    if let Some(kept) = own.write(rt).choice_mut().kept.refill(&mut items) {
        return Ok(Some(kept));
    }
    kept::make(rt, items.into_iter(), |rt| Some(&mut own.write(rt).choice_mut().kept)).map(Some)
}

/// The pool and the number of items to choose.
fn pool_and_count(
    rt: &mut Runtime,
    iterable: Borrowed<'_>,
    count: Option<isize>,
) -> Result<(Tuple, usize)> {
    let pool = rt.collect(iterable)?;
    let pool = rt.tuple(pool.into_iter())?;
    let count = match count {
        Some(count) => count,
        None => pool.read(rt).items().len() as isize,
    };
    match usize::try_from(count) {
        Ok(count) => Ok((pool, count)),
        Err(_) => Err(rt.value_error("r must be non-negative")),
    }
}

/// All ways to take r items of an iterable, in the order of their places.
#[pyclass(name = "combinations", module = "itertools", subclass, external_bytes = Combinations::buffer)]
pub(super) struct Combinations(Choice);

#[pymethods]
impl Combinations {
    #[row]
    const ITER: SlotRow = ITSELF;
    #[row]
    const SIZEOF: MethodSpec = objmodel_builtins::SIZEOF;

    #[new]
    fn new(rt: &mut Runtime, iterable: Borrowed<'_>, r: Borrowed<'_>) -> Result<Combinations> {
        let count = super::size(rt, r)?;
        let (pool, count) = pool_and_count(rt, iterable, Some(count))?;
        let empty = count > pool.frozen().items().len();
        let indices = super::indices(rt, if empty { 0 } else { count }, |i| i)?;
        Ok(Combinations(Choice::new(pool, indices, count, empty)))
    }

    fn __next__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result<Option<Value>> {
        let size = slf.read(rt).0.pool.frozen().items().len();
        let more = slf.write(rt).0.step(|indices| {
            let count = indices.len();
            // The last index that is not yet at its end moves, and those behind it follow.
            let Some(at) = (0..count).rev().find(|&i| indices[i] != i + size - count) else {
                return false;
            };
            let first = indices[at] + 1;
            for (step, index) in indices[at..].iter_mut().enumerate() {
                *index = first + step;
            }
            true
        });
        chosen(rt, slf, more, usize::MAX)
    }

    /// Return state information for pickling.
    fn __reduce__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result {
        super::reduce::warn(rt)?;
        let choice = &slf.read(rt).0;
        let state = match choice.stage {
            Stage::Running => Some(super::reduce::numbers(rt, &choice.indices)?),
            _ => None,
        };
        super::reduce::parts(rt, slf.untyped(), choice.arguments(rt)?, state)
    }

    /// Set state information for unpickling.
    #[pyo3(signature = (state, /))]
    fn __setstate__(slf: &Bound<'_, Self>, rt: &mut Runtime, state: Borrowed<'_>) -> Result<()> {
        super::reduce::warn(rt)?;
        let choice = &slf.read(rt).0;
        let (size, count) = (choice.pool.frozen().items().len(), choice.indices.len());
        let limits: Vec<usize> = (0..count).map(|at| size.saturating_sub(count - at - 1)).collect();
        let indices = super::reduce::indices(rt, state, &limits)?;
        slf.write(rt).0.restore(&indices);
        Ok(())
    }
}

impl Chooses for Combinations {
    fn choice(&self) -> &Choice {
        &self.0
    }

    fn choice_mut(&mut self) -> &mut Choice {
        &mut self.0
    }
}

impl Combinations {
    fn buffer(&self) -> usize {
        self.0.bytes()
    }
}

/// All ways to take r items of an iterable, each as often as wanted.
#[pyclass(name = "combinations_with_replacement", module = "itertools", subclass, external_bytes = Multisets::buffer)]
pub(super) struct Multisets(Choice);

#[pymethods]
impl Multisets {
    #[row]
    const ITER: SlotRow = ITSELF;
    #[row]
    const SIZEOF: MethodSpec = objmodel_builtins::SIZEOF;

    #[new]
    fn new(rt: &mut Runtime, iterable: Borrowed<'_>, r: Borrowed<'_>) -> Result<Multisets> {
        let count = super::size(rt, r)?;
        let (pool, count) = pool_and_count(rt, iterable, Some(count))?;
        let empty = count > 0 && pool.frozen().items().is_empty();
        let indices = super::indices(rt, count, |_| 0)?;
        Ok(Multisets(Choice::new(pool, indices, count, empty)))
    }

    fn __next__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result<Option<Value>> {
        let size = slf.read(rt).0.pool.frozen().items().len();
        let more = slf.write(rt).0.step(|indices| {
            let last = indices.iter().rposition(|&index| index + 1 != size);
            let Some(at) = last else { return false };
            let index = indices[at] + 1;
            indices[at..].fill(index);
            true
        });
        chosen(rt, slf, more, usize::MAX)
    }

    /// Return state information for pickling.
    fn __reduce__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result {
        super::reduce::warn(rt)?;
        let choice = &slf.read(rt).0;
        let state = match choice.stage {
            Stage::Running => Some(super::reduce::numbers(rt, &choice.indices)?),
            _ => None,
        };
        super::reduce::parts(rt, slf.untyped(), choice.arguments(rt)?, state)
    }

    /// Set state information for unpickling.
    #[pyo3(signature = (state, /))]
    fn __setstate__(slf: &Bound<'_, Self>, rt: &mut Runtime, state: Borrowed<'_>) -> Result<()> {
        super::reduce::warn(rt)?;
        let choice = &slf.read(rt).0;
        let (size, count) = (choice.pool.frozen().items().len(), choice.indices.len());
        let limits: Vec<usize> = vec![size; count];
        let indices = super::reduce::indices(rt, state, &limits)?;
        slf.write(rt).0.restore(&indices);
        Ok(())
    }
}

impl Chooses for Multisets {
    fn choice(&self) -> &Choice {
        &self.0
    }

    fn choice_mut(&mut self) -> &mut Choice {
        &mut self.0
    }
}

impl Multisets {
    fn buffer(&self) -> usize {
        self.0.bytes()
    }
}

/// All orders of r items of an iterable.
#[pyclass(name = "permutations", module = "itertools", subclass, external_bytes = Permutations::buffer)]
pub(super) struct Permutations {
    choice: Choice,
    // For each place of the result, how many items are left to come there.
    cycles: Vec<usize>,
}

#[pymethods]
impl Permutations {
    #[row]
    const ITER: SlotRow = ITSELF;
    #[row]
    const SIZEOF: MethodSpec = objmodel_builtins::SIZEOF;

    #[new]
    #[pyo3(signature = (iterable, r = None))]
    fn new(
        rt: &mut Runtime,
        iterable: Borrowed<'_>,
        r: Option<Borrowed<'_>>,
    ) -> Result<Permutations> {
        let pool = rt.collect(iterable)?;
        let pool = rt.tuple(pool.into_iter())?;
        let count = match r {
            Some(count) if !rt.is_instance_of(count, &rt.types().int) => {
                return Err(rt.type_error("Expected int as r"));
            }
            Some(count) => Some(super::size(rt, count)?),
            None => None,
        };
        let (pool, count) = pool_and_count(rt, pool.as_ref(), count)?;
        let size = pool.frozen().items().len();
        let empty = count > size;
        let indices = super::indices(rt, if empty { 0 } else { size }, |i| i)?;
        let cycles = super::indices(rt, if empty { 0 } else { count }, |i| size - i)?;
        Ok(Permutations { choice: Choice::new(pool, indices, count, empty), cycles })
    }

    fn __next__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result<Option<Value>> {
        let Permutations { choice, cycles } = slf.write(rt);
        let size = choice.indices.len();
        let more = choice.step(|indices| {
            for at in (0..cycles.len()).rev() {
                cycles[at] -= 1;
                if cycles[at] > 0 {
                    indices.swap(at, size - cycles[at]);
                    return true;
                }
                indices[at..].rotate_left(1);
                cycles[at] = size - at;
            }
            false
        });
        let count = slf.read(rt).cycles.len();
        chosen(rt, slf, more, count)
    }

    /// Return state information for pickling.
    fn __reduce__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result {
        super::reduce::warn(rt)?;
        let own = slf.read(rt);
        let state = match own.choice.stage {
            Stage::Running => {
                let indices = super::reduce::numbers(rt, &own.choice.indices)?;
                let cycles = super::reduce::numbers(rt, &own.cycles)?;
                Some(rt.tuple([indices, cycles].into_iter())?.into_value())
            }
            _ => None,
        };
        super::reduce::parts(rt, slf.untyped(), own.choice.arguments(rt)?, state)
    }

    /// Set state information for unpickling.
    #[pyo3(signature = (state, /))]
    fn __setstate__(slf: &Bound<'_, Self>, rt: &mut Runtime, state: Borrowed<'_>) -> Result<()> {
        super::reduce::warn(rt)?;
        let state = super::reduce::state(rt, state, 2, 2)?;
        let [indices, cycles] = &state[..] else { return Ok(()) };
        let own = slf.read(rt);
        let (size, count) = (own.choice.indices.len(), own.cycles.len());
        let indices = super::reduce::indices(rt, indices.as_ref(), &vec![size; size])?;
        let limits: Vec<usize> = (0..count).map(|at| size - at + 1).collect();
        let cycles = super::reduce::indices(rt, cycles.as_ref(), &limits)?;
        let own = slf.write(rt);
        own.choice.restore(&indices);
        for (own, cycle) in own.cycles.iter_mut().zip(cycles) {
            *own = cycle.max(1);
        }
        Ok(())
    }
}

impl Chooses for Permutations {
    fn choice(&self) -> &Choice {
        &self.choice
    }

    fn choice_mut(&mut self) -> &mut Choice {
        &mut self.choice
    }
}

impl Permutations {
    fn buffer(&self) -> usize {
        self.choice.bytes() + self.cycles.capacity() * size_of::<usize>()
    }
}
