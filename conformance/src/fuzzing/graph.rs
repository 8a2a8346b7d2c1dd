//! Operations on a heap, against the graph that its payloads spell.

use std::collections::BTreeSet;

use objmodel_gc::{Gc, Pace, WeakRef, Zeal, collect, collect_slice, drain, safepoint};
use programs::choices::Choices;

#[path = "../../../crates/gc/tests/world/mod.rs"]
mod world;

use world::{Act, Node, World};

/// Does what the bytes say: nodes come and go, point at one another, are watched; finalizers do one of several things.
///
/// # Panics
/// If an object is gone that is reachable, one stays that is not, a finalizer runs twice, or the counts are wrong.
pub fn heap(bytes: &[u8]) {
    let mut choices = Choices::of_bytes(bytes);
    let mut world = World::new();
    let acts = [
        Act::Nothing,
        Act::Resurrect,
        Act::Cut,
        Act::Link,
        Act::Allocate,
        Act::Collect,
        Act::Adopt,
    ];
    world.act = acts[choices.below(acts.len())];
    world.heap.set_zeal(match choices.below(5) {
        0 => Zeal::Off,
        1 => Zeal::Never,
        2 => Zeal::EverySafepoint,
        3 => Zeal::Slices(1 + choices.below(40) as u32),
        _ => Zeal::EveryNth(1 + choices.below(8) as u32),
    });
    let mut nodes: Vec<Gc<Node>> = Vec::new();
    let mut watchers: Vec<(u32, Gc<WeakRef>)> = Vec::new();
    let mut next = 0;
    while !choices.is_spent() {
        let (step, first) = (choices.below(17), choices.byte());
        let one = |nodes: &[Gc<Node>], at: u8| nodes[usize::from(at) % nodes.len()].clone();
        match step {
            0..4 => {
                nodes.push(if first > 127 { world.finalized(next) } else { world.node(next) });
                next += 1;
            }
            4 => drop(collect(&mut world, first % 3)),
            5 | 6 => safepoint(&mut world),
            16 => drop(collect_slice(&mut world, Pace::Units(1 + u32::from(first) / 8))),
            7 if !watchers.is_empty() => {
                watchers.swap_remove(usize::from(first) % watchers.len());
            }
            _ if nodes.is_empty() => {}
            8..12 => {
                let (from, to) = (one(&nodes, first), one(&nodes, choices.byte()));
                world.link(&from, &to);
            }
            12 => drop(one(&nodes, first).write(&mut world).edges.pop()),
            13 => {
                let target = one(&nodes, first);
                let id = target.read(&world).id;
                let callback = if choices.chance(128) { i64::from(id) } else { -1 };
                watchers.push((id, world.weakref(&target, callback)));
            }
            _ => {
                nodes.swap_remove(usize::from(first) % nodes.len());
            }
        }
        drain(&mut world);
        assert!(reachable(&world, &nodes).is_subset(&alive(&world)), "something reachable is gone");
    }
    while collect(&mut world, 2).collected > 0 || world.heap.has_pending() {
        drain(&mut world);
    }
    collect(&mut world, 2);
    assert_eq!(alive(&world), reachable(&world, &nodes));
    let census = world.heap.verify().expect("a heap in order");
    assert_eq!(census.outside, nodes.len() + watchers.len() + world.saved.len() + 5);
    let mut finalized: Vec<_> = world.log.iter().filter(|line| line.starts_with("del")).collect();
    finalized.sort();
    assert!(finalized.windows(2).all(|pair| pair[0] != pair[1]), "a finalizer ran twice");
    // A cycle that is let go after its heap would leak.
    for node in nodes.iter().chain(&world.saved.clone()) {
        node.write(&mut world).edges.clear();
    }
}

fn reachable(world: &World, roots: &[Gc<Node>]) -> BTreeSet<u32> {
    let mut found = BTreeSet::new();
    let mut open: Vec<Gc<Node>> = roots.iter().chain(&world.saved).cloned().collect();
    while let Some(node) = open.pop() {
        if found.insert(node.read(world).id) {
            open.extend(node.read(world).edges.iter().filter_map(|v| v.clone().downcast().ok()));
        }
    }
    found
}

fn alive(world: &World) -> BTreeSet<u32> {
    let objects = world.heap.objects(None);
    objects.iter().filter_map(|object| Some(object.get::<Node>(world)?.id)).collect()
}
