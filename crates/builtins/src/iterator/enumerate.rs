//! `enumerate`: items with their numbers.

use num_bigint::BigInt;
use objmodel::types::spec::{MethodSpec, SlotRow};
use objmodel::{Borrowed, Bound, CallArgs, Parameters, Result, Runtime, Type, Value};
use objmodel::{pyclass, pymethods};

use super::ITSELF;
use super::kept::{self, Kept};

/// Return an enumerate object.
///
///   iterable
///     an object supporting iteration
///
/// The enumerate object yields pairs containing a count (from start, which
/// defaults to zero) and a value yielded by the iterable argument.
#[pyclass(name = "enumerate", module = "builtins", subclass)]
pub(crate) struct Enumerate {
    iterator: Value,
    // The next number.
    number: Value,
    kept: Kept,
}

#[pymethods]
impl Enumerate {
    #[row]
    const ITER: SlotRow = ITSELF;
    #[row]
    const CLASS_GETITEM: MethodSpec = crate::generic_alias::CLASS_GETITEM;

    #[new]
    #[pyo3(text_signature = "(iterable, start=0)")]
    fn new(cls: &Type, rt: &mut Runtime, args: CallArgs<'_>) -> Result<Enumerate> {
        let (iterable, start) = match cls.read(rt).is_heap_type() {
            true => arguments(rt, args)?,
            false => arguments_of_its_own(rt, args)?,
        };
        let number = match start {
            Some(start) => rt.index(start)?,
            None => rt.int(0)?,
        };
        Ok(Enumerate { iterator: rt.iter(iterable)?, number, kept: Kept::default() })
    }

    fn __next__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result<Option<Value>> {
        let iterator = slf.read(rt).iterator.clone();
        let Some(item) = rt.next(&iterator)? else { return Ok(None) };
        let number = slf.read(rt).number.clone();
        let following = match number.as_small_int() {
            Some(n) => rt.int(n + 1)?,
            None => {
                let n = rt.as_int(number.as_ref()).map(|n| n.to_big()).unwrap_or_default();
                rt.big_int(n + BigInt::from(1))?
            }
        };
        let own = slf.write(rt);
        own.number = following;
        let mut pair = [number, item];
        if let Some(kept) = own.kept.refill(&mut pair) {
            return Ok(Some(kept));
        }
        kept::make(rt, pair.into_iter(), |rt| Some(&mut slf.write(rt).kept)).map(Some)
    }

    /// Return state information for pickling.
    fn __reduce__(slf: &Bound<'_, Self>, rt: &Runtime) -> Result {
        let own = slf.read(rt);
        let parts = [own.iterator.clone(), own.number.clone()];
        super::reduce::instance(rt, slf.untyped(), parts.into_iter(), None)
    }
}

type Arguments<'a> = (Borrowed<'a>, Option<Borrowed<'a>>);

/// What a subclass is called with.
fn arguments<'a>(rt: &Runtime, args: CallArgs<'a>) -> Result<Arguments<'a>> {
    const PARAMETERS: Parameters = Parameters::new("enumerate", "(iterable, start=0)", 1, 2);
    match PARAMETERS.bind(rt, args)? {
        [Some(iterable), start] => Ok((iterable, start)),
        _ => Err(rt.type_error("enumerate() missing required argument 'iterable' (pos 1)")),
    }
}

/// What the class itself is called with: it tells of wrong arguments in its own words.
fn arguments_of_its_own<'a>(rt: &Runtime, args: CallArgs<'a>) -> Result<Arguments<'a>> {
    let mut places = [args.positionals().first().copied(), args.positionals().get(1).copied()];
    match args.all().len() {
        0 => return Err(rt.type_error("enumerate() missing required argument 'iterable'")),
        1 | 2 => {}
        given => {
            return Err(
                rt.type_error(format!("enumerate() takes at most 2 arguments ({given} given)"))
            );
        }
    }
    for (name, value) in args.keywords() {
        let text = rt.text_of(name).into_owned();
        let fits = match text.as_str() {
            "iterable" => Some(0),
            // Alone it would be the first.
            "start" if args.all().len() == 2 => Some(1),
            _ => None,
        };
        match fits.and_then(|index| places.get_mut(index)).filter(|place| place.is_none()) {
            Some(place) => *place = Some(value),
            None => {
                return Err(rt.type_error(format!(
                    "'{text}' is an invalid keyword argument for enumerate()"
                )));
            }
        }
    }
    match places {
        [Some(iterable), start] => Ok((iterable, start)),
        _ => Err(rt.type_error("enumerate() missing required argument 'iterable'")),
    }
}
