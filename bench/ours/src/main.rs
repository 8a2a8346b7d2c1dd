//! The side of objmodel: operations through its Rust interface, programs through `objmodel-script`.
#![forbid(unsafe_code)]

mod native;
mod site;
mod start;

mod nodes;
mod side;

use side::Ours;

/// Programs recurse deeply; pages of the stack that are not touched cost nothing.
const STACK: usize = 256 << 20;

fn main() {
    let thread = std::thread::Builder::new().stack_size(STACK);
    let side = thread.spawn(bench_work::serve::<Ours>).expect("a thread can be started");
    if side.join().is_err() {
        std::process::exit(101);
    }
}
