//! A small host for tests: nodes with an identity, a log of what was run, and scripted finalizers.
#![allow(dead_code, unreachable_pub)]

use objmodel_gc::*;

/// The body of classes: a name.
#[derive(Trace)]
pub struct Body(pub &'static str);

pub type Class_ = Gc<Class<Body>>;

/// An object of the tests.
#[derive(Trace)]
pub struct Node {
    #[trace(leaf)]
    pub id: u32,
    pub edges: Vec<Value>,
}

impl Payload for Node {}

/// A leaf.
#[derive(Trace)]
pub struct Text(#[trace(leaf)] pub String);

impl Payload for Text {
    const LEAF: bool = true;
}

/// What a finalizer does besides writing to the log.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Act {
    Nothing,
    Resurrect,
    Cut,
    Link,
    Allocate,
    Collect,
    Adopt,
}

pub struct World {
    pub heap: Heap,
    pub metaclass: Class_,
    pub plain: Class_,
    pub finalized: Class_,
    pub weak: Class_,
    pub text: Class_,
    pub log: Vec<String>,
    pub act: Act,
    pub saved: Vec<Gc<Node>>,
    pub infos: Vec<CollectionInfo>,
}

impl AsRef<Heap> for World {
    fn as_ref(&self) -> &Heap {
        &self.heap
    }
}

impl AsMut<Heap> for World {
    fn as_mut(&mut self) -> &mut Heap {
        &mut self.heap
    }
}

impl Host for World {
    fn finalize(&mut self, object: &Value) {
        let node = object.downcast_ref::<Node>().expect("only nodes have finalizers").clone();
        let id = node.read(self).id;
        self.log.push(format!("del {id}"));
        match self.act {
            Act::Nothing => {}
            Act::Resurrect => self.saved.push(node),
            Act::Cut => {
                let edges = std::mem::take(&mut node.write(self).edges);
                drop(edges);
            }
            Act::Link => {
                if let Some(other) = self.saved.first().cloned() {
                    other.write(self).edges.push(node.into_value());
                }
            }
            Act::Allocate => {
                let new = self.node(id + 1_000_000);
                new.write(self).edges.push(new.clone().into_value());
            }
            Act::Adopt => {
                let part = self.node(id + 2_000_000);
                self.heap.adopt(object.as_ref(), part.as_ref());
                let edges = std::mem::take(&mut node.write(self).edges);
                part.write(self).edges.extend(edges);
                node.write(self).edges.push(part.into_value());
            }
            Act::Collect => {
                let nested = collect(self, 2);
                self.log.push(format!("nested {}", nested.collected));
            }
        }
    }

    fn weakref_callback(&mut self, weakref: &Gc<WeakRef>) {
        assert!(weakref.upgrade().is_none());
        let callback = weakref.read(self).callback().and_then(|value| value.as_small_int());
        self.log.push(format!("call {}", callback.unwrap_or(-1)));
    }

    fn collection_stop(&mut self, info: &CollectionInfo) {
        self.infos.push(*info);
    }
}

impl World {
    pub fn new() -> World {
        let heap = Heap::new(HeapConfig::default());
        let metaclass = heap.bootstrap_class::<Class<Body>, _>(Body("type")).unwrap();
        let class = |name| heap.alloc_class::<Node, _>(&metaclass, Body(name)).unwrap();
        let (plain, finalized) = (class("plain"), class("finalized"));
        finalized.set_finalizer(true);
        let weak = heap.alloc_class::<WeakRef, _>(&metaclass, Body("weakref")).unwrap();
        let text = heap.alloc_class::<Text, _>(&metaclass, Body("text")).unwrap();
        for class in [&metaclass, &plain, &finalized, &weak, &text] {
            heap.make_immortal(class);
        }
        heap.set_zeal(Zeal::Never);
        let (log, saved, infos) = Default::default();
        let act = Act::Nothing;
        World { heap, metaclass, plain, finalized, weak, text, log, act, saved, infos }
    }

    pub fn node(&self, id: u32) -> Gc<Node> {
        self.heap.alloc(&self.plain, Node { id, edges: Vec::new() }).unwrap()
    }

    pub fn finalized(&self, id: u32) -> Gc<Node> {
        self.heap.alloc(&self.finalized, Node { id, edges: Vec::new() }).unwrap()
    }

    pub fn link(&mut self, from: &Gc<Node>, to: &Value) {
        from.write(self).edges.push(to.clone());
    }

    pub fn cycle(&mut self, nodes: &[Gc<Node>]) {
        for (index, node) in nodes.iter().enumerate() {
            self.link(node, &nodes[(index + 1) % nodes.len()]);
        }
    }

    pub fn weakref(&self, target: &Value, callback: i64) -> Gc<WeakRef> {
        let callback = (callback >= 0).then(|| Value::small_int(callback).unwrap());
        self.heap.alloc_weakref(&self.weak, target.as_ref(), callback, 0).unwrap()
    }

    pub fn collect(&mut self) -> usize {
        collect(self, 2).collected
    }

    pub fn take_log(&mut self) -> String {
        std::mem::take(&mut self.log).join(", ")
    }
}
