//! Nodes for the workloads of the heap.

use bench_work::gc::Nodes;
use rustpython_vm::class::PyClassImpl;
use rustpython_vm::common::lock::PyMutex;
use rustpython_vm::object::{Traverse, TraverseFn};
use rustpython_vm::{PyObjectRef, PyPayload, pyclass};

use crate::side::RustPython;

/// The payload of a node.
#[pyclass(module = "bench", name = "Node", traverse = "manual")]
#[derive(Debug, PyPayload)]
struct Node {
    first: PyMutex<Option<PyObjectRef>>,
    second: Option<PyObjectRef>,
    number: u64,
}

#[pyclass]
impl Node {}

// SAFETY: each owned object is shown once, and given up once.
unsafe impl Traverse for Node {
    fn traverse(&self, visit: &mut TraverseFn<'_>) {
        self.first.traverse(visit);
        self.second.traverse(visit);
    }

    fn clear(&mut self, out: &mut Vec<PyObjectRef>) {
        out.extend(self.first.get_mut().take());
        out.extend(self.second.take());
    }
}

/// Makes the class.
pub(crate) fn install() {
    let _ = Node::make_static_type();
}

impl Nodes for RustPython {
    #[inline(always)]
    fn node(&mut self, first: Option<&PyObjectRef>, second: Option<&PyObjectRef>) -> PyObjectRef {
        let (first, second) = (PyMutex::new(first.cloned()), second.cloned());
        Node { first, second, number: 1 }.into_ref(&self.vm.ctx).into()
    }

    #[inline(always)]
    fn set_first(&mut self, node: &PyObjectRef, first: Option<&PyObjectRef>) {
        let node = node.downcast_ref::<Node>().expect("a node");
        let old = std::mem::replace(&mut *node.first.lock(), first.cloned());
        drop(old);
    }

    fn number(&mut self, node: &PyObjectRef) -> u64 {
        node.downcast_ref::<Node>().expect("a node").number
    }

    fn set_automatic(&mut self, on: bool) {
        if on {
            self.vm.state.gc.enable();
        } else {
            self.vm.state.gc.disable();
        }
    }

    fn collect(&mut self) -> usize {
        self.vm.state.gc.collect_force(2).collected
    }

    /// Collections run where objects are made.
    #[inline(always)]
    fn safepoint(&mut self) {}
}
