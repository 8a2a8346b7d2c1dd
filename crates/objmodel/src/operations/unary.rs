//! `-x`, `+x`, `~x`, `abs(x)`.

use objmodel_gc::Borrowed;
use objmodel_slots::UnaryOp;

use crate::raise::Result;
use crate::runtime::Runtime;
use crate::types::slot::Slot;

impl Runtime {
    /// A unary operator, or `abs`.
    ///
    /// # Errors
    /// `TypeError` if the class does not know it; what its method raises.
    pub fn unary<'a>(&mut self, op: UnaryOp, operand: impl Into<Borrowed<'a>>) -> Result {
        let operand = operand.into();
        match self.slots_of(operand).get(op.slot()) {
            Slot::Unary(_, code) => code.enter(self, "")?(self, operand),
            Slot::Python(function) => {
                let function = function.clone();
                self.call_unbound(&function, operand, &[])
            }
            _ => Err(self.type_error(op.unsupported(self.type_name(operand)))),
        }
    }
}
