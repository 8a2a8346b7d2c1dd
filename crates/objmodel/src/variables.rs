//! The variables of activations, as `f_locals` shows and changes them (PEP 667).
//!
//! A host keeps variables where it likes. Of an activation that runs it shows them here before other
//! code may run, and what is written meanwhile waits at the frame until the host takes it, before its
//! next instruction: so nothing goes that the host has lent.

use objmodel_gc::Value;

use crate::objects::cell::CellObject;
use crate::objects::dict::Dict;
use crate::objects::frame::Frame;
use crate::objects::str::Str;
use crate::objects::tuple::TupleObject;
use crate::raise::Result;
use crate::runtime::Runtime;

/// A variable of a code object.
#[derive(objmodel_gc::Trace)]
pub struct Variable {
    /// Its name.
    pub name: Str,
    /// Where an activation has it.
    #[trace(leaf)]
    pub place: Place,
}

/// Where an activation has a variable, among the values that its host shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// It is the value with this number.
    Own(u32),
    /// It is in the cell with this number.
    Cell(u32),
    /// It is in a cell of a tuple: the number of the tuple, and that of the cell in it.
    Far(u32, u32),
}

/// What a variable holds, among the values that its host shows.
pub fn variable_in(rt: &Runtime, values: &[Option<Value>], place: Place) -> Option<Value> {
    let at = |index: u32| values.get(index as usize)?.clone();
    match place {
        Place::Own(index) => at(index),
        Place::Cell(index) => at(index)?.get::<CellObject>(rt)?.contents.clone(),
        Place::Far(tuple, index) => {
            far(rt, &at(tuple)?, index)?.get::<CellObject>(rt)?.contents.clone()
        }
    }
}

fn far(rt: &Runtime, tuple: &Value, index: u32) -> Option<Value> {
    tuple.get::<TupleObject>(rt)?.items().get(index as usize).cloned()
}

impl Runtime {
    /// Shows the values of the innermost activation's variables.
    pub fn show_variables(&mut self, values: &[Option<Value>]) {
        let Some(shown) = self.innermost_variables() else { return };
        shown.resize(values.len(), None);
        for (shown, value) in shown.iter_mut().zip(values) {
            let same = match (&*shown, value) {
                (Some(shown), Some(value)) => shown.is(value),
                (None, None) => true,
                _ => false,
            };
            if !same {
                let old = std::mem::replace(shown, value.clone());
                drop(old);
            }
        }
    }

    /// What was written to variables of the innermost activation and waits for it.
    #[inline]
    pub fn take_writes(&mut self) -> Vec<(u32, Value)> {
        let Some(frame) = self.seen_frame().cloned() else { return Vec::new() };
        match frame.read(self).writes.is_empty() {
            true => Vec::new(),
            false => std::mem::take(&mut frame.write(self).writes),
        }
    }

    fn shown_value(&self, frame: &Frame, index: u32) -> Option<Value> {
        self.variables_of(frame).get(index as usize)?.clone()
    }

    /// What a variable of a frame holds.
    pub fn frame_variable(&self, frame: &Frame, place: Place) -> Option<Value> {
        variable_in(self, self.variables_of(frame), place)
    }

    /// Gives a variable of a frame another value; its activation gets it before it goes on.
    pub fn set_frame_variable(&mut self, frame: &Frame, place: Place, value: Value) {
        let cell = match place {
            Place::Own(index) => {
                let payload = frame.write(self);
                let old = match payload.writes.iter_mut().find(|(at, _)| *at == index) {
                    Some(waiting) => Some(std::mem::replace(&mut waiting.1, value.clone())),
                    None => {
                        payload.writes.push((index, value.clone()));
                        None
                    }
                };
                let shown = self.variables_of_mut(frame);
                if shown.len() <= index as usize {
                    shown.resize(index as usize + 1, None);
                }
                let shown = shown.get_mut(index as usize).and_then(|shown| shown.replace(value));
                drop((old, shown));
                return;
            }
            Place::Cell(index) => self.shown_value(frame, index),
            Place::Far(tuple, index) => {
                self.shown_value(frame, tuple).and_then(|tuple| far(self, &tuple, index))
            }
        };
        let old = match cell.as_ref().and_then(|cell| cell.get_mut::<CellObject>(self)) {
            Some(cell) => cell.contents.replace(value),
            None => None,
        };
        drop(old);
    }

    /// What was written to a frame under names that are none of its variables.
    ///
    /// # Errors
    /// `MemoryError` if it has to be made.
    pub fn extra_variables(&mut self, frame: &Frame, make: bool) -> Result<Option<Dict>> {
        let known = frame.read(self).extra.clone();
        if known.is_some() || !make {
            return Ok(known);
        }
        let made = self.dict()?;
        frame.write(self).extra = Some(made.clone());
        Ok(Some(made))
    }

    /// The same of the innermost activation, if it has any.
    pub fn own_extra_variables(&self) -> Option<Dict> {
        self.seen_frame()?.read(self).extra.clone()
    }
}
