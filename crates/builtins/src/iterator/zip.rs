//! `zip`: tuples of items from several iterables.

use objmodel::native::Truth;
use objmodel::types::spec::SlotRow;
use objmodel::{Bound, CallArgs, Parameters, Result, Runtime, Value, singletons};
use objmodel::{pyclass, pymethods};
use smallvec::SmallVec;

use super::ITSELF;
use super::kept::{self, Kept};

/// The zip object yields n-length tuples, where n is the number of iterables
/// passed as positional arguments to zip().  The i-th element in every tuple
/// comes from the i-th iterable argument to zip().  This continues until the
/// shortest argument is exhausted.
///
/// >>> assert dict(zip('ab', range(3))) == {'a': 0, 'b': 1}
#[pyclass(name = "zip", module = "builtins", subclass, external_bytes = Zip::buffer)]
pub(crate) struct Zip {
    iterators: Vec<Value>,
    strict: bool,
    kept: Kept,
}

/// So many items lie in place while they are gathered; a longer row is charged meanwhile.
const FEW: usize = 16;

#[pymethods]
impl Zip {
    #[row]
    const ITER: SlotRow = ITSELF;

    #[new]
    #[pyo3(text_signature = "(*iterables, strict=False)")]
    fn new(rt: &mut Runtime, args: CallArgs<'_>) -> Result<Zip> {
        // Keywords are bound apart, so messages count them alone.
        const PARAMETERS: Parameters = Parameters::new("zip", "(*, strict=False)", 0, 0);
        let [strict] = PARAMETERS.bind(rt, args.only_keywords())?;
        let strict = match strict {
            Some(strict) => rt.is_true(strict)?,
            None => false,
        };
        let mut iterators = Vec::with_capacity(args.len());
        for iterable in args.positionals() {
            iterators.push(rt.iter(*iterable)?);
        }
        rt.charge(iterators.capacity() * size_of::<Value>())?;
        Ok(Zip { iterators, strict, kept: Kept::default() })
    }

    fn __next__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result<Option<Value>> {
        match slf.read(rt).iterators.len() {
            0..=FEW => next_row(slf, rt),
            count => rt.while_charged(count * size_of::<Value>(), |rt| next_row(slf, rt)),
        }
    }

    /// Return state information for pickling.
    fn __reduce__(slf: &Bound<'_, Self>, rt: &Runtime) -> Result {
        let Zip { iterators, strict, .. } = slf.read(rt);
        let state = strict.then(|| singletons::bool(true));
        super::reduce::instance(rt, slf.untyped(), iterators.iter().cloned(), state)
    }

    /// Set state information for unpickling.
    #[pyo3(signature = (object, /))]
    fn __setstate__(&mut self, object: Truth) {
        self.strict = object.0;
    }
}

impl Zip {
    fn buffer(&self) -> usize {
        self.iterators.capacity() * size_of::<Value>()
    }
}

#[inline]
fn next_row(zip: &Bound<'_, Zip>, rt: &mut Runtime) -> Result<Option<Value>> {
    let nth = |rt: &Runtime, number| zip.read(rt).iterators.get(number).cloned();
    let mut items: SmallVec<[Value; 4]> = SmallVec::new();
    while let Some(iterator) = nth(rt, items.len()) {
        let Some(item) = rt.next(&iterator)? else { return ended(zip, rt, items.len()) };
        items.push(item);
    }
    if items.is_empty() {
        return Ok(None);
    }
    if let Some(kept) = zip.write(rt).kept.refill(&mut items) {
        return Ok(Some(kept));
    }
    kept::make(rt, items.into_iter(), |rt| Some(&mut zip.write(rt).kept)).map(Some)
}

/// The iterator of this number has ended. With `strict`, all must end together.
fn ended(zip: &Bound<'_, Zip>, rt: &mut Runtime, number: usize) -> Result<Option<Value>> {
    let Zip { iterators, strict: true, .. } = zip.read(rt) else { return Ok(None) };
    let iterators = iterators.clone();
    let before = |count: usize| match count {
        1 => "argument 1".to_owned(),
        _ => format!("arguments 1-{count}"),
    };
    if number > 0 {
        return Err(rt.value_error(format!(
            "zip() argument {} is shorter than {}",
            number + 1,
            before(number)
        )));
    }
    for (number, iterator) in iterators.iter().enumerate().skip(1) {
        if rt.next(iterator)?.is_some() {
            return Err(rt.value_error(format!(
                "zip() argument {} is longer than {}",
                number + 1,
                before(number)
            )));
        }
    }
    Ok(None)
}
