//! `map`: what a function makes of the items.

use objmodel::gc::{ChargedVec, Trace};
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, MethodSpec};
use objmodel::{Args, Borrowed, CallArgs, Gc, Payload, Result, Runtime, Type, Value};

use super::itself;
use crate::pure_error::OrRaise;

/// The payload of `map`.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(crate) struct Map {
    function: Value,
    iterators: Vec<Value>,
}

impl Payload for Map {
    fn external_bytes(&self) -> usize {
        self.iterators.capacity() * size_of::<Value>()
    }
}

fn new<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    rt.refuse_keywords(class, SlotId::TpInit, args)?;
    let [function, iterables @ ..] = args.positionals() else {
        return Err(rt.type_error("map() must have at least two arguments."));
    };
    if iterables.is_empty() {
        return Err(rt.type_error("map() must have at least two arguments."));
    }
    let mut iterators = Vec::with_capacity(iterables.len());
    for iterable in iterables {
        iterators.push(rt.iter(*iterable)?);
    }
    rt.charge(iterators.capacity() * size_of::<Value>())?;
    rt.alloc(class, Map { function: function.to_value(), iterators }).map(Gc::into_value)
}

fn next(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    let Some(map) = own.get::<Map>(rt) else { return Ok(None) };
    let function = map.function.clone();
    if let [only] = &map.iterators[..] {
        let only = only.clone();
        let Some(item) = rt.next(&only)? else { return Ok(None) };
        return rt.call(&function, [item.as_ref()]).map(Some);
    }
    let iterators = rt.gather(map.iterators.iter().cloned())?;
    let mut items = ChargedVec::new(rt.heap());
    items.reserve_exact(iterators.len()).into_py(rt)?;
    for iterator in &iterators {
        match rt.next(iterator)? {
            Some(item) => items.push(item).into_py(rt)?,
            None => return Ok(None),
        }
    }
    let args = CallArgs::positional(objmodel::gc::refs(&items));
    rt.call_with(function.as_ref(), args).map(Some)
}

fn reduce(rt: &mut Runtime, args: Args<'_>) -> Result {
    let own = args.at(0);
    let Some(payload) = own.get::<Map>(rt) else { return Ok(own.to_value()) };
    let parts: Vec<Value> =
        std::iter::once(&payload.function).chain(&payload.iterators).cloned().collect();
    super::reduce::instance(rt, own, parts.into_iter(), None)
}

/// The table of `map`.
pub(crate) const MAP: ClassSpec = ClassSpec {
    name: "map",
    doc: Some(
        "Make an iterator that computes the function using arguments from\neach of the iterables.  \
         Stops when the shortest iterable is exhausted.",
    ),
    text_signature: Some("(function, iterable, /, *iterables)"),
    slots: &[
        (SlotId::TpNew, SlotFn::New(new)),
        (SlotId::TpIter, SlotFn::Unary(itself)),
        (SlotId::TpIternext, SlotFn::IterNext(next)),
    ],
    methods: &[MethodSpec::method("__reduce__", "($self, /)", reduce)
        .doc("Return state information for pickling.")],
    ..ClassSpec::DEFAULT
};
