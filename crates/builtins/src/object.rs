//! `object`: what every class inherits (data model, "Basic customization").

use objmodel::objects::str::StrObject;
use objmodel::slots::{CompareOp, SlotId, SpecialId};
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, GetSetSpec, MethodSpec};
use objmodel::{Args, Borrowed, CallArgs, Result, Runtime, Type, Value, singletons};

use crate::reduce;

/// Whether a class takes a special method from another class than `object`.
fn overrides(rt: &mut Runtime, class: &Type, special: SpecialId) -> bool {
    if let Some(overrides) = rt.overrides_natively(class, special) {
        return overrides;
    }
    if special == SpecialId::New {
        // A slot with an object in it is not that of `object`, even if the object is `object.__new__`.
        return true;
    }
    let name = rt.names().special(special).clone();
    let object = rt.types().object.clone();
    match (rt.lookup(class, &name), rt.lookup(&object, &name)) {
        (Some(own), Some(base)) => !own.is(&base),
        _ => false,
    }
}

/// Arguments are refused unless the other of `__new__` and `__init__` takes them.
fn excess(
    rt: &mut Runtime,
    class: &Type,
    args: CallArgs<'_>,
    own: SpecialId,
    other: SpecialId,
) -> Result<()> {
    if args.is_empty() {
        return Ok(());
    }
    if overrides(rt, class, own) {
        let method = own.name();
        let what =
            if own == SpecialId::New { "type to instantiate" } else { "instance to initialize" };
        return Err(
            rt.type_error(format!("object.{method}() takes exactly one argument (the {what})"))
        );
    }
    if overrides(rt, class, other) {
        return Ok(());
    }
    let name = class.read(rt).full_name();
    Err(rt.type_error(match own {
        SpecialId::New => format!("{name}() takes no arguments"),
        _ => format!("{name}.__init__() takes exactly one argument (the instance to initialize)"),
    }))
}

fn new<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    excess(rt, class, args, SpecialId::New, SpecialId::Init)?;
    if let Some(error) = rt.abstract_class_error(class)? {
        return Err(error);
    }
    rt.new_instance(class)
}

fn init<'a>(rt: &mut Runtime, this: Borrowed<'a>, args: CallArgs<'a>) -> Result<()> {
    let class = rt.type_of(this).to_gc();
    excess(rt, &class, args, SpecialId::Init, SpecialId::New)
}

fn repr(rt: &mut Runtime, this: Borrowed<'_>) -> Result {
    let class = rt.type_of(this).to_gc();
    let name = rt.qualified_name(&class)?;
    let address = this.identity();
    rt.str(&format!("<{name} object at {address:#x}>")).map(|text| text.into_value())
}

/// What `__repr__` returns, be it a string or not.
fn str(rt: &mut Runtime, this: Borrowed<'_>) -> Result {
    rt.repr_unchecked(this)
}

fn hash(rt: &mut Runtime, this: Borrowed<'_>) -> Result<i64> {
    Ok(rt.identity_hash(this))
}

/// Equal to itself alone; `!=` is the opposite of what `==` of the class says.
fn compare(rt: &mut Runtime, this: Borrowed<'_>, other: Borrowed<'_>, op: CompareOp) -> Result {
    match op {
        CompareOp::Eq if this.is(&other) => Ok(singletons::bool(true)),
        CompareOp::Ne => {
            let answer = rt.compare_by(CompareOp::Eq, this, other)?;
            if singletons::is_not_implemented(&answer) {
                return Ok(answer);
            }
            let equal = rt.is_true(answer.as_ref())?;
            Ok(singletons::bool(!equal))
        }
        _ => Ok(singletons::not_implemented()),
    }
}

fn get_attribute(
    rt: &mut Runtime,
    this: Borrowed<'_>,
    name: Borrowed<'_>,
) -> Result<Option<Value>> {
    let name = attribute_name(rt, name)?;
    rt.generic_getattr(this, &name)
}

fn set_attribute(
    rt: &mut Runtime,
    this: Borrowed<'_>,
    name: Borrowed<'_>,
    value: Option<Borrowed<'_>>,
) -> Result<()> {
    let name = attribute_name(rt, name)?;
    rt.generic_setattr(this, &name, value)
}

fn attribute_name(rt: &Runtime, name: Borrowed<'_>) -> Result<objmodel::Gc<StrObject>> {
    match name.typed::<StrObject>() {
        Some(name) => {
            // It is hashed, if that was not done before.
            rt.tick(name.read(rt).as_bytes().len() / 256)?;
            Ok(name.to_gc())
        }
        None => {
            Err(rt
                .type_error(format!("attribute name must be string, not '{}'", rt.type_name(name))))
        }
    }
}

fn class(rt: &mut Runtime, this: Borrowed<'_>) -> Result {
    Ok(rt.type_of(this).to_gc().into_value())
}

fn set_class(rt: &mut Runtime, this: Borrowed<'_>, value: Option<Borrowed<'_>>) -> Result<()> {
    let Some(value) = value else {
        return Err(rt.type_error("can't delete __class__ attribute"));
    };
    let Some(class) = rt.as_type(value) else {
        return Err(rt.type_error(format!(
            "__class__ must be set to a class, not '{}' object",
            rt.type_name(value)
        )));
    };
    rt.change_class(this, &class.to_gc())
}

fn dir(rt: &mut Runtime, args: Args<'_>) -> Result {
    let names = rt.attribute_names(args.at(0))?;
    rt.list(names).map(|list| list.into_value())
}

fn format(rt: &mut Runtime, args: Args<'_>) -> Result {
    let [this, spec] = args.take();
    let Some(text) = spec.get::<StrObject>(rt) else {
        let name = rt.argument_name(spec);
        return Err(rt.type_error(format!("__format__() argument must be str, not {name}")));
    };
    if !text.is_empty() {
        let name = rt.type_name(this);
        return Err(rt.type_error(format!("unsupported format string passed to {name}.__format__")));
    }
    rt.to_str(this).map(|text| text.into_value())
}

fn sizeof(rt: &mut Runtime, args: Args<'_>) -> Result {
    rt.int_from_usize(crate::type_::sizes::object_size(rt, args.at(0)))
}

fn nothing(_: &mut Runtime, _: Args<'_>) -> Result {
    Ok(singletons::none())
}

fn no_opinion(_: &mut Runtime, _: Args<'_>) -> Result {
    Ok(singletons::not_implemented())
}

/// `__sizeof__` of `object`, which CPython's tables of some other classes have again.
pub const SIZEOF: MethodSpec = MethodSpec::method("__sizeof__", "($self, /)", sizeof)
    .doc("How many bytes the object takes, without what it refers to.");

/// The table of `object`.
pub(crate) const OBJECT: ClassSpec = ClassSpec {
    name: "object",
    doc: Some(
        "The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and \
               returns a new featureless\ninstance that has no instance attributes and cannot be \
               given any.\n",
    ),
    text_signature: Some("()"),
    slots: &[
        (SlotId::TpRepr, SlotFn::Unary(repr)),
        (SlotId::TpHash, SlotFn::Hash(hash)),
        (SlotId::TpStr, SlotFn::Unary(str)),
        (SlotId::TpGetattro, SlotFn::GetAttr(get_attribute)),
        (SlotId::TpSetattro, SlotFn::SetAttr(set_attribute)),
        (SlotId::TpRichcompare, SlotFn::RichCompare(compare)),
        (SlotId::TpInit, SlotFn::Init(init)),
        (SlotId::TpNew, SlotFn::New(new)),
    ],
    methods: &[
        MethodSpec::method("__dir__", "($self, /)", dir).doc("Default dir() implementation."),
        MethodSpec::method("__format__", "($self, format_spec, /)", format).doc(
            "Default object formatter.\n\nReturn str(self) if format_spec is empty. Raise \
             TypeError otherwise.",
        ),
        SIZEOF.doc("Size of object in memory, in bytes."),
        reduce::METHODS[0],
        reduce::METHODS[1],
        reduce::METHODS[2],
        MethodSpec::class_method("__init_subclass__", "($type, /)", nothing)
            .doc("This method is called when a class is subclassed."),
        MethodSpec::class_method("__subclasshook__", "($type, object, /)", no_opinion)
            .doc("Abstract classes can override this to customize issubclass()."),
    ],
    getset: &[GetSetSpec::writable("__class__", class, set_class).doc("the object's class")],
    ..ClassSpec::DEFAULT
}
.checked();
