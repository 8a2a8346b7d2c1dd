//! `async_generator_asend` and `async_generator_athrow`: one step of an asynchronous generator, as
//! something to await.

use objmodel::host::{Resume, Sent};
use objmodel::objects::generator::{Generator, GeneratorState};
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, MethodSpec};
use objmodel::{Args, Borrowed, Gc, Payload, Raise, Result, Runtime, Value, singletons};

use super::Yielded;
use crate::generator::{throw_arguments, thrown, warn_of_signature};
use crate::iterator::itself;
use crate::receiver::receiver;

/// What the step does to the generator when it is first resumed.
#[derive(Clone, objmodel::Trace)]
#[trace(crate = objmodel::gc)]
pub(crate) enum Task {
    /// `__anext__`, `asend(value)`
    Send(Value),
    /// `athrow(class, value, traceback)`
    Throw(Vec<Option<Value>>),
    /// `aclose()`
    Close,
}

impl Task {
    fn method(&self) -> &'static str {
        match self {
            Task::Send(_) => "asend",
            Task::Throw(_) => "athrow",
            Task::Close => "aclose",
        }
    }

    /// As messages about a generator that is busy speak of it.
    fn verb(&self) -> &'static str {
        match self {
            Task::Send(_) => "anext",
            Task::Throw(_) => "athrow",
            Task::Close => "aclose",
        }
    }

    /// As messages about a step that was awaited twice speak of it.
    fn names(&self) -> &'static str {
        match self {
            Task::Send(_) => "__anext__()/asend()",
            Task::Throw(_) | Task::Close => "aclose()/athrow()",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Created,
    Awaiting,
    Closed,
}

#[derive(objmodel::Trace)]
#[trace(crate = objmodel::gc)]
pub(crate) struct Step {
    generator: Generator,
    task: Task,
    #[trace(leaf)]
    state: State,
}

/// The payload of `async_generator_asend`.
#[derive(objmodel::Trace)]
#[trace(crate = objmodel::gc)]
pub(crate) struct Asend(Step);

/// The payload of `async_generator_athrow`.
#[derive(objmodel::Trace)]
#[trace(crate = objmodel::gc)]
pub(crate) struct Athrow(Step);

impl Payload for Asend {}
impl Payload for Athrow {}

/// Either kind of step.
pub(crate) trait IsStep: Payload {
    const CLASS: &'static str;
    fn step(&mut self) -> &mut Step;
}

impl IsStep for Asend {
    const CLASS: &'static str = "async_generator_asend";
    fn step(&mut self) -> &mut Step {
        &mut self.0
    }
}

impl IsStep for Athrow {
    const CLASS: &'static str = "async_generator_athrow";
    fn step(&mut self) -> &mut Step {
        &mut self.0
    }
}

impl Asend {
    pub(super) fn start(rt: &Runtime, generator: Generator, task: Task) -> Result {
        rt.alloc_registered(Asend(Step { generator, task, state: State::Created }))
            .map(Gc::into_value)
    }
}

impl Athrow {
    pub(super) fn start(rt: &Runtime, generator: Generator, task: Task) -> Result {
        rt.alloc_registered(Athrow(Step { generator, task, state: State::Created }))
            .map(Gc::into_value)
    }
}

/// Resumes the step: what is passed through to the loop, or what the generator yielded as the
/// step's result.
fn resume<T: IsStep>(rt: &mut Runtime, own: Borrowed<'_>, how: Resume) -> Result<Sent> {
    let this = receiver::<T>(rt, own, T::CLASS)?;
    let step = this.write(rt).step();
    let (generator, task, state) = (step.generator.clone(), step.task.clone(), step.state);
    let sending = matches!(how, Resume::Send(_));
    let throws = !matches!(task, Task::Send(_));
    if state == State::Closed {
        let names = task.names();
        return Err(rt.runtime_error(format!("cannot reuse already awaited {names}")));
    }
    if throws && sending && generator.read(rt).state == GeneratorState::Closed {
        this.write(rt).step().state = State::Closed;
        return Ok(Sent::Returned(singletons::none()));
    }
    if state == State::Created {
        begin(rt, &this, &generator, &task, &how)?;
    }
    let outcome = match (how, task.clone()) {
        (Resume::Send(value), Task::Send(first)) if state == State::Created => {
            let value = if singletons::is_none(&value) { first } else { value };
            rt.generator_send(&generator, value.as_ref())
        }
        (Resume::Send(_), Task::Throw(given)) if state == State::Created => {
            let at = |index: usize| given.get(index)?.as_ref().map(Value::as_ref);
            match thrown(rt, [at(0), at(1), at(2)]) {
                Ok(exception) => rt.generator_throw(&generator, exception),
                Err(raise) => Err(raise),
            }
        }
        (Resume::Send(_), Task::Close) if state == State::Created => {
            generator.write(rt).async_closed = true;
            match exit(rt) {
                Ok(exception) => rt.generator_throw(&generator, exception),
                Err(raise) => Err(raise),
            }
        }
        (Resume::Send(value), _) => rt.generator_send(&generator, value.as_ref()),
        (Resume::Throw(exception), _) => rt.generator_throw(&generator, exception),
    };
    let outcome = match outcome {
        Ok(Sent::Yielded(value)) => match value.get::<Yielded>(rt) {
            Some(yielded) => Ok(yielded.value.clone()),
            None => return Ok(Sent::Yielded(value)),
        },
        Ok(Sent::Returned(_)) => Err(rt.stop_async_iteration()),
        Err(raise) => Err(raise),
    };
    finish(rt, &this, &generator, &task, outcome)
}

/// Marks the generator as busy, unless it is already.
fn begin<T: IsStep>(
    rt: &mut Runtime,
    this: &Gc<T>,
    generator: &Generator,
    task: &Task,
    how: &Resume,
) -> Result<()> {
    let (stepping, closed) = (generator.read(rt).stepping, generator.read(rt).async_closed);
    let step = this.write(rt).step();
    if stepping {
        step.state = State::Closed;
        let verb = task.verb();
        return Err(
            rt.runtime_error(format!("{verb}(): asynchronous generator is already running"))
        );
    }
    if let (Resume::Send(value), Task::Throw(_) | Task::Close) = (how, task) {
        if closed {
            step.state = State::Closed;
            return Err(rt.stop_async_iteration());
        }
        if !singletons::is_none(value) {
            return Err(rt.runtime_error("can't send non-None value to a just-started coroutine"));
        }
    }
    step.state = State::Awaiting;
    generator.write(rt).stepping = true;
    Ok(())
}

/// The end of a step: by a `yield`, by the generator's end, or by an exception.
fn finish<T: IsStep>(
    rt: &mut Runtime,
    this: &Gc<T>,
    generator: &Generator,
    task: &Task,
    outcome: Result,
) -> Result<Sent> {
    this.write(rt).step().state = State::Closed;
    generator.write(rt).stepping = false;
    let closes = matches!(task, Task::Close);
    match outcome {
        Ok(_) if closes => Err(rt.runtime_error("async generator ignored GeneratorExit")),
        Ok(value) => Ok(Sent::Returned(value)),
        Err(raise) if ends(rt, &raise) => {
            generator.write(rt).async_closed = true;
            if closes { Ok(Sent::Returned(singletons::none())) } else { Err(raise) }
        }
        Err(raise) => Err(raise),
    }
}

/// Whether an exception says that an asynchronous generator has ended.
fn ends(rt: &Runtime, raise: &Raise) -> bool {
    let types = rt.types();
    rt.is_exception_of(raise, &types.stop_async_iteration)
        || rt.is_exception_of(raise, &types.generator_exit)
}

fn exit(rt: &mut Runtime) -> Result {
    let class = rt.types().generator_exit.clone();
    rt.call(&class, ())
}

fn send_slot<T: IsStep>(rt: &mut Runtime, own: Borrowed<'_>, value: Borrowed<'_>) -> Result<Sent> {
    resume::<T>(rt, own, Resume::Send(value.to_value()))
}

fn next<T: IsStep>(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    match resume::<T>(rt, own, Resume::Send(singletons::none()))? {
        Sent::Yielded(value) => Ok(Some(value)),
        Sent::Returned(_) => Ok(None),
    }
}

fn send<T: IsStep>(rt: &mut Runtime, args: Args<'_>) -> Result {
    let sent = resume::<T>(rt, args.at(0), Resume::Send(args.at(1).to_value()))?;
    rt.yielded(sent)
}

fn throw<T: IsStep>(rt: &mut Runtime, args: Args<'_>) -> Result {
    warn_of_signature(rt, args, "throw")?;
    let exception = thrown(rt, throw_arguments(args))?;
    let sent = resume::<T>(rt, args.at(0), Resume::Throw(exception))?;
    rt.yielded(sent)
}

fn close<T: IsStep>(rt: &mut Runtime, args: Args<'_>) -> Result {
    let this = receiver::<T>(rt, args.at(0), T::CLASS)?;
    if this.write(rt).step().state == State::Closed {
        return Ok(singletons::none());
    }
    let exit = exit(rt)?;
    match resume::<T>(rt, args.at(0), Resume::Throw(exit)) {
        Ok(Sent::Yielded(_)) => Err(rt.runtime_error("coroutine ignored GeneratorExit")),
        Ok(Sent::Returned(_)) => Ok(singletons::none()),
        Err(raise)
            if ends(rt, &raise) || rt.is_exception_of(&raise, &rt.types().stop_iteration) =>
        {
            Ok(singletons::none())
        }
        Err(raise) => Err(raise),
    }
}

/// A step that was made and forgotten is a mistake that a warning tells of.
fn finalize<T: IsStep>(rt: &mut Runtime, own: Borrowed<'_>) -> Result<()> {
    let this = receiver::<T>(rt, own, T::CLASS)?;
    let step = this.write(rt).step();
    if step.state != State::Created {
        return Ok(());
    }
    let (generator, method) = (step.generator.clone(), step.task.method());
    let name = generator.read(rt).qualname.clone();
    let name = name.read(rt).as_str().into_owned();
    let category = rt.types().runtime_warning.clone();
    rt.warn(&category, &format!("coroutine method '{method}' of '{name}' was never awaited"))
}

macro_rules! step_table {
    ($table:ident $payload:ident $class:literal) => {
        #[doc = concat!("The table of `", $class, "`.")]
        pub(crate) const $table: ClassSpec = ClassSpec {
            name: $class,
            subclassable: false,
            slots: &[
                (SlotId::TpIter, SlotFn::Unary(itself)),
                (SlotId::TpIternext, SlotFn::IterNext(next::<$payload>)),
                (SlotId::TpFinalize, SlotFn::Finalize(finalize::<$payload>)),
                (SlotId::AmAwait, SlotFn::Unary(itself)),
                (SlotId::AmSend, SlotFn::Send(send_slot::<$payload>)),
            ],
            methods: &[
                MethodSpec::method("send", "($self, value, /)", send::<$payload>),
                MethodSpec::method(
                    "throw",
                    "($self, type[, value[, traceback]], /)",
                    throw::<$payload>,
                ),
                MethodSpec::method("close", "($self, /)", close::<$payload>),
            ],
            ..ClassSpec::DEFAULT
        }
        .checked();
    };
}

step_table!(ASEND Asend "async_generator_asend");
step_table!(ATHROW Athrow "async_generator_athrow");
