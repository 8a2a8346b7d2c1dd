//! `property`: an attribute computed by functions.

use objmodel::objects::descriptor::PropertyObject;
use objmodel::objects::str::StrObject;
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, GetSetSpec, MethodSpec};
use objmodel::{Args, Borrowed, CallArgs, Parameters, Result, Runtime, Type, Value, singletons};

use crate::receiver::wrong_receiver;
use crate::text::repr::{self, Shown};

fn new<'a>(rt: &mut Runtime, class: &Type, _: CallArgs<'a>) -> Result {
    let none = singletons::none();
    let property = PropertyObject {
        get: none.clone(),
        set: none.clone(),
        delete: none.clone(),
        doc: none,
        name: None,
        getter_doc: false,
    };
    rt.alloc(class, property).map(|object| object.into_value())
}

/// The arguments of the constructor, by position or keyword.
fn init<'a>(rt: &mut Runtime, this: Borrowed<'a>, args: CallArgs<'a>) -> Result<()> {
    const PARAMETERS: Parameters =
        Parameters::new("property", "(fget=None, fset=None, fdel=None, doc=None)", 0, 4);
    let places: [Option<Borrowed<'_>>; 4] = PARAMETERS.bind(rt, args)?;
    let places = places.map(|place| place.map(Borrowed::to_value));
    let [get, set, delete, doc] = places.map(|place| place.unwrap_or_else(singletons::none));
    let doc_name = rt.names().doc.clone();
    let of_getter = match singletons::is_none(&doc) && !singletons::is_none(&get) {
        true => rt.lookup_attr(&get, &doc_name)?.filter(|doc| !singletons::is_none(doc)),
        false => None,
    };
    let getter_doc = of_getter.is_some();
    let doc = of_getter.unwrap_or(doc);
    if let Some(property) = this.get_mut::<PropertyObject>(rt) {
        let name = property.name.take();
        let filled = PropertyObject { get, set, delete, doc: doc.clone(), name, getter_doc };
        let old = std::mem::replace(property, filled);
        drop(old);
    }
    if rt.type_of(this).is(&rt.types().property) {
        return Ok(());
    }
    // The `__doc__` of a subclass would hide that of the property, so its instances keep their own.
    match rt.setattr(this, &doc_name, &doc) {
        Err(raise) if !getter_doc && rt.is_exception_of(&raise, &rt.types().attribute_error) => {
            Ok(())
        }
        done => done,
    }
}

/// One of the three functions.
#[derive(Clone, Copy, PartialEq)]
enum Role {
    Get,
    Set,
    Delete,
}

impl Role {
    fn noun(self) -> &'static str {
        match self {
            Role::Get => "getter",
            Role::Set => "setter",
            Role::Delete => "deleter",
        }
    }
}

fn function(rt: &Runtime, this: Borrowed<'_>, role: Role) -> Result {
    let Some(property) = this.get::<PropertyObject>(rt) else {
        return Err(wrong_receiver(rt, this, "property"));
    };
    Ok(match role {
        Role::Get => property.get.clone(),
        Role::Set => property.set.clone(),
        Role::Delete => property.delete.clone(),
    })
}

/// The error for a property that lacks a function: names it if it has a name.
fn lacking(
    rt: &mut Runtime,
    this: Borrowed<'_>,
    instance: Borrowed<'_>,
    role: Role,
) -> objmodel::Raise {
    let class = rt.type_of(instance).to_gc();
    let qualname = class.read(rt).qualname().to_owned();
    let name = match name_if_any(rt, this) {
        Ok(name) => name,
        Err(raise) => return raise,
    };
    let shown = name.and_then(|name| {
        let text = name.get::<StrObject>(rt)?;
        String::from_utf8(repr::repr(text.as_bytes(), Shown::Printable)).ok()
    });
    let noun = role.noun();
    let message = match shown {
        Some(name) => {
            format!("property {name} of '{qualname}' object has no {noun}")
        }
        None => format!("property of '{qualname}' object has no {noun}"),
    };
    rt.attribute_error(message)
}

fn get(
    rt: &mut Runtime,
    this: Borrowed<'_>,
    instance: Option<Borrowed<'_>>,
    _: Option<Borrowed<'_>>,
) -> Result {
    let Some(instance) = instance.filter(|instance| !singletons::is_none(instance)) else {
        return Ok(this.to_value());
    };
    let getter = function(rt, this, Role::Get)?;
    if singletons::is_none(&getter) {
        return Err(lacking(rt, this, instance, Role::Get));
    }
    rt.call(&getter, [instance])
}

fn set(
    rt: &mut Runtime,
    this: Borrowed<'_>,
    instance: Borrowed<'_>,
    value: Option<Borrowed<'_>>,
) -> Result<()> {
    let role = if value.is_some() { Role::Set } else { Role::Delete };
    let setter = function(rt, this, role)?;
    if singletons::is_none(&setter) {
        return Err(lacking(rt, this, instance, role));
    }
    match value {
        Some(value) => rt.call(&setter, [instance, value]),
        None => rt.call(&setter, [instance]),
    }
    .map(drop)
}

/// A copy with one function replaced: `@x.setter`.
fn copy(rt: &mut Runtime, this: Borrowed<'_>, role: Role, function: Borrowed<'_>) -> Result {
    let Some(property) = this.get::<PropertyObject>(rt) else {
        return Err(wrong_receiver(rt, this, "property"));
    };
    let (mut get, mut set, mut delete) =
        (property.get.clone(), property.set.clone(), property.delete.clone());
    let (doc, from_getter) = (property.doc.clone(), property.getter_doc);
    let name = property.name.clone();
    match role {
        Role::Get => get = function.to_value(),
        Role::Set => set = function.to_value(),
        Role::Delete => delete = function.to_value(),
    }
    let doc = if from_getter { singletons::none() } else { doc };
    let class = rt.type_of(this).to_gc();
    let made = rt.call(&class, [get.as_ref(), set.as_ref(), delete.as_ref(), doc.as_ref()])?;
    if let Some(property) = made.get_mut::<PropertyObject>(rt) {
        property.name = name;
    }
    Ok(made)
}

fn getter(rt: &mut Runtime, args: Args<'_>) -> Result {
    copy(rt, args.at(0), Role::Get, args.at(1))
}

fn setter(rt: &mut Runtime, args: Args<'_>) -> Result {
    copy(rt, args.at(0), Role::Set, args.at(1))
}

fn deleter(rt: &mut Runtime, args: Args<'_>) -> Result {
    copy(rt, args.at(0), Role::Delete, args.at(1))
}

/// Counts its arguments as a function of Python does, the receiver left out.
fn set_name(rt: &mut Runtime, args: CallArgs<'_>) -> Result {
    let [this, _, name] = args.positionals() else {
        let given = args.len().saturating_sub(1);
        return Err(rt.type_error(format!(
            "__set_name__() takes 2 positional arguments but {given} were given"
        )));
    };
    let name = name.to_value();
    if let Some(property) = this.get_mut::<PropertyObject>(rt) {
        let old = property.name.replace(name);
        drop(old);
    }
    Ok(singletons::none())
}

fn fget(rt: &mut Runtime, this: Borrowed<'_>) -> Result {
    function(rt, this, Role::Get)
}

fn fset(rt: &mut Runtime, this: Borrowed<'_>) -> Result {
    function(rt, this, Role::Set)
}

fn fdel(rt: &mut Runtime, this: Borrowed<'_>) -> Result {
    function(rt, this, Role::Delete)
}

fn doc(rt: &mut Runtime, this: Borrowed<'_>) -> Result {
    match this.get::<PropertyObject>(rt) {
        Some(property) => Ok(property.doc.clone()),
        None => Err(wrong_receiver(rt, this, "property")),
    }
}

fn set_doc(rt: &mut Runtime, this: Borrowed<'_>, value: Option<Borrowed<'_>>) -> Result<()> {
    let value = value.map_or_else(singletons::none, Borrowed::to_value);
    if let Some(property) = this.get_mut::<PropertyObject>(rt) {
        let old = std::mem::replace(&mut property.doc, value);
        drop(old);
    }
    Ok(())
}

fn is_abstract(rt: &mut Runtime, this: Borrowed<'_>) -> Result {
    let functions = [
        function(rt, this, Role::Get)?,
        function(rt, this, Role::Set)?,
        function(rt, this, Role::Delete)?,
    ];
    super::is_abstract(rt, &functions)
}

/// The name that `__set_name__` told, else that of the getter.
fn name_if_any(rt: &mut Runtime, this: Borrowed<'_>) -> Result<Option<Value>> {
    let own = this.get::<PropertyObject>(rt).and_then(|property| property.name.clone());
    if own.is_some() {
        return Ok(own);
    }
    let getter = function(rt, this, Role::Get)?;
    if singletons::is_none(&getter) {
        return Ok(None);
    }
    let name = rt.names().name.clone();
    rt.lookup_attr(&getter, &name)
}

fn name(rt: &mut Runtime, this: Borrowed<'_>) -> Result {
    match name_if_any(rt, this)? {
        Some(name) => Ok(name),
        None => {
            let name = rt.names().name.clone();
            // The property's class it is that lacks it, whatever the subclass.
            let message = "'property' object has no attribute '__name__'";
            Err(rt.attribute_error_for(message, this, name.as_ref()))
        }
    }
}

fn set_own_name(rt: &mut Runtime, this: Borrowed<'_>, value: Option<Borrowed<'_>>) -> Result<()> {
    let value = value.map(Borrowed::to_value);
    if let Some(property) = this.get_mut::<PropertyObject>(rt) {
        let old = std::mem::replace(&mut property.name, value);
        drop(old);
    }
    Ok(())
}

/// The table of `property`.
pub(crate) const PROPERTY: ClassSpec = ClassSpec {
    name: "property",
    doc: Some("Property attribute."),
    text_signature: Some("(fget=None, fset=None, fdel=None, doc=None)"),
    slots: &[
        (SlotId::TpNew, SlotFn::New(new)),
        (SlotId::TpInit, SlotFn::Init(init)),
        (SlotId::TpDescrGet, SlotFn::DescrGet(get)),
        (SlotId::TpDescrSet, SlotFn::DescrSet(set)),
    ],
    methods: &[
        MethodSpec::method("getter", "($self, object, /)", getter)
            .doc("Descriptor to obtain a copy of the property with a different getter."),
        MethodSpec::method("setter", "($self, object, /)", setter)
            .doc("Descriptor to obtain a copy of the property with a different setter."),
        MethodSpec::method("deleter", "($self, object, /)", deleter)
            .doc("Descriptor to obtain a copy of the property with a different deleter."),
        MethodSpec::raw_method("__set_name__", "($self, owner, name, /)", set_name)
            .by_tuple()
            .doc("Method to set name of a property."),
    ],
    getset: &[
        GetSetSpec::member("fget", fget),
        GetSetSpec::member("fset", fset),
        GetSetSpec::member("fdel", fdel),
        GetSetSpec { member: true, ..GetSetSpec::writable("__doc__", doc, set_doc) },
        GetSetSpec::writable("__name__", name, set_own_name),
        GetSetSpec::read_only("__isabstractmethod__", is_abstract),
    ],
    ..ClassSpec::DEFAULT
};
