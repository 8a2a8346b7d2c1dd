//! `x[key]`, `x[key] = value`, `del x[key]`, `item in x`.

use objmodel_gc::{Borrowed, Value};
use objmodel_slots::{SlotId, SpecialId};

use crate::native::IntoPyObject;
use crate::native::call_arguments::Held;
use crate::objects::function::{Function, FunctionObject};
use crate::raise::Result;
use crate::runtime::Runtime;
use crate::singletons;
use crate::types::TypeObject;
use crate::types::slot::Slot;

impl Runtime {
    /// `x[key]`: `mp_subscript`, else `sq_item` with an index, else `__class_getitem__` of a class.
    ///
    /// ```
    /// # use objmodel::prelude::*;
    /// # let mut rt = Runtime::builder().build();
    /// # objmodel_builtins::install(&mut rt)?;
    /// let list = rt.list(vec![rt.int(1)?])?;
    /// assert_eq!(rt.get_item(&list, -1)?.as_small_int(), Some(1));
    /// let raise = rt.get_item(&list, 5).unwrap_err();
    /// assert!(raise.is_instance_of::<PyIndexError>(&mut rt));
    /// # Ok::<(), Raise>(())
    /// ```
    ///
    /// # Errors
    /// `TypeError` if the object has no items; what its method raises.
    pub fn get_item<'a>(
        &mut self,
        object: impl Into<Borrowed<'a>>,
        key: impl IntoPyObject,
    ) -> Result {
        let key = Held::new(key, self)?;
        let (object, key) = (object.into(), key.borrowed());
        match self.slots_of(object).get(SlotId::MpSubscript) {
            Slot::Binary(_, code) => code.call(self, object, key),
            _ => self.get_item_fallback(object, key),
        }
    }

    /// The function that `x[key]` calls with the object and the key, where a host may run it without
    /// native recursion.
    #[inline]
    pub fn get_item_method(&self, object: Borrowed<'_>) -> Option<Function> {
        let class: &TypeObject = self.heap.class_body_of(object)?;
        match class.slots.get(SlotId::MpSubscript) {
            Slot::Python(function) => function.downcast_ref::<FunctionObject>().cloned(),
            _ => None,
        }
    }

    #[inline(never)]
    fn get_item_fallback(&mut self, object: Borrowed<'_>, key: Borrowed<'_>) -> Result {
        if let Slot::Python(function) = self.slots_of(object).get(SlotId::MpSubscript) {
            let function = function.clone();
            return self.call_unbound(&function, object, &[key]);
        }
        if let Some(code) = self.slots_of(object).size_arg(SlotId::SqItem) {
            if !self.has_index(key) {
                return Err(self.type_error(format!(
                    "sequence index must be integer, not '{}'",
                    self.type_name(key)
                )));
            }
            let index = self.sequence_index(object, key)?;
            return code.enter(self, "")?(self, object, index);
        }
        if self.as_type(object).is_some()
            && let Some(answer) = self.class_getitem(object, key)?
        {
            return Ok(answer);
        }
        Err(self.type_error(format!("'{}' object is not subscriptable", self.type_name(object))))
    }

    /// `cls[key]` of a class that defines `__class_getitem__` (data model, "Emulating generic
    /// types").
    fn class_getitem(&mut self, class: Borrowed<'_>, key: Borrowed<'_>) -> Result<Option<Value>> {
        let name = self.names.class_getitem.clone();
        // `type[...]` is an alias as `list[...]` is; a `__class_getitem__` of `type` itself would be
        // found in every class.
        let borrowed = if class.is(&self.types.r#type) {
            use crate::objects::descriptor::MethodDescriptorObject;
            let list = self.types.list.clone();
            let method = self.lookup(&list, &name);
            match method.as_ref().and_then(|m| m.downcast_ref::<MethodDescriptorObject>()) {
                Some(method) => {
                    let MethodDescriptorObject { def, owner, .. } = method.frozen();
                    Some(self.bind_native(def, class, owner)?)
                }
                None => None,
            }
        } else {
            self.lookup_attr(class, &name)?
        };
        let Some(method) = borrowed.filter(|method| !singletons::is_none(method)) else {
            let text = self.as_type(class).map(|class| class.read(self).full_name().to_owned());
            return Err(self
                .type_error(format!("type '{}' is not subscriptable", text.unwrap_or_default())));
        };
        self.call(&method, [key]).map(Some)
    }

    /// A key as the index of a sequence, counted from the end if it is negative.
    fn sequence_index(&mut self, object: Borrowed<'_>, key: Borrowed<'_>) -> Result<isize> {
        let index = self.index_as_size(key, |rt, key| {
            rt.index_error(format!(
                "cannot fit '{}' into an index-sized integer",
                rt.type_name(key)
            ))
        })?;
        if index < 0
            && let Some(len) = self.slots_of(object).len(SlotId::SqLength)
        {
            return Ok(index + len.enter(self, "")?(self, object)? as isize);
        }
        Ok(index)
    }

    /// `x[key] = value`.
    ///
    /// ```
    /// # use objmodel::prelude::*;
    /// # let mut rt = Runtime::builder().build();
    /// # objmodel_builtins::install(&mut rt)?;
    /// let dict = rt.dict()?;
    /// rt.set_item(&dict, "key", [1, 2])?;
    /// assert_eq!(rt.repr_text(&dict)?, "{'key': [1, 2]}");
    /// # Ok::<(), Raise>(())
    /// ```
    ///
    /// # Errors
    /// `TypeError` if items cannot be assigned; what its method raises.
    pub fn set_item<'a>(
        &mut self,
        object: impl Into<Borrowed<'a>>,
        key: impl IntoPyObject,
        value: impl IntoPyObject,
    ) -> Result<()> {
        let (key, value) = (Held::new(key, self)?, Held::new(value, self)?);
        self.assign_item(object.into(), key.borrowed(), Some(value.borrowed()))?;
        self.end_operation();
        Ok(())
    }

    /// `del x[key]`.
    ///
    /// ```
    /// # use objmodel::prelude::*;
    /// # let mut rt = Runtime::builder().build();
    /// # objmodel_builtins::install(&mut rt)?;
    /// let dict = rt.dict()?;
    /// rt.set_item(&dict, 1, 2)?;
    /// rt.del_item(&dict, 1)?;
    /// assert_eq!(rt.len(&dict)?, 0);
    /// # Ok::<(), Raise>(())
    /// ```
    ///
    /// # Errors
    /// `TypeError` if items cannot be deleted; what its method raises.
    pub fn del_item<'a>(
        &mut self,
        object: impl Into<Borrowed<'a>>,
        key: impl IntoPyObject,
    ) -> Result<()> {
        let key = Held::new(key, self)?;
        self.assign_item(object.into(), key.borrowed(), None)?;
        self.end_operation();
        Ok(())
    }

    #[inline]
    fn assign_item(
        &mut self,
        object: Borrowed<'_>,
        key: Borrowed<'_>,
        value: Option<Borrowed<'_>>,
    ) -> Result<()> {
        match self.slots_of(object).get(SlotId::MpAssSubscript) {
            Slot::ObjObjArg(_, code) => code.enter(self, "")?(self, object, key, value),
            _ => self.assign_item_fallback(object, key, value),
        }
    }

    #[inline(never)]
    fn assign_item_fallback(
        &mut self,
        object: Borrowed<'_>,
        key: Borrowed<'_>,
        value: Option<Borrowed<'_>>,
    ) -> Result<()> {
        match self.slots_of(object).get(SlotId::MpAssSubscript) {
            Slot::ByName | Slot::Python(_) => {
                let special = match value {
                    Some(_) => SpecialId::SetItem,
                    None => SpecialId::DelItem,
                };
                if let Some(function) = self.lookup_special(object, special) {
                    return match value {
                        Some(value) => self.call_unbound(&function, object, &[key, value]),
                        None => self.call_unbound(&function, object, &[key]),
                    }
                    .map(drop);
                }
                // The class has the other of the two methods.
                let missing = special.name();
                return Err(self.attribute_error(missing));
            }
            _ => {
                if let Some(code) = self.slots_of(object).size_obj_arg(SlotId::SqAssItem) {
                    if !self.has_index(key) {
                        return Err(self.type_error(format!(
                            "sequence index must be integer, not '{}'",
                            self.type_name(key)
                        )));
                    }
                    let index = self.sequence_index(object, key)?;
                    return code.enter(self, "")?(self, object, index, value);
                }
            }
        }
        // Of what might be a sequence the index is looked at first.
        let indexed = self.has_sequence_slots(object) && self.has_index(key);
        if indexed {
            self.sequence_index(object, key)?;
        }
        let class = self.type_name(object);
        Err(self.type_error(match value {
            Some(_) => format!("'{class}' object does not support item assignment"),
            None if indexed => format!("'{class}' object doesn't support item deletion"),
            None => format!("'{class}' object does not support item deletion"),
        }))
    }

    /// Whether the class has a sequence group: every class made at run time, and others that fill it.
    fn has_sequence_slots(&self, object: Borrowed<'_>) -> bool {
        const GROUP: [SlotId; 5] = [
            SlotId::SqLength,
            SlotId::SqConcat,
            SlotId::SqRepeat,
            SlotId::SqItem,
            SlotId::SqContains,
        ];
        let slots = self.slots_of(object);
        let class = self.class_of(object);
        class.is_heap_type()
            || class.is_extension_type()
            || GROUP.into_iter().any(|slot| slots.has(slot))
    }

    /// `item in container`: `__contains__`, else by iterating.
    ///
    /// ```
    /// # use objmodel::prelude::*;
    /// # let mut rt = Runtime::builder().build();
    /// # objmodel_builtins::install(&mut rt)?;
    /// let text = rt.str("abc")?;
    /// assert!(rt.contains(&text, "b")?);
    /// # Ok::<(), Raise>(())
    /// ```
    ///
    /// # Errors
    /// `TypeError` if the container can neither be asked nor iterated; what its methods raise.
    pub fn contains<'a>(
        &mut self,
        container: impl Into<Borrowed<'a>>,
        item: impl IntoPyObject,
    ) -> Result<bool> {
        let item = Held::new(item, self)?;
        let (container, item) = (container.into(), item.borrowed());
        match self.slots_of(container).get(SlotId::SqContains) {
            Slot::Contains(_, code) => code.enter(self, "")?(self, container, item),
            _ => self.contains_fallback(container, item),
        }
    }

    #[inline(never)]
    fn contains_fallback(&mut self, container: Borrowed<'_>, item: Borrowed<'_>) -> Result<bool> {
        if let Slot::Python(function) = self.slots_of(container).get(SlotId::SqContains) {
            if Runtime::is_blocked(function) {
                let class = self.type_name(container);
                return Err(self.type_error(format!("'{class}' object is not a container")));
            }
            let function = function.clone();
            let answer = self.call_unbound(&function, container, &[item])?;
            return self.is_true(answer.as_ref());
        }
        if !self.slots_of(container).has(SlotId::TpIter) && !self.is_sequence(container) {
            return Err(self.type_error(format!(
                "argument of type '{}' is not iterable",
                self.type_name(container)
            )));
        }
        let iterator = match self.iter(container) {
            Err(raise) if self.is_exception_of(&raise, &self.types.type_error) => {
                let class = self.type_name(container);
                return Err(self.type_error(format!("argument of type '{class}' is not iterable")));
            }
            iterator => iterator?,
        };
        while let Some(next) = self.next(&iterator)? {
            self.tick(1)?;
            if self.equal(next.as_ref(), item)? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
