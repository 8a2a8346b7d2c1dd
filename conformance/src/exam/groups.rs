//! The test files that are asked for when none is named, in groups with the share that each must reach.

/// Test files that belong together.
#[derive(Debug)]
pub struct Group {
    /// What they are about.
    pub name: &'static str,
    /// Their names, without `.py`.
    pub files: &'static str,
    /// Of the tests that CPython passes, the share in percent that must pass.
    pub share: f64,
}

impl Group {
    /// The names of the files.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.files.split_whitespace()
    }
}

/// The share in percent that no file may be below.
pub(super) const LEAST_OF_A_FILE: f64 = 90.0;

/// Every group.
pub const GROUPS: [Group; 3] = [
    Group {
        name: "the object model",
        files: "test_descr test_descrtut test_types test_property test_funcattrs test_class test_metaclass
            test_genericclass test_abc test_typechecks test_binop test_compare test_unary test_index test_bool
            test_hash test_pow test_operator test_extcall test_call test_keywordonlyarg test_decorators
            test_opcodes test_unpack test_iter test_gc test_weakref test_module",
        share: 99.0,
    },
    Group {
        name: "built-in types",
        files: "test_int test_long test_strtod test_str test_string test_bytes test_list test_userlist test_dict
            test_set test_builtin",
        share: 99.0,
    },
    Group {
        name: "the language and its modules",
        files: "test_exceptions test_baseexception test_exception_hierarchy test_exception_variations
            test_except_star test_generators test_generator_stop test_coroutines test_with test_contextlib
            test_genexps test_listcomps test_named_expressions test_patma test_grammar test_global
            test_type_params test_type_annotations test_enum test_functools test_collections test_deque
            test_itertools test_heapq test_numeric_tower test_graphlib test_reprlib test_copyreg test_structseq
            test_math test_frame",
        share: 97.0,
    },
];
