//! `operator`: the operators as functions; what is made of them is written in Python.

use objmodel::objects::dict::Dict;
use objmodel::types::spec::MethodSpec;
use objmodel::{Args, BinaryOp, CallArgs, CompareOp, Result, Runtime, UnaryOp, singletons};

/// A row for each operator of two operands, and one for its augmented assignment.
macro_rules! operators {
    (
        binary { $($name:literal $in_place:literal $op:ident;)* }
        compare { $($compare:literal $compare_op:ident;)* }
        unary { $($unary:literal $unary_op:ident;)* }
    ) => {
        const OPERATORS: &[MethodSpec] = &[
            $(
                MethodSpec::function($name, "($module, a, b, /)", |rt, args| {
                    rt.binary(BinaryOp::$op, args.at(0), args.at(1))
                }),
                MethodSpec::function($in_place, "($module, a, b, /)", |rt, args| {
                    rt.in_place(BinaryOp::$op, args.at(0), args.at(1))
                }),
            )*
            $(
                MethodSpec::function($compare, "($module, a, b, /)", |rt, args| {
                    rt.compare(CompareOp::$compare_op, args.at(0), args.at(1))
                }),
            )*
            $(
                MethodSpec::function($unary, "($module, a, /)", |rt, args| {
                    rt.unary(UnaryOp::$unary_op, args.at(0))
                }),
            )*
        ];
    };
}

operators! {
    binary {
        "add" "iadd" Add;
        "and_" "iand" And;
        "floordiv" "ifloordiv" FloorDiv;
        "lshift" "ilshift" LShift;
        "matmul" "imatmul" MatMul;
        "mod" "imod" Mod;
        "mul" "imul" Mul;
        "or_" "ior" Or;
        "pow" "ipow" Pow;
        "rshift" "irshift" RShift;
        "sub" "isub" Sub;
        "truediv" "itruediv" TrueDiv;
        "xor" "ixor" Xor;
    }
    compare {
        "lt" Lt;
        "le" Le;
        "eq" Eq;
        "ne" Ne;
        "gt" Gt;
        "ge" Ge;
    }
    unary {
        "abs" Abs;
        "neg" Neg;
        "pos" Pos;
        "inv" Invert;
        "invert" Invert;
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
    rt.index(args.at(0))
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
    MethodSpec::function("truth", "($module, a, /)", truth),
    MethodSpec::function("not_", "($module, a, /)", not),
    MethodSpec::function("is_", "($module, a, b, /)", is),
    MethodSpec::function("is_not", "($module, a, b, /)", is_not),
    MethodSpec::function("index", "($module, a, /)", index),
    MethodSpec::function("contains", "($module, a, b, /)", contains),
    MethodSpec::function("getitem", "($module, a, b, /)", get_item),
    MethodSpec::function("setitem", "($module, a, b, c, /)", set_item),
    MethodSpec::function("delitem", "($module, a, b, /)", del_item),
    MethodSpec::raw_function("call", "($module, obj, /, *args, **kwargs)", call),
];

pub(super) fn fill(rt: &mut Runtime, namespace: &Dict) -> Result<()> {
    super::define(rt, namespace, OPERATORS)?;
    super::define(rt, namespace, FUNCTIONS)
}
