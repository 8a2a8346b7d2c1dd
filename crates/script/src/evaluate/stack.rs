//! The register stack of a run of the loop, and the activations that wait in it.
//!
//! The windows of a run lie one after the other in one buffer: a callee's begins in its caller's, at
//! the arguments, which so stay where they were computed. The loop derives its window anew whenever
//! it enters or leaves an activation; while it holds a window nobody else can reach the buffer, so
//! growing it leaves no stale one. Native code in between begins another run with a buffer of its
//! own. Beyond the innermost window's last register there are no objects, only immediates.

use std::cell::RefCell;

use objmodel::host::Resumption;
use objmodel::objects::generator::Generator;
use objmodel::{Result, Runtime, Value};

use super::body::Body;
use super::registers::{self, Registers, WINDOW};

/// What the result of an activation is for.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Then {
    /// It goes to the destination.
    #[default]
    Store,
    /// It must be `None`: the instance that was initialized goes to the destination.
    Instance,
    /// It is what the left operand's class says of an operation; the right one's may be asked next.
    Binary,
    /// It is what one operand's class says of a comparison; the other one's may be asked next.
    Compare,
    /// Its truth decides about a jump that compares.
    Branch,
    /// It is an item, and goes where the instruction says.
    Item,
    /// It is an attribute, and goes where the instruction says.
    Attribute,
    /// It is the next item of an iterator with a scripted `__next__`.
    Next,
    /// A generator that a loop asks for its next item: what it yields; the loop ends when it
    /// returns.
    Generator,
    /// A generator that a call asks, of `next` or of its method `send`: what it yields is the result;
    /// `next` has a default for when it returns, or that is a `StopIteration`.
    Answer,
    /// A generator or coroutine that another one delegates to: what it yields, that one yields too;
    /// what it returns goes to the destination.
    Delegate,
}

/// An activation that waits for the one that it called.
#[derive(Default)]
pub(super) struct Caller {
    pub(super) body: Option<Body>,
    /// Where its window begins.
    pub(super) base: usize,
    /// The instruction after the one that called.
    pub(super) next: usize,
    /// The register that receives the result.
    pub(super) destination: u8,
    /// The register of what was called, where an instance waits to be initialized.
    pub(super) row: u8,
    pub(super) then: Then,
}

/// The registers and the waiting activations of a run.
pub(super) struct Stack {
    pub(super) registers: Vec<Option<Value>>,
    pub(super) callers: Callers,
    pub(super) charged: usize,
    /// The instruction at which the activation that the run began with was left by a `yield`.
    pub(super) place: usize,
    /// The generators that run in it, outermost first.
    pub(super) generators: Vec<Running>,
}

/// A generator that runs without native recursion.
pub(super) struct Running {
    pub(super) generator: Generator,
    pub(super) resumption: Resumption,
}

/// The activations that wait, outermost first, and places for more.
#[derive(Default)]
pub(super) struct Callers {
    places: Vec<Caller>,
    depth: usize,
}

impl Callers {
    /// The place of one that begins to wait; it is empty, but for what no longer counts.
    #[inline(always)]
    fn push(&mut self) -> &mut Caller {
        let depth = self.depth;
        self.depth += 1;
        if depth >= self.places.len() {
            self.grow();
        }
        &mut self.places[depth]
    }

    /// Lets an activation wait. The place is written field by field: made elsewhere and copied, it
    /// would be read in other pieces than it was written, which processors are slow at.
    #[inline(always)]
    pub(super) fn wait(
        &mut self,
        body: Body,
        base: usize,
        next: usize,
        destination: u8,
        row: u8,
        then: Then,
    ) {
        let place = self.push();
        place.body = Some(body);
        place.base = base;
        place.next = next;
        place.destination = destination;
        place.row = row;
        place.then = then;
    }

    #[cold]
    fn grow(&mut self) {
        let more = (2 * self.places.len()).max(FEW_CALLERS);
        self.places.resize_with(more, Caller::default);
    }

    /// The one that waits for the innermost, which is over.
    #[inline(always)]
    pub(super) fn pop(&mut self) -> Option<&mut Caller> {
        self.depth = self.depth.checked_sub(1)?;
        self.places.get_mut(self.depth)
    }
}

/// The registers of a new stack: a window and a few of those that begin in it.
const FEW_REGISTERS: usize = WINDOW + 192;
const FEW_CALLERS: usize = 16;

impl Stack {
    /// The window that begins at a register.
    #[inline(always)]
    pub(super) fn window(registers: &mut [Option<Value>], base: usize) -> Option<&mut Registers> {
        registers.get_mut(base..)?.first_chunk_mut()
    }

    /// Sees to it that a window that begins at a register has room.
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub(super) fn room(
        registers: &mut Vec<Option<Value>>,
        charged: &mut usize,
        rt: &Runtime,
        base: usize,
    ) -> Result<()> {
        match base + WINDOW > registers.len() {
            true => Stack::grow(registers, charged, rt, base),
            false => Ok(()),
        }
    }

    #[cold]
    #[inline(never)]
    fn grow(
        registers: &mut Vec<Option<Value>>,
        charged: &mut usize,
        rt: &Runtime,
        base: usize,
    ) -> Result<()> {
        let more = (base + WINDOW).max(2 * registers.len()) - registers.len();
        // Each activation has a register at least, and one that waits takes a place.
        let bytes = more * (size_of::<Option<Value>>() + size_of::<Caller>());
        rt.charge(bytes)?;
        *charged += bytes;
        registers.resize_with(registers.len() + more, || None);
        Ok(())
    }

    /// Empties the registers of an activation that did not begin or did not end well.
    #[cold]
    pub(super) fn abandon(&mut self, words: usize) {
        registers::clear_all(self.registers.get_mut(..words).unwrap_or_default());
    }
}

/// Stacks that runs left to be used by later ones: nothing is allocated for a run in the usual case.
#[derive(Default)]
#[allow(clippy::vec_box, reason = "each is taken out and put back by every run")]
pub(super) struct Pool(RefCell<Vec<Box<Stack>>>);

/// How many a pool keeps, and the most registers and places of each.
const KEPT: usize = 32;
const KEPT_REGISTERS: usize = 1024;
const KEPT_CALLERS: usize = 64;

impl Pool {
    /// A stack without objects.
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub(super) fn take(&self, rt: &Runtime) -> Result<Box<Stack>> {
        let kept = self.0.borrow_mut().pop();
        match kept {
            Some(stack) => Ok(stack),
            None => Pool::make(rt),
        }
    }

    #[cold]
    fn make(rt: &Runtime) -> Result<Box<Stack>> {
        let charged = FEW_REGISTERS * size_of::<Option<Value>>();
        rt.charge(charged)?;
        let registers = vec![None; FEW_REGISTERS];
        Ok(Box::new(Stack {
            registers,
            callers: Callers::default(),
            charged,
            place: 0,
            generators: Vec::new(),
        }))
    }

    /// Takes a stack back, which has no objects.
    #[inline]
    pub(super) fn put(&self, rt: &Runtime, mut stack: Box<Stack>) {
        debug_assert!(stack.registers.iter().flatten().all(|held| !held.is_object()));
        let mut pool = self.0.borrow_mut();
        if stack.charged != 0 {
            stack.shrink(rt);
        }
        if pool.len() < KEPT {
            pool.push(stack);
        }
    }
}

impl Stack {
    /// Gives back what was charged, and what is too large to be kept for nothing.
    #[cold]
    fn shrink(&mut self, rt: &Runtime) {
        rt.heap().bytes().credit(self.charged);
        self.charged = 0;
        self.registers.truncate(KEPT_REGISTERS);
        self.registers.shrink_to(KEPT_REGISTERS);
        self.callers.places.truncate(KEPT_CALLERS);
        self.callers.places.shrink_to(KEPT_CALLERS);
    }
}
