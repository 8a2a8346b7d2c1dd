//! Native functions whose work is an operation of the runtime, so that a host need not call them.

/// A native function that does no more than one operation with its arguments. A host that meets it
/// at a call may do that instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Intrinsic {
    /// `len(x)`: [`Runtime::len`](crate::Runtime::len).
    Len,
    /// `isinstance(x, classes)`: [`Runtime::is_instance`](crate::Runtime::is_instance).
    IsInstance,
    /// `list.append(x)`.
    ListAppend,
    /// `set.add(x)`: [`Runtime::set_add`](crate::Runtime::set_add).
    SetAdd,
    /// `dict.get(key)` and `dict.get(key, default)`: [`Runtime::dict_get`](crate::Runtime::dict_get).
    DictGet,
    /// `next(x)` and `next(x, default)`: [`Runtime::next_or_raise`](crate::Runtime::next_or_raise).
    Next,
    /// `generator.send(value)`: [`Runtime::generator_send`](crate::Runtime::generator_send).
    Send,
}
