//! `bool`: `True` and `False`, a subclass of `int`.

use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::ClassSpec;
use objmodel::{Borrowed, CallArgs, Gc, Result, Runtime, Type, singletons};

fn new<'a>(rt: &mut Runtime, _: &Type, args: CallArgs<'a>) -> Result {
    if args.has_keywords() {
        return Err(rt.type_error("bool() takes no keyword arguments"));
    }
    match args.positionals() {
        [] => Ok(singletons::bool(false)),
        [value] => rt.is_true(*value).map(singletons::bool),
        more => Err(rt.type_error(format!("bool expected at most 1 argument, got {}", more.len()))),
    }
}

fn repr(rt: &mut Runtime, this: Borrowed<'_>) -> Result {
    let text = if singletons::as_bool(&this) == Some(true) { "True" } else { "False" };
    rt.intern(text).map(Gc::into_value)
}

/// Defines an operator that stays `bool` between two of them, and else is that of `int`.
macro_rules! logic {
    ($($name:ident $operator:tt $int:ident;)*) => {$(
        fn $name(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
            match (singletons::as_bool(&own), singletons::as_bool(&other)) {
                (Some(own), Some(other)) => Ok(singletons::bool(own $operator other)),
                _ => crate::int::$int(rt, own, other),
            }
        }
    )*};
}

logic! {
    and & bit_and;
    or | bit_or;
    xor ^ bit_xor;
}

fn invert(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let category = rt.types().deprecation_warning.clone();
    rt.warn(
        &category,
        "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This \
         returns the bitwise inversion of the underlying int object and is usually not what you \
         expect from negating a bool. Use the 'not' operator for boolean negation or ~int(x) if you \
         really want the bitwise inversion of the underlying int.",
    )?;
    rt.int(if singletons::as_bool(&own) == Some(true) { -2 } else { -1 })
}

/// The table of `bool`.
pub(crate) const BOOL: ClassSpec = ClassSpec {
    name: "bool",
    doc: Some(
        "Returns True when the argument is true, False otherwise.\nThe builtins True and False \
         are the only two instances of the class bool.\nThe class bool is a subclass of the class \
         int, and cannot be subclassed.",
    ),
    text_signature: Some("(object=False, /)"),
    subclassable: false,
    slots: &[
        (SlotId::TpNew, SlotFn::New(new)),
        (SlotId::TpRepr, SlotFn::Unary(repr)),
        (SlotId::NbAnd, SlotFn::Binary(and)),
        (SlotId::NbRand, SlotFn::Binary(and)),
        (SlotId::NbOr, SlotFn::Binary(or)),
        (SlotId::NbRor, SlotFn::Binary(or)),
        (SlotId::NbXor, SlotFn::Binary(xor)),
        (SlotId::NbRxor, SlotFn::Binary(xor)),
        (SlotId::NbInvert, SlotFn::Unary(invert)),
    ],
    ..ClassSpec::DEFAULT
}
.checked();
