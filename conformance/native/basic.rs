//! "Basic object customization": text, hashes, comparison, attribute access, truth, calls.

use super::prelude::*;

/// `__str__`, `__repr__`, `__bool__`, `__hash__`.
#[pyclass(module = "native")]
pub struct Text {
    text: String,
}

#[pymethods]
impl Text {
    #[new]
    fn new(text: String) -> Self {
        Text { text }
    }
    fn __str__(&self) -> String {
        self.text.clone()
    }
    fn __repr__(&self) -> PyResult<String> {
        Ok(format!("Text({:?})", self.text))
    }
    fn __hash__(&self) -> isize {
        -1
    }
    fn __bool__(&self) -> bool {
        !self.text.is_empty()
    }
}

/// The name of a special method may be given.
#[pyclass(module = "native")]
pub struct Named {}

#[pymethods]
impl Named {
    #[new]
    fn new() -> Self {
        Named {}
    }
    #[pyo3(name = "__repr__")]
    fn shown(&self) -> &'static str {
        "named"
    }
    #[pyo3(name = "other")]
    fn renamed(&self) -> i64 {
        7
    }
}

/// `__hash__ = None`.
#[pyclass(module = "native")]
pub struct NotHashable {}

#[pymethods]
impl NotHashable {
    #[new]
    fn new() -> Self {
        NotHashable {}
    }
    #[classattr]
    const __hash__: Option<PyObject> = None;
}

/// `__richcmp__` with `CompareOp::matches`.
#[pyclass(module = "native")]
pub struct Ordered {
    number: i64,
}

#[pymethods]
impl Ordered {
    #[new]
    fn new(number: i64) -> Self {
        Ordered { number }
    }
    fn __richcmp__(&self, other: i64, op: CompareOp) -> PyResult<bool> {
        Ok(op.matches(self.number.cmp(&other)))
    }
}

/// `__getattr__`, `__setattr__`, `__delattr__`.
#[pyclass(module = "native")]
pub struct Attributes {
    log: Vec<String>,
}

#[pymethods]
impl Attributes {
    #[new]
    fn new() -> Self {
        Attributes { log: Vec::new() }
    }
    fn __getattr__(&self, name: String) -> PyResult<String> {
        match name.as_str() {
            "absent" => Err(PyAttributeError::new_err("no absent here")),
            _ => Ok(format!("got {name}")),
        }
    }
    fn __setattr__(&mut self, name: String, value: i64) {
        self.log.push(format!("set {name}={value}"));
    }
    fn __delattr__(&mut self, name: String) -> PyResult<()> {
        self.log.push(format!("del {name}"));
        Ok(())
    }
    fn log(&self) -> Vec<String> {
        self.log.clone()
    }
}

/// `__getattribute__`.
#[pyclass(module = "native")]
pub struct Always {}

#[pymethods]
impl Always {
    #[new]
    fn new() -> Self {
        Always {}
    }
    fn __getattribute__(&self, name: String) -> PyResult<String> {
        match name.as_str() {
            "never" => Err(PyAttributeError::new_err("never")),
            _ => Ok(format!("always {name}")),
        }
    }
    fn method(&self) -> i64 {
        1
    }
}

/// `__call__` with any arguments.
#[pyclass(module = "native")]
pub struct Callable {
    calls: usize,
}

#[pymethods]
impl Callable {
    #[new]
    fn new() -> Self {
        Callable { calls: 0 }
    }
    #[pyo3(signature = (a, b=2, *, c="x"))]
    fn __call__(&mut self, a: i64, b: i64, c: &str) -> String {
        self.calls += 1;
        format!("{a} {b} {c} #{}", self.calls)
    }
}

/// Receivers that are checked at run time, and the optional token.
#[pyclass(module = "native")]
pub struct Guarded {
    number: i64,
}

#[pymethods]
impl Guarded {
    #[new]
    fn new(number: i64) -> Self {
        Guarded { number }
    }
    fn __repr__(self_: PyRef<'_, Self>) -> String {
        format!("Guarded({})", self_.number)
    }
    fn __len__(slf: PyRefMut<'_, Self>) -> usize {
        slf.number as usize
    }
    fn __bool__(&self, _py: Python<'_>) -> bool {
        self.number != 0
    }
}
