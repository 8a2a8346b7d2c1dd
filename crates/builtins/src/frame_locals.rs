//! `FrameLocalsProxy`: the variables of a function's frame as a mapping that writes through (PEP 667).

use objmodel::gc::Trace;
use objmodel::objects::builder::TextBuilder;
use objmodel::objects::dict::{Dict, DictObject};
use objmodel::objects::frame::{Frame, FrameObject};
use objmodel::objects::str::StrObject;
use objmodel::slots::{CompareOp, SlotId};
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, Constant, MethodSpec};
use objmodel::variables::{Place, Variable};
use objmodel::{Args, Borrowed, CallArgs, Gc, Payload, Result, Runtime, Type, Value, singletons};

/// The payload of `FrameLocalsProxy`.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(crate) struct FrameLocalsProxy {
    frame: Frame,
}

impl Payload for FrameLocalsProxy {}

/// The variables of a frame.
///
/// # Errors
/// `MemoryError`.
pub(crate) fn of(rt: &mut Runtime, frame: Frame) -> Result {
    rt.ask_for_locals();
    rt.alloc_registered(FrameLocalsProxy { frame }).map(Gc::into_value)
}

/// The class of such mappings.
pub fn frame_locals_type(rt: &Runtime) -> Option<&Type> {
    rt.type_for::<FrameLocalsProxy>()
}

fn new<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    if args.has_keywords() {
        return Err(rt.type_error("FrameLocalsProxy takes no keyword arguments"));
    }
    let [frame] = args.positionals() else {
        let given = args.len();
        return Err(rt.type_error(format!("FrameLocalsProxy expected 1 argument, got {given}")));
    };
    let Some(frame) = frame.typed::<FrameObject>().map(|frame| frame.to_gc()) else {
        return Err(rt.type_error(format!("expect frame, not {}", rt.type_name(*frame))));
    };
    rt.ask_for_locals();
    rt.alloc(class, FrameLocalsProxy { frame }).map(Gc::into_value)
}

fn frame(rt: &Runtime, own: Borrowed<'_>) -> Result<Frame> {
    match own.get::<FrameLocalsProxy>(rt) {
        Some(proxy) => Ok(proxy.frame.clone()),
        None => Err(rt.type_error("a 'FrameLocalsProxy' object is required")),
    }
}

/// Where the frame has the variable of this name.
fn place(rt: &mut Runtime, frame: &Frame, key: Borrowed<'_>) -> Result<Option<Place>> {
    let code = frame.read(rt).code.clone();
    if let Some(name) = key.get::<StrObject>(rt)
        && rt.type_of(key).is(&rt.types().str)
    {
        let mut named = code.frozen().body.variables().iter();
        let found = named.find(|variable| variable.name.read(rt).as_bytes() == name.as_bytes());
        return Ok(found.map(|variable| variable.place));
    }
    // What cannot be hashed is no key; what is equal to a name is that name.
    let hash = rt.hash(key)?;
    for variable in code.frozen().body.variables() {
        if rt.hash(variable.name.as_ref())? == hash && rt.equal(variable.name.as_ref(), key)? {
            return Ok(Some(variable.place));
        }
    }
    Ok(None)
}

/// What the mapping has under a key.
fn find(rt: &mut Runtime, frame: &Frame, key: Borrowed<'_>) -> Result<Option<Value>> {
    if let Some(place) = place(rt, frame, key)?
        && let Some(value) = rt.frame_variable(frame, place)
    {
        return Ok(Some(value));
    }
    match rt.extra_variables(frame, false)? {
        Some(extra) => rt.dict_get(&extra, key),
        None => Ok(None),
    }
}

fn set(rt: &mut Runtime, frame: &Frame, key: Borrowed<'_>, value: Value) -> Result<()> {
    if let Some(place) = place(rt, frame, key)? {
        rt.set_frame_variable(frame, place, value);
        return Ok(());
    }
    match rt.extra_variables(frame, true)? {
        Some(extra) => rt.dict_set(&extra, key, value),
        None => Ok(()),
    }
}

/// All of it as a dict of its own.
fn snapshot(rt: &mut Runtime, frame: &Frame) -> Result<Dict> {
    let (dict, code) = (rt.dict()?, frame.read(rt).code.clone());
    for Variable { name, place } in code.frozen().body.variables() {
        if let Some(value) = rt.frame_variable(frame, *place) {
            rt.dict_set_name(&dict, name, value)?;
        }
    }
    if let Some(extra) = rt.extra_variables(frame, false)? {
        for (key, value) in entries(rt, &extra) {
            rt.dict_set(&dict, key.as_ref(), value)?;
        }
    }
    Ok(dict)
}

fn entries(rt: &Runtime, dict: &Dict) -> Vec<(Value, Value)> {
    dict.read(rt).iter().map(|entry| (entry.key.clone(), entry.value.clone())).collect()
}

/// The entries of a dict or of another such mapping; `None` of anything else.
fn given(rt: &mut Runtime, value: Borrowed<'_>) -> Result<Option<Vec<(Value, Value)>>> {
    if value.is_payload::<FrameLocalsProxy>() {
        let frame = frame(rt, value)?;
        let snapshot = snapshot(rt, &frame)?;
        return Ok(Some(entries(rt, &snapshot)));
    }
    Ok(value.typed::<DictObject>().map(|dict| entries(rt, &dict.to_gc())))
}

fn own_entries(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Vec<(Value, Value)>> {
    let frame = frame(rt, own)?;
    let snapshot = snapshot(rt, &frame)?;
    Ok(entries(rt, &snapshot))
}

fn subscript(rt: &mut Runtime, own: Borrowed<'_>, key: Borrowed<'_>) -> Result {
    let frame = frame(rt, own)?;
    match find(rt, &frame, key)? {
        Some(value) => Ok(value),
        None => {
            let shown = rt.repr(key)?;
            let message = format!("local variable '{}' is not defined", shown.read(rt).as_str());
            let message = rt.str(&message)?;
            Err(rt.key_error(message.as_ref()))
        }
    }
}

fn assign(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    key: Borrowed<'_>,
    value: Option<Borrowed<'_>>,
) -> Result<()> {
    let frame = frame(rt, own)?;
    match value {
        Some(value) => set(rt, &frame, key, value.to_value()),
        None => Err(rt.type_error("cannot remove variables from FrameLocalsProxy")),
    }
}

fn contains(rt: &mut Runtime, own: Borrowed<'_>, key: Borrowed<'_>) -> Result<bool> {
    let frame = frame(rt, own)?;
    find(rt, &frame, key).map(|found| found.is_some())
}

fn len(rt: &mut Runtime, own: Borrowed<'_>) -> Result<usize> {
    own_entries(rt, own).map(|entries| entries.len())
}

fn iter(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let keys = key_list(rt, own)?;
    rt.iter(&keys)
}

fn key_list(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let keys = own_entries(rt, own)?.into_iter().map(|(key, _)| key).collect();
    rt.list(keys).map(Gc::into_value)
}

fn repr(rt: &mut Runtime, own: Borrowed<'_>, out: &mut TextBuilder) -> Result<()> {
    let shown = rt.within_repr(own, |rt| {
        let frame = frame(rt, own)?;
        let snapshot = snapshot(rt, &frame)?;
        rt.write_repr(snapshot.as_ref(), out)
    })?;
    match shown {
        Some(()) => Ok(()),
        None => out.append(rt, b"{...}"),
    }
}

fn rich_compare(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>, op: CompareOp) -> Result {
    if !matches!(op, CompareOp::Eq | CompareOp::Ne) {
        return Ok(singletons::not_implemented());
    }
    let own = frame(rt, own)?;
    if let Some(other) = other.get::<FrameLocalsProxy>(rt) {
        return Ok(singletons::bool(own.is(&other.frame) == (op == CompareOp::Eq)));
    }
    if !other.is_payload::<DictObject>() {
        return Ok(singletons::not_implemented());
    }
    let snapshot = snapshot(rt, &own)?;
    rt.compare(op, &snapshot, other)
}

fn or(rt: &mut Runtime, left: Borrowed<'_>, right: Borrowed<'_>) -> Result {
    let (Some(mut all), Some(right)) = (given(rt, left)?, given(rt, right)?) else {
        return Ok(singletons::not_implemented());
    };
    all.extend(right);
    let dict = rt.dict()?;
    for (key, value) in all {
        rt.dict_set(&dict, key.as_ref(), value)?;
    }
    Ok(dict.into_value())
}

fn reflected_or(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
    or(rt, other, own)
}

fn or_in_place(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
    match merge(rt, own, other)? {
        true => Ok(own.to_value()),
        false => Ok(singletons::not_implemented()),
    }
}

/// Writes the entries of a mapping; whether it is one that can be had.
fn merge(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result<bool> {
    let frame = frame(rt, own)?;
    let Some(entries) = given(rt, other)? else { return Ok(false) };
    for (key, value) in entries {
        rt.tick(1)?;
        set(rt, &frame, key.as_ref(), value)?;
    }
    Ok(true)
}

fn update(rt: &mut Runtime, args: Args<'_>) -> Result {
    match merge(rt, args.at(0), args.at(1))? {
        true => Ok(singletons::none()),
        false => Err(rt.type_error("update() argument must be dict or another FrameLocalsProxy")),
    }
}

fn get(rt: &mut Runtime, args: Args<'_>) -> Result {
    let frame = frame(rt, args.at(0))?;
    let found = find(rt, &frame, args.at(1))?;
    let default = || args.get(2).map_or_else(singletons::none, Borrowed::to_value);
    Ok(found.unwrap_or_else(default))
}

fn set_default(rt: &mut Runtime, args: Args<'_>) -> Result {
    let frame = frame(rt, args.at(0))?;
    if let Some(found) = find(rt, &frame, args.at(1))? {
        return Ok(found);
    }
    let default = args.get(2).map_or_else(singletons::none, Borrowed::to_value);
    set(rt, &frame, args.at(1), default.clone())?;
    Ok(default)
}

fn keys(rt: &mut Runtime, args: Args<'_>) -> Result {
    key_list(rt, args.at(0))
}

fn values(rt: &mut Runtime, args: Args<'_>) -> Result {
    let values = own_entries(rt, args.at(0))?.into_iter().map(|(_, value)| value).collect();
    rt.list(values).map(Gc::into_value)
}

fn items(rt: &mut Runtime, args: Args<'_>) -> Result {
    let mut items = Vec::new();
    for (key, value) in own_entries(rt, args.at(0))? {
        items.push(rt.tuple([key, value].into_iter())?.into_value());
    }
    rt.list(items).map(Gc::into_value)
}

fn copy(rt: &mut Runtime, args: Args<'_>) -> Result {
    let frame = frame(rt, args.at(0))?;
    snapshot(rt, &frame).map(Gc::into_value)
}

fn reversed(rt: &mut Runtime, args: Args<'_>) -> Result {
    let keys = own_entries(rt, args.at(0))?.into_iter().rev().map(|(key, _)| key).collect();
    rt.list(keys).map(Gc::into_value)
}

/// The table of `FrameLocalsProxy`.
pub(crate) const FRAME_LOCALS: ClassSpec = ClassSpec {
    name: "FrameLocalsProxy",
    subclassable: false,
    collection: Some(objmodel::types::Collection::Mapping),
    slots: &[
        (SlotId::TpNew, SlotFn::New(new)),
        (SlotId::TpRepr, SlotFn::Show(repr)),
        (SlotId::TpRichcompare, SlotFn::RichCompare(rich_compare)),
        (SlotId::TpIter, SlotFn::Unary(iter)),
        (SlotId::SqContains, SlotFn::Contains(contains)),
        (SlotId::MpLength, SlotFn::Len(len)),
        (SlotId::MpSubscript, SlotFn::Binary(subscript)),
        (SlotId::MpAssSubscript, SlotFn::ObjObjArg(assign)),
        (SlotId::NbOr, SlotFn::Binary(or)),
        (SlotId::NbRor, SlotFn::Binary(reflected_or)),
        (SlotId::NbInplaceOr, SlotFn::Binary(or_in_place)),
    ],
    methods: &[
        MethodSpec::method("update", "($self, object, /)", update),
        MethodSpec::method("__reversed__", "($self, /)", reversed),
        MethodSpec::method("copy", "($self, /)", copy),
        MethodSpec::method("keys", "($self, /)", keys),
        MethodSpec::method("values", "($self, /)", values),
        MethodSpec::method("items", "($self, /)", items),
        MethodSpec::method("get", "($self, key, default=None, /)", get),
        MethodSpec::method("setdefault", "($self, key, default=None, /)", set_default),
    ],
    attributes: &[("__hash__", Constant::None)],
    ..ClassSpec::DEFAULT
}
.checked();
