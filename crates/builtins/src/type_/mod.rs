//! `type`: classes as objects.

mod attributes;
mod create;
mod names;
mod relations;
pub(crate) mod sizes;

use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, GetSetSpec, MethodSpec};

/// The table of `type`.
pub(crate) const TYPE: ClassSpec = ClassSpec {
    name: "type",
    doc: Some(
        "type(object) -> the object's type\n\
         type(name, bases, dict, **kwds) -> a new type",
    ),
    slots: &[
        (SlotId::TpCall, SlotFn::Call(create::call)),
        (SlotId::TpNew, SlotFn::New(create::new)),
        (SlotId::TpInit, SlotFn::Init(create::init)),
        (SlotId::TpRepr, SlotFn::Unary(names::repr)),
        (SlotId::TpGetattro, SlotFn::GetAttr(attributes::get)),
        (SlotId::TpSetattro, SlotFn::SetAttr(attributes::set)),
        (SlotId::NbOr, SlotFn::Binary(crate::union::or)),
        (SlotId::NbRor, SlotFn::Binary(crate::union::reflected_or)),
    ],
    methods: &[
        crate::SIZEOF,
        MethodSpec::method("mro", "($self, /)", relations::mro)
            .doc("Return a type's method resolution order."),
        MethodSpec::method("__subclasses__", "($self, /)", relations::subclasses)
            .doc("Return a list of immediate subclasses."),
        MethodSpec::method("__instancecheck__", "($self, instance, /)", relations::instance_check)
            .doc("Check if an object is an instance."),
        MethodSpec::method("__subclasscheck__", "($self, subclass, /)", relations::subclass_check)
            .doc("Check if a class is a subclass."),
        MethodSpec::method("__dir__", "($self, /)", relations::dir)
            .doc("Specialized __dir__ implementation for types."),
        MethodSpec { binding: objmodel::types::spec::MethodKind::Class, ..PREPARE },
    ],
    getset: &[
        GetSetSpec::writable("__name__", names::name, names::set_name),
        GetSetSpec::writable("__qualname__", names::qualname, names::set_qualname),
        GetSetSpec::writable("__module__", names::module, names::set_module),
        GetSetSpec::writable("__doc__", names::doc, names::set_doc),
        GetSetSpec::writable("__bases__", relations::bases, relations::set_bases),
        GetSetSpec::member("__base__", relations::base),
        GetSetSpec::read_only("__mro__", relations::order),
        GetSetSpec::read_only("__dict__", relations::namespace),
        GetSetSpec::member("__flags__", relations::flags),
        GetSetSpec::member("__dictoffset__", relations::dict_offset),
        GetSetSpec::member("__weakrefoffset__", relations::weakref_offset),
        GetSetSpec::member("__basicsize__", relations::basic_size),
        GetSetSpec::member("__itemsize__", relations::item_size),
        GetSetSpec::writable("__annotations__", names::annotations, names::set_annotations),
        GetSetSpec::writable(
            "__abstractmethods__",
            names::abstract_methods,
            names::set_abstract_methods,
        ),
        GetSetSpec::writable("__type_params__", names::type_params, names::set_type_params),
        GetSetSpec::read_only("__text_signature__", names::text_signature),
    ],
    ..ClassSpec::DEFAULT
}
.checked();

const PREPARE: MethodSpec =
    MethodSpec::raw_method("__prepare__", "($type, name, bases, /, **kwds)", create::prepare)
        .shown_as("($cls, name, bases, /, **kwds)")
        .doc("Create the namespace for the class statement");
