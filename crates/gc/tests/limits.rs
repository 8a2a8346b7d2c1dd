//! Deep structures, byte limits, foreign heaps, and handles that outlive their heap.

mod world;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use objmodel_gc::*;
use world::{Node, Text, World};

#[derive(Trace)]
struct Link(Option<Value>);
impl Payload for Link {}

#[test]
fn a_chain_of_ten_million_drops_on_a_small_stack() {
    let run = || {
        let world = World::new();
        let class =
            world.heap.alloc_class::<Link, _>(&world.metaclass, world::Body("link")).unwrap();
        let mut head = None;
        for _ in 0..10_000_000 {
            head = Some(world.heap.alloc(&class, Link(head)).unwrap().into_value());
        }
        let used = world.heap.bytes().used();
        drop(head);
        assert_eq!(used - world.heap.bytes().used(), 240_000_000);
    };
    std::thread::Builder::new().stack_size(256 << 10).spawn(run).unwrap().join().unwrap();
}

#[test]
fn a_ring_of_a_million_is_collected_on_a_small_stack() {
    let run = || {
        let mut world = World::new();
        let nodes: Vec<_> = (0..1_000_000).map(|id| world.node(id)).collect();
        world.cycle(&nodes);
        drop(nodes);
        assert_eq!(world.collect(), 1_000_000);
        assert_eq!(world.heap.verify().unwrap().objects, 5);
    };
    std::thread::Builder::new().stack_size(256 << 10).spawn(run).unwrap().join().unwrap();
}

#[test]
fn the_byte_limit_refuses() {
    let world = World::new();
    let used = world.heap.bytes().used();
    world.heap.bytes().set_limit(used + 1000);
    let mut nodes = Vec::new();
    let error = loop {
        match world.heap.alloc(&world.plain, Node { id: 1, edges: Vec::new() }) {
            Ok(node) => nodes.push(node),
            Err(error) => break error,
        }
    };
    assert_eq!(error, AllocError::OutOfMemory);
    drop(nodes);
    assert_eq!(world.heap.bytes().used(), used);
}

#[test]
fn fields_of_all_sizes_are_empty_and_traced() {
    let mut world = World::new();
    for count in [0, 1, 13, 61, 62, 900, 1024, 5000, 200_000] {
        let payload = Node { id: 0, edges: Vec::new() };
        let node = world.heap.alloc_with_fields(&world.plain, payload, count).unwrap();
        assert!(node.fields(&world).len() >= count);
        assert!(node.fields(&world).iter().all(Option::is_none));
        if let Some(last) = node.fields_mut(&mut world).last_mut() {
            *last = Some(node.clone().into_value());
            drop(node);
            assert_eq!(world.collect(), 1, "{count}");
        }
    }
    assert_eq!(world.heap.verify().unwrap().objects, 5);
}

#[test]
fn another_heaps_objects_are_told_apart() {
    let (mut one, mut two) = (World::new(), World::new());
    let (mine, other) = (one.node(1), two.node(2));
    assert!(other.try_read(&one).is_none());
    assert!(other.try_write(&mut one).is_none());
    assert!(other.as_ref().get::<Node>(&one).is_none());
    assert!(other.fields(&one).is_empty());
    let payload = Node { id: 1, edges: Vec::new() };
    assert_eq!(one.heap.alloc(&two.plain, payload).unwrap_err(), AllocError::WrongClass);
    // A cycle through both heaps counts as referenced from outside.
    one.link(&mine, &other);
    two.link(&other, &mine);
    assert_eq!((one.collect(), two.collect()), (0, 0));
    std::mem::swap(&mut one.heap, &mut two.heap);
    assert_eq!((one.collect(), two.collect()), (0, 0));
    // Nobody would ever free such a cycle.
    other.write(&mut one).edges.clear();
    assert!(other.try_read(&two).is_none());
}

#[test]
fn handles_outlive_their_heap() {
    let mut world = World::new();
    let (kept, gone) = (world.node(1), world.node(2));
    let pair = [world.node(3), world.finalized(4)];
    world.cycle(&pair);
    world.link(&kept, &pair[0]);
    world.link(&gone, &gone);
    let text = world.heap.alloc(&world.text, Text("text".into())).unwrap();
    assert!(text.is_leaf());
    let lost = world.weakref(&gone, 1);
    drop((gone, pair));
    drop(world);
    assert!(lost.upgrade().is_none());
    assert_eq!(kept.ref_count(), 1);
    assert!(kept.class().unwrap().is_payload::<Class<world::Body>>());
    assert!(text.class().unwrap().class().unwrap().is_payload::<Class<world::Body>>());
    let copy = kept.clone();
    drop((kept, text));
    drop((copy, lost));
}

/// Tells when it is dropped.
struct Bomb(Rc<Cell<u32>>, bool);
impl Trace for Bomb {
    fn trace(&self, _: &mut Visitor<'_>) {}
    fn clear(&mut self, _: &mut ClearSink) {}
}
impl Payload for Bomb {}
impl Drop for Bomb {
    fn drop(&mut self) {
        self.0.set(self.0.get() + 1);
        assert!(!self.1, "a payload that panics");
    }
}

#[test]
fn dropping_the_heap_drops_every_payload() {
    let world = World::new();
    let class = world.heap.alloc_class::<Bomb, _>(&world.metaclass, world::Body("bomb")).unwrap();
    let count = Rc::new(Cell::new(0));
    let bomb = world.heap.alloc_with_fields(&class, Bomb(count.clone(), false), 1).unwrap();
    let mut world = world;
    bomb.fields_mut(&mut world)[0] = Some(bomb.clone().into_value());
    drop((bomb, class));
    drop(world);
    assert_eq!((count.get(), Rc::strong_count(&count)), (1, 1));
}

#[test]
fn a_payload_that_panics_leaves_the_heap_sound() {
    let mut world = World::new();
    let class = world.heap.alloc_class::<Bomb, _>(&world.metaclass, world::Body("bomb")).unwrap();
    let count = Rc::new(Cell::new(0));
    let bomb = world.heap.alloc(&class, Bomb(count.clone(), true)).unwrap();
    let before = world.heap.verify().unwrap().objects;
    let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| drop(bomb)));
    assert!(result.is_err());
    assert_eq!(world.heap.verify().unwrap().objects, before - 1);
    assert_eq!((world.collect(), count.get()), (0, 1));
}

/// A member of a ring that may panic when it dies.
struct Mine(Option<Value>, bool, Rc<Cell<u32>>);
impl Trace for Mine {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.0.trace(visitor);
    }
    fn clear(&mut self, sink: &mut ClearSink) {
        self.0.clear(sink);
    }
}
impl Payload for Mine {}
impl Drop for Mine {
    fn drop(&mut self) {
        self.2.set(self.2.get() + 1);
        assert!(!self.1, "a payload that panics");
    }
}

#[test]
fn a_payload_that_panics_in_a_collection_leaves_the_heap_sound() {
    for (backwards, bad) in [(false, 0), (false, 5), (true, 0), (true, 5), (true, 9)] {
        let mut world = World::new();
        let body = world::Body("mine");
        let class = world.heap.alloc_class::<Mine, _>(&world.metaclass, body).unwrap();
        let count = Rc::new(Cell::new(0));
        let ring: Vec<_> = (0..10)
            .map(|index| world.heap.alloc(&class, Mine(None, index == bad, count.clone())).unwrap())
            .collect();
        for (index, mine) in ring.iter().enumerate() {
            let next = if backwards { index + 9 } else { index + 1 } % 10;
            mine.write(&mut world).0 = Some(ring[next].clone().into_value());
        }
        drop(ring);
        let before = world.heap.verify().unwrap().objects;
        let collection = std::panic::AssertUnwindSafe(|| world.collect());
        assert!(std::panic::catch_unwind(collection).is_err());
        world.heap.verify().unwrap();
        world.collect();
        assert_eq!(world.heap.verify().unwrap().objects, before - 10, "{backwards} {bad}");
        assert_eq!(count.get(), 10);
    }
}

/// Keeps another object alive when it dies, by a weak reference to it.
struct Saviour(Gc<WeakRef>, Rc<RefCell<Option<Value>>>, Option<Value>);
impl Trace for Saviour {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.0.trace(visitor);
        self.2.trace(visitor);
    }
    fn clear(&mut self, sink: &mut ClearSink) {
        self.2.clear(sink);
    }
}
impl Payload for Saviour {}
impl Drop for Saviour {
    fn drop(&mut self) {
        self.1.replace(self.0.upgrade());
    }
}

#[test]
fn an_object_kept_in_the_end_of_its_heap_stays_whole() {
    for late in [false, true] {
        let mut world = World::new();
        let body = world::Body("saviour");
        let class = world.heap.alloc_class::<Saviour, _>(&world.metaclass, body).unwrap();
        let early = (!late).then(|| world.node(7));
        let place = world.node(1);
        let node = early.unwrap_or_else(|| world.node(7));
        let weakref = world.weakref(&node, -1);
        let kept = Rc::new(RefCell::new(None));
        let next = Some(node.clone().into_value());
        let saviour = world.heap.alloc(&class, Saviour(weakref, kept.clone(), next)).unwrap();
        world.link(&place, &saviour);
        world.link(&place, &place);
        world.link(&node, &node);
        drop((place, node, saviour, class));
        drop(world);
        let kept = kept.take();
        assert!(kept.is_none_or(|kept| kept.is_payload::<Node>()));
    }
}

/// Drops the heap that lies in the cell, which may be its own.
struct Owner(Rc<RefCell<Option<Heap>>>, #[allow(dead_code)] Vec<Value>);
impl Trace for Owner {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.1.trace(visitor);
    }
    fn clear(&mut self, sink: &mut ClearSink) {
        Trace::clear(&mut self.1, sink);
    }
}
impl Payload for Owner {}
impl Drop for Owner {
    fn drop(&mut self) {
        let heap = self.0.take();
        drop(heap);
    }
}

#[test]
fn an_object_may_drop_its_own_heap_when_it_dies() {
    for (depth, kept) in [(0, 0), (0, 2), (1, 0), (3, 1), (100, 0), (100, 3)] {
        let world = World::new();
        let body = world::Body("owner");
        let class = world.heap.alloc_class::<Owner, _>(&world.metaclass, body).unwrap();
        let cell = Rc::new(RefCell::new(None));
        let mut chain = Vec::new();
        for id in 0..=depth {
            chain.push(world.node(id).into_value());
            let owner = Owner(cell.clone(), std::mem::take(&mut chain));
            chain.push(world.heap.alloc(&class, owner).unwrap().into_value());
        }
        let handles: Vec<_> = (0..kept).map(|id| world.node(id)).collect();
        let World { heap, .. } = world;
        drop(class);
        cell.replace(Some(heap));
        drop(chain);
        assert!(cell.borrow().is_none() && Rc::strong_count(&cell) == 1);
        assert!(handles.iter().all(|handle| handle.ref_count() == 1));
    }
}

/// Shows its values twice: what it refers to looks unreachable.
struct Liar(Vec<Value>);
impl Trace for Liar {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.0.trace(visitor);
        self.0.trace(visitor);
    }
    fn clear(&mut self, sink: &mut ClearSink) {
        Trace::clear(&mut self.0, sink);
    }
}
impl Payload for Liar {}

#[test]
fn a_trace_that_lies_only_empties_too_early() {
    let mut world = World::new();
    let class = world.heap.alloc_class::<Liar, _>(&world.metaclass, world::Body("liar")).unwrap();
    let node = world.node(7);
    world.link(&node, &node);
    let liar = world.heap.alloc(&class, Liar(vec![node.clone().into_value()])).unwrap();
    drop(liar.write(&mut world).0.first().cloned());
    world.link(&node, &liar);
    drop(liar);
    world.collect();
    assert_eq!(node.read(&world).id, 7);
}
