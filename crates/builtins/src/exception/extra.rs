//! Exceptions with attributes of their own: what their constructors keep and how they show it.

use objmodel::objects::dict::DictObject;
use objmodel::objects::str::StrObject;
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, GetSetSpec, MethodSpec};
use objmodel::{Args, Borrowed, CallArgs, Parameters, Result, Runtime, Value, singletons};

use super::base;

fn field(rt: &Runtime, own: Borrowed<'_>, index: usize) -> Result {
    let exception = base::this(rt, own)?;
    Ok(exception.read(rt).extra(index).cloned().unwrap_or_else(singletons::none))
}

pub(super) fn set_field(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    index: usize,
    value: Option<Value>,
) -> Result<()> {
    let exception = base::this(rt, own)?;
    let payload = exception.write(rt);
    let old = payload.extra(index).cloned();
    payload.set_extra(index, value);
    drop(old);
    Ok(())
}

/// Accessors of the extra attribute with this number.
fn get<const INDEX: usize>(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    field(rt, own, INDEX)
}

fn set<const INDEX: usize>(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    value: Option<Borrowed<'_>>,
) -> Result<()> {
    set_field(rt, own, INDEX, value.map(Borrowed::to_value))
}

/// A writable attribute that is a member in CPython: deleting it makes it `None`.
pub(super) const fn extra<const INDEX: usize>(name: &'static str) -> GetSetSpec {
    GetSetSpec { member: true, ..GetSetSpec::writable(name, get::<INDEX>, set::<INDEX>) }
}

/// An attribute that cannot be set.
pub(super) const fn read_only<const INDEX: usize>(name: &'static str) -> GetSetSpec {
    GetSetSpec::member(name, get::<INDEX>)
}

/// `StopIteration`: the first argument is its value.
fn init_stop<'a>(rt: &mut Runtime, own: Borrowed<'a>, args: CallArgs<'a>) -> Result<()> {
    base::init(rt, own, args)?;
    let value = args.positionals().first().map(|value| value.to_value());
    set_field(rt, own, 0, value)
}

/// `SystemExit`: one argument is the code, several are as a tuple.
fn init_exit<'a>(rt: &mut Runtime, own: Borrowed<'a>, args: CallArgs<'a>) -> Result<()> {
    base::init(rt, own, args)?;
    let code = match args.positionals() {
        [] => None,
        [code] => Some(code.to_value()),
        _ => Some(base::this(rt, own)?.read(rt).args.clone().into_value()),
    };
    set_field(rt, own, 0, code)
}

/// Keeps positional arguments and stores the keywords that the class knows.
fn init_keywords<'a, const N: usize>(
    rt: &mut Runtime,
    own: Borrowed<'a>,
    args: CallArgs<'a>,
    parameters: Parameters,
) -> Result<()> {
    base::set_all_arguments(rt, own, args)?;
    for index in 0..N {
        set_field(rt, own, index, None)?;
    }
    let given: [Option<Borrowed<'_>>; N] = parameters.bind(rt, args.only_keywords())?;
    for (index, value) in given.into_iter().enumerate() {
        if let Some(value) = value {
            set_field(rt, own, index, Some(value.to_value()))?;
        }
    }
    Ok(())
}

const fn keywords(class: &'static str, signature: &'static str) -> Parameters {
    Parameters::new(class, signature, 0, 0)
}

fn init_attribute<'a>(rt: &mut Runtime, own: Borrowed<'a>, args: CallArgs<'a>) -> Result<()> {
    init_keywords::<2>(
        rt,
        own,
        args,
        const { keywords("AttributeError", "(*, name=None, obj=None)") },
    )
}

fn init_name<'a>(rt: &mut Runtime, own: Borrowed<'a>, args: CallArgs<'a>) -> Result<()> {
    init_keywords::<1>(rt, own, args, const { keywords("NameError", "(*, name=None)") })
}

fn init_import<'a>(rt: &mut Runtime, own: Borrowed<'a>, args: CallArgs<'a>) -> Result<()> {
    init_keywords::<3>(
        rt,
        own,
        args,
        const { keywords("ImportError", "(*, name=None, path=None, name_from=None)") },
    )?;
    let message = match args.positionals() {
        [message] => Some(message.to_value()),
        _ => None,
    };
    set_field(rt, own, 3, message)
}

/// The message alone, if it is a string.
fn str_import(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let message = field(rt, own, 3)?;
    if message.is_payload::<StrObject>() { Ok(message) } else { base::str(rt, own) }
}

/// A key is shown by its repr, so that the empty string shows at all.
fn str_key(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    match &base::arguments(rt, own)?[..] {
        [key] => rt.repr(key).map(|text| text.into_value()),
        _ => base::str(rt, own),
    }
}

/// The instance's dict and, if one of them is set, the extra attributes with these numbers and names.
fn state_with(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    extra: &[(usize, &str)],
) -> Result<Option<Value>> {
    let mut set = Vec::new();
    for (index, name) in extra {
        if let Some(value) = base::this(rt, own)?.read(rt).extra(*index).cloned() {
            set.push((rt.intern(name)?, value));
        }
    }
    let dict = base::attributes(rt, own)?;
    if set.is_empty() {
        return Ok(dict);
    }
    let state = match dict {
        Some(dict) => match rt.call_method(&dict, "copy", ())?.downcast::<DictObject>() {
            Ok(copy) => copy,
            Err(other) => return Ok(Some(other)),
        },
        None => rt.dict()?,
    };
    for (name, value) in set {
        rt.dict_set_name(&state, &name, value)?;
    }
    Ok(Some(state.into_value()))
}

/// The name that was looked up and the arguments; the object would only be in the way.
fn attribute_state(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let state = state_with(rt, own, &[(0, "name")])?;
    let args = base::this(rt, own)?.read(rt).args.clone().into_value();
    let state = match state.map(|state| state.downcast::<DictObject>()) {
        Some(Ok(state)) => match rt.call_method(&state, "copy", ())?.downcast::<DictObject>() {
            Ok(copy) => copy,
            Err(other) => return Ok(other),
        },
        _ => rt.dict()?,
    };
    let name = rt.intern("args")?;
    rt.dict_set_name(&state, &name, args)?;
    Ok(state.into_value())
}

fn get_attribute_state(rt: &mut Runtime, args: Args<'_>) -> Result {
    attribute_state(rt, args.at(0))
}

fn reduce_attribute(rt: &mut Runtime, args: Args<'_>) -> Result {
    let own = args.at(0);
    let state = attribute_state(rt, own)?;
    let args = base::this(rt, own)?.read(rt).args.clone().into_value();
    base::reduced(rt, own, args, Some(state))
}

fn reduce_import(rt: &mut Runtime, args: Args<'_>) -> Result {
    let own = args.at(0);
    let state = state_with(rt, own, &[(0, "name"), (1, "path"), (2, "name_from")])?;
    let args = base::this(rt, own)?.read(rt).args.clone().into_value();
    base::reduced(rt, own, args, state)
}

/// The table of `StopIteration`.
pub(crate) const STOP_ITERATION: ClassSpec = ClassSpec {
    name: "StopIteration",
    doc: Some("Signal the end from iterator.__next__()."),
    adds_fields: true,
    slots: &[(SlotId::TpInit, SlotFn::Init(init_stop))],
    getset: &[extra::<0>("value").doc("generator return value")],
    ..ClassSpec::DEFAULT
}
.checked();

/// The table of `SystemExit`.
pub(crate) const SYSTEM_EXIT: ClassSpec = ClassSpec {
    name: "SystemExit",
    doc: Some("Request to exit from the interpreter."),
    adds_fields: true,
    slots: &[(SlotId::TpInit, SlotFn::Init(init_exit))],
    getset: &[extra::<0>("code").doc("exception code")],
    ..ClassSpec::DEFAULT
}
.checked();

/// The table of `AttributeError`.
pub(crate) const ATTRIBUTE_ERROR: ClassSpec = ClassSpec {
    name: "AttributeError",
    doc: Some("Attribute not found."),
    adds_fields: true,
    slots: &[
        (SlotId::TpInit, SlotFn::Init(init_attribute)),
        (SlotId::TpStr, SlotFn::Unary(base::str)),
    ],
    methods: &[
        MethodSpec::method("__getstate__", "($self, /)", get_attribute_state),
        MethodSpec::method("__reduce__", "($self, /)", reduce_attribute),
    ],
    getset: &[extra::<0>("name").doc("attribute name"), extra::<1>("obj").doc("object")],
    ..ClassSpec::DEFAULT
}
.checked();

/// The table of `NameError`.
pub(crate) const NAME_ERROR: ClassSpec = ClassSpec {
    name: "NameError",
    doc: Some("Name not found globally."),
    adds_fields: true,
    slots: &[(SlotId::TpInit, SlotFn::Init(init_name)), (SlotId::TpStr, SlotFn::Unary(base::str))],
    getset: &[extra::<0>("name").doc("name")],
    ..ClassSpec::DEFAULT
}
.checked();

/// The table of `UnboundLocalError`.
pub(crate) const UNBOUND_LOCAL_ERROR: ClassSpec = ClassSpec {
    name: "UnboundLocalError",
    doc: Some("Local name referenced but not bound to a value."),
    slots: &[(SlotId::TpInit, SlotFn::Init(init_name))],
    ..ClassSpec::DEFAULT
}
.checked();

/// The table of `ImportError`.
pub(crate) const IMPORT_ERROR: ClassSpec = ClassSpec {
    name: "ImportError",
    doc: Some("Import can't find module, or can't find name in module."),
    adds_fields: true,
    slots: &[
        (SlotId::TpInit, SlotFn::Init(init_import)),
        (SlotId::TpStr, SlotFn::Unary(str_import)),
    ],
    methods: &[MethodSpec::method("__reduce__", "($self, /)", reduce_import)],
    getset: &[
        extra::<3>("msg").doc("exception message"),
        extra::<0>("name").doc("module name"),
        extra::<1>("path").doc("module path"),
        extra::<2>("name_from").doc("name imported from module"),
    ],
    ..ClassSpec::DEFAULT
}
.checked();

/// The table of `ModuleNotFoundError`.
pub(crate) const MODULE_NOT_FOUND_ERROR: ClassSpec = ClassSpec {
    name: "ModuleNotFoundError",
    doc: Some("Module not found."),
    slots: &[(SlotId::TpInit, SlotFn::Init(init_import))],
    ..ClassSpec::DEFAULT
}
.checked();

/// The table of `KeyError`.
pub(crate) const KEY_ERROR: ClassSpec = ClassSpec {
    name: "KeyError",
    doc: Some("Mapping key not found."),
    slots: &[(SlotId::TpInit, SlotFn::Init(base::init)), (SlotId::TpStr, SlotFn::Unary(str_key))],
    ..ClassSpec::DEFAULT
}
.checked();
