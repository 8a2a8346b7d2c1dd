//! `types.GenericAlias`: `list[int]` and the like (PEP 585).

use objmodel::gc::Trace;
use objmodel::objects::builder::TextBuilder;
use objmodel::objects::str::{Str, StrObject};
use objmodel::objects::tuple::{Tuple, TupleObject};
use objmodel::slots::{CompareOp, SlotId};
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, GetSetSpec, MethodSpec};
use objmodel::{Args, Borrowed, CallArgs, Gc, Payload, Result, Runtime, Type, Value, singletons};

use crate::pure_error::OrRaise;
use crate::sequence;
use crate::type_arguments;

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
///
/// # Errors
/// `MemoryError`.
pub fn make(rt: &mut Runtime, origin: Borrowed<'_>, args: Borrowed<'_>) -> Result {
    let alias = alias(rt, origin, args)?;
    rt.alloc_registered(alias).map(Gc::into_value)
}

/// `__class_getitem__` of a class that makes generic aliases.
pub(crate) fn class_getitem(rt: &mut Runtime, args: Args<'_>) -> Result {
    make(rt, args.at(0), args.at(1))
}

/// `__class_getitem__` in the table of a generic class.
pub const CLASS_GETITEM: MethodSpec =
    MethodSpec::class_method("__class_getitem__", "($type, object, /)", class_getitem)
        .doc("See PEP 585");

fn alias(rt: &mut Runtime, origin: Borrowed<'_>, args: Borrowed<'_>) -> Result<GenericAlias> {
    let args = match args.typed::<TupleObject>() {
        Some(args) => args.to_gc(),
        None => rt.tuple([args.to_value()].into_iter())?,
    };
    Ok(GenericAlias { origin: origin.to_value(), args, starred: false })
}

fn new<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    if args.has_keywords() {
        return Err(rt.type_error("GenericAlias() takes no keyword arguments"));
    }
    let [origin, parameters] = args.positionals() else {
        return Err(rt.type_error(format!("GenericAlias expected 2 arguments, got {}", args.len())));
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
    write_shown_alone(rt, value, out)
}

/// Appends how an alias shows an argument that is no list.
fn write_shown_alone(rt: &mut Runtime, value: &Value, out: &mut TextBuilder) -> Result<()> {
    if singletons::of(value) == Some(singletons::Singleton::Ellipsis) {
        return out.append(rt, b"...");
    }
    match qualified(rt, value)? {
        Some(name) => out.append(rt, name.as_bytes()),
        None => rt.write_repr(value.as_ref(), out),
    }
}

/// Module and qualified name of what says so and is no alias itself: a class, a function.
fn qualified(rt: &mut Runtime, value: &Value) -> Result<Option<String>> {
    let names = rt.names();
    let (qualname, module) = (names.qualname.clone(), names.module.clone());
    let (origin, args) = (rt.intern("__origin__")?, rt.intern("__args__")?);
    if rt.lookup_attr(value, &origin)?.is_some() && rt.lookup_attr(value, &args)?.is_some() {
        return Ok(None);
    }
    let Some(qualname) = rt.lookup_attr(value, &qualname)? else { return Ok(None) };
    let Some(module) = rt.lookup_attr(value, &module)? else { return Ok(None) };
    if singletons::is_none(&module) {
        return Ok(None);
    }
    let qualname = rt.to_str(&qualname)?.read(rt).as_str().into_owned();
    if module.get::<StrObject>(rt).is_some_and(|module| module.as_bytes() == b"builtins") {
        return Ok(Some(qualname));
    }
    let module = rt.to_str(&module)?;
    Ok(Some(format!("{}.{qualname}", module.read(rt).as_str())))
}

fn repr(rt: &mut Runtime, own: Borrowed<'_>, out: &mut TextBuilder) -> Result<()> {
    let (origin, args, starred) = parts(rt, own)?;
    if starred {
        out.append(rt, b"*")?;
    }
    write_shown_alone(rt, &origin, out)?;
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
    "__bases__",
];

/// The names of the origin and those that are the alias's own.
fn dir(rt: &mut Runtime, args: Args<'_>) -> Result {
    let (origin, ..) = parts(rt, args.at(0))?;
    let mut names = crate::functions::inspect::names_of(rt, origin.as_ref())?;
    for own in OWN {
        let own = rt.intern(own)?.into_value();
        let mut known = false;
        for name in &names {
            known |= rt.equal(name.as_ref(), own.as_ref())?;
        }
        if !known {
            names.push(own).into_py(rt)?;
        }
    }
    rt.list_of(names).map(Gc::into_value)
}

/// The arguments of a tuple that is to be unpacked among other arguments.
fn unpacked_arguments(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let (origin, args, starred) = parts(rt, own)?;
    match starred && origin.is(&rt.types().tuple) {
        true => Ok(args.into_value()),
        false => Ok(singletons::none()),
    }
}

/// The payload of the iterator over an alias, which gives it once, unpacked.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(crate) struct GenericAliasIterator {
    alias: Option<Value>,
}

impl Payload for GenericAliasIterator {}

fn next(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    let alias = own.get_mut::<GenericAliasIterator>(rt).and_then(|own| own.alias.take());
    let Some(alias) = alias else { return Ok(None) };
    let (origin, args, _) = parts(rt, alias.as_ref())?;
    rt.alloc_registered(GenericAlias { origin, args, starred: true }).map(Gc::into_value).map(Some)
}

/// What is left to be given: the alias, or nothing.
fn reduce_iterator(rt: &mut Runtime, args: Args<'_>) -> Result {
    let iter = crate::iterator::reduce::builtin(rt, "iter")?;
    let left = args.at(0).get::<GenericAliasIterator>(rt).and_then(|own| own.alias.clone());
    let left = match left {
        Some(alias) => alias,
        None => crate::iterator::reduce::no_tuple(rt)?,
    };
    let arguments = rt.tuple([left].into_iter())?.into_value();
    rt.tuple([iter, arguments].into_iter()).map(Gc::into_value)
}

/// `GenericAlias(origin, arguments)`; a starred one is what the iterator over that gives.
fn reduce(rt: &mut Runtime, args: Args<'_>) -> Result {
    let (origin, given, starred) = parts(rt, args.at(0))?;
    if !starred {
        let parts = [origin, given.into_value()];
        return crate::iterator::reduce::instance(rt, args.at(0), parts.into_iter(), None);
    }
    let plain = make(rt, origin.as_ref(), given.as_ref())?;
    let iterator = rt.iter(&plain)?;
    crate::iterator::reduce::again(rt, "next", iterator, None)
}

/// The table of `generic_alias_iterator`.
pub(crate) const GENERIC_ALIAS_ITERATOR: ClassSpec = ClassSpec {
    name: "generic_alias_iterator",
    subclassable: false,
    slots: &[
        (SlotId::TpIter, SlotFn::Unary(crate::iterator::itself)),
        (SlotId::TpIternext, SlotFn::IterNext(next)),
    ],
    methods: &[MethodSpec::method("__reduce__", "($self, /)", reduce_iterator)],
    ..ClassSpec::DEFAULT
}
.checked();

fn get_attribute(rt: &mut Runtime, own: Borrowed<'_>, name: Borrowed<'_>) -> Result<Option<Value>> {
    let Some(name) = name.typed::<StrObject>() else {
        let of = rt.type_name(name);
        return Err(rt.type_error(format!("attribute name must be string, not '{of}'")));
    };
    let name: Str = name.to_gc();
    let text = rt.text_of(name.as_ref()).into_owned();
    if OWN.contains(&text.as_str()) {
        return rt.generic_getattr(own, &name);
    }
    let (origin, ..) = parts(rt, own)?;
    rt.getattr(&origin, &name).map(Some)
}

fn iter(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    rt.alloc_registered(GenericAliasIterator { alias: Some(own.to_value()) }).map(Gc::into_value)
}

/// The alias with types in place of the parameters in its arguments.
fn subscript(rt: &mut Runtime, own: Borrowed<'_>, item: Borrowed<'_>) -> Result {
    let (origin, args, starred) = parts(rt, own)?;
    let args = type_arguments::substitute(rt, own, &args, item)?;
    let args = rt.tuple(args.into_iter())?;
    rt.alloc_registered(GenericAlias { origin, args, starred }).map(Gc::into_value)
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

fn parameters(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let (_, args, _) = parts(rt, own)?;
    let found = type_arguments::parameters(rt, &args)?;
    rt.tuple(found.into_iter()).map(Gc::into_value)
}

fn unpacked(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    Ok(singletons::bool(parts(rt, own)?.2))
}

/// The table of `GenericAlias`.
pub(crate) const GENERIC_ALIAS: ClassSpec = ClassSpec {
    name: "types.GenericAlias",
    text_signature: Some("(origin, args, /)"),
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
    weakref: true,
    methods: &[
        MethodSpec::method("__dir__", "($self, /)", dir),
        MethodSpec::method("__reduce__", "($self, /)", reduce),
        MethodSpec::method("__mro_entries__", "($self, object, /)", mro_entries),
        MethodSpec::method("__instancecheck__", "($self, object, /)", no_check),
        MethodSpec::method("__subclasscheck__", "($self, object, /)", no_subclass_check),
    ],
    getset: &[
        GetSetSpec::member("__origin__", origin),
        GetSetSpec::member("__args__", arguments),
        GetSetSpec::read_only("__parameters__", parameters),
        GetSetSpec::read_only("__typing_unpacked_tuple_args__", unpacked_arguments),
        GetSetSpec::member("__unpacked__", unpacked),
    ],
    ..ClassSpec::DEFAULT
}
.checked();
