//! What the macros write needs no name of the program's: here those of the prelude are absent, and
//! others stand in their place.

#![allow(dead_code, reason = "the names in the way are not used")]

mod common;

use common::runtime;
use objmodel::native::PyAnyMethods as _;

/// In the way of what expansions might name.
struct Result;
struct Option;
struct Value;
struct Runtime;
struct String;
struct Vec;

#[objmodel::pyclass(
    module = "hygiene",
    get_all,
    eq,
    ord,
    hash,
    frozen,
    generic,
    new = "from_fields"
)]
#[derive(PartialEq, PartialOrd, Hash)]
struct Plain {
    number: i64,
}

#[objmodel::pymethods]
impl Plain {
    fn double(&self) -> i64 {
        self.number * 2
    }

    fn __add__(&self, other: i64) -> i64 {
        self.number + other
    }

    #[getter]
    fn half(&self) -> f64 {
        self.number as f64 / 2.0
    }
}

#[objmodel::pyclass(module = "hygiene")]
enum Shape {
    Circle { radius: f64 },
    Pair(i64, i64),
}

#[derive(objmodel::FromPyObject, objmodel::IntoPyObject)]
struct Read {
    #[pyo3(item)]
    number: i64,
}

#[objmodel::pyfunction]
fn next(read: Read) -> Read {
    Read { number: read.number + 1 }
}

objmodel::create_exception!(hygiene, Odd, objmodel::native::class::PyValueError);

#[test]
fn expansions_name_what_they_need() {
    let mut rt = runtime();
    let class = rt.get_type::<Plain>().expect("a class");
    let plain = rt.call(&class, (4,)).expect("an instance");
    let six = rt.add(&plain, 2).expect("a sum");
    assert_eq!(six.as_small_int(), Some(6));
    let eight = rt.call_method(&plain, "double", ()).expect("a number");
    assert_eq!(eight.as_small_int(), Some(8));
    let shape = rt.get_type::<Shape>().expect("a class");
    let pair = rt.call_method(&shape, "Pair", (1, 2)).expect("an instance");
    assert_eq!(rt.len(&pair).expect("a length"), 2);
    let next = objmodel::wrap_pyfunction!(next, &mut rt).expect("a function");
    let read = rt.dict().expect("a dict");
    rt.set_item(&read, "number", 1).expect("a place");
    let two = rt.call(&next, (&read,)).expect("a dict").extract::<Read>(&mut rt).expect("a number");
    assert_eq!(two.number, 2);
    let class = rt.get_type::<Odd>().expect("a class");
    assert_eq!(rt.repr_text(&class).expect("a text"), "<class 'hygiene.Odd'>");
}
