//! What the heap tells about its objects.

mod world;

use objmodel_gc::*;
use world::{Text, World};

/// A kind of object that is untracked while it refers to no container.
#[derive(Trace)]
struct InlineArray(Vec<Value>);
impl Payload for InlineArray {
    const UNTRACKED_WHILE_ATOMIC: bool = true;
}

#[test]
fn referrers_and_referents() {
    let mut world = World::new();
    let [a, b, c] = [1, 2, 3].map(|id| world.node(id));
    world.link(&a, &b);
    world.link(&c, &b);
    world.link(&c, &Value::small_int(5).unwrap());
    let referrers = world.heap.referrers(&[b.as_ref()]);
    assert!(referrers.len() == 2 && referrers[0].is(&a) && referrers[1].is(&c));
    let referents = world.heap.referents(&[c.as_ref()]);
    assert!(referents.len() == 2 && referents[0].is(&b));
    assert_eq!(referents[1].as_small_int(), Some(5));
    assert_eq!(b.ref_count(), 4);
}

#[test]
fn tracked_is_what_the_collector_looks_at() {
    let world = World::new();
    let inline_array = world
        .heap
        .alloc_class::<InlineArray, _>(&world.metaclass, world::Body("inline_array"))
        .unwrap();
    let text = world.heap.alloc(&world.text, Text("text".into())).unwrap().into_value();
    let atomic = world.heap.alloc(&inline_array, InlineArray(vec![text.clone()])).unwrap();
    let outer =
        world.heap.alloc(&inline_array, InlineArray(vec![atomic.clone().into_value()])).unwrap();
    let tracked = |value: &Value| world.heap.is_tracked(value.as_ref());
    assert_eq!([&text, &*atomic, &*outer].map(tracked), [false, false, true]);
    assert!(tracked(&world.node(1)) && tracked(&world.plain));
    assert!(!tracked(&Value::immediate(0)));
}

#[test]
fn weak_references_are_listed_newest_last() {
    let world = World::new();
    let node = world.node(1);
    let refs = [1, -1, 3].map(|callback| world.weakref(&node, callback));
    let listed = world.heap.weakrefs(node.as_ref());
    assert!(listed.len() == 3 && listed.iter().zip(&refs).all(|(one, other)| one.is(other)));
    drop(listed);
    let [first, middle, last] = refs;
    drop(middle);
    assert!(
        world.heap.weakrefs(node.as_ref()).iter().map(|r| r.bits()).eq([first.bits(), last.bits()])
    );
    let elsewhere = World::new().node(1);
    let refused = world.heap.alloc_weakref(&world.weak, elsewhere.as_ref(), None, 0);
    assert_eq!(refused.unwrap_err(), AllocError::WrongTarget);
}

#[test]
fn stats_and_callbacks_tell_what_was_found() {
    let mut world = World::new();
    let node = world.node(1);
    world.link(&node, &node);
    drop(node);
    collect(&mut world, 1);
    let info = CollectionInfo { generation: 1, collected: 1, uncollectable: 0 };
    assert_eq!(world.infos, [info]);
    let stats = GenerationStats { collections: 1, collected: 1, uncollectable: 0 };
    assert_eq!(world.heap.stats()[1], stats);
}

#[test]
fn disabling_stops_automatic_collections_only() {
    let mut world = World::new();
    world.heap.set_zeal(Zeal::Off);
    world.heap.disable();
    for id in 0..3000 {
        let node = world.node(id);
        world.link(&node, &node);
        drop(node);
        safepoint(&mut world);
    }
    assert!(world.infos.is_empty());
    assert_eq!(world.collect(), 3000);
}
