//! The methods of `set` and `frozenset`.

use objmodel::native::Intrinsic;
use objmodel::objects::dict::DictObject;
use objmodel::objects::set::{Set, SetObject};
use objmodel::objects::str::StrObject;
use objmodel::types::spec::MethodSpec;
use objmodel::{Args, Borrowed, CallArgs, Gc, Result, Runtime, Value, singletons};

use super::{has, lookup_key, this};
use crate::text::codepoints::CodePoints;

type StrBound<'a> = objmodel::gc::Bound<'a, StrObject>;

/// Makes an empty set a copy of another.
pub(super) fn copy_into(rt: &mut Runtime, set: &Set, source: &Set) -> Result<()> {
    let places = source.read(rt).places();
    rt.check_room(places * size_of::<(i64, Value)>())?;
    rt.tick(places / 8)?;
    // Lent from outside the runtime, since both are its objects.
    let mut copy = SetObject::default();
    copy.copy_from(rt.heap().bytes(), source.read(rt)).map_err(|_| rt.memory_error())?;
    let old = rt.grow(set, |set, meter| {
        let content = std::mem::take(&mut copy);
        meter.credit(objmodel::Payload::external_bytes(&content));
        set.put(meter, content)
    })?;
    drop(old);
    Ok(())
}

/// An empty set or frozenset, as the operand's base class is.
fn empty_like(rt: &Runtime, own: Borrowed<'_>) -> Result<Set> {
    if rt.is_instance_of(own, &rt.types().frozenset) { rt.frozenset() } else { rt.set() }
}

/// A set or frozenset, as the operand's base class is, with the same keys.
pub(super) fn copy_of(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Set> {
    let made = empty_like(rt, own)?;
    let source = this(rt, own)?;
    copy_into(rt, &made, &source)?;
    Ok(made)
}

/// The key at `place` or behind it with its hash, a tick having been paid for it. Keys may come and
/// go while a set is gone through: those that are there when their turn comes are seen, as in CPython.
fn next_key(rt: &Runtime, set: &Set, place: &mut usize) -> Result<Option<(i64, Value)>> {
    rt.tick(1)?;
    let Some((next, hash, key)) = set.read(rt).key_from(*place) else { return Ok(None) };
    *place = next;
    Ok(Some((hash, key.clone())))
}

/// The next key at `place` or behind it that another set has, or has not.
fn next_key_where(
    rt: &mut Runtime,
    set: &Set,
    place: &mut usize,
    other: &Set,
    has_it: bool,
) -> Result<Option<(i64, Value)>> {
    loop {
        rt.tick(1)?;
        let Some((next, hash, key)) = set.read(rt).key_from(*place) else { return Ok(None) };
        *place = next;
        match rt.set_contains_no_eval(other, key.as_ref(), hash) {
            Some(found) if found != has_it => continue,
            Some(_) => return Ok(Some((hash, key.clone()))),
            None => {}
        }
        let key = key.clone();
        if has(rt, other, key.as_ref(), hash)? == has_it {
            return Ok(Some((hash, key)));
        }
    }
}

/// Adds all items of an iterable.
pub(super) fn update_by(rt: &mut Runtime, set: &Set, iterable: Borrowed<'_>) -> Result<()> {
    if let Some(source) = iterable.typed::<SetObject>() {
        if set.is(&source) {
            return Ok(());
        }
        if set.read(rt).is_untouched() {
            return copy_into(rt, set, &source);
        }
        let len = source.read(rt).len();
        rt.grow(set, |set, meter| set.reserve_merge(meter, len))?;
        let mut place = 0;
        while let Some((hash, key)) = next_key(rt, &source, &mut place)? {
            rt.set_add_hashed(set, key.as_ref(), hash)?;
        }
        return Ok(());
    }
    if let Some(dict) = iterable.get::<DictObject>(rt)
        && rt.type_of(iterable).is(&rt.types().dict)
    {
        let entries = rt.gather(dict.iter().map(|entry| (entry.hash, entry.key.clone())))?;
        let len = entries.len();
        rt.grow(set, |set, meter| set.reserve_merge(meter, len))?;
        for (hash, key) in entries {
            rt.tick(1)?;
            rt.set_add_hashed(set, key.as_ref(), hash)?;
        }
        return Ok(());
    }
    if let Some(text) = iterable.typed::<StrObject>()
        && rt.type_of(iterable).is(&rt.types().str)
    {
        return add_characters(rt, set, &text);
    }
    let items = rt.iter(iterable)?;
    while let Some(item) = rt.next(&items)? {
        rt.tick(1)?;
        rt.set_add(set, item.as_ref())?;
    }
    Ok(())
}

/// Adds the characters of a text. Those of ASCII are added when they are met first.
fn add_characters(rt: &mut Runtime, set: &Set, text: &StrBound<'_>) -> Result<()> {
    rt.tick(text.read(rt).len())?;
    let (mut met, mut offset) = ([false; 0x80], 0);
    loop {
        let mut points =
            CodePoints::new(text.read(rt).as_bytes().get(offset..).unwrap_or_default());
        let known = |point: &u32| met.get(*point as usize) == Some(&true);
        let Some(point) = points.find(|point| !known(point)) else { return Ok(()) };
        offset = text.read(rt).as_bytes().len() - points.as_bytes().len();
        if let Some(met) = met.get_mut(point as usize) {
            *met = true;
        }
        let character = rt.character(point)?;
        rt.set_add(set, character.as_ref())?;
    }
}

/// Adds to `common` what both a set and an iterable have; the order is that of the iterable, or of the
/// smaller one of two sets.
fn add_common(rt: &mut Runtime, common: &Set, set: &Set, iterable: Borrowed<'_>) -> Result<()> {
    let Some(other) = iterable.typed::<SetObject>() else {
        let items = rt.iter(iterable)?;
        while let Some(item) = rt.next(&items)? {
            rt.tick(1)?;
            let hash = rt.hash(item.as_ref())?;
            if has(rt, set, item.as_ref(), hash)? {
                rt.set_add_hashed(common, item.as_ref(), hash)?;
                // The rest cannot add anything.
                if common.read(rt).len() == set.read(rt).len() {
                    break;
                }
            }
        }
        return Ok(());
    };
    let own_larger = set.read(rt).len() >= other.read(rt).len();
    let (through, in_which): (&Set, &Set) = if own_larger { (&other, set) } else { (set, &other) };
    let mut place = 0;
    while let Some((hash, key)) = next_key_where(rt, through, &mut place, in_which, true)? {
        rt.set_add_hashed(common, key.as_ref(), hash)?;
    }
    Ok(())
}

/// Keeps what is in the iterable too.
pub(super) fn intersect_by(rt: &mut Runtime, set: &Set, iterable: Borrowed<'_>) -> Result<()> {
    let common = rt.set()?;
    add_common(rt, &common, set, iterable)?;
    let content = rt.grow(&common, |common, meter| Ok(common.take(meter)))?;
    let old = rt.grow(set, |set, meter| set.put(meter, content))?;
    drop(old);
    Ok(())
}

/// Removes what is in the iterable.
pub(super) fn subtract_by(rt: &mut Runtime, set: &Set, iterable: Borrowed<'_>) -> Result<()> {
    if iterable.is(set) {
        let old = rt.grow(set, |set, meter| Ok(set.take(meter)))?;
        drop(old);
        return Ok(());
    }
    if let Some(other) = iterable.typed::<SetObject>() {
        let mut other = other.to_gc();
        // Of a much larger set, what is common comes first.
        if other.read(rt).len() >> 3 > set.read(rt).len() {
            let common = intersected(rt, set.as_ref(), iterable)?;
            other = this(rt, common.as_ref())?.to_gc();
        }
        let mut place = 0;
        while let Some((hash, key)) = next_key(rt, &other, &mut place)? {
            rt.set_remove_hashed(set, key.as_ref(), hash)?;
        }
    } else {
        let items = rt.iter(iterable)?;
        while let Some(item) = rt.next(&items)? {
            rt.tick(1)?;
            rt.set_remove(set, item.as_ref())?;
        }
    }
    rt.grow(set, |set, meter| set.close_gaps(meter))
}

/// What the left operand has alone, as a new set of its kind: gone through, or copied if it is
/// much larger.
pub(super) fn subtracted(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
    let set = this(rt, own)?;
    let looked_up = match other.typed::<SetObject>() {
        Some(other) => Some(other.read(rt).len()),
        None => other
            .get::<DictObject>(rt)
            .filter(|_| rt.type_of(other).is(&rt.types().dict))
            .map(DictObject::len),
    };
    if looked_up.is_none_or(|len| set.read(rt).len() >> 2 > len) {
        let made = copy_of(rt, own)?;
        subtract_by(rt, &made, other)?;
        return Ok(made.into_value());
    }
    let made = empty_like(rt, own)?;
    let mut place = 0;
    if let Some(other) = other.typed::<SetObject>() {
        while let Some((hash, key)) = next_key_where(rt, &set, &mut place, &other, false)? {
            rt.set_add_hashed(&made, key.as_ref(), hash)?;
        }
    } else if let Some(other) = other.typed::<DictObject>() {
        while let Some((hash, key)) = next_key(rt, &set, &mut place)? {
            if rt.dict_find(&other, key.as_ref(), hash)?.is_none() {
                rt.set_add_hashed(&made, key.as_ref(), hash)?;
            }
        }
    }
    Ok(made.into_value())
}

/// Removes a key, or adds it if it is not there.
fn toggle(rt: &mut Runtime, set: &Set, hash: i64, key: &Value) -> Result<()> {
    if !rt.set_remove_hashed(set, key.as_ref(), hash)? {
        rt.set_add_hashed(set, key.as_ref(), hash)?;
    }
    Ok(())
}

/// Keeps what is in one of both only.
pub(super) fn toggle_by(rt: &mut Runtime, set: &Set, iterable: Borrowed<'_>) -> Result<()> {
    if iterable.is(set) {
        return subtract_by(rt, set, iterable);
    }
    let plain_dict = rt.type_of(iterable).is(&rt.types().dict);
    if let Some(dict) = iterable.get::<DictObject>(rt).filter(|_| plain_dict) {
        let keys = rt.gather(dict.iter().map(|e| (e.hash, e.key.clone())))?;
        for (hash, key) in keys {
            rt.tick(1)?;
            toggle(rt, set, hash, &key)?;
        }
        return Ok(());
    }
    let other = match iterable.typed::<SetObject>() {
        Some(other) => other.to_gc(),
        None => {
            // Each key once.
            let other = rt.set()?;
            update_by(rt, &other, iterable)?;
            other
        }
    };
    let mut place = 0;
    while let Some((hash, key)) = next_key(rt, &other, &mut place)? {
        toggle(rt, set, hash, &key)?;
    }
    Ok(())
}

type Change = fn(&mut Runtime, &Set, Borrowed<'_>) -> Result<()>;

/// Receiver and iterables of a method that takes any number of them.
fn receiver<'a>(
    rt: &Runtime,
    args: CallArgs<'a>,
    method: &str,
) -> Result<(Borrowed<'a>, &'a [Borrowed<'a>])> {
    if args.has_keywords() {
        return Err(rt.type_error(format!("set.{method}() takes no keyword arguments")));
    }
    match args.positionals().split_first() {
        Some((own, others)) => Ok((*own, others)),
        None => Err(rt.type_error(format!("unbound method set.{method}() needs an argument"))),
    }
}

fn changed(rt: &mut Runtime, args: CallArgs<'_>, method: &str, change: Change) -> Result {
    let (own, others) = receiver(rt, args, method)?;
    let set = this(rt, own)?;
    for other in others {
        change(rt, &set, *other)?;
    }
    Ok(singletons::none())
}

/// What `combine` makes of the receiver and the first operand, changed by each of the others.
fn folded(
    rt: &mut Runtime,
    args: CallArgs<'_>,
    method: &str,
    combine: fn(&mut Runtime, Borrowed<'_>, Borrowed<'_>) -> Result,
    change: Change,
) -> Result {
    let (own, others) = receiver(rt, args, method)?;
    let Some((first, rest)) = others.split_first() else {
        return copy_of(rt, own).map(Gc::into_value);
    };
    let made = combine(rt, own, *first)?;
    let set = this(rt, made.as_ref())?;
    for other in rest {
        change(rt, &set, *other)?;
    }
    Ok(made)
}

fn union(rt: &mut Runtime, args: CallArgs<'_>) -> Result {
    let (own, others) = receiver(rt, args, "union")?;
    let made = copy_of(rt, own)?;
    // Its own keys once more would only make room for them.
    for other in others.iter().filter(|other| !other.is(&own)) {
        update_by(rt, &made, *other)?;
    }
    Ok(made.into_value())
}

fn difference(rt: &mut Runtime, args: CallArgs<'_>) -> Result {
    folded(rt, args, "difference", subtracted, subtract_by)
}

fn intersection(rt: &mut Runtime, args: CallArgs<'_>) -> Result {
    folded(rt, args, "intersection", intersected, intersect_by)
}

/// Nothing changes before all of the iterables were gone through.
fn intersection_update(rt: &mut Runtime, args: CallArgs<'_>) -> Result {
    let (own, _) = receiver(rt, args, "intersection_update")?;
    let set = this(rt, own)?;
    let common = folded(rt, args, "intersection_update", intersected, intersect_by)?;
    let common = this(rt, common.as_ref())?;
    let content = rt.grow(&common, |common, meter| Ok(common.take(meter)))?;
    let old = rt.grow(&set, |set, meter| set.put(meter, content))?;
    drop(old);
    Ok(singletons::none())
}

macro_rules! combinations {
    ($($in_place:ident $change:ident $in_place_method:literal;)*) => {$(
        fn $in_place(rt: &mut Runtime, args: CallArgs<'_>) -> Result {
            changed(rt, args, $in_place_method, $change)
        }
    )*};
}

combinations! {
    update update_by "update";
    difference_update subtract_by "difference_update";
}

/// What both have, as a new set of the left operand's kind.
pub(super) fn intersected(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
    if own.is(&other) {
        return copy_of(rt, own).map(Gc::into_value);
    }
    let (set, made) = (this(rt, own)?, empty_like(rt, own)?);
    add_common(rt, &made, &set, other)?;
    Ok(made.into_value())
}

/// What one of both has, as a new set of the left operand's kind.
pub(super) fn united(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
    let made = copy_of(rt, own)?;
    update_by(rt, &made, other)?;
    Ok(made.into_value())
}

/// What is in one of both only: the right one, changed by the left one, as the order shows.
pub(super) fn toggled(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
    let made = empty_like(rt, own)?;
    update_by(rt, &made, other)?;
    toggle_by(rt, &made, own)?;
    Ok(made.into_value())
}

fn symmetric_difference(rt: &mut Runtime, args: Args<'_>) -> Result {
    toggled(rt, args.at(0), args.at(1))
}

fn symmetric_difference_update(rt: &mut Runtime, args: Args<'_>) -> Result {
    let set = this(rt, args.at(0))?;
    toggle_by(rt, &set, args.at(1))?;
    Ok(singletons::none())
}

fn add(rt: &mut Runtime, args: Args<'_>) -> Result {
    let set = this(rt, args.at(0))?;
    rt.set_add(&set, args.at(1))?;
    Ok(singletons::none())
}

fn discard(rt: &mut Runtime, args: Args<'_>) -> Result {
    let set = this(rt, args.at(0))?;
    lookup_key(rt, args.at(1), |rt, key| rt.set_remove(&set, key))?;
    Ok(singletons::none())
}

fn remove(rt: &mut Runtime, args: Args<'_>) -> Result {
    let set = this(rt, args.at(0))?;
    match lookup_key(rt, args.at(1), |rt, key| rt.set_remove(&set, key))? {
        true => Ok(singletons::none()),
        false => Err(rt.key_error(args.at(1))),
    }
}

fn pop(rt: &mut Runtime, args: Args<'_>) -> Result {
    let set = this(rt, args.at(0))?;
    match set.write(rt).pop() {
        Some(key) => Ok(key),
        None => {
            let text = rt.str("pop from an empty set")?;
            Err(rt.key_error(text.as_ref()))
        }
    }
}

fn clear(rt: &mut Runtime, args: Args<'_>) -> Result {
    let set = this(rt, args.at(0))?;
    let old = rt.grow(&set, |set, meter| Ok(set.take(meter)))?;
    drop(old);
    Ok(singletons::none())
}

fn copy(rt: &mut Runtime, args: Args<'_>) -> Result {
    if rt.type_of(args.at(0)).is(&rt.types().frozenset) {
        return Ok(args.at(0).to_value());
    }
    copy_of(rt, args.at(0)).map(Gc::into_value)
}

fn is_disjoint(rt: &mut Runtime, args: Args<'_>) -> Result {
    let set = this(rt, args.at(0))?;
    let class = rt.type_of(args.at(1));
    let exact = class.is(&rt.types().set) || class.is(&rt.types().frozenset);
    if let Some(other) = args.at(1).typed::<SetObject>().filter(|_| exact) {
        let other = other.to_gc();
        // The smaller one is gone through.
        let larger = other.read(rt).len() > set.read(rt).len();
        let (through, in_which): (&Set, &Set) =
            if larger { (&set, &other) } else { (&other, &set) };
        let common = next_key_where(rt, through, &mut 0, in_which, true)?;
        return Ok(singletons::bool(common.is_none()));
    }
    let items = rt.iter(args.at(1))?;
    while let Some(item) = rt.next(&items)? {
        rt.tick(1)?;
        if rt.set_contains(&set, item.as_ref())? {
            return Ok(singletons::bool(false));
        }
    }
    Ok(singletons::bool(true))
}

fn is_subset(rt: &mut Runtime, args: Args<'_>) -> Result {
    let own = this(rt, args.at(0))?;
    if let Some(other) = args.at(1).typed::<SetObject>() {
        let other = other.to_gc();
        return super::is_subset(rt, &own, &other).map(singletons::bool);
    }
    let common = rt.set()?;
    add_common(rt, &common, &own, args.at(1))?;
    Ok(singletons::bool(common.read(rt).len() == own.read(rt).len()))
}

fn is_superset(rt: &mut Runtime, args: Args<'_>) -> Result {
    let own = this(rt, args.at(0))?;
    if let Some(other) = args.at(1).typed::<SetObject>() {
        let other = other.to_gc();
        return super::is_subset(rt, &other, &own).map(singletons::bool);
    }
    let items = rt.iter(args.at(1))?;
    while let Some(item) = rt.next(&items)? {
        rt.tick(1)?;
        if !rt.set_contains(&own, item.as_ref())? {
            return Ok(singletons::bool(false));
        }
    }
    Ok(singletons::bool(true))
}

fn contains(rt: &mut Runtime, args: Args<'_>) -> Result {
    super::contains(rt, args.at(0), args.at(1)).map(singletons::bool)
}

fn reduce(rt: &mut Runtime, args: Args<'_>) -> Result {
    let class = Value::clone(&rt.type_of(args.at(0)));
    let items = rt.collect(args.at(0))?;
    let items = rt.list_of(items)?.into_value();
    let items = rt.tuple([items].into_iter())?.into_value();
    let state = crate::reduce::instance_state(rt, args.at(0))?;
    rt.tuple([class, items, state].into_iter()).map(Gc::into_value)
}

fn size(rt: &mut Runtime, args: Args<'_>) -> Result {
    let len = this(rt, args.at(0))?.read(rt).len();
    // A table of eight places is a part of the object; one that is filled to three fifths grows to more
    // than four times of what it holds, twice if that is much.
    let mut places: usize = 8;
    while len * 5 >= (places - 1) * 3 {
        let held = ((places - 1) * 3).div_ceil(5);
        let least = held * if held > 50_000 { 2 } else { 4 };
        while places <= least {
            places *= 2;
        }
    }
    rt.int_from_usize(if places > 8 { 200 + 16 * places } else { 200 })
}

macro_rules! common {
    ($($more:expr,)*) => {
        &[
            MethodSpec::method("__contains__", "($self, object, /)", contains)
                .doc("x.__contains__(y) <==> y in x."),
            MethodSpec::method("__reduce__", "($self, /)", reduce)
                .doc("Return state information for pickling."),
            MethodSpec::method("__sizeof__", "($self, /)", size)
                .doc("S.__sizeof__() -> size of S in memory, in bytes."),
            MethodSpec::method("copy", "($self, /)", copy).doc("Return a shallow copy of a set."),
            MethodSpec::raw_method("difference", "($self, /, *others)", difference)
                .doc("Return a new set with elements in the set that are not in the others."),
            MethodSpec::raw_method("intersection", "($self, /, *others)", intersection)
                .doc("Return a new set with elements common to the set and all others."),
            MethodSpec::method("isdisjoint", "($self, other, /)", is_disjoint)
                .doc("Return True if two sets have a null intersection."),
            MethodSpec::method("issubset", "($self, other, /)", is_subset)
                .doc("Report whether another set contains this set."),
            MethodSpec::method("issuperset", "($self, other, /)", is_superset)
                .doc("Report whether this set contains another set."),
            MethodSpec::method("symmetric_difference", "($self, other, /)", symmetric_difference)
                .doc("Return a new set with elements in either the set or other but not both."),
            MethodSpec::raw_method("union", "($self, /, *others)", union)
                .doc("Return a new set with elements from the set and all others."),
            crate::generic_alias::CLASS_GETITEM,
            $($more,)*
        ]
    };
}

pub(super) const FROZENSET_METHODS: &[MethodSpec] = common!();

pub(super) const SET_METHODS: &[MethodSpec] = common!(
    MethodSpec::method("add", "($self, object, /)", add)
        .intrinsic(Intrinsic::SetAdd)
        .doc("Add an element to a set."),
    MethodSpec::method("clear", "($self, /)", clear).doc("Remove all elements from this set."),
    MethodSpec::method("discard", "($self, object, /)", discard)
        .doc("Remove an element from a set if it is a member."),
    MethodSpec::raw_method("difference_update", "($self, /, *others)", difference_update)
        .doc("Update the set, removing elements found in others."),
    MethodSpec::raw_method("intersection_update", "($self, /, *others)", intersection_update)
        .doc("Update the set, keeping only elements found in it and all others."),
    MethodSpec::method("pop", "($self, /)", pop).doc("Remove and return an arbitrary set element."),
    MethodSpec::method("remove", "($self, object, /)", remove)
        .doc("Remove an element from a set; it must be a member."),
    MethodSpec::method(
        "symmetric_difference_update",
        "($self, other, /)",
        symmetric_difference_update,
    )
    .doc("Update the set, keeping only elements found in either set, but not in both."),
    MethodSpec::raw_method("update", "($self, /, *others)", update)
        .doc("Update the set, adding elements from all others."),
);
