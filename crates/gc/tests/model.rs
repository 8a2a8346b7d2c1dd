//! A random program against a shadow graph: what is alive must be what is reachable.

mod world;

use std::collections::{BTreeMap, BTreeSet};

use objmodel_gc::*;
use proptest::prelude::*;
use world::{Act, Node, World};

#[derive(Clone, Debug)]
enum Step {
    New(bool),
    Link(usize, usize),
    Unlink(usize),
    Forget(usize),
    Watch(usize, bool),
    Unwatch(usize),
    Collect(u8),
    Safepoint,
    Slice(u32),
    Upgrade(usize),
    Move(usize, usize),
    Freeze(bool),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => any::<bool>().prop_map(Step::New),
        6 => any::<(usize, usize)>().prop_map(|(from, to)| Step::Link(from, to)),
        2 => any::<usize>().prop_map(Step::Unlink),
        3 => any::<usize>().prop_map(Step::Forget),
        2 => any::<(usize, bool)>().prop_map(|(target, call)| Step::Watch(target, call)),
        1 => any::<usize>().prop_map(Step::Unwatch),
        1 => (0..3u8).prop_map(Step::Collect),
        2 => Just(Step::Safepoint),
        5 => (1..40u32).prop_map(Step::Slice),
        1 => any::<usize>().prop_map(Step::Upgrade),
        3 => any::<(usize, usize)>().prop_map(|(from, to)| Step::Move(from, to)),
        1 => any::<bool>().prop_map(Step::Freeze),
    ]
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        Just(Act::Nothing),
        Just(Act::Resurrect),
        Just(Act::Cut),
        Just(Act::Link),
        Just(Act::Allocate),
        Just(Act::Collect),
        Just(Act::Adopt),
    ]
}

fn zeal() -> impl Strategy<Value = Zeal> {
    prop_oneof![
        Just(Zeal::Off),
        Just(Zeal::Never),
        Just(Zeal::EverySafepoint),
        (1..9u32).prop_map(Zeal::EveryNth),
        (1..40u32).prop_map(Zeal::Slices),
    ]
}

/// The ids of nodes that handles reach, by the payloads themselves.
fn reachable(world: &World, roots: &[Gc<Node>]) -> BTreeSet<u32> {
    let mut found = BTreeMap::new();
    let mut open: Vec<Gc<Node>> = roots.iter().chain(&world.saved).cloned().collect();
    while let Some(node) = open.pop() {
        if found.insert(node.read(world).id, ()).is_none() {
            open.extend(node.read(world).edges.iter().filter_map(|v| v.clone().downcast().ok()));
        }
    }
    found.into_keys().collect()
}

/// Does full collections in slices until one that began after the last change finds nothing.
fn collect_in_slices(world: &mut World, units: u32) {
    for complete in [false, true] {
        loop {
            drain(world);
            while !collect_slice(world, Pace::Units(units)) {}
            if world.infos.last().is_some_and(|info| info.collected == 0)
                && !world.heap.has_pending()
            {
                break;
            }
        }
        assert!(!complete || !world.heap.has_pending());
    }
}

fn alive(world: &World) -> BTreeSet<u32> {
    let objects = world.heap.objects(None);
    objects.iter().filter_map(|object| Some(object.get::<Node>(world)?.id)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn the_heap_agrees_with_the_graph(
        steps in prop::collection::vec(step(), 1..200),
        act in act(),
        zeal in zeal(),
        heap_first: bool,
        in_slices in prop::option::of(1..50u32),
    ) {
        let mut world = World::new();
        world.act = act;
        world.heap.set_zeal(zeal);
        let mut nodes: Vec<Gc<Node>> = Vec::new();
        let mut watchers: Vec<(u32, Gc<WeakRef>)> = Vec::new();
        let mut next = 0;
        for step in steps {
            match step {
                Step::New(finalized) => {
                    nodes.push(if finalized { world.finalized(next) } else { world.node(next) });
                    next += 1;
                }
                Step::Collect(generation) => {
                    collect(&mut world, generation);
                }
                Step::Safepoint => safepoint(&mut world),
                Step::Slice(units) => {
                    collect_slice(&mut world, Pace::Units(units));
                }
                Step::Upgrade(index) => {
                    if let Some((_, watcher)) = watchers.get(index % watchers.len().max(1)) {
                        nodes.extend(watcher.upgrade().and_then(|node| node.downcast().ok()));
                    }
                }
                Step::Freeze(true) => world.heap.freeze(),
                Step::Freeze(false) => world.heap.unfreeze(),
                Step::Unwatch(index) if !watchers.is_empty() => {
                    watchers.swap_remove(index % watchers.len());
                }
                _ if nodes.is_empty() => {}
                Step::Link(from, to) => {
                    let (from, to) = (&nodes[from % nodes.len()], &nodes[to % nodes.len()]);
                    world.link(from, to);
                }
                Step::Unlink(from) => {
                    nodes[from % nodes.len()].write(&mut world).edges.pop();
                }
                Step::Move(from, to) => {
                    // No count changes.
                    let (from, to) = (&nodes[from % nodes.len()], &nodes[to % nodes.len()]);
                    let edges = std::mem::take(&mut from.write(&mut world).edges);
                    let edges = std::mem::replace(&mut to.write(&mut world).edges, edges);
                    from.write(&mut world).edges.extend(edges);
                }
                Step::Forget(index) => {
                    nodes.swap_remove(index % nodes.len());
                }
                Step::Watch(target, call) => {
                    let target = &nodes[target % nodes.len()];
                    let id = target.read(&world).id;
                    watchers.push((id, world.weakref(target, if call { i64::from(id) } else { -1 })));
                }
                Step::Unwatch(_) => {}
            }
            drain(&mut world);
            let reachable = reachable(&world, &nodes);
            world.heap.unfreeze();
            prop_assert!(reachable.is_subset(&alive(&world)));
            world.heap.verify().map_err(TestCaseError::fail)?;
        }
        if let Some(units) = in_slices {
            collect_in_slices(&mut world, units);
            prop_assert_eq!(alive(&world), reachable(&world, &nodes));
        }
        // Finalizers run once each, so this comes to rest.
        while collect(&mut world, 2).collected > 0 || world.heap.has_pending() {
            drain(&mut world);
        }
        collect(&mut world, 2);
        prop_assert_eq!(alive(&world), reachable(&world, &nodes));
        for (id, watcher) in &watchers {
            if let Some(target) = watcher.upgrade() {
                prop_assert_eq!(target.get::<Node>(&world).map(|node| node.id), Some(*id));
            }
        }
        let census = world.heap.verify().map_err(TestCaseError::fail)?;
        prop_assert_eq!(census.outside, nodes.len() + watchers.len() + world.saved.len() + 5);
        let mut finalized: Vec<_> =
            world.log.iter().filter(|line| line.starts_with("del")).collect();
        finalized.sort();
        let count = finalized.len();
        finalized.dedup();
        prop_assert_eq!(finalized.len(), count, "a finalizer ran twice");
        if heap_first {
            // A cycle that is let go after its heap leaks.
            for node in nodes.iter().chain(&world.saved.clone()) {
                node.write(&mut world).edges.clear();
            }
            drop(world);
            drop(nodes);
        } else {
            drop((nodes, watchers));
            world.saved.clear();
            drain(&mut world);
        }
    }
}
