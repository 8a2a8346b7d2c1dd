//! Functions about attributes and classes: `getattr`, `hasattr`, `isinstance` and the like.

use objmodel::native::Intrinsic;
use objmodel::objects::str::{Str, StrObject};
use objmodel::types::spec::MethodSpec;
use objmodel::{Args, Borrowed, CallArgs, Result, Runtime, singletons};

fn attribute_name(rt: &Runtime, function: &str, name: Borrowed<'_>) -> Result<Str> {
    match name.typed::<StrObject>() {
        Some(name) => {
            // It is hashed, if that was not done before.
            rt.tick(name.read(rt).as_bytes().len() / 256)?;
            Ok(name.to_gc())
        }
        None if function.is_empty() => {
            Err(rt
                .type_error(format!("attribute name must be string, not '{}'", rt.type_name(name))))
        }
        None => Err(rt.type_error(format!("{function}(): attribute name must be string"))),
    }
}

/// `getattr(object, name[, default])`.
fn getattr(rt: &mut Runtime, args: CallArgs<'_>) -> Result {
    if args.has_keywords() {
        return Err(rt.type_error("getattr() takes no keyword arguments"));
    }
    match args.positionals() {
        [object, name] => {
            let name = attribute_name(rt, "", *name)?;
            rt.getattr(*object, &name)
        }
        [object, name, default] => {
            let name = attribute_name(rt, "", *name)?;
            Ok(rt.lookup_attr(*object, &name)?.unwrap_or_else(|| default.to_value()))
        }
        given if given.len() < 2 => {
            Err(rt
                .type_error(format!("getattr expected at least 2 arguments, got {}", given.len())))
        }
        given => {
            Err(rt.type_error(format!("getattr expected at most 3 arguments, got {}", given.len())))
        }
    }
}

fn hasattr(rt: &mut Runtime, args: Args<'_>) -> Result {
    let [object, name] = args.take();
    let name = attribute_name(rt, "", name)?;
    Ok(singletons::bool(rt.lookup_attr(object, &name)?.is_some()))
}

fn setattr(rt: &mut Runtime, args: Args<'_>) -> Result {
    let [object, name, value] = args.take();
    let name = attribute_name(rt, "", name)?;
    rt.setattr(object, &name, value).map(|()| singletons::none())
}

fn delattr(rt: &mut Runtime, args: Args<'_>) -> Result {
    let [object, name] = args.take();
    let name = attribute_name(rt, "", name)?;
    rt.delattr(object, &name).map(|()| singletons::none())
}

fn isinstance(rt: &mut Runtime, args: Args<'_>) -> Result {
    let [object, classes] = args.take();
    rt.is_instance(object, classes).map(singletons::bool)
}

fn issubclass(rt: &mut Runtime, args: Args<'_>) -> Result {
    let [class, classes] = args.take();
    rt.is_subclass(class, classes).map(singletons::bool)
}

fn callable(rt: &mut Runtime, args: Args<'_>) -> Result {
    Ok(singletons::bool(rt.is_callable(args.at(0))))
}

fn id(rt: &mut Runtime, args: Args<'_>) -> Result {
    rt.big_int(args.at(0).identity().into())
}

pub(super) const FUNCTIONS: &[MethodSpec] = &[
    MethodSpec::raw_function("getattr", "", getattr)
        .doc("Get a named attribute from an object; the default stands for one that is missing."),
    MethodSpec::function("hasattr", "($module, obj, name, /)", hasattr)
        .doc("Return whether the object has an attribute with the given name."),
    MethodSpec::function("setattr", "($module, obj, name, value, /)", setattr)
        .doc("Sets the named attribute on the given object to the specified value."),
    MethodSpec::function("delattr", "($module, obj, name, /)", delattr)
        .doc("Deletes the named attribute from the given object."),
    MethodSpec::function("isinstance", "($module, obj, class_or_tuple, /)", isinstance)
        .intrinsic(Intrinsic::IsInstance)
        .doc("Return whether an object is an instance of a class or of a subclass thereof."),
    MethodSpec::function("issubclass", "($module, cls, class_or_tuple, /)", issubclass)
        .doc("Return whether 'cls' is derived from another class or is the same class."),
    MethodSpec::function("callable", "($module, obj, /)", callable)
        .doc("Return whether the object is callable."),
    MethodSpec::function("id", "($module, obj, /)", id).doc("Return the identity of an object."),
];
