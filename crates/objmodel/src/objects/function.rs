//! Payload of functions whose body the host brings.

use std::cell::Cell;

use objmodel_gc::{Gc, Payload, Trace, Value};

use super::code::Code;
use super::dict::Dict;
use super::str::Str;
use super::tuple::Tuple;
use crate::raise::Result;
use crate::runtime::Runtime;

/// The payload of `function`: what running it needs. It never changes once made, so that whoever
/// runs a function holds nothing but the function, and reads this without a token. What scripts
/// may change are its [`FunctionField`]s.
#[derive(Trace)]
pub struct FunctionObject {
    /// `__code__`, unless that was set anew: see [`FunctionField::Replacement`].
    pub code: Code,
    /// `__globals__`.
    pub globals: Dict,
    /// `__builtins__`.
    pub builtins: Dict,
    /// `__closure__`: the cells of the free variables, in the order of `co_freevars`.
    pub closure: Option<Tuple>,
    /// Whether there is a replacement.
    #[trace(leaf)]
    succeeded: Cell<bool>,
    /// A number that functions share only if their globals and built-ins are the same dicts; 0 if it
    /// has none yet.
    #[trace(leaf)]
    namespaces: Cell<u32>,
}

/// What functions have in common that were numbered when there were no numbers left: nothing.
const NO_NUMBER: u32 = u32::MAX;

/// A handle to a function.
pub type Function = Gc<FunctionObject>;

impl Payload for FunctionObject {
    const FROZEN: bool = true;
}

impl FunctionObject {
    /// The payload of a function of this code.
    pub fn new(code: Code, globals: Dict, builtins: Dict, closure: Option<Tuple>) -> Self {
        let (succeeded, namespaces) = (Cell::new(false), Cell::new(0));
        FunctionObject { code, globals, builtins, closure, succeeded, namespaces }
    }

    /// The payload of a function that is defined in this one: it has the same globals and built-ins.
    pub fn inner(&self, rt: &Runtime, code: Code, closure: Option<Tuple>) -> Self {
        rt.namespaces_of(self);
        let (succeeded, namespaces) = (Cell::new(false), self.namespaces.clone());
        let (globals, builtins) = (self.globals.clone(), self.builtins.clone());
        FunctionObject { code, globals, builtins, closure, succeeded, namespaces }
    }

    /// The number of its globals and built-ins; 0 if it has none yet.
    #[inline]
    pub(crate) fn namespaces(&self) -> u32 {
        self.namespaces.get()
    }

    /// Whether calls go to a replacement, since `__code__` was set.
    #[inline]
    pub fn has_replacement(&self) -> bool {
        self.succeeded.get()
    }
}

impl Runtime {
    /// The number of a function's globals and built-ins, by which sites tell them from others; `None`
    /// if there are no numbers left. None is used again.
    pub(crate) fn namespaces_of(&self, function: &FunctionObject) -> Option<u32> {
        let known = function.namespaces.get();
        if known != 0 {
            return (known != NO_NUMBER).then_some(known);
        }
        let number = self.last_namespaces.get().saturating_add(1);
        self.last_namespaces.set(number);
        function.namespaces.set(number);
        (number != NO_NUMBER).then_some(number)
    }
}

/// An attribute of a function that scripts may change. Each has a field of the object.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum FunctionField {
    /// `__name__`, a string.
    Name,
    /// `__qualname__`, a string.
    QualName,
    /// `__module__`.
    Module,
    /// `__doc__`.
    Doc,
    /// `__defaults__`, a tuple if there are any.
    Defaults,
    /// `__kwdefaults__`, a dict if there are any.
    KeywordDefaults,
    /// `__annotations__`, a dict once it was asked for.
    Annotations,
    /// `__type_params__`, a tuple if there are any.
    TypeParams,
    /// The function that runs in place of this one since `__code__` was set. It has the parts that
    /// this one has.
    Replacement,
}

/// How many parts there are.
pub(crate) const FIELDS: u16 = FunctionField::Replacement as u16 + 1;

/// The parts that a function is made with.
pub struct FunctionFields {
    /// `__name__`.
    pub name: Str,
    /// `__qualname__`.
    pub qualname: Str,
    /// `__module__`.
    pub module: Value,
    /// `__doc__`.
    pub doc: Value,
    /// `__defaults__`.
    pub defaults: Option<Tuple>,
    /// `__kwdefaults__`.
    pub kwdefaults: Option<Dict>,
    /// `__annotations__`.
    pub annotations: Option<Value>,
}

impl Runtime {
    /// A function.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn new_function(
        &mut self,
        payload: FunctionObject,
        parts: FunctionFields,
    ) -> Result<Function> {
        let function = self.alloc(&self.types.function, payload)?;
        let fields = function.fields_mut(self);
        let parts = [
            (FunctionField::Name, Some(parts.name.into_value())),
            (FunctionField::QualName, Some(parts.qualname.into_value())),
            (FunctionField::Module, Some(parts.module)),
            (FunctionField::Doc, Some(parts.doc)),
            (FunctionField::Defaults, parts.defaults.map(Gc::into_value)),
            (FunctionField::KeywordDefaults, parts.kwdefaults.map(Gc::into_value)),
            (FunctionField::Annotations, parts.annotations),
        ];
        for (part, value) in parts {
            if let Some(field) = fields.get_mut(part as usize) {
                *field = value;
            }
        }
        Ok(function)
    }

    /// A part of a function, if it has that.
    #[inline]
    pub fn function_field<'a>(
        &'a self,
        function: &'a Function,
        part: FunctionField,
    ) -> Option<&'a Value> {
        function.fields(self).get(part as usize)?.as_ref()
    }

    /// `__name__` or `__qualname__`.
    pub fn function_name(&self, function: &Function, part: FunctionField) -> Str {
        let name = self.function_field(function, part).and_then(|name| name.downcast_ref());
        name.unwrap_or(&self.names.empty).clone()
    }

    /// Changes a part of a function, and of its replacement.
    pub fn set_function_field(
        &mut self,
        function: &Function,
        part: FunctionField,
        value: Option<Value>,
    ) {
        if part != FunctionField::Replacement
            && let Some(replacement) = self.replacement(function)
        {
            self.set_function_field(&replacement, part, value.clone());
        }
        let field = function.fields_mut(self).get_mut(part as usize);
        let old = field.and_then(|field| std::mem::replace(field, value));
        drop(old);
    }

    /// The function that runs when this one is called, if it is another one.
    pub fn replacement(&self, function: &Function) -> Option<Function> {
        if !function.frozen().has_replacement() {
            return None;
        }
        self.function_field(function, FunctionField::Replacement)?.clone().downcast().ok()
    }

    /// Sets `__code__`: a function of that code runs in place of this one from now on.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn set_function_code(&mut self, function: &Function, code: Code) -> Result<()> {
        self.check_all_own(&[function.as_ref(), code.as_ref()])?;
        let FunctionObject { globals, builtins, closure, .. } = function.frozen();
        let payload = FunctionObject::new(code, globals.clone(), builtins.clone(), closure.clone());
        let replacement = self.alloc(&self.types.function, payload)?;
        for index in 0..FunctionField::Replacement as usize {
            let part = function.fields(self).get(index).cloned().flatten();
            if let Some(field) = replacement.fields_mut(self).get_mut(index) {
                *field = part;
            }
        }
        self.set_function_field(
            function,
            FunctionField::Replacement,
            Some(replacement.into_value()),
        );
        function.frozen().succeeded.set(true);
        Ok(())
    }
}
