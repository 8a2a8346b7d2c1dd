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
/// `eq_int`, `rename_all = "..."`, `from_py_object`. On fields: `#[pyo3(get, set, name = "...")]`.
///
/// What the instances hold is traced by itself; with `__traverse__` and `__clear__` in
/// `#[pymethods]` it is done by hand.
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
#[proc_macro_attribute]
pub fn pyproto(_: TokenStream, item: TokenStream) -> TokenStream {
    let item = parse_macro_input!(item as syn::ItemImpl);
    expanded(pyproto::expand(item))
}

/// Makes a function one that Python code can call: `name::SPEC` is its row for tables,
/// `wrap_pyfunction!(name, rt)` the object.
#[proc_macro_attribute]
pub fn pyfunction(options: TokenStream, item: TokenStream) -> TokenStream {
    let item = parse_macro_input!(item as syn::ItemFn);
    expanded(pyfunction::expand(options.into(), item))
}

/// Makes a module: of a Rust module whose classes and functions it has, or of a function
/// `fn name(rt: &mut Runtime, module: &Value) -> Result<()>` that fills it. `name::install(rt)`
/// puts it where `import` finds it.
#[proc_macro_attribute]
pub fn pymodule(options: TokenStream, item: TokenStream) -> TokenStream {
    let item = parse_macro_input!(item as syn::Item);
    expanded(pymodule::expand(options.into(), item))
}

/// Reads a struct from an object: from attributes, or with `#[pyo3(item)]` from keys; a tuple struct
/// from a tuple; one with a single field, or `#[pyo3(transparent)]`, from the object itself. An enum
/// is the first variant that fits.
#[proc_macro_derive(FromPyObject, attributes(pyo3))]
pub fn derive_from_py_object(item: TokenStream) -> TokenStream {
    let item = parse_macro_input!(item as syn::DeriveInput);
    expanded(from_object::expand(&item))
}

/// Makes an object of a struct: a dict of its fields; of a tuple struct a tuple; of one with a
/// single field, or `#[pyo3(transparent)]`, what the field becomes. An enum becomes what its variant
/// becomes.
#[proc_macro_derive(IntoPyObject, attributes(pyo3))]
pub fn derive_into_py_object(item: TokenStream) -> TokenStream {
    let item = parse_macro_input!(item as syn::DeriveInput);
    expanded(into_object::expand(&item))
}
