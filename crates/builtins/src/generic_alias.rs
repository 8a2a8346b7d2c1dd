//! `types.GenericAlias`: `list[int]` and the like (PEP 585).

use objmodel::gc::Trace;
use objmodel::objects::builder::TextBuilder;
use objmodel::objects::str::Str;
use objmodel::objects::tuple::{Tuple, TupleObject};
use objmodel::slots::{CompareOp, SlotId};
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, GetSetSpec, MethodSpec};
use objmodel::{Args, Borrowed, CallArgs, Gc, Payload, Result, Runtime, Type, Value, singletons};

use crate::sequence;

/// The payload of `GenericAlias`.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(crate) struct GenericAlias {
    origin: Value,
    args: Tuple,
    /// Whether it came from `*list[int]`.
    #[trace(leaf)]
    starred: bool,
}

impl Payload for GenericAlias {}

/// `origin[args]`
pub fn make(rt: &mut Runtime, origin: Borrowed<'_>, args: Borrowed<'_>) -> Result {
    let alias = alias(rt, origin, args)?;
    rt.alloc_registered(alias).map(Gc::into_value)
}

fn alias(rt: &mut Runtime, origin: Borrowed<'_>, args: Borrowed<'_>) -> Result<GenericAlias> {
    let args = match args.typed::<TupleObject>() {
        Some(args) => args.to_gc(),
        None => rt.tuple([args.to_value()].into_iter())?,
    };
    Ok(GenericAlias { origin: origin.to_value(), args, starred: false })
}

fn new<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    let [origin, parameters] = args.all() else {
        return Err(
            rt.type_error(format!("GenericAlias expected 2 arguments, got {}", args.all().len()))
        );
    };
    let alias = alias(rt, *origin, *parameters)?;
    rt.alloc(class, alias).map(Gc::into_value)
}

fn parts(rt: &Runtime, own: Borrowed<'_>) -> Result<(Value, Tuple, bool)> {
    match own.get::<GenericAlias>(rt) {
        Some(alias) => Ok((alias.origin.clone(), alias.args.clone(), alias.starred)),
        None => Err(rt.type_error("a 'types.GenericAlias' object is required")),
    }
}

/// Appends how a class or alias is shown inside an alias: a class by its qualified name.
pub(crate) fn write_shown(rt: &mut Runtime, value: &Value, out: &mut TextBuilder) -> Result<()> {
    if singletons::of(value) == Some(singletons::Singleton::Ellipsis) {
        return out.append(rt, b"...");
    }
    if singletons::is_none(value) {
        return out.append(rt, b"None");
    }
    if value.is_payload::<objmodel::objects::list::ListObject>() {
        rt.check_stack(" while getting the repr of an object")?;
        out.append(rt, b"[")?;
        let mut index = 0;
        while let Some(item) = sequence::items(rt, value.as_ref()).get(index).cloned() {
            if index > 0 {
                out.append(rt, b", ")?;
            }
            rt.tick(1)?;
            write_shown(rt, &item, out)?;
            index += 1;
        }
        return out.append(rt, b"]");
    }
    if !value.is_payload::<GenericAlias>()
        && let Some(class) = rt.as_type(value.as_ref()).map(|class| class.to_gc())
    {
        let name = rt.qualified_name(&class)?;
        return out.append(rt, name.as_bytes());
    }
    rt.write_repr(value.as_ref(), out)
}

fn repr(rt: &mut Runtime, own: Borrowed<'_>, out: &mut TextBuilder) -> Result<()> {
    let (origin, args, starred) = parts(rt, own)?;
    if starred {
        out.append(rt, b"*")?;
    }
    write_shown(rt, &origin, out)?;
    out.append(rt, b"[")?;
    let mut index = 0;
    while let Some(arg) = args.read(rt).items().get(index).cloned() {
        if index > 0 {
            out.append(rt, b", ")?;
        }
        rt.tick(1)?;
        write_shown(rt, &arg, out)?;
        index += 1;
    }
    out.append(rt, if index == 0 { b"()]" } else { b"]" })
}

fn hash(rt: &mut Runtime, own: Borrowed<'_>) -> Result<i64> {
    let (origin, args, _) = parts(rt, own)?;
    let (a, b) = (rt.hash(origin.as_ref())?, rt.hash(args.as_ref())?);
    Ok(objmodel::hash::valid(a ^ b))
}

fn rich_compare(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>, op: CompareOp) -> Result {
    if !other.is_payload::<GenericAlias>() || !matches!(op, CompareOp::Eq | CompareOp::Ne) {
        return Ok(singletons::not_implemented());
    }
    let (a, b) = (parts(rt, own)?, parts(rt, other)?);
    let equal = a.2 == b.2
        && rt.equal(a.0.as_ref(), b.0.as_ref())?
        && rt.equal(a.1.as_ref(), b.1.as_ref())?;
    Ok(singletons::bool(equal == (op == CompareOp::Eq)))
}

/// Calls the origin; the instance learns of the alias, if it can.
fn call<'a>(rt: &mut Runtime, own: Borrowed<'a>, args: CallArgs<'a>) -> Result {
    let (origin, ..) = parts(rt, own)?;
    let made = rt.call_with(origin.as_ref(), args)?;
    let name = rt.names().orig_class.clone();
    match rt.setattr(&made, &name, own) {
        Err(raise) if raise.halt().is_some() => Err(raise),
        _ => Ok(made),
    }
}

/// Attributes that are the alias's own; all others are those of the origin.
const OWN: &[&str] = &[
    "__class__",
    "__origin__",
    "__args__",
    "__parameters__",
    "__mro_entries__",
    "__unpacked__",
    "__typing_unpacked_tuple_args__",
    "__reduce_ex__",
    "__reduce__",
    "__copy__",
    "__deepcopy__",
];

fn get_attribute(rt: &mut Runtime, own: Borrowed<'_>, name: Borrowed<'_>) -> Result<Option<Value>> {
    let Ok(name) = name.to_value().downcast::<objmodel::objects::str::StrObject>() else {
        return Err(rt.type_error("attribute name must be string"));
    };
    let name: Str = name;
    let text = rt.text_of(name.as_ref()).into_owned();
    if OWN.contains(&text.as_str()) {
        return rt.generic_getattr(own, &name);
    }
    let (origin, ..) = parts(rt, own)?;
    rt.getattr(&origin, &name).map(Some)
}

fn iter(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let (origin, args, _) = parts(rt, own)?;
    let starred = rt.alloc_registered(GenericAlias { origin, args, starred: true })?.into_value();
    let items = rt.tuple([starred].into_iter())?;
    rt.iter(&items)
}

/// No parameter is left to be given, since nothing makes type variables.
pub(crate) fn subscript(rt: &mut Runtime, own: Borrowed<'_>, _: Borrowed<'_>) -> Result {
    let shown = rt.repr(own)?;
    let shown = shown.read(rt).as_str();
    Err(rt.type_error(format!("{shown} is not a generic class")))
}

fn or(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
    crate::union::or(rt, own, other)
}

fn reflected_or(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
    crate::union::or(rt, other, own)
}

fn mro_entries(rt: &mut Runtime, args: Args<'_>) -> Result {
    let (origin, ..) = parts(rt, args.at(0))?;
    rt.tuple([origin].into_iter()).map(Gc::into_value)
}

fn no_check(rt: &mut Runtime, _: Args<'_>) -> Result {
    Err(rt.type_error("isinstance() argument 2 cannot be a parameterized generic"))
}

fn no_subclass_check(rt: &mut Runtime, _: Args<'_>) -> Result {
    Err(rt.type_error("issubclass() argument 2 cannot be a parameterized generic"))
}

fn origin(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    Ok(parts(rt, own)?.0)
}

fn arguments(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    Ok(parts(rt, own)?.1.into_value())
}

fn parameters(rt: &mut Runtime, _: Borrowed<'_>) -> Result {
    rt.tuple([].into_iter()).map(Gc::into_value)
}

fn unpacked(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    Ok(singletons::bool(parts(rt, own)?.2))
}

/// The table of `GenericAlias`.
pub(crate) const GENERIC_ALIAS: ClassSpec = ClassSpec {
    name: "types.GenericAlias",
    doc: Some(
        "Represent a PEP 585 generic type\n\nE.g. for t = list[int], t.__origin__ is list and t.__args__ is (int,).",
    ),
    slots: &[
        (SlotId::TpNew, SlotFn::New(new)),
        (SlotId::TpRepr, SlotFn::Show(repr)),
        (SlotId::TpHash, SlotFn::Hash(hash)),
        (SlotId::TpRichcompare, SlotFn::RichCompare(rich_compare)),
        (SlotId::TpCall, SlotFn::Call(call)),
        (SlotId::TpGetattro, SlotFn::GetAttr(get_attribute)),
        (SlotId::TpIter, SlotFn::Unary(iter)),
        (SlotId::MpSubscript, SlotFn::Binary(subscript)),
        (SlotId::NbOr, SlotFn::Binary(or)),
        (SlotId::NbRor, SlotFn::Binary(reflected_or)),
    ],
    methods: &[
        MethodSpec::method("__mro_entries__", "($self, bases, /)", mro_entries),
        MethodSpec::method("__instancecheck__", "($self, instance, /)", no_check),
        MethodSpec::method("__subclasscheck__", "($self, class, /)", no_subclass_check),
    ],
    getset: &[
        GetSetSpec::member("__origin__", origin),
        GetSetSpec::member("__args__", arguments),
        GetSetSpec::read_only("__parameters__", parameters),
        GetSetSpec::member("__unpacked__", unpacked),
    ],
    ..ClassSpec::DEFAULT
};
