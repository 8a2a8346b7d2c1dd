//! `_files`: what paths lead to, and changing that.

use std::time::{SystemTime, UNIX_EPOCH};

use num_bigint::BigInt;
use objmodel::files::{FileKind, Files, Metadata};
use objmodel::types::spec::MethodSpec;
use objmodel::{Args, Gc, Result, Runtime, singletons};

use super::error::{message, path, raise};
use super::files;

/// Nanoseconds since the epoch.
fn nanoseconds(rt: &mut Runtime, time: Option<SystemTime>) -> Result {
    let since = time.and_then(|time| time.duration_since(UNIX_EPOCH).ok()).unwrap_or_default();
    rt.big_int(BigInt::from(since.as_nanos()))
}

/// A tuple: mode bits with the kind above, size, times of writing and reading in nanoseconds, numbers of
/// file and device.
pub(super) fn record(rt: &mut Runtime, found: &Metadata) -> Result {
    let kind = match found.kind {
        FileKind::File => 0o100_000,
        FileKind::Folder => 0o040_000,
        FileKind::Link => 0o120_000,
        FileKind::Other => 0o010_000,
    };
    let mode = rt.int(i64::from(kind | found.permissions & 0o7777))?;
    let size = rt.big_int(BigInt::from(found.size))?;
    let (modified, accessed) = (nanoseconds(rt, found.modified)?, nanoseconds(rt, found.accessed)?);
    let file = rt.big_int(BigInt::from(found.identity.0))?;
    let device = rt.big_int(BigInt::from(found.identity.1))?;
    rt.tuple([mode, size, modified, accessed, file, device].into_iter()).map(Gc::into_value)
}

/// Does something to the path that is the first argument.
fn at(
    rt: &mut Runtime,
    args: Args<'_>,
    change: impl FnOnce(&mut dyn Files, &std::path::Path) -> std::io::Result<()>,
) -> Result {
    let name = path(rt, args.at(0))?;
    rt.tick(100)?;
    let done = files(rt).and_then(|files| change(files, &name));
    match done {
        Ok(()) => Ok(singletons::none()),
        Err(error) => Err(raise(rt, &error, &[args.at(0)])),
    }
}

/// `metadata(path, follow)`
fn metadata(rt: &mut Runtime, args: Args<'_>) -> Result {
    let name = path(rt, args.at(0))?;
    let follow = rt.is_true(args.at(1))?;
    rt.tick(100)?;
    let found = files(rt).and_then(|files| files.metadata(&name, follow));
    match found {
        Ok(found) => record(rt, &found),
        Err(error) => Err(raise(rt, &error, &[args.at(0)])),
    }
}

/// `list(path)`
fn list(rt: &mut Runtime, args: Args<'_>) -> Result {
    let name = path(rt, args.at(0))?;
    rt.tick(100)?;
    let found = files(rt).and_then(|files| files.list(&name));
    let names = match found {
        Ok(names) => names,
        Err(error) => return Err(raise(rt, &error, &[args.at(0)])),
    };
    rt.tick(names.len())?;
    let mut made = rt.gather([])?;
    for name in &names {
        made.push(rt.str(name)?.into_value()).map_err(|_| rt.memory_error())?;
    }
    let (made, _account) = made.into_parts();
    rt.list(made).map(Gc::into_value)
}

fn create_folder(rt: &mut Runtime, args: Args<'_>) -> Result {
    at(rt, args, |files, path| files.create_folder(path))
}

fn remove_folder(rt: &mut Runtime, args: Args<'_>) -> Result {
    at(rt, args, |files, path| files.remove_folder(path))
}

fn remove(rt: &mut Runtime, args: Args<'_>) -> Result {
    at(rt, args, |files, path| files.remove(path))
}

fn set_current_folder(rt: &mut Runtime, args: Args<'_>) -> Result {
    at(rt, args, |files, path| files.set_current_folder(path))
}

/// `rename(from, to)`
fn rename(rt: &mut Runtime, args: Args<'_>) -> Result {
    let (from, to) = (path(rt, args.at(0))?, path(rt, args.at(1))?);
    rt.tick(100)?;
    let done = files(rt).and_then(|files| files.rename(&from, &to));
    match done {
        Ok(()) => Ok(singletons::none()),
        Err(error) => Err(raise(rt, &error, &[args.at(0), args.at(1)])),
    }
}

/// `current_folder()`
fn current_folder(rt: &mut Runtime, _: Args<'_>) -> Result {
    let found = files(rt).and_then(|files| files.current_folder());
    match found {
        Ok(folder) => rt.str(&folder.to_string_lossy()).map(Gc::into_value),
        Err(error) => Err(raise(rt, &error, &[])),
    }
}

/// `message(number)`: what an error's number means.
fn strerror(rt: &mut Runtime, args: Args<'_>) -> Result {
    let number = rt.index_as_size(args.at(0), |rt, _| {
        rt.overflow_error("Python int too large to convert to C int")
    })?;
    let text = message(i32::try_from(number).unwrap_or(-1));
    rt.str(&text).map(Gc::into_value)
}

pub(super) const FUNCTIONS: &[MethodSpec] = &[
    MethodSpec::function("metadata", "($module, path, follow, /)", metadata),
    MethodSpec::function("list", "($module, path, /)", list),
    MethodSpec::function("create_folder", "($module, path, /)", create_folder),
    MethodSpec::function("remove_folder", "($module, path, /)", remove_folder),
    MethodSpec::function("remove", "($module, path, /)", remove),
    MethodSpec::function("rename", "($module, from_path, to_path, /)", rename),
    MethodSpec::function("current_folder", "($module, /)", current_folder),
    MethodSpec::function("set_current_folder", "($module, path, /)", set_current_folder),
    MethodSpec::function("message", "($module, number, /)", strerror),
];
