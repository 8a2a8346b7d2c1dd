//! `weakref.ReferenceType`: a reference that does not keep its target alive.

use objmodel::gc::WeakRef;
use objmodel::slots::{CompareOp, SlotId};
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, GetSetSpec};
use objmodel::{Borrowed, CallArgs, Gc, Result, Runtime, Type, Value, singletons};

use crate::receiver::receiver;

fn new<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    let (target, callback) = match args.positionals() {
        [] => return Err(rt.type_error("__new__ expected at least 1 argument, got 0")),
        [target] => (*target, None),
        [target, callback] => {
            (*target, Some(callback.to_value()).filter(|callback| !singletons::is_none(callback)))
        }
        more => {
            return Err(
                rt.type_error(format!("__new__ expected at most 2 arguments, got {}", more.len()))
            );
        }
    };
    rt.new_weakref(class, target, callback).map(Gc::into_value)
}

fn init<'a>(rt: &mut Runtime, _: Borrowed<'a>, args: CallArgs<'a>) -> Result<()> {
    if args.has_keywords() {
        return Err(rt.type_error("ref() takes no keyword arguments"));
    }
    match args.len() {
        0 => Err(rt.type_error("__init__ expected at least 1 argument, got 0")),
        1 | 2 => Ok(()),
        given => Err(rt.type_error(format!("__init__ expected at most 2 arguments, got {given}"))),
    }
}

fn this(rt: &Runtime, own: Borrowed<'_>) -> Result<Gc<WeakRef>> {
    receiver(rt, own, "weakref.ReferenceType")
}

fn call<'a>(rt: &mut Runtime, own: Borrowed<'a>, args: CallArgs<'a>) -> Result {
    if args.has_keywords() {
        return Err(rt.type_error("weakref() takes no keyword arguments"));
    }
    if !args.is_empty() {
        let given = args.len();
        return Err(rt.type_error(format!("weakref expected 0 arguments, got {given}")));
    }
    Ok(this(rt, own)?.upgrade().unwrap_or_else(singletons::none))
}

fn repr(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let address = own.address().unwrap_or_default();
    let text = match this(rt, own)?.upgrade() {
        None => format!("<weakref at {address:#x}; dead>"),
        Some(target) => {
            let at = target.address().unwrap_or_default();
            let class = rt.type_of(target.as_ref()).to_gc();
            let class = rt.qualified_name(&class)?;
            let class = class.strip_prefix("__main__.").unwrap_or(&class);
            let name = rt.names().name.clone();
            let named = match rt.lookup_attr(&target, &name) {
                Ok(name) => name,
                Err(raise) => raise.into_exception().map(|_| None)?,
            };
            match named {
                Some(name) if name.is_payload::<objmodel::objects::str::StrObject>() => {
                    let name = rt.text_of(name.as_ref());
                    format!("<weakref at {address:#x}; to '{class}' at {at:#x} ({name})>")
                }
                _ => format!("<weakref at {address:#x}; to '{class}' at {at:#x}>"),
            }
        }
    };
    rt.str(&text).map(Gc::into_value)
}

/// The hash of the target, remembered past its death.
fn hash(rt: &mut Runtime, own: Borrowed<'_>) -> Result<i64> {
    let weakref = this(rt, own)?;
    if let Some(known) = weakref.read(rt).number.get() {
        return Ok(known);
    }
    let Some(target) = weakref.upgrade() else {
        return Err(rt.type_error("weak object has gone away"));
    };
    let hash = rt.hash(target.as_ref())?;
    weakref.read(rt).number.set(Some(hash));
    Ok(hash)
}

/// Living targets are compared, dead references by identity.
fn rich_compare(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>, op: CompareOp) -> Result {
    if !other.is_payload::<WeakRef>() || !matches!(op, CompareOp::Eq | CompareOp::Ne) {
        return Ok(singletons::not_implemented());
    }
    match (this(rt, own)?.upgrade(), this(rt, other)?.upgrade()) {
        (Some(a), Some(b)) => rt.compare(op, &a, &b),
        _ => Ok(singletons::bool(own.is(&other) == (op == CompareOp::Eq))),
    }
}

fn callback(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let weakref = this(rt, own)?;
    let callback: Option<Value> = weakref.read(rt).callback().cloned();
    let alive = weakref.upgrade().is_some();
    Ok(callback.filter(|_| alive).unwrap_or_else(singletons::none))
}

/// The table of `ReferenceType`.
pub(crate) const REFERENCE: ClassSpec = ClassSpec {
    name: "weakref.ReferenceType",
    doc: None,
    slots: &[
        (SlotId::TpNew, SlotFn::New(new)),
        (SlotId::TpInit, SlotFn::Init(init)),
        (SlotId::TpRepr, SlotFn::Unary(repr)),
        (SlotId::TpHash, SlotFn::Hash(hash)),
        (SlotId::TpRichcompare, SlotFn::RichCompare(rich_compare)),
        (SlotId::TpCall, SlotFn::Call(call)),
    ],
    methods: &[crate::generic_alias::CLASS_GETITEM],
    getset: &[GetSetSpec::member("__callback__", callback)],
    ..ClassSpec::DEFAULT
}
.checked();
