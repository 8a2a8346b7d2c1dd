//! The standard streams as file objects: what `sys.stdout` and `sys.stderr` are.

use objmodel::gc::Trace;
use objmodel::objects::str::StrObject;
use objmodel::types::spec::{ClassSpec, GetSetSpec, MethodSpec};
use objmodel::{Args, Borrowed, Gc, Payload, Result, Runtime, Value, singletons};

use crate::codec;

/// Which of the host's streams.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// Standard input.
    In,
    /// Standard output.
    Out,
    /// Standard error.
    Err,
}

/// The payload of `TextIOWrapper`.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(crate) struct StandardStream {
    #[trace(leaf)]
    stream: Stream,
}

impl Payload for StandardStream {}

/// A file object for one of the host's streams.
///
/// # Errors
/// `MemoryError`.
pub fn standard_stream(rt: &Runtime, stream: Stream) -> Result {
    rt.alloc_registered(StandardStream { stream }).map(Gc::into_value)
}

/// Whether printing to a file object is printing to the host.
pub(crate) fn is_standard_output(rt: &Runtime, file: &Value) -> bool {
    file.get::<StandardStream>(rt).is_some_and(|file| file.stream == Stream::Out)
}

/// Whether a file object is one of the host's streams.
pub(crate) fn is_standard(rt: &Runtime, file: &Value) -> bool {
    file.get::<StandardStream>(rt).is_some()
}

fn stream(rt: &Runtime, own: Borrowed<'_>) -> Stream {
    own.get::<StandardStream>(rt).map_or(Stream::Err, |file| file.stream)
}

fn write(rt: &mut Runtime, args: Args<'_>) -> Result {
    let Some(text) = args.at(1).get::<StrObject>(rt) else {
        let class = rt.type_name(args.at(1));
        return Err(rt.type_error(format!("write() argument must be str, not {class}")));
    };
    let len = text.len();
    rt.tick(len / 64)?;
    let Some(text) = args.at(1).typed::<StrObject>() else { return rt.int(0) };
    match stream(rt, args.at(0)) {
        Stream::Out => {
            let text = rt.utf8_of(&text)?;
            rt.host().write_stdout(text.as_bytes());
        }
        _ => {
            let bytes = codec::encode(rt, &text, "utf-8", "backslashreplace")?;
            rt.host().write_stderr(&bytes);
        }
    }
    rt.int_from_usize(len)
}

fn write_lines(rt: &mut Runtime, args: Args<'_>) -> Result {
    let lines = rt.collect(args.at(1))?;
    let write = rt.intern("write")?;
    for line in lines {
        rt.call_method(args.at(0), &write, [line.as_ref()])?;
    }
    Ok(singletons::none())
}

fn read_line(rt: &mut Runtime, _: Args<'_>) -> Result {
    match rt.host().read_line() {
        Some(line) => rt.str(&(line + "\n")).map(Gc::into_value),
        None => rt.str("").map(Gc::into_value),
    }
}

fn flush(rt: &mut Runtime, _: Args<'_>) -> Result {
    rt.host().flush();
    Ok(singletons::none())
}

fn no<'a>(_: &mut Runtime, _: Args<'a>) -> Result {
    Ok(singletons::bool(false))
}

fn readable(rt: &mut Runtime, args: Args<'_>) -> Result {
    Ok(singletons::bool(matches!(stream(rt, args.at(0)), Stream::In)))
}

fn writable(rt: &mut Runtime, args: Args<'_>) -> Result {
    Ok(singletons::bool(!matches!(stream(rt, args.at(0)), Stream::In)))
}

/// The number by which systems know the stream.
fn number(rt: &mut Runtime, args: Args<'_>) -> Result {
    rt.int(match stream(rt, args.at(0)) {
        Stream::In => 0,
        Stream::Out => 1,
        Stream::Err => 2,
    })
}

fn mode(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let mode = if matches!(stream(rt, own), Stream::In) { "r" } else { "w" };
    rt.str(mode).map(Gc::into_value)
}

fn closed(_: &mut Runtime, _: Borrowed<'_>) -> Result {
    Ok(singletons::bool(false))
}

fn name(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let name = match stream(rt, own) {
        Stream::In => "<stdin>",
        Stream::Out => "<stdout>",
        Stream::Err => "<stderr>",
    };
    rt.str(name).map(Gc::into_value)
}

/// How what cannot be encoded is written.
fn errors(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let errors = if stream(rt, own) == Stream::Err { "backslashreplace" } else { "strict" };
    rt.str(errors).map(Gc::into_value)
}

fn encoding(rt: &mut Runtime, _: Borrowed<'_>) -> Result {
    rt.str("utf-8").map(Gc::into_value)
}

/// The table of `TextIOWrapper`.
pub(crate) const STANDARD_STREAM: ClassSpec = ClassSpec {
    name: "_io.TextIOWrapper",
    doc: Some("A stream of the host."),
    methods: &[
        MethodSpec::method("write", "($self, text, /)", write),
        MethodSpec::method("writelines", "($self, lines, /)", write_lines),
        MethodSpec::method("readline", "($self, size=-1, /)", read_line),
        MethodSpec::method("flush", "($self, /)", flush),
        MethodSpec::method("isatty", "($self, /)", no),
        MethodSpec::method("readable", "($self, /)", readable),
        MethodSpec::method("writable", "($self, /)", writable),
        MethodSpec::method("seekable", "($self, /)", no),
        MethodSpec::method("fileno", "($self, /)", number),
    ],
    getset: &[
        GetSetSpec::read_only("name", name),
        GetSetSpec::read_only("mode", mode),
        GetSetSpec::read_only("closed", closed),
        GetSetSpec::read_only("encoding", encoding),
        GetSetSpec::read_only("errors", errors),
    ],
    ..ClassSpec::DEFAULT
}
.checked();
