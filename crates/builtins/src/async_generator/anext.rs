//! `anext_awaitable`: `anext(iterator, default)`, which gives the default instead of ending.

use objmodel::host::Sent;
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, MethodSpec};
use objmodel::{Args, Borrowed, CallArgs, Gc, Payload, Result, Runtime, Value, singletons};

use crate::iterator::itself;
use crate::receiver::receiver;

/// The payload of `anext_awaitable`.
#[derive(objmodel::Trace)]
#[trace(crate = objmodel::gc)]
pub(crate) struct AnextAwaitable {
    awaitable: Value,
    default: Value,
}

impl Payload for AnextAwaitable {}

/// `anext(iterator, default)`, given what `__anext__` returned.
pub(crate) fn with_default(rt: &Runtime, awaitable: Value, default: Borrowed<'_>) -> Result {
    let default = default.to_value();
    rt.alloc_registered(AnextAwaitable { awaitable, default }).map(Gc::into_value)
}

/// What a step of the wrapped awaitable comes to: its end is the default.
fn or_default(rt: &Runtime, own: Borrowed<'_>, outcome: Result<Sent>) -> Result<Sent> {
    match outcome {
        Err(raise) if rt.is_exception_of(&raise, &rt.types().stop_async_iteration) => {
            let this = receiver::<AnextAwaitable>(rt, own, "anext_awaitable")?;
            Ok(Sent::Returned(this.read(rt).default.clone()))
        }
        outcome => outcome,
    }
}

fn iterator(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let this = receiver::<AnextAwaitable>(rt, own, "anext_awaitable")?;
    let awaitable = this.read(rt).awaitable.clone();
    rt.get_awaitable(awaitable.as_ref())
}

fn send_slot(rt: &mut Runtime, own: Borrowed<'_>, value: Borrowed<'_>) -> Result<Sent> {
    let iterator = iterator(rt, own)?;
    let outcome = rt.send_into(iterator.as_ref(), value);
    or_default(rt, own, outcome)
}

fn next(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    match send_slot(rt, own, singletons::none().as_ref())? {
        Sent::Yielded(value) => Ok(Some(value)),
        Sent::Returned(_) => Ok(None),
    }
}

fn send(rt: &mut Runtime, args: Args<'_>) -> Result {
    let sent = send_slot(rt, args.at(0), args.at(1))?;
    rt.yielded(sent)
}

/// Passes a call of `throw` or `close` on.
fn pass_on(rt: &mut Runtime, method: &str, args: CallArgs<'_>) -> Result {
    let own = args.all()[0];
    let iterator = iterator(rt, own)?;
    let name = rt.intern(method)?;
    let outcome = rt.call_method(&iterator, &name, &args.all()[1..]).map(Sent::Yielded);
    let sent = or_default(rt, own, outcome)?;
    rt.yielded(sent)
}

fn throw(rt: &mut Runtime, args: CallArgs<'_>) -> Result {
    pass_on(rt, "throw", args)
}

fn close(rt: &mut Runtime, args: CallArgs<'_>) -> Result {
    pass_on(rt, "close", args)
}

/// The table of `anext_awaitable`.
pub(crate) const ANEXT_AWAITABLE: ClassSpec = ClassSpec {
    name: "anext_awaitable",
    subclassable: false,
    slots: &[
        (SlotId::TpIter, SlotFn::Unary(itself)),
        (SlotId::TpIternext, SlotFn::IterNext(next)),
        (SlotId::AmAwait, SlotFn::Unary(itself)),
        (SlotId::AmSend, SlotFn::Send(send_slot)),
    ],
    methods: &[
        MethodSpec::method("send", "($self, value, /)", send),
        MethodSpec::raw_method("throw", "($self, type[, value[, traceback]], /)", throw),
        MethodSpec::raw_method("close", "($self, /)", close),
    ],
    ..ClassSpec::DEFAULT
}
.checked();
