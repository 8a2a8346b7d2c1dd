//! Native functions whose work is an operation of the runtime, so that a host need not call them.

use objmodel_gc::Borrowed;

use crate::objects::descriptor::MethodDescriptorObject;
use crate::objects::native::NativeObject;
use crate::runtime::Runtime;

/// A native function that does no more than one operation with its arguments. A host that meets it
/// at a call may do that instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Intrinsic {
    /// `len(x)`: [`Runtime::len`].
    Len,
    /// `isinstance(x, classes)`: [`Runtime::is_instance`].
    IsInstance,
    /// `list.append(x)`.
    ListAppend,
    /// `set.add(x)`: [`Runtime::set_add`].
    SetAdd,
    /// `dict.get(key)` and `dict.get(key, default)`: [`Runtime::dict_get`].
    DictGet,
    /// `next(x)` and `next(x, default)`: [`Runtime::next_or_raise`].
    Next,
    /// `generator.send(value)`: [`Runtime::generator_send`].
    Send,
}

impl Runtime {
    /// Which operation calling `callee` with its arguments performs, if it is a native function that
    /// nobody bound.
    #[inline]
    pub fn intrinsic_function(&self, callee: Borrowed<'_>) -> Option<Intrinsic> {
        let native = callee.typed::<NativeObject>()?.borrow_frozen();
        if native.bound.is_none() { native.def.intrinsic } else { None }
    }

    /// Which operation calling `callee` with a receiver before the arguments performs, if it is a method
    /// of a native class.
    #[inline]
    pub fn intrinsic_method(&self, callee: Borrowed<'_>) -> Option<Intrinsic> {
        let intrinsic = callee.typed::<MethodDescriptorObject>()?.borrow_frozen().def.intrinsic?;
        callee.class()?.is(&self.types.method_descriptor).then_some(intrinsic)
    }
}
