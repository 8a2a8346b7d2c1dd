//! Evaluation: compiled code runs over objmodel's public API.
//!
//! An [`Interpreter`] is a runtime that was told how to run this language. `run` is the loop; the
//! files beside it do what one group of instructions needs.

mod frame;
mod registers;
mod stack;

mod body;
mod load;
mod matching;

mod arithmetic;
mod asynchronous;
mod build;
mod call;
mod calls;
mod class;
mod context;
mod explain;
mod far;
mod function;
mod generator;
mod implicit;
mod import;
mod intrinsic;
mod name;
mod prepared;
mod program;
mod raise;
mod run;
mod step;
mod unpack;
mod watch;

mod carets;
mod console;
mod exit;
mod interpreter;
mod site;

pub use console::Console;
pub use interpreter::{Failure, Interpreter};
