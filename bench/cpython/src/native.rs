//! The class and the functions of the list of work that are not written in Python, as a C extension
//! makes them: a heap type from a spec, functions with the fast calling conventions.

use std::ffi::{c_char, c_int, c_longlong, c_void};
use std::mem;
use std::ptr::{addr_of_mut, null_mut};

use pyo3_ffi::*;

use crate::handle::{Handle, must};

/// An instance of `Native`.
#[repr(C)]
struct Native {
    base: PyObject,
    n: c_longlong,
}

static mut NATIVE: *mut PyTypeObject = null_mut();

unsafe fn make(class: *mut PyTypeObject, n: c_longlong) -> *mut PyObject {
    // SAFETY: the class is `Native` or derived from it, so that instances begin with the struct.
    unsafe {
        let object = PyType_GenericAlloc(class, 0);
        if !object.is_null() {
            (*object.cast::<Native>()).n = n;
        }
        object
    }
}

unsafe extern "C" fn new(
    class: *mut PyTypeObject,
    args: *mut PyObject,
    keywords: *mut PyObject,
) -> *mut PyObject {
    // SAFETY: called by the interpreter with a tuple, and a dict or null.
    unsafe {
        if PyTuple_GET_SIZE(args) != 1 || !keywords.is_null() {
            PyErr_SetString(PyExc_TypeError, c"Native() takes one argument".as_ptr());
            return null_mut();
        }
        let n = PyLong_AsLongLong(PyTuple_GET_ITEM(args, 0));
        if n == -1 && !PyErr_Occurred().is_null() {
            return null_mut();
        }
        make(class, n)
    }
}

unsafe extern "C" fn dealloc(object: *mut PyObject) {
    // SAFETY: called by the interpreter when the last reference is gone; instances of heap types
    // own a reference to their type.
    unsafe {
        let class = Py_TYPE(object);
        PyObject_Free(object.cast());
        Py_DECREF(class.cast());
    }
}

unsafe fn number(object: *mut PyObject) -> Option<c_longlong> {
    // SAFETY: the object lives; its class is checked before it is read.
    unsafe {
        let class = addr_of_mut!(NATIVE).read();
        if Py_TYPE(object) == class || PyType_IsSubtype(Py_TYPE(object), class) != 0 {
            return Some((*object.cast::<Native>()).n);
        }
        (PyLong_Check(object) != 0).then(|| PyLong_AsLongLong(object))
    }
}

unsafe extern "C" fn add(left: *mut PyObject, right: *mut PyObject) -> *mut PyObject {
    // SAFETY: called by the interpreter with living objects.
    unsafe {
        match (number(left), number(right)) {
            (Some(a), Some(b)) => make(addr_of_mut!(NATIVE).read(), a + b),
            _ => Py_NewRef(Py_NotImplemented()),
        }
    }
}

unsafe extern "C" fn compare(
    left: *mut PyObject,
    right: *mut PyObject,
    op: c_int,
) -> *mut PyObject {
    // SAFETY: called by the interpreter with living objects.
    unsafe {
        let (Some(a), Some(b)) = (number(left), number(right)) else {
            return Py_NewRef(Py_NotImplemented());
        };
        let order = a.cmp(&b);
        let holds = (op == Py_LT && order.is_lt())
            || (op == Py_LE && order.is_le())
            || (op == Py_EQ && order.is_eq())
            || (op == Py_NE && order.is_ne())
            || (op == Py_GT && order.is_gt())
            || (op == Py_GE && order.is_ge());
        Py_NewRef(if holds { Py_True() } else { Py_False() })
    }
}

unsafe extern "C" fn repr(object: *mut PyObject) -> *mut PyObject {
    // SAFETY: called by the interpreter with an instance.
    unsafe { PyUnicode_FromFormat(c"Native(%lld)".as_ptr(), (*object.cast::<Native>()).n) }
}

unsafe extern "C" fn native0(_: *mut PyObject, _: *mut PyObject) -> *mut PyObject {
    // SAFETY: `None` lives.
    unsafe { Py_NewRef(Py_None()) }
}

unsafe extern "C" fn native1(_: *mut PyObject, argument: *mut PyObject) -> *mut PyObject {
    // SAFETY: the argument lives.
    unsafe { Py_NewRef(argument) }
}

unsafe fn last(
    arguments: *mut *mut PyObject,
    given: Py_ssize_t,
    expected: Py_ssize_t,
) -> *mut PyObject {
    // SAFETY: the interpreter passes as many arguments as it says.
    unsafe {
        if given != expected {
            PyErr_SetString(PyExc_TypeError, c"wrong number of arguments".as_ptr());
            return null_mut();
        }
        Py_NewRef(*arguments.offset(expected - 1))
    }
}

unsafe extern "C" fn native2(
    _: *mut PyObject,
    arguments: *mut *mut PyObject,
    given: Py_ssize_t,
) -> *mut PyObject {
    // SAFETY: as the interpreter calls it.
    unsafe { last(arguments, given, 2) }
}

unsafe extern "C" fn native3(
    _: *mut PyObject,
    arguments: *mut *mut PyObject,
    given: Py_ssize_t,
) -> *mut PyObject {
    // SAFETY: as the interpreter calls it.
    unsafe { last(arguments, given, 3) }
}

/// `native_keywords(a, b=None, *, c=None)`, parsed by hand as Argument Clinic does when names are
/// interned.
unsafe extern "C" fn native_keywords(
    _: *mut PyObject,
    arguments: *const *mut PyObject,
    given: Py_ssize_t,
    names: *mut PyObject,
) -> *mut PyObject {
    // SAFETY: the interpreter passes as many arguments as it says, then one for each name.
    unsafe {
        let mut c = Py_None();
        let keywords = if names.is_null() { 0 } else { PyTuple_GET_SIZE(names) };
        for keyword in 0..keywords {
            let name = PyTuple_GET_ITEM(names, keyword);
            if PyUnicode_CompareWithASCIIString(name, c"c".as_ptr()) == 0 {
                c = *arguments.offset(given + keyword);
            } else if PyUnicode_CompareWithASCIIString(name, c"b".as_ptr()) != 0 {
                PyErr_SetString(PyExc_TypeError, c"unexpected keyword argument".as_ptr());
                return null_mut();
            }
        }
        if !(1..=2).contains(&given) {
            PyErr_SetString(PyExc_TypeError, c"wrong number of arguments".as_ptr());
            return null_mut();
        }
        Py_NewRef(c)
    }
}

fn slot(id: c_int, function: *const ()) -> PyType_Slot {
    PyType_Slot { slot: id, pfunc: function as *mut c_void }
}

/// Puts them into `builtins`.
///
/// # Safety
/// The interpreter runs.
pub(crate) unsafe fn install() {
    // SAFETY: the interpreter runs; what it keeps pointers to is leaked.
    unsafe {
        let builtins = PyEval_GetBuiltins();
        let slots = Box::leak(Box::new([
            slot(Py_tp_new, new as *const ()),
            slot(Py_tp_dealloc, dealloc as *const ()),
            slot(Py_nb_add, add as *const ()),
            slot(Py_tp_richcompare, compare as *const ()),
            slot(Py_tp_repr, repr as *const ()),
            PyType_Slot { slot: 0, pfunc: null_mut() },
        ]));
        let mut spec = PyType_Spec {
            name: c"bench.Native".as_ptr(),
            basicsize: mem::size_of::<Native>() as c_int,
            itemsize: 0,
            flags: Py_TPFLAGS_DEFAULT as _,
            slots: slots.as_mut_ptr(),
        };
        let class = Handle::new(PyType_FromSpec(&mut spec));
        must(PyDict_SetItemString(builtins, c"Native".as_ptr(), class.ptr()));
        addr_of_mut!(NATIVE).write(class.into_ptr().cast());

        let with_keywords = METH_FASTCALL | METH_KEYWORDS;
        let functions: [(&'static std::ffi::CStr, PyMethodDefPointer, c_int); 5] = [
            (c"native0", PyMethodDefPointer { PyCFunction: native0 }, METH_NOARGS),
            (c"native1", PyMethodDefPointer { PyCFunction: native1 }, METH_O),
            (c"native2", PyMethodDefPointer { PyCFunctionFast: native2 }, METH_FASTCALL),
            (c"native3", PyMethodDefPointer { PyCFunctionFast: native3 }, METH_FASTCALL),
            (
                c"native_keywords",
                PyMethodDefPointer { PyCFunctionFastWithKeywords: native_keywords },
                with_keywords,
            ),
        ];
        for (name, code, flags) in functions {
            let name: *const c_char = name.as_ptr();
            let def =
                PyMethodDef { ml_name: name, ml_meth: code, ml_flags: flags, ml_doc: null_mut() };
            let def = Box::leak(Box::new(def));
            let function = Handle::new(PyCFunction_NewEx(def, null_mut(), null_mut()));
            must(PyDict_SetItemString(builtins, name, function.ptr()));
        }
    }
}
