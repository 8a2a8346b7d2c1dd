//! What the compiler makes of a block: a code object as plain data.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::rc::Rc;

use num_bigint::BigInt;

use super::instruction::Instruction;
use super::warnings::Warning;
use crate::syntax::Position;

/// A constant, compared by type and value as CPython does when it merges constants.
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum Const {
    /// `None`
    None,
    /// `True` or `False`
    Bool(bool),
    /// `...`
    Ellipsis,
    /// An integer.
    Int(i64),
    /// An integer beyond 64 bits.
    BigInt(BigInt),
    /// The bits of a float.
    Float(u64),
    /// The bits of the parts of a complex number.
    Complex(u64, u64),
    /// A string.
    Str(Rc<str>),
    /// A string with lone surrogates, in WTF-8.
    Surrogates(Rc<[u8]>),
    /// The text of an annotation, which is a string once `repr` has shown the constants in it.
    Written(Rc<[Piece]>),
    /// A bytes object.
    Bytes(Rc<[u8]>),
    /// A tuple.
    Tuple(Rc<[Const]>),
    /// A frozenset, which only the right side of `in` makes.
    FrozenSet(Rc<[Const]>),
    /// A code object.
    Code(CodeConst),
}

/// A piece of the text of an expression.
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum Piece {
    /// As it stands, in WTF-8.
    Text(Vec<u8>),
    /// What `repr` says of a constant.
    Repr(Const),
    /// `f`, and what `repr` says of the text of these.
    FString(Rc<[Piece]>),
}

/// A code constant: equal only to itself.
#[derive(Clone)]
pub struct CodeConst(pub Rc<Unit>);

impl PartialEq for CodeConst {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for CodeConst {}

impl Hash for CodeConst {
    fn hash<H: Hasher>(&self, state: &mut H) {
        Rc::as_ptr(&self.0).hash(state);
    }
}

/// As Python's `repr` shows it, near enough for the disassembler.
impl fmt::Debug for Const {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Const::None => f.write_str("None"),
            Const::Bool(true) => f.write_str("True"),
            Const::Bool(false) => f.write_str("False"),
            Const::Ellipsis => f.write_str("Ellipsis"),
            Const::Int(value) => write!(f, "{value}"),
            Const::BigInt(value) => write!(f, "{value}"),
            Const::Float(bits) => write!(f, "{:?}", f64::from_bits(*bits)),
            Const::Complex(real, imaginary) => {
                write!(f, "({:?}+{:?}j)", f64::from_bits(*real), f64::from_bits(*imaginary))
            }
            Const::Str(value) => write!(f, "{value:?}"),
            Const::Surrogates(value) => write!(f, "\"{}\"", value.escape_ascii()),
            Const::Written(pieces) => pieces.iter().try_for_each(|piece| match piece {
                Piece::Text(text) => write!(f, "{}", text.escape_ascii()),
                Piece::Repr(constant) => write!(f, "{constant:?}"),
                Piece::FString(_) => f.write_str("f''"),
            }),
            Const::Bytes(value) => write!(f, "b\"{}\"", value.escape_ascii()),
            Const::Tuple(items) => sequence(f, "(", items, ")"),
            Const::FrozenSet(items) => sequence(f, "frozenset({", items, "})"),
            Const::Code(code) => write!(f, "<code {}>", code.0.qualname),
        }
    }
}

fn sequence(f: &mut fmt::Formatter<'_>, open: &str, items: &[Const], close: &str) -> fmt::Result {
    f.write_str(open)?;
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            f.write_str(", ")?;
        }
        write!(f, "{item:?}")?;
    }
    if items.len() == 1 && open == "(" {
        f.write_str(",")?;
    }
    f.write_str(close)
}

/// The operator of a call site of the operator protocol.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// A binary operator; the flag says `+=` instead of `+`.
    Binary(BinaryOperator, bool),
    /// A rich comparison.
    Compare(Comparison),
}

/// The binary operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum BinaryOperator {
    Add,
    Subtract,
    Multiply,
    MatrixMultiply,
    TrueDivide,
    FloorDivide,
    Modulo,
    Power,
    LeftShift,
    RightShift,
    And,
    Or,
    Xor,
}

impl BinaryOperator {
    /// Its spelling.
    pub fn symbol(self) -> &'static str {
        match self {
            BinaryOperator::Add => "+",
            BinaryOperator::Subtract => "-",
            BinaryOperator::Multiply => "*",
            BinaryOperator::MatrixMultiply => "@",
            BinaryOperator::TrueDivide => "/",
            BinaryOperator::FloorDivide => "//",
            BinaryOperator::Modulo => "%",
            BinaryOperator::Power => "**",
            BinaryOperator::LeftShift => "<<",
            BinaryOperator::RightShift => ">>",
            BinaryOperator::And => "&",
            BinaryOperator::Or => "|",
            BinaryOperator::Xor => "^",
        }
    }
}

/// The rich comparisons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Comparison {
    Less,
    LessEqual,
    Equal,
    NotEqual,
    Greater,
    GreaterEqual,
}

impl Comparison {
    /// Its spelling.
    pub fn symbol(self) -> &'static str {
        match self {
            Comparison::Less => "<",
            Comparison::LessEqual => "<=",
            Comparison::Equal => "==",
            Comparison::NotEqual => "!=",
            Comparison::Greater => ">",
            Comparison::GreaterEqual => ">=",
        }
    }
}

/// A range of instructions, and where to go if one of them raises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handler {
    /// First instruction covered.
    pub start: u32,
    /// First instruction after them.
    pub end: u32,
    /// Where the handler begins.
    pub target: u32,
    /// Registers from here on are emptied; the exception goes into this one.
    pub register: u8,
}

/// What kind of code it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Traits {
    /// Variables live in registers, and each call has its own.
    pub optimized: bool,
    /// There is a `*args` parameter.
    pub var_positional: bool,
    /// There is a `**kwargs` parameter.
    pub var_keyword: bool,
    /// The function stands in another one.
    pub nested: bool,
    /// A `yield` is in it.
    pub yields: bool,
    /// It was defined by `async def`, or an `await` is in it.
    pub is_async: bool,
    /// Annotations are kept as texts.
    pub future_annotations: bool,
}

/// A code object as plain data: no runtime is needed to make it.
#[derive(Debug)]
pub struct Unit {
    /// `co_name`
    pub name: Rc<str>,
    /// `co_qualname`
    pub qualname: Rc<str>,
    /// `co_filename`
    pub file: Rc<str>,
    /// `co_firstlineno`
    pub first_line: u32,
    /// What kind of code it is.
    pub traits: Traits,
    /// `co_argcount`: positional parameters, those that are positional-only included.
    pub positional: u32,
    /// `co_posonlyargcount`
    pub positional_only: u32,
    /// `co_kwonlyargcount`
    pub keyword_only: u32,
    /// `co_varnames`: parameters first. Those that live in registers are in the registers of the
    /// same number.
    pub locals: Vec<Rc<str>>,
    /// `co_cellvars`
    pub cell_names: Vec<Rc<str>>,
    /// `co_freevars`
    pub free_names: Vec<Rc<str>>,
    /// The register of the first cell that the frame makes: those before it hold variables themselves.
    pub first_cell: u8,
    /// The register of the first free variable's cell, which the others follow, or of the tuple of all.
    pub first_free: u8,
    /// Whether the cells of the free variables stay in one tuple.
    pub closure_is_far: bool,
    /// The parameters, `*args` and `**kwargs` last.
    pub parameter_names: Vec<Rc<str>>,
    /// Names of the registers before the temporaries, for the disassembler.
    pub register_names: Vec<Rc<str>>,
    /// How many registers hold parameters, variables and cells: temporaries follow.
    pub variables: u8,
    /// How many registers it uses.
    pub registers: u8,
    /// The variables of the frame that live beyond the registers: all parameters first, if these are
    /// too many for registers.
    pub far: Vec<Rc<str>>,
    /// The register of the tuple of their cells, if there are any.
    pub far_register: u8,
    /// The docstring.
    pub doc: Option<Rc<str>>,
    /// Constants.
    pub constants: Vec<Const>,
    /// Names, for the instructions that take one.
    pub names: Vec<Rc<str>>,
    /// The name at each attribute site (LoadAttr, StoreAttr, DeleteAttr).
    pub attributes: Vec<u32>,
    /// The name at each method site.
    pub methods: Vec<u32>,
    /// The name at each global site.
    pub globals: Vec<u32>,
    /// The operator at each operator site.
    pub operators: Vec<Operator>,
    /// The instructions.
    pub code: Vec<Instruction>,
    /// For each instruction, the operator site of those whose `imm` is a jump target.
    pub sites: Vec<u32>,
    /// For each instruction, its place in the text.
    pub positions: Vec<Position>,
    /// Exception handlers, innermost first.
    pub handlers: Vec<Handler>,
    /// What is likely a mistake in the text, if this is the unit of a whole text.
    pub warnings: Vec<Warning>,
}

impl Unit {
    /// Whether a call makes a generator, a coroutine or an asynchronous generator.
    pub fn is_generator(&self) -> bool {
        self.traits.yields || self.traits.is_async
    }

    /// How many registers a call fills: all parameters, `*args` and `**kwargs` included.
    pub fn parameters(&self) -> usize {
        let variadic = u32::from(self.traits.var_positional) + u32::from(self.traits.var_keyword);
        (self.positional + self.keyword_only + variadic) as usize
    }

    /// Whether the parameters are too many for registers: a call makes the tuple of cells instead.
    pub fn parameters_are_far(&self) -> bool {
        self.register_names.first().is_some_and(|name| &**name == ".far")
    }
}
