//! `code`: what is known of a function's body (data model, "Code objects").

use objmodel::host::Position;
use objmodel::objects::code::{Code, CodeObject};
use objmodel::objects::str::{Str, StrObject};
use objmodel::slots::{CompareOp, SlotId};
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, GetSetSpec, MethodSpec};
use objmodel::{Args, Borrowed, CallArgs, Gc, Result, Runtime, Type, Value, singletons};

use crate::pure_error::OrRaise;
use crate::receiver::receiver;

fn this(rt: &Runtime, own: Borrowed<'_>) -> Result<Code> {
    receiver(rt, own, "code")
}

fn repr(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let code = this(rt, own)?;
    let code = code.frozen();
    let text = format!(
        "<code object {} at {:#x}, file \"{}\", line {}>",
        code.name.read(rt).as_str(),
        own.address().unwrap_or_default(),
        code.filename.read(rt).as_str(),
        code.first_line
    );
    rt.str(&text).map(Gc::into_value)
}

fn hash(rt: &mut Runtime, own: Borrowed<'_>) -> Result<i64> {
    Ok(rt.identity_hash(own))
}

fn rich_compare(_: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>, op: CompareOp) -> Result {
    Ok(match op {
        CompareOp::Eq if other.is_payload::<CodeObject>() => singletons::bool(own.is(&other)),
        CompareOp::Ne if other.is_payload::<CodeObject>() => singletons::bool(!own.is(&other)),
        _ => singletons::not_implemented(),
    })
}

macro_rules! attributes {
    ($($name:ident $rt:ident $code:ident $value:expr;)*) => {$(
        fn $name($rt: &mut Runtime, own: Borrowed<'_>) -> Result {
            let code = this($rt, own)?;
            let $code = code.frozen();
            $value
        }
    )*};
}

attributes! {
    name rt code Ok({ let _ = &rt; Value::clone(&code.name) });
    qualname rt code Ok({ let _ = &rt; Value::clone(&code.qualname) });
    filename rt code Ok({ let _ = &rt; Value::clone(&code.filename) });
    first_line rt code rt.int(code.first_line.into());
    flags rt code rt.int(code.flags.into());
    arg_count rt code rt.int(code.signature.counts().positional as i64);
    positional_only rt code rt.int(code.signature.counts().positional_only as i64);
    keyword_only rt code rt.int(code.signature.counts().keyword_only as i64);
    local_count rt code rt.int_from_usize(code.varnames.read(rt).len());
    var_names rt code Ok({ let _ = &rt; Value::clone(&code.varnames) });
    cell_vars rt code Ok({ let _ = &rt; Value::clone(&code.cellvars) });
    free_vars rt code Ok({ let _ = &rt; Value::clone(&code.freevars) });
    names rt code Ok({ let _ = &rt; Value::clone(&code.names) });
    constants rt code rt.tuple(code.constants.clone().into_iter()).map(Gc::into_value);
    stack_size rt code rt.int_from_usize(code.varnames.read(rt).len());
    empty_bytes rt _code rt.bytes(b"").map(Gc::into_value);
}

/// Code consists of what the host made, so there is nothing to make it of by hand.
fn new<'a>(rt: &mut Runtime, _: &Type, args: CallArgs<'a>) -> Result {
    if args.has_keywords() {
        return Err(rt.type_error("code() takes no keyword arguments"));
    }
    let given = args.len();
    Err(match given {
        0..16 => rt.type_error(format!("code expected at least 16 arguments, got {given}")),
        _ => rt.type_error("cannot create 'code' instances from bytecode"),
    })
}

/// A text that replaces one of a code object.
fn text(rt: &Runtime, name: &str, value: Borrowed<'_>) -> Result<Str> {
    match value.typed::<StrObject>() {
        Some(text) => Ok(text.to_gc()),
        None => {
            let class = rt.type_name(value);
            Err(rt.type_error(format!("replace() argument '{name}' must be str, not {class}")))
        }
    }
}

/// A copy with another name, place or flags. What the instructions depend on cannot be replaced.
fn replace(rt: &mut Runtime, args: CallArgs<'_>) -> Result {
    let Some((own, given)) = args.positionals().split_first() else {
        return Err(rt.type_error("a 'code' object is required"));
    };
    if !given.is_empty() {
        return Err(rt.type_error("replace() takes no positional arguments"));
    }
    let code = this(rt, *own)?;
    let code = code.frozen();
    let Some(body) = code.body.copy().into_py(rt)? else {
        return Err(rt.type_error("this code cannot be copied"));
    };
    let mut copy = CodeObject {
        name: code.name.clone(),
        qualname: code.qualname.clone(),
        filename: code.filename.clone(),
        first_line: code.first_line,
        flags: code.flags,
        signature: code.signature.clone(),
        parameters: code.parameters.clone(),
        varnames: code.varnames.clone(),
        cellvars: code.cellvars.clone(),
        freevars: code.freevars.clone(),
        names: code.names.clone(),
        constants: code.constants.clone(),
        body,
    };
    for (name, value) in args.keywords() {
        let name = rt.text_of(name).into_owned();
        let number = |rt: &mut Runtime| {
            let number = rt.index_as_size(value, |rt, _| {
                rt.overflow_error("Python int too large to convert to C int")
            })?;
            u32::try_from(number).map_err(|_| rt.value_error("code: numbers must not be negative"))
        };
        match &*name {
            "co_name" => copy.name = text(rt, &name, value)?,
            "co_qualname" => copy.qualname = text(rt, &name, value)?,
            "co_filename" => copy.filename = text(rt, &name, value)?,
            "co_firstlineno" => copy.first_line = number(rt)?,
            "co_flags" => copy.flags = number(rt)?,
            _ if REPLACEABLE_ELSEWHERE.contains(&&*name) => {
                return Err(rt.value_error(format!("code: {name} cannot be replaced")));
            }
            _ => {
                return Err(
                    rt.type_error(format!("replace() got an unexpected keyword argument '{name}'"))
                );
            }
        }
    }
    rt.alloc(&rt.types().code, copy).map(Gc::into_value)
}

/// What CPython can replace because its code consists of bytes.
const REPLACEABLE_ELSEWHERE: &[&str] = &[
    "co_argcount",
    "co_posonlyargcount",
    "co_kwonlyargcount",
    "co_nlocals",
    "co_stacksize",
    "co_code",
    "co_consts",
    "co_names",
    "co_varnames",
    "co_freevars",
    "co_cellvars",
    "co_linetable",
    "co_exceptiontable",
];

/// The places of all instructions.
fn places(code: &CodeObject) -> Vec<Position> {
    (0..).map_while(|instruction| code.body.position(instruction)).collect()
}

fn positions(rt: &mut Runtime, args: Args<'_>) -> Result {
    let code = this(rt, args.at(0))?;
    let mut items = Vec::new();
    for at in places(code.frozen()) {
        let numbers = [at.line, at.end_line, at.column, at.end_column];
        let numbers: Vec<Value> =
            numbers.iter().map(|n| rt.int((*n).into())).collect::<Result<_>>()?;
        items.push(rt.tuple(numbers.into_iter())?.into_value());
    }
    let list = rt.list(items)?;
    rt.iter(&list)
}

/// `(start, end, line)` for each run of instructions on one line.
fn lines(rt: &mut Runtime, args: Args<'_>) -> Result {
    let code = this(rt, args.at(0))?;
    let places = places(code.frozen());
    let mut items = Vec::new();
    let mut start = 0;
    for (at, place) in places.iter().enumerate() {
        let last = places.get(at + 1).is_none_or(|next| next.line != place.line);
        if last {
            let row =
                [rt.int_from_usize(start)?, rt.int_from_usize(at + 1)?, rt.int(place.line.into())?];
            items.push(rt.tuple(row.into_iter())?.into_value());
            start = at + 1;
        }
    }
    let list = rt.list(items)?;
    rt.iter(&list)
}

/// As CPython breaks the lines.
const SIGNATURE: &str = "(argcount, posonlyargcount, kwonlyargcount, nlocals, stacksize,\n     \
    flags, codestring, constants, names, varnames, filename, name,\n     \
    qualname, firstlineno, linetable, exceptiontable, freevars=(),\n     cellvars=(), /)";

/// The table of `code`.
pub(crate) const CODE: ClassSpec = ClassSpec {
    name: "code",
    text_signature: Some(SIGNATURE),
    doc: Some("Create a code object.  Not for mere mortals."),
    subclassable: false,
    slots: &[
        (SlotId::TpNew, SlotFn::New(new)),
        (SlotId::TpRepr, SlotFn::Unary(repr)),
        (SlotId::TpHash, SlotFn::Hash(hash)),
        (SlotId::TpRichcompare, SlotFn::RichCompare(rich_compare)),
    ],
    methods: &[
        crate::SIZEOF,
        MethodSpec::method("co_positions", "($self, /)", positions),
        MethodSpec::method("co_lines", "($self, /)", lines),
        MethodSpec::raw_method("replace", "($self, /, **changes)", replace),
        MethodSpec::raw_method("__replace__", "($self, /, **changes)", replace),
    ],
    getset: &[
        GetSetSpec::member("co_name", name),
        GetSetSpec::member("co_qualname", qualname),
        GetSetSpec::member("co_filename", filename),
        GetSetSpec::member("co_firstlineno", first_line),
        GetSetSpec::member("co_flags", flags),
        GetSetSpec::member("co_argcount", arg_count),
        GetSetSpec::member("co_posonlyargcount", positional_only),
        GetSetSpec::member("co_kwonlyargcount", keyword_only),
        GetSetSpec::member("co_nlocals", local_count),
        GetSetSpec::read_only("co_varnames", var_names),
        GetSetSpec::read_only("co_cellvars", cell_vars),
        GetSetSpec::read_only("co_freevars", free_vars),
        GetSetSpec::member("co_names", names),
        GetSetSpec::member("co_consts", constants),
        GetSetSpec::member("co_stacksize", stack_size),
        GetSetSpec::read_only("co_code", empty_bytes),
        GetSetSpec::read_only("co_lnotab", empty_bytes),
        GetSetSpec::member("co_linetable", empty_bytes),
        GetSetSpec::member("co_exceptiontable", empty_bytes),
    ],
    ..ClassSpec::DEFAULT
};
