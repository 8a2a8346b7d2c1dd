//! Encodings: `str.encode`, `bytes.decode`, and what happens at each error.
//!
//! UTF-8, UTF-16, UTF-32, ASCII and Latin-1 are always there. The others come with the feature `codecs`,
//! which a host leaves out to save their tables.

mod handler;
mod registered;
mod registry;
mod unicode;

#[cfg(feature = "codecs")]
mod aliases;
#[cfg(feature = "codecs")]
mod charmap;
#[cfg(feature = "codecs")]
mod charmap_table;
#[cfg(feature = "codecs")]
mod escape;
#[cfg(feature = "codecs")]
mod extra;
#[cfg(feature = "codecs")]
mod idna;
#[cfg(feature = "codecs")]
mod punycode;
#[cfg(feature = "codecs")]
mod utf7;

use objmodel::objects::str::{Str, StrObject};
use objmodel::{Args, Borrowed, Gc, Raise, Result, Runtime, Value};

pub use registered::connect as connect_codecs;
pub use registry::codec_name;

use handler::{Decoder, Encoder};
use registry::Found;

/// An encoding.
trait Codec: Sync {
    /// Appends the bytes of a text to the job's output.
    ///
    /// # Errors
    /// What the job's handler of errors raises.
    fn encode(&self, job: &mut Encoder<'_>, points: &[u32]) -> Result<()>;

    /// The bytes of a text without lone surrogates, where there is a quick way.
    fn encode_whole(&self, text: &str) -> Option<Vec<u8>> {
        let _ = text;
        None
    }

    /// Appends the text of the job's bytes to its output.
    ///
    /// # Errors
    /// What the job's handler of errors raises.
    fn decode(&self, job: &mut Decoder<'_>) -> Result<()>;
}

/// A text that CPython hands on as a string of C.
///
/// # Errors
/// `ValueError` if it holds a null character; `UnicodeEncodeError` if it holds a lone surrogate.
pub(crate) fn c_string(rt: &mut Runtime, text: &Str) -> Result<String> {
    let text = rt.utf8_of(text)?;
    rt.tick(text.len() / 128)?;
    match text.contains('\0') {
        true => Err(rt.value_error("embedded null character")),
        false => Ok(text),
    }
}

/// The name of an encoding or error handler that an argument gives.
///
/// # Errors
/// `TypeError` if it is no string; `ValueError` if it holds a null character; `UnicodeEncodeError` if it
/// holds a lone surrogate.
pub(crate) fn name_argument(
    rt: &mut Runtime,
    value: Option<Borrowed<'_>>,
    function: &str,
    argument: &str,
    default: &str,
) -> Result<String> {
    let Some(value) = value else { return Ok(default.to_owned()) };
    match value.typed::<StrObject>() {
        Some(name) => c_string(rt, &name),
        None => Err(rt.type_error(format!(
            "{function}() argument '{argument}' must be str, not {}",
            rt.argument_name(value)
        ))),
    }
}

/// `str.encode`
pub(crate) fn encode_method(rt: &mut Runtime, text: &Str, args: Args<'_>) -> Result {
    let encoding = name_argument(rt, args.get(1), "encode", "encoding", "utf-8")?;
    let errors = name_argument(rt, args.get(2), "encode", "errors", "strict")?;
    let bytes = encode(rt, text, &encoding, &errors)?;
    rt.bytes_from_buffer(bytes).map(Gc::into_value)
}

/// The bytes of a text in an encoding.
///
/// # Errors
/// `LookupError` for an unknown encoding or handler, `UnicodeEncodeError`.
pub(crate) fn encode(
    rt: &mut Runtime,
    text: &Str,
    encoding: &str,
    errors: &str,
) -> Result<Vec<u8>> {
    if registry::find(encoding).is_none()
        && let Some(bytes) = registered::encode(rt, text, encoding, errors)?
    {
        return Ok(bytes);
    }
    encode_known(rt, text, encoding, errors, true)
}

/// What [`encode`] does, in an encoding of the library; errors tell by a note which, if `notes` says so.
///
/// # Errors
/// As for [`encode`].
fn encode_known(
    rt: &mut Runtime,
    text: &Str,
    encoding: &str,
    errors: &str,
    notes: bool,
) -> Result<Vec<u8>> {
    let found = lookup(rt, encoding, "encode")?;
    let len = text.read(rt).as_bytes().len();
    rt.check_room(len.saturating_mul(4))?;
    rt.tick(len / 16)?;
    if found.is_utf8()
        && let Some(text) = text.read(rt).to_str()
    {
        return Ok(text.as_bytes().to_vec());
    }
    if found.extends_ascii() && text.read(rt).is_ascii() {
        return Ok(text.read(rt).as_bytes().to_vec());
    }
    if let Some(text) = text.read(rt).to_str()
        && let Some(bytes) = found.codec().encode_whole(text)
    {
        return Ok(bytes);
    }
    let points: Vec<u32> = text.read(rt).code_points().collect();
    let mut job = Encoder::new(rt, text, found.name(), errors);
    let outcome = found.codec().encode(&mut job, &points);
    let out = job.finish();
    match outcome {
        Ok(()) => Ok(out),
        Err(raise) if notes => Err(noted(rt, raise, &found, "encoding", encoding)),
        Err(raise) => Err(raise),
    }
}

/// The text of bytes in an encoding; `object` is what errors show.
///
/// # Errors
/// `LookupError` for an unknown encoding or handler, `UnicodeDecodeError`.
pub(crate) fn decode(
    rt: &mut Runtime,
    bytes: &[u8],
    encoding: &str,
    errors: &str,
    object: Borrowed<'_>,
) -> Result<Str> {
    // Of no bytes nobody asks how they are to be read.
    if bytes.is_empty() {
        return Ok(rt.names().empty.clone());
    }
    if registry::find(encoding).is_none()
        && let Some(text) = registered::decode(rt, object, encoding, errors)?
    {
        return Ok(text);
    }
    decode_known(rt, bytes, (encoding, errors), object, true)
}

/// What [`decode`] does, in an encoding of the library; errors tell by a note which, if `notes` says so.
///
/// # Errors
/// As for [`decode`].
fn decode_known(
    rt: &mut Runtime,
    bytes: &[u8],
    (encoding, errors): (&str, &str),
    object: Borrowed<'_>,
    notes: bool,
) -> Result<Str> {
    let found = lookup(rt, encoding, "decode")?;
    rt.tick(bytes.len() / 16)?;
    if found.is_utf8()
        && let Ok(text) = std::str::from_utf8(bytes)
    {
        return rt.str(text);
    }
    rt.check_room(bytes.len().saturating_mul(3))?;
    if found.extends_ascii() && bytes.is_ascii() {
        return rt.str_from_bytes(bytes);
    }
    let mut job = Decoder::new(rt, bytes, Some(object), found.name(), errors);
    let outcome = found.codec().decode(&mut job);
    let out = job.finish();
    match outcome {
        Ok(()) => rt.str_from_buffer(out),
        Err(raise) if notes => Err(noted(rt, raise, &found, "decoding", encoding)),
        Err(raise) => Err(raise),
    }
}

/// The bytes of a text in an encoding of the library, without a note on errors: what a codec's function does.
///
/// # Errors
/// As for `str.encode`.
pub fn codec_encode(rt: &mut Runtime, text: &Str, encoding: &str, errors: &str) -> Result {
    let bytes = encode_known(rt, text, encoding, errors, false)?;
    rt.bytes_from_buffer(bytes).map(Gc::into_value)
}

/// The text of bytes in an encoding of the library, without a note on errors.
///
/// # Errors
/// As for `bytes.decode`.
pub fn codec_decode(rt: &mut Runtime, bytes: Borrowed<'_>, encoding: &str, errors: &str) -> Result {
    let content = match bytes.get::<objmodel::objects::bytes::BytesObject>(rt) {
        Some(content) => content.as_slice().to_vec(),
        None => return Err(rt.type_error("a bytes-like object is required")),
    };
    decode_known(rt, &content, (encoding, errors), bytes, false).map(Gc::into_value)
}

/// The encoding of a name, in any of its spellings.
fn lookup(rt: &Runtime, name: &str, function: &str) -> Result<Found> {
    match registry::find(name) {
        Some(Found::NotText) => Err(rt.error(
            &rt.types().lookup_error,
            &format!(
                "'{name}' is not a text encoding; use codecs.{function}() to handle arbitrary codecs"
            ),
        )),
        Some(found) => Ok(found),
        None => Err(rt.error(&rt.types().lookup_error, &format!("unknown encoding: {name}"))),
    }
}

/// An error with a note that says which codec failed, unless it was one of those that are asked past the
/// registry.
fn noted(rt: &mut Runtime, raise: Raise, found: &Found, doing: &str, name: &str) -> Raise {
    if found.is_direct(name) {
        return raise;
    }
    let exception = match raise.into_exception() {
        Ok(exception) => exception,
        Err(raise) => return raise,
    };
    match add_note(rt, &exception, &format!("{doing} with '{name}' codec failed")) {
        Ok(()) => Raise::exception(exception),
        Err(raise) => raise,
    }
}

fn add_note(rt: &mut Runtime, exception: &Value, note: &str) -> Result<()> {
    let method = rt.intern("add_note")?;
    let note = rt.str(note)?;
    rt.call_method(exception.as_ref(), &method, [note.as_ref()]).map(drop)
}
