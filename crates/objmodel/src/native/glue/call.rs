//! Arguments of calls, bound to a signature.

use std::sync::OnceLock;

use objmodel_gc::Borrowed;
use objmodel_slots::{CallStyle, Signature, SlotId};

use super::class::Described;
use super::class_name;
use crate::arguments::{Args, CallArgs};
use crate::objects::dict::DictObject;
use crate::raise::Result;
use crate::runtime::Runtime;
use crate::types::Type;

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

    /// What is called by its class takes its only argument as others take several.
    fn get(&self) -> &Signature {
        self.parsed.get_or_init(|| {
            let signature = Signature::parse(self.text).unwrap_or_default();
            match signature.style() {
                CallStyle::OneArgument => signature.with_style(CallStyle::Positional),
                _ => signature,
            }
        })
    }
}

/// The arguments of a constructor whose parameters have no names: keywords are refused, unless they
/// are for the `__init__` of a subclass.
#[inline]
pub fn without_keywords<'a>(
    rt: &Runtime,
    class: &Type,
    call: CallArgs<'a>,
) -> Result<CallArgs<'a>> {
    match call.has_keywords() {
        false => Ok(call),
        true => {
            rt.refuse_keywords(class, SlotId::TpInit, call)?;
            Ok(CallArgs::positional(call.positionals()))
        }
    }
}

/// The receiver of a method that takes its arguments as they were given, and those.
#[inline]
pub fn split_receiver<'a>(
    rt: &Runtime,
    call: CallArgs<'a>,
) -> Result<(Borrowed<'a>, CallArgs<'a>)> {
    match call.split_first() {
        Some(parts) => Ok(parts),
        None => Err(rt.type_error("a method needs its object")),
    }
}

/// Binds the arguments of a call; `label` is what messages call a method, a constructor is named
/// by its class.
pub fn bind<C: Described, R>(
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
