//! `functools.lru_cache`: a function whose latest results are remembered.

use objmodel::gc::Trace;
use objmodel::objects::dict::Dict;
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, GetSetSpec, MethodSpec};
use objmodel::{
    Args, Borrowed, CallArgs, Gc, Parameters, Payload, Result, Runtime, Type, Value, singletons,
};

/// The payload of `_lru_cache_wrapper`.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(super) struct LruCache {
    function: Value,
    /// Makes what `cache_info` returns.
    info: Value,
    /// The results by arguments, the one that was used last at the end.
    results: Dict,
    /// Stands between positional and keyword arguments in a key.
    mark: Value,
    /// How many results are kept, if not all.
    #[trace(leaf)]
    limit: Option<usize>,
    #[trace(leaf)]
    typed: bool,
    #[trace(leaf)]
    hits: usize,
    #[trace(leaf)]
    misses: usize,
}

impl Payload for LruCache {}

fn new<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    const PARAMETERS: Parameters =
        Parameters::new("lru_cache", "(user_function, maxsize, typed, cache_info_type)", 4, 4);
    let [Some(function), Some(limit), Some(typed), Some(info)] = PARAMETERS.bind(rt, args)? else {
        return Err(rt.type_error("lru_cache() takes exactly 4 arguments"));
    };
    if !rt.is_callable(function) {
        return Err(rt.type_error("the first argument must be callable"));
    }
    let limit = match singletons::is_none(&limit) {
        true => None,
        false if rt.has_index(limit) => {
            let limit = rt.index_as_size(limit, |rt, _| {
                rt.overflow_error("Python int too large to convert to C ssize_t")
            })?;
            Some(usize::try_from(limit).unwrap_or(0))
        }
        false => return Err(rt.type_error("maxsize should be integer or None")),
    };
    let typed = rt.is_true(typed)?;
    let object = Value::clone(&rt.types().object);
    let payload = LruCache {
        function: function.to_value(),
        info: info.to_value(),
        results: rt.dict()?,
        mark: rt.call(&object, ())?,
        limit,
        typed,
        hits: 0,
        misses: 0,
    };
    rt.alloc(class, payload).map(Gc::into_value)
}

/// What the results are remembered under: a lone string or integer itself, else a tuple.
fn key(rt: &Runtime, mark: &Value, typed: bool, args: CallArgs<'_>) -> Result {
    if !typed && !args.has_keywords() {
        if let [only] = args.positionals() {
            let class = rt.type_of(*only);
            if class.is(&rt.types().str) || class.is(&rt.types().int) {
                return Ok(only.to_value());
            }
        }
        let parts = args.positionals().iter().map(|argument| argument.to_value());
        return rt.tuple(parts).map(Gc::into_value);
    }
    let mut parts: Vec<Value> = args.positionals().iter().map(|part| part.to_value()).collect();
    if args.has_keywords() {
        parts.push(mark.clone());
        for (name, value) in args.keywords() {
            parts.extend([name.to_value(), value.to_value()]);
        }
    }
    if typed {
        parts.extend(args.all().iter().map(|argument| Value::clone(&rt.type_of(*argument))));
    }
    rt.tuple(parts.into_iter()).map(Gc::into_value)
}

fn call<'a>(rt: &mut Runtime, own: Borrowed<'a>, args: CallArgs<'a>) -> Result {
    let Some(cache) = own.get::<LruCache>(rt) else {
        return Err(rt.type_error("a cache is required"));
    };
    let (function, results) = (cache.function.clone(), cache.results.clone());
    let (mark, limit, typed) = (cache.mark.clone(), cache.limit, cache.typed);
    if limit == Some(0) {
        count(rt, own, |cache| cache.misses += 1);
        return rt.call_with(function.as_ref(), args);
    }
    let key = key(rt, &mark, typed, args)?;
    // The arguments are hashed once.
    let hash = rt.hash(key.as_ref())?;
    if let Some(found) = rt.dict_get_hashed(&results, key.as_ref(), hash)? {
        count(rt, own, |cache| cache.hits += 1);
        if limit.is_some() {
            let gone = rt.dict_remove_hashed(&results, key.as_ref(), hash)?;
            drop(gone);
            rt.dict_set_hashed(&results, key.as_ref(), hash, found.clone())?;
        }
        return Ok(found);
    }
    count(rt, own, |cache| cache.misses += 1);
    let result = rt.call_with(function.as_ref(), args)?;
    if let Some(limit) = limit {
        // The call may have brought the same key, and others.
        if rt.dict_get_hashed(&results, key.as_ref(), hash)?.is_some() {
            return Ok(result);
        }
        if results.read(rt).len() >= limit {
            let oldest =
                results.read(rt).iter().next().map(|entry| (entry.key.clone(), entry.hash));
            if let Some((oldest, hash)) = oldest {
                let gone = rt.dict_remove_hashed(&results, oldest.as_ref(), hash)?;
                drop(gone);
            }
        }
    }
    rt.dict_set_hashed(&results, key.as_ref(), hash, result.clone())?;
    Ok(result)
}

fn count(rt: &mut Runtime, own: Borrowed<'_>, add: impl FnOnce(&mut LruCache)) {
    if let Some(cache) = own.get_mut::<LruCache>(rt) {
        add(cache);
    }
}

/// Reading it through an instance binds it.
fn get(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    instance: Option<Borrowed<'_>>,
    _: Option<Borrowed<'_>>,
) -> Result {
    match instance.filter(|instance| !singletons::is_none(instance)) {
        Some(instance) => rt.method(own.to_value(), instance.to_value()),
        None => Ok(own.to_value()),
    }
}

fn cache_info(rt: &mut Runtime, args: Args<'_>) -> Result {
    let Some(cache) = args.at(0).get::<LruCache>(rt) else {
        return Err(rt.type_error("a cache is required"));
    };
    let (info, limit) = (cache.info.clone(), cache.limit);
    let (hits, misses, len) = (cache.hits, cache.misses, cache.results.read(rt).len());
    let limit = match limit {
        Some(limit) => rt.int_from_usize(limit)?,
        None => singletons::none(),
    };
    let (hits, misses) = (rt.int_from_usize(hits)?, rt.int_from_usize(misses)?);
    let len = rt.int_from_usize(len)?;
    rt.call(&info, [hits.as_ref(), misses.as_ref(), limit.as_ref(), len.as_ref()])
}

fn cache_clear(rt: &mut Runtime, args: Args<'_>) -> Result {
    let fresh = rt.dict()?;
    if let Some(cache) = args.at(0).get_mut::<LruCache>(rt) {
        (cache.hits, cache.misses) = (0, 0);
        let old = std::mem::replace(&mut cache.results, fresh);
        drop(old);
    }
    Ok(singletons::none())
}

/// Copies are the same function.
/// The name that it is found under.
fn reduce(rt: &mut Runtime, args: Args<'_>) -> Result {
    let name = rt.names().qualname.clone();
    rt.getattr(args.at(0), &name)
}

/// The table of `_lru_cache_wrapper`.
pub(super) const LRU_CACHE: ClassSpec = ClassSpec {
    name: "functools._lru_cache_wrapper",
    doc: Some("A function whose latest results are remembered."),
    subclassable: false,
    dict: true,
    weakref: true,
    slots: &[
        (SlotId::TpNew, SlotFn::New(new)),
        (SlotId::TpCall, SlotFn::Call(call)),
        (SlotId::TpDescrGet, SlotFn::DescrGet(get)),
    ],
    methods: &[
        MethodSpec::method("cache_info", "($self, /)", cache_info)
            .doc("How often results were found, and how many are kept."),
        MethodSpec::method("cache_clear", "($self, /)", cache_clear).doc("Forgets all results."),
        MethodSpec::method("__reduce__", "($self, /)", reduce),
        MethodSpec::method("__copy__", "($self, /)", crate::module::itself).without_signature(),
        MethodSpec::method("__deepcopy__", "($self, memo, /)", crate::module::itself)
            .without_signature(),
    ],
    getset: &[GetSetSpec::DICT],
    ..ClassSpec::DEFAULT
}
.checked();
