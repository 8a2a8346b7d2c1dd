//! A gate before the byte meter: tests refuse charges of their choice by it.

use std::cell::{Cell, RefCell};
use std::fmt;

/// Decides about a charge of so many bytes: whether it is admitted, if the limit admits it too.
pub type Gatekeeper = Box<dyn FnMut(usize) -> bool>;

/// The gate of one meter, open until somebody keeps it.
#[derive(Default)]
pub(crate) struct Gate {
    kept: Cell<bool>,
    keeper: RefCell<Option<Gatekeeper>>,
}

impl Gate {
    /// Whether there is a keeper to be asked.
    pub(crate) fn is_kept(&self) -> bool {
        self.kept.get()
    }

    /// Puts a keeper in place, or opens the gate.
    pub(crate) fn set(&self, keeper: Option<Gatekeeper>) {
        self.kept.set(keeper.is_some());
        self.keeper.replace(keeper);
    }

    /// Whether the keeper refuses a charge. One made while he decides is not his business.
    pub(crate) fn refuses(&self, bytes: usize) -> bool {
        match self.keeper.try_borrow_mut().as_deref_mut() {
            Ok(Some(keeper)) => !keeper(bytes),
            _ => false,
        }
    }
}

impl fmt::Debug for Gate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Gate").field("kept", &self.is_kept()).finish_non_exhaustive()
    }
}
