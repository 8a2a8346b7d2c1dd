//! How a class stands to others: bases, order, subclasses, instances.

use objmodel::objects::tuple::TupleObject;
use objmodel::{Args, Borrowed, Result, Runtime, Type, Value, singletons};

use super::sizes;

fn this(rt: &Runtime, class: Borrowed<'_>) -> Result<Type> {
    crate::receiver::class_receiver(rt, class)
}

fn tuple_of(rt: &Runtime, classes: &[Type]) -> Result {
    rt.tuple(classes.iter().map(|class| Value::clone(class))).map(|tuple| tuple.into_value())
}

/// `cls.mro()`: computes the order anew.
pub(super) fn mro(rt: &mut Runtime, args: Args<'_>) -> Result {
    let class = this(rt, args.at(0))?;
    let order = rt.default_mro(&class)?;
    let items = order.into_iter().map(|class| class.into_value()).collect();
    rt.list(items).map(|list| list.into_value())
}

/// The names of the class and its bases, without those of the metaclass.
pub(super) fn dir(rt: &mut Runtime, args: Args<'_>) -> Result {
    let names = rt.attribute_names(args.at(0))?;
    rt.list(names).map(|list| list.into_value())
}

pub(super) fn subclasses(rt: &mut Runtime, args: Args<'_>) -> Result {
    let class = this(rt, args.at(0))?;
    let items: Vec<_> =
        rt.live_subclasses(&class).into_iter().map(|class| class.into_value()).collect();
    rt.tick(items.len() / 16)?;
    rt.list(items).map(|list| list.into_value())
}

/// The class of the instance, or what it claims as `__class__`, derives from this one.
pub(super) fn instance_check(rt: &mut Runtime, args: Args<'_>) -> Result {
    let [class, instance] = args.take();
    let class = this(rt, class)?;
    if rt.is_instance_of(instance, &class) {
        return Ok(singletons::bool(true));
    }
    let name = rt.names().class.clone();
    let claimed = rt.lookup_attr(instance, &name)?;
    let claims = claimed
        .as_ref()
        .and_then(|claimed| rt.as_type(claimed.as_ref()))
        .is_some_and(|claimed| rt.is_subtype(&claimed, &class));
    Ok(singletons::bool(claims))
}

pub(super) fn subclass_check(rt: &mut Runtime, args: Args<'_>) -> Result {
    let [class, subclass] = args.take();
    let class = this(rt, class)?;
    match rt.as_type(subclass) {
        Some(subclass) => Ok(singletons::bool(rt.is_subtype(&subclass, &class))),
        None => Err(rt.type_error("issubclass() arg 1 must be a class")),
    }
}

pub(super) fn bases(rt: &mut Runtime, class: Borrowed<'_>) -> Result {
    let class = this(rt, class)?;
    Ok(class.read(rt).bases().clone().into_value())
}

/// `cls.__bases__ = (...)`.
pub(super) fn set_bases(
    rt: &mut Runtime,
    class: Borrowed<'_>,
    value: Option<Borrowed<'_>>,
) -> Result<()> {
    let class = this(rt, class)?;
    super::names::check_mutable(rt, &class, "__bases__")?;
    let value = super::names::present(rt, &class, "__bases__", value)?;
    let Some(items) = value.get::<TupleObject>(rt).map(|bases| bases.items().to_vec()) else {
        return Err(rt.type_error(format!(
            "can only assign tuple to {}.__bases__, not {}",
            class.read(rt).full_name(),
            rt.type_name(value)
        )));
    };
    rt.set_bases(&class, items)
}

pub(super) fn base(rt: &mut Runtime, class: Borrowed<'_>) -> Result {
    let class = this(rt, class)?;
    Ok(class.read(rt).base().map_or_else(singletons::none, |base| Value::clone(base)))
}

/// `__mro__`: `None` while the metaclass's `mro` runs for the first time.
pub(super) fn order(rt: &mut Runtime, class: Borrowed<'_>) -> Result {
    let class = this(rt, class)?;
    let order = class.read(rt).mro().to_vec();
    if order.is_empty() {
        return Ok(singletons::none());
    }
    tuple_of(rt, &order)
}

/// `cls.__dict__`: a read-only view.
pub(super) fn namespace(rt: &mut Runtime, class: Borrowed<'_>) -> Result {
    let class = this(rt, class)?;
    let dict = rt.namespace(&class);
    rt.mapping_proxy(dict.into_value())
}

/// `__flags__`, with CPython's numbers.
pub(super) fn flags(rt: &mut Runtime, class: Borrowed<'_>) -> Result {
    let class = this(rt, class)?;
    let flags = rt.class_flags(&class);
    rt.int(flags)
}

/// `__dictoffset__`: not zero if instances have a `__dict__`.
pub(super) fn dict_offset(rt: &mut Runtime, class: Borrowed<'_>) -> Result {
    let class = this(rt, class)?;
    // Classes and modules have namespaces of their own kind.
    let types = rt.types();
    let own = [&types.r#type, &types.module].iter().any(|kind| rt.is_subtype(&class, kind));
    rt.int(if own || class.read(rt).instances_have_dict() { -1 } else { 0 })
}

/// `__weakrefoffset__`: not zero if instances may be weakly referenced.
pub(super) fn weakref_offset(rt: &mut Runtime, class: Borrowed<'_>) -> Result {
    let class = this(rt, class)?;
    rt.int(if class.read(rt).instances_have_weakrefs() { -1 } else { 0 })
}

/// `__basicsize__`: as CPython's are.
pub(super) fn basic_size(rt: &mut Runtime, class: Borrowed<'_>) -> Result {
    let class = this(rt, class)?;
    rt.int_from_usize(sizes::basic_size(rt, &class))
}

/// `__itemsize__`: what each digit or item adds to an instance of a class whose instances vary in
/// size, as CPython counts it.
pub(super) fn item_size(rt: &mut Runtime, class: Borrowed<'_>) -> Result {
    let class = this(rt, class)?;
    rt.int_from_usize(sizes::item_size(rt, &class))
}
