//! `_operator`: the operators as functions; what is made of them is written in Python.

pub(crate) mod getter;

use objmodel::objects::dict::Dict;
use objmodel::slots::SlotId;
use objmodel::types::spec::MethodSpec;
use objmodel::{
    Args, BinaryOp, Borrowed, CallArgs, CompareOp, Result, Runtime, UnaryOp, singletons,
};

use getter::{AttrGetter, ItemGetter, MethodCaller};

use crate::module::ModuleSpec;

/// A row for each operator of two operands, and one for its augmented assignment.
macro_rules! operators {
    (
        binary { $($name:literal $in_place:literal $op:ident $sign:literal;)* }
        compare { $($compare:literal $compare_op:ident $compare_sign:literal;)* }
        unary { $($unary:literal $unary_op:ident $shown:literal;)* }
    ) => {
        const OPERATORS: &[MethodSpec] = &[
            $(
                MethodSpec::function($name, "($module, a, b, /)", |rt, args| {
                    rt.binary(BinaryOp::$op, args.at(0), args.at(1))
                })
                .doc(concat!("a ", $sign, " b")),
                MethodSpec::function($in_place, "($module, a, b, /)", |rt, args| {
                    rt.in_place(BinaryOp::$op, args.at(0), args.at(1))
                })
                .doc(concat!("a ", $sign, "= b")),
            )*
            $(
                MethodSpec::function($compare, "($module, a, b, /)", |rt, args| {
                    rt.compare(CompareOp::$compare_op, args.at(0), args.at(1))
                })
                .doc(concat!("a ", $compare_sign, " b")),
            )*
            $(
                MethodSpec::function($unary, "($module, a, /)", |rt, args| {
                    rt.unary(UnaryOp::$unary_op, args.at(0))
                })
                .doc($shown),
            )*
        ];
    };
}

operators! {
    binary {
        "add" "iadd" Add "+";
        "and_" "iand" And "&";
        "floordiv" "ifloordiv" FloorDiv "//";
        "lshift" "ilshift" LShift "<<";
        "matmul" "imatmul" MatMul "@";
        "mod" "imod" Mod "%";
        "mul" "imul" Mul "*";
        "or_" "ior" Or "|";
        "pow" "ipow" Pow "**";
        "rshift" "irshift" RShift ">>";
        "sub" "isub" Sub "-";
        "truediv" "itruediv" TrueDiv "/";
        "xor" "ixor" Xor "^";
    }
    compare {
        "lt" Lt "<";
        "le" Le "<=";
        "eq" Eq "==";
        "ne" Ne "!=";
        "gt" Gt ">";
        "ge" Ge ">=";
    }
    unary {
        "abs" Abs "The absolute value of a.";
        "neg" Neg "-a";
        "pos" Pos "+a";
        "inv" Invert "~a";
        "invert" Invert "~a";
    }
}

fn truth(rt: &mut Runtime, args: Args<'_>) -> Result {
    rt.is_true(args.at(0)).map(singletons::bool)
}

fn not(rt: &mut Runtime, args: Args<'_>) -> Result {
    rt.is_true(args.at(0)).map(|truth| singletons::bool(!truth))
}

fn is(_: &mut Runtime, args: Args<'_>) -> Result {
    Ok(singletons::bool(args.at(0).is(&args.at(1))))
}

fn is_not(_: &mut Runtime, args: Args<'_>) -> Result {
    Ok(singletons::bool(!args.at(0).is(&args.at(1))))
}

fn index(rt: &mut Runtime, args: Args<'_>) -> Result {
    let index = rt.index(args.at(0))?;
    if rt.type_of(index.as_ref()).is(&rt.types().int) {
        return Ok(index);
    }
    match rt.as_int(index.as_ref()).map(|index| index.to_big()) {
        Some(index) => rt.big_int(index),
        None => Ok(index),
    }
}

fn concat(rt: &mut Runtime, args: Args<'_>) -> Result {
    rt.concat(args.at(0), args.at(1))
}

fn concat_in_place(rt: &mut Runtime, args: Args<'_>) -> Result {
    check_concat(rt, args)?;
    rt.in_place(BinaryOp::Add, args.at(0), args.at(1))
}

fn check_concat(rt: &Runtime, args: Args<'_>) -> Result<()> {
    let left = args.at(0);
    let both = rt.is_sequence(left) && rt.is_sequence(args.at(1));
    if rt.has_slot(left, SlotId::SqConcat) || both {
        return Ok(());
    }
    let class = rt.type_name(left);
    Err(rt.type_error(format!("'{class}' object can't be concatenated")))
}

/// The iterator of what is searched.
fn searched(rt: &mut Runtime, iterable: Borrowed<'_>) -> Result {
    rt.iter_or_refuse(iterable, |rt| {
        format!("argument of type '{}' is not iterable", rt.type_name(iterable))
    })
}

fn count_of(rt: &mut Runtime, args: Args<'_>) -> Result {
    let iterator = searched(rt, args.at(0))?;
    let mut count = 0;
    while let Some(item) = rt.next(&iterator)? {
        rt.tick(1)?;
        count += usize::from(rt.equal(item.as_ref(), args.at(1))?);
    }
    rt.int_from_usize(count)
}

fn index_of(rt: &mut Runtime, args: Args<'_>) -> Result {
    let iterator = searched(rt, args.at(0))?;
    let mut index = 0;
    while let Some(item) = rt.next(&iterator)? {
        rt.tick(1)?;
        if rt.equal(item.as_ref(), args.at(1))? {
            return rt.int_from_usize(index);
        }
        index += 1;
    }
    Err(rt.value_error("sequence.index(x): x not in sequence"))
}

/// The length, else what `__length_hint__` says, else the default.
fn length_hint(rt: &mut Runtime, args: Args<'_>) -> Result {
    let default = match args.get(1) {
        Some(default) => rt.index_as_size(default, |rt, _| {
            rt.overflow_error("Python int too large to convert to C ssize_t")
        })?,
        None => 0,
    };
    match rt.len(args.at(0)) {
        Err(raise) if rt.is_exception_of(&raise, &rt.types().type_error) => {}
        len => return rt.int_from_usize(len?),
    }
    let name = rt.intern("__length_hint__")?;
    let hint = match rt.call_named(args.at(0), &name, &[]) {
        Err(raise) if rt.is_exception_of(&raise, &rt.types().type_error) => None,
        hint => hint?,
    };
    let not_implemented = singletons::not_implemented();
    let Some(hint) = hint.filter(|hint| !hint.is(&not_implemented)) else {
        return rt.int(default as i64);
    };
    let Some(number) = rt.as_int(hint.as_ref()).map(|hint| hint.to_i64()) else {
        let class = rt.type_name(hint.as_ref());
        return Err(rt.type_error(format!("__length_hint__ must be an integer, not {class}")));
    };
    match number {
        Some(hint @ 0..) => rt.int(hint),
        Some(_) => Err(rt.value_error("__length_hint__() should return >= 0")),
        None => Err(rt.overflow_error("Python int too large to convert to C ssize_t")),
    }
}

fn contains(rt: &mut Runtime, args: Args<'_>) -> Result {
    rt.contains(args.at(0), args.at(1)).map(singletons::bool)
}

fn get_item(rt: &mut Runtime, args: Args<'_>) -> Result {
    rt.get_item(args.at(0), args.at(1))
}

fn set_item(rt: &mut Runtime, args: Args<'_>) -> Result {
    rt.set_item(args.at(0), args.at(1), args.at(2))?;
    Ok(singletons::none())
}

fn del_item(rt: &mut Runtime, args: Args<'_>) -> Result {
    rt.del_item(args.at(0), args.at(1))?;
    Ok(singletons::none())
}

fn call(rt: &mut Runtime, args: CallArgs<'_>) -> Result {
    match args.positionals().first() {
        Some(callee) => rt.call_with(*callee, CallArgs::with_names(&args.all()[1..], args.names())),
        None => Err(rt.type_error("call expected at least 1 argument, got 0")),
    }
}

const FUNCTIONS: &[MethodSpec] = &[
    MethodSpec::function("truth", "($module, a, /)", truth).doc("Whether a is true."),
    MethodSpec::function("not_", "($module, a, /)", not).doc("not a"),
    MethodSpec::function("is_", "($module, a, b, /)", is).doc("a is b"),
    MethodSpec::function("is_not", "($module, a, b, /)", is_not).doc("a is not b"),
    MethodSpec::function("index", "($module, a, /)", index)
        .doc("The integer that a.__index__() gives."),
    MethodSpec::function("concat", "($module, a, b, /)", concat).doc("a + b of sequences."),
    MethodSpec::function("iconcat", "($module, a, b, /)", concat_in_place)
        .doc("a += b of sequences."),
    MethodSpec::function("countOf", "($module, a, b, /)", count_of).doc("How often b is in a."),
    MethodSpec::function("indexOf", "($module, a, b, /)", index_of).doc("Where b is in a first."),
    MethodSpec::function("length_hint", "($module, obj, default=0, /)", length_hint)
        .doc("How many items an object may have, or the default."),
    MethodSpec::function("contains", "($module, a, b, /)", contains).doc("b in a"),
    MethodSpec::function("getitem", "($module, a, b, /)", get_item).doc("a[b]"),
    MethodSpec::function("setitem", "($module, a, b, c, /)", set_item).doc("a[b] = c"),
    MethodSpec::function("delitem", "($module, a, b, /)", del_item).doc("del a[b]"),
    MethodSpec::raw_function("call", "($module, obj, /, *args, **kwargs)", call)
        .doc("obj(*args, **kwargs)"),
];

fn fill(rt: &mut Runtime, namespace: &Dict) -> Result<()> {
    crate::module::define(rt, namespace, OPERATORS)?;
    crate::module::class::<AttrGetter>(rt, namespace)?;
    crate::module::class::<ItemGetter>(rt, namespace)?;
    crate::module::class::<MethodCaller>(rt, namespace).map(drop)
}

/// `_operator`.
pub(crate) const NATIVE: ModuleSpec = ModuleSpec::new("_operator").functions(FUNCTIONS).fill(fill);

/// `operator`.
pub(crate) const OPERATOR: ModuleSpec =
    ModuleSpec::new("operator").python(include_str!("operator.py"));

/// `_py_operator`.
pub(crate) const PURE: ModuleSpec =
    ModuleSpec::new("_py_operator").python(include_str!("_pure.py"));
