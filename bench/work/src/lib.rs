//! The work that every side does: one list of operations, kinds of objects and heap workloads, and
//! the loops that time them.
//!
//! A side implements [`Side`] and [`Heap`](gc::Heap) and calls [`serve`]; it has no list of its own,
//! so the sides cannot drift apart.

pub mod clock;
pub mod side;

mod operation;
pub mod operations;
pub mod prepare;
pub mod time;

pub mod gc;
pub mod memory;

pub mod answer;
mod serve;

pub use operation::{Arguments, Operation, Work};
pub use serve::serve;
pub use side::{Comparison, Operator, Side};
