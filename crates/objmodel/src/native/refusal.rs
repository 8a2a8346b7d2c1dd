//! Why native operators passed: kept until it is known whether anybody answers.

/// A native method of an operator could not read its argument, and passed.
pub(crate) struct Refusal {
    /// The operands, as words: they tell one operation from another.
    pub(crate) operands: [u64; 2],
    pub(crate) reason: String,
}
