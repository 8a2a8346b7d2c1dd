//! The `#[pyproto]` traits of the 2021 chapter, which PyO3 has no longer.

use super::prelude::*;

/// `PyObjectProtocol` and `PyNumberProtocol`.
#[pyclass(module = "native")]
#[derive(Clone)]
pub struct Proto {
    number: i64,
    log: Vec<String>,
}

#[pymethods]
impl Proto {
    #[new]
    fn new(number: i64) -> Self {
        Proto { number, log: Vec::new() }
    }
    fn log(&self) -> Vec<String> {
        self.log.clone()
    }
}

#[pyproto]
impl PyObjectProtocol for Proto {
    fn __getattr__(&self, name: String) -> PyResult<String> {
        Ok(format!("attribute {name}"))
    }
    fn __setattr__(&mut self, name: String, value: i64) -> PyResult<()> {
        self.log.push(format!("{name}={value}"));
        Ok(())
    }
    fn __delattr__(&mut self, name: String) {
        self.log.push(format!("del {name}"));
    }
    fn __repr__(&self) -> PyResult<String> {
        Ok(format!("Proto({})", self.number))
    }
    fn __str__(&self) -> String {
        self.number.to_string()
    }
    fn __richcmp__(&self, other: Py<Proto>, op: CompareOp) -> PyResult<PyObject> {
        drop(other);
        Ok(objmodel::singletons::bool(matches!(op, CompareOp::Eq | CompareOp::Lt)))
    }
    fn __hash__(&self) -> PyResult<u8> {
        Ok(7)
    }
    fn __bool__(&self) -> bool {
        self.number != 0
    }
}

/// Reads the number of an operand.
pub struct Operand(i64);

impl FromPyObject<'_> for Operand {
    fn extract(value: Borrowed<'_>, rt: &mut Runtime) -> Result<Self> {
        match value.get::<Proto>(rt) {
            Some(proto) => Ok(Operand(proto.number)),
            None => i64::extract(value, rt).map(Operand),
        }
    }
}

#[pyproto]
impl PyNumberProtocol for Proto {
    fn __add__(lhs: Operand, rhs: Operand) -> PyResult<i64> {
        Ok(lhs.0 + rhs.0)
    }
    fn __sub__(lhs: Operand, rhs: Operand) -> i64 {
        lhs.0 - rhs.0
    }
    fn __radd__(lhs: Operand, rhs: Operand) -> i64 {
        1000 + lhs.0 + rhs.0
    }
    fn __iadd__(&mut self, other: Operand) {
        self.log.push(format!("+={}", other.0));
    }
    fn __neg__(&self) -> PyResult<i64> {
        Ok(-self.number)
    }
    fn __int__(&self) -> i64 {
        self.number
    }
    fn __float__(&self) -> f64 {
        self.number as f64
    }
}

/// `PySequenceProtocol`: sequence slots alone.
#[pyclass(module = "native")]
pub struct ProtoSequence {
    items: Vec<i64>,
}

#[pymethods]
impl ProtoSequence {
    #[new]
    fn new() -> Self {
        ProtoSequence { items: vec![4, 5, 6] }
    }
    fn log(&self) -> Vec<i64> {
        self.items.clone()
    }
}

#[pyproto]
impl PySequenceProtocol for ProtoSequence {
    fn __len__(&self) -> PyResult<usize> {
        Ok(self.items.len())
    }
    fn __getitem__(&self, idx: isize) -> PyResult<i64> {
        match usize::try_from(idx).ok().and_then(|idx| self.items.get(idx)) {
            Some(item) => Ok(*item),
            None => Err(PyIndexError::new_err("no item")),
        }
    }
    fn __setitem__(&mut self, idx: isize, value: i64) {
        self.items[idx as usize] = value;
    }
    fn __delitem__(&mut self, idx: isize) -> PyResult<()> {
        self.items.remove(idx as usize);
        Ok(())
    }
    fn __contains__(&self, item: i64) -> bool {
        self.items.contains(&item)
    }
    fn __concat__(&self, _other: PyObject) -> String {
        "concat".to_owned()
    }
    fn __repeat__(&self, count: isize) -> String {
        format!("repeat {count}")
    }
    fn __inplace_concat__(&mut self, _other: PyObject) -> ProtoSequence {
        ProtoSequence { items: vec![1] }
    }
    fn __inplace_repeat__(&mut self, count: isize) -> String {
        format!("inplace repeat {count} of {}", self.items.len())
    }
}

/// `PyMappingProtocol`: mapping slots alone.
#[pyclass(module = "native")]
pub struct ProtoMapping {
    items: std::collections::BTreeMap<String, i64>,
}

#[pymethods]
impl ProtoMapping {
    #[new]
    fn new() -> Self {
        ProtoMapping { items: Default::default() }
    }
}

#[pyproto]
impl PyMappingProtocol for ProtoMapping {
    fn __len__(&self) -> usize {
        self.items.len()
    }
    fn __getitem__(&self, key: String) -> PyResult<i64> {
        self.items.get(&key).copied().ok_or_else(|| PyKeyError::new_err(key))
    }
    fn __setitem__(&mut self, key: String, value: i64) {
        self.items.insert(key, value);
    }
    fn __delitem__(&mut self, key: String) {
        self.items.remove(&key);
    }
}

/// `PyDescrProtocol`.
#[pyclass(module = "native")]
pub struct ProtoDescriptor {
    value: i64,
}

#[pymethods]
impl ProtoDescriptor {
    #[new]
    fn new() -> Self {
        ProtoDescriptor { value: 0 }
    }
}

#[pyproto]
impl PyDescrProtocol for ProtoDescriptor {
    fn __get__(&self, _instance: PyObject, _owner: Option<PyObject>) -> PyResult<i64> {
        Ok(self.value)
    }
    fn __set__(&mut self, _instance: PyObject, value: i64) -> PyResult<()> {
        self.value = value;
        Ok(())
    }
}

/// `PyIterProtocol` and `PyAsyncProtocol`.
#[pyclass(module = "native")]
pub struct ProtoIter {
    left: i64,
}

#[pymethods]
impl ProtoIter {
    #[new]
    fn new(left: i64) -> Self {
        ProtoIter { left }
    }
}

#[pyproto]
impl PyIterProtocol for ProtoIter {
    fn __iter__(slf: PyRef<Self>) -> PyRef<Self> {
        slf
    }
    fn __next__(mut slf: PyRefMut<Self>) -> Option<i64> {
        slf.left -= 1;
        (slf.left >= 0).then_some(slf.left)
    }
}

#[pyproto]
impl PyAsyncProtocol for ProtoIter {
    fn __await__(slf: PyRef<Self>) -> PyRef<Self> {
        slf
    }
}

/// `PyGCProtocol`.
#[pyclass(module = "native", gc, weakref)]
pub struct ProtoTraced {
    obj: Option<PyObject>,
}

#[pymethods]
impl ProtoTraced {
    #[new]
    fn new() -> Self {
        ProtoTraced { obj: None }
    }
    fn hold(&mut self, obj: PyObject) {
        self.obj = Some(obj);
    }
}

#[pyproto]
impl PyGCProtocol for ProtoTraced {
    fn __traverse__(&self, visit: PyVisit) -> Result<(), PyTraverseError> {
        if let Some(obj) = &self.obj {
            visit.call(obj)?
        }
        Ok(())
    }

    fn __clear__(&mut self) {
        // Clear reference, this decrements ref counter.
        self.obj = None;
    }
}

/// `PyBufferProtocol`.
#[pyclass(module = "native")]
pub struct ProtoBuffer {}

#[pymethods]
impl ProtoBuffer {
    #[new]
    fn new() -> Self {
        ProtoBuffer {}
    }
}

#[pyproto]
impl PyBufferProtocol for ProtoBuffer {
    fn __getbuffer__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result<Value> {
        let _ = slf;
        Buffer::new(rt, b"lent")?.lend(rt)
    }
}
