//! Keeping why native operators passed, and telling it when nobody answers.

use objmodel_gc::Borrowed;

use crate::native::refusal::Refusal;
use crate::raise::Raise;
use crate::runtime::Runtime;

/// How many are kept: both operands may pass, each by two methods.
const MAX_REFUSALS: usize = 4;

impl Runtime {
    /// Keeps the reason for which a native method passed.
    pub(crate) fn note_refusal(&self, own: Borrowed<'_>, other: Borrowed<'_>, reason: String) {
        let mut refusals = self.refusals.borrow_mut();
        if refusals.len() == MAX_REFUSALS {
            refusals.remove(0);
        }
        refusals.push(Refusal { operands: [own.bits(), other.bits()], reason });
    }

    /// Tells with an error that nobody answered why those passed that could have.
    #[cold]
    pub(crate) fn with_refusals(
        &mut self,
        mut raise: Raise,
        left: Borrowed<'_>,
        right: Borrowed<'_>,
    ) -> Raise {
        let (one, other) = ([left.bits(), right.bits()], [right.bits(), left.bits()]);
        for refusal in self.refusals.take() {
            if refusal.operands == one || refusal.operands == other {
                raise = self.with_note(raise, &refusal.reason);
            }
        }
        raise
    }
}
