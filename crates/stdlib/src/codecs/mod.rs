//! `_codecs`: what connects the registry of programs with the encodings of the library; the rest, and `codecs`
//! itself, are written in Python.

use objmodel::objects::dict::DictObject;
use objmodel::objects::str::StrObject;
use objmodel::types::spec::MethodSpec;
use objmodel::{Args, Gc, Result, Runtime, singletons};

use crate::module::ModuleSpec;

/// `_codecs._connect(handlers, lookup)`: error handlers by name, and who finds codecs that are not the
/// library's.
fn connect(rt: &mut Runtime, args: Args<'_>) -> Result {
    let Ok(handlers) = args.at(0).to_value().downcast::<DictObject>() else {
        return Err(rt.type_error("connect() argument 1 must be dict"));
    };
    objmodel_builtins::connect_codecs(rt, handlers, args.at(1).to_value());
    Ok(singletons::none())
}

/// `_codecs._name_of(encoding)`: the name that the codec has in `codecs.lookup`, `None` if the library has no
/// such encoding.
fn name_of(rt: &mut Runtime, args: Args<'_>) -> Result {
    let Some(name) = args.at(0).get::<StrObject>(rt).map(|name| name.as_str().into_owned()) else {
        return Err(rt.type_error("name_of() argument must be str"));
    };
    match objmodel_builtins::codec_name(&name) {
        Some(name) => rt.str(&name).map(Gc::into_value),
        None => Ok(singletons::none()),
    }
}

/// The text of an argument.
fn text(rt: &Runtime, args: Args<'_>, at: usize) -> String {
    rt.text_of(args.at(at)).into_owned()
}

/// `_codecs._encode(text, encoding, errors)`, in an encoding of the library.
fn encode(rt: &mut Runtime, args: Args<'_>) -> Result {
    let Ok(input) = args.at(0).to_value().downcast::<StrObject>() else {
        let class = rt.argument_name(args.at(0));
        return Err(rt.type_error(format!("encode() argument 1 must be str, not {class}")));
    };
    let (encoding, errors) = (text(rt, args, 1), text(rt, args, 2));
    objmodel_builtins::codec_encode(rt, &input, &encoding, &errors)
}

/// `_codecs._decode(bytes, encoding, errors)`, in an encoding of the library.
fn decode(rt: &mut Runtime, args: Args<'_>) -> Result {
    let (encoding, errors) = (text(rt, args, 1), text(rt, args, 2));
    objmodel_builtins::codec_decode(rt, args.at(0), &encoding, &errors)
}

const FUNCTIONS: &[MethodSpec] = &[
    MethodSpec::function("_connect", "($module, handlers, lookup, /)", connect),
    MethodSpec::function("_encode", "($module, text, encoding, errors, /)", encode),
    MethodSpec::function("_decode", "($module, bytes, encoding, errors, /)", decode),
    MethodSpec::function("_name_of", "($module, encoding, /)", name_of),
];

/// `_codecs`.
pub(crate) const NATIVE: ModuleSpec =
    ModuleSpec::new("_codecs").functions(FUNCTIONS).python(include_str!("_codecs.py"));

/// `_own_codecs`.
pub(crate) const OWN: ModuleSpec =
    ModuleSpec::new("_own_codecs").python(include_str!("_own_codecs.py"));

/// `codecs`.
pub(crate) const MODULE: ModuleSpec = ModuleSpec::new("codecs").python(include_str!("codecs.py"));
