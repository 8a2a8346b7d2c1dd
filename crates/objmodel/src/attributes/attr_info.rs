//! What a class attribute means for access through instances, and where those of one shape have
//! theirs: remembered with the lookup, so that access by name is a probe, a comparison and a load.

use objmodel_gc::{Borrowed, Value};
use objmodel_slots::SlotId;

use super::shape::ShapeId;
use crate::objects::descriptor::{
    MemberField, MemberObject, PropertyObject, WrappedFunctionObject,
};
use crate::objects::function::FunctionObject;
use crate::objects::module::ModuleObject;
use crate::objects::str::Str;
use crate::runtime::Runtime;
use crate::singletons;
use crate::types::TypeObject;
use crate::types::method_cache::MethodCacheEntry;
use crate::types::slot::{Slot, SlotOwner};

/// How instances of a class get at an attribute.
#[derive(Clone, Copy, Default)]
pub(crate) struct AttrInfo {
    /// The shape that an instance had lately, and the field that has the attribute there.
    shape: ShapeKey,
    field: u16,
    pub(crate) binding: DescriptorKind,
    way: LookupPath,
}

/// Whether a class accesses attributes as `object` does, or has code of its own for that.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum LookupPath {
    #[default]
    Code,
    ReadsPlainly,
    WritesPlainly,
    Plain,
    /// As `type` reads those of classes.
    Class,
}

/// What is known of an attribute that is to be read.
pub(crate) enum LoadOutcome {
    /// Nothing.
    Unknown,
    /// There is none.
    Missing,
    /// This is it.
    Found(Value),
    /// A function of the class, which becomes a bound method.
    Method(Value),
    /// A property's getter, which is to be called.
    Getter(Value),
}

/// What is known of an attribute that is to be written.
pub(crate) enum StoreOutcome {
    /// Nothing.
    Unknown,
    /// It is in this field.
    Field(usize),
    /// A property's setter, which is to be called.
    Setter(Value),
}

/// What the class attribute does when it is met through an instance. Only classes that cannot
/// change decide that beforehand.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub(crate) enum DescriptorKind {
    /// Its class is to be asked each time.
    #[default]
    Unknown,
    /// There is none.
    Absent,
    /// No descriptor.
    Plain,
    /// A function, which becomes a bound method.
    Function,
    /// A method of a native class.
    NativeMethod,
    /// A `staticmethod`.
    Static,
    /// A descriptor with `__get__` alone.
    NonData,
    /// The field with the number in [`AttrInfo::field`], made by `__slots__`.
    Slot,
    /// A `property`.
    Property,
}

impl DescriptorKind {
    /// Whether an attribute of the instance goes before that of the class.
    #[inline]
    pub(crate) fn is_hidden_by_instance(self) -> bool {
        !matches!(self, DescriptorKind::Unknown | DescriptorKind::Slot | DescriptorKind::Property)
    }
}

/// How an instance keeps its attributes now, as one number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct ShapeKey(u32);

impl ShapeKey {
    /// In the fields of this shape.
    #[inline]
    pub(crate) fn of(shape: ShapeId) -> ShapeKey {
        ShapeKey(shape.0)
    }

    /// Not at all: the class gives its instances no `__dict__`.
    pub(crate) const NONE: ShapeKey = ShapeKey(u32::MAX);
    /// In a dict, which must be asked.
    const DICT: ShapeKey = ShapeKey(u32::MAX - 1);

    /// What the fields of an instance of a class with `__dict__` say, so many of them fixed.
    #[inline]
    pub(crate) fn among(fields: &[Option<Value>], fixed: u16) -> ShapeKey {
        match fields.get(usize::from(fixed)) {
            Some(None) => ShapeKey::of(ShapeId::EMPTY),
            Some(Some(word)) => {
                word.as_small_int().map_or(ShapeKey::DICT, |shape| ShapeKey(shape as u32))
            }
            None => ShapeKey::DICT,
        }
    }

    /// What an instance of the shape has in front of its attributes.
    pub(crate) fn to_word(self) -> Option<Value> {
        Value::small_int(self.0.into())
    }
}

impl Default for ShapeKey {
    /// That of no instance.
    fn default() -> ShapeKey {
        ShapeKey(u32::MAX - 2)
    }
}

/// The instances of the shape lack the attribute.
const LACKING: u16 = u16::MAX;

impl AttrInfo {
    /// Whether reading an instance's attribute asks nobody but class and instance.
    #[inline]
    pub(crate) fn reads_plainly(&self) -> bool {
        matches!(self.way, LookupPath::Plain | LookupPath::ReadsPlainly)
    }

    /// Whether writing does so.
    #[inline]
    pub(crate) fn writes_plainly(&self) -> bool {
        matches!(self.way, LookupPath::Plain | LookupPath::WritesPlainly)
    }

    /// The field that has the attribute in instances of the shape: `Some(None)` if they lack it,
    /// `None` if that is not known.
    #[inline]
    pub(crate) fn field_in(&self, shape: ShapeKey) -> Option<Option<usize>> {
        (self.shape == shape).then(|| (self.field != LACKING).then_some(usize::from(self.field)))
    }

    /// The field of a [`DescriptorKind::Slot`].
    #[inline]
    pub(crate) fn slot(&self) -> usize {
        self.field.into()
    }
}

impl Runtime {
    /// What an attribute of a class means for the class's instances.
    pub(crate) fn attr_info_of(&self, class: &TypeObject, found: Option<&Value>) -> AttrInfo {
        let (get, set) = (class.slots.get(SlotId::TpGetattro), class.slots.get(SlotId::TpSetattro));
        let way = match (get, set) {
            (Slot::GetAttr(SlotOwner::OBJECT, _), Slot::SetAttr(SlotOwner::OBJECT, _)) => {
                LookupPath::Plain
            }
            (Slot::GetAttr(SlotOwner::OBJECT, _), _) => LookupPath::ReadsPlainly,
            (_, Slot::SetAttr(SlotOwner::OBJECT, _)) => LookupPath::WritesPlainly,
            (Slot::GetAttr(SlotOwner::TYPE, _), _) => LookupPath::Class,
            _ => LookupPath::Code,
        };
        let mut access = AttrInfo { way, ..AttrInfo::default() };
        if let Some(MemberField::Instance(field)) = self.member_of(class, found)
            && let Ok(field) = u16::try_from(field)
        {
            access.field = field;
            access.binding = DescriptorKind::Slot;
        } else {
            access.binding = self.descriptor_kind_of(found);
        }
        access
    }

    /// What a `member_descriptor` for instances of the class reads.
    fn member_of(&self, class: &TypeObject, found: Option<&Value>) -> Option<MemberField> {
        let member = found?.downcast_ref::<MemberObject>()?.frozen();
        class.mro.iter().any(|base| base.is(&member.owner)).then_some(member.field)
    }

    fn descriptor_kind_of(&self, found: Option<&Value>) -> DescriptorKind {
        let Some(found) = found else { return DescriptorKind::Absent };
        let class = self.class_of(found.as_ref());
        let (get, set) = (class.slots.has(SlotId::TpDescrGet), class.slots.has(SlotId::TpDescrSet));
        // A class that can change may become one of descriptors; a module may change its class.
        if self.type_of(found.as_ref()).is(&self.types.property) {
            DescriptorKind::Property
        } else if class.is_heap_type() || set || found.is_payload::<ModuleObject>() {
            DescriptorKind::Unknown
        } else if !get {
            DescriptorKind::Plain
        } else if found.is_payload::<FunctionObject>() {
            DescriptorKind::Function
        } else if self.type_of(found.as_ref()).is(&self.types.method_descriptor)
            || self.type_of(found.as_ref()).is(&self.types.wrapper_descriptor)
        {
            DescriptorKind::NativeMethod
        } else if self.type_of(found.as_ref()).is(&self.types.static_method) {
            DescriptorKind::Static
        } else {
            DescriptorKind::NonData
        }
    }

    /// What is known of the name in the object's class.
    #[inline]
    pub(crate) fn known<'a>(
        &'a self,
        class: &TypeObject,
        name: &Str,
    ) -> Option<&'a MethodCacheEntry> {
        self.method_cache.get(class.version.get(), name)
    }

    /// How the object keeps its attributes.
    #[inline]
    pub(crate) fn shape_of(&self, object: Borrowed<'_>, class: &TypeObject) -> ShapeKey {
        match class.layout.dict {
            true => ShapeKey::among(object.fields(self), class.layout.fixed),
            false => ShapeKey::NONE,
        }
    }

    /// Whether `after` is `before` with the attribute added and nothing else.
    pub(crate) fn adds(&self, before: ShapeKey, after: ShapeKey, name: &Str) -> bool {
        self.shapes
            .newest(ShapeId(after.0))
            .is_some_and(|(parent, newest)| ShapeKey::of(parent) == before && newest.is(name))
    }

    /// Notes in which field instances with the object's class and shape have the attribute, or
    /// that they lack it.
    pub(crate) fn note_field(&mut self, object: Borrowed<'_>, name: &Str, field: Option<usize>) {
        let class = self.class_of(object);
        let (version, shape) = (class.version.get(), self.shape_of(object, class));
        // Modules have attributes without a shape.
        if shape == ShapeKey::DICT || object.is_payload::<ModuleObject>() {
            return;
        }
        let field = match field.map(u16::try_from) {
            None => LACKING,
            Some(Ok(field)) if field != LACKING => field,
            Some(_) => return,
        };
        if let Some(known) = self.method_cache.get_mut(version, name)
            && known.access.binding.is_hidden_by_instance()
        {
            (known.access.shape, known.access.field) = (shape, field);
        }
    }

    /// What `object.name` is, if it is known where it is and reading it runs no code.
    #[inline]
    pub(crate) fn try_load_attr_fast(&self, object: Borrowed<'_>, name: &Str) -> LoadOutcome {
        self.known_load(object, name).unwrap_or(LoadOutcome::Unknown)
    }

    #[inline]
    fn known_load(&self, object: Borrowed<'_>, name: &Str) -> Option<LoadOutcome> {
        let class = self.heap.class_body_of::<TypeObject>(object)?;
        let known = self.known(class, name)?;
        let access = known.access;
        if !access.reads_plainly() {
            return match access.way {
                LookupPath::Class => self.known_class_attribute(object, name, access.binding),
                _ => None,
            };
        }
        match access.binding {
            DescriptorKind::Unknown => return None,
            DescriptorKind::Slot => {
                let field = object.fields_in_page(self)?.get(access.slot())?;
                return field.clone().map(LoadOutcome::Found);
            }
            DescriptorKind::Property => {
                let getter = known.found.as_ref()?.get::<PropertyObject>(self)?.get.clone();
                return (!singletons::is_none(&getter)).then_some(LoadOutcome::Getter(getter));
            }
            _ => {}
        }
        if class.layout.dict {
            let fields = object.fields_in_page(self)?;
            if let Some(field) = access.field_in(ShapeKey::among(fields, class.layout.fixed))? {
                return fields.get(field)?.clone().map(LoadOutcome::Found);
            }
        } else {
            access.field_in(ShapeKey::NONE)?;
        }
        match (&known.found, access.binding) {
            (None, DescriptorKind::Absent) => Some(LoadOutcome::Missing),
            (Some(found), DescriptorKind::Plain) => Some(LoadOutcome::Found(found.clone())),
            (Some(found), DescriptorKind::Function) => Some(LoadOutcome::Method(found.clone())),
            (Some(found), DescriptorKind::Static) => {
                self.static_function(found).map(LoadOutcome::Found)
            }
            _ => None,
        }
    }

    /// What `class.name` is, if that is known, of a class whose metaclass reads attributes as `type` does and has no data
    /// descriptor of the name.
    #[inline(never)]
    fn known_class_attribute(
        &self,
        class: Borrowed<'_>,
        name: &Str,
        of_metaclass: DescriptorKind,
    ) -> Option<LoadOutcome> {
        if !of_metaclass.is_hidden_by_instance() {
            return None;
        }
        let class = self.as_type(class)?.borrow(self)?;
        let known = self.known(class, name)?;
        match (&known.found, known.access.binding) {
            (Some(found), DescriptorKind::Plain | DescriptorKind::Function) => {
                Some(LoadOutcome::Found(found.clone()))
            }
            (Some(found), DescriptorKind::Static) => {
                self.static_function(found).map(LoadOutcome::Found)
            }
            (None, DescriptorKind::Absent) if of_metaclass == DescriptorKind::Absent => {
                Some(LoadOutcome::Missing)
            }
            _ => None,
        }
    }

    fn static_function(&self, found: &Value) -> Option<Value> {
        Some(found.get::<WrappedFunctionObject>(self)?.function.clone())
    }

    /// A function or native method of the class that the instance does not hide, if that is known.
    #[inline(always)]
    pub(crate) fn try_load_method_fast(&self, object: Borrowed<'_>, name: &Str) -> Option<Value> {
        let class = self.heap.class_body_of::<TypeObject>(object)?;
        let known = self.known(class, name).filter(|known| known.access.reads_plainly())?;
        if !matches!(known.access.binding, DescriptorKind::Function | DescriptorKind::NativeMethod)
        {
            return None;
        }
        let shape = match class.layout.dict {
            true => ShapeKey::among(object.fields_in_page(self)?, class.layout.fixed),
            false => ShapeKey::NONE,
        };
        match known.access.field_in(shape)? {
            Some(_) => None,
            None => known.found.clone(),
        }
    }

    /// Where `object.name = value` goes, if that is known.
    #[inline]
    pub(crate) fn try_store_attr_fast(&self, object: Borrowed<'_>, name: &Str) -> StoreOutcome {
        self.known_store(object, name).unwrap_or(StoreOutcome::Unknown)
    }

    #[inline]
    fn known_store(&self, object: Borrowed<'_>, name: &Str) -> Option<StoreOutcome> {
        let class = self.heap.class_body_of::<TypeObject>(object)?;
        let known = self.known(class, name).filter(|known| known.access.writes_plainly())?;
        match known.access.binding {
            DescriptorKind::Unknown => None,
            DescriptorKind::Slot => Some(StoreOutcome::Field(known.access.slot())),
            DescriptorKind::Property => {
                let setter = known.found.as_ref()?.get::<PropertyObject>(self)?.set.clone();
                (!singletons::is_none(&setter)).then_some(StoreOutcome::Setter(setter))
            }
            _ if class.layout.dict => {
                let shape = ShapeKey::among(object.fields_in_page(self)?, class.layout.fixed);
                known.access.field_in(shape)?.map(StoreOutcome::Field)
            }
            _ => None,
        }
    }
}
