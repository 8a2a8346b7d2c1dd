//! The side of RustPython: operations through the Rust interface of its virtual machine.

mod native;
mod start;

mod nodes;
mod side;

use side::RustPython;

/// Programs recurse deeply; pages of the stack that are not touched cost nothing.
const STACK: usize = 256 << 20;

fn main() {
    let thread = std::thread::Builder::new().stack_size(STACK);
    let work =
        || start::interpreter().enter(|vm| start::entered(vm, bench_work::serve::<RustPython>));
    let side = thread.spawn(work).expect("a thread can be started");
    if side.join().is_err() {
        std::process::exit(101);
    }
}
