//! `iter(function, sentinel)`: calls until the sentinel comes.

use objmodel::gc::Trace;
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, MethodSpec};
use objmodel::{Args, Borrowed, Gc, Payload, Result, Runtime, Value};

use super::itself;

/// The payload of `callable_iterator`.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(crate) struct CallableIterator {
    /// Function and sentinel; `None` once it has ended.
    call: Option<(Value, Value)>,
}

impl Payload for CallableIterator {}

/// The iterator.
pub(crate) fn make(rt: &mut Runtime, function: Borrowed<'_>, sentinel: Borrowed<'_>) -> Result {
    let call = Some((function.to_value(), sentinel.to_value()));
    rt.alloc_registered(CallableIterator { call }).map(Gc::into_value)
}

fn next(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    let call = |rt: &Runtime| own.get::<CallableIterator>(rt).and_then(|it| it.call.clone());
    let Some((function, _)) = call(rt) else { return Ok(None) };
    let end = |rt: &mut Runtime| {
        let ended = own.get_mut::<CallableIterator>(rt).and_then(|iterator| iterator.call.take());
        drop(ended);
    };
    match rt.call(&function, ()) {
        Ok(value) => {
            // The call may have come to the end of this iterator.
            let Some((_, sentinel)) = call(rt) else { return Ok(None) };
            if rt.equal(sentinel.as_ref(), value.as_ref())? {
                end(rt);
                return Ok(None);
            }
            Ok(Some(value))
        }
        Err(raise) => {
            rt.catch_stop(raise)?;
            end(rt);
            Ok(None)
        }
    }
}

fn reduce(rt: &mut Runtime, args: Args<'_>) -> Result {
    let iter = super::reduce::builtin(rt, "iter")?;
    let call = args.at(0).get::<CallableIterator>(rt).and_then(|iterator| iterator.call.clone());
    let Some((function, sentinel)) = call else {
        let arguments = rt.tuple([super::reduce::no_tuple(rt)?].into_iter())?.into_value();
        return rt.tuple([iter, arguments].into_iter()).map(Gc::into_value);
    };
    let arguments = rt.tuple([function, sentinel].into_iter())?.into_value();
    rt.tuple([iter, arguments].into_iter()).map(Gc::into_value)
}

/// The table of `callable_iterator`.
pub(crate) const CALLABLE_ITERATOR: ClassSpec = ClassSpec {
    name: "callable_iterator",
    subclassable: false,
    slots: &[(SlotId::TpIter, SlotFn::Unary(itself)), (SlotId::TpIternext, SlotFn::IterNext(next))],
    methods: &[MethodSpec::method("__reduce__", "($self, /)", reduce)
        .doc("Return state information for pickling.")],
    ..ClassSpec::DEFAULT
}
.checked();
