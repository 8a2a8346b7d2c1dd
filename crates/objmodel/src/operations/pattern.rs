//! What the patterns of `match` ask of classes.

use objmodel_gc::Borrowed;

use crate::runtime::Runtime;
use crate::types::{Collection, Type};

impl Runtime {
    /// What `match` takes an object for.
    pub fn collection_of(&self, value: Borrowed<'_>) -> Option<Collection> {
        self.type_of(value).read(self).collection.get()
    }

    /// What `match` takes instances of a class for.
    pub fn class_collection(&self, class: &Type) -> Option<Collection> {
        self.body_of(class).collection.get()
    }

    /// Makes `match` take instances of a class and of its subclasses for collections, native ones
    /// excepted.
    pub fn set_class_collection(&mut self, class: &Type, collection: Option<Collection>) {
        let mut all = vec![class.clone()];
        while let Some(class) = all.pop() {
            let body = self.body_of(&class);
            if !body.flags.heap || body.collection.get() == collection {
                continue;
            }
            body.collection.set(collection);
            all.extend(self.live_subclasses(&class));
        }
    }

    /// Whether a class pattern with one positional subpattern matches that against instances
    /// themselves.
    pub fn class_matches_itself(&self, class: &Type) -> bool {
        let types = &self.types;
        let kinds = [
            &types.int,
            &types.str,
            &types.float,
            &types.list,
            &types.tuple,
            &types.dict,
            &types.set,
            &types.frozenset,
            &types.bytes,
            &types.bytearray,
        ];
        kinds.iter().any(|kind| self.is_subtype(class, kind))
    }
}
