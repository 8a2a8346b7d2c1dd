//! What operations exist: the slot table, operator order, C3, signatures and argument binding, as
//! pure data and pure functions. Nothing here can reach an object.
#![forbid(unsafe_code)]

mod table;

mod slot;
mod slot_set;
mod special;
mod special_set;

mod inherit;
mod wrapper;

mod attempts;
mod named;
mod operators;

mod mro;

mod binding;
mod signature;
mod suggestion;

pub use attempts::{
    Attempt, Attempts, Relation, binary_attempts, comparison_attempts, in_place_attempts,
    ternary_attempts,
};
pub use binding::{BindError, CallStyle, Defaults, FunctionDefaults, FunctionName, Limit, Source};
pub use inherit::{BY_BEST_BASE, COMPARISON, also_sets, inherited, reflected_slot};
pub use mro::{MroError, linearize};
pub use named::{BY_NAME, by_name};
pub use operators::{BinaryOp, CompareOp, UnaryOp, unsupported_pow};
pub use signature::{Counts, Parameter, ParameterKind, Signature, SignatureError};
pub use slot::{
    Link, OperandSide, SLOT_COUNT, SlotGroup, SlotId, SlotInfo, SlotName, SlotShape, TABLE,
};
pub use slot_set::SlotSet;
pub use special::{SPECIAL_COUNT, SpecialId};
pub use special_set::SpecialSet;
pub use suggestion::suggest;
pub use wrapper::WrapperError;
