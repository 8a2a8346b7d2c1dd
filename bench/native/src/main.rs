//! The rows of the two chapters on class customization, on PyO3 and CPython.
//!
//! The classes are those of `conformance/native`, compiled against PyO3; what each row prints goes to
//! standard output, to be recorded beside them.

#![allow(missing_docs, unsafe_op_in_unsafe_fn)]

use std::ffi::CString;

use pyo3::prelude::*;
use pyo3::types::PyDict;

/// What the classes' sources name.
pub mod prelude {
    pub use pyo3::basic::CompareOp;
    pub use pyo3::exceptions::*;
    pub use pyo3::prelude::*;

    /// Any object.
    pub type PyObject = Py<PyAny>;
}

#[path = "../../../conformance/native/basic.rs"]
pub mod basic;
#[path = "../../../conformance/native/containers.rs"]
pub mod containers;
#[path = "../../../conformance/native/iteration.rs"]
pub mod iteration;
#[path = "../../../conformance/native/members.rs"]
pub mod members;
#[path = "../../../conformance/native/numbers.rs"]
pub mod numbers;

#[pymodule]
fn native(m: &Bound<'_, PyModule>) -> PyResult<()> {
    use {basic::*, containers::*, iteration::*, members::*, numbers::*};
    m.add_class::<Text>()?;
    m.add_class::<Named>()?;
    m.add_class::<NotHashable>()?;
    m.add_class::<Ordered>()?;
    m.add_class::<Attributes>()?;
    m.add_class::<Always>()?;
    m.add_class::<Callable>()?;
    m.add_class::<Guarded>()?;
    m.add_class::<Container>()?;
    m.add_class::<Later>()?;
    m.add_class::<Row>()?;
    m.add_class::<NoContains>()?;
    m.add_class::<Mapping>()?;
    m.add_class::<Sequence>()?;
    m.add_class::<Word>()?;
    m.add_class::<Descriptor>()?;
    m.add_class::<Number>()?;
    m.add_class::<Wrong>()?;
    m.add_class::<Half>()?;
    m.add_class::<Account>()?;
    m.add_class::<Savings>()?;
    m.add_class::<Color>()?;
    m.add_class::<Point>()?;
    m.add_class::<Shape>()?;
    m.add_class::<Fields>()
}

fn main() -> PyResult<()> {
    pyo3::append_to_inittab!(native);
    let rows = std::fs::read_to_string(std::env::args().nth(1).expect("the file of rows"))?;
    Python::attach(|py| {
        for row in rows.split("\n#: ").skip(1) {
            let (name, _) = row.split_once('\n').unwrap_or((row, ""));
            let code = format!(
                "import io, contextlib, traceback\n\
                 out = io.StringIO()\n\
                 with contextlib.redirect_stdout(out):\n\
                 \x20   try:\n\
                 \x20       exec(compile(code, 'row', 'exec'), {{'__name__': 'row'}})\n\
                 \x20   except BaseException as e:\n\
                 \x20       print('raised', type(e).__name__, e)\n\
                 text = out.getvalue()"
            );
            let globals = PyDict::new(py);
            let body = row.split_once('\n').map_or("", |(_, body)| body);
            globals.set_item("code", format!("from native import *\n{body}"))?;
            let code = CString::new(code).expect("no zero byte");
            py.run(&code, Some(&globals), None)?;
            let text: String = globals.get_item("text")?.expect("text").extract()?;
            println!("#: {name}\n{}", text.trim_end());
        }
        Ok(())
    })
}
