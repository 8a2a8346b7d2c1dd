//! Subscripts and `in`, explained.

use objmodel_gc::Borrowed;
use objmodel_slots::{CompareOp, SlotId, SpecialId};

use super::Explained;
use crate::native::IntoPyObject;
use crate::native::call_arguments::Held;
use crate::raise::Result;
use crate::runtime::Runtime;

impl Explained<'_> {
    /// `object[key]`, as [`Runtime::get_item`].
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
        let rt = &mut *self.rt;
        let text = format!("{}[{}]", rt.brief(object), rt.brief(key));
        rt.operation(text, |rt| rt.get_item_by_the_letter(object, key))
    }

    /// `object[key] = value`, as [`Runtime::set_item`].
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
        let (object, key, value) = (object.into(), key.borrowed(), value.borrowed());
        let rt = &mut *self.rt;
        let text = format!("{}[{}] = {}", rt.brief(object), rt.brief(key), rt.brief(value));
        rt.operation(text, |rt| {
            rt.change_item(object, SpecialId::SetItem, &[key, value], |rt| {
                rt.set_item(object, key, value)
            })
        })
    }

    /// `del object[key]`, as [`Runtime::del_item`].
    ///
    /// # Errors
    /// `TypeError` if items cannot be deleted; what its method raises.
    pub fn del_item<'a>(
        &mut self,
        object: impl Into<Borrowed<'a>>,
        key: impl IntoPyObject,
    ) -> Result<()> {
        let key = Held::new(key, self)?;
        let (object, key) = (object.into(), key.borrowed());
        let rt = &mut *self.rt;
        let text = format!("del {}[{}]", rt.brief(object), rt.brief(key));
        rt.operation(text, |rt| {
            rt.change_item(object, SpecialId::DelItem, &[key], |rt| rt.del_item(object, key))
        })
    }

    /// `item in container`, as [`Runtime::contains`].
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
        let rt = &mut *self.rt;
        let text = format!("{} in {}", rt.brief(item), rt.brief(container));
        rt.operation(text, |rt| rt.contains_by_the_letter(container, item))
    }
}

impl Runtime {
    fn has_either(&self, object: Borrowed<'_>, mapping: SlotId, sequence: SlotId) -> bool {
        self.slots_of(object).has(mapping) || self.slots_of(object).has(sequence)
    }

    fn get_item_by_the_letter(&mut self, object: Borrowed<'_>, key: Borrowed<'_>) -> Result {
        if self.has_either(object, SlotId::MpSubscript, SlotId::SqItem) {
            let answer = |rt: &mut Runtime| rt.get_item(object, key);
            return self.ask_method(object, SpecialId::GetItem, &[key], answer);
        }
        self.remark_missing(object, SpecialId::GetItem);
        if self.as_type(object).is_some() {
            self.remark(|rt| {
                format!("{} is a class: its __class_getitem__ is called", rt.brief(object))
            });
        }
        self.get_item(object, key)
    }

    fn change_item(
        &mut self,
        object: Borrowed<'_>,
        special: SpecialId,
        args: &[Borrowed<'_>],
        work: impl FnOnce(&mut Runtime) -> Result<()>,
    ) -> Result<()> {
        if self.has_either(object, SlotId::MpAssSubscript, SlotId::SqAssItem) {
            return self.ask_method(object, special, args, work);
        }
        self.remark_missing(object, special);
        work(self)
    }

    fn contains_by_the_letter(
        &mut self,
        container: Borrowed<'_>,
        item: Borrowed<'_>,
    ) -> Result<bool> {
        if self.slots_of(container).has(SlotId::SqContains) {
            let answer = |rt: &mut Runtime| rt.contains(container, item);
            return self.ask_method(container, SpecialId::Contains, &[item], answer);
        }
        self.remark_missing(container, SpecialId::Contains);
        if !self.slots_of(container).has(SlotId::TpIter) {
            self.remark_missing(container, SpecialId::Iter);
            if self.is_sequence(container) {
                self.remark(|_| "its items are asked for by their numbers, from 0 on".to_owned());
            }
            return self.contains(container, item);
        }
        let iterator = match self
            .ask_method(container, SpecialId::Iter, &[], |rt| rt.iter(container))
        {
            Err(raise) if self.is_exception_of(&raise, &self.types.type_error) => {
                let class = self.type_name(container);
                return Err(self.type_error(format!("argument of type '{class}' is not iterable")));
            }
            iterator => iterator?,
        };
        while let Some(next) = self.next(&iterator)? {
            self.tick(1)?;
            let text = format!("{} == {}", self.brief(next.as_ref()), self.brief(item));
            let found = self.step(text, None, |rt| {
                if next.is(&item) {
                    rt.remark(|_| "they are the same object".to_owned());
                    return Ok(true);
                }
                let equal = rt.comparison_by_the_letter(CompareOp::Eq, next.as_ref(), item)?;
                rt.is_true(equal.as_ref())
            })?;
            if found {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
