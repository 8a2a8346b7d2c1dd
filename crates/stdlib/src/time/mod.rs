//! `time`: the host's clock; the calendar is written in Python.

use std::time::Duration;

use num_bigint::BigInt;
use objmodel::types::spec::MethodSpec;
use objmodel::{Args, Result, Runtime, singletons};

use crate::module::ModuleSpec;

/// The longest time that is slept at once, so that limits are looked at in between.
const SLICE: Duration = Duration::from_millis(10);
/// What such a slice ticks: a tick stands for some 100 nanoseconds.
const TICKS_PER_SLICE: usize = 100_000;

/// `now()`: nanoseconds since the epoch.
fn now(rt: &mut Runtime, _: Args<'_>) -> Result {
    let now = rt.host().time();
    rt.big_int(BigInt::from(now))
}

/// `clock()`: nanoseconds by a clock that never goes back.
fn clock(rt: &mut Runtime, _: Args<'_>) -> Result {
    let now = match rt.host_ref().clock() {
        Some(now) => now.as_nanos(),
        None => rt.host().time(),
    };
    rt.big_int(BigInt::from(now))
}

/// `sleep(nanoseconds)`: waits, in slices that tick.
fn sleep(rt: &mut Runtime, args: Args<'_>) -> Result {
    let nanoseconds = rt.index_as_size(args.at(0), |rt, _| {
        rt.overflow_error("timestamp too large to convert to C PyTime_t")
    })?;
    let mut left = Duration::from_nanos(u64::try_from(nanoseconds).unwrap_or(0));
    loop {
        let slice = left.min(SLICE);
        let part = slice.as_nanos() as usize * TICKS_PER_SLICE / SLICE.as_nanos() as usize;
        rt.tick(part + 1)?;
        if !rt.host().sleep(slice) {
            let class = rt.builtin("PermissionError").unwrap_or_else(singletons::none);
            let message = rt.str("the host does not let programs sleep")?;
            let error = rt.call(&class, [message.as_ref()])?;
            return Err(rt.raise(&error));
        }
        left = left.saturating_sub(slice);
        if left.is_zero() {
            return Ok(singletons::none());
        }
    }
}

const FUNCTIONS: &[MethodSpec] = &[
    MethodSpec::function("now", "($module, /)", now),
    MethodSpec::function("clock", "($module, /)", clock),
    MethodSpec::function("sleep", "($module, nanoseconds, /)", sleep),
];

/// `_time`
pub(crate) const NATIVE: ModuleSpec = ModuleSpec::new("_time").functions(FUNCTIONS);

/// `time`
pub(crate) const MODULE: ModuleSpec = ModuleSpec::new("time").python(include_str!("time.py"));

/// `_strptime`: times read by formats.
pub(crate) const STRPTIME: ModuleSpec =
    ModuleSpec::new("_strptime").python(include_str!("_strptime.py"));
