//! `compress`, `dropwhile`, `takewhile` and `filterfalse`: some items of an iterable.

use objmodel::gc::Trace;
use objmodel::types::spec::MethodSpec;
use objmodel::{
    Args, Borrowed, CallArgs, Gc, Parameters, Payload, Result, Runtime, Type, Value, singletons,
};

/// The payload of `compress`.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(super) struct Compress {
    data: Value,
    selectors: Value,
}

impl Payload for Compress {}

const COMPRESS_PARAMETERS: Parameters = Parameters::new("compress", "(data, selectors)", 2, 2);

fn new_compress<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    let [Some(data), Some(selectors)] = COMPRESS_PARAMETERS.bind(rt, args)? else {
        return Err(rt.type_error("compress() takes exactly 2 arguments"));
    };
    let payload = Compress { data: rt.iter(data)?, selectors: rt.iter(selectors)? };
    rt.alloc(class, payload).map(Gc::into_value)
}

fn next_compress(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    let Some(payload) = own.get::<Compress>(rt) else { return Ok(None) };
    let (data, selectors) = (payload.data.clone(), payload.selectors.clone());
    loop {
        rt.tick(1)?;
        let Some(item) = rt.next(&data)? else { return Ok(None) };
        let Some(selector) = rt.next(&selectors)? else { return Ok(None) };
        if rt.is_true(selector.as_ref())? {
            return Ok(Some(item));
        }
    }
}

fn reduce_compress(rt: &mut Runtime, args: Args<'_>) -> Result {
    super::reduce::warn(rt)?;
    let Some(payload) = args.at(0).get::<Compress>(rt) else { return Ok(singletons::none()) };
    let parts = vec![payload.data.clone(), payload.selectors.clone()];
    super::reduce::parts(rt, args.at(0), parts, None)
}

super::table! {
    COMPRESS, "compress", Some("(data, selectors)"),
    "The items whose selector is true.",
    new_compress, next_compress,
    methods: [super::reduces!(reduce_compress)],
}

/// A function and the iterator whose items it is asked about.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
struct Filter {
    function: Value,
    iterator: Value,
    /// Whether the function need not be asked any more.
    #[trace(leaf)]
    decided: bool,
}

impl Filter {
    fn new(
        rt: &mut Runtime,
        class: &Type,
        args: CallArgs<'_>,
        parameters: Parameters,
    ) -> Result<Filter> {
        let args = super::without_keywords(rt, class, args);
        let [Some(function), Some(iterable)] = parameters.bind(rt, args)? else {
            return Err(rt.type_error("expected 2 arguments"));
        };
        let (function, iterator) = (function.to_value(), rt.iter(iterable)?);
        Ok(Filter { function, iterator, decided: false })
    }

    fn parts(&self) -> (Value, Value) {
        (self.function.clone(), self.iterator.clone())
    }
}

fn holds(rt: &mut Runtime, function: &Value, item: &Value) -> Result<bool> {
    let answer = rt.call(function, [item.as_ref()])?;
    rt.is_true(answer.as_ref())
}

/// The payload of `dropwhile`.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(super) struct DropWhile(Filter);

impl Payload for DropWhile {}

fn new_drop_while<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    const PARAMETERS: Parameters = Parameters::new("dropwhile", "(predicate, iterable, /)", 2, 2);
    let filter = Filter::new(rt, class, args, PARAMETERS)?;
    rt.alloc(class, DropWhile(filter)).map(Gc::into_value)
}

fn next_drop_while(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    let Some(DropWhile(filter)) = own.get(rt) else { return Ok(None) };
    let (function, iterator) = filter.parts();
    loop {
        let Some(item) = rt.next(&iterator)? else { return Ok(None) };
        // The iterator may have asked for items here, too.
        if own.get(rt).is_some_and(|DropWhile(filter)| filter.decided) {
            return Ok(Some(item));
        }
        rt.tick(1)?;
        if !holds(rt, &function, &item)? {
            if let Some(DropWhile(filter)) = own.get_mut(rt) {
                filter.decided = true;
            }
            return Ok(Some(item));
        }
    }
}

fn reduce_drop_while(rt: &mut Runtime, args: Args<'_>) -> Result {
    super::reduce::warn(rt)?;
    let Some(DropWhile(filter)) = args.at(0).get(rt) else { return Ok(singletons::none()) };
    let ((function, iterator), decided) = (filter.parts(), filter.decided);
    let state = rt.int(decided.into())?;
    super::reduce::parts(rt, args.at(0), vec![function, iterator], Some(state))
}

fn restore_drop_while(rt: &mut Runtime, args: Args<'_>) -> Result {
    super::reduce::warn(rt)?;
    let decided = rt.is_true(args.at(1))?;
    if let Some(DropWhile(filter)) = args.at(0).get_mut(rt) {
        filter.decided = decided;
    }
    Ok(singletons::none())
}

super::table! {
    DROP_WHILE, "dropwhile", Some("(predicate, iterable, /)"),
    "The items from the first on that the predicate does not hold for.",
    new_drop_while, next_drop_while,
    methods: [super::reduces!(reduce_drop_while), super::restores!(restore_drop_while)],
}

/// The payload of `takewhile`.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(super) struct TakeWhile(Filter);

impl Payload for TakeWhile {}

fn new_take_while<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    const PARAMETERS: Parameters = Parameters::new("takewhile", "(predicate, iterable, /)", 2, 2);
    let filter = Filter::new(rt, class, args, PARAMETERS)?;
    rt.alloc(class, TakeWhile(filter)).map(Gc::into_value)
}

fn next_take_while(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    let Some(TakeWhile(filter)) = own.get(rt) else { return Ok(None) };
    if filter.decided {
        return Ok(None);
    }
    let (function, iterator) = filter.parts();
    let Some(item) = rt.next(&iterator)? else { return Ok(None) };
    if holds(rt, &function, &item)? {
        return Ok(Some(item));
    }
    if let Some(TakeWhile(filter)) = own.get_mut(rt) {
        filter.decided = true;
    }
    Ok(None)
}

fn reduce_take_while(rt: &mut Runtime, args: Args<'_>) -> Result {
    super::reduce::warn(rt)?;
    let Some(TakeWhile(filter)) = args.at(0).get(rt) else { return Ok(singletons::none()) };
    let ((function, iterator), decided) = (filter.parts(), filter.decided);
    let state = rt.int(decided.into())?;
    super::reduce::parts(rt, args.at(0), vec![function, iterator], Some(state))
}

fn restore_take_while(rt: &mut Runtime, args: Args<'_>) -> Result {
    super::reduce::warn(rt)?;
    let decided = rt.is_true(args.at(1))?;
    if let Some(TakeWhile(filter)) = args.at(0).get_mut(rt) {
        filter.decided = decided;
    }
    Ok(singletons::none())
}

super::table! {
    TAKE_WHILE, "takewhile", Some("(predicate, iterable, /)"),
    "The items before the first that the predicate does not hold for.",
    new_take_while, next_take_while,
    methods: [super::reduces!(reduce_take_while), super::restores!(restore_take_while)],
}

/// The payload of `filterfalse`.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(super) struct FilterFalse(Filter);

impl Payload for FilterFalse {}

fn new_filter_false<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    const PARAMETERS: Parameters = Parameters::new("filterfalse", "(function, iterable, /)", 2, 2);
    let mut filter = Filter::new(rt, class, args, PARAMETERS)?;
    let own_truth =
        singletons::is_none(&filter.function.as_ref()) || filter.function.is(&rt.types().bool_);
    filter.decided = own_truth;
    rt.alloc(class, FilterFalse(filter)).map(Gc::into_value)
}

fn next_filter_false(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    let Some(FilterFalse(filter)) = own.get(rt) else { return Ok(None) };
    let (own_truth, (function, iterator)) = (filter.decided, filter.parts());
    loop {
        rt.tick(1)?;
        let Some(item) = rt.next(&iterator)? else { return Ok(None) };
        let holds = match own_truth {
            true => rt.is_true(item.as_ref())?,
            false => holds(rt, &function, &item)?,
        };
        if !holds {
            return Ok(Some(item));
        }
    }
}

fn reduce_filter_false(rt: &mut Runtime, args: Args<'_>) -> Result {
    super::reduce::warn(rt)?;
    let Some(FilterFalse(filter)) = args.at(0).get(rt) else { return Ok(singletons::none()) };
    let (function, iterator) = filter.parts();
    super::reduce::parts(rt, args.at(0), vec![function, iterator], None)
}

super::table! {
    FILTER_FALSE, "filterfalse", Some("(function, iterable, /)"),
    "The items that the function does not hold for.",
    new_filter_false, next_filter_false,
    methods: [super::reduces!(reduce_filter_false)],
}
