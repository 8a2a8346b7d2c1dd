//! `OSError`: the class follows the error number; file names show in the message.

use objmodel::objects::builder::TextBuilder;
use objmodel::objects::exception::ExceptionObject;
use objmodel::objects::number::IntRef;
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, GetSetSpec, MethodSpec};
use objmodel::{Args, Borrowed, CallArgs, Result, Runtime, Type, Value, singletons};

use super::base;
use super::extra::{extra, set_field};
use crate::format::object;

const ERRNO: usize = 0;
const STRERROR: usize = 1;
const FILENAME: usize = 2;
const FILENAME2: usize = 3;
const WRITTEN: usize = 4;

/// The subclass for an error number, by Linux's numbers.
fn subclass(rt: &Runtime, number: i64) -> Option<Type> {
    let types = rt.types();
    Some(
        match number {
            1 | 13 => &types.permission_error,
            2 => &types.file_not_found_error,
            3 => &types.process_lookup_error,
            4 => &types.interrupted_error,
            10 => &types.child_process_error,
            11 | 114 | 115 => &types.blocking_io_error,
            17 => &types.file_exists_error,
            20 => &types.not_a_directory_error,
            21 => &types.is_a_directory_error,
            32 | 108 => &types.broken_pipe_error,
            103 => &types.connection_aborted_error,
            104 => &types.connection_reset_error,
            110 => &types.timeout_error,
            111 => &types.connection_refused_error,
            _ => return None,
        }
        .clone(),
    )
}

/// A subclass that overrides only `__init__` reads the arguments there; in all others `__new__` does
/// and `__init__` does nothing.
fn left_to_init(rt: &Runtime, class: &Type) -> bool {
    !rt.shares_slot(class, &rt.types().os_error, SlotId::TpInit)
        && rt.shares_slot(class, &rt.types().os_error, SlotId::TpNew)
}

fn new<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    if left_to_init(rt, class) {
        return base::new(rt, class, CallArgs::NONE);
    }
    refuse_keywords(rt, class, args)?;
    let given = args.positionals();
    let mut chosen = None;
    if let [number, _, ..] = given
        && given.len() <= 5
        && class.is(&rt.types().os_error)
        && let Some(number) = rt.as_int(*number).and_then(IntRef::to_i64)
    {
        chosen = subclass(rt, number);
    }
    let made = base::new(rt, chosen.as_ref().unwrap_or(class), args)?;
    fill(rt, made.as_ref(), args)?;
    Ok(made)
}

fn refuse_keywords(rt: &Runtime, class: &Type, args: CallArgs<'_>) -> Result<()> {
    match args.has_keywords() {
        true => {
            let name = class.read(rt).full_name();
            Err(rt.type_error(format!("{name}() takes no keyword arguments")))
        }
        false => Ok(()),
    }
}

pub(super) fn init<'a>(rt: &mut Runtime, own: Borrowed<'a>, args: CallArgs<'a>) -> Result<()> {
    let class = rt.type_of(own).to_gc();
    if !left_to_init(rt, &class) {
        return Ok(());
    }
    refuse_keywords(rt, &class, args)?;
    base::set_all_arguments(rt, own, args)?;
    fill(rt, own, args)
}

/// With two to five arguments the first two are number and text; `args` keeps only those if there is
/// a file name. The third argument of a `BlockingIOError` may be the number of characters written.
fn fill(rt: &mut Runtime, own: Borrowed<'_>, args: CallArgs<'_>) -> Result<()> {
    let given = args.positionals();
    if !(2..=5).contains(&given.len()) {
        return Ok(());
    }
    set_field(rt, own, ERRNO, Some(given[0].to_value()))?;
    set_field(rt, own, STRERROR, Some(given[1].to_value()))?;
    let name = |at: usize| {
        given.get(at).filter(|name| !singletons::is_none(name)).map(|name| name.to_value())
    };
    let Some(file) = name(2) else { return Ok(()) };
    if rt.type_of(own).is(&rt.types().blocking_io_error) && is_number(rt, file.as_ref()) {
        return set_written(rt, own, Some(file.as_ref()));
    }
    set_field(rt, own, FILENAME, Some(file))?;
    set_field(rt, own, FILENAME2, name(4))?;
    let two = rt.tuple(given[..2].iter().map(|value| value.to_value()))?;
    let exception = base::this(rt, own)?;
    let old = std::mem::replace(&mut exception.write(rt).args, two);
    drop(old);
    Ok(())
}

/// Whether a number can be made of it, whatever its text.
fn is_number(rt: &Runtime, value: Borrowed<'_>) -> bool {
    let slots = [SlotId::NbInt, SlotId::NbFloat, SlotId::NbIndex];
    slots.iter().any(|slot| rt.has_slot(value, *slot)) || rt.as_complex(value).is_some()
}

fn written(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let exception = base::this(rt, own)?;
    match exception.read(rt).extra(WRITTEN) {
        Some(written) => Ok(written.clone()),
        None => Err(rt.attribute_error("characters_written")),
    }
}

fn set_written(rt: &mut Runtime, own: Borrowed<'_>, value: Option<Borrowed<'_>>) -> Result<()> {
    let written = match value {
        Some(value) => {
            let number = rt.index_as_size(value, |rt, value| {
                rt.value_error(format!(
                    "cannot fit '{}' into an index-sized integer",
                    rt.type_name(value)
                ))
            })?;
            // This number stands for none.
            (number != -1).then(|| rt.int(number as i64)).transpose()?
        }
        None => {
            written(rt, own)?;
            None
        }
    };
    set_field(rt, own, WRITTEN, written)
}

/// `[Errno 2] No such file: 'name'`
fn str(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let part =
        |index: usize| -> Option<Value> { own.get::<ExceptionObject>(rt)?.extra(index).cloned() };
    let (number, text) = (part(ERRNO), part(STRERROR));
    let (file, file2) = (part(FILENAME), part(FILENAME2));
    if file.is_none() && (number.is_none() || text.is_none()) {
        return base::str(rt, own);
    }
    let or_none = |part: Option<Value>| part.unwrap_or_else(singletons::none);
    let (number, text) = (or_none(number), or_none(text));
    let mut out = TextBuilder::new(rt);
    out.append(rt, b"[Errno ")?;
    object::write_str_of(rt, number.as_ref(), &mut out)?;
    out.append(rt, b"] ")?;
    object::write_str_of(rt, text.as_ref(), &mut out)?;
    if let Some(file) = file {
        out.append(rt, b": ")?;
        object::write_repr(rt, file.as_ref(), &mut out)?;
        if let Some(file2) = file2 {
            out.append(rt, b" -> ")?;
            object::write_repr(rt, file2.as_ref(), &mut out)?;
        }
    }
    out.finish(rt).map(|text| text.into_value())
}

/// With a file name the arguments are those that the constructor was given.
fn reduce(rt: &mut Runtime, args: Args<'_>) -> Result {
    let own = args.at(0);
    let exception = base::this(rt, own)?;
    let (given, file, file2) = {
        let payload = exception.read(rt);
        (payload.args.clone(), payload.extra(FILENAME).cloned(), payload.extra(FILENAME2).cloned())
    };
    let two = given.read(rt).items().to_vec();
    let given = match (&two[..], file) {
        ([number, text], Some(file)) => {
            let mut all = vec![number.clone(), text.clone(), file];
            if let Some(file2) = file2 {
                all.extend([singletons::none(), file2]);
            }
            rt.tuple(all.into_iter())?
        }
        _ => given,
    };
    let state = base::attributes(rt, own)?;
    base::reduced(rt, own, given.into_value(), state)
}

/// The table of `OSError`.
pub(crate) const OS_ERROR: ClassSpec = ClassSpec {
    name: "OSError",
    doc: Some("Base class for I/O related errors."),
    adds_fields: true,
    slots: &[
        (SlotId::TpNew, SlotFn::New(new)),
        (SlotId::TpInit, SlotFn::Init(init)),
        (SlotId::TpStr, SlotFn::Unary(str)),
    ],
    methods: &[MethodSpec::method("__reduce__", "($self, /)", reduce)],
    getset: &[
        extra::<ERRNO>("errno").doc("POSIX exception code"),
        extra::<STRERROR>("strerror").doc("exception strerror"),
        extra::<FILENAME>("filename").doc("exception filename"),
        extra::<FILENAME2>("filename2").doc("second exception filename"),
        GetSetSpec::writable("characters_written", written, set_written),
    ],
    ..ClassSpec::DEFAULT
}
.checked();
