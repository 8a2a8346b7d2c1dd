//! `cell`: a variable shared between functions.

use objmodel::objects::cell::CellObject;
use objmodel::slots::{CompareOp, SlotId};
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, GetSetSpec};
use objmodel::{Borrowed, CallArgs, Gc, Result, Runtime, Type, Value, singletons};

fn new<'a>(rt: &mut Runtime, _: &Type, args: CallArgs<'a>) -> Result {
    if args.has_keywords() {
        return Err(rt.type_error("cell() takes no keyword arguments"));
    }
    match args.positionals() {
        [] => rt.cell(None).map(Gc::into_value),
        [contents] => rt.cell(Some(contents.to_value())).map(Gc::into_value),
        more => Err(rt.type_error(format!("cell expected at most 1 argument, got {}", more.len()))),
    }
}

fn contents_of(rt: &Runtime, own: Borrowed<'_>) -> Option<Value> {
    own.get::<CellObject>(rt).and_then(|cell| cell.contents.clone())
}

fn repr(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let address = own.address().unwrap_or_default();
    let text = match contents_of(rt, own) {
        None => format!("<cell at {address:#x}: empty>"),
        Some(contents) => format!(
            "<cell at {address:#x}: {} object at {:#x}>",
            rt.type_name(contents.as_ref()),
            contents.identity()
        ),
    };
    rt.str(&text).map(Gc::into_value)
}

fn rich_compare(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>, op: CompareOp) -> Result {
    if !other.is_payload::<CellObject>() {
        return Ok(singletons::not_implemented());
    }
    match (contents_of(rt, own), contents_of(rt, other)) {
        (Some(a), Some(b)) => rt.compare(op, &a, &b),
        (a, b) => Ok(singletons::bool(op.matches(a.is_some().cmp(&b.is_some())))),
    }
}

fn contents(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    contents_of(rt, own).ok_or_else(|| rt.value_error("Cell is empty"))
}

fn set_contents(rt: &mut Runtime, own: Borrowed<'_>, value: Option<Borrowed<'_>>) -> Result<()> {
    let value = value.map(Borrowed::to_value);
    let old = match own.get_mut::<CellObject>(rt) {
        Some(cell) => std::mem::replace(&mut cell.contents, value),
        None => None,
    };
    drop(old);
    Ok(())
}

/// The table of `cell`.
pub(crate) const CELL: ClassSpec = ClassSpec {
    name: "cell",
    text_signature: Some("([contents])"),
    doc: Some("Create a new cell object."),
    subclassable: false,
    slots: &[
        (SlotId::TpNew, SlotFn::New(new)),
        (SlotId::TpRepr, SlotFn::Unary(repr)),
        (SlotId::TpRichcompare, SlotFn::RichCompare(rich_compare)),
    ],
    getset: &[GetSetSpec::writable("cell_contents", contents, set_contents)],
    ..ClassSpec::DEFAULT
}
.checked();
