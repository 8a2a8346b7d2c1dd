//! A row of the list of work: what is done to which objects.

use crate::side::{Comparison, Operator};

/// One measured operation.
#[derive(Clone, Copy, Debug)]
pub struct Operation {
    /// What it belongs to.
    pub group: &'static str,
    /// What it is called in tables; unique.
    pub name: &'static str,
    /// What is done.
    pub work: Work,
    /// How many of the things that the name names are done by one execution.
    pub per: u64,
}

/// What an operation does. Operands are Python expressions over the names of `fixtures.py`; each is
/// evaluated once, before anything is timed.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs)]
pub enum Work {
    NewInt(i64),
    NewFloat(f64),
    NewStr(&'static str),
    /// A tuple of these.
    Tuple(&'static [&'static str]),
    /// An empty list to which one object is appended as often as the operation's `per`.
    Append(&'static str),
    /// A dict with the items of a list as keys.
    DictOf(&'static str),
    /// A set of the items of a list.
    SetOf(&'static str),
    Binary(Operator, &'static str, &'static str),
    Compare(Comparison, &'static str, &'static str),
    Get(&'static str, &'static str),
    GetAtSite(&'static str, &'static str),
    GetIfAny(&'static str, &'static str),
    GetFails(&'static str, &'static str),
    Put(&'static str, &'static str, &'static str),
    PutAtSite(&'static str, &'static str, &'static str),
    Call(&'static str, Arguments),
    /// Callee, positional argument, keyword, its value.
    CallKeyword(&'static str, &'static str, &'static str, &'static str),
    CallFails(&'static str),
    CallMethod(&'static str, &'static str, Arguments),
    Raise(&'static str),
    Item(&'static str, &'static str),
    PutItem(&'static str, &'static str, &'static str),
    Contains(&'static str, &'static str),
    Len(&'static str),
    Truth(&'static str),
    Hash(&'static str),
    /// The hash of a new `str`.
    HashFresh(&'static str),
    Repr(&'static str),
    Str(&'static str),
    Format(&'static str, &'static str),
    IsInstance(&'static str, &'static str),
    Iterate(&'static str),
}

/// The positional arguments of a call.
pub type Arguments = &'static [&'static str];

impl Work {
    /// The operands that are expressions, in order.
    pub fn operands(self) -> Vec<&'static str> {
        match self {
            Work::NewInt(_)
            | Work::NewFloat(_)
            | Work::NewStr(_)
            | Work::HashFresh(_)
            | Work::Raise(_) => vec![],
            Work::Tuple(items) => items.to_vec(),
            Work::Append(one)
            | Work::DictOf(one)
            | Work::SetOf(one)
            | Work::Get(one, _)
            | Work::GetAtSite(one, _)
            | Work::GetIfAny(one, _)
            | Work::GetFails(one, _)
            | Work::CallFails(one)
            | Work::Len(one)
            | Work::Truth(one)
            | Work::Hash(one)
            | Work::Repr(one)
            | Work::Str(one)
            | Work::Iterate(one) => vec![one],
            Work::Binary(_, one, two)
            | Work::Compare(_, one, two)
            | Work::Put(one, _, two)
            | Work::PutAtSite(one, _, two)
            | Work::Item(one, two)
            | Work::Contains(one, two)
            | Work::Format(one, two)
            | Work::IsInstance(one, two) => vec![one, two],
            Work::PutItem(one, two, three) | Work::CallKeyword(one, two, _, three) => {
                vec![one, two, three]
            }
            Work::Call(callee, arguments) | Work::CallMethod(callee, _, arguments) => {
                std::iter::once(callee).chain(arguments.iter().copied()).collect()
            }
        }
    }
}
