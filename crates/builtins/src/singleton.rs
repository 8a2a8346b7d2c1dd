//! `NoneType`, `NotImplementedType` and `ellipsis`: classes of one object each.

use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, MethodSpec};
use objmodel::{Args, Borrowed, CallArgs, CompareOp, Gc, Result, Runtime, Type, singletons};

macro_rules! singleton {
    ($new:ident $repr:ident $class:literal $text:literal $value:expr) => {
        fn $new<'a>(rt: &mut Runtime, _: &Type, args: CallArgs<'a>) -> Result {
            if !args.is_empty() {
                return Err(rt.type_error(concat!($class, " takes no arguments")));
            }
            Ok($value)
        }

        fn $repr(rt: &mut Runtime, _: Borrowed<'_>) -> Result {
            rt.intern($text).map(Gc::into_value)
        }
    };
}

singleton!(new_none repr_none "NoneType" "None" singletons::none());
singleton!(new_not_implemented repr_not_implemented
    "NotImplementedType" "NotImplemented" singletons::not_implemented());
singleton!(new_ellipsis repr_ellipsis "EllipsisType" "Ellipsis" singletons::ellipsis());

fn none_is_true(_: &mut Runtime, _: Borrowed<'_>) -> Result<bool> {
    Ok(false)
}

fn not_implemented_is_true(rt: &mut Runtime, _: Borrowed<'_>) -> Result<bool> {
    let category = rt.types().deprecation_warning.clone();
    rt.warn(&category, "NotImplemented should not be used in a boolean context")?;
    Ok(true)
}

/// Equal to itself, and nothing else is known of any comparison.
fn compare_none(_: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>, op: CompareOp) -> Result {
    Ok(match op {
        CompareOp::Eq if own.is(&other) => singletons::bool(true),
        CompareOp::Ne if own.is(&other) => singletons::bool(false),
        _ => singletons::not_implemented(),
    })
}

/// One number in every process, as in CPython since 3.12.
fn hash_none(_: &mut Runtime, _: Borrowed<'_>) -> Result<i64> {
    Ok(0xfca8_6420)
}

fn reduce_not_implemented(rt: &mut Runtime, _: Args<'_>) -> Result {
    rt.intern("NotImplemented").map(Gc::into_value)
}

fn reduce_ellipsis(rt: &mut Runtime, _: Args<'_>) -> Result {
    rt.intern("Ellipsis").map(Gc::into_value)
}

/// The table of `NoneType`.
pub(crate) const NONE: ClassSpec = ClassSpec {
    name: "NoneType",
    text_signature: Some("()"),
    doc: Some("The type of the None singleton."),
    subclassable: false,
    slots: &[
        (SlotId::TpNew, SlotFn::New(new_none)),
        (SlotId::TpRepr, SlotFn::Unary(repr_none)),
        (SlotId::TpHash, SlotFn::Hash(hash_none)),
        (SlotId::TpRichcompare, SlotFn::RichCompare(compare_none)),
        (SlotId::NbBool, SlotFn::Inquiry(none_is_true)),
    ],
    ..ClassSpec::DEFAULT
}
.checked();

/// The table of `NotImplementedType`.
pub(crate) const NOT_IMPLEMENTED: ClassSpec = ClassSpec {
    name: "NotImplementedType",
    text_signature: Some("()"),
    doc: Some("The type of the NotImplemented singleton."),
    subclassable: false,
    slots: &[
        (SlotId::TpNew, SlotFn::New(new_not_implemented)),
        (SlotId::TpRepr, SlotFn::Unary(repr_not_implemented)),
        (SlotId::NbBool, SlotFn::Inquiry(not_implemented_is_true)),
    ],
    methods: &[MethodSpec::method("__reduce__", "($self, /)", reduce_not_implemented)],
    ..ClassSpec::DEFAULT
}
.checked();

/// The table of `ellipsis`.
pub(crate) const ELLIPSIS: ClassSpec = ClassSpec {
    name: "ellipsis",
    text_signature: Some("()"),
    doc: Some("The type of the Ellipsis singleton."),
    subclassable: false,
    slots: &[
        (SlotId::TpNew, SlotFn::New(new_ellipsis)),
        (SlotId::TpRepr, SlotFn::Unary(repr_ellipsis)),
    ],
    methods: &[MethodSpec::method("__reduce__", "($self, /)", reduce_ellipsis)],
    ..ClassSpec::DEFAULT
}
.checked();
