//! The encodings of the feature `codecs` that are no tables, by their names.

use objmodel::{Raise, Result, Runtime};

use super::handler::{Decoder, Encoder};
use super::registry::Found;
use super::unicode::{Latin1, Utf8};
use super::{Codec, escape, idna, punycode, utf7};

/// The encoding of this name.
pub(super) fn find(name: &str) -> Option<Found> {
    Some(match name {
        "utf_8_sig" => Found::Other("utf-8", &Utf8Sig),
        "utf_7" => Found::Other("utf7", &utf7::Utf7),
        "unicode_escape" => Found::Other("unicodeescape", &escape::UnicodeEscape),
        "raw_unicode_escape" => Found::Other("rawunicodeescape", &escape::RawUnicodeEscape),
        "punycode" => Found::Other("punycode", &punycode::Punycode),
        "idna" => Found::Other("idna", &idna::Idna),
        "charmap" => Found::Other("latin-1", &Latin1),
        "undefined" => Found::Other("undefined", &Undefined),
        "rot_13" | "hex_codec" | "base64_codec" | "uu_codec" | "quopri_codec" | "zlib_codec"
        | "bz2_codec" => Found::NotText,
        _ => return None,
    })
}

/// A `UnicodeError` of no kind.
pub(super) fn unicode_error(rt: &Runtime, message: &str) -> Raise {
    rt.error(&rt.types().unicode_error, message)
}

/// The error of a codec that knows not this handler.
pub(super) fn unsupported_handler(rt: &Runtime, errors: &str) -> Raise {
    unicode_error(rt, &format!("Unsupported error handling: {errors}"))
}

/// UTF-8 behind a mark.
struct Utf8Sig;

const MARK: &[u8] = &[0xef, 0xbb, 0xbf];

impl Codec for Utf8Sig {
    fn encode(&self, job: &mut Encoder<'_>, points: &[u32]) -> Result<()> {
        job.out.extend_from_slice(MARK);
        Utf8.encode(job, points)
    }

    fn decode(&self, job: &mut Decoder<'_>) -> Result<()> {
        let Some(rest) = job.bytes.strip_prefix(MARK) else { return Utf8.decode(job) };
        let mut part = job.part(rest, "utf-8");
        Utf8.decode(&mut part)?;
        let text = part.finish();
        job.out.extend_from_slice(&text);
        Ok(())
    }
}

/// What refuses everything.
struct Undefined;

impl Codec for Undefined {
    fn encode(&self, job: &mut Encoder<'_>, _: &[u32]) -> Result<()> {
        Err(unicode_error(job.rt(), "undefined encoding"))
    }

    fn decode(&self, job: &mut Decoder<'_>) -> Result<()> {
        Err(unicode_error(job.rt(), "undefined encoding"))
    }
}
