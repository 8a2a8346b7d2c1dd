//! Conversions that several types offer: asking a slot of one operand.

use objmodel::slots::{SlotId, SpecialId};
use objmodel::{Borrowed, Result, Runtime, Value};

/// What a conversion slot of the operand's class answers, native or Python; `None` if it has none.
///
/// # Errors
/// What the method raises.
pub(crate) fn unary(rt: &mut Runtime, slot: SlotId, value: Borrowed<'_>) -> Result<Option<Value>> {
    let special = match slot {
        SlotId::NbInt => SpecialId::Int,
        SlotId::NbFloat => SpecialId::Float,
        _ => SpecialId::Index,
    };
    match rt.lookup_special(value, special) {
        Some(method) => rt.call_unbound(&method, value, &[]).map(Some),
        None => Ok(None),
    }
}
