//! Where objects live: the value word, reference counts, pages, the cycle collector and weak references.
//!
//! A [`Value`] is one word: an immediate or a counted reference to an object of a [`Heap`]. Payloads
//! are reached through the heap as a token, so that a borrow held across code that may run a
//! program's own code does not compile. Dropping the last reference frees an object at once;
//! cycles wait for [`collect`]. The invariants that the unsafe code rests on are in `SAFETY.md`.

// The derive writes `::objmodel_gc`, also in here.
extern crate self as objmodel_gc;

mod word;

mod gate;
mod header;
mod line;
mod meter;
mod page;
mod size;
mod store;

mod borrow;
mod borrowed;
mod clear_sink;
mod extend;
mod guard;
mod handle;
mod inline_array;
mod payload;
mod thin_vec;
mod trace;
mod value;
mod visitor;

mod class;
mod core;
mod dealloc;
mod pending;
mod policy;
mod weak;

mod account;
mod admit;
mod alloc;
mod heap;
mod host;
mod inspect;
mod verify;

mod collect;
mod cycle;
mod slices;
mod teardown;
mod trial_deletion;

pub use account::{Account, ChargedIter, ChargedVec};
pub use borrow::{Access, AccessMut, BorrowError, PyRef, PyRefMut};
pub use borrowed::{Borrowed, Bound, all_present, optional, present, refs};
pub use class::{Class, LayoutMismatch};
pub use clear_sink::ClearSink;
pub use collect::{Collected, CollectionInfo, collect, safepoint};
pub use extend::Bases;
pub use gate::Gatekeeper;
pub use handle::Gc;
pub use heap::{AllocError, Heap, HeapConfig};
pub use host::{Host, system_clock};
pub use inline_array::InlineArray;
pub use meter::{ByteMeter, OutOfMemory};
pub use objmodel_trace_derive::Trace;
pub use payload::{Payload, Prefix};
pub use pending::drain;
pub use policy::{GenerationStats, Zeal};
pub use slices::{Pace, collect_slice};
pub use thin_vec::ThinVec;
pub use trace::Trace;
pub use value::Value;
pub use verify::Census;
pub use visitor::Visitor;
pub use weak::WeakRef;
