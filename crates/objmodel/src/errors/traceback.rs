//! The path that an exception took: one entry for each activation that it left.

use objmodel_gc::{Borrowed, Gc, Value};

use crate::objects::exception::ExceptionObject;
use crate::objects::traceback::TracebackObject;
use crate::runtime::Runtime;

impl Runtime {
    /// Notes that an exception passes the innermost activation, which stands at an instruction.
    /// `locals` may be given where a `NameError` shall suggest names. Where there is no memory for
    /// it, the entry is missing.
    pub fn add_traceback(
        &mut self,
        exception: Borrowed<'_>,
        instruction: u32,
        line: u32,
        locals: Option<Value>,
    ) {
        let shared = self.memory_error.as_ref().is_some_and(|error| error.is(&exception));
        if shared || !exception.is_payload::<ExceptionObject>() {
            return;
        }
        let Ok(Some(frame)) = self.frame(0) else { return };
        if let Some(locals) = locals {
            frame.write(self).locals = Some(locals);
        }
        let next = match exception.get_mut::<ExceptionObject>(self) {
            Some(payload) => payload.traceback.take(),
            None => None,
        };
        let entry = TracebackObject { next: next.clone(), frame, instruction, line };
        let entry = self.alloc(&self.types.traceback, entry).ok().or(next);
        if let Some(payload) = exception.get_mut::<ExceptionObject>(self) {
            payload.traceback = entry;
        }
    }

    /// Gives an exception that has no traceback one of the innermost activation.
    pub(crate) fn give_traceback(&mut self, exception: &Value) {
        let has = exception.get::<ExceptionObject>(self).is_none_or(|own| own.traceback.is_some());
        if has {
            return;
        }
        let Ok(Some(frame)) = self.frame(0) else { return };
        let instruction = self.frame_instruction(&frame);
        let code = frame.read(self).code.clone();
        let position = code.frozen().body.position(instruction);
        let line = position.map_or(code.frozen().first_line, |position| position.line);
        let entry = TracebackObject { next: None, frame, instruction, line };
        let Ok(entry) = self.alloc(&self.types.traceback, entry) else { return };
        if let Some(own) = exception.get_mut::<ExceptionObject>(self) {
            own.traceback = Some(entry);
        }
    }

    /// The entries of an exception's traceback, outermost first.
    pub(crate) fn traceback_entries(
        &self,
        exception: &Gc<ExceptionObject>,
    ) -> Vec<crate::objects::traceback::Traceback> {
        self.entries_from(exception.read(self).traceback.clone())
    }

    /// The entries of a traceback from this one on, the outermost first.
    pub(crate) fn entries_from(
        &self,
        first: Option<crate::objects::traceback::Traceback>,
    ) -> Vec<crate::objects::traceback::Traceback> {
        let mut entries = Vec::new();
        let mut next = first;
        while let Some(entry) = next {
            next = entry.read(self).next.clone();
            entries.push(entry);
        }
        entries
    }
}
