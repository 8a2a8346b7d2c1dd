//! `chain`: the items of one iterable after the other.

use objmodel::gc::Trace;
use objmodel::slots::SlotId;
use objmodel::types::spec::MethodSpec;
use objmodel::{Args, Borrowed, CallArgs, Gc, Payload, Result, Runtime, Type, Value, singletons};

/// The payload of `chain`.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(super) struct Chain {
    /// The iterables that are still to come; `None` at the end.
    source: Option<Value>,
    active: Option<Value>,
}

impl Payload for Chain {}

fn new<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    super::forbid_keywords(rt, class, args)?;
    let iterables = rt.tuple(args.positionals().iter().map(|iterable| iterable.to_value()))?;
    let source = Some(rt.iter(&iterables)?);
    rt.alloc(class, Chain { source, active: None }).map(Gc::into_value)
}

fn from_iterable(rt: &mut Runtime, args: Args<'_>) -> Result {
    let source = Some(rt.iter(args.at(1))?);
    match rt.as_type(args.at(0)).map(|class| class.to_gc()) {
        Some(class) => rt.alloc(&class, Chain { source, active: None }).map(Gc::into_value),
        None => Err(rt.type_error("chain.from_iterable() needs a class")),
    }
}

fn next(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    loop {
        let Some(payload) = own.get::<Chain>(rt) else { return Ok(None) };
        let active = match (&payload.active, &payload.source) {
            (Some(active), _) => active.clone(),
            (None, None) => return Ok(None),
            (None, Some(source)) => {
                let source = source.clone();
                match follow(rt, &source) {
                    Ok(Some(active)) => {
                        set(rt, own, Some(source), Some(active.clone()));
                        active
                    }
                    end => {
                        set(rt, own, None, None);
                        return end;
                    }
                }
            }
        };
        if let Some(item) = rt.next(&active)? {
            return Ok(Some(item));
        }
        rt.tick(1)?;
        if let Some(payload) = own.get_mut::<Chain>(rt) {
            let old = payload.active.take();
            drop(old);
        }
    }
}

/// The iterator of the next iterable.
fn follow(rt: &mut Runtime, source: &Value) -> Result<Option<Value>> {
    match rt.next(source)? {
        Some(iterable) => rt.iter(&iterable).map(Some),
        None => Ok(None),
    }
}

fn set(rt: &mut Runtime, own: Borrowed<'_>, source: Option<Value>, active: Option<Value>) {
    if let Some(payload) = own.get_mut::<Chain>(rt) {
        let old = std::mem::replace(payload, Chain { source, active });
        drop(old);
    }
}

fn reduce(rt: &mut Runtime, args: Args<'_>) -> Result {
    super::reduce::warn(rt)?;
    let Some(payload) = args.at(0).get::<Chain>(rt) else { return Ok(singletons::none()) };
    let state: Vec<Value> = payload.source.iter().chain(&payload.active).cloned().collect();
    let state = match state.is_empty() {
        true => None,
        false => Some(rt.tuple(state.into_iter())?.into_value()),
    };
    super::reduce::parts(rt, args.at(0), Vec::new(), state)
}

fn set_state(rt: &mut Runtime, args: Args<'_>) -> Result {
    super::reduce::warn(rt)?;
    let mut state = super::reduce::state(rt, args.at(1), 1, 2)?.into_iter();
    let (source, active) = (state.next(), state.next());
    for iterator in source.iter().chain(&active) {
        if !rt.has_slot(iterator.as_ref(), SlotId::TpIternext) {
            return Err(rt.type_error("Arguments must be iterators."));
        }
    }
    set(rt, args.at(0), source, active);
    Ok(singletons::none())
}

super::table! {
    CHAIN, "chain", Some("(*iterables)"),
    "The items of one iterable after the other.",
    new, next,
    methods: [
        MethodSpec::class_method("from_iterable", "($type, iterable, /)", from_iterable)
            .doc("A chain of the iterables that one iterable yields."),
        objmodel_builtins::CLASS_GETITEM,
        super::reduces!(reduce),
        super::restores!(set_state)
    ],
}
