//! What the code that macros write calls; not for use by hand.
#![doc(hidden)]
#![allow(missing_docs, reason = "no interface: only macros write calls of it")]

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::OnceLock;

use objmodel_gc::{
    Access, AccessMut, Borrowed, Bound, ClearSink, Gc, Payload, Prefix, PyRef, PyRefMut, Trace,
    Value, Visitor,
};
use objmodel_slots::{Signature, SlotId};

use super::class::{PyClass, PyClassBase, PyClassInitializer};
use super::from_object::FromPyObject;
use super::into_object::{BorrowedIntoPyObject, IntoPyObject, IntoRaise};
use super::iteration::{IterANextOutput, IterNextOutput, PyVisit};
use super::spec::{ClassSpec, ComputeFn, Constant, GetSetSpec, MethodSpec};
use crate::arguments::{Args, CallArgs};
use crate::objects::dict::DictObject;
use crate::objects::str::StrObject;
use crate::raise::{Raise, Result};
use crate::runtime::Runtime;
use crate::singletons;
use crate::types::Type;
use crate::types::slot::SlotFn;

/// What a method returned: a result, or a value alone.
pub struct Outcome<T>(pub T);

impl<T, E: IntoRaise> Outcome<std::result::Result<T, E>> {
    #[inline]
    pub fn result(self, rt: &mut Runtime) -> Result<T> {
        self.0.map_err(|error| error.into_raise(rt))
    }

    #[inline]
    pub fn into_object(self, rt: &mut Runtime) -> Result
    where
        T: IntoPyObject,
    {
        let value = self.result(rt)?;
        rt.admit(value)
    }
}

impl<T: BorrowedIntoPyObject, E: From<Raise>> Outcome<std::result::Result<T, E>> {
    pub fn borrowed(self, rt: &Runtime) -> std::result::Result<Value, E> {
        Ok(rt.admit_borrowed(self.0?)?)
    }
}

pub trait PlainOutcome: Sized {
    type Content;
    fn result(self, rt: &mut Runtime) -> Result<Self::Content>;
    fn into_object(self, rt: &mut Runtime) -> Result
    where
        Self::Content: IntoPyObject;
    fn borrowed(self, rt: &Runtime) -> Result
    where
        Self::Content: BorrowedIntoPyObject;
}

impl<T> PlainOutcome for Outcome<T> {
    type Content = T;

    #[inline]
    fn result(self, _: &mut Runtime) -> Result<T> {
        Ok(self.0)
    }

    #[inline]
    fn into_object(self, rt: &mut Runtime) -> Result
    where
        T: IntoPyObject,
    {
        rt.admit(self.0)
    }

    fn borrowed(self, rt: &Runtime) -> Result
    where
        T: BorrowedIntoPyObject,
    {
        rt.admit_borrowed(self.0)
    }
}

/// What `__next__` or `__anext__` returned.
pub struct NextOutcome<T>(pub T);

impl<T: IntoPyObject> NextOutcome<Option<T>> {
    #[inline]
    pub fn next(self, rt: &mut Runtime) -> Result<Option<Value>> {
        self.0.map(|value| rt.admit(value)).transpose()
    }

    pub fn anext(self, rt: &mut Runtime) -> Result {
        match self.0 {
            Some(value) => rt.admit(value),
            None => Err(rt.stop_async_iteration()),
        }
    }
}

impl<T: IntoPyObject, U: IntoPyObject> NextOutcome<IterNextOutput<T, U>> {
    pub fn next(self, rt: &mut Runtime) -> Result<Option<Value>> {
        match self.0 {
            IterNextOutput::Yield(value) => rt.admit(value).map(Some),
            IterNextOutput::Return(value) => {
                let value = rt.admit(value)?;
                match singletons::is_none(&value) {
                    true => Ok(None),
                    false => Err(rt.stop_iteration(Some(value))),
                }
            }
        }
    }
}

impl<T: IntoPyObject, U: IntoPyObject> NextOutcome<IterANextOutput<T, U>> {
    pub fn anext(self, rt: &mut Runtime) -> Result {
        match self.0 {
            IterANextOutput::Yield(value) => rt.admit(value),
            IterANextOutput::Return(value) => {
                let value = rt.admit(value)?;
                let class = rt.types().stop_async_iteration.clone();
                Err(rt.error_with(&class, [value])?)
            }
        }
    }
}

pub trait PlainNext: Sized {
    fn next(self, rt: &mut Runtime) -> Result<Option<Value>>;
    fn anext(self, rt: &mut Runtime) -> Result;
}

impl<T: IntoPyObject> PlainNext for NextOutcome<T> {
    fn next(self, rt: &mut Runtime) -> Result<Option<Value>> {
        rt.admit(self.0).map(Some)
    }

    fn anext(self, rt: &mut Runtime) -> Result {
        rt.admit(self.0)
    }
}

/// Reads an argument; a `TypeError` names the parameter.
#[inline]
pub fn argument<'a, T: FromPyObject<'a>>(
    rt: &mut Runtime,
    value: Borrowed<'a>,
    name: &str,
) -> Result<T> {
    T::extract(value, rt).map_err(|raise| for_argument(rt, raise, name))
}

#[cold]
#[inline(never)]
fn for_argument(rt: &mut Runtime, raise: Raise, name: &str) -> Raise {
    let Some(exception) = raise.as_exception() else { return raise };
    if !rt.type_of(exception).is(&rt.types().type_error) {
        return raise;
    }
    match rt.to_str(exception) {
        Ok(text) => rt.type_error(format!("argument '{name}': {}", text.read(rt).as_str())),
        Err(other) => other,
    }
}

/// Reads the operand of an operator. If it is of another kind, the operator passes, and the reason
/// is kept for the case that nobody answers.
#[inline]
pub fn operand<'a, C: PyClass, T: FromPyObject<'a>>(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    value: Borrowed<'a>,
    method: &str,
) -> std::result::Result<T, Result> {
    T::extract(value, rt).map_err(|raise| pass(rt, raise, own, value, method))
}

#[cold]
#[inline(never)]
fn pass(
    rt: &mut Runtime,
    raise: Raise,
    own: Borrowed<'_>,
    value: Borrowed<'_>,
    method: &str,
) -> Result {
    let types = rt.types();
    let usual = [&types.type_error, &types.overflow_error, &types.value_error];
    let Some(exception) = raise.as_exception() else { return Err(raise) };
    if !usual.into_iter().any(|class| rt.is_instance_of(exception, class)) {
        return Err(raise);
    }
    let text = rt.to_str(exception)?;
    let reason = format!("{}.{method}(): {}", rt.type_name(own), text.read(rt).as_str());
    rt.note_refusal(own, value, reason);
    Ok(singletons::not_implemented())
}

/// The object as one of the class.
#[inline]
pub fn receiver<'a, C: PyClass>(
    rt: &mut Runtime,
    own: Borrowed<'a>,
    label: &str,
) -> Result<Bound<'a, C>> {
    match own.typed::<C>() {
        Some(handle) => Ok(handle),
        None => Err(wrong_receiver(rt, own, C::SPEC.name, label)),
    }
}

#[cold]
#[inline(never)]
fn wrong_receiver(rt: &Runtime, own: Borrowed<'_>, class: &str, label: &str) -> Raise {
    let found = rt.type_name(own);
    rt.type_error(format!("{label} requires a '{class}' object but received a '{found}'"))
}

#[inline]
pub fn access<'a, T: Payload>(
    handle: &'a Gc<T>,
    rt: &'a Runtime,
    label: &str,
) -> Result<Access<'a, T>> {
    handle.access(rt).map_err(|error| conflict(rt, error, label))
}

#[inline]
pub fn access_mut<'a, T: Payload>(
    handle: &'a Gc<T>,
    rt: &'a mut Runtime,
    label: &str,
) -> Result<AccessMut<'a, T>> {
    if let Err(error) = handle.may_access_mut(rt) {
        return Err(conflict(rt, error, label));
    }
    match handle.access_mut(rt) {
        Ok(access) => Ok(access),
        Err(_) => unreachable!("asked right before"),
    }
}

pub fn borrow<T: Payload>(
    handle: &Gc<T>,
    rt: &mut Runtime,
    label: &str,
) -> Result<PyRef<'static, T>> {
    handle.try_borrow().map_err(|error| conflict(rt, error, label))
}

pub fn borrow_mut<T: Payload>(
    handle: &Gc<T>,
    rt: &mut Runtime,
    label: &str,
) -> Result<PyRefMut<'static, T>> {
    handle.try_borrow_mut().map_err(|error| conflict(rt, error, label))
}

#[cold]
#[inline(never)]
fn conflict(rt: &Runtime, error: objmodel_gc::BorrowError, label: &str) -> Raise {
    match label {
        "" => rt.runtime_error(error.to_string()),
        label => rt.runtime_error(format!("{error}: {label}")),
    }
}

/// An integer of any width as a hash.
pub trait ToHash {
    fn to_hash(self) -> i64;
}

macro_rules! hashes {
    ($($ty:ty)*) => {$(
        impl ToHash for $ty {
            #[inline]
            fn to_hash(self) -> i64 {
                self as i64
            }
        }
    )*};
}

hashes! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

#[inline]
pub fn hash(value: impl ToHash) -> i64 {
    crate::hash::valid(value.to_hash())
}

pub fn hash_of(value: &impl Hash) -> i64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hash(hasher.finish())
}

fn as_name(value: Borrowed<'_>) -> Option<Gc<StrObject>> {
    value.to_value().downcast::<StrObject>().ok()
}

pub fn generic_attribute<C: PyClass>(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    name: Borrowed<'_>,
) -> Result<Option<Value>> {
    match as_name(name) {
        Some(name) => rt.generic_getattr(own, &name),
        None => Ok(None),
    }
}

/// An `AttributeError` means that the attribute is missing.
pub fn unless_missing(rt: &mut Runtime, found: Result<Option<Value>>) -> Result<Option<Value>> {
    match found {
        Err(raise) if rt.is_exception_of(&raise, &rt.types().attribute_error) => Ok(None),
        found => found,
    }
}

pub fn generic_set<C: PyClass>(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    name: Borrowed<'_>,
    value: Option<Borrowed<'_>>,
) -> Result<()> {
    match as_name(name) {
        Some(name) => rt.generic_setattr(own, &name, value),
        None => {
            let class = rt.type_name(name);
            Err(rt.type_error(format!("attribute name must be string, not '{class}'")))
        }
    }
}

pub fn no_descriptor(rt: &mut Runtime, what: &str) -> Raise {
    rt.attribute_error(what)
}

pub fn no_item<C: PyClass>(rt: &mut Runtime, own: Borrowed<'_>, what: &str) -> Raise {
    let class = rt.type_name(own);
    rt.type_error(match what {
        "__set__" => format!("'{class}' object does not support item assignment"),
        _ => format!("'{class}' object doesn't support item deletion"),
    })
}

pub fn unreadable<C: PyClass>(rt: &mut Runtime, _: Borrowed<'_>, name: &str) -> Raise {
    rt.attribute_error(format!("attribute '{name}' of '{}' objects is not readable", C::SPEC.name))
}

pub fn unwritable<C: PyClass>(rt: &mut Runtime, _: Borrowed<'_>, name: &str) -> Raise {
    rt.attribute_error(format!("attribute '{name}' of '{}' objects is not writable", C::SPEC.name))
}

pub fn undeletable(rt: &mut Runtime) -> Raise {
    rt.attribute_error("can't delete attribute")
}

/// What `!=` answers, of what `==` does.
pub fn contrary(rt: &mut Runtime, equal: Value) -> Result {
    match singletons::is_not_implemented(&equal) {
        true => Ok(equal),
        false => Ok(singletons::bool(!rt.is_true(equal.as_ref())?)),
    }
}

/// The dict of surplus keywords, `None` if there are none.
pub fn keywords<'a>(rt: &Runtime, given: Borrowed<'a>) -> Borrowed<'a> {
    match given.get::<DictObject>(rt) {
        Some(dict) if dict.is_empty() => crate::arguments::NONE.as_ref(),
        _ => given,
    }
}

/// The signature of a slot's function, parsed when it is first called.
pub struct StaticSignature {
    text: &'static str,
    parsed: OnceLock<Signature>,
}

impl StaticSignature {
    pub const fn new(text: &'static str) -> StaticSignature {
        StaticSignature { text, parsed: OnceLock::new() }
    }

    fn get(&self) -> &Signature {
        self.parsed.get_or_init(|| Signature::parse(self.text).unwrap_or_default())
    }
}

/// Binds the arguments of a call; `label` is what messages call a method, a constructor is named
/// by its class.
pub fn bind<C: PyClass, R>(
    rt: &mut Runtime,
    signature: &StaticSignature,
    label: Option<&str>,
    call: CallArgs<'_>,
    code: impl FnOnce(&mut Runtime, Args<'_>) -> Result<R>,
) -> Result<R> {
    let class = class_name::<C>();
    let name = match label {
        Some(label) => format_label(class, label),
        None => std::borrow::Cow::Borrowed(class),
    };
    rt.bind_call(signature.get(), &name, call, code)
}

/// Binds the arguments of a call of what has this name.
pub fn bind_as<R>(
    rt: &mut Runtime,
    signature: &StaticSignature,
    name: &str,
    call: CallArgs<'_>,
    code: impl FnOnce(&mut Runtime, Args<'_>) -> Result<R>,
) -> Result<R> {
    rt.bind_call(signature.get(), name, call, code)
}

/// `classmethod(types.GenericAlias)`, as generic classes have it.
pub fn class_getitem(rt: &mut Runtime) -> Result {
    let list = rt.types().list.clone();
    let alias = rt.get_item(&list, ())?;
    let alias = rt.type_of(alias.as_ref()).to_gc();
    match rt.builtin("classmethod") {
        Some(class_method) => rt.call(&class_method, (&alias,)),
        None => Err(rt.system_error("the built-in types are not installed")),
    }
}

/// The value of a field that is an attribute.
pub fn cloned<T: Clone>(field: &T) -> T {
    field.clone()
}

/// The class's name without its module.
pub fn class_name<C: PyClass>() -> &'static str {
    C::SPEC.name.rsplit('.').next().unwrap_or(C::SPEC.name)
}

/// Stands for the class of a variant of an enum with data.
enum Variant<T, const NUMBER: usize> {
    #[expect(dead_code, reason = "there are no values: the type is a key")]
    Never(std::convert::Infallible, std::marker::PhantomData<T>),
}

/// The class of a variant, which derives from that of the enum: made when it is first asked for.
pub fn variant<T: PyClass, const NUMBER: usize>(
    rt: &mut Runtime,
    spec: &'static ClassSpec,
) -> Result<Type> {
    let base = T::class(rt)?;
    match rt.type_for::<Variant<T, NUMBER>>() {
        Some(class) => Ok(class.clone()),
        None => {
            let class = rt.register_subtype::<Variant<T, NUMBER>>(&base, 0, spec)?;
            let name = format!("{}.{}", class_name::<T>(), class.read(rt).name());
            let name = rt.intern(&name)?;
            rt.set_qualname(&class, &name);
            Ok(class)
        }
    }
}

/// The error of asking a variant for what another one has.
#[cold]
pub fn other_variant(rt: &Runtime) -> Raise {
    rt.attribute_error("the object is another variant")
}

fn format_label(class: &str, label: &str) -> std::borrow::Cow<'static, str> {
    std::borrow::Cow::Owned(format!("{class}.{}", label.trim_end_matches("()")))
}

/// A new instance of the payload that the constructor made.
pub fn construct<C: PyClass>(
    rt: &mut Runtime,
    class: &Type,
    made: impl Into<PyClassInitializer<C>>,
    call: CallArgs<'_>,
) -> Result {
    rt.alloc_initialized(class, made.into(), call).map(Gc::into_value)
}

pub type TraverseFn<T> = fn(&T, &mut Visitor<'_>);
pub type ClearFn<T> = fn(&mut T);
pub type ClassForFn<T> = fn(&T, &mut Runtime) -> Result<Type>;

/// Runs a `__traverse__` written by hand.
pub fn visiting(visitor: &mut Visitor<'_>, traverse: impl FnOnce(PyVisit<'_>)) {
    let visitor = std::cell::RefCell::new(visitor);
    let visit = |value: &Value| {
        if let Ok(mut visitor) = visitor.try_borrow_mut() {
            visitor.visit(value);
        }
    };
    traverse(PyVisit::new(&visit));
}

/// A field that is looked at: by `Trace`, or as something that can hold no value.
pub struct Seen<'a, T: ?Sized>(pub &'a T);

pub trait SeenByTrace {
    fn trace_field(&self, visitor: &mut Visitor<'_>);
}

impl<T: ?Sized + Trace> SeenByTrace for &&Seen<'_, T> {
    #[inline]
    fn trace_field(&self, visitor: &mut Visitor<'_>) {
        self.0.trace(visitor);
    }
}

pub trait SeenAsLeaf {
    fn trace_field(&self, visitor: &mut Visitor<'_>);
}

impl<T: ?Sized + Send> SeenAsLeaf for &Seen<'_, T> {
    #[inline]
    fn trace_field(&self, _: &mut Visitor<'_>) {}
}

#[diagnostic::on_unimplemented(
    message = "the collector would not see values in a `{Self}`",
    label = "this field is neither `Trace` nor `Send`",
    note = "derive `Trace` for its type, or write `__traverse__` and `__clear__` by hand"
)]
pub trait HoldsNoValue {}

pub trait Unseen<T: ?Sized> {
    fn trace_field(&self, visitor: &mut Visitor<'_>)
    where
        T: HoldsNoValue;
}

impl<T: ?Sized> Unseen<T> for Seen<'_, T> {
    fn trace_field(&self, _: &mut Visitor<'_>)
    where
        T: HoldsNoValue,
    {
    }
}

/// A field that gives up what it holds.
pub struct Emptied<'a, T: ?Sized>(pub &'a mut T);

pub trait EmptiedByTrace {
    fn clear_field(&mut self, sink: &mut ClearSink);
}

impl<T: ?Sized + Trace> EmptiedByTrace for &mut &mut Emptied<'_, T> {
    fn clear_field(&mut self, sink: &mut ClearSink) {
        self.0.clear(sink);
    }
}

pub trait EmptiedAsLeaf {
    fn clear_field(&mut self, sink: &mut ClearSink);
}

impl<T: ?Sized + Send> EmptiedAsLeaf for &mut Emptied<'_, T> {
    fn clear_field(&mut self, _: &mut ClearSink) {}
}

pub trait NotEmptied<T: ?Sized> {
    fn clear_field(&mut self, sink: &mut ClearSink)
    where
        T: HoldsNoValue;
}

impl<T: ?Sized> NotEmptied<T> for Emptied<'_, T> {
    fn clear_field(&mut self, _: &mut ClearSink)
    where
        T: HoldsNoValue,
    {
    }
}

/// What blocks of methods add to a class.
pub struct Rows {
    pub slots: &'static [(SlotId, SlotFn)],
    pub methods: &'static [MethodSpec],
    pub getset: &'static [GetSetSpec],
    pub attributes: &'static [(&'static str, Constant)],
    pub computed: &'static [(&'static str, ComputeFn)],
    pub text_signature: Option<&'static str>,
    /// The slots are those that a protocol names, whatever the class says of itself.
    pub exact: bool,
}

impl Rows {
    pub const EMPTY: Rows = Rows {
        slots: &[],
        methods: &[],
        getset: &[],
        attributes: &[],
        computed: &[],
        text_signature: None,
        exact: false,
    };
}

/// What a class without such a block has: constants of the type itself go before these.
pub trait NoMethods: Sized {
    const __PY_FLAGGED: bool = false;
    const __PY_ROWS: Rows = Rows::EMPTY;
    const __PY_TRAVERSE: Option<TraverseFn<Self>> = None;
    const __PY_CLEAR: Option<ClearFn<Self>> = None;
    const __PY_CLASS_FOR: Option<ClassForFn<Self>> = None;
    const __PYFIELDS_ROWS: Rows = Rows::EMPTY;
    const __PYPROTO_OBJECT_FLAGGED: bool = false;
    const __PYPROTO_OBJECT_ROWS: Rows = Rows::EMPTY;
    const __PYPROTO_NUMBER_FLAGGED: bool = false;
    const __PYPROTO_NUMBER_ROWS: Rows = Rows::EMPTY;
    const __PYPROTO_SEQUENCE_FLAGGED: bool = false;
    const __PYPROTO_SEQUENCE_ROWS: Rows = Rows::EMPTY;
    const __PYPROTO_MAPPING_FLAGGED: bool = false;
    const __PYPROTO_MAPPING_ROWS: Rows = Rows::EMPTY;
    const __PYPROTO_DESCR_FLAGGED: bool = false;
    const __PYPROTO_DESCR_ROWS: Rows = Rows::EMPTY;
    const __PYPROTO_ITER_FLAGGED: bool = false;
    const __PYPROTO_ITER_ROWS: Rows = Rows::EMPTY;
    const __PYPROTO_ASYNC_FLAGGED: bool = false;
    const __PYPROTO_ASYNC_ROWS: Rows = Rows::EMPTY;
    const __PYPROTO_BUFFER_FLAGGED: bool = false;
    const __PYPROTO_BUFFER_ROWS: Rows = Rows::EMPTY;
}

impl<T> NoMethods for T {}

/// Which of the slots that `__len__`, `__getitem__` and so on serve a class has.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// Those that a class in PyO3 has unless told otherwise: `mp_length` alone, items by both.
    Both,
    /// `mapping`: no sequence slots.
    Mapping,
    /// `sequence`: `sq_length` in place of `mp_length`.
    Sequence,
}

const fn keeps(keep: Keep, id: SlotId) -> bool {
    let serves_another = matches!(
        (keep, id),
        (Keep::Mapping, SlotId::SqItem | SlotId::SqAssItem | SlotId::SqLength)
            | (Keep::Both, SlotId::SqLength)
            | (Keep::Sequence, SlotId::MpLength)
    );
    !serves_another
}

pub const fn count_slots(all: &[&Rows], keep: Keep) -> usize {
    let (mut count, mut part) = (0, 0);
    while part < all.len() {
        let mut row = 0;
        while row < all[part].slots.len() {
            if all[part].exact || keeps(keep, all[part].slots[row].0) {
                count += 1;
            }
            row += 1;
        }
        part += 1;
    }
    count
}

pub const fn slots<const N: usize>(all: &[&Rows], keep: Keep) -> [(SlotId, SlotFn); N] {
    const fn nothing(_: &mut Runtime, _: Borrowed<'_>) -> Result<bool> {
        Ok(true)
    }
    let mut slots = [(SlotId::NbBool, SlotFn::Inquiry(nothing)); N];
    let (mut count, mut part) = (0, 0);
    while part < all.len() {
        let mut row = 0;
        while row < all[part].slots.len() {
            if all[part].exact || keeps(keep, all[part].slots[row].0) {
                let mut other = 0;
                while other < count {
                    assert!(
                        slots[other].0 as u8 != all[part].slots[row].0 as u8,
                        "two methods fill the same slot"
                    );
                    other += 1;
                }
                slots[count] = all[part].slots[row];
                count += 1;
            }
            row += 1;
        }
        part += 1;
    }
    slots
}

macro_rules! tables {
    ($($count:ident $name:ident $ty:ty, $filler:expr;)*) => {$(
        pub const fn $count(all: &[&Rows]) -> usize {
            let (mut count, mut part) = (0, 0);
            while part < all.len() {
                count += all[part].$name.len();
                part += 1;
            }
            count
        }

        pub const fn $name<const N: usize>(all: &[&Rows]) -> [$ty; N] {
            let mut rows = [$filler; N];
            let (mut count, mut part) = (0, 0);
            while part < all.len() {
                let mut row = 0;
                while row < all[part].$name.len() {
                    rows[count] = all[part].$name[row];
                    count += 1;
                    row += 1;
                }
                part += 1;
            }
            rows
        }
    )*};
}

fn no_method(_: &mut Runtime, _: Args<'_>) -> Result {
    Ok(singletons::none())
}

fn no_attribute(_: &mut Runtime) -> Result {
    Ok(singletons::none())
}

fn no_getter(_: &mut Runtime, _: Borrowed<'_>) -> Result {
    Ok(singletons::none())
}

tables! {
    count_methods methods MethodSpec, MethodSpec::function("", "()", no_method);
    count_getset getset GetSetSpec, GetSetSpec::read_only("", no_getter);
    count_attributes attributes (&'static str, Constant), ("", Constant::None);
    count_computed computed (&'static str, ComputeFn), ("", no_attribute as ComputeFn);
}

/// What lies before the payload of a class that extends `B`.
pub const fn prefix<B: PyClassBase>(flagged: bool) -> Prefix {
    let prefix = match B::IS_OBJECT {
        true => Prefix::NONE,
        false => B::PREFIX,
    };
    if flagged { prefix.flagged() } else { prefix }
}

/// An attribute of an object that a struct is read from.
pub fn attribute(rt: &mut Runtime, value: Borrowed<'_>, name: &str) -> Result {
    let name = rt.intern(name)?;
    rt.getattr(value, &name)
}

/// The error of a field of a struct that is read from an object.
#[cold]
pub fn for_field(rt: &mut Runtime, raise: Raise, label: &str, field: &str) -> Raise {
    let Some(exception) = raise.as_exception() else { return raise };
    let cause = exception.to_value();
    let error = rt.type_error(format!("failed to extract field {label}.{field}"));
    rt.with_cause(error, cause)
}

/// Whether a field is only absent: then its default stands for it.
pub fn missing(rt: &mut Runtime, raise: Raise) -> Result<()> {
    let types = rt.types();
    let absent = [&types.attribute_error, &types.key_error, &types.index_error];
    match absent.into_iter().any(|class| rt.is_exception_of(&raise, class)) {
        true => Ok(()),
        false => Err(raise),
    }
}

/// Why a variant does not fit.
pub fn reason(rt: &mut Runtime, raise: Raise) -> Result<String> {
    let Some(exception) = raise.as_exception() else { return Err(raise) };
    let class = rt.type_name(exception).to_owned();
    let text = rt.to_str(exception)?;
    Ok(format!("{class}: {}", text.read(rt).as_str()))
}

#[cold]
pub fn no_variant(
    rt: &mut Runtime,
    value: Borrowed<'_>,
    label: &str,
    reasons: &[(&str, String)],
) -> Raise {
    let names: Vec<&str> = reasons.iter().map(|(name, _)| *name).collect();
    let mut message = format!(
        "failed to extract enum {label} ('{}') from '{}' object",
        names.join(" | "),
        rt.type_name(value)
    );
    for (name, reason) in reasons {
        message.push_str(&format!("\n- variant {name}: {reason}"));
    }
    rt.type_error(message)
}
