//! Payload of functions written in Rust.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::rc::Rc;

use objmodel_gc::{Gc, Payload, Trace, Value};
use objmodel_slots::Signature;

use crate::arguments::CallArgs;
use crate::raise::Result;
use crate::runtime::Runtime;
use crate::types::spec::{MethodSpec, NativeCode};

/// A Rust closure as the body of a function. It is `Send`, which proves that it captures no
/// value, hence hides no cycle from the collector.
pub type NativeClosure = Box<dyn Fn(&mut Runtime, CallArgs<'_>) -> Result + Send>;

/// The body of a native function.
pub(crate) enum NativeBody {
    Code(NativeCode),
    Closure(NativeClosure),
}

/// A native function apart from what it is bound to; shared by its descriptor and by each
/// `builtin_function_or_method` that binding makes.
pub struct NativeDef {
    name: Cow<'static, str>,
    /// The parameters in Python syntax.
    parameters: &'static str,
    /// Read from the text when they are asked for.
    signature: OnceCell<Signature>,
    pub(crate) body: NativeBody,
    doc: &'static str,
}

impl NativeDef {
    /// `__name__`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The parameters.
    #[inline]
    pub fn signature(&self) -> &Signature {
        self.signature.get_or_init(|| self.parse())
    }

    /// A text that does not parse is documentation only.
    #[cold]
    fn parse(&self) -> Signature {
        Signature::parse(self.parameters).unwrap_or_default()
    }

    /// The definition of a closure, which looks at its arguments itself.
    pub(crate) fn of_closure(name: &str, closure: NativeClosure) -> NativeDef {
        NativeDef {
            name: Cow::Owned(name.to_owned()),
            parameters: "",
            signature: OnceCell::from(Signature::default()),
            body: NativeBody::Closure(closure),
            doc: "",
        }
    }

    /// `__doc__`, empty if there is none.
    pub fn doc(&self) -> &str {
        self.doc
    }
}

impl MethodSpec {
    /// The definition of the function that the table row describes.
    pub(crate) fn define(&self) -> Rc<NativeDef> {
        Rc::new(NativeDef {
            name: Cow::Borrowed(self.name),
            parameters: self.signature,
            signature: OnceCell::new(),
            body: NativeBody::Code(self.code),
            doc: self.doc,
        })
    }
}

/// The payload of `builtin_function_or_method`.
#[derive(Trace)]
pub struct NativeObject {
    /// What it does.
    pub def: Rc<NativeDef>,
    /// `__self__`: what it is bound to; goes before the arguments of a method.
    pub bound: Option<Value>,
    /// `__module__`.
    pub module: Value,
    /// The name of the class that it is a method of, for `__qualname__` and messages.
    pub owner: Option<crate::types::Type>,
}

/// A handle to a native function.
pub type Native = Gc<NativeObject>;

impl Payload for NativeObject {
    const FROZEN: bool = true;
}
