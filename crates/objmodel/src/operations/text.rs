//! `repr(x)`, `str(x)`.

use std::fmt::{self, Write as _};

use objmodel_gc::{Borrowed, Gc};
use objmodel_slots::SlotId;

use crate::objects::builder::TextBuilder;
use crate::objects::str::{Str, StrObject};
use crate::raise::Result;
use crate::runtime::Runtime;
use crate::types::slot::{ShowFn, Slot};

/// What ends the message of a `repr` that is nested too deep.
const REPR: &str = " while getting the repr of an object";

impl Runtime {
    /// `repr(x)`.
    ///
    /// # Errors
    /// `TypeError` if `__repr__` returns no string; what it raises; `RecursionError`.
    pub fn repr<'a>(&mut self, value: impl Into<Borrowed<'a>>) -> Result<Str> {
        self.text_by(SlotId::TpRepr, "__repr__", value.into())
    }

    /// `str(x)`.
    ///
    /// # Errors
    /// As for [`Runtime::repr`], of `__str__`.
    pub fn to_str<'a>(&mut self, value: impl Into<Borrowed<'a>>) -> Result<Str> {
        let value = value.into();
        if value.is_leaf()
            && let Some(text) = value.typed::<StrObject>()
            && text.belongs_to(&self.heap)
        {
            return Ok(Str::clone(&text));
        }
        self.text_by(SlotId::TpStr, "__str__", value)
    }

    /// `repr(x)` as Rust text; see [`StrObject::as_str`] for lone surrogates.
    ///
    /// ```
    /// # use objmodel::prelude::*;
    /// # let mut rt = Runtime::builder().build();
    /// # objmodel_builtins::install(&mut rt)?;
    /// assert_eq!(rt.repr_text(&rt.str("it's")?)?, r#""it's""#);
    /// # Ok::<(), Raise>(())
    /// ```
    ///
    /// # Errors
    /// As for [`Runtime::repr`].
    pub fn repr_text<'a>(&mut self, value: impl Into<Borrowed<'a>>) -> Result<String> {
        let text = self.repr(value)?;
        Ok(text.read(self).as_str().into_owned())
    }

    /// `str(x)` as Rust text; see [`StrObject::as_str`] for lone surrogates.
    ///
    /// ```
    /// # use objmodel::prelude::*;
    /// # let mut rt = Runtime::builder().build();
    /// # objmodel_builtins::install(&mut rt)?;
    /// assert_eq!(rt.str_text(&rt.float(0.5)?)?, "0.5");
    /// # Ok::<(), Raise>(())
    /// ```
    ///
    /// # Errors
    /// As for [`Runtime::to_str`].
    pub fn str_text<'a>(&mut self, value: impl Into<Borrowed<'a>>) -> Result<String> {
        let text = self.to_str(value)?;
        Ok(text.read(self).as_str().into_owned())
    }

    /// Appends `repr(x)` without a text between, where the class shows its instances so.
    ///
    /// # Errors
    /// As for [`Runtime::repr`].
    pub fn write_repr(&mut self, value: Borrowed<'_>, out: &mut TextBuilder) -> Result<()> {
        if let Some(code) = self.slots_of(value).show(SlotId::TpRepr) {
            let code = code.enter(self, REPR)?;
            return self.nested(REPR, |rt| code(rt, value, out));
        }
        let text = self.repr(value)?;
        self.tick(text.read(self).as_bytes().len() / 64)?;
        out.append(self, text.read(self).as_bytes())
    }

    /// What native code that appends the `repr` of an object writes.
    ///
    /// # Errors
    /// What it raises; `MemoryError`.
    pub fn shown_by(&mut self, code: ShowFn, value: Borrowed<'_>) -> Result {
        let mut text = TextBuilder::new(self);
        code(self, value, &mut text)?;
        text.finish(self).map(Gc::into_value)
    }

    /// `ascii(x)`: `repr(x)` with all beyond ASCII escaped.
    ///
    /// # Errors
    /// As for [`Runtime::repr`].
    pub fn ascii<'a>(&mut self, value: impl Into<Borrowed<'a>>) -> Result<Str> {
        let shown = self.repr(value)?;
        if shown.read(self).is_ascii() {
            return Ok(shown);
        }
        let mut escaped = TextBuilder::new(self);
        let shown = shown.read(self);
        self.tick(shown.len() / 16)?;
        for point in shown.code_points() {
            let written = match point {
                0..=0x7f => escaped.push_byte(point as u8).map_err(|_| fmt::Error),
                0x80..=0xff => write!(escaped, "\\x{point:02x}"),
                0x100..=0xffff => write!(escaped, "\\u{point:04x}"),
                _ => write!(escaped, "\\U{point:08x}"),
            };
            written.map_err(|fmt::Error| self.memory_error())?;
        }
        escaped.finish(self)
    }

    /// `format(x, spec)`; text and small integers without a spec take the short way.
    ///
    /// # Errors
    /// `TypeError` if `__format__` is not there or returns no string; what it raises.
    pub fn format<'a>(&mut self, value: impl Into<Borrowed<'a>>, spec: &Str) -> Result<Str> {
        let value = value.into();
        self.check_all_own(&[value, spec.as_ref()])?;
        if spec.read(self).is_empty()
            && (value.as_small_int().is_some()
                || (value.is_leaf() && value.is_payload::<StrObject>()))
        {
            return self.to_str(value);
        }
        let name = self.names.format.clone();
        let Some(answer) = self.call_named(value, &name, &[spec.as_ref()])? else {
            return Err(self
                .type_error(format!("Type {} doesn't define __format__", self.type_name(value))));
        };
        match answer.downcast::<StrObject>() {
            Ok(text) => Ok(text),
            Err(other) => Err(self.type_error(format!(
                "__format__ must return a str, not {}",
                self.type_name(other.as_ref())
            ))),
        }
    }

    /// What `__repr__` returns, be it a string or not: the `__str__` that `object` has.
    ///
    /// # Errors
    /// What `__repr__` raises; `RecursionError`.
    pub fn repr_unchecked(&mut self, value: Borrowed<'_>) -> Result {
        self.answer_of(SlotId::TpRepr, value)
    }

    fn answer_of(&mut self, id: SlotId, value: Borrowed<'_>) -> Result {
        match self.slots_of(value).get(id) {
            Slot::Unary(_, code) => {
                let code = code.enter(self, REPR)?;
                match id {
                    SlotId::TpRepr => self.nested(REPR, |rt| code(rt, value)),
                    _ => code(self, value),
                }
            }
            Slot::Show(_, code) => {
                let code = code.enter(self, REPR)?;
                self.nested(REPR, |rt| rt.shown_by(code, value))
            }
            Slot::Python(function) => {
                let function = function.clone();
                if id != SlotId::TpRepr {
                    return self.call_unbound(&function, value, &[]);
                }
                let answer =
                    self.nested(REPR, |rt| rt.call_method_if_bound(&function, value, &[]))?;
                if let Some(answer) = answer {
                    return Ok(answer);
                }
                let name = self.type_name(value);
                let address = value.identity();
                self.str(&format!("<{name} object at {address:#x}>")).map(Gc::into_value)
            }
            _ => {
                let name = self.type_name(value).to_owned();
                self.str(&format!("<{name} object at {:#x}>", value.bits())).map(Gc::into_value)
            }
        }
    }

    fn text_by(&mut self, id: SlotId, method: &str, value: Borrowed<'_>) -> Result<Str> {
        let answer = self.answer_of(id, value)?;
        match answer.downcast::<StrObject>() {
            Ok(text) => Ok(text),
            Err(other) => Err(self.type_error(format!(
                "{method} returned non-string (type {})",
                self.type_name(other.as_ref())
            ))),
        }
    }

    /// Shows the items of a container; `None` if its `repr` is under way already, so that `...` stands
    /// for it. Also after a panic in `work` it is not under way any more.
    ///
    /// # Errors
    /// What `work` returns.
    pub fn within_repr<T>(
        &mut self,
        value: Borrowed<'_>,
        work: impl FnOnce(&mut Runtime) -> Result<T>,
    ) -> Result<Option<T>> {
        let address = value.bits();
        if self.repr_active.contains(&address) {
            return Ok(None);
        }
        self.repr_active.push(address);
        let leave = |rt: &mut Runtime| {
            if let Some(at) = rt.repr_active.iter().rposition(|&active| active == address) {
                rt.repr_active.swap_remove(at);
            }
        };
        self.finally(work, leave).map(Some)
    }
}
