//! The `Trace` trait: which values a Rust value holds.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, LinkedList};
use std::marker::PhantomData;
use std::rc::Rc;
use std::sync::Arc;

use crate::clear_sink::ClearSink;
use crate::handle::Gc;
use crate::payload::Payload;
use crate::value::Value;
use crate::visitor::Visitor;

/// Shows and gives up the values that a Rust value holds. Both methods come from the derive.
///
/// A wrong implementation leaks, or empties objects too early; it cannot make memory unsafe.
///
/// ```
/// # use objmodel_gc::{Trace, Value};
/// #[derive(Trace)]
/// struct Pair {
///     first: Value,
///     second: Option<Value>,
///     #[trace(leaf)]
///     label: std::path::PathBuf,
/// }
/// ```
///
/// What could hold a value and is not traced does not compile:
///
/// ```compile_fail
/// # use objmodel_gc::{Trace, Value};
/// #[derive(Trace)]
/// struct Forgotten {
///     #[trace(leaf)]
///     value: Vec<Value>,
/// }
/// ```
pub trait Trace {
    /// Shows every owned value exactly once.
    fn trace(&self, visitor: &mut Visitor<'_>);

    /// Gives up the values that can be done without, so that a dead cycle falls apart.
    fn clear(&mut self, sink: &mut ClearSink);
}

impl Trace for Value {
    #[inline]
    fn trace(&self, visitor: &mut Visitor<'_>) {
        visitor.visit(self);
    }

    fn clear(&mut self, sink: &mut ClearSink) {
        sink.put(std::mem::replace(self, Value::immediate(0)));
    }
}

impl<T: Payload> Trace for Gc<T> {
    #[inline]
    fn trace(&self, visitor: &mut Visitor<'_>) {
        visitor.visit(self);
    }

    /// A typed handle has no empty state: it stays, and another member of the cycle gives up.
    fn clear(&mut self, _: &mut ClearSink) {}
}

/// Cleared options are empty: what the content cannot give up goes with it.
impl<T: Trace> Trace for Option<T> {
    #[inline]
    fn trace(&self, visitor: &mut Visitor<'_>) {
        if let Some(content) = self {
            content.trace(visitor);
        }
    }

    fn clear(&mut self, sink: &mut ClearSink) {
        if let Some(mut content) = self.take() {
            content.clear(sink);
        }
    }
}

macro_rules! sequence {
    ($([$($generics:tt)*] $ty:ty, $clear:expr;)*) => {$(
        impl<$($generics)*> Trace for $ty {
            fn trace(&self, visitor: &mut Visitor<'_>) {
                for item in self.iter() {
                    item.trace(visitor);
                }
            }

            fn clear(&mut self, sink: &mut ClearSink) {
                for item in self.iter_mut() {
                    item.clear(sink);
                }
                let empty: fn(&mut Self) = $clear;
                empty(self);
            }
        }
    )*};
}

sequence! {
    [T: Trace] Vec<T>, Vec::clear;
    [T: Trace] std::collections::VecDeque<T>, std::collections::VecDeque::clear;
    [T: Trace] [T], |_| ();
    [T: Trace, const N: usize] [T; N], |_| ();
    [A: smallvec::Array<Item: Trace>] smallvec::SmallVec<A>, smallvec::SmallVec::clear;
}

impl<T: ?Sized + Trace> Trace for Box<T> {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        (**self).trace(visitor);
    }

    fn clear(&mut self, sink: &mut ClearSink) {
        (**self).clear(sink);
    }
}

/// While mutably borrowed, the content counts as referenced from outside.
impl<T: Trace> Trace for RefCell<T> {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        if let Ok(content) = self.try_borrow() {
            content.trace(visitor);
        }
    }

    fn clear(&mut self, sink: &mut ClearSink) {
        self.get_mut().clear(sink);
    }
}

impl<T: Trace> Trace for OnceCell<T> {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        if let Some(content) = self.get() {
            content.trace(visitor);
        }
    }

    fn clear(&mut self, sink: &mut ClearSink) {
        if let Some(mut content) = self.take() {
            content.clear(sink);
        }
    }
}

/// The content is taken out while it is looked at.
impl<T: Trace + Default> Trace for Cell<T> {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        let content = self.take();
        content.trace(visitor);
        self.set(content);
    }

    fn clear(&mut self, sink: &mut ClearSink) {
        self.get_mut().clear(sink);
    }
}

macro_rules! shared {
    ($($ty:ident)*) => {$(
        /// The content is looked at while this is its only owner. If there are more, each of them
        /// would show the same values, which are counted once: they count as referenced from
        /// outside then, and a cycle through them is not collected.
        impl<T: ?Sized + Trace> Trace for $ty<T> {
            fn trace(&self, visitor: &mut Visitor<'_>) {
                if $ty::strong_count(self) == 1 {
                    (**self).trace(visitor);
                }
            }

            fn clear(&mut self, sink: &mut ClearSink) {
                if let Some(content) = $ty::get_mut(self) {
                    content.clear(sink);
                }
            }
        }
    )*};
}

shared! { Rc Arc }

macro_rules! maps {
    ($([$($generics:tt)*] $ty:ty;)*) => {$(
        impl<$($generics)*> Trace for $ty {
            fn trace(&self, visitor: &mut Visitor<'_>) {
                for (key, value) in self {
                    key.trace(visitor);
                    value.trace(visitor);
                }
            }

            fn clear(&mut self, sink: &mut ClearSink) {
                for (mut key, mut value) in std::mem::take(self) {
                    key.clear(sink);
                    value.clear(sink);
                }
            }
        }
    )*};
}

maps! {
    [K: Trace, V: Trace, S: Default] HashMap<K, V, S>;
    [K: Trace + Ord, V: Trace] BTreeMap<K, V>;
}

macro_rules! sets {
    ($([$($generics:tt)*] $ty:ty;)*) => {$(
        impl<$($generics)*> Trace for $ty {
            fn trace(&self, visitor: &mut Visitor<'_>) {
                for item in self {
                    item.trace(visitor);
                }
            }

            fn clear(&mut self, sink: &mut ClearSink) {
                for mut item in std::mem::take(self) {
                    item.clear(sink);
                }
            }
        }
    )*};
}

sets! {
    [T: Trace, S: Default] HashSet<T, S>;
    [T: Trace + Ord] BTreeSet<T>;
    [T: Trace + Ord] BinaryHeap<T>;
    [T: Trace] LinkedList<T>;
}

macro_rules! nothing {
    ($([$($generics:tt)*] $ty:ty;)*) => {$(
        impl<$($generics)*> Trace for $ty {
            #[inline]
            fn trace(&self, _: &mut Visitor<'_>) {}
            #[inline]
            fn clear(&mut self, _: &mut ClearSink) {}
        }
    )*};
}

// None of these can hold a value: values are neither `Send` nor `Copy`.
nothing! {
    [] (); [] bool; [] char; [] String; [] str; [] &'static str;
    [] u8; [] u16; [] u32; [] u64; [] u128; [] usize;
    [] i8; [] i16; [] i32; [] i64; [] i128; [] isize; [] f32; [] f64;
    [] std::path::PathBuf; [] std::time::Duration; [] std::time::Instant;
    [T: ?Sized] PhantomData<T>;
}

macro_rules! tuples {
    ($($name:ident)*) => {
        impl<$($name: Trace),*> Trace for ($($name,)*) {
            #[allow(non_snake_case)]
            fn trace(&self, visitor: &mut Visitor<'_>) {
                let ($($name,)*) = self;
                $($name.trace(visitor);)*
            }

            #[allow(non_snake_case)]
            fn clear(&mut self, sink: &mut ClearSink) {
                let ($($name,)*) = self;
                $($name.clear(sink);)*
            }
        }
    };
}

tuples!(A);
tuples!(A B);
tuples!(A B C);
tuples!(A B C D);
