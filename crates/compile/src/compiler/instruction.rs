//! The register machine's instructions: 64 bits each.
//!
//! `a`, `b` and `c` are registers of the frame or small numbers, `imm` is a number, an index into
//! one of the unit's tables, or a jump target. Where an operand is a temporary that the instruction
//! uses up, the flag [`TAKE_B`] or [`TAKE_C`] in `imm` says so; other operands are borrowed.

/// In `imm`: the instruction clears register `b` when it is done.
pub const TAKE_B: u32 = 1 << 31;
/// In `imm`: the instruction clears register `c` when it is done.
pub const TAKE_C: u32 = 1 << 30;
/// In `imm`: the instruction clears register `a` when it is done.
pub const TAKE_A: u32 = 1 << 29;
/// In the `imm` of a call: a `LoadMethod` has said whether there is a receiver in `a + 1`. Without it
/// there is none, whatever the register holds.
pub const METHOD: u32 = TAKE_A;
/// The part of `imm` that is an index or a jump target.
pub const INDEX: u32 = TAKE_A - 1;

/// One instruction, packed into a word: whoever executes it takes out what it needs.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(transparent)]
pub struct Instruction(u64);

impl Instruction {
    /// An instruction with its operands.
    pub fn new(op: Op, a: u8, b: u8, c: u8, imm: u32) -> Instruction {
        Instruction(u64::from_le_bytes([op as u8, a, b, c, 0, 0, 0, 0]) | u64::from(imm) << 32)
    }

    /// The instruction as a word.
    pub(super) fn bits(self) -> u64 {
        self.0
    }

    /// The instruction that a word is.
    pub(super) fn of_bits(bits: u64) -> Instruction {
        Instruction(bits)
    }

    /// The number of the operation, one of [`opcode`].
    #[inline(always)]
    pub fn code(self) -> u8 {
        self.0 as u8
    }

    /// What to do.
    #[inline]
    pub fn op(self) -> Op {
        OPERATIONS.get(usize::from(self.code())).copied().unwrap_or(Op::Nop)
    }

    /// First operand, mostly the destination.
    #[inline(always)]
    pub fn a(self) -> u8 {
        (self.0 >> 8) as u8
    }

    /// Second operand.
    #[inline(always)]
    pub fn b(self) -> u8 {
        (self.0 >> 16) as u8
    }

    /// Third operand.
    #[inline(always)]
    pub fn c(self) -> u8 {
        (self.0 >> 24) as u8
    }

    /// Number, index or jump target, with the take flags.
    #[inline(always)]
    pub fn imm(self) -> u32 {
        (self.0 >> 32) as u32
    }

    /// The instruction with a jump target in place of none.
    pub fn with_target(self, target: u32) -> Instruction {
        Instruction(self.0 | u64::from(target & INDEX) << 32)
    }

    /// The index or jump target in `imm`.
    #[inline(always)]
    pub fn index(self) -> usize {
        (self.imm() & INDEX) as usize
    }

    /// The small number in `c`.
    #[inline(always)]
    pub fn small(self) -> i64 {
        i64::from(self.c() as i8)
    }
}

impl std::fmt::Debug for Instruction {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (a, b, c, imm) = (self.a(), self.b(), self.c(), self.imm());
        write!(f, "{} {a} {b} {c} {imm:#x}", self.op().name())
    }
}

/// How the disassembler shows an instruction's operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// No operands.
    Nothing,
    /// `a`
    A,
    /// `b`
    B,
    /// `a`, a number in `imm`
    ACount,
    /// `a, b`
    AB,
    /// `a, b, c`
    ABC,
    /// `a`, constant
    AConst,
    /// `a`, name
    AName,
    /// `b`, name
    BName,
    /// `a, b`, name
    ABName,
    /// `a, b, c` and the operator of a site
    ABCOperator,
    /// `a, b`, a small number in `c`, and the operator of a site
    ABSmallOperator,
    /// jump target
    Jump,
    /// `b`, jump target
    BJump,
    /// `a, b`, jump target
    ABJump,
    /// `b, c`, sense in `a`, jump target
    Compare,
    /// `b`, small number in `c`, sense in `a`, jump target
    CompareSmall,
    /// `a, b`, a number in `imm`
    ABCount,
    /// `a, b, c`, a number in `imm`
    ABCCount,
    /// `a, b`, a constant
    ABConst,
    /// `a, b, c`, name
    ABCName,
}

impl Op {
    /// Whether the right operand is the small number in `c`.
    pub fn has_small_operand(self) -> bool {
        matches!(self.shape(), Shape::ABSmallOperator | Shape::CompareSmall)
    }
}

macro_rules! operations {
    ($($(#[doc = $doc:literal])* $name:ident $shape:ident,)*) => {
        /// What an instruction does.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[repr(u8)]
        pub enum Op { $($(#[doc = $doc])* $name,)* }

        /// The operations by their numbers.
        const OPERATIONS: &[Op] = &[$(Op::$name,)*];

        /// The numbers of the operations, to be matched.
        #[allow(non_upper_case_globals, reason = "each is the number of the operation of that name")]
        pub mod opcode {
            $($(#[doc = $doc])* pub const $name: u8 = super::Op::$name as u8;)*
        }

        impl Op {
            /// The name that the disassembler shows.
            pub fn name(self) -> &'static str {
                match self { $(Op::$name => stringify!($name),)* }
            }

            /// How its operands are to be read.
            pub fn shape(self) -> Shape {
                match self { $(Op::$name => Shape::$shape,)* }
            }
        }
    };
}

operations! {
    /// Does nothing.
    Nop Nothing,
    /// `a` becomes the value of temporary `b`, which is left empty.
    Move AB,
    /// `a` becomes the value of `b`.
    Copy AB,
    /// Empties `a`.
    Clear A,
    /// `a` becomes a constant.
    Const AConst,
    /// Raises UnboundLocalError if local `b` is empty.
    CheckLocal BName,
    /// Empties local `b`; UnboundLocalError if it is empty.
    DeleteLocal BName,
    /// `a` becomes the tuple of `imm` cells for the locals beyond the registers.
    MakeFar ABCount,
    /// `a` becomes the value of a local beyond the registers.
    LoadSpilled AName,
    /// A local beyond the registers becomes the value of `b`.
    StoreSpilled BName,
    /// Empties a local beyond the registers.
    DeleteSpilled BName,
    /// `a` becomes the cell of a variable that the function carries beyond the registers: the one with
    /// the number `imm` in the tuple `b`.
    FarCell ABCount,
    /// In the tuple `a` of cells beyond the registers the one with the number `imm` becomes a new one.
    RenewFarCell ACount,
    /// The `imm` temporaries from `a` on move into one object, which `a` becomes.
    Spill ACount,
    /// What `Spill` moved into the object in `b` moves back into the `imm` temporaries from `b` on; then
    /// `a` becomes what temporary `c` held.
    Unspill ABCCount,
    /// `a` becomes a new empty cell.
    MakeCell A,
    /// `a` becomes a new cell with the value of parameter `b`, which is left empty.
    CellFromParameter AB,
    /// `a` becomes the value in cell `b`; NameError if it is empty.
    LoadCell ABName,
    /// The cell in `a` receives the value of temporary `b`.
    StoreCell AB,
    /// Empties the cell in `b`; NameError if it is empty.
    DeleteCell BName,
    /// `a` becomes what the class namespace has under the name, else the value in cell `b`.
    LoadNameOrCell ABName,
    /// `a` becomes what the class namespace in cell `b` has under the name, else the global or built-in.
    LoadClassDictOrGlobal ABName,
    /// `a` becomes what the class namespace in cell `b` has under the name, else the value in cell `c`.
    LoadClassDictOrCell ABCName,
    /// `a` becomes the global or built-in of that name.
    LoadGlobal AName,
    /// The global receives the value of `b`.
    StoreGlobal BName,
    /// Deletes the global.
    DeleteGlobal BName,
    /// `a` becomes the value of the name in the class namespace, the globals or the built-ins.
    LoadName AName,
    /// The class namespace receives the value of `b`.
    StoreName BName,
    /// Deletes the name from the class namespace.
    DeleteName BName,
    /// `a` becomes the namespace in which this code runs.
    LoadLocals A,
    /// `a = b.name`
    LoadAttr ABName,
    /// `a` and `a + 1` become the method and its receiver: `b.name` is about to be called. The
    /// receiver stays empty if what is called takes none.
    LoadMethod ABName,
    /// `a.name = b`
    StoreAttr ABName,
    /// `del b.name`
    DeleteAttr BName,
    /// `a = b[c]`
    GetItem ABC,
    /// `a = b[n]`, the small number in `c`
    GetItemSmall ABC,
    /// `a[b] = c`
    SetItem ABC,
    /// `del b[c]`
    DeleteItem ABC,
    /// `a = slice(b, b + 1, b + 2)`, of as many registers as `c` says
    BuildSlice ABC,
    /// `a = b + c`, in place if the site says so
    Add ABCOperator,
    /// `a = b - c`
    Subtract ABCOperator,
    /// `a = b * c`
    Multiply ABCOperator,
    /// `a = b / c`
    TrueDivide ABCOperator,
    /// `a = b // c`
    FloorDivide ABCOperator,
    /// `a = b % c`
    Modulo ABCOperator,
    /// `a = b & c`
    And ABCOperator,
    /// `a = b | c`
    Or ABCOperator,
    /// `a = b ^ c`
    Xor ABCOperator,
    /// `a = b << c`
    LeftShift ABCOperator,
    /// `a = b >> c`
    RightShift ABCOperator,
    /// `a = b op c` for the operators without an instruction of their own
    Binary ABCOperator,
    /// `a = b + n`, the small number in `c`
    AddSmall ABSmallOperator,
    /// `a = b - n`
    SubtractSmall ABSmallOperator,
    /// `a = b * n`
    MultiplySmall ABSmallOperator,
    /// `a = b // n`
    FloorDivideSmall ABSmallOperator,
    /// `a = b % n`
    ModuloSmall ABSmallOperator,
    /// `a = b & n`
    AndSmall ABSmallOperator,
    /// `a = b >> n`
    RightShiftSmall ABSmallOperator,
    /// `a = -b`
    Negative AB,
    /// `a = +b`
    Positive AB,
    /// `a = ~b`
    Invert AB,
    /// `a = not b`
    Not AB,
    /// `a = b < c`, and so on: the site names the comparison
    Compare ABCOperator,
    /// `a = b is c`
    Is ABC,
    /// `a = b is not c`
    IsNot ABC,
    /// `a = b in c`
    Contains ABC,
    /// `a = b not in c`
    NotContains ABC,
    /// Jumps.
    Jump Jump,
    /// Jumps to an earlier place: ticks, and is a safe point.
    JumpBack Jump,
    /// Jumps if `b` is true.
    JumpIfTrue BJump,
    /// Jumps if `b` is false.
    JumpIfFalse BJump,
    /// Jumps if `b is None`.
    JumpIfNone BJump,
    /// Jumps if `b is not None`.
    JumpIfNotNone BJump,
    /// Jumps if `b < c` is as `a` says.
    JumpLess Compare,
    /// Jumps if `b <= c` is as `a` says.
    JumpLessEqual Compare,
    /// Jumps if `b == c` is as `a` says.
    JumpEqual Compare,
    /// Jumps if `b != c` is as `a` says.
    JumpNotEqual Compare,
    /// Jumps if `b > c` is as `a` says.
    JumpGreater Compare,
    /// Jumps if `b >= c` is as `a` says.
    JumpGreaterEqual Compare,
    /// Jumps if `b < n` is as `a` says.
    JumpLessSmall CompareSmall,
    /// Jumps if `b <= n` is as `a` says.
    JumpLessEqualSmall CompareSmall,
    /// Jumps if `b == n` is as `a` says.
    JumpEqualSmall CompareSmall,
    /// Jumps if `b != n` is as `a` says.
    JumpNotEqualSmall CompareSmall,
    /// Jumps if `b > n` is as `a` says.
    JumpGreaterSmall CompareSmall,
    /// Jumps if `b >= n` is as `a` says.
    JumpGreaterEqualSmall CompareSmall,
    /// Jumps if `b in c` is as `a` says.
    JumpContains Compare,
    /// Jumps if `b is c` is as `a` says.
    JumpIs Compare,
    /// `a = iter(b)`
    GetIter AB,
    /// `a` becomes the next item of iterator `b`; at its end `b` is emptied, and it jumps.
    ForIter ABJump,
    /// Unpacks `b` into as many registers from `a` on as `c` says.
    Unpack ABC,
    /// Unpacks `b` into registers from `a` on: `c` before the starred one, `imm` after it.
    UnpackStarred ABCCount,
    /// `a` becomes the tuple of the items of `b`, which must be as many as `imm` says.
    UnpackTuple ABCount,
    /// `a` becomes the tuple of the items of `b`, of which those between the first ones, as many as `c`
    /// says, and the last ones, as many as `imm` says, are one list.
    UnpackStarredTuple ABCCount,
    /// Calls: the function in `a`, its receiver in `a + 1` or nothing, `b` arguments after them;
    /// the result goes to `c`. `METHOD` says that a method was loaded.
    Call ABC,
    /// Calls as `Call` does, with keyword arguments last: the constant is the tuple of their names.
    CallKeyword ABConst,
    /// Calls `a` with the sequence in `a + 2` and the mapping in `a + 3`, or nothing; the result
    /// goes to `c`.
    CallUnpacked ABC,
    /// Calls the function in `a` without arguments; `super` receives the class in cell `b` and the
    /// first parameter in `c` (a cell if `imm` is 1; 255 says that there is none). The result goes
    /// to `a`.
    CallSuper ABCCount,
    /// Calls the function in `a` without arguments; `locals`, `globals`, `vars` and `dir` see this
    /// frame. The result goes to `a`.
    CallNamespace A,
    /// Shows the local variables to code that is about to run in them.
    ShowLocals Nothing,
    /// `a` becomes the tuple of `imm` registers from `b` on.
    BuildTuple ABCount,
    /// `a` becomes the list of `imm` registers from `b` on.
    BuildList ABCount,
    /// `a` becomes the set of `imm` registers from `b` on.
    BuildSet ABCount,
    /// `a` becomes the dict of `imm` pairs of registers from `b` on.
    BuildDict ABCount,
    /// `a` becomes the string joined of `imm` registers from `b` on.
    BuildString ABCount,
    /// Appends temporary `b` to list `a`.
    ListAppend AB,
    /// Extends list `a` by temporary `b`.
    ListExtend AB,
    /// Extends the list `a` of a call's arguments by temporary `b`; the function, for the error
    /// message, is in `c`.
    ArgumentsExtend ABC,
    /// Replaces list `a` by the tuple of its items.
    ListToTuple A,
    /// Adds temporary `b` to set `a`.
    SetAdd AB,
    /// Adds the items of temporary `b` to set `a`.
    SetUpdate AB,
    /// Stores the value in temporary `c` under the key in temporary `b` in dict `a`.
    DictSet ABC,
    /// Updates dict `a` by the mapping in temporary `b`.
    DictUpdate AB,
    /// Merges temporary `b` into the dict `a` of a call's keyword arguments; the function, for the
    /// error message, is in `c`.
    KeywordsMerge ABC,
    /// `a = format(b, spec)`: `c` is 0 for none, `s`, `r` or `a` for a conversion; the spec is in
    /// `b + 1` if `imm` is 1.
    Format ABCCount,
    /// `a` becomes a function of the code constant; the temporaries from `b` on hold what `c` names:
    /// 1 defaults, 2 keyword-only defaults, 4 annotations, 8 closure.
    MakeFunction ABConst,
    /// `a = __build_class__`
    LoadBuildClass A,
    /// `a = AssertionError`
    LoadAssertionError A,
    /// Makes sure that the namespace has `__annotations__`.
    SetupAnnotations Nothing,
    /// `a` becomes the iterator over `b` that `yield from` delegates to.
    GetYieldFromIter AB,
    /// Raises `a`; `b` is 0 for the exception being handled, 1 for `a`, 2 for `a` from `a + 1`.
    Raise AB,
    /// Raises the exception in temporary `a` again, without adding to its traceback; if `b` is 1, the frame
    /// stays where it was raised.
    Reraise AB,
    /// The exception in `b` becomes the handled one; the former goes to `a`.
    PushHandled AB,
    /// The handled exception becomes what `a` holds again.
    PopHandled A,
    /// Jumps unless the exception in `b` matches the class or tuple in temporary `c`.
    JumpUnlessMatch Compare,
    /// Enters the context manager in temporary `a`: `a` becomes its `__exit__`, `a + 1` what
    /// `__enter__` returned.
    EnterContext A,
    /// `a = b(type(c), c, c.__traceback__)`: calls `__exit__` for the exception in `c`.
    ExitWithException ABC,
    /// `b(None, None, None)`: calls the `__exit__` in temporary `b`.
    ExitContext B,
    /// `a = import name`: level in temporary `b`, names in temporary `b + 1`.
    ImportName ABName,
    /// `a = from b import name`
    ImportFrom ABName,
    /// Copies all public names of module `b` into the namespace.
    ImportStar B,
    /// Returns `b`.
    Return B,
    /// Yields `b`; what is sent becomes `a`.
    Yield AB,
    /// `a = yield from b`: `b` is an iterator, and is emptied at its end.
    YieldFrom AB,
    /// Splits the exception in `b` by the classes in temporary `c` for `except*`: `a` becomes what the
    /// clause takes, `b` what it leaves, each `None` if there is nothing.
    SplitException ABC,
    /// `a` becomes what is raised after the clauses of `except*`, of the exceptions in list `c`,
    /// where `b` is the original exception; `None` for nothing.
    CombineExceptions ABC,
    /// Empties the `imm` registers from `a` on.
    ClearRow ACount,
    /// Jumps unless `match` takes `b` for a sequence.
    JumpUnlessSequence BJump,
    /// Jumps unless `match` takes `b` for a mapping.
    JumpUnlessMapping BJump,
    /// `a = len(b)`
    Length AB,
    /// `a` becomes the item of `b` whose number from the end is `c`.
    GetItemFromEnd ABC,
    /// `a` becomes the tuple of the values in mapping `b` under the keys in tuple `c`, or `None` if
    /// one is missing.
    MatchKeys ABC,
    /// `a` becomes a dict of what mapping `b` has beside the keys in tuple `c`.
    MatchRest ABC,
    /// `a` becomes the tuple of the attributes of `b` that a class pattern looks at, or `None` if `b`
    /// is no instance or lacks one: the class is in `c`, the keyword names in the next register,
    /// `imm` counts the positional subpatterns.
    MatchClass ABCCount,
    /// `a` becomes what the module `_typing` has under the name.
    LoadTyping AName,
    /// Tells `sys.displayhook` of the value in temporary `a`.
    Display A,
    /// `a` becomes the iterator that `await b` drives; `imm` is 1 if `b` came from `__aenter__`, 2 if
    /// from `__aexit__`.
    GetAwaitable ABCount,
    /// `a = aiter(b)`
    GetAiter AB,
    /// `a` becomes the iterator that `await anext(b)` drives.
    GetAnext AB,
    /// Ends an asynchronous loop: if the exception in `a` is a `StopAsyncIteration`, `a` and the
    /// iterator in `b` are emptied, and it jumps; any other is raised again.
    EndAsyncFor ABJump,
    /// Enters the asynchronous context manager in temporary `a`: `a` becomes its `__aexit__`, `a + 1`
    /// what `__aenter__` returned.
    EnterAsyncContext A,
    /// `a = b(None, None, None)`: calls the `__aexit__` in temporary `b`.
    CallExit AB,
    /// `a` becomes what an asynchronous generator gives its caller for `yield b`.
    WrapYielded AB,
    /// Never compiled: an evaluator that explains what a program does puts it in place of the
    /// instruction that the unit has.
    Explained Nothing,
}
