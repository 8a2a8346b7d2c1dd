//! Full collections in slices, with a program that does something between two of them.

mod world;

use objmodel_gc::*;
use world::{Act, Body, Node, World};

/// Slices of one unit, each followed by `between`, until the collection is done; the number of slices.
fn step_by_step(world: &mut World, mut between: impl FnMut(&mut World, usize)) -> usize {
    for count in 1.. {
        if collect_slice(world, Pace::Units(1)) {
            return count;
        }
        between(world, count);
        world.heap.verify().unwrap();
    }
    unreachable!()
}

/// How many slices of one unit a collection of what is there takes.
fn slices_of(make: impl Fn(&mut World)) -> usize {
    let mut world = World::new();
    make(&mut world);
    step_by_step(&mut world, |_, _| ())
}

fn dead_cycle(world: &mut World, ids: std::ops::Range<u32>, finalized: bool) {
    let node = |id| if finalized { world.finalized(id) } else { world.node(id) };
    let nodes: Vec<_> = ids.map(node).collect();
    world.cycle(&nodes);
}

#[test]
fn garbage_of_the_beginning_is_found_whatever_happens_meanwhile() {
    let mut world = World::new();
    let live: Vec<_> = (0..50).map(|id| world.node(id)).collect();
    world.cycle(&live);
    dead_cycle(&mut world, 100..150, false);
    let before = world.heap.objects(None).len();
    step_by_step(&mut world, |world, count| {
        let (from, to) = (&live[count % 50], &live[count * 7 % 50]);
        let edges = std::mem::take(&mut from.write(world).edges);
        to.write(world).edges.extend(edges);
        drop(world.node(1000));
        collect(world, (count % 2) as u8);
    });
    assert_eq!(world.infos.last().unwrap().collected, 50);
    assert_eq!(world.heap.objects(None).len(), before - 50);
}

#[test]
fn garbage_in_several_batches_goes_in_one_collection() {
    let mut world = World::new();
    // Chains of cycles: each refers to one that was made before it, or after it.
    for forwards in [true, false] {
        let heads: Vec<_> = (0..1500).map(|id| world.node(id)).collect();
        for (index, head) in heads.iter().enumerate() {
            world.link(head, head);
            let other = if forwards { index + 1 } else { index.wrapping_sub(1) };
            if let Some(other) = heads.get(other) {
                world.link(head, other);
            }
        }
    }
    while !collect_slice(&mut world, Pace::Units(100)) {}
    assert_eq!(world.infos.last().unwrap().collected, 3000);
}

#[test]
fn what_moves_without_counting_is_kept() {
    for at in 1..200 {
        let mut world = World::new();
        let (early, late) = (world.node(0), world.node(1));
        let target = world.node(2);
        world.link(&target, &target);
        world.link(&early, &target);
        drop(target);
        let done = step_by_step(&mut world, |world, count| {
            if count == at {
                let edges = std::mem::take(&mut early.write(world).edges);
                late.write(world).edges = edges;
            } else if count == at + 2 {
                let edges = std::mem::take(&mut late.write(world).edges);
                early.write(world).edges = edges;
            }
        });
        assert_eq!(early.read(&world).edges.len() + late.read(&world).edges.len(), 1);
        if at > done {
            return;
        }
    }
}

#[test]
fn suspects_that_die_keep_no_slot() {
    let make = |world: &mut World| dead_cycle(world, 0..5, false);
    for at in 1..slices_of(make) {
        let mut world = World::new();
        make(&mut world);
        let held = world.heap.objects(None);
        let watcher = world.weakref(held.last().unwrap(), -1);
        drop(held);
        step_by_step(&mut world, |world, count| {
            if count == at
                && let Some(node) = watcher.upgrade()
            {
                // The cycle is cut, and dies by its counts.
                let mut node: Gc<Node> = node.downcast().unwrap();
                let next = std::mem::take(&mut node.write(world).edges);
                node = next[0].clone().downcast().unwrap();
                drop(next);
                drop(node);
            }
        });
        drop(watcher);
        assert_eq!(world.heap.objects(None).len(), 5, "cut after {at} slices");
    }
}

#[test]
fn finalizers_run_in_the_order_of_creation_and_may_resurrect() {
    let mut world = World::new();
    dead_cycle(&mut world, 0..3, true);
    dead_cycle(&mut world, 3..6, true);
    step_by_step(&mut world, |_, _| ());
    assert_eq!(world.take_log(), "del 0, del 1, del 2, del 3, del 4, del 5");
    assert_eq!(world.infos.last().unwrap().collected, 6);
    world.act = Act::Resurrect;
    dead_cycle(&mut world, 6..9, true);
    step_by_step(&mut world, |_, _| ());
    assert_eq!((world.saved.len(), world.infos.last().unwrap().collected), (3, 0));
    world.saved.clear();
    world.take_log();
    step_by_step(&mut world, |_, _| ());
    assert_eq!((world.take_log(), world.infos.last().unwrap().collected), (String::new(), 3));
}

#[test]
fn weak_references_that_are_dead_themselves_are_not_called() {
    let mut world = World::new();
    // In the order of memory the target comes first in one case, the reference in the other.
    let node = world.node(0);
    let weakref = world.weakref(&node, 7);
    let holder = world.node(1);
    world.link(&node, &node);
    world.link(&holder, &holder);
    world.link(&holder, &weakref);
    let other = world.node(2);
    world.link(&other, &other);
    let survivor = world.weakref(&other, 8);
    drop((node, weakref, holder, other));
    step_by_step(&mut world, |_, _| ());
    assert_eq!(world.take_log(), "call 8");
    assert!(survivor.upgrade().is_none());
}

/// A payload with an allocation of its own.
#[derive(Trace)]
struct Big {
    edges: Vec<Value>,
    #[trace(leaf)]
    _room: [[u64; 32]; 256],
}

impl Payload for Big {}

#[test]
fn objects_with_an_allocation_of_their_own_take_part() {
    let mut world = World::new();
    let class = world.heap.alloc_class::<Big, _>(&world.metaclass, Body("big")).unwrap();
    let big = |world: &World| {
        let payload = Big { edges: Vec::new(), _room: [[0; 32]; 256] };
        world.heap.alloc(&class, payload).unwrap()
    };
    let mut kept = Vec::new();
    for id in 0..10 {
        let (object, node) = (big(&world), world.node(id));
        world.link(&node, &object);
        object.write(&mut world).edges.push(node.clone().into_value());
        if id % 2 == 0 {
            kept.push(node);
        }
    }
    let loose: Vec<_> = (0..20).map(|_| big(&world)).collect();
    let mut loose = loose.into_iter();
    step_by_step(&mut world, |_, count| {
        if count % 3 == 0 {
            drop(loose.next());
        }
    });
    assert_eq!(world.infos.last().unwrap().collected, 10);
    for node in &kept {
        let object: Gc<Big> = node.read(&world).edges[0].clone().downcast().unwrap();
        assert_eq!(object.read(&world).edges.len(), 1);
    }
}

#[test]
fn a_cycle_ends_with_its_heap_by_a_full_collection_or_by_freezing() {
    let make = |world: &mut World| {
        dead_cycle(world, 0..5, false);
        dead_cycle(world, 5..8, true);
    };
    for at in 1..slices_of(make) {
        for end in 0..3 {
            let mut world = World::new();
            make(&mut world);
            let held = world.heap.objects(Some(0)).pop().unwrap();
            for _ in 0..at {
                collect_slice(&mut world, Pace::Units(1));
            }
            match end {
                0 => {}
                1 => assert!(world.collect() <= 8),
                _ => world.heap.freeze(),
            }
            world.heap.verify().unwrap();
            drop(world);
            drop(held);
        }
    }
}

/// A payload whose `trace` panics while the switch is on.
struct Moody(std::rc::Rc<std::cell::Cell<bool>>);

impl Trace for Moody {
    fn trace(&self, _: &mut Visitor<'_>) {
        assert!(!self.0.get(), "in a bad mood");
    }

    fn clear(&mut self, _: &mut ClearSink) {}
}

impl Payload for Moody {}

#[test]
fn a_payload_that_panics_ends_the_collection_and_nothing_else() {
    for at in 0..60 {
        let mut world = World::new();
        let mood = std::rc::Rc::new(std::cell::Cell::new(false));
        let class = world.heap.alloc_class::<Moody, _>(&world.metaclass, Body("moody")).unwrap();
        dead_cycle(&mut world, 0..5, false);
        let moody = world.heap.alloc(&class, Moody(mood.clone())).unwrap();
        for _ in 0..at {
            collect_slice(&mut world, Pace::Units(1));
        }
        mood.set(true);
        let slices = || while !collect_slice(&mut world, Pace::Units(1)) {};
        let _ = std::panic::catch_unwind(std::panic::AssertUnwindSafe(slices));
        mood.set(false);
        world.heap.verify().unwrap();
        drop(moody);
        step_by_step(&mut world, |_, _| ());
        world.collect();
        assert!(
            world.heap.objects(None).iter().all(|object| object.downcast_ref::<Node>().is_none())
        );
    }
}

#[test]
fn automatic_full_collections_of_large_heaps_are_made_in_slices() {
    let mut world = World::new();
    world.heap.set_zeal(Zeal::Off);
    let live: Vec<_> = (0..60_000).map(|id| world.node(id)).collect();
    let mut most = 0;
    for id in 0..200_000 {
        let pair = [world.node(id), world.node(id)];
        world.cycle(&pair);
        // Some get old before they die.
        world.saved.extend(pair);
        if world.saved.len() > 30_000 {
            world.saved.drain(..15_000);
        }
        safepoint(&mut world);
        if id % 1000 == 0 {
            most = most.max(world.heap.objects(Some(2)).len());
        }
    }
    let full = world.infos.iter().filter(|info| info.generation == 2).count();
    assert!(full > 0);
    assert!(most < 200_000, "{most} objects got old");
    assert_eq!(live.len(), 60_000);
}
