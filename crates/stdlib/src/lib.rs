//! The library: modules written in Rust, and those written in Python, whose text lies beside.
//!
//! A folder per module, a [`ModuleSpec`] per module in one list, [`MODULES`]. A host that has
//! Python's syntax imports by [`find`], [`ModuleSpec::make`] and [`ModuleSpec::source`]; any other
//! gets the native ones by [`install`].
#![forbid(unsafe_code)]

mod module;

mod abc;
mod array;
pub mod atexit;
mod bisect;
mod codecs;
mod collections;
mod contextlib;
mod contextvars;
mod copy;
mod copyreg;
mod dataclasses;
mod enum_;
mod errno;
pub mod files;
mod fractions;
mod frozen_importlib;
mod functools;
mod future;
mod gc;
mod graphlib;
mod heapq;
mod importlib;
mod inspect;
mod io;
mod itertools;
mod json;
mod keyword;
mod linecache;
mod math;
mod numbers;
mod operator;
mod pprint;
mod random;
mod re;
mod reprlib;
mod statistics;
mod string;
mod struct_;
mod structseq;
pub mod sys;
mod textwrap;
mod time;
mod traceback;
mod types;
mod typing;
mod unicodedata;
pub mod warnings;
mod weakref;

pub use module::ModuleSpec;

use objmodel::{Result, Runtime};

/// Every module, by name.
pub static MODULES: &[ModuleSpec] = &[
    abc::NATIVE,
    abc::ABC,
    atexit::ATEXIT,
    collections::NATIVE,
    collections::COLLECTIONS,
    collections::ABC,
    future::MODULE,
    functools::NATIVE,
    functools::FUNCTOOLS,
    functools::PURE,
    gc::GC,
    itertools::ITERTOOLS,
    math::MATH,
    operator::NATIVE,
    operator::OPERATOR,
    operator::PURE,
    io::NATIVE,
    io::MODULE,
    random::NATIVE,
    random::MODULE,
    re::NATIVE,
    re::MODULE,
    struct_::NATIVE,
    struct_::MODULE,
    structseq::MODULE,
    files::NATIVE,
    files::POSIX,
    time::NATIVE,
    time::MODULE,
    time::STRPTIME,
    sys::SYS,
    types::TYPES,
    typing::NATIVE,
    typing::MODULE,
    unicodedata::MODULE,
    warnings::NATIVE,
    warnings::WARNINGS,
    weakref::NATIVE,
    weakref::WEAKREF,
    array::MODULE,
    bisect::MODULE,
    codecs::NATIVE,
    codecs::MODULE,
    codecs::OWN,
    contextlib::MODULE,
    contextvars::MODULE,
    copy::MODULE,
    copyreg::MODULE,
    frozen_importlib::MODULE,
    frozen_importlib::EXTERNAL,
    importlib::MODULE,
    importlib::ABC,
    importlib::MACHINERY,
    importlib::UTIL,
    dataclasses::MODULE,
    enum_::MODULE,
    errno::MODULE,
    fractions::MODULE,
    graphlib::MODULE,
    heapq::NATIVE,
    heapq::MODULE,
    inspect::ANNOTATIONS,
    inspect::SIGNATURE,
    inspect::MODULE,
    json::MODULE,
    json::DECODER,
    json::ENCODER,
    json::SCANNER,
    keyword::MODULE,
    linecache::MODULE,
    numbers::MODULE,
    pprint::MODULE,
    reprlib::MODULE,
    statistics::MODULE,
    string::MODULE,
    string::PARTS,
    textwrap::MODULE,
    traceback::NATIVE,
    traceback::MODULE,
];

/// The module of this name.
pub fn find(name: &str) -> Option<&'static ModuleSpec> {
    MODULES.iter().find(|module| module.name == name)
}

/// Whether modules of the library lie below this name: that of `collections` has a name of its own too,
/// by which it is imported alone.
pub fn is_package(name: &str) -> bool {
    let below = |module: &ModuleSpec| {
        module.name.strip_prefix(name).is_some_and(|rest| rest.starts_with('.'))
    };
    name == "collections" || MODULES.iter().any(below)
}

/// Makes the modules that are whole without Python source (`math`, `itertools`, `_collections` with
/// its `deque`, ...) and puts them into `sys.modules`, for a host without Python's syntax.
///
/// # Errors
/// `MemoryError`.
pub fn install(rt: &mut Runtime) -> Result<()> {
    for module in MODULES.iter().filter(|module| module.source().is_none()) {
        let made = module.make(rt)?;
        let (name, modules) = (rt.intern(module.name)?, rt.modules().clone());
        rt.dict_set_name(&modules, &name, made)?;
    }
    Ok(())
}
