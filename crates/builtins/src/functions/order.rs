//! `min`, `max`, `sorted`, `sum`: one answer from many items.

use objmodel::objects::bytes::{ByteArrayObject, BytesObject};
use objmodel::objects::str::StrObject;
use objmodel::slots::CompareOp;
use objmodel::types::spec::MethodSpec;
use objmodel::{Args, Borrowed, CallArgs, Parameters, Result, Runtime, Value, singletons};

use crate::iterator::sequence::take_while;
use crate::list::sort;

fn min(rt: &mut Runtime, args: CallArgs<'_>) -> Result {
    extreme(rt, args, "min", CompareOp::Lt)
}

fn max(rt: &mut Runtime, args: CallArgs<'_>) -> Result {
    extreme(rt, args, "max", CompareOp::Gt)
}

/// The first item for which `op` holds against all before it.
fn extreme(rt: &mut Runtime, args: CallArgs<'_>, function: &'static str, op: CompareOp) -> Result {
    if args.positionals().is_empty() {
        return Err(rt.type_error(format!("{function} expected at least 1 argument, got 0")));
    }
    const fn parameters(function: &'static str) -> Parameters {
        Parameters::new(function, "(*, key=None, default=None)", 0, 0)
    }
    let [key, default] = parameters(function).bind(rt, args.only_keywords())?;
    let key = key.filter(|key| !singletons::is_none(key));
    let mut best: Option<(Value, Value)> = None;
    let mut consider = |rt: &mut Runtime, item: Value| -> Result<()> {
        rt.tick(1)?;
        let rank = match key {
            Some(key) => rt.call(key, [item.as_ref()])?,
            None => item.clone(),
        };
        let better = match &best {
            Some((_, lead)) => rt.compare_truth(op, rank.as_ref(), lead.as_ref())?,
            None => true,
        };
        if better {
            best = Some((item, rank));
        }
        Ok(())
    };
    match args.positionals() {
        [iterable] => {
            let items = rt.iter(*iterable)?;
            while let Some(item) = rt.next(&items)? {
                consider(rt, item)?;
            }
        }
        all => {
            if default.is_some() {
                return Err(rt.type_error(format!(
                    "Cannot specify a default for {function}() with multiple positional arguments"
                )));
            }
            for item in all {
                consider(rt, item.to_value())?;
            }
        }
    }
    match (best, default) {
        (Some((item, _)), _) => Ok(item),
        (None, Some(default)) => Ok(default.to_value()),
        (None, None) => Err(rt.value_error(format!("{function}() iterable argument is empty"))),
    }
}

fn sorted(rt: &mut Runtime, args: CallArgs<'_>) -> Result {
    let [iterable] = args.positionals() else {
        return Err(rt.type_error(format!("sorted expected 1 argument, got {}", args.len())));
    };
    let items = rt.collect(*iterable)?;
    let list = rt.list_of(items)?;
    const PARAMETERS: Parameters = Parameters::new("sort", "(*, key=None, reverse=False)", 0, 0);
    let [key, reverse] = PARAMETERS.bind(rt, args.only_keywords())?;
    let reverse = match reverse {
        Some(reverse) => rt.is_true(reverse)?,
        None => false,
    };
    sort::sort(rt, &list, key, reverse)?;
    Ok(list.into_value())
}

fn sum(rt: &mut Runtime, args: Args<'_>) -> Result {
    let items = rt.iter(args.at(0))?;
    let start = args.get(1);
    if let Some(start) = start {
        let what = if start.is_payload::<StrObject>() {
            Some(("strings", "''"))
        } else if start.is_payload::<BytesObject>() {
            Some(("bytes", "b''"))
        } else if start.is_payload::<ByteArrayObject>() {
            Some(("bytearray", "b''"))
        } else {
            None
        };
        if let Some((what, empty)) = what {
            return Err(
                rt.type_error(format!("sum() can't sum {what} [use {empty}.join(seq) instead]"))
            );
        }
    }
    let mut total = match start {
        Some(start) => start.to_value(),
        None => rt.int(0)?,
    };
    let mut next = None;
    if let Some(start) = total.as_small_int() {
        (total, next) = sum_ints(rt, start, &items)?;
    }
    while let Some(item) = match next.take() {
        Some(item) => Some(item),
        None => rt.next(&items)?,
    } {
        rt.tick(1)?;
        if is_float(rt, total.as_ref()) && is_number(rt, item.as_ref()) {
            return sum_floats(rt, total, item, &items);
        }
        total = rt.add(&total, &item)?;
    }
    Ok(total)
}

/// Adds items as long as they are small integers and their sum is a machine word: the sum, and the
/// item that came instead.
fn sum_ints(rt: &mut Runtime, start: i64, items: &Value) -> Result<(Value, Option<Value>)> {
    let mut sum = start;
    let mut add = |item: &Value| {
        let grown = item.as_small_int().and_then(|n| sum.checked_add(n));
        sum = grown.unwrap_or(sum);
        grown.is_some()
    };
    while take_while(rt, items.as_ref(), &mut add)? {}
    let next = loop {
        match rt.next(items)? {
            Some(item) if add(&item) => rt.tick(1)?,
            next => break next,
        }
    };
    Ok((rt.int(sum)?, next))
}

fn is_float(rt: &Runtime, value: Borrowed<'_>) -> bool {
    rt.type_of(value).is(&rt.types().float)
}

fn is_number(rt: &Runtime, value: Borrowed<'_>) -> bool {
    is_float(rt, value) || rt.type_of(value).is(&rt.types().int)
}

/// Floats are summed with the lost low parts kept apart (Neumaier), as long as only floats and
/// integers come.
fn sum_floats(rt: &mut Runtime, total: Value, first: Value, items: &Value) -> Result {
    let mut sum = rt.as_float(total.as_ref()).unwrap_or_default();
    let mut lost = 0.0;
    let mut next = Some(first);
    while let Some(item) = next {
        let x = if let Some(x) = rt.as_float(item.as_ref()).filter(|_| is_float(rt, item.as_ref()))
        {
            x
        } else if rt.type_of(item.as_ref()).is(&rt.types().int)
            && let Some(n) = rt.as_int(item.as_ref())
            && let Some(n) = n.to_i64()
        {
            // An integer is added as it is, without compensation.
            sum += n as f64;
            next = rt.next(items)?;
            continue;
        } else {
            let subtotal = rt.float(whole(sum, lost))?;
            let mut total = rt.add(&subtotal, &item)?;
            while let Some(item) = rt.next(items)? {
                rt.tick(1)?;
                total = rt.add(&total, &item)?;
            }
            return Ok(total);
        };
        let grown = sum + x;
        lost += if sum.abs() >= x.abs() { (sum - grown) + x } else { (x - grown) + sum };
        sum = grown;
        rt.tick(1)?;
        next = rt.next(items)?;
    }
    rt.float(whole(sum, lost))
}

/// The sum with what was lost, unless that is not finite.
fn whole(sum: f64, lost: f64) -> f64 {
    if lost != 0.0 && lost.is_finite() { sum + lost } else { sum }
}

fn round(rt: &mut Runtime, args: Args<'_>) -> Result {
    let name = rt.names().round.clone();
    let number = args.at(0);
    let digits = args.get(1).filter(|digits| !singletons::is_none(digits));
    let answer = match digits {
        Some(digits) => rt.call_named(number, &name, &[digits])?,
        None => rt.call_named(number, &name, &[])?,
    };
    match answer {
        Some(answer) => Ok(answer),
        None => {
            let class = rt.type_name(number);
            Err(rt.type_error(format!("type {class} doesn't define __round__ method")))
        }
    }
}

pub(super) const FUNCTIONS: &[MethodSpec] = &[
    MethodSpec::raw_function("min", "", min)
        .doc("min(iterable, *[, default=obj, key=func]) -> value\nmin(arg1, arg2, *args, *[, key=func]) -> value\n\nThe smallest item of an iterable, or the smallest argument."),
    MethodSpec::raw_function("max", "", max)
        .doc("max(iterable, *[, default=obj, key=func]) -> value\nmax(arg1, arg2, *args, *[, key=func]) -> value\n\nThe biggest item of an iterable, or the biggest argument."),
    MethodSpec::raw_function(
        "sorted",
        "($module, iterable, /, *, key=None, reverse=False)",
        sorted,
    )
    .doc("Return a new list containing all items from the iterable in ascending order."),
    MethodSpec::function("sum", "($module, iterable, /, start=0)", sum)
        .doc("Return the sum of a 'start' value (default: 0) plus an iterable of numbers"),
    MethodSpec::function("round", "($module, /, number, ndigits=None)", round)
        .doc("Round a number to a given precision in decimal digits."),
];
