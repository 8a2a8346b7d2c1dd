//! `importlib` and its submodules, written in Python.

use crate::module::ModuleSpec;

/// `importlib`.
pub(crate) const MODULE: ModuleSpec =
    ModuleSpec::new("importlib").python(include_str!("__init__.py"));

/// `importlib.abc`.
pub(crate) const ABC: ModuleSpec = ModuleSpec::new("importlib.abc").python(include_str!("abc.py"));

/// `importlib.machinery`.
pub(crate) const MACHINERY: ModuleSpec =
    ModuleSpec::new("importlib.machinery").python(include_str!("machinery.py"));

/// `importlib.util`.
pub(crate) const UTIL: ModuleSpec =
    ModuleSpec::new("importlib.util").python(include_str!("util.py"));
