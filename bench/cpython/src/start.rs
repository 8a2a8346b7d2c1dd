//! Starting the interpreter, and running programs.

use std::ffi::{CString, c_char};
use std::mem::MaybeUninit;

use pyo3_ffi::*;

use crate::handle::Handle;
use crate::{native, nodes};

/// Initializes the interpreter as an embedding program does: isolated, without `site`.
pub(crate) fn interpreter() {
    let mut config = MaybeUninit::<PyConfig>::uninit();
    let home = CString::new(env!("BENCH_PYTHON_HOME")).expect("a path");
    // SAFETY: the configuration is initialized first, and cleared last.
    unsafe {
        PyConfig_InitIsolatedConfig(config.as_mut_ptr());
        let config = &mut *config.as_mut_ptr();
        config.site_import = 0;
        config.use_hash_seed = 1;
        config.hash_seed = 0;
        check(PyConfig_SetBytesString(config, &raw mut config.home, home.as_ptr()));
        check(Py_InitializeFromConfig(config));
        PyConfig_Clear(config);
        native::install();
        nodes::install();
    }
}

fn check(status: PyStatus) {
    // SAFETY: the status is a plain value.
    if unsafe { PyStatus_Exception(status) } != 0 {
        panic!("the interpreter does not start");
    }
}

/// `__main__.__dict__`, borrowed for the life of the process.
pub(crate) fn main_dict() -> *mut PyObject {
    // SAFETY: `__main__` exists from the start.
    unsafe { PyModule_GetDict(PyImport_AddModule(c"__main__".as_ptr())) }
}

/// Runs a program; false if it ended by an exception, which is printed.
pub(crate) fn run(file: &str, text: &str) -> bool {
    let (file, text) = (CString::new(file), CString::new(text));
    let (file, text) = (file.expect("no NUL"), text.expect("no NUL"));
    let compile = |text: *const c_char| {
        // SAFETY: both texts end in NUL.
        unsafe {
            Py_CompileStringExFlags(text, file.as_ptr(), Py_file_input, std::ptr::null_mut(), -1)
        }
    };
    let code = compile(text.as_ptr());
    if code.is_null() {
        // SAFETY: the interpreter runs.
        unsafe { PyErr_Print() };
        return false;
    }
    // SAFETY: the code object is owned; the namespace lives as long as the interpreter.
    unsafe {
        let code = Handle::new(code);
        let result = PyEval_EvalCode(code.ptr(), main_dict(), main_dict());
        let ended = !result.is_null();
        if ended {
            Py_DECREF(result);
        } else {
            PyErr_Print();
        }
        PyRun_SimpleString(c"import sys; sys.stdout.flush()".as_ptr());
        ended
    }
}
