//! "Mapping & Sequence types", and "Descriptors".

use super::prelude::*;

/// `__len__`, `__contains__`, `__getitem__`, `__setitem__`, `__delitem__`.
#[pyclass(module = "native")]
pub struct Row {
    items: Vec<i64>,
}

#[pymethods]
impl Row {
    #[new]
    fn new(items: Vec<i64>) -> Self {
        Row { items }
    }
    fn __len__(&self) -> usize {
        self.items.len()
    }
    fn __contains__(&self, item: i64) -> bool {
        self.items.contains(&item)
    }
    fn __getitem__(&self, index: isize) -> PyResult<i64> {
        match usize::try_from(index).ok().and_then(|index| self.items.get(index)) {
            Some(item) => Ok(*item),
            None => Err(PyIndexError::new_err(format!("no item {index}"))),
        }
    }
    fn __setitem__(&mut self, index: usize, value: i64) -> PyResult<()> {
        match self.items.get_mut(index) {
            Some(item) => *item = value,
            None => return Err(PyIndexError::new_err("no item")),
        }
        Ok(())
    }
    fn __delitem__(&mut self, index: usize) {
        self.items.remove(index);
    }
    fn items(&self) -> Vec<i64> {
        self.items.clone()
    }
}

/// `__contains__ = None`.
#[pyclass(module = "native")]
pub struct NoContains {}

#[pymethods]
impl NoContains {
    #[new]
    fn new() -> Self {
        NoContains {}
    }
    fn __iter__(&self) -> Ints {
        Ints { next: 0 }
    }
    #[classattr]
    const __contains__: Option<PyObject> = None;
}

/// Three integers.
#[pyclass(module = "native")]
pub struct Ints {
    next: i64,
}

#[pymethods]
impl Ints {
    fn __next__(&mut self) -> Option<i64> {
        self.next += 1;
        (self.next <= 3).then_some(self.next)
    }
}

/// `#[pyclass(mapping)]`: no sequence slots.
#[pyclass(module = "native", mapping)]
pub struct Mapping {}

#[pymethods]
impl Mapping {
    #[new]
    fn new() -> Self {
        Mapping {}
    }
    fn __len__(&self) -> usize {
        2
    }
    fn __getitem__(&self, key: i64) -> i64 {
        key * 10
    }
}

/// `#[pyclass(sequence)]`: `sq_length`.
#[pyclass(module = "native", sequence)]
pub struct Sequence {}

#[pymethods]
impl Sequence {
    #[new]
    fn new() -> Self {
        Sequence {}
    }
    fn __len__(&self) -> usize {
        3
    }
    fn __getitem__(&self, index: isize) -> PyResult<isize> {
        match index {
            0..3 => Ok(index * 10),
            _ => Err(PyIndexError::new_err(format!("{index} is out of range"))),
        }
    }
}

/// `__concat__`, `__repeat__` and what they are in place.
#[pyclass(module = "native")]
pub struct Word {
    text: String,
}

#[pymethods]
impl Word {
    #[new]
    fn new(text: String) -> Self {
        Word { text }
    }
    fn __concat__(&self, other: &str) -> String {
        format!("{}+{other}", self.text)
    }
    fn __repeat__(&self, count: isize) -> String {
        format!("{}*{count}", self.text)
    }
    fn __inplace_concat__(&self, other: &str) -> String {
        format!("{}+={other}", self.text)
    }
    fn __inplace_repeat__(&self, count: isize) -> String {
        format!("{}*={count}", self.text)
    }
}

/// `__get__`, `__set__`, `__delete__`.
#[pyclass(module = "native")]
pub struct Descriptor {
    value: i64,
}

#[pymethods]
impl Descriptor {
    #[new]
    fn new() -> Self {
        Descriptor { value: 0 }
    }
    fn __get__(&self, instance: Option<PyObject>, owner: Option<PyObject>) -> (i64, bool, bool) {
        (self.value, instance.is_some(), owner.is_some())
    }
    fn __set__(&mut self, _instance: PyObject, value: i64) {
        self.value = value;
    }
    fn __delete__(&mut self, _instance: PyObject) -> PyResult<()> {
        self.value = -1;
        Ok(())
    }
}
