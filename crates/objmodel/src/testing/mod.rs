//! For tests of operator dispatch (feature `testing`): random classes, what the rules say of them, and
//! classes of a runtime that log who is asked.
//!
//! [`class_graph`] is a proptest strategy for classes with bases, slots and metaclasses whose special
//! methods answer, pass, raise, or are `None`. [`ClassGraph::build`] makes them in a runtime.
//! [`model`] says by the letter of the data model what an operation on two of them asks in which
//! order, and what comes of it, without looking at the library's tables. The library's own tests compare that
//! with what the operation did and with what [`Runtime::explain`](crate::Runtime::explain) tells.

mod build;
mod graph;
pub mod model;

pub use build::{Built, Observed};
pub use graph::{Behaviour, ClassGraph, ClassPlan, Node, Operand, class_graph, operand};
