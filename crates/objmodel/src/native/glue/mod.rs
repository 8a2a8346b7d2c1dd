//! What the code that macros write calls; not for use by hand.
#![doc(hidden)]
#![allow(missing_docs, reason = "no interface: only macros write calls of it")]

mod call;
mod class;
mod field;
mod operand;
mod outcome;
mod reading;
mod receiver;
mod rows;
mod slot;

pub use call::*;
pub use class::*;
pub use field::*;
pub use operand::*;
pub use outcome::*;
pub use reading::*;
pub use receiver::*;
pub use rows::*;
pub use slot::*;
