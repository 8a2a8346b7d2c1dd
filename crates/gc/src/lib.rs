//! Where objects live: the value word, reference counts, pages, the cycle collector and weak references.
