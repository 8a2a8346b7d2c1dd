//! `wrapper_descriptor` and `method-wrapper`: native slots as methods (`int.__add__`, `(1).__add__`).

use objmodel::objects::descriptor::{MethodWrapperObject, WrapperObject};
use objmodel::objects::str::StrObject;
use objmodel::slots::{SlotId, SpecialId};
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, GetSetSpec, MethodSpec};
use objmodel::{Args, Borrowed, CallArgs, CompareOp, Gc, Result, Runtime, singletons};

use super::described::Attributes;
use crate::receiver::receiver;

fn this(rt: &Runtime, value: Borrowed<'_>) -> Result<Gc<WrapperObject>> {
    receiver(rt, value, "wrapper_descriptor")
}

fn bound(rt: &Runtime, value: Borrowed<'_>) -> Result<Gc<MethodWrapperObject>> {
    receiver(rt, value, "method-wrapper")
}

fn get(
    rt: &mut Runtime,
    descriptor: Borrowed<'_>,
    instance: Option<Borrowed<'_>>,
    owner: Option<Borrowed<'_>>,
) -> Result {
    let this = this(rt, descriptor)?;
    let of_none = owner.is_some_and(|owner| owner.is(&rt.types().none));
    let Some(instance) = instance.filter(|instance| !singletons::is_none(instance) || of_none)
    else {
        return Ok(descriptor.to_value());
    };
    super::check_instance(rt, &this.frozen().owner, &this.frozen().name, instance)?;
    let class = rt.types().method_wrapper.clone();
    let payload = MethodWrapperObject { wrapper: this, instance: instance.to_value() };
    rt.alloc(&class, payload).map(|wrapper| wrapper.into_value())
}

fn call<'a>(rt: &mut Runtime, descriptor: Borrowed<'a>, args: CallArgs<'a>) -> Result {
    let this = this(rt, descriptor)?;
    let this = this.frozen();
    let Some((receiver, rest)) =
        args.all().split_first().filter(|_| !args.positionals().is_empty())
    else {
        return Err(rt.type_error(format!(
            "descriptor '{}' of '{}' object needs an argument",
            this.name.read(rt).as_str(),
            this.owner.read(rt).full_name()
        )));
    };
    if !rt.is_instance_of(*receiver, &this.owner) {
        return Err(rt.type_error(format!(
            "descriptor '{}' requires a '{}' object but received a '{}'",
            this.name.read(rt).as_str(),
            this.owner.read(rt).full_name(),
            rt.type_name(*receiver)
        )));
    }
    run(rt, this, *receiver, CallArgs::with_names(rest, args.names()))
}

fn call_bound<'a>(rt: &mut Runtime, wrapper: Borrowed<'a>, args: CallArgs<'a>) -> Result {
    let this = bound(rt, wrapper)?;
    let this = this.frozen();
    run(rt, this.wrapper.frozen(), this.instance.as_ref(), args)
}

/// Calls the slot with arguments checked against its shape.
fn run(rt: &mut Runtime, this: &WrapperObject, own: Borrowed<'_>, args: CallArgs<'_>) -> Result {
    let keywords = args.names().len();
    if let Err(error) = this.slot.check_wrapper_call(this.special, args.len(), keywords) {
        return Err(rt.type_error(error.to_string()));
    }
    let none = singletons::none();
    let given = args.positionals();
    let at = |index: usize| given.get(index).copied().unwrap_or(none.as_ref());
    let present = |index: usize| given.get(index).copied().filter(|v| !singletons::is_none(v));
    match this.code {
        SlotFn::Unary(code) => code(rt, own),
        SlotFn::Show(code) => rt.shown_by(code, own),
        SlotFn::Binary(code) => code(rt, own, at(0)),
        SlotFn::Ternary(code) => code(rt, own, at(0), at(1)),
        SlotFn::Inquiry(code) => code(rt, own).map(singletons::bool),
        SlotFn::Len(code) => {
            let len = code(rt, own)?;
            rt.int_from_usize(len)
        }
        SlotFn::Hash(code) => {
            let hash = code(rt, own)?;
            rt.int(hash)
        }
        SlotFn::Call(_) if own.is(&rt.types().int) && given.len() > 2 => {
            // What calls the class itself says it in other words.
            let given = given.len() + keywords;
            Err(rt.type_error(format!("int() takes at most 2 arguments ({given} given)")))
        }
        SlotFn::Call(code) => code(rt, own, args),
        SlotFn::Init(code) => code(rt, own, args).map(|()| none),
        SlotFn::SetAttr(_) if rt.sets_attributes_differently(own, &this.owner) => {
            let name = this.name.read(rt).as_str();
            let class = rt.type_name(own);
            Err(rt.type_error(format!("can't apply this {name} to {class} object")))
        }
        SlotFn::SetAttr(code)
            if rt.as_type(own).is_some_and(|class| !class.read(rt).is_heap_type())
                && this.owner.is(&rt.types().r#type) =>
        {
            // It is refused before the name is looked at.
            code(rt, own, at(0), given.get(1).copied()).map(|()| none)
        }
        SlotFn::GetAttr(_) | SlotFn::SetAttr(_) if !at(0).is_payload::<StrObject>() => {
            let of = rt.type_name(at(0));
            Err(rt.type_error(format!("attribute name must be string, not '{of}'")))
        }
        SlotFn::GetAttr(code) => match code(rt, own, at(0))? {
            Some(value) => Ok(value),
            // `type` leaves it to the caller to tell the name; `object` asks classes like all others.
            None if this.owner.is(&rt.types().r#type) => {
                let text = rt.text_of(at(0)).into_owned();
                let class = rt.as_type(own).map(|class| class.read(rt).full_name().to_owned());
                let class = class.unwrap_or_default();
                let message = format!("type object '{class}' has no attribute '{text}'");
                Err(rt.attribute_error(message))
            }
            None if this.owner.is(&rt.types().object) => {
                let text = rt.text_of(at(0)).into_owned();
                let class = rt.type_name(own);
                let message = format!("'{class}' object has no attribute '{text}'");
                Err(rt.attribute_error_for(&message, own, at(0)))
            }
            None => Err(rt.no_attribute(own, at(0))),
        },
        SlotFn::SetAttr(code) => code(rt, own, at(0), given.get(1).copied()).map(|()| none),
        SlotFn::DescrGet(code) => {
            let (instance, owner) = (present(0), present(1));
            if instance.is_none() && owner.is_none() {
                return Err(rt.type_error("__get__(None, None) is invalid"));
            }
            code(rt, own, instance, owner)
        }
        SlotFn::DescrSet(code) => code(rt, own, at(0), given.get(1).copied()).map(|()| none),
        SlotFn::IterNext(_) if rt.has_slot(own, SlotId::AmSend) => rt.next_or_raise(own),
        SlotFn::IterNext(code) => match code(rt, own)? {
            Some(value) => Ok(value),
            None => Err(rt.stop_iteration(None)),
        },
        SlotFn::RichCompare(code) => match CompareOp::from_special(this.special) {
            Some(op) => code(rt, own, at(0), op),
            None => Ok(singletons::not_implemented()),
        },
        SlotFn::Contains(code) => code(rt, own, at(0)).map(singletons::bool),
        SlotFn::SizeArg(code) => {
            let count = match this.special {
                SpecialId::GetItem => index(rt, own, at(0))?,
                _ => size(rt, at(0))?,
            };
            code(rt, own, count)
        }
        SlotFn::SizeObjArg(code) => {
            let index = index(rt, own, at(0))?;
            code(rt, own, index, given.get(1).copied()).map(|()| none)
        }
        SlotFn::ObjObjArg(code) => code(rt, own, at(0), given.get(1).copied()).map(|()| none),
        SlotFn::Finalize(code) => code(rt, own).map(|()| none),
        SlotFn::GetBuffer(code) => {
            let flags = size(rt, at(0))?;
            code(rt, own, flags as i64)
        }
        SlotFn::ReleaseBuffer(code) => code(rt, own, at(0)).map(|()| none),
        // `__new__` and `send` are native functions, never wrappers.
        _ => Err(rt.type_error("this slot cannot be called through a wrapper")),
    }
}

/// The index of an item, from the end if it is negative.
fn index(rt: &mut Runtime, own: Borrowed<'_>, value: Borrowed<'_>) -> Result<isize> {
    let index = size(rt, value)?;
    if index < 0 && rt.has_slot(own, SlotId::SqLength) {
        return Ok(index.saturating_add_unsigned(rt.len(own)?));
    }
    Ok(index)
}

fn size(rt: &mut Runtime, value: Borrowed<'_>) -> Result<isize> {
    rt.index_as_size(value, |rt, value| {
        rt.overflow_error(format!(
            "cannot fit '{}' into an index-sized integer",
            rt.type_name(value)
        ))
    })
}

fn repr(rt: &mut Runtime, descriptor: Borrowed<'_>) -> Result {
    let this = this(rt, descriptor)?;
    let this = this.frozen();
    super::describe(rt, "slot wrapper", &this.name.read(rt).as_str(), &this.owner)
}

fn repr_bound(rt: &mut Runtime, wrapper: Borrowed<'_>) -> Result {
    let this = bound(rt, wrapper)?;
    let this = this.frozen();
    let text = format!(
        "<method-wrapper '{}' of {} object at {:#x}>",
        this.wrapper.frozen().name.read(rt).as_str(),
        rt.type_name(this.instance.as_ref()),
        this.instance.identity()
    );
    rt.str(&text).map(|text| text.into_value())
}

/// Equal if they wrap the same slot of the same object.
fn compare_bound(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    other: Borrowed<'_>,
    op: CompareOp,
) -> Result {
    let (Some(a), Some(b)) =
        (own.typed::<MethodWrapperObject>(), other.typed::<MethodWrapperObject>())
    else {
        return Ok(singletons::not_implemented());
    };
    let _ = &rt;
    let equal =
        a.frozen().wrapper.is(&b.frozen().wrapper) && a.frozen().instance.is(&b.frozen().instance);
    Ok(match op {
        CompareOp::Eq => singletons::bool(equal),
        CompareOp::Ne => singletons::bool(!equal),
        _ => singletons::not_implemented(),
    })
}

fn hash_bound(rt: &mut Runtime, own: Borrowed<'_>) -> Result<i64> {
    let this = bound(rt, own)?;
    let this = this.frozen();
    let (instance, wrapper) =
        (rt.identity_hash(this.instance.as_ref()), rt.identity_hash(this.wrapper.as_ref()));
    Ok(objmodel::hash::valid(instance ^ wrapper))
}

fn signature(rt: &mut Runtime, slot: SlotId, special: SpecialId) -> Result {
    match slot.named(special) {
        Some(named) => rt.str(named.signature).map(|text| text.into_value()),
        None => Ok(singletons::none()),
    }
}

fn text_signature(rt: &mut Runtime, descriptor: Borrowed<'_>) -> Result {
    let this = this(rt, descriptor)?;
    signature(rt, this.frozen().slot, this.frozen().special)
}

fn bound_text_signature(rt: &mut Runtime, wrapper: Borrowed<'_>) -> Result {
    let this = bound(rt, wrapper)?;
    let wrapper = this.frozen().wrapper.frozen();
    signature(rt, wrapper.slot, wrapper.special)
}

fn bound_self(rt: &mut Runtime, wrapper: Borrowed<'_>) -> Result {
    Ok(bound(rt, wrapper)?.frozen().instance.clone())
}

/// Found again as an attribute of the instance.
fn reduce_bound(rt: &mut Runtime, args: Args<'_>) -> Result {
    let this = bound(rt, args.at(0))?;
    let this = this.frozen();
    let name = this.wrapper.frozen().name.clone().into_value();
    crate::reduce::attribute_of(rt, this.instance.clone(), name)
}

/// The table of `wrapper_descriptor`.
pub(crate) const WRAPPER: ClassSpec = ClassSpec {
    name: "wrapper_descriptor",
    subclassable: false,
    slots: &[
        (SlotId::TpCall, SlotFn::Call(call)),
        (SlotId::TpDescrGet, SlotFn::DescrGet(get)),
        (SlotId::TpRepr, SlotFn::Unary(repr)),
    ],
    methods: Attributes::<WrapperObject>::REDUCE,
    getset: &[
        Attributes::<WrapperObject>::NAME,
        Attributes::<WrapperObject>::OBJCLASS,
        Attributes::<WrapperObject>::QUALNAME,
        Attributes::<WrapperObject>::DOC,
        GetSetSpec::read_only("__text_signature__", text_signature),
    ],
    ..ClassSpec::DEFAULT
}
.checked();

/// The table of `method-wrapper`.
pub(crate) const METHOD_WRAPPER: ClassSpec = ClassSpec {
    name: "method-wrapper",
    subclassable: false,
    slots: &[
        (SlotId::TpCall, SlotFn::Call(call_bound)),
        (SlotId::TpRepr, SlotFn::Unary(repr_bound)),
        (SlotId::TpRichcompare, SlotFn::RichCompare(compare_bound)),
        (SlotId::TpHash, SlotFn::Hash(hash_bound)),
    ],
    methods: &[MethodSpec::method("__reduce__", "($self, /)", reduce_bound)],
    getset: &[
        GetSetSpec { member: false, ..Attributes::<MethodWrapperObject>::NAME },
        GetSetSpec { member: false, ..Attributes::<MethodWrapperObject>::OBJCLASS },
        Attributes::<MethodWrapperObject>::QUALNAME,
        Attributes::<MethodWrapperObject>::DOC,
        GetSetSpec::read_only("__text_signature__", bound_text_signature),
        GetSetSpec::member("__self__", bound_self),
    ],
    ..ClassSpec::DEFAULT
}
.checked();
