//! `code`: what is known of a function's body (data model, "Code objects").

use objmodel::host::Position;
use objmodel::objects::bytes::BytesObject;
use objmodel::objects::code::{Code, CodeObject};
use objmodel::objects::str::StrObject;
use objmodel::objects::tuple::TupleObject;
use objmodel::slots::{CompareOp, SlotId};
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, GetSetSpec, MethodSpec};
use objmodel::{Args, Borrowed, CallArgs, Gc, Payload, Result, Runtime, Type, Value, singletons};

use crate::line_table;
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

/// By what is compared first.
fn hash(rt: &mut Runtime, own: Borrowed<'_>) -> Result<i64> {
    let code = this(rt, own)?;
    let code = code.frozen();
    let mut hash = rt.hash(code.name.as_ref())?;
    let numbers = [code.first_line, code.flags, code.body.instruction_count() as u32];
    for number in numbers.map(i64::from).into_iter().chain([code.constants.len() as i64]) {
        hash = (hash ^ number).wrapping_mul(1_000_003);
    }
    Ok(if hash == -1 { -2 } else { hash })
}

fn rich_compare(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>, op: CompareOp) -> Result {
    let equal = match (op, other.typed::<CodeObject>()) {
        (CompareOp::Eq | CompareOp::Ne, Some(other)) => {
            let own = this(rt, own)?;
            same_code(rt, &own, &other.to_gc())?
        }
        _ => return Ok(singletons::not_implemented()),
    };
    Ok(singletons::bool(equal == (op == CompareOp::Eq)))
}

/// Whether two code objects do the same under the same name at the same line.
fn same_code(rt: &mut Runtime, one: &Code, other: &Code) -> Result<bool> {
    if one.is(other) {
        return Ok(true);
    }
    let (a, b) = (one.frozen(), other.frozen());
    rt.tick(1 + a.body.instruction_count() / 16)?;
    let counts = |code: &CodeObject| {
        let counts = code.signature.counts();
        (counts.positional, counts.positional_only, counts.keyword_only)
    };
    let numbers = |code: &CodeObject| (code.first_line, code.flags, code.constants.len());
    if numbers(a) != numbers(b)
        || counts(a) != counts(b)
        || a.body.instructions() != b.body.instructions()
        || a.body.exception_table() != b.body.exception_table()
        || places(a) != places(b)
    {
        return Ok(false);
    }
    if a.name.read(rt).as_bytes() != b.name.read(rt).as_bytes() {
        return Ok(false);
    }
    let names = |code: &CodeObject| {
        [&code.names, &code.varnames, &code.cellvars, &code.freevars].map(|tuple| tuple.clone())
    };
    for (one, other) in names(a).iter().zip(&names(b)) {
        if !rt.equal(one.as_ref(), other.as_ref())? {
            return Ok(false);
        }
    }
    for (one, other) in a.constants.clone().iter().zip(&b.constants.clone()) {
        if !same_constant(rt, one, other)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether two constants are alike in type and value: 0.0 and -0.0 are not, nor are 1 and True.
fn same_constant(rt: &mut Runtime, one: &Value, other: &Value) -> Result<bool> {
    if one.is(other) {
        return Ok(true);
    }
    if !rt.type_of(one.as_ref()).is(&rt.type_of(other.as_ref()).to_gc()) {
        return Ok(false);
    }
    if let (Some(one), Some(other)) =
        (one.as_ref().typed::<CodeObject>(), other.as_ref().typed::<CodeObject>())
    {
        return same_code(rt, &one.to_gc(), &other.to_gc());
    }
    if let (Some(one), Some(other)) =
        (one.as_ref().typed::<TupleObject>(), other.as_ref().typed::<TupleObject>())
    {
        let (one, other) =
            (one.to_gc().read(rt).items().to_vec(), other.to_gc().read(rt).items().to_vec());
        if one.len() != other.len() {
            return Ok(false);
        }
        for (one, other) in one.iter().zip(&other) {
            if !same_constant(rt, one, other)? {
                return Ok(false);
            }
        }
        return Ok(true);
    }
    // The texts tell a sign of zero, and nan is like itself.
    if rt.type_of(one.as_ref()).is(&rt.types().float)
        || rt.type_of(one.as_ref()).is(&rt.types().complex)
    {
        let (one, other) = (rt.repr(one)?, rt.repr(other)?);
        return Ok(one.read(rt).as_bytes() == other.read(rt).as_bytes());
    }
    rt.equal(one.as_ref(), other.as_ref())
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
    stack_size rt code rt.int_from_usize(code.body.stack_size());
    instructions rt code rt.bytes(&code.body.instructions()).map(Gc::into_value);
    exception_table rt code rt.bytes(&code.body.exception_table()).map(Gc::into_value);
    line_table rt code rt.bytes(&line_table::line_table(code.first_line, &places(code)))
        .map(Gc::into_value);
}

/// `co_lnotab`, which is deprecated.
fn lnotab(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let code = this(rt, own)?;
    let category = rt.types().deprecation_warning.clone();
    rt.warn(&category, "co_lnotab is deprecated, use co_lines instead.")?;
    let code = code.frozen();
    rt.bytes(&line_table::lnotab(code.first_line, &places(code))).map(Gc::into_value)
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

/// What replaces a part of a code object, of the class that it must have.
fn part<T: Payload>(rt: &Runtime, name: &str, value: Borrowed<'_>, class: &str) -> Result<Gc<T>> {
    match value.typed::<T>() {
        Some(part) => Ok(part.to_gc()),
        None => {
            let given = rt.argument_name(value);
            Err(rt.type_error(format!("replace() argument '{name}' must be {class}, not {given}")))
        }
    }
}

/// A number that replaces one of a code object.
fn number(rt: &mut Runtime, name: &str, value: Borrowed<'_>) -> Result<u32> {
    let number = rt.index_as_size(value, |rt, _| {
        rt.overflow_error("Python int too large to convert to C int")
    })?;
    u32::try_from(number).map_err(|_| rt.value_error(format!("{name} must be a positive integer")))
}

/// A copy with another name, place, flags or constants. What the instructions depend on can be given
/// again, and not be replaced.
fn replace(rt: &mut Runtime, args: CallArgs<'_>) -> Result {
    let Some((own, given)) = args.positionals().split_first() else {
        return Err(rt.type_error("a 'code' object is required"));
    };
    if !given.is_empty() {
        return Err(rt.type_error("replace() takes no positional arguments"));
    }
    let code = this(rt, *own)?;
    let code = code.frozen();
    let (mut name, mut qualname) = (code.name.clone(), code.qualname.clone());
    let mut filename = code.filename.clone();
    let (mut first_line, mut flags) = (code.first_line, code.flags);
    let mut constants = code.constants.clone();
    for (keyword, value) in args.keywords() {
        let keyword = rt.text_of(keyword).into_owned();
        let fixed = match &*keyword {
            "co_name" => {
                name = part::<StrObject>(rt, &keyword, value, "str")?;
                continue;
            }
            "co_qualname" => {
                qualname = part::<StrObject>(rt, &keyword, value, "str")?;
                continue;
            }
            "co_filename" => {
                filename = part::<StrObject>(rt, &keyword, value, "str")?;
                continue;
            }
            "co_firstlineno" => {
                first_line = number(rt, &keyword, value)?;
                continue;
            }
            "co_flags" => {
                flags = number(rt, &keyword, value)?;
                continue;
            }
            "co_consts" => {
                let given = part::<TupleObject>(rt, &keyword, value, "tuple")?;
                if given.read(rt).items().len() < constants.len() {
                    return Err(rt.value_error("code: co_consts is too small"));
                }
                constants = given.read(rt).items().to_vec();
                continue;
            }
            "co_argcount" | "co_posonlyargcount" | "co_kwonlyargcount" | "co_nlocals"
            | "co_stacksize" => {
                let number = number(rt, &keyword, value)?;
                let counts = code.signature.counts();
                let variadic = usize::from(counts.var_positional) + usize::from(counts.var_keyword);
                let parameters = match &*keyword {
                    "co_argcount" => number as usize + counts.keyword_only + variadic,
                    "co_kwonlyargcount" => number as usize + counts.positional + variadic,
                    "co_posonlyargcount" => number as usize,
                    _ => 0,
                };
                if parameters > code.varnames.read(rt).items().len() {
                    return Err(rt.value_error("code: co_varnames is too small"));
                }
                rt.int(number.into())?
            }
            "co_code" | "co_linetable" | "co_exceptiontable" => {
                part::<BytesObject>(rt, &keyword, value, "bytes")?.into_value()
            }
            "co_names" | "co_varnames" | "co_freevars" | "co_cellvars" => {
                let given = part::<TupleObject>(rt, &keyword, value, "tuple")?;
                let needed = code.signature.len();
                if keyword == "co_varnames" && given.read(rt).items().len() < needed {
                    return Err(rt.value_error("code: co_varnames is too small"));
                }
                given.into_value()
            }
            _ => {
                return Err(rt.type_error(format!(
                    "replace() got an unexpected keyword argument '{keyword}'"
                )));
            }
        };
        let attribute = rt.intern(&keyword)?;
        let present = rt.getattr(*own, &attribute)?;
        if !rt.equal(present.as_ref(), fixed.as_ref())? {
            return Err(rt.value_error(format!("code: {keyword} cannot be replaced")));
        }
    }
    let Some(body) = code.body.copy(&constants).into_py(rt)? else {
        return Err(rt.type_error("this code cannot be copied"));
    };
    let copy = CodeObject {
        name,
        qualname,
        filename,
        first_line,
        flags,
        signature: code.signature.clone(),
        parameters: code.parameters.clone(),
        varnames: code.varnames.clone(),
        cellvars: code.cellvars.clone(),
        freevars: code.freevars.clone(),
        names: code.names.clone(),
        constants,
        body,
    };
    rt.alloc(&rt.types().code, copy).map(Gc::into_value)
}

/// The places of all instructions.
fn places(code: &CodeObject) -> Vec<Position> {
    let count = code.body.instruction_count() as u32;
    (0..count).map_while(|instruction| code.body.position(instruction)).collect()
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

/// `(start, end, line)` for each run of instructions on one line, in bytes of `co_code`.
fn lines(rt: &mut Runtime, args: Args<'_>) -> Result {
    let code = this(rt, args.at(0))?;
    let places = places(code.frozen());
    let mut items = Vec::new();
    let mut start = 0;
    for (at, place) in places.iter().enumerate() {
        let last = places.get(at + 1).is_none_or(|next| next.line != place.line);
        if last {
            let row = [
                rt.int_from_usize(2 * start)?,
                rt.int_from_usize(2 * at + 2)?,
                rt.int(place.line.into())?,
            ];
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
        GetSetSpec::read_only("co_code", instructions),
        GetSetSpec::read_only("co_lnotab", lnotab),
        GetSetSpec::member("co_linetable", line_table),
        GetSetSpec::member("co_exceptiontable", exception_table),
    ],
    ..ClassSpec::DEFAULT
}
.checked();
