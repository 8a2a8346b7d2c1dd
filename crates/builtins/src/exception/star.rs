//! `except*`: what each clause takes of an exception, and what is raised when all have run (PEP
//! 654).

use std::collections::HashMap;

use objmodel::objects::exception::ExceptionObject;
use objmodel::objects::tuple::TupleObject;
use objmodel::{Borrowed, Gc, Result, Runtime, Value, singletons};

use super::group::{exceptions, projection};

/// What `except* classes:` takes of an exception, and what it leaves; `None` for nothing. A plain
/// exception that it takes comes as the only one of a group.
///
/// # Errors
/// `TypeError` if `classes` cannot be caught so, or `split` returns something else than a pair; what
/// `split` raises.
pub fn except_star(
    rt: &mut Runtime,
    exception: Borrowed<'_>,
    classes: Borrowed<'_>,
) -> Result<(Option<Value>, Option<Value>)> {
    let caught = rt.match_exception(exception, classes)?;
    let group = rt.types().base_exception_group.clone();
    let candidates = match classes.get::<TupleObject>(rt) {
        Some(tuple) => tuple.items().to_vec(),
        None => vec![classes.to_value()],
    };
    for candidate in &candidates {
        if rt.as_type(candidate.as_ref()).is_some_and(|class| rt.is_subtype(&class, &group)) {
            return Err(rt.type_error(
                "catching ExceptionGroup with except* is not allowed. Use except instead.",
            ));
        }
    }
    let is_group = rt.is_instance_of(exception, &group);
    if caught {
        if is_group {
            return Ok((Some(exception.to_value()), None));
        }
        let only = rt.tuple([exception.to_value()].into_iter())?;
        let message = rt.str("")?;
        let made = rt.call(&group, [message.as_ref(), only.as_ref()])?;
        return Ok((Some(made), None));
    }
    if !is_group {
        return Ok((None, Some(exception.to_value())));
    }
    let name = rt.intern("split")?;
    let pair = rt.call_method(exception, &name, [classes])?;
    let class = rt.type_name(exception).to_owned();
    let Some(items) = pair.get::<TupleObject>(rt).map(|pair| pair.items().to_vec()) else {
        let got = rt.type_name(pair.as_ref());
        return Err(rt.type_error(format!("{class}.split must return a tuple, not {got}")));
    };
    let [picked, rest, ..] = items.as_slice() else {
        let size = items.len();
        return Err(
            rt.type_error(format!("{class}.split must return a 2-tuple, got tuple of size {size}"))
        );
    };
    let present = |part: &Value| (!singletons::is_none(part)).then(|| part.clone());
    Ok((present(picked), present(rest)))
}

/// What is raised after all clauses have run: of what they raised and what none of them took
/// (`None` among them counts for nothing), one exception, or none.
///
/// # Errors
/// What `derive` raises; `MemoryError`.
pub fn combine_star(
    rt: &mut Runtime,
    original: Borrowed<'_>,
    raised: Vec<Value>,
) -> Result<Option<Value>> {
    let raised: Vec<Value> = raised.into_iter().filter(|e| !singletons::is_none(e)).collect();
    let group = rt.types().base_exception_group.clone();
    if !rt.is_instance_of(original, &group) {
        return Ok(raised.into_iter().next());
    }
    let (mut new, mut kept) = (Vec::new(), HashMap::new());
    for exception in raised {
        match is_part_of(rt, exception.as_ref(), original)? {
            true => leaves(rt, exception, &mut kept)?,
            false => new.push(exception),
        }
    }
    let again = projection(rt, &original.to_value(), kept)?;
    if new.is_empty() {
        return Ok(again);
    }
    new.extend(again);
    if new.len() == 1 {
        return Ok(new.pop());
    }
    let list = rt.list(new)?;
    let message = rt.str("")?;
    rt.call(&group, [message.as_ref(), list.as_ref()]).map(Some)
}

/// The exceptions in a group that are no groups themselves, each once, however often groups share it.
fn leaves(rt: &Runtime, exception: Value, found: &mut HashMap<u64, Value>) -> Result<()> {
    let group = &rt.types().base_exception_group;
    let mut seen: HashMap<u64, Value> = HashMap::new();
    let mut work = vec![exception];
    while let Some(exception) = work.pop() {
        if !rt.is_instance_of(exception.as_ref(), group) {
            found.insert(exception.bits(), exception);
        } else if seen.insert(exception.bits(), exception.clone()).is_none() {
            let parts = exceptions(rt, exception.as_ref());
            rt.tick(1 + parts.len() / 16)?;
            work.extend(parts);
        }
    }
    Ok(())
}

/// Whether an exception was split off a group and raised again, and not raised anew: both have the
/// same traceback, cause, context and notes.
fn is_part_of(rt: &mut Runtime, exception: Borrowed<'_>, original: Borrowed<'_>) -> Result<bool> {
    let group = rt.types().base_exception_group.clone();
    if !rt.is_instance_of(exception, &group) {
        return Ok(false);
    }
    let parts = |rt: &Runtime, exception: Borrowed<'_>| {
        let payload = exception.get::<ExceptionObject>(rt)?;
        let traceback = payload.traceback.clone().map(Gc::into_value);
        Some([traceback, payload.cause.clone(), payload.context.clone()])
    };
    let same = |a: &Option<Value>, b: &Option<Value>| match (a, b) {
        (Some(a), Some(b)) => a.is(b),
        (None, None) => true,
        _ => false,
    };
    let (Some(own), Some(others)) = (parts(rt, exception), parts(rt, original)) else {
        return Ok(false);
    };
    if !own.iter().zip(&others).all(|(a, b)| same(a, b)) {
        return Ok(false);
    }
    let notes = rt.names().notes.clone();
    let (own, others) = (rt.lookup_attr(exception, &notes)?, rt.lookup_attr(original, &notes)?);
    Ok(match (own, others) {
        (None, None) => true,
        (Some(own), Some(others)) => own.is(&others) || rt.equal(own.as_ref(), others.as_ref())?,
        _ => false,
    })
}
