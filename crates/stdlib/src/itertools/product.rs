//! `product`: all rows that take one item from each pool.

use objmodel::gc::Trace;
use objmodel::objects::tuple::Tuple;
use objmodel::types::spec::MethodSpec;
use objmodel::{Args, Borrowed, CallArgs, Gc, Payload, Result, Runtime, Type, Value, singletons};
use objmodel_builtins::kept::{self, Kept};

/// The payload of `product`.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(super) struct Product {
    /// Each pool once; they are gone through `repeat` times.
    pools: Vec<Tuple>,
    #[trace(leaf)]
    indices: Vec<usize>,
    /// Whether the indices are those of a row that was returned.
    #[trace(leaf)]
    begun: bool,
    #[trace(leaf)]
    ended: bool,
    kept: Kept,
}

impl Payload for Product {
    fn external_bytes(&self) -> usize {
        self.pools.capacity() * size_of::<Tuple>() + self.indices.capacity() * size_of::<usize>()
    }
}

fn new<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    let mut repeat = 1;
    let keywords = args.keywords().len();
    if keywords > 1 {
        return Err(
            rt.type_error(format!("product() takes at most 1 keyword argument ({keywords} given)"))
        );
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
    let Some(width) = given.len().checked_mul(repeat).filter(|n| *n <= isize::MAX as usize / 8)
    else {
        return Err(rt.overflow_error("repeat argument too large"));
    };
    let mut pools = Vec::with_capacity(given.len());
    for iterable in given {
        let items = rt.collect(*iterable)?;
        pools.push(rt.tuple(items.into_iter())?);
    }
    let ended = pools.iter().any(|pool| pool.read(rt).items().is_empty());
    let indices = super::indices(rt, width, |_| 0)?;
    rt.charge(pools.capacity() * size_of::<Tuple>())?;
    rt.alloc(class, Product { pools, indices, begun: false, ended, kept: Kept::default() })
        .map(Gc::into_value)
}

fn next(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    let Some(payload) = own.get::<Product>(rt) else { return Ok(None) };
    if payload.ended {
        return Ok(None);
    }
    rt.tick(1 + payload.indices.len() / 8)?;
    let sizes: Vec<usize> = payload.pools.iter().map(|pool| pool.read(rt).items().len()).collect();
    let Some(payload) = own.get_mut::<Product>(rt) else { return Ok(None) };
    if payload.begun && !advance(&mut payload.indices, &sizes) {
        payload.ended = true;
        return Ok(None);
    }
    payload.begun = true;
    let Some(payload) = own.get::<Product>(rt) else { return Ok(None) };
    let pools = payload.pools.iter().cycle();
    let mut row: Vec<Value> = (payload.indices.iter().zip(pools))
        .filter_map(|(index, pool)| pool.read(rt).items().get(*index).cloned())
        .collect();
    let payload = own.get_mut::<Product>(rt);
    if let Some(kept) = payload.and_then(|own| own.kept.refill(&mut row)) {
        return Ok(Some(kept));
    }
    let kept = |rt| own.get_mut::<Product>(rt).map(|own| &mut own.kept);
    kept::make(rt, row.into_iter(), kept).map(Some)
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

fn reduce(rt: &mut Runtime, args: Args<'_>) -> Result {
    super::reduce::warn(rt)?;
    let Some(payload) = args.at(0).get::<Product>(rt) else { return Ok(singletons::none()) };
    let (begun, ended) = (payload.begun, payload.ended);
    if begun && ended {
        let empty = rt.tuple([].into_iter())?.into_value();
        return super::reduce::parts(rt, args.at(0), vec![empty], None);
    }
    let pools = payload.pools.iter().cycle().take(payload.indices.len());
    let pools: Vec<Value> = pools.map(|pool| Value::clone(pool)).collect();
    let state = if begun { Some(super::reduce::numbers(rt, &payload.indices)?) } else { None };
    super::reduce::parts(rt, args.at(0), pools, state)
}

fn set_state(rt: &mut Runtime, args: Args<'_>) -> Result {
    super::reduce::warn(rt)?;
    let Some(payload) = args.at(0).get::<Product>(rt) else { return Ok(singletons::none()) };
    let pools = payload.pools.iter().cycle().take(payload.indices.len());
    let limits: Vec<usize> = pools.map(|pool| pool.read(rt).items().len()).collect();
    let indices = super::reduce::indices(rt, args.at(1), &limits)?;
    let ended = limits.contains(&0);
    if let Some(payload) = args.at(0).get_mut::<Product>(rt) {
        payload.indices.copy_from_slice(&indices);
        (payload.begun, payload.ended) = (true, ended);
    }
    Ok(singletons::none())
}

super::table! {
    PRODUCT, "product", Some("(*iterables, repeat=1)"),
    "All rows that take one item from each iterable.",
    new, next,
    methods: [super::reduces!(reduce), super::restores!(set_state), objmodel_builtins::SIZEOF],
}
