//! `super().name(...)` without the object that `super()` makes.

use objmodel_gc::{Borrowed, Value};

use crate::objects::str::Str;
use crate::runtime::Runtime;
use crate::types::Type;

impl Runtime {
    /// The function that `super(class, object).name` binds to `object`: the first attribute of the
    /// name behind `class` in the method resolution order of the object's class. `None` if that is
    /// no function, or if `super` has more to say: about classes, or an object that belongs
    /// elsewhere.
    pub fn super_method(&self, class: &Type, object: Borrowed<'_>, name: &Str) -> Option<Value> {
        // A class is bound in another way, and reads otherwise.
        if self.as_type(object).is_some() {
            return None;
        }
        let order = &self.class_of(object).mro;
        let place = order.iter().position(|ancestor| ancestor.is(class))?;
        for ancestor in order.iter().skip(place + 1) {
            let body = ancestor.read(self);
            if body.lazy_spec.is_some() {
                return None;
            }
            if let Some(found) = self.dict_get_name(body.dict(), name) {
                return self.binds_as_method(&found).then_some(found);
            }
        }
        None
    }

    /// Whether an attribute of a class, called with an instance as its first argument, does what the
    /// bound one does.
    fn binds_as_method(&self, found: &Value) -> bool {
        let class = self.type_of(found.as_ref());
        [&self.types.function, &self.types.method_descriptor, &self.types.wrapper_descriptor]
            .iter()
            .any(|known| class.is(known))
    }
}
