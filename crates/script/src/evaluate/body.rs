//! The body of a code object: compiled instructions with what they need at run time.

use std::any::Any;
use std::mem::ManuallyDrop;
use std::rc::Rc;

use objmodel::gc::{ClearSink, Visitor};
use objmodel::host::{self, CodeBody};
use objmodel::objects::code::Code;
use objmodel::objects::function::Function;
use objmodel::objects::str::Str;
use objmodel::{AttrCache, CallArgs, GlobalCache, Result, Runtime, Trace, Value};

use super::calls::{self, Pool};
use super::frame::{self, Registers};
use super::{call, generator};
use crate::compile::Unit;

/// A unit with its constants and names as objects, and a cache for each site.
pub(super) struct Parts {
    pub(super) unit: Rc<Unit>,
    pub(super) constants: Vec<Value>,
    pub(super) names: Vec<Str>,
    /// For each constant that is a tuple of strings, its items: keyword names of calls.
    pub(super) keywords: Vec<Box<[Value]>>,
    pub(super) attributes: Vec<Site<AttrCache>>,
    /// The name at each method site.
    pub(super) methods: Vec<Str>,
    pub(super) globals: Vec<Site<GlobalCache>>,
    /// Places for tracebacks, with columns in code points.
    pub(super) positions: Vec<host::Position>,
    pub(super) doc: Value,
    /// How many parameters there are, if a call with that many arguments fills them one by one and
    /// runs to its end: no generator, no `*`, no `**`, nothing keyword-only.
    pub(super) direct: Option<usize>,
    pub(super) generator: bool,
    /// How many words an activation needs: registers, then the locals beyond them.
    pub(super) words: usize,
    /// How many of them hold variables and cells; all, if there are locals beyond the registers.
    pub(super) lasting: usize,
    pub(super) pool: Rc<Pool>,
}

/// A place in the code that names something, with what it remembers of it.
pub(super) struct Site<Cache> {
    pub(super) name: Str,
    pub(super) cache: Cache,
}

impl<Cache: Default> Site<Cache> {
    /// One that remembers nothing yet.
    pub(super) fn of(name: &Str) -> Self {
        Site { name: name.clone(), cache: Cache::default() }
    }
}

/// The body of a code object: its parts, which activations share while they last.
#[derive(Clone)]
pub(super) struct Body(Rc<Parts>);

impl std::ops::Deref for Body {
    type Target = Parts;

    #[inline(always)]
    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl Body {
    pub(super) fn new(parts: Parts) -> Body {
        Body(Rc::new(parts))
    }

    /// The body of a code object, if it is one of ours.
    #[inline]
    pub(super) fn of(code: &Code) -> Option<&Body> {
        let body: &dyn Any = &*code.frozen().body;
        body.downcast_ref()
    }

    /// Calls a function that has this body, with so many empty registers.
    #[inline(always)]
    fn call_in(
        &self,
        rt: &mut Runtime,
        function: &Function,
        args: CallArgs<'_>,
        registers: &mut Registers,
    ) -> Result {
        let given = args.positionals();
        let defaults = match args.has_keywords() {
            true => None,
            false => calls::defaults(rt, function, self, given.len()),
        };
        match defaults {
            Some(defaults) => {
                for (register, argument) in registers.iter_mut().zip(given) {
                    frame::fill(register, argument.to_value());
                }
                for (register, default) in registers.iter_mut().skip(given.len()).zip(defaults) {
                    frame::fill(register, default.clone());
                }
            }
            None => rt.bind_arguments(function, args, registers)?,
        }
        call::enclose(rt, function, self, registers);
        call::activate(rt, function, self, None, registers)
    }

    #[inline(never)]
    fn call_large(&self, rt: &mut Runtime, function: &Function, args: CallArgs<'_>) -> Result {
        let bytes = self.words * size_of::<Option<Value>>();
        rt.charge(bytes)?;
        let outcome = self.call_in(rt, function, args, &mut vec![None; self.words]);
        rt.heap().bytes().credit(bytes);
        outcome
    }
}

/// Activations that native code begins have up to so many registers on the native stack.
const FEW: usize = 16;

impl Trace for Body {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.constants.trace(visitor);
        self.names.trace(visitor);
        self.keywords.trace(visitor);
        self.doc.trace(visitor);
    }

    // What still runs keeps its parts.
    fn clear(&mut self, sink: &mut ClearSink) {
        let Some(parts) = Rc::get_mut(&mut self.0) else { return };
        Trace::clear(&mut parts.constants, sink);
        Trace::clear(&mut parts.keywords, sink);
        Trace::clear(&mut parts.doc, sink);
    }
}

impl CodeBody for Body {
    fn call(&self, rt: &mut Runtime, function: &Function, args: CallArgs<'_>) -> Result {
        if self.generator {
            return generator::begin(rt, function, self, args);
        }
        if self.words > FEW {
            return self.call_large(rt, function, args);
        }
        // Emptied by hand, which looks at no more of them than are used.
        let mut registers = ManuallyDrop::new([const { None }; FEW]);
        let registers = registers.get_mut(..self.words).unwrap_or_default();
        let outcome = self.call_in(rt, function, args, registers);
        // Who returns has no objects in temporaries.
        let used = if outcome.is_ok() { self.lasting } else { self.words };
        frame::clear_all(registers.get_mut(..used).unwrap_or_default());
        outcome
    }

    fn position(&self, instruction: u32) -> Option<host::Position> {
        self.positions.get(instruction as usize).copied()
    }

    fn doc(&self) -> Option<&Value> {
        Some(&self.doc)
    }

    fn copy(&self) -> Option<Box<dyn CodeBody>> {
        Some(Box::new(Body::new(Parts {
            unit: self.unit.clone(),
            constants: self.constants.clone(),
            names: self.names.clone(),
            keywords: self.keywords.clone(),
            attributes: self.attributes.iter().map(|site| Site::of(&site.name)).collect(),
            methods: self.methods.clone(),
            globals: self.globals.iter().map(|site| Site::of(&site.name)).collect(),
            positions: self.positions.clone(),
            doc: self.doc.clone(),
            direct: self.direct,
            generator: self.generator,
            words: self.words,
            lasting: self.lasting,
            pool: self.pool.clone(),
        })))
    }
}
