//! Which classes `match` takes for sequences and mappings (PEP 634; `Py_TPFLAGS_SEQUENCE`,
//! `Py_TPFLAGS_MAPPING`).

/// What kind of collection the patterns of `match` take instances of a class for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Collection {
    /// Sequence patterns may match them.
    Sequence,
    /// Mapping patterns may match them.
    Mapping,
}
