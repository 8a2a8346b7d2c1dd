//! Payload of functions written in Rust.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::rc::Rc;

use objmodel_gc::{ClearSink, Gc, Payload, Trace, Value, Visitor};
use objmodel_slots::{CallStyle, Signature, SignatureError};

use crate::arguments::Args;
use crate::native::into_object::IntoPyObject;
use crate::native::intrinsic::Intrinsic;
use crate::raise::Result;
use crate::runtime::Runtime;
use crate::types::spec::{MethodSpec, NativeCode, ShownSignature};

/// A Rust closure as the body of a function, with the values that it works with.
pub(crate) trait Closure: Trace {
    fn call(&self, rt: &mut Runtime, args: Args<'_>) -> Result;
}

/// The closure proper, and what the collector sees of it.
struct Capturing<C, F> {
    captured: C,
    code: F,
}

impl<C: Trace, F> Trace for Capturing<C, F> {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.captured.trace(visitor);
    }

    fn clear(&mut self, sink: &mut ClearSink) {
        self.captured.clear(sink);
    }
}

impl<C: Trace, R: IntoPyObject, F> Closure for Capturing<C, F>
where
    F: Fn(&mut Runtime, &C, Args<'_>) -> Result<R>,
{
    fn call(&self, rt: &mut Runtime, args: Args<'_>) -> Result {
        let answer = (self.code)(rt, &self.captured, args)?;
        rt.admit(answer)
    }
}

/// The body of a native function.
#[derive(Trace)]
pub(crate) enum NativeBody {
    Code(#[trace(leaf)] NativeCode),
    Closure(Box<dyn Closure>),
}

/// A native function apart from what it is bound to; shared by its descriptor and by each
/// `builtin_function_or_method` that binding makes.
#[derive(Trace)]
pub struct NativeDef {
    #[trace(leaf)]
    name: Cow<'static, str>,
    /// The parameters in Python syntax.
    #[trace(leaf)]
    parameters: &'static str,
    /// Read from the text when they are asked for.
    #[trace(leaf)]
    signature: OnceCell<Signature>,
    pub(crate) body: NativeBody,
    #[trace(leaf)]
    doc: &'static str,
    /// Whether messages about a bound one name it without its class.
    #[trace(leaf)]
    pub(crate) tuple: bool,
    #[trace(leaf)]
    shown: ShownSignature,
    /// The operation that it performs, where a host may do that instead.
    #[trace(leaf)]
    pub(crate) intrinsic: Option<Intrinsic>,
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

    /// `__text_signature__`, if there is one.
    pub fn text_signature(&self) -> Option<Cow<'static, str>> {
        match self.shown {
            ShownSignature::Parameters => Some(Cow::Owned(self.signature().to_string())),
            ShownSignature::Text(text) => Some(Cow::Borrowed(text)),
            ShownSignature::Nothing => None,
        }
    }

    /// Whether the signature tells that there are no keyword arguments.
    pub(crate) fn refuses_keywords(&self) -> bool {
        !self.parameters.is_empty() && self.signature().style() != CallStyle::Keywords
    }

    /// A text that does not parse is documentation only.
    #[cold]
    fn parse(&self) -> Signature {
        Signature::parse(self.parameters).unwrap_or_default()
    }

    /// The definition of a closure, whose arguments are bound by the signature.
    pub(crate) fn of_closure<C: Trace + 'static, R: IntoPyObject>(
        name: &str,
        signature: &str,
        captured: C,
        code: impl Fn(&mut Runtime, &C, Args<'_>) -> Result<R> + 'static,
    ) -> std::result::Result<NativeDef, SignatureError> {
        Ok(NativeDef {
            name: Cow::Owned(name.to_owned()),
            parameters: "",
            signature: OnceCell::from(Signature::parse_owned(signature)?),
            body: NativeBody::Closure(Box::new(Capturing { captured, code })),
            doc: "",
            tuple: false,
            shown: ShownSignature::Parameters,
            intrinsic: None,
        })
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
            tuple: self.tuple,
            shown: self.shown,
            intrinsic: self.intrinsic,
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
