//! Disturbs a program at each of its points: a charge is refused, the ticks end, somebody cancels, native code panics.
//!
//! Whatever is disturbed, the program ends by itself, by an exception or by a clean halt; the heap is in order; and the
//! same program runs once more in the same runtime, and to its usual end in a fresh one.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeSet, HashMap};
use std::fmt;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;
use std::sync::Once;
use std::sync::atomic::Ordering;

use objmodel_script::evaluate::{Failure, Interpreter};

use crate::case::Case;
use crate::inside::{self, Limits, Memory};

/// What is done to a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disturbance {
    /// The Nth charge of bytes is refused.
    Refusal,
    /// All charges from the Nth on are refused, until the program has ended.
    Exhaustion,
    /// The ticks end at the Nth.
    Ticks,
    /// Another thread's wish to cancel arrives at the Nth charge.
    Cancel,
    /// The native code that makes the Nth charge panics, wherever that is: in a sort, a dict that grows, a
    /// generator, a `repr`. The panic goes through the whole evaluation to the host.
    Panic,
}

/// All of them.
pub const ALL: [Disturbance; 5] = [
    Disturbance::Refusal,
    Disturbance::Exhaustion,
    Disturbance::Ticks,
    Disturbance::Cancel,
    Disturbance::Panic,
];

/// What a deliberate panic says.
pub const DELIBERATE: &str = "a deliberate panic";

impl fmt::Display for Disturbance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Disturbance::Refusal => "refusal",
            Disturbance::Exhaustion => "exhaustion",
            Disturbance::Ticks => "ticks",
            Disturbance::Cancel => "cancel",
            Disturbance::Panic => "panic",
        })
    }
}

/// How many points of a program are disturbed.
#[derive(Clone, Copy, Debug)]
pub struct Density {
    /// All points up to this one.
    pub first: u64,
    /// Of the points beyond, at most so many, evenly.
    pub sampled: u64,
    /// Whether each place of our code that charges is disturbed the first time, the second time and once later.
    pub places: bool,
}

impl Density {
    /// The whole sweep.
    pub const WHOLE: Density = Density { first: 200, sampled: 300, places: true };
    /// What a test has time for.
    pub const SAMPLE: Density = Density { first: 4, sampled: 8, places: false };
}

/// What came of the sweep over one program.
#[derive(Clone, Debug, Default)]
pub struct Account {
    /// How many runs were disturbed.
    pub runs: usize,
    /// What went wrong, each with the point.
    pub problems: Vec<String>,
}

/// Frames of the native stack that make a place: the innermost ones, those of the meter itself included.
const FRAMES: usize = 9;
/// Every so many disturbed runs are followed by a second run in the same runtime.
const AGAIN: usize = 8;
/// Problems of one program that are told.
const MOST_PROBLEMS: usize = 5;

/// Deliberate panics are not told on standard error.
fn quieten() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if !inside::words_of(info.payload()).contains(DELIBERATE) {
                usual(info);
            }
        }));
    });
}

/// Disturbs a case at so many points.
///
/// # Errors
/// If the case cannot be read.
pub fn sweep(case: &Case, what: Disturbance, density: Density) -> io::Result<Account> {
    quieten();
    let text = std::fs::read(&case.file)?;
    let limits = Limits { folder: Some(case.folder().to_owned()), ..Limits::default() };
    let name = case.file_name().to_string_lossy().into_owned();
    let work = || of_program(&name, &text, &limits, what, density);
    Ok(inside::on_thread(limits.stack, work)
        .unwrap_or_else(|panic| Account { runs: 0, problems: vec![panic] }))
}

fn of_program(
    name: &str,
    text: &[u8],
    limits: &Limits,
    what: Disturbance,
    density: Density,
) -> Account {
    let mut account = Account::default();
    let usual = match undisturbed(name, text, limits) {
        Ok(usual) => usual,
        Err(problem) => return Account { runs: 0, problems: vec![problem] },
    };
    for point in points(name, text, limits, what, density) {
        account.runs += 1;
        let again = account.runs.is_multiple_of(AGAIN);
        let run = AssertUnwindSafe(|| disturbed(name, text, limits, what, point, again));
        let end = catch_unwind(run).unwrap_or_else(|panic| Err(inside::words_of(&*panic)));
        if let Err(problem) = end {
            account.problems.push(format!("{what} at {point}: {problem}"));
            if account.problems.len() == MOST_PROBLEMS {
                return account;
            }
        }
    }
    match undisturbed(name, text, limits) {
        Ok(end) if end == usual => {}
        _ => account.problems.push(format!("{what}: afterwards a fresh run ends differently")),
    }
    account
}

/// What a program prints, and how it ends, when left alone.
fn undisturbed(name: &str, text: &[u8], limits: &Limits) -> Result<(String, String), String> {
    let output = Memory::default();
    let mut interpreter = inside::start(&output, limits)?;
    let end = run(&mut interpreter, name, text);
    interpreter.finish();
    Ok((crate::ending::without_addresses(&output.text()), end))
}

fn run(interpreter: &mut Interpreter, name: &str, text: &[u8]) -> String {
    match interpreter.run(name, text) {
        Ok(()) => "done".into(),
        Err(Failure::Exception(text) | Failure::Interrupt(text)) => {
            crate::ending::without_addresses(&text)
        }
        Err(Failure::Exit(status, _)) => format!("exit {status}"),
        Err(Failure::Halt(halt)) => halt.to_string(),
    }
}

/// Runs the program with a disturbance at a point.
fn disturbed(
    name: &str,
    text: &[u8],
    limits: &Limits,
    what: Disturbance,
    point: u64,
    again: bool,
) -> Result<(), String> {
    let output = Memory::default();
    let mut interpreter = inside::start(&output, limits)?;
    let rt = interpreter.runtime();
    let seen = Rc::new(Cell::new(0));
    let cancel = rt.cancel_flag();
    let here = {
        let seen = seen.clone();
        move || {
            seen.set(seen.get() + 1);
            seen.get()
        }
    };
    match what {
        Disturbance::Ticks => rt.set_max_ticks(Some(point)),
        Disturbance::Refusal => {
            rt.heap().bytes().set_gatekeeper(Some(Box::new(move |_| here() != point)));
        }
        Disturbance::Exhaustion => {
            rt.heap().bytes().set_gatekeeper(Some(Box::new(move |_| here() < point)));
        }
        Disturbance::Cancel => {
            let keeper = move |_| {
                if here() == point {
                    cancel.store(true, Ordering::Relaxed);
                }
                true
            };
            rt.heap().bytes().set_gatekeeper(Some(Box::new(keeper)));
        }
        Disturbance::Panic => {
            let keeper = move |_| {
                assert!(here() != point, "{DELIBERATE}");
                true
            };
            rt.heap().bytes().set_gatekeeper(Some(Box::new(keeper)));
        }
    }
    let end = match catch_unwind(AssertUnwindSafe(|| run(&mut interpreter, name, text))) {
        Ok(end) => end,
        Err(panic) if inside::words_of(&*panic).contains(DELIBERATE) => DELIBERATE.to_owned(),
        Err(panic) => return Err(inside::words_of(&*panic)),
    };
    let again = again || what == Disturbance::Panic;
    let rt = interpreter.runtime();
    rt.heap().bytes().set_gatekeeper(None);
    if (rt.call_depth().1, rt.handled_depth()) != (0, 0) {
        return Err(format!("calls or except blocks are entered, after {end}"));
    }
    rt.cancel_flag().store(false, Ordering::Relaxed);
    rt.set_max_ticks(Some(limits.ticks));
    rt.heap().verify().map_err(|problem| format!("{problem}, after {end}"))?;
    if again {
        run(&mut interpreter, name, text);
        let verified = interpreter.runtime().heap().verify();
        verified.map_err(|problem| format!("{problem}, after a second run that followed {end}"))?;
    }
    interpreter.finish();
    interpreter.runtime().heap().verify().map_err(|problem| format!("{problem}, at the end"))?;
    Ok(())
}

/// The points to disturb.
fn points(
    name: &str,
    text: &[u8],
    limits: &Limits,
    what: Disturbance,
    density: Density,
) -> BTreeSet<u64> {
    let by_place = density.places && matches!(what, Disturbance::Refusal | Disturbance::Exhaustion);
    let (count, places) = match what {
        Disturbance::Ticks => (ticks_of(name, text, limits), HashMap::new()),
        _ => charges_of(name, text, limits, by_place),
    };
    // A panic is of the host's making, or a fault: a quarter of the points tells whether what unwinds is in order.
    let share = if what == Disturbance::Panic { 4 } else { 1 };
    let (first, most) = (density.first / share, density.sampled / share);
    let mut points: BTreeSet<u64> = (1..=first.min(count)).collect();
    let rest = count.saturating_sub(first);
    let sampled = most.min(rest);
    points.extend((0..sampled).map(|at| first + 1 + at * rest / sampled));
    points.extend(places.into_values().flatten());
    points
}

fn ticks_of(name: &str, text: &[u8], limits: &Limits) -> u64 {
    let Ok(mut interpreter) = inside::start(&Memory::default(), limits) else { return 0 };
    run(&mut interpreter, name, text);
    let left = interpreter.runtime().ticks_left().unwrap_or(limits.ticks);
    limits.ticks - left
}

/// How many charges the program makes, and for each place of our code that makes them the first, the second and the
/// last.
fn charges_of(
    name: &str,
    text: &[u8],
    limits: &Limits,
    by_place: bool,
) -> (u64, HashMap<u64, Vec<u64>>) {
    let Ok(mut interpreter) = inside::start(&Memory::default(), limits) else {
        return (0, HashMap::new());
    };
    let count = Rc::new(Cell::new(0));
    let places: Rc<RefCell<HashMap<u64, Vec<u64>>>> = Rc::default();
    let (counter, table) = (count.clone(), places.clone());
    let keeper = move |_| {
        counter.set(counter.get() + 1);
        if by_place {
            let mut table = table.borrow_mut();
            let seen = table.entry(place()).or_default();
            seen.truncate(2);
            seen.push(counter.get());
        }
        true
    };
    interpreter.runtime().heap().bytes().set_gatekeeper(Some(Box::new(keeper)));
    run(&mut interpreter, name, text);
    interpreter.runtime().heap().bytes().set_gatekeeper(None);
    (count.get(), places.take())
}

/// Where our code stands: a digest of the innermost return addresses.
fn place() -> u64 {
    let (mut digest, mut left) = (0xcbf2_9ce4_8422_2325_u64, FRAMES);
    backtrace::trace(|frame| {
        digest = (digest ^ frame.ip() as u64).wrapping_mul(0x0000_0100_0000_01b3);
        left -= 1;
        left > 0
    });
    digest
}
