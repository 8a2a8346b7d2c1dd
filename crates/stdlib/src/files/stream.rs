//! `_files`: open files, by their numbers.

use std::io::SeekFrom;

use objmodel::files::{Descriptor, OpenMode};
use objmodel::types::spec::MethodSpec;
use objmodel::{Args, Borrowed, Gc, Result, Runtime, singletons};
use objmodel_builtins::buffer_copy;

use super::error::{path, raise};
use super::files;
use super::folder::record;

/// What is read or written at once: limits are looked at in between.
const PIECE: usize = 1 << 16;
/// What such a piece ticks.
const TICKS: usize = PIECE / 64;

fn too_large(rt: &Runtime, _: Borrowed<'_>) -> objmodel::Raise {
    rt.overflow_error("Python int too large to convert to C int")
}

/// The number of an open file.
fn descriptor(rt: &mut Runtime, value: Borrowed<'_>) -> Result<Descriptor> {
    let number = rt.index_as_size(value, too_large)?;
    match Descriptor::try_from(number) {
        Ok(number) => Ok(number),
        Err(_) => Err(raise(rt, &std::io::Error::from_raw_os_error(9), &[])),
    }
}

/// `open(path, flags)`: flags as letters: `r`, `w`, `a`ppend, `c`reate, e`x`clusive, `t`runcate.
fn open(rt: &mut Runtime, args: Args<'_>) -> Result {
    let name = path(rt, args.at(0))?;
    let flags = rt.to_str(args.at(1))?;
    let flags = rt.utf8_of(&flags)?;
    let mode = OpenMode {
        read: flags.contains('r'),
        write: flags.contains('w'),
        append: flags.contains('a'),
        create: flags.contains('c'),
        exclusive: flags.contains('x'),
        truncate: flags.contains('t'),
    };
    let opened = files(rt).and_then(|files| files.open(&name, mode));
    match opened {
        Ok(file) => rt.int(file.into()),
        Err(error) => Err(raise(rt, &error, &[args.at(0)])),
    }
}

fn close(rt: &mut Runtime, args: Args<'_>) -> Result {
    let file = descriptor(rt, args.at(0))?;
    let closed = files(rt).and_then(|files| files.close(file));
    match closed {
        Ok(()) => Ok(singletons::none()),
        Err(error) => Err(raise(rt, &error, &[])),
    }
}

/// `read(file, size)`: up to so many bytes; all that are left if it is negative.
fn read(rt: &mut Runtime, args: Args<'_>) -> Result {
    let file = descriptor(rt, args.at(0))?;
    let size = rt.index_as_size(args.at(1), too_large)?;
    let most = usize::try_from(size).unwrap_or(usize::MAX);
    let mut bytes = rt.gather([])?;
    let mut piece = rt.gather(std::iter::repeat_n(0, most.min(PIECE)))?;
    while bytes.len() < most {
        rt.tick(TICKS)?;
        let wanted = (most - bytes.len()).min(PIECE);
        let room = piece.get_mut(..wanted).unwrap_or_default();
        let found = files(rt).and_then(|files| files.read(file, room));
        let found = match found {
            Ok(found) => found.min(wanted),
            Err(error) => return Err(raise(rt, &error, &[])),
        };
        let room = piece.get(..found).unwrap_or_default();
        bytes.extend_from_slice(room).map_err(|_| rt.memory_error())?;
        if found == 0 || found < wanted && size >= 0 {
            break;
        }
    }
    rt.bytes(&bytes).map(Gc::into_value)
}

/// `write(file, bytes)`: how many were written.
fn write(rt: &mut Runtime, args: Args<'_>) -> Result {
    let file = descriptor(rt, args.at(0))?;
    let Some(bytes) = buffer_copy(rt, args.at(1))? else {
        let class = rt.type_name(args.at(1));
        return Err(rt.type_error(format!("a bytes-like object is required, not '{class}'")));
    };
    rt.check_room(bytes.len())?;
    let mut written = 0;
    for piece in bytes.chunks(PIECE) {
        rt.tick(TICKS)?;
        let count = files(rt).and_then(|files| files.write(file, piece));
        match count {
            Ok(count) => written += count.min(piece.len()),
            Err(_) if written > 0 => break,
            Err(error) => return Err(raise(rt, &error, &[])),
        }
        if !written.is_multiple_of(PIECE) {
            break;
        }
    }
    rt.int_from_usize(written)
}

/// `seek(file, offset, whence)`: the place, from the start.
fn seek(rt: &mut Runtime, args: Args<'_>) -> Result {
    let file = descriptor(rt, args.at(0))?;
    let offset = rt.index_as_size(args.at(1), too_large)? as i64;
    let to = match rt.index_as_size(args.at(2), too_large)? {
        0 => u64::try_from(offset).map(SeekFrom::Start).ok(),
        1 => Some(SeekFrom::Current(offset)),
        2 => Some(SeekFrom::End(offset)),
        _ => None,
    };
    let place = match to {
        Some(to) => files(rt).and_then(|files| files.seek(file, to)),
        None => Err(std::io::Error::from_raw_os_error(22)),
    };
    match place {
        Ok(place) => rt.int_from_usize(usize::try_from(place).unwrap_or(usize::MAX)),
        Err(error) => Err(raise(rt, &error, &[])),
    }
}

/// `set_size(file, size)`
fn set_size(rt: &mut Runtime, args: Args<'_>) -> Result {
    let file = descriptor(rt, args.at(0))?;
    let size = rt.index_as_size(args.at(1), too_large)?;
    let done = match u64::try_from(size) {
        Ok(size) => files(rt).and_then(|files| files.set_size(file, size)),
        Err(_) => Err(std::io::Error::from_raw_os_error(22)),
    };
    match done {
        Ok(()) => Ok(singletons::none()),
        Err(error) => Err(raise(rt, &error, &[])),
    }
}

/// `file_metadata(file)`: as `metadata(path)`.
fn file_metadata(rt: &mut Runtime, args: Args<'_>) -> Result {
    let file = descriptor(rt, args.at(0))?;
    let found = files(rt).and_then(|files| files.file_metadata(file));
    match found {
        Ok(found) => record(rt, &found),
        Err(error) => Err(raise(rt, &error, &[])),
    }
}

/// `is_terminal(file)`
fn is_terminal(rt: &mut Runtime, args: Args<'_>) -> Result {
    let file = descriptor(rt, args.at(0))?;
    let is = files(rt).is_ok_and(|files| files.is_terminal(file));
    Ok(singletons::bool(is))
}

pub(super) const FUNCTIONS: &[MethodSpec] = &[
    MethodSpec::function("open", "($module, path, flags, /)", open),
    MethodSpec::function("close", "($module, file, /)", close),
    MethodSpec::function("read", "($module, file, size, /)", read),
    MethodSpec::function("write", "($module, file, bytes, /)", write),
    MethodSpec::function("seek", "($module, file, offset, whence, /)", seek),
    MethodSpec::function("set_size", "($module, file, size, /)", set_size),
    MethodSpec::function("file_metadata", "($module, file, /)", file_metadata),
    MethodSpec::function("is_terminal", "($module, file, /)", is_terminal),
];
