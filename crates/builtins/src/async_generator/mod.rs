//! `async_generator` (data model, "Asynchronous generator functions"; PEP 525).

pub(crate) mod anext;
pub(crate) mod step;

use objmodel::objects::generator::Generator;
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, GetSetSpec, MethodSpec};
use objmodel::{Args, Borrowed, Gc, Payload, Result, Runtime, Value, singletons};

use crate::generator::{
    code, finalize, frame, name, qualname, repr, set_name, set_qualname, suspended,
    warn_of_signature, yield_from,
};
use crate::iterator::itself;
use crate::receiver::receiver;
use step::{Asend, Athrow, Task};

/// The payload of `async_generator_wrapped_value`: what `yield` gives, as against what an `await`
/// passes through.
#[derive(objmodel::Trace)]
#[trace(crate = objmodel::gc)]
pub(crate) struct Yielded {
    pub(crate) value: Value,
}

impl Payload for Yielded {}

/// What the body of an asynchronous generator has to give its caller for `yield value`; anything
/// else that it gives is passed through to whoever drives the `await`s.
///
/// # Errors
/// `MemoryError`.
pub fn async_yield(rt: &Runtime, value: Value) -> Result {
    rt.alloc_registered(Yielded { value }).map(Gc::into_value)
}

fn this(rt: &Runtime, own: Borrowed<'_>) -> Result<Generator> {
    receiver(rt, own, "async_generator")
}

fn anext(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let generator = this(rt, own)?;
    Asend::start(rt, generator, Task::Send(singletons::none()))
}

fn asend(rt: &mut Runtime, args: Args<'_>) -> Result {
    let generator = this(rt, args.at(0))?;
    Asend::start(rt, generator, Task::Send(args.at(1).to_value()))
}

fn athrow(rt: &mut Runtime, args: Args<'_>) -> Result {
    let generator = this(rt, args.at(0))?;
    warn_of_signature(rt, args, "athrow")?;
    let given = (1..=3).map(|index| args.get(index).map(Borrowed::to_value)).collect();
    Athrow::start(rt, generator, Task::Throw(given))
}

fn aclose(rt: &mut Runtime, args: Args<'_>) -> Result {
    let generator = this(rt, args.at(0))?;
    Athrow::start(rt, generator, Task::Close)
}

/// Whether a step of it is under way, also while that waits for something else.
fn running(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    Ok(singletons::bool(this(rt, own)?.read(rt).stepping))
}

/// The table of `async_generator`.
pub(crate) const ASYNC_GENERATOR: ClassSpec = ClassSpec {
    name: "async_generator",
    subclassable: false,
    slots: &[
        (SlotId::TpRepr, SlotFn::Unary(repr)),
        (SlotId::TpFinalize, SlotFn::Finalize(finalize)),
        (SlotId::AmAiter, SlotFn::Unary(itself)),
        (SlotId::AmAnext, SlotFn::Unary(anext)),
    ],
    methods: &[
        crate::SIZEOF,
        MethodSpec::method("asend", "($self, object, /)", asend)
            .doc("asend(v) -> send 'v' in generator."),
        MethodSpec::method("athrow", "($self, type[, value[, tb]], /)", athrow)
            .without_signature()
            .doc("athrow(typ[,val[,tb]]) -> raise exception in generator."),
        MethodSpec::method("aclose", "($self, /)", aclose)
            .doc("aclose() -> raise GeneratorExit inside generator."),
        MethodSpec::class_method(
            "__class_getitem__",
            "($type, object, /)",
            crate::generic_alias::class_getitem,
        ),
    ],
    getset: &[
        GetSetSpec::writable("__name__", name, set_name),
        GetSetSpec::writable("__qualname__", qualname, set_qualname),
        GetSetSpec::read_only("ag_await", yield_from),
        GetSetSpec::read_only("ag_frame", frame),
        GetSetSpec::member("ag_running", running),
        GetSetSpec::read_only("ag_code", code),
        GetSetSpec::read_only("ag_suspended", suspended),
    ],
    ..ClassSpec::DEFAULT
}
.checked();

/// The table of `async_generator_wrapped_value`, which no script gets hold of.
pub(crate) const YIELDED: ClassSpec =
    ClassSpec { name: "async_generator_wrapped_value", subclassable: false, ..ClassSpec::DEFAULT };
