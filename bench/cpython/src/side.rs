//! The operations.
//!
//! All unsafe blocks rest on one thing: pointers come from handles that live through the call, and
//! the process has one thread, which holds the interpreter's lock (see [`Handle`]).
#![allow(clippy::undocumented_unsafe_blocks)]

use std::ffi::{CStr, CString};
use std::ptr::null_mut;

use bench_work::{Comparison, Operator, Side};
use pyo3_ffi::*;

use crate::handle::{Handle, fail, must};
use crate::start;

/// The CPython of this process.
pub(crate) struct CPython;

/// A name in the code of a host.
pub(crate) struct Name {
    name: Handle,
    /// `(name,)`, for calls with one keyword argument.
    alone: Handle,
}

impl Side for CPython {
    type Object = Handle;
    type Name = Name;

    const NAME: &'static str = "CPython";

    fn start() -> CPython {
        start::interpreter();
        CPython
    }

    fn version(&mut self) -> String {
        let version = unsafe { CStr::from_ptr(Py_GetVersion()) };
        format!("CPython {}", version.to_string_lossy())
    }

    fn run(&mut self, file: &str, text: &str) -> bool {
        start::run(file, text)
    }

    fn global(&mut self, name: &str) -> Handle {
        let name = CString::new(name).expect("no NUL");
        unsafe { Handle::borrowed(PyDict_GetItemString(start::main_dict(), name.as_ptr())) }
    }

    fn name(&mut self, text: &str) -> Name {
        let text = CString::new(text).expect("no NUL");
        let name = unsafe { Handle::new(PyUnicode_InternFromString(text.as_ptr())) };
        let alone = self.tuple(std::slice::from_ref(&name));
        Name { name, alone }
    }

    #[inline(always)]
    fn int(&mut self, n: i64) -> Handle {
        unsafe { Handle::new(PyLong_FromLongLong(n)) }
    }

    #[inline(always)]
    fn float(&mut self, x: f64) -> Handle {
        unsafe { Handle::new(PyFloat_FromDouble(x)) }
    }

    #[inline(always)]
    fn str(&mut self, text: &str) -> Handle {
        let len = text.len() as Py_ssize_t;
        unsafe { Handle::new(PyUnicode_FromStringAndSize(text.as_ptr().cast(), len)) }
    }

    #[inline(always)]
    fn tuple(&mut self, items: &[Handle]) -> Handle {
        unsafe {
            let tuple = Handle::new(PyTuple_New(items.len() as Py_ssize_t));
            for (index, item) in items.iter().enumerate() {
                PyTuple_SET_ITEM(tuple.ptr(), index as Py_ssize_t, item.clone().into_ptr());
            }
            tuple
        }
    }

    #[inline(always)]
    fn list(&mut self, items: &[Handle]) -> Handle {
        unsafe {
            let list = Handle::new(PyList_New(items.len() as Py_ssize_t));
            for (index, item) in items.iter().enumerate() {
                PyList_SET_ITEM(list.ptr(), index as Py_ssize_t, item.clone().into_ptr());
            }
            list
        }
    }

    #[inline(always)]
    fn dict(&mut self) -> Handle {
        unsafe { Handle::new(PyDict_New()) }
    }

    #[inline(always)]
    fn set(&mut self) -> Handle {
        unsafe { Handle::new(PySet_New(null_mut())) }
    }

    #[inline(always)]
    fn append(&mut self, list: &Handle, item: &Handle) {
        must(unsafe { PyList_Append(list.ptr(), item.ptr()) });
    }

    #[inline(always)]
    fn add_to_set(&mut self, set: &Handle, item: &Handle) {
        must(unsafe { PySet_Add(set.ptr(), item.ptr()) });
    }

    #[inline(always)]
    fn binary(&mut self, op: Operator, left: &Handle, right: &Handle) -> Handle {
        let function = match op {
            Operator::Add => PyNumber_Add,
            Operator::Sub => PyNumber_Subtract,
            Operator::Mul => PyNumber_Multiply,
            Operator::TrueDiv => PyNumber_TrueDivide,
            Operator::FloorDiv => PyNumber_FloorDivide,
            Operator::Mod => PyNumber_Remainder,
            Operator::And => PyNumber_And,
            Operator::Or => PyNumber_Or,
        };
        unsafe { Handle::new(function(left.ptr(), right.ptr())) }
    }

    #[inline(always)]
    fn compare(&mut self, op: Comparison, left: &Handle, right: &Handle) -> Handle {
        let op = match op {
            Comparison::Eq => Py_EQ,
            Comparison::Lt => Py_LT,
        };
        unsafe { Handle::new(PyObject_RichCompare(left.ptr(), right.ptr(), op)) }
    }

    #[inline(always)]
    fn get(&mut self, object: &Handle, name: &Name) -> Handle {
        unsafe { Handle::new(PyObject_GetAttr(object.ptr(), name.name.ptr())) }
    }

    #[inline(always)]
    fn get_at_site(&mut self, object: &Handle, name: &Name) -> Handle {
        self.get(object, name)
    }

    #[inline(always)]
    fn get_if_any(&mut self, object: &Handle, name: &Name) -> Option<Handle> {
        let mut found = null_mut();
        let answer = unsafe { PyObject_GetOptionalAttr(object.ptr(), name.name.ptr(), &mut found) };
        (must(answer) > 0).then(|| unsafe { Handle::new(found) })
    }

    #[inline(always)]
    fn get_fails(&mut self, object: &Handle, name: &Name) -> bool {
        failed(unsafe { PyObject_GetAttr(object.ptr(), name.name.ptr()) })
    }

    #[inline(always)]
    fn put(&mut self, object: &Handle, name: &Name, value: &Handle) {
        must(unsafe { PyObject_SetAttr(object.ptr(), name.name.ptr(), value.ptr()) });
    }

    #[inline(always)]
    fn put_at_site(&mut self, object: &Handle, name: &Name, value: &Handle) {
        self.put(object, name, value);
    }

    #[inline(always)]
    fn call<const N: usize>(&mut self, callee: &Handle, arguments: [&Handle; N]) -> Handle {
        // One place in front is left to the callee, for a receiver.
        let mut row = [null_mut(); 5];
        for (place, argument) in row[1..].iter_mut().zip(arguments) {
            *place = argument.ptr();
        }
        let count = N | PY_VECTORCALL_ARGUMENTS_OFFSET;
        unsafe {
            Handle::new(PyObject_Vectorcall(callee.ptr(), row[1..].as_ptr(), count, null_mut()))
        }
    }

    #[inline(always)]
    fn call_keyword(
        &mut self,
        callee: &Handle,
        positional: &Handle,
        keyword: &Name,
        value: &Handle,
    ) -> Handle {
        let row = [null_mut(), positional.ptr(), value.ptr()];
        let count = 1 | PY_VECTORCALL_ARGUMENTS_OFFSET;
        let (row, names) = (row[1..].as_ptr(), keyword.alone.ptr());
        unsafe { Handle::new(PyObject_Vectorcall(callee.ptr(), row, count, names)) }
    }

    #[inline(always)]
    fn call_fails(&mut self, callee: &Handle) -> bool {
        failed(unsafe { PyObject_CallNoArgs(callee.ptr()) })
    }

    #[inline(always)]
    fn call_method<const N: usize>(
        &mut self,
        object: &Handle,
        name: &Name,
        arguments: [&Handle; N],
    ) -> Handle {
        let mut row = [null_mut(); 6];
        row[1] = object.ptr();
        for (place, argument) in row[2..].iter_mut().zip(arguments) {
            *place = argument.ptr();
        }
        let count = (N + 1) | PY_VECTORCALL_ARGUMENTS_OFFSET;
        let (name, row) = (name.name.ptr(), row[1..].as_ptr());
        unsafe { Handle::new(PyObject_VectorcallMethod(name, row, count, null_mut())) }
    }

    #[inline(always)]
    fn raise(&mut self, message: &'static str) {
        // The C API takes texts that end in NUL; an owned one is made of the same bytes here.
        unsafe {
            let text = self.str(message);
            PyErr_SetObject(PyExc_ValueError, text.ptr());
            PyErr_Clear();
        }
    }

    #[inline(always)]
    fn item(&mut self, object: &Handle, key: &Handle) -> Handle {
        unsafe { Handle::new(PyObject_GetItem(object.ptr(), key.ptr())) }
    }

    #[inline(always)]
    fn put_item(&mut self, object: &Handle, key: &Handle, value: &Handle) {
        must(unsafe { PyObject_SetItem(object.ptr(), key.ptr(), value.ptr()) });
    }

    #[inline(always)]
    fn contains(&mut self, container: &Handle, item: &Handle) -> bool {
        must(unsafe { PySequence_Contains(container.ptr(), item.ptr()) }) > 0
    }

    #[inline(always)]
    fn len(&mut self, object: &Handle) -> usize {
        let len = unsafe { PyObject_Size(object.ptr()) };
        if len < 0 {
            fail();
        }
        len as usize
    }

    #[inline(always)]
    fn truth(&mut self, object: &Handle) -> bool {
        must(unsafe { PyObject_IsTrue(object.ptr()) }) > 0
    }

    #[inline(always)]
    fn hash(&mut self, object: &Handle) -> i64 {
        let hash = unsafe { PyObject_Hash(object.ptr()) };
        if hash == -1 {
            fail();
        }
        hash as i64
    }

    #[inline(always)]
    fn repr(&mut self, object: &Handle) -> Handle {
        unsafe { Handle::new(PyObject_Repr(object.ptr())) }
    }

    #[inline(always)]
    fn to_str(&mut self, object: &Handle) -> Handle {
        unsafe { Handle::new(PyObject_Str(object.ptr())) }
    }

    #[inline(always)]
    fn format(&mut self, object: &Handle, spec: &Handle) -> Handle {
        unsafe { Handle::new(PyObject_Format(object.ptr(), spec.ptr())) }
    }

    #[inline(always)]
    fn is_instance(&mut self, object: &Handle, class: &Handle) -> bool {
        must(unsafe { PyObject_IsInstance(object.ptr(), class.ptr()) }) > 0
    }

    #[inline(always)]
    fn iterate(&mut self, iterable: &Handle) -> usize {
        let mut items = 0;
        unsafe {
            let iterator = Handle::new(PyObject_GetIter(iterable.ptr()));
            loop {
                let item = PyIter_Next(iterator.ptr());
                if item.is_null() {
                    break;
                }
                drop(std::hint::black_box(Handle::new(item)));
                items += 1;
            }
            if !PyErr_Occurred().is_null() {
                fail();
            }
        }
        items
    }

    fn text(&mut self, object: &Handle) -> String {
        unsafe {
            let mut len = 0;
            let text = PyUnicode_AsUTF8AndSize(object.ptr(), &mut len);
            if text.is_null() {
                fail();
            }
            let bytes = std::slice::from_raw_parts(text.cast::<u8>(), len as usize);
            String::from_utf8_lossy(bytes).into_owned()
        }
    }
}

/// Whether a call failed; its exception is dropped, as its result would be.
#[inline(always)]
fn failed(result: *mut PyObject) -> bool {
    unsafe {
        if result.is_null() {
            PyErr_Clear();
            true
        } else {
            Py_DECREF(result);
            false
        }
    }
}
