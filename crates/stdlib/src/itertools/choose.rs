//! `combinations`, `combinations_with_replacement` and `permutations`: so many items of a pool, in
//! the order of their places.

use objmodel::gc::Trace;
use objmodel::objects::tuple::Tuple;
use objmodel::types::spec::MethodSpec;
use objmodel::{
    Args, Borrowed, CallArgs, Gc, Parameters, Payload, Result, Runtime, Type, Value, singletons,
};
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
}

/// The pool and the number of items to choose.
fn pool_and_count(
    rt: &mut Runtime,
    iterable: Option<Borrowed<'_>>,
    count: Option<isize>,
) -> Result<(Tuple, usize)> {
    let Some(iterable) = iterable else { return Err(rt.type_error("an iterable is needed")) };
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

/// The payload of `combinations`.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(super) struct Combinations(Choice);

impl Payload for Combinations {
    fn external_bytes(&self) -> usize {
        self.0.bytes()
    }
}

const COMBINATIONS_PARAMETERS: Parameters = Parameters::new("combinations", "(iterable, r)", 2, 2);

fn new_combinations<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    let [iterable, Some(count)] = COMBINATIONS_PARAMETERS.bind(rt, args)? else {
        return Err(rt.type_error("combinations() takes exactly 2 arguments"));
    };
    let count = super::size(rt, count)?;
    let (pool, count) = pool_and_count(rt, iterable, Some(count))?;
    let empty = count > pool.read(rt).items().len();
    let indices = super::indices(rt, if empty { 0 } else { count }, |i| i)?;
    let payload = Combinations(Choice::new(pool, indices, count, empty));
    rt.alloc(class, payload).map(Gc::into_value)
}

fn next_combinations(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    let size = match own.get::<Combinations>(rt) {
        Some(payload) => payload.0.pool.read(rt).items().len(),
        None => return Ok(None),
    };
    let Some(Combinations(choice)) = own.get_mut::<Combinations>(rt) else { return Ok(None) };
    let more = choice.step(|indices| {
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
    chosen::<Combinations>(rt, own, more, usize::MAX)
}

/// An iterator that chooses.
trait Chooses: Payload {
    fn choice(&mut self) -> &mut Choice;
}

impl Chooses for Combinations {
    fn choice(&mut self) -> &mut Choice {
        &mut self.0
    }
}

impl Chooses for Multisets {
    fn choice(&mut self) -> &mut Choice {
        &mut self.0
    }
}

impl Chooses for Permutations {
    fn choice(&mut self) -> &mut Choice {
        &mut self.choice
    }
}

/// The items chosen by the present indices, of the first so many.
fn chosen<P: Chooses>(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    more: bool,
    count: usize,
) -> Result<Option<Value>> {
    let Some(found) = own.get_mut::<P>(rt).map(P::choice).filter(|_| more) else {
        return Ok(None);
    };
    let (pool, indices) = (found.pool.clone(), std::mem::take(&mut found.indices));
    let items = items(rt, &pool, &indices, count);
    let Some(found) = own.get_mut::<P>(rt).map(P::choice) else { return Ok(None) };
    found.indices = indices;
    let mut items = items?;
    if let Some(kept) = found.kept.refill(&mut items) {
        return Ok(Some(kept));
    }
    let kept = |rt| own.get_mut::<P>(rt).map(|own| &mut own.choice().kept);
    kept::make(rt, items.into_iter(), kept).map(Some)
}

/// The items of a pool at the first `count` indices.
fn items(rt: &Runtime, pool: &Tuple, indices: &[usize], count: usize) -> Result<Vec<Value>> {
    rt.tick(1 + count.min(indices.len()) / 8)?;
    let pool = pool.read(rt).items();
    Ok(indices.iter().take(count).filter_map(|i| pool.get(*i).cloned()).collect())
}

fn reduce_combinations(rt: &mut Runtime, args: Args<'_>) -> Result {
    super::reduce::warn(rt)?;
    let Some(Combinations(choice)) = args.at(0).get(rt) else { return Ok(singletons::none()) };
    let arguments = choice.arguments(rt)?;
    let state = match choice.stage {
        Stage::Running => Some(super::reduce::numbers(rt, &choice.indices)?),
        _ => None,
    };
    super::reduce::parts(rt, args.at(0), arguments, state)
}

fn restore_combinations(rt: &mut Runtime, args: Args<'_>) -> Result {
    super::reduce::warn(rt)?;
    let Some(Combinations(choice)) = args.at(0).get(rt) else { return Ok(singletons::none()) };
    let (size, count) = (choice.pool.read(rt).items().len(), choice.indices.len());
    let limits: Vec<usize> = (0..count).map(|at| size.saturating_sub(count - at - 1)).collect();
    let indices = super::reduce::indices(rt, args.at(1), &limits)?;
    if let Some(Combinations(choice)) = args.at(0).get_mut(rt) {
        choice.indices.copy_from_slice(&indices);
        choice.stage = Stage::Running;
    }
    Ok(singletons::none())
}

super::table! {
    COMBINATIONS, "combinations", Some("(iterable, r)"),
    "All ways to take r items of an iterable, in the order of their places.",
    new_combinations, next_combinations,
    methods: [super::reduces!(reduce_combinations), super::restores!(restore_combinations), objmodel_builtins::SIZEOF],
}

/// The payload of `combinations_with_replacement`.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(super) struct Multisets(Choice);

impl Payload for Multisets {
    fn external_bytes(&self) -> usize {
        self.0.bytes()
    }
}

const MULTISETS_PARAMETERS: Parameters =
    Parameters::new("combinations_with_replacement", "(iterable, r)", 2, 2);

fn new_multisets<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    let [iterable, Some(count)] = MULTISETS_PARAMETERS.bind(rt, args)? else {
        return Err(rt.type_error("combinations_with_replacement() takes exactly 2 arguments"));
    };
    let count = super::size(rt, count)?;
    let (pool, count) = pool_and_count(rt, iterable, Some(count))?;
    let empty = count > 0 && pool.read(rt).items().is_empty();
    let indices = super::indices(rt, count, |_| 0)?;
    let payload = Multisets(Choice::new(pool, indices, count, empty));
    rt.alloc(class, payload).map(Gc::into_value)
}

fn next_multisets(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    let size = match own.get::<Multisets>(rt) {
        Some(payload) => payload.0.pool.read(rt).items().len(),
        None => return Ok(None),
    };
    let Some(Multisets(choice)) = own.get_mut::<Multisets>(rt) else { return Ok(None) };
    let more = choice.step(|indices| {
        let Some(at) = indices.iter().rposition(|&index| index + 1 != size) else { return false };
        let index = indices[at] + 1;
        indices[at..].fill(index);
        true
    });
    chosen::<Multisets>(rt, own, more, usize::MAX)
}

fn reduce_multisets(rt: &mut Runtime, args: Args<'_>) -> Result {
    super::reduce::warn(rt)?;
    let Some(Multisets(choice)) = args.at(0).get(rt) else { return Ok(singletons::none()) };
    let arguments = choice.arguments(rt)?;
    let state = match choice.stage {
        Stage::Running => Some(super::reduce::numbers(rt, &choice.indices)?),
        _ => None,
    };
    super::reduce::parts(rt, args.at(0), arguments, state)
}

fn restore_multisets(rt: &mut Runtime, args: Args<'_>) -> Result {
    super::reduce::warn(rt)?;
    let Some(Multisets(choice)) = args.at(0).get(rt) else { return Ok(singletons::none()) };
    let (size, count) = (choice.pool.read(rt).items().len(), choice.indices.len());
    let limits: Vec<usize> = vec![size; count];
    let indices = super::reduce::indices(rt, args.at(1), &limits)?;
    if let Some(Multisets(choice)) = args.at(0).get_mut(rt) {
        choice.indices.copy_from_slice(&indices);
        choice.stage = Stage::Running;
    }
    Ok(singletons::none())
}

super::table! {
    MULTISETS, "combinations_with_replacement", Some("(iterable, r)"),
    "All ways to take r items of an iterable, each as often as wanted.",
    new_multisets, next_multisets,
    methods: [super::reduces!(reduce_multisets), super::restores!(restore_multisets), objmodel_builtins::SIZEOF],
}

/// The payload of `permutations`.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(super) struct Permutations {
    choice: Choice,
    /// For each place of the result, how many items are left to come there.
    #[trace(leaf)]
    cycles: Vec<usize>,
}

impl Payload for Permutations {
    fn external_bytes(&self) -> usize {
        self.choice.bytes() + self.cycles.capacity() * size_of::<usize>()
    }
}

const PERMUTATIONS_PARAMETERS: Parameters =
    Parameters::new("permutations", "(iterable, r=None)", 1, 2);

fn new_permutations<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    let [iterable, count] = PERMUTATIONS_PARAMETERS.bind(rt, args)?;
    let Some(iterable) = iterable else {
        return Err(rt.type_error("permutations() needs an iterable"));
    };
    let pool = rt.collect(iterable)?;
    let pool = rt.tuple(pool.into_iter())?;
    let count = match count.filter(|count| !singletons::is_none(count)) {
        Some(count) if !rt.is_instance_of(count, &rt.types().int) => {
            return Err(rt.type_error("Expected int as r"));
        }
        Some(count) => Some(super::size(rt, count)?),
        None => None,
    };
    let (pool, count) = pool_and_count(rt, Some(pool.as_ref()), count)?;
    let size = pool.read(rt).items().len();
    let empty = count > size;
    let indices = super::indices(rt, if empty { 0 } else { size }, |i| i)?;
    let cycles = super::indices(rt, if empty { 0 } else { count }, |i| size - i)?;
    let payload = Permutations { choice: Choice::new(pool, indices, count, empty), cycles };
    rt.alloc(class, payload).map(Gc::into_value)
}

fn next_permutations(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    let Some(Permutations { choice, cycles }) = own.get_mut::<Permutations>(rt) else {
        return Ok(None);
    };
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
    let payload = own.get::<Permutations>(rt);
    let count = payload.map_or(0, |payload| payload.cycles.len());
    chosen::<Permutations>(rt, own, more, count)
}

fn reduce_permutations(rt: &mut Runtime, args: Args<'_>) -> Result {
    super::reduce::warn(rt)?;
    let Some(payload) = args.at(0).get::<Permutations>(rt) else { return Ok(singletons::none()) };
    let arguments = payload.choice.arguments(rt)?;
    let state = match payload.choice.stage {
        Stage::Running => {
            let indices = super::reduce::numbers(rt, &payload.choice.indices)?;
            let cycles = super::reduce::numbers(rt, &payload.cycles)?;
            Some(rt.tuple([indices, cycles].into_iter())?.into_value())
        }
        _ => None,
    };
    super::reduce::parts(rt, args.at(0), arguments, state)
}

fn restore_permutations(rt: &mut Runtime, args: Args<'_>) -> Result {
    super::reduce::warn(rt)?;
    let state = super::reduce::state(rt, args.at(1), 2, 2)?;
    let [indices, cycles] = &state[..] else { return Ok(singletons::none()) };
    let Some(payload) = args.at(0).get::<Permutations>(rt) else { return Ok(singletons::none()) };
    let (size, count) = (payload.choice.indices.len(), payload.cycles.len());
    let indices = super::reduce::indices(rt, indices.as_ref(), &vec![size; size])?;
    let limits: Vec<usize> = (0..count).map(|at| size - at + 1).collect();
    let cycles = super::reduce::indices(rt, cycles.as_ref(), &limits)?;
    if let Some(payload) = args.at(0).get_mut::<Permutations>(rt) {
        payload.choice.indices.copy_from_slice(&indices);
        for (own, cycle) in payload.cycles.iter_mut().zip(cycles) {
            *own = cycle.max(1);
        }
        payload.choice.stage = Stage::Running;
    }
    Ok(singletons::none())
}

super::table! {
    PERMUTATIONS, "permutations", Some("(iterable, r=None)"),
    "All orders of r items of an iterable.",
    new_permutations, next_permutations,
    methods: [super::reduces!(reduce_permutations), super::restores!(restore_permutations), objmodel_builtins::SIZEOF],
}
