//! Functions that ask one protocol of their argument: `len`, `hash`, `repr`, `iter`, `next`.

use objmodel::native::Intrinsic;
use objmodel::types::spec::MethodSpec;
use objmodel::{Args, CallArgs, Result, Runtime, UnaryOp, singletons};

fn len(rt: &mut Runtime, args: Args<'_>) -> Result {
    let len = rt.len(args.at(0))?;
    rt.int_from_usize(len)
}

fn hash(rt: &mut Runtime, args: Args<'_>) -> Result {
    let hash = rt.hash(args.at(0))?;
    rt.int(hash)
}

fn repr(rt: &mut Runtime, args: Args<'_>) -> Result {
    rt.repr(args.at(0)).map(|text| text.into_value())
}

fn abs(rt: &mut Runtime, args: Args<'_>) -> Result {
    rt.unary(UnaryOp::Abs, args.at(0))
}

fn divmod(rt: &mut Runtime, args: Args<'_>) -> Result {
    let [x, y] = args.take();
    rt.divmod(x, y)
}

fn pow(rt: &mut Runtime, args: Args<'_>) -> Result {
    let [base, exponent, modulus] = args.take();
    rt.pow(base, exponent, modulus)
}

/// `next(iterator[, default])`.
fn next(rt: &mut Runtime, args: CallArgs<'_>) -> Result {
    if args.has_keywords() {
        return Err(rt.type_error("next() takes no keyword arguments"));
    }
    let (iterator, default) = match args.positionals() {
        [iterator] => (*iterator, None),
        [iterator, default] => (*iterator, Some(*default)),
        [] => return Err(rt.type_error("next expected at least 1 argument, got 0")),
        given => {
            return Err(
                rt.type_error(format!("next expected at most 2 arguments, got {}", given.len()))
            );
        }
    };
    match default {
        None => rt.next_or_raise(iterator),
        Some(default) => Ok(rt.next(iterator)?.unwrap_or_else(|| default.to_value())),
    }
}

fn any(rt: &mut Runtime, args: Args<'_>) -> Result {
    search(rt, args, true)
}

fn all(rt: &mut Runtime, args: Args<'_>) -> Result {
    search(rt, args, false)
}

/// Whether some item has this truth: `any` looks for true, `all` for false.
fn search(rt: &mut Runtime, args: Args<'_>, wanted: bool) -> Result {
    let iterator = rt.iter(args.at(0))?;
    while let Some(item) = rt.next(&iterator)? {
        rt.tick(1)?;
        if rt.is_true(item.as_ref())? == wanted {
            return Ok(singletons::bool(wanted));
        }
    }
    Ok(singletons::bool(!wanted))
}

pub(super) const FUNCTIONS: &[MethodSpec] = &[
    MethodSpec::function("len", "($module, obj, /)", len)
        .intrinsic(Intrinsic::Len)
        .doc("Return the number of items in a container."),
    MethodSpec::function("hash", "($module, obj, /)", hash)
        .doc("Return the hash value for the given object."),
    MethodSpec::function("repr", "($module, obj, /)", repr)
        .doc("Return the canonical string representation of the object."),
    MethodSpec::function("abs", "($module, x, /)", abs)
        .doc("Return the absolute value of the argument."),
    MethodSpec::function("divmod", "($module, x, y, /)", divmod)
        .doc("Return the tuple (x//y, x%y)."),
    MethodSpec::function("pow", "($module, /, base, exp, mod=None)", pow)
        .doc("Equivalent to base**exp with 2 arguments or base**exp % mod with 3 arguments."),
    MethodSpec::raw_function("next", "", next)
        .intrinsic(Intrinsic::Next)
        .doc("Return the next item from the iterator."),
    MethodSpec::function("any", "($module, iterable, /)", any)
        .doc("Return True if bool(x) is True for any x in the iterable."),
    MethodSpec::function("all", "($module, iterable, /)", all)
        .doc("Return True if bool(x) is True for all values x in the iterable."),
];
