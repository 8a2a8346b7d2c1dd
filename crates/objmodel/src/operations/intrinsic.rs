//! Which operation a call of a native function is.

use objmodel_gc::Borrowed;

use crate::native::Intrinsic;
use crate::objects::descriptor::MethodDescriptorObject;
use crate::objects::native::NativeObject;
use crate::runtime::Runtime;

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
