//! The runtime: one world of objects, with its types, names, limits and host.

use std::any::{Any, TypeId};
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use smallvec::SmallVec;

use objmodel_gc::{Heap, HeapConfig, Value};
use objmodel_slots::Signature;

use crate::activation::Activations;
use crate::attributes::shape::Shapes;
use crate::characters::Characters;
use crate::host::{Hooks, Host, NoHost};
use crate::meter::Meter;
use crate::names::{Interner, Names};
use crate::native::refusal::Refusal;
use crate::objects::bytes::{Bytes, BytesObject};
use crate::objects::dict::Dict;
use crate::objects::frame::Frame;
use crate::objects::tuple::Tuple;
use crate::raise::Result;
use crate::stack::{DEFAULT_MAX, StackLimit};
use crate::types::method_cache::MethodCache;
use crate::types::object::Late;
use crate::types::slot::SlotOwner;
use crate::types::{Type, Types};
use crate::watch::Watch;

/// Takes the hash that a `TypeId` is made of as it is.
#[derive(Default)]
pub(crate) struct TypeIdHasher(u64);

impl Hasher for TypeIdHasher {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(byte);
        }
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 ^= hash;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// One world of objects. Any number of them may exist; nothing is shared between two.
///
/// `&mut Runtime` in a signature means that Python code may run, `&Runtime` that it cannot.
pub struct Runtime {
    pub(crate) types: Box<Types>,
    pub(crate) names: Box<Names>,
    pub(crate) interner: Interner,
    pub(crate) shapes: Shapes,
    pub(crate) method_cache: MethodCache,
    pub(crate) meter: Meter,
    pub(crate) stack: StackLimit,
    pub(crate) hash_key: (u64, u64),
    /// Exceptions that are being handled, outermost first.
    pub(crate) handled: Vec<Value>,
    pub(crate) activations: Activations,
    /// The instruction at which the innermost activation stands.
    pub(crate) place: u32,
    /// The frame object of the generator that is being resumed, or was left.
    pub(crate) resumed: Option<Frame>,
    /// Whether it was suspended while it handled an exception, if something is thrown into it.
    pub(crate) resumed_handling: bool,
    /// How many frames are noted when a coroutine is made.
    pub(crate) origin_depth: usize,
    /// Who watches scripted code while it runs.
    pub(crate) watch: Watch,
    /// Who defines the slots of generators.
    pub(crate) generator_slots: SlotOwner,
    pub(crate) next_type_id: u32,
    pub(crate) next_version: u64,
    /// The number that was given last to the globals and built-ins of a function.
    pub(crate) last_namespaces: Cell<u32>,
    /// Classes of payloads that other crates brought.
    pub(crate) registered: HashMap<TypeId, Type, BuildHasherDefault<TypeIdHasher>>,
    pub(crate) characters: Characters,
    /// The `tuple` without items.
    pub(crate) empty_tuple: Tuple,
    /// The `bytes` without bytes.
    pub(crate) empty_bytes: Bytes,
    /// Objects whose `repr` is under way, by address.
    pub(crate) repr_active: Vec<u64>,
    /// How many operations that may nest without end are under way, one in the other.
    pub(crate) nesting: u32,
    /// `sys.modules`.
    pub(crate) modules: Option<Dict>,
    /// The namespace of the module `builtins`.
    pub(crate) builtins: Option<Dict>,
    /// A `MemoryError` made beforehand, for when nothing can be allocated.
    pub(crate) memory_error: Option<Value>,
    /// The list that gets what collections find unreachable, if they are asked to keep it.
    pub(crate) garbage: Option<crate::objects::list::List>,
    pub(crate) host: Box<dyn Host>,
    pub(crate) hooks: Hooks,
    /// Why native methods passed an operator to the other operand.
    pub(crate) refusals: RefCell<Vec<Refusal>>,
    /// Signatures that were read, by the place and length of their text and whether wrong counts are told
    /// as those of functions without keywords.
    pub(crate) signatures: RefCell<HashMap<(usize, usize, bool), Rc<Signature>>>,
    pub(crate) data: HashMap<TypeId, Box<dyn Any>>,
    pub(crate) int_digit_limit: usize,
    /// What is written down of operations, if somebody wants to know.
    pub(crate) journal: Option<Box<crate::explain::Journal>>,
    /// Last, so that every handle above is gone when it is torn down.
    pub(crate) heap: Heap,
}

/// Settings of a [`Runtime`], made by [`Runtime::builder`].
pub struct Builder {
    max_bytes: Option<usize>,
    max_ticks: Option<u64>,
    max_stack: usize,
    max_depth: u32,
    hash_seed: Option<u64>,
    host: Box<dyn Host>,
    hooks: Hooks,
}

impl Builder {
    /// Most bytes that objects and their buffers may take; beyond it, `MemoryError`.
    pub fn max_bytes(mut self, bytes: usize) -> Self {
        self.max_bytes = Some(bytes);
        self
    }

    /// Most ticks of work; beyond it, [`Halt::Ticks`](crate::Halt::Ticks).
    pub fn max_ticks(mut self, ticks: u64) -> Self {
        self.max_ticks = Some(ticks);
        self
    }

    /// Most bytes of the native stack that operations may use, counted from where the runtime is
    /// built or [`Runtime::rebase_stack`] is called; beyond it, `RecursionError`. 16 MiB unless told.
    ///
    /// It is never more than the thread has, less a reserve of some 50 KiB: the operating system is
    /// asked for the stack's end (by `stacker::remaining_stack`: `pthread_getattr_np`,
    /// `pthread_get_stackaddr_np`, `VirtualQuery`, and so on). Where it does not tell, 256 KiB count.
    /// On a stack that it does not know of, see [`Runtime::on_stack`].
    pub fn max_stack(mut self, bytes: usize) -> Self {
        self.max_stack = bytes;
        self
    }

    /// Most nested calls of scripted functions; beyond it, `RecursionError`. 1000 unless told.
    pub fn max_depth(mut self, calls: u32) -> Self {
        self.max_depth = calls;
        self
    }

    /// Fixes the hashes of strings; otherwise the host's entropy decides.
    pub fn hash_seed(mut self, seed: u64) -> Self {
        self.hash_seed = Some(seed);
        self
    }

    /// Who prints, reads and tells the time.
    pub fn host(mut self, host: impl Host) -> Self {
        self.host = Box::new(host);
        self
    }

    /// Who imports, warns and hears of errors that nobody can catch.
    pub fn hooks(mut self, hooks: Hooks) -> Self {
        self.hooks = hooks;
        self
    }

    /// Makes the runtime. Its classes are empty: `objmodel_builtins::install` gives them what they do.
    ///
    /// # Errors
    /// Not even the classes fit the byte limit. With what `install` adds they need some 0.7 MB.
    pub fn try_build(mut self) -> Result<Runtime, objmodel_gc::AllocError> {
        let seed = self.hash_seed.unwrap_or_else(|| self.host.entropy());
        let hash_key = (seed ^ 0x736f_6d65_7073_6575, seed.rotate_left(32) ^ 0x646f_7261_6e64_6f6d);
        let heap = Heap::new(HeapConfig::default());
        let types = Types::bootstrap(&heap)?;
        let mut interner = Interner::default();
        let names = Names::new(|text| {
            let hash = crate::hash::of_bytes(hash_key, text.as_bytes());
            if let Some(name) = interner.find(&heap, hash, text.as_bytes()) {
                return Ok(name);
            }
            let name = crate::names::bare_str(&heap, &types, hash_key, text.as_bytes())?;
            interner.insert(&heap, name.clone());
            Ok(name)
        })?;
        let empty_tuple = heap.alloc_inline_array(&types.tuple, std::iter::empty(), 0)?;
        let empty_bytes = heap.alloc(&types.bytes, BytesObject::new(SmallVec::default()))?;
        let generator_slots = SlotOwner(types.generator.read(&heap).id);
        let mut rt = Runtime {
            types,
            empty_tuple,
            empty_bytes,
            generator_slots,
            characters: Characters::new(names.empty.clone()),
            names,
            interner,
            shapes: Shapes::default(),
            method_cache: MethodCache::default(),
            meter: Meter::new(self.max_ticks, self.max_depth),
            stack: StackLimit::new(self.max_stack),
            hash_key,
            handled: Vec::new(),
            activations: Activations::default(),
            place: 0,
            resumed: None,
            resumed_handling: false,
            origin_depth: 0,
            watch: Watch::default(),
            next_type_id: crate::types::well_known::FIRST_FREE_ID,
            next_version: 1,
            last_namespaces: Cell::new(0),
            registered: HashMap::default(),
            repr_active: Vec::new(),
            nesting: 0,
            modules: None,
            builtins: None,
            memory_error: None,
            garbage: None,
            host: self.host,
            hooks: self.hooks,
            refusals: RefCell::default(),
            signatures: RefCell::default(),
            data: HashMap::new(),
            int_digit_limit: 4300,
            journal: None,
            heap,
        };
        rt.rebase_stack();
        rt.tie_types()?;
        let limit = self.max_bytes.unwrap_or(usize::MAX);
        if rt.heap.bytes().used() > limit {
            return Err(objmodel_gc::AllocError::OutOfMemory);
        }
        rt.heap.bytes().set_limit(limit);
        Ok(rt)
    }

    /// Makes the runtime.
    ///
    /// # Panics
    /// If the machine has no memory for the built-in classes (some 300 KiB); see
    /// [`Builder::try_build`].
    pub fn build(self) -> Runtime {
        self.try_build().expect("memory for the built-in classes")
    }
}

impl Runtime {
    /// Begins to set up a runtime.
    ///
    /// ```
    /// use objmodel::prelude::*;
    ///
    /// let mut rt = Runtime::builder().max_bytes(64 << 20).max_ticks(1_000_000).hash_seed(1).build();
    /// objmodel_builtins::install(&mut rt)?;
    /// assert!(rt.heap().bytes().used() < 64 << 20);
    /// # Ok::<(), Raise>(())
    /// ```
    pub fn builder() -> Builder {
        Builder {
            max_bytes: None,
            max_ticks: None,
            max_stack: DEFAULT_MAX,
            max_depth: 1000,
            hash_seed: None,
            host: Box::new(NoHost),
            hooks: Hooks::default(),
        }
    }

    /// The built-in classes.
    #[inline]
    pub fn types(&self) -> &Types {
        &self.types
    }

    /// Interned names that the library uses.
    #[inline]
    pub fn names(&self) -> &Names {
        &self.names
    }

    /// Where the objects live.
    #[inline]
    pub fn heap(&self) -> &Heap {
        &self.heap
    }

    /// The host that was given to the builder.
    pub fn host(&mut self) -> &mut dyn Host {
        &mut *self.host
    }

    /// The host, to be asked what runs nothing.
    pub fn host_ref(&self) -> &dyn Host {
        &*self.host
    }

    /// The host's functions that take the runtime.
    pub fn hooks(&self) -> &Hooks {
        &self.hooks
    }

    /// Replaces the host's functions.
    pub fn set_hooks(&mut self, hooks: Hooks) {
        self.hooks = hooks;
    }

    /// State that a host keeps with the runtime, one per Rust type.
    pub fn data<T: Any>(&self) -> Option<&T> {
        self.data.get(&TypeId::of::<T>())?.downcast_ref()
    }

    /// State that a host keeps with the runtime, to change it.
    pub fn data_mut<T: Any>(&mut self) -> Option<&mut T> {
        self.data.get_mut(&TypeId::of::<T>())?.downcast_mut()
    }

    /// Stores state and returns what was there.
    ///
    /// ```
    /// # use objmodel::prelude::*;
    /// # let mut rt = Runtime::builder().build();
    /// # objmodel_builtins::install(&mut rt)?;
    /// struct Counter(u32);
    ///
    /// rt.set_data(Counter(0));
    /// let count = rt.function("count", "()", |rt, _| {
    ///     let Some(counter) = rt.data_mut::<Counter>() else { return Ok(0) };
    ///     counter.0 += 1;
    ///     Ok(counter.0)
    /// })?;
    /// rt.call(&count, ())?;
    /// assert_eq!(rt.call(&count, ())?.as_small_int(), Some(2));
    /// # Ok::<(), Raise>(())
    /// ```
    pub fn set_data<T: Any>(&mut self, data: T) -> Option<Box<T>> {
        self.data.insert(TypeId::of::<T>(), Box::new(data))?.downcast().ok()
    }

    /// Takes state away.
    pub fn remove_data<T: Any>(&mut self) -> Option<Box<T>> {
        self.data.remove(&TypeId::of::<T>())?.downcast().ok()
    }

    /// What is left of the tick limit, if there is one.
    pub fn ticks_left(&self) -> Option<u64> {
        self.meter.ticks_left()
    }

    /// Sets the tick limit anew, from now on.
    pub fn set_max_ticks(&mut self, ticks: Option<u64>) {
        self.meter.set_ticks(ticks);
    }

    /// A flag that another thread may set to end the run with
    /// [`Halt::Cancelled`](crate::Halt::Cancelled) within some thousand ticks. It stays set, so that
    /// whatever runs later ends too, until it is cleared: by the host, or by
    /// [`Runtime::with_limits`] when the outermost evaluation begins.
    ///
    /// ```
    /// use std::sync::atomic::Ordering;
    /// use objmodel::prelude::*;
    ///
    /// let mut rt = Runtime::builder().build();
    /// objmodel_builtins::install(&mut rt)?;
    /// let flag = rt.cancel_flag();
    /// let (sum, range) = (rt.builtin("sum").unwrap(), rt.builtin("range").unwrap());
    /// let numbers = rt.call(&range, (1_000_000_000_000_i64,))?;
    /// let outcome = rt.with_limits(Limits::default(), |rt| {
    ///     std::thread::spawn(move || flag.store(true, Ordering::Relaxed));
    ///     rt.call(&sum, (&numbers,))
    /// });
    /// assert_eq!(outcome.unwrap_err().halt(), Some(Halt::Cancelled));
    /// # Ok::<(), Raise>(())
    /// ```
    pub fn cancel_flag(&self) -> Arc<AtomicBool> {
        self.meter.cancel_flag()
    }

    /// A flag that another thread, or a handler of signals, may set to have the script raise
    /// `KeyboardInterrupt` within some thousand ticks, also in the midst of native work. Raising it
    /// clears the flag. Unlike a [cancellation](Runtime::cancel_flag), a script can catch it.
    ///
    /// ```
    /// use std::sync::atomic::Ordering;
    /// use objmodel::prelude::*;
    ///
    /// let mut rt = Runtime::builder().build();
    /// objmodel_builtins::install(&mut rt)?;
    /// let flag = rt.interrupt_flag();
    /// let (sum, range) = (rt.builtin("sum").unwrap(), rt.builtin("range").unwrap());
    /// let numbers = rt.call(&range, (1_000_000_000_000_i64,))?;
    /// std::thread::spawn(move || flag.store(true, Ordering::Relaxed));
    /// let raise = rt.call(&sum, (&numbers,)).unwrap_err();
    /// assert_eq!(raise.detach(&mut rt).to_string(), "KeyboardInterrupt");
    /// # Ok::<(), Raise>(())
    /// ```
    pub fn interrupt_flag(&self) -> Arc<AtomicBool> {
        self.meter.interrupt_flag()
    }

    /// Sets the limit of nested calls, as far as [`Limits::depth`](crate::Limits::depth) allows.
    pub fn set_max_depth(&mut self, calls: u32) {
        self.meter.set_depth(calls);
    }

    /// The digits that conversion between `int` and decimal text may have; 0 for no limit.
    pub fn int_digit_limit(&self) -> usize {
        self.int_digit_limit
    }

    /// Sets the digit limit.
    pub fn set_int_digit_limit(&mut self, digits: usize) {
        self.int_digit_limit = digits;
    }

    /// `sys.modules`.
    pub fn modules(&self) -> &Dict {
        self.modules.as_ref().expect("set when the runtime is built")
    }

    /// The namespace of the module `builtins`.
    pub fn builtins(&self) -> &Dict {
        self.builtins.as_ref().expect("set when the runtime is built")
    }

    /// What the module `builtins` has under this name: `len`, `ValueError`, what a program put there.
    ///
    /// ```
    /// # use objmodel::prelude::*;
    /// # let mut rt = Runtime::builder().build();
    /// # objmodel_builtins::install(&mut rt)?;
    /// let len = rt.builtin("len").expect("a built-in function");
    /// assert_eq!(rt.call(&len, ("abc",))?.as_small_int(), Some(3));
    /// # Ok::<(), Raise>(())
    /// ```
    pub fn builtin(&mut self, name: &str) -> Option<Value> {
        let name = self.intern(name).ok()?;
        self.dict_get_name(self.builtins(), &name)
    }

    /// The built-ins that the innermost scripted function sees: those of the runtime, unless a program gave
    /// its globals others.
    pub fn current_builtins(&self) -> Dict {
        match self.current_function() {
            Some(function) => function.frozen().builtins.clone(),
            None => self.builtins().clone(),
        }
    }

    /// The class of instances with payload `T` that was registered with
    /// [`Runtime::register_type`], or the one that [`Runtime::register_subtype`] made for the
    /// marker `T`.
    pub fn type_for<T: 'static>(&self) -> Option<&Type> {
        self.registered.get(&TypeId::of::<T>())
    }

    /// Runs what became due: `__del__` of objects that died, weakref callbacks, an automatic
    /// collection.
    ///
    /// A host that runs no function bodies of its own needs not know of it: an operation passes a safe
    /// point when it is called while no scripted call is under way, as soon as it asks a class what to
    /// do (sums of numbers and the like do not). An evaluator calls it between instructions, where
    /// CPython would run these; until its outermost call ends, operations leave that to it.
    #[inline]
    pub fn safepoint(&mut self) {
        if self.heap.wants_safepoint() {
            self.pass();
        }
    }

    /// Whether [`Runtime::safepoint`] has something to do. While scripted code is watched it always has,
    /// so that a host that looks here notices when watching begins.
    #[inline(always)]
    pub fn wants_safepoint(&self) -> bool {
        self.heap.wants_safepoint()
    }

    #[inline(never)]
    fn pass(&mut self) {
        objmodel_gc::safepoint(self);
        if self.is_watched() {
            self.heap.want_safepoint();
        }
    }

    /// At the end of an operation that may have been the death of something.
    #[inline]
    pub(crate) fn end_operation(&mut self) {
        if self.heap.wants_safepoint() {
            self.pass_safepoint();
        }
    }

    /// A safe point, unless a scripted call is under way: its host passes them between instructions,
    /// where CPython does.
    #[inline(never)]
    pub(crate) fn pass_safepoint(&mut self) {
        if self.call_depth().1 == 0 {
            self.safepoint();
        }
    }
}

impl Drop for Runtime {
    /// Takes the classes apart where nothing else would: the namespace of `dict` is itself a
    /// `dict`, and neither an object's class nor a class's namespace is ever cleared.
    fn drop(&mut self) {
        let mut all: Vec<Type> = self.types.all().into_iter().cloned().collect();
        all.push(self.types.foreign.clone());
        for class in all {
            if let Some(body) = class.try_write(&mut self.heap) {
                let dict = std::mem::replace(&mut body.dict, Late::UNSET);
                let bases = std::mem::replace(&mut body.bases, Late::UNSET);
                drop((dict, bases));
            }
        }
    }
}

impl AsRef<Heap> for Runtime {
    #[inline]
    fn as_ref(&self) -> &Heap {
        &self.heap
    }
}

impl AsMut<Heap> for Runtime {
    #[inline]
    fn as_mut(&mut self) -> &mut Heap {
        &mut self.heap
    }
}
