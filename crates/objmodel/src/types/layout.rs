//! Which base a class extends the layout of, and what `__slots__` adds to it.

use objmodel_gc::{Borrowed, ChargedVec, Value};

use super::object::{Layout, Type};
use crate::objects::bytes::BytesObject;
use crate::objects::dict::Dict;
use crate::objects::module::ModuleObject;
use crate::objects::number::IntObject;
use crate::objects::str::{Str, StrObject};
use crate::objects::tuple::TupleObject;
use crate::raise::Result;
use crate::runtime::Runtime;

/// What instances of a new class look like.
pub(crate) struct Plan {
    pub(crate) layout: Layout,
    /// Names of the new fixed fields, the first at the base's `fixed`.
    pub(crate) members: Vec<Str>,
    /// Whether the class itself brings `__dict__` and `__weakref__` to its instances.
    pub(crate) adds_dict: bool,
    pub(crate) adds_weakref: bool,
}

impl Runtime {
    /// The base whose layout the new class extends (data model, "Determining the appropriate
    /// metaclass" and `__slots__`).
    ///
    /// # Errors
    /// `TypeError` if a base forbids subclasses or two bases have incompatible layouts.
    pub(crate) fn best_base(&self, bases: &[Type]) -> Result<Type> {
        let mut best: Option<(&Type, Type)> = None;
        for base in bases {
            if !base.read(self).flags.subclassable {
                return Err(self.type_error(format!(
                    "type '{}' is not an acceptable base type",
                    self.full_type_name(base)
                )));
            }
            let solid = self.solid_base(base);
            match &best {
                None => best = Some((base, solid)),
                Some((_, winner)) if self.is_subtype(winner, &solid) => {}
                Some((_, winner)) if self.is_subtype(&solid, winner) => {
                    best = Some((base, solid));
                }
                Some(_) => {
                    return Err(self.type_error("multiple bases have instance lay-out conflict"));
                }
            }
        }
        Ok(best.map_or_else(|| self.types.object.clone(), |(base, _)| base.clone()))
    }

    /// The nearest class of the base chain that adds to the layout of instances.
    pub(crate) fn solid_base(&self, class: &Type) -> Type {
        let mut class = class.clone();
        loop {
            let body = class.read(self);
            let Some(base) = &body.base else { return class };
            if !self.has_payload_of(&class, base)
                || body.layout.fixed > base.read(self).layout.fixed
            {
                return class;
            }
            class = base.clone();
        }
    }

    /// Whether instances of a class hold no more natively than those of its base.
    fn has_payload_of(&self, class: &Type, base: &Type) -> bool {
        class.same_layout(base) && !class.read(self).flags.adds_fields
    }

    /// Whether instances of the class hold their namespace in themselves: classes and modules.
    pub(crate) fn has_own_namespace(class: &Type) -> bool {
        class.instance_payload_is::<ModuleObject>()
            || class.instance_payload_is::<objmodel_gc::Class<super::TypeObject>>()
    }

    /// Reads `__slots__` of the namespace.
    ///
    /// # Errors
    /// `TypeError` and `ValueError` for slots that cannot be.
    pub(crate) fn plan_layout(
        &mut self,
        class_name: &str,
        base: &Type,
        bases: &[Type],
        namespace: &Dict,
    ) -> Result<Plan> {
        let inherited = base.read(self).layout;
        let own_namespace = Runtime::has_own_namespace(base);
        let may_dict = !inherited.dict && !own_namespace;
        let may_weakref = !inherited.weakref && !self.is_variable(base);
        let slots_name = self.names.slots.clone();
        let Some(slots) = self.dict_get_name(namespace, &slots_name) else {
            let layout = Layout {
                fixed: inherited.fixed,
                dict: inherited.dict || may_dict,
                weakref: inherited.weakref || may_weakref,
            };
            let (adds_dict, adds_weakref) = (may_dict, may_weakref);
            return Ok(Plan { layout, members: Vec::new(), adds_dict, adds_weakref });
        };
        let items = self.slot_items(&slots)?;
        if !items.is_empty() && (self.is_variable(base) || own_namespace && self.is_metaclass(base))
        {
            return Err(self.type_error(format!(
                "nonempty __slots__ not supported for subtype of '{}'",
                base.read(self).full_name()
            )));
        }
        let (mut adds_dict, mut adds_weakref) = (false, false);
        let mut names = Vec::with_capacity(items.len());
        for item in items {
            let name = self.slot_name(item)?;
            match &*self.text_of(name.as_ref()) {
                "__dict__" if !may_dict || adds_dict => {
                    return Err(self.type_error("__dict__ slot disallowed: we already got one"));
                }
                "__dict__" => adds_dict = true,
                "__weakref__" if !may_weakref || adds_weakref => {
                    return Err(self.type_error("__weakref__ slot disallowed: we already got one"));
                }
                "__weakref__" => adds_weakref = true,
                _ => names.push(name),
            }
        }
        let mut members = Vec::with_capacity(names.len());
        for name in names {
            let text = self.text_of(name.as_ref()).into_owned();
            let mangled = mangle(class_name, &text);
            let name = self.intern(&mangled)?;
            let bookkeeping = ["__qualname__", "__classcell__", "__classdictcell__"];
            if self.dict_get_name(namespace, &name).is_some() && !bookkeeping.contains(&&*mangled) {
                return Err(self
                    .value_error(format!("'{text}' in __slots__ conflicts with class variable")));
            }
            members.push(name);
        }
        members.sort_unstable_by(|a, b| a.read(self).as_bytes().cmp(b.read(self).as_bytes()));
        // A secondary base with a dict or weak references brings them along.
        for other in bases {
            let layout = other.read(self).layout;
            adds_dict |= may_dict && layout.dict;
            adds_weakref |= may_weakref && layout.weakref;
        }
        let fixed = u16::try_from(members.len())
            .ok()
            .and_then(|count| inherited.fixed.checked_add(count))
            .ok_or_else(|| self.value_error("too many __slots__"))?;
        let layout = Layout {
            fixed,
            dict: inherited.dict || adds_dict,
            weakref: inherited.weakref || adds_weakref,
        };
        Ok(Plan { layout, members, adds_dict, adds_weakref })
    }

    /// Whether instances vary in size in CPython (`__itemsize__`), classes, code and views among them.
    pub fn instances_vary(&self, class: &Type) -> bool {
        self.is_variable(class)
            || self.is_metaclass(class)
            || class.is(&self.types.code)
            || self.body_of(class).full_name() == "memoryview"
    }

    /// Whether instances hold more than those of `object` do, a dict and so many `__slots__`.
    pub fn holds_more_than_object(&self, class: &Type, slots: usize) -> bool {
        let object = &self.types.object;
        let plain = class.same_layout(object) || class.is(&self.types.none);
        !plain || class.read(self).fixed_fields() > slots
    }

    /// Whether instances vary in size in CPython, which forbids fields behind them.
    fn is_variable(&self, class: &Type) -> bool {
        class.instance_payload_is::<IntObject>()
            || class.instance_payload_is::<TupleObject>()
            || class.instance_payload_is::<BytesObject>()
    }

    fn is_metaclass(&self, class: &Type) -> bool {
        class.instance_payload_is::<objmodel_gc::Class<super::TypeObject>>()
    }

    /// What `__slots__` lists: one string stands for itself.
    fn slot_items(&mut self, slots: &Value) -> Result<ChargedVec<Value>> {
        match slots.is_payload::<StrObject>() {
            true => self.gather([slots.clone()]),
            false => self.collect(slots),
        }
    }

    fn is_identifier(&self, name: &StrObject) -> bool {
        let name = name.as_bytes();
        is_ascii_identifier(name)
            || (!name.is_ascii() && self.hooks.is_identifier.is_some_and(|rule| rule(name)))
    }

    /// An item of `__slots__`, which has to be an identifier.
    fn slot_name(&self, item: Value) -> Result<Str> {
        match item.downcast::<StrObject>() {
            Ok(name) if self.is_identifier(name.read(self)) => Ok(name),
            Ok(_) => Err(self.type_error("__slots__ must be identifiers")),
            Err(other) => {
                let class = self.type_name(other.as_ref());
                Err(self.type_error(format!("__slots__ items must be strings, not '{class}'")))
            }
        }
    }

    /// A class's name with its module in front, for messages about native types.
    pub(crate) fn full_type_name(&self, class: &Type) -> String {
        class.read(self).full_name().to_owned()
    }

    /// Whether `old` may give way to `new` as `attribute` (`__class__` or `__bases__`) of something.
    ///
    /// # Errors
    /// `TypeError` if instances of both are not laid out alike, or not freed alike.
    pub(crate) fn check_assignable(&self, old: &Type, new: &Type, attribute: &str) -> Result<()> {
        let what = if self.is_collected(old) != self.is_collected(new) {
            "deallocator"
        } else if !self.layouts_match(old, new) {
            "object layout"
        } else {
            return Ok(());
        };
        let (old, new) = (old.read(self).full_name(), new.read(self).full_name());
        let message = format!("{attribute} assignment: '{new}' {what} differs from '{old}'");
        Err(self.type_error(message))
    }

    /// Whether CPython's collector looks at instances of the class, of those that have subclasses.
    pub fn is_collected(&self, class: &Type) -> bool {
        let types = &*self.types;
        let plain = [
            &types.object,
            &types.int,
            &types.bool_,
            &types.float,
            &types.complex,
            &types.str,
            &types.bytes,
            &types.bytearray,
        ];
        self.body_of(class).flags.heap || !plain.iter().any(|plain| plain.is(class))
    }

    /// Whether instances of both classes are laid out alike, so that `__class__` may change from
    /// one to the other.
    pub fn layouts_match(&self, one: &Type, other: &Type) -> bool {
        if !one.same_layout(other) || one.read(self).layout != other.read(self).layout {
            return false;
        }
        let (one, other) = (self.last_to_add(one), self.last_to_add(other));
        let (a, b) = (one.read(self), other.read(self));
        let same_base = match (&a.base, &b.base) {
            (Some(one), Some(other)) => one.is(other),
            (one, other) => one.is_none() && other.is_none(),
        };
        let names = a.members.iter().zip(&b.members);
        let same_names = a.members.len() == b.members.len() && { names }
            .all(|(a, b)| a.read(self).as_bytes() == b.read(self).as_bytes());
        let native = a.flags.adds_fields || b.flags.adds_fields;
        one.is(&other) || (same_base && same_names && !native)
    }

    /// The nearest class of the base chain that adds fields, a dict or weak references.
    fn last_to_add(&self, class: &Type) -> Type {
        let mut class = class.clone();
        loop {
            match &class.read(self).base {
                Some(base)
                    if self.has_payload_of(&class, base)
                        && class.read(self).layout == base.read(self).layout =>
                {
                    class = base.clone();
                }
                _ => return class,
            }
        }
    }
}

/// `__name` inside a class is `_Class__name` (data model, "Private name mangling").
fn mangle(class_name: &str, name: &str) -> String {
    let class_name = class_name.trim_start_matches('_');
    if name.starts_with("__") && !name.ends_with("__") && !class_name.is_empty() {
        format!("_{class_name}{name}")
    } else {
        name.to_owned()
    }
}

/// The rule for ASCII, which needs no tables.
fn is_ascii_identifier(name: &[u8]) -> bool {
    let letter = |byte: &u8| *byte == b'_' || byte.is_ascii_alphabetic();
    name.first().is_some_and(letter)
        && name.iter().all(|byte| letter(byte) || byte.is_ascii_digit())
}

/// Whether `value` is a plain function, which class creation wraps under some names.
pub(crate) fn is_function(value: Borrowed<'_>) -> bool {
    value.is_payload::<crate::objects::function::FunctionObject>()
}
