//! `zip_longest`: rows that end with the longest iterable.

use objmodel::gc::Trace;
use objmodel::types::spec::MethodSpec;
use objmodel::{Args, Borrowed, CallArgs, Gc, Payload, Result, Runtime, Type, Value, singletons};
use objmodel_builtins::kept::{self, Kept};

/// The payload of `zip_longest`.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(super) struct ZipLongest {
    /// `None` for those that ended.
    iterators: Vec<Option<Value>>,
    filler: Value,
    #[trace(leaf)]
    active: usize,
    kept: Kept,
}

impl Payload for ZipLongest {
    fn external_bytes(&self) -> usize {
        self.iterators.capacity() * size_of::<Option<Value>>()
    }
}

fn new<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
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
    rt.alloc(class, ZipLongest { iterators, filler, active, kept: Kept::default() })
        .map(Gc::into_value)
}

fn next(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    let Some(payload) = own.get::<ZipLongest>(rt) else { return Ok(None) };
    if payload.active == 0 {
        return Ok(None);
    }
    let filler = payload.filler.clone();
    let iterators = rt.gather(payload.iterators.iter().cloned())?;
    let mut row = rt.gather([])?;
    for (place, iterator) in iterators.iter().enumerate() {
        let item = match iterator {
            Some(iterator) => rt.next(iterator),
            None => Ok(None),
        };
        let item = match item {
            Ok(item) => item,
            Err(raise) => {
                end(rt, own);
                return Err(raise);
            }
        };
        if item.is_none() && iterator.is_some() && close(rt, own, place) == 0 {
            return Ok(None);
        }
        let item = item.unwrap_or_else(|| filler.clone());
        row.push(item).map_err(|_| rt.memory_error())?;
    }
    let payload = own.get_mut::<ZipLongest>(rt);
    if let Some(kept) = payload.and_then(|own| own.kept.refill(&mut row)) {
        return Ok(Some(kept));
    }
    let kept = |rt| own.get_mut::<ZipLongest>(rt).map(|own| &mut own.kept);
    kept::make(rt, row.into_iter(), kept).map(Some)
}

/// Notes that an iterator ended; how many are left. The last one stays, as its state shows.
fn close(rt: &mut Runtime, own: Borrowed<'_>, place: usize) -> usize {
    let Some(payload) = own.get_mut::<ZipLongest>(rt) else { return 0 };
    payload.active = payload.active.saturating_sub(1);
    if payload.active == 0 {
        return 0;
    }
    let left = payload.active;
    let old = payload.iterators.get_mut(place).and_then(Option::take);
    drop(old);
    left
}

/// Ends the rows.
fn end(rt: &mut Runtime, own: Borrowed<'_>) {
    if let Some(payload) = own.get_mut::<ZipLongest>(rt) {
        payload.active = 0;
    }
}

fn reduce(rt: &mut Runtime, args: Args<'_>) -> Result {
    super::reduce::warn(rt)?;
    let Some(payload) = args.at(0).get::<ZipLongest>(rt) else { return Ok(singletons::none()) };
    let (iterators, filler) = (payload.iterators.clone(), payload.filler.clone());
    let empty = rt.tuple([].into_iter())?.into_value();
    let iterators = iterators.into_iter().map(|it| it.unwrap_or_else(|| empty.clone())).collect();
    super::reduce::parts(rt, args.at(0), iterators, Some(filler))
}

fn set_state(rt: &mut Runtime, args: Args<'_>) -> Result {
    super::reduce::warn(rt)?;
    let filler = args.at(1).to_value();
    if let Some(payload) = args.at(0).get_mut::<ZipLongest>(rt) {
        let old = std::mem::replace(&mut payload.filler, filler);
        drop(old);
    }
    Ok(singletons::none())
}

super::table! {
    ZIP_LONGEST, "zip_longest", Some("(*iterables, fillvalue=None)"),
    "Rows of items from several iterables, filled up to the longest.",
    new, next,
    methods: [super::reduces!(reduce), super::restores!(set_state)],
}
