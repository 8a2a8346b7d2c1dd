//! The examiner: CPython's own test files, from a `Lib` folder of the user's, with stand-ins for their helpers.

mod command;
mod groups;
mod marks;
mod page;
mod recorded;
mod run;
mod table;

pub use command::command;
pub use groups::{GROUPS, Group};
pub use marks::{Marks, Outcome, Test};
