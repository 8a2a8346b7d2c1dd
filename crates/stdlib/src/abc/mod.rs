//! `abc`: abstract base classes, written in Python but for what classes do not show.

use objmodel::gc::WeakRef;
use objmodel::types::Collection;
use objmodel::types::spec::MethodSpec;
use objmodel::{Args, Result, Runtime, singletons};

use crate::module::ModuleSpec;

/// Says what `match` takes the instances of a class for: what a class attribute of an abstract base
/// class says, or another class that it is registered with.
fn set_collection(rt: &mut Runtime, args: Args<'_>) -> Result {
    let Some(class) = rt.as_type(args.at(0)).map(|class| class.to_gc()) else {
        return Err(rt.type_error("a class is required"));
    };
    let collection = match rt.as_type(args.at(1)).map(|like| like.to_gc()) {
        Some(like) => rt.class_collection(&like),
        None => match args.at(1).as_small_int() {
            Some(SEQUENCE) => Some(Collection::Sequence),
            Some(MAPPING) => Some(Collection::Mapping),
            _ => None,
        },
    };
    if collection.is_some() {
        rt.set_class_collection(&class, collection);
    }
    Ok(singletons::none())
}

/// Whether a class derives from one of others, some of which are weakly referenced.
fn derives_from_any(rt: &mut Runtime, args: Args<'_>) -> Result {
    let others = rt.collect(args.at(1))?;
    for other in others {
        rt.tick(1)?;
        let class = match other.is_payload::<WeakRef>() {
            true => rt.call(&other, ())?,
            false => other,
        };
        if !singletons::is_none(&class) && rt.is_subclass(args.at(0), &class)? {
            return Ok(singletons::bool(true));
        }
    }
    Ok(singletons::bool(false))
}

/// The flags that CPython's classes have.
const SEQUENCE: i64 = 1 << 5;
const MAPPING: i64 = 1 << 6;

const FUNCTIONS: &[MethodSpec] = &[
    MethodSpec::function("_set_collection", "($module, cls, like, /)", set_collection),
    MethodSpec::function("_derives_from_any", "($module, cls, others, /)", derives_from_any),
];

/// `_abc`.
pub(crate) const NATIVE: ModuleSpec = ModuleSpec::new("_abc").functions(FUNCTIONS);

/// `abc`.
pub(crate) const ABC: ModuleSpec = ModuleSpec::new("abc").python(include_str!("abc.py"));
