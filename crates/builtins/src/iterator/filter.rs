//! `filter`: the items for which a function, or their own truth, says so.

use objmodel::gc::Trace;
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, MethodSpec};
use objmodel::{Args, Borrowed, CallArgs, Gc, Payload, Result, Runtime, Type, Value, singletons};

use super::itself;

/// The payload of `filter`.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(crate) struct Filter {
    function: Value,
    iterator: Value,
}

impl Payload for Filter {}

fn new<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    rt.refuse_keywords(class, SlotId::TpInit, args)?;
    let [function, iterable] = args.positionals() else {
        return Err(rt.type_error(format!("filter expected 2 arguments, got {}", args.len())));
    };
    let iterator = rt.iter(*iterable)?;
    rt.alloc(class, Filter { function: function.to_value(), iterator }).map(Gc::into_value)
}

fn next(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    let Some(filter) = own.get::<Filter>(rt) else { return Ok(None) };
    let (function, iterator) = (filter.function.clone(), filter.iterator.clone());
    let own_truth = singletons::is_none(&function) || function.is(&rt.types().bool_);
    while let Some(item) = rt.next(&iterator)? {
        rt.tick(1)?;
        let passes = if own_truth {
            rt.is_true(item.as_ref())?
        } else {
            let answer = rt.call(&function, [item.as_ref()])?;
            rt.is_true(answer.as_ref())?
        };
        if passes {
            return Ok(Some(item));
        }
    }
    Ok(None)
}

fn reduce(rt: &mut Runtime, args: Args<'_>) -> Result {
    let own = args.at(0);
    let Some(payload) = own.get::<Filter>(rt) else { return Ok(own.to_value()) };
    let parts = [payload.function.clone(), payload.iterator.clone()];
    super::reduce::instance(rt, own, parts.into_iter(), None)
}

/// The table of `filter`.
pub(crate) const FILTER: ClassSpec = ClassSpec {
    name: "filter",
    doc: Some(
        "Return an iterator yielding those items of iterable for which function(item)\nis true. If \
         function is None, return the items that are true.",
    ),
    text_signature: Some("(function, iterable, /)"),
    slots: &[
        (SlotId::TpNew, SlotFn::New(new)),
        (SlotId::TpIter, SlotFn::Unary(itself)),
        (SlotId::TpIternext, SlotFn::IterNext(next)),
    ],
    methods: &[MethodSpec::method("__reduce__", "($self, /)", reduce)
        .doc("Return state information for pickling.")],
    ..ClassSpec::DEFAULT
};
