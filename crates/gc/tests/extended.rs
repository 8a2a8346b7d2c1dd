//! Payloads that extend others, payloads with a borrow flag, and what shared content shows.

mod world;

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use objmodel_gc::*;
use world::{Body, World};

/// Counts how many of it there are.
struct Counted(Rc<Cell<i32>>);

impl Counted {
    fn new(count: &Rc<Cell<i32>>) -> Counted {
        count.set(count.get() + 1);
        Counted(count.clone())
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.set(self.0.get() - 1);
    }
}

macro_rules! payload {
    ($name:ident, $prefix:expr) => {
        struct $name {
            links: Vec<Value>,
            number: u8,
            _counted: Counted,
        }

        impl $name {
            fn new(number: u8, count: &Rc<Cell<i32>>) -> $name {
                $name { links: Vec::new(), number, _counted: Counted::new(count) }
            }
        }

        impl Trace for $name {
            fn trace(&self, visitor: &mut Visitor<'_>) {
                self.links.trace(visitor);
            }
            fn clear(&mut self, sink: &mut ClearSink) {
                Trace::clear(&mut self.links, sink);
            }
        }

        impl Payload for $name {
            const EXTENSIBLE: bool = true;
            const PREFIX: Prefix = $prefix;
        }
    };
}

payload!(Base, Prefix::NONE);
payload!(Middle, Prefix::extending::<Base>().flagged());
payload!(Top, Prefix::extending::<Middle>());
payload!(Flagged, Prefix::NONE.flagged());

fn bases(count: &Rc<Cell<i32>>) -> Bases {
    Bases::default().and(Middle::new(2, count)).and(Base::new(1, count))
}

#[test]
fn each_payload_of_a_chain_is_at_its_place() {
    let count = Rc::new(Cell::new(0));
    let mut world = World::new();
    let class = world.heap.alloc_class::<Top, _>(&world.metaclass, Body("top")).unwrap();
    let top = world.heap.alloc_extending(&class, Top::new(3, &count), bases(&count), 2).unwrap();
    assert_eq!(count.get(), 3);
    let value = Value::clone(&top);
    let (base, middle) =
        (value.downcast_ref::<Base>().unwrap(), value.downcast_ref::<Middle>().unwrap());
    base.write(&mut world).number += 10;
    middle.borrow_mut().number += 20;
    top.write(&mut world).number += 30;
    assert_eq!(base.read(&world).number, 11);
    assert_eq!(middle.borrow().number, 22);
    assert_eq!(top.read(&world).number, 33);
    assert!(!value.is_payload::<Flagged>());
    assert_eq!(value.fields(&world).len(), 2);
    // A cycle through the state of the middle falls apart.
    middle.borrow_mut().links.push(value.clone());
    drop((top, value));
    assert_eq!(count.get(), 3);
    collect(&mut world, 2);
    assert_eq!(count.get(), 0);
}

#[test]
fn other_bases_than_those_of_the_chain_are_refused() {
    let count = Rc::new(Cell::new(0));
    let world = World::new();
    let class = world.heap.alloc_class::<Top, _>(&world.metaclass, Body("top")).unwrap();
    let used = world.heap.bytes().used();
    let wrong = [
        Bases::default(),
        Bases::default().and(Middle::new(2, &count)),
        Bases::default().and(Base::new(2, &count)).and(Middle::new(2, &count)),
        bases(&count).and(Base::new(2, &count)),
    ];
    for bases in wrong {
        let made = world.heap.alloc_extending(&class, Top::new(3, &count), bases, 0);
        assert_eq!(made.err(), Some(AllocError::WrongClass));
    }
    assert_eq!(world.heap.alloc(&class, Top::new(3, &count)).err(), Some(AllocError::WrongClass));
    assert_eq!((count.get(), world.heap.bytes().used()), (0, used));
}

#[test]
fn a_borrowed_payload_is_neither_traced_nor_cleared() {
    let count = Rc::new(Cell::new(0));
    let mut world = World::new();
    let class = world.heap.alloc_class::<Flagged, _>(&world.metaclass, Body("flagged")).unwrap();
    let object = world.heap.alloc(&class, Flagged::new(1, &count)).unwrap();
    let shared = object.borrow();
    assert_eq!(object.try_borrow_mut().err(), Some(BorrowError::Borrowed));
    assert_eq!(shared.number, object.borrow().number);
    drop(shared);
    let mut unique = object.borrow_mut();
    assert_eq!(object.try_borrow().err(), Some(BorrowError::MutablyBorrowed));
    unique.links.push(Value::clone(&object));
    drop(object);
    collect(&mut world, 2);
    assert_eq!(unique.links.len(), 1);
    drop(unique);
    assert_eq!(count.get(), 1);
    collect(&mut world, 2);
    assert_eq!(count.get(), 0);
}

#[test]
fn a_payload_that_is_borrowed_while_its_heap_ends_dies_with_its_guard() {
    let count = Rc::new(Cell::new(0));
    let world = World::new();
    let class = world.heap.alloc_class::<Flagged, _>(&world.metaclass, Body("flagged")).unwrap();
    let one = world.heap.alloc(&class, Flagged::new(1, &count)).unwrap();
    let two = world.heap.alloc(&class, Flagged::new(2, &count)).unwrap();
    two.borrow_mut().links.push(Value::clone(&two));
    let guards = (one.borrow(), two.borrow_mut());
    drop((class, one, two, world));
    let (one, two) = guards;
    assert_eq!((one.number, two.number, two.links.len(), count.get()), (1, 2, 1, 2));
    drop(one);
    assert_eq!(count.get(), 1);
    drop(two);
}

#[derive(Trace)]
struct Shared {
    list: Rc<RefCell<Vec<Value>>>,
    map: HashMap<String, Value>,
    tree: BTreeMap<u8, Value>,
    cell: Cell<Option<Value>>,
}

impl Payload for Shared {}

#[test]
fn what_is_shared_counts_as_referenced_from_outside() {
    let mut world = World::new();
    let class = world.heap.alloc_class::<Shared, _>(&world.metaclass, Body("shared")).unwrap();
    let make = |world: &World, list: &Rc<RefCell<Vec<Value>>>| {
        let payload = Shared {
            list: list.clone(),
            map: HashMap::new(),
            tree: BTreeMap::new(),
            cell: Cell::new(None),
        };
        world.heap.alloc(&class, payload).unwrap()
    };
    let list = Rc::new(RefCell::new(Vec::new()));
    let (one, two) = (make(&world, &list), make(&world, &list));
    list.borrow_mut().push(Value::clone(&one));
    drop((list, one));
    collect(&mut world, 2);
    // Both owners show nothing: the content is alive, and whole.
    assert_eq!(two.read(&world).list.borrow().len(), 1);
    let object = two.read(&world).list.borrow()[0].clone();
    object.get_mut::<Shared>(&mut world).unwrap().list = Rc::default();
    drop(object);
    let cyclic = make(&world, &Rc::default());
    let value = Value::clone(&cyclic);
    let payload = cyclic.write(&mut world);
    payload.map.insert("self".into(), value.clone());
    payload.tree.insert(1, value.clone());
    payload.cell.set(Some(value.clone()));
    payload.list.borrow_mut().push(value);
    drop(cyclic);
    assert_eq!(collect(&mut world, 2).collected, 1);
}
