//! Scanners: searches that go on where the last one ended.

use objmodel::gc::Trace;
use objmodel::types::spec::{ClassSpec, GetSetSpec, MethodSpec};
use objmodel::{Args, Borrowed, Gc, Payload, Result, Runtime, Value, singletons};

use super::found::Found;
use super::match_object::Match;
use super::matcher::Machine;
use super::pattern::{How, bounds, target, this as pattern_of};
use super::target::Target;

/// The payload of a scanner.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(super) struct Scanner {
    pattern: Value,
    target: Target,
    /// Between which positions is searched.
    #[trace(leaf)]
    bounds: (usize, usize),
    /// The offset where the next search begins; `None` behind the last match.
    #[trace(leaf)]
    from: Option<usize>,
    /// Whether the last match was empty.
    #[trace(leaf)]
    not_empty: bool,
}

impl Payload for Scanner {}

pub(super) fn make(rt: &mut Runtime, args: Args<'_>) -> Result {
    let own = args.at(0);
    let target = target(rt, own, args.at(1))?;
    let bounds = bounds(rt, &target, args.get(2), args.get(3))?;
    let from = Some(target.offset(rt, bounds.0));
    let payload = Scanner { pattern: own.to_value(), target, bounds, from, not_empty: false };
    rt.alloc_registered(payload).map(Gc::into_value)
}

pub(super) fn find_iter(rt: &mut Runtime, args: Args<'_>) -> Result {
    let scanner = make(rt, args)?;
    let name = rt.intern("search")?;
    let search = rt.getattr(&scanner, &name)?;
    let iter = rt.builtin("iter").unwrap_or_else(singletons::none);
    rt.call(&iter, [search.as_ref(), singletons::none().as_ref()])
}

fn step(rt: &mut Runtime, own: Borrowed<'_>, how: How) -> Result {
    let Some(scanner) = own.get::<Scanner>(rt) else {
        return Err(rt.type_error("a scanner is required"));
    };
    let Some(from) = scanner.from else { return Ok(singletons::none()) };
    let (value, target) = (scanner.pattern.clone(), scanner.target.clone());
    let (bounds, not_empty) = (scanner.bounds, scanner.not_empty);
    let pattern = pattern_of(rt, value.as_ref())?;
    let mut machine = Machine::new(rt, &pattern.program)?;
    let ends = (from, target.offset(rt, bounds.1));
    let span = pattern.find(rt, &target, &mut machine, ends, how, not_empty)?;
    let found = match span {
        Some(span) => Some(Found::new(rt, &pattern.program, &machine, &target, span)?),
        None => None,
    };
    if let Some(scanner) = own.get_mut::<Scanner>(rt) {
        scanner.from = span.map(|(_, end)| end);
        scanner.not_empty = span.is_some_and(|(start, end)| start == end);
    }
    match found {
        Some(found) => Match::make(rt, value.as_ref(), target, found, bounds),
        None => Ok(singletons::none()),
    }
}

fn match_(rt: &mut Runtime, args: Args<'_>) -> Result {
    step(rt, args.at(0), How::Match)
}

fn search(rt: &mut Runtime, args: Args<'_>) -> Result {
    step(rt, args.at(0), How::Search)
}

fn pattern(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let scanner = own.get::<Scanner>(rt);
    Ok(scanner.map_or_else(singletons::none, |scanner| scanner.pattern.clone()))
}

/// The table of scanners.
pub(super) const SCANNER: ClassSpec = ClassSpec {
    name: "_sre.SRE_Scanner",
    subclassable: false,
    methods: &[
        MethodSpec::method("match", "($self, /)", match_),
        MethodSpec::method("search", "($self, /)", search),
    ],
    getset: &[GetSetSpec::member("pattern", pattern)],
    ..ClassSpec::DEFAULT
}
.checked();
