//! Nodes for the workloads of the heap.

use bench_work::gc::Nodes;
use objmodel::gc::Trace;
use objmodel::types::spec::ClassSpec;
use objmodel::{Gc, Payload, Value};

use crate::side::Ours;
use crate::start::must;

/// The payload of a node.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(crate) struct Node {
    first: Option<Value>,
    second: Option<Value>,
    number: u64,
}

impl Payload for Node {}

/// The table of the class.
pub(crate) const NODE: ClassSpec = ClassSpec { name: "bench.Node", ..ClassSpec::DEFAULT };

impl Nodes for Ours {
    #[inline(always)]
    fn node(&mut self, first: Option<&Value>, second: Option<&Value>) -> Value {
        let node = Node { first: first.cloned(), second: second.cloned(), number: 1 };
        let (rt, class) = self.with_node_class();
        let made = rt.alloc(class, node).map(Gc::into_value);
        must(rt, made)
    }

    #[inline(always)]
    fn set_first(&mut self, node: &Value, first: Option<&Value>) {
        let (rt, _) = self.with_node_class();
        let payload = node.get_mut::<Node>(rt).expect("a node");
        let old = std::mem::replace(&mut payload.first, first.cloned());
        drop(old);
    }

    fn set_automatic(&mut self, on: bool) {
        let (rt, _) = self.with_node_class();
        if on { rt.heap().enable() } else { rt.heap().disable() }
    }

    fn collect(&mut self) -> usize {
        let (rt, _) = self.with_node_class();
        objmodel::gc::collect(rt, 2).collected
    }

    #[inline(always)]
    fn safepoint(&mut self) {
        self.with_node_class().0.safepoint();
    }

    fn number(&mut self, node: &Value) -> u64 {
        let (rt, _) = self.with_node_class();
        node.get::<Node>(rt).map_or(0, |node| node.number)
    }
}
