//! `mappingproxy`: a read-only view of a mapping.

use objmodel::objects::builder::TextBuilder;
use objmodel::objects::proxy::MappingProxyObject;
use objmodel::slots::{CompareOp, SlotId};
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, MethodSpec};
use objmodel::{
    Args, Borrowed, CallArgs, Gc, Parameters, Result, Runtime, Type, Value, singletons,
};

fn new<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    const PARAMETERS: Parameters = Parameters::new("mappingproxy", "(mapping)", 1, 1);
    let [Some(mapping)] = PARAMETERS.bind(rt, args)? else {
        return Err(rt.type_error("mappingproxy() missing required argument 'mapping' (pos 1)"));
    };
    let is_mapping = rt.has_slot(mapping, SlotId::MpSubscript)
        && !mapping.is_payload::<objmodel::objects::list::ListObject>()
        && !mapping.is_payload::<objmodel::objects::tuple::TupleObject>();
    if !is_mapping {
        let of = rt.type_name(mapping);
        return Err(rt.type_error(format!("mappingproxy() argument must be a mapping, not {of}")));
    }
    let payload = MappingProxyObject { mapping: mapping.to_value() };
    rt.alloc(class, payload).map(Gc::into_value)
}

fn mapping(rt: &Runtime, own: Borrowed<'_>) -> Result<Value> {
    match own.get::<MappingProxyObject>(rt) {
        Some(proxy) => Ok(proxy.mapping.clone()),
        None => Err(rt.type_error("a 'mappingproxy' object is required")),
    }
}

fn repr(rt: &mut Runtime, own: Borrowed<'_>, out: &mut TextBuilder) -> Result<()> {
    let mapping = mapping(rt, own)?;
    out.append(rt, b"mappingproxy(")?;
    rt.write_repr(mapping.as_ref(), out)?;
    out.append(rt, b")")
}

fn str(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let mapping = mapping(rt, own)?;
    rt.to_str(&mapping).map(Gc::into_value)
}

fn hash(rt: &mut Runtime, own: Borrowed<'_>) -> Result<i64> {
    let mapping = mapping(rt, own)?;
    rt.hash(mapping.as_ref())
}

fn rich_compare(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>, op: CompareOp) -> Result {
    let mapping = mapping(rt, own)?;
    rt.compare(op, &mapping, other)
}

fn iter(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let mapping = mapping(rt, own)?;
    rt.iter(&mapping)
}

fn len(rt: &mut Runtime, own: Borrowed<'_>) -> Result<usize> {
    let mapping = mapping(rt, own)?;
    rt.len(&mapping)
}

fn contains(rt: &mut Runtime, own: Borrowed<'_>, key: Borrowed<'_>) -> Result<bool> {
    let mapping = mapping(rt, own)?;
    rt.contains(&mapping, key)
}

fn subscript(rt: &mut Runtime, own: Borrowed<'_>, key: Borrowed<'_>) -> Result {
    let mapping = mapping(rt, own)?;
    rt.get_item(&mapping, key)
}

/// The mapping behind a proxy, or the object itself.
fn behind(rt: &Runtime, value: Borrowed<'_>) -> Value {
    match value.get::<MappingProxyObject>(rt) {
        Some(proxy) => proxy.mapping.clone(),
        None => value.to_value(),
    }
}

fn or(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
    let (left, right) = (behind(rt, own), behind(rt, other));
    rt.or(&left, &right)
}

fn reflected_or(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
    or(rt, other, own)
}

fn or_in_place(rt: &mut Runtime, own: Borrowed<'_>, _: Borrowed<'_>) -> Result {
    let class = rt.type_name(own);
    Err(rt.type_error(format!("'|=' is not supported by {class}; use '|' instead")))
}

/// Calls a method of the mapping.
fn forward(rt: &mut Runtime, own: Borrowed<'_>, method: &str, args: &[Borrowed<'_>]) -> Result {
    let mapping = mapping(rt, own)?;
    let method = rt.intern(method)?;
    rt.call_method(&mapping, &method, args)
}

macro_rules! forwarded {
    ($($name:ident)*) => {$(
        fn $name(rt: &mut Runtime, args: Args<'_>) -> Result {
            forward(rt, args.at(0), stringify!($name), &[])
        }
    )*};
}

forwarded!(keys values items copy);

fn get(rt: &mut Runtime, args: Args<'_>) -> Result {
    forward(rt, args.at(0), "get", &[args.at(1), args.at(2)])
}

fn reversed(rt: &mut Runtime, args: Args<'_>) -> Result {
    let mapping = mapping(rt, args.at(0))?;
    let name = rt.names().reversed.clone();
    match rt.call_named(mapping.as_ref(), &name, &[])? {
        Some(iterator) => Ok(iterator),
        None => Ok(singletons::not_implemented()),
    }
}

/// The table of `mappingproxy`.
pub(crate) const MAPPING_PROXY: ClassSpec = ClassSpec {
    name: "mappingproxy",
    doc: Some("Read-only proxy of a mapping."),
    subclassable: false,
    text_signature: Some("(mapping)"),
    collection: Some(objmodel::types::Collection::Mapping),
    slots: &[
        (SlotId::TpNew, SlotFn::New(new)),
        (SlotId::TpRepr, SlotFn::Show(repr)),
        (SlotId::TpStr, SlotFn::Unary(str)),
        (SlotId::TpHash, SlotFn::Hash(hash)),
        (SlotId::TpRichcompare, SlotFn::RichCompare(rich_compare)),
        (SlotId::TpIter, SlotFn::Unary(iter)),
        (SlotId::SqContains, SlotFn::Contains(contains)),
        (SlotId::MpLength, SlotFn::Len(len)),
        (SlotId::MpSubscript, SlotFn::Binary(subscript)),
        (SlotId::NbOr, SlotFn::Binary(or)),
        (SlotId::NbRor, SlotFn::Binary(reflected_or)),
        (SlotId::NbInplaceOr, SlotFn::Binary(or_in_place)),
    ],
    methods: &[
        MethodSpec::method("get", "($self, key, default=None, /)", get)
            .doc("Return the value for key if key is in the mapping, else default."),
        MethodSpec::method("keys", "($self, /)", keys)
            .doc("D.keys() -> a set-like object providing a view on D's keys"),
        MethodSpec::method("values", "($self, /)", values)
            .doc("D.values() -> an object providing a view on D's values"),
        MethodSpec::method("items", "($self, /)", items)
            .doc("D.items() -> a set-like object providing a view on D's items"),
        MethodSpec::method("copy", "($self, /)", copy).doc("D.copy() -> a shallow copy of D"),
        MethodSpec::method("__reversed__", "($self, /)", reversed)
            .doc("D.__reversed__() -> reverse iterator"),
        crate::generic_alias::CLASS_GETITEM,
    ],
    ..ClassSpec::DEFAULT
}
.checked();
