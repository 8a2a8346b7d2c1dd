//! Classes from Rust at run time: `rt.class("bank.Account").method(..).getter(..).build(&mut rt)`.

use std::rc::Rc;

use objmodel_gc::{Borrowed, Heap, Payload, Trace, Value};
use objmodel_slots::{SignatureError, SpecialId};

use super::function::positional;
use super::into_object::IntoPyObject;
use super::spec::MethodKind;
use crate::arguments::{Args, CallArgs};
use crate::objects::descriptor::{Accessors, Closures};
use crate::objects::native::NativeDef;
use crate::raise::Result;
use crate::runtime::Runtime;
use crate::types::Type;
use crate::types::make::{Member, NativePart};
use crate::types::well_known::Alloc;

/// A class being put together; nothing happens before [`build`](ClassBuilder::build).
///
/// Special names find their slots, as in a class statement. Methods are closures that own what
/// they capture; a value in one counts as referenced from outside.
///
/// ```
/// use objmodel::prelude::*;
///
/// let mut rt = Runtime::builder().build();
/// objmodel_builtins::install(&mut rt)?;
/// let class = rt
///     .class("demo.Doubler")
///     .doc("Doubles.")
///     .method("double", "(n, /, *, plus=0)", |rt, _me, args| {
///         let (n, plus): (i64, Option<i64>) = args.extract(rt)?;
///         Ok(n * 2 + plus.unwrap_or(0))
///     })
///     .build(&mut rt)?;
/// let doubler = rt.call(&class, ())?;
/// let answer = rt.call_method(&doubler, "double", (21,))?;
/// assert_eq!(answer.as_small_int(), Some(42));
/// # Ok::<(), Raise>(())
/// ```
#[must_use = "the class is made by `build`"]
pub struct ClassBuilder {
    name: String,
    doc: Option<String>,
    bases: Vec<Value>,
    members: Vec<(String, Described)>,
    attributes: Vec<(String, Value)>,
    alloc: Option<Alloc>,
    constructed: bool,
}

/// What a name stands for, before the class is there.
enum Described {
    Method(Result<Rc<NativeDef>, SignatureError>, MethodKind),
    GetSet(Closures),
}

impl Runtime {
    /// Begins a class whose methods are Rust closures. What stands before the last dot of the name
    /// is its module.
    pub fn class(&self, name: impl Into<String>) -> ClassBuilder {
        ClassBuilder {
            name: name.into(),
            doc: None,
            bases: Vec::new(),
            members: Vec::new(),
            attributes: Vec::new(),
            alloc: None,
            constructed: false,
        }
    }
}

impl ClassBuilder {
    /// Adds a base; without any it is `object`.
    ///
    /// ```
    /// # use objmodel::prelude::*;
    /// # let mut rt = Runtime::builder().build();
    /// # objmodel_builtins::install(&mut rt)?;
    /// let base = rt.class("Base").def("f", |_, [_me]| Ok(1)).build(&mut rt)?;
    /// let class = rt.class("Derived").base(&base).build(&mut rt)?;
    /// let object = rt.call(&class, ())?;
    /// assert_eq!(rt.call_method(&object, "f", ())?.as_small_int(), Some(1));
    /// # Ok::<(), Raise>(())
    /// ```
    pub fn base(mut self, base: &Type) -> Self {
        self.bases.push(Value::clone(base));
        self
    }

    /// Sets `__doc__`.
    pub fn doc(mut self, doc: &str) -> Self {
        self.doc = Some(doc.to_owned());
        self
    }

    /// Instances have a `T`, which methods get at by `me.get::<T>(rt)` and `me.get_mut::<T>(rt)`.
    /// They are made by [`constructor`](Self::constructor), or from Rust by
    /// [`Runtime::alloc`].
    pub fn state<T: Payload>(mut self) -> Self {
        self.alloc = Some(Heap::alloc_class::<T, _>);
        self
    }

    /// Instances have a `T`, and this closure makes one of the arguments of a call of the class.
    ///
    /// ```
    /// # use objmodel::prelude::*;
    /// # let mut rt = Runtime::builder().build();
    /// # objmodel_builtins::install(&mut rt)?;
    /// let class = rt
    ///     .class("shop.Price")
    ///     .constructor("(cents)", |rt, args| {
    ///         let (cents,): (i64,) = args.extract(rt)?;
    ///         Ok(Cents(cents))
    ///     })
    ///     .getter("cents", |rt, me| Ok(me.get::<Cents>(rt).map(|price| price.0)))
    ///     .build(&mut rt)?;
    /// let price = rt.call(&class, (250,))?;
    /// assert_eq!(rt.getattr(&price, "cents")?.as_small_int(), Some(250));
    /// #
    /// # #[derive(objmodel::Trace)]
    /// # struct Cents(#[trace(leaf)] i64);
    /// # impl objmodel::Payload for Cents {}
    /// # Ok::<(), Raise>(())
    /// ```
    pub fn constructor<T: Payload>(
        self,
        signature: &str,
        make: impl Fn(&mut Runtime, Args<'_>) -> Result<T> + 'static,
    ) -> Self {
        let mut builder = self.state::<T>();
        builder.constructed = true;
        let signature = with_receiver(signature, "$type");
        let def = NativeDef::of_closure("__new__", &signature, (), move |rt, (), args| {
            let Some(class) = rt.as_type(args.at(0)).map(|class| class.to_gc()) else {
                return Err(rt.type_error("__new__() called with non-type 'self'"));
            };
            let payload = make(rt, args.after_receiver())?;
            rt.alloc(&class, payload)
        });
        builder.add("__new__", Described::Method(def.map(Rc::new), MethodKind::Static))
    }

    /// Adds a method; `args` are those behind the instance, bound by the signature.
    pub fn method<R: IntoPyObject>(
        self,
        name: &str,
        signature: &str,
        body: impl Fn(&mut Runtime, Borrowed<'_>, Args<'_>) -> Result<R> + 'static,
    ) -> Self {
        let kind = kind_of(name);
        self.bound(name, signature, kind, body)
    }

    /// Adds a class method; the first argument of the closure is the class.
    ///
    /// ```
    /// # use objmodel::prelude::*;
    /// # let mut rt = Runtime::builder().build();
    /// # objmodel_builtins::install(&mut rt)?;
    /// let class = rt.class("C").class_method("own", "()", |_, class, _| Ok(class.to_value())).build(&mut rt)?;
    /// assert!(rt.call_method(&class, "own", ())?.is(&class));
    /// # Ok::<(), Raise>(())
    /// ```
    pub fn class_method<R: IntoPyObject>(
        self,
        name: &str,
        signature: &str,
        body: impl Fn(&mut Runtime, Borrowed<'_>, Args<'_>) -> Result<R> + 'static,
    ) -> Self {
        self.bound(name, signature, MethodKind::Class, body)
    }

    fn bound<R: IntoPyObject>(
        self,
        name: &str,
        signature: &str,
        kind: MethodKind,
        body: impl Fn(&mut Runtime, Borrowed<'_>, Args<'_>) -> Result<R> + 'static,
    ) -> Self {
        let receiver = if kind == MethodKind::Instance { "$self" } else { "$type" };
        let signature = with_receiver(signature, receiver);
        let def = NativeDef::of_closure(name, &signature, (), move |rt, (), args| {
            body(rt, args.at(0), args.after_receiver())
        });
        self.add(name, Described::Method(def.map(Rc::new), kind))
    }

    /// Adds a static method.
    ///
    /// ```
    /// # use objmodel::prelude::*;
    /// # let mut rt = Runtime::builder().build();
    /// # objmodel_builtins::install(&mut rt)?;
    /// let class = rt.class("C").static_method("twice", "(n)", |rt, args| rt.mul(args.at(0), 2)).build(&mut rt)?;
    /// assert_eq!(rt.call_method(&class, "twice", (4,))?.as_small_int(), Some(8));
    /// # Ok::<(), Raise>(())
    /// ```
    pub fn static_method<R: IntoPyObject>(
        self,
        name: &str,
        signature: &str,
        body: impl Fn(&mut Runtime, Args<'_>) -> Result<R> + 'static,
    ) -> Self {
        let def = NativeDef::of_closure(name, signature, (), move |rt, (), args| body(rt, args));
        self.add(name, Described::Method(def.map(Rc::new), MethodKind::Static))
    }

    /// Adds a method whose closure works with values that the collector sees: what may be part of
    /// a cycle belongs there and not into the closure.
    pub fn method_with<C: Trace + 'static, R: IntoPyObject>(
        self,
        captured: C,
        name: &str,
        signature: &str,
        body: impl Fn(&mut Runtime, &C, Borrowed<'_>, Args<'_>) -> Result<R> + 'static,
    ) -> Self {
        let kind = kind_of(name);
        let receiver = if kind == MethodKind::Instance { "$self" } else { "$type" };
        let signature = with_receiver(signature, receiver);
        let def = NativeDef::of_closure(name, &signature, captured, move |rt, captured, args| {
            body(rt, captured, args.at(0), args.after_receiver())
        });
        self.add(name, Described::Method(def.map(Rc::new), kind))
    }

    /// Adds a method with exactly `N` arguments, the instance first. Where a special method may be
    /// called with one argument less (`__pow__`, `__get__`, `__round__`), `None` stands for it.
    ///
    /// ```
    /// # use objmodel::prelude::*;
    /// # let mut rt = Runtime::builder().build();
    /// # objmodel_builtins::install(&mut rt)?;
    /// let class = rt
    ///     .class("Even")
    ///     .def("__contains__", |rt, [_me, item]| Ok(i64::extract(item, rt)? % 2 == 0))
    ///     .build(&mut rt)?;
    /// let even = rt.call(&class, ())?;
    /// assert!(rt.contains(&even, 4)? && !rt.contains(&even, 5)?);
    /// # Ok::<(), Raise>(())
    /// ```
    pub fn def<const N: usize, R: IntoPyObject>(
        self,
        name: &str,
        body: impl Fn(&mut Runtime, [Borrowed<'_>; N]) -> Result<R> + 'static,
    ) -> Self {
        let kind = kind_of(name);
        let counted = kind != MethodKind::Static;
        let receiver = if kind == MethodKind::Class { "$type" } else { "$self" };
        let signature = match special_signature(name, N) {
            Some(signature) => signature.to_owned(),
            None if counted => with_receiver(&positional(N.saturating_sub(1)), receiver),
            None => positional(N),
        };
        let def =
            NativeDef::of_closure(name, &signature, (), move |rt, (), args| body(rt, args.take()));
        self.add(name, Described::Method(def.map(Rc::new), kind))
    }

    /// Adds a static method with exactly `N` arguments.
    pub fn def_static<const N: usize, R: IntoPyObject>(
        self,
        name: &str,
        body: impl Fn(&mut Runtime, [Borrowed<'_>; N]) -> Result<R> + 'static,
    ) -> Self {
        let def = NativeDef::of_closure(name, &positional(N), (), move |rt, (), args| {
            body(rt, args.take())
        });
        self.add(name, Described::Method(def.map(Rc::new), MethodKind::Static))
    }

    /// Adds a computed attribute, or says how it is read.
    ///
    /// ```
    /// # use objmodel::prelude::*;
    /// # let mut rt = Runtime::builder().build();
    /// # objmodel_builtins::install(&mut rt)?;
    /// let class = rt
    ///     .class("Circle")
    ///     .getter("area", |rt, me| {
    ///         let radius: f64 = rt.getattr(me, "radius")?.extract(rt)?;
    ///         Ok(3.0 * radius * radius)
    ///     })
    ///     .setter("area", |rt, me, area| {
    ///         let area: f64 = area.extract(rt)?;
    ///         rt.setattr(me, "radius", (area / 3.0).sqrt())
    ///     })
    ///     .build(&mut rt)?;
    /// let circle = rt.call(&class, ())?;
    /// rt.setattr(&circle, "area", 12)?;
    /// assert_eq!(rt.getattr(&circle, "radius")?.extract::<f64>(&mut rt)?, 2.0);
    /// # Ok::<(), Raise>(())
    /// ```
    pub fn getter<R: IntoPyObject>(
        mut self,
        name: &str,
        get: impl Fn(&mut Runtime, Borrowed<'_>) -> Result<R> + 'static,
    ) -> Self {
        self.closures(name).get = Some(Box::new(move |rt, me| {
            let value = get(rt, me)?;
            rt.admit(value)
        }));
        self
    }

    /// Says how a computed attribute is written.
    pub fn setter(
        mut self,
        name: &str,
        set: impl Fn(&mut Runtime, Borrowed<'_>, Borrowed<'_>) -> Result<()> + 'static,
    ) -> Self {
        self.closures(name).set = Some(Box::new(move |rt, me, value| match value {
            Some(value) => set(rt, me, value),
            None => Err(rt.attribute_error("cannot delete attribute")),
        }));
        self
    }

    /// Says how a computed attribute is deleted.
    pub fn deleter(
        mut self,
        name: &str,
        delete: impl Fn(&mut Runtime, Borrowed<'_>) -> Result<()> + 'static,
    ) -> Self {
        self.closures(name).delete = Some(Box::new(move |rt, me, _| delete(rt, me)));
        self
    }

    fn closures(&mut self, name: &str) -> &mut Closures {
        let found = self.members.iter().position(|(other, described)| {
            other == name && matches!(described, Described::GetSet(_))
        });
        let at = found.unwrap_or_else(|| {
            let none = Closures { get: None, set: None, delete: None };
            self.members.push((name.to_owned(), Described::GetSet(none)));
            self.members.len() - 1
        });
        match &mut self.members[at].1 {
            Described::GetSet(closures) => closures,
            Described::Method(..) => unreachable!("the member was found as an attribute"),
        }
    }

    /// Adds a class attribute.
    ///
    /// ```
    /// # use objmodel::prelude::*;
    /// # let mut rt = Runtime::builder().build();
    /// # objmodel_builtins::install(&mut rt)?;
    /// let class = rt.class("C").attribute("limit", rt.int(3)?).build(&mut rt)?;
    /// assert_eq!(rt.getattr(&class, "limit")?.as_small_int(), Some(3));
    /// # Ok::<(), Raise>(())
    /// ```
    pub fn attribute(mut self, name: &str, value: Value) -> Self {
        self.attributes.push((name.to_owned(), value));
        self
    }

    fn add(mut self, name: &str, described: Described) -> Self {
        self.members.push((name.to_owned(), described));
        self
    }

    /// Makes the class, by the same steps as a class statement.
    ///
    /// # Errors
    /// What a class statement raises: `TypeError` for bases that do not fit, and so on;
    /// `ValueError` for a signature that does not parse.
    pub fn build(self, rt: &mut Runtime) -> Result<Type> {
        let ClassBuilder { name, doc, bases, members, attributes, alloc, constructed } = self;
        let namespace = rt.dict()?;
        for (name, value) in attributes {
            let name = rt.intern(&name)?;
            rt.dict_set_name(&namespace, &name, value)?;
        }
        if let Some(doc) = doc {
            let (key, text) = (rt.names.doc.clone(), rt.str(&doc)?);
            rt.dict_set_name(&namespace, &key, text.into_value())?;
        }
        let (module, short) = match name.rsplit_once('.') {
            Some((module, short)) => (Some(module), short),
            None => (None, &*name),
        };
        if let Some(module) = module {
            let (key, module) = (rt.names.module.clone(), rt.intern(module)?);
            rt.dict_set_name(&namespace, &key, module.into_value())?;
        }
        let mut native = NativePart {
            alloc,
            members: Vec::with_capacity(members.len()),
            full_name: module.is_some().then(|| name.as_str().into()),
        };
        for (name, described) in members {
            let member = match described {
                Described::Method(def, kind) => match def {
                    Ok(def) => Member::Method(def, kind),
                    Err(error) => {
                        return Err(rt.value_error(format!("signature of {name}(): {error}")));
                    }
                },
                Described::GetSet(closures) => {
                    Member::GetSet(Accessors::Closures(Rc::new(closures)))
                }
            };
            native.members.push((name, member));
        }
        if native.alloc.is_some() && !constructed {
            let full = name.clone();
            let refuse = move |rt: &mut Runtime, (): &(), _: Args<'_>| -> Result<Value> {
                Err(rt.type_error(format!("cannot create '{full}' instances")))
            };
            let signature = "($type, *args, **kwargs)";
            if let Ok(def) = NativeDef::of_closure("__new__", signature, (), refuse) {
                let member = Member::Method(Rc::new(def), MethodKind::Static);
                native.members.push(("__new__".to_owned(), member));
            }
        }
        let metaclass = rt.types.r#type.clone();
        let name = rt.intern(short)?;
        rt.new_type_from(&metaclass, &name, &bases, &namespace, CallArgs::NONE, native)
    }
}

/// How a class statement binds a function of this name.
fn kind_of(name: &str) -> MethodKind {
    match name {
        "__new__" => MethodKind::Static,
        "__init_subclass__" | "__class_getitem__" => MethodKind::Class,
        _ => MethodKind::Instance,
    }
}

/// The signature of a special method that may be called with the last of `count` arguments left
/// out, as the table of slots has it.
fn special_signature(name: &str, count: usize) -> Option<&'static str> {
    if name == "__round__" && count == 2 {
        return Some("($self, ndigits=None, /)");
    }
    let special = SpecialId::from_name(name)?;
    let slot = *special.slots().first()?;
    let (least, most) = slot.wrapper_arity(special)?;
    (least < most && count == most + 1).then(|| slot.named(special).map(|named| named.signature))?
}

/// The signature with the receiver, unless it names one.
fn with_receiver(signature: &str, receiver: &str) -> String {
    let inner = signature.trim_start().strip_prefix('(').unwrap_or(signature).trim_start();
    match inner {
        _ if inner.starts_with('$') => signature.to_owned(),
        ")" => format!("({receiver}, /)"),
        _ => format!("({receiver}, {inner}"),
    }
}
