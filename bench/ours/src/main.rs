//! The side of objmodel: operations through its Rust interface, programs through `objmodel-script`.
#![forbid(unsafe_code)]

mod native;
mod site;
mod start;

mod nodes;
mod side;
mod ticks;

use side::Ours;

/// Programs recurse deeply; pages of the stack that are not touched cost nothing.
const STACK: usize = 256 << 20;

fn main() {
    let thread = std::thread::Builder::new().stack_size(STACK);
    let side = thread.spawn(serve).expect("a thread can be started");
    if side.join().is_err() {
        std::process::exit(101);
    }
}

fn serve() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match &arguments[..] {
        [command, rounds, text] if command == "ticks" => {
            ticks::measure(text, rounds.parse().expect("a number of rounds"));
        }
        _ => bench_work::serve::<Ours>(),
    }
}
