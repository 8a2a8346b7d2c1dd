//! `_heapq`: the heap functions in Rust. Comparing may run Python code, which may change the very list.

use objmodel::objects::list::{List, ListObject};
use objmodel::types::spec::MethodSpec;
use objmodel::{Args, Borrowed, CompareOp, Result, Runtime, Value, singletons};

use crate::module::ModuleSpec;

/// Which item comes first: the least, or the greatest.
#[derive(Clone, Copy, PartialEq, Eq)]
enum First {
    Least,
    Greatest,
}

/// The list that is the first argument; `what` is how messages call that.
fn list_of(rt: &Runtime, value: Borrowed<'_>, what: &str) -> Result<List> {
    match value.to_value().downcast::<ListObject>() {
        Ok(list) => Ok(list),
        Err(other) => {
            let class = rt.argument_name(other.as_ref());
            Err(rt.type_error(format!("{what} must be list, not {class}")))
        }
    }
}

/// An item, unless the list was shortened meanwhile.
fn item(rt: &Runtime, heap: &List, at: usize) -> Result<Value> {
    match heap.read(rt).items().get(at) {
        Some(item) => Ok(item.clone()),
        None => Err(rt.runtime_error("list changed size during iteration")),
    }
}

fn put(rt: &mut Runtime, heap: &List, at: usize, item: Value) -> Result<Value> {
    match heap.write(rt).items_mut().get_mut(at) {
        Some(place) => Ok(std::mem::replace(place, item)),
        None => Err(rt.runtime_error("list changed size during iteration")),
    }
}

fn swap(rt: &mut Runtime, heap: &List, a: usize, b: usize) {
    let items = heap.write(rt).items_mut();
    if a < items.len() && b < items.len() {
        items.swap(a, b);
    }
}

/// Whether `a` comes before `b`.
fn before(rt: &mut Runtime, a: &Value, b: &Value, first: First) -> Result<bool> {
    let (a, b) = if first == First::Least { (a, b) } else { (b, a) };
    rt.tick(1)?;
    let answer = rt.compare(CompareOp::Lt, a, b)?;
    rt.is_true(answer.as_ref())
}

fn check_len(rt: &Runtime, heap: &List, len: usize) -> Result<()> {
    if heap.read(rt).len() == len {
        return Ok(());
    }
    Err(rt.runtime_error("list changed size during iteration"))
}

/// Moves an item towards the root `start` until its parent comes before it.
fn rise(rt: &mut Runtime, heap: &List, start: usize, mut at: usize, first: First) -> Result<()> {
    let len = heap.read(rt).len();
    while at > start {
        let parent = (at - 1) / 2;
        let (own, above) = (item(rt, heap, at)?, item(rt, heap, parent)?);
        let moves = before(rt, &own, &above, first)?;
        check_len(rt, heap, len)?;
        if !moves {
            break;
        }
        swap(rt, heap, parent, at);
        at = parent;
    }
    Ok(())
}

/// Moves an item down to a leaf past the children that come first, and then up again to its place.
fn sink(rt: &mut Runtime, heap: &List, start: usize, first: First) -> Result<()> {
    let len = heap.read(rt).len();
    let (mut at, limit) = (start, len / 2);
    while at < limit {
        let mut child = 2 * at + 1;
        if child + 1 < len {
            let (left, right) = (item(rt, heap, child)?, item(rt, heap, child + 1)?);
            let left_first = before(rt, &left, &right, first)?;
            check_len(rt, heap, len)?;
            child += usize::from(!left_first);
        }
        swap(rt, heap, at, child);
        at = child;
    }
    rise(rt, heap, start, at, first)
}

fn push(rt: &mut Runtime, args: Args<'_>) -> Result {
    let heap = list_of(rt, args.at(0), "heappush() argument 1")?;
    let new = args.at(1).to_value();
    rt.grow(&heap, |heap, meter| heap.push(meter, new))?;
    let last = heap.read(rt).len().saturating_sub(1);
    rise(rt, &heap, 0, last, First::Least)?;
    Ok(singletons::none())
}

fn pop_first(rt: &mut Runtime, heap: &List, first: First) -> Result {
    let Some(last) = heap.write(rt).pop() else {
        return Err(rt.index_error("index out of range"));
    };
    if heap.read(rt).is_empty() {
        return Ok(last);
    }
    let taken = put(rt, heap, 0, last)?;
    sink(rt, heap, 0, first)?;
    Ok(taken)
}

fn pop(rt: &mut Runtime, args: Args<'_>) -> Result {
    let heap = list_of(rt, args.at(0), "heappop() argument")?;
    pop_first(rt, &heap, First::Least)
}

fn pop_max(rt: &mut Runtime, args: Args<'_>) -> Result {
    let heap = list_of(rt, args.at(0), "_heappop_max() argument")?;
    pop_first(rt, &heap, First::Greatest)
}

fn replace_first(rt: &mut Runtime, heap: &List, new: Value, first: First) -> Result {
    if heap.read(rt).is_empty() {
        return Err(rt.index_error("index out of range"));
    }
    let taken = put(rt, heap, 0, new)?;
    sink(rt, heap, 0, first)?;
    Ok(taken)
}

fn replace(rt: &mut Runtime, args: Args<'_>) -> Result {
    let heap = list_of(rt, args.at(0), "heapreplace() argument 1")?;
    replace_first(rt, &heap, args.at(1).to_value(), First::Least)
}

fn replace_max(rt: &mut Runtime, args: Args<'_>) -> Result {
    let heap = list_of(rt, args.at(0), "_heapreplace_max() argument 1")?;
    replace_first(rt, &heap, args.at(1).to_value(), First::Greatest)
}

fn push_pop(rt: &mut Runtime, args: Args<'_>) -> Result {
    let heap = list_of(rt, args.at(0), "heappushpop() argument 1")?;
    let new = args.at(1).to_value();
    if heap.read(rt).is_empty() {
        return Ok(new);
    }
    let top = item(rt, &heap, 0)?;
    if !before(rt, &top, &new, First::Least)? {
        return Ok(new);
    }
    if heap.read(rt).is_empty() {
        return Err(rt.index_error("index out of range"));
    }
    let taken = put(rt, &heap, 0, new)?;
    sink(rt, &heap, 0, First::Least)?;
    Ok(taken)
}

fn order(rt: &mut Runtime, heap: &List, first: First) -> Result {
    let len = heap.read(rt).len();
    for at in (0..len / 2).rev() {
        sink(rt, heap, at, first)?;
    }
    Ok(singletons::none())
}

fn heapify(rt: &mut Runtime, args: Args<'_>) -> Result {
    let heap = list_of(rt, args.at(0), "heapify() argument")?;
    order(rt, &heap, First::Least)
}

fn heapify_max(rt: &mut Runtime, args: Args<'_>) -> Result {
    let heap = list_of(rt, args.at(0), "_heapify_max() argument")?;
    order(rt, &heap, First::Greatest)
}

const FUNCTIONS: &[MethodSpec] = &[
    MethodSpec::function("heappush", "($module, heap, item, /)", push).doc("Adds an item."),
    MethodSpec::function("heappop", "($module, heap, /)", pop).doc("Takes the least item out."),
    MethodSpec::function("heapreplace", "($module, heap, item, /)", replace)
        .doc("Takes the least item out, then puts an item in."),
    MethodSpec::function("heappushpop", "($module, heap, item, /)", push_pop)
        .doc("Puts an item in, then takes the least out."),
    MethodSpec::function("heapify", "($module, heap, /)", heapify)
        .doc("Makes a list a heap, in linear time."),
    MethodSpec::function("_heappop_max", "($module, heap, /)", pop_max)
        .doc("Takes the greatest item out of a heap whose first item is the greatest."),
    MethodSpec::function("_heapreplace_max", "($module, heap, item, /)", replace_max)
        .doc("Takes the greatest item out of such a heap, then puts an item in."),
    MethodSpec::function("_heapify_max", "($module, heap, /)", heapify_max)
        .doc("Makes a list such a heap."),
];

/// `_heapq`.
pub(crate) const NATIVE: ModuleSpec = ModuleSpec::new("_heapq").functions(FUNCTIONS);
