//! `__flags__`: what CPython keeps of a class in single bits (`Include/object.h`), told by what is known here.

use objmodel_slots::SlotId;

use super::Type;
use super::collection::Collection;
use crate::runtime::Runtime;
use crate::types::slot::Slot;

/// Native classes, those that nothing can be derived from among them, at whose instances CPython's
/// collector does not look; see [`Runtime::is_collected`] for the others.
const NOT_COLLECTED: [&str; 6] =
    ["NoneType", "NotImplementedType", "code", "ellipsis", "range", "range_iterator"];

/// Classes whose instances CPython calls without making a tuple of the arguments.
const CALLED_BY_VECTOR: [&str; 11] = [
    "type",
    "function",
    "method",
    "builtin_function_or_method",
    "method_descriptor",
    "types.GenericAlias",
    "weakref.ReferenceType",
    "functools.partial",
    "operator.attrgetter",
    "operator.itemgetter",
    "operator.methodcaller",
];

/// Classes of functions that take the instance on which they are found.
const METHOD_DESCRIPTORS: [&str; 4] =
    ["function", "method_descriptor", "wrapper_descriptor", "functools._lru_cache_wrapper"];

impl Runtime {
    /// `__flags__`: the bits of CPython that tell something of a class here too. Those of its memory and
    /// its caches are left out.
    pub fn class_flags(&self, class: &Type) -> i64 {
        let types = &self.types;
        let Some(body) = class.try_read(self) else { return 0 };
        let native = self.native_ancestor(class);
        let name = body.full_name();
        let heap = body.is_heap_type();
        // What the base that is not made by Python code does not have lies in front of the object.
        let inherited = native.read(self).layout;
        let adds = !Runtime::has_own_namespace(&native);
        let dict = adds && heap && body.layout.dict && !inherited.dict;
        let weakref = adds && heap && body.layout.weakref && !inherited.weakref;
        let collection = self.class_collection(class);
        let caller = |class: &Type| class.read(self).slots.get(SlotId::TpCall).definer();
        let by_vector = CALLED_BY_VECTOR.contains(&native.read(self).full_name())
            && caller(&native) == caller(class);
        let derives = |kind: &Type| self.is_subtype(class, kind);
        let bits = [
            (2, dict && native.is(&types.object)),
            (3, weakref),
            (4, dict),
            (5, collection == Some(Collection::Sequence)),
            (6, collection == Some(Collection::Mapping)),
            (
                7,
                !heap
                    && matches!(body.slots.get(SlotId::TpNew), Slot::Empty)
                    && !name.starts_with("odict_"),
            ),
            (8, !heap),
            (9, heap || body.is_extension_type()),
            (10, body.is_subclassable()),
            (11, by_vector),
            (12, true),
            (14, heap || self.is_collected(class) && !NOT_COLLECTED.contains(&name)),
            (17, !heap && METHOD_DESCRIPTORS.contains(&name)),
            (20, body.abstract_methods.is_some()),
            (22, self.class_matches_itself(class)),
            (24, derives(&types.int)),
            (25, derives(&types.list)),
            (26, derives(&types.tuple)),
            (27, derives(&types.bytes)),
            (28, derives(&types.str)),
            (29, derives(&types.dict)),
            (30, derives(&types.base_exception)),
            (31, derives(&types.r#type)),
        ];
        bits.iter().fold(0, |flags, &(bit, is)| flags | i64::from(is) << bit)
    }

    /// The nearest class of the base chain that no Python code made.
    fn native_ancestor(&self, class: &Type) -> Type {
        let mut class = class.clone();
        while class.read(self).is_heap_type() {
            let Some(base) = class.read(self).base.clone() else { break };
            class = base;
        }
        class
    }
}
