//! The immediate objects: `None`, `True`, `False`, `NotImplemented`, `Ellipsis`.

use objmodel_gc::Value;

/// `None`. Zero, which is also what a cleared field reads as.
pub const NONE: u8 = 0;
const FALSE: u8 = 1;
const TRUE: u8 = 2;
const NOT_IMPLEMENTED: u8 = 3;
const ELLIPSIS: u8 = 4;

/// `None`.
#[inline]
pub const fn none() -> Value {
    Value::immediate(NONE)
}

/// `True` or `False`.
#[inline]
pub const fn bool(truth: bool) -> Value {
    Value::immediate(if truth { TRUE } else { FALSE })
}

/// `NotImplemented`.
#[inline]
pub const fn not_implemented() -> Value {
    Value::immediate(NOT_IMPLEMENTED)
}

/// `...`.
#[inline]
pub const fn ellipsis() -> Value {
    Value::immediate(ELLIPSIS)
}

/// Whether `value` is `None`.
#[inline]
pub fn is_none(value: &Value) -> bool {
    value.is(&none())
}

/// Whether `value` is `NotImplemented`.
#[inline]
pub fn is_not_implemented(value: &Value) -> bool {
    value.is(&not_implemented())
}

/// The truth of `True` or `False`; `None` for anything else.
#[inline]
pub fn as_bool(value: &Value) -> Option<bool> {
    match value.as_immediate()? {
        TRUE => Some(true),
        FALSE => Some(false),
        _ => None,
    }
}

/// Which singleton an immediate is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Singleton {
    /// `None`
    None,
    /// `True` or `False`
    Bool(bool),
    /// `NotImplemented`
    NotImplemented,
    /// `Ellipsis`
    Ellipsis,
}

/// The singleton that `value` is, if it is one.
#[inline]
pub fn of(value: &Value) -> Option<Singleton> {
    Some(match value.as_immediate()? {
        NONE => Singleton::None,
        FALSE => Singleton::Bool(false),
        TRUE => Singleton::Bool(true),
        NOT_IMPLEMENTED => Singleton::NotImplemented,
        ELLIPSIS => Singleton::Ellipsis,
        _ => return None,
    })
}
