//! The verifier: counts every edge and compares with what the headers say.

use std::collections::HashMap;

use crate::header::{CANDIDATE, HEADER, IMMORTAL, Obj, SUSPECT};
use crate::heap::Heap;
use crate::inspect::each_referent;
use crate::store::Store;
use crate::trial_deletion::Hold;

/// What [`Heap::verify`] counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Census {
    /// Objects of all kinds.
    pub objects: usize,
    /// References between them, those to their classes included.
    pub edges: usize,
    /// References from outside: handles, and what waits in the pending queue.
    pub outside: usize,
}

impl Heap {
    /// Checks the heap. Costs a table of all objects.
    ///
    /// # Errors
    /// The first contradiction found, in words.
    pub fn verify(&self) -> Result<Census, String> {
        let _hold = Hold::new(self.state());
        let store = &self.state().store;
        let mut objects = Vec::new();
        let mut broken = None;
        store.lines(|line, slots| {
            let maps = [&line.generations[0], &line.generations[1], &line.generations[2]];
            let maps = [maps[0].get(), maps[1].get(), maps[2].get(), line.frozen.get()];
            let maps = maps.map(|map| map & line.used.get());
            let total: u32 = maps.iter().map(|map| map.count_ones()).sum();
            let union = maps.iter().fold(0, |all, map| all | map);
            if total != union.count_ones() {
                broken = Some("an object is in two generations");
            }
            let mut bits = line.used.get();
            while bits != 0 {
                objects.push(slots.object(bits.trailing_zeros()));
                bits &= bits - 1;
            }
        });
        if let Some(what) = broken {
            return Err(what.into());
        }
        objects.retain(|object| object.count() != 0);
        let core = self.state();
        let left = if core.collecting.get() { 0 } else { CANDIDATE };
        let sliced = core.cycle.borrow().is_some() || core.collecting.get();
        let left = if sliced { left } else { left | SUSPECT };
        if objects.iter().any(|object| object.has(left)) {
            return Err("a collection left something behind".into());
        }
        let mut inside: HashMap<Obj, usize> = HashMap::with_capacity(objects.len());
        let mut census = Census { objects: objects.len(), ..Census::default() };
        for object in &objects {
            if Store::bytes_of(*object) < HEADER || object.core() != self.core() {
                return Err(format!("object {:#x} is damaged", object.address()));
            }
            each_referent(*object, |value| {
                if let Some(target) = value.object_of(self) {
                    *inside.entry(target).or_default() += 1;
                    census.edges += 1;
                }
            });
        }
        for object in objects.iter().filter(|object| object.count() > 0) {
            let count = (object.count() & !IMMORTAL) as usize;
            let edges = inside.get(object).copied().unwrap_or_default();
            if count < edges {
                let address = object.address();
                return Err(format!("object {address:#x}: {edges} edges, but a count of {count}"));
            }
            census.outside += count - edges;
        }
        Ok(census)
    }
}
