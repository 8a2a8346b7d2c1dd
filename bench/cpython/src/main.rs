//! The side of CPython: operations by C API calls, in the interpreter that it is linked to.

mod handle;
mod native;
mod start;

mod nodes;
mod side;

use side::CPython;

fn main() {
    bench_work::serve::<CPython>();
}
