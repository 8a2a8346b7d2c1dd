//! Rows: objects that consist of values.

mod world;

use std::cell::RefCell;
use std::rc::Rc;

use objmodel_gc::*;
use world::{Body, Class_, World};

fn inline_array_class(world: &World) -> Class_ {
    world.heap.alloc_class::<InlineArray, _>(&world.metaclass, Body("inline_array")).unwrap()
}

fn numbers(count: i64) -> Vec<Value> {
    (0..count).map(|number| Value::small_int(number).unwrap()).collect()
}

/// Says how many items there are, and has others.
struct Wrong(std::vec::IntoIter<Value>, usize);
impl Iterator for Wrong {
    type Item = Value;
    fn next(&mut self) -> Option<Value> {
        self.0.next()
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.1, Some(self.1))
    }
}
impl ExactSizeIterator for Wrong {}

#[test]
fn rows_of_all_sizes_hold_their_values_and_fields_apart() {
    let mut world = World::new();
    let class = inline_array_class(&world);
    let empty = world.heap.bytes().used();
    for finalizer in [false, true] {
        class.set_finalizer(finalizer);
        for count in [0, 1, 2, 3, 13, 61, 62, 900, 1021, 5000] {
            for fields in [0, 1, 2, 70] {
                let items = numbers(count).into_iter();
                let inline_array = world.heap.alloc_inline_array(&class, items, fields).unwrap();
                world.heap.set_finalized(inline_array.as_ref(), true);
                let found = inline_array.fields_mut(&mut world);
                assert!(found.len() >= fields && found.iter().all(Option::is_none));
                found.fill_with(|| Value::small_int(-1));
                let items =
                    inline_array.read(&world).items().iter().map(|item| item.as_small_int());
                assert!(items.eq((0..count).map(Some)), "{count} {fields}");
            }
        }
    }
    assert_eq!(world.heap.bytes().used(), empty);
}

#[test]
fn a_row_through_itself_is_collected() {
    for (count, fields) in [(1, 0), (40, 0), (2000, 0), (1, 1), (5, 30)] {
        let mut world = World::new();
        let class = inline_array_class(&world);
        let node = world.node(1);
        let items = (0..count).map(|_| node.clone().into_value());
        let inline_array = world.heap.alloc_inline_array(&class, items, fields).unwrap();
        if let Some(field) = inline_array.fields_mut(&mut world).first_mut() {
            *field = Some(inline_array.clone().into_value());
        }
        world.link(&node, &inline_array);
        drop(node);
        assert_eq!(world.collect(), 0);
        assert_eq!(inline_array.read(&world).len(), count);
        drop(inline_array);
        assert_eq!(world.collect(), 2);
        assert_eq!(world.heap.verify().unwrap().objects, 6);
    }
}

#[test]
fn an_iterator_that_is_wrong_about_its_length_makes_a_shorter_row() {
    let world = World::new();
    let class = inline_array_class(&world);
    for (real, said, got) in [(5, 3, 3), (3, 5, 3), (0, 2, 0), (2, 0, 0)] {
        let items = Wrong(numbers(real).into_iter(), said);
        let inline_array = world.heap.alloc_inline_array(&class, items, 1).unwrap();
        assert_eq!(inline_array.frozen().len(), got);
    }
    let refused =
        world.heap.alloc_inline_array(&class, Wrong(numbers(0).into_iter(), usize::MAX), 0);
    assert_eq!(refused.unwrap_err(), AllocError::OutOfMemory);
    let refused = world.heap.alloc_inline_array(&world.plain, numbers(1).into_iter(), 0);
    assert_eq!(refused.unwrap_err(), AllocError::WrongClass);
}

#[test]
fn an_iterator_that_panics_leaves_the_heap_sound() {
    let world = World::new();
    let class = inline_array_class(&world);
    let before = world.heap.verify().unwrap();
    let items =
        (0..4).map(|number| if number < 2 { world.node(number).into_value() } else { panic!() });
    let made = std::panic::AssertUnwindSafe(|| world.heap.alloc_inline_array(&class, items, 0));
    assert!(std::panic::catch_unwind(made).is_err());
    assert_eq!(world.heap.verify().unwrap(), before);
}

/// Writes a number when it is dropped.
struct Bell(u32, Rc<RefCell<Vec<u32>>>);
impl Trace for Bell {
    fn trace(&self, _: &mut Visitor<'_>) {}
    fn clear(&mut self, _: &mut ClearSink) {}
}
impl Payload for Bell {}
impl Drop for Bell {
    fn drop(&mut self) {
        self.1.borrow_mut().push(self.0);
    }
}

#[test]
fn fields_die_before_values_and_the_last_value_first() {
    let mut world = World::new();
    let class = inline_array_class(&world);
    let bells = world.heap.alloc_class::<Bell, _>(&world.metaclass, Body("bell")).unwrap();
    let heard = Rc::new(RefCell::new(Vec::new()));
    let bell = |world: &World, number| {
        world.heap.alloc(&bells, Bell(number, heard.clone())).unwrap().into_value()
    };
    let items: Vec<Value> = (1..4).map(|number| bell(&world, number)).collect();
    let inline_array = world.heap.alloc_inline_array(&class, items.into_iter(), 2).unwrap();
    let fields = [bell(&world, 10), bell(&world, 11)].map(Some);
    inline_array.fields_mut(&mut world).clone_from_slice(&fields);
    drop(fields);
    drop(inline_array);
    assert_eq!(*heard.borrow(), [10, 11, 3, 2, 1]);
}

#[test]
fn values_are_exchanged_by_the_only_owner() {
    let world = World::new();
    let class = inline_array_class(&world);
    let mut inline_array =
        world.heap.alloc_inline_array(&class, numbers(3).into_iter(), 2).unwrap();
    let mut others = numbers(6).split_off(3);
    let recheck_after_finalizers = inline_array.clone();
    assert!(!inline_array.exchange(&mut others), "somebody else refers to the inline_array");
    drop(recheck_after_finalizers);
    assert!(!inline_array.exchange(&mut others[..2]), "these are too few");
    assert!(inline_array.exchange(&mut others));
    let of = |values: &[Value]| values.iter().filter_map(Value::as_small_int).collect::<Vec<_>>();
    assert_eq!(
        (of(inline_array.read(&world).items()), of(&others)),
        (vec![3, 4, 5], vec![0, 1, 2])
    );
}
