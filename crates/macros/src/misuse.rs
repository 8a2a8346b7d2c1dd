//! What the compiler says to misuses: each message names the item, and what to write.

use syn::parse_str;

/// The messages for methods of a class `C`.
fn methods(text: &str) -> String {
    let item = parse_str(&format!("impl C {{ {text} }}")).expect("an impl block");
    messages(crate::pymethods::expand(item))
}

/// The messages for a class.
fn class(options: &str, text: &str) -> String {
    let options = match parse_str(options) {
        Ok(options) => options,
        Err(error) => return error.to_string(),
    };
    messages(crate::pyclass::expand(options, parse_str(text).expect("an item")))
}

/// The messages for a protocol.
fn protocol(name: &str, text: &str) -> String {
    let item = parse_str(&format!("impl {name} for C {{ {text} }}")).expect("an impl block");
    messages(crate::pyproto::expand(item))
}

/// The messages for a struct that is read from an object.
fn reading(text: &str) -> String {
    messages(crate::from_object::expand(&parse_str(text).expect("an item")))
}

fn messages(outcome: syn::Result<proc_macro2::TokenStream>) -> String {
    match outcome {
        Ok(_) => "it compiles".to_owned(),
        Err(errors) => {
            let all: Vec<String> = errors.into_iter().map(|error| error.to_string()).collect();
            all.join("; ")
        }
    }
}

#[test]
fn methods_are_checked_against_the_table_of_slots() {
    for (text, message) in [
        (
            "fn __ad__(&self, o: i64) -> i64 { o }",
            "there is no special method `__ad__`: did you mean `__add__`?",
        ),
        (
            "fn __add__(&self) -> i64 { 1 }",
            "`__add__` takes one argument behind the receiver, not 0",
        ),
        (
            "fn __add__(&self, a: i64, b: i64) -> i64 { a + b }",
            "`__add__` takes one argument behind the receiver, not 2",
        ),
        (
            "fn __len__(&self, a: i64) -> usize { 1 }",
            "`__len__` takes no argument behind the receiver, not 1",
        ),
        (
            "fn __setitem__(&mut self, key: i64) {}",
            "`__setitem__` takes 2 arguments behind the receiver, not 1",
        ),
        (
            "fn __pow__(&self) -> i64 { 1 }",
            "`__pow__` takes 1 or 2 arguments behind the receiver, not 0",
        ),
        (
            "fn __get__(&self, a: i64, b: i64, c: i64) -> i64 { 1 }",
            "`__get__` takes 1 or 2 arguments behind the receiver, not 3",
        ),
        ("fn __new__() -> C { C }", "write `#[new]` on the constructor"),
        (
            "#[pyo3(text_signature = \"()\")] fn __len__(&self) -> usize { 1 }",
            "a special method has the signature of its slot",
        ),
        (
            "fn __richcmp__(&self, o: i64, op: CompareOp) -> bool { true } fn __eq__(&self, o: i64) -> bool { true }",
            "`__richcmp__` answers all six comparisons: it stands alone, without `__eq__` and the like",
        ),
        (
            "fn __richcmp__(&self, o: i64, op: i64) -> bool { true }",
            "the second argument of `__richcmp__` is a `CompareOp`",
        ),
        (
            "fn __clear__(&mut self) {}",
            "`__clear__` needs `__traverse__` beside it: or write neither, then both are derived",
        ),
        (
            "fn __traverse__(&self, visit: PyVisit) {}",
            "`__traverse__` needs `__clear__` beside it, or cycles stay: or write neither, then both are derived",
        ),
        (
            "fn __traverse__(&mut self, visit: PyVisit) {} fn __clear__(&mut self) {}",
            "`__traverse__` takes `&self` and a `PyVisit`: it runs nothing",
        ),
        (
            "fn __init_subclass__(&self) {}",
            "`__init_subclass__` is called on the class: say `#[classmethod]`",
        ),
        (
            "#[pyo3(name = \"__str__\")] fn a(&self) -> i64 { 1 } fn __str__(&self) -> i64 { 1 }",
            "`__str__` stands twice",
        ),
    ] {
        assert_eq!(methods(text), message, "{text}");
    }
}

#[test]
fn receivers_signatures_and_roles_are_checked() {
    for (text, message) in [
        (
            "fn f() {}",
            "a method needs a receiver: `&self`, `&mut self`, `slf: PyRef<Self>`, `slf: &Bound<Self>`; or say `#[staticmethod]`",
        ),
        (
            "fn f(self) {}",
            "objects are shared, so `self` cannot be moved out of one: take `&self`, `&mut self`, `slf: PyRef<Self>` or `slf: &Bound<Self>`",
        ),
        (
            "fn f(a: i64) {}",
            "this is no receiver: there are `&self`, `&mut self`, `PyRef<Self>`, `PyRefMut<Self>`, `&Bound<Self>` and `Py<Self>`; or say `#[staticmethod]`",
        ),
        (
            "fn f(&mut self, rt: &mut Runtime) {}",
            "`&mut self` cannot be held beside the runtime: take `slf: PyRefMut<Self>` or `slf: &Bound<Self>` and borrow it in between",
        ),
        (
            "fn f(&self, meter: &ByteMeter) {}",
            "the meter goes with `&mut self`: it is charged before buffers grow",
        ),
        ("fn f(&self, a: i64, rt: &mut Runtime) {}", "the runtime goes right behind the receiver"),
        (
            "fn f<T>(&self, a: T) {}",
            "a method of a class cannot be generic: write one for each type",
        ),
        (
            "async fn f(&self) {}",
            "a method of a class cannot be `async`: return an object with `__await__`",
        ),
        (
            "fn f(&mut self, other: &C) {}",
            "another object's payload cannot be borrowed here, since it may be changed meanwhile: take `Py<T>`, `&Bound<T>` or `PyRef<T>`",
        ),
        ("#[new] fn new(&self) -> C { C }", "a function that is called on the class has no `self`"),
        ("#[pyo3(signature = (b))] fn f(&self, a: i64) {}", "the function has no parameter `b`"),
        ("#[pyo3(signature = ())] fn f(&self, a: i64) {}", "the signature lacks the parameter `a`"),
        (
            "#[pyo3(signature = (a=1, b))] fn f(&self, a: i64, b: i64) {}",
            "the signature does not parse: parameter 'b' needs a default, since the one before has one",
        ),
        (
            "#[pyo3(signature = (a, /, /))] fn f(&self, a: i64) {}",
            "the signature does not parse: '/' cannot stand there",
        ),
        (
            "#[pyo3(text_signature = \"(a\")] fn f(&self, a: i64) {}",
            "the text signature does not parse: parentheses or quotes do not match",
        ),
        (
            "#[pyo3(nam = \"x\")] fn f(&self) {}",
            "unknown option: there are `name`, `signature`, `text_signature`, `slot`, `member` and `by_tuple`, and `pass_module` on functions of a module",
        ),
        ("#[getter] fn x(&self, a: i64) -> i64 { a }", "a getter takes no argument but `rt`"),
        ("#[setter] fn x(&mut self) {}", "a setter takes the value, and `rt`"),
        ("#[getter] #[setter] fn x(&self) {}", "`#[setter]` beside another role"),
        (
            "#[getter] fn x(&self) -> i64 { 1 } #[getter] fn get_x(&self) -> i64 { 1 }",
            "this attribute has one already",
        ),
        (
            "#[args(a = 1)] fn f(&self, a: i64) {}",
            "write `#[pyo3(signature = (...))]` in place of `#[args]`",
        ),
        (
            "#[classattr] fn x(a: i64) -> i64 { a }",
            "a class attribute is computed without arguments but `rt`",
        ),
        ("#[classmethod] fn f() {}", "a class method takes its class first: `cls: &Type`"),
        ("type A = i64;", "only functions, and constants with `#[classattr]`, can stand here"),
    ] {
        assert_eq!(methods(text), message, "{text}");
    }
}

#[test]
fn classes_protocols_and_derives_are_checked() {
    assert!(
        class("subclas", "struct C;").starts_with("unknown option `subclas`: there are `name`")
    );
    for (options, text, message) in [
        ("hash, eq", "struct C;", "`hash` needs `frozen` beside it"),
        ("ord", "struct C;", "`ord` needs `eq` beside it"),
        ("mapping, sequence", "struct C;", "`mapping` and `sequence` exclude each other"),
        ("frozen", "struct C { #[pyo3(set)] a: i64 }", "a field of a frozen class cannot be set"),
        (
            "",
            "struct C<T> { a: T }",
            "a class cannot be generic: there is one class for each Rust type",
        ),
        ("", "union C { a: i64 }", "a class is a struct or an enum"),
        ("", "enum C {}", "a class needs a variant to have instances"),
        (
            "",
            "enum C { A(i64), B }",
            "variants with data are classes, and this one would be none: write `B()` or `B {}`",
        ),
        ("set_all", "enum C { A(i64) }", "an enum with data is frozen: nobody can set its fields"),
        ("extends = B", "enum C { A(i64) }", "an enum with data extends nothing"),
        ("eq_int", "enum C { A(i64) }", "variants with data have no numbers"),
        ("new = \"fields\"", "struct C;", "`new` can be `\"from_fields\"` alone"),
        ("generic", "enum C { A }", "an enum cannot be `generic`"),
        (
            "new = \"from_fields\", extends = B",
            "struct C;",
            "what extends another class makes that too: write `#[new]`",
        ),
        (
            "",
            "struct C { #[new] a: i64 }",
            "on a field there is `#[pyo3(get, set, name = \"...\")]` alone",
        ),
    ] {
        assert_eq!(class(options, text), message, "{text}");
    }
    assert!(protocol("PyOtherProtocol", "").starts_with("no protocol has this name"));
    assert_eq!(
        protocol("PyIterProtocol", "fn __add__(&self, o: i64) -> i64 { o }"),
        "`PyIterProtocol` has no method `__add__`"
    );
    assert_eq!(reading("enum E {}"), "an enum needs a variant to be read as");
    assert_eq!(
        reading("struct S<T> { a: T }"),
        "write the implementation of a generic type by hand"
    );
    assert_eq!(reading("struct S;"), "there is nothing to read of a unit");
}
