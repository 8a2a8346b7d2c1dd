//! Nodes for the workloads of the heap, as a C extension makes a container: a heap type with
//! `tp_traverse`, `tp_clear` and the trashcan against deep recursion.

use std::ffi::{c_int, c_void};
use std::mem;
use std::ptr::{addr_of_mut, null_mut};

use bench_work::gc::Nodes;
use pyo3_ffi::*;

use crate::handle::{Handle, must};
use crate::side::CPython;

/// An instance.
#[repr(C)]
struct Node {
    base: PyObject,
    first: *mut PyObject,
    second: *mut PyObject,
    number: u64,
}

static mut NODE: *mut PyTypeObject = null_mut();

/// How many deallocations are nested.
static mut NESTED: u32 = 0;
/// Whether there are objects in the trashcan, and whether it is being emptied.
static mut DEFERRED: bool = false;
static mut EMPTYING: bool = false;

/// As `Py_TRASHCAN_HEADROOM` of CPython: more nested deallocations go to the trashcan.
const DEEPEST: u32 = 50;

unsafe extern "C" {
    fn _PyTrash_thread_deposit_object(thread: *mut PyThreadState, object: *mut PyObject);
    fn _PyTrash_thread_destroy_chain(thread: *mut PyThreadState);
}

unsafe extern "C" fn traverse(object: *mut PyObject, visit: visitproc, data: *mut c_void) -> c_int {
    // SAFETY: called by the collector with an instance and its own function.
    unsafe {
        let node = object.cast::<Node>();
        for child in [(*node).first, (*node).second, Py_TYPE(object).cast()] {
            if !child.is_null() {
                let answer = visit(child, data);
                if answer != 0 {
                    return answer;
                }
            }
        }
        0
    }
}

unsafe fn take(place: *mut *mut PyObject) {
    // SAFETY: the place holds null or an owned reference; it is emptied before that is dropped.
    unsafe {
        let old = place.replace(null_mut());
        if !old.is_null() {
            Py_DECREF(old);
        }
    }
}

unsafe extern "C" fn clear(object: *mut PyObject) -> c_int {
    // SAFETY: called by the collector with an instance.
    unsafe {
        let node = object.cast::<Node>();
        take(&raw mut (*node).first);
        take(&raw mut (*node).second);
        0
    }
}

/// Follows `Py_TRASHCAN_BEGIN` and `Py_TRASHCAN_END`, whose fields of the thread state bindings do
/// not have: the counter is kept here.
unsafe extern "C" fn dealloc(object: *mut PyObject) {
    // SAFETY: called by the interpreter when the last reference is gone; one thread only.
    unsafe {
        PyObject_GC_UnTrack(object.cast());
        if NESTED > DEEPEST {
            DEFERRED = true;
            _PyTrash_thread_deposit_object(PyThreadState_Get(), object);
            return;
        }
        NESTED += 1;
        let class = Py_TYPE(object);
        clear(object);
        PyObject_GC_Del(object.cast());
        Py_DECREF(class.cast());
        NESTED -= 1;
        while NESTED == 0 && DEFERRED && !EMPTYING {
            (DEFERRED, EMPTYING) = (false, true);
            _PyTrash_thread_destroy_chain(PyThreadState_Get());
            EMPTYING = false;
        }
    }
}

fn slot(id: c_int, function: *const ()) -> PyType_Slot {
    PyType_Slot { slot: id, pfunc: function as *mut c_void }
}

/// Makes the class.
///
/// # Safety
/// The interpreter runs.
pub(crate) unsafe fn install() {
    // SAFETY: the interpreter runs; the slots live through the call.
    unsafe {
        let mut slots = [
            slot(Py_tp_dealloc, dealloc as *const ()),
            slot(Py_tp_traverse, traverse as *const ()),
            slot(Py_tp_clear, clear as *const ()),
            PyType_Slot { slot: 0, pfunc: null_mut() },
        ];
        let mut spec = PyType_Spec {
            name: c"bench.Node".as_ptr(),
            basicsize: mem::size_of::<Node>() as c_int,
            itemsize: 0,
            flags: (Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC) as _,
            slots: slots.as_mut_ptr(),
        };
        let class = Handle::new(PyType_FromSpec(&mut spec));
        addr_of_mut!(NODE).write(class.into_ptr().cast());
    }
}

fn reference(object: Option<&Handle>) -> *mut PyObject {
    object.map_or(null_mut(), |object| object.clone().into_ptr())
}

impl Nodes for CPython {
    #[inline(always)]
    fn node(&mut self, first: Option<&Handle>, second: Option<&Handle>) -> Handle {
        // SAFETY: the class was made when the side started; all fields are set before the
        // collector gets to know of the object.
        unsafe {
            let object = PyObject_GC_New::<Node>(addr_of_mut!(NODE).read());
            let handle = Handle::new(object.cast());
            (*object).first = reference(first);
            (*object).second = reference(second);
            (*object).number = 1;
            PyObject_GC_Track(object.cast());
            handle
        }
    }

    #[inline(always)]
    fn set_first(&mut self, node: &Handle, first: Option<&Handle>) {
        // SAFETY: the handle is one of `node`'s.
        unsafe {
            let place = &raw mut (*node.ptr().cast::<Node>()).first;
            let old = place.replace(reference(first));
            if !old.is_null() {
                Py_DECREF(old);
            }
        }
    }

    fn number(&mut self, node: &Handle) -> u64 {
        // SAFETY: the handle is one of `node`'s.
        unsafe { (*node.ptr().cast::<Node>()).number }
    }

    fn set_automatic(&mut self, on: bool) {
        // SAFETY: the interpreter runs.
        unsafe { if on { PyGC_Enable() } else { PyGC_Disable() } };
    }

    fn collect(&mut self) -> usize {
        // While disabled, the function does nothing.
        // SAFETY: the interpreter runs.
        unsafe {
            let enabled = PyGC_Enable();
            let dead = PyGC_Collect();
            if enabled == 0 {
                PyGC_Disable();
            }
            dead as usize
        }
    }

    #[inline(always)]
    fn safepoint(&mut self) {
        // A collection that is due runs in the evaluator, or here.
        // SAFETY: the interpreter runs.
        must(unsafe { PyErr_CheckSignals() });
    }
}
