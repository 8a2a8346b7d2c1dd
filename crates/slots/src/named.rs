//! Special methods that no slot serves: they are looked up by name.

/// Their names, sorted.
pub const BY_NAME: &[&str] = &[
    "__aenter__",
    "__aexit__",
    "__bytes__",
    "__ceil__",
    "__class_getitem__",
    "__complex__",
    "__copy__",
    "__deepcopy__",
    "__dir__",
    "__enter__",
    "__exit__",
    "__floor__",
    "__format__",
    "__fspath__",
    "__getinitargs__",
    "__getnewargs__",
    "__getnewargs_ex__",
    "__getstate__",
    "__init_subclass__",
    "__instancecheck__",
    "__length_hint__",
    "__missing__",
    "__mro_entries__",
    "__prepare__",
    "__reduce__",
    "__reduce_ex__",
    "__replace__",
    "__reversed__",
    "__round__",
    "__set_name__",
    "__setstate__",
    "__sizeof__",
    "__subclasscheck__",
    "__subclasshook__",
    "__trunc__",
];

/// Whether a special method of this name is looked up by it, and fills no slot.
pub fn by_name(name: &str) -> bool {
    BY_NAME.binary_search(&name).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SpecialId;

    #[test]
    fn names_are_sorted_and_fill_no_slot() {
        assert!(BY_NAME.is_sorted());
        assert!(BY_NAME.iter().all(|name| by_name(name) && SpecialId::from_name(name).is_none()));
    }
}
