//! `gc`: the collector.

use objmodel::gc::CollectionInfo;
use objmodel::objects::dict::{Dict, DictObject};
use objmodel::objects::list::ListObject;
use objmodel::objects::str::StrObject;
use objmodel::objects::tuple::TupleObject;
use objmodel::types::spec::MethodSpec;
use objmodel::{Args, Borrowed, CallArgs, Gc, Result, Runtime, Value, singletons};

use crate::module::ModuleSpec;

/// Ticks for looking at all objects.
fn look_through(rt: &mut Runtime) -> Result<()> {
    rt.tick(1 + rt.heap().bytes().used() / 1024)
}

fn collect(rt: &mut Runtime, args: Args<'_>) -> Result {
    let generation = match args.get(0) {
        Some(generation) => rt.index_as_size(generation, |rt, _| {
            rt.overflow_error("Python int too large to convert to C int")
        })?,
        None => 2,
    };
    let Some(generation) = u8::try_from(generation).ok().filter(|generation| *generation < 3)
    else {
        return Err(rt.value_error("invalid generation"));
    };
    look_through(rt)?;
    let found = objmodel::gc::collect(rt, generation);
    rt.safepoint();
    rt.int_from_usize(found.collected + found.uncollectable)
}

fn enable(rt: &mut Runtime, _: Args<'_>) -> Result {
    rt.heap().enable();
    Ok(singletons::none())
}

fn disable(rt: &mut Runtime, _: Args<'_>) -> Result {
    rt.heap().disable();
    Ok(singletons::none())
}

fn is_enabled(rt: &mut Runtime, _: Args<'_>) -> Result {
    Ok(singletons::bool(rt.heap().is_enabled()))
}

fn numbers(rt: &mut Runtime, numbers: [u32; 3]) -> Result {
    let numbers: Vec<Value> = numbers.iter().map(|n| rt.int((*n).into())).collect::<Result<_>>()?;
    rt.tuple(numbers.into_iter()).map(Gc::into_value)
}

fn get_threshold(rt: &mut Runtime, _: Args<'_>) -> Result {
    let thresholds = rt.heap().thresholds();
    numbers(rt, thresholds)
}

fn set_threshold(rt: &mut Runtime, args: CallArgs<'_>) -> Result {
    let mut thresholds = rt.heap().thresholds();
    if !(1..=3).contains(&args.len()) {
        return Err(rt.type_error("gc.set_threshold requires 1 to 3 arguments"));
    }
    for (place, value) in thresholds.iter_mut().zip(args.positionals()) {
        let value = rt.index_as_size(*value, |rt, _| {
            rt.overflow_error("Python int too large to convert to C int")
        })?;
        *place = u32::try_from(value).unwrap_or(0);
    }
    rt.heap().set_thresholds(thresholds);
    Ok(singletons::none())
}

fn get_count(rt: &mut Runtime, _: Args<'_>) -> Result {
    let counts = rt.heap().counts();
    numbers(rt, counts)
}

fn get_stats(rt: &mut Runtime, _: Args<'_>) -> Result {
    let mut rows = Vec::new();
    for stats in rt.heap().stats() {
        let row = rt.dict()?;
        let entries = [
            ("collections", stats.collections),
            ("collected", stats.collected),
            ("uncollectable", stats.uncollectable),
        ];
        for (name, number) in entries {
            let (name, number) = (rt.intern(name)?, rt.int(number as i64)?);
            rt.dict_set_name(&row, &name, number)?;
        }
        rows.push(row.into_value());
    }
    rt.list(rows).map(Gc::into_value)
}

fn get_objects(rt: &mut Runtime, args: Args<'_>) -> Result {
    let generation = match args.get(0).filter(|generation| !singletons::is_none(generation)) {
        None => None,
        Some(generation) if rt.as_int(generation).is_none() => {
            let class = rt.type_name(generation);
            return Err(rt.type_error(format!("argument should be integer or None, not '{class}'")));
        }
        Some(generation) => match generation.as_small_int() {
            Some(generation @ 0..=2) => Some(generation as u8),
            Some(generation) if generation < 0 => {
                return Err(rt.value_error("generation parameter cannot be negative"));
            }
            _ => {
                return Err(rt.value_error(
                    "generation parameter must be less than the number of available generations (3)",
                ));
            }
        },
    };
    look_through(rt)?;
    let objects = rt.heap().objects(generation);
    rt.list(objects).map(Gc::into_value)
}

fn get_referrers(rt: &mut Runtime, args: CallArgs<'_>) -> Result {
    look_through(rt)?;
    rt.tick(args.len() / 16)?;
    let found = rt.heap().referrers(args.positionals());
    rt.list(found).map(Gc::into_value)
}

fn get_referents(rt: &mut Runtime, args: CallArgs<'_>) -> Result {
    let mut found = Vec::new();
    for object in args.positionals() {
        // A dict whose keys are all strings shows its values only.
        if let Some(dict) = object.get::<DictObject>(rt)
            && rt.type_of(*object).is(&rt.types().dict)
            && dict.iter().all(|entry| entry.key.is_payload::<StrObject>())
        {
            found.extend(dict.iter().map(|entry| entry.value.clone()));
            rt.tick(found.len() / 16)?;
            continue;
        }
        let mut referents = rt.heap().referents(std::slice::from_ref(object));
        rt.show_attributes(*object, &mut referents);
        // CPython visits the items of these from the end on.
        if object.is_payload::<ListObject>() || object.is_payload::<TupleObject>() {
            referents.reverse();
        }
        found.append(&mut referents);
        rt.tick(found.len() / 16)?;
    }
    rt.list(found).map(Gc::into_value)
}

/// Whether CPython's collector never looks at an object, whatever it holds: native classes and bare
/// `object`s besides what has no references.
fn is_never_tracked(rt: &Runtime, object: Borrowed<'_>) -> bool {
    rt.type_of(object).is(&rt.types().object)
        || rt.as_type(object).is_some_and(|class| {
            let class = class.read(rt);
            !class.is_heap_type() && !class.is_extension_type()
        })
}

/// A tuple is tracked until a collection finds that it holds nothing that is; a dict as long as it
/// holds something that may be.
fn is_tracked(rt: &mut Runtime, args: Args<'_>) -> Result {
    let object = args.at(0);
    if is_never_tracked(rt, object) {
        return Ok(singletons::bool(false));
    }
    let class = rt.type_of(object);
    let (tuple, dict) = (class.is(&rt.types().tuple), class.is(&rt.types().dict));
    if !tuple && object.is_payload::<DictObject>() && !dict {
        // What its class may add to it is not known.
        return Ok(singletons::bool(true));
    }
    if !tuple && !dict {
        return Ok(singletons::bool(rt.heap().is_tracked(object)));
    }
    let mut waiting = vec![object.to_value()];
    let mut seen = std::collections::HashSet::new();
    while let Some(holder) = waiting.pop() {
        let full = holder.get::<TupleObject>(rt).is_some_and(|tuple| !tuple.items().is_empty());
        if full && rt.heap().is_young(holder.as_ref()) {
            return Ok(singletons::bool(true));
        }
        let mut items: Vec<Value> = match holder.get::<DictObject>(rt) {
            Some(dict) => {
                let entries = dict.iter();
                entries.flat_map(|entry| [entry.key.clone(), entry.value.clone()]).collect()
            }
            None => holder.get::<TupleObject>(rt).map_or_else(Vec::new, |t| t.items().to_vec()),
        };
        rt.tick(1 + items.len() / 16)?;
        items.retain(|item| !is_never_tracked(rt, item.as_ref()));
        for item in items {
            if rt.type_of(item.as_ref()).is(&rt.types().tuple) {
                if seen.insert(item.as_ref().address()) {
                    waiting.push(item);
                }
            } else if item.is_payload::<DictObject>() || rt.heap().is_tracked(item.as_ref()) {
                return Ok(singletons::bool(true));
            }
        }
    }
    Ok(singletons::bool(false))
}

fn is_finalized(rt: &mut Runtime, args: Args<'_>) -> Result {
    Ok(singletons::bool(rt.heap().is_finalized(args.at(0))))
}

fn freeze(rt: &mut Runtime, _: Args<'_>) -> Result {
    look_through(rt)?;
    rt.heap().freeze();
    Ok(singletons::none())
}

fn unfreeze(rt: &mut Runtime, _: Args<'_>) -> Result {
    look_through(rt)?;
    rt.heap().unfreeze();
    Ok(singletons::none())
}

fn get_freeze_count(rt: &mut Runtime, _: Args<'_>) -> Result {
    look_through(rt)?;
    rt.int_from_usize(rt.heap().freeze_count())
}

/// What `gc.set_debug` set.
struct Debug(i64);

fn get_debug(rt: &mut Runtime, _: Args<'_>) -> Result {
    rt.int(rt.data::<Debug>().map_or(0, |debug| debug.0))
}

fn set_debug(rt: &mut Runtime, args: Args<'_>) -> Result {
    let flags = rt.index_clamped(args.at(0))?;
    rt.set_data(Debug(flags as i64));
    rt.heap().set_save_unreachable(flags & 32 != 0);
    Ok(singletons::none())
}

/// The list `gc.callbacks`.
struct Callbacks(Gc<ListObject>);

/// Tells `gc.callbacks` of a collection.
fn tell(rt: &mut Runtime, phase: &str, info: &CollectionInfo) {
    let Some(Callbacks(list)) = rt.data::<Callbacks>() else { return };
    let callbacks: Vec<Value> = list.read(rt).items().to_vec();
    if callbacks.is_empty() {
        return;
    }
    if let Err(raise) = tell_all(rt, &callbacks, phase, info) {
        rt.unraisable(raise, "Exception ignored in", None);
    }
}

fn tell_all(
    rt: &mut Runtime,
    callbacks: &[Value],
    phase: &str,
    info: &CollectionInfo,
) -> Result<()> {
    let about = rt.dict()?;
    let entries = [
        ("generation", info.generation.into()),
        ("collected", info.collected),
        ("uncollectable", info.uncollectable),
    ];
    for (name, number) in entries {
        let (name, number) = (rt.intern(name)?, rt.int_from_usize(number)?);
        rt.dict_set_name(&about, &name, number)?;
    }
    let phase = rt.str(phase)?;
    for callback in callbacks {
        if let Err(raise) = rt.call(callback, [phase.as_ref(), about.as_ref()]) {
            let of: Option<&Value> = Some(callback);
            rt.unraisable(raise, "Exception ignored in", of);
        }
    }
    Ok(())
}

const FUNCTIONS: &[MethodSpec] = &[
    MethodSpec::function("collect", "($module, /, generation=2)", collect).doc("Collects garbage of a generation and those that are younger; how many unreachable objects there were."),
    MethodSpec::function("enable", "($module, /)", enable).doc("Lets garbage be collected by itself."),
    MethodSpec::function("disable", "($module, /)", disable).doc("Keeps garbage from being collected by itself."),
    MethodSpec::function("isenabled", "($module, /)", is_enabled).doc("Whether garbage is collected by itself."),
    MethodSpec::function("get_threshold", "($module, /)", get_threshold).doc("When each generation is collected."),
    MethodSpec::raw_function("set_threshold", "", set_threshold).doc("set_threshold(threshold0, [threshold1, [threshold2]])\nSays when each generation is collected; 0 keeps it from being collected."),
    MethodSpec::function("get_count", "($module, /)", get_count).doc("The counts that are compared with the thresholds."),
    MethodSpec::function("get_stats", "($module, /)", get_stats).doc("What the collections of each generation have done."),
    MethodSpec::function("get_objects", "($module, /, generation=None)", get_objects).doc("The objects that are tracked, of one generation if it is given."),
    MethodSpec::raw_function("get_referrers", "($module, /, *objs)", get_referrers).doc("The objects that refer to any of the objects."),
    MethodSpec::raw_function("get_referents", "($module, /, *objs)", get_referents).doc("The objects that the objects refer to."),
    MethodSpec::function("is_tracked", "($module, obj, /)", is_tracked).doc("Whether the collector looks at an object."),
    MethodSpec::function("is_finalized", "($module, obj, /)", is_finalized).doc("Whether an object has been finalized."),
    MethodSpec::function("freeze", "($module, /)", freeze).doc("Moves all objects into a generation that is not collected."),
    MethodSpec::function("unfreeze", "($module, /)", unfreeze).doc("Moves the frozen objects into the oldest generation."),
    MethodSpec::function("get_freeze_count", "($module, /)", get_freeze_count).doc("How many objects are frozen."),
    MethodSpec::function("get_debug", "($module, /)", get_debug).doc("The flags of set_debug."),
    MethodSpec::function("set_debug", "($module, flags, /)", set_debug).doc("Says by flags what collections print and keep."),
];

fn fill(rt: &mut Runtime, namespace: &Dict) -> Result<()> {
    let flags = [
        ("DEBUG_STATS", 1),
        ("DEBUG_COLLECTABLE", 2),
        ("DEBUG_UNCOLLECTABLE", 4),
        ("DEBUG_SAVEALL", 32),
        ("DEBUG_LEAK", 38),
    ];
    for (name, flag) in flags {
        let flag = rt.int(flag)?;
        crate::module::constant(rt, namespace, name, flag)?;
    }
    let garbage = rt.list(Vec::new())?;
    rt.keep_unreachable_in(garbage.clone());
    crate::module::constant(rt, namespace, "garbage", garbage.into_value())?;
    let callbacks = rt.list(Vec::new())?;
    crate::module::constant(rt, namespace, "callbacks", Value::clone(&callbacks))?;
    rt.set_data(Callbacks(callbacks));
    let hooks = objmodel::host::Hooks { collection: Some(tell), ..*rt.hooks() };
    rt.set_hooks(hooks);
    Ok(())
}

pub(crate) const GC: ModuleSpec = ModuleSpec::new("gc").functions(FUNCTIONS).fill(fill);
