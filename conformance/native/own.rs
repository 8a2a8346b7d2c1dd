//! Items that PyO3 0.30 has not, or not in this way: ours alone.

use super::prelude::*;

/// `IterNextOutput`: an iterator that ends with a value.
#[pyclass(module = "native")]
pub struct Counting {
    left: i64,
}

#[pymethods]
impl Counting {
    #[new]
    fn new(left: i64) -> Self {
        Counting { left }
    }
    fn __iter__(slf: PyRef<'_, Self>) -> PyRef<'_, Self> {
        slf
    }
    fn __next__(&mut self) -> IterNextOutput<i64, &'static str> {
        match self.left {
            0 => IterNextOutput::Return("done"),
            left => {
                self.left -= 1;
                IterNextOutput::Yield(left)
            }
        }
    }
}

/// `IterANextOutput`.
#[pyclass(module = "native")]
pub struct CountingLater {
    left: i64,
}

#[pymethods]
impl CountingLater {
    #[new]
    fn new(left: i64) -> Self {
        CountingLater { left }
    }
    fn __aiter__(slf: PyRef<'_, Self>) -> PyRef<'_, Self> {
        slf
    }
    fn __anext__(&mut self) -> IterANextOutput<Soon, &'static str> {
        match self.left {
            0 => IterANextOutput::Return("done"),
            left => {
                self.left -= 1;
                IterANextOutput::Yield(Soon { value: left })
            }
        }
    }
}

/// Awaiting it answers at once.
#[pyclass(module = "native")]
pub struct Soon {
    value: i64,
}

#[pymethods]
impl Soon {
    fn __await__(slf: PyRef<'_, Self>) -> PyRef<'_, Self> {
        slf
    }
    fn __iter__(slf: PyRef<'_, Self>) -> PyRef<'_, Self> {
        slf
    }
    fn __next__(&self) -> IterNextOutput<i64, i64> {
        IterNextOutput::Return(self.value)
    }
}

/// `__getbuffer__` and `__releasebuffer__`: bytes that are lent while nobody resizes them.
#[pyclass(module = "native")]
pub struct Lender {
    bytes: Buffer,
    lent: i64,
}

#[pymethods]
impl Lender {
    #[new]
    fn new(rt: &mut Runtime, bytes: &[u8]) -> Result<Self> {
        Ok(Lender { bytes: Buffer::new(rt, bytes)?, lent: 0 })
    }
    fn __getbuffer__(slf: PyRefMut<'_, Self>, rt: &mut Runtime, _flags: i64) -> Result<Value> {
        let mut slf = slf;
        slf.lent += 1;
        slf.bytes.lend(rt)
    }
    fn __releasebuffer__(mut slf: PyRefMut<'_, Self>) {
        slf.lent -= 1;
    }
    fn lent(&self) -> i64 {
        self.lent
    }
    fn grow(slf: PyRef<'_, Self>, rt: &mut Runtime) -> Result<()> {
        slf.bytes.extend(rt, b"!")
    }
}

/// `__traverse__` and `__clear__` by hand.
#[pyclass(module = "native", weakref)]
pub struct Traced {
    object: Option<PyObject>,
}

#[pymethods]
impl Traced {
    #[new]
    fn new() -> Self {
        Traced { object: None }
    }
    fn hold(&mut self, object: PyObject) {
        self.object = Some(object);
    }
    fn __traverse__(&self, visit: PyVisit<'_>) -> Result<(), PyTraverseError> {
        if let Some(object) = &self.object {
            visit.call(object)?;
        }
        Ok(())
    }
    fn __clear__(&mut self) {
        self.object = None;
    }
}

/// Both are derived.
#[pyclass(module = "native", weakref)]
pub struct Derived {
    objects: std::collections::HashMap<String, PyObject>,
    iterator: Box<dyn Iterator<Item = i64> + Send>,
}

#[pymethods]
impl Derived {
    #[new]
    fn new() -> Self {
        Derived { objects: Default::default(), iterator: Box::new(0..3) }
    }
    fn hold(&mut self, object: PyObject) -> Option<i64> {
        self.objects.insert("held".to_owned(), object);
        self.iterator.next()
    }
}

/// `__del__` of a native class.
#[pyclass(module = "native")]
pub struct Dying {
    log: PyObject,
}

#[pymethods]
impl Dying {
    #[new]
    fn new(log: PyObject) -> Self {
        Dying { log }
    }
    fn __del__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result<()> {
        let log = slf.read(rt).log.clone();
        let (name, text) = (rt.intern("append")?, rt.str("gone")?);
        rt.call_method(&log, &name, [text.as_ref()]).map(drop)
    }
}

/// `__init_subclass__`, `__class_getitem__`, `__set_name__`.
#[pyclass(module = "native", subclass, dict)]
pub struct Hooks {
    name: Option<String>,
}

#[pymethods]
impl Hooks {
    #[new]
    fn new() -> Self {
        Hooks { name: None }
    }
    #[classmethod]
    fn __init_subclass__(cls: &Type, rt: &mut Runtime) {
        let seen = rt.data::<Vec<String>>().cloned().unwrap_or_default();
        let name = cls.read(rt).name().to_owned();
        rt.set_data(seen.into_iter().chain([name]).collect::<Vec<String>>());
    }
    #[classmethod]
    fn __class_getitem__(cls: &Type, key: i64) -> (Type, i64) {
        (cls.clone(), key)
    }
    fn __set_name__(&mut self, _owner: PyObject, name: String) {
        self.name = Some(name);
    }
    fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }
    #[staticmethod]
    fn subclasses(rt: &Runtime) -> Vec<String> {
        rt.data::<Vec<String>>().cloned().unwrap_or_default()
    }
}

/// A conflict of borrows is an exception.
#[pyclass(module = "native")]
pub struct Borrowing {
    number: i64,
}

#[pymethods]
impl Borrowing {
    #[new]
    fn new() -> Self {
        Borrowing { number: 1 }
    }
    fn twice(
        mut slf: PyRefMut<'_, Self>,
        rt: &mut Runtime,
        between: Option<PyObject>,
    ) -> Result<i64> {
        if let Some(between) = between {
            rt.call(&between, ())?;
        }
        slf.number *= 2;
        Ok(slf.number)
    }
}

/// `extends = list`, with state.
#[pyclass(module = "native", extends = PyList, subclass)]
pub struct Stack {
    tag: String,
}

#[pymethods]
impl Stack {
    #[new]
    #[pyo3(signature = (tag, items=None))]
    fn new(tag: String, items: Option<PyObject>) -> Self {
        drop(items);
        Stack { tag }
    }
    #[pyo3(signature = (tag, items=None))]
    fn __init__(
        slf: &Bound<'_, Self>,
        rt: &mut Runtime,
        tag: PyObject,
        items: Option<PyObject>,
    ) -> Result<()> {
        drop(tag);
        let Some(items) = items else { return Ok(()) };
        let name = rt.intern("extend")?;
        rt.call_method(slf.untyped(), &name, [items.as_ref()]).map(drop)
    }
    fn tag(&self) -> String {
        self.tag.clone()
    }
}

/// An exception with state.
#[pyclass(module = "native", extends = PyValueError)]
pub struct Failure {
    code: i64,
}

#[pymethods]
impl Failure {
    #[new]
    #[pyo3(signature = (*_args))]
    fn new(_args: PyObject) -> Self {
        Failure { code: 42 }
    }
    fn code(&self) -> i64 {
        self.code
    }
}

/// An integer with state.
#[pyclass(module = "native", extends = PyInt)]
pub struct Id {
    mark: String,
}

#[pymethods]
impl Id {
    #[new]
    fn new(number: i64) -> Self {
        Id { mark: format!("#{number}") }
    }
    fn marked(&self) -> String {
        self.mark.clone()
    }
}
