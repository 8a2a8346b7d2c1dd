//! What operations exist: the slot table, operator order, C3, signatures and argument binding, as pure data.
#![forbid(unsafe_code)]
