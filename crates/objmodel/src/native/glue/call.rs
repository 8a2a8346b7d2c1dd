//! Arguments of calls, bound to a signature.

use std::sync::OnceLock;

use objmodel_gc::Borrowed;
use objmodel_slots::Signature;

use super::super::class::PyClass;
use super::class_name;
use crate::arguments::{Args, CallArgs};
use crate::objects::dict::DictObject;
use crate::raise::Result;
use crate::runtime::Runtime;

/// The dict of surplus keywords, `None` if there are none.
pub fn keywords<'a>(rt: &Runtime, given: Borrowed<'a>) -> Borrowed<'a> {
    match given.get::<DictObject>(rt) {
        Some(dict) if dict.is_empty() => crate::arguments::NONE.as_ref(),
        _ => given,
    }
}

/// The signature of a slot's function, parsed when it is first called.
pub struct StaticSignature {
    text: &'static str,
    parsed: OnceLock<Signature>,
}

impl StaticSignature {
    pub const fn new(text: &'static str) -> StaticSignature {
        StaticSignature { text, parsed: OnceLock::new() }
    }

    fn get(&self) -> &Signature {
        self.parsed.get_or_init(|| Signature::parse(self.text).unwrap_or_default())
    }
}

/// Binds the arguments of a call; `label` is what messages call a method, a constructor is named
/// by its class.
pub fn bind<C: PyClass, R>(
    rt: &mut Runtime,
    signature: &StaticSignature,
    label: Option<&str>,
    call: CallArgs<'_>,
    code: impl FnOnce(&mut Runtime, Args<'_>) -> Result<R>,
) -> Result<R> {
    let class = class_name::<C>();
    let name = match label {
        Some(label) => format_label(class, label),
        None => std::borrow::Cow::Borrowed(class),
    };
    rt.bind_call(signature.get(), &name, call, code)
}

/// Binds the arguments of a call of what has this name.
pub fn bind_as<R>(
    rt: &mut Runtime,
    signature: &StaticSignature,
    name: &str,
    call: CallArgs<'_>,
    code: impl FnOnce(&mut Runtime, Args<'_>) -> Result<R>,
) -> Result<R> {
    rt.bind_call(signature.get(), name, call, code)
}

fn format_label(class: &str, label: &str) -> std::borrow::Cow<'static, str> {
    std::borrow::Cow::Owned(format!("{class}.{}", label.trim_end_matches("()")))
}
