//! What the code that macros write calls; not for use by hand.
