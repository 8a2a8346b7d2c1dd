//! The exceptions that are being handled, which become the context of new ones.

use objmodel_gc::{Borrowed, Gc, Value};

use crate::objects::exception::ExceptionObject;
use crate::objects::list::ListObject;
use crate::raise::{Raise, Result};
use crate::runtime::Runtime;

impl Runtime {
    /// The exception that is being handled, innermost: `sys.exception()`.
    #[inline]
    pub fn handled(&self) -> Option<Borrowed<'_>> {
        self.handled.last().map(Value::as_ref)
    }

    /// Adds a line to `__notes__` of the exception that is being raised.
    pub fn with_note(&mut self, raise: Raise, note: &str) -> Raise {
        match self.add_note(&raise, note) {
            Ok(()) => raise,
            Err(other) => other,
        }
    }

    /// `raise error from cause` while `cause` is handled: it is the context too.
    pub fn with_cause(&mut self, error: Raise, cause: Value) -> Raise {
        if let Err(refusal) = self.check_own(&cause) {
            return refusal;
        }
        if let Some(exception) = error.as_exception()
            && let Some(payload) = exception.get_mut::<ExceptionObject>(self)
        {
            payload.suppress_context = true;
            let old = (payload.context.replace(cause.clone()), payload.cause.replace(cause));
            drop(old);
        }
        error
    }

    fn add_note(&mut self, raise: &Raise, note: &str) -> Result<()> {
        let Some(exception) = raise.as_exception() else { return Ok(()) };
        let name = self.names.notes.clone();
        let note = self.str(note)?.into_value();
        let notes = match self.instance_attribute(exception, &name) {
            Some(notes) => notes,
            None => {
                let notes = self.list(Vec::new())?.into_value();
                self.set_instance_attribute(exception, &name, notes.clone())?;
                notes
            }
        };
        match notes.downcast::<ListObject>() {
            Ok(list) => self.grow(&list, |list, meter| list.push(meter, note)),
            Err(_) => Err(self.type_error("Cannot add note: __notes__ is not a list")),
        }
    }

    /// Enters an `except` block.
    pub fn push_handled(&mut self, exception: Value) {
        self.handled.push(exception);
    }

    /// Leaves an `except` block.
    pub fn pop_handled(&mut self) -> Option<Value> {
        self.handled.pop()
    }

    /// How many `except` blocks are entered.
    #[inline]
    pub fn handled_depth(&self) -> usize {
        self.handled.len()
    }

    /// Leaves all `except` blocks entered since there were `depth`, innermost last, for a
    /// generator to keep while it is suspended.
    pub fn split_handled(&mut self, depth: usize) -> Vec<Value> {
        self.handled.split_off(depth.min(self.handled.len()))
    }

    /// Enters `except` blocks again that [`Runtime::split_handled`] left.
    pub fn extend_handled(&mut self, exceptions: Vec<Value>) {
        self.handled.extend(exceptions);
    }

    /// Sets the context of an exception that is being raised to the one that is being handled,
    /// unless that would close a cycle (data model, "Exceptions"; PEP 3134).
    pub fn chain_context(&mut self, raise: &Raise) {
        let Some(exception) = raise.as_exception() else { return };
        let Some(context) = self.handled.last().cloned() else { return };
        if context.is(&exception) {
            return;
        }
        // A cycle through older contexts is cut where it would come back to the new exception.
        // Brent's second pointer ends the walk on chains that are cyclic already.
        let mut link = context.clone();
        let (mut anchor, mut steps, mut limit) = (context.clone(), 0, 1);
        while let Some(object) = link.downcast_ref::<ExceptionObject>() {
            let Some(next) = object.try_read(self).and_then(|e| e.context.clone()) else { break };
            if next.is(&exception) {
                if let Some(object) = object.try_write(self) {
                    object.context = None;
                }
                break;
            }
            if next.is(&anchor) {
                break;
            }
            steps += 1;
            if steps == limit {
                (anchor, steps, limit) = (next.clone(), 0, limit * 2);
            }
            link = next;
        }
        if let Some(object) = exception.downcast_ref::<ExceptionObject>()
            && let Some(object) = Gc::try_write(object, self)
        {
            object.context = Some(context);
        }
    }
}
