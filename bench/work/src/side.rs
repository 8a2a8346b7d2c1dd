//! What a side can do: the operations of an object model, as its embedding interface offers them.

/// A binary operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Operator {
    Add,
    Sub,
    Mul,
    TrueDiv,
    FloorDiv,
    Mod,
    And,
    Or,
}

/// A comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Comparison {
    Eq,
    Lt,
}

/// One implementation of Python's object model, driven from Rust.
///
/// An operation that fails where the list of work expects none ends the process with a message.
/// Methods are to be `#[inline(always)]`, so that the timed loop contains the embedding interface
/// and nothing else.
pub trait Side: Sized {
    /// An owned handle of an object: cloned and dropped as a host does.
    type Object: Clone;
    /// An attribute's name as a host keeps it at a call site, with what else it keeps there.
    type Name;

    /// The name in tables.
    const NAME: &'static str;

    /// Starts an interpreter in which `builtins` has `Native` and `native0` to `native_keywords`:
    /// a class and functions that are not written in Python (see `fixtures.py`).
    fn start() -> Self;
    /// Which implementation this is.
    fn version(&mut self) -> String;
    /// Runs a program as `__main__`; false if it ended by an exception, which was printed.
    fn run(&mut self, file: &str, text: &str) -> bool;
    /// A name of the module that ran last.
    fn global(&mut self, name: &str) -> Self::Object;
    /// Prepares a name.
    fn name(&mut self, text: &str) -> Self::Name;

    /// A new `int`.
    fn int(&mut self, n: i64) -> Self::Object;
    /// A new `float`.
    fn float(&mut self, x: f64) -> Self::Object;
    /// A new `str`.
    fn str(&mut self, text: &str) -> Self::Object;
    /// `(items, ...)`
    fn tuple(&mut self, items: &[Self::Object]) -> Self::Object;
    /// `[items, ...]`
    fn list(&mut self, items: &[Self::Object]) -> Self::Object;
    /// `{}`
    fn dict(&mut self) -> Self::Object;
    /// `set()`
    fn set(&mut self) -> Self::Object;
    /// `list.append(item)` by the interface's own function.
    fn append(&mut self, list: &Self::Object, item: &Self::Object);
    /// `set.add(item)` by the interface's own function.
    fn add_to_set(&mut self, set: &Self::Object, item: &Self::Object);

    /// `left op right`
    fn binary(&mut self, op: Operator, left: &Self::Object, right: &Self::Object) -> Self::Object;
    /// `left op right`
    fn compare(
        &mut self,
        op: Comparison,
        left: &Self::Object,
        right: &Self::Object,
    ) -> Self::Object;

    /// `object.name`
    fn get(&mut self, object: &Self::Object, name: &Self::Name) -> Self::Object;
    /// `object.name` at a call site that may remember where it was found.
    fn get_at_site(&mut self, object: &Self::Object, name: &Self::Name) -> Self::Object;
    /// `object.name`; `None` if there is none, without an exception.
    fn get_if_any(&mut self, object: &Self::Object, name: &Self::Name) -> Option<Self::Object>;
    /// Whether `object.name` raises an exception, which is dropped.
    fn get_fails(&mut self, object: &Self::Object, name: &Self::Name) -> bool;
    /// `object.name = value`
    fn put(&mut self, object: &Self::Object, name: &Self::Name, value: &Self::Object);
    /// `object.name = value` at a call site that may remember where it was found.
    fn put_at_site(&mut self, object: &Self::Object, name: &Self::Name, value: &Self::Object);

    /// `callee(*arguments)`
    fn call<const N: usize>(
        &mut self,
        callee: &Self::Object,
        arguments: [&Self::Object; N],
    ) -> Self::Object;
    /// `callee(positional, keyword=value)`; `keyword` is the prepared names' tuple or the like.
    fn call_keyword(
        &mut self,
        callee: &Self::Object,
        positional: &Self::Object,
        keyword: &Self::Name,
        value: &Self::Object,
    ) -> Self::Object;
    /// Whether `callee()` raises an exception, which is dropped.
    fn call_fails(&mut self, callee: &Self::Object) -> bool;
    /// `object.name(*arguments)`
    fn call_method<const N: usize>(
        &mut self,
        object: &Self::Object,
        name: &Self::Name,
        arguments: [&Self::Object; N],
    ) -> Self::Object;
    /// Raises `ValueError(message)` from the host's own code, and catches it.
    fn raise(&mut self, message: &'static str);

    /// `object[key]`
    fn item(&mut self, object: &Self::Object, key: &Self::Object) -> Self::Object;
    /// `object[key] = value`
    fn put_item(&mut self, object: &Self::Object, key: &Self::Object, value: &Self::Object);
    /// `item in container`
    fn contains(&mut self, container: &Self::Object, item: &Self::Object) -> bool;
    /// `len(object)`
    fn len(&mut self, object: &Self::Object) -> usize;
    /// `bool(object)`
    fn truth(&mut self, object: &Self::Object) -> bool;
    /// `hash(object)`
    fn hash(&mut self, object: &Self::Object) -> i64;
    /// `repr(object)`
    fn repr(&mut self, object: &Self::Object) -> Self::Object;
    /// `str(object)`
    fn to_str(&mut self, object: &Self::Object) -> Self::Object;
    /// `format(object, spec)`
    fn format(&mut self, object: &Self::Object, spec: &Self::Object) -> Self::Object;
    /// `isinstance(object, class)`
    fn is_instance(&mut self, object: &Self::Object, class: &Self::Object) -> bool;
    /// `for item in iterable`: the number of items.
    fn iterate(&mut self, iterable: &Self::Object) -> usize;

    /// The text of a `str`.
    fn text(&mut self, object: &Self::Object) -> String;
}
