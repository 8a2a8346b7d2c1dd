//! Procedural macros of objmodel: classes, functions and modules in PyO3's spelling.
//!
//! They ask the table of slots while they run, so a special method that does not exist, a wrong
//! number of arguments or a signature that does not parse is an error of the compiler.
#![forbid(unsafe_code)]

mod argument;
mod from_object;
mod into_object;
mod method;
#[cfg(test)]
mod misuse;
mod pyclass;
mod pyfunction;
mod pymethods;
mod pymodule;
mod pyproto;
mod signature;
mod slot;
mod variants;

use proc_macro::TokenStream;
use syn::parse_macro_input;
use syn::spanned::Spanned as _;

/// Refuses type parameters, which no derived conversion is written for.
fn no_type_parameters(generics: &syn::Generics) -> syn::Result<()> {
    match generics.type_params().next() {
        None => Ok(()),
        Some(parameter) => {
            let message = "write the implementation of a generic type by hand";
            Err(syn::Error::new(parameter.span(), message))
        }
    }
}

/// Where the library is.
fn objmodel() -> proc_macro2::TokenStream {
    quote::quote!(::objmodel)
}

/// A name of Python's as part of a name of Rust's.
fn identifier(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect()
}

fn expanded(outcome: syn::Result<proc_macro2::TokenStream>) -> TokenStream {
    outcome.unwrap_or_else(syn::Error::into_compile_error).into()
}

/// Makes a struct or an enum a class. Its values are the instances. Where variants of an enum have
/// data, each variant is a class that derives from the enum's: `Shape.Circle(radius=1.0)`.
///
/// Options: `name = "..."`, `module = "..."` (else that of the crate), `extends = Base`,
/// `subclass` (Python classes may derive from it), `frozen` (nobody changes it; enums with data always are), `dict`, `weakref`,
/// `mapping`, `sequence`, `get_all`, `set_all`, `eq`, `ord`, `hash`, `str`, `str = "{field}"`,
/// `eq_int`, `rename_all = "..."`, `from_py_object`, `new = "from_fields"` (the constructor takes the fields),
/// `generic` (`Class[int]`). On fields: `#[pyo3(get, set, name = "...")]`.
///
/// What the library's own classes are written with besides: `module = "builtins"` (no module in the
/// name), `leaf` (no field can hold an object), `both` (the slots of sequences beside those of
/// mappings), `external_bytes = Class::bytes` (what a payload's buffers were charged for),
/// `payload = Type` on a struct without fields, which then stands for the class of a payload from
/// another crate (methods take `slf: &Type` or `slf: &Bound<Type>`), and `spec(field = value)` for
/// fields of the table, [`ClassSpec`](../objmodel/types/spec/struct.ClassSpec.html).
///
/// What the instances hold is traced by itself; with `__traverse__` and `__clear__` in
/// `#[pymethods]` it is done by hand.
///
/// ```
/// use objmodel::prelude::*;
///
/// /// A point.
/// #[pyclass(module = "plane", get_all, set_all, eq)]
/// #[derive(PartialEq)]
/// struct Point {
///     x: f64,
///     y: f64,
/// }
///
/// #[pyclass(module = "plane")]
/// enum Shape {
///     Circle { radius: f64 },
///     Polygon(Vec<(f64, f64)>),
/// }
///
/// #[pyclass(module = "plane", eq, eq_int)]
/// #[derive(PartialEq)]
/// enum Side {
///     Left,
///     Right,
/// }
///
/// fn main() -> Result<()> {
///     let mut rt = Runtime::builder().build();
///     objmodel_builtins::install(&mut rt)?;
///
///     let point = Py::new(&mut rt, Point { x: 1.0, y: 2.0 })?;
///     rt.setattr(&point, "x", 3)?;
///     assert_eq!(point.read(&rt).x, 3.0);
///
///     let shape = rt.get_type::<Shape>()?;
///     let circle = rt.call_method(&shape, "Circle", (0.5,))?;
///     assert_eq!(rt.getattr(&circle, "radius")?.extract::<f64>(&mut rt)?, 0.5);
///
///     let side = rt.get_type::<Side>()?;
///     let right = rt.getattr(&side, "Right")?;
///     assert!(rt.equal(&right, 1)? && !rt.equal(&right, Side::Left)?);
///     # let _ = Shape::Polygon(vec![]);
///     Ok(())
/// }
/// ```
#[proc_macro_attribute]
pub fn pyclass(options: TokenStream, item: TokenStream) -> TokenStream {
    let options = parse_macro_input!(options as pyclass::Options);
    let item = parse_macro_input!(item as syn::Item);
    expanded(pyclass::expand(options, item))
}

/// Makes the functions of an `impl` block methods of the class.
///
/// Receivers are `&self` (alone, or with `rt: &Runtime`), `&mut self` (alone, or with the meter),
/// `slf: &Bound<Self>` with `rt: &mut Runtime`, `slf: PyRef<Self>` and `slf: PyRefMut<Self>`; in a
/// frozen class also `&self` with `rt: &mut Runtime`. `#[new]`, `#[getter]`, `#[setter]`,
/// `#[deleter]`, `#[staticmethod]`, `#[classmethod]` and `#[classattr]` say what a function is for,
/// `#[pyo3(name = "...", signature = (...), text_signature = "...")]` how it is called.
///
/// A last parameter of type `CallArgs` gets the arguments as they were given. A parameter of type
/// [`Given`](../objmodel/native/struct.Given.html) tells an argument that was left out from `None`, and
/// [`Truth`](../objmodel/native/struct.Truth.html) takes any object by its truth. `#[row]` before a
/// constant of type `MethodSpec`, `GetSetSpec` or `SlotRow` adds a row that several classes share;
/// `#[pyo3(slot = SqItem)]` names the slot that a function fills, `member` makes an accessor a
/// `member_descriptor`. A `__repr__` whose last parameter is `out: &mut TextBuilder` appends to it.
///
/// ```
/// use objmodel::prelude::*;
///
/// #[pyclass]
/// struct Stack {
///     items: Vec<Value>,
/// }
///
/// #[pymethods]
/// impl Stack {
///     #[new]
///     #[pyo3(signature = (*items))]
///     fn new(items: Vec<Value>) -> Stack {
///         Stack { items }
///     }
///
///     fn push(&mut self, item: Value) {
///         self.items.push(item);
///     }
///
///     fn pop(&mut self) -> PyResult<Value> {
///         self.items.pop().ok_or_else(|| PyIndexError::new_err("pop from an empty stack"))
///     }
///
///     fn __len__(&self) -> usize {
///         self.items.len()
///     }
///
///     #[getter]
///     fn top(&self) -> Option<Value> {
///         self.items.last().cloned()
///     }
///
///     /// Runs Python code: nothing is borrowed while it does.
///     fn sum(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result<Value> {
///         let items = slf.read(rt).items.clone();
///         items.iter().try_fold(rt.int(0)?, |sum, item| rt.add(sum, item))
///     }
/// }
///
/// fn main() -> Result<()> {
///     let mut rt = Runtime::builder().build();
///     objmodel_builtins::install(&mut rt)?;
///
///     let class = rt.get_type::<Stack>()?;
///     let stack = rt.call(&class, (1, 2.5))?;
///     rt.call_method(&stack, "push", (4,))?;
///     assert_eq!(rt.len(&stack)?, 3);
///     assert_eq!(rt.call_method(&stack, "sum", ())?.extract::<f64>(&mut rt)?, 7.5);
///     assert_eq!(rt.getattr(&stack, "top")?.as_small_int(), Some(4));
///     Ok(())
/// }
/// ```
#[proc_macro_attribute]
pub fn pymethods(options: TokenStream, item: TokenStream) -> TokenStream {
    if let Some(option) = proc_macro2::TokenStream::from(options).into_iter().next() {
        let error = syn::Error::new(option.span(), "`#[pymethods]` takes no options");
        return error.into_compile_error().into();
    }
    let item = parse_macro_input!(item as syn::ItemImpl);
    expanded(pymethods::expand(item))
}

/// The protocols that PyO3 had before `#[pymethods]` knew special methods: `impl
/// PyNumberProtocol for Class`, and so on for `PyObjectProtocol`, `PySequenceProtocol`,
/// `PyMappingProtocol`, `PyDescrProtocol`, `PyIterProtocol`, `PyAsyncProtocol`, `PyBufferProtocol`
/// and `PyGCProtocol`.
///
/// ```
/// use objmodel::prelude::*;
///
/// #[pyclass]
/// struct Ready;
///
/// #[pyproto]
/// impl PyObjectProtocol for Ready {
///     fn __repr__(&self) -> String {
///         "ready".to_owned()
///     }
/// }
///
/// fn main() -> Result<()> {
///     let mut rt = Runtime::builder().build();
///     objmodel_builtins::install(&mut rt)?;
///
///     let ready = Py::new(&mut rt, Ready)?;
///     assert_eq!(rt.repr_text(&ready)?, "ready");
///     Ok(())
/// }
/// ```
#[proc_macro_attribute]
pub fn pyproto(_: TokenStream, item: TokenStream) -> TokenStream {
    let item = parse_macro_input!(item as syn::ItemImpl);
    expanded(pyproto::expand(item))
}

/// Makes a function one that Python code can call: `name::SPEC` is its row for tables,
/// `wrap_pyfunction!(name, rt)` the object. With `#[pyo3(pass_module)]` its first parameter is the
/// module that it was put into. `#[pyo3(from_py_with = function)]` before a parameter, here and in
/// methods that are called with arguments, reads it by `fn(Borrowed<'_>, &mut Runtime) -> Result<T>`.
///
/// ```
/// use objmodel::prelude::*;
///
/// /// The mean of some numbers.
/// #[pyfunction]
/// #[pyo3(signature = (*numbers, start = 0.0))]
/// fn mean(numbers: Vec<f64>, start: f64) -> PyResult<f64> {
///     match numbers.len() {
///         0 => Err(PyValueError::new_err("there is no number")),
///         count => Ok(numbers.iter().fold(start, |sum, n| sum + n) / count as f64),
///     }
/// }
///
/// fn main() -> Result<()> {
///     let mut rt = Runtime::builder().build();
///     objmodel_builtins::install(&mut rt)?;
///
///     let mean = wrap_pyfunction!(mean, &mut rt)?;
///     assert_eq!(rt.call(&mean, (1, 2, 6))?.extract::<f64>(&mut rt)?, 3.0);
///     Ok(())
/// }
/// ```
#[proc_macro_attribute]
pub fn pyfunction(options: TokenStream, item: TokenStream) -> TokenStream {
    let item = parse_macro_input!(item as syn::ItemFn);
    expanded(pyfunction::expand(options.into(), item))
}

/// Makes a module: of a Rust module whose classes and functions it has, or of a function
/// `fn name(rt: &mut Runtime, module: &Value) -> Result<()>` that fills it. `name::install(rt)`
/// puts it where `import` finds it. A `#[pymodule]` inside another one is a submodule.
///
/// Classes, exceptions, functions and modules of other places become members by
/// `#[pymodule_export]` on the `use` that brings them in, constants by the same on a `const`, whose
/// name in Python `#[pyo3(name = "...")]` may give. `#[pymodule_init]` is called when all is there.
///
/// ```
/// use objmodel::prelude::*;
///
/// create_exception!(numbers, TooLarge, PyValueError);
///
/// #[pyfunction]
/// fn halve(n: f64) -> f64 {
///     n / 2.0
/// }
///
/// /// Numbers.
/// #[pymodule]
/// mod numbers {
///     use objmodel::prelude::*;
///
///     #[pymodule_export]
///     use super::{TooLarge, halve};
///
///     #[pymodule_export]
///     const LIMIT: i64 = 1 << 40;
///
///     #[pyfunction]
///     fn double(n: i64) -> i64 {
///         2 * n
///     }
///
///     #[pymodule]
///     mod large {
///         use objmodel::prelude::*;
///
///         #[pyfunction]
///         fn million() -> i64 {
///             1_000_000
///         }
///     }
///
///     #[pymodule_init]
///     fn init(rt: &mut Runtime, module: &Value) -> Result<()> {
///         module.add(rt, "ANSWER", 42)
///     }
/// }
///
/// fn main() -> Result<()> {
///     let mut rt = Runtime::builder().build();
///     objmodel_builtins::install(&mut rt)?;
///
///     let numbers = numbers::install(&mut rt)?;
///     assert_eq!(rt.call_method(&numbers, "double", (21,))?.as_small_int(), Some(42));
///     assert_eq!(rt.getattr(&numbers, "ANSWER")?.as_small_int(), Some(42));
///     assert_eq!(rt.call_method(&numbers, "halve", (1,))?.extract::<f64>(&mut rt)?, 0.5);
///     assert_eq!(rt.getattr(&numbers, "LIMIT")?.as_small_int(), Some(1 << 40));
///     let raised = rt.getattr(&numbers, "TooLarge")?;
///     assert_eq!(rt.repr_text(&raised)?, "<class 'numbers.TooLarge'>");
///     let large = rt.getattr(&numbers, "large")?;
///     assert_eq!(rt.call_method(&large, "million", ())?.as_small_int(), Some(1_000_000));
///     assert_eq!(rt.getattr(&large, "__name__")?.extract::<String>(&mut rt)?, "numbers.large");
///     Ok(())
/// }
/// ```
#[proc_macro_attribute]
pub fn pymodule(options: TokenStream, item: TokenStream) -> TokenStream {
    let item = parse_macro_input!(item as syn::Item);
    expanded(pymodule::expand(options.into(), item))
}

/// Reads a struct from an object: from attributes, or with `#[pyo3(item)]` from keys; a tuple struct
/// from a tuple; one with a single field, or `#[pyo3(transparent)]`, from the object itself. An enum
/// is the first variant that fits. On a struct or variant there are `from_item_all` (every field is
/// an item) and `rename_all = "..."`, on a field `attribute`, `item`, `default` and `from_py_with`.
///
/// ```
/// use objmodel::prelude::*;
///
/// #[derive(FromPyObject)]
/// struct Person {
///     #[pyo3(item)]
///     name: String,
///     #[pyo3(item("years"), default)]
///     age: Option<u32>,
/// }
///
/// #[derive(FromPyObject)]
/// enum Id {
///     Number(u64),
///     Name(String),
/// }
///
/// fn main() -> Result<()> {
///     let mut rt = Runtime::builder().build();
///     objmodel_builtins::install(&mut rt)?;
///
///     let dict = rt.dict()?;
///     dict.set_item(&mut rt, "name", "Ada")?;
///     let person: Person = dict.extract(&mut rt)?;
///     assert_eq!((person.name.as_str(), person.age), ("Ada", None));
///     let seven = rt.int(7)?;
///     assert!(matches!(seven.extract(&mut rt)?, Id::Number(7)));
///     # let _ = Id::Name(String::new());
///     Ok(())
/// }
/// ```
#[proc_macro_derive(FromPyObject, attributes(pyo3))]
pub fn derive_from_py_object(item: TokenStream) -> TokenStream {
    let item = parse_macro_input!(item as syn::DeriveInput);
    expanded(from_object::expand(&item))
}

/// Makes an object of a struct: a dict of its fields; of a tuple struct a tuple; of one with a
/// single field, or `#[pyo3(transparent)]`, what the field becomes. An enum becomes what its variant
/// becomes. On a struct or variant there is `rename_all = "..."`, on a field `item("...")` and
/// `into_py_with = function`, which is `fn(Field, &mut Runtime) -> Result<Value>`.
///
/// ```
/// use objmodel::prelude::*;
///
/// #[derive(IntoPyObject)]
/// struct Report {
///     title: String,
///     rows: Vec<(String, f64)>,
/// }
///
/// fn main() -> Result<()> {
///     let mut rt = Runtime::builder().build();
///     objmodel_builtins::install(&mut rt)?;
///
///     let report = Report { title: "All".to_owned(), rows: vec![("a".to_owned(), 0.5)] };
///     let report = report.into_py_object(&mut rt)?;
///     assert_eq!(rt.repr_text(&report)?, "{'title': 'All', 'rows': [('a', 0.5)]}");
///     Ok(())
/// }
/// ```
#[proc_macro_derive(IntoPyObject, attributes(pyo3))]
pub fn derive_into_py_object(item: TokenStream) -> TokenStream {
    let item = parse_macro_input!(item as syn::DeriveInput);
    expanded(into_object::expand(&item))
}
