//! Finalizers, weak references and collections in CPython 3.13's order and with its numbers.

mod world;

use objmodel_gc::*;
use world::{Act, Class_, World};

#[test]
fn parents_come_before_children_and_children_before_older_entries() {
    let mut world = World::new();
    let nodes: Vec<_> = (0..4).map(|id| world.finalized(id)).collect();
    world.link(&nodes[0], &nodes[1]);
    world.link(&nodes[0], &nodes[2]);
    world.link(&nodes[1], &nodes[3]);
    drop(nodes);
    drain(&mut world);
    assert_eq!(world.take_log(), "del 0, del 1, del 3, del 2");
}

#[test]
fn cycles_are_finalized_in_creation_order() {
    let mut world = World::new();
    let nodes: Vec<_> = (0..5).map(|id| world.finalized(id)).collect();
    world.cycle(&[0, 3, 1, 4, 2].map(|index: usize| nodes[index].clone()));
    drop(nodes);
    assert_eq!(world.collect(), 5);
    assert_eq!(world.take_log(), "del 0, del 1, del 2, del 3, del 4");
}

#[test]
fn resurrection_by_count_happens_once() {
    let mut world = World::new();
    world.act = Act::Resurrect;
    drop(world.finalized(1));
    drain(&mut world);
    assert!(world.heap.is_finalized(world.saved[0].as_ref()));
    world.saved.clear();
    drain(&mut world);
    assert_eq!(world.take_log(), "del 1");
}

#[test]
fn resurrecting_one_member_keeps_the_whole_cycle() {
    let mut world = World::new();
    world.act = Act::Resurrect;
    let pair = [world.finalized(1), world.node(2)];
    world.cycle(&pair);
    drop(pair);
    assert_eq!(world.collect(), 0);
    world.act = Act::Nothing;
    world.saved.clear();
    assert_eq!(world.collect(), 2);
    assert_eq!(world.take_log(), "del 1");
}

#[test]
fn by_count_callbacks_follow_the_finalizer_newest_first() {
    let mut world = World::new();
    let node = world.finalized(1);
    let refs = [world.weakref(&node, 10), world.weakref(&node, 11)];
    drop(node);
    assert!(refs[0].upgrade().is_some());
    drain(&mut world);
    assert_eq!(world.take_log(), "del 1, call 11, call 10");
    assert!(refs[0].upgrade().is_none());
}

#[test]
fn in_cycles_callbacks_come_first() {
    let mut world = World::new();
    let node = world.finalized(1);
    world.link(&node, &node);
    let weakref = world.weakref(&node, 10);
    drop(node);
    assert_eq!(world.collect(), 1);
    assert_eq!(world.take_log(), "call 10, del 1");
    assert!(weakref.upgrade().is_none());
}

#[test]
fn a_weakref_that_is_trash_itself_is_not_called_but_counted() {
    let mut world = World::new();
    let node = world.node(1);
    let weakref = world.weakref(&node, 10);
    world.link(&node, &weakref);
    world.link(&node, &node);
    drop((node, weakref));
    assert_eq!(world.collect(), 2);
    assert_eq!(world.take_log(), "");
}

#[test]
fn a_finalizer_that_cuts_its_own_cycle_leaves_nothing_to_collect() {
    let mut world = World::new();
    world.act = Act::Cut;
    let node = world.finalized(1);
    world.link(&node, &node);
    drop(node);
    assert_eq!(world.collect(), 0);
    assert_eq!(world.heap.objects(None).len(), 5);
}

#[test]
fn what_a_finalizer_makes_waits_for_the_next_collection() {
    let mut world = World::new();
    world.act = Act::Allocate;
    let node = world.finalized(1);
    world.link(&node, &node);
    drop(node);
    assert_eq!((world.collect(), world.collect(), world.collect()), (1, 1, 0));
}

#[test]
fn collecting_in_a_finalizer() {
    let mut world = World::new();
    world.act = Act::Collect;
    let nodes = [world.finalized(1), world.node(2)];
    world.link(&nodes[0], &nodes[0]);
    world.link(&nodes[1], &nodes[1]);
    let [first, second] = nodes;
    drop(first);
    assert_eq!(world.collect(), 1);
    assert_eq!(world.take_log(), "del 1, nested 0");
    drop(second);
    drop(world.finalized(3));
    drain(&mut world);
    assert_eq!(world.take_log(), "del 3, nested 1");
}

#[test]
fn counts_freeze_and_generations() {
    let mut world = World::new();
    world.collect();
    assert_eq!(world.heap.counts(), [0, 0, 0]);
    let nodes: Vec<_> = (0..100).map(|id| world.node(id)).collect();
    assert_eq!(world.heap.counts(), [100, 0, 0]);
    assert_eq!(world.heap.objects(Some(0)).len(), 100);
    collect(&mut world, 0);
    assert_eq!(world.heap.counts(), [0, 1, 0]);
    assert_eq!(world.heap.objects(Some(1)).len(), 100);
    world.heap.freeze();
    assert_eq!(world.heap.freeze_count(), 105);
    drop(nodes);
    world.heap.unfreeze();
    assert_eq!((world.heap.freeze_count(), world.heap.objects(Some(2)).len()), (0, 5));
}

#[test]
fn safe_points_collect_young_garbage_by_the_thresholds() {
    let mut world = World::new();
    world.heap.set_zeal(Zeal::Off);
    for id in 0..10_000 {
        let node = world.node(id);
        world.link(&node, &node);
        drop(node);
        safepoint(&mut world);
    }
    assert!(world.heap.objects(None).len() < 2100);
    assert_eq!(world.infos.len(), 5);
}

#[test]
fn a_class_and_its_instance_die_together() {
    let mut world = World::new();
    let class: Class_ =
        world.heap.alloc_subclass(&world.metaclass, &world.plain, world::Body("c")).unwrap();
    let node = world.heap.alloc(&class, world::Node { id: 1, edges: Vec::new() }).unwrap();
    world.link(&node, &class);
    world.link(&node, &node);
    let weakref = world.weakref(&class, -1);
    drop((class, node));
    assert!(weakref.upgrade().is_some());
    // The class hangs on the node and is no part of its cycle, but dead with it.
    assert_eq!((world.collect(), weakref.upgrade().is_none()), (2, true));
    drop(weakref);
    assert_eq!(world.heap.verify().unwrap().objects, 5);
}

#[test]
fn changing_the_class_keeps_the_borrowed_one() {
    let mut world = World::new();
    let make = |world: &World| {
        world.heap.alloc_subclass(&world.metaclass, &world.plain, world::Body("c")).unwrap()
    };
    let (old, new) = (make(&world), make(&world));
    let node = world.heap.alloc(&old, world::Node { id: 1, edges: Vec::new() }).unwrap();
    drop(old);
    let borrowed = node.class().unwrap();
    world.heap.set_class(&node, &new).unwrap();
    assert_eq!(borrowed.get::<Class<world::Body>>(&world).unwrap().0, "c");
    assert!(node.class().unwrap().is(&new));
    assert_eq!(world.heap.set_class(&node, &world.text), Err(LayoutMismatch));
}

#[test]
fn what_takes_over_references_of_a_dead_object_dies_with_it() {
    for in_slices in [false, true] {
        let mut world = World::new();
        world.act = Act::Adopt;
        let (one, two) = (world.finalized(1), world.node(2));
        world.cycle(&[one, two]);
        let before = world.heap.objects(None).len();
        let collected = if in_slices {
            while !collect_slice(&mut world, Pace::Units(1)) {}
            world.infos.last().unwrap().collected
        } else {
            world.collect()
        };
        assert_eq!(collected, 2);
        assert_eq!(world.heap.objects(None).len(), before - 2);
        world.heap.verify().unwrap();
    }
}

#[test]
fn what_takes_over_references_lives_with_what_is_resurrected() {
    let mut world = World::new();
    world.act = Act::Adopt;
    let (one, two) = (world.finalized(1), world.finalized(2));
    let holder = world.node(3);
    world.saved.push(holder);
    world.cycle(&[one, two]);
    world.collect();
    world.act = Act::Link;
    let (one, two) = (world.finalized(4), world.finalized(5));
    world.cycle(&[one, two]);
    assert_eq!(world.collect(), 0);
    world.heap.verify().unwrap();
    world.saved.clear();
    assert_eq!(world.collect(), 2);
}
