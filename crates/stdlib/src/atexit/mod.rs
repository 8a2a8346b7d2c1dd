//! `atexit`: functions that are called when the interpreter ends, the last one first.

use objmodel::objects::dict::DictObject;
use objmodel::objects::list::List;
use objmodel::objects::tuple::TupleObject;
use objmodel::types::spec::MethodSpec;
use objmodel::{Args, CallArgs, CompareOp, Result, Runtime, Value, singletons};

use crate::module::ModuleSpec;

/// The registered calls: tuples of function, arguments and keywords.
struct Calls(List);

fn calls(rt: &mut Runtime) -> Result<List> {
    if let Some(Calls(calls)) = rt.data() {
        return Ok(calls.clone());
    }
    let calls = rt.list(Vec::new())?;
    rt.set_data(Calls(calls.clone()));
    Ok(calls)
}

fn register(rt: &mut Runtime, args: CallArgs<'_>) -> Result {
    let Some((function, rest)) = args.positionals().split_first() else {
        return Err(rt.type_error("register() takes at least 1 argument (0 given)"));
    };
    if !rt.is_callable(*function) {
        return Err(rt.type_error("the first argument must be callable"));
    }
    let rest = rt.tuple(rest.iter().map(|argument| argument.to_value()))?;
    let keywords = rt.dict()?;
    for (name, value) in args.keywords() {
        rt.dict_set(&keywords, name, value.to_value())?;
    }
    let parts = [function.to_value(), rest.into_value(), keywords.into_value()];
    let call = rt.tuple(parts.into_iter())?.into_value();
    let calls = calls(rt)?;
    rt.grow(&calls, |calls, meter| calls.push(meter, call))?;
    Ok(function.to_value())
}

fn unregister(rt: &mut Runtime, args: Args<'_>) -> Result {
    let calls = calls(rt)?;
    let mut kept = Vec::new();
    for call in calls.read(rt).items().to_vec() {
        let function = call.get::<TupleObject>(rt).and_then(|call| call.items().first().cloned());
        let Some(function) = function else { continue };
        let same = function.is(&args.at(0)) || {
            let equal = rt.compare(CompareOp::Eq, &function, args.at(0))?;
            rt.is_true(equal.as_ref())?
        };
        if !same {
            kept.push(call);
        }
    }
    replace(rt, kept)?;
    Ok(singletons::none())
}

fn replace(rt: &mut Runtime, kept: Vec<Value>) -> Result<()> {
    let kept = rt.list(kept)?;
    let old = rt.set_data(Calls(kept));
    drop(old);
    Ok(())
}

fn clear(rt: &mut Runtime, _: Args<'_>) -> Result {
    replace(rt, Vec::new())?;
    Ok(singletons::none())
}

fn count(rt: &mut Runtime, _: Args<'_>) -> Result {
    let calls = calls(rt)?;
    let count = calls.read(rt).items().len();
    rt.int_from_usize(count)
}

fn run_all(rt: &mut Runtime, _: Args<'_>) -> Result {
    run(rt);
    Ok(singletons::none())
}

/// Calls what was registered; errors are printed.
pub fn run(rt: &mut Runtime) {
    let Some(Calls(calls)) = rt.data() else { return };
    let calls = calls.clone();
    let mut all = calls.read(rt).items().to_vec();
    if replace(rt, Vec::new()).is_err() {
        return;
    }
    while let Some(call) = all.pop() {
        let Some([function, args, keywords]) =
            call.get::<TupleObject>(rt).and_then(|call| call.items().first_chunk::<3>().cloned())
        else {
            continue;
        };
        if let Err(raise) = make_call(rt, &function, &args, &keywords) {
            if raise.halt().is_some() {
                return;
            }
            let shown = match rt.repr(&function) {
                Ok(shown) => shown.read(rt).as_str().into_owned(),
                Err(_) => "<object repr() failed>".to_owned(),
            };
            rt.unraisable(raise, &format!("Exception ignored in atexit callback {shown}"), None);
        }
    }
}

fn make_call(rt: &mut Runtime, function: &Value, args: &Value, keywords: &Value) -> Result {
    let mut all = args.get::<TupleObject>(rt).map_or_else(Vec::new, |args| args.items().to_vec());
    let mut names: Vec<Value> = Vec::new();
    if let Some(keywords) = keywords.get::<DictObject>(rt) {
        for entry in keywords.iter() {
            names.push(entry.key.clone());
            all.push(entry.value.clone());
        }
    }
    let (all, names) = (objmodel::gc::refs(&all), objmodel::gc::refs(&names));
    rt.call_with(function.as_ref(), CallArgs::with_names(all, names))
}

const FUNCTIONS: &[MethodSpec] = &[
    MethodSpec::raw_function("register", "($module, func, /, *args, **kwargs)", register)
        .doc("Calls a function with these arguments when the interpreter ends."),
    MethodSpec::function("unregister", "($module, func, /)", unregister)
        .doc("Forgets a function that was registered."),
    MethodSpec::function("_clear", "($module, /)", clear).doc("Forgets all functions."),
    MethodSpec::function("_ncallbacks", "($module, /)", count)
        .doc("How many functions are registered."),
    MethodSpec::function("_run_exitfuncs", "($module, /)", run_all).doc("Calls all functions."),
];

pub(crate) const ATEXIT: ModuleSpec = ModuleSpec::new("atexit").functions(FUNCTIONS);
