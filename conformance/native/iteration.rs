//! "Iterable objects" and "Awaitable objects".

use super::prelude::*;

/// An iterator: `__iter__`, and `__next__` with an option.
#[pyclass(module = "native")]
pub struct Steps {
    inner: std::vec::IntoIter<usize>,
}

#[pymethods]
impl Steps {
    fn __iter__(slf: PyRef<'_, Self>) -> PyRef<'_, Self> {
        slf
    }
    fn __next__(mut slf: PyRefMut<'_, Self>) -> Option<usize> {
        slf.inner.next()
    }
}

/// What is iterated over is another object than the iterator.
#[pyclass(module = "native")]
pub struct Container {
    iter: Vec<usize>,
}

#[pymethods]
impl Container {
    #[new]
    fn new(iter: Vec<usize>) -> Self {
        Container { iter }
    }
    fn __iter__(&self) -> Steps {
        Steps { inner: self.iter.clone().into_iter() }
    }
}

/// `__await__`, `__aiter__`, `__anext__`.
#[pyclass(module = "native")]
pub struct Later {
    left: i64,
}

#[pymethods]
impl Later {
    #[new]
    fn new(left: i64) -> Self {
        Later { left }
    }
    fn __await__(&self) -> Steps {
        Steps { inner: vec![1usize, 2].into_iter() }
    }
    fn __aiter__(slf: PyRef<'_, Self>) -> PyRef<'_, Self> {
        slf
    }
    fn __anext__(mut slf: PyRefMut<'_, Self>) -> Option<Ready> {
        if slf.left == 0 {
            return None;
        }
        slf.left -= 1;
        Some(Ready { value: slf.left })
    }
}

/// Awaiting it answers at once.
#[pyclass(module = "native")]
pub struct Ready {
    value: i64,
}

#[pymethods]
impl Ready {
    fn __await__(slf: PyRef<'_, Self>) -> PyRef<'_, Self> {
        slf
    }
    fn __iter__(slf: PyRef<'_, Self>) -> PyRef<'_, Self> {
        slf
    }
    fn __next__(&self) -> PyResult<Option<i64>> {
        Err(PyStopIteration::new_err(self.value))
    }
}
