//! `_tuplegetter`: an item of a named tuple under its name.

use objmodel::gc::Trace;
use objmodel::objects::dict::Dict;
use objmodel::objects::tuple::TupleObject;
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, GetSetSpec, MethodSpec};
use objmodel::{
    Args, Borrowed, CallArgs, Gc, Parameters, Payload, Result, Runtime, Type, Value, singletons,
};

/// The payload of `_tuplegetter`.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
struct TupleGetter {
    #[trace(leaf)]
    index: usize,
    doc: Value,
}

impl Payload for TupleGetter {}

fn new<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    const PARAMETERS: Parameters = Parameters::new("_tuplegetter", "(index, doc, /)", 2, 2);
    let [Some(index), Some(doc)] = PARAMETERS.bind(rt, args)? else {
        return Err(rt.type_error("_tuplegetter expected 2 arguments"));
    };
    let index = usize::try_from(rt.index_clamped(index)?).unwrap_or(usize::MAX);
    rt.alloc(class, TupleGetter { index, doc: doc.to_value() }).map(Gc::into_value)
}

fn get(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    instance: Option<Borrowed<'_>>,
    owner: Option<Borrowed<'_>>,
) -> Result {
    let Some(index) = own.get::<TupleGetter>(rt).map(|getter| getter.index) else {
        return Ok(own.to_value());
    };
    let Some(instance) = instance else { return Ok(own.to_value()) };
    let Some(items) = instance.get::<TupleObject>(rt).map(TupleObject::items) else {
        if singletons::is_none(&instance) && owner.is_some() {
            return Ok(own.to_value());
        }
        let class = rt.type_name(instance);
        return Err(rt.type_error(format!(
            "descriptor for index '{index}' for tuple subclasses doesn't apply to '{class}' object"
        )));
    };
    match items.get(index) {
        Some(item) => Ok(item.clone()),
        None => Err(rt.index_error("tuple index out of range")),
    }
}

fn set(
    rt: &mut Runtime,
    _: Borrowed<'_>,
    _: Borrowed<'_>,
    value: Option<Borrowed<'_>>,
) -> Result<()> {
    let what = if value.is_some() { "set" } else { "delete" };
    Err(rt.attribute_error(format!("can't {what} attribute")))
}

fn doc(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    Ok(own.get::<TupleGetter>(rt).map_or_else(singletons::none, |getter| getter.doc.clone()))
}

fn set_doc(rt: &mut Runtime, own: Borrowed<'_>, value: Option<Borrowed<'_>>) -> Result<()> {
    let value = value.map_or_else(singletons::none, Borrowed::to_value);
    if let Some(getter) = own.get_mut::<TupleGetter>(rt) {
        let old = std::mem::replace(&mut getter.doc, value);
        drop(old);
    }
    Ok(())
}

fn repr(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let index = own.get::<TupleGetter>(rt).map_or(0, |getter| getter.index);
    let doc = doc(rt, own)?;
    let doc = rt.repr(&doc)?;
    let text = format!("{}({index}, {})", rt.type_of(own).read(rt).name(), doc.read(rt).as_str());
    rt.str(&text).map(Gc::into_value)
}

fn reduce(rt: &mut Runtime, args: Args<'_>) -> Result {
    let own = args.at(0);
    let index = own.get::<TupleGetter>(rt).map_or(0, |getter| getter.index);
    let (class, doc) = (Value::clone(&rt.type_of(own)), doc(rt, own)?);
    let arguments = [rt.int_from_usize(index)?, doc];
    let arguments = rt.tuple(arguments.into_iter())?.into_value();
    rt.tuple([class, arguments].into_iter()).map(Gc::into_value)
}

const TUPLE_GETTER: ClassSpec = ClassSpec {
    name: "collections._tuplegetter",
    subclassable: false,
    slots: &[
        (SlotId::TpNew, SlotFn::New(new)),
        (SlotId::TpRepr, SlotFn::Unary(repr)),
        (SlotId::TpDescrGet, SlotFn::DescrGet(get)),
        (SlotId::TpDescrSet, SlotFn::DescrSet(set)),
    ],
    methods: &[MethodSpec::method("__reduce__", "($self, /)", reduce)],
    getset: &[GetSetSpec { member: true, ..GetSetSpec::writable("__doc__", doc, set_doc) }],
    ..ClassSpec::DEFAULT
}
.checked();

pub(super) fn fill(rt: &mut Runtime, namespace: &Dict) -> Result<()> {
    crate::module::class_of_table::<TupleGetter>(rt, namespace, &TUPLE_GETTER).map(drop)
}
