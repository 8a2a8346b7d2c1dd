//! Errors of files as `OSError`.

use std::io::{Error, ErrorKind};
use std::path::PathBuf;

use objmodel::objects::bytes::BytesObject;
use objmodel::objects::str::StrObject;
use objmodel::{Borrowed, Raise, Result, Runtime, Value, singletons};

/// Linux's number for what a host's own files answer without one.
fn number(kind: ErrorKind) -> i32 {
    match kind {
        ErrorKind::NotFound => 2,
        ErrorKind::Interrupted => 4,
        ErrorKind::WouldBlock => 11,
        ErrorKind::OutOfMemory => 12,
        ErrorKind::PermissionDenied => 13,
        ErrorKind::AlreadyExists => 17,
        ErrorKind::NotADirectory => 20,
        ErrorKind::IsADirectory => 21,
        ErrorKind::InvalidInput => 22,
        ErrorKind::FileTooLarge => 27,
        ErrorKind::StorageFull => 28,
        ErrorKind::NotSeekable => 29,
        ErrorKind::ReadOnlyFilesystem => 30,
        ErrorKind::BrokenPipe => 32,
        ErrorKind::DirectoryNotEmpty => 39,
        ErrorKind::Unsupported => 95,
        ErrorKind::TimedOut => 110,
        _ => 5,
    }
}

/// What Linux says of these numbers.
fn text(number: i32) -> Option<&'static str> {
    Some(match number {
        1 => "Operation not permitted",
        2 => "No such file or directory",
        4 => "Interrupted system call",
        5 => "Input/output error",
        9 => "Bad file descriptor",
        11 => "Resource temporarily unavailable",
        12 => "Cannot allocate memory",
        13 => "Permission denied",
        17 => "File exists",
        20 => "Not a directory",
        21 => "Is a directory",
        22 => "Invalid argument",
        24 => "Too many open files",
        27 => "File too large",
        28 => "No space left on device",
        29 => "Illegal seek",
        30 => "Read-only file system",
        32 => "Broken pipe",
        36 => "File name too long",
        39 => "Directory not empty",
        40 => "Too many levels of symbolic links",
        95 => "Operation not supported",
        110 => "Connection timed out",
        _ => return None,
    })
}

/// What a system's error number means, in its words.
pub(super) fn message(number: i32) -> String {
    match text(number) {
        Some(text) => text.to_owned(),
        None => {
            let text = Error::from_raw_os_error(number).to_string();
            match text.rsplit_once(" (os error ") {
                Some((text, _)) => text.to_owned(),
                None => text,
            }
        }
    }
}

/// The `OSError` of an error, with the path or the two that it is about.
pub(super) fn raise(rt: &mut Runtime, error: &Error, paths: &[Borrowed<'_>]) -> Raise {
    match made(rt, error, paths) {
        Ok(error) => rt.raise(&error),
        Err(raise) => raise,
    }
}

fn made(rt: &mut Runtime, error: &Error, paths: &[Borrowed<'_>]) -> Result {
    let number = error.raw_os_error().unwrap_or_else(|| number(error.kind()));
    let class = Value::clone(&rt.types().os_error);
    let (number, text) = (rt.int(number.into())?, rt.str(&message(number))?);
    let none = singletons::none();
    let [number, text, none] = [number.as_ref(), text.as_ref(), none.as_ref()];
    match paths {
        [] => rt.call(&class, [number, text]),
        [path] => rt.call(&class, [number, text, *path]),
        [from, to, ..] => rt.call(&class, [number, text, *from, none, *to]),
    }
}

/// The path that a text or its bytes name.
///
/// # Errors
/// `ValueError` for a zero in it and for lone surrogates, which no path has; `TypeError` for what is neither.
pub(super) fn path(rt: &mut Runtime, name: Borrowed<'_>) -> Result<PathBuf> {
    let path = match (name.typed::<StrObject>(), name.get::<BytesObject>(rt)) {
        (Some(text), _) => PathBuf::from(&*rt.utf8_of(&text)?),
        (None, Some(bytes)) => of_bytes(bytes.as_slice()),
        (None, None) => {
            let class = rt.type_name(name);
            let text = format!("expected str, bytes or os.PathLike object, not {class}");
            return Err(rt.type_error(text));
        }
    };
    if path.as_os_str().as_encoded_bytes().contains(&0) {
        return Err(rt.value_error("embedded null byte"));
    }
    Ok(path)
}

#[cfg(unix)]
fn of_bytes(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    PathBuf::from(std::ffi::OsStr::from_bytes(bytes))
}

#[cfg(not(unix))]
fn of_bytes(bytes: &[u8]) -> PathBuf {
    PathBuf::from(&*String::from_utf8_lossy(bytes))
}
